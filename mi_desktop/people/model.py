"""Users, their roles, what each role may do, and what an electronic signature says."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mi_desktop.people.errors import NameUnfit, NotPermitted

_NAME = re.compile(r"\w[\w.\-]{1,39}")


def fit_name(name: str) -> None:
    """Passes for a name that can be typed anywhere and looks like no other's.

    Raises:
        NameUnfit: blanks, other signs, too short or too long.
    """
    if not _NAME.fullmatch(name) or unicodedata.normalize("NFC", name) != name:
        raise NameUnfit


class Role(StrEnum):
    """What a person is trusted with; a user may hold several."""

    INTAKE = "intake"
    SPECIALIST = "specialist"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    SAFETY = "safety"
    QUALITY = "quality"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Action(StrEnum):
    """What is asked for at the counter, as far as it needs a role."""

    TAKE_MAIL = "take mail in"
    READ_MAIL = "read mail"
    CHECK_READING = "check what was read"
    REGISTER = "register inquiries"
    ANSWER_SAFETY = "answer the safety checklist"
    CLASSIFY_DEFECT = "classify a defect"
    HAND_OFF = "hand off to safety or quality"
    READ_CONTACT = "read names and addresses of a case"
    KNOW_CONTACT = "read names and addresses of a case without saying why"
    WRITE_LETTER = "write letters"
    REVIEW_LETTER = "review letters"
    APPROVE_LETTER = "approve letters"
    KEEP_LIBRARY = "keep the standard responses"
    DISPATCH = "send letters"
    SEARCH = "search"
    MANAGE_USERS = "manage users"
    KEEP_CATALOGUE = "keep products and settings"
    READ_AUDIT = "read the audit trail"
    KEEP_BACKUPS = "make backups and try them out"
    KEEP_RECORDS = "hold, hand out and erase personal data"
    COPY_RECORDS = "take copies of records"
    REVIEW_OFFICE = "review the office, close incidents"
    REPORT_INCIDENT = "report incidents"
    REIDENTIFY = "bring a person's name back"
    UNMASK = "see identity numbers"


_DESK = {Role.INTAKE, Role.SPECIALIST, Role.REVIEWER, Role.APPROVER, Role.SAFETY, Role.QUALITY}
PERMISSIONS: dict[Action, frozenset[Role]] = {
    Action.TAKE_MAIL: frozenset({Role.INTAKE, Role.SPECIALIST, Role.ADMINISTRATOR}),
    Action.READ_MAIL: frozenset(_DESK | {Role.ADMINISTRATOR}),
    Action.CHECK_READING: frozenset(_DESK),
    Action.REGISTER: frozenset({Role.INTAKE, Role.SPECIALIST}),
    Action.ANSWER_SAFETY: frozenset({Role.SPECIALIST, Role.SAFETY, Role.QUALITY}),
    Action.CLASSIFY_DEFECT: frozenset({Role.QUALITY}),
    Action.HAND_OFF: frozenset({Role.SPECIALIST, Role.SAFETY, Role.QUALITY}),
    Action.READ_CONTACT: frozenset({Role.SPECIALIST, Role.SAFETY, Role.QUALITY, Role.AUDITOR}),
    Action.KNOW_CONTACT: frozenset({Role.SPECIALIST, Role.SAFETY}),
    Action.WRITE_LETTER: frozenset({Role.SPECIALIST}),
    Action.REVIEW_LETTER: frozenset({Role.REVIEWER, Role.APPROVER}),
    Action.APPROVE_LETTER: frozenset({Role.APPROVER}),
    Action.KEEP_LIBRARY: frozenset({Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR}),
    Action.DISPATCH: frozenset({Role.INTAKE, Role.SPECIALIST}),
    Action.SEARCH: frozenset(_DESK | {Role.AUDITOR, Role.ADMINISTRATOR}),
    Action.MANAGE_USERS: frozenset({Role.ADMINISTRATOR}),
    Action.KEEP_CATALOGUE: frozenset({Role.ADMINISTRATOR}),
    Action.READ_AUDIT: frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.QUALITY}),
    Action.KEEP_BACKUPS: frozenset({Role.ADMINISTRATOR}),
    Action.KEEP_RECORDS: frozenset({Role.ADMINISTRATOR, Role.QUALITY}),
    Action.COPY_RECORDS: frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.QUALITY}),
    Action.REVIEW_OFFICE: frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.QUALITY}),
    Action.REPORT_INCIDENT: frozenset(Role),
    Action.REIDENTIFY: frozenset({Role.SAFETY, Role.QUALITY}),
    Action.UNMASK: frozenset(_DESK),
}


@dataclass(frozen=True)
class User:
    """A person who works in the office; the id is never given to another (P11-09).

    Attributes:
        passphrase_by: id of the user who chose the passphrase last, `system` for the first
            administrator and after the recovery key; "" where nobody noted it.
        passphrase_at: when that was, UTC.
        taken: which roles were taken from the user since; raises `WorkEnded` for one who works
            here no more. None where nobody looks.
    """

    id: str
    name: str
    full_name: str
    roles: frozenset[Role]
    active: bool = True
    passphrase_by: str = ""
    passphrase_at: datetime | None = None
    taken: Callable[[], frozenset[Role]] | None = field(default=None, compare=False, repr=False)

    @property
    def passphrase_of_another(self) -> bool:
        """True where somebody else knows the passphrase because they chose it."""
        return self.passphrase_by not in {"", self.id}

    def may(self, action: Action) -> bool:
        """True where one of the user's roles allows the action."""
        return self.active and bool(self.roles & PERMISSIONS[action])

    def must(self, action: Action) -> None:
        """Passes, or says no (P11-08): by the roles as they are now, not as at signing in.

        Raises:
            NotPermitted: none of the user's roles allows the action.
            WorkEnded: the user works here no more.
        """
        lost = self.taken() if self.taken else frozenset[Role]()
        if not self.may(action) or not (self.roles - lost) & PERMISSIONS[action]:
            roles = " / ".join(sorted(PERMISSIONS[action]))
            raise NotPermitted(action=action.value, roles=roles)


class Meaning(StrEnum):
    """What a signer says by signing (P11-14)."""

    AUTHORED = "authored"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    NO_EVENT = "no adverse event or complaint identified"
    ANSWERED = "safety checklist answered"
    RECONCILED = "reconciliation reviewed"
    OFFICE_REVIEWED = "periodic review: reviewed"


# What may be said by signing, and the permission without which nobody may say it (P11-17).
SAYS: dict[Meaning, Action] = {
    Meaning.AUTHORED: Action.WRITE_LETTER,
    Meaning.REVIEWED: Action.REVIEW_LETTER,
    Meaning.APPROVED: Action.APPROVE_LETTER,
    Meaning.NO_EVENT: Action.ANSWER_SAFETY,
    Meaning.ANSWERED: Action.ANSWER_SAFETY,
    Meaning.RECONCILED: Action.HAND_OFF,
    Meaning.OFFICE_REVIEWED: Action.REVIEW_OFFICE,
}


@dataclass(frozen=True)
class Signature:
    """An electronic signature, bound to the hash of what was signed (P11-15).

    Attributes:
        at: UTC.
        zone: name of the signer's time zone, e.g. `Europe/Stockholm`.
        record: `kind/id` of the record.
        sha256: hex digest of the record's canonical form, or of the letter's final bytes.
    """

    id: str
    user_id: str
    full_name: str
    meaning: Meaning
    at: datetime
    zone: str
    record: str
    sha256: str

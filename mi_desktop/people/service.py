"""Who works here: adding users, signing in, signing records."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.people import store
from mi_desktop.people.errors import (
    NameTaken,
    NotPermitted,
    PassphraseOld,
    SignatureRefused,
    WorkEnded,
)
from mi_desktop.people.keys import KeyDesk
from mi_desktop.people.model import (
    SAYS,
    Action,
    Meaning,
    Role,
    Signature,
    User,
    fit_name,
)
from mi_desktop.people.passphrases import Policy
from mi_desktop.people.staff import StaffDesk
from mi_desktop.people.trail import TrailDesk
from mi_desktop.storage import Office
from mi_desktop.storage.errors import RecordMissing, WrongPassphrase
from mi_desktop.storage.time_source import clock_state

SYSTEM = "system"


class PeopleService:
    """The office's users.

    Attributes:
        staff: changing roles, letting somebody go or come back.
        keys: passphrases, the recovery key, the key ring.
    """

    def __init__(self, office: Office, zone: str, policy: Policy | None = None) -> None:
        self._office = office
        self._zone = zone
        self._policy = policy or Policy()
        self._refused_before: dict[str, int] = {}
        self.staff = StaffDesk(office, self._policy)
        self.keys = KeyDesk(office, self._policy)
        self.trail = TrailDesk(office)
        if store.still_here not in office.database.guards:
            office.database.guards.append(store.still_here)

    def users(self) -> list[User]:
        """Everybody who ever worked in this office, by user name."""
        with self._office.database.read() as session:
            return [self._watched(user) for user in store.users(session)]

    def _watched(self, user: User) -> User:
        """The user, whose verbs ask each time whether the roles are still theirs (P11-08)."""
        return replace(user, taken=partial(self._taken, user.id, user.roles))

    def _taken(self, user_id: str, roles: frozenset[Role]) -> frozenset[Role]:
        with self._office.database.read() as session:
            now = store.user(session, user_id)
        if not now.active:
            raise WorkEnded
        return roles - now.roles

    def by_name(self, name: str) -> User:
        """The user of this name.

        Raises:
            RecordMissing: nobody has it.
        """
        user = self._named(name)
        if user is None:
            raise RecordMissing(kind="user", key=name)
        return user

    def add_first(self, name: str, full_name: str, passphrase: str) -> User:
        """Adds the first administrator of a new office, who works at its desk as well.

        Raises:
            NotPermitted: somebody works here; an administrator adds the others.
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        if self.users():
            raise NotPermitted(action=Action.MANAGE_USERS.value, roles=Role.ADMINISTRATOR.value)
        roles = frozenset({Role.ADMINISTRATOR, Role.INTAKE, Role.SPECIALIST})
        return self._add(SYSTEM, (name, full_name, roles), passphrase)

    def add(self, by: User, who: tuple[str, str, frozenset[Role]], passphrase: str) -> User:
        """Adds a user, who may open the office with this passphrase from now on.

        Args:
            by: an administrator.
            who: user name, full name, roles.
            passphrase: at least 12 characters.

        Raises:
            NotPermitted: only an administrator may.
            NameTaken: the name is or was in use (P11-09).
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        by.must(Action.MANAGE_USERS)
        return self._add(by.id, who, passphrase)

    def _add(self, by: str, who: tuple[str, str, frozenset[Role]], passphrase: str) -> User:
        name, full_name, roles = who
        fit_name(name)
        self._policy.check(passphrase, name, full_name)
        key_file, database = self._office.key_file, self._office.database
        user_id = new_id()
        chosen = (user_id if by == SYSTEM else by, database.clock())
        user = User(user_id, name, full_name, roles, True, *chosen)
        wrapped = key_file.wrap((user.id, user.name), passphrase, self._office.keys)
        with key_file.or_as_before(), database.write(by, "people.add") as session:
            if any(name.casefold() == other.name.casefold() for other in store.users(session)):
                raise NameTaken(name=name)
            store.add_user(session, user)
            session.flush()
            # Inside: a user without a slot could never come in, and the name would be spent.
            key_file.grant(wrapped)
        return self._watched(user)

    def _named(self, name: str) -> User | None:
        return next((u for u in self.users() if u.name.casefold() == name.casefold()), None)

    def sign_in(self, name: str, passphrase: str) -> User:
        """Lets a user in; an unknown name costs as long as a wrong passphrase.

        Raises:
            WrongPassphrase: unknown name, inactive user or wrong passphrase; the same words.
            TryLater: the name was refused too often, whether anybody has it or not (P11-11).
        """
        user = self._named(name)
        if user is not None and not user.active:
            user = None
        try:
            found = self._office.key_file.unlock(passphrase, name, user.id if user else "")
        except WrongPassphrase:
            self._refused("people.sign_in_refused", user)
            raise
        if user is None:
            raise WrongPassphrase
        return self._entered(user, found.refused_before)

    def opened_by(self) -> User | None:
        """The active user whose passphrase or key ring opened the office; None for a new one."""
        by_id = {u.id: u for u in self.users()}
        user = by_id.get(self._office.opened_by or "")
        if user is None or not user.active:
            return None
        return self._entered(user, self._office.refused_before)

    def last_sign_ins(self) -> dict[str, datetime]:
        """When each user (id) came in last, UTC, as the trail says."""
        with self._office.database.read() as session:
            return store.last_sign_ins(session)

    def refused_before(self, user: User) -> int:
        """How often the name was refused in a row before this user came in (P11-11)."""
        return self._refused_before.get(user.id, 0)

    def _entered(self, user: User, refused_before: int) -> User:
        self._refused_before[user.id] = refused_before
        facts: dict[str, list[Any]] = {
            "clock": [None, clock_state()],
            "zone": [None, self._zone],
        }
        if refused_before:
            facts["refused_before"] = [None, refused_before]
        with self._office.database.write(user.id, store.SIGN_IN) as session:
            self._office.database.note(session, "user", user.id, facts)
        return user

    def _refused(self, action: str, user: User | None) -> None:
        """Notes a refusal (P11-02); never what was typed, which may be a passphrase."""
        with self._office.database.write(SYSTEM, action) as session:
            self._office.database.note(session, "user", user.id if user else "unknown")

    def check(self, user: User, passphrase: str) -> None:
        """The second component of a signature; slow (Argon2id), so before the transaction.

        Raises:
            SignatureRefused: the passphrase is not this user's (P11-13).
            TryLater: refused too often, here or at the door (P11-11).
            PassphraseOld: the office's passphrases age, and this one is too old (P11-10).
        """
        try:
            self._office.key_file.unlock(passphrase, user.name, user.id)
        except WrongPassphrase as e:
            self._refused("people.signature_refused", user)
            raise SignatureRefused from e
        if self.keys.overdue(user):
            raise PassphraseOld(days=self._policy.days)

    def sign(
        self, session: Session, user: User, meaning: Meaning, signed: tuple[str, str]
    ) -> Signature:
        """Records a signature in the caller's transaction, after `check` (P11-13..15).

        Args:
            session: the transaction of what is signed.
            user: the signer.
            meaning: what the signer says by it.
            signed: `kind/id` of the record and the hex SHA-256 of what is signed.

        Raises:
            NotPermitted: none of the user's roles, as they are now, may say this (P11-17).
        """
        store.user(session, user.id).must(SAYS[meaning])
        at = self._office.database.clock()
        signature = Signature(new_id(), user.id, user.full_name, meaning, at, self._zone, *signed)
        store.add_signature(session, signature)
        return signature

    def signatures(self, session: Session, record: str) -> list[Signature]:
        """The signatures on a record, oldest first."""
        return store.signatures(session, record)

    def signed_between(
        self, session: Session, meanings: Sequence[Meaning], since: datetime, until: datetime
    ) -> list[Signature]:
        """The signatures of these meanings from `since` (UTC) to before `until`, oldest first."""
        return store.signatures_of(session, meanings, since, until)

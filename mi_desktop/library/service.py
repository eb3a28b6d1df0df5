"""Keeping the standard responses: entering, putting into force, withdrawing, suggesting."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.catalogue import CatalogueService
from mi_desktop.library import store
from mi_desktop.library.errors import (
    DatesWrong,
    NotYetEffective,
    ReasonMissing,
    SourceMissing,
    StandardMissing,
    VersionTaken,
)
from mi_desktop.library.files import read_folder
from mi_desktop.library.model import SrdState, StandardResponse
from mi_desktop.people import Action, User
from mi_desktop.storage import Office

LONGEST_DAYS = 731
_KINDRED, _SAME = 1, 2


class LibraryService:
    """The office's standard responses."""

    def __init__(
        self, office: Office, catalogue: CatalogueService, zone: str = "Europe/Stockholm"
    ) -> None:
        self._office = office
        self._catalogue = catalogue
        self._zone = ZoneInfo(zone)

    def standards(
        self,
        product_id: str | None = None,
        language: str | None = None,
        usable_only: bool = True,
    ) -> list[StandardResponse]:
        """The standard responses; only those that may be inserted today (SRD-1) unless asked."""
        today = self._today()
        with self._office.database.read() as session:
            return [
                s
                for s in store.versions(session, product_id=product_id)
                if language in (None, s.language) and (s.usable(today) or not usable_only)
            ]

    def standard(self, srd_id: str, language: str, version: int | None = None) -> StandardResponse:
        """One version; without a number the one in force, else the newest.

        Raises:
            StandardMissing: not in the library.
        """
        with self._office.database.read() as session:
            found = [s for s in store.versions(session, srd_id) if s.language == language]
        if version is not None:
            found = [s for s in found if s.version == version]
        if not found:
            shown = f", version {version}" if version else ""
            raise StandardMissing(id=srd_id, language=language, version=shown)
        in_force = [s for s in found if s.state is SrdState.EFFECTIVE]
        return (in_force or found)[-1]

    def suggest(
        self, product_id: str, topic: str, language: str, audience: str
    ) -> list[StandardResponse]:
        """What may answer, the same topic first, then its kin, then the product's others.

        Args:
            product_id: of the question.
            topic: code of either level, `DOS` or `DOS-RENAL`; "" where not coded.
            language: of the letter.
            audience: `hcp` or `patient`; patients get nothing off-label (UNS-5).
        """
        fitting = [
            s
            for s in self.standards(product_id, language)
            if audience in s.audience and not (s.off_label and audience == "patient")
        ]
        return sorted(
            fitting, key=lambda s: (-_nearness(s.topic, topic), -s.search_date.toordinal(), s.id)
        )

    def add_version(self, user: User, srd: StandardResponse) -> StandardResponse:
        """Enters a version; an effective one supersedes the one before in the same step (SRD-2).

        Raises:
            NotPermitted: the user does not keep the library.
            VersionTaken: not the next number of its language; entered texts are frozen.
            DatesWrong: ends before it begins, or more than 24 months after (SRD-1).
            NotYetEffective: said to be effective before its first day.
            SourceMissing: a translation of a version that is not here (SRD-6).
        """
        user.must(Action.KEEP_LIBRARY)
        self._add(user, [srd])
        return self.standard(srd.id, srd.language, srd.version)

    def make_effective(self, user: User, srd_id: str, language: str, version: int) -> None:
        """Puts an approved version into force; the one before is superseded with it (SRD-2).

        Raises:
            NotPermitted: the user does not keep the library.
            StandardMissing: not in the library.
            NotYetEffective: not approved, or before its first day.
        """
        user.must(Action.KEEP_LIBRARY)
        srd = self.standard(srd_id, language, version)
        if srd.state is not SrdState.APPROVED:
            raise _too_early(srd)
        with self._office.database.write(user.id, "library.make_effective") as session:
            self._put_into_force(session, srd)
            store.set_state(session, srd, SrdState.EFFECTIVE)

    def withdraw(self, user: User, srd_id: str, language: str, reason: str) -> None:
        """Takes what is in force out of use at once (SRD-3); letters that hold it are stopped.

        Raises:
            NotPermitted: the user does not keep the library.
            ReasonMissing: no reason.
            StandardMissing: not in the library.
        """
        user.must(Action.KEEP_LIBRARY)
        if not reason.strip():
            raise ReasonMissing
        srd = self.standard(srd_id, language)
        with self._office.database.write(user.id, "library.withdraw", reason.strip()) as session:
            store.set_state(session, srd, SrdState.WITHDRAWN)
            self._office.index.remove(session, "standard", _ref(srd))

    def load(self, user: User, folder: Path) -> list[StandardResponse]:
        """Enters every version of a folder that the library does not hold yet, or none.

        Raises:
            NotPermitted: the user does not keep the library.
            LibraryFileUnreadable: a file is not in the form we read.
            VersionTaken, DatesWrong, NotYetEffective, SourceMissing: see `add_version`.
        """
        user.must(Action.KEEP_LIBRARY)
        with self._office.database.read() as session:
            known = {_key(s) for s in store.versions(session)}
        new = [srd for srd in read_folder(folder) if _key(srd) not in known]
        self._add(user, new, first_may_be=True)
        return new

    def _add(self, user: User, new: Iterable[StandardResponse], first_may_be: bool = False) -> None:
        """Enters versions in one transaction; a loaded library may begin above version 1."""
        with self._office.database.write(user.id, "library.add_version") as session:
            for srd in new:
                held = store.versions(session, srd.id)
                _check(srd, held, first_may_be)
                if srd.state is SrdState.EFFECTIVE:
                    self._put_into_force(session, srd)
                store.add(session, srd)
                session.flush()

    def _put_into_force(self, session: Session, srd: StandardResponse) -> None:
        if srd.effective_from > self._today():
            raise _too_early(srd)
        for other in store.versions(session, srd.id):
            if other.language == srd.language and other.state is SrdState.EFFECTIVE:
                store.set_state(session, other, SrdState.SUPERSEDED)
        body = "\n".join(p for s in srd.sections for p in (s.heading, *s.paragraphs))
        self._office.index.put(session, "standard", _ref(srd), (srd.title, body), srd.language)

    def _today(self) -> date:
        return self._office.database.clock().astimezone(self._zone).date()


def _check(srd: StandardResponse, held: list[StandardResponse], first_may_be: bool) -> None:
    mine = [s.version for s in held if s.language == srd.language]
    following = max(mine, default=0) + 1
    if srd.version != following and (mine or not first_may_be):
        raise VersionTaken(id=srd.id, version=srd.version, language=srd.language, next=following)
    if not 0 < (srd.expires_on - srd.effective_from).days <= LONGEST_DAYS:
        raise DatesWrong(id=srd.id, start=srd.effective_from, end=srd.expires_on)
    source = (srd.source_language, srd.source_version)
    if srd.source_version is not None and source not in {(s.language, s.version) for s in held}:
        raise SourceMissing(id=srd.id, language=srd.language)


def _nearness(topic: str, asked: str) -> int:
    if topic == asked:
        return _SAME
    return _KINDRED if topic.split("-", maxsplit=1)[0] == asked.split("-", maxsplit=1)[0] else 0


def _too_early(srd: StandardResponse) -> NotYetEffective:
    return NotYetEffective(
        id=srd.id, language=srd.language, state=srd.state.value, start=srd.effective_from
    )


def _key(srd: StandardResponse) -> tuple[str, str, int]:
    return srd.id, srd.language, srd.version


def _ref(srd: StandardResponse) -> str:
    return f"{srd.id}/{srd.language}"

"""Requests of a person about their own data: access, correction, pseudonymising, erasure."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.inquiries import InquiryService, Requester, RequesterType
from mi_desktop.keeping import finding, naming, store, subject_store
from mi_desktop.keeping.erasing import Eraser
from mi_desktop.keeping.errors import NobodyFound, ReasonMissing
from mi_desktop.keeping.export import Exporter
from mi_desktop.keeping.model import (
    Footprint,
    Person,
    Request,
    RequestKind,
    Standing,
    Way,
)
from mi_desktop.keeping.restricting import RestrictionDesk
from mi_desktop.people import Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


class RequestDesk:
    """What a person may ask of the office (GD-02, GD-03, GD-04, GD-10)."""

    def __init__(
        self,
        office: Office,
        settings: OfficeSettings,
        inquiries: InquiryService,
        tools: tuple[Eraser, Exporter, RestrictionDesk],
    ) -> None:
        self._office = office
        self._settings = settings.keeping
        self._inquiries = inquiries
        self._eraser, self._exporter, self._restrictions = tools

    def requests(self) -> list[Request]:
        """All that were entered, the latest first."""
        with self._office.database.read() as session:
            return store.requests(session)

    def find(self, user: User, person: Person) -> Footprint:
        """Everything of a person: what could go, what must stay and why; the look is noted.

        Raises:
            NobodyFound: nothing names this person.
        """
        user.must(Action.KEEP_RECORDS)
        with self._office.database.write(user.id, "keeping.find") as session:
            self._office.database.note(session, "person", "looked up")
        return self._footprint(person)

    def export(
        self, user: User, person: Person, to: tuple[Path, str | None], identity: str,
        progress: Progress | None = None,
    ) -> Path:  # fmt: skip
        """One person's data: a contents list, the records as JSON, mail and letters as they are.

        Args:
            user: who answers the request.
            person: whose data.
            to: the new file, and a passphrase or None. With one it is a PDF locked with AES-256
                that carries the files as attachments, without one a ZIP.
            identity: how the person's identity was checked, without personal data.
            progress: may cancel.

        Raises:
            NobodyFound, ReasonMissing: see `find`; nothing says how identity was checked.
            ExportNotWritten: the file exists, full disk, no permission.
        """
        user.must(Action.KEEP_RECORDS)
        _checked(identity)
        found = self._footprint(person)
        path = self._exporter.write(found, to, progress or Quiet())
        self._enter(user, RequestKind.ACCESS, identity, [*found.goes, *found.stays])
        return path

    def rectify(self, user: User, person: Person, requester: Requester, identity: str) -> list[str]:
        """Corrects the person's details in all their inquiries; whoever registers may correct.

        What stood there before is kept under restriction: only `former` shows it, for a reason.
        The audit trail keeps that and when they were changed, by digest alone (GD-05, GD-10).

        Returns:
            The numbers of the inquiries that were corrected.

        Raises:
            NobodyFound, ReasonMissing: see `find`.
        """
        user.must(Action.REGISTER)
        _checked(identity)
        found = self._footprint(person)
        every = [s for s in (*found.goes, *found.stays) if s.kind == "inquiry"]
        before = [self._inquiries.inquiry(s.id) for s in every]
        with self._office.database.write(user.id, "keeping.keep_former") as session:
            for inquiry in before:
                store.add_former(session, inquiry.id, vars(inquiry.requester))
        for inquiry in before:
            new = replace(requester, type=inquiry.requester.type)
            self._inquiries.change_requester(user, inquiry.id, inquiry.version, new)
        with self._office.database.write(user.id, "keeping.rectify") as session:
            records = [("inquiry", s.id) for s in every]
            self._office.database.chain.forget(session, records)
        self._enter(user, RequestKind.RECTIFICATION, identity, every)
        return [s.number for s in every]

    def former(self, user: User, inquiry_id: str, why: str) -> list[tuple[datetime, Requester]]:
        """The details that stood in an inquiry before they were put right; the look is noted.

        Raises:
            ReasonMissing: nothing says why.
        """
        user.must(Action.KEEP_RECORDS)
        if not why.strip():
            raise ReasonMissing(what="why the former details are looked at")
        with self._office.database.write(user.id, "keeping.former", why.strip()) as session:
            self._office.database.note(session, "inquiry", inquiry_id)
            found = store.former(session, inquiry_id)
        return [(at, _requester(details)) for at, details in found]

    def restrict(self, user: User, person: Person, why: str, identity: str) -> list[str]:
        """Restricts the use of all of a person's inquiries (GD-10); returns their numbers.

        Raises:
            NobodyFound, ReasonMissing: see `find`.
        """
        user.must(Action.KEEP_RECORDS)
        _checked(identity)
        found = self._footprint(person)
        every = [s for s in (*found.goes, *found.stays) if s.kind == "inquiry"]
        fresh = self._restrictions.restrict(user, [s.id for s in every], why)
        about = [s for s in every if s.id in fresh]
        self._enter(user, RequestKind.RESTRICTION, identity, about or every)
        return [s.number for s in about]

    def enter(
        self, user: User, what: tuple[RequestKind, date], person: Person, identity: str
    ) -> Request:
        """Enters a request that came and is not answered yet, with its month to answer (GD-10).

        Args:
            user: who enters it.
            what: what is asked for, and the day it came.
            person: who asks; the verb that answers it finds it by what there is of them.
            identity: how identity was checked so far; "" where it was not yet.
        """
        user.must(Action.KEEP_RECORDS)
        kind, came = what
        noon = datetime.combine(came, time(12), UTC)
        try:
            found = self._footprint(person)
        except NobodyFound:
            found = Footprint(person, (), ())
        request = Request(
            id=new_id(),
            kind=kind,
            open=True,
            asked_at=noon,
            due=_month_after(noon),
            identity=identity.strip(),
            by=user.id,
            subjects=tuple(s.number for s in (*found.goes, *found.stays)),
        )
        with self._office.database.write(user.id, "keeping.enter_request") as session:
            store.add_request(session, request)
        return request

    def settle(self, user: User, request_id: str, outcome: str) -> None:
        """Closes a request that was entered: what was done, or why not (Art. 12(4)).

        Raises:
            ReasonMissing: nothing says what was done.
            RequestMissing: none is open under this id.
        """
        user.must(Action.KEEP_RECORDS)
        if not outcome.strip():
            raise ReasonMissing(what="what was done about it")
        with self._office.database.write(user.id, "keeping.settle_request") as session:
            done = (self._office.database.clock(), user.id)
            store.finish_request(session, request_id, done, None, outcome.strip())

    def pseudonymise(self, user: User, person: Person, identity: str) -> bytes:
        """Puts a random name in the person's place; returns the receipt (GD-04).

        What names the person lies sealed under a key of their own: see `SubjectDesk`.
        """
        return self._let_go(user, person, identity, Way.SEALED)

    def erase(self, user: User, person: Person, identity: str) -> bytes:
        """Destroys what may go of a person's data; the receipt says what stays and why (GD-03).

        What lies sealed under a random name of theirs goes with its key.

        Raises:
            NobodyFound, ReasonMissing: see `find`.
            ChangedByColleague: something must stay by now; look again.
        """
        return self._let_go(user, person, identity, Way.ERASED)

    def _let_go(self, user: User, person: Person, identity: str, way: Way) -> bytes:
        user.must(Action.KEEP_RECORDS)
        _checked(identity)
        found = self._footprint(person)
        kind = RequestKind.ERASURE if way is Way.ERASED else RequestKind.PSEUDONYMISATION
        request = self._request(user, kind, identity, [*found.goes, *found.stays])
        if way is Way.ERASED and found.sealed:
            sealed = tuple(number for s in found.sealed for number in s.numbers)
            request = replace(request, subjects=(*request.subjects, *sealed))
            self._eraser.destroy_keys(user.id, [s.id for s in found.sealed])
        return self._eraser.erase(user.id, request, way, (found.goes, found.stays))

    def receipt(self, request: Request) -> bytes:
        """The receipt of a finished request, as it was given then."""
        if request.receipt_id is None:
            raise NobodyFound
        with self._office.database.read() as session:
            return self._office.vault.read(session, request.receipt_id)

    def erase_again(self, list_file: Path, by: str) -> int:
        """After a restore: erases anew what the list beside the backup names (GD-06).

        Raises:
            ListUnreadable: the list is damaged or of another office.
        """
        return self._eraser.again(self._eraser.read_list(list_file), by)

    def _footprint(self, person: Person) -> Footprint:
        with self._office.database.read() as session:
            terms = finding.Terms(self._settings, self._office.database.clock().date())
            found = finding.footprint(session, person, terms)
            marks = naming.marks(self._office, person)
            sealed = tuple(s for s in subject_store.marked(session, marks) if s.open)
        if not found.goes and not found.stays and not sealed:
            raise NobodyFound
        return replace(found, sealed=sealed)

    def _enter(self, user: User, kind: RequestKind, identity: str, about: list[Standing]) -> None:
        """Keeps that a request was answered at once, or the one that waited for it."""
        request = self._request(user, kind, identity, about)
        with self._office.database.write(user.id, f"keeping.{kind.value}") as session:
            store.close_request(session, request, None)

    def _request(
        self, user: User, kind: RequestKind, identity: str, about: list[Standing]
    ) -> Request:
        """A request that came now; the one that was entered when it came, where that is open."""
        now = self._office.database.clock()
        numbers = tuple(s.number for s in about)
        for waiting in self.requests():
            if waiting.open and waiting.kind is kind and set(waiting.subjects) & set(numbers):
                return replace(waiting, identity=identity.strip(), subjects=numbers)
        return Request(
            id=new_id(),
            kind=kind,
            open=False,
            asked_at=now,
            due=_month_after(now),
            identity=identity.strip(),
            by=user.id,
            subjects=numbers,
        )


def _month_after(at: datetime) -> datetime:
    """One month to answer (GD-02, Art. 12(3)): the same day of the next month, or its last."""
    year, month = (at.year, at.month + 1) if at.month < 12 else (at.year + 1, 1)
    return at.replace(year=year, month=month, day=min(at.day, monthrange(year, month)[1]))


def _requester(details: dict[str, Any]) -> Requester:
    return Requester(**{**details, "type": RequesterType(details["type"])})


def _checked(identity: str) -> None:
    if not identity.strip():
        raise ReasonMissing(what="how the person's identity was checked")

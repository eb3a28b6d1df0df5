"""Requests of a person about their own data: access, correction, pseudonymising, erasure."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.inquiries import InquiryService, Requester
from mi_desktop.keeping import finding, store
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
from mi_desktop.people import Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_MONTH = timedelta(days=30)


class RequestDesk:
    """What a person may ask of the office (GD-02, GD-03, GD-04, GD-10)."""

    def __init__(
        self,
        office: Office,
        settings: OfficeSettings,
        inquiries: InquiryService,
        tools: tuple[Eraser, Exporter],
    ) -> None:
        self._office = office
        self._months = settings.keeping.inquiry_months
        self._inquiries = inquiries
        self._eraser, self._exporter = tools

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
        """Corrects the person's details in all their inquiries; the words before are destroyed.

        Whoever may register may correct.

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
        for standing in every:
            inquiry = self._inquiries.inquiry(standing.id)
            new = replace(requester, type=inquiry.requester.type)
            self._inquiries.change_requester(user, inquiry.id, inquiry.version, new)
        with self._office.database.write(user.id, "keeping.rectify") as session:
            records = [("inquiry", s.id) for s in every]
            self._office.database.chain.forget(session, records)
        self._enter(user, RequestKind.RECTIFICATION, identity, every)
        return [s.number for s in every]

    def pseudonymise(self, user: User, person: Person, identity: str) -> bytes:
        """Puts a random name in the person's place, for good; returns the receipt (GD-04)."""
        return self._let_go(user, person, identity, Way.PSEUDONYMISED)

    def erase(self, user: User, person: Person, identity: str) -> bytes:
        """Destroys what may go of a person's data; the receipt says what stays and why (GD-03).

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
            found = finding.footprint(session, person, self._months)
        if not found.goes and not found.stays:
            raise NobodyFound
        return found

    def _enter(self, user: User, kind: RequestKind, identity: str, about: list[Standing]) -> None:
        """Keeps that a request was answered at once."""
        request = self._request(user, kind, identity, about)
        with self._office.database.write(user.id, f"keeping.{kind.value}") as session:
            store.add_request(session, replace(request, done_at=request.asked_at))

    def _request(
        self, user: User, kind: RequestKind, identity: str, about: list[Standing]
    ) -> Request:
        now = self._office.database.clock()
        return Request(
            id=new_id(),
            kind=kind,
            open=False,
            asked_at=now,
            due=_month_after(now),
            identity=identity.strip(),
            by=user.id,
            subjects=tuple(s.number for s in about),
        )


def _month_after(at: datetime) -> datetime:
    """One month to answer (GD-02)."""
    return at + _MONTH


def _checked(identity: str) -> None:
    if not identity.strip():
        raise ReasonMissing(what="how the person's identity was checked")

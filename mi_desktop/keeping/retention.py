"""How long what is kept: legal holds, what is due, and letting it go by two people."""

from dataclasses import replace
from datetime import date

from mi_desktop.basics.ids import new_id
from mi_desktop.keeping import finding, store
from mi_desktop.keeping.erasing import Eraser
from mi_desktop.keeping.errors import NothingDue, ReasonMissing, RequestMissing, SamePerson
from mi_desktop.keeping.model import Hold, Person, Request, RequestKind, Standing, Way
from mi_desktop.people import Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_WAYS = {RequestKind.AGEING: Way.SEALED, RequestKind.DESTRUCTION: Way.PSEUDONYMISED}
_FINAL = {RequestKind.DESTRUCTION}


class RetentionDesk:
    """Holds, what is due, and letting it go (GD-03, P11-07)."""

    def __init__(self, office: Office, settings: OfficeSettings, eraser: Eraser) -> None:
        self._office = office
        self._settings = settings.keeping
        self._eraser = eraser

    def holds(self) -> list[Hold]:
        """The holds in force, the oldest first, with the numbers of their inquiries."""
        with self._office.database.read() as session:
            found = store.holds(session)
            ids = [h.inquiry_id for h in found if h.inquiry_id]
            numbers = {s.id: s.number for s in finding.standing_of(session, ids, self._terms())}
        return [replace(h, number=numbers.get(h.inquiry_id or "", "")) for h in found]

    def hold(self, user: User, what: str | Person, why: str) -> Hold:
        """Keeps an inquiry (by id), or everything of a person, whatever else is due.

        Raises:
            ReasonMissing: nothing says why, or nobody is named.
        """
        user.must(Action.KEEP_RECORDS)
        if not why.strip():
            raise ReasonMissing(what="why it is held")
        if isinstance(what, Person) and what.empty:
            raise ReasonMissing(what="who it is about")
        inquiry = what if isinstance(what, str) else None
        person = what if isinstance(what, Person) else None
        at = self._office.database.clock()
        hold = Hold(new_id(), inquiry, person, why.strip(), user.id, at)
        with self._office.database.write(user.id, "keeping.hold", hold.why) as session:
            store.add_hold(session, hold)
        return hold

    def lift(self, user: User, hold_id: str, why: str) -> None:
        """Ends a hold.

        Raises:
            ReasonMissing: nothing says why.
        """
        user.must(Action.KEEP_RECORDS)
        if not why.strip():
            raise ReasonMissing(what="why the hold is lifted")
        with self._office.database.write(user.id, "keeping.lift_hold", why.strip()) as session:
            store.lift_hold(session, hold_id, user.id, self._office.database.clock())

    def due(self) -> list[Standing]:
        """What is past its time, held or not, the earliest first."""
        with self._office.database.read() as session:
            return finding.due(session, self._terms())

    def authorisation_ends(self) -> dict[str, date]:
        """By product, the day on which its marketing authorisation ended."""
        with self._office.database.read() as session:
            return store.authorisation_ends(session)

    def authorisation_ended(self, user: User, product_id: str, on: date | None) -> None:
        """Enters the day on which a product's authorisation ended; None takes it back (GD-03).

        Reports to safety about the product fall due so many years later.
        """
        user.must(Action.KEEP_RECORDS)
        with self._office.database.write(user.id, "keeping.authorisation_ended") as session:
            store.put_authorisation_end(session, product_id, on)

    def proposed(self) -> list[Request]:
        """What waits for a second person."""
        with self._office.database.read() as session:
            found = store.requests(session)
        return [r for r in found if r.open and r.kind in _WAYS]

    def propose(
        self, user: User, numbers: list[str], kind: RequestKind = RequestKind.AGEING
    ) -> Request:
        """Proposes to pseudonymise what is due; nothing happens before somebody else confirms.

        Args:
            user: who proposes.
            numbers: of inquiries and mail pieces.
            kind: `AGEING` seals the names apart (GD-03), `DESTRUCTION` destroys them for good.

        Raises:
            NothingDue: one of them is not due, is held or must stay.
        """
        user.must(Action.KEEP_RECORDS)
        fit = {s.number for s in self.due() if s.kept is None}
        for number in numbers:
            if number not in fit:
                raise NothingDue(number=number)
        if not numbers:
            raise NothingDue(number="—")
        now = self._office.database.clock()
        request = Request(
            id=new_id(),
            kind=kind,
            open=True,
            asked_at=now,
            due=now,
            identity="",
            by=user.id,
            subjects=tuple(numbers),
        )
        action = "keeping.propose_" + ("destruction" if kind in _FINAL else "pseudonymisation")
        with self._office.database.write(user.id, action) as session:
            store.add_request(session, request)
        return request

    def confirm(self, user: User, request_id: str) -> bytes:
        """Does what a colleague proposed, as far as it is still due; returns the receipt.

        Inquiries stay as figures under a random name (GD-03).

        Raises:
            RequestMissing: nothing is proposed under this id.
            SamePerson: who proposed it does not confirm it.
        """
        user.must(Action.KEEP_RECORDS)
        request = next((r for r in self.proposed() if r.id == request_id), None)
        if request is None:
            raise RequestMissing
        if request.by == user.id:
            raise SamePerson
        chosen = [s for s in self.due() if s.number in request.subjects]
        goes = [s for s in chosen if s.kept is None]
        stays = [s for s in chosen if s.kept is not None]
        return self._eraser.erase(user.id, request, _WAYS[request.kind], (goes, stays))

    def _terms(self) -> finding.Terms:
        return finding.Terms(self._settings, self._office.database.clock().date())

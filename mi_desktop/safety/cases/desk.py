"""The desk where cases are filled: `services.safety.cases`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar, cast

from sqlalchemy.orm import Session

from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef
from mi_desktop.people import Action, User
from mi_desktop.safety.assistant import mark_text
from mi_desktop.safety.cases import store
from mi_desktop.safety.cases.begin import begin
from mi_desktop.safety.cases.checks import Problem, problems
from mi_desktop.safety.cases.contacts import apart, meant, together
from mi_desktop.safety.cases.element import walk
from mi_desktop.safety.cases.errors import (
    CaseUnfit,
    ContactNeedsReason,
    NoSuchField,
    NotTheSameMail,
)
from mi_desktop.safety.cases.model import AeCase, Case, Head, PqcCase
from mi_desktop.safety.cases.report import Linked
from mi_desktop.safety.cases.signs import falsified_signs
from mi_desktop.safety.cases.suggest import Sources, Suggestion, suggestions
from mi_desktop.safety.cases.values import NOT_ASKED, Given
from mi_desktop.safety.clocks import awareness, day_zero
from mi_desktop.safety.model import MarkKind
from mi_desktop.safety.standing import Neighbours, assess, product_names, subject
from mi_desktop.safety.store import handoff as handoff_of
from mi_desktop.storage.errors import ChangedByColleague

C = TypeVar("C", bound=AeCase | PqcCase)
# How a link reads from the other side.
_BACK = {"mother": "child", "child": "mother", "complaint": "event", "event": "complaint"}


class CaseDesk:
    """Opens cases, offers what is known, keeps what a person confirms."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._read: set[tuple[str, str, str]] = set()

    def case(self, handoff_id: str) -> Case:
        """The hand-off's case as it stands; an empty form before the first save.

        Without what lies in the zone of contacts: `whole` has it (FU-2).

        Raises:
            NoHandOff: none has this id.
        """
        with self._rooms.office.database.read() as session:
            return self._standing(session, handoff_id)

    def whole(self, user: User, handoff_id: str, reason: str = "") -> Case:
        """The case with names, addresses and numbers out of the zone of contacts (FU-2).

        Specialists and safety need them for their work; quality and auditors say why. It stands
        in the trail, but where people read what they entered themselves.

        Args:
            user: who reads.
            handoff_id: of the case.
            reason: why, for those whose work is another.

        Raises:
            NotPermitted: the user's roles do not allow it.
            ContactNeedsReason: they allow it with a reason, and none was given.
            NoHandOff: none has this id.
        """
        user.must(Action.READ_CONTACT)
        if not (user.may(Action.KNOW_CONTACT) or reason.strip()):
            raise ContactNeedsReason
        with self._rooms.office.database.read() as session:
            case = self._standing(session, handoff_id)
            contacts, entered_by = store.contacts(session, handoff_id)
        if contacts and entered_by != user.id:
            self._note_reading(user, handoff_id, reason.strip())
        return together(case, contacts)

    def _note_reading(self, user: User, handoff_id: str, reason: str) -> None:
        """One line a person, case and reason while the office is open: a form is drawn often."""
        reading, database = (user.id, handoff_id, reason), self._rooms.office.database
        if reading not in self._read:
            with database.write(user.id, "safety.read_contact", reason) as session:
                database.note(session, "case_contact", handoff_id)
            self._read.add(reading)

    def suggestions(self, case: Case) -> tuple[Suggestion, ...]:
        """What the inquiry, its evidence and its pages say for fields that are "not asked"."""
        return suggestions(case, self._sources(case))

    def problems(self, case: Case) -> tuple[Problem, ...]:
        """What does not fit together, in words at the field; nothing is changed."""
        return problems(case, self._today())

    def falsified_signs(self, case: PqcCase) -> tuple[Words, ...]:
        """What speaks for a falsified product (FAL-1)."""
        serial = case.pack.serial.value
        with self._rooms.office.database.read() as session:
            twice = bool(serial and store.others_with(session, serial, case.head.handoff_id))
        name = (case.pack.name.value or "").casefold()
        sold = (
            p.marketed_in for p in self._rooms.catalogue.products() if p.brand.casefold() == name
        )
        return falsified_signs(case, next(sold, ()), twice)

    def save(self, user: User, case: C, reason: str = "") -> C:
        """Keeps the case as its next revision; the ones before stay readable.

        Args:
            user: who filled it.
            case: as `case` or `revision` gave it, changed.
            reason: why, where it was handed over before.

        Raises:
            NotPermitted: the user's roles do not allow it, or not a field that is quality's.
            CaseUnfit: a field is too long, not in its list, or names a patient (FU-2).
            ChangedByColleague: somebody saved it meanwhile.
        """
        user.must(Action.ANSWER_SAFETY)
        self._refuse_unfit(case, self.problems(case))
        with self._rooms.office.database.write(user.id, "safety.save_case", reason) as session:
            return self._keep(session, user, case)

    def take_over(self, user: User, case: AeCase) -> AeCase:
        """Keeps a case as others reported it: what they say of a person too much is told, not lost.

        Raises:
            as `save`, but for what is too much of a person (FU-2): that stays to be mended.
        """
        user.must(Action.ANSWER_SAFETY)
        self._refuse_unfit(case, [p for p in self.problems(case) if not p.personal])
        with self._rooms.office.database.write(user.id, "safety.save_case") as session:
            return self._keep(session, user, replace(case, head=replace(case.head, opened=True)))

    def link(self, user: User, handoff_id: str, other_id: str, how: str) -> tuple[Case, Case]:
        """Links two cases, each to the other: mother and child, two patients (AE-MIN-8).

        Args:
            user: who links them.
            handoff_id: of the first case.
            other_id: of the second.
            how: what the second is to the first, a code of `codes.LINK`.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NotTheSameMail: a case with itself, or of two inquiries that share nothing.
        """
        user.must(Action.ANSWER_SAFETY)
        with self._rooms.office.database.write(user.id, "safety.link_cases") as session:
            one, two = (self._standing(session, i) for i in (handoff_id, other_id))
            if handoff_id == other_id:
                raise NotTheSameMail(one=one.head.number, other=two.head.number)
            first = self._keep(session, user, _linked(one, two.head.number, how))
            back = _linked(two, one.head.number, _BACK.get(how, how))
            return first, self._keep(session, user, back)

    def revisions(self, handoff_id: str) -> list[tuple[Head, tuple[str, ...]]]:
        """Every save of the case with the paths of the fields it changed."""
        with self._rooms.office.database.read() as session:
            return store.revisions(session, handoff_id)

    def revision(self, handoff_id: str, number: int) -> Case:
        """The case as it was saved then.

        Raises:
            NoSuchField: it has no such revision.
        """
        with self._rooms.office.database.read() as session:
            found = store.revision(session, handoff_id, number)
        if found is None:
            raise NoSuchField(path=f"revision {number}")
        return found

    def _standing(self, session: Session, handoff_id: str) -> Case:
        handoff = handoff_of(session, handoff_id)
        return store.newest(session, handoff_id) or begin(handoff)

    def _keep(self, session: Session, user: User, case: C) -> C:
        before = self._standing(session, case.head.handoff_id)
        if before.head.revision != case.head.revision:
            raise ChangedByColleague
        zone, _ = store.contacts(session, case.head.handoff_id)
        whole = meant(case, cast("C", before), zone)
        changed = tuple(_changed(together(before, zone), whole))
        if any(place.element.quality and place.path in changed for place in walk(case)):
            user.must(Action.CLASSIFY_DEFECT)
        now = self._rooms.office.database.clock()
        head = replace(
            before.head, revision=before.head.revision + 1, saved_at=now, saved_by=user.id
        )
        kept, contacts = apart(replace(whole, head=head))
        store.add(session, kept, changed, tuple(_serials(kept)))
        if contacts != zone:
            store.add_contacts(session, head, contacts)
        return replace(whole, head=replace(head, opened=True)) if case.head.opened else kept

    def _refuse_unfit(self, case: Case, found: Iterable[Problem]) -> None:
        for problem in found:
            if problem.stops:
                element = next(p.element for p in walk(case) if p.path == problem.path)
                raise CaseUnfit(number=case.head.number, field=element.label, why=problem.words)

    def _today(self) -> date:
        return day_zero(self._rooms.office.database.clock(), self._rooms.settings.zone)

    def _sources(self, case: Case) -> Sources:
        rooms = self._rooms
        inquiry = rooms.inquiries.inquiry(case.head.inquiry_id)
        about = subject(rooms, inquiry.id)
        with rooms.office.database.read() as session:
            assessment = assess(rooms, session, about)
        pieces = rooms.intake.pieces(inquiry.piece_ids)
        newest = max((p.received_at for p in pieces), default=awareness(inquiry))
        pages = [page for piece in pieces for page in piece.pages]
        wanted = (p for p in rooms.catalogue.products() if p.id == inquiry.product_id)
        return Sources(
            inquiry=inquiry,
            assessment=assessment,
            zero=day_zero(awareness(inquiry), rooms.settings.zone),
            latest=day_zero(newest, rooms.settings.zone),
            product=next(wanted, None),
            codes=tuple(dict.fromkeys(code for page in pages for code in page.codes)),
            packs=tuple(self._marked(assessment.pages, MarkKind.BATCH)),
            patients=tuple(self._marked(assessment.pages, MarkKind.PATIENT)),
            holder=rooms.settings.letterhead.company or rooms.settings.name,
        )

    def _marked(self, pages: tuple[PageRef, ...], kind: MarkKind) -> Iterator[str]:
        """The texts on the pages that the assistant marked so."""
        names = product_names(self._rooms)
        for ref in pages:
            page = self._rooms.ocr.text(ref)
            if page is not None:
                for mark in mark_text(page.text, page.language, names).spans:
                    if mark.kind is kind:
                        yield page.text[mark.start : mark.end]


def _linked(case: Case, number: str, how: str) -> Case:
    """The case with this link; one to the same case is replaced."""
    held = case.report.linked if isinstance(case, AeCase) else case.linked
    links = (*(x for x in held if x.number.value != number), Linked(Given(number), Given(how)))
    if isinstance(case, AeCase):
        return replace(case, report=replace(case.report, linked=links))
    return replace(case, linked=links)


def _serials(case: Case) -> Iterator[str]:
    for place in walk(case):
        if place.path.endswith("serial") and place.given.value:
            yield place.given.value


def _changed(before: Case, after: Case) -> Iterator[str]:
    """The paths of the fields that differ; those taken away too."""
    now = {place.path: place.given for place in walk(after)}
    was = {place.path: place.given for place in walk(before)}
    for path in dict.fromkeys((*now, *was)):
        if now.get(path, NOT_ASKED) != was.get(path, NOT_ASKED):
            yield path

"""Files of others: kept byte for byte beside the case, and what became of each line in them."""

from functools import cached_property
from typing import cast

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.words import words
from mi_desktop.people import Action, User
from mi_desktop.safety import store
from mi_desktop.safety.cases import AeCase
from mi_desktop.safety.cases import store as kept_cases
from mi_desktop.safety.cases.contacts import together
from mi_desktop.safety.cases.desk import CaseDesk
from mi_desktop.safety.e2b import incoming_store as kept
from mi_desktop.safety.e2b.acknowledgements import ReportReceipt
from mi_desktop.safety.e2b.checking import Checked
from mi_desktop.safety.e2b.comparing import differences, shaded
from mi_desktop.safety.e2b.errors import NoSuchFile, NotAMessage, UnknownCase
from mi_desktop.safety.e2b.incoming_store import Incoming
from mi_desktop.safety.e2b.mapping import fill, read_case
from mi_desktop.safety.e2b.matching import Matched, Outcome, lines, numbers_in, said, unclear
from mi_desktop.safety.errors import WrongState
from mi_desktop.safety.model import HandOff, HandOffKind
from mi_desktop.safety.receipts import Receipts
from mi_desktop.safety.standing import Neighbours


class IncomingFiles:
    """Where reports and acknowledgements of others come in."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office

    @cached_property
    def _cases(self) -> CaseDesk:
        return CaseDesk(self._rooms)

    def take_receipt(self, user: User, checked: Checked) -> tuple[Matched, ...]:
        """Keeps an acknowledgement and does what it says; each line is answered for, none dropped.

        What was accepted is acknowledged; what was rejected is a question to us. A number that is
        not ours changes nothing and is said.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NotAMessage: these are reports.
        """
        user.must(Action.HAND_OFF)
        receipt = checked.receipt
        if receipt is None:
            raise NotAMessage(name=checked.name, kind=words("a report, no acknowledgement"))
        answered = list(lines(receipt))
        file_id = self._keep(user, checked, None, len(answered))
        ours = _Numbers(self._rooms)
        made = []
        for number, line in enumerate(answered, start=1):
            handoff = ours.find(line.number)
            became = self._take(user, line, handoff)
            with self._office.database.write(user.id, "safety.e2b_take") as session:
                kept.add_line(session, (file_id, number, handoff.id if handoff else None), became)
            made.append(became)
        return tuple(made)

    def fill_case(self, user: User, number: str, checked: Checked, report: int = 1) -> AeCase:
        """Keeps the file and puts one of its reports into a case, as its next revision.

        Args:
            user: who does it.
            number: the hand-off's whose case it is.
            checked: the file.
            report: which of its reports, from 1.

        Raises:
            NotPermitted: the user's roles do not allow it.
            UnknownCase: no such hand-off, or the file has no such report.
            NotAMessage: this is an acknowledgement.
            ChangedByColleague: somebody saved it meanwhile.
        """
        user.must(Action.ANSWER_SAFETY)
        with self._office.database.read() as session:
            handoff = store.handoff_by_number(session, number.strip())
        reports = checked.batch.messages
        if handoff is None or handoff.kind is not HandOffKind.SAFETY or report > len(reports):
            raise UnknownCase(number=number)
        theirs = reports[report - 1]
        with self._office.database.read() as session:
            zone, _ = kept_cases.contacts(session, handoff.id)
        before = cast("AeCase", self._cases.case(handoff.id))
        whole = fill(together(before, zone)).done()
        case = self._cases.take_over(user, read_case(theirs, before.head))
        differs = tuple(shaded(iter(differences(whole, theirs)), case))
        file_id = self._keep(user, checked, handoff.id, len(reports))
        told = words("{number} was filled from {name}.", number=handoff.number, name=checked.name)
        became = Matched(Outcome.FILLED, theirs.text("C.1.1"), handoff.number, told)
        with self._office.database.write(user.id, "safety.e2b_take") as session:
            at = (file_id, report, handoff.id)
            kept.add_line(session, at, became, (case.head.revision, differs))
        return case

    def incoming(self, number: str = "") -> tuple[Incoming, ...]:
        """What came in for a case, the oldest first; without a number, what no case took.

        Raises:
            UnknownCase: no hand-off has the number.
        """
        with self._office.database.read() as session:
            handoff = store.handoff_by_number(session, number.strip()) if number else None
            if number and handoff is None:
                raise UnknownCase(number=number)
            return kept.incoming(session, handoff.id if handoff else None)

    def original(self, user: User, file_id: str) -> bytes:
        """A file byte for byte as it came; it may name people (FU-2).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoSuchFile: none has this id.
            DocumentDamaged, DocumentErased: it cannot be opened any more.
        """
        user.must(Action.KNOW_CONTACT)
        with self._office.database.write(user.id, "safety.e2b_read") as session:
            row = session.get(kept.FileRow, file_id)
            if row is None:
                raise NoSuchFile
            self._office.database.note(session, "e2b_file", file_id)
            return self._office.vault.read(session, row.document_id)

    def _keep(self, user: User, checked: Checked, handoff_id: str | None, reports: int) -> str:
        """Seals the file as it came, before anything is done with what it says."""
        sealed = self._office.vault.seal(checked.data)
        file_id = new_id()
        with self._office.database.write(user.id, "safety.e2b_keep") as session:
            self._office.vault.record(session, sealed)
            session.flush()
            session.add(
                kept.FileRow(
                    id=file_id,
                    handoff_id=handoff_id,
                    kind="acknowledgement" if checked.receipt else "report",
                    name=checked.name,
                    document_id=sealed.id,
                    sha256=sealed.sha256,
                    taken_at=self._office.database.clock(),
                    taken_by=user.id,
                    reports=reports,
                    elements=checked.elements,
                    unknown=list(checked.unknown),
                )
            )
        return file_id

    def _take(self, user: User, line: ReportReceipt, handoff: HandOff | None) -> Matched:
        why = unclear(line)
        if why is not None:
            return Matched(Outcome.UNCLEAR, line.number, "", why)
        if handoff is None:
            told = words("No case has the number {number}; a person must look.", number=line.number)
            return Matched(Outcome.UNKNOWN, line.number, "", told)
        desk = Receipts(self._rooms)
        who = line.sender or "E2B"
        try:
            if line.accepted:
                desk.acknowledge(user, handoff.id, who, line.local)
                told = words("{number} is acknowledged.", number=handoff.number)
                return Matched(Outcome.ACKNOWLEDGED, line.number, handoff.number, told)
            desk.ask(user, handoff.id, who, said(line))
            told = words("{number} was rejected: {why}", number=handoff.number, why=said(line))
            return Matched(Outcome.REJECTED, line.number, handoff.number, told)
        except WrongState as e:
            known = line.accepted and handoff.acknowledged_at is not None
            outcome = Outcome.ALREADY if known else Outcome.UNCLEAR
            return Matched(outcome, line.number, handoff.number, e.words)


class _Numbers:
    """Our hand-offs by what others may call them; looked up once for a whole file."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms

    def find(self, text: str) -> HandOff | None:
        """The hand-off that a number of theirs names, as it stands now."""
        with self._rooms.office.database.read() as session:
            for number in numbers_in(text):
                if found := store.handoff_by_number(session, number):
                    return found
            typed = next((self._typed[n] for n in numbers_in(text) if n in self._typed), None)
            return store.handoff(session, typed) if typed else None

    @cached_property
    def _typed(self) -> dict[str, str]:
        """Control numbers that people typed into cases, to the hand-off's id."""
        with self._rooms.office.database.read() as session:
            return dict(self._control_numbers(session))

    def _control_numbers(self, session: Session) -> list[tuple[str, str]]:
        made = []
        for handoff in store.handoffs(session):
            case = kept_cases.newest(session, handoff.id)
            if isinstance(case, AeCase) and case.report.control_number.value:
                made.append((case.report.control_number.value, handoff.id))
        return made

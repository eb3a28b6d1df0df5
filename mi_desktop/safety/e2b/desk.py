"""The desk of E2B messages: `services.safety.e2b`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from mi_desktop.basics.words import words
from mi_desktop.people import Action, User
from mi_desktop.safety import store
from mi_desktop.safety.cases import AeCase, Coding
from mi_desktop.safety.cases import store as kept_cases
from mi_desktop.safety.cases.desk import CaseDesk
from mi_desktop.safety.e2b import export, meddra
from mi_desktop.safety.e2b.acknowledgements import Receipt, ReportReceipt
from mi_desktop.safety.e2b.checking import Checked, check_file
from mi_desktop.safety.e2b.errors import NoCodes, NotAMessage, NotExported, UnknownCase
from mi_desktop.safety.e2b.mapping import fill, read_case
from mi_desktop.safety.e2b.matching import Matched, Outcome, lines, numbers_in, said, unclear
from mi_desktop.safety.e2b.model import MESSAGE, Batch
from mi_desktop.safety.e2b.rules import Finding
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.safety.errors import WrongState
from mi_desktop.safety.model import HandOff, HandOffKind
from mi_desktop.safety.receipts import Receipts
from mi_desktop.safety.standing import Neighbours


class E2bDesk:
    """Makes messages of cases, checks them, reads those of others and their answers."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office
        self._folder = ""

    def findings(self, case: AeCase) -> tuple[Finding, ...]:
        """What keeps the case from being a valid message, each at its field (E2B-1, E2B-4)."""
        now = self._office.database.clock()
        made = export.make_batch(case, self._rooms.settings, self._local())
        return (*export.findings_of(made, now), *self._uncoded(case))

    def export(self, user: User, number: str, original: bytes = b"") -> bytes:
        """The case's message, with the reporters' contact for those who may read it (FU-2).

        Args:
            user: who takes it out of the office.
            number: the hand-off's.
            original: the file the case was read from: what the case has no field for is taken
                from there.

        Raises:
            NotPermitted: the user's roles do not allow it.
            UnknownCase: none has the number.
            NoCodes: an event has no MedDRA code (E2B-2).
            NotExported: rules are broken; `findings` says which.
        """
        user.must(Action.HAND_OFF)
        case = self.case(number)
        if user.may(Action.KNOW_CONTACT):
            case = cast("AeCase", CaseDesk(self._rooms).whole(user, case.head.handoff_id))
        data = self._onto(case, original) if original else self.message(case, 1)
        with self._office.database.write(user.id, "safety.e2b_export") as session:
            self._office.database.note(session, "handoff", case.head.handoff_id)
        return data

    def message(self, case: AeCase, version: int) -> bytes:
        """The case as a file for a hand-off's version.

        Raises:
            NoCodes: an event has no MedDRA code (E2B-2).
            NotExported: rules are broken.
        """
        if not export.coded(case):
            raise NoCodes(number=case.head.number)
        made = export.make_batch(case, self._rooms.settings, self._local(), version)
        wrong = [f for f in export.findings_of(made, self._office.database.clock()) if f.stops]
        if wrong:
            raise NotExported(number=case.head.number, count=len(wrong))
        return write_batch(made.batch)

    def case(self, number: str) -> AeCase:
        """The adverse event's case of a hand-off.

        Raises:
            UnknownCase: no such number, a complaint, or nothing was filled in yet.
        """
        with self._office.database.read() as session:
            handoff = store.handoff_by_number(session, number.strip())
            case = kept_cases.newest(session, handoff.id) if handoff else None
        if not isinstance(case, AeCase):
            raise UnknownCase(number=number.strip())
        return case

    def check(self, data: bytes, name: str) -> Checked:
        """Looks at a file from anywhere, in the sandbox.

        Raises:
            NotAMessage, HostileXml, MessageTooLarge: it is none, or does harm.
            NoSchemas: the settings name a folder without schemas.
        """
        schemas, now = self._rooms.settings.e2b.schemas, self._office.database.clock()
        return check_file(data, name, schemas, now, self._rooms.sandbox)

    def take_receipt(self, user: User, receipt: Receipt) -> tuple[Matched, ...]:
        """Does what an acknowledgement says; each of its lines is answered for, none dropped.

        What was accepted is acknowledged; what was rejected is a question to us. A number that is
        not ours changes nothing and is said.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.HAND_OFF)
        return tuple(self._take(user, line) for line in lines(receipt))

    def fill_case(self, user: User, number: str, batch: Batch, report: int = 1) -> AeCase:
        """Puts a report of others into a case, as its next revision.

        Args:
            user: who does it.
            number: the hand-off's whose case it is.
            batch: the file.
            report: which of its reports, from 1.

        Raises:
            NotPermitted: the user's roles do not allow it.
            UnknownCase: no such hand-off, or the file has no such report.
            ChangedByColleague: somebody saved it meanwhile.
        """
        user.must(Action.ANSWER_SAFETY)
        with self._office.database.read() as session:
            handoff = store.handoff_by_number(session, number.strip())
        reports = batch.messages
        if handoff is None or handoff.kind is not HandOffKind.SAFETY or report > len(reports):
            raise UnknownCase(number=number)
        desk = CaseDesk(self._rooms)
        return desk.take_over(user, read_case(reports[report - 1], desk.case(handoff.id).head))

    def use_meddra(self, folder: str) -> None:
        """The user's own folder, until the program ends; the office's, where one is set, wins."""
        self._folder = folder

    def meddra(self) -> meddra.Meddra | None:
        """The user's MedDRA; None where neither the settings nor the user name a folder.

        Raises:
            NoMeddra: the folder has none.
        """
        folder = self._rooms.settings.e2b.meddra or self._folder
        return meddra.load(Path(folder)) if folder else None

    def _onto(self, case: AeCase, original: bytes) -> bytes:
        batch = self.check(original, "original.xml").batch
        if len(batch.messages) != 1:
            raise NotAMessage(name="original.xml", kind=words("not one report"))
        report = fill(case, batch.messages[0]).done()
        return write_batch(replace(batch, top=batch.top.with_blocks(MESSAGE, (report,))))

    def _local(self) -> datetime:
        zone = ZoneInfo(self._rooms.settings.zone)
        return self._office.database.clock().astimezone(zone).replace(microsecond=0)

    def _uncoded(self, case: AeCase) -> Iterator[Finding]:
        """Codes that the user's MedDRA does not have."""
        known = self.meddra()
        for number, event in enumerate(case.events):
            code = event.coding.value
            if known and isinstance(code, Coding) and known.term(code) is None:
                told = words(
                    "MedDRA {version} has no term {code}", version=known.version, code=str(code)
                )
                path = f"events.{number}.coding"
                yield Finding("E.i.2.1b:meddra", "E.i.2.1b", (1, number + 1), told, False, path)

    def _take(self, user: User, line: ReportReceipt) -> Matched:
        why = unclear(line)
        if why is not None:
            return Matched(Outcome.UNCLEAR, line.number, "", why)
        handoff = self._ours(line.number)
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

    def _ours(self, text: str) -> HandOff | None:
        with self._office.database.read() as session:
            for number in numbers_in(text):
                if found := store.handoff_by_number(session, number):
                    return found
            typed = {
                case.report.control_number.value: handoff
                for handoff in store.handoffs(session)
                if isinstance(case := kept_cases.newest(session, handoff.id), AeCase)
            }
        return next((typed[n] for n in numbers_in(text) if n and n in typed), None)

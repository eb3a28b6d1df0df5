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
from mi_desktop.safety.e2b import export, meddra
from mi_desktop.safety.e2b.checking import Checked, check_file
from mi_desktop.safety.e2b.errors import NoCodes, NotAMessage, NotExported, UnknownCase
from mi_desktop.safety.e2b.incoming import IncomingFiles
from mi_desktop.safety.e2b.mapping import fill
from mi_desktop.safety.e2b.model import MESSAGE
from mi_desktop.safety.e2b.rules import Finding
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.safety.standing import Neighbours


class E2bDesk(IncomingFiles):
    """Makes messages of cases, checks them, reads those of others and their answers."""

    def __init__(self, rooms: Neighbours) -> None:
        super().__init__(rooms)
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
            case = cast("AeCase", self._cases.whole(user, case.head.handoff_id))
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

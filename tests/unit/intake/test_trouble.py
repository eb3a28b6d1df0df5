"""Readers that crash, hang, swell or trip: the file is kept aside and the pile goes on."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import pytest

from mi_desktop.intake import IntakeService
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.fakes.scanner import FakeScanner
from tests.unit.intake.papers import letter, put, saved

T = TypeVar("T")


def crash(*_: Any) -> Any:
    os.kill(os.getpid(), signal.SIGSEGV)


def hang(*_: Any) -> Any:
    while True:
        pass


def swell(*_: Any) -> Any:
    return bytearray(2**31)


def trip(*_: Any) -> Any:
    return {}["there is nothing here"]


READERS = {"krasch.png": crash, "hang.png": hang, "svall.png": swell, "snubbel.png": trip}


class FragileSandbox(Sandbox):
    """A real sandbox whose reader comes to harm over files of certain names."""

    def submit(
        self, call: Callable[..., T], *args: Any, seconds: float, urgent: bool = False
    ) -> "Future[T]":
        reader = READERS.get(str(args[0]), call)
        limit = 1.0 if reader is hang else seconds
        return super().submit(reader, *args, seconds=limit, urgent=urgent)


@pytest.fixture(scope="module")
def fragile() -> Iterator[Sandbox]:
    made = FragileSandbox(workers=2)
    yield made
    made.close()


def test_the_pile_goes_on_past_readers_that_come_to_harm(
    office: Office, fragile: Sandbox, anna: User, door: Path
) -> None:
    intake = IntakeService(office, fragile, OfficeSettings(), FakeScanner([]))
    names = [name for bad in READERS for name in (bad, f"bra-{bad}")]
    files = [put(door, name, saved(letter(name), "PNG")) for name in names]
    taken = list(intake.take(anna, files))
    codes = [t.refusal.code if t.refusal else t.status for t in taken]
    assert codes == [
        *("SBX-002", "taken", "SBX-001", "taken"),
        *("SBX-003", "taken", "INT-016", "taken"),
    ]
    assert [t.piece.number for t in taken if t.piece] == [f"P-2026-{n:05d}" for n in range(1, 5)]
    assert [line.status for line in intake.ledger()] == ["refused", "taken"] * 4
    with office.database.read() as session:
        for line, path in zip(intake.ledger(), files, strict=True):
            assert office.vault.read(session, line.document_id or "") == path.read_bytes()

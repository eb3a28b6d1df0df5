"""Killed with -9 at random moments of the whole path: nothing is lost, nothing is there twice.

`MI_DESKTOP_KILLS=1000 pytest -s tests/faults/test_killed.py` is the long run.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mi_desktop.bootstrap import assemble, open_services
from mi_desktop.demo import PASSPHRASE, make_demonstration
from mi_desktop.dispatch import BatchState
from mi_desktop.letters import LetterState
from mi_desktop.safety import HandOffState
from mi_desktop.services import Services

KILLS = int(os.environ.get("MI_DESKTOP_KILLS", "100"))
STEPS = ("opening", "intake", "reading", "registering", "answering", "handing off",
         "approving and signing", "dispatching")  # fmt: skip
OUT = {LetterState.SIGNED, LetterState.DISPATCHED}


@dataclass
class Told:
    """What workers said: what they were doing when they died, and what had been kept."""

    died: Counter[str] = field(default_factory=Counter)
    kept: dict[str, set[str]] = field(default_factory=dict)
    examined: set[str] = field(default_factory=set)

    def hear(self, line: str, doing: str) -> str:
        """Goes on from a line; returns what the worker does now."""
        word, _, rest = line.partition(" ")
        if word == "kept":
            kind, _, ref = rest.partition(" ")
            self.kept.setdefault(kind, set()).add(ref)
        return rest if word == "at" else doing


@pytest.mark.timeout(60 + 3 * KILLS)
def test_nothing_is_lost_when_the_program_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder, scratch = tmp_path / "there" / "office", tmp_path / "scratch" / "office"
    make_demonstration(folder, None, assemble).services.close()
    shutil.copytree(folder, scratch)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    chance, told = random.Random(2026), Told()
    with nursery(folder, scratch, temporary) as (worker, a_round):
        for seed in range(KILLS):
            moment = (chance.choice(STEPS), chance.uniform(0.0, 0.4 * a_round))
            live_and_die(worker, seed, moment, told)
            services = open_services(folder, PASSPHRASE)
            try:
                counted = examine(services, told)
            finally:
                services.close()
            no_file_is_left(folder, temporary)
    assert sum(told.died.values()) == KILLS
    with capsys.disabled():
        print(f"\n{KILLS} kills while {dict(sorted(told.died.items()))}; there: {dict(counted)}")
    assert counted["letters"] > 0 or KILLS < 100
    everything_sealed_is_known(folder)


@contextmanager
def nursery(
    folder: Path, scratch: Path, temporary: Path
) -> Iterator[tuple["subprocess.Popen[str]", float]]:
    """The warm process, and the seconds that once round takes it."""
    command = [sys.executable, "-m", "tests.faults.killed_worker", str(folder), str(scratch)]
    pipe = subprocess.PIPE
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        said = ""
        for said in worker.stdout:
            if said.startswith("warm "):
                break
        yield worker, float(said.split()[1])
        worker.stdin.close()


def live_and_die(
    worker: "subprocess.Popen[str]", seed: int, moment: tuple[str, float], told: Told
) -> None:
    """Lets a worker live until so many seconds after a step began, then kills it there."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(f"{seed}\n")
    worker.stdin.flush()
    step, seconds = moment
    doing, killer, pid = "", None, 0
    for line in worker.stdout:
        word, _, rest = line.strip().partition(" ")
        if word == "born":
            pid = int(rest)
        elif word == "dead":
            assert int(rest) == signal.SIGKILL, "it was to work without end"
            told.died[doing] += 1
            return
        doing = told.hear(line.strip(), doing)
        if doing == step and killer is None:
            killer = threading.Timer(seconds, os.kill, (pid, signal.SIGKILL))
            killer.start()
    raise AssertionError("the nursery is gone")


def examine(services: Services, told: Told) -> Counter[str]:
    """What must be true of the office after every crash."""
    report = services.office.verify_audit()
    assert report.broken_at is None
    assert report.warnings == ()
    counted = Counter(audit=report.entries)
    for check in (_pieces, _inquiries, _letters, _handoffs):
        counted += check(services, told)
    return counted


def _pieces(services: Services, told: Told) -> Counter[str]:
    pieces = services.intake.pieces()
    serials = sorted(int(p.number.rsplit("-", 1)[1]) for p in pieces)
    assert serials == list(range(1, len(pieces) + 1)), "numbers have a gap or a double"
    assert told.kept.get("piece", set()) <= {p.id for p in pieces}, "a piece was lost"
    for piece in pieces:
        if piece.id not in told.examined:
            assert services.intake.original(piece.id)
            told.examined.add(piece.id)
    for piece_id in told.kept.pop("reading", set()):
        assert services.ocr.texts(piece_id), "a reading was lost"
    return Counter(pieces=len(pieces))


def _inquiries(services: Services, told: Told) -> Counter[str]:
    lines = services.inquiries.inquiries(limit=100_000)
    numbers = sorted(int(re.sub(r".*-", "", line.number)) for line in lines)
    assert numbers == list(range(1, len(lines) + 1))
    assert told.kept.get("inquiry", set()) <= {line.id for line in lines}, "an inquiry was lost"
    filed: Counter[str] = Counter()
    for line in lines[: max(20, len(lines) // 50)]:
        filed.update(services.inquiries.inquiry(line.id).piece_ids)
    assert max(filed.values(), default=1) == 1, "a piece is in two inquiries"
    for inquiry_id in told.kept.pop("answers", set()):
        assert services.safety.assessment(inquiry_id).signature is not None, "answers were lost"
    return Counter(inquiries=len(lines))


def _letters(services: Services, told: Told) -> Counter[str]:
    letters = {letter.id: letter for letter in services.letters.letters()}
    out = {i for i, letter in letters.items() if letter.state in OUT}
    assert told.kept.get("letter", set()) <= out, "a signed letter was lost"
    for letter_id in out - told.examined:
        assert services.letters.pdf(letter_id).startswith(b"%PDF")
        told.examined.add(letter_id)
    sent = {i for i, letter in letters.items() if letter.state is LetterState.DISPATCHED}
    assert told.kept.get("sent", set()) <= sent, "a sent letter was lost"
    posted: Counter[str] = Counter()
    for batch in services.dispatch.batches():
        if batch.state is BatchState.POSTED:
            posted.update(item.letter_id for item in batch.items)
    assert max(posted.values(), default=1) == 1, "a letter was posted twice"
    return Counter(letters=len(letters), signed=len(out), sent=len(sent))


def _handoffs(services: Services, told: Told) -> Counter[str]:
    handoffs = services.safety.handoffs()
    versions = Counter((h.number, h.version) for h in handoffs)
    assert max(versions.values(), default=1) == 1, "a hand-off is there twice"
    sent = {h.id for h in handoffs if h.state is not HandOffState.DRAFT}
    assert told.kept.get("handoff", set()) <= sent, "a hand-off was lost"
    return Counter(handoffs=len(handoffs))


def no_file_is_left(folder: Path, temporary: Path) -> None:
    """What was being written when the program died is gone, or was never seen."""
    assert not list(folder.rglob(".writing-*")), "a half-written file was left"
    assert not list(temporary.rglob("*")), "a temporary file was left"


def everything_sealed_is_known(folder: Path) -> None:
    """Files that were sealed and never recorded are swept, and no others."""
    services = open_services(folder, PASSPHRASE)
    try:
        vault = folder / "vault"
        with services.office.database.read() as session:
            swept = services.office.vault.sweep(session, older_than=-60)
        assert swept <= 2 * KILLS
        for piece in services.intake.pieces():
            assert services.intake.original(piece.id)
        assert list(vault.glob("*/*"))
    finally:
        services.close()

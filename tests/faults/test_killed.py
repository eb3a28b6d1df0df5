"""Killed with -9 at random moments of the whole path: nothing is lost, nothing is there twice.

`MI_DESKTOP_KILLS=1000 pytest -s tests/faults/test_killed.py` is the long run.
"""

import os
import random
import re
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from mi_desktop.bootstrap import assemble, open_services
from mi_desktop.demo import PASSPHRASE, make_demonstration
from mi_desktop.letters import LetterState
from mi_desktop.services import Services

KILLS = int(os.environ.get("MI_DESKTOP_KILLS", "6"))
LONGEST_LIFE = 2.0


@pytest.mark.timeout(60 + 12 * KILLS)
def test_nothing_is_lost_when_the_program_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "office"
    make_demonstration(folder, None, assemble).services.close()
    chance = random.Random(2026)
    for seed in range(KILLS):
        live_and_die(folder, seed, chance.uniform(0.0, LONGEST_LIFE))
        services = open_services(folder, PASSPHRASE)
        try:
            counted = examine(services, folder)
        finally:
            services.close()
    assert counted["pieces"] > 0


def live_and_die(folder: Path, seed: int, seconds: float) -> None:
    """Lets a worker go once round and on for a while, then kills it where it stands."""
    command = [sys.executable, "-m", "tests.faults.killed_worker", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        said = worker.stdout.readline()
        timer = threading.Timer(seconds, worker.kill)
        timer.start()
        worker.wait()
    assert said == "once round\n"
    assert worker.returncode == -9, "it was to work without end"


def examine(services: Services, folder: Path) -> Counter[str]:
    """What must be true of the office after every crash."""
    report = services.office.verify_audit()
    assert report.broken_at is None
    assert not list(folder.rglob(".writing-*")), "a half-written file was left"
    pieces = services.intake.pieces()
    serials = sorted(int(p.number.rsplit("-", 1)[1]) for p in pieces)
    assert serials == list(range(1, len(pieces) + 1)), "numbers have a gap or a double"
    for piece in pieces:
        assert services.intake.original(piece.id)
    lines = services.inquiries.inquiries(limit=100_000)
    numbers = sorted(int(re.sub(r".*-", "", line.number)) for line in lines)
    assert numbers == list(range(1, len(lines) + 1))
    filed = Counter(i for line in lines for i in services.inquiries.inquiry(line.id).piece_ids)
    assert max(filed.values(), default=1) == 1, "a piece is in two inquiries"
    letters = services.letters.letters()
    for letter in letters:
        if letter.state in (LetterState.SIGNED, LetterState.DISPATCHED):
            assert services.letters.pdf(letter.id).startswith(b"%PDF")
    return Counter(
        pieces=len(pieces), inquiries=len(lines), letters=len(letters), audit=report.entries
    )

"""A killed program and a full disk while an office is backed up or restored (P11-20).

`MI_DESKTOP_BACKUP_KILLS=200 pytest -s tests/faults/test_backup_faults.py` is the long run.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.model import Demonstration
from mi_desktop.storage import open_office
from mi_desktop.storage.backup import add_to_folder, by_passphrase, restore, sets_in, write_backup
from mi_desktop.storage.backup.contents import sha256_of
from mi_desktop.storage.backup.errors import BackupFailed
from tests.faults.test_office_faults import disk_full

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("MI_DESKTOP_BACKUP_KILLS", "4"))


def test_a_killed_program_leaves_earlier_backups_whole_and_no_half_office(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """P11-20: whatever lies there after kill -9 is a whole backup, or a whole office."""
    place = tmp_path / "place"
    place.mkdir()
    office = open_office(folder, PASSPHRASE)
    write_backup(office, place / "one.mibackup")
    add_to_folder(office, place / "many", 3)
    chance, rounds = random.Random(20261122), 0
    for kill in range(KILLS):
        rounds += killed(folder, place, chance.uniform(0.0, 1.2))
        for number, made in enumerate([place / "one.mibackup", *sets_in(place / "many")[-1:]]):
            restore(made, tmp_path / f"restored-{kill}-{number}", by_passphrase(PASSPHRASE))
        if (place / "there" / "office.json").exists():
            there = open_office(place / "there", PASSPHRASE)
            assert there.verify_audit().broken_at is None
            there.close()
    # The next run clears away what the killed one left.
    write_backup(office, place / "one.mibackup", replace=True)
    add_to_folder(office, place / "many", 3)
    if (place / "there").exists():
        (place / "there").rename(tmp_path / "last")
    restore(place / "one.mibackup", place / "there", by_passphrase(PASSPHRASE))
    assert {p.name for p in place.iterdir()} == {"one.mibackup", "many", "there"}
    assert not list((place / "many" / "sets").glob(".*"))
    office.close()
    with capsys.disabled():
        print(f"\n{KILLS} kills over {rounds} whole rounds of backup and restore: none lost")


def killed(folder: Path, place: Path, after: float) -> int:
    """Lets the worker run so long, kills it, and says how many rounds it ended."""
    command = [sys.executable, "-m", "tests.faults.killed_backup", str(folder), str(place)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "open\n"
        try:
            out, _ = worker.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            worker.send_signal(signal.SIGKILL)
            out, _ = worker.communicate()
    return out.count("once round")


@pytest.mark.parametrize("room", [0, 4_096, 200_000, 700_000])
def test_a_full_disk_leaves_the_earlier_backup_and_says_so(
    world: Demonstration, tmp_path: Path, room: int
) -> None:
    """P11-20: nothing of the half backup stays, the one before is as it was."""
    office = world.services.office
    file = tmp_path / "one.mibackup"
    before = write_backup(office, file)
    assert before.size > 700_000
    with disk_full(room), pytest.raises(BackupFailed) as told:
        write_backup(office, file, replace=True)
    assert str(tmp_path) in str(told.value.words)
    assert ".writing-" not in str(told.value.words)
    assert sha256_of(file) == before.sha256
    with disk_full(room), pytest.raises(BackupFailed):
        restore(file, tmp_path / "there", by_passphrase(PASSPHRASE))
    assert {p.name for p in tmp_path.iterdir()} == {"office", "one.mibackup"}
    restore(file, tmp_path / "there", by_passphrase(PASSPHRASE))

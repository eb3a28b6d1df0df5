"""Backups of a real office: by the clock, tried out, restored elsewhere, erasures done again."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from mi_desktop.basics.progress import Quiet
from mi_desktop.bootstrap import restore_office
from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry
from mi_desktop.keeping import KeepingService, RunKind, RunState, as_json
from mi_desktop.keeping.erasing import LIST_FILE
from mi_desktop.keeping.errors import ListUnreadable, NoBackupFolder, NoBackupYet
from mi_desktop.settings import Keeping
from mi_desktop.storage.backup import sets_in
from mi_desktop.storage.backup.errors import BackupDamaged, BackupFailed
from tests.faults.offices import opened
from tests.unit.keeping.test_erasing import CHECKED, HER, traces


def keeping(world: Demonstration, **wanted: object) -> KeepingService:
    """The office's keeping under other settings."""
    services = world.services
    settings = services.settings.model_copy(update={"keeping": Keeping(**wanted)})
    return KeepingService(services.office, services.inquiries, settings)


def later(world: Demonstration, hours: float) -> None:
    database = world.services.office.database
    now = database.clock() + timedelta(hours=hours)
    database.clock = lambda: now


def test_the_clock_makes_them_and_a_failure_is_shown_until_seen_p11_20(
    world: Demonstration, tmp_path: Path
) -> None:
    """P11-20: scheduled; what failed is told, and the age of the last good one is known."""
    folder = tmp_path / "backups"
    desk = keeping(world, backup_folder=str(folder), backup_hours=4, backup_keep=2).backups
    assert desk.state().due
    assert desk.state().last_good is None
    made = desk.make_due()
    assert made is not None
    assert made.file == sets_in(folder)[0]
    assert desk.make_due() is None
    last = desk.state().last_good
    assert last is not None
    assert (last.records, last.documents) == (made.records, made.documents)

    later(world, 4)
    folder.rename(tmp_path / "away")
    folder.write_text("a file where the folder was")
    with pytest.raises(BackupFailed):
        desk.make_due()
    state = desk.state()
    assert [r.state for r in state.unseen] == [RunState.FAILED]
    assert "could not be written" in str(state.unseen[0].problem)
    assert state.last_good == last
    assert not state.due
    desk.seen(world.staff.maria)
    assert desk.state().unseen == ()
    later(world, 1.1)
    assert desk.state().due


def test_a_run_that_was_cut_off_is_called_failed_by_the_next(
    world: Demonstration, tmp_path: Path
) -> None:
    desk = keeping(world).backups
    file = tmp_path / "one.mibackup"
    with pytest.raises(KeyboardInterrupt):
        desk.make(world.staff.maria, file, progress=_Killed())
    desk.make(world.staff.maria, file)
    states = [r.state for r in desk.state().runs]
    assert states == [RunState.DONE, RunState.FAILED]


class _Killed(Quiet):
    def step(self, *_: object) -> None:
        raise KeyboardInterrupt


def test_a_drill_restores_verifies_compares_and_leaves_nothing_p11_20(
    world: Demonstration, tmp_path: Path
) -> None:
    """P11-20: the evidence is a sheet to sign and a file for machines; both are in the trail."""
    desk, maria = keeping(world).backups, world.staff.maria
    with pytest.raises(NoBackupYet):
        desk.drill(maria)
    with pytest.raises(NoBackupFolder):
        desk.add(maria, None)
    made = desk.make(maria, tmp_path / "one.mibackup")
    drill = desk.drill(maria)
    assert (drill.sha256, drill.records, drill.documents) == (
        made.sha256,
        made.records,
        made.documents,
    )
    assert drill.broken_at is None
    assert {"audit", "backup_run"} <= set(drill.changed)
    assert "inquiry" not in drill.changed
    assert drill.pdf.startswith(b"%PDF")
    assert json.loads(as_json(drill))["sha256"] == made.sha256
    beside = {p.name for p in world.services.office.folder.parent.iterdir()}
    assert beside == {"office", "one.mibackup"}
    assert desk.state().runs[0].kind is RunKind.DRILL
    assert "keeping.drill_done" in {a.action for a in world.services.office.audit_lines()}

    file = tmp_path / "one.mibackup"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(BackupDamaged):
        desk.drill(maria)
    assert desk.state().runs[0].state is RunState.FAILED


def test_what_was_erased_since_is_erased_again_after_a_restore_gd_06(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-06: an old backup brings her back; the list beside it lets her go again."""
    folder = tmp_path / "backups"
    room = keeping(world, backup_folder=str(folder))
    room.backups.add(world.staff.maria, None)
    room.requests.erase(world.staff.maria, HER, CHECKED)
    old = sets_in(folder)[0]
    arrival = restore_office(old, tmp_path / "there", (PASSPHRASE, None, []), Quiet())
    assert arrival.erased_again == 1
    with opened(tmp_path / "there") as again:
        assert traces(again) == []
        assert again.services.office.verify_audit().broken_at is None
        assert again.services.inquiries.inquiry(answered.id).number == answered.number
        # Signing keys came along: a letter can be approved on the new machine.
        assert again.services.office.secrets.get(f"keystore/{again.staff.erik.id}")


def test_a_list_of_erasures_that_cannot_be_read_leaves_no_office_that_brings_her_back_gd_06(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-06: with the right list the same restore goes through."""
    made = tmp_path / "one.mibackup"
    keeping(world).backups.make(world.staff.maria, made)
    keeping(world).requests.erase(world.staff.maria, HER, CHECKED)
    wrong = tmp_path / "wrong.sealed"
    wrong.write_bytes(b"no list")
    there = tmp_path / "there"
    with pytest.raises(ListUnreadable):
        restore_office(made, there, (PASSPHRASE, None, [wrong]), Quiet())
    assert not there.exists()
    right = world.services.office.folder / LIST_FILE
    assert restore_office(made, there, (PASSPHRASE, None, [right]), Quiet()).erased_again == 1

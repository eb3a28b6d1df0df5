"""The verbs of backups as a process of their own: forms, fields, exit codes."""

import json
from pathlib import Path

from mi_desktop.demo import PASSPHRASE
from tests.faults.conftest import folder, furnished
from tests.integration.test_cli import Desk

__all__ = ["folder", "furnished"]


def test_backup_drill_and_restore_elsewhere_p11_20(folder: Path) -> None:
    """P11-20: the contract's fields; another folder stands for another machine."""
    desk = Desk(folder.parent)
    desk.file("pw", PASSPHRASE)
    key = ("--json", "--passphrase-file", "pw", "--user", "maria")
    made = desk.run("backup", "one.mibackup", *key)
    assert made.code == 0, made.err
    [facts] = made.objects
    assert {"records", "documents", "sha256"} <= set(facts)

    drill = desk.run("backup", "drill", "one.mibackup", "-o", "drill.pdf", *key)
    assert drill.objects[0]["sha256"] == facts["sha256"]
    assert (folder.parent / "drill.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((folder.parent / "drill.json").read_text())["records"] == facts["records"]

    back = desk.run("restore", "one.mibackup", "--office", "there", *key)
    assert back.code == 0, back.err
    [found] = back.objects
    same = ("records", "documents", "sha256")
    assert {k: found[k] for k in same} == {k: facts[k] for k in same}
    taken = desk.run("restore", "one.mibackup", "--office", "there", *key)
    assert (taken.code, "BAK-004" in taken.err) == (4, True)


def test_what_lies_beside_a_file_never_overwrites_it(folder: Path) -> None:
    """Whoever names the page for paper, or the JSON, gets both all the same."""
    desk = Desk(folder.parent)
    desk.file("pw", PASSPHRASE)
    key = ("--json", "--passphrase-file", "pw", "--user", "maria")
    made = desk.run("audit", "checkpoint", "-o", "trail.pdf", *key)
    assert made.objects[0]["file"] == "trail.pdf"
    assert (folder.parent / "trail.pdf").read_bytes().startswith(b"{")
    assert (folder.parent / made.objects[0]["pdf"]).read_bytes().startswith(b"%PDF")
    anchored = desk.run("audit", "verify", "--checkpoint", "trail.pdf", *key)
    assert (anchored.code, anchored.objects[0]["broken_at"]) == (0, None)

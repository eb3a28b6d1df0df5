"""The verbs of backups as a process of their own: forms, fields, exit codes."""

import json
from pathlib import Path

from tests.integration.test_cli import Desk


def test_backup_drill_and_restore_elsewhere_by_passphrase_and_words_p11_20(tmp_path: Path) -> None:
    """P11-20: the contract's fields; another folder stands for another machine."""
    desk = Desk(tmp_path)
    desk.run("init", "--user", "maria", "--full-name", "Maria Ek", "--passphrase-file", "pw")
    desk.file("letter.txt", "Kan Zelvimar delas?\n")
    desk.run("intake", "letter.txt", "--passphrase-file", "pw")

    made = desk.run("backup", "one.mibackup", "--json", "--passphrase-file", "pw")
    assert made.code == 0, made.err
    [facts] = made.objects
    assert {"records", "documents", "sha256"} <= set(facts)
    assert facts["documents"] >= 1
    again = desk.run("backup", "one.mibackup", "--passphrase-file", "pw")
    assert again.code == 4
    assert "BAK-003" in again.err

    drill = desk.run("backup", "drill", "one.mibackup", "-o", "drill.pdf", "--json",
                     "--passphrase-file", "pw")  # fmt: skip
    assert drill.objects[0]["sha256"] == facts["sha256"]
    assert (tmp_path / "drill.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "drill.json").read_text())["documents"] == facts["documents"]

    there = ("--office", "there", "--passphrase-file", "pw")
    back = desk.run("restore", "one.mibackup", "--json", *there)
    assert back.code == 0, back.err
    [found] = back.objects
    assert {k: found[k] for k in ("records", "documents", "sha256")} == {
        k: facts[k] for k in ("records", "documents", "sha256")
    }
    assert desk.run("audit", "verify", *there).code == 0
    taken = desk.run("restore", "one.mibackup", *there)
    assert (taken.code, "BAK-004" in taken.err) == (4, True)

    damaged = (tmp_path / "one.mibackup").read_bytes()[:-1]
    desk.file("cut.mibackup", damaged)
    cut = desk.run("restore", "cut.mibackup", "--office", "other", "--passphrase-file", "pw")
    assert (cut.code, "BAK-001" in cut.err) == (4, True)
    assert not (tmp_path / "other").exists()

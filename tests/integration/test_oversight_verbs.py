"""Copies, reviews, settings, the logbook and the qualification on the command line."""

import csv
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest

from mi_desktop.bootstrap import open_services
from mi_desktop.cli import run
from mi_desktop.entrance import doors
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester
from mi_desktop.intake import Channel
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff
from tests.integration.test_key_verbs import Program, program

__all__ = ["program"]


def inquiry(office: Office, staff: Staff) -> str:
    services = open_services(office.folder, PASSPHRASE, "maria")
    try:
        draft = InquiryDraft(Requester(name="A. Nobody"), (NewQuestion("Split?", "en"),), "en")
        return services.inquiries.register(staff.anna, None, draft, Channel.HAND).number
    finally:
        services.close()


def test_a_copy_is_taken_verified_without_an_office_and_compared_p11_06(
    program: Program, office: Office, staff: Staff, tmp_path: Path
) -> None:
    """P11-06: exit codes 0, 1 for an edited copy; nobody without the role takes one."""
    number, file = inquiry(office, staff), tmp_path / "copy.zip"
    code, [said] = program("copy", "take", number, "-o", str(file), user="maria")
    assert (code, said["whole"], said["files"]) == (0, True, 2)
    code, _ = program("copy", "take", number, "-o", str(tmp_path / "b.zip"), user="anna")
    assert code == 1
    code, [said] = program("copy", "verify", str(file), passphrase="")
    assert (code, said["problems"]) == (0, [])
    code, [said] = program("copy", "compare", str(file), user="maria")
    assert (code, said["changed"]) == (0, [])
    with zipfile.ZipFile(file) as packed:
        packed.extractall(tmp_path / "copy")
    page = tmp_path / "copy" / "record.json"
    page.write_text(page.read_text().replace("Split?", "Spilt?"))
    code, [said] = program("copy", "verify", str(tmp_path / "copy"), passphrase="")
    assert code == 1
    assert "record.json was changed." in said["problems"]


def test_a_review_is_drawn_and_signed_p11_21(program: Program, tmp_path: Path) -> None:
    """P11-21: PDF/A and CSV beside each other; when the next is due is told."""
    today = date(2026, 11, 16)
    days = ["--since", str(today - timedelta(days=30)), "--until", str(today)]
    output = ["-o", str(tmp_path / "review.csv")]
    signing = ["--sign", "--sign-passphrase-file", program.file(PASSPHRASE)]
    code, sections = program("review", *days, *output, *signing, user="maria")
    assert code == 0
    assert {s["section"] for s in sections} >= {"users", "audit", "handoffs", "backups"}
    assert "REV-SE-2026-00001" in program.said
    assert "next review is due 2027-05" in program.said
    with pikepdf.open(tmp_path / "review.pdf") as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"
    code, _ = program("review", *days, user="erik")
    assert code == 1


def test_settings_are_listed_changed_and_refused(program: Program) -> None:
    code, said = program("settings", "list", user="maria")
    assert code == 0
    assert {"setting": "mail.port", "value": "587", "default": "587", "waiting": False} in said
    change = ("settings", "set", "mail.port", "2525", "--why", "a new mail server")
    assert program(*change, user="maria") == (0, [{"setting": "mail.port", "value": "2525"}])
    code, [one] = program("settings", "changes", user="maria")
    assert (one["old"], one["new"], one["by"], one["why"]) == (
        "587", "2525", "maria", "a new mail server"
    )  # fmt: skip
    assert program("settings", "set", "mail.port", "x", "--why", "y", user="maria")[0] == 1
    assert program("settings", "set", "no.such", "x", "--why", "y", user="maria")[0] == 2
    assert program(*change, user="anna")[0] == 1


def test_the_logbook_and_who_has_left(program: Program) -> None:
    """P11-24, and the list of users marks who has left."""
    code, [made] = program("logbook", "incident", "The scanner jammed", user="anna")
    assert code == 0
    assert program("logbook", "close", made["entry"], "mended", user="anna")[0] == 1
    assert program("logbook", "close", made["entry"], "mended", user="maria")[0] == 0
    code, [entry] = program("logbook", "list", user="anna")
    assert (entry["title"], entry["outcome"], entry["by"]) == (
        "The scanner jammed", "mended", "anna"
    )  # fmt: skip
    program("user", "deactivate", "sara", user="maria")
    code, users = program("user", "list", user="maria")
    assert [u["user"] for u in users if not u["active"]] == ["sara"]


def test_the_list_of_users_marks_who_has_left(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    program("user", "deactivate", "sara", user="maria")
    common = ["--office", str(program.folder), "--user", "maria"]
    key = ["--passphrase-file", program.file(PASSPHRASE)]
    assert run([*common, *key, "user", "list"], doors(), lambda e: pytest.fail(repr(e))) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("(left)") for line in lines if line.startswith("sara")] == [True]
    assert not any(line.endswith("(left)") for line in lines if line.startswith("anna"))


def test_the_qualification_is_run_and_written_down_p11_22(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """P11-22: twelve things are tried in an office to throw away; a record to sign is left."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "record"
    words = ["--json", "qualify", "--out", str(out), "--by", "Maria Ek"]
    code = run(words, doors(), lambda e: pytest.fail(repr(e)))
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(c["id"], c["found"]) for c in said if not c["passed"]] == []
    assert code == 0
    assert sum(c["id"].startswith("OQ-") for c in said) == 12
    with (out / "qualification.csv").open() as file:
        assert [row["id"] for row in csv.DictReader(file)] == [c["id"] for c in said]
    with pikepdf.open(out / "qualification.pdf") as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"

"""The verbs safety check, import and export, as a process of their own."""

from pathlib import Path

import pytest

from mi_desktop.safety.e2b.model import Content
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.writing import write_batch
from tests.fakes.icsr import message, some_batch, whole_batch, with_message
from tests.integration.test_cli import Desk
from tests.unit.safety.test_e2b_desk import ACK

OPEN = ("--passphrase-file", "pw", "--user", "maria")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with an empty office; shared, so only added to."""
    desk = Desk(tmp_path_factory.mktemp("e2b"))
    made = desk.run("init", "--country", "SE", "--languages", "en,sv", *OPEN)
    assert made.code == 0, made.err
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_check_needs_no_office_and_names_each_rule(desk: Desk) -> None:
    desk.file("good.xml", write_batch(whole_batch()))
    bad = message(some_batch(1)).put("C.1.4", Content("20990101"))
    desk.file("bad.xml", write_batch(with_message(some_batch(1), bad)))
    desk.file("other.xml", "<html/>")
    good = desk.run("safety", "check", "good.xml", "--json")
    assert (good.code, good.objects[0]["valid"], good.objects[0]["findings"]) == (0, True, [])
    wrong = desk.run("safety", "check", "bad.xml", "--json")
    assert wrong.code == 1
    assert "C.1.4:future" in {f["rule"] for f in wrong.objects[0]["findings"]}
    both = desk.run("safety", "check", "good.xml", "other.xml", "--json")
    assert both.code == 3
    assert both.objects[1]["error"]["code"] == "ICS-001"


def test_check_says_when_the_folder_has_no_schemas(desk: Desk) -> None:
    desk.file("good.xml", write_batch(whole_batch()))
    done = desk.run("safety", "check", "good.xml", "--schemas", "nowhere")
    assert done.code == 3
    assert "ICS-004" in done.err


def test_import_reads_a_report_and_writes_it_again(office: Desk) -> None:
    office.file("theirs.xml", write_batch(whole_batch()))
    done = office.run("safety", "import", "theirs.xml", "-o", "again.xml", "--json", *OPEN)
    assert done.code == 0, done.err
    assert done.objects[0]["kind"] == "report"
    again = (office.folder / "again.xml").read_bytes()
    assert again == write_batch(read_batch(write_batch(whole_batch()), "x"))


def test_import_of_an_answer_for_an_unknown_case_is_said_and_kept(office: Desk) -> None:
    ack = ACK.format(number="US-OTHER-1", code="CA", batch="AA", text="Loaded")
    office.file("answer.ack", ack)
    done = office.run("safety", "import", "answer.ack", "--json", *OPEN)
    assert done.code == 3
    assert done.objects[0]["outcome"] == "unknown"
    assert "is kept" in done.err


def test_export_of_a_case_that_is_not_there_is_said(office: Desk) -> None:
    done = office.run("safety", "export", "AE-SE-2026-00001", "-o", "out.xml", *OPEN)
    assert done.code == 4
    assert "ICS-008" in done.err

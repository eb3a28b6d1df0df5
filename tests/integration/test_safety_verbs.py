"""The safety verbs of the real program: board, send, acknowledge, reconcile, sample."""

from pathlib import Path

import pytest

from mi_desktop.bootstrap import enter
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester, RequesterType
from mi_desktop.intake import Channel
from mi_desktop.safety import HandOffState
from mi_desktop.settings import OfficeSettings, Receiver, Receivers
from tests.integration.test_cli import PASSPHRASE, Desk

QUESTION = NewQuestion("May it be split? I got a rash.", "en")
OFFICE = ("--passphrase-file", "pw", "--json")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An office with one event that waits for its folder and one clean answer."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        desk = Desk(tmp_path_factory.mktemp("safety"))
        desk.run("init", "--user", "maria", "--full-name", "Maria Ek", "--passphrase-file", "pw")
        share = desk.folder / "share"
        receivers = Receivers(safety=Receiver(way="folder", folder=str(share)))
        settings = OfficeSettings(receivers=receivers)
        (desk.folder / "office" / "settings.json").write_text(settings.model_dump_json())
        opened = enter(desk.folder / "office", PASSPHRASE, None)
        services, maria = opened.services, opened.user
        for value in ("not assessable", "no"):
            asker = Requester(name="A. Nobody", type=RequesterType.PHYSICIAN)
            draft = InquiryDraft(asker, (QUESTION,), "en")
            inquiry = services.inquiries.register(maria, None, draft, Channel.HAND)
            for code, said in {"AE": value, "SS": "no", "PQC": "no"}.items():
                services.safety.answer(maria, inquiry.id, code, said)
            services.safety.sign(maria, inquiry.id, PASSPHRASE)
        [event] = services.safety.handoffs(HandOffState.DRAFT)
        services.safety.send_handoff(maria, event.id)
        services.close()
        return desk


def test_the_way_of_a_hand_off_without_a_window(office: Desk) -> None:
    waits = office.run("safety", "board", *OFFICE).objects
    assert waits[0]["task"] == "being_sent"
    assert {o["task"] for o in waits[1:]} == {"follow_up"}
    away = office.run("safety", "send", *OFFICE)
    assert away.objects[0]["state"] == "waiting"
    (office.folder / "share").mkdir()
    assert office.run("safety", "send", *OFFICE).objects[0]["state"] == "sent"
    [package] = (office.folder / "share").iterdir()
    number = package.name.removesuffix("-v1")
    assert office.run("safety", "board", *OFFICE).objects[0]["task"] == "acknowledgement"
    unknown = office.run("safety", "acknowledge", "AE-SE-2026-09999", "Sara", *OFFICE)
    assert (unknown.code, "SAF-109" in unknown.err) == (1, True)
    done = office.run("safety", "acknowledge", number, "Sara Holm", "--reference", "PV-1", *OFFICE)
    assert done.objects[0]["state"] == "acknowledged"

    listed = office.file("pv.csv", f"MI number;Awareness date\n{number};1999-01-01\n;16/11/2026\n")
    looked = office.run("safety", "reconcile", listed, *OFFICE)
    assert looked.code == 3, "a row cannot be read"
    assert [o["result"] for o in looked.objects] == ["date_mismatch", "unreadable_row"]
    assert "our number = MI number" in looked.err
    assert "Nothing is kept" in looked.err
    report = office.folder / "report.csv"
    office.run("safety", "reconcile", listed, "-o", report, *OFFICE)
    assert number in report.read_text("utf-8-sig")
    assert report.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "SAF-131"), ("a;b\n1;2\n", "SAF-132"), ("\x00\x01", "SAF-130")],
)
def test_a_list_that_is_none_is_refused_in_words(office: Desk, content: str, code: str) -> None:
    done = office.run("safety", "reconcile", office.file("bad.csv", content), *OFFICE)
    assert done.out == ""
    assert (done.code in {1, 4}, code in done.err) == (True, True)


def test_the_sample_and_the_rate(office: Desk, tmp_path: Path) -> None:
    opened = enter(office.folder / "office", PASSPHRASE, None)
    period = f"{opened.services.office.database.clock():%Y-%m}"
    opened.services.close()
    drawn = office.run("safety", "sample", period, *OFFICE)
    assert len(drawn.objects) == 1
    assert office.run("safety", "sample", period, *OFFICE).code == 1
    span = ("--since", "2020-01-01", "--until", "2099-12-31")
    [rate] = office.run("safety", "capture-rate", *span, *OFFICE).objects
    assert (rate["first_pass"], rate["rate"]) == (1, 1.0)

"""Access, correction, holds and destruction: what is handed out, what two people let go."""

import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, InquiryDraft
from mi_desktop.keeping import KeepingService, Kept, Person, RequestKind
from mi_desktop.keeping.errors import ExportNotWritten, NothingDue, RequestMissing, SamePerson
from mi_desktop.keeping.purge import kinds
from mi_desktop.keeping.reports import Report, report_due, years_after
from mi_desktop.people import Role, User
from mi_desktop.safety import HandOffKind
from mi_desktop.settings.model import Keeping as Settings
from tests.faults.offices import ASKER, CANARY, QUESTION
from tests.unit.keeping.conftest import take_mail
from tests.unit.keeping.test_erasing import CHECKED, HER, traces


def test_one_persons_data_are_handed_out_whole_gd_02(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-02: records, mail and letters as they are, with purposes, recipients and retention."""
    desk = world.services.keeping.requests
    path = desk.export(world.staff.maria, HER, (tmp_path / "hers.zip", None), CHECKED)
    with zipfile.ZipFile(path) as found:
        names = found.namelist()
        records = json.loads(found.read("records.json"))
        about = json.loads(found.read("about.json"))
        [mail] = [n for n in names if n.startswith("mail/")]
        assert QUESTION.verbatim in found.read(mail).decode()
        [letter] = [n for n in names if n.startswith("letters/")]
        assert found.read(letter).startswith(b"%PDF")
        assert found.read("contents.pdf").startswith(b"%PDF")
    assert records["inquiry"][0]["name"] == ASKER.name
    assert records["question"][0]["verbatim"] == QUESTION.verbatim
    assert records["safety_answer"]
    assert CANARY in records["page_text"][0]["words"]
    assert "key" not in json.dumps(records["piece"])
    assert about["records"]["inquiry"]["legal_basis"].startswith("Art. 6(1)(f)")
    assert about["records"]["safety_answer"]["legal_basis"].startswith("Art. 6(1)(c) and 9(2)(i)")
    assert about["records"]["inquiry"]["retention"].startswith("24 months")
    assert path.stat().st_mode & 0o077 == 0
    [request] = desk.requests()
    assert request.kind is RequestKind.ACCESS
    assert request.identity == CHECKED
    assert request.due - request.asked_at <= timedelta(days=31)
    with pytest.raises(ExportNotWritten):
        desk.export(world.staff.maria, HER, (path, None), CHECKED)


def test_what_others_are_told_in_the_mail_is_hidden_gd_02_gd_07(
    world: Demonstration, tmp_path: Path
) -> None:
    """GD-02, GD-07: a copy with parts hidden goes for the original; numbers are dots."""
    services, anna = world.services, world.staff.anna
    piece = take_mail(world, tmp_path, "Grannen Nils Annan (640823-3234) har samma besvär.")
    asked = replace(QUESTION, verbatim=f"{QUESTION.verbatim} Grannens nummer: 640823-3234.")
    services.inquiries.register(anna, piece, InquiryDraft(ASKER, (asked,), "sv"))
    line = services.inquiries.inquiries("grannens")[0]
    assert "••••••-••••" in line.question
    assert "3234" not in services.inquiries.search("grannens")[0].snippet
    hidden = services.ocr.redaction.places(piece, "Nils", "another person")
    services.ocr.redaction.make(anna, piece, hidden)
    to = (tmp_path / "hers.zip", None)
    path = services.keeping.requests.export(world.staff.maria, HER, to, CHECKED)
    with zipfile.ZipFile(path) as found:
        assert [n for n in found.namelist() if n.startswith("mail/")] == [
            f"mail/{services.intake.piece(piece).number}/redacted.pdf"
        ]
        records = found.read("records.json").decode()
    assert "Grannens nummer: ••••••-••••." in records
    assert "3234" not in records
    assert "Nils" not in records


def test_an_export_under_a_passphrase_opens_in_any_pdf_reader_gd_02(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-02, GD-08: locked with AES-256; nothing of it can be read without the passphrase."""
    desk = world.services.keeping.requests
    to = (tmp_path / "hers.pdf", "three unrelated words")
    path = desk.export(world.staff.maria, HER, to, CHECKED)
    assert CANARY.encode() not in path.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="three unrelated words") as pdf:
        assert pdf.encryption.R == 6
        records = pdf.attachments["records.json"].get_file().read_bytes()
        assert json.loads(records)["inquiry"][0]["name"] == ASKER.name


def test_a_correction_reaches_all_and_leaves_a_digest_of_before_gd_10(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-05, GD-10: the trail says that and when, what stood there before is destroyed."""
    services = world.services
    both = replace(world.staff.maria, roles=frozenset({Role.ADMINISTRATOR, Role.SPECIALIST}))
    corrected = replace(ASKER, street="Nygatan 77")
    desk = services.keeping.requests
    assert desk.rectify(both, HER, corrected, CHECKED) == [answered.number]
    assert services.inquiries.inquiry(answered.id).requester == corrected
    lines = [a for a in services.office.audit_lines() if a.action == "inquiries.change_requester"]
    old, new = lines[-1].changes["street"]
    assert {str(old)[:7], str(new)[:7]} == {"digest:"}
    assert services.office.verify_audit().broken_at is None


def elsewhen(world: Demonstration, months: int) -> KeepingService:
    """The same office, so many months later."""
    office = world.services.office
    later = office.database.clock() + timedelta(days=31 * months)
    office.database.clock = lambda: later
    return KeepingService(office, world.services.inquiries, world.services.settings)


def test_what_is_due_goes_by_two_people_and_never_under_hold_gd_03_p11_07(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-03, P11-07: two years after the answer, by a proposal and a second person."""
    maria = world.staff.maria
    quality = User("q", "quentin", "Quentin Q", frozenset({Role.QUALITY}))
    assert world.services.keeping.retention.due() == []
    keeping = elsewhen(world, 25).retention
    due = {s.number: s for s in keeping.due()}
    assert due[answered.number].kept is None

    hold = keeping.hold(maria, answered.id, "a claim was announced")
    assert keeping.holds()[0].number == answered.number
    with pytest.raises(NothingDue):
        keeping.propose(maria, [answered.number])
    keeping.lift(maria, hold.id, "withdrawn")

    request = keeping.propose(maria, [answered.number])
    assert [r.id for r in keeping.proposed()] == [request.id]
    with pytest.raises(SamePerson):
        keeping.confirm(maria, request.id)
    assert traces(world)
    assert keeping.confirm(quality, request.id).startswith(b"%PDF")
    assert traces(world) == []
    assert answered.number not in {s.number for s in keeping.due()}
    with pytest.raises(RequestMissing):
        keeping.confirm(quality, request.id)


def reported(world: Demonstration, inquiry: Inquiry, kind: str) -> str:
    """A report of the inquiry that was sent and closed, as the records have it; its id."""
    from_now = world.services.office.database.clock()
    with world.services.office.database.write("system", "test.report") as session:
        row = kinds()["handoff"](
            id=f"h-{kind}", inquiry_id=inquiry.id, kind=kind, site="SE", year=2026, sequence=900,
            number=f"XX-{kind}", patient=1, state="closed", awareness_at=from_now, due=from_now,
            codes=[], urgent=False, version=1, sent_at=from_now, acknowledged_by="", problem=None,
        )  # fmt: skip
        session.add(row)
        return str(row.id)


def test_a_report_falls_due_ten_years_after_the_authorisation_ended_p11_07_gd_03(
    world: Demonstration, answered: Inquiry
) -> None:
    """P11-07, GD-03: time travel: never while it is authorised, nor under hold; by two people."""
    maria = world.staff.maria
    quality = User("q", "quentin", "Quentin Q", frozenset({Role.QUALITY}))
    reported(world, answered, "safety")
    today = world.services.office.database.clock().date()
    far = elsewhen(world, 12 * 30).retention
    assert answered.number not in {s.number for s in far.due()}
    far.authorisation_ended(maria, "zelvimar", today + timedelta(days=3650))
    assert far.authorisation_ends() == {"zelvimar": today + timedelta(days=3650)}
    day = next(s.due for s in far.due() if s.number == answered.number)
    assert day == years_after(today + timedelta(days=3650), 10)
    before = elsewhen(world, -12 * 11).retention  # nineteen years on: not yet
    assert answered.number not in {s.number for s in before.due()}
    with pytest.raises(NothingDue):
        before.propose(maria, [answered.number])

    again = elsewhen(world, 12 * 11).retention
    hold = again.hold(maria, answered.id, "a court asked for it")
    with pytest.raises(NothingDue):
        again.propose(maria, [answered.number])
    again.lift(maria, hold.id, "the court is done")
    request = again.propose(maria, [answered.number])
    again.confirm(quality, request.id)
    assert traces(world) == []
    assert world.services.inquiries.inquiry(answered.id).requester.name.startswith("S-")


def test_a_complaint_stays_five_years_and_one_beyond_the_batch_gd_03() -> None:
    """GD-03: whichever is later; without a known expiry ten years after it was closed."""
    ended, settings = datetime(2026, 3, 1, tzinfo=UTC), Settings()
    for expiry, due in (
        (date(2027, 6, 30), date(2031, 3, 1)),
        (date(2031, 2, 28), date(2032, 2, 28)),
        (None, date(2036, 3, 1)),
    ):
        report = Report(HandOffKind.QUALITY, "closed", frozenset({"zelvimar"}), expiry)
        assert report_due(report, ended, {}, settings) == due
    event = Report(HandOffKind.SAFETY, "closed", frozenset({"zelvimar", "provin"}), None)
    assert report_due(event, ended, {"zelvimar": date(2030, 1, 1)}, settings) is None
    both = {"zelvimar": date(2030, 1, 1), "provin": date(2032, 2, 29)}
    assert report_due(event, ended, both, settings) == date(2042, 3, 1)


def test_a_hold_that_comes_between_stops_a_proposed_destruction(
    world: Demonstration, answered: Inquiry
) -> None:
    quality = User("q", "quentin", "Quentin Q", frozenset({Role.QUALITY}))
    keeping = elsewhen(world, 25).retention
    request = keeping.propose(world.staff.maria, [answered.number])
    keeping.hold(world.staff.maria, Person(phone=ASKER.phone.replace("-", "")), "a claim")
    keeping.confirm(quality, request.id)
    assert world.services.inquiries.inquiry(answered.id).requester == ASKER
    [still] = [s for s in keeping.due() if s.number == answered.number]
    assert still.kept is Kept.HELD

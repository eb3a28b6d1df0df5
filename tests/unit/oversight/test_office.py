"""Reviews, settings under control and the logbook of a whole office."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import timedelta

import pdfplumber
import pikepdf
import pytest
from sqlalchemy.exc import DatabaseError

from mi_desktop.bootstrap import assemble, open_services
from mi_desktop.oversight import EntryKind, Review, plain
from mi_desktop.oversight.errors import (
    EntryMissing,
    PeriodUnfit,
    SettingsElsewhere,
    SettingsUnfit,
    WhyMissing,
)
from mi_desktop.people import NotPermitted, Role, SignatureRefused
from mi_desktop.services import Services
from mi_desktop.settings import OfficeSettings, groups, load_settings, save_settings
from mi_desktop.settings.entries import NOT_HERE, paths
from mi_desktop.storage import Office
from mi_desktop.storage.errors import WrongPassphrase
from tests.conftest import PASSPHRASE, HeldClock, Staff


@pytest.fixture
def services(office: Office) -> Iterator[Services]:
    save_settings(office.folder, OfficeSettings(name="An office"))
    made = assemble(office, OfficeSettings(name="An office"))
    made.oversight.settings.notice()
    yield made
    made.sandbox.close()


def review(services: Services, staff: Staff, days: int = 30) -> Review:
    now = services.office.database.clock()
    return services.oversight.reviews.draw_up(staff.maria, now - timedelta(days=days), now)


def rows(made: Review, key: str) -> list[list[str]]:
    section = next(s for s in made.sections if s.key == key)
    return [[plain(cell) for cell in row] for row in section.rows]


def attention(made: Review) -> dict[str, int]:
    return {s.key: s.attention for s in made.sections if s.attention}


# Reviews


def test_a_review_asks_everything_and_names_what_wants_a_look_p11_21(
    services: Services, staff: Staff, clock: HeldClock
) -> None:
    """P11-21: users, lock-outs, refusals, clock jumps, backups, holds, incidents."""
    people = services.people
    clock.forward(days=100)
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            people.sign_in("anna", "not hers at all")
    clock.forward(minutes=5)
    people.sign_in("anna", PASSPHRASE)
    people.staff.change_roles(staff.maria, staff.sara.id, frozenset({Role.QUALITY}))
    services.oversight.logbook.report_incident(staff.erik, "The printer stopped")
    services.keeping.retention.hold(staff.maria, "none", "a court asked")
    clock.now -= timedelta(minutes=3)
    people.sign_in("maria", PASSPHRASE)
    clock.forward(minutes=10)
    made = review(services, staff)
    last = {row[0]: row[6] for row in rows(made, "users")}
    assert "not signed in for 90 days" in last["erik"]
    assert "chosen by somebody else" in last["anna"]
    assert last["maria"] == ""
    refused = rows(made, "refused")
    assert ["Anna Lindqvist", "people.sign_in_refused", "5", ""] in refused
    assert any(row[:3] == ["Anna Lindqvist", "locked out before a sign-in", "5"] for row in refused)
    assert any(row[2] == "people.change_roles" for row in rows(made, "rights"))
    assert any("set back" in row[1] for row in rows(made, "audit"))
    assert rows(made, "audit")[0][1].endswith("the chain is whole.")
    assert [row[1] for row in rows(made, "backups")] == ["backup", "restore drill"]
    assert rows(made, "holds")[0][2] == "a court asked"
    assert rows(made, "logbook")[0][1:4] == ["incident", "Erik Berg", "The printer stopped"]
    assert attention(made) == {
        "users": 3, "refused": 1, "audit": 2, "backups": 2, "logbook": 1
    }  # fmt: skip


def test_a_signed_review_stands_on_paper_and_as_a_table_p11_21(
    services: Services, staff: Staff, clock: HeldClock
) -> None:
    """P11-21, P11-14, P11-15: signed "reviewed", bound to the table; the next one is told."""
    desk = services.oversight.reviews
    assert not desk.standing().late
    clock.forward(days=181)
    assert desk.standing().late
    drawn = review(services, staff)
    with pytest.raises(SignatureRefused):
        desk.sign(staff.maria, drawn, "not hers at all")
    assert desk.reviews(staff.maria) == []
    signed = desk.sign(staff.maria, drawn, PASSPHRASE)
    assert signed.number == "REV-SE-2027-00001"
    pdf, table = desk.export(staff.maria, signed.id)
    [kept] = desk.reviews(staff.maria)
    assert kept.signature == signed.signature
    assert kept.signature is not None
    assert kept.signature.record == f"office_review/{signed.id}"
    lines = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert {line[0] for line in lines} >= {"period", "users", "audit", "handoffs", "backups"}
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        text = opened.pages[0].extract_text()
    for wanted in ("Maria Ek", "reviewed", "Europe/Stockholm", kept.signature.sha256[:32]):
        assert wanted in text
    standing = desk.standing()
    assert not standing.late
    assert standing.due == signed.until + timedelta(days=180)
    clock.forward(days=181)
    assert desk.standing().late
    actions = [a.action for a in services.office.audit_lines(signed.id)]
    assert actions == ["oversight.sign_review", "oversight.export_review"]


def test_a_review_is_of_days_that_passed(services: Services, staff: Staff) -> None:
    now = services.office.database.clock()
    for since, until in ((now, now), (now + timedelta(days=1), now + timedelta(days=2))):
        with pytest.raises(PeriodUnfit):
            services.oversight.reviews.draw_up(staff.maria, since, until)


# Settings


def test_every_setting_has_its_words() -> None:
    told = [entry.path for group in groups() for entry in group.entries]
    assert len(told) == len(set(told))
    assert set(told) == set(paths()) - NOT_HERE


def test_a_setting_is_changed_by_name_and_with_a_reason_p11_02(
    services: Services, staff: Staff
) -> None:
    """P11-02: who, what, old and new, why; it counts from the next opening on."""
    desk = services.oversight.settings
    typed = {"mail.port": "2525", "lock_after_fixed": "yes", "languages": "en, sv"}
    desk.change(staff.maria, desk.kept(), typed, "a new mail server")
    kept, _ = load_settings(services.office.folder)
    assert (kept.mail.port, kept.lock_after_fixed, kept.languages) == (2525, True, ("en", "sv"))
    assert desk.waiting() == {"mail.port", "lock_after_fixed", "languages"}
    told = {c.path: (c.old, c.new, c.by, c.why) for c in desk.changes(staff.maria)}
    assert told["mail.port"] == ("587", "2525", staff.maria.id, "a new mail server")
    lines = [a for a in services.office.audit_lines() if a.action == "office.change_settings"]
    assert {a.by for a in lines} == {staff.maria.id}
    assert all(a.reason for a in lines)


def test_what_cannot_be_is_said_by_its_field(services: Services, staff: Staff) -> None:
    desk = services.oversight.settings
    bad = {
        "mail.port": "many",
        "lock_after_minutes": "0",
        "zone": "Europe/Nowhere",
        "languages": "",
        "receivers.safety.way": "pigeon",
    }
    with pytest.raises(SettingsUnfit) as refused:
        desk.change(staff.maria, desk.kept(), bad, "trying")
    said = {path: str(words) for path, words in refused.value.facts["problems"].items()}
    assert said["mail.port"] == "A whole number is wanted."
    assert said["lock_after_minutes"] == "At least 1."
    assert "no such time zone" in said["zone"]
    assert said.keys() == bad.keys()
    assert desk.changes(staff.maria) == []
    with pytest.raises(WhyMissing):
        desk.change(staff.maria, desk.kept(), {"name": "Another"}, " ")
    with pytest.raises(SettingsElsewhere):
        desk.change(staff.maria, OfficeSettings(name="As it was"), {"name": "Mine"}, "typed late")


def test_a_file_changed_outside_of_the_program_is_noticed_p11_02(
    services: Services, staff: Staff
) -> None:
    """P11-02: the settings file edited directly has its line at the next opening."""
    folder = services.office.folder
    facts = json.loads((folder / "settings.json").read_text())
    facts["handoff_hours"] = 72
    (folder / "settings.json").write_text(json.dumps(facts))
    again = open_services(folder, PASSPHRASE, "maria")
    try:
        [change] = again.oversight.settings.changes(staff.maria)
        assert (change.path, change.old, change.new, change.by) == (
            "handoff_hours", "24", "72", "system"
        )  # fmt: skip
        assert again.oversight.settings.notice() == []
        assert "office.settings_changed_outside" in {a.action for a in again.office.audit_lines()}
    finally:
        again.close()


# The logbook


def test_incidents_are_closed_with_what_became_of_them_p11_24(
    services: Services, staff: Staff
) -> None:
    """P11-24: who, when, what; nothing is deleted, nothing closed twice."""
    desk = services.oversight.logbook
    with pytest.raises(WhyMissing):
        desk.report_incident(staff.anna, "  ")
    entry = desk.report_incident(staff.anna, "The scanner took two sheets at once")
    with pytest.raises(NotPermitted):
        desk.close_incident(staff.anna, entry.id, "mended")
    desk.close_incident(staff.maria, entry.id, "rollers changed, both sheets scanned again")
    [kept] = desk.entries(staff.anna)
    assert (kept.by, kept.closed_by, kept.open) == (staff.anna.id, staff.maria.id, False)
    assert kept.outcome.startswith("rollers changed")
    with pytest.raises(EntryMissing):
        desk.close_incident(staff.maria, entry.id, "again")


def test_trainings_and_procedures_are_kept_by_person_p11_23(
    services: Services, staff: Staff
) -> None:
    """P11-23: an administrator enters trainings, everybody what they read; others see neither."""
    desk = services.oversight.logbook
    desk.record_training(staff.maria, staff.anna.id, "Telling adverse events")
    desk.read_procedure(staff.anna, "SOP-012", "3.1")
    desk.read_procedure(staff.erik, "SOP-012", "3.1")
    mine = {(e.kind, e.title, e.version) for e in desk.entries(staff.anna)}
    assert mine == {
        (EntryKind.TRAINING, "Telling adverse events", ""),
        (EntryKind.PROCEDURE_READ, "SOP-012", "3.1"),
    }
    assert len(desk.entries(staff.maria)) == 3


def test_the_tables_hold_on_a_file_and_on_a_server(either_office: Office) -> None:
    """P11-21, P11-02: signed reviews and noted changes are refused to be changed by both."""
    services = assemble(either_office, load_settings(either_office.folder)[0])
    try:
        maria = services.people.add_first("maria", "Maria Ek", PASSPHRASE)
        desk, now = services.oversight, services.office.database.clock()
        drawn = desk.reviews.draw_up(maria, now - timedelta(days=30), now)
        assert desk.reviews.sign(maria, drawn, PASSPHRASE).number == "REV-SE-2026-00001"
        assert desk.settings.notice() == []
        desk.settings.change(maria, desk.settings.kept(), {"mail.port": "25"}, "a new server")
        assert desk.settings.notice() == []
        entry = desk.logbook.report_incident(maria, "The printer stopped")
        desk.logbook.close_incident(maria, entry.id, "mended")
        assert [e.outcome for e in desk.logbook.entries(maria)] == ["mended"]
        for table in ("office_review", "setting_change"):
            with (
                pytest.raises(DatabaseError, match="cannot be changed"),
                services.office.database.engine.begin() as connection,
            ):
                connection.exec_driver_sql(f"UPDATE {table} SET id = 'another'")
    finally:
        services.sandbox.close()

"""What a supervisor asks for, drawn up from settings and records (GD-01, GD-09, GD-11)."""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta

import pdfplumber
import pytest

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry
from mi_desktop.keeping.errors import NobodyFound
from mi_desktop.keeping.purge import kinds
from mi_desktop.keeping.registers import RegisterDesk
from mi_desktop.safety import HandOffKind
from mi_desktop.safety.carrying import must_be_set_up
from mi_desktop.safety.errors import NoTransferBasis
from mi_desktop.settings import OfficeSettings
from tests.faults.offices import ASKER, ask


def words(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as found:
        return " ".join("\n".join(page.extract_text() for page in found.pages).split())


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def sending_to(country: str, basis: str) -> OfficeSettings:
    to = {"country": country, "transfer_basis": basis}
    return OfficeSettings.model_validate({"name": "Kontoret", "receivers": {"safety": to}})


def test_the_record_of_processing_says_basis_and_retention_of_each_gd_01_gd_09(
    world: Demonstration,
) -> None:
    """GD-01, GD-09: legal bases, recipients, years as the settings have them; no consent."""
    office, maria = world.services.office, world.staff.maria
    made = RegisterDesk(office, sending_to("US", "SCC of 2026-03-01")).processing(maria)
    said = words(made.files["pdf"])
    for told in ("Art. 6(1)(f)", "Art. 6(1)(c) and 9(2)(i)", "24 months", "SCC of 2026-03-01"):
        assert told in said
    rows = table(made.files["csv"])
    assert len(rows) == 4
    assert "consent" not in repr(rows).casefold()
    assert rows[1]["transfers"] == "safety department, US: SCC of 2026-03-01"
    assert office.audit_lines()[-1].action == "keeping.processing_record"


def test_the_impact_assessment_is_filled_as_far_as_the_program_knows_gd_09(
    world: Demonstration,
) -> None:
    made = world.services.keeping.registers.impact(world.staff.maria)
    text = made.files["md"].decode()
    assert text.startswith("# Data protection impact assessment")
    assert "24 months identifiable" in text
    assert "{" not in text
    assert "Risk to the persons" in words(made.files["pdf"])


def test_a_breach_is_told_as_who_what_and_when_gd_09(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-09: the persons with how to reach them, and every deed on their records, by name."""
    services, maria = world.services, world.staff.maria
    other = ask(world)
    now = services.office.database.clock()
    period = (now - timedelta(days=30), now + timedelta(minutes=5))
    made = services.keeping.registers.breach(maria, period, [answered.number])
    [person] = table(made.files["csv"])
    assert (person["number"], person["email"]) == (answered.number, ASKER.email)
    told = json.loads(made.files["json"])
    actions = {deed["action"] for deed in told["deeds"]}
    assert {"inquiries.register", "letters.approve"} <= actions
    assert {deed["by"] for deed in told["deeds"]} >= {"Anna Lindqvist", "Erik Berg"}
    assert other.id not in made.files["json"].decode()

    every = services.keeping.registers.breach(maria, period)
    assert other.number in {row["number"] for row in table(every.files["csv"])}
    before = (period[0] - timedelta(days=400), period[0] - timedelta(days=390))
    assert json.loads(services.keeping.registers.breach(maria, before).files["json"])["deeds"] == []
    with pytest.raises(NobodyFound):
        services.keeping.registers.breach(maria, period, ["MI-XX-2026-99999"])


def test_a_hand_off_leaves_the_eu_on_a_basis_that_is_written_down_gd_11(
    world: Demonstration,
) -> None:
    """GD-11: without one nothing goes, not even as a sheet; inside the EEA none is wanted."""
    rooms = world.services.safety.transmission._rooms
    kind = HandOffKind.SAFETY
    with pytest.raises(NoTransferBasis, match="US, outside the EU"):
        must_be_set_up(replace(rooms, settings=sending_to("US", " ")), kind)
    for country, basis in (("US", "adequacy decision of 2023-07-10"), ("DE", ""), ("NO", "")):
        must_be_set_up(replace(rooms, settings=sending_to(country, basis)), kind)
    assert "handoff" in kinds()

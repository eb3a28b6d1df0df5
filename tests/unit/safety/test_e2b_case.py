"""A case as an E2B message: its fields, its null flavours, its numbers, and what stops it."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from mi_desktop.safety.cases import (
    AeCase,
    Event,
    Given,
    Head,
    Null,
    PartialDate,
    Patient,
    Quantity,
    element_of,
    walk,
)
from mi_desktop.safety.cases.paths import put
from mi_desktop.safety.e2b.contents import from_contents, to_contents
from mi_desktop.safety.e2b.export import coded, findings_of, make_batch
from mi_desktop.safety.e2b.mapping import read_case
from mi_desktop.safety.e2b.model import Block, Content
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.table import table
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.settings import OfficeSettings
from tests.fakes.cases import filled_case

AT = datetime(2026, 1, 21, 9, 15, tzinfo=UTC)
SETTINGS = OfficeSettings.model_validate(
    {
        "letterhead": {"company": "Example Co AB", "department": "Medical Information"},
        "e2b": {"sender": "EXAMPLECO-MI", "receiver": "EXAMPLECO-PV", "company": "ExampleCo"},
    }
)


def report(case: AeCase, settings: OfficeSettings = SETTINGS) -> Block:
    """What is read again from the file that the case makes."""
    return read_batch(write_batch(make_batch(case, settings, AT).batch), "case.xml").messages[0]


def found(case: AeCase) -> dict[str, str]:
    """Rule to the path of the field it is mended at."""
    return {f.rule: f.path for f in findings_of(make_batch(case, SETTINGS, AT), AT) if f.stops}


def test_a_filled_case_is_a_valid_message() -> None:
    assert found(filled_case()) == {}


def test_the_file_is_the_same_each_time() -> None:
    first, second = (write_batch(make_batch(filled_case(), SETTINGS, AT).batch) for _ in range(2))
    assert first == second


def test_the_case_is_read_again_from_its_file() -> None:
    case = filled_case()
    again = read_case(report(case), Head("h", "AE-SE-2026-00003", "q"))
    assert again.events[0].verbatim == Given("huvudvärk")
    assert again.events[0].onset == Given(PartialDate(2026, 1)), "as exact as it was"
    assert again.events[1].onset == Given(null=Null.ASKED_UNKNOWN)
    assert again.drugs[0].dosages[0].interval == Given(Quantity(Decimal(1), "d"))
    assert again.drugs[0].notes == Given(("11",))
    assert again.drugs[0].relations[0].recurred == Given("4")
    assert again.tests[0].value == Given(Decimal("1.2"))


def test_numbers_and_parties_come_from_the_office() -> None:
    made = make_batch(filled_case(), SETTINGS, AT, version=2).batch
    first = made.messages[0]
    assert first.text("C.1.1") == "SE-EXAMPLECO-AE-SE-2026-00003"
    assert first.text("N.2.r.1") == first.text("C.1.1") == first.text("C.1.8.1")
    assert made.top.text("N.1.2") == "SE-EXAMPLECO-AE-SE-2026-00003-v2"
    assert (made.top.text("N.1.3"), made.top.text("N.1.4")) == ("EXAMPLECO-MI", "EXAMPLECO-PV")
    assert made.top.text("N.1.5") == "20260121091500+0000"


def test_where_the_safety_department_numbers_cases_ours_is_another_number() -> None:
    """E2B-3: the worldwide number is theirs to give; ours goes beside it."""
    theirs = SETTINGS.model_copy(
        update={"e2b": SETTINGS.e2b.model_copy(update={"mints": "safety"})}
    )
    made = make_batch(filled_case(), theirs, AT)
    assert {f.rule for f in findings_of(made, AT)} == {"C.1.8.1:needed"}
    numbered = put(filled_case(), "report.worldwide", Given("SE-EXAMPLECO-PV-77"))
    block = report(numbered, theirs)
    assert block.text("C.1.8.1") == "SE-EXAMPLECO-PV-77"
    assert block.text("C.1.9.1") == "true"
    assert block.all("C.1.9.1.r")[0].text("C.1.9.1.r.2") == "AE-SE-2026-00003"


def test_without_a_code_there_is_no_valid_file() -> None:
    """E2B-2: MedDRA comes from the user, or there is no file."""
    bare = put(filled_case(), "events.1.coding", Given(null=Null.NOT_ASKED))
    assert coded(filled_case())
    assert not coded(bare)
    assert found(bare)["E.i.2.1b:needed"] == "events.1.coding"


@pytest.mark.parametrize(
    ("path", "given", "rule"),
    [
        ("patient.initials", Given("x" * 61), "D.1:length"),
        ("drugs.0.dosages.0.batch", Given("B" * 36), "G.k.4.r.7:length"),
        ("events.0.verbatim", Given("v" * 251), "E.i.1.1a:length"),
        ("events.0.end", Given(PartialDate(2025)), "E.i.5:order"),
        ("report.latest", Given(PartialDate(2099, 1, 1)), "C.1.5:future"),
        ("report.first_received", Given(PartialDate(2026, 1)), "C.1.4:value"),
        ("drugs.0.role", Given("2"), "G.k.1:suspect"),
        ("narrative.text", Given(null=Null.NOT_ASKED), "H.1:needed"),
        ("drugs.0.dosages.0.batch", Given("AB\x1d12"), "G.k.4.r.7:value"),
        ("reporters.0.primary", Given("2"), "C.2.r.5:one"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(path: str, given: Given[object], rule: str) -> None:
    """E2B-1: too long is said, never cut."""
    assert found(put(filled_case(), path, given))[rule] == path


def test_what_the_office_did_not_set_is_mended_in_the_settings() -> None:
    made = make_batch(filled_case(), OfficeSettings(), AT)
    paths = {f.rule: f.path for f in findings_of(made, AT)}
    assert paths == {"N.1.4:needed": "settings", "N.2.r.3:needed": "settings"}


NULLS = {
    # path: what each kind of nothing becomes; "" for left out
    "patient.initials": ("NASK", "ASKU", "UNK", "MSK", ""),
    "patient.sex": ("NASK", "ASKU", "UNK", "MSK", ""),
    "patient.history_text": ("NASK", "ASKU", "UNK", "MSK", ""),
    "events.0.onset": ("NASK", "ASKU", "", "MSK", ""),
    "events.0.end": ("", "ASKU", "", "MSK", ""),
    "reporters.0.qualification": ("UNK", "UNK", "UNK", "UNK", "UNK"),
    "events.0.death": ("NI", "NI", "NI", "NI", "NI"),
    "drugs.0.dosages.0.route": ("", "ASKU", "UNK", "", ""),
}
ALL = (Null.NOT_ASKED, Null.ASKED_UNKNOWN, Null.UNKNOWN, Null.MASKED, Null.NO_INFORMATION)


@pytest.mark.parametrize("path", NULLS)
def test_each_kind_of_nothing_is_told_apart(path: str) -> None:
    """E2B-4: not asked, asked but unknown, unknown and masked are never merged where E2B can."""
    case = replace(filled_case(), patient=replace(filled_case().patient, history=()))
    element = next(p.element for p in walk(case) if p.path == path)
    said = []
    for null in ALL:
        content = to_contents(element, Given(null=null)).get(element.id, Content())
        said.append(content.null)
        made = make_batch(put(case, path, Given(null=null)), SETTINGS, AT)
        assert not [f for f in findings_of(made, AT) if f.rule.endswith(":null")]
    assert tuple(said) == NULLS[path]


def test_an_outcome_that_nobody_knows_has_a_code_of_its_own() -> None:
    block = report(filled_case())
    assert block.all("E.i")[1].text("E.i.7") == "0"


def test_a_criterion_that_is_not_met_is_never_false() -> None:
    first = report(filled_case()).all("E.i")[0]
    assert first.values["E.i.3.2a"] == Content(null="NI")
    assert first.values["E.i.3.2c"] == Content("true")


def test_a_condition_without_a_code_goes_into_the_words() -> None:
    text = report(filled_case()).text("D.7.2")
    assert text == "Allergi mot penicillin.\nhypertoni (continuing)"


def test_every_field_with_an_element_is_in_the_table() -> None:
    case = replace(filled_case(), patient=Patient())
    ids = {p.element.id for p in walk(case) if p.element.id}
    assert ids <= set(table().elements)
    for place in walk(case):
        row = table().elements.get(place.element.id)
        if row and row.kind == "text":
            assert place.element.limit == row.limit, place.path
        if row:
            assert {n.value for n in place.element.nulls} <= row.nulls, place.path


def test_what_comes_from_a_file_is_read_or_left_in_it() -> None:
    onset = element_of(Event, "onset")
    assert from_contents(onset, {"E.i.4": Content("20260114101500+0100")}.get) == Given(
        PartialDate(2026, 1, 14)
    )
    assert from_contents(onset, {"E.i.4": Content("soon")}.get) == Given(null=Null.NOT_ASKED)
    assert from_contents(onset, {"E.i.4": Content(null="PINF")}.get) == Given(null=Null.NOT_ASKED)


def test_reactions_without_an_identifier_are_still_told_apart() -> None:
    block = make_batch(filled_case(), SETTINGS, AT).batch.messages[0]
    nameless = tuple(replace(one, key="") for one in block.all("E.i"))
    case = read_case(block.with_blocks("E.i", nameless), Head("h", "AE-1", "q"))
    assert [event.key for event in case.events] == ["1", "2"]


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\ufffe", "\ud800"])
def test_e2b_1_a_sign_that_xml_cannot_hold_is_said_at_its_field(sign: str) -> None:
    case = put(filled_case(), "narrative.text", Given(f"Klåda{sign} efter 😀 två dagar."))
    assert found(case) == {"H.1:value": "narrative.text"}

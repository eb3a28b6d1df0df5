"""Fields of a case: what is typed, what is nothing, what does not fit; nothing cut or guessed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mi_desktop.basics.words import Words
from mi_desktop.safety.cases import (
    AeCase,
    Coding,
    Death,
    Dosage,
    Drug,
    Event,
    Given,
    Head,
    Kind,
    Null,
    PartialDate,
    Patient,
    PqcCase,
    Precision,
    Quantity,
    Reporter,
    Test,
    element_of,
    walk,
)
from mi_desktop.safety.cases.checks import problems
from mi_desktop.safety.cases.complaint import Bought, Defect, Pack
from mi_desktop.safety.cases.entry import entry_text, read_entry
from mi_desktop.safety.cases.facts import from_facts, to_facts
from mi_desktop.safety.cases.paths import at, put
from mi_desktop.safety.cases.signs import falsified_signs

HEAD = Head("h1", "AE-SE-2026-00001", "inq-1")
TODAY = date(2026, 6, 25)
CASE = AeCase(HEAD, reporters=(Reporter(),), events=(Event(),), drugs=(Drug(dosages=(Dosage(),)),))


def told(case: AeCase | PqcCase, path: str) -> str:
    return " ".join(str(p.words) for p in problems(case, TODAY) if p.path == path)


def test_e2b_4_each_kind_of_nothing_stays_apart_through_the_record() -> None:
    case = CASE
    for null, path in zip(
        Null,
        ("patient.sex", "patient.birth", "patient.initials", "events.0.end", "report.expedited"),
        strict=True,
    ):
        case = put(case, path, Given(null=null))
    again = from_facts(AeCase, to_facts(case))
    assert again == case
    assert at(again, "patient.initials") == Given(null=Null.UNKNOWN)
    with pytest.raises(ValueError, match="a value or a null flavour"):
        Given("x", Null.MASKED)


def test_every_value_survives_the_record() -> None:
    case = CASE
    for path, value in {
        "patient.age": Quantity(Decimal("34"), "a"),
        "patient.weight": Decimal("61.5"),
        "events.0.onset": PartialDate(2026, 3),
        "events.1.coding": Coding("10037844", "28.1"),
        "drugs.0.notes": ("2", "7"),
        "events.0.death": True,
        "narrative.text": "Utslag, å ä ö",
    }.items():
        case = put(case, path, Given(value))
    assert from_facts(AeCase, to_facts(case)) == case
    assert [event.key for event in case.events] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "precision", "last"),
    [
        ("2026", Precision.YEAR, date(2026, 12, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 29)),
        ("2026-3-1", Precision.DAY, date(2026, 3, 1)),
    ],
)
def test_a_date_is_as_exact_as_it_was_said(text: str, precision: Precision, last: date) -> None:
    read = PartialDate.read(text)
    assert read is not None
    assert (read.precision, read.latest) == (precision, last)


@pytest.mark.parametrize(
    ("noun", "field", "text", "words"),
    [
        (Event, "onset", "i mars", "is no date"),
        (Event, "onset", "2026-02-30", "is no date"),
        (Patient, "age", "34", "has no unit"),
        (Patient, "age", "34 stones", "is no unit here"),
        (Patient, "weight", "heavy", "is no number"),
        (Event, "coding", "rash", "is no MedDRA code"),
        (Reporter, "country", "Sweden", "two letters"),
        (Event, "language", "sv", "three letters"),
        (Event, "outcome", "better", "is not in the list"),
        (Event, "death", "perhaps", "neither yes nor no"),
        (Dosage, "batch", "x" * 36, "1 character too many; at most 35"),
        (Event, "verbatim", "x" * 262, "12 characters too many; at most 250"),
    ],
)
def test_e2b_1_what_does_not_fit_is_said_at_the_field(
    noun: type, field: str, text: str, words: str
) -> None:
    """E2B-1: lengths are enforced, nothing is cut."""
    read = read_entry(element_of(noun, field), text)
    assert isinstance(read, Words)
    assert words in str(read)


@pytest.mark.parametrize(
    ("noun", "field", "text", "value"),
    [
        (Patient, "age", "34 years", Quantity(Decimal(34), "a")),
        (Patient, "age", "7 mo", Quantity(Decimal(7), "mo")),
        (Dosage, "dose", "2,5 mg", Quantity(Decimal("2.5"), "mg")),
        (Event, "outcome", "not rec", "3"),
        (Event, "death", "n", False),
        (Reporter, "country", "se", "SE"),
        (Test, "value", "4,1", Decimal("4.1")),
        (Drug, "notes", "overdose, misuse", ("2", "8")),
    ],
)
def test_what_is_typed_is_read_and_shown_as_typed(
    noun: type, field: str, text: str, value: object
) -> None:
    element = element_of(noun, field)
    read = read_entry(element, text)
    assert isinstance(read, Given)
    assert read.value == value
    assert read_entry(element, entry_text(element, read)) == read


def test_conflicting_and_future_dates_are_told_and_kept() -> None:
    case = put(CASE, "events.0.onset", Given(PartialDate(2026, 6, 20)))
    case = put(case, "events.0.end", Given(PartialDate(2026, 5)))
    case = put(case, "drugs.0.dosages.0.start", Given(PartialDate(2099)))
    case = put(case, "patient.birth", Given(PartialDate(1990)))
    case = put(case, "patient.age", Given(Quantity(Decimal(12), "a")))
    assert "2026-05 is before 2026-06-20" in told(case, "events.0.end")
    assert "2099 is after today" in told(case, "drugs.0.dosages.0.start")
    assert "does not fit the date of birth" in told(case, "patient.age")
    assert not any(p.stops for p in problems(case, TODAY))


def test_dates_that_may_agree_are_no_conflict() -> None:
    case = put(CASE, "events.0.onset", Given(PartialDate(2026, 5, 20)))
    case = put(case, "events.0.end", Given(PartialDate(2026, 5)))
    assert told(case, "events.0.end") == ""


def test_a_strange_batch_is_told_not_mended() -> None:
    case = put(CASE, "drugs.0.dosages.0.batch", Given("LOT\x1d42‡"))
    assert "<29>‡" in told(case, "drugs.0.dosages.0.batch")


def test_ae_ser_1_and_ae_ser_3_seriousness_is_of_each_event() -> None:
    no = {name: Given(False) for name in ("death", "life_threatening", "hospitalisation")}
    no |= {name: Given(False) for name in ("disability", "anomaly", "important")}
    mild, unknown = Event(key="1", **no), Event(key="2")
    hospital = replace(mild, key="3", hospitalisation=Given(True))
    assert [e.serious for e in (mild, unknown, hospital)] == [False, None, True]
    assert replace(CASE, events=(mild,)).serious is False
    assert replace(CASE, events=(mild, unknown)).serious is None
    assert replace(CASE, events=(mild, unknown, hospital)).serious is True


def test_ae_ser_2_severity_is_no_field_of_seriousness() -> None:
    severe = put(CASE, "events.0.verbatim", Given("severe headache"))
    assert severe.serious is None


def test_ae_ser_4_a_death_asks_when_of_what_and_for_an_autopsy() -> None:
    died = put(CASE, "events.0.outcome", Given("5"))
    assert "ask when" in told(died, "patient.death.date")
    assert "autopsy" in told(died, "patient.death.autopsy")
    assert "cause" in told(died, "patient.death.causes.0.text")
    asked = replace(
        died.patient, death=Death(Given(PartialDate(2026)), Given(null=Null.ASKED_UNKNOWN))
    )
    assert "autopsy" not in told(replace(died, patient=asked), "patient.death.date")


def test_one_dictionary_version_a_report() -> None:
    case = put(CASE, "events.0.coding", Given(Coding("10037844", "28.1")))
    case = put(case, "events.1.coding", Given(Coding("10019211", "27.0")))
    assert "one a report" in told(case, "events.1.coding")


def test_pqc_1_batch_and_expiry_have_a_value_or_a_reason() -> None:
    bare = PqcCase(HEAD)
    assert "say why" in told(bare, "pack.batch")
    assert "say why" in told(bare, "pack.expiry")
    given = replace(bare, pack=Pack(no_batch=Given("label_lost"), expiry=Given(PartialDate(2027))))
    assert told(given, "pack.batch") == told(given, "pack.expiry") == ""


def test_ss_exp_a_pack_taken_after_its_expiry_is_told() -> None:
    """SS-EXP: the pack's expiry lies before the first dose."""
    case = put(CASE, "drugs.0.dosages.0.start", Given(PartialDate(2026, 6)))
    case = put(case, "drugs.0.dosages.0.expiry", Given(PartialDate(2026, 3)))
    assert "after the pack's expiry" in told(case, "drugs.0.dosages.0.expiry")


def test_pqc_c1_a_critical_defect_is_telephoned_today() -> None:
    mixed = replace(PqcCase(HEAD), defect=Defect(category=Given("MIX")))
    assert "critical to begin with" in told(mixed, "defect.criticality")
    known = replace(mixed, defect=Defect(category=Given("MIX"), criticality=Given("critical")))
    assert told(known, "defect.criticality") == "critical: telephone quality today"


def test_fal_1_each_sign_of_a_falsified_product_is_said() -> None:
    case = replace(
        PqcCase(HEAD),
        bought=Bought(country=Given("XX"), where=Given("online")),
        defect=Defect(category=Given("VER"), seal_intact=Given("no")),
    )
    said = [str(sign) for sign in falsified_signs(case, ("SE", "NO"), twice=True)]
    assert len(said) == 5
    assert falsified_signs(PqcCase(HEAD), ("SE",), twice=False) == ()


def test_every_element_says_what_a_form_and_an_export_need() -> None:
    case = put(CASE, "patient.death.causes.0.text", Given("x"))
    case = put(case, "drugs.0.indications.0.text", Given("x"))
    case = put(case, "drugs.0.relations.0.recurred", Given("4"))
    for noun in (case, PqcCase(HEAD, complainants=(Reporter(),))):
        for place in walk(noun):
            element = place.element
            assert str(element.label)
            assert element.limit or element.kind not in (Kind.TEXT, Kind.LONG), place.path
            assert bool(element.choices) is (element.kind in (Kind.CHOICE, Kind.CHOICES))
            assert bool(element.units) is (element.kind is Kind.QUANTITY)
            assert bool(element.mate) is (element.kind in (Kind.QUANTITY, Kind.CODING))
    ids = [place.element.id for place in walk(case) if place.element.id]
    assert {"C.1.4", "D.1", "E.i.1.1a", "E.i.3.2f", "G.k.1", "G.k.4.r.7", "H.1"} <= set(ids)
    boxes = {place.element.box for place in walk(case)}
    assert {"1", "1a", "2", "2a", "3", "4-6", "7+13", "8-12", "14", "15", "16", "17"} <= boxes
    assert {"18", "19", "20", "21", "22", "23", "24b", "24c", "24d", "26"} <= boxes

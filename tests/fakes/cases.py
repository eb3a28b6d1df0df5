"""A case that is filled: invented, coded, ready to be a form and a message."""

from decimal import Decimal

from mi_desktop.safety.cases import (
    AeCase,
    Coding,
    Dosage,
    Drug,
    Event,
    Given,
    Head,
    History,
    Indication,
    Narrative,
    Null,
    PartialDate,
    Patient,
    Quantity,
    Relation,
    Report,
    Reporter,
    Substance,
    Test,
)

NO_DAY = Given(null=Null.ASKED_UNKNOWN)


def filled_case(head: Head | None = None) -> AeCase:
    """Two events, two medicines, a test; a physician tells it."""
    return AeCase(
        head or Head("handoff", "AE-SE-2026-00003", "inquiry", revision=1),
        report=Report(
            type=Given("1"),
            first_received=Given(PartialDate(2026, 1, 14)),
            latest=Given(PartialDate(2026, 1, 20)),
            expedited=Given(False),
        ),
        reporters=(_reporter(),),
        patient=_patient(),
        events=(_headache(), _itch()),
        drugs=(_suspect(), Drug(role=Given("2"), name=Given("Annatmedel"))),
        tests=(
            Test(
                name=Given("ALAT"),
                value=Given(Decimal("1.2")),
                unit=Given("ukat/L"),
                date=Given(PartialDate(2026, 1, 15)),
            ),
        ),
        narrative=Narrative(text=Given("Patienten fick huvudvärk två dagar efter start.")),
    )


def _reporter() -> Reporter:
    return Reporter(
        given_name=Given("Karin"),
        family_name=Given("Exempelsson"),
        qualification=Given("1"),
        organisation=Given("Vårdcentralen Exemplet"),
        city=Given("Umeå"),
        country=Given("SE"),
    )


def _patient() -> Patient:
    return Patient(
        initials=Given("A.B."),
        age=Given(Quantity(Decimal(47), "a")),
        birth=Given(null=Null.MASKED),
        sex=Given("2"),
        history_text=Given("Allergi mot penicillin."),
        history=(History(term=Given("hypertoni"), continuing=Given(True)),),
        last_period=NO_DAY,
    )


def _headache() -> Event:
    return Event(
        "1",
        verbatim=Given("huvudvärk"),
        language=Given("swe"),
        translation=Given("headache"),
        coding=Given(Coding("10000001", "28.1")),
        death=Given(False),
        hospitalisation=Given(True),
        onset=Given(PartialDate(2026, 1)),
        outcome=Given("2"),
        country=Given("SE"),
    )


def _itch() -> Event:
    return Event(
        "2",
        verbatim=Given("klåda"),
        language=Given("swe"),
        coding=Given(Coding("10000002", "28.1")),
        onset=NO_DAY,
        outcome=Given(null=Null.UNKNOWN),
    )


def _suspect() -> Drug:
    dosage = Dosage(
        dose=Given(Quantity(Decimal(10), "mg")),
        interval=Given(Quantity(Decimal(1), "d")),
        start=Given(PartialDate(2026, 1, 2)),
        end=NO_DAY,
        batch=Given("AB1234"),
        route=Given("oral"),
    )
    return Drug(
        role=Given("1"),
        name=Given("Exempelmedel 10 mg tablett"),
        substances=(Substance(Given("exemplin"), Given(Quantity(Decimal(10), "mg"))),),
        dosages=(dosage,),
        indications=(Indication(Given("högt blodtryck")),),
        action=Given("1"),
        abated=Given("yes"),
        notes=Given(("11",)),
        relations=(Relation("1", recurred=Given("4")),),
    )

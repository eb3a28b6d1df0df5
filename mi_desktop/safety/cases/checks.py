"""What does not fit together in a case: each a word at its field, nothing changed, nothing cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases.complaint import CRITICAL
from mi_desktop.safety.cases.drugs import Dosage, Drug
from mi_desktop.safety.cases.element import Kind, Place, walk
from mi_desktop.safety.cases.entry import too_long
from mi_desktop.safety.cases.minimal import looks_like_a_name, personal_numbers
from mi_desktop.safety.cases.model import AeCase, Case, PqcCase
from mi_desktop.safety.cases.values import Coding, Given, PartialDate, Quantity

# What batch numbers are printed with; anything else is a reading mistake more often than not.
_STRANGE = re.compile(r"[^A-Za-z0-9ÅÄÖåäö ./_+-]")
# Numbers of a pack, which may look like a person's.
_PRODUCTS = ("batch", "serial", "gtin", "code", "vnr", "phone")
_INITIALS = ("patient.initials", "parent.identification")
_FATAL = "5"
_SLACK_YEARS = 1


@dataclass(frozen=True)
class Problem:
    """Something to look at again.

    Attributes:
        path: of the field.
        stops: it cannot be kept like this; the others are kept and stay in sight.
        personal: more of a person than is needed (FU-2).
    """

    path: str
    words: Words
    stops: bool = False
    personal: bool = False


def problems(case: Case, today: date) -> tuple[Problem, ...]:
    """Everything that does not fit, in the order of the form; `today` in the site's zone."""
    places = list(walk(case))
    found = [p for place in places for p in _at_place(place, today)]
    found += _event_case(case) if isinstance(case, AeCase) else _complaint(case)
    order = {place.path: n for n, place in enumerate(places)}
    return tuple(sorted(found, key=lambda p: order.get(p.path, -1)))


def _at_place(place: Place, today: date) -> Iterator[Problem]:
    element, value = place.element, place.given.value
    if value is None:
        return
    over = too_long(element, value)
    if over:
        yield Problem(place.path, over, stops=True)
    if element.kind is Kind.CHOICE and value not in element.choices:
        yield Problem(place.path, words("“{text}” is not in the list", text=value), stops=True)
    if isinstance(value, Quantity) and value.unit not in element.units:
        unit = words("“{unit}” is no unit here", unit=value.unit)
        yield Problem(place.path, unit, stops=True)
    if isinstance(value, PartialDate) and not element.future and value.earliest > today:
        yield Problem(place.path, words("{date} is after today", date=value))
    if isinstance(value, str):
        yield from _in_text(place.path, value)


def _in_text(path: str, text: str) -> Iterator[Problem]:
    if path.endswith("batch"):
        yield from _strange(path, text)
    for number in personal_numbers(text) if not path.endswith(_PRODUCTS) else ():
        told = words(
            "“{number}” looks like a personal identity number: leave it out", number=number
        )
        yield Problem(path, told, stops=True, personal=True)
    if path.endswith(_INITIALS) and looks_like_a_name(text):
        told = words("initials are enough: leave the name out")
        yield Problem(path, told, stops=True, personal=True)


def _strange(path: str, batch: str) -> Iterator[Problem]:
    strange = "".join(dict.fromkeys(_STRANGE.findall(batch)))
    if strange:
        shown = "".join(c if c.isprintable() else f"<{ord(c)}>" for c in strange)
        told = words("the batch has “{characters}”; compare it with the pack", characters=shown)
        yield Problem(path, told)


def _event_case(case: AeCase) -> list[Problem]:
    found = list(_order(case.report.first_received, case.report.latest, "report.latest"))
    for n, event in enumerate(case.events):
        found += _order(event.onset, event.end, f"events.{n}.end")
        found += _order(case.patient.birth, event.onset, f"events.{n}.onset")
        found += _order(event.onset, case.patient.death.date, "patient.death.date")
    for n, drug in enumerate(case.drugs):
        for m, dosage in enumerate(drug.dosages):
            found += _dosage(dosage, f"drugs.{n}.dosages.{m}")
    for n, past in enumerate(case.patient.past_drugs):
        found += _order(past.start, past.end, f"patient.past_drugs.{n}.end")
    for n, history in enumerate(case.patient.history):
        found += _order(history.start, history.end, f"patient.history.{n}.end")
    return [
        *found,
        *_age(case),
        *_birth(case),
        *_death(case),
        *_one_dictionary(case),
        *_no_suspect(case.drugs),
    ]


def _order(first: Given[PartialDate], second: Given[PartialDate], path: str) -> Iterator[Problem]:
    """Words where the second date lies before the first, however they are read."""
    if first.value and second.value and second.value.latest < first.value.earliest:
        told = words("{later} is before {earlier}", later=second.value, earlier=first.value)
        yield Problem(path, told)


def _dosage(dosage: Dosage, path: str) -> Iterator[Problem]:
    yield from _order(dosage.start, dosage.end, f"{path}.end")
    start, expiry = dosage.start.value, dosage.expiry.value
    if start and expiry and start.earliest > expiry.latest:
        told = words("taken from {start}, after the pack's expiry", start=start)
        yield Problem(f"{path}.expiry", told)


def _age(case: AeCase) -> Iterator[Problem]:
    birth, age = case.patient.birth.value, case.patient.age.value
    onset = next((e.onset.value for e in case.events if e.onset.value), None)
    if not (birth and age and onset and age.unit == "a"):
        return
    least = onset.earliest.year - birth.latest.year - _SLACK_YEARS
    most = onset.latest.year - birth.earliest.year
    if not least <= age.value <= most:
        told = words("does not fit the date of birth {birth}", birth=birth)
        yield Problem("patient.age", told)


def _birth(case: AeCase) -> Iterator[Problem]:
    """Age or age group before the date of birth (FU-2)."""
    patient = case.patient
    if patient.birth.known and (patient.age.known or patient.age_group.known):
        yield Problem("patient.birth", words("the age is enough: leave the date of birth out"))


def _death(case: AeCase) -> Iterator[Problem]:
    """Who died is asked when, of what, and whether there was an autopsy (AE-SER-4)."""
    died = any(e.death.value is True or e.outcome.value == _FATAL for e in case.events)
    death = case.patient.death
    if died and not death.date.known:
        yield Problem("patient.death.date", words("the patient died: ask when"))
    if died and not death.autopsy.known:
        yield Problem("patient.death.autopsy", words("the patient died: ask for an autopsy"))
    if died and not death.causes:
        yield Problem("patient.death.causes.0.text", words("the patient died: ask for the cause"))


def _one_dictionary(case: AeCase) -> Iterator[Problem]:
    """One MedDRA version a report (E.i.2.1a)."""
    first = ""
    for place in walk(case):
        if isinstance(place.given.value, Coding):
            first = first or place.given.value.version
            if place.given.value.version != first:
                told = words("version {first} is used before; one a report", first=first)
                yield Problem(place.path, told)


def _no_suspect(drugs: tuple[Drug, ...]) -> Iterator[Problem]:
    roles = [drug.role.value for drug in drugs]
    if roles and None not in roles and set(roles) <= {"2"}:
        told = words("one medicine must be suspect, interacting or not administered")
        yield Problem("drugs.0.role", told)


def _complaint(case: PqcCase) -> list[Problem]:
    found: list[Problem] = []
    pack: Any = case.pack
    for name, reason in (("batch", "no_batch"), ("expiry", "no_expiry")):
        if not getattr(pack, name).known and not getattr(pack, reason).known:
            told = words("give it, or say why there is none")
            found.append(Problem(f"pack.{name}", told))
    found += _criticality(case)
    found += _classified(case)
    found += _way_back(case)
    found += _order(case.bought.date, case.defect.noticed, "defect.noticed")
    for n, (one, two) in enumerate(
        zip(case.sample.custody, case.sample.custody[1:], strict=False), start=1
    ):
        found += _order(one.date, two.date, f"sample.custody.{n}.date")
    return found


def _criticality(case: PqcCase) -> Iterator[Problem]:
    """Some defects are critical to begin with; a critical one is telephoned today (PQC-C1)."""
    given = case.defect.criticality.value
    if case.defect.category.value in CRITICAL and given != "critical":
        told = words("this kind of defect is critical to begin with")
        yield Problem("defect.criticality", told)
    if given == "critical":
        yield Problem("defect.criticality", words("critical: telephone quality today"))


def _classified(case: PqcCase) -> Iterator[Problem]:
    """What quality does about a class: the telephone before a recall, the alert (PQC-C5)."""
    given = case.defect.alert_class.value
    if given == "1":
        told = words("class I: alert within 24 hours; telephone the authority before a recall")
        yield Problem("defect.alert_class", told)
    elif given:
        told = words("telephone the authority before a recall")
        yield Problem("defect.alert_class", told)


def _way_back(case: PqcCase) -> Iterator[Problem]:
    """What may hurt its carrier needs a safe way back (PQC-4)."""
    sample = case.sample
    if sample.hazardous.value in ("yes", "unknown") and not sample.way_back.known:
        yield Problem("sample.way_back", words("agree a safe way back before anything is sent"))
    if sample.available.value == "yes" and not sample.hazardous.known:
        told = words("ask whether it is a used sharp, cytotoxic or infectious")
        yield Problem("sample.hazardous", told)

"""What stands in each box of a CIOMS I form, by the box's name; the form is in English.

Source: domain 1.6. Box numbers differ between layouts of the form, so a box is asked for by name.
Nothing is left out for want of room, and every kind of nothing is said in words (E2B-4).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mi_desktop.safety.cases import AeCase, Coding, Given, Null, Quantity, element_of
from mi_desktop.safety.cases.drugs import Dosage, Drug
from mi_desktop.safety.cases.events import SERIOUSNESS, Event, Test
from mi_desktop.safety.cases.patient import Patient
from mi_desktop.safety.cases.report import Reporter

NOTHING = {
    Null.NOT_ASKED: "not asked",
    Null.ASKED_UNKNOWN: "asked, but unknown",
    Null.UNKNOWN: "unknown",
    Null.MASKED: "known, not passed on",
    Null.NO_INFORMATION: "no information",
}
SUSPECT = ("1", "3", "4")
_STUDY, _HEALTH = "2", ("1", "2", "3")


@dataclass(frozen=True)
class Ticks:
    """What is ticked: label to True (an X), False (empty) or None (not known, said so)."""

    of: dict[str, bool | None]


def said(given: Given[Any], choices: dict[str, Any] | None = None) -> str:
    """A field as text; each kind of nothing in its own words."""
    if given.null is not None:
        return f"({NOTHING[given.null]})"
    return _value(given.value, choices or {})


def boxes(case: AeCase) -> dict[str, str]:
    """Box name to text, for all boxes that hold what the case says."""
    suspect = [d for d in case.drugs if not d.role.known or d.role.value in SUSPECT]
    others = [d for d in case.drugs if d not in suspect]
    patient = case.patient
    return {
        "initials": said(patient.initials),
        "country": _each(case.events, lambda e: said(e.country)),
        "birth": said(patient.birth),
        "age": _age(patient),
        "sex": _chosen(patient, "sex"),
        "onset": _each(case.events, lambda e: said(e.onset)),
        "reaction": "\n".join(_reaction(case)),
        "suspect": _each(suspect, _named),
        "dose": _each(suspect, lambda d: _dosed(d, _dose)),
        "route": _each(suspect, lambda d: _dosed(d, lambda one: said(one.route))),
        "indication": _each(suspect, lambda d: _many(said(i.text) for i in d.indications)),
        "dates": _each(suspect, lambda d: _dosed(d, _dates)),
        "duration": _each(suspect, lambda d: _dosed(d, lambda one: said(one.duration))),
        "concomitant": _each(others, _concomitant) if others else _none(patient),
        "history": "\n".join(_history(case)),
        "received": f"first {said(case.report.first_received)}, latest {said(case.report.latest)}",
        "reporter": "\n".join(_reporters(case.reporters)),
    }


def ticks(case: AeCase) -> dict[str, Ticks]:
    """Box name to what is ticked in it."""
    suspect = [d for d in case.drugs if not d.role.known or d.role.value in SUSPECT]
    return {
        "serious": Ticks(_serious(case.events)),
        "abated": Ticks(_one_of(_answers(d.abated.value for d in suspect))),
        "again": Ticks(_one_of(_answers(_again(d) for d in suspect))),
        "source": Ticks(_source(case)),
    }


def _serious(events: tuple[Event, ...]) -> dict[str, bool | None]:
    labels = (
        "patient died",
        "life-threatening",
        "hospital, or longer there",
        "disability or incapacity",
        "congenital anomaly",
        "other medically important",
    )
    return {
        label: _any([getattr(event, name).value for event in events])
        for label, name in zip(labels, SERIOUSNESS, strict=True)
    }


def _any(values: list[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values or not values else False


def _one_of(said: set[str]) -> dict[str, bool | None]:
    return {label: label.lower() in said for label in ("Yes", "No", "NA")}


def _answers(values: Iterable[str | None]) -> set[str]:
    return {value for value in values if value}


def _again(drug: Drug) -> str | None:
    """Box 21 from the rechallenge of each reaction (G.k.9.i.4)."""
    codes = {r.recurred.value for r in drug.relations}
    return "yes" if "1" in codes else "no" if "2" in codes else "na" if codes & {"3", "4"} else None


def _source(case: AeCase) -> dict[str, bool | None]:
    study = case.report.type.value == _STUDY
    health = any(r.qualification.value in _HEALTH for r in case.reporters)
    paper = case.study.literature.known
    return {
        "study": study,
        "literature": paper,
        "health professional": health,
        "other": not (study or paper or health),
    }


def _reaction(case: AeCase) -> Iterator[str]:
    for number, event in enumerate(case.events, start=1):
        yield f"#{number} {_event(event)}"
    for test in case.tests:
        if _tested(test):
            yield f"Test: {_tested(test)}"
    told = case.narrative
    yield f"What happened: {said(told.text)}"
    for label, given in (
        ("Reporter's comments", told.reporter_comments),
        ("Sender's comments", told.sender_comments),
        (f"In the original language ({told.native_language.value or '?'})", told.native),
    ):
        if given.known:
            yield f"{label}: {given.value}"


def _event(event: Event) -> str:
    words = event.verbatim.value or event.translation.value or said(event.verbatim)
    both = event.verbatim.known and event.translation.known
    parts = [words, f"translated: {event.translation.value}" if both else ""]
    if isinstance(event.coding.value, Coding):
        parts.append(f"MedDRA {event.coding.value.version} LLT {event.coding.value.code}")
    parts.append(f"began {said(event.onset)}")
    for label, given in (("ended", event.end), ("lasted", event.duration)):
        if given.known:
            parts.append(f"{label} {said(given)}")
    met = [_label(Event, name) for name in SERIOUSNESS if getattr(event, name).value]
    parts.append(f"serious: {', '.join(met)}" if met else _unserious(event))
    parts.append(f"outcome: {_chosen(event, 'outcome')}")
    return "; ".join(part for part in parts if part)


def _unserious(event: Event) -> str:
    return "not serious" if event.serious is False else "seriousness not known"


def _tested(test: Test) -> str:
    result = [
        said(test.value) if test.value.known else "",
        test.unit.value or "",
        _chosen(test, "result") if test.result.known else "",
        test.text.value or "",
        f"(normal {test.low.value or '?'} to {test.high.value or '?'})"
        if test.low.known or test.high.known
        else "",
        test.comments.value or "",
    ]
    shown = " ".join(part for part in result if part)
    if not shown and not test.name.known:
        return ""
    day = f", {said(test.date)}" if test.date.known else ""
    return f"{said(test.name)}{day}: {shown or said(test.text)}"


def _named(drug: Drug) -> str:
    parts = [said(drug.name)]
    for substance in drug.substances:
        if substance.name.known:
            strength = f" {said(substance.strength)}" if substance.strength.known else ""
            parts.append(f"({substance.name.value}{strength})")
    batches = _many(f"batch {said(d.batch)}" for d in drug.dosages)
    expiries = [f"expiry {said(d.expiry)}" for d in drug.dosages if d.expiry.known]
    role = "" if drug.role.value == "1" else f"role: {_chosen(drug, 'role')}"
    action = f"action: {_chosen(drug, 'action')}" if drug.action.known else ""
    notes = ", ".join(_label_of(Drug, "notes", code) for code in drug.notes.value or ())
    holder = f"holder: {drug.holder.value}" if drug.holder.known else ""
    return "; ".join(
        part for part in (" ".join(parts), batches, *expiries, role, action, notes, holder,
                          drug.remarks.value or "") if part
    )  # fmt: skip


def _concomitant(drug: Drug) -> str:
    dose = _dosed(drug, _dose)
    return f"{_named(drug)}; {dose}; {_dosed(drug, _dates)}"


def _none(patient: Patient) -> str:
    value = patient.concomitant.value
    return "none" if value is False else "yes, not named" if value else said(patient.concomitant)


def _dosed(drug: Drug, one: Callable[[Dosage], str]) -> str:
    return _many(one(dosage) for dosage in drug.dosages)


def _dose(dosage: Dosage) -> str:
    parts = [said(dosage.dose)] if dosage.dose.known else []
    if dosage.interval.known:
        parts.append(f"every {said(dosage.interval)}")
    if dosage.text.known:
        parts.append(str(dosage.text.value))
    if dosage.form.known:
        parts.append(str(dosage.form.value))
    return ", ".join(parts) or said(dosage.text)


def _dates(dosage: Dosage) -> str:
    return f"{said(dosage.start)} to {said(dosage.end)}"


def _history(case: AeCase) -> Iterator[str]:
    patient = case.patient
    yield said(patient.history_text)
    for item in patient.history:
        if item.term.known or item.coding.known:
            name = item.term.value or str(item.coding.value)
            times = [said(d) for d in (item.start, item.end) if d.known]
            still = ["continuing"] if item.continuing.value else []
            family = ["in the family"] if item.family.value else []
            yield ", ".join([name, *times, *still, *family, *_there(item.comments)])
    for drug in patient.past_drugs:
        if drug.name.known:
            times = [said(d) for d in (drug.start, drug.end) if d.known]
            yield "earlier medicine: " + ", ".join([str(drug.name.value), *times])
    yield from _body(case)


def _body(case: AeCase) -> Iterator[str]:
    patient, parent = case.patient, case.patient.parent
    for label, given in (
        ("last menstrual period", patient.last_period),
        ("expected delivery", patient.expected_birth),
        ("gestation when it began", patient.gestation),
        ("weight, kg", patient.weight),
        ("height, cm", patient.height),
        ("date of death", patient.death.date),
        ("autopsy done", patient.death.autopsy),
        ("parent", parent.identification),
        ("parent's age", parent.age),
        ("mother's last menstrual period", parent.last_period),
        ("parent's history", parent.history),
    ):
        if given.null is not Null.NOT_ASKED:
            yield f"{label}: {said(given)}"
    for cause in patient.death.causes:
        if cause.text.known:
            yield f"cause of death: {cause.text.value}"


def _reporters(reporters: tuple[Reporter, ...]) -> Iterator[str]:
    for reporter in reporters:
        name = " ".join(
            str(g.value)
            for g in (reporter.title, reporter.given_name, reporter.middle_name,
                      reporter.family_name) if g.known
        )  # fmt: skip
        place = (reporter.organisation, reporter.department, reporter.street, reporter.postcode,
                 reporter.city, reporter.region, reporter.country, reporter.phone)  # fmt: skip
        where = ", ".join(str(g.value) for g in place if g.known)
        who = _chosen(reporter, "qualification")
        yield "; ".join(filter(None, (name or said(reporter.family_name), who, where)))


def _age(patient: Patient) -> str:
    if patient.age.known or not patient.age_group.known:
        return said(patient.age)
    return _chosen(patient, "age_group")


def _each(items: Iterable[Any], text: Callable[[Any], str]) -> str:
    """One line an item, numbered where there are several."""
    lines = [text(item) for item in items]
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join(f"#{n} {line}" for n, line in enumerate(lines, start=1))


def _many(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text)) or "(not asked)"


def _there(given: Given[str]) -> list[str]:
    return [given.value] if given.value else []


def _chosen(noun: Any, name: str) -> str:
    element = element_of(type(noun), name)
    return said(getattr(noun, name), dict(element.choices))


def _label(kind: type, name: str) -> str:
    return str(element_of(kind, name).label)


def _label_of(kind: type, name: str, code: str) -> str:
    choices = element_of(kind, name).choices
    return str(choices[code]) if code in choices else code


def _value(value: Any, choices: dict[str, Any]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Quantity):
        unit = _UNITS.get(value.unit, value.unit)
        one = value.value == 1 and unit in _TIMES
        return f"{value.value:f} {unit.removesuffix('s') if one else unit}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(choices.get(value, value))


_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades"})
_UNITS = {
    "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes",
    "s": "seconds", "10.a": "decades", "{DF}": "dose form(s)", "ug": "µg", "mL": "ml",
    "[iU]": "IU", "{trimester}": "trimester", "{asnecessary}": "as necessary",
    "{cyclical}": "cyclical", "{total}": "in all",
}  # fmt: skip

"""A case as an E2B(R3) batch of one report: what the fields say, and what the office adds."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from mi_desktop.safety.cases.model import AeCase
from mi_desktop.safety.cases.patient import History
from mi_desktop.safety.cases.values import Given
from mi_desktop.safety.e2b.mapping import Draft, Where, fill
from mi_desktop.safety.e2b.model import BATCH, MESSAGE, Batch, Content
from mi_desktop.safety.e2b.rules import Finding, check
from mi_desktop.safety.e2b.times import stamp
from mi_desktop.settings import OfficeSettings

_ANOTHER_SENDER, _COMPANY, _ICSR, _PRIMARY = "2", "1", "1", "1"
SETTINGS = "settings"


@dataclass(frozen=True)
class Made:
    """A case as a batch, and where its elements come from.

    Attributes:
        where: element id and numbers to the path of the case's field.
    """

    batch: Batch
    where: Where


def coded(case: AeCase) -> bool:
    """Whether every event has a MedDRA code: without one no valid file exists (E2B-2)."""
    return bool(case.events) and all(event.coding.known for event in case.events)


def make_batch(case: AeCase, settings: OfficeSettings, made_at: datetime, version: int = 1) -> Made:
    """The batch: always the same for the same case, settings, time and version.

    Args:
        case: as it stands.
        settings: who sends, to whom, who numbers cases (E2B-3).
        made_at: aware; written in the zone it has.
        version: of the hand-off; part of the batch's number.
    """
    draft = fill(_worded(_sourced(case)))
    _report(draft, case, settings)
    _sender(draft, settings)
    number = draft.values["C.1.1"].text
    ends = {"sender": _party(settings), "receiver": settings.e2b.receiver}
    at = Content(stamp(made_at))
    _said(draft, {"N.2.r.1": number, "N.2.r.2": ends["sender"], "N.2.r.3": ends["receiver"]})
    draft.values |= {"N.2.r.4": at, "C.1.2": at}
    top = Draft(BATCH, {"N.1.5": at}, {MESSAGE: [draft]})
    _said(top, {"N.1.1": _ICSR, "N.1.2": f"{number}-v{version}"})
    _said(top, {"N.1.3": ends["sender"], "N.1.4": ends["receiver"]})
    return Made(Batch(top.done()), dict(draft.where((1,))))


def findings_of(made: Made, now: datetime) -> tuple[Finding, ...]:
    """What our rules find, each with the case's field that it is mended at."""
    return tuple(replace(f, path=_path(f, made.where)) for f in check(made.batch, now))


def report_number(case: AeCase, settings: OfficeSettings) -> str:
    """Ours for the report: typed, or made of country, company and the hand-off's number."""
    typed = case.report.control_number.value
    return typed or f"{settings.country}-{_company(settings)}-{case.head.number}"


def _company(settings: OfficeSettings) -> str:
    name = settings.e2b.company or settings.letterhead.company or settings.name
    return re.sub(r"[^A-Z0-9]", "", name.upper()) or "OFFICE"


def _party(settings: OfficeSettings) -> str:
    return settings.e2b.sender or _company(settings)


def _said(draft: Draft, texts: dict[str, str]) -> None:
    draft.values |= {id: Content(text) for id, text in texts.items() if text}


def _report(draft: Draft, case: AeCase, settings: OfficeSettings) -> None:
    number = report_number(case, settings)
    _said(draft, {"C.1.1": number})
    others = draft.blocks.setdefault("C.1.9.1.r", [])
    if settings.e2b.mints == "office" and "C.1.8.1" not in draft.values:
        _said(draft, {"C.1.8.1": number})
    elif settings.e2b.mints == "safety":
        ours = {"C.1.9.1.r.1": settings.name, "C.1.9.1.r.2": case.head.number}
        others.append(Draft("C.1.9.1.r", {id: Content(text) for id, text in ours.items()}))
    if "C.1.8.2" not in draft.values:
        _said(draft, {"C.1.8.2": _ANOTHER_SENDER})
    held = any(block.values for block in draft.blocks.get("C.1.6.1.r", []))
    numbered = any(block.values for block in others)
    _said(draft, {"C.1.6.1": "true" if held else "false"})
    draft.values["C.1.9.1"] = Content("true") if numbered else Content(null="NI")


def _sender(draft: Draft, settings: OfficeSettings) -> None:
    head = settings.letterhead
    _said(
        draft,
        {
            "C.3.1": _COMPANY,
            "C.3.2": head.company or settings.name,
            "C.3.3.1": head.department,
            "C.3.4.1": head.street,
            "C.3.4.2": head.city,
            "C.3.4.4": head.postcode,
            "C.3.4.5": settings.country,
            "C.3.4.6": head.phone,
            "C.3.4.8": head.email,
        },
    )


def _sourced(case: AeCase) -> AeCase:
    """Where there is one reporter alone, that is the primary source."""
    if len(case.reporters) != 1 or case.reporters[0].primary.known:
        return case
    return replace(case, reporters=(replace(case.reporters[0], primary=Given(_PRIMARY)),))


def _worded(case: AeCase) -> AeCase:
    """Conditions without a code go into the history's words: E2B has no other place for them."""
    patient = case.patient
    bare = [h for h in patient.history if h.term.known and not h.coding.known]
    if not bare:
        return case
    lines = [patient.history_text.value or "", *(_line(h) for h in bare)]
    text = "\n".join(line for line in lines if line)
    kept = tuple(History() if h in bare else h for h in patient.history)
    return replace(case, patient=replace(patient, history=kept, history_text=Given(text)))


def _line(history: History) -> str:
    dates = [str(d.value) for d in (history.start, history.end) if d.value]
    still = ["continuing"] if history.continuing.value else []
    told = ", ".join([*dates, *still])
    comments = f": {history.comments.value}" if history.comments.value else ""
    return f"{history.term.value}{f' ({told})' if told else ''}{comments}"


def _path(finding: Finding, where: Where) -> str:
    if (finding.element, finding.at) in where:
        return where[finding.element, finding.at]
    if finding.element.startswith(("C.3", "N.")):
        return SETTINGS
    same = [path for (id, _), path in where.items() if id == finding.element]
    return same[0] if same else ""

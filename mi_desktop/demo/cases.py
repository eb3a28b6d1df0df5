"""The cases of the demonstration, filled as a person would: each suggestion looked at and taken."""

from typing import Any

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry
from mi_desktop.safety.cases import AeCase, Case, Given, Null
from mi_desktop.safety.cases.paths import put

# What these letters never say is asked for, and noted as not known so far.
_ASKED = (
    "events.0.outcome",
    "drugs.0.dosages.0.batch",
    "drugs.0.action",
    "patient.age_group",
)


def fill_cases(demonstration: Demonstration, inquiry: Inquiry) -> None:
    """Fills the case of each hand-off of the inquiry that nobody filled, and saves it."""
    safety, anna = demonstration.services.safety, demonstration.staff.anna
    for handoff in safety.assessment(inquiry.id).handoffs:
        case = safety.cases.case(handoff.id)
        if case.head.revision == 0:
            for offer in safety.cases.suggestions(case):
                case = put(case, offer.path, offer.given)
            safety.cases.save(anna, _asked(case))


def _asked(case: Case) -> Case:
    asked: Given[Any] = Given(null=Null.ASKED_UNKNOWN)
    if isinstance(case, AeCase):
        open_fields = {path: asked for path in _ASKED if not _known(case, path)}
        told = "\n".join(e.verbatim.value or "" for e in case.events).strip()
        if told:
            open_fields["narrative.text"] = Given(told)
    else:
        wanted = {"pack.no_batch": case.pack.batch, "pack.no_expiry": case.pack.expiry}
        open_fields = {
            path: Given("will_call_back") for path, given in wanted.items() if not given.known
        }
    for path, given in open_fields.items():
        case = put(case, path, given)
    return case


def _known(case: AeCase, path: str) -> bool:
    return path == "drugs.0.dosages.0.batch" and case.drugs[0].dosages[0].batch.known

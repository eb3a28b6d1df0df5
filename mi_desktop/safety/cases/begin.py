"""A fresh case for a hand-off: an empty form with one of each, ready to be filled."""

from mi_desktop.safety.cases.complaint import Sample, Step
from mi_desktop.safety.cases.drugs import Dosage, Drug, Indication, Relation, Substance
from mi_desktop.safety.cases.events import Event
from mi_desktop.safety.cases.model import AeCase, Case, Head, PqcCase
from mi_desktop.safety.cases.report import Reporter
from mi_desktop.safety.model import HandOff, HandOffKind


def begin(handoff: HandOff) -> Case:
    """An empty case of the hand-off's kind; nothing in it was asked yet."""
    head = Head(handoff.id, handoff.number, handoff.inquiry_id, handoff.patient)
    if handoff.kind is HandOffKind.QUALITY:
        return PqcCase(head, complainants=(Reporter(),), sample=Sample(custody=(Step(),)))
    return AeCase(head, reporters=(Reporter(),), events=(Event(),), drugs=(fresh_drug(),))


def fresh_drug() -> Drug:
    """A medicine with one of each of its groups."""
    return Drug(
        substances=(Substance(),),
        dosages=(Dosage(),),
        indications=(Indication(),),
        relations=(Relation(),),
    )

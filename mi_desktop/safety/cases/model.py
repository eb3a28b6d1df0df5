"""A case: one report about one patient (AE), or one complaint (PQC), field by field.

Each field is a `Given`: a value, or which kind of nothing (E2B-4). Its `Element`, in the field's
metadata, says the E2B(R3) element, the CIOMS I box, the longest text and what it may hold:
`walk(case)` yields every field with its path, `element_of(Patient, "initials")` asks for one.
A form, a page of CIOMS I or an XML file is made by walking or by naming the fields; box numbers
differ between layouts, so nothing is laid out by them. Lengths are said, never cut to.

A case belongs to one hand-off (`handoff_id`), whose number is its own: two patients, two
hand-offs, two cases (AE-MIN-8). Each save makes a revision; all of them are kept.
"""

from dataclasses import dataclass, field
from datetime import datetime

from mi_desktop.safety.cases.complaint import Bought, Defect, Pack, Sample, Wishes
from mi_desktop.safety.cases.drugs import Drug
from mi_desktop.safety.cases.events import Event, Test
from mi_desktop.safety.cases.patient import Patient
from mi_desktop.safety.cases.report import Linked, Narrative, Report, Reporter, Study


@dataclass(frozen=True)
class Head:
    """What names a case.

    Attributes:
        handoff_id: of the hand-off that it goes with.
        number: the hand-off's, `AE-SE-2026-00003` or `PQC-SE-2026-00003`.
        inquiry_id: of the inquiry it was found in.
        patient: 1 for the first patient of the inquiry.
        revision: counts the saves; 0 before the first.
        saved_at: UTC; None before the first save.
        saved_by: user id.
        opened: what lies in the zone of contacts stands in it too (FU-2).
    """

    handoff_id: str
    number: str
    inquiry_id: str
    patient: int = 1
    revision: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""
    opened: bool = False


@dataclass(frozen=True)
class AeCase:
    """An adverse event or special situation, one patient: CIOMS I and the E2B(R3) minimum."""

    head: Head
    report: Report = field(default_factory=Report)
    reporters: tuple[Reporter, ...] = ()
    patient: Patient = field(default_factory=Patient)
    events: tuple[Event, ...] = ()
    drugs: tuple[Drug, ...] = ()
    tests: tuple[Test, ...] = ()
    narrative: Narrative = field(default_factory=Narrative)
    study: Study = field(default_factory=Study)

    @property
    def serious(self) -> bool | None:
        """Serious where one event is; None where that is not known (AE-SER-1, AE-SER-3)."""
        each = [event.serious for event in self.events]
        if True in each:
            return True
        return None if None in each or not each else False


@dataclass(frozen=True)
class PqcCase:
    """A complaint about a product's quality."""

    head: Head
    pack: Pack = field(default_factory=Pack)
    defect: Defect = field(default_factory=Defect)
    bought: Bought = field(default_factory=Bought)
    sample: Sample = field(default_factory=Sample)
    complainants: tuple[Reporter, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    linked: tuple[Linked, ...] = ()


Case = AeCase | PqcCase

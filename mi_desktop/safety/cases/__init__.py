"""Cases, field by field: the nouns, their elements, and the desk that keeps them."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.safety.cases.complaint import Bought, Defect, Pack, Photo, Sample, Step, Wishes
    from mi_desktop.safety.cases.drugs import Dosage, Drug, Indication, Relation, Substance
    from mi_desktop.safety.cases.element import Element, Kind, Place, element_of, walk
    from mi_desktop.safety.cases.events import SERIOUSNESS, Event, Test
    from mi_desktop.safety.cases.model import AeCase, Case, Head, PqcCase
    from mi_desktop.safety.cases.patient import (
        AutopsyCause,
        Cause,
        Death,
        History,
        Parent,
        PastDrug,
        Patient,
    )
    from mi_desktop.safety.cases.report import (
        Held,
        Linked,
        Narrative,
        OtherId,
        Report,
        Reporter,
        Study,
    )
    from mi_desktop.safety.cases.values import (
        NOT_ASKED,
        Coding,
        Given,
        Null,
        PartialDate,
        Precision,
        Quantity,
    )
else:
    _PLACES = {
        "complaint": ("Bought", "Defect", "Pack", "Photo", "Sample", "Step", "Wishes"),
        "drugs": ("Dosage", "Drug", "Indication", "Relation", "Substance"),
        "element": ("Element", "Kind", "Place", "element_of", "walk"),
        "events": ("SERIOUSNESS", "Event", "Test"),
        "model": ("AeCase", "Case", "Head", "PqcCase"),
        "patient": ("AutopsyCause", "Cause", "Death", "History", "Parent", "PastDrug", "Patient"),
        "report": ("Held", "Linked", "Narrative", "OtherId", "Report", "Reporter", "Study"),
        "values": (
            "NOT_ASKED",
            "Coding",
            "Given",
            "Null",
            "PartialDate",
            "Precision",
            "Quantity",
        ),
    }
    __getattr__ = late(
        __name__, **{name: module for module, names in _PLACES.items() for name in names}
    )

__all__ = [
    "NOT_ASKED",
    "SERIOUSNESS",
    "AeCase",
    "AutopsyCause",
    "Bought",
    "Case",
    "Cause",
    "Coding",
    "Death",
    "Defect",
    "Dosage",
    "Drug",
    "Element",
    "Event",
    "Given",
    "Head",
    "Held",
    "History",
    "Indication",
    "Kind",
    "Linked",
    "Narrative",
    "Null",
    "OtherId",
    "Pack",
    "Parent",
    "PartialDate",
    "PastDrug",
    "Patient",
    "Photo",
    "Place",
    "PqcCase",
    "Precision",
    "Quantity",
    "Relation",
    "Report",
    "Reporter",
    "Sample",
    "Step",
    "Study",
    "Substance",
    "Test",
    "Wishes",
    "element_of",
    "walk",
]

"""Makes a page fit for reading, each step only where the page shows that it helps.

The original is never changed: what comes out is a second picture with the way back to it.
"""

from mi_desktop.ocr.preparation.letters import (
    densest_band,
    ink_of,
    letter_marks,
    measure_letters,
)
from mi_desktop.ocr.preparation.preparing import ALL, LEAST_SIDE, Prepared, box_back, prepare

__all__ = [
    "ALL",
    "LEAST_SIDE",
    "Prepared",
    "box_back",
    "densest_band",
    "ink_of",
    "letter_marks",
    "measure_letters",
    "prepare",
]

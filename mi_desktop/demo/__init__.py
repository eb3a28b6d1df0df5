"""The demonstration office: its mail and the run that shows the whole path."""

from mi_desktop.demo.model import Demonstration, ShiftedClock, Staff
from mi_desktop.demo.office import PASSPHRASE, make_demonstration
from mi_desktop.demo.walk import Walked, send_out, walk

__all__ = [
    "PASSPHRASE",
    "Demonstration",
    "ShiftedClock",
    "Staff",
    "Walked",
    "make_demonstration",
    "send_out",
    "walk",
]

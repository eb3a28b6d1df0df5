"""The nouns of the demonstration: its clock, its people, the office furnished."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mi_desktop.basics.clock import utc_now
from mi_desktop.people import User
from mi_desktop.services import Services


class ShiftedClock:
    """A clock that runs at the usual speed from a time of its own."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.shift = shift

    def __call__(self) -> datetime:
        """The time now in the office, UTC."""
        return utc_now() + self.shift

    def set(self, now: datetime) -> None:
        """Makes it `now`."""
        self.shift = now - utc_now()


@dataclass(frozen=True)
class Staff:
    """Who works in the demonstration office."""

    anna: User
    erik: User
    sara: User
    maria: User


@dataclass(frozen=True)
class Demonstration:
    """A furnished demonstration office.

    Attributes:
        passphrase: of everybody in it.
        shown_passphrase: the passphrase, or where it came from when the user chose it.
    """

    services: Services
    staff: Staff
    passphrase: str
    shown_passphrase: str

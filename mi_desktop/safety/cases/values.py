"""What a field of a case holds: a value, or which kind of nothing; partial dates, quantities."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Null(Enum):
    """Which kind of nothing; the values are E2B(R3) null flavours, never merged (E2B-4)."""

    NOT_ASKED = "NASK"
    ASKED_UNKNOWN = "ASKU"
    UNKNOWN = "UNK"
    MASKED = "MSK"
    NO_INFORMATION = "NI"


@dataclass(frozen=True)
class Given(Generic[V_co]):
    """A value or a null flavour, exactly one of the two.

    Raises:
        ValueError: both or none of them.
    """

    value: V_co | None = None
    null: Null | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.null is None):
            raise ValueError("a field holds a value or a null flavour")

    @property
    def known(self) -> bool:
        """True where there is a value."""
        return self.null is None


NOT_ASKED: Given[None] = Given(null=Null.NOT_ASKED)


class Precision(Enum):
    """How exact a date is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month of a year or a day; what is not known is never filled in.

    Raises:
        ValueError: no such date, or a day without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def read(cls, text: str) -> "PartialDate | None":
        """`2026`, `2026-03` or `2026-03-14`; None where it is no such date."""
        found = _DATE.fullmatch(text.strip())
        if not found:
            return None
        try:
            return cls(*(int(n) if n else None for n in found.groups()))  # type: ignore[arg-type]
        except ValueError:
            return None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A whole day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How exact it is."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """ISO 8601, as exact as it is."""
        parts = (f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None))
        return "-".join(parts)


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, a UCUM code (`a` years, `mo` months, `mg`)."""

    value: Decimal
    unit: str

    def __str__(self) -> str:
        """As typed: number, blank, unit."""
        return f"{self.value} {self.unit}"


@dataclass(frozen=True)
class Coding:
    """A MedDRA LLT code (8 digits) and its version (`28.1`), both given by the user (E2B-2)."""

    code: str
    version: str

    def __str__(self) -> str:
        """As typed: code, blank, version."""
        return f"{self.code} {self.version}"

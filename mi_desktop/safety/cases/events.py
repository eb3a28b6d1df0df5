"""What happened: E.i, each event with its own seriousness (AE-SER-1), and tests F.r."""

from dataclasses import dataclass
from decimal import Decimal

from mi_desktop.basics.words import words
from mi_desktop.safety.cases import codes
from mi_desktop.safety.cases.element import Kind, element
from mi_desktop.safety.cases.values import Coding, Given, PartialDate, Quantity

_DATES = "MSK ASKU NASK"
SERIOUSNESS = (
    "death",
    "life_threatening",
    "hospitalisation",
    "disability",
    "anomaly",
    "important",
)


@dataclass(frozen=True)
class Event:
    """One reaction or event.

    Seriousness: True, False or a null flavour for each criterion; E2B knows true and NI alone.

    Attributes:
        key: names the event in this case, never used again; drugs refer to it (G.k.9.i.1).
    """

    key: str = "1"
    verbatim: Given[str] = element(
        "E.i.1.1a", words("in the reporter's words"), box="7+13", limit=250
    )
    language: Given[str] = element("E.i.1.1b", words("language of the words"), Kind.LANGUAGE)
    translation: Given[str] = element(
        "E.i.1.2", words("translation of the words"), box="7+13", limit=250
    )
    coding: Given[Coding] = element(
        "E.i.2.1b", words("MedDRA code and version"), Kind.CODING, mate="E.i.2.1a"
    )
    highlighted: Given[str] = element(
        "E.i.3.1", words("highlighted by the reporter"), Kind.CHOICE, choices=codes.HIGHLIGHTED
    )
    death: Given[bool] = element("E.i.3.2a", words("died of it"), Kind.TICK, box="8-12", nulls="NI")
    life_threatening: Given[bool] = element(
        "E.i.3.2b", words("life-threatening at the time"), Kind.TICK, box="8-12", nulls="NI"
    )
    hospitalisation: Given[bool] = element(
        "E.i.3.2c", words("hospital, or longer there"), Kind.TICK, box="8-12", nulls="NI"
    )
    disability: Given[bool] = element(
        "E.i.3.2d", words("lasting disability"), Kind.TICK, box="8-12", nulls="NI"
    )
    anomaly: Given[bool] = element(
        "E.i.3.2e", words("birth defect"), Kind.TICK, box="8-12", nulls="NI"
    )
    important: Given[bool] = element(
        "E.i.3.2f", words("otherwise medically important"), Kind.TICK, box="8-12", nulls="NI"
    )
    onset: Given[PartialDate] = element("E.i.4", words("began"), Kind.DATE, box="4-6", nulls=_DATES)
    end: Given[PartialDate] = element("E.i.5", words("ended"), Kind.DATE, nulls=_DATES)
    duration: Given[Quantity] = element(
        "E.i.6a", words("lasted"), Kind.QUANTITY, limit=5, units=codes.TIME_UNITS, mate="E.i.6b"
    )
    outcome: Given[str] = element("E.i.7", words("outcome"), Kind.CHOICE, choices=codes.OUTCOME)
    confirmed: Given[bool] = element(
        "E.i.8", words("confirmed by a health professional"), Kind.TICK
    )
    country: Given[str] = element(
        "E.i.9", words("country where it happened"), Kind.COUNTRY, box="1a"
    )

    @property
    def serious(self) -> bool | None:
        """True where one criterion is met; None where some are not known (AE-SER-1, AE-SER-3)."""
        ticks = [getattr(self, name).value for name in SERIOUSNESS]
        if True in ticks:
            return True
        return None if None in ticks else False


@dataclass(frozen=True)
class Test:
    """F.r: a test or examination and its result."""

    __test__ = False

    date: Given[PartialDate] = element("F.r.1", words("day of the test"), Kind.DATE, nulls="UNK")
    name: Given[str] = element("F.r.2.1", words("test"), box="7+13", limit=250)
    coding: Given[Coding] = element(
        "F.r.2.2b", words("MedDRA code and version"), Kind.CODING, mate="F.r.2.2a"
    )
    result: Given[str] = element(
        "F.r.3.1", words("result"), Kind.CHOICE, box="7+13", choices=codes.TEST_RESULT
    )
    value: Given[Decimal] = element("F.r.3.2", words("value"), Kind.NUMBER, box="7+13", limit=50)
    unit: Given[str] = element("F.r.3.3", words("unit of the value, UCUM"), box="7+13", limit=50)
    text: Given[str] = element(
        "F.r.3.4", words("result in words"), Kind.LONG, box="7+13", limit=2000
    )
    low: Given[str] = element("F.r.4", words("lowest normal value"), limit=50)
    high: Given[str] = element("F.r.5", words("highest normal value"), limit=50)
    comments: Given[str] = element("F.r.6", words("comments"), Kind.LONG, limit=2000)

"""What a field of a case is: its E2B(R3) element, CIOMS I box, longest text, what it may hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from mi_desktop.basics.words import Words
from mi_desktop.safety.cases.values import NOT_ASKED, Given, Null

KEY = "element"


class Kind(Enum):
    """What a field holds, and so how it is typed."""

    TEXT = "text"
    LONG = "long text"
    DATE = "date"
    QUANTITY = "quantity"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    TICK = "tick"
    CODING = "coding"
    COUNTRY = "country"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Element:
    """One field of a form.

    Attributes:
        id: E2B(R3) data element, `r`, `i` and `k` for what repeats; "" where E2B has none.
        label: what it is called, translated when shown.
        kind: what it holds.
        box: CIOMS I box; "" where the form has none.
        limit: most characters of a text, or digits of a number; 0 where the kind says it.
        nulls: the null flavours that E2B allows for it; a case keeps any.
        choices: code to label, for CHOICE and CHOICES.
        units: UCUM code to label, for QUANTITY.
        mate: element id of the unit (QUANTITY) or the dictionary's version (CODING).
        asked: asked-for mandatory: a value or a reason why there is none (PQC-1).
        future: a date after today makes sense (an expected delivery, an expiry).
        quality: quality alone gives it (PQC-C7).
        apart: it lies in the zone of contacts; in the case stands "initials" or "masked" (FU-2).
    """

    id: str
    label: Words
    kind: Kind = Kind.TEXT
    box: str = ""
    limit: int = 0
    nulls: frozenset[Null] = frozenset()
    choices: Mapping[str, Words] = field(default_factory=dict)
    units: Mapping[str, Words] = field(default_factory=dict)
    mate: str = ""
    asked: bool = False
    future: bool = False
    quality: bool = False
    apart: str = ""


@dataclass(frozen=True)
class Place:
    """A field at its place in a case.

    Attributes:
        path: `patient.initials`, `events.0.onset`; numbers count from 0.
    """

    path: str
    element: Element
    given: Given[Any]


def element(id: str, label: Words, kind: Kind = Kind.TEXT, **more: Any) -> Any:
    """A dataclass field that holds a `Given`, not asked to begin with.

    Args:
        id: E2B(R3) element id or "".
        label: what it is called, English, translated when shown.
        kind: what it holds.
        more: the other attributes of `Element`; `nulls` as a blank-separated text.
    """
    nulls = frozenset(Null(n) for n in str(more.pop("nulls", "")).split())
    made = Element(id, label, kind, nulls=nulls, **more)
    return field(default=NOT_ASKED, metadata={KEY: made})


def element_of(noun: type, name: str) -> Element:
    """The element of a field of a section.

    Raises:
        KeyError: no such field, or one that is no element.
    """
    found: Element = next(f for f in fields(noun) if f.name == name).metadata[KEY]
    return found


def walk(noun: Any, path: str = "") -> Iterator[Place]:
    """Every field of a case or a section that is there, in the order of the form."""
    for f in fields(noun):
        here, value = f"{path}{f.name}", getattr(noun, f.name)
        if KEY in f.metadata:
            yield Place(here, f.metadata[KEY], value)
        elif is_dataclass(value):
            yield from walk(value, f"{here}.")
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if is_dataclass(item):
                    yield from walk(item, f"{here}.{n}.")

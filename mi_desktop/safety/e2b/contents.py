"""One field of a case as its elements' contents, and back; null flavours are never merged (E2B-4).

Where E2B allows a null flavour it is written as it is. Where it allows none, or another only, the
element is left out, or says the one thing it may: a profession that was not asked for is `UNK`, a
criterion of seriousness that is not met is `NI`, an outcome that nobody knows is code 0.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from mi_desktop.safety.cases.element import Element, Kind
from mi_desktop.safety.cases.values import (
    NOT_ASKED,
    Coding,
    Given,
    Null,
    PartialDate,
    Quantity,
)
from mi_desktop.safety.e2b.model import Content
from mi_desktop.safety.e2b.table import table
from mi_desktop.safety.e2b.times import precise_to, read_time

# Said in every message, asked or not; for other elements "not asked" is their absence.
_ALWAYS = frozenset({"D.1", "D.5", "D.7.2", "E.i.4", "C.2.r.1.4", "C.2.r.3"})
_ONLY = {"C.2.r.4": "UNK", "F.r.1": "UNK", "D.8.r.1": "UNK"}
_NOT_KNOWN = {"E.i.7": "0", "G.k.8": "0"}
_NULLS = {null.value: null for null in Null}


def to_contents(element: Element, given: Given[Any]) -> dict[str, Content]:
    """Element id to content; empty where nothing is to be said."""
    row = table().elements.get(element.id)
    if row is None:
        return {}
    value = given.value
    if value is None or (row.kind == "yes" and value is False):
        null = "NI" if value is False else given.null.value if given.null else ""
        content = _null(element.id, null, row.nulls)
        return {element.id: content} if content else {}
    if isinstance(value, Quantity):
        number = Content(_decimal(value.value))
        return {element.id: number, element.mate: Content(value.unit)}
    if isinstance(value, Coding):
        return {element.id: Content(value.code), element.mate: Content(value.version)}
    return {element.id: Content(_text(value))}


def from_contents(element: Element, contents: Callable[[str], Content | None]) -> Given[Any]:
    """The field; "not asked" where the elements hold nothing a case knows.

    Args:
        element: the field's.
        contents: element id to what it holds.
    """
    content = contents(element.id)
    if content is None:
        return NOT_ASKED
    if content.null:
        return Given(null=_NULLS[content.null]) if content.null in _NULLS else NOT_ASKED
    mate = contents(element.mate) if element.mate else None
    value = _READERS.get(element.kind, _as_text)(content.text, mate.text if mate else "")
    return NOT_ASKED if value is None else Given(value)


def _null(id: str, null: str, allowed: frozenset[str]) -> Content | None:
    if null == Null.NOT_ASKED.value and id not in _ALWAYS and allowed != frozenset({"NI"}):
        return Content(null=_ONLY[id]) if id in _ONLY else None
    if null in allowed:
        return Content(null=null)
    if id in _NOT_KNOWN:
        return Content(_NOT_KNOWN[id])
    if id in _ONLY or allowed == frozenset({"NI"}):
        return Content(null=_ONLY.get(id, "NI"))
    return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, PartialDate):
        return str(value).replace("-", "")
    return _decimal(value) if isinstance(value, Decimal) else str(value)


def _decimal(value: Decimal) -> str:
    return f"{value:f}"


def _as_text(text: str, _: str) -> Any:
    return text


def _date(text: str, _: str) -> PartialDate | None:
    at, digits = read_time(text), min(precise_to(text), 8)
    if at is None or digits < 4:
        return None
    return PartialDate(*(at.year, at.month, at.day)[: (digits - 2) // 2])


def _tick(text: str, _: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def _number(text: str, _: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _quantity(text: str, unit: str) -> Quantity | None:
    number = _number(text, "")
    return None if number is None or not unit else Quantity(number, unit)


def _coding(text: str, version: str) -> Coding | None:
    return Coding(text, version) if text and version else None


_READERS: dict[Kind, Callable[[str, str], Any]] = {
    Kind.DATE: _date,
    Kind.TICK: _tick,
    Kind.NUMBER: _number,
    Kind.QUANTITY: _quantity,
    Kind.CODING: _coding,
}

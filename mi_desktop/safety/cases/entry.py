"""What a person typed into a field, read by the field's kind; or, in words, why it cannot be."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases.element import Element, Kind
from mi_desktop.safety.cases.values import NOT_ASKED, Coding, Given, PartialDate, Quantity

_QUANTITY = re.compile(r"([-+]?\d+(?:[.,]\d+)?)\s*(.*)", re.S)
_CODING = re.compile(r"(\d{8})[\s/]+v?(\d{1,2}\.\d)")
_YES, _NO = {"y", "yes", "j", "ja", "x", "true"}, {"n", "no", "nej", "false"}
Says = Callable[[Words], str]


def read_entry(element: Element, text: str, says: Says = str) -> Given[Any] | Words:
    """The field's value; words for the user where the text does not fit, which stays as typed.

    Args:
        element: the field.
        text: as typed; empty for "not asked".
        says: how a label reads in the user's language.
    """
    text = text.strip()
    if not text:
        return NOT_ASKED
    read = _READERS.get(element.kind)
    value = read(element, text, says) if read else text
    if isinstance(value, Words):
        return value
    return too_long(element, value) or Given(value)


def too_long(element: Element, value: Any) -> Words | None:
    """Words where a text or a number is longer than its element; it is never cut (E2B-1)."""
    if isinstance(value, Quantity):
        value = str(value.value)
    elif isinstance(value, Decimal):
        value = str(value)
    if not element.limit or not isinstance(value, str):
        return None
    over = len(value) - element.limit
    if over <= 0:
        return None
    if over == 1:
        return words("1 character too many; at most {limit}", limit=element.limit)
    return words("{count} characters too many; at most {limit}", count=over, limit=element.limit)


def entry_text(element: Element, given: Given[Any], says: Says = str) -> str:
    """The value as one would type it; "" for every kind of nothing."""
    value = given.value
    if value is None:
        return ""
    if element.kind is Kind.TICK:
        return says(words("yes")) if value else says(words("no"))
    if isinstance(value, Quantity):
        label = element.units.get(value.unit)
        return f"{value.value} {says(label) if label else value.unit}"
    if element.kind is Kind.CHOICE:
        return says(element.choices[value]) if value in element.choices else str(value)
    if element.kind is Kind.CHOICES:
        return ", ".join(says(element.choices[v]) for v in value if v in element.choices)
    return str(value)


def _date(_: Element, text: str, __: Says) -> PartialDate | Words:
    return PartialDate.read(text) or words(
        "“{text}” is no date; type 2026, 2026-03 or 2026-03-14", text=text
    )


def _quantity(element: Element, text: str, says: Says) -> Quantity | Words:
    found = _QUANTITY.fullmatch(text)
    if not found:
        return words("“{text}” is no number with a unit", text=text)
    unit = _code(element.units, found[2], says)
    if unit is None:
        known = ", ".join(says(label) for label in element.units.values())
        if not found[2].strip():
            return words("“{text}” has no unit; add one: {units}", text=text, units=known)
        return words("“{unit}” is no unit here; add one: {units}", unit=found[2], units=known)
    return Quantity(Decimal(found[1].replace(",", ".")), unit)


def _number(_: Element, text: str, __: Says) -> Decimal | Words:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return words("“{text}” is no number", text=text)
    return number if number.is_finite() else words("“{text}” is no number", text=text)


def _choice(element: Element, text: str, says: Says) -> str | Words:
    found = _code(element.choices, text, says)
    return words("“{text}” is not in the list", text=text) if found is None else found


def _choices(element: Element, text: str, says: Says) -> tuple[str, ...] | Words:
    found: list[str] = []
    for one in filter(None, (t.strip() for t in text.split(","))):
        code = _choice(element, one, says)
        if isinstance(code, Words):
            return code
        found.append(code)
    return tuple(dict.fromkeys(found))


def _tick(_: Element, text: str, __: Says) -> bool | Words:
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    return words("“{text}” is neither yes nor no", text=text)


def _coding(_: Element, text: str, __: Says) -> Coding | Words:
    found = _CODING.fullmatch(text)
    if not found:
        return words("“{text}” is no MedDRA code; type 8 digits and the version, 28.1", text=text)
    return Coding(found[1], found[2])


def _country(_: Element, text: str, __: Says) -> str | Words:
    if _letters(text, 2):
        return text.upper()
    return words("“{text}” is no country; type two letters, SE", text=text)


def _language(_: Element, text: str, __: Says) -> str | Words:
    if _letters(text, 3):
        return text.lower()
    return words("“{text}” is no language; type three letters, swe", text=text)


def _letters(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isalpha()


def _code(labels: Mapping[str, Words], text: str, says: Says) -> str | None:
    """The code, by itself or by its label, whole or (where only one fits) begun."""
    if text in labels:
        return text
    wanted = text.strip().casefold()
    named = {c: {str(w).casefold(), says(w).casefold()} for c, w in labels.items()}
    exact = [c for c, names in named.items() if wanted in names or wanted == c.casefold()]
    begun = [c for c, names in named.items() if wanted and any(n.startswith(wanted) for n in names)]
    found = exact or begun
    return found[0] if len(found) == 1 else None


_READERS: dict[Kind, Callable[[Element, str, Says], Any]] = {
    Kind.DATE: _date,
    Kind.QUANTITY: _quantity,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TICK: _tick,
    Kind.CODING: _coding,
    Kind.COUNTRY: _country,
    Kind.LANGUAGE: _language,
}

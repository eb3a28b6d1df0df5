"""Swedish personal identity numbers and coordination numbers in texts, and hiding them (GD-07).

Ten or twelve digits with `-`, `+` (over a hundred years old), a blank or nothing between; the day
plus 60 in a coordination number; what a reader takes for a digit (`O` for 0, `l` for 1) counts as
one where the rest is digits. The day must be one and the check digit fit (Luhn, as the Swedish
tax agency says): most telephone and batch numbers are none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

HIDDEN = "•"
# What digits are read as, each with the digit it may be.
_LOOKALIKES = str.maketrans("OoQDIl|!SBZ", "00001111582")
_DIGIT = r"[\dOoQDIl|!SBZ]"
_DASH = r"[-+‐‑–−]"
_NUMBER = re.compile(
    rf"(?<![\w+])(?<!\d[.,])((?:18|19|20|l9|I9|2O|2o)?)({_DIGIT}{{6}})"
    rf"((?:\s?{_DASH}\s?|\s)?)({_DIGIT}{{4}})(?![\w])(?![.,]\d)"
)
_COORDINATION = 60
_MOST_LOOKALIKES = 3
_LEAP = 2000  # a year of two digits may have been one with a 29 February


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where such numbers stand in a text: start and end, in order."""
    at = 0
    while (found := _NUMBER.search(text, at)) is not None:
        if _is_one(*found.groups()):
            yield found.span()
            at = found.end()
        else:
            at = found.start() + 1


def masked(text: str) -> str:
    """The text with a dot for each digit of such a number; its length and places stay."""
    for start, end in identity_numbers(text):
        number = text[start:end]
        hidden = "".join(HIDDEN if s.isalnum() or s in "|!" else s for s in number)
        text = text[:start] + hidden + text[end:]
    return text


def masked_facts(facts: Any) -> Any:
    """The same for every text in lists and dictionaries, however deep; keys stay."""
    if isinstance(facts, str):
        return masked(facts)
    if isinstance(facts, dict):
        return {key: masked_facts(value) for key, value in facts.items()}
    if isinstance(facts, list | tuple):
        return [masked_facts(value) for value in facts]
    return facts


def _is_one(century: str, born: str, between: str, last: str) -> bool:
    signs = century + born + last
    lookalikes = sum(not sign.isdigit() for sign in signs)
    # Without a dash a run of ten is a number of anything: there every sign must be a digit.
    if lookalikes > (_MOST_LOOKALIKES if between.strip() or century else 0):
        return False
    digits = (born + last).translate(_LOOKALIKES)
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= _COORDINATION if day > _COORDINATION else 0
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_year(century, year), month)[1]:
        return False
    return _luhn(digits)


def _year(century: str, year: int) -> int:
    if century:
        return int(century.translate(_LOOKALIKES)) * 100 + year
    return _LEAP + year


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (2 - n % 2) for n, d in enumerate(digits)]
    return sum(sum(divmod(d, 10)) for d in doubled) % 10 == 0

"""As little about a person as will do (FU-2): initials, age, and no personal identity number."""

import re
from collections.abc import Iterator

# Ten or twelve digits, the day plus 60 in a coordination number; `+` for those over a hundred.
_NUMBER = re.compile(r"(?<![\d.,])(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
_COORDINATION = 60
_LETTERS_OF_INITIALS = 4
_WORD = re.compile(r"[^\W\d_]+")


def personal_numbers(text: str) -> Iterator[str]:
    """Swedish personal identity and coordination numbers in a text, as they stand there.

    The day must be one and the check digit fit (Luhn, as the tax agency says), so that most
    telephone and batch numbers are none.
    """
    for found in _NUMBER.finditer(text):
        _, month, day, _ = found.groups()
        born = int(day) - _COORDINATION if int(day) > _COORDINATION else int(day)
        if 1 <= int(month) <= 12 and 1 <= born <= 31 and _luhn("".join(found.groups())):
            yield found.group()


def looks_like_a_name(initials: str) -> bool:
    """True where a word is longer than initials are."""
    return any(len(word) > _LETTERS_OF_INITIALS for word in _WORD.findall(initials))


def initials(name: str) -> str:
    """The first letter of each word of a name, `Karin Exempelsson` -> `K. E.`."""
    return " ".join(f"{word[0].upper()}." for word in name.split() if word[0].isalnum())


def without_numbers(text: str) -> str:
    """The text with each personal identity number left out, and a word in its place."""
    for number in personal_numbers(text):
        text = text.replace(number, "[…]")
    return text


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (2 - n % 2) for n, d in enumerate(digits)]
    return sum(sum(divmod(d, 10)) for d in doubled) % 10 == 0

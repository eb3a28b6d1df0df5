"""As little about a person as will do (FU-2): initials, age, and no personal identity number."""

import re
from collections.abc import Iterator

from mi_desktop.catalogue import identity_numbers

_LETTERS_OF_INITIALS = 4
_WORD = re.compile(r"[^\W\d_]+")


def personal_numbers(text: str) -> Iterator[str]:
    """Swedish personal identity and coordination numbers in a text, as they stand there (GD-07)."""
    for start, end in identity_numbers(text):
        yield text[start:end]


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

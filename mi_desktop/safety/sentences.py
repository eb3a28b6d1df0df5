"""A text cut into sentences and words, with their places and the languages they may be in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mi_desktop.safety.lexicon import LANGUAGES, lexicon

# A word hyphenated at the end of a line is one word.
_WORD = re.compile(r"[^\W_]+(?:-[ \t]*\n[ \t>]*(?=[^\W\d_])[^\W_]+)?")
_BREAK = re.compile(r"(?<=[.!?])[\s>]+(?=[\"“”(\[–-]*[^\W_a-zåäöæøéü])|(?<=;)\s+|\n[ \t>]*\n[\s>]*")
_JOINT = re.compile(r"-[ \t]*\n[ \t>]*")
_CODES = {
    "swe": "sv",
    "eng": "en",
    "dan": "da",
    "nor": "no",
    "nob": "no",
    "nno": "no",
    "nb": "no",
    "nn": "no",
    "fin": "fi",
    "deu": "de",
    "ger": "de",
}
_FALLBACK = ("en", "sv")
_SURE = 2


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        words: lower case.
        spans: start and end of each word in the whole text.
        asks: it ends with a question mark.
        languages: in which it is looked up.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    asks: bool
    languages: tuple[str, ...]


def sentences(text: str, language: str | None = None) -> list[Sentence]:
    """The text's sentences; the language is ISO 639-1 or -3 as the reader says, None to guess."""
    given = _CODES.get(language or "", language or "")
    cut = [s for start, end in _bounds(text) if (s := _words(text, start, end))]
    spoken = (given,) if given in LANGUAGES else _spoken([w for words, _, _ in cut for w in words])
    return [
        Sentence(words, spans, asks, tuple(dict.fromkeys((*_sure(words), *spoken))))
        for words, spans, asks in cut
    ]


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _words(
    text: str, start: int, end: int
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...], bool] | None:
    found = list(_WORD.finditer(text, start, end))
    if not found:
        return None
    words = tuple(_JOINT.sub("", m.group()).lower() for m in found)
    return words, tuple(m.span() for m in found), text[start:end].rstrip().endswith("?")


def _spoken(words: Sequence[str]) -> tuple[str, ...]:
    """The text's languages: those known by their small words, else the office's own as well."""
    return _sure(words) or (*_votes(words), *_FALLBACK)


def _sure(words: Sequence[str]) -> tuple[str, ...]:
    """The language whose small words are met most often, () where there are too few."""
    votes = _votes(words)
    most = max(votes.values(), default=0)
    return tuple(v for v in votes if votes[v] == most) if most >= _SURE else ()


def _votes(words: Sequence[str]) -> Counter[str]:
    return Counter(
        language for language in LANGUAGES for word in words if word in lexicon(language).function
    )

"""Words as search sees them: what a text is cut into, and the stem that their forms share."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

# By ISO 639-1 and, as the readers name them, 639-3; Snowball and PostgreSQL share the names.
# Two languages: what is typed is looked for in the forms of each, and six took ten times as long.
ALGORITHMS = {"sv": "swedish", "swe": "swedish", "en": "english", "eng": "english"}
EVERY = tuple(dict.fromkeys(ALGORITHMS.values()))
# What the Swedish stemmer leaves: the definite form of words on -a (`klådan`, of `klåda`).
_DEFINITE = re.compile(r"(?<=\w{3}a)ns?$")
_WORD = re.compile(r"[^\W_]+")
_FORMS = 100_000  # words whose stem is remembered: a stem takes 10 µs


def words_of(text: str) -> list[str]:
    """The words in small letters, in their order; hyphens, dots and `@` divide them."""
    return _WORD.findall(text.lower())


def algorithms(language: str) -> tuple[str, ...]:
    """The stemmers for a text in this language; all where it is unknown, or another."""
    known = ALGORITHMS.get(language)
    return (known,) if known else EVERY


@lru_cache(_FORMS)
def stem(word: str, algorithm: str) -> str:
    """What is left of a word without its endings: `klåd` of `klådan`."""
    return str(_stemmer(algorithm).stemWord(indefinite(word, algorithm)))


def indefinite(word: str, algorithm: str) -> str:
    """A Swedish word on -an or -ans without its article; any other as it is."""
    return _DEFINITE.sub("", word) if algorithm == "swedish" else word


def stems(words: Iterable[str], language: str) -> set[str]:
    """The stems of the words that differ from the words themselves."""
    every = algorithms(language)
    return {found for word in words for by in every if (found := stem(word, by)) != word}


@cache
def _stemmer(algorithm: str) -> Any:
    return snowballstemmer.stemmer(algorithm)

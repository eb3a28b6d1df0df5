"""Word lists of the assistant, read from `resources/lexicons`, and how their entries match.

An entry is one or more words; `*` at a word's end or beginning stands for any letters, `…` for
up to three words, `#` for a number. The lists' own `note` says how they were made.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mi_desktop.basics.paths import RESOURCES

FOLDER = RESOURCES / "lexicons"
LANGUAGES = ("sv", "en", "da", "no", "fi", "de")
_GAP = 3
_NOT_ENTRIES = frozenset({"function", "pairs"})
_PART = re.compile(r"\*?[^\W_]+\*?|…|#")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a word list.

    Attributes:
        kind: the list's name: `reaction`, `special`, `negation`, …
        term: the entry as written.
        code: what it belongs to within the list (`SS-PREG`), or "".
    """

    kind: str
    term: str
    code: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: words `first` to `last` (excluded) of a sentence."""

    entry: Entry
    first: int
    last: int


class Lexicon:
    """The entries of one language, found by the first word."""

    def __init__(self, entries: Sequence[Entry], function: frozenset[str] = frozenset()) -> None:
        self.function = function
        self._exact: dict[str, list[Entry]] = {}
        self._prefix: dict[str, list[Entry]] = {}
        self._suffix: dict[str, list[Entry]] = {}
        self._infix: list[tuple[str, Entry]] = []
        self._known: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            self._add(entry)

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """All entries found in a sentence's words (lower case), overlaps too."""
        for first, word in enumerate(words):
            for entry in self._begun_by(word):
                last = _end(entry.parts, 1, words, first + 1)
                if last is not None:
                    yield Hit(entry, first, last)

    def _add(self, entry: Entry) -> None:
        head = entry.parts[0]
        stem = head.strip("*")
        match (head.startswith("*"), head.endswith("*")):
            case (True, True):
                self._infix.append((stem, entry))
            case (True, False):
                self._suffix.setdefault(stem, []).append(entry)
            case (False, True):
                self._prefix.setdefault(stem, []).append(entry)
            case _:
                self._exact.setdefault(stem, []).append(entry)

    def _begun_by(self, word: str) -> tuple[Entry, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = tuple(self._look_up(word))
        return known

    def _look_up(self, word: str) -> Iterator[Entry]:
        yield from self._exact.get(word, ())
        for cut in range(1, len(word) + 1):
            yield from self._prefix.get(word[:cut], ())
            yield from self._suffix.get(word[-cut:], ())
        yield from (entry for stem, entry in self._infix if stem in word)


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists of a language (`sv`, `en`, `da`, `no`, `fi`, `de`)."""
    raw = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    entries = []
    for kind, terms in raw.items():
        if isinstance(terms, dict):
            entries += [e for code, some in terms.items() for e in _entries(kind, some, code)]
        elif isinstance(terms, list) and kind not in _NOT_ENTRIES:
            entries += _entries(kind, terms)
    for pair in raw.get("pairs", ()):
        entries += _entries("reaction", list(_paired(pair)))
    return Lexicon(entries, frozenset(raw["function"]))


@cache
def substances() -> Lexicon:
    """Stems and names of active substances, the same in all languages."""
    raw = json.loads((FOLDER / "substances.json").read_text(encoding="utf-8"))
    named = (*raw["stems"], *raw["names"], *raw["classes"])
    return Lexicon([*_entries("substance", named), *_entries("no substance", raw["stop"])])


def _paired(pair: dict[str, list[str]]) -> Iterator[str]:
    """Each word of one list with each of the other, in their order and, where told, turned."""
    for one in pair["one"]:
        for other in pair["other"]:
            yield f"{one} … {other}"
            if pair["turned"]:
                yield f"{other} … {one}"


def _entries(kind: str, terms: Sequence[str], code: str = "") -> list[Entry]:
    return [Entry(kind, term, code, tuple(_PART.findall(term))) for term in terms]


def _end(parts: Sequence[str], part: int, words: Sequence[str], at: int) -> int | None:
    """Where the rest of an entry ends in the words, None where it does not match."""
    if part == len(parts):
        return at
    if parts[part] == "…":
        ends = (_end(parts, part + 1, words, at + gap) for gap in range(_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(words) and _fits(words[at], parts[part]):
        return _end(parts, part + 1, words, at + 1)
    return None


def _fits(word: str, pattern: str) -> bool:
    if pattern == "#":
        return word.isdigit()
    stem = pattern.strip("*")
    match (pattern.startswith("*"), pattern.endswith("*")):
        case (True, True):
            return stem in word
        case (True, False):
            return word.endswith(stem)
        case (False, True):
            return word.startswith(stem)
        case _:
            return word == stem

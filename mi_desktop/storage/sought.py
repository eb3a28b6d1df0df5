"""What somebody looks for: does a text hold it, how well, and where."""

import re
from dataclasses import dataclass

from mi_desktop.storage.stems import EVERY, stem, words_of

BEGIN, END, CUT = "«", "»", "…"
_BEFORE, _AFTER = 40, 90  # characters of a snippet around its first hit
# BM25's two constants, and the words of a text of ordinary length.
_K, _B, _ORDINARY = 1.2, 0.75, 100
_LETTERS = 7  # of a word and the space after it
_TITLE = 10.0
_ROOT = 3
_EXACT, _FORM, _START = 1.0, 0.7, 0.5


@dataclass(frozen=True)
class Sought:
    """One word that is looked for: as it stands, in its other forms, or as a beginning.

    Attributes:
        stems: of the word, as the languages of this office make them; without the word itself.
        root: what the word, its stems and the other forms begin with.
    """

    word: str
    stems: frozenset[str]
    root: str

    def weight(self, found: str) -> float:
        """How well a word of a text fits, 0 where it does not."""
        if found == self.word:
            return _EXACT
        if found in self.stems or any(stem(found, by) in self.aims for by in EVERY):
            return _FORM
        return _START if found.startswith(self.word) else 0.0

    @property
    def aims(self) -> frozenset[str]:
        """What a form of the word may have for a stem."""
        return self.stems | {self.word}


def sought(text: str) -> list[Sought]:
    """The words that were typed, each once."""
    return [_sought(word) for word in dict.fromkeys(words_of(text))]


def _sought(word: str) -> Sought:
    forms = {stem(word, by) for by in EVERY}
    root = _shared(word, forms)
    # A letter less: `study` and `studies` share no more.
    return Sought(word, frozenset(forms - {word}), root[:-1] if len(root) > _ROOT else root)


def _shared(word: str, forms: set[str]) -> str:
    """The longest beginning that all forms have."""
    return next(
        word[:n] for n in range(len(word), -1, -1) if all(f.startswith(word[:n]) for f in forms)
    )


def score(asked: list[Sought], title: str, body: str) -> float:
    """BM25 without its rarity of words, which is the same for all hits; 0: a word is missing."""
    total = 0.0
    for one in asked:
        in_title, in_body = (sum(w for _, _, w in _hits(one, t)) for t in (title, body))
        if not in_title + in_body:
            return 0.0
        length = len(body) / _LETTERS / _ORDINARY
        weight = _TITLE * in_title + in_body
        total += weight * (_K + 1) / (weight + _K * (1 - _B + _B * length))
    return total


def snippet(asked: list[Sought], title: str, body: str) -> str:
    """The place of the first hit in the body, in the title where the body has none."""
    for text in (body, title):
        hits = sorted((a, b) for one in asked for a, b, _ in _hits(one, text))
        if hits:
            return _cut(text, hits)
    return body[:_AFTER]


def _cut(text: str, hits: list[tuple[int, int]]) -> str:
    first = max(0, hits[0][0] - _BEFORE)
    last = min(len(text), hits[0][1] + _AFTER)
    # At whole words.
    start = text.find(" ", first, hits[0][0]) + 1 or hits[0][0] if first else 0
    end = text.rfind(" ", hits[0][1], last) if last < len(text) else last
    end = max(end, hits[0][1])
    parts, at = [], start
    for a, b in hits:
        if at <= a and b <= end:
            parts += [text[at:a], BEGIN, text[a:b], END]
            at = b
    inside = "".join([*parts, text[at:end]])
    return f"{CUT if start else ''}{' '.join(inside.split())}{CUT if end < len(text) else ''}"


def _hits(one: Sought, text: str) -> list[tuple[int, int, float]]:
    """Begin, end and weight of every word that fits."""
    small = text.lower()
    if len(small) != len(text):
        small = text  # a rare letter that grows; places must stay
    found = []
    for match in re.finditer(rf"{one.root}[^\W_]*", small):
        a, b = match.span()
        if a and small[a - 1].isalnum():
            continue
        weight = one.weight(match.group())
        if weight:
            found.append((a, b, weight))
    return found

"""Two readings of one line become one, word by word.

Where both readers see the same letters the word stands. Where they do not, the likelier one is
taken, words of the language before others; the other reading is kept beside it and the word is
marked doubtful, so that a person looks at it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from rapidfuzz.distance import Levenshtein

from mi_desktop.ocr.engines.seen import Seen, SeenLine
from mi_desktop.ocr.model import Word

# How often a word of so much confidence was right, for words the language knows and for others:
# measured on typed pages, letters and faxes, apart from those of the figures.
_FIRST_KNOWN = (0, 40, 60, 75, 90, 96), (0.3, 0.5, 0.75, 0.92, 0.985, 0.999)
_FIRST_OTHER = (0, 40, 70, 85, 92, 96), (0.05, 0.3, 0.55, 0.8, 0.97, 0.995)
_SECOND_KNOWN = (30, 60, 85, 96), (0.1, 0.85, 0.97, 0.998)
_SECOND_OTHER = (60, 85, 92, 97, 100), (0.15, 0.35, 0.6, 0.96, 0.985)
SURE = 0.97
FIRST_ALONE, SECOND_ALONE, EITHER = 0.5, 0.6, 0.45
AGREED = 99.0
LACKING = "@%°§"
_AROUND, _SHORT, _CLEAR = ".,;:!?()[]{}\"'“”‘’„«»-–—", 3, 80.0
_WORDS_OF_ONE, _LONELY, _INITIAL = frozenset("aAiIoOåÅöÖyYeEàÀøØ"), 0.4, 0.7

Known = Callable[[str], bool]
T = TypeVar("T", Word, Seen)


@dataclass(frozen=True)
class _Piece:
    """A stretch of a line between two places where both readers see a gap."""

    first: tuple[Word, ...]
    second: tuple[Seen, ...]


def first_chance(word: Word, known: Known) -> float:
    """How likely a word of the first reader is right, 0..1."""
    letters = word.text.strip(_AROUND)
    # A picture is easily taken for a word of a letter or three.
    short = len(letters) <= _SHORT and letters.isalpha() and word.confidence < _CLEAR
    table = _FIRST_KNOWN if known(word.text) and not short else _FIRST_OTHER
    chance = float(np.interp(word.confidence, *table))
    if len(letters) == 1 and letters.isalpha() and letters not in _WORDS_OF_ONE:
        chance *= _INITIAL if letters.isupper() else _LONELY
    return chance


def second_chance(seen: Seen, known: Known) -> float:
    """How likely a word of the second reader is right, 0..1."""
    table = _SECOND_KNOWN if known(seen.text) else _SECOND_OTHER
    return float(np.interp(seen.confidence, *table))


def fuse_line(words: Sequence[Word], line: SeenLine, known: Known) -> Iterator[Word]:
    """The words of one line, from what both readers see there.

    Args:
        words: of the first reader, from left to right, boxes in px of the page; not empty.
        line: of the second reader, in px of the page.
        known: whether the language, or the office, knows a word.
    """
    for piece in _pieces(words, line.words):
        yield from _chosen(piece, line, known)


def alone(line: SeenLine, known: Known) -> bool:
    """True where the second reader may be believed about a line the first did not see."""
    return bool(line.words) and _mean(line.words, second_chance, known) >= SECOND_ALONE


def _pieces(first: Sequence[Word], second: Sequence[Seen]) -> Iterator[_Piece]:
    """Cuts both readings where the letters of both fit together and both have a gap."""
    gaps, letters = {}, 0
    for place, seen in enumerate(second, 1):
        letters += len(seen.text)
        gaps[letters] = place
    there = _there("".join(w.text for w in first), "".join(s.text for s in second))
    letters = begun = begun_there = 0
    for place, word in enumerate(first, 1):
        letters += len(word.text)
        last = place == len(first)
        end = len(second) if last else gaps.get(there.get(letters, -1))
        if last or (end is not None and end > begun_there):
            end = len(second) if end is None else end
            yield _Piece(tuple(first[begun:place]), tuple(second[begun_there:end]))
            begun, begun_there = place, end


def _there(first: str, second: str) -> dict[int, int]:
    """Where a place between two letters of one text is in the other."""
    there = {0: 0}
    for step in Levenshtein.opcodes(first, second):
        if step.tag in ("equal", "replace"):
            pairs = zip(
                range(step.src_start, step.src_end + 1),
                range(step.dest_start, step.dest_end + 1),
                strict=False,
            )
            there.update(pairs)
        there[step.src_end] = step.dest_end
    return there


def _chosen(piece: _Piece, line: SeenLine, known: Known) -> Iterator[Word]:
    first, second = piece.first, piece.second
    ours, theirs = " ".join(w.text for w in first), " ".join(s.text for s in second)
    if not second:
        likely = (w for w in first if first_chance(w, known) >= FIRST_ALONE)
        yield from (replace(w, doubtful=True) for w in likely)
        return
    mine, yours = _mean(first, first_chance, known), _mean(second, second_chance, known)
    if any(sign in theirs and sign not in ours for sign in LACKING) and yours > 1 - SURE:
        # Tesseract's models of the Nordic languages cannot write these.
        yours = 1.0
    if max(mine, yours) < EITHER:
        return
    same = ours.replace(" ", "") == theirs.replace(" ", "")
    if mine >= yours or (same and len(first) == len(second)):
        for word in first:
            if same:
                yield replace(word, confidence=max(word.confidence, AGREED))
            else:
                yield replace(word, doubtful=True, other=theirs)
    else:
        for seen in second:
            yield placed(seen, line, first[0], other="" if same else ours)


def _mean(things: Sequence[T], chance: Callable[[T, Known], float], known: Known) -> float:
    weights = [len(t.text) for t in things]
    return float(np.average([chance(t, known) for t in things], weights=weights))


def placed(seen: Seen, line: SeenLine, beside: Word, other: str = "") -> Word:
    """A word of the second reader, on the line and in the block of one of the first."""
    return replace(
        beside,
        text=seen.text,
        box=line.box(seen),
        confidence=round(seen.confidence, 1),
        doubtful=bool(other),
        other=other,
    )

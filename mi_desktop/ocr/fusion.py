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
from mi_desktop.ocr.model import Box, Word

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
_TOUCH, _LEAST = 0.2, 3
_AROUND, _SHORT, _CLEAR = ".,;:!?()[]{}\"'“”‘’„«»-–—", 3, 80.0
_WORDS_OF_ONE, _LONELY, _INITIAL = frozenset("aAiIoOåÅöÖyYeEàÀøØ"), 0.4, 0.7
_ODD = 0.9

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
    return _alone(letters) * float(np.interp(word.confidence, *table))


def second_chance(seen: Seen, known: Known) -> float:
    """How likely a word of the second reader is right, 0..1."""
    letters = seen.text.strip(_AROUND)
    table = _SECOND_KNOWN if known(seen.text) else _SECOND_OTHER
    # It knows all of Europe's letters, and sees them where a speck stands by a plain one.
    odd = not known(seen.text) and any(letter > "\u00ff" for letter in letters)
    return (_ODD if odd else _alone(letters)) * float(np.interp(seen.confidence, *table))


def _alone(letters: str) -> float:
    """What remains of a chance where a letter stands alone that is no word."""
    if len(letters) != 1 or not letters.isalpha() or letters in _WORDS_OF_ONE:
        return 1.0
    return _INITIAL if letters.isupper() else _LONELY


def fuse_line(words: Sequence[Word], line: SeenLine, known: Known) -> Iterator[Word]:
    """The words of one line, from what both readers see there.

    Args:
        words: of the first reader, from left to right, boxes in px of the page; not empty.
        line: of the second reader, in px of the page.
        known: whether the language, or the office, knows a word.
    """
    for piece in _pieces(words, line.words):
        yield from sorted(_chosen(piece, line, known), key=lambda word: word.box.left)


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
    yield from _likelier(piece, line, known, mine >= yours)


def _likelier(piece: _Piece, line: SeenLine, known: Known, ours: bool) -> Iterator[Word]:
    """The words of one reader, and what stands beside them that the other alone saw."""
    first, second = piece.first, piece.second
    mine, theirs = " ".join(w.text for w in first), " ".join(s.text for s in second)
    same = mine.replace(" ", "") == theirs.replace(" ", "")
    if same and (ours or len(first) == len(second)):
        yield from (replace(w, confidence=max(w.confidence, AGREED)) for w in first)
    elif same:
        yield from (placed(seen, line, first[0]) for seen in second)
    elif ours:
        yield from (replace(w, doubtful=True, other=theirs) for w in first)
        # At the ends of a stretch stand pieces of the words next to it.
        beside = [
            s for s in second if len(s.text) >= _LEAST and second_chance(s, known) >= SECOND_ALONE
        ]
        taken = [w.box for w in first]
        yield from (
            replace(placed(s, line, first[0]), doubtful=True)
            for s in beside
            if _free(line.box(s), taken)
        )
    else:
        yield from (placed(seen, line, first[0], other=mine) for seen in second)
        likely = [w for w in first if first_chance(w, known) >= FIRST_ALONE]
        taken = [line.box(seen) for seen in second]
        yield from (replace(w, doubtful=True) for w in likely if _free(w.box, taken))


def _free(box: Box, others: Sequence[Box]) -> bool:
    """True where a word of one reader stands beside all that the other saw."""
    return all(
        min(box.right, other.right) - max(box.left, other.left)
        < _TOUCH * min(box.right - box.left, other.right - other.left)
        for other in others
    )


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

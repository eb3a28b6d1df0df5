"""Where a hand wrote: lines that the readers do not agree on, of letters that are joined.

Print is letters of their own standing on one line; a pen joins them and wanders. Where ink ran and
print is joined too, most of its longer words are still words of the language; a hand's are not.
All is measured on doubtful lines only, so a page of sure words costs nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box, Guess, Kind, Place, Word, around

# Shares: of doubtful words in a line, of its letters' width that is joined, of letters that
# stand on the line. A line alone must be plainer than one among others.
_DOUBTFUL = 0.7
_JOINED, _ON_THE_LINE = 0.35, 0.85
_JOINED_ALONE, _ON_THE_LINE_ALONE = 0.55, 0.75
_JOINED_BETWEEN = 0.2
# Of a line's height: the least letter, what is no letter; a stroke so much wider than high is
# several letters joined.
_LETTER, _NO_LETTER, _WIDE = 0.22, 1.2, 2.0
_LEAST_PX, _LEAST_SHAPE, _LEAST_STROKES = 12, 2.5, 4
_APART = 1.5
# Of the words of so many letters or more the share that is known: hands 0.2 to 0.6, print 0.7 and
# more (measured on letters, books and newspapers).
_LONG, _KNOWN = 4, 0.68


@dataclass(frozen=True)
class _Line:
    """A doubtful line; `joined` and `even` are shares as above, `text` is what may stand there."""

    box: Box
    text: str
    joined: float
    even: float

    @property
    def plain(self) -> bool:
        return self.joined >= _JOINED_ALONE and self.even < _ON_THE_LINE_ALONE

    @property
    def likely(self) -> bool:
        return self.joined >= _JOINED and self.even < _ON_THE_LINE


def handwriting(
    page: Pixels,
    words: Sequence[Word],
    guesses: Sequence[Guess],
    known: Callable[[str], bool],
) -> list[Place]:
    """The places of a page where a hand wrote.

    Args:
        page: in grey, upright.
        words: what was read, boxes in px of the page.
        guesses: what could not be read, likewise.
        known: whether the language, or the office, knows a word.
    """
    doubtful = sorted(_doubtful(words, guesses), key=lambda found: found[0].top)
    lines = [line for found in doubtful if (line := _measured(page, *found)) is not None]
    return [
        Place(Kind.HANDWRITING, around([line.box for line in group]))
        for group in _together(lines)
        if _by_hand(group, known)
    ]


def _by_hand(group: Sequence[_Line], known: Callable[[str], bool]) -> bool:
    sure = [line for line in group if line.likely]
    if len(sure) < 2 and not any(line.plain for line in sure):
        return False
    texts = (word for line in group for word in line.text.split())
    long = [word for word in texts if sum(map(str.isalpha, word)) >= _LONG]
    return not long or fmean(map(known, long)) < _KNOWN


def _doubtful(words: Sequence[Word], guesses: Sequence[Guess]) -> Iterator[tuple[Box, str]]:
    for _, line in groupby(words, key=lambda w: (w.block, w.line)):
        here = list(line)
        if fmean(word.doubtful for word in here) >= _DOUBTFUL:
            yield around([word.box for word in here]), " ".join(word.text for word in here)
    yield from ((guess.box, guess.text) for guess in guesses)


def _together(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines one below another that may be of one hand; print between two parts them."""
    groups: list[list[_Line]] = []
    for line in lines:
        if line.joined < _JOINED_BETWEEN:
            continue
        near = next((g for g in reversed(groups) if _near(g[-1].box, line.box)), None)
        if near is None:
            groups.append([line])
        else:
            near.append(line)
    yield from groups


def _near(above: Box, below: Box) -> bool:
    tall = below.bottom - below.top
    beside = above.left < below.right and below.left < above.right
    return beside and below.top - above.bottom < _APART * tall


def _measured(page: Pixels, box: Box, text: str) -> _Line | None:
    """How a line is written; None where too little stands there to tell."""
    cut = page[max(0, box.top) : box.bottom, max(0, box.left) : box.right]
    height, width = cut.shape
    if min(height, width) < _LEAST_PX or width < _LEAST_SHAPE * height:
        return None
    _, ink = cv2.threshold(cut, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    tall = stats[1:, cv2.CC_STAT_HEIGHT]
    strokes = stats[1:][(tall > _LETTER * height) & (tall < _NO_LETTER * height)].astype(float)
    if len(strokes) < _LEAST_STROKES:
        return None
    wide, tall = strokes[:, cv2.CC_STAT_WIDTH], strokes[:, cv2.CC_STAT_HEIGHT]
    joined = float(wide[wide > _WIDE * tall].sum() / wide.sum())
    feet = strokes[:, cv2.CC_STAT_TOP] + tall
    away = _from_the_line(strokes[:, cv2.CC_STAT_LEFT] + wide / 2, feet)
    return _Line(box, text, joined, float(np.mean(away < 0.12 * np.median(tall) + 1)))


def _from_the_line(across: np.ndarray, feet: np.ndarray) -> np.ndarray:
    """How far each stroke's foot is from the line that most of them stand on, px."""
    line = np.polyfit(across, feet, 1)
    for _ in range(3):
        away = np.abs(feet - np.polyval(line, across))
        on = away <= 1.5 * np.median(away) + 1
        if np.count_nonzero(on) > 2:
            line = np.polyfit(across[on], feet[on], 1)
    return np.asarray(np.abs(feet - np.polyval(line, across)))

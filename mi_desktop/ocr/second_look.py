"""A second look where the first reader is in doubt, and at what it did not see.

A page whose words are sure is not looked at again. Where single words are unsure, their stretch
of the line is read by the second reader; where much is unsure, or letters stand where no word
was read, the second reader searches the whole page, and reads what is not sure already.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import cv2
import numpy as np

from mi_desktop.ocr.engines import Quad, SecondEngine, SeenLine
from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.fusion import (
    FIRST_ALONE,
    Known,
    alone,
    first_chance,
    fuse_line,
    placed,
)
from mi_desktop.ocr.lost import lost_lines
from mi_desktop.ocr.model import Box, Guess, Word
from mi_desktop.ocr.order import in_order
from mi_desktop.ocr.preparation import Prepared, box_back, letter_marks

# Below this chance of being right a word is read again: higher costs more than it mends. Names and
# figures, which no word list knows, are read again sooner, and so is all of a page in doubt.
UNSURE, UNSURE_OTHER, UNSURE_HERE = 0.9, 0.975, 0.985
# Much is unsure: more than so many letters of a hundred, or so many marks without a word.
MUCH_UNSURE, MANY_MARKS, MARKS_SHARE = 0.35, 20, 0.04
FEW_DOUBTS, DOUBTS_SHARE = 8, 0.12
LINES_AGAIN, PAGE_AGAIN = "lines read again", "page read again"
_PAD_ACROSS, _PAD_DOWN = 0.5, 0.25
_FILLED = 0.65
_CELLS_APART = 2.0
_LEAST_LOST, _NEAR = 3, 3
# The page in grey, as the first reader had it, what is known, and who reads again.
_Means = tuple[Pixels, Prepared, Known, SecondEngine]


@dataclass
class Look:
    """What came of it: words in px of the page, and guesses that are not to be believed.

    Attributes:
        steps: `lines read again` or `page read again`, where the second reader was asked.
    """

    words: list[Word]
    guesses: list[Guess] = field(default_factory=list)
    steps: tuple[str, ...] = ()


def second_look(
    words: Sequence[Word], page: Pixels, ready: Prepared, known: Known, second: SecondEngine
) -> Look:
    """Reads again what is in doubt.

    Args:
        words: of the first reader, in reading order, boxes in px of the prepared picture.
        page: the page in grey, upright.
        ready: the page as the first reader had it.
        known: whether the language, or the office, knows a word.
        second: the second reader.

    Returns:
        Words in reading order, boxes in px of the page.

    Raises:
        SecondReaderFailed: it is not to be had; nothing is changed.
    """
    on_page = on_the_page(words, ready)
    unsure = [is_unsure(word, known) for word in on_page]
    if _much(words, unsure, ready):
        return _everywhere(on_page, page, known, second)
    means = page, ready, known, second
    again = list(_lines_again(words, on_page, unsure, means))
    if any(unsure) and sum(word.doubtful for word in again) > max(
        FEW_DOUBTS, DOUBTS_SHARE * len(again)
    ):
        # Letters over letters, as under a stamp: only finding the lines anew tells them apart.
        return _everywhere(on_page, page, known, second)
    return _with_lost(again, any(unsure), words, means)


def _with_lost(again: list[Word], asked: bool, words: Sequence[Word], means: _Means) -> Look:
    """And the lines that the first reader passed over, where the second is sure of them."""
    page, ready, known, second = means
    look = Look(again)
    lost = lost_lines(ready.raster.pixels, words)
    for number, box in enumerate(lost, 1):
        line = second.read(page, _quad([box], ready))
        if alone(line, known) and any(len(seen.text) >= _LEAST_LOST for seen in line.words):
            look.words += _found(line, -number)
        elif line.words:
            look.guesses.append(_guess(line))
    look.words = in_order(look.words) if lost else look.words
    look.steps = (LINES_AGAIN,) if asked or lost else ()
    return look


def _found(line: SeenLine, number: int) -> Iterator[Word]:
    base = Word("", Box(0, 0, 0, 0), 0.0, number, number, doubtful=True)
    return (replace(placed(seen, line, base), doubtful=True) for seen in line.words)


def on_the_page(words: Sequence[Word], ready: Prepared) -> list[Word]:
    """The words of the prepared picture with boxes in px of the page."""
    return [replace(word, box=box_back(word.box, ready.back)) for word in words]


def is_unsure(word: Word, known: Known, enough: float = UNSURE) -> bool:
    """True for letters and figures that are not surely right."""
    if not any(map(str.isalnum, word.text)):
        return False
    return first_chance(word, known) < (enough if known(word.text) else max(enough, UNSURE_OTHER))


def _much(words: Sequence[Word], unsure: Sequence[bool], ready: Prepared) -> bool:
    letters = sum(len(w.text) for w in words)
    doubt = sum(len(w.text) for w, u in zip(words, unsure, strict=True) if u)
    if doubt > MUCH_UNSURE * letters:
        return True
    marks, bare = letter_marks(ready.raster.pixels), 0
    covered = np.zeros(ready.raster.pixels.shape, np.uint8)
    for word in words:
        box = word.box
        covered[max(0, box.top) : box.bottom, max(0, box.left) : box.right] = 1
    bare = int(np.count_nonzero(covered[marks[:, 1], marks[:, 0]] == 0)) if len(marks) else 0
    return bare > max(MANY_MARKS, MARKS_SHARE * len(marks))


def _lines_again(
    words: Sequence[Word],
    on_page: Sequence[Word],
    unsure: Sequence[bool],
    means: _Means,
) -> Iterator[Word]:
    """Each line with its unsure stretch read again, a word to each side along with it."""
    page, ready, known, second = means
    places = range(len(words))
    lines = (list(line) for _, line in groupby(places, key=lambda n: words[n].line))
    for here in (run for line in lines for run in _unbroken(line, words)):
        done = 0
        for first, last in _stretches([n for n, place in enumerate(here) if unsure[place]]):
            yield from (on_page[n] for n in here[done:first])
            stretch = here[first:last]
            quad = _quad([words[n].box for n in stretch], ready)
            seen = _without_edges(second.read(page, quad))
            yield from fuse_line([on_page[n] for n in stretch], seen, known)
            done = last
        yield from (on_page[n] for n in here[done:])


def _stretches(doubts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where of a line is read again: doubts near each other, and a word beside."""
    first: int | None = None
    last = 0
    for place in doubts:
        if first is not None and place > last + _NEAR:
            yield first, last
            first = None
        first = max(0, place - 1) if first is None else first
        last = place + 2
    if first is not None:
        yield first, last


def _without_edges(line: SeenLine) -> SeenLine:
    """A stretch without pieces of the words next to it, which its margins cut."""
    tall = float(np.linalg.norm(line.quad[3] - line.quad[0]))
    margin = tall * _PAD_ACROSS / (1 + 2 * _PAD_DOWN)
    kept = (s for s in line.words if margin <= (s.start + s.end) / 2 <= line.long - margin)
    return replace(line, words=tuple(kept))


def _unbroken(line: Sequence[int], words: Sequence[Word]) -> Iterator[list[int]]:
    """A line cut where cells of a table end: the second reader would run them together."""
    run: list[int] = []
    for place in line:
        before, box = words[run[-1]].box if run else None, words[place].box
        if before and box.left - before.right > _CELLS_APART * (box.bottom - box.top):
            yield run
            run = []
        run.append(place)
    yield run


def _quad(boxes: Sequence[Box], ready: Prepared) -> Quad:
    """The corners of a stretch of a level line, on the page it was levelled from."""
    left, right = min(b.left for b in boxes), max(b.right for b in boxes)
    top, foot = min(b.top for b in boxes), max(b.bottom for b in boxes)
    tall = foot - top
    across, down = _PAD_ACROSS * tall, _PAD_DOWN * tall
    corners = np.array([[(left, top), (right, top), (right, foot), (left, foot)]], np.float64)
    corners += [(-across, -down), (across, -down), (across, down), (-across, down)]
    return np.asarray(cv2.perspectiveTransform(corners, ready.back)[0], np.float32)


def _everywhere(on_page: Sequence[Word], page: Pixels, known: Known, second: SecondEngine) -> Look:
    waiting = dict(enumerate(on_page))
    unsure = [is_unsure(word, known, UNSURE_HERE) for word in on_page]
    look = Look([], steps=(PAGE_AGAIN,))
    new = 0
    for quad in second.find(page):
        under = [n for n, word in waiting.items() if _inside(word.box, quad)]
        here = [waiting.pop(n) for n in under]
        if _whole(here, quad) and not any(unsure[n] for n in under):
            look.words += here
            continue
        line = second.read(page, quad)
        if here:
            look.words += fuse_line(sorted(here, key=lambda w: w.box.left), line, known)
        elif alone(line, known):
            new -= 1
            look.words += _found(line, new)
        elif line.words:
            look.guesses.append(_guess(line))
    for place, word in waiting.items():
        if not unsure[place] or first_chance(word, known) >= FIRST_ALONE:
            look.words.append(replace(word, doubtful=unsure[place]))
        else:
            look.guesses.append(Guess(word.text, word.box, word.confidence))
    look.words = in_order(look.words)
    return look


def _whole(words: Sequence[Word], quad: Quad) -> bool:
    """True where words stand along most of a line."""
    filled = sum(word.box.right - word.box.left for word in words)
    return filled > _FILLED * float(np.linalg.norm(quad[1] - quad[0]))


def _guess(line: SeenLine) -> Guess:
    boxes = [line.box(seen) for seen in line.words]
    box = Box(
        min(b.left for b in boxes), min(b.top for b in boxes),
        max(b.right for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip
    sure = float(np.mean([seen.confidence for seen in line.words]))
    return Guess(" ".join(seen.text for seen in line.words), box, round(sure, 1))


def _inside(box: Box, quad: Quad) -> bool:
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return cv2.pointPolygonTest(quad, middle, measureDist=False) >= 0

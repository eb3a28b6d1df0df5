"""Tables row by row, columns one after the other, however a reader cut the page up.

A table is told by lines drawn between its rows, or by gaps that stand above one another over
three rows or more between short cells. Columns of running text have such a gap too, and long
cells: where a reader went across the gap, they are put one after the other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import fmean, median

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box, Word, around

LEAST_ROWS = 3
# In heights of a word: how wide a gap is that parts cells, how far rows may be apart.
_GAP, _GAP_OF_COLUMNS, _ROWS_APART = 1.1, 1.5, 4.0
_SAME_ROW = 0.5
# Words a cell has at most, on the average: without lines between the rows, and with them.
_SHORT, _SHORT_BETWEEN_LINES = 3.0, 9.0
# Two columns of short lines are as likely two addresses: one must be of figures.
_FIGURES, _FIGURE_CELLS = 0.5, 0.7
_LINE_LONG, _LINE_ACROSS = 0.04, 0.6

Gap = tuple[float, float]
Placed = tuple[Box, Word]
Line = list[Placed]


@dataclass
class _Band:
    """Rows one below another with gaps in common."""

    rows: list[Line]
    gaps: list[Gap]

    @property
    def box(self) -> Box:
        return around([box for row in self.rows for box, _ in row])

    def cell(self, box: Box) -> int:
        middle = (box.left + box.right) / 2
        return sum(middle > (left + right) / 2 for left, right in self.gaps)

    def cells(self) -> list[dict[int, list[Word]]]:
        """Each row's words by cell."""
        found: list[dict[int, list[Word]]] = []
        for row in self.rows:
            found.append({})
            for box, word in row:
                found[-1].setdefault(self.cell(box), []).append(word)
        return found

    @property
    def long(self) -> float:
        """Words in a cell, the mean."""
        return fmean(len(words) for row in self.cells() for words in row.values())

    @property
    def tall(self) -> float:
        """Height of a word, px, the median."""
        return median(box.bottom - box.top for row in self.rows for box, _ in row)


def in_rows(
    words: Sequence[Word], level: Callable[[Box], Box] = lambda box: box, page: Pixels | None = None
) -> list[Word]:
    """The words with those of tables row by row; blocks and lines are counted anew.

    Args:
        words: in reading order.
        level: where a word's box is on a page whose lines are level.
        page: that level page in grey, for the lines between rows; None where nobody has it.

    Returns:
        The same words. Those of a table stand together in one block, a line for each row, with
        their `cell` counted from 0; each column is a block; all others keep their order.
    """
    placed = [(level(word.box), word) for word in words]
    lines = [list(line) for _, line in groupby(placed, key=lambda p: (p[1].block, p[1].line))]
    bands = list(_bands(_rows(lines)))
    blocks = [b for band in bands if (b := _table(band, page) or _columns(band))]
    if not blocks:
        return list(words)
    for block in blocks:
        lines = _with(lines, block)
    return _counted(lines)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """What stands side by side on the page, from left to right, whatever line it belongs to."""
    rows: list[Line] = []
    middle = tall = 0.0
    for run in sorted((run for line in lines for run in _runs(line)), key=_middle):
        height = _tall(run)
        if rows and _middle(run) - middle <= _SAME_ROW * min(tall, height):
            rows[-1] += run
        else:
            rows.append(list(run))
        middle, tall = _middle(rows[-1]), _tall(rows[-1])
    return [sorted(row, key=lambda p: p[0].left) for row in rows]


def _runs(line: Line) -> Iterator[Line]:
    """A line cut where cells may end: what a reader saw closely together stays together."""
    tall, run = _tall(line), [line[0]]
    for place in line[1:]:
        if place[0].left - run[-1][0].right >= _GAP * tall:
            yield run
            run = []
        run.append(place)
    yield run


def _middle(row: Line) -> float:
    return fmean((box.top + box.bottom) / 2 for box, _ in row)


def _tall(row: Line) -> float:
    return median(box.bottom - box.top for box, _ in row)


def _bands(rows: list[Line]) -> Iterator[_Band]:
    """Runs of rows with a gap in common, each as long as it keeps its gaps."""
    start = 0
    while start < len(rows):
        band = _Band([rows[start]], _gaps(rows[start]))
        for row in rows[start + 1 :]:
            gaps = list(_shared(band.gaps, row)) if _near(band.rows[-1], row) else []
            if not gaps or (len(gaps) < len(band.gaps) and _full(band) >= LEAST_ROWS):
                break
            band = _Band([*band.rows, row], gaps)
        while band.rows and len({band.cell(box) for box, _ in band.rows[-1]}) < 2:
            band.rows.pop()
        if _full(band) >= LEAST_ROWS:
            yield band
            start += len(band.rows)
        else:
            start += 1


def _gaps(row: Line) -> list[Gap]:
    """Where a row is empty between two of its words."""
    tall = _tall(row)
    edges = [(float(a.right), float(b.left)) for (a, _), (b, _) in pairwise(row)]
    return [(left, right) for left, right in edges if right - left >= _GAP * tall]


def _shared(gaps: Sequence[Gap], row: Line) -> Iterator[Gap]:
    """What of the gaps is empty in this row too; its ends do not part anything."""
    tall = _tall(row)
    ends = [float("-inf"), *(float(box.right) for box, _ in row)]
    starts = [*(float(box.left) for box, _ in row), float("inf")]
    for left, right in gaps:
        for end, start in zip(ends, starts, strict=True):
            shared = max(left, end), min(right, start)
            if shared[1] - shared[0] >= _GAP * tall:
                yield shared


def _near(above: Line, below: Line) -> bool:
    tall = _tall(below)
    return min(b.top for b, _ in below) - max(b.bottom for b, _ in above) < _ROWS_APART * tall


def _full(band: _Band) -> int:
    """Rows with words in more than one cell."""
    return sum(len(row) > 1 for row in band.cells())


def _columns(band: _Band) -> list[list[Line]]:
    """The lines of each column of running text; nothing where no line of a reader went across."""
    narrow = min(right - left for left, right in band.gaps)
    crossed = any(
        len({(word.block, word.line) for words in row.values() for word in words}) < len(row)
        for row in band.cells()
    )
    if not crossed or band.long <= _SHORT or narrow < _GAP_OF_COLUMNS * band.tall:
        return []
    columns = range(len(band.gaps) + 1)
    lines = [[[p for p in row if band.cell(p[0]) == n] for row in band.rows] for n in columns]
    return [[line for line in column if line] for column in lines]


def _table(band: _Band, page: Pixels | None) -> list[list[Line]]:
    """The rows of a table, as one block, each word with its cell; nothing where it is none."""
    cells, long = band.cells(), band.long
    if long > _SHORT_BETWEEN_LINES:
        return []
    between = _lines_between(page, band.box) if page is not None else []
    if len(between) < LEAST_ROWS and (long > _SHORT or not _parted(cells, len(band.gaps) + 1)):
        return []
    rows = [[(b, replace(w, cell=band.cell(b))) for b, w in row] for row in band.rows]
    if len(between) < LEAST_ROWS:
        return [rows]
    return [list(_ruled(rows, between))]


def _parted(cells: list[dict[int, list[Word]]], columns: int) -> bool:
    """True for three columns, or for two of which one holds figures."""
    if columns > 2:
        return True
    for column in range(columns):
        texts = ["".join(w.text for w in row[column]) for row in cells[1:] if column in row]
        figures = [sum(map(str.isdigit, t)) >= _FIGURES * len(t) for t in texts]
        if figures and fmean(figures) >= _FIGURE_CELLS:
            return True
    return False


def _lines_between(page: Pixels, box: Box) -> list[int]:
    """Heights of the lines drawn across most of a band and just around it, px."""
    tall = max(1, (box.bottom - box.top) // 4)
    top, foot = max(0, box.top - tall), min(page.shape[0], box.bottom + tall)
    cut = page[top:foot, max(0, box.left) : max(0, box.right)]
    if min(cut.shape) < 2:
        return []
    _, ink = cv2.threshold(cut, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    long = max(8, round(_LINE_LONG * page.shape[1]))
    drawn = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    # A line that leans by a dot or two lies in several rows of dots.
    spread = cv2.dilate(drawn, np.ones((5, 1), np.uint8))
    across = np.flatnonzero(spread.mean(axis=1) >= _LINE_ACROSS)
    heights = np.split(across, np.flatnonzero(np.diff(across) > 2) + 1)
    return [top + int(rows.mean()) for rows in heights if len(rows)]


def _ruled(rows: list[Line], between: list[int]) -> Iterator[list[Placed]]:
    """Rows as the lines part them: a cell may hold several lines of words."""
    words = [(sum(y < (b.top + b.bottom) / 2 for y in between), b, w) for r in rows for b, w in r]
    # The sort keeps what stands higher in a cell before what stands lower.
    words.sort(key=lambda found: (found[0], found[2].cell))
    for _, row in groupby(words, key=lambda found: found[0]):
        yield [(box, word) for _, box, word in row]


def _with(lines: list[Line], blocks: list[list[Line]]) -> list[Line]:
    """The lines with these blocks in their place among them, and their words nowhere else."""
    inside = {word.box for block in blocks for line in block for _, word in line}
    kept: list[Line] = []
    at: int | None = None
    for line in lines:
        rest = [(box, word) for box, word in line if word.box not in inside]
        if len(rest) < len(line) and at is None:
            # The reader came to the first of their words here.
            at = len(kept) + bool(rest)
        if rest:
            kept.append(rest)
    free = 1 + max(word.block for line in lines for _, word in line)
    laid = [
        [(box, replace(word, block=block, line=n)) for box, word in line]
        for block, rows in enumerate(blocks, free)
        for n, line in enumerate(rows)
    ]
    return [*kept[:at], *laid, *kept[at:]]


def _counted(lines: list[Line]) -> list[Word]:
    found: list[Word] = []
    block, last = -1, None
    for number, line in enumerate(lines):
        block += line[0][1].block != last
        last = line[0][1].block
        found += (replace(word, line=number, block=block) for _, word in line)
    return found

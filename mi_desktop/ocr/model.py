"""The nouns of reading: words with boxes, lines, tables, pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef


class Source(StrEnum):
    """Where the text came from."""

    TEXT_LAYER = "text-layer"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in px of the original page (after a person's rotation)."""

    left: int
    top: int
    right: int
    bottom: int

    def turned(self, size: tuple[int, int], degrees: int) -> "Box":
        """Where the rectangle is after its page was turned.

        Args:
            size: px across and down of the page before.
            degrees: clockwise, a multiple of 90.
        """
        width, height = size
        match degrees % 360:
            case 90:
                return Box(height - self.bottom, self.left, height - self.top, self.right)
            case 180:
                return Box(
                    width - self.right, height - self.bottom, width - self.left, height - self.top
                )
            case 270:
                return Box(self.top, width - self.right, self.bottom, width - self.left)
            case _:
                return self

    def scaled(self, across: float, down: float) -> "Box":
        """The rectangle on a page that is `across` times as wide and `down` times as high."""
        return Box(
            round(self.left * across),
            round(self.top * down),
            round(self.right * across),
            round(self.bottom * down),
        )


def around(boxes: Sequence[Box]) -> Box:
    """The rectangle around some, at least one."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def turned_size(size: tuple[int, int], degrees: int) -> tuple[int, int]:
    """Px across and down of a page after it was turned by a multiple of 90 degrees."""
    return (size[1], size[0]) if degrees % 180 else size


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        confidence: 0..100; 100 for a text layer.
        line: number of the line on the page, from 0, in reading order.
        block: number of the block on the page, from 0.
        doubtful: two readers disagreed, or one alone saw it; a person should look.
        other: what the reader that was not followed saw there; empty where nothing else.
        cell: number of its cell in its row of a table, from 0; -1 for a word in no table.
    """

    text: str
    box: Box
    confidence: float
    line: int
    block: int
    doubtful: bool = False
    other: str = ""
    cell: int = -1


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reader makes of writing that cannot be read reliably, as handwriting: never text.

    Attributes:
        box: px of the original page.
        confidence: 0..100, the reader's own.
    """

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page; its rows are lines of one block.

    Attributes:
        box: px of the original page.
        rows: the texts of the cells, row by row; "" for an empty cell.
    """

    block: int
    box: Box
    rows: tuple[tuple[str, ...], ...]


class Kind(StrEnum):
    """What stands at a place that is more, or less, than printed words."""

    HANDWRITING = "handwriting"
    CODE = "barcode"


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of a page marked as something.

    Attributes:
        box: px of the original page.
        text: what a barcode holds; empty for handwriting.
    """

    kind: Kind
    box: Box
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page that was read.

    Attributes:
        language: ISO 639-3 as Tesseract names it: `swe`, `eng`, …; empty where none was found.
        rotation: degrees clockwise that the reader turned the page to make it upright.
        skew_degrees: how far the lines lean; positive is clockwise.
        confidence: mean over the words, 0..100; 0 for a page without words.
        width: px of the original page, upright.
        height: px.
        seconds: wall time of reading.
        warnings: what the reader could not do as asked, e.g. a language that is not installed.
        steps: what was done to a copy of the page before it was read: `levelled`, `scaled`, …
        guesses: places with writing that cannot be read reliably, and what it may say.
        blank: nothing is on the page.
        codes: texts of the barcodes on it.
        languages: of each block, by its number, as `language`; empty where all are in that.
        places: where handwriting and barcodes are.
    """

    part_id: str
    number: int
    language: str
    rotation: int
    skew_degrees: float
    confidence: float
    source: Source
    words: tuple[Word, ...]
    width: int
    height: int
    seconds: float = 0.0
    warnings: tuple[Words, ...] = ()
    steps: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    blank: bool = False
    codes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in reading order."""
        inside = [word for word in self.words if word.cell >= 0]
        return tuple(_table(block, list(w)) for block, w in groupby(inside, lambda w: w.block))

    @property
    def blocks(self) -> dict[int, tuple[str, Box]]:
        """Language and rectangle of each block, by number."""
        boxes: dict[int, list[Box]] = {}
        for word in self.words:
            boxes.setdefault(word.block, []).append(word.box)
        # What a person wrote down stands in blocks that the machine did not see.
        spoken = dict(enumerate(self.languages))
        return {n: (spoken.get(n, self.language), around(b)) for n, b in boxes.items()}

    @property
    def text(self) -> str:
        """The words, line by line, a blank line between blocks."""
        lines: list[str] = []
        last_block: int | None = None
        for (block, _), words in groupby(self.words, key=lambda w: (w.block, w.line)):
            if last_block is not None and block != last_block:
                lines.append("")
            last_block = block
            lines.append(" ".join(w.text for w in words))
        return "\n".join(lines)

    def turned(self, degrees: int) -> "PageText":
        """The same reading of a page that was turned since, clockwise by a multiple of 90."""
        size = (self.width, self.height)
        width, height = turned_size(size, degrees)
        return replace(
            self,
            width=width,
            height=height,
            rotation=(self.rotation - degrees) % 360,
            words=tuple(replace(w, box=w.box.turned(size, degrees)) for w in self.words),
            guesses=tuple(replace(g, box=g.box.turned(size, degrees)) for g in self.guesses),
            places=tuple(replace(p, box=p.box.turned(size, degrees)) for p in self.places),
        )


def _table(block: int, words: list[Word]) -> Table:
    wide = 1 + max(word.cell for word in words)
    rows = []
    for _, row in groupby(words, key=lambda w: w.line):
        cells: list[list[str]] = [[] for _ in range(wide)]
        for word in row:
            cells[word.cell].append(word.text)
        rows.append(tuple(" ".join(cell) for cell in cells))
    return Table(block, around([word.box for word in words]), tuple(rows))


@dataclass(frozen=True)
class Region:
    """A place on a page that a person pointed at, with the words there: evidence.

    Attributes:
        box: None for the whole page.
        quote: the text as it was marked.
    """

    part_id: str
    page: int
    quote: str
    box: Box | None = None


@dataclass(frozen=True)
class Problem:
    """A page that could not be read, and why.

    Attributes:
        code: the error's code, in docs/errors.md.
    """

    ref: PageRef
    code: str
    words: Words


@dataclass(frozen=True)
class Counts:
    """How far reading is, in pages of all mail; blank pages are not counted."""

    read: int
    unread: int
    failed: int

"""The nouns of reading: words with boxes, lines, pages."""

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
    """

    text: str
    box: Box
    confidence: float
    line: int
    block: int
    doubtful: bool = False
    other: str = ""


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
        )


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

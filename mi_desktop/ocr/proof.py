"""Proves that what is hidden in a copy cannot be read: by both readers, as large and doubled.

Runs over the finished copy, page by page; the readers work in the sandbox.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image
from rapidfuzz import fuzz

from mi_desktop.basics.words import words
from mi_desktop.ocr.blackout import DrawnPage, touches
from mi_desktop.ocr.engines import Engine, Layout, Raster, SecondEngine
from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.errors import SecondReaderFailed
from mi_desktop.ocr.model import Box, Word
from mi_desktop.ocr.page import PageJob, read_page

_ALIKE = 60.0
_BLACK = 96
# A word may look out above or below a rectangle by this share of its height: dots of its rim.
_LOOKS_OUT = 0.15
# In heights of a rectangle: how far around it what is left of a word may be read.
_AROUND, _NEIGHBOURS = 0.5, 3.0
_DPI = 300


@dataclass(frozen=True)
class Copied:
    """One page of the copy, to be read again.

    Attributes:
        picture: PNG of the page as large as the original.
        doubled: PNG of it twice as large.
        boxes: what is hidden, px of the original.
        size: px of the original.
        language: what it was read in, "" where nobody knows.
    """

    picture: bytes
    doubled: bytes
    boxes: tuple[Box, ...]
    size: tuple[int, int]
    language: str


def half_hidden(page: DrawnPage) -> Iterator[str]:
    """Words that a rectangle goes through, so that their upper or lower part is seen."""
    if page.read is None:
        return
    shared = Counter(word.box for word in page.read.words)
    # What a person wrote down stands at a place of the page, not where its words are.
    boxes = [word.box for word in page.read.words if shared[word.box] == 1]
    boxes += [guess.box for guess in page.read.guesses]
    whole = Box(0, 0, *page.size)
    across = page.read.rotation % 180 != 0
    for word in boxes:
        if word != whole and any(_looks_out(word, box, page.boxes, across) for box in page.boxes):
            yield str(words("part of a word"))


def _looks_out(word: Box, box: Box, boxes: Sequence[Box], across: bool) -> bool:
    """True where a rectangle is over the middle of a word and not as high as it."""
    if across:
        word, box = word.turned((0, 0), 90), box.turned((0, 0), 90)
        boxes = [other.turned((0, 0), 90) for other in boxes]
    tall = word.bottom - word.top
    wide = min(word.right, box.right) - max(word.left, box.left)
    if wide < tall / 2 or not box.top < (word.top + word.bottom) / 2 < box.bottom:
        return False
    over = [o for o in boxes if o.left < word.right and word.left < o.right]
    top, foot = min(o.top for o in over), max(o.bottom for o in over)
    return max(top - word.top, word.bottom - foot) > _LOOKS_OUT * tall


def not_black(picture: Image.Image, page: DrawnPage) -> Iterator[str]:
    """Rectangles in which a dot is lighter than packing can make a black one."""
    grey = picture.convert("L")
    across, down = picture.width / page.size[0], picture.height / page.size[1]
    for box in page.boxes:
        inside = box.scaled(across, down)
        dots = grey.crop((inside.left, inside.top, inside.right, inside.bottom))
        if min(dots.size) and dots.getextrema()[1] > _BLACK:  # type: ignore[operator]
            yield str(words("a place"))


def said_too_often(extracted: list[str], page: DrawnPage) -> Iterator[str]:
    """Hidden words that the copy's text holds more often than it may."""
    for word in page.hidden_words:
        if extracted.count(word) > page.seen_words.count(word):
            yield word


def still_read(found: Sequence[Word], page: DrawnPage) -> Iterator[str]:
    """Hidden words among those that were read where they were hidden, or just around it."""
    if page.read is None:
        return
    on_its_side = page.read.rotation % 180 != 0
    gone = [w for w in page.read.words if any(_over(w.box, box, on_its_side) for box in page.boxes)]
    # What a rectangle only grazes is in no text, and may be seen.
    seen = [w for w in page.read.words if w not in gone]
    for word in found:
        if not any(_middle_in(word.box, _wider(box)) for box in page.boxes):
            continue
        # A black bar is read as letters now and then: only what was hidden there counts.
        if not any(_alike(word.text, part) for w in gone for part in w.text.split()):
            continue
        if not any(touches(word.box, w.box) and _alike(word.text, w.text) for w in seen):
            yield word.text


def _over(word: Box, box: Box, on_its_side: bool) -> bool:
    """True where a rectangle lies over the middle of a word's height."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    middle = box.left < x < box.right if on_its_side else box.top < y < box.bottom
    return touches(word, box) and middle


def read_copy(copy: Copied, engine: Engine, second: SecondEngine | None) -> list[Word]:
    """What both readers make of a page of the copy; runs in the sandbox.

    The whole page is read as any page is. Around each rectangle it is read once more, twice as
    large, by each reader alone.

    Returns:
        Words with boxes in px of the original.

    Raises:
        WorldError: Tesseract failed. A second reader that is not to be had is done without.
    """
    job = PageJob(
        part_id="copy", number=1, data=copy.picture, media_type="image/png", index=0,
        size=copy.size, language=copy.language, engine=engine, second=second,
    )  # fmt: skip
    found = list(read_page(job).words)
    with Image.open(BytesIO(copy.doubled)) as opened:
        doubled = np.asarray(opened.convert("L"))
    scale = copy.size[0] / doubled.shape[1], copy.size[1] / doubled.shape[0]
    for box in copy.boxes:
        cut, corner = _around(doubled, box.scaled(1 / scale[0], 1 / scale[1]))
        for word in (*_first(cut, copy.language, engine), *_second(cut, second)):
            there = word.box
            moved = Box(
                there.left + corner[0], there.top + corner[1],
                there.right + corner[0], there.bottom + corner[1],
            )  # fmt: skip
            found.append(Word(word.text, moved.scaled(*scale), word.confidence, 0, 0))
    return found


def _around(page: Pixels, box: Box) -> tuple[Pixels, tuple[int, int]]:
    """What stands around a rectangle, and where that is cut out."""
    margin = round(_NEIGHBOURS * max(24, box.bottom - box.top))
    left, top = max(0, box.left - margin), max(0, box.top - margin)
    cut = page[top : box.bottom + margin, left : box.right + margin]
    return np.ascontiguousarray(cut), (left, top)


def _first(cut: Pixels, language: str, engine: Engine) -> tuple[Word, ...]:
    installed = engine.languages()
    wanted = "+".join(name for name in language.split("+") if name in installed)
    return engine.read(Raster(cut, _DPI), wanted or installed[0], Layout.BLOCK)


def _second(cut: Pixels, second: SecondEngine | None) -> Iterator[Word]:
    if second is None:
        return
    try:
        for quad in second.find(cut):
            line = second.read(cut, quad)
            for seen in line.words:
                yield Word(seen.text, line.box(seen), seen.confidence, 0, 0)
    except SecondReaderFailed:
        return


def _wider(box: Box) -> Box:
    more = round(_AROUND * min(box.bottom - box.top, box.right - box.left))
    return Box(box.left - more, box.top - more, box.right + more, box.bottom + more)


def _alike(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= _ALIKE


def _middle_in(word: Box, box: Box) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box.left < x < box.right and box.top < y < box.bottom

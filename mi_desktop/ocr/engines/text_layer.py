"""The text layer of a born-digital PDF, by pdfplumber."""

import io
import struct
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from mi_desktop.ocr.model import Box, Word

LEAST_WORDS = 3
LEAST_PRINTABLE = 0.85
SCAN_COVERS = 0.5
_NEW_BLOCK_GAP = 0.9
# A wider gap than this share of the letters' size parts words where no space is written.
_GAP_OF_SIZE = 0.15
_INVISIBLE = 3
_REPLACEMENT, _PRIVATE = "\ufffd", range(0xE000, 0xF900)
# What parsers of hostile bytes raise; none of it is worth more than "no text layer".
_HOSTILE = (
    PdfminerException,
    PDFException,
    PSException,
    pdfium.PdfiumError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    struct.error,
)


def text_layer(data: bytes, index: int, size: tuple[int, int]) -> tuple[Word, ...] | None:
    """The words of a page that was born digital.

    A scan is no such page, also where somebody laid invisible text over it.

    Args:
        data: a PDF.
        index: the page, counted from 0.
        size: px across and down in which boxes are given.

    Returns:
        Words in reading order, confidence 100; None where the layer is missing, invisible,
        lies over a scan, or is not text.
    """
    try:
        if not _shows_text(data, index):
            return None
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
            page = pdf.pages[0]
            found = page.extract_words(x_tolerance_ratio=_GAP_OF_SIZE)
            words = tuple(_placed(found, page.cropbox, size))
    except _HOSTILE:
        return None
    return words if _believable(words) else None


def _shows_text(data: bytes, index: int) -> bool:
    """True where some text is drawn visibly and no picture fills half the page."""
    pdf = pdfium.PdfDocument(data)
    try:
        page = pdf[index]
        width, height = page.get_size()
        visible = False
        for thing in page.get_objects(max_depth=4):
            if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = thing.get_bounds()
                if (right - left) * (top - bottom) > SCAN_COVERS * width * height:
                    return False
            elif thing.type == raw.FPDF_PAGEOBJ_TEXT:
                visible = visible or raw.FPDFTextObj_GetTextRenderMode(thing.raw) != _INVISIBLE
        return visible
    finally:
        pdf.close()


def _believable(words: tuple[Word, ...]) -> bool:
    letters = "".join(word.text for word in words)
    if len(words) < LEAST_WORDS or "(cid:" in letters:
        return False
    good = sum(_printable(letter) for letter in letters)
    return good >= LEAST_PRINTABLE * len(letters) and any(map(str.isalpha, letters))


def _printable(letter: str) -> bool:
    return letter.isprintable() and letter != _REPLACEMENT and ord(letter) not in _PRIVATE


def _placed(
    found: list[dict[str, Any]], crop: tuple[float, float, float, float], size: tuple[int, int]
) -> Iterator[Word]:
    """The words as ours: points become px, words of one height become a line."""
    left, top, right, bottom = crop
    across, down = size[0] / (right - left), size[1] / (bottom - top)
    line, block, above = -1, 0, None
    for word in found:
        if above is None or word["top"] > (above["top"] + above["bottom"]) / 2:
            gap = _NEW_BLOCK_GAP * (word["bottom"] - word["top"])
            block += bool(above and word["top"] - above["bottom"] > gap)
            line += 1
            above = word
        box = Box(
            round((word["x0"] - left) * across),
            round((word["top"] - top) * down),
            round((word["x1"] - left) * across),
            round((word["bottom"] - top) * down),
        )
        yield Word(word["text"], box, 100.0, line, block)

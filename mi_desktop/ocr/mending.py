"""Mends what one language's model cannot write, by a second look at the doubtful lines only.

Tesseract's models of the Nordic languages have no @, % or degree sign: "60 %" becomes "60 94".
The lines with doubtful words are read again, all in one small picture, by a model that has
the signs, and only addresses and signs beside figures are taken over from it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import numpy as np

from mi_desktop.ocr.engines import Engine, Layout, Raster
from mi_desktop.ocr.model import Box, Word

SURE = 88.0
TAKEN = 50.0
MOST_LINES = 12
_STOPS = ".,;:!?"
_PAD = 6
_GAP = 24
_DOMAIN = re.compile(r"\w\.[a-z]{2,}\W*$")
_ADDRESS = re.compile(r"\S@\S+\.\S")
_SIGN = re.compile(r"[\W\d_]*[%°§#][\W\d_]*[CFK]?\W*")


def mend(
    words: tuple[Word, ...], raster: Raster, engine: Engine, language: str
) -> tuple[Word, ...]:
    """Puts addresses and signs beside figures in the place of doubtful words.

    Args:
        words: as read from the raster.
        raster: the picture.
        engine: what reads the lines again.
        language: one whose model has the signs.

    Raises:
        WorldError: the engine failed.
    """
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    doubtful = [line for line in lines if any(map(_doubtful, line))][:MOST_LINES]
    if not doubtful:
        return words
    strips = [_strip(line, raster) for line in doubtful]
    again = engine.read(_stacked(strips, raster), language, Layout.BLOCK)
    better: dict[int, list[Word]] = {}
    for place, word in _sorted_out(again, strips):
        if word.confidence >= TAKEN and (_ADDRESS.search(word.text) or _SIGN.fullmatch(word.text)):
            better.setdefault(doubtful[place][0].line, []).append(word)
    return tuple(w for line in lines for w in _taken_over(line, better.get(line[0].line, [])))


def _doubtful(word: Word) -> bool:
    """True for what may hide a sign: half an address, or unsure and not of letters alone."""
    unsure = word.confidence < SURE and not word.text.strip(_STOPS).isalpha()
    return unsure or bool(_DOMAIN.search(word.text))


def _strip(line: list[Word], raster: Raster) -> Box:
    """The doubtful part of a line, with a word on each side."""
    height, width = raster.pixels.shape
    places = [place for place, word in enumerate(line) if _doubtful(word)]
    line = line[max(0, places[0] - 1) : places[-1] + 2]
    return Box(
        max(0, min(w.box.left for w in line) - _PAD),
        max(0, min(w.box.top for w in line) - _PAD),
        min(width, max(w.box.right for w in line) + _PAD),
        min(height, max(w.box.bottom for w in line) + _PAD),
    )


def _stacked(strips: list[Box], raster: Raster) -> Raster:
    """The lines under one another, on the page's own paper."""
    width = max(s.right - s.left for s in strips)
    height = sum(s.bottom - s.top + _GAP for s in strips)
    pixels = np.full((height, width), int(np.median(raster.pixels[::8, ::8])), np.uint8)
    for strip, top in zip(strips, _tops(strips), strict=True):
        cut = raster.pixels[strip.top : strip.bottom, strip.left : strip.right]
        pixels[top : top + cut.shape[0], : cut.shape[1]] = cut
    return Raster(pixels, raster.dpi)


def _tops(strips: list[Box]) -> Iterator[int]:
    top = 0
    for strip in strips:
        yield top
        top += strip.bottom - strip.top + _GAP


def _sorted_out(again: tuple[Word, ...], strips: list[Box]) -> Iterator[tuple[int, Word]]:
    """Each word of the second look with the number of its strip, back where it was."""
    tops = list(_tops(strips))
    for word in again:
        middle = (word.box.top + word.box.bottom) // 2
        place = int(np.searchsorted(tops, middle, side="right")) - 1
        strip = strips[place]
        right, down = strip.left, strip.top - tops[place]
        box = Box(
            word.box.left + right, word.box.top + down, word.box.right + right,
            word.box.bottom + down,
        )  # fmt: skip
        yield place, replace(word, box=box)


def _taken_over(line: list[Word], better: list[Word]) -> Iterator[Word]:
    """The line with each better word in place of the doubtful ones it covers."""
    for word in line:
        cover = next((b for b in better if _covers(b.box, word.box)), None)
        if cover is None:
            yield word
            continue
        covered = [w for w in line if _covers(cover.box, w.box)]
        if not any(map(_doubtful, covered)):
            yield word
        elif word is covered[0]:
            yield replace(cover, line=word.line, block=word.block)


def _covers(over: Box, under: Box) -> bool:
    shared = min(over.right, under.right) - max(over.left, under.left)
    return shared > 0.5 * (under.right - under.left)

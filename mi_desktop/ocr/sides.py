"""Reads a prepared page whole: the left page before the right one, and stamps by themselves."""

from dataclasses import replace

import numpy as np

from mi_desktop.ocr.engines import Engine, Layout, Raster
from mi_desktop.ocr.model import Box, Word
from mi_desktop.ocr.preparation import Prepared, box_back

STAMP_SURE = 55.0


def read_sides(engine: Engine, page: Prepared, language: str) -> tuple[Word, ...]:
    """The words of all pages on one picture, in reading order, in px of its raster.

    Raises:
        As `Engine.read`.
    """
    pixels, dpi = page.raster.pixels, page.raster.dpi
    parts = np.split(pixels, [page.gutter], axis=1) if page.gutter else [pixels]
    words: tuple[Word, ...] = ()
    for part, left in zip(parts, (0, page.gutter), strict=False):
        raster = Raster(np.ascontiguousarray(part), dpi)
        found = engine.read(raster, language, Layout.PAGE)
        words = _after(words, tuple(replace(w, box=_moved(w.box, left)) for w in found))
    for stamp in page.stamps:
        way = np.linalg.inv(page.back) @ stamp.back
        found = engine.read(stamp.raster, language, Layout.BLOCK)
        sure = (w for w in found if w.confidence >= STAMP_SURE)
        words = _after(words, tuple(replace(w, box=box_back(w.box, way)) for w in sure))
    return words


def _after(words: tuple[Word, ...], more: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with more behind them, their lines and blocks counted on."""
    if not words:
        return more
    line, block = words[-1].line + 1, words[-1].block + 1
    return words + tuple(replace(w, line=w.line + line, block=w.block + block) for w in more)


def _moved(box: Box, left: int) -> Box:
    return Box(box.left + left, box.top, box.right + left, box.bottom)

"""Faxes: ITU-T T.4/T.6 pages of 1728 dots a line, in a TIFF with its true, unequal resolutions."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.demo.maker.layout import font_path
from mi_desktop.demo.maker.paper import draw_letter
from mi_desktop.demo.maker.truth import Page, Recipe
from mi_desktop.demo.maker.wear import worn

DOTS_PER_LINE = 1728
DPI_ACROSS = 204
_T4_OPTIONS = 292
_CODING = {
    "g3": ("group3", {_T4_OPTIONS: 0}),
    "g3-2d": ("group3", {_T4_OPTIONS: 1}),
    "g4": ("group4", {}),
}


def make_fax(pages: Sequence[Page], recipe: Recipe, path: Path, rng: np.random.Generator) -> None:
    """Writes all pages as one TIFF, G3 (1-D or 2-D) or G4, at 204x98 or 204x196 dpi.

    Raises:
        ValueError: the recipe names no coding or resolution.
    """
    if recipe.coding is None or recipe.lines_per_inch is None:
        raise ValueError("a fax needs a coding and its lines per inch")
    sent = [_received(page, recipe, rng) for page in pages]
    compression, tags = _CODING[recipe.coding]
    sent[0].save(
        path,
        compression=compression,
        dpi=(DPI_ACROSS, recipe.lines_per_inch),
        tiffinfo=tags,
        save_all=True,
        append_images=sent[1:],
    )


def _received(page: Page, recipe: Recipe, rng: np.random.Generator) -> Image.Image:
    """One page after the line: bilevel, header on top, now and then a spoilt line."""
    sheet = worn(draw_letter(page, DPI_ACROSS, rng), recipe.wear, DPI_ACROSS, rng).convert("L")
    paper = Image.new("L", (DOTS_PER_LINE, sheet.height), 255)
    paper.paste(sheet, ((DOTS_PER_LINE - sheet.width) // 2, 0))
    font = ImageFont.truetype(font_path("LiberationMono-Regular.ttf"), 9 * DPI_ACROSS / 72)
    pen = ImageDraw.Draw(paper)
    pen.rectangle((0, 0, DOTS_PER_LINE, 52), fill=255)
    pen.text((60, 40), "".join(page.marks[:1]), font=font, fill=0, anchor="ls")
    lines = round(paper.height * (recipe.lines_per_inch or 196) / DPI_ACROSS)
    squeezed = cv2.resize(np.asarray(paper), (DOTS_PER_LINE, lines), interpolation=cv2.INTER_AREA)
    dots = np.asarray(squeezed > 168, dtype=np.uint8) * 255
    for _ in range(3):
        spoilt = int(rng.integers(60, lines))
        start = int(rng.integers(0, DOTS_PER_LINE // 2))
        dots[spoilt, start : start + int(rng.integers(100, 600))] = 255
    return Image.fromarray(dots).convert("1", dither=Image.Dither.NONE)

"""A scan pile: several letters, their blank backs and separator sheets through one feeder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from mi_desktop.demo.maker.paper import blank, draw_letter, separator_sheet
from mi_desktop.demo.maker.scan import save_scan
from mi_desktop.demo.maker.truth import Piece, Recipe
from mi_desktop.demo.maker.wear import worn


def make_pile(pieces: Sequence[Piece], path: Path, rng: np.random.Generator) -> None:
    """Writes the pages of all pieces of one pile in the order the first one's recipe gives.

    Raises:
        KeyError: the order names a piece that is not in the pile.
    """
    by_id = {piece.id: piece for piece in pieces}
    recipe = pieces[0].make
    sheets = [_sheet(entry, by_id, recipe, rng) for entry in recipe.order]
    save_scan(sheets, path, recipe.dpi, recipe.tone)


def _sheet(
    entry: str, by_id: Mapping[str, Piece], recipe: Recipe, rng: np.random.Generator
) -> Image.Image:
    if entry == "separator":
        clean = separator_sheet(recipe.dpi)
    elif entry == "blank":
        clean = blank(recipe.dpi)
    else:
        name, number = entry.split(":")
        clean = draw_letter(by_id[name].pages[int(number)], recipe.dpi, rng)
    tilt = recipe.wear.model_copy(update={"skew": float(rng.uniform(-1.0, 1.0) * recipe.wear.skew)})
    return worn(clean, tilt, recipe.dpi, rng)

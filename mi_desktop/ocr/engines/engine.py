"""What every reading program looks like from here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import numpy as np

from mi_desktop.ocr.model import Word

Pixels = np.ndarray[Any, np.dtype[np.uint8]]


class Layout(StrEnum):
    """What is to be expected in the picture."""

    PAGE = "a page of any form"
    BLOCK = "one block of lines"


@dataclass(frozen=True)
class Raster:
    """A picture of text.

    Attributes:
        pixels: grey, 0 black, shape (height, width).
        dpi: dots per inch both ways, about.
    """

    pixels: Pixels
    dpi: int


class Engine(Protocol):
    """A program that reads pictures of text; it pickles, and keeps nothing between calls."""

    def languages(self) -> tuple[str, ...]:
        """Installed languages by their ISO 639-3 codes.

        Raises:
            EngineMissing: the program is not on this machine.
        """

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        """The words with boxes in px of the raster, in reading order.

        Args:
            raster: upright text.
            language: one installed code, or several joined with `+`, the likeliest first.
            layout: what is expected.

        Raises:
            EngineMissing: the program is not on this machine.
            EngineCrashed: it failed.
            EngineStalled: it did not finish in time.
            EngineRubbish: its answer makes no sense.
        """

    def turn(self, raster: Raster) -> int:
        """Degrees clockwise that make the text upright: 0, 90, 180, 270; 0 where unsure.

        Raises:
            EngineMissing: the program is not on this machine.
            EngineStalled: it did not finish in time.
        """

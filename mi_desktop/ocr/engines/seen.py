"""What the second reader gives: lines, and in them stretches of letters."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box

Quad = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Seen:
    """A stretch of letters without a space.

    Attributes:
        start: px from the line's left end, along the line.
        end: px.
        confidence: 0..100, the mean of its letters.
    """

    text: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True)
class SeenLine:
    """A line as the second reader sees it.

    Attributes:
        quad: its corners in px, shape (4, 2), from the left upper one, clockwise.
        long: px along the line.
    """

    quad: Quad
    long: float
    words: tuple[Seen, ...]

    def box(self, seen: Seen) -> Box:
        """The rectangle about a stretch, in px of the picture."""
        share = np.array([seen.start, seen.end])[:, None] / max(self.long, 1.0)
        top = self.quad[0] + share * (self.quad[1] - self.quad[0])
        foot = self.quad[3] + share * (self.quad[2] - self.quad[3])
        left, right = (float(np.mean(pair)) for pair in zip(top[:, 0], foot[:, 0], strict=True))
        return Box(round(left), round(top[:, 1].mean()), round(right), round(foot[:, 1].mean()))


class SecondEngine(Protocol):
    """A reader that finds lines and reads them one by one; it pickles, as an `Engine` does."""

    def find(self, pixels: Pixels) -> list[Quad]:
        """Where lines of text are, at any small lean: corners in px, as `SeenLine.quad`.

        Args:
            pixels: grey, shape (height, width).

        Raises:
            SecondReaderFailed: it is not to be had here, or failed.
        """

    def read(self, pixels: Pixels, quad: Quad) -> SeenLine:
        """Reads one line; raises as `find`."""

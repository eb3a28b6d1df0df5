"""The quickest Tesseract that this machine has: the library where it works, else the program."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pkgutil import resolve_name
from shutil import which

from mi_desktop.ocr.engines.engine import Engine, Layout, Raster
from mi_desktop.ocr.engines.tesseract import PROGRAM, Tesseract
from mi_desktop.ocr.model import Word

_RESIDENT = "mi_desktop.ocr.engines.resident:Resident"


@dataclass(frozen=True)
class Nearest:
    """Chooses when it is first asked, in the process that reads.

    Attributes:
        seconds: wall time that one page may take.
        words: the office's own, which Tesseract then takes for words of any language.
    """

    seconds: int = 60
    words: tuple[str, ...] = ()

    def languages(self) -> tuple[str, ...]:
        """As the chosen one's."""
        return self._chosen().languages()

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        """As the chosen one's."""
        return self._chosen().read(raster, language, layout)

    def turn(self, raster: Raster) -> int:
        """As the chosen one's."""
        return self._chosen().turn(raster)

    def _chosen(self) -> Engine:
        return _choose(which(PROGRAM), self.seconds, self.words)


def knowing(engine: Engine, names: Sequence[str]) -> Engine:
    """The engine, with these names' words as its own where it can take them."""
    parts = {part for name in names for part in name.split()}
    return replace(engine, words=tuple(sorted(parts))) if isinstance(engine, Nearest) else engine


@lru_cache(maxsize=4)
def _choose(program: str | None, seconds: int, words: tuple[str, ...]) -> Engine:
    told = Tesseract(seconds, words)
    folder = told.folder() if program else None
    if folder is None:
        return told
    try:
        resident: Engine = resolve_name(_RESIDENT)(folder, seconds, words)
    except ImportError:
        return told
    # A library without the program's languages would read less than the program.
    return resident if resident.languages() == told.languages() else told

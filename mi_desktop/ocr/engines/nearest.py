"""The quickest Tesseract that this machine has: the library where it works, else the program."""

from dataclasses import dataclass
from functools import lru_cache
from pkgutil import resolve_name
from shutil import which

from mi_desktop.ocr.engines.engine import Engine, Layout, Raster
from mi_desktop.ocr.engines.tesseract import PROGRAM, Tesseract
from mi_desktop.ocr.model import Word


@dataclass(frozen=True)
class Nearest:
    """Chooses when it is first asked, in the process that reads.

    Attributes:
        seconds: wall time that one page may take.
    """

    seconds: int = 60

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
        return _choose(which(PROGRAM), self.seconds)


@lru_cache(maxsize=4)
def _choose(program: str | None, seconds: int) -> Engine:
    told = Tesseract(seconds)
    folder = told.folder() if program else None
    if folder is None:
        return told
    try:
        resident: Engine = resolve_name("mi_desktop.ocr.engines.resident:Resident")(folder, seconds)
    except ImportError:
        return told
    # A library without the program's languages would read less than the program.
    return resident if resident.languages() == told.languages() else told

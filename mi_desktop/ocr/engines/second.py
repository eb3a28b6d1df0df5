"""The door to the second reader: its models are loaded when a page first needs them."""

from dataclasses import dataclass
from functools import cache
from pkgutil import resolve_name

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.engines.seen import Quad, SecondEngine, SeenLine
from mi_desktop.ocr.errors import SecondReaderFailed


@dataclass(frozen=True)
class Second:
    """RapidOCR, in this process.

    Attributes:
        threads: how many cores one page may use.
    """

    threads: int = 1

    def find(self, pixels: Pixels) -> list[Quad]:
        """As the reader's; raises `SecondReaderFailed`."""
        return _reader(self.threads).find(pixels)

    def read(self, pixels: Pixels, quad: Quad) -> SeenLine:
        """As the reader's; raises `SecondReaderFailed`."""
        return _reader(self.threads).read(pixels, quad)


@cache
def _reader(threads: int) -> SecondEngine:
    try:
        reader: SecondEngine = resolve_name("mi_desktop.ocr.engines.rapid:Rapid")(threads)
    except (ImportError, OSError) as e:
        raise SecondReaderFailed from e
    return reader

"""Binds scanned pages into one document; runs in the sandbox."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import AppendingTiffWriter

from mi_desktop.intake.errors import FileBroken
from mi_desktop.intake.formats.picture import FAILURES

_BILEVEL, _LOSSLESS = "group4", "tiff_adobe_deflate"


def bind(pages: Sequence[Path], bound: Path) -> None:
    """Writes one TIFF of all pages, without loss: fax coding for black and white, else deflate.

    Args:
        pages: the page pictures (PNG), in order.
        bound: the file to write, not there yet.

    Raises:
        FileBroken: a page cannot be read.
    """
    try:
        with AppendingTiffWriter(bound, new=True) as book:
            for path in pages:
                _append(book, path)
    except FAILURES as e:
        raise FileBroken(kind="scan") from e


def _append(book: AppendingTiffWriter, path: Path) -> None:
    with Image.open(path, formats=("PNG",)) as page:
        dpi = page.info.get("dpi")
        page.save(
            book,
            "TIFF",
            compression=_BILEVEL if page.mode == "1" else _LOSSLESS,
            **({"dpi": dpi} if dpi else {}),
        )
        book.newFrame()

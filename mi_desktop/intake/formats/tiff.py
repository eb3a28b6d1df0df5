"""TIFF: scans and faxes of many pages (TIFF 6.0, ITU-T T.4 and T.6)."""

from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from mi_desktop.intake.errors import FileBroken, PictureHuge, TooManyPages
from mi_desktop.intake.formats.form import Leaf, Limits, Opened
from mi_desktop.intake.formats.leaf import examined, glance_dpi, true_dpi
from mi_desktop.intake.formats.picture import FAILURES, drawn_at, within
from mi_desktop.intake.model import Channel

MEDIA_TYPE = "image/tiff"
_MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _UNIT = 274, 282, 283, 296
_CENTIMETRE = 3
_CM_PER_INCH = 2.54
# T.4: dots of a line for A4, B4 and A3 sheets.
_FAX_LINES = (1728, 2048, 2432)
_FAX_DPI = 204.0
_FAX_COARSE, _FAX_FINE = 98.0, 196.0
_COARSE_BELOW = 0.85


class Tiff:
    """Tagged Image File Format, with each page's own dots per inch."""

    media_types: tuple[str, ...] = (MEDIA_TYPE,)

    def recognises(self, data: bytes, name: str) -> bool:
        """By the first four bytes, both byte orders, BigTIFF too."""
        return data.startswith(_MAGIC)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Looks at every page; a page with broken strips is kept as far as it reads."""
        leaves: list[Leaf] = []
        whole = True
        with _opened(data) as tiff:
            fax = tiff.mode == "1" and tiff.width in _FAX_LINES
            for index in count():
                found = _turn_to(tiff, index)
                if not found:
                    whole = found is not None
                    break
                if index >= limits.pages:
                    raise TooManyPages(most=limits.pages)
                leaves.append(_looked_at(tiff, limits))
        if all(leaf.damaged for leaf in leaves):
            raise FileBroken(kind="TIFF")
        channel = Channel.FAX if fax else None
        return Opened(MEDIA_TYPE, tuple(leaves), channel=channel, cut_short=not whole)

    def measure(self, data: bytes, index: int) -> Leaf:
        """The page's own dots."""
        with _opened(data) as tiff:
            _must_turn_to(tiff, index)
            return _measured(tiff)

    def draw(self, data: bytes, index: int, dpi: float, colour: bool) -> Image.Image:
        """The page; where strips are broken, what could be read of it."""
        with _opened(data) as tiff:
            _must_turn_to(tiff, index)
            within(tiff, Limits())
            leaf = _measured(tiff)
            _load(tiff)
            return drawn_at(tiff, leaf, dpi, colour)


def _opened(data: bytes) -> TiffImageFile:
    try:
        return TiffImageFile(BytesIO(data))
    except Image.DecompressionBombError as e:
        raise PictureHuge from e
    except FAILURES as e:
        raise FileBroken(kind="TIFF") from e


def _turn_to(tiff: TiffImageFile, index: int) -> bool | None:
    """True where the page is there, False after the last, None where the chain is broken."""
    try:
        tiff.seek(index)
    except EOFError:
        return False
    except FAILURES:
        return None
    return True


def _must_turn_to(tiff: TiffImageFile, index: int) -> None:
    if not _turn_to(tiff, index):
        raise FileBroken(kind="TIFF")


def _looked_at(tiff: TiffImageFile, limits: Limits) -> Leaf:
    within(tiff, limits)
    leaf = _measured(tiff)
    whole = _load(tiff)
    return replace(
        examined(leaf, drawn_at(tiff, leaf, glance_dpi(leaf), colour=False)), damaged=not whole
    )


def _load(tiff: TiffImageFile) -> bool:
    """Decodes the page; False where strips are broken and only some of it was decoded.

    Raises:
        FileBroken: nothing could be decoded.
    """
    try:
        tiff.load()
    except FAILURES:
        # libtiff has decoded as far as it could; the picture holds that much.
        tiff.tile = []
        try:
            tiff.load()
        except FAILURES as e:
            raise FileBroken(kind="TIFF") from e
        return False
    return True


def _measured(tiff: TiffImageFile) -> Leaf:
    """Before `load`, which turns the picture as its tag says and forgets the tag."""
    size = tiff.size
    across, down = (_number(tiff.tag_v2.get(tag)) for tag in (_X_RESOLUTION, _Y_RESOLUTION))
    if tiff.tag_v2.get(_UNIT) == _CENTIMETRE:
        across, down = across * _CM_PER_INCH, down * _CM_PER_INCH
    if not across and tiff.mode == "1" and size[0] in _FAX_LINES:
        coarse = size[1] < _COARSE_BELOW * size[0]
        across, down = _FAX_DPI, _FAX_COARSE if coarse else _FAX_FINE
    if tiff.tag_v2.get(_ORIENTATION) in (5, 6, 7, 8):
        across, down = down, across
    dpi_x, dpi_y = true_dpi(across, down, size)
    return Leaf(*size, dpi_x, dpi_y)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return 0.0

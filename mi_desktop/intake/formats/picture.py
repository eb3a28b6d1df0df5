"""Pictures: one page each; what TIFF and the others have in common."""

import struct
from io import BytesIO

import pillow_heif
from PIL import Image, ImageOps

from mi_desktop.intake.errors import FileBroken, PictureHuge
from mi_desktop.intake.formats.form import Leaf, Limits, Opened
from mi_desktop.intake.formats.leaf import examined, glance_dpi, true_dpi

MEDIA_TYPES = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "BMP": "image/bmp",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "HEIF": "image/heic",
}
# What Pillow and libheif raise on bytes that are not what their first ones promise.
FAILURES = (
    *(OSError, EOFError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError),
    *(AssertionError, RuntimeError, SyntaxError, struct.error),
)
_COLOURLESS = ("1", "L")
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"GIF87a", b"GIF89a")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_TURNED_SIDEWAYS = (5, 6, 7, 8)
_ORIENTATION = 0x0112


class Picture:
    """PNG, JPEG, BMP, GIF, WebP and HEIC: the first picture in the file is the page."""

    media_types: tuple[str, ...] = tuple(dict.fromkeys(MEDIA_TYPES.values()))

    def recognises(self, data: bytes, name: str) -> bool:
        """By the first bytes."""
        webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
        return data.startswith(_MAGIC) or webp or _is_heif(data)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Measures and looks at the page."""
        with _opened(data) as picture:
            within(picture, limits)
            media_type = MEDIA_TYPES[picture.format or ""]
            leaf = _measured(picture)
            drawn = drawn_at(loaded(picture), leaf, glance_dpi(leaf), colour=False)
        return Opened(media_type, (examined(leaf, drawn),))

    def measure(self, data: bytes, index: int) -> Leaf:
        """The page's own dots, upright as the camera says."""
        with _opened(data) as picture:
            return _measured(picture)

    def draw(self, data: bytes, index: int, dpi: float, colour: bool) -> Image.Image:
        """The page; transparent places are white."""
        with _opened(data) as picture:
            within(picture, Limits())
            leaf = _measured(picture)
            return drawn_at(loaded(picture), leaf, dpi, colour)


def _opened(data: bytes) -> Image.Image:
    try:
        if _is_heif(data):
            picture: Image.Image = pillow_heif.HeifImageFile(BytesIO(data))  # type: ignore[no-untyped-call]
            return picture
        return Image.open(BytesIO(data), formats=("PNG", "JPEG", "BMP", "GIF", "WEBP"))
    except Image.DecompressionBombError as e:
        raise PictureHuge from e
    except FAILURES as e:
        raise FileBroken(kind="picture") from e


def _is_heif(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS


def within(picture: Image.Image, limits: Limits) -> None:
    """Passes where the header's size is that of a scan; nothing has been decoded yet.

    Raises:
        PictureHuge: a decompression bomb.
    """
    width, height = picture.size
    if width * height > limits.dots:
        raise PictureHuge


def loaded(picture: Image.Image) -> Image.Image:
    """Decodes it and turns it upright as the camera says.

    Raises:
        FileBroken: cut short or damaged.
    """
    try:
        picture.load()
        return ImageOps.exif_transpose(picture)
    except FAILURES as e:
        raise FileBroken(kind="picture") from e


def drawn_at(picture: Image.Image, leaf: Leaf, dpi: float, colour: bool) -> Image.Image:
    """A decoded picture with square dots at `dpi`, as `flat` makes it.

    Raises:
        FileBroken: its colours are of a kind that cannot be turned into these.
    """
    try:
        plain = flat(picture, colour)
    except FAILURES as e:
        raise FileBroken(kind="colours") from e
    size = (
        max(1, round(plain.width * dpi / leaf.dpi_x)),
        max(1, round(plain.height * dpi / leaf.dpi_y)),
    )
    if size == plain.size:
        return plain
    return plain.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _measured(picture: Image.Image) -> Leaf:
    width, height = picture.size
    try:
        sideways = picture.getexif().get(_ORIENTATION) in _TURNED_SIDEWAYS
    except FAILURES:
        sideways = False
    claimed = picture.info.get("dpi") or (0, 0)
    dpi_x, dpi_y = true_dpi(float(claimed[0]), float(claimed[1]), (width, height))
    if sideways:
        return Leaf(height, width, dpi_y, dpi_x)
    return Leaf(width, height, dpi_x, dpi_y)


def flat(picture: Image.Image, colour: bool) -> Image.Image:
    """The picture as a person sees it on white paper: mode RGB, or L where there is no colour."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        picture = Image.new("RGBA", layered.size, "white")
        picture.alpha_composite(layered)
    return picture.convert("RGB" if colour and picture.mode not in _COLOURLESS else "L")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen or more bits a dot, or fractions: from darkest to lightest onto 0..255."""
    wide = picture.convert("F")
    low, high = wide.getextrema()
    darkest, lightest = float(str(low)), float(str(high))
    if picture.mode.startswith("I;16"):
        darkest, lightest = 0.0, 65535.0
    span = max(lightest - darkest, 1e-9)
    return wide.point(lambda dot: dot * (255 / span) - darkest * 255 / span).convert("L")

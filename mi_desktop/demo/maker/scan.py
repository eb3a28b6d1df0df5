"""What a scanner saves: JPEG, PNG, TIFF or an image-only PDF, of one tone and resolution."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageEnhance

JPEG_QUALITY = 55
_MODES = {"colour": "RGB", "grey": "L", "bw": "L"}
_WHEN = time.gmtime(1_793_000_000)


def save_scan(sheets: Sequence[Image.Image], path: Path, dpi: int, tone: str) -> None:
    """Writes the sheets as one file of the kind its name tells.

    Args:
        sheets: worn pages, RGB.
        path: ends in .jpg, .png, .tif or .pdf; the first two take one page.
        dpi: resolution written into the file, dots per inch.
        tone: "colour", "grey" or "bw" (one bit a pixel).
    """
    first, *rest = [_toned(sheet, tone) for sheet in sheets]
    options: dict[str, Any] = {"dpi": (dpi, dpi), "optimize": True}
    if path.suffix in (".tif", ".pdf"):
        options |= {"save_all": True, "append_images": rest}
    if path.suffix == ".tif":
        options["compression"] = "group4" if tone == "bw" else "tiff_lzw"
    elif path.suffix == ".pdf":
        options |= {"resolution": dpi, "producer": "Office scanner"}
        options |= {"creationDate": _WHEN, "modDate": _WHEN}
    if path.suffix in (".jpg", ".pdf") and tone != "bw":
        options["quality"] = JPEG_QUALITY
    elif path.suffix == ".png" and tone == "grey":
        first = first.quantize(16, dither=Image.Dither.NONE)
    first.save(path, **options)


def _toned(sheet: Image.Image, tone: str) -> Image.Image:
    plain = ImageEnhance.Contrast(sheet).enhance(1.12).convert(_MODES[tone])
    if tone != "bw":
        return plain
    return plain.point([0] * 150 + [255] * 106).convert("1", dither=Image.Dither.NONE)

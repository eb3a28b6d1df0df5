"""A photograph of a carton: one face with its GS1 DataMatrix, on a table, held at an angle."""

from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.demo.maker.layout import font_path
from mi_desktop.demo.maker.truth import Piece

_FACE = (1480, 640)
_PHOTO = (1800, 1350)
_CORNERS = ((190, 480), (1530, 330), (1630, 880), (250, 1020))
Pixels = NDArray[np.uint8]


def make_photo(piece: Piece, path: Path, rng: np.random.Generator) -> None:
    """Writes the photograph as JPEG.

    `carton` of the recipe holds the printed lines: name, then what stands under it; the last
    four stand beside the code. `gs1` is the element string with its AIs in parentheses.
    """
    face = np.asarray(_face(piece), dtype=np.uint8)
    table = _table(rng)
    corners = np.array(_CORNERS, dtype=np.float32)
    flat = np.array([(0, 0), (_FACE[0], 0), _FACE, (0, _FACE[1])], dtype=np.float32)
    bend = cv2.getPerspectiveTransform(flat, corners)
    seen = cv2.warpPerspective(face, bend, _PHOTO, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full(face.shape[:2], 255, np.uint8), bend, _PHOTO)
    shadow = cv2.GaussianBlur(np.roll(mask, (30, 22), (0, 1)), (0, 0), 18) / 255.0 * 0.55
    cover = (mask / 255.0)[..., None]
    scene = table * (1 - shadow[..., None]) * (1 - cover) + seen * cover
    photo = np.asarray((scene * _light(rng)[..., None]).clip(0, 255), dtype=np.uint8)
    photo = np.asarray(cv2.GaussianBlur(photo, (0, 0), 0.9), dtype=np.uint8)
    grain = rng.normal(0, 2.0, photo.shape)
    Image.fromarray(np.asarray((photo + grain).clip(0, 255), dtype=np.uint8)).save(
        path, quality=72, dpi=(72, 72)
    )


def _face(piece: Piece) -> Image.Image:
    name, *rest = piece.make.carton
    front, beside = rest[:-4], rest[-4:]
    face = Image.new("RGB", _FACE, (246, 247, 244))
    pen = ImageDraw.Draw(face)
    pen.rectangle((0, 0, 26, _FACE[1]), fill=(16, 110, 120))
    pen.rectangle((0, 250, _FACE[0], 262), fill=(16, 110, 120))
    pen.text(
        (70, 130), name, font=_font("LiberationSans-Bold.ttf", 104), fill=(16, 60, 80), anchor="lm"
    )
    for row, text in enumerate(front):
        pen.text(
            (70, 310 + 62 * row),
            text,
            font=_font("LiberationSans-Regular.ttf", 44),
            fill=(30, 30, 34),
        )
    for row, text in enumerate(beside):
        pen.text(
            (1060, 318 + 68 * row),
            text,
            font=_font("LiberationMono-Regular.ttf", 36),
            fill=(0, 0, 0),
        )
    code = zxingcpp.create_barcode(piece.make.gs1, zxingcpp.BarcodeFormat.DataMatrix, gs1=True)
    dots = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=10)))
    face.paste(dots.convert("RGB").resize((300, 300), Image.Resampling.NEAREST), (730, 300))
    return face


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_path(name), size)


def _table(rng: np.random.Generator) -> NDArray[np.float32]:
    """A wooden table top: long soft grain."""
    grain = cv2.resize(
        rng.normal(0, 1, (260, 7)).astype(np.float32), _PHOTO, interpolation=cv2.INTER_CUBIC
    )
    wood = np.array((148, 112, 78), dtype=np.float32) + grain[..., None] * (15, 13, 10)
    return np.asarray(wood, dtype=np.float32)


def _light(rng: np.random.Generator) -> NDArray[np.float32]:
    """A lamp from the upper left: bright there, dim in the far corner."""
    rows, columns = np.indices(_PHOTO[::-1], dtype=np.float32)
    x, y = rng.uniform(0.2, 0.4) * _PHOTO[0], rng.uniform(0.1, 0.3) * _PHOTO[1]
    away = np.hypot(columns - x, rows - y) / _PHOTO[0]
    return np.asarray(1.06 - 0.42 * away, dtype=np.float32)

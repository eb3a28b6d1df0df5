"""Pages with their truth for measuring readers: real scans outside, and letters of our own.

Real pages are read where they lie, and never copied; letters are made of the demonstration's
texts, each kind of wear with a chance of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from PIL import Image

from mi_desktop.demo.maker import make
from mi_desktop.demo.maker.fax import make_fax
from mi_desktop.demo.maker.paper import draw_letter
from mi_desktop.demo.maker.truth import Page, Recipe, Wear, read_truth
from mi_desktop.demo.maker.wear import worn

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
STAMP = "INKOM\n2026-11-18"
_OFFICE = (
    *("ocr-docspell-letters/letter-en.png", "ocr-docspell-letters/letter-en.jpg"),
    *("ocr-docspell-letters/letter-en.pdf", "ocr-docspell-letters/letter-de.pdf"),
    *("ocr-tesseract-test/8071_093.3B.tif", "ocr-tesseract-test/8087_054.3B.tif"),
    *("ocr-tesseract-test/phototest.tif", "ocr-tesseract-test/phototest_2.tif"),
    *("ocr-tesseract-test/eurotext.tif", "pdf-ocrmypdf/linn.png"),
)
_TRUTHS = {"phototest_2": "phototest"}


@dataclass(frozen=True)
class Sample:
    """A page with its truth.

    Attributes:
        plain: languages for plain Tesseract.
    """

    name: str
    data: bytes
    truth: str
    plain: str


def typed(corpora: Path) -> Iterator[Sample]:
    """Typewritten and printed pages of a library."""
    for path in sorted((corpora / "ocr-inkbench-loc").glob("typed__*.jpg")):
        yield Sample(path.name, path.read_bytes(), path.with_suffix(".txt").read_text(), "eng")


def office(corpora: Path) -> Iterator[Sample]:
    """Letters and printed pages from scanners and cameras."""
    for name in _OFFICE:
        path = corpora / name
        truth = path.with_name(_TRUTHS.get(path.stem, path.stem) + ".txt")
        if path.exists() and truth.exists():
            plain = "deu" if "-de" in name else "eng"
            yield Sample(path.name, path.read_bytes(), truth.read_text(errors="replace"), plain)


def swedish(kind: str, seed: int, most: int) -> Iterator[Sample]:
    """Letters of the demonstration, in Swedish, each worn in its own way.

    Args:
        kind: one of `KINDS`.
        seed: of all chance.
        most: how many letters.
    """
    for number, page in enumerate(islice(letters(), most)):
        chance = np.random.default_rng([seed, number])
        suffix, data, more = KINDS[kind](page, chance)
        truth = f"{page.printed}\n{more}"
        yield Sample(f"{kind}-{seed}-{number}.{suffix}", data, truth, "swe+eng")


def demonstration(seed: int) -> Iterator[Sample]:
    """The demonstration's own worn, faxed and photographed pages, worn by another seed."""
    wanted = {
        piece.file: piece.pages
        for piece in read_truth()
        if piece.form in ("scan", "fax", "photo") and not piece.file.endswith(".pdf")
        if piece.language in ("sv", "en")
    }
    with TemporaryDirectory() as folder:
        for path in make(Path(folder), seed, wanted):
            pages = wanted[path.name]
            truth = "\n".join("\n".join((page.printed, *page.marks)) for page in pages)
            yield Sample(path.name, path.read_bytes(), truth, "swe+eng")


def letters() -> Iterator[Page]:
    for piece in read_truth():
        if piece.language == "sv" and piece.form in ("scan", "pile", "reply", "fax"):
            yield from piece.pages


def _clean(page: Page, chance: np.random.Generator) -> tuple[str, bytes, str]:
    wear = Wear(skew=float(chance.uniform(-0.3, 0.3)), noise=0.8, shade=1.0, blur=0.3)
    return "png", _saved(worn(draw_letter(page, 300, chance), wear, 300, chance), "PNG", 300), ""


def _worn(page: Page, chance: np.random.Generator) -> tuple[str, bytes, str]:
    skew = float(chance.uniform(-3, 3))
    wear = Wear(skew=skew, folds=2, stamp=STAMP, noise=float(chance.uniform(2, 6)), shade=8.0)
    return (
        "jpg",
        _saved(worn(draw_letter(page, 200, chance), wear, 200, chance), "JPEG", 200),
        STAMP,
    )


def _fax(page: Page, chance: np.random.Generator, lines: int) -> tuple[str, bytes, str]:
    wear = Wear(skew=float(chance.uniform(-1, 1)), noise=5.0, blur=0.4, shade=2.0)
    recipe = Recipe(coding="g4", lines_per_inch=lines, wear=wear)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fax.tif"
        make_fax([page], recipe, path, chance)
        return "tif", path.read_bytes(), "\n".join(page.marks[:1])


def _photo(page: Page, chance: np.random.Generator) -> tuple[str, bytes, str]:
    """On a dark table, held at an angle, the lamp at one side."""
    sheet = np.asarray(draw_letter(page, 220, chance))
    height, width = sheet.shape[:2]
    size = (round(width * 1.25), round(height * 1.2))
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    away = chance.uniform(-0.045, 0.045, (4, 2)) * (width, height)
    seen = flat + np.array([0.125 * width, 0.1 * height]) + away
    bend = cv2.getPerspectiveTransform(flat, seen.astype(np.float32))
    scene = np.full((size[1], size[0], 3), (92, 70, 52), np.uint8)
    scene = cv2.warpPerspective(
        sheet, bend, size, dst=scene, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    rows, columns = np.indices((size[1], size[0]), dtype=np.float32)
    x, y = chance.uniform(0.1, 0.9) * size[0], chance.uniform(0.0, 0.4) * size[1]
    light = 1.05 - 0.55 * np.hypot(columns - x, rows - y) / size[1]
    lit = cv2.GaussianBlur(scene * light[..., None], (0, 0), 0.8)
    noisy = lit + chance.normal(0, 3, scene.shape)
    photo = Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
    return "jpg", _saved(photo, "JPEG", 72), ""


def _saved(picture: Image.Image, form: str, dpi: int) -> bytes:
    out = BytesIO()
    tone = picture if dpi == 72 else picture.convert("L")
    tone.save(out, form, dpi=(dpi, dpi), **({"quality": 55} if form == "JPEG" else {}))
    return out.getvalue()


KINDS = {
    "clean": _clean,
    "worn": _worn,
    "fax204x196": lambda page, chance: _fax(page, chance, 196),
    "fax204x98": lambda page, chance: _fax(page, chance, 98),
    "photo": _photo,
}

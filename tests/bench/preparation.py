"""Each step of preparation, with and without it, on pages that need it and on pages that do not.

    python -m tests.bench.preparation [--kinds stamp,screen,…] [--letters N] [--seed N]

Pages are letters of the demonstration, spoilt each in its own way by a seed; Tesseract alone
reads them, in Swedish, and real scans, where they are, in English. Figures are means of order-free
word F1 as in `tests.bench.ocr`, for two
pages of the share of neighbouring words that stay neighbours, and ms a page of preparation. A
page that needs no step must read the same with all of them.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.demo.maker.layout import font_path
from mi_desktop.demo.maker.paper import draw_letter
from mi_desktop.demo.maker.truth import Page
from mi_desktop.intake import raster
from mi_desktop.ocr.engines import Nearest
from mi_desktop.ocr.preparation import ALL, prepare
from mi_desktop.ocr.sides import read_sides
from tests.bench.ocr import word_f1
from tests.bench.ocr_pages import CORPORA, KINDS, Sample, letters, office, swedish, typed

Chance = np.random.Generator
Pixels = np.ndarray
DPI = 200
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "tif": "image/tiff", "pdf": "application/pdf"}


def _sheet(page: Page, chance: Chance, dpi: int = DPI) -> Pixels:
    return np.asarray(draw_letter(page, dpi, chance)).astype(np.float32)


def _scanned(sheet: Pixels, chance: Chance, noise: float = 2.0, quality: int = 80) -> Pixels:
    """Optics, grain and JPEG."""
    soft = cv2.GaussianBlur(sheet, (0, 0), 0.5) + chance.normal(0, noise, sheet.shape)
    dots = soft.clip(0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", dots, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(packed, cv2.IMREAD_UNCHANGED)


def stamp(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """A date stamp in red, blue or violet ink, over the lines of the letter."""
    sheet, mark = _sheet(page, chance), ("INKOM", f"2026-11-{chance.integers(10, 29)}")
    size = (round(62 * DPI / 25.4), round(26 * DPI / 25.4))
    ink = Image.new("L", size, 0)
    pen = ImageDraw.Draw(ink)
    pen.rectangle((4, 4, size[0] - 5, size[1] - 5), outline=255, width=5)
    font = ImageFont.truetype(font_path("LiberationSans-Bold.ttf"), 7.5 * DPI / 25.4)
    pen.multiline_text(
        (size[0] / 2, size[1] / 2), "\n".join(mark), font=font, fill=255, anchor="mm",
        align="center",
    )  # fmt: skip
    grain = cv2.resize(chance.uniform(0.5, 1.0, (20, 50)).astype(np.float32), size)
    pressed = Image.fromarray((np.asarray(ink) * grain).astype(np.uint8))
    turned = np.asarray(pressed.rotate(chance.uniform(-8, 8), Image.BICUBIC, expand=True)) / 255
    height, width = turned.shape
    top, left = (
        round(chance.uniform(0.26, 0.42) * sheet.shape[0]),
        round(chance.uniform(0.15, 0.5) * sheet.shape[1]),
    )
    colour = np.array([(176, 30, 48), (36, 60, 170), (90, 50, 150)][chance.integers(3)]) / 255
    passed = 1 - turned[..., None] * (1 - colour)
    sheet[top : top + height, left : left + width] *= passed
    return _scanned(sheet, chance), " ".join(mark)


def highlighter(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Strokes of highlighter over several lines."""
    sheet = _sheet(page, chance)
    colours = [(255, 250, 60), (255, 90, 190), (90, 240, 90), (255, 150, 40), (70, 170, 255)]
    inked = (sheet.mean(axis=2) < 128).mean(axis=1) > 0.01
    tops = np.flatnonzero(np.diff(inked.astype(int)) == 1)
    for line in chance.choice(tops[len(tops) // 4 :], 5, replace=False):
        colour = np.array(colours[chance.integers(5)]) / 255
        top = int(line) - round(chance.uniform(2, 12))
        left = round(chance.uniform(0.1, 0.3) * sheet.shape[1])
        wide = round(chance.uniform(0.2, 0.6) * sheet.shape[1])
        sheet[top : top + 40, left : left + wide] *= colour
    return _scanned(sheet, chance), ""


def borders(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Black along the edges, where the lid stood open."""
    sheet = _sheet(page, chance).mean(axis=2)
    height, width = sheet.shape
    left, right, foot = (round(share * width) for share in chance.uniform(0.03, 0.09, 3))
    sheet = np.pad(sheet, ((0, foot), (left, right)), constant_values=18)
    lean = cv2.getRotationMatrix2D((width / 2, height / 2), chance.uniform(-1.5, 1.5), 1.0)
    size = sheet.shape[::-1]
    sheet = cv2.warpAffine(sheet, lean, size, borderMode=cv2.BORDER_CONSTANT, borderValue=18)
    ragged = chance.random(sheet.shape) < 0.001
    sheet[ragged & (sheet > 200)] = 60
    return _scanned(sheet, chance), ""


def speckle(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """A copy of a copy: black grains everywhere, bilevel."""
    sheet = _sheet(page, chance).mean(axis=2)
    soft = cv2.GaussianBlur(sheet, (0, 0), 0.6) + chance.normal(0, 12, sheet.shape)
    grains = (chance.random(sheet.shape) < chance.uniform(0.004, 0.012)).astype(np.uint8)
    few = (chance.random(sheet.shape) < 0.001).astype(np.uint8)
    grains |= cv2.dilate(few, np.ones((2, 2), np.uint8))
    return np.where((soft < 150) | (grains > 0), 0, 255).astype(np.uint8), ""


def screen(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Text on a tint that was printed, or faxed, as a grid of dots."""
    sheet = _sheet(page, chance, 300).mean(axis=2)
    period, turn = chance.uniform(4.0, 7.0), np.radians(chance.uniform(0, 45))
    y, x = np.indices(sheet.shape).astype(np.float32)
    u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    wave = np.cos(2 * np.pi * u / period) + np.cos(2 * np.pi * v / period)
    dots = np.where(wave > chance.uniform(0.7, 1.2), 60, 255)
    top, foot = round(0.2 * sheet.shape[0]), round(0.75 * sheet.shape[0])
    sheet[top:foot] = np.minimum(sheet, dots)[top:foot]
    if chance.random() < 0.4:
        return np.where(sheet < 128, 0, 255).astype(np.uint8), ""
    return _scanned(sheet, chance), ""


def patterned(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Security paper: fine waves under the text, as on prescriptions."""
    sheet = _sheet(page, chance, 300).mean(axis=2)
    y, x = np.indices(sheet.shape).astype(np.float32)
    period, depth = chance.uniform(7, 11), chance.uniform(60, 110)
    wave = np.sin(2 * np.pi * (y + 6 * np.sin(x / chance.uniform(20, 40))) / period)
    sheet = np.minimum(sheet, 255 - depth * (wave > 0.6))
    return _scanned(sheet, chance), ""


def carbon(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """The last sheet of a carbon set: faint, soft, on tinted paper."""
    sheet = _sheet(page, chance).mean(axis=2) / 255
    faint = 205 - chance.uniform(20, 45) * (1 - cv2.GaussianBlur(sheet, (0, 0), 0.9))
    rows = np.linspace(-14, 14, sheet.shape[1])[None]
    return _scanned(faint + rows * chance.uniform(-1, 1), chance, 4.0), ""


def matrix(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Nine pins, 72 dots an inch, an old ribbon, copied once."""
    font = ImageFont.truetype(font_path("LiberationMono-Regular.ttf"), 13)
    pitch, radius = 2.78 * 1.5, chance.uniform(0.9, 1.35)
    paper = Image.new("L", (620, 842), 0)
    pen = ImageDraw.Draw(paper)
    pen.fontmode = "1"
    for row, line in enumerate(page.text):
        pen.text((24, 30 + 15 * row), line, font=font, fill=255)
    sheet = np.full((round(842 * pitch), round(620 * pitch)), 248, np.uint8)
    for y, x in np.argwhere(np.asarray(paper) > 0):
        at = (round(16 * (x * pitch + 1.5)), round(16 * (y * pitch + 1.5)))
        cv2.circle(sheet, at, round(16 * radius), int(chance.integers(30, 110)), -1, cv2.LINE_AA, 4)
    seen = _scanned(sheet.astype(np.float32), chance)
    return np.where(seen < 150, 0, 255).astype(np.uint8), ""


def photographed(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """On a wooden table, from far to one side."""
    sheet = _sheet(page, chance, 220)
    height, width = sheet.shape[:2]
    size = (round(width * 1.35), round(height * 1.3))
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    away = chance.uniform(-0.09, 0.09, (4, 2)) * (width, height)
    seen = (flat + np.array([0.175 * width, 0.15 * height]) + away).astype(np.float32)
    bend = cv2.getPerspectiveTransform(flat, seen)
    y, x = np.indices(size[::-1]).astype(np.float32)
    grain = 12 * np.sin(y / 9 + 3 * np.sin(x / 160)) + 8 * np.sin(y / 3.1)
    scene = np.array([120, 88, 60], np.float32) + grain[..., None]
    cv2.warpPerspective(
        sheet, bend, size, dst=scene, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    lamp = 1.05 - 0.35 * np.hypot(x - chance.uniform(0, size[0]), y) / size[1]
    return _scanned(scene * lamp[..., None], chance, 3.0), ""


def two(page: Page, chance: Chance) -> tuple[Pixels, str]:
    """Two letters side by side on one sheet; the truth is the left one, then the right one."""
    other = list(letters())[int(chance.integers(8, 20))]
    both = [_sheet(p, chance).mean(axis=2) for p in (page, other)]
    fold = np.full((both[0].shape[0], 6), chance.integers(60, 240), np.float32)
    return _scanned(np.hstack([both[0], fold, both[1]]), chance), other.printed


_MADE = (stamp, highlighter, borders, speckle, screen, patterned, carbon, matrix, photographed, two)
REAL = {"typed": typed, "office": office}
MAKERS: dict[str, Callable[[Page, Chance], tuple[Pixels, str]]] = {
    made.__name__: made for made in _MADE
}


def in_order(truth: str, got: str) -> float:
    """The share of the truth's neighbouring words that are neighbours in what was read."""
    want, have = (set(pairwise(text.lower().split())) for text in (truth, got))
    return len(want & have) / max(1, len(want))


def pages(kind: str, seed: int, most: int) -> list[tuple[Pixels, str]]:
    """Pictures with their truth, spoilt where `kind` is of `MAKERS`, else of `ocr_pages`."""
    if kind in REAL:
        found = list(REAL[kind](CORPORA))
        return [(_drawn(s), s.truth) for s in found[:: max(1, len(found) // most)]]
    if kind in MAKERS:
        made = []
        for number, page in zip(range(most), letters(), strict=False):
            pixels, more = MAKERS[kind](page, np.random.default_rng([seed, number]))
            made.append((pixels, f"{page.printed}\n{more}"))
        return made
    return [(_drawn(sample), sample.truth) for sample in swedish(kind, seed, most)]


def _drawn(sample: Sample) -> Pixels:
    return np.asarray(raster(sample.data, _TYPES[sample.name[-3:]], 0, colour=True))


def main() -> None:
    """Prints a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", default=",".join((*KINDS, *REAL, *MAKERS)))
    parser.add_argument("--letters", type=int, default=6)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--keep", help="a folder for the pictures, before and after")
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    engine = Nearest()
    row = "{:<14}{:>9}{:>9}{:>9}{:>9}  {}\n"
    sys.stdout.write(row.format("F1", "without", "with", "ms w/o", "ms with", "steps"))
    for kind in asked.kinds.split(","):
        score = in_order if kind == "two" else word_f1
        figures: list[list[float]] = [[], []]
        spent: list[list[float]] = [[], []]
        steps: list[str] = []
        for number, (pixels, truth) in enumerate(pages(kind, asked.seed, asked.letters)):
            for which, allowed in enumerate((frozenset({"light evened"}), ALL)):
                start = time.perf_counter()
                ready = prepare(pixels, allowed)
                spent[which].append(1000 * (time.perf_counter() - start))
                words = read_sides(engine, ready, "eng" if kind in REAL else "swe")
                figures[which].append(score(truth, " ".join(w.text for w in words)))
                if asked.keep:
                    picture = Image.fromarray(ready.raster.pixels)
                    picture.save(f"{asked.keep}/{kind}-{number}-{which}.png")
            steps += [s for s in ready.steps if s not in ("scaled", "levelled")]
        if not figures[0]:
            sys.stdout.write(f"{kind}: NOT MEASURED, nothing is here\n")
            continue
        means = [f"{statistics.mean(f):.3f}" for f in figures]
        times = [f"{statistics.median(t):.0f}" for t in spent]
        told = ", ".join(f"{name} {steps.count(name)}" for name in dict.fromkeys(steps))
        sys.stdout.write(row.format(kind, *means, *times, told))
        sys.stdout.flush()


if __name__ == "__main__":
    main()

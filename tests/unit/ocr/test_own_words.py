"""Product names as words of Tesseract: read where the dots alone would not do."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from mi_desktop.ocr.engines import Engine, Layout, Nearest, Raster, Tesseract, knowing
from tests.fakes.ocr_engines import ToldEngine
from tests.unit.ocr.sheets import FONT

NAMES = ("Brontiqa", "Dermolyxa", "Kalmorin forte", "Oftavise", "Quorvia", "Veraglyd", "Zelvimar")


def blurred() -> Raster:
    """A line for each name, out of focus."""
    page = Image.new("L", (1000, 80 * len(NAMES) + 60), 250)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 24)
    for n, name in enumerate(NAMES):
        pen.text((60, 40 + 80 * n), f"Patienten tog {name} 25 mg i en vecka", font=font, fill=40)
    return Raster(np.asarray(page.filter(ImageFilter.GaussianBlur(2.4))), 200)


def names_read(engine: Engine) -> int:
    words = {word.text for word in engine.read(blurred(), "swe", Layout.BLOCK)}
    return len(words & {part for name in NAMES for part in name.split()})


@pytest.mark.parametrize("engine", [Nearest(), Tesseract()])
def test_names_that_the_office_knows_are_read_off_a_blurred_page(engine: Engine) -> None:
    parts = tuple(part for name in NAMES for part in name.split())
    plain, knows = names_read(engine), names_read(replace(engine, words=parts))  # type: ignore[type-var]
    assert knows >= plain + 2


def test_whoever_can_take_words_gets_them_and_no_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine = knowing(Nearest(), NAMES)
    assert isinstance(engine, Nearest)
    assert set(engine.words) >= {"Kalmorin", "forte", "Zelvimar"}
    engine.read(blurred(), "swe", Layout.BLOCK)
    assert list(tmp_path.iterdir()) == []
    told = ToldEngine()
    assert knowing(told, NAMES) is told

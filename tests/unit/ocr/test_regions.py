"""What parts of a page are marked as: languages by block, handwriting, barcodes."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.ocr import Box, PageText, Word
from mi_desktop.ocr.blocks import read_in_their_own
from mi_desktop.ocr.engines import Layout, Raster
from mi_desktop.ocr.handwriting import handwriting
from mi_desktop.ocr.model import Guess, Kind, Place
from mi_desktop.ocr.page import PageJob, read_page
from tests.unit.ocr.sheets import ENGLISH, FONT, SWEDISH, drawn, png


def read(page: Image.Image, **more) -> PageText:
    return read_page(PageJob("part", 1, png(page), "image/png", 0, page.size, **more))


def both() -> Image.Image:
    """A Swedish letter that quotes an English leaflet."""
    page = Image.new("L", (1167, 1653), 250)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 33)
    for n, line in enumerate(SWEDISH):
        pen.text((100, 120 + 58 * n), line, font=font, fill=20)
    for n, line in enumerate(ENGLISH[:4]):
        pen.text((180, 720 + 58 * n), line, font=font, fill=20)
    return page


def test_each_block_has_its_language() -> None:
    page = read(both())
    assert page.language == "swe"
    spoken = {word.text: page.blocks[word.block][0] for word in page.words}
    assert (spoken["vårdcentral."], spoken["pharmacist."]) == ("swe", "eng")
    assert read(drawn(ENGLISH)).languages == ()


@dataclass
class Polyglot:
    """Reads each word surely in its own language only; remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def languages(self) -> tuple[str, ...]:
        return ("eng", "swe")

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        self.asked.append(language)
        return tuple(
            line_of("Hur länge får patienten behålla tabletterna i kylskåpet efter öppning", 95.0)
        )

    def turn(self, raster: Raster) -> int:
        return 0


def line_of(text: str, confidence: float, line: int = 0, top: int = 10) -> list[Word]:
    return [
        Word(word, Box(40 + 90 * n, top, 120 + 90 * n, top + 30), confidence, line, line)
        for n, word in enumerate(text.split())
    ]


def test_a_block_read_in_the_wrong_language_is_read_again_in_its_own() -> None:
    english = line_of("The patient has been taking these tablets for several weeks", 96.0)
    spoilt = line_of(
        "Hur lange far patienten behalla tabletterna i kylskapet efter oppning", 71.0, 1, 300
    )
    page, engine = Raster(np.full((500, 900), 255, np.uint8), 200), Polyglot()
    found = read_in_their_own((*english, *spoilt), page, engine, "eng")
    assert " ".join(w.text for w in found if w.line == 1).startswith("Hur länge får patienten")
    assert [w for w in found if w.line == 0] == english
    assert engine.asked == ["swe"]
    assert {w.box.top for w in found if w.line == 1} == {304}


def test_a_sure_block_is_not_read_again() -> None:
    sure = line_of("Hur lange far patienten behalla tabletterna i kylskapet efter oppning", 96.0)
    engine = Polyglot()
    page = Raster(np.full((500, 900), 255, np.uint8), 200)
    assert read_in_their_own(tuple(sure), page, engine, "eng") == tuple(sure)
    assert engine.asked == []


def scrawl(page: Image.Image, top: int) -> Box:
    """A line as a pen writes it: joined strokes that wander."""
    chance, pen = np.random.default_rng(top), ImageDraw.Draw(page)
    x = 80.0
    for _ in range(7):
        wide, low = chance.uniform(90, 150), top + chance.uniform(0, 22)
        along = np.linspace(0, 1, 120)
        loops = 12 * np.sin(along * chance.uniform(30, 45)) + chance.normal(0, 1, 120)
        points = zip(x + along * wide, low + 22 + loops, strict=True)
        pen.line([(float(a), float(b)) for a, b in points], fill=30, width=3)
        x += wide + 22
    return Box(70, top - 2, round(x), top + 62)


def known(word: str) -> bool:
    return word.isascii() and word.islower()


def test_lines_of_a_hand_are_marked_and_print_that_is_doubtful_too_is_not() -> None:
    page = drawn(SWEDISH)
    boxes = [scrawl(page, 900 + 80 * n) for n in range(3)]
    guesses = [Guess("fpa Brukh tjiX", box, 40.0) for box in boxes]
    printed = [
        Word(text, Box(115, 195 + 60 * n, 1050, 240 + 60 * n), 50.0, n, 0, doubtful=True)
        for n, text in enumerate(SWEDISH)
    ]
    (place,) = handwriting(np.asarray(page), printed, guesses, known)
    assert place.kind is Kind.HANDWRITING
    assert (place.box.top, place.box.bottom) == (boxes[0].top, boxes[-1].bottom)


def test_what_looks_joined_but_is_words_is_print_whose_ink_ran() -> None:
    page = drawn(())
    boxes = [scrawl(page, 900 + 80 * n) for n in range(3)]
    guesses = [Guess("these words were printed", box, 40.0) for box in boxes]
    assert handwriting(np.asarray(page), [], guesses, known) == []


@pytest.mark.parametrize("turned", [0, 90])
def test_a_barcode_has_its_place(turned: int) -> None:
    code = zxingcpp.create_barcode("ZX4711", zxingcpp.BarcodeFormat.DataMatrix)
    page = drawn(ENGLISH)
    page.paste(Image.fromarray(np.asarray(code.to_image(scale=8))).convert("L"), (700, 1200))
    upright = read(page, codes=("ZX4711",), turned=turned)
    (place,) = (p for p in upright.places if p.kind is Kind.CODE)
    there = Box(700, 1200, 840, 1340).turned(page.size, turned)
    assert place.text == "ZX4711"
    assert place.box.left == pytest.approx(there.left, abs=40)
    assert place.box.top == pytest.approx(there.top, abs=40)
    assert upright.codes == ("ZX4711",)


def test_places_turn_with_their_page() -> None:
    page = replace(read(drawn(())), places=(Place(Kind.HANDWRITING, Box(0, 0, 100, 50)),))
    assert page.turned(90).places[0].box == Box(page.height - 50, 0, page.height, 100)

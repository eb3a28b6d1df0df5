"""Each step of preparation on a page that needs it, and none on pages that need none."""

import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image

from mi_desktop.ocr import Box, PageText
from mi_desktop.ocr.engines import Layout, Nearest
from mi_desktop.ocr.page import PageJob, read_page
from mi_desktop.ocr.preparation import Prepared, box_back, prepare
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, png
from tests.unit.ocr.spoilt import (
    BLUE,
    GREEN,
    PINK,
    RED,
    faint,
    grainy,
    in_colour,
    in_needle_dots,
    on_a_table,
    page,
    screened,
    stamped,
    through_ink,
)

DOSES = ("Dosen var 0,5 mg och sedan 1.5 mg.", "Batch Ö-1/2: 2,5 ml; 10.000 IE; jävligt små.") * 4
FITTING = {"scaled", "levelled"}


def done(ready: Prepared) -> set[str]:
    return set(ready.steps) - FITTING


def read(pixels: np.ndarray) -> PageText:
    picture = Image.fromarray(pixels)
    return read_page(PageJob("p", 1, png(picture), "image/png", 0, picture.size, own=("swe",)))


def text_of(ready: Prepared) -> str:
    return " ".join(w.text for w in Nearest().read(ready.raster, "swe", Layout.PAGE))


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("lines", [SWEDISH, DOSES], ids=["letter", "doses"])
def test_a_good_page_is_left_alone(lines: tuple[str, ...], dpi: int) -> None:
    sheet = page(lines, dpi)
    for pixels in (sheet, in_colour(sheet)):
        ready = prepare(pixels)
        assert (done(ready), ready.stamps, ready.gutter) == (set(), (), 0)
        assert np.array_equal(ready.grey, sheet)


def test_forms_with_dotted_lines_are_left_alone() -> None:
    sheet = page(("Namn" + 60 * ".",) * 12)
    assert done(prepare(sheet)) == set()


@pytest.mark.parametrize(
    ("spoil", "step"),
    [
        (grainy, "speckle removed"),
        (screened, "screen removed"),
        (faint, "faint ink darkened"),
        (lambda sheet: on_a_table(sheet, ((90, 60), (1180, 130), (1290, 1800), (40, 1850))),
         "sheet unwarped"),
    ],
    ids=["grains", "screen", "carbon", "photograph"],
)  # fmt: skip
def test_a_step_is_taken_where_it_is_needed_and_its_page_is_read(
    spoil: Callable[[np.ndarray], np.ndarray], step: str
) -> None:
    spoilt = spoil(page(SWEDISH * 2))
    before = spoilt.copy()
    ready = prepare(spoilt)
    assert step in ready.steps
    assert np.array_equal(spoilt, before)
    assert "tabletter efter en operation" in text_of(ready)


def test_letters_of_a_needle_printer_become_whole() -> None:
    spoilt = in_needle_dots(page(SWEDISH * 2, 400))
    ready = prepare(spoilt)
    assert "dots joined" in ready.steps
    assert "tabletter efter en operation" in text_of(ready)


def test_grains_go_and_dots_that_belong_to_letters_stay() -> None:
    """0,5 mg must not become 05 mg."""
    clean = page(DOSES)
    ready = prepare(grainy(clean))
    assert "speckle removed" in ready.steps
    _, _, stats, _ = cv2.connectedComponentsWithStats((clean < 128).astype(np.uint8))
    points = [s[:4] for s in stats[1:].tolist() if max(s[2:4]) <= 6]
    assert len(points) > 40
    cleaned = ready.raster.pixels
    assert cleaned.shape == clean.shape
    assert all(cleaned[t : t + h, x : x + w].min() < 128 for x, t, w, h in points)
    far = cv2.dilate((clean < 200).astype(np.uint8), np.ones((25, 25))) == 0
    assert (cleaned[far] < 128).mean() < 0.1 * (grainy(clean)[far] < 128).mean()
    found = text_of(ready)
    assert found.count("0,5") >= 3
    assert found.count("1.5") >= 3


def test_a_photographed_sheet_is_level_and_words_find_their_place_on_the_photograph() -> None:
    corners = ((90, 60), (1180, 130), (1290, 1800), (40, 1850))
    ready = prepare(on_a_table(page(SWEDISH), corners))
    height, width = ready.raster.pixels.shape
    found = [Box(x, y, x, y) for x, y in ((0, 0), (width, 0), (width, height), (0, height))]
    for box, (x, y) in zip(found, corners, strict=True):
        there = box_back(box, ready.back)
        assert (there.left, there.top) == pytest.approx((x, y), abs=8)
    assert ready.raster.pixels.min(axis=1)[height // 2 :].max() > 200


@pytest.mark.parametrize(
    "corners",
    [
        ((-60, 40), (1180, 60), (1200, 1850), (-80, 1850)),
        ((0, 0), (1467, 0), (1467, 1953), (0, 1953)),
    ],
    ids=["cut off at the side", "fills the picture"],
)  # fmt: skip
def test_a_sheet_that_is_not_wholly_seen_is_not_unwarped(
    corners: tuple[tuple[int, int], ...],
) -> None:
    assert "sheet unwarped" not in prepare(on_a_table(page(SWEDISH), corners)).steps


def test_dark_borders_become_paper_and_letters_beside_them_stay() -> None:
    sheet = page(SWEDISH)
    spoilt = sheet.copy()
    spoilt[:, -70:], spoilt[-50:, 300:] = 15, 15
    ready = prepare(spoilt)
    assert done(ready) == {"dark borders cleaned"}
    assert np.array_equal(ready.raster.pixels[:-80, :-90], sheet[:-80, :-90])
    assert ready.raster.pixels[-60:].min() > 200


@pytest.mark.parametrize("colour", [RED, BLUE], ids=["red", "blue"])
def test_a_stamp_over_text_is_read_and_so_is_the_text_under_it(
    colour: tuple[int, int, int],
) -> None:
    found = read(stamped(page(SWEDISH * 2), "INKOM 2026", colour, (220, 290)))
    assert "colours apart" in found.steps
    for line in SWEDISH[1:4]:
        assert line in found.text
    assert "INKOM" in found.text
    stamp = next(word for word in found.words if word.text == "INKOM")
    assert (stamp.box.left, stamp.box.top) == pytest.approx((265, 370), abs=35)


def test_coloured_print_that_covers_nothing_is_left_where_it_is() -> None:
    sheet = in_colour(page(SWEDISH))
    head = page(("Vårdcentralen Björken",))[180:240]
    ink = (250 - head) / 250
    sheet[60:120] = through_ink(np.full((60, sheet.shape[1], 3), 250, np.uint8), ink, BLUE)
    ready = prepare(sheet)
    assert (done(ready), ready.stamps) == (set(), ())
    assert "Björken" in text_of(ready)


@pytest.mark.parametrize("colour", [GREEN, PINK], ids=["green", "pink"])
def test_a_highlighter_becomes_paper(colour: tuple[int, int, int]) -> None:
    sheet = page(SWEDISH)
    ink = np.zeros(sheet.shape)
    ink[255:300, 150:700] = 1
    ready = prepare(through_ink(in_colour(sheet), ink, colour))
    assert done(ready) == {"colours apart"}
    assert ready.stamps == ()
    assert np.percentile(ready.grey[255:300, 150:700], 50) > 220
    assert SWEDISH[1] in text_of(ready)


def test_a_chequered_picture_does_not_hold_up_the_pile() -> None:
    """A million corners that touch: minutes, where each hole is looked up among all others."""
    chequered = (np.indices((1000, 1000)).sum(axis=0) % 2 * 255).astype(np.uint8)
    start = time.process_time()
    prepare(chequered)
    assert time.process_time() - start < 15


def test_two_pages_on_one_picture_are_read_one_after_the_other() -> None:
    sides = [page(SWEDISH * 2), page(ENGLISH * 2)]
    picture = np.hstack(sides)
    found = read(picture)
    assert "two pages" in found.steps
    words = found.text.split()
    assert words.index("Örebro") < words.index("Dear")
    assert max(w.box.right for w in found.words) < picture.shape[1]
    left = [w for w in found.words if w.box.left < sides[0].shape[1]]
    assert [w.line for w in left] == sorted(w.line for w in left)
    assert max(w.line for w in left) < min(w.line for w in found.words if w not in left)


def test_a_table_on_a_landscape_sheet_is_one_page() -> None:
    table = np.hstack([page(("Dosis", "Batch", "Datum", "Antal") * 5)[:, :420]] * 4)
    assert table.shape[1] > table.shape[0]
    assert prepare(table).gutter == 0


def test_a_page_upside_down_among_others_is_turned() -> None:
    upright, turned = page(SWEDISH), np.ascontiguousarray(np.rot90(page(SWEDISH), 2))
    pile = [
        read_page(
            PageJob("p", n, png(Image.fromarray(p)), "image/png", 0, p.shape[::-1], hint="swe")
        )
        for n, p in enumerate((upright, turned, upright))
    ]
    assert [found.rotation for found in pile] == [0, 180, 0]
    assert all("svårt att svälja" in found.text for found in pile)

import numpy as np
import pytest
from PIL import Image

from mi_desktop.ocr import Box
from mi_desktop.ocr.preparation import box_back, densest_band, measure_letters, prepare
from tests.unit.ocr.sheets import SWEDISH, drawn


@pytest.mark.parametrize("lean", [-3.0, -1.2, 0.0, 2.5])
def test_the_lean_of_the_lines_is_measured(lean: float) -> None:
    page = np.asarray(drawn(SWEDISH, lean=lean))
    assert measure_letters(page).lean == pytest.approx(lean, abs=0.25)


def test_an_empty_page_has_no_letters_and_stays_as_it_is() -> None:
    page = np.full((400, 300), 255, np.uint8)
    assert measure_letters(page).height == 0
    ready = prepare(page)
    assert ready.skew_degrees == 0
    assert np.array_equal(ready.raster.pixels, page)


def test_large_letters_are_made_smaller_and_boxes_find_the_way_back() -> None:
    page = np.asarray(drawn(SWEDISH, dpi=400))
    ready = prepare(page)
    height, width = ready.raster.pixels.shape
    assert height < 0.7 * page.shape[0]
    whole = box_back(Box(0, 0, width, height), ready.back)
    assert whole == Box(0, 0, page.shape[1], page.shape[0])


def test_a_leaning_page_is_levelled_and_the_original_is_not_touched() -> None:
    page = np.array(drawn(SWEDISH, lean=2.5))
    before = page.copy()
    ready = prepare(page)
    assert np.array_equal(page, before)
    assert measure_letters(ready.raster.pixels).lean == pytest.approx(0, abs=0.15)


def test_a_box_on_a_levelled_page_covers_the_same_ink_on_the_original() -> None:
    page = np.full((1200, 900), 250, np.uint8)
    page[1:] = np.asarray(drawn(SWEDISH, lean=2.5).resize((900, 1200)))[1:]
    ready = prepare(page)
    mark = Image.fromarray(ready.raster.pixels)
    rows = np.nonzero((np.asarray(mark) < 100).any(axis=1))[0]
    columns = np.nonzero((np.asarray(mark) < 100).any(axis=0))[0]
    ink = Box(int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1]))
    back = box_back(ink, ready.back)
    dark = np.nonzero((page < 100).any(axis=0))[0]
    assert back.left == pytest.approx(dark[0], abs=25)
    assert back.right == pytest.approx(dark[-1], abs=25)


def test_the_band_for_the_first_look_holds_text() -> None:
    page = prepare(np.asarray(drawn(("",) * 8 + SWEDISH))).raster
    band = densest_band(page)
    assert band.pixels.shape[0] <= 200
    assert (band.pixels < 128).mean() > 2 * (page.pixels < 128).mean()

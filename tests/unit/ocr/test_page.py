"""One page from bytes to words, with the real Tesseract."""

import pytest
from PIL import Image

from mi_desktop.intake import raster
from mi_desktop.ocr import PageText, Source
from mi_desktop.ocr.page import PageJob, read_page
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, digital, drawn, fax, ink_under, png

PNG, TIFF, PDF = "image/png", "image/tiff", "application/pdf"


def read(data: bytes, media_type: str, size: tuple[int, int], **more) -> PageText:
    return read_page(PageJob("part", 1, data, media_type, 0, size, **more))


def assert_on_ink(page: PageText, picture: Image.Image) -> None:
    """Every long word's box lies on dots, and inside the page."""
    assert (page.width, page.height) == picture.size
    for word in page.words:
        box = word.box
        assert 0 <= box.left < box.right <= page.width
        assert 0 <= box.top < box.bottom <= page.height
        if len(word.text) > 4:
            assert ink_under(picture, (box.left, box.top, box.right, box.bottom)) > 0.1


def test_a_leaning_swedish_letter_is_read_in_swedish_with_the_signs_swedish_lacks() -> None:
    picture = drawn(SWEDISH, lean=1.5)
    page = read(png(picture), PNG, picture.size)
    assert (page.language, page.rotation, page.source) == ("swe", 0, Source.OCR)
    assert page.skew_degrees == pytest.approx(1.5, abs=0.25)
    assert page.confidence > 85
    assert "Får patienten dela tabletten på mitten?" in page.text
    assert "25 °C" in page.text
    assert "eva.berg@sjukhus.example" in page.text
    assert_on_ink(page, picture)


def test_an_upside_down_page_is_turned_and_boxes_stay_on_the_original() -> None:
    picture = drawn(ENGLISH).rotate(180)
    page = read(png(picture), PNG, picture.size)
    assert (page.language, page.rotation) == ("eng", 180)
    assert "May the tablet be crushed" in page.text
    assert_on_ink(page, picture)
    assert page.words[0].box.top > page.words[-1].box.top


def test_a_page_lying_on_its_side_is_turned() -> None:
    picture = drawn(ENGLISH).rotate(90, expand=True)
    page = read(png(picture), PNG, picture.size)
    assert page.rotation == 90
    assert "May the tablet be crushed" in page.text
    assert_on_ink(page, picture)


def test_boxes_follow_a_persons_turn() -> None:
    upright = drawn(ENGLISH)
    lying = upright.rotate(90, expand=True)
    page = read(png(lying), PNG, lying.size, turned=90)
    assert page.rotation == 0
    assert_on_ink(page, upright)


def test_a_fax_has_its_true_shape_and_boxes_in_its_own_dots() -> None:
    data = fax(drawn(SWEDISH))
    stored = (round(1167 * 1.02), round(1653 * 0.49))
    page = read(data, TIFF, stored)
    assert "svårt att svälja" in page.text
    assert (page.width, page.height) == stored
    squat = raster(data, TIFF, 0).resize(stored)
    assert_on_ink(page, squat)


def test_a_born_digital_page_is_not_read_from_its_picture() -> None:
    page = read(digital(SWEDISH), PDF, (1167, 1653))
    assert (page.source, page.language, page.confidence) == (Source.TEXT_LAYER, "swe", 100)
    turned = read(digital(SWEDISH), PDF, (1167, 1653), turned=90)
    assert (turned.width, turned.height) == (1653, 1167)
    assert turned.words[0].box == page.words[0].box.turned((1167, 1653), 90)


def test_a_scan_with_somebodys_invisible_text_is_read_anew() -> None:
    data = digital(ENGLISH, invisible=True, under=drawn(SWEDISH))
    page = read(data, PDF, (1167, 1653))
    assert page.source is Source.OCR
    assert "svälja" in page.text
    assert "pharmacist" not in page.text


def test_a_language_asked_for_that_is_not_installed_is_said_and_the_others_are_used() -> None:
    picture = drawn(ENGLISH)
    page = read(png(picture), PNG, picture.size, language="xxx+eng")
    assert "May the tablet be crushed" in page.text
    (warning,) = page.warnings
    assert "xxx" in str(warning)


def test_an_empty_page_gives_no_words() -> None:
    picture = drawn(())
    page = read(png(picture), PNG, picture.size)
    assert (page.words, page.confidence, page.language) == ((), 0.0, "")


def test_a_hint_is_tried_first_and_given_up_where_the_page_is_in_another_language() -> None:
    swedish, english = drawn(SWEDISH), drawn(ENGLISH)
    right = read(png(swedish), PNG, swedish.size, hint="swe")
    assert (right.language, "vårdcentral" in right.text) == ("swe", True)
    wrong = read(png(english), PNG, english.size, hint="swe")
    assert (wrong.language, "pharmacist" in wrong.text) == ("eng", True)

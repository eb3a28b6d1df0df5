"""Pages nobody would make on purpose: words where there are words, none elsewhere, no crash."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from mi_desktop.ocr import PageText
from mi_desktop.ocr.page import PageJob, read_page
from tests.unit.ocr.sheets import ENGLISH, drawn


def read(page: Image.Image, form: str = "PNG", **more: object) -> PageText:
    out = BytesIO()
    page.save(out, form, **more)
    media_type = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}[form]
    return read_page(PageJob("p", 1, out.getvalue(), media_type, 0, page.size))


def sixteen_bits(page: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(page).astype(np.uint16) * 257)


def see_through(page: Image.Image) -> Image.Image:
    """Black ink on nothing: white paper would be black without its alpha."""
    ink = Image.new("RGBA", page.size, (0, 0, 0, 0))
    ink.putalpha(page.point(lambda grey: 255 - grey))
    return ink


@pytest.mark.parametrize(
    "made",
    [sixteen_bits, see_through, lambda page: page.convert("P"), lambda page: page.convert("1")],
    ids=["16 bits", "alpha", "palette", "one bit"],
)
def test_every_kind_of_dots_is_read(made: Callable[[Image.Image], Image.Image]) -> None:
    assert "May the tablet be crushed" in read(made(drawn(ENGLISH))).text


def test_coloured_ink_on_nothing_is_ink_on_white_paper() -> None:
    page = see_through(drawn(ENGLISH))
    page.paste((20, 30, 120), mask=page.getchannel("A"))
    page.putalpha(see_through(drawn(ENGLISH)).getchannel("A"))
    found = read(page)
    assert "May the tablet be crushed" in found.text


def test_a_page_in_printing_inks_is_read() -> None:
    page = read(drawn(ENGLISH).convert("CMYK"), "JPEG")
    assert "May the tablet be crushed" in page.text


@pytest.mark.parametrize("dpi", [(1, 1), (72, 72), (2400, 2400), (9999, 9999), (300, 37)])
def test_a_resolution_that_lies_does_not_matter(dpi: tuple[int, int]) -> None:
    assert "May the tablet be crushed" in read(drawn(ENGLISH), dpi=dpi).text


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (9000, 3), (40_000, 40), (700, 900)], ids=str)
@pytest.mark.parametrize("tone", [0, 255])
def test_black_white_and_odd_sizes_give_no_words(size: tuple[int, int], tone: int) -> None:
    page = read(Image.new("L", size, tone))
    assert (page.words, page.width, page.height) == ((), *size)


def test_a_coloured_strip_of_40_000_px_gives_no_words() -> None:
    page = read(Image.new("RGB", (40_000, 40), (200, 30, 40)))
    assert (page.words, page.width, page.height) == ((), 40_000, 40)


def test_a_mirrored_page_gives_nothing_that_is_sure() -> None:
    page = read(drawn(ENGLISH).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    assert "tablet" not in page.text


@pytest.mark.parametrize("lean", [-14.0, 8.0, 12.0])
def test_a_page_that_leans_far_is_levelled(lean: float) -> None:
    page = drawn(ENGLISH).rotate(-lean, expand=True, fillcolor=250)
    found = read(page)
    assert "May the tablet be crushed" in found.text
    assert found.skew_degrees == pytest.approx(lean, abs=0.5)
    assert "levelled" in found.steps


def test_letters_in_a_deep_shadow_are_read() -> None:
    page = np.asarray(drawn(ENGLISH)).astype(float)
    shade = np.linspace(0.15, 1.0, page.shape[1])[None]
    found = read(Image.fromarray((page * shade).astype(np.uint8)))
    assert "May the tablet be crushed" in found.text
    assert "light evened" in found.steps

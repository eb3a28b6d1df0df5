"""Pages as pictures: upright, square dots, no wider than asked, the same scale both ways."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.intake import raster, render_page
from mi_desktop.intake.errors import FileBroken, KindUnknown
from tests.unit.intake.papers import letter, saved, scan_pdf, sheet, text_pdf, tiff

FAX = tiff(
    sheet("Fax", size=(1728, 1143), mode="1"),
    sheet("Sida två", size=(1728, 1143), mode="1"),
    compression="group3",
    dpi=(204, 98),
)
A4 = 297 / 210


def test_a_raster_has_square_dots_at_the_finer_of_the_pages_own() -> None:
    picture = raster(FAX, "image/tiff", 1)
    assert (picture.mode, picture.width) == ("L", 1728)
    assert picture.height == round(1143 * 204 / 98)


@pytest.mark.parametrize(
    ("data", "media_type", "dpi", "width"),
    [
        (text_pdf("a"), "application/pdf", None, 1653),
        (text_pdf("a"), "application/pdf", 300, 2480),
        (scan_pdf(letter()), "application/pdf", None, 827),
        (saved(letter(), "JPEG", dpi=(100, 100)), "image/jpeg", None, 827),
        (saved(letter(), "JPEG", dpi=(100, 100)), "image/jpeg", 50, 414),
    ],
)
def test_a_raster_comes_at_the_dots_asked_for(
    data: bytes, media_type: str, dpi: float | None, width: int
) -> None:
    picture = raster(data, media_type, 0, dpi)
    assert picture.width == pytest.approx(width, abs=1)
    assert picture.height == pytest.approx(width * A4, abs=3)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (FAX, "image/tiff"),
        (text_pdf("a"), "application/pdf"),
        (saved(letter(), "PNG"), "image/png"),
    ],
)
def test_a_picture_fits_its_width_and_says_its_scale(
    data: bytes, media_type: str, rotation: int
) -> None:
    native = raster(data, media_type, 0)
    page = render_page(data, media_type, 0, rotation, 500)
    picture = Image.open(BytesIO(page.png))
    assert picture.size == (page.width, page.height)
    assert page.width in (499, 500)
    tall = native.height / native.width
    assert page.height == pytest.approx(500 * (1 / tall if rotation in (90, 270) else tall), abs=2)


def test_turning_is_clockwise() -> None:
    page = Image.new("L", (800, 1000), 255)
    page.paste(0, (0, 0, 400, 100))  # a mark at the top left
    turned = render_page(saved(page, "PNG"), "image/png", 0, 90, 1000)
    dots = np.asarray(Image.open(BytesIO(turned.png)).convert("L"))
    assert dots[100, -20] == 0
    assert dots[100, 20] == 255
    assert (turned.scale_x, turned.scale_y) == (1, 1)


def test_pages_are_not_blown_up() -> None:
    assert render_page(saved(letter(), "PNG"), "image/png", 0, 0, 5000).width == 827


def test_filled_in_form_fields_are_drawn() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.acroForm.textfield(name="namn", value="Karin", x=72, y=700, width=200, height=30)
    canvas.showPage()
    canvas.save()
    dots = np.asarray(raster(out.getvalue(), "application/pdf", 0, 72))
    assert dots[112:142, 72:272].min() < 100


def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.raises(KindUnknown):
        raster(b"text", "text/plain", 0)
    for index, (data, media_type) in enumerate(
        [(text_pdf("a"), "application/pdf"), (FAX, "image/tiff")], 1
    ):
        with pytest.raises(FileBroken):
            raster(data, media_type, index + 1)

"""Files that lie or are torn: words and codes, and the pages beside a broken one are read."""

import struct
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from PIL.TiffImagePlugin import STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile

from mi_desktop.basics.errors import WorldError
from mi_desktop.ocr import read_document
from mi_desktop.sandbox import Sandbox
from tests.fakes.ocr_engines import ToldEngine
from tests.unit.ocr.sheets import ENGLISH, drawn, png

PAGES, TORN = 5, 2
SMALL = png(drawn(ENGLISH, dpi=50))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(workers=2)
    yield made
    made.close()


def g4(pages: list[Image.Image]) -> bytes:
    bits = [page.point(lambda grey: 255 * (grey > 140)).convert("1") for page in pages]
    out = BytesIO()
    bits[0].save(out, "TIFF", compression="group4", save_all=True, append_images=bits[1:])
    return out.getvalue()


def torn(fax: bytes, page: int) -> bytes:
    """The fax with the dots of one page overwritten."""
    with TiffImageFile(BytesIO(fax)) as tiff:
        tiff.seek(page)
        start, size = tiff.tag_v2[STRIPOFFSETS][0], tiff.tag_v2[STRIPBYTECOUNTS][0]
    return fax[:start] + b"\xff\x13" * (size // 2) + fax[start + size // 2 * 2 :]


def no_size(picture: bytes) -> bytes:
    """A PNG that says it is nothing wide."""
    return picture[:16] + struct.pack(">I", 0) + picture[20:]


def test_a_fax_with_a_torn_page_in_the_middle_is_read_before_and_after_it(
    sandbox: Sandbox,
) -> None:
    whole = g4([drawn(ENGLISH, dpi=100)] * PAGES)
    data = torn(whole, TORN)
    assert data != whole
    kept = bytes(data)
    pages = read_document(data, "fax.tif", "eng", sandbox, engine=ToldEngine("Read well"))
    assert data == kept
    assert len(pages) == PAGES
    others = [page for page in pages if page.number != TORN + 1]
    assert [page.text for page in others] == ["Read well"] * (PAGES - 1)


@pytest.mark.parametrize(
    "data",
    [b"", no_size(SMALL), SMALL[:40], b"II*\0" + bytes(40)],
    ids=["nothing", "no width", "cut in its head", "no pages"],
)  # fmt: skip
def test_a_picture_of_no_size_is_refused_with_a_code_and_words(
    sandbox: Sandbox, data: bytes
) -> None:
    with pytest.raises(WorldError) as told:
        read_document(data, "scan.png", "eng", sandbox, engine=ToldEngine())
    assert told.value.code
    assert str(told.value.words)

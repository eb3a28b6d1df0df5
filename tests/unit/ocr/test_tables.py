"""Tables are read row by row, columns one after the other: drawn, and born digital."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.ocr import Box, PageText, Why, Word
from mi_desktop.ocr.checks import weighty
from mi_desktop.ocr.page import PageJob, read_page
from mi_desktop.ocr.tables import in_rows
from tests.unit.ocr.sheets import ENGLISH, FONT, SWEDISH, png

PRODUCTS = {
    "swe": (
        ("Produkt", "Batch", "Antal"),
        ("Zelvimar 25 mg", "ZX4711", "30"),
        ("Norvastin", "BT0117", "100"),
        ("Alvedol forte", "QR-2290", "7"),
    ),
    "eng": (
        ("Product", "Batch", "Quantity"),
        ("Zelvimar 25 mg", "ZX4711", "30"),
        ("Norvastin", "BT0117", "100"),
        ("Alvedol forte", "QR-2290", "7"),
    ),
}
LETTER = {"swe": SWEDISH, "eng": ENGLISH}
HAPPENED = (
    ("Produkt", "Vad som hände"),
    ("Zelvimar 25 mg", "Patienten fick utslag på\narmarna efter två dagar"),
    ("Norvastin", "Huvudvärk och yrsel som\ngick över"),
    ("Alvedol", "Inget"),
)
LEFT = (
    "Detta är den vänstra spalten",
    "med löpande text om hur",
    "läkemedlet ska tas varje dag",
    "och vad man gör om man har",
    "glömt en dos av tabletterna",
)
RIGHT = (
    "Den högra spalten handlar om",
    "hur läkemedlet ska förvaras",
    "i rumstemperatur och alltid",
    "utom syn- och räckhåll för",
    "barn samt om biverkningar",
)
PITCH, TOP, INDENT = 50, 120, 100


def drawn(rows, at, before=(), after=(), ruled=False) -> Image.Image:
    """A page at 200 dpi with lines of text, rows with cells at these px, and lines again."""
    page = Image.new("L", (1167, 1200), 250)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 31)
    y = TOP
    for row in (*((line,) for line in before), None, *rows, None, *((line,) for line in after)):
        cells = row or ()
        rule = ruled and (row in rows or (y > TOP and row is None))
        if rule:
            pen.line((90, y - 8, 1080, y - 8), fill=20, width=2)
        for x, cell in zip(at, cells, strict=False):
            for number, line in enumerate(cell.split("\n")):
                pen.text((x, y + PITCH * number), line, font=font, fill=20)
        y += PITCH * max((1 + cell.count("\n") for cell in cells), default=1)
    return page


def read(page: Image.Image) -> PageText:
    return read_page(PageJob("part", 1, png(page), "image/png", 0, page.size))


@pytest.mark.parametrize("language", ["swe", "eng"])
def test_a_table_is_read_row_by_row_in_its_place(language: str) -> None:
    rows, lines = PRODUCTS[language], LETTER[language]
    page = read(drawn(rows, (INDENT, 520, 900), before=lines[:3], after=lines[3:5]))
    (table,) = page.tables
    assert table.rows == rows
    said = [line for line in page.text.split("\n") if line]
    assert said == [*lines[:3], *(" ".join(row) for row in rows), *lines[3:5]]
    assert table.box.left == pytest.approx(INDENT, abs=4)


def test_a_cell_of_two_lines_is_one_cell_where_lines_are_drawn_between_rows() -> None:
    (table,) = read(drawn(HAPPENED, (INDENT, 480), ruled=True)).tables
    assert table.rows == tuple(tuple(c.replace("\n", " ") for c in row) for row in HAPPENED)


def test_two_columns_of_a_letter_stay_columns() -> None:
    rows = tuple(zip(LEFT, RIGHT, strict=True))
    page = read(drawn(rows, (INDENT, 620), before=SWEDISH[:2]))
    assert page.tables == ()
    said = [line for line in page.text.split("\n") if line]
    assert said == [*SWEDISH[:2], *LEFT, *RIGHT]


def test_two_addresses_side_by_side_are_no_table() -> None:
    rows = (("Eva Berg", "MI Desktop AB"), ("Storgatan 1", "Box 12"), ("111 22 Ort", "Sverige"))
    assert in_rows(placed(rows)) == placed(rows)


def test_what_stands_under_batch_wants_a_look_though_no_line_says_batch() -> None:
    words = in_rows(placed(PRODUCTS["swe"]))
    found = weighty(words)
    batches = [words[n].text for n, why in found.items() if why is Why.BATCH]
    assert batches == ["ZX4711", "BT0117", "QR-2290"]


def test_a_table_on_a_leaning_page_is_put_in_rows_where_it_lies_level() -> None:
    level = placed(PRODUCTS["eng"])
    leaning = [Word(w.text, shifted(w.box), 90.0, w.line, w.block) for w in level]
    back = dict(zip((w.box for w in leaning), (w.box for w in level), strict=True))
    assert all(w.cell == -1 for w in in_rows(leaning[:1], back.__getitem__))
    rows = in_rows(leaning, back.__getitem__)
    assert [w.text for w in rows if w.line == 1] == ["Zelvimar", "25", "mg", "ZX4711", "30"]


def test_a_page_without_words_stays_so() -> None:
    assert in_rows([], page=np.full((50, 50), 255, np.uint8)) == []


def shifted(box: Box) -> Box:
    """As on a page that leans by more than half a line."""
    down = box.left // 20
    return Box(box.left, box.top + down, box.right, box.bottom + down)


def placed(rows) -> list[Word]:
    """The words of rows as a reader gives them that reads each column as a block."""
    words, line = [], 0
    for block, column in enumerate(zip(*rows, strict=True)):
        for row, cell in enumerate(column):
            x = 100 + 400 * block
            for part in cell.split():
                wide = 14 * len(part)
                words.append(
                    Word(part, Box(x, 50 * row, x + wide, 50 * row + 30), 90.0, line, block)
                )
                x += wide + 8
            line += 1
    return words

"""Lists that are damaged, hold formulas without values, or unpack to far too much."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from mi_desktop.safety import Order, lists
from mi_desktop.safety.errors import ListUnreadable
from mi_desktop.safety.reconciling import Field

TODAY = date(2026, 11, 22)
HEADING = ("MI number", "Awareness date", "Product")


def saved(made: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def book(*rows: tuple[object, ...]) -> bytes:
    made = openpyxl.Workbook()
    for row in (HEADING, *rows):
        made.worksheets[0].append(row)
    return saved(made)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


GOOD = book(("AE-SE-2026-00001", "2026-11-16", "Zelvimar"))
with zipfile.ZipFile(BytesIO(GOOD)) as parts:
    SHEET = parts.read("xl/worksheets/sheet1.xml")


def refused(data: bytes, order: Order | None = None) -> str:
    with pytest.raises(ListUnreadable) as caught:
        lists.read_list("pv.xlsx", data, order or Order(), TODAY)
    return str(caught.value.words)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_cut_off_inside_is_refused_in_words(part: str) -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as whole:
        half = whole.read(part)[: whole.getinfo(part).file_size // 2]
    assert "damaged" in refused(with_part(GOOD, part, half))


def test_no_flipped_bit_brings_the_reader_down() -> None:
    for place in range(4, len(GOOD), 7):
        bad = bytearray(GOOD)
        bad[place] ^= 0x10
        try:
            lists.read_list("pv.xlsx", bytes(bad), Order(), TODAY)
        except (ListUnreadable, lists.ListEmpty, lists.ColumnsNotKnown, lists.ColumnTwice):
            continue


def test_rows_of_formulas_without_values_are_not_dropped() -> None:
    """REC-2: such a row looks empty to a reader; leaving it out would hide a case."""
    said = refused(book(("AE-SE-2026-00001", "2026-11-16", "Z"), ("=A2", "=B2", "=C2")))
    assert "row 3 has a formula without its value" in said


def test_a_sheet_that_lies_about_its_size_loses_no_row() -> None:
    """REC-2: programs that write lists often say A1:A1."""
    data = book(("AE-SE-2026-00001", "2026-11-16", "Z"), ("AE-SE-2026-00002", "2026-11-16"))
    with zipfile.ZipFile(BytesIO(data)) as opened:
        sheet = opened.read("xl/worksheets/sheet1.xml").replace(b'ref="A1:C3"', b'ref="A1"')
    read = lists.read_list(
        "pv.xlsx", with_part(data, "xl/worksheets/sheet1.xml", sheet), Order(), TODAY
    )
    assert [(row.number, row.troubles) for row in read.rows] == [(2, ()), (3, ())]


def test_what_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = b'<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row>'
    far = SHEET.replace(b"</sheetData>", wide + b"</sheetData>")
    monkeypatch.setattr(lists, "MOST_CELLS", 1_000)
    assert "cells" in refused(with_part(GOOD, "xl/worksheets/sheet1.xml", far))
    monkeypatch.setattr(lists, "LARGEST_UNPACKED", 100_000)
    assert "unpacks" in refused(with_part(GOOD, "docProps/app.xml", bytes(300_000)))


def test_days_written_in_no_possible_form_are_said_at_the_field() -> None:
    data = b"MI number;Awareness date\nAE-SE-2026-00001;16/11/2026\n"
    (row,) = lists.read_list("pv.csv", data, Order(days="%d/%m/%d"), TODAY).rows
    assert "%d/%m/%d" in str(row.troubles[0].words)


def test_days_are_days_in_either_calendar_of_excel_and_bare_numbers_are_not() -> None:
    for epoch in (CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904):
        made = openpyxl.Workbook()
        made.epoch = epoch
        for day in ("Awareness date", date(2026, 11, 16), 46342, "#N/A", True):
            made.worksheets[0].append(("MI number" if day == "Awareness date" else "", day))
        first, *rest = lists.read_list("pv.xlsx", saved(made), Order(), TODAY).rows
        assert (first.facts[Field.AWARENESS], first.troubles) == ("2026-11-16", ())
        for row, said in zip(rest, ("46342", "#N/A", "True"), strict=True):
            [told] = row.troubles
            assert (told.field, row.facts[Field.AWARENESS]) == (Field.AWARENESS, said)
            assert "is not a day" in str(told.words)


def test_merged_cells_are_refused_in_words_since_one_row_alone_would_count() -> None:
    made = openpyxl.load_workbook(BytesIO(GOOD))
    made.worksheets[0].append(("", "2026-11-17", "Zelvimar"))
    made.worksheets[0].merge_cells("A2:A3")
    assert "merged" in refused(saved(made))

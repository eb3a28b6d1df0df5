"""Reading the department's list: CSV in any usual encoding and delimiter, XLSX (REC-2).

Nothing is guessed and nothing is dropped: what cannot be read for certain is said at its row
and field, and the row stays in the reconciliation.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.errors import ColumnsNotKnown, ColumnTwice, ListEmpty, ListUnreadable
from mi_desktop.safety.reconciling import DATES, NEEDED, Field, Order, Reading, Row, Trouble

LARGEST = 50 * 1024 * 1024
# What a workbook may unpack to: a small file can hold gigabytes.
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_CELLS = 5_000_000
# Whatever a damaged workbook makes of the readers below; XML errors are SyntaxErrors.
_DAMAGED = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError,
    TypeError, AttributeError, OSError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
_DELIMITERS = (";", ",", "\t", "|")
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_NUMBER = re.compile(r"(AE|PQC|MI)-[A-Z]{2}-\d{4}-\d{5,}")
# What headings are called, letters and digits alone, lower case.
_CALLED = {
    Field.NUMBER: "ournumber minumber miid sendernumber localnumber externalreference handoffnumber"
    " vårtnummer minummer avsändarensnummer mireference",
    Field.AWARENESS: "awareness awarenessdate dayzero day0 dateofawareness medvetandedatum"
    " kännedomsdatum awaredate dag0",
    Field.PRODUCT: "product productname drug suspectproduct produkt läkemedel produktnamn",
    Field.SENT: "sent datesent sentdate skickad skickaddatum senttopv",
    Field.RECEIVED: "received datereceived receiveddate receiptdate mottagen mottagendatum inkom",
    Field.KIND: "type aess aeorss eventtype flag typ händelsetyp",
    Field.SERIOUS: "serious seriousness allvarlig allvarlighet",
    Field.REFERENCE: "casenumber caseid pvcaseid safetynumber theirnumber reference ärendenummer"
    " fallnummer argusnumber pvnumber",
    Field.VERSION: "version followup followupversion uppföljning",
}
_YES = {"yes", "y", "ja", "j", "true", "sant", "1", "x"}
_NO = {"no", "n", "nej", "false", "falskt", "0"}


def read_list(name: str, data: bytes, order: Order, today: date) -> Reading:
    """The list's rows, each with what is wrong with it.

    Args:
        name: of the file.
        data: its bytes.
        order: what a person said about it.
        today: at the site; later days are told.

    Raises:
        ListUnreadable: neither CSV nor XLSX, damaged, too large, rows on several sheets.
        ListEmpty: no rows below the heading.
        ColumnTwice: a heading stands twice, or one column is said to be two things.
        ColumnsNotKnown: a column that the match needs was not recognised.
    """
    how, headings, table = _table(name, data)
    columns = _columns(name, headings, order.columns)
    rows = tuple(_row(at, cells, (headings, columns), (order, today)) for at, cells in table)
    return Reading(name, how, headings, columns, rows)


def headings_of(name: str, data: bytes) -> tuple[Words, tuple[str, ...]]:
    """How the list is read, and its headings: what a person is asked about.

    Raises:
        ListUnreadable, ListEmpty: see `read_list`.
    """
    how, headings, _ = _table(name, data)
    return how, headings


def recognised(headings: Sequence[str]) -> dict[Field, str]:
    """The columns whose headings are known; a person confirms them."""
    plain = {re.sub(r"[\W_]", "", h).casefold(): h for h in reversed(headings)}
    found = {}
    for wanted, called in _CALLED.items():
        hit = next((plain[word] for word in called.split() if word in plain), None)
        if hit is not None:
            found[wanted] = hit
    return found


def _columns(name: str, headings: tuple[str, ...], said: Mapping[Field, str]) -> dict[Field, str]:
    counted = Counter(h for h in headings if h)
    found = {f: h for f, h in recognised(headings).items() if h not in said.values()}
    columns = {**found, **said}
    for heading in columns.values():
        if counted[heading] > 1 or list(columns.values()).count(heading) > 1:
            raise ColumnTwice(column=heading)
    missing = [f for f in NEEDED if columns.get(f) not in counted]
    missing += [f for f in said if said[f] not in counted and f not in missing]
    if missing:
        named = " / ".join(missing)
        raise ColumnsNotKnown(name=name, missing=named, columns=" | ".join(headings))
    return columns


_Numbered = list[tuple[int, list[Any]]]


def _table(name: str, data: bytes) -> tuple[Words, tuple[str, ...], _Numbered]:
    if len(data) > LARGEST:
        raise ListUnreadable(name=name, reason="it is larger than 50 MB")
    how, table = _sheet(name, data) if data[:4] == b"PK\x03\x04" else _text(name, data)
    if len(table) < 2:
        raise ListEmpty(name=name)
    return how, tuple(str(cell or "").strip() for cell in table[0][1]), table[1:]


def _text(name: str, data: bytes) -> tuple[Words, _Numbered]:
    text, encoding = _decoded(name, data)
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as e:
        raise ListUnreadable(name=name, reason=str(e)) from e
    said = {"\t": "TAB"}.get(delimiter, delimiter)
    how = words("CSV, {encoding}, columns parted by {mark}", encoding=encoding, mark=said)
    return how, [(n, list(r)) for n, r in enumerate(rows, 1) if any(c.strip() for c in r)]


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return _strict(name, data, encoding), encoding.removesuffix("-sig").upper()
    if b"\0" in data:
        raise ListUnreadable(name=name, reason="it is no text")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _strict(name, data, "cp1252"), "Windows-1252"


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as e:
        raise ListUnreadable(name=name, reason="its characters cannot be read") from e


def _delimiter(text: str) -> str:
    """The mark that parts the heading into most columns, outside quotes."""
    lines = (line for line in text.splitlines() if line.strip())
    heading = re.sub(r'"[^"]*"', "", next(lines, ""))
    return max(_DELIMITERS, key=heading.count)


def _sheet(name: str, data: bytes) -> tuple[Words, _Numbered]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise ListUnreadable(name=name, reason="it unpacks to more than 200 MB")
            if any(_merged(packed, part) for part in packed.namelist()):
                reason = "cells in it are merged, so that rows are empty there; part them in Excel"
                raise ListUnreadable(name=name, reason=reason)
        filled = {title: list(rows) for title, rows in _sheets(name, data)}
    except _DAMAGED as e:
        raise ListUnreadable(name=name, reason="it is no workbook, or damaged") from e
    filled = {title: rows for title, rows in filled.items() if rows}
    if len(filled) > 1:
        raise ListUnreadable(name=name, reason="several sheets have rows; save one sheet alone")
    title, rows = next(iter(filled.items()), ("", []))
    return words("XLSX, sheet {sheet}", sheet=title), rows


def _merged(packed: zipfile.ZipFile, part: str) -> bool:
    """True where a sheet joins cells; the reader that keeps no tree does not tell."""
    if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
        return False
    with packed.open(part) as sheet:
        before = b""
        while chunk := sheet.read(1 << 20):
            if b"<mergeCell " in before + chunk:
                return True
            before = chunk[-16:]
    return False


def _sheets(name: str, data: bytes) -> Iterator[tuple[str, Iterator[tuple[int, list[Any]]]]]:
    """Every sheet with its rows that hold something, each by its number."""
    values, formulas = (
        openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=said)
        for said in (True, False)
    )
    for shown, written in zip(values.worksheets, formulas.worksheets, strict=True):
        yield shown.title, _filled(name, shown, written)


def _filled(name: str, shown: Any, written: Any) -> Iterator[tuple[int, list[Any]]]:
    cells = width = 0
    for sheet in (shown, written):
        # What a sheet says of its size is wrong now and then; rows outside would be left out.
        sheet.reset_dimensions()
    pairs = zip(shown.iter_rows(values_only=True), written.iter_rows(), strict=True)
    for n, (row, behind) in enumerate(pairs, 1):
        cells += len(row)
        if cells > MOST_CELLS:
            raise ListUnreadable(name=name, reason="it has more than 5 million cells")
        if any(v is None and c.data_type == "f" for v, c in zip(row, behind, strict=True)):
            raise ListUnreadable(
                name=name,
                reason=f"row {n} has a formula without its value; save it in Excel again",
            )
        if any(cell not in (None, "") for cell in row):
            width = width or len(row)
            yield n, [*row, *[None] * (width - len(row))]


def _row(
    at: int,
    cells: list[Any],
    known: tuple[tuple[str, ...], Mapping[Field, str]],
    said: tuple[Order, date],
) -> Row:
    headings, columns = known
    while len(cells) > len(headings) and cells[-1] in (None, ""):
        cells.pop()
    if len(cells) != len(headings):
        shifted = words(
            "{count} cells where the heading has {wanted}; the columns are shifted",
            count=len(cells),
            wanted=len(headings),
        )
        kept = {f: _plain(cells[i]) for f, h in columns.items()
                if (i := headings.index(h)) < len(cells)}  # fmt: skip
        return Row(at, kept, (Trouble(None, shifted),))
    facts, troubles = {}, []
    for name, heading in columns.items():
        value, told = _value(name, cells[headings.index(heading)], said)
        facts[name] = value
        if told is not None:
            troubles.append(Trouble(name, told))
    received = facts.get(Field.RECEIVED)
    if not troubles and received and received < facts[Field.AWARENESS]:
        early = words("received before anybody was aware of it")
        troubles.append(Trouble(Field.RECEIVED, early))
    return Row(at, facts, tuple(troubles))


def _value(name: Field, cell: Any, said: tuple[Order, date]) -> tuple[str, Words | None]:
    """The cell as text, and what is wrong with it."""
    text = _plain(cell)
    if name in DATES:
        return _day(name, cell, text, said)
    if name is Field.NUMBER:
        text = text.upper()
        if text and not _NUMBER.fullmatch(text):
            return text, words("{text} is none of our numbers", text=text)
    if name is Field.SERIOUS and text:
        plain = text.casefold()
        if plain not in _YES | _NO:
            return text, words("{text} is neither yes nor no", text=text)
        text = "yes" if plain in _YES else "no"
    if name is Field.VERSION and text and not text.isdecimal():
        return text, words("{text} is no version", text=text)
    return text, None


def _day(name: Field, cell: Any, text: str, said: tuple[Order, date]) -> tuple[str, Words | None]:
    order, today = said
    if not text:
        return "", words("empty") if name in NEEDED else None
    try:
        if isinstance(cell, date):
            on = cell.date() if isinstance(cell, datetime) else cell
        elif order.days:
            on = datetime.strptime(text, order.days).date()
        elif re.fullmatch(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?", text):
            on = date.fromisoformat(text[:10])
        else:
            raise ValueError
    except (ValueError, re.error):  # a form that names the day twice is no form
        return text, words(
            "{text} is not a day written {form}", text=text, form=order.days or "2026-11-16"
        )
    if on > today:
        return on.isoformat(), words("{day} lies in the future", day=on.isoformat())
    return on.isoformat(), None


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()

"""The audit trail for people (P11-05): printed, A4 across, and as CSV; times in UTC."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.storage.audit_reading import AuditLine
from mi_desktop.storage.audit_walk import ChainReport

_FONT, _SIZE, _LEADING = "LiberationSans", 7, 9
_MARGIN = 12 * mm
_WIDTH, _HEIGHT = landscape(A4)
# Title of each column and where it starts, points from the left margin.
_COLUMNS = (("No.", 0), ("Time, UTC", 30), ("By", 112), ("Action", 246), ("Record", 336),
            ("Changes", 530))  # fmt: skip
_ENDS = (*(start for _, start in _COLUMNS[1:]), int(_WIDTH - 2 * _MARGIN))
_GAP = 6

_Cells = list[list[str]]
_FIELDS = ("seq", "at", "by", "action", "entity", "key", "changes", "reason", "hash")


def trail_csv(lines: Iterable[AuditLine]) -> bytes:
    """The lines as CSV in UTF-8, a row each; changes as JSON."""
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet)
    rows.writerow(_FIELDS)
    for line in lines:
        facts = {**vars(line), "at": line.at.isoformat()}
        facts["changes"] = json.dumps(line.changes, ensure_ascii=False)
        rows.writerow([facts[name] for name in _FIELDS])
    return sheet.getvalue().encode()


def draw_trail(lines: Sequence[AuditLine], report: ChainReport) -> bytes:
    """The trail as a PDF; each page tells whether the chain is whole, and its head."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, RESOURCES / "fonts" / f"{_FONT}-Regular.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.setTitle("Audit trail")
    whole = "whole" if report.broken_at is None else f"BROKEN at line {report.broken_at}"
    foot = f"Audit trail, {len(lines)} of {report.entries} lines, chain {whole}, head {report.head}"
    for number, rows in enumerate(_pages(lines), 1):
        _draw_page(canvas, rows, f"{foot} · page {number}")
    canvas.save()
    return out.getvalue()


def _pages(lines: Sequence[AuditLine]) -> Iterator[list[_Cells]]:
    room = int((_HEIGHT - 2 * _MARGIN) / _LEADING) - 3
    page: list[_Cells] = []
    left = room
    for cells in _in_pieces(lines, room):
        depth = max(map(len, cells))
        if depth > left:
            yield page
            page, left = [], room
        page.append(cells)
        left -= depth
    yield page


def _in_pieces(lines: Iterable[AuditLine], room: int) -> Iterator[_Cells]:
    """Each line's cells, wrapped; a line deeper than a page goes on in the next piece."""
    for line in lines:
        cells = _cells(line)
        for start in range(0, max(map(len, cells)), room):
            yield [cell[start : start + room] for cell in cells]


def _cells(line: AuditLine) -> _Cells:
    changes = json.dumps(line.changes, ensure_ascii=False) if line.changes else ""
    texts = (
        str(line.seq),
        f"{line.at:%Y-%m-%d %H:%M:%S}",
        line.by,
        line.action,
        f"{line.entity} {line.key}",
        " ".join(filter(None, (changes, line.reason, line.hash))),
    )
    return [
        [piece for word in simpleSplit(text, _FONT, _SIZE, end - start - _GAP)
         for piece in _cut(word, end - start - _GAP)]
        for text, (_, start), end in zip(texts, _COLUMNS, _ENDS, strict=True)
    ]  # fmt: skip


def _cut(text: str, width: float) -> Iterator[str]:
    """A row that is still too wide (one long word), in pieces that fit."""
    most = max(1, int(width / pdfmetrics.stringWidth("m", _FONT, _SIZE)))
    if pdfmetrics.stringWidth(text, _FONT, _SIZE) <= width:
        yield text
    else:
        yield from (text[n : n + most] for n in range(0, len(text), most))


def _draw_page(canvas: Canvas, rows: list[_Cells], foot: str) -> None:
    canvas.setFont(_FONT, _SIZE)
    y = _HEIGHT - _MARGIN
    for title, start in _COLUMNS:
        canvas.drawString(_MARGIN + start, y, title)
    canvas.line(_MARGIN, y - 3, _WIDTH - _MARGIN, y - 3)
    y -= _LEADING + 3
    for cells in rows:
        for (_, start), cell in zip(_COLUMNS, cells, strict=True):
            for depth, text in enumerate(cell):
                canvas.drawString(_MARGIN + start, y - depth * _LEADING, text)
        y -= max(map(len, cells)) * _LEADING
    canvas.drawString(_MARGIN, _MARGIN / 2, foot)
    canvas.showPage()

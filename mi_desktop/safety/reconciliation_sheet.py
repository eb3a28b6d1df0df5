"""A reconciliation on paper and as a table: PDF by reportlab, CSV in UTF-8."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from mi_desktop.safety.reconciling import DATES, Field, Line, Run
from mi_desktop.safety.sheet import fonts, style

_SHOWN = (*DATES, Field.PRODUCT, Field.SERIOUS, Field.REFERENCE, Field.VERSION)
_MARGIN = 14 * mm
_WIDTHS = [11 * mm, 34 * mm, 27 * mm, 78 * mm, 34 * mm, 40 * mm, 38 * mm]
# A sheet program takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(run: Run) -> bytes:
    """Every line, both sides field by field; UTF-8 with a mark, `;` between columns."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";")
    sides = [f"{side}: {name}" for name in _SHOWN for side in ("ours", "theirs")]
    rows.writerow(
        ["run", "row", "number", "result", *sides, "differs", "owner", "cause", "note",
         "closed at", "carried from"]
    )  # fmt: skip
    for line in run.lines:
        said = [side.get(name, "") for name in _SHOWN for side in (line.ours, line.theirs)]
        closed = line.closed_at.isoformat() if line.closed_at else ""
        cells = [run.number, str(line.row or ""), line.number, line.result, *said,
                 _differs(line, " | "), line.owner, line.cause, line.note, closed,
                 line.carried_from]  # fmt: skip
        rows.writerow([_plain(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def draw_run(run: Run, maker: str, signed: tuple[str, datetime, str] | None) -> bytes:
    """The report as PDF.

    Args:
        run: what was found.
        maker: full name of whoever ran it.
        signed: signer, local time, SHA-256 of the CSV; None while it is a draft.
    """
    fonts()
    out = io.BytesIO()
    title = f"Reconciliation {run.number}"
    document = SimpleDocTemplate(
        out,
        pagesize=landscape(A4),
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=title,
        invariant=1,
    )
    document.build(list(_story(run, maker, signed)))
    return out.getvalue()


def with_field(pdf: bytes, name: str) -> bytes:
    """The PDF with an empty, invisible signature field on its first page (ISO 32000-2, 12.7)."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0].obj
        field = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String(name),
                Rect=[0, 0, 0, 0],
                F=132,
                P=page,
            )
        )
        page.Annots = pikepdf.Array([*page.get("/Annots", []), field])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def _story(run: Run, maker: str, signed: tuple[str, datetime, str] | None) -> Iterable[Flowable]:
    yield Paragraph(escape(f"Reconciliation {run.number}"), style("head"))
    period = f"{run.since or 'the beginning'} to {run.until or 'now'}"
    counts = " · ".join(f"{result}: {count}" for result, count in run.counts.items() if count)
    columns = " · ".join(f"{field} = {heading}" for field, heading in run.columns.items())
    for said in (
        f"Department: {run.kind} · awareness from {period} · run by {maker}, "
        f"{run.made_at.isoformat(timespec='minutes')}",
        f"List: {run.source}, SHA-256 {run.source_sha256}",
        f"Columns: {columns}",
        f"Result: {counts or 'nothing to compare'}",
    ):
        yield Paragraph(escape(said), style("body"))
    yield Spacer(1, 4 * mm)
    heads = ("Row", "Number", "Result", "What differs", "Owner", "Cause", "Note")
    rows = [[Paragraph(h, style("title")) for h in heads]]
    rows += [[Paragraph(text, style("body")) for text in _cells(line)] for line in run.lines]
    table = Table(rows, colWidths=_WIDTHS, repeatRows=1, splitInRow=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.HexColor("#b8c4c4")),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    yield table
    yield Spacer(1, 5 * mm)
    if signed is None:
        yield Paragraph("DRAFT: not signed.", style("title"))
        return
    name, at, digest = signed
    yield Paragraph("Reconciliation reviewed", style("title"))
    said = f"Signed electronically by {name}, {at.isoformat(sep=' ', timespec='minutes')}"
    yield Paragraph(escape(f"{said}, bound to the CSV with SHA-256 {digest}"), style("body"))


def _cells(line: Line) -> list[str]:
    carried = f" (open since {line.carried_from})" if line.carried_from else ""
    note = line.note + (" · put right" if line.closed_at else "")
    said = [str(line.row or "–"), line.number or "–", f"{line.result}{carried}",
            _differs(line, "\n"), line.owner, line.cause, note]  # fmt: skip
    return [escape(text).replace("\n", "<br/>") for text in said]


def _differs(line: Line, between: str) -> str:
    """Both sides of each field; words alone where the row could not be read."""
    return between.join(
        f"{d.field or 'row'}: {d.theirs}" if not d.ours else f"{d.field}: {d.ours} / {d.theirs}"
        for d in line.differs
    )


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

"""The hand-off sheet: a package's record printed for people, A4, by reportlab."""

import io
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from mi_desktop.basics.paths import RESOURCES

_TITLES = {"safety": "Hand-off to safety", "quality": "Hand-off to quality"}
_MARGIN = 18 * mm
_FIRST = 46 * mm
_FRAME = 6  # points that reportlab keeps free on each side of its frame
_WIDTH = A4[0] - 2 * _MARGIN - 2 * _FRAME
_FONT = "LiberationSans"


def draw_sheet(facts: dict[str, Any], draft: bool = False) -> bytes:
    """The sheet of a record (`package.record`) as PDF.

    Args:
        facts: the record.
        draft: not handed over yet; said on every page.
    """
    fonts()
    out = io.BytesIO()
    foot = f"{facts['number']} · version {facts['version']} · {facts['inquiry']}"
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=f"{facts['number']} version {facts['version']}",
        author=facts["sender"],
        invariant=1,
    )

    def footer(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(_FONT, 8)
        said = f"{foot} · DRAFT, not handed over" if draft else foot
        canvas.drawString(_MARGIN, 10 * mm, said)
        canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, f"page {template.page}")

    document.build(_story(facts), onFirstPage=footer, onLaterPages=footer)
    return out.getvalue()


def _story(facts: dict[str, Any]) -> list[Flowable]:
    head = f"{_TITLES[facts['kind']]}: {facts['number']}"
    return [
        Paragraph(escape(head), style("head")),
        _table(_summary(facts)),
        *_section("Changed since the version before", _changes(facts)),
        *_section("Dates and times", [(_said(k), v) for k, v in facts["dates"].items()]),
        *_section("Reporter", [(_said(k), v) for k, v in facts["reporter"].items() if v]),
        *_section("In the sender's own words", _verbatim(facts)),
        *_section("Answers and evidence", _answers(facts)),
        *_section("Minimum criteria (never a condition of forwarding)", _criteria(facts)),
        *_section("Pages", _pages(facts)),
        *_section("Signed", _signed(facts)),
        *_section("Towards authorities, for information", _regulatory(facts)),
    ]


def _summary(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [
        ("From", facts["sender"]),
        ("Inquiry", facts["inquiry"]),
        ("Version", str(facts["version"])),
        ("Patient", str(facts["patient"])),
        ("Urgent", "yes: serious, or seriousness not known" if facts["urgent"] else "no"),
        ("Reported", ", ".join(facts["codes"]) or "nothing any more; see the answers"),
        ("Related reports", ", ".join(facts["related"]) or "none"),
        ("Way", facts["transmission"]),
    ]
    if facts["late"]:
        rows.append(("Late because", f"{facts['late']['reason']}: {facts['late']['text']}"))
    return rows


def _changes(facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (change["field"], f"was: {change['before'] or '–'}\nis: {change['after'] or '–'}")
        for change in facts.get("changes", ())
    ]


def _verbatim(facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (" · ".join(filter(None, (q["product"], q["language"]))) or "Question", q["verbatim"])
        for q in facts["questions"]
    ]


def _answers(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = []
    for answer in facts["answers"]:
        said = f"{answer['question']['en']} – {answer['said']}"
        quotes = [f"“{e['quote']}” (page {e['page']})" for e in answer["evidence"]]
        rows.append((answer["code"], "\n".join([said, *quotes, f"{answer['by']}, {answer['at']}"])))
    return rows


def _criteria(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [(c["code"], f"{c['text']['en']} – {c['value']}") for c in facts["criteria"]]
    return [*rows, ("To ask", ", ".join(facts["to_ask"]) or "nothing")]


def _pages(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = []
    for part in facts["pages"]:
        looked = ", all looked at" if part["looked_at"] else ""
        came = f"{part['name']}, {part['channel']}, received {part['received_at']}"
        pages = f"pages: {part['pages']}{looked}"
        rows.append((part["piece"], f"{came}, {pages}\nSHA-256 {part['sha256']}"))
    return rows


def _signed(facts: dict[str, Any]) -> list[tuple[str, str]]:
    signed = facts["signature"]
    if signed is None:
        return [("Signature", "none as the answers stand now")]
    return [
        ("Name", signed["name"]),
        ("Meaning", signed["meaning"]),
        ("Time", f"{signed['at']} ({signed['zone']})"),
        ("Bound to SHA-256", signed["sha256"]),
    ]


def _regulatory(facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            f"{told['country']} · {told['rule']}",
            "\n".join(filter(None, (told["says"], told["last_day"], told["source"]))),
        )
        for told in facts.get("regulatory", ())
    ]


def _section(title: str, rows: list[tuple[str, str]]) -> list[Flowable]:
    if not rows:
        return []
    return [Spacer(1, 3 * mm), Paragraph(escape(title), style("title")), _table(rows)]


def _table(rows: list[tuple[str, str]]) -> Table:
    cells = [
        [Paragraph(escape(str(name)), style("name")), Paragraph(_lines(value), style("body"))]
        for name, value in rows
    ]
    table = Table(cells, colWidths=[_FIRST, _WIDTH - _FIRST], splitInRow=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.HexColor("#b8c4c4")),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return table


def _lines(value: object) -> str:
    return escape(str(value)).replace("\n", "<br/>")


def _said(key: str) -> str:
    return key.replace("_", " ").capitalize()


def style(name: str) -> ParagraphStyle:
    """How a sheet's `head`, `title`, `name` and `body` are set; after `fonts`."""
    bold = f"{_FONT}-Bold"
    styles = {
        "head": ParagraphStyle(name, fontName=bold, fontSize=15, leading=19, spaceAfter=3 * mm),
        "title": ParagraphStyle(name, fontName=bold, fontSize=10.5, leading=13, spaceAfter=1 * mm),
        "name": ParagraphStyle(name, fontName=_FONT, fontSize=8.5, leading=11, textColor="#445"),
        "body": ParagraphStyle(name, fontName=_FONT, fontSize=9, leading=11.5, splitLongWords=1),
    }
    return styles[name]


@cache
def fonts() -> None:
    """Makes the sheet's fonts known to reportlab, once."""
    for face in ("", "-Bold"):
        path = RESOURCES / "fonts" / f"LiberationSans{face or '-Regular'}.ttf"
        pdfmetrics.registerFont(TTFont(_FONT + face, str(path)))

"""Letters that never were paper: a PDF with a text layer, and a Word document."""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.shared import Pt
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.demo.maker.layout import A4_MM, font_path, lay_out
from mi_desktop.demo.maker.truth import Page

_ZIP_DATE = (2026, 11, 2, 8, 0, 0)


def letter_pdf(pages: Sequence[Page], encrypt: object = None) -> bytes:
    """An A4 PDF with embedded fonts; the same bytes each time."""
    out = io.BytesIO()
    size = (A4_MM[0] * mm, A4_MM[1] * mm)
    canvas = Canvas(out, pagesize=size, invariant=1, encrypt=encrypt)
    for page in pages:
        for line in lay_out(page):
            name = line.font.removesuffix(".ttf")
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, font_path(line.font)))
            canvas.setFont(name, line.size)
            draw = canvas.drawRightString if line.from_right else canvas.drawString
            draw(line.edge_mm * mm, size[1] - line.baseline_mm * mm, line.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def letter_docx(pages: Sequence[Page]) -> bytes:
    """A Word document, one paragraph a line; the same bytes each time."""
    document = docx.Document()
    for page in pages:
        for index, text in enumerate(page.text):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.font.size = Pt(page.style.size)
            run.bold = index in page.style.bold or index < page.style.head
    out = io.BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _undated(archive: bytes) -> bytes:
    """The same zip archive with one fixed date on every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()

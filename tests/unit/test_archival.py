"""What an archived PDF says of itself is the same twice, whatever the file was called."""

from datetime import UTC, datetime
from io import BytesIO

import pdfplumber
import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.archival import Facts, archive, marked


@pytest.mark.parametrize("name", ["a\x01\x1b.pdf", "a\udcff.pdf", "a\uffff.pdf", "a<&>]]>😀.pdf"])
def test_a_title_with_signs_that_are_no_text_stays_valid(name: str) -> None:
    """ISO 19005-1, 6.7.3: document information and XMP agree; XML holds no control characters."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    made = archive(pdf, Facts(name, "an office", datetime(2026, 11, 16, 8, 0, tzinfo=UTC)))
    with pikepdf.open(BytesIO(made)) as opened, opened.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"
        assert xmp["dc:title"] == str(opened.docinfo["/Title"])
        assert xmp["dc:title"].endswith(".pdf")


def test_p11_24_paper_of_a_test_office_is_marked_under_its_words() -> None:
    """P11-24: seven strokes under every page, whichever way it lies; its text is as it was."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for size in (A4, landscape(A4)):
        canvas.setPageSize(size)
        canvas.drawString(100, 100, "Manifest P-1")
        canvas.showPage()
    canvas.save()
    with pdfplumber.open(BytesIO(marked(out.getvalue()))) as pdf:
        assert [page.extract_text() for page in pdf.pages] == ["Manifest P-1"] * 2
        assert [len(page.lines) + len(page.curves) for page in pdf.pages] == [7, 7]
        assert pdf.pages[1].width > pdf.pages[1].height

"""What an archived PDF says of itself is the same twice, whatever the file was called."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from mi_desktop.archival import Facts, archive


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

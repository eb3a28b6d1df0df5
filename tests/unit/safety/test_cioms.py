"""The CIOMS I form: every box says what the case says, nothing is cut, nothing is guessed."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from mi_desktop.safety.cases import Given, Null
from mi_desktop.safety.cases.paths import put
from mi_desktop.safety.cioms import Header, draw_cioms
from mi_desktop.safety.cioms_boxes import boxes, ticks
from mi_desktop.safety.forms import CASE, FORM, MESSAGE, Going, package_parts
from mi_desktop.settings import OfficeSettings
from tests.fakes.cases import filled_case
from tests.unit.safety.test_e2b_case import AT, SETTINGS

HEADER = Header(
    number="AE-SE-2026-00003",
    version=1,
    control_number="SE-EXAMPLECO-1",
    sender=("Example Co AB", "Gatan 1"),
    made_at=datetime(2026, 1, 21, 9, 15, tzinfo=UTC),
    signed=("Anna Ansvarig, safety checklist answered",),
    sha256="ab" * 32,
)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in one line."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_form_says_what_the_case_says() -> None:
    """HO-1: the words as they were said, and their working translation."""
    (page,) = pages(draw_cioms(filled_case(), HEADER))
    for text in (
        "A.B.", "47 years", "female", "huvudvärk", "translated: headache", "klåda",
        "Exempelmedel 10 mg tablett", "exemplin 10 mg", "batch AB1234", "10 mg, every 1 day",
        "oral", "högt blodtryck", "2026-01-02 to (asked, but unknown)", "Annatmedel",
        "Allergi mot penicillin.", "hypertoni, continuing", "Karin Exempelsson; physician",
        "SE-EXAMPLECO-1", "first 2026-01-14, latest 2026-01-20", "ALAT, 2026-01-15: 1.2 ukat/L",
        "Anna Ansvarig, safety checklist answered", "ab" * 32, "version 1",
    ):  # fmt: skip
        assert text in page, text


def test_every_box_has_its_number() -> None:
    (page,) = pages(draw_cioms(filled_case(), HEADER))
    for number in ("1 Patient", "1a Country", "2 Date", "2a Age", "3 Sex", "4-6 ", "7+13 ", "8-12 ",
                   "14 ", "15 ", "16 ", "17 ", "18 ", "19 ", "20 ", "21 ", "22 ", "23 ", "24a ",
                   "24b ", "24c ", "24d ", "25 ", "25a ", "26 "):  # fmt: skip
        assert number in page, number


@pytest.mark.parametrize(
    ("null", "words"),
    [
        (Null.NOT_ASKED, "(not asked)"),
        (Null.ASKED_UNKNOWN, "(asked, but unknown)"),
        (Null.UNKNOWN, "(unknown)"),
        (Null.MASKED, "(known, not passed on)"),
        (Null.NO_INFORMATION, "(no information)"),
    ],
)
def test_each_kind_of_nothing_has_words_of_its_own(null: Null, words: str) -> None:
    """E2B-4 on paper: not asked is not the same as asked but unknown."""
    assert boxes(put(filled_case(), "patient.initials", Given(null=null)))["initials"] == words


def test_a_text_too_long_for_its_box_is_whole_on_the_next_pages() -> None:
    story = " ".join(f"word{n}" for n in range(3000)) + " THE-END"
    first, *later = pages(draw_cioms(put(filled_case(), "narrative.text", Given(story)), HEADER))
    assert "whole text on the pages after this form" in first
    assert "7+13 Describe reaction(s)" in later[0]
    text = " ".join(later)
    assert all(f"word{n}" in text for n in range(3000))
    assert "THE-END" in text


def test_a_word_without_blanks_and_other_scripts_fit() -> None:
    long = put(filled_case(), "drugs.0.name", Given("X" * 250))
    odd = put(long, "narrative.text", Given("日本 <b>&amp;</b> \u202e"))
    text = "".join(pages(draw_cioms(odd, HEADER))).replace(" ", "")
    assert text.count("X") >= 250
    assert "<b>&amp;</b>" in text


def test_what_is_ticked_is_what_is_known() -> None:
    ticked = ticks(filled_case())
    serious = ticked["serious"].of
    assert serious["hospital, or longer there"] is True
    assert serious["patient died"] is None, "not asked of the second event"
    assert ticked["abated"].of == {"Yes": True, "No": False, "NA": False}
    assert ticked["again"].of == {"Yes": False, "No": False, "NA": True}
    assert ticked["source"].of["health professional"] is True


def test_the_form_is_kept_as_pdf_a_and_is_the_same_each_time() -> None:
    once, again = (draw_cioms(filled_case(), HEADER) for _ in range(2))
    assert once == again
    with pikepdf.open(io.BytesIO(once)) as pdf:
        assert b"<pdfaid:part>1</pdfaid:part>" in pdf.Root.Metadata.read_bytes()
        fonts = [f for page in pdf.pages for f in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in f.FontDescriptor for f in fonts)


def test_a_follow_up_and_a_draft_say_so() -> None:
    (page,) = pages(draw_cioms(filled_case(), replace(HEADER, version=2, draft=True)))
    assert "version 2 · DRAFT, not handed over" in page


def test_the_package_holds_the_message_only_where_it_is_valid() -> None:
    """HO-1, E2B-2: form and record always, the message where codes are supplied."""
    going = Going(1, AT)
    assert set(package_parts(filled_case(), SETTINGS, going)) == {FORM, CASE, MESSAGE}
    bare = put(filled_case(), "events.0.coding", Given(null=Null.NOT_ASKED))
    assert set(package_parts(bare, SETTINGS, going)) == {FORM, CASE}
    nobody = package_parts(filled_case(), OfficeSettings(), going)
    assert set(nobody) == {FORM, CASE}, "no receiver is set"
    empty = replace(filled_case(), head=replace(filled_case().head, revision=0))
    assert package_parts(empty, SETTINGS, going) == {}

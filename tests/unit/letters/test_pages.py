"""What the finished file is: repeatable, archivable, signed by names and times, findable."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pdfplumber
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mi_desktop.archival.srgb import srgb_profile
from mi_desktop.letters.archive import FIELD, render
from mi_desktop.letters.compose import answer_from, settle
from mi_desktop.letters.model import ApprovedLetter
from mi_desktop.letters.render import draw
from mi_desktop.letters.texts import texts
from tests.fakes.letter_world import STANDARD

AT = datetime(2026, 11, 16, 9, 41, tzinfo=UTC)


@pytest.fixture
def approved(empty, facts):
    blocks, references = answer_from(STANDARD, "q1", empty, facts.texts)
    draft = settle(replace(empty, blocks=blocks, references=references), facts)
    handed_in = datetime(2026, 11, 16, 8, 2, tzinfo=UTC)
    return ApprovedLetter(
        draft, "Anna Lindqvist", handed_in, "erik", "Erik Berg", AT, "Europe/Stockholm"
    )


@pytest.fixture
def rendered(approved, stationery):
    return render(approved, stationery)


def text_of(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "\n".join(page.extract_text() for page in opened.pages)


def test_same_letter_gives_the_same_bytes(approved, stationery, rendered):
    """P11-15 needs it: the hash that is signed can be made again."""
    assert render(approved, stationery) == rendered
    later = replace(approved, approved_at=datetime(2026, 11, 16, 9, 42, tzinfo=UTC))
    assert render(later, stationery).sha256 != rendered.sha256


def test_p11_14_names_times_zone_and_meaning_stand_on_the_page(rendered):
    text = text_of(rendered.pdf)
    assert "Författat av" in text
    assert "Godkänt av" in text
    assert "Anna Lindqvist" in text
    assert "Erik Berg" in text
    assert "16 november 2026 09:02 CET" in text
    assert "16 november 2026 10:41 CET" in text


def test_sig_2_printed_copy_carries_letter_and_short_hash(rendered, approved):
    text = text_of(rendered.pdf)
    assert f"Brev {approved.draft.reference}, dokumentets" in text
    assert approved.digest[:16] in text


def test_sig_1_signature_field_stands_in_the_frame_before_signing(rendered):
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.T), str(field.FT), int(field.F)) == (FIELD, "/Sig", 132)
        assert str(field.TU)
        left, bottom, right, top = (float(n) for n in field.Rect)
        page = next(p for p in pdf.pages if "/Annots" in p)
        assert page.Tabs == pikepdf.Name.S
        number = pdf.pages.index(page)
    with pdfplumber.open(io.BytesIO(rendered.pdf)) as opened:
        paper = opened.pages[number]
        box = (left, float(paper.height) - top, right, float(paper.height) - bottom)
        assert "Erik Berg" in paper.crop(box).extract_text()


def test_footer_names_letter_version_and_standard_responses(rendered):
    text = text_of(rendered.pdf)
    assert "Brev MI-SE-2026-00012/L1, version 1 · Standardsvar: SRD-0901 v1" in text
    assert f"Sida 1 av {rendered.pages}" in text


def test_code_on_the_paper_is_the_inquiry_number(rendered):
    page = pypdfium2.PdfDocument(rendered.pdf)[0]
    found = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert [code.text for code in found] == ["MI-SE-2026-00012"]


def test_let_1_triangle_is_a_glyph_of_an_embedded_font(rendered):
    with pdfplumber.open(io.BytesIO(rendered.pdf)) as opened:
        marks = [c for page in opened.pages for c in page.chars if c["text"] == "▼"]
    assert len(marks) == 3
    assert {c["fontname"].split("+")[1].split("-")[0] for c in marks} == {"LiberationSans"}


def test_every_font_is_embedded_and_the_file_describes_itself(rendered, approved):
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor
            used = {
                str(args[0]) for args, op in pikepdf.parse_content_stream(page) if str(op) == "Tf"
            }
            assert used <= set(page.Resources.Font.keys())
        assert str(pdf.Root.Lang) == "sv"
        assert str(pdf.docinfo["/Title"]) == f"{approved.draft.reference} ▼ Provin: Dosering"
        xmp = pdf.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "B")
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == srgb_profile()
        assert not pdf.is_encrypted


def test_no_line_breaks_between_figure_and_unit(rendered):
    text = text_of(rendered.pdf).replace("\xa0", " ")
    assert not re.search(r"\d\n(mg|ml|%)", text)
    assert "5 mg" in text


def test_preview_is_marked_on_every_page_and_has_no_names_yet(approved, stationery):
    drawn = draw(approved.draft, stationery)
    with pdfplumber.open(io.BytesIO(drawn.pdf)) as opened:
        for page in opened.pages:
            big = "".join(c["text"] for c in page.chars if c["size"] > 60 or not c["upright"])
            assert sorted(big) == sorted("UTKAST")
    assert "Erik Berg" not in text_of(drawn.pdf)
    assert drawn.seal is None


def test_english_letter_is_english_throughout(approved, facts, stationery):
    english = settle(replace(approved.draft, language="en"), replace(facts, texts=texts("en")))
    sheet = replace(stationery, texts=texts("en"))
    rendered = render(replace(approved, draft=english), sheet)
    text = text_of(rendered.pdf)
    assert "16 November 2026" in text
    assert "Page 1 of" in text
    assert "Approved by" in text


def test_markup_and_unknown_characters_in_a_question_are_shown_as_text(facts, empty, stationery):
    asked = replace(facts.inquiry.questions[0], verbatim="Är <b>5 & 6</b> mg ok? 🙂")
    odd = replace(facts, inquiry=replace(facts.inquiry, questions=(asked,)))
    text = " ".join(text_of(draw(settle(empty, odd), stationery).pdf).split())
    assert "<b>5 & 6</b>" in text
    assert "□" in text


def test_p11_24_a_test_offices_letter_carries_the_mark_under_the_same_words(
    approved, facts, stationery, rendered
):
    """P11-24: TEST in strokes on every page; the text is read as it was, and it stays PDF/A."""
    marked = render(approved, replace(stationery, test=True))

    def seen(data):
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return [(p.extract_text(), len(p.lines) + len(p.curves)) for p in pdf.pages]

    plain, test = seen(rendered.pdf), seen(marked.pdf)
    assert [text for text, _ in test] == [text for text, _ in plain]
    # Seven strokes: two of each T, two of E, one of S.
    assert [n - m for (_, n), (_, m) in zip(test, plain, strict=True)] == [7] * len(plain)
    with pikepdf.open(io.BytesIO(marked.pdf)) as opened, opened.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"

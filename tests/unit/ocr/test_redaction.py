"""Copies in which parts cannot be read: drawn, extracted, read again."""

from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from mi_desktop.intake import IntakeService, MailPiece, PageRef
from mi_desktop.ocr import Box, Hiding, OcrService, PageText, Source, Word, read_document
from mi_desktop.ocr import redaction as room
from mi_desktop.ocr.blackout import DrawnPage
from mi_desktop.ocr.engines import Engine, Layout, Nearest, Raster, Second, SecondEngine
from mi_desktop.ocr.errors import NothingHidden, RedactionFailed
from mi_desktop.ocr.proof import Copied, read_copy, still_read
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.storage import Office
from tests.unit.ocr.conftest import Door
from tests.unit.ocr.sheets import digital, drawn, png

LINES = ("Patienten Hjördis Testberg fick", "klåda. Hälsningar, Hjördis")


@pytest.fixture
def scan(arrives: Door, ocr: OcrService, anna: User) -> MailPiece:
    out = BytesIO()
    drawn(LINES).save(out, "PNG", dpi=(200, 200))
    piece = arrives("brev.png", out.getvalue())
    list(ocr.read(anna, [piece.id]))
    return piece


def text_of(pdf: bytes) -> str:
    return " ".join(p.get_textpage().get_text_range() for p in pdfium.PdfDocument(pdf))


def test_hidden_words_are_gone_from_text_and_picture_and_the_rest_is_there(
    ocr: OcrService, scan: MailPiece, sandbox: Sandbox, anna: User
) -> None:
    hidden = ocr.redaction.places(scan.id, "hjördis", "names the patient")
    assert len(hidden) == 2
    copy = ocr.redaction.make(anna, scan.id, hidden)
    pdf = ocr.redaction.pdf(anna, copy.id)
    assert "Hjördis" not in text_of(pdf)
    assert "klåda" in text_of(pdf)
    picture = BytesIO()
    pdfium.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil().save(picture, "PNG")
    (again,) = read_document(picture.getvalue(), "copy.png", "swe", sandbox)
    assert "jördis" not in again.text
    assert "Testberg" in again.text
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.open_metadata().pdfa_status == "1B"


def test_the_original_and_its_reading_stay_and_the_reasons_are_kept(
    ocr: OcrService, scan: MailPiece, office: Office, anna: User
) -> None:
    hidden = ocr.redaction.places(scan.id, "Testberg", "names the patient")
    copy = ocr.redaction.make(anna, scan.id, hidden)
    assert "Testberg" in ocr.texts(scan.id)[0].text
    (kept,) = ocr.redaction.copies(scan.id)
    assert kept == copy
    assert [h.reason for h in kept.hidden] == ["names the patient"]
    actions = [line.action for line in office.audit_lines()]
    assert "ocr.redact" in actions
    ocr.redaction.pdf(anna, copy.id)
    assert "ocr.take_redacted" in [line.action for line in office.audit_lines()]


def test_ho_1_the_newest_copy_is_the_one_that_goes_along(
    ocr: OcrService, scan: MailPiece, anna: User
) -> None:
    """HO-1: the package asks for it by its piece."""
    assert ocr.redacted(scan.id) is None
    for words in ("Testberg", "hjördis"):
        ocr.redaction.make(anna, scan.id, ocr.redaction.places(scan.id, words, "a name"))
    copy = ocr.redacted(scan.id)
    assert copy is not None
    assert "Testberg" in text_of(copy)
    assert "Hjördis" not in text_of(copy)


def test_a_born_digital_page_loses_its_own_text_layer(
    arrives: Door, ocr: OcrService, anna: User
) -> None:
    piece = arrives("brev.pdf", digital(LINES))
    list(ocr.read(anna, [piece.id]))
    hidden = ocr.redaction.places(piece.id, "Hjördis Testberg", "names the patient")
    pdf = ocr.redaction.pdf(anna, ocr.redaction.make(anna, piece.id, hidden).id)
    assert "Testberg" not in text_of(pdf)
    assert text_of(pdf).count("Hjördis") == 1
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "/Font" not in opened.pages[0].Resources


def test_a_copy_in_which_something_can_be_read_is_thrown_away(
    ocr: OcrService, scan: MailPiece, office: Office, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof is a proof: a drawing that hides the text layer but not the picture is caught."""
    hidden = ocr.redaction.places(scan.id, "Testberg", "names the patient")
    true_run = Sandbox.run

    def careless(self, call, *args, **how):
        if call is room.black_out:
            pages, facts = args
            seen = [replace(p, boxes=(), read=p.shown) for p in pages]
            return true_run(self, call, seen, facts, **how)
        return true_run(self, call, *args, **how)

    monkeypatch.setattr(Sandbox, "run", careless)
    with pytest.raises(RedactionFailed) as caught:
        ocr.redaction.make(anna, scan.id, hidden)
    assert caught.value.facts["page"] == 1
    assert ocr.redaction.copies(scan.id) == []


def word_at(ocr: OcrService, piece: MailPiece, text: str) -> Box:
    return next(w.box for w in ocr.texts(piece.id)[0].words if w.text == text)


@pytest.mark.parametrize(("top", "foot"), [(0.3, 1.0), (0.0, 0.7), (0.35, 0.65)])
def test_a_rectangle_that_leaves_part_of_the_letters_to_be_seen_makes_no_copy(
    ocr: OcrService, scan: MailPiece, anna: User, top: float, foot: float
) -> None:
    """Ascenders above a bar, or a bar struck through a name, are read by any person."""
    box = word_at(ocr, scan, "Testberg")
    tall = box.bottom - box.top
    thin = replace(box, top=box.top + round(top * tall), bottom=box.top + round(foot * tall))
    with pytest.raises(RedactionFailed) as caught:
        ocr.redaction.make(anna, scan.id, [Hiding(scan.pages[0].ref, thin, "a name")])
    assert caught.value.facts["what"] == "part of a word"
    assert ocr.redaction.copies(scan.id) == []


def test_a_rectangle_that_grazes_the_line_below_hides_what_it_covers(
    ocr: OcrService, scan: MailPiece, anna: User
) -> None:
    box = word_at(ocr, scan, "Testberg")
    low = replace(box, top=box.top - 6, bottom=word_at(ocr, scan, "Hälsningar,").top + 6)
    copy = ocr.redaction.make(anna, scan.id, [Hiding(scan.pages[0].ref, low, "a name")])
    assert "Testberg" not in text_of(ocr.redaction.pdf(anna, copy.id))


@dataclass(frozen=True)
class Blind:
    """A first reader that sees nothing: what is found was found by the second."""

    def languages(self) -> tuple[str, ...]:
        return ("eng", "swe")

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        return ()

    def turn(self, raster: Raster) -> int:
        return 0


@pytest.mark.parametrize("readers", [(Nearest(), None), (Blind(), Second())])
def test_each_reader_alone_finds_what_a_careless_drawing_left(
    readers: tuple[Engine, SecondEngine | None],
) -> None:
    """Read as large as the page, and doubled around the rectangle."""
    page = drawn(LINES)
    doubled = page.resize((page.width * 2, page.height * 2))
    box = Box(120, 195, 800, 245)
    copy = Copied(png(page), png(doubled), (box,), page.size, "swe")
    read = read_copy(copy, *readers)
    words = tuple(Word(w, box, 90.0, 0, 0) for w in ("Hjördis", "Testberg"))
    text = PageText("p", 1, "swe", 0, 0.0, 90.0, Source.OCR, words, *page.size)
    hidden = DrawnPage(b"", "", 0, 0, page.size, (420.0, 595.0), text, (box,))
    assert {"Hjördis", "Testberg"} <= set(still_read(read, hidden))


def test_hiding_needs_a_place_and_a_reason(ocr: OcrService, scan: MailPiece, anna: User) -> None:
    ref, box = scan.pages[0].ref, Box(10, 10, 60, 60)
    for wrong in ([], [Hiding(ref, box, " ")], [Hiding(PageRef("elsewhere", 1), box, "name")]):
        with pytest.raises(NothingHidden):
            ocr.redaction.make(anna, scan.id, wrong)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_turned_since_it_was_read_hides_the_words_where_they_are_now(
    ocr: OcrService, intake: IntakeService, scan: MailPiece, sandbox: Sandbox, anna: User,
    degrees: int,
) -> None:  # fmt: skip
    intake.rotate(anna, scan.pages[0].ref, degrees)
    hidden = ocr.redaction.places(scan.id, "Testberg", "names the patient")
    pdf = ocr.redaction.pdf(anna, ocr.redaction.make(anna, scan.id, hidden).id)
    assert "Testberg" not in text_of(pdf)
    seen = pdfium.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil()
    picture = BytesIO()
    seen.rotate(degrees, expand=True).save(picture, "PNG")
    (again,) = read_document(picture.getvalue(), "copy.png", "swe", sandbox)
    assert "Testberg" not in again.text
    assert "klåda" in again.text


@pytest.mark.parametrize(
    "box",
    [Box(9000, 9000, 9100, 9100), Box(-9, -9, -1, -1), Box(90, 90, 10, 10), Box(50, 50, 50, 99)],
)
def test_a_rectangle_that_hides_nothing_makes_no_copy(
    ocr: OcrService, scan: MailPiece, anna: User, box: Box
) -> None:
    with pytest.raises(NothingHidden):
        ocr.redaction.make(anna, scan.id, [Hiding(scan.pages[0].ref, box, "name")])
    assert ocr.redaction.copies(scan.id) == []


def test_a_rectangle_over_the_edge_hides_what_is_on_the_page(
    ocr: OcrService, scan: MailPiece, anna: User
) -> None:
    page = scan.pages[0]
    wide = Hiding(page.ref, Box(-(10**9), -5, 10**9, page.height // 2), "all of it")
    copy = ocr.redaction.make(anna, scan.id, [wide])
    assert copy.hidden[0].box == Box(0, 0, page.width, page.height // 2)
    assert text_of(ocr.redaction.pdf(anna, copy.id)).strip() == ""

"""The desk where a person checks what was read, over a real office and the real Tesseract."""

from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest

from mi_desktop.archival import Facts
from mi_desktop.basics.clock import utc_now
from mi_desktop.intake import IntakeService, MailPiece
from mi_desktop.ocr import Box, Hiding, Means, OcrService, PageText, Source, Why, Word
from mi_desktop.ocr.checks import doubts
from mi_desktop.ocr.document import Sheet
from mi_desktop.ocr.engines import Seen, SeenLine
from mi_desktop.ocr.errors import NoSuchSign, NothingToCheck, NothingWritten
from mi_desktop.ocr.fusion import fuse_line
from mi_desktop.ocr.searchable import write_searchable
from mi_desktop.people import PeopleService, Role, User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.errors import RecordMissing
from tests.conftest import PASSPHRASE, Staff
from tests.unit.ocr.conftest import Door
from tests.unit.ocr.sheets import drawn

LINES = (
    "Patienten tog Zelvimar 25 mg i en vecka",
    "och fick utslag. Batch ZX4711 stod",
    "på asken.",
)


@pytest.fixture
def ocr(office: Office, intake: IntakeService, sandbox: Sandbox) -> OcrService:
    return OcrService(
        office, intake, sandbox, OfficeSettings(), Means(products=lambda: ["Zelvimar"])
    )


@pytest.fixture
def piece(arrives: Door, ocr: OcrService, anna: User) -> MailPiece:
    out = BytesIO()
    drawn(LINES).save(out, "PNG", dpi=(200, 200))
    piece = arrives("brev.png", out.getvalue())
    list(ocr.read(anna, [piece.id]))
    return piece


def place(ocr: OcrService, piece: MailPiece, word: str) -> int:
    read = ocr.checking.page(piece.pages[0].ref).read
    return next(n for n, w in enumerate(read.words) if w.text.startswith(word))


def test_what_carries_weight_is_asked_for_even_when_the_reader_was_sure(
    ocr: OcrService, piece: MailPiece
) -> None:
    page = ocr.checking.page(piece.pages[0].ref)
    assert {(d.word.text, d.why) for d in page.doubts} >= {
        ("Zelvimar", Why.PRODUCT),
        ("25", Why.DOSE),
        ("mg", Why.DOSE),
        ("ZX4711", Why.BATCH),
    }
    assert ocr.checking.left(piece.id) == len(page.doubts)


def test_a_correction_goes_into_record_and_search_and_the_reading_is_kept(
    ocr: OcrService, piece: MailPiece, office: Office, anna: User
) -> None:
    """P11-19."""
    ref = piece.pages[0].ref
    at = place(ocr, piece, "utslag")
    page = ocr.checking.settle(anna, ref, at, "klåda.")
    assert page.checks[at].read.startswith("utslag")
    assert (page.checks[at].by, page.checks[at].at.tzinfo is not None) == (anna.id, True)
    text = ocr.text(ref)
    assert text is not None
    assert "fick klåda." in text.text
    assert "utslag" in ocr.checking.page(ref).read.text
    with office.database.read() as session:
        assert [f.ref for f in office.index.find(session, "klåda")] == [piece.id]
        assert office.index.find(session, "utslag") == []
    assert "fick klåda." in ocr.texts(piece.id)[0].text
    ocr.checking.unsettle(anna, ref, at)
    assert "utslag" in ocr.texts(piece.id)[0].text


def test_a_batch_is_never_made_likelier_it_stays_as_read_and_wants_a_look() -> None:
    """Both readers and the catalogue know a likelier word; what was read stands, or is doubtful."""
    known = {"BOOT", "BOOII", "Batch"}.__contains__
    word = Word("B0O1l", Box(200, 0, 290, 30), 91.0, 0, 0)
    first = [Word("Batch", Box(0, 0, 90, 30), 96.0, 0, 0), word]
    quad = np.array([(0, 0), (290, 0), (290, 30), (0, 30)], np.float32)
    for theirs in ("B0O1l", "BOOII"):
        seen = (Seen("Batch", 0, 90, 98.0), Seen(theirs, 200, 290, 90.0))
        fused = list(fuse_line(first, SeenLine(quad, 290, seen), known))
        if theirs == word.text:
            assert (fused[1].text, fused[1].doubtful) == ("B0O1l", False)
        else:
            assert fused[1].doubtful
            assert {fused[1].text, fused[1].other} == {"B0O1l", "BOOII"}
        page = PageText("p", 1, "swe", 0, 0.0, 90.0, Source.OCR, tuple(fused), 300, 100)
        assert {d.word.text for d in doubts(page, {})} == {fused[1].text}


def test_accepting_a_word_takes_it_off_the_list(
    ocr: OcrService, piece: MailPiece, anna: User
) -> None:
    ref = piece.pages[0].ref
    before = ocr.checking.page(ref).doubts
    after = ocr.checking.settle(anna, ref, before[0].place, before[0].word.text).doubts
    assert after == before[1:]


def test_what_only_a_person_can_read_is_written_down_and_found(
    ocr: OcrService, piece: MailPiece, office: Office, anna: User
) -> None:
    ref = piece.pages[0].ref
    page = ocr.checking.transcribe(anna, ref, "ring Vera\nom graviditet", Box(10, 900, 400, 990))
    assert ocr.texts(piece.id)[0].text.endswith("ring Vera\nom graviditet")
    with office.database.read() as session:
        assert [f.ref for f in office.index.find(session, "graviditet")] == [piece.id]
    ocr.checking.forget(anna, page.transcripts[0].id)
    assert "Vera" not in ocr.texts(piece.id)[0].text
    with pytest.raises(RecordMissing):
        ocr.checking.forget(anna, page.transcripts[0].id)


def test_a_page_turned_and_read_again_keeps_what_people_made_of_it(
    ocr: OcrService, intake: IntakeService, piece: MailPiece, anna: User
) -> None:
    ref = piece.pages[0].ref
    ocr.checking.settle(anna, ref, place(ocr, piece, "vecka"), "dag")
    intake.rotate(anna, ref, 180)
    list(ocr.read(anna, [piece.id]))
    text = ocr.text(ref)
    assert text is not None
    assert "i en dag" in text.text


def test_every_step_is_in_the_trail_without_the_words(
    ocr: OcrService, piece: MailPiece, office: Office, anna: User
) -> None:
    """GD-05."""
    ocr.checking.settle(anna, piece.pages[0].ref, place(ocr, piece, "utslag"), "Hjördis")
    lines = [line for line in office.audit_lines() if line.action == "ocr.settle_word"]
    assert {line.by for line in lines} == {anna.id}
    assert "Hjördis" not in str(lines)


def test_what_cannot_be_checked_is_said(
    ocr: OcrService, piece: MailPiece, arrives: Door, people: PeopleService, staff: Staff
) -> None:
    ref, anna = piece.pages[0].ref, staff.anna
    with pytest.raises(NothingToCheck):
        ocr.checking.settle(anna, ref, 10_000, "x")
    out = BytesIO()
    drawn(LINES[:1]).save(out, "PNG")
    with pytest.raises(NothingToCheck):
        ocr.checking.page(arrives("annat.png", out.getvalue()).pages[0].ref)
    for text in ("  ", "\u200b\n", "x" * 20_001, "x" * 100_000):
        with pytest.raises(NothingWritten):
            ocr.checking.transcribe(anna, ref, text)
    auditor = people.add(staff.maria, ("ove", "Ove Ek", frozenset({Role.AUDITOR})), PASSPHRASE)
    with pytest.raises(NotPermitted):
        ocr.checking.settle(auditor, ref, 0, "x")


def test_a_correction_reaches_the_record_the_index_and_the_words_of_a_copy_that_is_made(
    ocr: OcrService, piece: MailPiece, office: Office, anna: User
) -> None:
    """P11-19: who and when with it, the machine's reading beside it."""
    ref = piece.pages[0].ref
    at = place(ocr, piece, "utslag")
    ocr.checking.settle(anna, ref, at, "klåda.")
    check = ocr.checking.page(ref).checks[at]
    assert (check.read[:6], check.text, check.by) == ("utslag", "klåda.", anna.id)
    assert check.at == office.database.clock()
    with office.database.read() as session:
        assert [f.ref for f in office.index.find(session, "klåda")] == [piece.id]
    hidden = ocr.redaction.places(piece.id, "Zelvimar", "a product")
    pdf = ocr.redaction.pdf(anna, ocr.redaction.make(anna, piece.id, hidden).id)
    page = pdfium.PdfDocument(pdf)[0].get_textpage()
    hit = page.search("klåda").get_next()
    assert hit is not None
    box = ocr.checking.page(ref).read.words[at].box
    assert page.get_charbox(hit[0])[0] == pytest.approx(box.left * 72 / 200, abs=3)
    assert page.search("utslag").get_next() is None


@pytest.mark.parametrize("signs", ["\x00", "\ud83d", "\x1b[2J", "\ufffe", "\x7f"])
def test_what_is_no_text_is_refused_in_words(
    ocr: OcrService, piece: MailPiece, anna: User, signs: str
) -> None:
    ref = piece.pages[0].ref
    with pytest.raises(NoSuchSign) as caught:
        ocr.checking.settle(anna, ref, 0, f"Zelvi{signs}mar")
    str(caught.value).encode()
    with pytest.raises(NoSuchSign):
        ocr.checking.transcribe(anna, ref, f"ring{signs}Vera")
    hidden = Hiding(ref, Box(10, 10, 60, 60), f"name{signs}")
    with pytest.raises(NoSuchSign):
        ocr.redaction.make(anna, piece.id, [hidden])
    assert ocr.checking.page(ref).checks == {}


@pytest.mark.parametrize(
    ("said", "kept", "found"),
    [
        ("\u202eramivleZ\u202c", "ramivleZ", "ramivleZ"),
        ("Zel\u200bvi\u00admar\ufeff", "Zelvimar", "Zelvimar"),
        ("a\u030angest", "ångest", "ångest"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd", "\u05dd"),
        ("\U0001f48a 25\u00a0mg\x0b\n", "\U0001f48a 25 mg", "25 mg tog"),
    ],
)
def test_whatever_is_text_is_kept_and_fits_into_a_pdf(
    ocr: OcrService, piece: MailPiece, anna: User, said: str, kept: str, found: str
) -> None:
    """Writing from right to left stays; marks that turn writing round, or hide, do not."""
    ref = piece.pages[0].ref
    page = ocr.checking.settle(anna, ref, 0, said)
    assert page.checks[0].text == kept
    made = write_searchable([sheet_of(piece)], ocr.texts(piece.id), Facts("brev", "", utc_now()))
    assert made.archival
    # A sign that the font lacks takes its room, and cannot be found there.
    assert found in pdfium.PdfDocument(made.pdf)[0].get_textpage().get_text_range()


def sheet_of(piece: MailPiece) -> Sheet:
    page = piece.pages[0]
    out = BytesIO()
    drawn(LINES).save(out, "PNG", dpi=(200, 200))
    size, dpi = (page.width, page.height), (page.dpi_x, page.dpi_y)
    return Sheet(0, out.getvalue(), "image/png", 0, size, dpi, blank=False)


def test_a_correction_longer_than_a_page_can_hold_is_refused(
    ocr: OcrService, piece: MailPiece, anna: User
) -> None:
    """A PDF holds no longer string: a copy made with it would be no PDF/A."""
    ref = piece.pages[0].ref
    with pytest.raises(NothingWritten):
        ocr.checking.settle(anna, ref, 0, "y " * 10_001)
    assert ocr.checking.page(ref).checks == {}

"""One document without an office: read, and made searchable."""

import json
import subprocess
from email.message import EmailMessage
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from mi_desktop.intake.errors import KindUnknown
from mi_desktop.ocr import Source, installed_languages, read_document, searchable_pdf
from mi_desktop.sandbox import Sandbox
from tests.fakes.ocr_engines import ToldEngine
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, digital, drawn, fax, png, turned_pdf


def found_at(pdf: bytes, words: str) -> tuple[float, ...]:
    """Where a reader's search finds the words on page 1: left, bottom, right, top in points."""
    page = pdfium.PdfDocument(pdf)[0]
    hit = page.get_textpage().search(words).get_next()
    assert hit is not None, words
    boxes = [page.get_textpage().get_charbox(hit[0] + n) for n in range(hit[1])]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def test_a_pdf_with_both_kinds_of_pages_is_read_page_by_page(sandbox: Sandbox) -> None:
    both = pikepdf.open(BytesIO(digital(SWEDISH)))
    both.pages.extend(pikepdf.open(BytesIO(digital((), under=drawn(ENGLISH)))).pages)
    out = BytesIO()
    both.save(out)
    first, second = read_document(out.getvalue(), "both.pdf", None, sandbox)
    assert (first.source, first.language) == (Source.TEXT_LAYER, "swe")
    assert (second.source, second.language) == (Source.OCR, "eng")
    assert (first.number, second.number) == (1, 2)
    assert "May the tablet be crushed" in second.text
    assert json.dumps([w.text for w in second.words])


def test_a_chosen_language_is_used(sandbox: Sandbox) -> None:
    (page,) = read_document(png(drawn(ENGLISH)), "scan.png", "swe+eng", sandbox)
    assert "crushed" in page.text
    assert page.language == "eng"


def test_a_mail_is_read_with_what_lies_in_it(sandbox: Sandbox) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "eva@sjukhus.example", "Fråga"
    mail.set_content("Får tabletten delas? Jag skickar en bild av brevet.")
    mail.add_attachment(png(drawn(ENGLISH)), "image", "png", filename="brev.png")
    data = mail.as_bytes()
    text, picture = read_document(data, "mail.eml", None, sandbox)
    assert (text.source, picture.source) == (Source.TEXT_LAYER, Source.OCR)
    assert (text.part_id, picture.part_id) == ("0", "1")
    pdf = searchable_pdf(data, "mail.eml", [text, picture], sandbox).pdf
    assert len(pdfium.PdfDocument(pdf)) == 2


def test_a_blank_page_is_not_read(sandbox: Sandbox) -> None:
    (page,) = read_document(png(drawn(())), "scan.png", None, sandbox, ToldEngine())
    assert page.words == ()


def test_what_is_no_document_is_refused_with_words(sandbox: Sandbox) -> None:
    with pytest.raises(KindUnknown):
        read_document(b"\0\1\2\3" * 200, "x.xqz", None, sandbox)


def test_installed_languages_are_named_without_the_orientation_data() -> None:
    assert {"swe", "eng"} <= set(installed_languages())
    assert "osd" not in installed_languages()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_found_where_they_stand_in_a_searchable_scan(sandbox: Sandbox, turn: int) -> None:
    scan = digital((), under=drawn(ENGLISH).rotate(turn, expand=True).resize((1167, 1653)))
    data = scan if turn in (0, 180) else digital((), under=drawn(ENGLISH))
    pages = read_document(data, "scan.pdf", None, sandbox)
    pdf = searchable_pdf(data, "scan.pdf", pages, sandbox).pdf
    left, bottom, right, top = found_at(pdf, "crushed")
    word = next(w for w in pages[0].words if w.text == "crushed")
    points = 420 / pages[0].width
    assert left == pytest.approx(word.box.left * points, abs=3)
    assert right == pytest.approx(word.box.right * points, abs=3)
    assert bottom == pytest.approx(595 - word.box.bottom * points, abs=5)
    assert top == pytest.approx(595 - word.box.top * points, abs=5)


def test_a_page_turned_in_its_file_gets_its_words_the_right_way_up(sandbox: Sandbox) -> None:
    data = turned_pdf(digital((), under=drawn(ENGLISH).rotate(180)), 180)
    pages = read_document(data, "scan.pdf", None, sandbox)
    assert pages[0].rotation == 0
    pdf = searchable_pdf(data, "scan.pdf", pages, sandbox).pdf
    _, bottom, _, top = found_at(pdf, "crushed")
    # In the file's own, unturned coordinates the second line stands near the foot of the page.
    assert 0 < bottom < top < 200


def test_the_original_picture_is_untouched(sandbox: Sandbox) -> None:
    jpeg = BytesIO()
    drawn(ENGLISH).save(jpeg, "JPEG", quality=60, dpi=(200, 200))
    pages = read_document(jpeg.getvalue(), "scan.jpg", "eng", sandbox)
    pdf = pikepdf.open(BytesIO(searchable_pdf(jpeg.getvalue(), "scan.jpg", pages, sandbox).pdf))
    image = pdf.pages[0].Resources.XObject.Im0
    assert image.read_raw_bytes() == jpeg.getvalue()


def test_a_fax_stays_small_and_keeps_every_dot(sandbox: Sandbox) -> None:
    data = fax(drawn(SWEDISH))
    pages = read_document(data, "fax.tif", "swe", sandbox)
    written = searchable_pdf(data, "fax.tif", pages, sandbox).pdf
    assert len(written) < 3 * len(data) + 30_000
    pdf = pikepdf.open(BytesIO(written))
    image = pikepdf.PdfImage(pdf.pages[0].Resources.XObject.Im0).as_pil_image()
    with Image.open(BytesIO(data)) as fax_page:
        assert image.convert("1").tobytes() == fax_page.tobytes()


def test_other_readers_find_the_text(sandbox: Sandbox, tmp_path) -> None:
    data = png(drawn(SWEDISH))
    pages = read_document(data, "scan.png", "swe", sandbox)
    path = tmp_path / "scan.pdf"
    path.write_bytes(searchable_pdf(data, "scan.png", pages, sandbox).pdf)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert "Får patienten dela tabletten på mitten?" in done.stdout.decode()


def scanned(page: Image.Image) -> bytes:
    """A PDF as scanners make them: a page that shows one picture."""
    out = BytesIO()
    page.save(out, "PDF", resolution=200)
    return out.getvalue()


def test_a_scan_becomes_an_archival_pdf_and_a_born_digital_one_stays_as_it_is(
    sandbox: Sandbox,
) -> None:
    """ISO 19005-1: the marks of PDF/A stand only where all of it fits."""
    for data, name in (
        (png(drawn(ENGLISH)), "scan.png"),
        (fax(drawn(SWEDISH)), "fax.tif"),
        (scanned(drawn(ENGLISH)), "scan.pdf"),
    ):
        pages = read_document(data, name, "swe+eng", sandbox)
        made = searchable_pdf(data, name, pages, sandbox)
        assert made.archival
        with pikepdf.open(BytesIO(made.pdf)) as pdf:
            assert pdf.pdf_version == "1.4"
            assert pdf.open_metadata().pdfa_status == "1B"
            assert pdf.Root.OutputIntents[0].S == pikepdf.Name.GTS_PDFA1
    born = digital(SWEDISH)
    made = searchable_pdf(born, "born.pdf", read_document(born, "b.pdf", None, sandbox), sandbox)
    assert not made.archival
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert "/Metadata" not in pdf.Root


def test_a_page_of_several_pictures_is_not_taken_apart(sandbox: Sandbox) -> None:
    with pikepdf.open(BytesIO(scanned(drawn(ENGLISH)))) as pdf:
        page = pdf.pages[0]
        page.contents_add(page.Contents.read_bytes())
        two = BytesIO()
        pdf.save(two)
    pages = read_document(two.getvalue(), "two.pdf", "eng", sandbox)
    assert not searchable_pdf(two.getvalue(), "two.pdf", pages, sandbox).archival

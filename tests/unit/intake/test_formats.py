"""Each kind of document: told by content, measured, its words and its insides brought out."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2 as pdfium
import pytest
from PIL import Image

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.formats.leaf import codes_on, is_blank, true_dpi
from mi_desktop.intake.opening import OpenedDocument, OpenedPart, open_document, plain_name
from tests.unit.intake.papers import (
    attach,
    coded,
    letter,
    mail,
    saved,
    scan_pdf,
    sheet,
    text_pdf,
    tiff,
    word,
)


def opened(data: bytes | EmailMessage, name: str = "unnamed") -> OpenedDocument:
    content = data if isinstance(data, bytes) else data.as_bytes()
    return open_document(name, content, Limits())


def words_of(part: OpenedPart) -> str:
    assert part.view is not None
    pdf = pdfium.PdfDocument(part.view)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "\n")


PICTURES = {
    "image/png": saved(letter(), "PNG"),
    "image/jpeg": saved(letter(), "JPEG"),
    "image/bmp": saved(letter(), "BMP"),
    "image/gif": saved(letter(), "GIF"),
    "image/webp": saved(letter(), "WEBP"),
    "image/tiff": saved(letter(), "TIFF"),
}


@pytest.mark.parametrize("media_type", PICTURES)
def test_pictures_are_told_by_content_whatever_they_are_called(media_type: str) -> None:
    (part,) = opened(PICTURES[media_type], "brev.pdf").parts
    assert part.media_type == media_type
    assert [(leaf.width, leaf.height) for leaf in part.leaves] == [(827, 1169)]


def test_a_phone_picture_is_taken() -> None:
    out = BytesIO()
    pillow_heif.from_pillow(letter().convert("RGB")).save(out)
    (part,) = opened(out.getvalue(), "IMG_0001.HEIC").parts
    assert part.media_type == "image/heic"
    assert (part.leaves[0].width, part.leaves[0].height) == (827, 1169)


def test_a_picture_turned_by_its_camera_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(letter().rotate(90, expand=True), "JPEG", exif=exif)
    leaf = opened(data).parts[0].leaves[0]
    assert (leaf.width, leaf.height) == (827, 1169)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colours_is_read(mode: str) -> None:
    page = letter().convert("RGB")
    page = page.convert("L").convert("I;16") if mode == "I;16" else page.convert(mode)
    (part,) = opened(saved(page, "TIFF")).parts
    assert not part.leaves[0].damaged


def test_each_page_of_a_tiff_has_its_own_true_dots() -> None:
    data = tiff(letter(), dpi=(204, 98)) + b""
    assert [(x.dpi_x, x.dpi_y) for x in opened(data).parts[0].leaves] == [(204, 98)]
    metric = tiff(letter(), resolution_unit="cm", x_resolution=39.37, y_resolution=39.37)
    assert opened(metric).parts[0].leaves[0].dpi_x == pytest.approx(100, abs=0.1)


def test_a_fax_without_dots_per_inch_has_those_of_t_4() -> None:
    coarse = tiff(sheet("Fax", size=(1728, 1143), mode="1"), compression="group4")
    fine = tiff(sheet("Fax", size=(1728, 2286), mode="1"), compression="group4")
    leaves = [opened(data).parts[0].leaves[0] for data in (coarse, fine)]
    assert [(leaf.dpi_x, leaf.dpi_y) for leaf in leaves] == [(204, 98), (204, 196)]


@pytest.mark.parametrize(
    ("claimed", "size", "expected"),
    [
        ((300, 300), (2480, 3508), 300),
        ((0, 0), (2480, 3508), 300),
        ((72, 72), (4032, 3024), 345),
        ((float("nan"), 300), (2480, 3508), 300),
        ((1e9, 1e9), (2480, 3508), 300),
        ((299.9994, 299.9994), (2480, 3508), 300),
    ],
)
def test_dots_per_inch_that_cannot_be_are_those_of_a_full_page(
    claimed: tuple[float, float], size: tuple[int, int], expected: float
) -> None:
    assert true_dpi(*claimed, size)[0] == pytest.approx(expected, abs=1)


def test_a_scan_in_a_pdf_is_measured_by_its_picture_and_text_at_200() -> None:
    scan = opened(scan_pdf(letter())).parts[0].leaves[0]
    born = opened(text_pdf("Fråga")).parts[0].leaves[0]
    assert (scan.dpi_x, scan.width) == (100, 826)
    assert (born.dpi_x, born.width, born.height) == (200, 1653, 2339)


def test_text_keeps_its_letters_whatever_they_are_kept_in() -> None:
    text = "Räksmörgås på Åland: 5 µg, ½ tablett – fråga"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (part,) = opened(text.encode(encoding), "a.txt").parts
        assert part.media_type == "text/plain"
        assert words_of(part) == text


def test_long_lines_are_wrapped_and_long_texts_fill_pages() -> None:
    line = "ord " * 400
    (part,) = opened((line + "\n" + "x" * 900 + "\n" * 80 + "sist").encode(), "a.txt").parts
    assert len(part.leaves) == 3
    assert words_of(part).split().count("ord") == 400
    assert words_of(part).endswith("sist")


def test_html_gives_its_words_and_runs_nothing() -> None:
    markup = (
        "<!doctype html><html><head><title>Nej</title><style>p{}</style></head><body>"
        "<p>Hej&nbsp;&ouml;n!</p><script>alert('nej')</script><table><tr><td>a<td>b</tr></table>"
        "<img src='http://spy.example/x.png' alt='graf'>Slut</body></html>"
    )
    (part,) = opened(markup.encode(), "a.html").parts
    assert part.media_type == "text/html"
    text = words_of(part)
    assert text.split() == ["Hej", "ön!", "a", "b", "[graf]Slut"]


def test_a_word_document_gives_text_tables_headers_and_pictures() -> None:
    data = word("Första stycket", "Andra", table=[["Läkemedel", "Dos"], ["Zelvimar", "10 mg"]],
                picture=PICTURES["image/png"])  # fmt: skip
    text, picture = opened(data, "fråga.docx").parts
    assert words_of(text).split("\n")[0] == "Åsebro vårdcentral"
    assert "Zelvimar 10 mg" in " ".join(words_of(text).split())
    assert (picture.media_type, picture.depth, picture.data) == (
        "image/png",
        1,
        PICTURES["image/png"],
    )


def test_an_outlook_mail_gives_header_text_and_attachment() -> None:
    path = next(Path(RESOURCES / "demo" / "mail").glob("*.msg"))
    document = opened(path.read_bytes(), path.name)
    assert [(p.media_type, p.depth) for p in document.parts] == [
        ("application/vnd.ms-outlook", 0),
        ("application/pdf", 1),
    ]
    assert "@" in document.header.sender.address
    assert document.header.subject in words_of(document.parts[0])
    assert document.header.sent_at is not None


def test_a_mail_shows_its_header_and_the_text_that_says_most() -> None:
    message = mail("Kort.")
    message.add_alternative("<p>" + "Hela frågan står här. " * 20 + "</p>", subtype="html")
    (part,) = opened(message).parts
    text = words_of(part)
    assert text.startswith("From: Karin Almgren <karin@asebro.example>\n")
    assert "Hela frågan" in text
    assert "Kort." not in text
    plain = mail("Hela frågan i klartext.")
    plain.add_alternative("<p>Hela frågan i klartext.</p>", subtype="html")
    assert words_of(opened(plain).parts[0]).count("Hela frågan") == 1


def test_pictures_inside_a_mail_are_parts_too() -> None:
    message = mail("Se bilden.")
    message.add_alternative("<p>Se <img src='cid:x'></p>", subtype="html")
    payload = message.get_payload()
    assert isinstance(payload, list)
    html = payload[1]
    assert isinstance(html, EmailMessage)
    html.add_related(PICTURES["image/png"], "image", "png", cid="<x>")
    assert [p.media_type for p in opened(message).parts] == ["message/rfc822", "image/png"]


def test_codes_are_read_wherever_they_lie_and_gs_is_kept() -> None:
    """GS1-2: the separator of variable fields stays as ASCII 29."""
    gs1 = coded("(01)07046265990062(21)AB12(10)KL2611C", "DataMatrix", gs1=True)
    reply = coded("MI-SE-2026-00012")
    found = [
        leaf.codes for leaf in opened(tiff(gs1, reply.rotate(90, expand=True))).parts[0].leaves
    ]
    assert found == [("010704626599006221AB12\x1d10KL2611C",), ("MI-SE-2026-00012",)]


def test_blank_is_paper_with_dust_and_folds_but_never_a_word() -> None:
    rng = np.random.default_rng(7)
    blank = np.full((1169, 827), 235, np.uint8)
    noisy = (blank + rng.normal(0, 6, blank.shape)).clip(0, 255).astype(np.uint8)
    noisy[rng.integers(0, 1169, 60), rng.integers(0, 827, 60)] = 0
    noisy[390:391, :] = 90
    assert is_blank(noisy)
    assert not is_blank(np.asarray(sheet("Nej")))
    assert not is_blank(np.asarray(sheet("").point(lambda _: 40)))
    assert codes_on(noisy) == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\fråga.pdf", "fråga.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("", "attachment"),
        ("...", "attachment"),
        ("x" * 400 + ".pdf", "x" * 150),
    ],
)
def test_attachment_names_are_names_only(given: str, shown: str) -> None:
    assert plain_name(given) == shown


def test_attachments_of_a_pdf_are_parts() -> None:
    pdf = pdfium.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.new_attachment("brev.txt").set_data(b"inuti")
    out = BytesIO()
    pdf.save(out)
    outer, inner = opened(attach(mail(), "a.pdf", out.getvalue())).parts[1:]
    assert (outer.media_type, inner.name, inner.depth, inner.data) == (
        "application/pdf",
        "brev.txt",
        2,
        b"inuti",
    )

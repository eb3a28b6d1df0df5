"""The maker gives the same bytes for the same seed, and files that outside readers understand."""

import email
import email.policy
import hashlib
import io
from email.message import EmailMessage
from pathlib import Path

import biip
import docx
import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from oxmsg import Message
from PIL import Image

from mi_desktop.demo.maker import MAIL_FOLDER, SEPARATOR_CODE, make, read_truth, separator_sheet

PIECES = {p.id: p for p in read_truth()}
CHEAP = ("mail-2026-11-08-2014.eml", "fax-2026-11-09-1118.tif", "mail-2026-11-10-1640.msg")


def digests(paths: list[Path]) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


def made(piece: str) -> Path:
    return MAIL_FOLDER / PIECES[piece].file


def mail(piece: str) -> EmailMessage:
    return email.message_from_bytes(made(piece).read_bytes(), policy=email.policy.default)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a", only=CHEAP), make(tmp_path / "b", only=CHEAP)
    assert digests(first) == digests(second)
    assert len(first) == len(CHEAP)


def test_another_seed_wears_the_same_text_otherwise(tmp_path: Path) -> None:
    scan, plain = "fax-2026-11-09-1118.tif", "mail-2026-11-12-1518.eml"
    ours = make(tmp_path / "a", 2026, (scan, plain))
    other = make(tmp_path / "b", 7, (scan, plain))
    assert [a == b for a, b in zip(digests(ours), digests(other), strict=True)] in (
        [True, False],
        [False, True],
    )


@pytest.mark.parametrize("piece", ["mail-thread", "unknown", "empty"])
def test_the_committed_file_is_the_made_one(piece: str, tmp_path: Path) -> None:
    (path,) = make(tmp_path, only=[PIECES[piece].file])
    assert path.read_bytes() == made(piece).read_bytes()


@pytest.mark.parametrize(
    ("piece", "compression", "lines", "options", "pages"),
    [
        ("fax-g3-hidden", "group3", 98, 0, 3),
        ("fax-g3-2d", "group3", 196, 1, 1),
        ("fax-g4", "group4", 196, None, 2),
    ],
)
def test_a_fax_carries_its_true_tags(
    piece: str, compression: str, lines: int, options: int | None, pages: int
) -> None:
    with Image.open(made(piece)) as fax:
        assert fax.info["compression"] == compression
        assert tuple(map(float, fax.info["dpi"])) == (204.0, float(lines))
        assert (fax.width, fax.mode) == (1728, "1")
        assert getattr(fax, "n_frames", 1) == pages
        assert fax.tag_v2.get(292) == options  # T4Options: bit 0 is two-dimensional coding
        assert 290 <= fax.height / lines * 25.4 <= 300


def test_the_pile_has_separators_between_letters_and_blank_backs() -> None:
    with pypdfium2.PdfDocument(made("pile-1")) as pile:
        pages = [page.render(scale=1).to_pil().convert("L") for page in pile]
        assert all(page.get_textpage().count_chars() == 0 for page in pile)
    codes = [{found.text for found in zxingcpp.read_barcodes(page)} for page in pages]
    ink = [(np.asarray(page) < 100).mean() for page in pages]
    letters = {n for p in PIECES.values() if p.form == "pile" for n in p.file_pages or ()}
    assert [n for n, found in enumerate(codes, 1) if SEPARATOR_CODE in found] == [3, 6]
    assert [n for n, dark in enumerate(ink, 1) if dark < 0.001] == [5, 9]
    assert letters == {1, 2, 4, 7, 8}


def test_the_separator_sheet_to_print_is_a4_with_its_code() -> None:
    sheet = separator_sheet()
    assert (sheet.width, sheet.height) == (1654, 2339)
    assert [found.text for found in zxingcpp.read_barcodes(sheet)] == [SEPARATOR_CODE]


def test_the_carton_gives_gtin_batch_expiry_and_serial() -> None:
    """GS1-1, GS1-2, GS1-3: a real reader, the separators kept, day 00 is the month's last."""
    with Image.open(made("carton")) as photo:
        (code,) = zxingcpp.read_barcodes(photo)
    assert code.symbology_identifier == "]d2"
    parsed = biip.parse(code.symbology_identifier + code.bytes.decode("ascii")).gs1_message
    assert parsed is not None
    found = {element.ai.ai: element.value for element in parsed.element_strings}
    assert found == {
        "01": "07046265990062",
        "21": "K7R2X9B4M1",
        "17": "280800",
        "10": PIECES["carton"].batch,
    }


def test_the_reply_carries_our_reference_as_a_code() -> None:
    with Image.open(made("reply")) as scan:
        assert [c.text for c in zxingcpp.read_barcodes(scan)] == [PIECES["reply"].reference]


def test_the_born_digital_letter_has_its_text() -> None:
    with pypdfium2.PdfDocument(made("pdf-born")) as letter:
        text = letter[0].get_textpage().get_text_range()
    assert one_line(text) == one_line(PIECES["pdf-born"].pages[0].printed)


def test_the_outlook_message_opens() -> None:
    piece = PIECES["outlook-msg"]
    message = Message.load(str(made("outlook-msg")))
    envelope = piece.make.envelope
    assert envelope is not None
    assert message.subject == envelope.subject
    assert message.sent_date == envelope.date
    assert message.sender == '"Oliver Prentice" <o.prentice@staldhelm.example>'
    assert one_line(message.body or "") == one_line(piece.pages[0].printed)
    (attached,) = message.attachments
    assert attached.file_name == "drug-chart.pdf"
    with pikepdf.open(io.BytesIO(attached.file_bytes or b"")) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("piece", "kind"),
    [("mail-pdf", "application/pdf"), ("mail-image", "image/jpeg"), ("mail-docx", "application/v")],
)
def test_a_mail_carries_its_attachment(piece: str, kind: str) -> None:
    message = mail(piece)
    body = message.get_body(("plain",))
    assert body is not None
    assert one_line(body.get_content()) == one_line(PIECES[piece].pages[0].printed)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == PIECES[piece].pages[1].part
    assert attached.get_content_type().startswith(kind)


def test_the_word_document_holds_its_lines() -> None:
    (attached,) = mail("mail-docx").iter_attachments()
    document = docx.Document(io.BytesIO(attached.get_content()))
    assert tuple(p.text for p in document.paragraphs) == PIECES["mail-docx"].pages[1].text


def test_the_forwarded_mail_lies_whole_inside() -> None:
    (inner,) = (part.get_content() for part in mail("mail-forward").iter_attachments())
    assert inner["From"] == "Sofia Ekdahl <sofia.ekdahl@apoteklunden.example>"
    assert [part.get_filename() for part in inner.iter_attachments()] == ["brontiqa-fraga.pdf"]


def test_damaged_files_are_damaged_as_said() -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made("encrypted"))
    with pytest.raises(pikepdf.PdfError):
        pikepdf.open(made("broken"))
    assert made("empty").stat().st_size == 0
    assert made("copy").read_bytes() == made("sv-renal").read_bytes()

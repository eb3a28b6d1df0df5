"""The hidden truth is whole: every form is there, every field is filled, every quote is printed."""

import json
from collections import Counter
from datetime import date

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.demo.maker import MAIL_FOLDER, Piece, read_truth

PIECES = read_truth()
READABLE = [p for p in PIECES if p.expect.result == "taken"]
# The first level of the topic list.
TOPICS = {"EFF", "SAF", "INT", "DOS", "PRG", "OFF", "PHC", "PKPD", "AVA", "PIP", "LBL", "TRV"}
TOPICS |= {"DRV", "DSP", "PUB", "REG", "QUA", "GEN"}
WRITTEN = [p for p in READABLE if p.form != "photo"]
PRODUCTS = {
    p["id"]: p for p in json.loads((RESOURCES / "demo" / "products.json").read_text("utf-8"))
}


def by_id(pieces: list[Piece]) -> list[object]:
    return [pytest.param(p, id=p.id) for p in pieces]


def words_of(piece: Piece) -> str:
    """All printed text on one line, so that a quote may break over printed lines."""
    return " ".join(" ".join(line for page in piece.pages for line in page.text).split())


def test_every_required_form_and_language_is_there() -> None:
    assert len(PIECES) == 40
    assert len({p.id for p in PIECES}) == len(PIECES)
    forms = Counter(p.form for p in PIECES)
    assert forms["scan"] >= 16
    assert forms["pile"] == 3
    assert forms["fax"] == 3
    assert forms["e-mail"] == 6
    once = ("outlook", "photo", "digital-pdf", "handwriting", "reply", "duplicate")
    assert all(forms[form] == 1 for form in (*once, "broken", "encrypted", "empty", "unknown"))
    letters = Counter(p.language for p in PIECES if p.form == "scan")
    assert letters["sv"] >= 8
    assert letters["en"] >= 4
    assert all(letters[language] == 1 for language in ("da", "no", "fi", "de"))
    assert {p.product for p in READABLE} == set(PRODUCTS)


def test_the_mail_arrived_between_2_and_20_november_2026() -> None:
    assert all(date(2026, 11, 2) <= p.received <= date(2026, 11, 20) for p in PIECES)


@pytest.mark.parametrize("piece", by_id(WRITTEN))
def test_sender_question_and_topic_are_filled_and_printed(piece: Piece) -> None:
    text = words_of(piece)
    assert piece.sender is not None
    assert piece.question is not None
    assert piece.question in text
    assert piece.topic in TOPICS
    assert piece.language is not None
    sender, envelope = piece.sender, piece.make.envelope
    place = (sender.name, sender.street, sender.postcode, sender.city, sender.phone)
    assert [part for part in place if part and part not in text] == []
    addresses = text + (f"{envelope.sender} {envelope.forward}" if envelope else "")
    assert sender.email is None or sender.email in addresses


@pytest.mark.parametrize("piece", by_id(READABLE))
def test_safety_truth_is_quoted_from_the_text(piece: Piece) -> None:
    text = words_of(piece)
    assert piece.ae == (piece.ae_quote is not None)
    assert (piece.special is None) == (piece.special_quote is None)
    quotes = (piece.ae_quote, piece.special_quote, piece.batch, piece.reference)
    assert [quote for quote in quotes if quote and quote not in text] == []
    assert piece.batch or not piece.pqc


def test_the_safety_cases_asked_for_are_there() -> None:
    special = {p.special for p in READABLE if p.special}
    assert {"SS-PREG", "SS-OD", "SS-MISUSE", "SS-LOE", "SS-DEVICE"} <= special
    hidden = next(p for p in READABLE if p.id == "fax-g3-hidden")
    assert str(hidden.ae_quote).split(",")[0] in hidden.pages[2].printed
    assert any(p.pqc and not p.ae and not p.special for p in WRITTEN)
    assert any(p.pqc and p.special == "SS-LOE" for p in WRITTEN)
    assert sum(not (p.ae or p.special or p.pqc) for p in WRITTEN) >= 8


def test_what_is_not_taken_has_a_reason() -> None:
    ids = {p.id for p in PIECES}
    assert all((p.expect.reason is None) == (p.expect.result == "taken") for p in PIECES)
    assert all(p.expect.reason in ids for p in PIECES if p.expect.result == "duplicate")


def test_the_folder_holds_exactly_the_files_named_and_stays_small() -> None:
    files = list(MAIL_FOLDER.iterdir())
    assert {f.name for f in files} == {p.file for p in PIECES}
    assert sum(f.stat().st_size for f in files) < 8_000_000

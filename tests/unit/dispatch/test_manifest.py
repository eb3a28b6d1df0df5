"""The manifest: everything to reckon with, no person's name, a QR code that reads."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pdfplumber
import pypdfium2
import pytest
import zxingcpp

from mi_desktop.dispatch import Batch, BatchItem, BatchState
from mi_desktop.dispatch.manifest import COLUMNS, as_csv, as_pdf
from mi_desktop.people import Meaning, Signature


@pytest.fixture
def batch() -> Batch:
    items = tuple(
        BatchItem(
            f"letter-{n}",
            f"MI-SE-2026-{n:05d}/L1",
            n,
            "111 22",
            "ÅBO & <B>",
            "SE",
            2,
            2,
            f"{n:064x}"[::-1],
            done=n == 1,
            taken_out=n == 3,
        )
        for n in range(1, 61)
    )
    at = datetime(2026, 11, 16, 8, 5, tzinfo=UTC)
    return Batch("b", "B-2026-00007", at, "office", BatchState.PRINTED, "", "", items, "Anna Å")


def test_csv_has_a_line_a_letter_with_full_hashes(batch):
    rows = list(csv.DictReader(io.StringIO(as_csv(batch))))
    assert tuple(rows[0]) == COLUMNS
    assert [r["position"] for r in rows] == [str(n) for n in range(1, 61)]
    assert rows[1]["sha256"] == batch.items[1].sha256
    assert (rows[0]["ticked_off"], rows[1]["ticked_off"]) == ("yes", "no")
    assert [r["reference"] for r in rows if r["taken_out"] == "yes"] == ["MI-SE-2026-00003/L1"]


def test_a_town_is_never_a_formula(batch):
    odd = replace(batch, items=(replace(batch.items[0], city="=1+1"),))
    [row] = csv.DictReader(io.StringIO(as_csv(odd)))
    assert row["town"] == "'=1+1"


def test_pdf_says_what_must_lie_on_the_table(batch):
    with pdfplumber.open(io.BytesIO(as_pdf(batch, "sv", "Europe/Stockholm"))) as opened:
        pages = [page.extract_text() for page in opened.pages]
    text = "\n".join(pages)
    assert "Utskriftsomgång B-2026-00007" in text
    assert "Gjord 2026-11-16 09:05 av Anna Å" in text
    assert "59 brev, 118 sidor, 118 ark" in text
    assert "SE 111 22 ÅBO & <B>" in text
    assert text.count("borttaget") == 1
    assert all(i.reference in text for i in batch.items)
    assert all(i.sha256[:12] in text for i in batch.items)
    assert f"B-2026-00007, sida {len(pages)}" in pages[-1]


def test_the_qr_code_says_the_batch(batch):
    page = pypdfium2.PdfDocument(as_pdf(batch, "en", "Europe/Stockholm"))[0]
    found = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert [code.text for code in found] == ["B-2026-00007"]


def test_the_same_batch_gives_the_same_bytes(batch):
    assert as_pdf(batch, "en", "UTC") == as_pdf(batch, "en", "UTC")


def test_p11_14_each_letters_signature_stands_on_paper_and_in_the_csv(batch):
    """P11-14: name, meaning, time and zone."""
    at = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
    zone = "Europe/Stockholm"
    erik = Signature("s", "u", "Erik Å <B>", Meaning.APPROVED, at, zone, "letter/1", "ab")
    signed = {"letter-1": erik}
    with pdfplumber.open(io.BytesIO(as_pdf(batch, "sv", zone, signed))) as opened:
        text = opened.pages[0].extract_text()
    assert "godkänt: Erik Å <B>, 2026-11-16 08:30" in text
    assert "CET" in text
    first, second, *_ = csv.DictReader(io.StringIO(as_csv(batch, signed)))
    assert (first["signer"], first["meaning"]) == ("Erik Å <B>", "approved")
    assert (first["signed_at"], first["zone"]) == ("2026-11-16T08:30:00+01:00", zone)
    assert second["signer"] == ""

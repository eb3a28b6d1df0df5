"""Where things stand on the paper: read back from the PDF, asserted in mm (GEO-4)."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pdfplumber
import pytest

from mi_desktop.letters import geometry
from mi_desktop.letters.address import recipient
from mi_desktop.letters.compose import answer_from, settle
from mi_desktop.letters.geometry import Box
from mi_desktop.letters.model import ApprovedLetter
from mi_desktop.letters.render import draw
from mi_desktop.letters.stationery import width
from mi_desktop.letters.texts import texts
from tests.fakes.letter_world import ENVELOPES, GERMANY, PHYSICIAN, STANDARD, SWEDEN

MM = 72 / 25.4


def words_of(pdf, page=0):
    """Text boxes of a page: (text, box in mm from the top left)."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            (w["text"], Box(w["x0"] / MM, w["top"] / MM, (w["x1"] - w["x0"]) / MM,
                            (w["bottom"] - w["top"]) / MM))
            for w in opened.pages[page].extract_words()
        ]  # fmt: skip


def things_of(pdf, page=0):
    """Boxes of everything else that is drawn on a page, mm."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        p = opened.pages[page]
        return [
            Box(
                o["x0"] / MM, o["top"] / MM, (o["x1"] - o["x0"]) / MM, (o["bottom"] - o["top"]) / MM
            )
            for o in (*p.lines, *p.rects, *p.curves, *p.images)
        ]


@pytest.fixture
def long_letter(facts, empty):
    blocks, references = answer_from(STANDARD, "q1", empty, facts.texts)
    more = tuple(
        replace(blocks[0], id=f"x{n}", heading=f"Avsnitt {n}", paragraphs=("Ord på vägen. " * 40,))
        for n in range(6)
    )
    return settle(replace(empty, blocks=(*blocks, *more), references=references), facts)


@pytest.mark.parametrize("name", ENVELOPES)
def test_geo_2_only_the_address_shows_through_the_window(name, long_letter, stationery):
    """GEO-2, GEO-4: even when the sheet slides 3 mm in its envelope."""
    envelope = ENVELOPES[name]
    drawn = draw(replace(long_letter, envelope=name), replace(stationery, envelope=envelope))
    seen = Box(envelope.x, envelope.y, envelope.width, envelope.height).grown(geometry.PLAY)
    mark = "UTKAST"
    inside = [t for t, box in words_of(drawn.pdf) if seen.overlaps(box) and t not in mark]
    assert inside == " ".join(long_letter.recipient.lines).split()
    assert not [box for box in things_of(drawn.pdf) if seen.overlaps(box)]


@pytest.mark.parametrize("name", ENVELOPES)
def test_geo_1_address_lies_whole_in_the_window_without_blank_lines(name, long_letter, stationery):
    """GEO-1: 10-12 pt, left aligned, equal steps."""
    envelope = ENVELOPES[name]
    drawn = draw(replace(long_letter, envelope=name), replace(stationery, envelope=envelope))
    window = Box(envelope.x, envelope.y, envelope.width, envelope.height)
    wanted = " ".join(long_letter.recipient.lines).split()
    found = [(t, b) for t, b in words_of(drawn.pdf) if window.overlaps(b) and t in wanted]
    assert all(window.grown(-2).holds(box) for _, box in found)
    tops = sorted({round(b.y, 1) for _, b in found})
    steps = [b - a for a, b in pairwise(tops)]
    assert len(tops) == len(long_letter.recipient.lines)
    assert max(steps) - min(steps) < 0.2
    firsts = {round(min(b.x for _, b in found if round(b.y, 1) == top), 1) for top in tops}
    assert len(firsts) == 1
    assert 10 <= max(b.height for _, b in found) * MM <= 12


@pytest.mark.parametrize("name", ENVELOPES)
def test_geo_4_text_keeps_its_margins_on_every_page(name, long_letter, stationery):
    envelope = ENVELOPES[name]
    drawn = draw(replace(long_letter, envelope=name), replace(stationery, envelope=envelope))
    assert drawn.pages > 1
    sheet = Box(geometry.LEFT - 0.5, 8, geometry.BODY_WIDTH + 1, 297 - 8 - 8)
    for page in range(drawn.pages):
        outside = [t for t, b in words_of(drawn.pdf, page) if not sheet.holds(b)]
        assert [t for t in outside if t not in "UTKAST"] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_geo_4_signed_letter_keeps_its_margins_too(language, long_letter, facts, stationery):
    spoken = texts(language)
    letter = settle(replace(long_letter, language=language), replace(facts, texts=spoken))
    at = datetime(2026, 9, 30, 9, 41, tzinfo=UTC)
    approved = ApprovedLetter(letter, "A" * 30, at, "e", "E" * 30, at, "Europe/Stockholm")
    drawn = draw(letter, replace(stationery, texts=spoken), approved)
    sheet = Box(geometry.LEFT - 0.5, 8, geometry.BODY_WIDTH + 1, 297 - 8 - 8)
    for page in range(drawn.pages):
        assert [t for t, b in words_of(drawn.pdf, page) if not sheet.holds(b)] == []


def test_geo_3_later_pages_carry_reference_and_page_of_pages(long_letter, stationery):
    drawn = draw(long_letter, stationery)
    for page in range(1, drawn.pages):
        head = " ".join(t for t, b in words_of(drawn.pdf, page) if b.y < geometry.LATER_TOP - 2)
        assert head == f"{long_letter.reference} Sida {page + 1} av {drawn.pages}"
    first = " ".join(t for t, b in words_of(drawn.pdf) if b.y > geometry.FOOTER_TOP)
    assert f"Sida 1 av {drawn.pages}" in first


def test_fold_and_hole_marks_stand_where_the_profile_says(long_letter, stationery):
    drawn = draw(long_letter, stationery)
    marks = [b for b in things_of(drawn.pdf) if b.right < 15]
    assert sorted(round(b.y, 1) for b in marks) == [105, 148.5, 210]


def test_address_that_does_not_fit_is_told_not_squeezed():
    place = geometry.layout(ENVELOPES["DIN-A"]).address
    lines = tuple(f"Rad {n}" for n in range(8))
    assert geometry.address_size(lines, tuple(map(width, lines)), place) is None
    long = ("Institutionen för mycket långa namn på svenska sjukhusavdelningar",)
    assert geometry.address_size(long, tuple(map(width, long)), place) is None
    assert geometry.address_size(("Kort",), (width("Kort"),), place) == 11.0


def test_geo_1_swedish_address_has_capitals_and_no_country():
    to = recipient(PHYSICIAN, SWEDEN, "SE")
    assert to.lines == ("Karin Åström", "Björkens vårdcentral", "Provgatan 12", "753 20 UPPSALA")


def test_geo_1_address_abroad_ends_with_the_country_in_english():
    german = replace(PHYSICIAN, postcode="10115", city="Berlin", country="DE", organisation="")
    to = recipient(german, GERMANY, "SE")
    assert to.lines == ("Karin Åström", "Provgatan 12", "10115 Berlin", "GERMANY")


def test_incomplete_address_gives_no_lines_rather_than_half_an_address():
    assert recipient(replace(PHYSICIAN, street=""), SWEDEN, "SE").lines == ()


def test_every_envelope_of_the_catalogue_leaves_room_for_the_letter(catalogue):
    for envelope in catalogue.envelopes():
        places = geometry.layout(envelope)
        assert not places.details.overlaps(places.window.grown(geometry.PLAY)), envelope.id
        assert not geometry.QR.overlaps(places.window.grown(geometry.PLAY)), envelope.id
        assert places.window.holds(places.address), envelope.id
        assert places.address.height >= 5 * 10 * 1.2 * geometry.POINT, envelope.id
        assert 80 < places.body_top < 120, envelope.id

"""Which words want a look, and what becomes of a person's answer."""

from datetime import UTC, datetime

import pytest

from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, Check, PageText, Source, Transcript, Why, Word
from mi_desktop.ocr.checks import applied, doubts, kept_through, weighty

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def page(*lines: str, confidence: float = 96.0, source: Source = Source.OCR) -> PageText:
    words = [
        Word(text, Box(10 * n, 20 * y, 10 * n + 8, 20 * y + 15), confidence, y, 0)
        for y, line in enumerate(lines)
        for n, text in enumerate(line.split(" "))
    ]
    return PageText("p", 1, "swe", 0, 0.0, confidence, source, tuple(words), 1000, 1400)


def check(place: int, read: str, text: str) -> Check:
    return Check(place, read, text, "u", NOW)


@pytest.mark.parametrize(
    ("line", "wanted", "why"),
    [
        ("Hon tog 25 mg dagligen", ["25", "mg"], Why.DOSE),
        ("Hon tog 2,5mg dagligen", ["2,5mg"], Why.DOSE),
        ("doserat 10 mg/ml i dropp", ["10", "mg/ml"], Why.DOSE),
        ("två gånger 1-2 tabletter om dagen", ["1-2", "tabletter"], Why.DOSE),
        ("sedan den 2026-03-01 har hon", ["2026-03-01"], Why.DATE),
        ("den 12 mars 2026 började", ["12", "mars", "2026"], Why.DATE),
        ("utgång 05/2027 på asken", ["05/2027"], Why.DATE),
        ("Batch: ZX-4711 på asken", ["ZX-4711"], Why.BATCH),
        ("Satsnummer 88A12 på asken", ["88A12"], Why.BATCH),
        ("Lot no. K99 and", ["K99"], Why.BATCH),
        ("tar Zelvimar varje dag", ["Zelvimar"], Why.PRODUCT),
        ("tar Ze1virnar varje dag", [], Why.PRODUCT),
        ("tar Zelvirnar. Sedan", ["Zelvirnar."], Why.PRODUCT),
    ],
)
def test_doses_dates_batches_and_products_are_forced_to_a_look(
    line: str, wanted: list[str], why: Why
) -> None:
    read = page(line)
    found = weighty(read.words, ["Zelvimar"])
    assert [read.words[n].text for n, kind in sorted(found.items()) if kind is why] == wanted


def test_plain_words_are_not_forced_to_a_look() -> None:
    read = page("Hej, kan man köra bil med detta läkemedel? Tack på förhand, Vera")
    assert weighty(read.words, ["Zelvimar"]) == {}


def test_unsure_words_come_first_and_what_was_looked_at_comes_no_more() -> None:
    read = page("tog 25 mg och fick klåda")
    unsure = Word("kläda", Box(0, 0, 9, 9), 41.0, 1, 0)
    read = PageText(
        **{**{f: getattr(read, f) for f in PageText.__slots__}, "words": (*read.words, unsure)}
    )
    assert [(d.place, d.why) for d in doubts(read, {})] == [
        (6, Why.DOUBTFUL),
        (1, Why.DOSE),
        (2, Why.DOSE),
    ]
    left = doubts(read, {6: check(6, "kläda", "klåda"), 1: check(1, "25", "25")})
    assert [d.place for d in left] == [2]


def test_a_document_s_own_text_wants_no_look() -> None:
    assert list(doubts(page("25 mg", source=Source.TEXT_LAYER), {})) == []


def test_corrections_and_transcriptions_count_and_the_reading_stays() -> None:
    read = page("fick k1åda igår ~")
    script = Transcript("t", PageRef("p", 1), "Ring mig!\nVera", "u", NOW, Box(5, 900, 300, 950))
    text = applied(read, {1: check(1, "k1åda", "klåda"), 3: check(3, "~", "")}, [script])
    assert text.text == "fick klåda igår\n\nRing mig!\nVera"
    assert text.words[1].confidence == 100.0
    assert text.words[-1].box == Box(5, 900, 300, 950)
    assert read.text == "fick k1åda igår ~"


def test_checks_follow_their_words_when_a_page_is_read_again() -> None:
    old = {1: check(1, "k1åda", "klåda"), 3: check(3, "5O", "50"), 4: check(4, "mg", "mg")}
    again = page("Hon fick k1åda av 50 mg")
    moved = kept_through(old, again.words)
    assert {n: c.text for n, c in moved.items()} == {2: "klåda", 5: "mg"}
    assert all(c.place == n for n, c in moved.items())

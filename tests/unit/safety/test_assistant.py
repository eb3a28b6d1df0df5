"""The assistant: prompts at what a person should look at, says why, and decides nothing."""

import json

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.intake.model import PageRef
from mi_desktop.ocr.model import Box
from mi_desktop.safety import MarkKind, mark_text, region
from mi_desktop.safety.lexicon import FOLDER, LANGUAGES
from tests.bench.safety import measure_own
from tests.fakes.inquiry_desk import InquiryDesk

PRODUCTS = ("Zelvimar", "velmaristat", "Brontiqa", "Hemtrovia")


def found(text: str, kind: MarkKind, language: str | None = None) -> list[str]:
    return [
        " ".join(text[m.start : m.end].split())
        for m in mark_text(text, language, PRODUCTS).spans
        if m.kind is kind
    ]


def open_reactions(text: str, language: str | None = None) -> list[str]:
    marks = mark_text(text, language, PRODUCTS).spans
    return [text[m.start : m.end] for m in marks if m.kind is MarkKind.REACTION and not m.negated]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jag fick fruktansvärd klåda på ryggen.", "klåda"),
        ("Hon fick ett stort hudutslag i förra veckan.", "hudutslag"),
        ("Min man svimmade efter första tabletten.", "svimmade"),
        ("Han mådde illa och hade illamåendekänsla efter dosen.", "illamåendekänsla"),
        ("He developed cholestatic jaundice after the second dose.", "jaundice"),
        ("She had severe myalgia while taking Zelvimar.", "myalgia"),
        ("Hun fik kraftig kvalme efter at have taget Zelvimar.", "kvalme"),
        ("Han fikk utslett etter at han begynte med Zelvimar.", "utslett"),
        ("Potilas sai ihottumaa Zelvimar-tabletin jälkeen.", "ihottumaa"),
        ("Der Patient bekam nach der Einnahme von Zelvimar starken Juckreiz.", "Juckreiz"),
    ],
)
def test_reactions_are_found_in_six_languages_with_inflections_and_compounds(text, word):
    assert word in open_reactions(text)
    assert mark_text(text, None, PRODUCTS).suspected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hon har inte haft några blödningar av Hemtrovia.", "blödningar"),
        ("There was no rash during treatment with Zelvimar.", "rash"),
        ("Kenelläkään potilaista ei ole ollut haittoja.", "haittoja"),
        ("Klåda förekom inte under behandlingen.", "Klåda"),
    ],
)
def test_a_denied_reaction_is_marked_as_denied_and_says_by_what(text, word):
    mark = next(m for m in mark_text(text, None, PRODUCTS).spans if text[m.start : m.end] == word)
    assert mark.negated
    assert "may deny it" in str(mark.why)
    assert not mark_text(text, None, PRODUCTS).suspected


def test_but_ends_a_negation():
    text = "Hon fick ingen feber men klåda efter Zelvimar."
    assert open_reactions(text) == ["klåda"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hon är gravid i vecka 9 och står på Zelvimar.", "SS-PREG"),
        ("Jag ammar och har tagit Zelvimar i en vecka.", "SS-LACT"),
        ("Han råkade ta tre tabletter.", "SS-MEDERR"),
        ("She took an overdose of Zelvimar.", "SS-OD"),
        ("Zelvimar har inte haft någon effekt sedan i november.", "SS-LOE"),
        ("I bought it from a website and the seal is missing.", "SS-FALS"),
        ("Jag stack mig på nålen när jag hjälpte en patient.", "SS-OCC"),
        ("The pen jammed half-way through the injection.", "SS-DEVICE"),
    ],
)
def test_special_situations_prompt_without_any_reaction(text, code):
    marked = mark_text(text, None, PRODUCTS)
    assert code in {m.term for m in marked.spans if m.kind is MarkKind.SPECIAL}
    assert marked.suspected


@pytest.mark.parametrize(
    "text",
    [
        "Hur ska Zelvimar förvaras?",
        "Kan Brontiqa ge huvudvärk?",
        "Vilka är de vanligaste biverkningarna av Zelvimar?",
        "How often should the mouthpiece be cleaned?",
        "Patienten behandlas med Zelvimar mot högt blodtryck och mår bra.",
        "",
        "   \n\n ",
    ],
)
def test_plain_questions_do_not_prompt(text):
    assert not mark_text(text, None, PRODUCTS).suspected


def test_product_names_are_found_through_the_mistakes_of_ocr():
    text = "Zelvirnar och He mtrovia, samt Brontlqa"
    marks = [m for m in mark_text(text, "swe", PRODUCTS).spans if m.kind is MarkKind.PRODUCT]
    assert [(text[m.start : m.end], m.term) for m in marks] == [
        ("Zelvirnar", "Zelvimar"),
        ("mtrovia", "Hemtrovia"),
        ("Brontlqa", "Brontiqa"),
    ]
    assert str(marks[0].why) == "“Zelvirnar” looks like Zelvimar"


def test_batch_and_expiry_are_found_after_their_words():
    text = "Batchnummer ZV2609A, utgångsdatum 2028-05. Batchen var QV2607B."
    assert found(text, MarkKind.BATCH) == ["ZV2609A", "2028-05", "QV2607B"]


def test_a_word_hyphenated_at_the_line_end_is_one_word():
    text = "Efter tabletten fick hon hud-\nutslag på armarna."
    assert open_reactions(text) == ["hud-\nutslag"]


def test_seriousness_defects_and_patients_are_marked():
    text = "En kvinna, 68 år, lades in. Flaskan läckte och tabletterna smulas."
    assert found(text, MarkKind.SERIOUS) == ["lades in"]
    assert found(text, MarkKind.DEFECT) == ["läckte", "smulas"]
    assert "kvinna" in found(text, MarkKind.PATIENT)


def test_ae_ser_2_severity_alone_is_no_mark_of_seriousness():
    assert found("Jag fick svår huvudvärk.", MarkKind.SERIOUS) == []


def test_marks_lie_in_the_text_in_order_and_each_says_why():
    text = "Hon fick klåda och svimmade efter Zelvimar, batch AB12."
    spans = mark_text(text, "sv", PRODUCTS).spans
    assert [m.start for m in spans] == sorted(m.start for m in spans)
    assert all(0 <= m.start < m.end <= len(text) and str(m.why) for m in spans)


def test_a_marks_place_on_the_page_is_ready_to_be_evidence():
    page = InquiryDesk().read(PageRef("part", 1), "Hej igen\nJag fick klåda i går")
    mark = next(m for m in mark_text(page.text, "swe").spans if m.term == "*klåda*")
    place = region(page, mark)
    assert (place.part_id, place.page, place.quote) == ("part", 1, "klåda")
    assert place.box == Box(90, 30, 140, 50)


def test_marks_of_a_page_come_from_its_reading(safety, desk, page):
    assert safety.marks(page).spans == ()
    desk.read(page, "Jag fick klåda av tabletterna")
    assert safety.marks(page).suspected
    assert safety.suspected(desk.pieces(["00001"])[0])


def test_no_event_of_the_demonstration_mail_is_missed():
    pieces = json.loads((RESOURCES / "demo" / "mail.json").read_text(encoding="utf-8"))["pieces"]
    names = [
        name
        for product in json.loads(
            (RESOURCES / "demo" / "products.json").read_text(encoding="utf-8")
        )
        for name in (product["names"]["brand"], product["substance"])
    ]
    told = [p for p in pieces if p["ae"] or p["special"]]
    assert told
    for piece in told:
        text = "\n\n".join("\n".join(page["text"]) for page in piece["pages"])
        assert mark_text(text, piece["language"], names).suspected, piece["id"]
        if piece["ae_quote"]:
            marked = mark_text(piece["ae_quote"], piece["language"], names).spans
            pointing = (MarkKind.REACTION, MarkKind.SPECIAL)
            assert any(m.kind in pointing and not m.negated for m in marked), piece["id"]


def test_every_list_says_how_it_was_made_and_names_no_entry_twice():
    for language in LANGUAGES:
        raw = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
        assert raw["note"]
        for name, terms in raw.items():
            if isinstance(terms, list) and name != "pairs":
                assert len(terms) == len(set(terms)), (language, name)


@pytest.mark.parametrize(
    "text",
    [
        "Subject: Kan Zelvimar delas?",
        "Provby sjukhus\nKardiologkliniken, 123 45 Provby",
        "Finns det data om samtidig behandling med Brontiqa?",
        "Studien pågick i två år.",
        "Dosen är oförändrad sedan flera år.",
    ],
)
def test_heads_of_letters_and_plain_questions_are_not_marked(text):
    kinds = {m.kind for m in mark_text(text, None, PRODUCTS).spans}
    assert kinds <= {MarkKind.PRODUCT}


@pytest.mark.parametrize(
    ("text", "word"),
    [("Hon är 72 år.", "är 72 år"), ("Han vårdas på sjukhus.", "på sjukhus")],
)
def test_ages_and_stays_in_hospital_are_still_marked(text, word):
    assert word in [text[m.start : m.end] for m in mark_text(text, "sv").spans]


def test_everyday_words_of_harm_are_heard_and_plain_questions_are_not() -> None:
    """Our own sentences as people and wards write them: uselt, tuppade av, magen kraschade."""
    recall, specificity = measure_own(("sv",))
    assert (recall >= 0.95, specificity >= 0.93) == (True, True), (recall, specificity)
    recall, specificity = measure_own(("da", "no", "fi", "de"))
    assert (recall >= 0.85, specificity >= 0.9) == (True, True), (recall, specificity)


def test_each_word_of_a_pair_is_found_with_each_of_the_other() -> None:
    """`pairs`: a part of the body with what became of it, in either order."""
    for text in ("Fingrarna blir alldeles vita av Zelvimar.", "Det sved i ögonen av Zelvimar."):
        assert open_reactions(text, "sv"), text
    assert not mark_text("Kan Zelvimar smörjas på händerna?", "sv", PRODUCTS).suspected

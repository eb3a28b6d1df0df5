"""The blocks of a letter and when each stands in it (domain 4.1)."""

from dataclasses import replace
from datetime import date

import pytest

from mi_desktop.catalogue import Monitoring
from mi_desktop.inquiries import RequesterType
from mi_desktop.letters.citations import cited, merge, renumber
from mi_desktop.letters.compose import answer_from, settle
from mi_desktop.letters.errors import LanguageMissing
from mi_desktop.letters.language import foreign
from mi_desktop.letters.model import Block, BlockKind
from mi_desktop.letters.texts import NBSP, keep_units, texts
from mi_desktop.library import Reference, Section
from tests.fakes.letter_world import GERMANY, STANDARD, asked_by

ALWAYS = [
    BlockKind.SUBJECT,
    BlockKind.SALUTATION,
    BlockKind.UNSOLICITED,
    BlockKind.LABEL,
    BlockKind.REPORTING,
    BlockKind.PRIVACY,
    BlockKind.CLOSING,
    BlockKind.ENCLOSURES,
]


def kinds(draft):
    return [b.kind for b in draft.blocks]


def text_of(draft, kind):
    return "\n".join(p for b in draft.blocks if b.kind is kind for p in (b.heading, *b.paragraphs))


def unmonitored(facts):
    return replace(facts, products=(facts.product.model_copy(update={"monitoring": ()}),))


def answered(draft, facts, srd=STANDARD):
    blocks, references = answer_from(srd, "q1", draft, facts.texts)
    return settle(replace(draft, blocks=(*draft.blocks, *blocks), references=references), facts)


def test_always_blocks_stand_in_their_order(empty, facts):
    draft = settle(empty, unmonitored(facts))
    assert kinds(draft) == ALWAYS
    assert all(b.locked for b in draft.blocks)


def test_uns_1_the_letter_restates_the_question_in_the_requesters_words(empty, facts):
    """UNS-1: with the day on which it came."""
    stated = text_of(settle(empty, facts), BlockKind.UNSOLICITED)
    assert "”Hur doseras Provin vid nedsatt njurfunktion, och kan det ges med ibuprofen?”" in stated
    assert "13 november 2026" in stated


def test_let_2_authority_and_company_come_from_configuration(empty, facts):
    reporting = text_of(settle(empty, facts), BlockKind.REPORTING)
    assert "Läkemedelsverket, Box 26, 751 03 Uppsala, www.lakemedelsverket.se" in reporting
    moved = facts.authority.model_copy(update={"address": ("Ny gata 1",)})
    draft = settle(empty, replace(facts, authority=moved))
    assert "Ny gata 1" in text_of(draft, BlockKind.REPORTING)
    assert "medinfo@provbolaget.example" in reporting


@pytest.mark.parametrize(
    ("day", "shown"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True),
                       (date(2026, 6, 29), True), (date(2026, 6, 30), False)],
)  # fmt: skip
def test_let_3_triangle_follows_the_flag_of_the_day(empty, facts, day, shown):
    """LET-1, LET-3: by the product's name, and with its statement."""
    flag = Monitoring(since=date(2026, 1, 1), to=date(2026, 6, 30))
    product = facts.product.model_copy(update={"monitoring": (flag,)})
    draft = settle(empty, replace(facts, products=(product,), today=day))
    assert (BlockKind.MONITORING in kinds(draft)) is shown
    assert ("▼ Provin" in draft.subject) is shown


def test_patient_gets_leaflet_patient_words_and_not_advice(empty, facts):
    draft = settle(empty, asked_by(facts, RequesterType.PATIENT))
    assert BlockKind.NOT_ADVICE in kinds(draft)
    assert "bipacksedel" in text_of(draft, BlockKind.LABEL).lower()
    assert "Bipacksedel" in text_of(draft, BlockKind.ENCLOSURES)
    assert "tala med läkare" in text_of(draft, BlockKind.REPORTING)
    assert not draft.for_health_professional


def test_keep_sample_text_stands_only_with_a_complaint(empty, facts):
    assert BlockKind.KEEP_SAMPLE not in kinds(settle(empty, facts))
    assert BlockKind.KEEP_SAMPLE in kinds(settle(empty, replace(facts, complaint=True)))


def test_off_label_disclaimer_comes_before_the_data(empty, facts):
    draft = answered(empty, facts, replace(STANDARD, off_label=True))
    assert kinds(draft).index(BlockKind.OFF_LABEL) < kinds(draft).index(BlockKind.ANSWER)
    assert "Provin i Sverige" in text_of(draft, BlockKind.OFF_LABEL)
    assert BlockKind.OFF_LABEL not in kinds(answered(empty, facts))


def test_product_that_is_not_authorised_there_is_said_to_be_so(empty, facts):
    draft = settle(empty, replace(facts, there=GERMANY))
    assert "inte godkänt i Tyskland" in text_of(draft, BlockKind.LABEL)


def test_standard_response_comes_with_its_search_date_and_references(empty, facts):
    draft = answered(empty, facts)
    assert "9 februari 2026" in text_of(draft, BlockKind.ANSWER)
    assert draft.references[1].endswith("doi:10.5555/x.1")
    assert kinds(draft).index(BlockKind.REFERENCES) < kinds(draft).index(BlockKind.CLOSING)
    assert {(b.srd_id, b.srd_version) for b in draft.blocks if b.srd_id} == {("SRD-0901", 1)}


def test_srd_5_references_are_merged_once_and_citations_renumbered(empty, facts):
    """SRD-5: the same work cited by two standard responses has one number."""
    shared = STANDARD.references[0]
    second = replace(
        STANDARD,
        id="SRD-0902",
        sections=(Section("Mer", ("Först ny [2], sedan känd [1]; båda [1,2].",)),),
        references=(replace(shared, number=1), Reference(2, "Ny studie. 2026.", None, None)),
    )
    draft = answered(answered(empty, facts), facts, second)
    assert len(draft.references) == 3
    assert "Först ny [3], sedan känd [1]; båda [1,3]." in text_of(draft, BlockKind.ANSWER)


def test_removed_answer_takes_its_references_along():
    first = Block("a", BlockKind.ANSWER, "", ("Se [1].",))
    last = Block("b", BlockKind.ANSWER, "", ("Se [3] och [2–3].",))
    blocks, references = renumber((last,), ("ett", "två", "tre"))
    assert references == ("tre", "två")
    assert blocks[0].paragraphs == ("Se [1] och [1,2].",)
    assert renumber((first, last), ("ett", "två", "tre"))[1] == ("ett", "tre", "två")


def test_numbers_in_brackets_that_are_no_citations_stay():
    text = "Daterad [2026-11-22], intervall [0.5], nummer [12345]."
    assert cited(text) == []
    assert cited("[1,3–5]") == [1, 3, 4, 5]
    assert merge(("a",), {1: "b", 2: "a"}) == (("a", "b"), {1: 2, 2: 1})


def test_fixed_blocks_are_made_anew_and_the_answer_stays(empty, facts):
    draft = answered(empty, facts)
    label = facts.product.label.model_copy(update={"version": "8", "dated": date(2026, 11, 1)})
    product = facts.product.model_copy(update={"label": label})
    renewed = settle(draft, replace(facts, products=(product,)))
    assert "1 november 2026" in text_of(renewed, BlockKind.LABEL)
    assert renewed.label_version == "8"
    assert text_of(renewed, BlockKind.ANSWER) == text_of(draft, BlockKind.ANSWER)
    assert settle(renewed, replace(facts, products=(product,))) == renewed


def test_english_letter_uses_english_texts(empty, facts):
    draft = settle(replace(empty, language="en"), replace(facts, texts=texts("en")))
    assert "unsolicited request, received on 13 November 2026" in text_of(
        draft, BlockKind.UNSOLICITED
    )


def test_no_language_without_texts():
    with pytest.raises(LanguageMissing, match="LET-012"):
        texts("xx")


def test_figure_and_unit_stay_together():
    assert keep_units("5 mg och 30 ml/min, 5 minuter") == f"5{NBSP}mg och 30{NBSP}ml/min, 5 minuter"


def test_language_of_a_paragraph_is_told_by_its_small_words():
    assert foreign("The dose is to be taken with food and not at night.", "sv") == "en"
    assert foreign("Dosen ska tas med mat och inte på natten.", "sv") is None
    assert foreign("Zelvimar 5 mg", "sv") is None


def test_letter_about_two_products_names_marks_and_encloses_both(empty, facts):
    """LET-3: each product carries its own ▼."""
    other = facts.product.model_copy(update={"id": "annin", "brand": "Annin", "monitoring": ()})
    draft = settle(empty, replace(facts, products=(other, facts.product)))
    assert draft.subject.startswith("Annin, ▼ Provin:")
    assert BlockKind.MONITORING in kinds(draft)
    enclosed = text_of(draft, BlockKind.ENCLOSURES)
    assert "Annin" in enclosed
    assert "Provin" in enclosed


def test_gd_09_every_letter_says_where_the_notice_is_to_be_had(empty, facts):
    """GD-09: Art. 13 and 14: the page of the settings, or whom to ask where there is none."""
    assert facts.letterhead.privacy_url in text_of(settle(empty, facts), BlockKind.PRIVACY)
    bare = facts.letterhead.model_copy(update={"privacy_url": ""})
    for language, said in (("sv", "på begäran"), ("en", "when you ask")):
        told = replace(facts, letterhead=bare, texts=texts(language))
        shown = text_of(settle(empty, told), BlockKind.PRIVACY)
        assert said in shown
        assert bare.email in shown

"""Rules of complaints: what nobody is asked to do, whose class it is, what is forwarded anyway."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.people import NotPermitted, Role
from mi_desktop.safety import HandOff, HandOffKind, checklists, forwards
from mi_desktop.safety.cases import Given, Head, PqcCase, codes
from mi_desktop.safety.cases.checks import problems
from mi_desktop.safety.cases.complaint import Defect, Sample
from mi_desktop.safety.cases.desk import CaseDesk
from mi_desktop.safety.cases.paths import at, put
from mi_desktop.ui.translations import translated
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import INQUIRY

HEAD = Head("h1", "PQC-SE-2026-00001", "inq-1")
BARE = PqcCase(HEAD)
# What a text must not ask: go on using it, destroy it, open it.
ASKS = re.compile(
    r"\b((continue|keep|go on) (using|taking)|destroy|throw (it )?away|discard|open (the|it)|"
    r"fortsätt\w* (att )?(använda|ta)|kasta|släng|förstör|öppna)\b",
    re.IGNORECASE,
)
NEVER = re.compile(r"\b(never|aldrig|not|inte)\b[^.]*$", re.IGNORECASE)


def told(case: PqcCase, path: str) -> str:
    return " ".join(str(p.words) for p in problems(case, date(2026, 6, 25)) if p.path == path)


def asked_in(text: str) -> list[str]:
    """What a text asks for that it must not; “never ask anyone to open it” is no asking."""
    return [m.group() for m in ASKS.finditer(text) if not NEVER.search(text[: m.start()])]


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from strings(inner)


@pytest.fixture
def complaint(hand, safety) -> HandOff:
    hand.look()
    hand.say(AE="no", SS="no", PQC="yes", PQC_BATCH="label lost", PQC_EXPIRY="2027-05")
    hand.say(PQC_SAMPLE="yes", PQC_HARM="no")
    hand.sign()
    return safety.handoffs()[0]


@pytest.fixture
def quinn(people, staff):
    """Of the quality department."""
    return people.add(staff.maria, ("quinn", "Quinn Ask", frozenset({Role.QUALITY})), PASSPHRASE)


def test_pqc_4_the_search_finds_what_must_not_be_asked() -> None:
    for text in ("Please continue using the pen.", "Kasta förpackningen.", "Open the vial."):
        assert asked_in(text)
    assert asked_in("Be aldrig någon att öppna eller fortsätta använda läkemedlet.") == []


@pytest.mark.parametrize("folder", ["letters", "checklists", "inquiries"])
def test_pqc_4_no_text_of_ours_asks_to_use_destroy_or_open_it(folder: str) -> None:
    """PQC-4: letters, questions and their help, in both languages."""
    files = sorted((RESOURCES / folder).glob("*.json"))
    texts = [text for file in files for text in strings(json.loads(file.read_text("utf-8")))]
    assert len(texts) > 10
    assert [text for text in texts if asked_in(text)] == []


def test_pqc_4_the_letter_and_the_question_ask_to_keep_product_and_carton() -> None:
    """PQC-4: keep the sample and its outer carton."""
    for language, kept in (("sv", ("Spara", "förpackningen")), ("en", ("keep", "packaging"))):
        texts = json.loads((RESOURCES / "letters" / f"texts.{language}.json").read_text("utf-8"))
        said = " ".join(strings(texts))
        assert all(word in said for word in kept)
    sample = checklists.versions()[-1].question("PQC-SAMPLE")
    assert "keep both" in sample.help["en"]
    assert "kartong" in (sample.text["sv"] + sample.help["sv"]).lower()


def test_pqc_4_a_hazardous_sample_needs_a_safe_way_back() -> None:
    """PQC-4: used sharps, cytotoxics, infectious: a route before anything is sent."""
    there = replace(BARE, sample=Sample(available=Given("yes")))
    assert "sharp, cytotoxic or infectious" in told(there, "sample.hazardous")
    for hazard in ("yes", "unknown"):
        case = put(there, "sample.hazardous", Given(hazard))
        assert told(case, "sample.way_back") == "agree a safe way back before anything is sent"
        assert told(put(case, "sample.way_back", Given("kit")), "sample.way_back") == ""
    harmless = put(there, "sample.hazardous", Given("no"))
    assert told(harmless, "sample.way_back") == ""


def test_pqc_6_damage_on_the_way_is_recorded_and_forwarded_like_any(hand, safety, staff) -> None:
    """PQC-6: transport or pharmacy damage, justified or not, goes to quality."""
    help_text = checklists.versions()[-1].question("PQC").help
    assert "transport" in help_text["en"]
    assert "does not seem justified" in help_text["en"]
    hand.look()
    hand.say(AE="no", SS="no", PQC="not assessable")
    assert set(forwards(safety.assessment(INQUIRY))) == {HandOffKind.QUALITY}
    for place in [p for p in hand.missing() if p != "sign"]:
        hand.say(**{place.replace("-", "_"): "no"})
    [handoff] = hand.sign().handoffs
    case = put(safety.cases.case(handoff.id), "defect.category", Given("DIS"))
    kept = safety.cases.save(staff.anna, put(case, "bought.where", Given("pharmacy")))
    assert at(kept, "defect.category").value == "DIS"
    assert safety.send_handoff(staff.anna, handoff.id).sent_at


def test_ss_pqc_a_defect_with_possible_harm_goes_to_both(hand, safety) -> None:
    """SS-PQC: both queues, though no event is told; nothing is noted as tested before it is."""
    hand.look()
    hand.say(SS="no", PQC="yes", PQC_HARM="unknown", PQC_SAMPLE="yes")
    hand.say(PQC_BATCH="refuses", PQC_EXPIRY="refuses", AE="no")
    made = {h.kind: h for h in hand.sign().handoffs}
    assert set(made) == {HandOffKind.SAFETY, HandOffKind.QUALITY}
    assert made[HandOffKind.SAFETY].codes == ("PQC-HARM",)
    case = safety.cases.case(made[HandOffKind.SAFETY].id)
    offered = {s.path: s.given.value for s in safety.cases.suggestions(case)}
    assert "drugs.0.notes" not in offered
    assert {"5", "6"} <= set(codes.DRUG_NOTE)


@pytest.mark.parametrize("words", [("children", "elderly"), ("barn", "äldre")])
def test_ss_paed_and_ss_eld_use_in_children_and_elderly_is_asked_as_off_label(
    hand, safety, words: tuple[str, str]
) -> None:
    """SS-PAED/ELD: outside the label as off-label use, code 11 of G.k.10.r."""
    asked = checklists.versions()[-1].question("SS-OFFLABEL")
    said = " ".join((*asked.text.values(), *asked.help.values()))
    assert all(word in said for word in words)
    hand.look()
    hand.say(AE="no", PQC="no", SS="yes", SS_OFFLABEL="yes")
    for place in [p for p in hand.missing() if p != "sign"]:
        hand.say(**{place.replace("-", "_"): "no"})
    [handoff] = hand.sign().handoffs
    assert handoff.codes == ("SS-OFFLABEL",)
    offered = {s.path: s.given.value for s in safety.cases.suggestions(
        safety.cases.case(handoff.id))}  # fmt: skip
    assert offered["drugs.0.notes"] == ("11",)


def test_pqc_c4_the_classes_have_the_authority_s_own_swedish_words() -> None:
    """PQC-C4: Läkemedelsverket's wording of class I, II and III."""
    swedish = translated()
    said = [swedish[str(codes.CLASS[c])] for c in ("1", "2", "3")]
    assert said == [
        "Klass I: Användning kan vara livshotande eller ge allvarlig skada.",
        "Klass II: Användning kan orsaka sjukdom eller felbehandling, utan att vara livshotande.",
        "Klass III: Användning medför ingen påtaglig hälsorisk. Produkten dras in av annan orsak.",
    ]


@pytest.mark.parametrize("path", ["defect.alert_class", "defect.quality_criticality"])
def test_pqc_c7_quality_gives_the_class_and_nobody_else(
    safety, staff, quinn, complaint, path: str
) -> None:
    """PQC-C7: it is stored with who gave it; a specialist neither gives nor takes it away."""
    desk: CaseDesk = safety.cases
    value = "1" if path.endswith("class") else "critical"
    classed = put(desk.case(complaint.id), path, Given(value))
    for other in (staff.anna, staff.sara):
        with pytest.raises(NotPermitted):
            desk.save(other, classed)
    desk.save(quinn, classed)
    [(head, changed)] = desk.revisions(complaint.id)
    assert (head.saved_by, changed) == (quinn.id, (path,))
    mine = put(desk.case(complaint.id), "defect.noticed_by", Given("the pharmacist"))
    kept = desk.save(staff.anna, mine)
    assert at(kept, path).value == value
    for emptied in (Given("3" if value == "1" else "minor"), at(BARE, path)):
        with pytest.raises(NotPermitted):
            desk.save(staff.anna, put(desk.case(complaint.id), path, emptied))


@pytest.mark.parametrize(("given", "alert"), [("1", True), ("2", False), ("3", False)])
def test_pqc_c5_a_class_says_to_telephone_before_a_recall(given: str, alert: bool) -> None:
    """PQC-C5: the authority by telephone before a recall; class I alerted within 24 hours."""
    said = told(replace(BARE, defect=Defect(alert_class=Given(given))), "defect.alert_class")
    assert "telephone the authority before a recall" in said
    assert ("within 24 hours" in said) is alert
    assert told(BARE, "defect.alert_class") == ""


def test_pqc_5_a_complaint_is_open_until_its_case_says_how_it_ended(
    hand, safety, staff, complaint
) -> None:
    """PQC-5: sent, acknowledged or closed is no conclusion; quality's answer in the case is."""
    assert safety.complaint_open(INQUIRY)
    safety.send_handoff(staff.anna, complaint.id)
    safety.acknowledge(staff.anna, complaint.id, "Quinn Ask")
    safety.transmission.close(staff.anna, complaint.id)
    assert safety.complaint_open(INQUIRY)
    case = put(safety.cases.case(complaint.id), "wishes.closure", Given("Within specification."))
    safety.cases.save(staff.anna, case, "quality answered")
    assert not safety.complaint_open(INQUIRY)


def test_pqc_5_an_event_alone_or_a_complaint_taken_back_is_none(hand, safety, complaint) -> None:
    hand.say(PQC="no", AE="not assessable")
    kinds = {h.kind: h.state for h in hand.sign().handoffs}
    assert set(kinds) == {HandOffKind.SAFETY, HandOffKind.QUALITY}
    assert not safety.complaint_open(INQUIRY)

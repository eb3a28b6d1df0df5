"""The gate: what is open, what is missing, what goes to whom. Pure rules over an assessment."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from mi_desktop.basics.words import Words, words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.safety.model import (
    FORWARDING,
    Assessment,
    Checklist,
    ChecklistQuestion,
    Gate,
    Given,
    HandOffKind,
    Missing,
)

LACK_OF_EFFECT = "SS-LOE"
_KINDS = {
    "": (),
    "safety": (HandOffKind.SAFETY,),
    "quality": (HandOffKind.QUALITY,),
    "both": (HandOffKind.SAFETY, HandOffKind.QUALITY),
}
_SERIOUS_UNLESS = {"SER-NONE"}


def open_questions(checklist: Checklist, given: dict[str, Given]) -> tuple[ChecklistQuestion, ...]:
    """The questions that are asked now, in the order of the screen."""
    asked = {q.code for q in checklist.questions if not q.opened_by}
    frontier = list(asked)
    while frontier:
        question = checklist.question(frontier.pop())
        answer = given.get(question.code)
        for code in question.opens.get(answer.value, ()) if answer else ():
            if code not in asked:
                asked.add(code)
                frontier.append(code)
    return tuple(q for q in checklist.questions if q.code in asked)


def gate(assessment: Assessment) -> Gate:
    """May a letter be approved? Says in words what keeps it shut (REC-4, P11-16)."""
    pages = [*_unseen(assessment)]
    unanswered = [*_unanswered(assessment)]
    missing = [*pages, *unanswered]
    if not assessment.signature:
        missing.append(Missing(_sign_words(assessment), "sign"))
    says = [m.words for m in pages] + _in_short(unanswered)
    return Gate(not missing, tuple(missing), _sentence(assessment, says))


def unready(assessment: Assessment) -> tuple[Missing, ...]:
    """What is missing before the checklist can be signed."""
    return tuple(m for m in gate(assessment).missing if m.place != "sign")


def forwards(assessment: Assessment) -> dict[HandOffKind, tuple[str, ...]]:
    """Department to the codes that go there; lack of effect with a defect to both (PQC-3)."""
    codes: dict[HandOffKind, list[str]] = {}
    for question in open_questions(assessment.checklist, assessment.given):
        answer = assessment.given.get(question.code)
        if answer and answer.value in FORWARDING:
            for kind in _KINDS[question.hand_off]:
                codes.setdefault(kind, []).append(question.code)
    quality = codes.get(HandOffKind.QUALITY)
    if quality and LACK_OF_EFFECT in codes.get(HandOffKind.SAFETY, ()):
        quality.append(LACK_OF_EFFECT)
    return {kind: tuple(found) for kind, found in codes.items()}


def urgent(assessment: Assessment) -> bool:
    """Serious, or seriousness not known: handled as urgent until safety says less (AE-SER-3)."""
    opened = open_questions(assessment.checklist, assessment.given)
    answers = {q.code: assessment.given.get(q.code) for q in opened}
    if any(q.always_serious and _forwarded(answers[q.code]) for q in opened):
        return True
    seriousness = answers.get("AE-SER")
    if seriousness:
        return not set(seriousness.value.split()) <= _SERIOUS_UNLESS
    return any(_forwarded(answers.get(code)) for code in ("AE", "PQC-HARM"))


def canonical_sha256(
    checklist: Checklist, given: Iterable[Given], pages: Iterable[tuple[PageRef, str]]
) -> str:
    """Hex SHA-256 of what a signature is bound to (P11-15).

    Args:
        checklist: the version that was answered.
        given: the answers.
        pages: each page of the inquiry, with the SHA-256 of its part.
    """
    form = {
        "checklist": [checklist.id, checklist.version],
        "answers": [
            {**answer_facts(g), "by": g.by, "at": g.at.isoformat(), "order": g.order}
            for g in sorted(given, key=lambda g: g.code)
        ],
        "pages": sorted([sha256, ref.part_id, ref.number] for ref, sha256 in pages),
    }
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def answer_facts(given: Given) -> dict[str, Any]:
    """An answer and its evidence, fit for JSON."""
    return {
        "code": given.code,
        "value": given.value,
        "evidence": [region_facts(region) for region in given.evidence],
    }


def region_facts(region: Region) -> dict[str, Any]:
    """A place on a page, fit for JSON; the box in px of the upright page."""
    box = region.box
    return {
        "part": region.part_id,
        "page": region.page,
        "quote": region.quote,
        "box": [box.left, box.top, box.right, box.bottom] if box else None,
    }


def _forwarded(given: Given | None) -> bool:
    return given is not None and given.value in FORWARDING


def _unanswered(assessment: Assessment) -> Iterable[Missing]:
    for question in open_questions(assessment.checklist, assessment.given):
        said = {"question": question.label}
        answer = assessment.given.get(question.code)
        if answer is None:
            if question.required:
                yield Missing(Words("{question} not answered", said), question.code)
        elif _opened_after(assessment, question, answer):
            yield Missing(Words("{question} to be answered again", said), question.code)


def _opened_after(assessment: Assessment, question: ChecklistQuestion, answer: Given) -> bool:
    """A `no` to what is always asked, from before another answer asked it anew (PQC-2)."""
    if question.opened_by or answer.value in FORWARDING:
        return False
    openers = (
        assessment.given[q.code]
        for q in assessment.checklist.questions
        if q.code in assessment.given
        and question.code in q.opens.get(assessment.given[q.code].value, ())
    )
    return any(opener.order > answer.order for opener in openers)


def _unseen(assessment: Assessment) -> Iterable[Missing]:
    pages = [p for p in assessment.pages if p not in assessment.seen]
    if pages:
        one = words("1 page not looked at")
        many = words("{count} pages not looked at", count=len(pages))
        place = f"page:{pages[0].part_id}:{pages[0].number}"
        yield Missing(one if len(pages) == 1 else many, place)


def _in_short(unanswered: list[Missing]) -> list[Words]:
    """One question by its name, more by their number."""
    if len(unanswered) > 1:
        return [words("{count} questions not answered", count=len(unanswered))]
    return [m.words for m in unanswered]


def _sign_words(assessment: Assessment) -> Words:
    if assessment.voided:
        return words("changed after {name} signed; sign again", name=assessment.voided.full_name)
    return words("not signed")


def _sentence(assessment: Assessment, open_points: list[Words]) -> Words:
    match open_points:
        case [first, second]:
            return words("The gate is shut: {first}, {second}.", first=first, second=second)
        case [only]:
            return words("The gate is shut: {missing}.", missing=only)
    if assessment.signature:
        return words("The gate is open, signed by {name}.", name=assessment.signature.full_name)
    if assessment.voided:
        return words(
            "The gate is shut: something changed after {name} signed; sign again.",
            name=assessment.voided.full_name,
        )
    return words("The gate is shut: everything is answered; it is not signed yet.")

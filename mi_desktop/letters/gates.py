"""What stops an approval, line by line, each with its place (domain 4.1, 4.5)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mi_desktop.basics.words import words
from mi_desktop.catalogue import Authority
from mi_desktop.letters.blame import blamed
from mi_desktop.letters.citations import cited
from mi_desktop.letters.language import foreign
from mi_desktop.letters.model import Block, BlockKind, Draft, GateLine
from mi_desktop.letters.readability import LIX_MOST, lix
from mi_desktop.library import SrdState, StandardResponse
from mi_desktop.safety import Gate

# What a writer leaves to be filled in; the requester's own words may hold anything but braces.
_BRACES = re.compile(r"\{\w*\}")
_TO_FILL = re.compile(r"\{\w*\}|\[[^\W\d][^\]]{0,40}\]|<<[^<>]*>>|\bXXX+\b|_{3,}|\?{3,}")
_VERIFIED_DAYS = 366


@dataclass(frozen=True)
class Standing:
    """What a letter is measured against.

    Attributes:
        settled: the letter with its fixed blocks made anew from today's facts.
        standards: the versions used, by id and version; without those no longer known.
        labels: product to version of its label in force.
        questions: ids of the inquiry's questions.
        fits: the address fits its place.
        approver: user id, None where nobody is about to approve.
        complaint_open: a complaint of the inquiry is without quality's conclusion.
    """

    settled: Draft
    safety: Gate
    standards: Mapping[tuple[str, int], StandardResponse]
    labels: Mapping[str, str]
    questions: tuple[str, ...]
    authority: Authority | None
    fits: bool
    today: date
    approver: str | None
    complaint_open: bool = False


def lines(draft: Draft, standing: Standing) -> tuple[GateLine, ...]:
    """Every line, in the order of the screen."""
    return tuple(
        line
        for check in (
            _safety,
            _address,
            _fixed,
            _answers,
            _standards,
            _wording,
            _blame,
            _advice,
            _approver,
        )
        for line in check(draft, standing)
    )


def _safety(_: Draft, standing: Standing) -> Iterator[GateLine]:
    if not standing.safety.open:
        yield GateLine("safety-open", standing.safety.sentence, "safety")


def _address(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    if draft.delivery == "e-mail":
        if not draft.recipient.email:
            yield GateLine("email-missing", words("There is no e-mail address."), "address")
    elif not draft.recipient.lines:
        yield GateLine("address-missing", words("There is no postal address."), "address")
    elif not standing.fits:
        says = words("The address does not fit the envelope's window.")
        yield GateLine("address-overflow", says, "address")


def _fixed(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    """Required blocks, ▼, label version, complaint text: as today's facts want them."""
    present = {b.id: b for b in draft.blocks}
    for wanted in standing.settled.blocks:
        if wanted.kind is BlockKind.ANSWER:
            continue
        if wanted.id not in present:
            says = words("The block “{name}” is missing.", name=wanted.heading or wanted.kind)
            yield GateLine("block-missing", says, wanted.id)
        elif present[wanted.id] != wanted:
            says = words(
                "The block “{name}” is out of date; any change, or handing in, renews it.",
                name=wanted.heading or wanted.kind.value,
            )
            yield GateLine("block-outdated", says, wanted.id)
    kept = {b.id for b in standing.settled.blocks}
    for block in draft.blocks:
        if block.id not in kept:
            says = words("The block “{name}” no longer applies.", name=block.heading)
            yield GateLine("block-outdated", says, block.id)
    if standing.authority is None:
        says = words("There is no authority to report side effects to in the catalogue.")
        yield GateLine("authority-missing", says, BlockKind.REPORTING.value)


def _answers(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    answers = [b for b in draft.blocks if b.kind is BlockKind.ANSWER]
    if not answers:
        yield GateLine("answer-missing", words("The letter answers nothing yet."), "answer")
        return
    answered = {b.question_id for b in answers}
    for number, question in enumerate(standing.questions, 1):
        if question not in answered:
            says = words("Question {number} has no answer of its own.", number=number)
            yield GateLine("question-open", says, "answer", blocking=False)
    for block in answers:
        if block.question_id not in standing.questions:
            says = words("“{name}” answers none of the questions (UNS-4).", name=block.heading)
            yield GateLine("unmapped", says, block.id, blocking=block.off_label)
        if block.off_label and not draft.for_health_professional:
            says = words("“{name}” is off-label and goes to a patient (UNS-5).", name=block.heading)
            yield GateLine("off-label-patient", says, block.id)


def _standards(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    seen = set()
    for block in draft.blocks:
        key = (block.srd_id, block.srd_version)
        if block.srd_id and key not in seen:
            seen.add(key)
            yield from _standard(block, standing.standards.get(key), draft, standing)


def _standard(
    block: Block, srd: StandardResponse | None, draft: Draft, standing: Standing
) -> Iterator[GateLine]:
    name = f"{block.srd_id} v{block.srd_version}"
    if srd is None:
        says = words("{name} is not in the library in this language.", name=name)
        yield GateLine("srd-missing", says, block.id)
        return
    if srd.state is not SrdState.EFFECTIVE:
        says = words("{name} is {state}.", name=name, state=srd.state.value)
        yield GateLine(f"srd-{srd.state.value.replace(' ', '-')}", says, block.id)
    elif srd.stale:
        says = words("{name} is a translation whose source has changed.", name=name)
        yield GateLine("srd-stale", says, block.id)
    elif not srd.usable(standing.today):
        says = words("{name} may be used until {day} only.", name=name, day=srd.expires_on)
        yield GateLine("srd-expired", says, block.id)
    if srd.label_version != standing.labels.get(srd.product_id):
        says = words("{name} builds on an older label version.", name=name)
        yield GateLine("srd-label", says, block.id)


def _wording(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    for block in draft.blocks:
        text = "\n".join((block.heading, *block.paragraphs))
        to_fill = _TO_FILL if block.kind is BlockKind.ANSWER else _BRACES
        if block.kind is not BlockKind.UNSOLICITED and (left := to_fill.search(text)):
            says = words("“{left}” is still to be filled in.", left=left.group())
            yield GateLine("to-fill-in", says, block.id)
        if block.kind is not BlockKind.ANSWER:
            continue
        if any(not 1 <= n <= len(draft.references) for n in cited(text)):
            says = words("“{name}” cites a reference that the letter lacks.", name=block.heading)
            yield GateLine("citation-unknown", says, block.id)
        if foreign(text, draft.language):
            says = words("“{name}” is written in another language.", name=block.heading)
            yield GateLine("language", says, block.id)


def _blame(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    """Liability stops; a cause, which may be the medicine's matter, is pointed at (PQC-5)."""
    for block in draft.blocks if standing.complaint_open else ():
        if block.kind is BlockKind.ANSWER:
            for blame in blamed("\n".join((block.heading, *block.paragraphs)), draft.language):
                says = words("“{said}” is written before quality concluded.", said=blame.text)
                code = "liability-stated" if blame.liability else "cause-stated"
                yield GateLine(code, says, block.id, blocking=blame.liability)


def _advice(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    if draft.language == "sv" and not draft.for_health_professional:
        answers = [p for b in draft.blocks if b.kind is BlockKind.ANSWER for p in b.paragraphs]
        figure = lix("\n\n".join(answers))
        if figure > LIX_MOST:
            says = words("Hard to read for a patient: LIX {lix}, aim below 40.", lix=round(figure))
            yield GateLine("reading-level", says, "answer", blocking=False)
    authority = standing.authority
    if authority is not None:
        checked = authority.last_verified
        if checked is None or (standing.today - checked).days > _VERIFIED_DAYS:
            says = words("The address of {name} was not verified lately.", name=authority.name)
            place = BlockKind.REPORTING.value
            yield GateLine("authority-unverified", says, place, blocking=False)


def _approver(draft: Draft, standing: Standing) -> Iterator[GateLine]:
    if standing.approver in {draft.author, *draft.writers}:
        says = words("You wrote this letter; somebody else approves it.")
        yield GateLine("approver-is-author", says, "approval")

"""The way of a hand-off: drafted, sent, acknowledged; numbers, versions, lateness. Pure rules."""

from dataclasses import replace
from datetime import datetime

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.words import Words
from mi_desktop.inquiries import Inquiry
from mi_desktop.safety.clocks import Terms, awareness
from mi_desktop.safety.errors import LateNeedsReason, WordsNeeded, WrongState
from mi_desktop.safety.model import HandOff, HandOffKind, HandOffState, Lateness, LateReason

# What may follow what (HO-2); answers signed anew make any but a draft the next version's draft.
MOVES: dict[HandOffState, frozenset[HandOffState]] = {
    HandOffState.DRAFT: frozenset({HandOffState.QUEUED, HandOffState.SENT, HandOffState.CLOSED}),
    HandOffState.QUEUED: frozenset(
        {HandOffState.SENT, HandOffState.SEND_FAILED, HandOffState.DRAFT}
    ),
    HandOffState.SEND_FAILED: frozenset(
        {HandOffState.QUEUED, HandOffState.SENT, HandOffState.DRAFT}
    ),
    HandOffState.SENT: frozenset(
        {HandOffState.ACKNOWLEDGED, HandOffState.QUERIED, HandOffState.DRAFT}
    ),
    HandOffState.ACKNOWLEDGED: frozenset(
        {HandOffState.QUERIED, HandOffState.CLOSED, HandOffState.DRAFT}
    ),
    HandOffState.QUERIED: frozenset({HandOffState.ACKNOWLEDGED, HandOffState.DRAFT}),
    HandOffState.CLOSED: frozenset({HandOffState.DRAFT}),
}
WAITED_FOR_LINE = "frozen in time; the way out was closed until after its time"
_PREFIX = {HandOffKind.SAFETY: "AE", HandOffKind.QUALITY: "PQC"}


def drafted(
    inquiry: Inquiry, kind: HandOffKind, codes: tuple[str, ...], urgent: bool, terms: Terms
) -> HandOff:
    """A new hand-off without a number; its clock started at awareness (CLK-1, CLK-4).

    Args:
        inquiry: the mail it comes from.
        kind: the department.
        codes: checklist codes that forward it.
        urgent: serious or not known.
        terms: how long it may take.
    """
    aware_at = awareness(inquiry)
    due = terms.due(aware_at)
    return HandOff(
        "", "", inquiry.id, kind, HandOffState.DRAFT, aware_at, due, codes, urgent=urgent
    )


def numbered(handoff: HandOff, site: str, year: int, sequence: int) -> HandOff:
    """A fresh draft with its own id and number; AE and PQC count separately (PQC-2)."""
    return replace(
        handoff,
        id=new_id(),
        number=f"{_PREFIX[handoff.kind]}-{site}-{year}-{sequence:05d}",
        state=HandOffState.DRAFT,
        version=1,
        sent_at=None,
        late=None,
        acknowledged_at=None,
        acknowledged_by="",
        sheet_sha256="",
        reference="",
        problem=None,
        question="",
    )


def renewed(handoff: HandOff, codes: tuple[str, ...], urgent: bool, due: datetime) -> HandOff:
    """What a hand-off becomes when the answers are signed anew.

    One that was never sent follows the answers, and is closed where nothing is left to report.
    One that was sent goes out again, same number, next version (HO-3); only the safety
    department may take it back (AE-MIN-9).

    Args:
        handoff: as it is.
        codes: checklist codes that forward it now.
        urgent: serious or not known.
        due: UTC; when what is new has to be handed over (CLK-9).
    """
    fresh = replace(handoff, codes=codes, urgent=urgent)
    if handoff.version == 1 and handoff.state in (HandOffState.DRAFT, HandOffState.CLOSED):
        return replace(fresh, state=HandOffState.DRAFT if codes else HandOffState.CLOSED)
    if handoff.state is HandOffState.DRAFT:
        return fresh
    return replace(
        fresh,
        state=HandOffState.DRAFT,
        version=handoff.version + 1,
        due=max(handoff.due, due),
        sent_at=None,
        late=None,
        acknowledged_at=None,
        acknowledged_by="",
        problem=None,
        question="",
    )


def queued(handoff: HandOff, now: datetime, reason: str, code: LateReason) -> HandOff:
    """Frozen now (UTC), waiting for its way out.

    Raises:
        WrongState: it was handed over already.
        LateNeedsReason: after its time, without words that say why (HO-4).
    """
    may_become(handoff, HandOffState.QUEUED)
    late = _lateness(handoff, now, reason, code)
    return replace(handoff, state=HandOffState.QUEUED, late=late, problem=None)


def sent(handoff: HandOff, now: datetime, reason: str, code: LateReason) -> HandOff:
    """Handed over by hand now (UTC), as a printed sheet.

    Raises:
        WrongState: it was sent already.
        LateNeedsReason: after its time, without words that say why (HO-4).
    """
    may_become(handoff, HandOffState.SENT)
    late = handoff.late or _lateness(handoff, now, reason, code)
    return replace(handoff, state=HandOffState.SENT, sent_at=now, late=late, problem=None)


def delivered(handoff: HandOff, now: datetime) -> HandOff:
    """The way out took it (UTC); where it waited past its time, the record says so."""
    may_become(handoff, HandOffState.SENT)
    late = handoff.late
    if now > handoff.due and late is None:
        late = Lateness(LateReason.TECHNICAL, WAITED_FOR_LINE)
    return replace(handoff, state=HandOffState.SENT, sent_at=now, late=late, problem=None)


def failed(handoff: HandOff, why: Words) -> HandOff:
    """The way out refused it for good; a person has to act."""
    may_become(handoff, HandOffState.SEND_FAILED)
    return replace(handoff, state=HandOffState.SEND_FAILED, problem=why)


def acknowledged(handoff: HandOff, now: datetime, by_whom: str, reference: str = "") -> HandOff:
    """Confirmed by the receiver, with their own number where they gave one (HO-2).

    Raises:
        WrongState: it was not sent, or is acknowledged already.
        WordsNeeded: nobody is named.
    """
    if handoff.state is HandOffState.QUERIED:
        raise WrongState(number=handoff.number, state=handoff.state.value)
    may_become(handoff, HandOffState.ACKNOWLEDGED)
    _must_say(by_whom)
    return replace(
        handoff,
        state=HandOffState.ACKNOWLEDGED,
        acknowledged_at=now,
        acknowledged_by=by_whom.strip(),
        reference=reference.strip() or handoff.reference,
    )


def queried(handoff: HandOff, now: datetime, asked: tuple[str, str]) -> HandOff:
    """The receiver asks something, which proves that they have it.

    Args:
        handoff: sent or acknowledged.
        now: UTC.
        asked: who asks, and what.

    Raises:
        WrongState: it was not sent, or another question is open.
        WordsNeeded: nobody, or nothing, is named.
    """
    by_whom, question = asked
    may_become(handoff, HandOffState.QUERIED)
    _must_say(by_whom)
    _must_say(question)
    return replace(
        handoff,
        state=HandOffState.QUERIED,
        acknowledged_at=handoff.acknowledged_at or now,
        acknowledged_by=handoff.acknowledged_by or by_whom.strip(),
        question=question.strip(),
    )


def answered(handoff: HandOff, answer: str) -> HandOff:
    """The open question was answered.

    Raises:
        WrongState: no question is open.
        WordsNeeded: an empty answer.
    """
    must_be(handoff, HandOffState.QUERIED)
    _must_say(answer)
    return replace(handoff, state=HandOffState.ACKNOWLEDGED, question="")


def closed(handoff: HandOff) -> HandOff:
    """The receiver is done with it.

    Raises:
        WrongState: it is not acknowledged, or a question is open.
    """
    must_be(handoff, HandOffState.ACKNOWLEDGED)
    return replace(handoff, state=HandOffState.CLOSED)


def may_become(handoff: HandOff, state: HandOffState) -> None:
    """Passes where the move is one of `MOVES`.

    Raises:
        WrongState: it is not.
    """
    if state not in MOVES[handoff.state]:
        raise WrongState(number=handoff.number, state=handoff.state.value)


def must_be(handoff: HandOff, state: HandOffState) -> None:
    """Passes where the hand-off is in the state.

    Raises:
        WrongState: it is not.
    """
    if handoff.state is not state:
        raise WrongState(number=handoff.number, state=handoff.state.value)


def _lateness(handoff: HandOff, now: datetime, reason: str, code: LateReason) -> Lateness | None:
    if now <= handoff.due:
        return None
    if not reason.strip():
        raise LateNeedsReason(number=handoff.number, reasons=" / ".join(LateReason))
    return Lateness(code, reason.strip())


def _must_say(text: str) -> None:
    if not text.strip():
        raise WordsNeeded

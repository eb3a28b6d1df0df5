"""The way of a hand-off: drafted, sent, acknowledged; numbers, versions, lateness. Pure rules."""

from dataclasses import replace
from datetime import datetime

from mi_desktop.basics.ids import new_id
from mi_desktop.inquiries import Inquiry
from mi_desktop.safety.clocks import awareness, handoff_due
from mi_desktop.safety.errors import LateNeedsReason, WrongState
from mi_desktop.safety.model import HandOff, HandOffKind, HandOffState, Lateness, LateReason

_PREFIX = {HandOffKind.SAFETY: "AE", HandOffKind.QUALITY: "PQC"}


def drafted(
    inquiry: Inquiry, kind: HandOffKind, codes: tuple[str, ...], urgent: bool, hours: int
) -> HandOff:
    """A new hand-off without a number; its clock started at awareness (CLK-1, CLK-4).

    Args:
        inquiry: the mail it comes from.
        kind: the department.
        codes: checklist codes that forward it.
        urgent: serious or not known.
        hours: elapsed hours from awareness to hand-off.
    """
    aware_at = awareness(inquiry)
    due = handoff_due(aware_at, hours)
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
    )


def sent(handoff: HandOff, now: datetime, reason: str, code: LateReason) -> HandOff:
    """Handed over now (UTC).

    Raises:
        WrongState: it was sent already.
        LateNeedsReason: after its time, without words that say why (HO-4).
    """
    must_be(handoff, HandOffState.DRAFT)
    late = now > handoff.due
    if late and not reason.strip():
        raise LateNeedsReason(number=handoff.number, reasons=" / ".join(LateReason))
    return replace(
        handoff,
        state=HandOffState.SENT,
        sent_at=now,
        late=Lateness(code, reason.strip()) if late else None,
    )


def acknowledged(handoff: HandOff, now: datetime, by_whom: str) -> HandOff:
    """Confirmed by the receiver (HO-2).

    Raises:
        WrongState: it was not sent, or is acknowledged already.
    """
    must_be(handoff, HandOffState.SENT)
    return replace(
        handoff,
        state=HandOffState.ACKNOWLEDGED,
        acknowledged_at=now,
        acknowledged_by=by_whom.strip(),
    )


def must_be(handoff: HandOff, state: HandOffState) -> None:
    """Passes where the hand-off is in the state.

    Raises:
        WrongState: it is not.
    """
    if handoff.state is not state:
        raise WrongState(number=handoff.number, state=handoff.state.value)

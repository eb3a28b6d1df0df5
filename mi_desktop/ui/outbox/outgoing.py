"""Asks the rooms for everything that is on its way out."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mi_desktop.dispatch import Batch, BatchState, Email, Printer
from mi_desktop.letters import Draft, LetterState, SignedLetter
from mi_desktop.safety import HandOff
from mi_desktop.ui.safety.worklist import ON_THEIR_WAY

if TYPE_CHECKING:
    from mi_desktop.services import Services


@dataclass(frozen=True)
class Ready:
    """A letter that waits for print, and the town it goes to."""

    letter: SignedLetter
    town: str


@dataclass(frozen=True)
class Outgoing:
    """Everything on its way out, at a moment (UTC)."""

    ready: list[Ready]
    batches: list[Batch]
    printers: list[Printer]
    emails: list[Email]
    unqueued: list[Draft]
    handoffs: list[HandOff]
    now: datetime


def look_up(services: "Services") -> Outgoing:
    """Looks at the rooms and at the printers: takes its time."""
    dispatch = services.dispatch
    emails, batches = dispatch.emails(), dispatch.batches()
    if any(b.state is BatchState.PRINTING and b.job for b in batches):
        dispatch.follow()
        batches = dispatch.batches()
    queued = {email.letter_id for email in emails}
    signed = services.letters.letters(state=LetterState.SIGNED)
    running = [handoff for state in ON_THEIR_WAY for handoff in services.safety.handoffs(state)]
    return Outgoing(
        [_ready(services, letter) for letter in dispatch.ready()],
        batches,
        dispatch.printers(),
        emails,
        [d for d in signed if d.delivery == "e-mail" and d.id not in queued],
        sorted(running, key=lambda h: h.due),
        services.office.database.clock(),
    )


def _ready(services: "Services", letter: SignedLetter) -> Ready:
    to = services.dispatch.town(letter)
    return Ready(letter, " ".join(filter(None, (to.country, to.postcode, to.city))))

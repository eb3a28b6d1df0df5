"""What waits behind each screen, counted for the rail and the status line."""

from datetime import datetime, timedelta

from mi_desktop.dispatch import EmailState
from mi_desktop.inquiries import Pace, Status
from mi_desktop.letters import LetterState
from mi_desktop.services import Services
from mi_desktop.ui.inquiry.stages import handoff_pace
from mi_desktop.ui.rail import Count

NEAR = timedelta(hours=24)
_ANSWERED = {Status.DISPATCHED, Status.CLOSED}


def counts(services: Services) -> dict[str, Count]:
    """Counts by screen; to be called on the records lane. A clock is near 24 h before its end."""
    now = services.office.database.clock()
    soon = now + NEAR
    open_inquiries = [i for i in services.inquiries.inquiries() if i.status not in _ANSWERED]
    return {
        "tray": Count(len(services.intake.tray())),
        "inquiry": Count(len(open_inquiries), any(i.answer_due <= soon for i in open_inquiries)),
        "safety": _safety(services, now),
        "letter": Count(len(services.letters.letters(state=LetterState.IN_REVIEW))),
        "outbox": Count(len(services.dispatch.ready()) + len(waiting_emails(services))),
    }


def _safety(services: Services, now: datetime) -> Count:
    """Open checklists and the board; urgent where one of their clocks is near or past."""
    checklists = services.safety.open_work()
    board = services.safety.board()
    near = any(line.pace is not Pace.ON_TIME for line in board)
    due = [c.due for c in checklists if c.due]
    near = near or any(handoff_pace(at, now) is not Pace.ON_TIME for at in due)
    return Count(len(checklists) + len(board), near)


def waiting_emails(services: Services) -> list[object]:
    """E-mails that wait to be sent."""
    return list(services.dispatch.emails(EmailState.WAITING))

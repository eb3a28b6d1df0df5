"""The demonstration's reports on their way: handed over, acknowledged, one asked about."""

from mi_desktop.demo.model import Demonstration
from mi_desktop.safety import HandOffState, LateReason

_LATE = "Posten låg oöppnad över helgen."
_QUESTION = "Vilken styrka gäller det?"


def hand_over(demonstration: Demonstration) -> None:
    """Hands over what is drafted but the last; every second one comes back acknowledged."""
    services, staff = demonstration.services, demonstration.staff
    desk = services.safety.transmission
    drafts = services.safety.handoffs(HandOffState.DRAFT)
    for handoff in drafts[:-1]:
        late = services.office.database.clock() > handoff.due
        reason = (_LATE, LateReason.UNOPENED) if late else ("", LateReason.OTHER)
        services.safety.send_handoff(staff.anna, handoff.id, *reason)
    desk.send_waiting()
    gone = services.safety.handoffs(HandOffState.SENT)
    for n, handoff in enumerate(gone[::2], 1):
        desk.acknowledge(staff.sara, handoff.id, staff.sara.full_name, f"PV-2026-{n:04d}")
    if len(gone) > 2:
        desk.ask(staff.sara, gone[2].id, staff.sara.full_name, _QUESTION)

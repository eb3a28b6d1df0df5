"""Table of cases: each save is a row of its own, and none is ever changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.safety.cases.contacts import Contacts
from mi_desktop.safety.cases.facts import from_facts, to_facts
from mi_desktop.safety.cases.model import AeCase, Case, Head, PqcCase
from mi_desktop.safety.model import HandOff, HandOffKind, HandOffState
from mi_desktop.storage import Code, Table


class CaseRow(Table):
    """A case as it was saved; `changed` names the fields, never what stands in them.

    Attributes:
        serials: the packs' serial numbers, each between two line feeds, to find one seen twice.
    """

    __tablename__ = "safety_case"

    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Code]
    saved_at: Mapped[datetime]
    saved_by: Mapped[Code]
    changed: Mapped[list[Any]] = mapped_column(info={"plain": True})
    facts: Mapped[dict[str, Any]]
    serials: Mapped[str]


class ContactRow(Table):
    """The zone of contacts: how the people of a case are named and reached (FU-2).

    The audit trail keeps a digest of it and no words, so that who reads the trail does not read it.

    Attributes:
        revision: of the case since which it is so.
        facts: path of the field to its value.
    """

    __tablename__ = "case_contact"

    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    saved_by: Mapped[Code]
    facts: Mapped[dict[str, str]] = mapped_column(JSON, info={"wordless": True})


_KINDS: dict[str, type[AeCase] | type[PqcCase]] = {"event": AeCase, "complaint": PqcCase}


def add(session: Session, case: Case, changed: Sequence[str], serials: Sequence[str]) -> None:
    """Enters a revision; the head says which, when and by whom."""
    session.add(
        CaseRow(
            handoff_id=case.head.handoff_id,
            revision=case.head.revision,
            kind="event" if isinstance(case, AeCase) else "complaint",
            saved_at=case.head.saved_at,
            saved_by=case.head.saved_by,
            changed=list(changed),
            facts=to_facts(case),
            serials=_joined(serials),
        )
    )
    session.flush()


def newest(session: Session, handoff_id: str) -> Case | None:
    """The case as it stands; None before the first save."""
    query = select(CaseRow).where(CaseRow.handoff_id == handoff_id)
    row = session.scalars(query.order_by(CaseRow.revision.desc()).limit(1)).one_or_none()
    return _case(row) if row else None


def add_contacts(session: Session, head: Head, contacts: Contacts) -> None:
    """Enters what the zone holds since this revision."""
    session.add(
        ContactRow(
            handoff_id=head.handoff_id,
            revision=head.revision,
            saved_by=head.saved_by,
            facts=dict(contacts),
        )
    )
    session.flush()


def contacts(session: Session, handoff_id: str) -> tuple[Contacts, str]:
    """What the zone holds of a case, and the id of the user who entered it; nothing, and ""."""
    query = select(ContactRow).where(ContactRow.handoff_id == handoff_id)
    row = session.scalars(query.order_by(ContactRow.revision.desc()).limit(1)).one_or_none()
    return (row.facts, row.saved_by) if row else ({}, "")


def revision(session: Session, handoff_id: str, number: int) -> Case | None:
    """The case as it was saved then."""
    row = session.get(CaseRow, (handoff_id, number))
    return _case(row) if row else None


def revisions(session: Session, handoff_id: str) -> list[tuple[Head, tuple[str, ...]]]:
    """Every save with the fields it changed, the first one first."""
    query = select(CaseRow).where(CaseRow.handoff_id == handoff_id).order_by(CaseRow.revision)
    return [(_case(row).head, tuple(row.changed)) for row in session.scalars(query)]


def others_with(session: Session, serial: str, handoff_id: str) -> int:
    """How many other cases hold a pack with this serial number."""
    query = select(func.count(func.distinct(CaseRow.handoff_id))).where(
        CaseRow.handoff_id != handoff_id,
        CaseRow.serials.contains(_joined([serial]), autoescape=True),
    )
    return session.scalar(query) or 0


def undecided(session: Session, handoffs: Sequence[HandOff]) -> bool:
    """True where a complaint among them does not say how it ended (PQC-5).

    A draft that was closed because nothing was left to report was no complaint.
    """
    return any(
        not _ended(newest(session, handoff.id))
        for handoff in handoffs
        if handoff.kind is HandOffKind.QUALITY
        and (handoff.state is not HandOffState.CLOSED or handoff.sent_at)
    )


def _ended(case: Case | None) -> bool:
    return isinstance(case, PqcCase) and case.wishes.closure.known


def _joined(serials: Sequence[str]) -> str:
    return "".join(f"\n{serial}\n" for serial in serials)


def _case(row: CaseRow) -> Case:
    return from_facts(_KINDS[row.kind], row.facts)

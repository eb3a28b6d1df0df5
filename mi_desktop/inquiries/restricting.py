"""Inquiries whose use is restricted (GDPR Art. 18, GD-10): who is told, and since when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.storage import Code, Table

_MANY = 500


class RestrictionRow(Table):
    """That an inquiry may only be kept and looked at, until it is lifted."""

    __tablename__ = "restriction"

    id: Mapped[Code] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("inquiry.id"), index=True)
    why: Mapped[str]
    by: Mapped[Code]
    at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[Code | None] = mapped_column(info={"plain": True})


@dataclass(frozen=True)
class Restriction:
    """A restriction in force.

    Attributes:
        by: id of the user who entered it.
        at: UTC.
    """

    inquiry_id: str
    why: str
    by: str
    at: datetime


def restricted_of(
    session: Session, inquiries: Collection[str] | None = None
) -> dict[str, Restriction]:
    """The restrictions in force by inquiry, of these or (None) of all."""
    query = select(RestrictionRow).where(RestrictionRow.lifted_at.is_(None))
    if inquiries is None:
        rows = list(session.scalars(query))
    else:
        ids = sorted(inquiries)
        rows = [
            row
            for start in range(0, len(ids), _MANY)
            for row in session.scalars(
                query.where(RestrictionRow.inquiry_id.in_(ids[start : start + _MANY]))
            )
        ]
    return {r.inquiry_id: Restriction(r.inquiry_id, r.why, r.by, r.at) for r in rows}

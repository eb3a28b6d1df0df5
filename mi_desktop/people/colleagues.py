"""Who changed a record while somebody else had it open."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mi_desktop.people.store import UserRow
from mi_desktop.storage import last_change
from mi_desktop.storage.errors import ChangedByColleague, ChangedBySomebody

__all__ = ["ChangedByColleague", "ChangedBySomebody", "changed_by"]


def changed_by(session: Session, entity: str, key: str) -> ChangedByColleague:
    """The refusal to overwrite what stands in a record now: by whom it was written, and when."""
    found = last_change(session, entity, key)
    if found is None:
        return ChangedByColleague()
    by, at = found
    name = session.scalar(select(UserRow.full_name).where(UserRow.id == by))
    return ChangedBySomebody(who=name or by, at=at)

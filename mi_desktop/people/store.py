"""Tables of users and signatures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.people.errors import WorkEnded
from mi_desktop.people.model import Meaning, Role, Signature, User
from mi_desktop.storage import Code, Table, Versioned
from mi_desktop.storage.audit import AuditRow
from mi_desktop.storage.errors import RecordMissing

SIGN_IN = "people.sign_in"
_SEEN = "active_before"


class UserRow(Versioned, Table):
    """A user; rows are never deleted, so names and ids are never used again."""

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[Code] = mapped_column(unique=True)
    full_name: Mapped[str]
    roles: Mapped[list[Any]] = mapped_column(info={"plain": True})
    active: Mapped[bool]
    passphrase_by: Mapped[Code] = mapped_column(default="")
    passphrase_at: Mapped[datetime | None]


class SignatureRow(Table):
    """An electronic signature."""

    __tablename__ = "signature"

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[Code] = mapped_column(ForeignKey("user.id"))
    full_name: Mapped[str]
    meaning: Mapped[Code]
    at: Mapped[datetime]
    zone: Mapped[Code]
    record: Mapped[Code] = mapped_column(index=True)
    sha256: Mapped[Code]


def add_user(session: Session, user: User) -> None:
    """Enters a user."""
    session.add(
        UserRow(
            id=user.id,
            name=user.name,
            full_name=user.full_name,
            roles=sorted(role.value for role in user.roles),
            active=user.active,
            passphrase_by=user.passphrase_by,
            passphrase_at=user.passphrase_at,
        )
    )


def user(session: Session, user_id: str) -> User:
    """The user of this id.

    Raises:
        RecordMissing: nobody has it.
    """
    return _user(_row(session, user_id))


def still_here(session: Session) -> None:
    """A guard of every transaction: nobody writes who works here no more.

    Raises:
        WorkEnded: the deed's user was deactivated.
    """
    if _SEEN not in session.info:
        query = select(UserRow.active).where(UserRow.id == session.info["deed"].by)
        session.info[_SEEN] = session.connection().scalar(query)
    if session.info[_SEEN] is False:
        raise WorkEnded


def change_roles(session: Session, user_id: str, roles: frozenset[Role]) -> User:
    """Gives a user other roles."""
    row = _row(session, user_id)
    row.roles = sorted(role.value for role in roles)
    return _user(row)


def set_active(session: Session, user_id: str, active: bool) -> User:
    """Ends a user's work here, or lets it begin again."""
    row = _row(session, user_id)
    row.active = active
    return _user(row)


def note_passphrase(session: Session, user_id: str, chosen: tuple[str, datetime]) -> None:
    """Notes who chose a user's passphrase, and when (UTC)."""
    row = _row(session, user_id)
    row.passphrase_by, row.passphrase_at = chosen


def _row(session: Session, user_id: str) -> UserRow:
    row = session.get(UserRow, user_id)
    if row is None:
        raise RecordMissing(kind="user", key=user_id)
    return row


def users(session: Session) -> list[User]:
    """Everybody, by name."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.name))]


def last_sign_ins(session: Session) -> dict[str, datetime]:
    """When each user came in last, as the trail says."""
    query = select(AuditRow.key, func.max(AuditRow.at)).where(AuditRow.action == SIGN_IN)
    return {row[0]: row[1] for row in session.execute(query.group_by(AuditRow.key))}


def add_signature(session: Session, signature: Signature) -> None:
    """Enters a signature."""
    session.add(SignatureRow(**vars(signature)))


def signatures(session: Session, record: str) -> list[Signature]:
    """The signatures on a record, oldest first."""
    query = select(SignatureRow).where(SignatureRow.record == record).order_by(SignatureRow.at)
    return [_signature(r) for r in session.scalars(query)]


def signatures_of(
    session: Session, meanings: Sequence[Meaning], since: datetime, until: datetime
) -> list[Signature]:
    """The signatures of these meanings from `since` (UTC) to before `until`, oldest first."""
    query = select(SignatureRow).where(
        SignatureRow.meaning.in_([m.value for m in meanings]),
        SignatureRow.at >= since,
        SignatureRow.at < until,
    )
    return [_signature(r) for r in session.scalars(query.order_by(SignatureRow.at))]


def _signature(r: SignatureRow) -> Signature:
    return Signature(
        r.id, r.user_id, r.full_name, Meaning(r.meaning), r.at, r.zone, r.record, r.sha256
    )


def _user(row: UserRow) -> User:
    roles = frozenset(map(Role, row.roles))
    chosen = (row.passphrase_by, row.passphrase_at)
    return User(row.id, row.name, row.full_name, roles, row.active, *chosen)

"""Tables of users and signatures."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.people.model import Meaning, Role, Signature, User
from mi_desktop.storage import Code, Table


class UserRow(Table):
    """A user; rows are never deleted, so names and ids are never used again."""

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[Code] = mapped_column(unique=True)
    full_name: Mapped[str]
    roles: Mapped[list[Any]] = mapped_column(info={"plain": True})
    active: Mapped[bool]


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
        )
    )


def users(session: Session) -> list[User]:
    """Everybody, by name."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.name))]


def add_signature(session: Session, signature: Signature) -> None:
    """Enters a signature."""
    session.add(SignatureRow(**vars(signature)))


def signatures(session: Session, record: str) -> list[Signature]:
    """The signatures on a record, oldest first."""
    rows = session.scalars(
        select(SignatureRow).where(SignatureRow.record == record).order_by(SignatureRow.at)
    )
    return [
        Signature(
            r.id, r.user_id, r.full_name, Meaning(r.meaning), r.at, r.zone, r.record, r.sha256
        )
        for r in rows
    ]


def _user(row: UserRow) -> User:
    return User(row.id, row.name, row.full_name, frozenset(map(Role, row.roles)), row.active)

"""Gap-free numbers: taken in the transaction that uses them, so a rollback gives them back."""

from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.storage.tables import Table


class SequenceRow(Table):
    """The last number given out under a name."""

    __tablename__ = "sequence"

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


def next_number(session: Session, name: str) -> int:
    """The next number under this name, from 1; the write transaction keeps others waiting."""
    row = session.get(SequenceRow, name)
    if row is None:
        row = SequenceRow(name=name, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return row.last

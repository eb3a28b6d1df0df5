"""Restriction of use (GDPR Art. 18, GD-10): what is restricted is kept and looked at, no more.

One guard on every transaction stops it, whichever verb asks: a row that hangs on a restricted
inquiry is neither made nor changed nor deleted. The duty to report to safety and quality goes on
(Art. 18(2): reasons of important public interest), and so does what this room does itself.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.inquiries import Restriction, RestrictionRow, restricted_of
from mi_desktop.keeping.errors import LookRefused, ReasonMissing, UseRestricted
from mi_desktop.keeping.purge import INDEXED, filed, kinds, links, reach
from mi_desktop.people import Action, User
from mi_desktop.storage import Office

# What left already is noted all the same.
_FREE = (
    "keeping.", "safety.", "people.", "dispatch.email_sent", "dispatch.email_not_sent",
    "dispatch.recover",
)  # fmt: skip
_KNOWN = "restricted_inquiries"


class RestrictionDesk:
    """Restricts and lifts; and keeps everybody else away meanwhile."""

    def __init__(self, office: Office) -> None:
        self._office = office
        if guard not in office.database.guards:
            office.database.guards.append(guard)

    def of(self, inquiry_id: str) -> Restriction | None:
        """The restriction in force, None where there is none."""
        with self._office.database.read() as session:
            return restricted_of(session, [inquiry_id]).get(inquiry_id)

    def every(self) -> list[tuple[str, Restriction]]:
        """All in force with the numbers of their inquiries, the oldest first."""
        inquiry = kinds()["inquiry"]
        with self._office.database.read() as session:
            found = restricted_of(session)
            rows = session.scalars(select(inquiry).where(inquiry.id.in_(sorted(found))))
            numbered = [(row.number, found[row.id]) for row in rows]
        return sorted(numbered, key=lambda pair: (pair[1].at, pair[0]))

    def restrict(self, user: User, inquiries: Iterable[str], why: str) -> list[str]:
        """Restricts the use of inquiries (ids); returns those that were not yet.

        Raises:
            ReasonMissing: nothing says why.
        """
        user.must(Action.KEEP_RECORDS)
        if not why.strip():
            raise ReasonMissing(what="why its use is restricted")
        wanted = set(inquiries)
        with self._office.database.write(user.id, "keeping.restrict", why.strip()) as session:
            fresh = sorted(wanted - restricted_of(session, wanted).keys())
            for inquiry in fresh:
                session.add(
                    RestrictionRow(
                        id=new_id(), inquiry_id=inquiry, why=why.strip(), by=user.id,
                        at=session.info["deed"].at,
                    )
                )  # fmt: skip
            self._show(session, fresh, False)
        return fresh

    def _show(self, session: Session, inquiries: list[str], shown: bool) -> None:
        """Whether the search finds the inquiries, their mail and their letters."""
        found = reach(session, inquiries, filed(session, inquiries))
        for table, kind in INDEXED.items():
            for ref in found.ids(table):
                self._office.index.hide(session, kind, ref, not shown)

    def lift(self, user: User, inquiry_id: str, why: str) -> None:
        """Ends a restriction; nothing happens where there is none.

        Raises:
            ReasonMissing: nothing says why. The person is told before (Art. 18(3)).
        """
        user.must(Action.KEEP_RECORDS)
        if not why.strip():
            raise ReasonMissing(what="why the restriction is lifted")
        with self._office.database.write(user.id, "keeping.unrestrict", why.strip()) as session:
            query = select(RestrictionRow).where(
                RestrictionRow.inquiry_id == inquiry_id, RestrictionRow.lifted_at.is_(None)
            )
            for row in session.scalars(query):
                row.lifted_at, row.lifted_by = session.info["deed"].at, user.id
            self._show(session, [inquiry_id], True)

    def see(self, user: User, inquiry_id: str) -> Restriction | None:
        """Lets those look who may; None where nothing is restricted.

        Raises:
            LookRefused: it is restricted, and the user does not keep records.
        """
        found = self.of(inquiry_id)
        if found is not None and not user.may(Action.KEEP_RECORDS):
            raise LookRefused
        return found

    def look(self, user: User, inquiry_id: str) -> Restriction | None:
        """As `see`; a look at what is restricted is noted."""
        found = self.see(user, inquiry_id)
        if found is not None:
            with self._office.database.write(user.id, "keeping.look") as session:
                self._office.database.note(session, "inquiry", inquiry_id)
        return found


def guard(session: Session) -> None:
    """Refuses what would use a restricted inquiry, before it is written.

    Raises:
        UseRestricted: a row that is about to be written hangs on one.
    """
    if session.info["deed"].action.startswith(_FREE):
        return
    if _KNOWN not in session.info:
        session.info[_KNOWN] = restricted_of(session).keys()
    restricted = session.info[_KNOWN]
    if not restricted:
        return
    for row in (*session.new, *session.dirty, *session.deleted):
        found = _inquiry_of(session, row)
        if found in restricted:
            number = session.get_one(kinds()["inquiry"], found).number
            raise UseRestricted(number=number)


def _inquiry_of(session: Session, row: Any) -> str | None:
    """The inquiry that a row hangs on, however far."""
    every = kinds()
    open_rows, seen = [row], set()
    while open_rows:
        here = open_rows.pop()
        if here is None or id(here) in seen:
            continue
        seen.add(id(here))
        if here.__tablename__ == "inquiry":
            return str(here.id)
        if here.__tablename__ == "piece":
            open_rows.append(session.get(every["filed_piece"], here.id))
        for column, target in links(type(here)):
            key = getattr(here, column)
            if key is not None and len(every[target].__table__.primary_key) == 1:
                open_rows.append(session.get(every[target], key))
    return None

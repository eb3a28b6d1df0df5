"""The search index, inside the database: every room puts in what it wants found.

In a file SQLite's FTS5 finds the words, on a server PostgreSQL's own engine; both know the forms
of Swedish and English words, and both give the newest matches first, of which the best are shown
first: nobody reads the end of ten thousand hits, and nobody waits for them.
"""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import (
    Connection,
    Integer,
    UniqueConstraint,
    delete,
    false,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.storage import fts5, tsvector
from mi_desktop.storage.fts5 import Fts5
from mi_desktop.storage.sought import Sought, score, snippet, sought
from mi_desktop.storage.tables import Code, Table
from mi_desktop.storage.tsvector import TsVector

RANKED = 300  # of the newest matches
_STEP = 500


class SearchEntryRow(Table):
    """What was put in, and for which record; a later id was put in later."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "ref"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[Code]
    ref: Mapped[Code]
    title: Mapped[str]
    body: Mapped[str]
    hidden: Mapped[bool] = mapped_column(server_default=false())


@dataclass(frozen=True)
class Found:
    """One hit.

    Attributes:
        kind: `mail`, `inquiry`, `letter`, `standard`.
        snippet: where it was found, the hit between « and ».
        rank: smaller is better (BM25).
    """

    kind: str
    ref: str
    title: str
    snippet: str
    rank: float


@dataclass(frozen=True)
class Entry:
    """What is put in: its id, its kind, and its words."""

    id: int
    kind: str
    title: str
    body: str
    language: str


class Words(Protocol):
    """Finds entries by their words: FTS5, or PostgreSQL's own engine.

    Attributes:
        looks: how to look, one after the other: rough (`True`), then exact.
    """

    @property
    def looks(self) -> tuple[bool, ...]:
        """See above."""

    def add(self, session: Session, entry: Entry) -> None:
        """Enters the words of an entry."""

    def drop(self, session: Session, entry_id: int) -> None:
        """Takes them out again."""

    def newest(
        self, session: Session, asked: list[Sought], kinds: tuple[str, ...], rough: bool
    ) -> list[int]:
        """Ids of the newest `RANKED` entries that hold all the words; `rough`: perhaps."""


ENGINES: dict[str, Words] = {"sqlite": Fts5(RANKED), "postgresql": TsVector(RANKED)}


class SearchIndex:
    """Puts texts in and finds them; changes ride in the caller's transaction."""

    def put(
        self, session: Session, kind: str, ref: str, content: tuple[str, str], language: str = ""
    ) -> None:
        """Enters (or replaces) the title and body of a record.

        Args:
            session: the caller's transaction.
            kind: of record, as `Found` names it.
            ref: the record's id.
            content: title and body.
            language: of the body, ISO 639-1 or -3; "" where it is unknown or mixed.
        """
        self.remove(session, kind, ref)
        title, body = content
        entry = session.execute(
            insert(SearchEntryRow)
            .values(kind=kind, ref=ref, title=title, body=body)
            .returning(SearchEntryRow.id)
        ).scalar_one()
        _words(session).add(session, Entry(entry, kind, title, body, language))

    def remove(self, session: Session, kind: str, ref: str) -> None:
        """Takes a record out; nothing happens where it was not in."""
        where = (SearchEntryRow.kind == kind, SearchEntryRow.ref == ref)
        entry = session.execute(select(SearchEntryRow.id).where(*where)).scalar_one_or_none()
        if entry is not None:
            _words(session).drop(session, entry)
            session.execute(delete(SearchEntryRow).where(*where))

    def content(self, session: Session, kind: str, ref: str) -> tuple[str, str] | None:
        """The title and body that were put in for a record; None where it is not in."""
        where = (SearchEntryRow.kind == kind, SearchEntryRow.ref == ref)
        query = select(SearchEntryRow.title, SearchEntryRow.body).where(*where)
        found = session.execute(query).one_or_none()
        return (found.title, found.body) if found else None

    def hide(self, session: Session, kind: str, ref: str, hidden: bool) -> None:
        """Keeps a record from being found, or lets it be found again (GD-10)."""
        where = (SearchEntryRow.kind == kind, SearchEntryRow.ref == ref)
        session.execute(update(SearchEntryRow).where(*where).values(hidden=hidden))

    def find(
        self, session: Session, words: str, kinds: tuple[str, ...] = (), limit: int = 50
    ) -> list[Found]:
        """Records that hold all the words, in any form or as the beginning of a word, best first.

        Of very many matches the newest 300 are ranked.
        """
        asked = sought(words)
        if not asked:
            return []
        engine = _words(session)
        found: list[tuple[float, SearchEntryRow]] = []
        for rough in engine.looks:
            ids = engine.newest(session, asked, kinds, rough)
            found = _ranked(session, asked, ids, rough)
            # A rough look is enough where it fills the page, or saw everything there is.
            if len(found) >= limit or len(ids) < RANKED:
                break
        return [
            Found(e.kind, e.ref, e.title, snippet(asked, e.title, e.body), -points)
            for points, e in found[:limit]
        ]


def enter_anew(connection: Connection) -> None:
    """Enters the words of every entry into an empty index, in the caller's transaction."""
    entering = {"sqlite": (fts5.INSERT, fts5.row),
                "postgresql": (tsvector.insert(""), tsvector.row)}  # fmt: skip
    statement, row = entering[connection.dialect.name]
    # The newest first: SQLite wants rising numbers.
    last = None
    while True:
        beyond = "" if last is None else f" WHERE id < {last}"
        found = connection.execute(
            text(
                f"SELECT id, kind, title, body FROM search_entry{beyond}"  # noqa: S608 - a number
                f" ORDER BY id DESC LIMIT {_STEP}"
            )
        ).all()
        if not found:
            return
        connection.execute(
            text(statement), [row(Entry(e.id, e.kind, e.title, e.body, "")) for e in found]
        )
        last = found[-1].id


def _words(session: Session) -> Words:
    return ENGINES[session.get_bind().dialect.name]


def _ranked(
    session: Session, asked: list[Sought], ids: list[int], rough: bool
) -> list[tuple[float, SearchEntryRow]]:
    entries = session.scalars(
        select(SearchEntryRow).where(SearchEntryRow.id.in_(ids), SearchEntryRow.hidden.is_(False))
    )
    scored = [(score(asked, e.title, e.body), e) for e in entries]
    kept = [s for s in scored if s[0] or not rough]
    return sorted(kept, key=lambda s: (-s[0], -s[1].id))

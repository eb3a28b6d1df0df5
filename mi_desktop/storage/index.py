"""The search index, inside the encrypted database: every room puts in what it wants found."""

import re
from dataclasses import dataclass

from sqlalchemy import Integer, UniqueConstraint, delete, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.storage.tables import Code, Table


class SearchEntryRow(Table):
    """Where a line of the full-text table belongs."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "ref"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[Code]
    ref: Mapped[Code]


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


class SearchIndex:
    """Puts texts in and finds them; changes ride in the caller's transaction."""

    def put(self, session: Session, kind: str, ref: str, content: tuple[str, str]) -> None:
        """Enters (or replaces) the title and body of a record."""
        self.remove(session, kind, ref)
        entry = session.execute(
            insert(SearchEntryRow).values(kind=kind, ref=ref).returning(SearchEntryRow.id)
        ).scalar_one()
        session.execute(
            text("INSERT INTO search_text (rowid, title, body) VALUES (:id, :title, :body)"),
            {"id": entry, "title": content[0], "body": content[1]},
        )

    def remove(self, session: Session, kind: str, ref: str) -> None:
        """Takes a record out; nothing happens where it was not in."""
        where = (SearchEntryRow.kind == kind, SearchEntryRow.ref == ref)
        entry = session.execute(select(SearchEntryRow.id).where(*where)).scalar_one_or_none()
        if entry is not None:
            session.execute(text("DELETE FROM search_text WHERE rowid = :id"), {"id": entry})
            session.execute(delete(SearchEntryRow).where(*where))

    def find(
        self, session: Session, words: str, kinds: tuple[str, ...] = (), limit: int = 50
    ) -> list[Found]:
        """Records that hold all the words, each as the beginning of a word, best first."""
        query = " ".join(f'"{w}"*' for w in re.findall(r"\w+", words))
        if not query:
            return []
        hits = session.execute(
            text(
                "SELECT e.kind, e.ref, search_text.title,"
                " snippet(search_text, -1, '«', '»', '…', 12),"
                " bm25(search_text, 10.0, 1.0) AS rank"
                " FROM search_text JOIN search_entry e ON e.id = search_text.rowid"
                " WHERE search_text MATCH :query"
                " AND (:every OR instr(:kinds, '|' || e.kind || '|'))"
                " ORDER BY rank LIMIT :limit"
            ),
            {
                "query": query,
                "every": not kinds,
                "kinds": f"|{'|'.join(kinds)}|",
                "limit": limit,
            },
        )
        return [Found(*hit) for hit in hits]

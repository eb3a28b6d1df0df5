"""Finding words with PostgreSQL's own full-text search: the right stems, beginnings, a GIN index.

Words are cut as in a file, so that `00012` of a number and the parts of an e-mail address are
words here too; the server's own rules would see signed numbers and hosts in them.
"""

from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from mi_desktop.storage.sought import Sought
from mi_desktop.storage.stems import EVERY, algorithms, indefinite, words_of

if TYPE_CHECKING:
    from mi_desktop.storage.index import Entry

TABLE = (
    "CREATE TABLE search_text (id integer PRIMARY KEY REFERENCES search_entry (id),"
    " vector tsvector NOT NULL)",
    "CREATE INDEX search_text_vector ON search_text USING gin (vector)",
)
# A vector holds a mebibyte at most: of a book the first words are found.
_LONGEST = 250_000


class TsVector:
    """Finds entries by their words."""

    looks = (False,)

    def __init__(self, most: int) -> None:
        self._most = most

    def add(self, session: Session, entry: "Entry") -> None:
        """Enters the words of an entry, and their stems in its language."""
        session.execute(text(insert(entry.language)), row(entry))

    def drop(self, session: Session, entry_id: int) -> None:
        """Takes them out again."""
        session.execute(text("DELETE FROM search_text WHERE id = :id"), {"id": entry_id})

    def newest(
        self, session: Session, asked: list[Sought], kinds: tuple[str, ...], rough: bool
    ) -> list[int]:
        """Ids of the newest entries that hold all the words, each as a form or a beginning."""
        facts: dict[str, Any] = {"kinds": list(kinds), "most": self._most}
        parts = []
        for n, one in enumerate(asked):
            forms = {f"{by}{n}": (by, indefinite(one.word, by)) for by in EVERY}
            ways = [f"to_tsquery('{by}', :{key})" for key, (by, _) in forms.items()]
            parts.append(f"(to_tsquery('simple', :start{n}) || {' || '.join(ways)})")
            facts |= {key: word for key, (_, word) in forms.items()}
            facts[f"start{n}"] = f"{one.word}:*"
        found = session.execute(
            text(
                "SELECT e.id FROM search_text JOIN search_entry e USING (id)"  # noqa: S608 - our words
                f" WHERE vector @@ ({' && '.join(parts)})"
                " AND (cardinality(CAST(:kinds AS varchar[])) = 0 OR e.kind = ANY(:kinds))"
                " ORDER BY e.id DESC LIMIT :most"
            ),
            facts,
        )
        return list(found.scalars())


def insert(language: str) -> str:
    """The statement that enters an entry of this language."""
    stems = " || ".join(
        f"setweight(to_tsvector('{by}', :{by}), 'D')" for by in algorithms(language)
    )
    return (
        "INSERT INTO search_text (id, vector) VALUES (:id,"  # noqa: S608 - our words
        " setweight(to_tsvector('simple', :title), 'A') ||"
        f" setweight(to_tsvector('simple', :body), 'C') || {stems})"
    )


def row(entry: "Entry") -> dict[str, Any]:
    """The facts for `insert`."""
    title, body = (words_of(part[:_LONGEST]) for part in (entry.title, entry.body))
    forms = {
        by: " ".join(indefinite(word, by) for word in (*title, *body))
        for by in algorithms(entry.language)
    }
    return {"id": entry.id, "title": " ".join(title), "body": " ".join(body), **forms}

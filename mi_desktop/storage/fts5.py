"""Finding words with SQLite's FTS5, inside the encrypted database.

The table keeps no text of its own, only where each word is. Its row numbers are those of the
entries, negative: FTS5 reads upwards and stops when it has enough, so the newest come first and
a word of half a million texts is found as fast as a rare one. Beginnings of words are indexed at
the lengths of `PREFIXES`; a rough look takes the next shorter one and leaves the rest to whoever
reads the texts.
"""

from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from mi_desktop.storage.sought import Sought
from mi_desktop.storage.stems import stems, words_of

if TYPE_CHECKING:
    from mi_desktop.storage.index import Entry

PREFIXES = (2, 3, 4, 5, 7)
TABLE = (
    "CREATE VIRTUAL TABLE search_text USING fts5(title, body, stems, content = '',"
    ' contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0",'
    f" prefix = '{' '.join(map(str, PREFIXES))}')"
)
INSERT = "INSERT INTO search_text (rowid, title, body, stems) VALUES (:id, :title, :body, :stems)"
# A letter that nobody types, so that a kind is never found as a word.
_KIND = "ꙮ"


class Fts5:
    """Finds entries by their words."""

    looks = (True, False)

    def __init__(self, most: int) -> None:
        self._most = most

    def add(self, session: Session, entry: "Entry") -> None:
        """Enters the words of an entry, the stems that they do not show, and its kind."""
        session.execute(text(INSERT), row(entry))

    def drop(self, session: Session, entry_id: int) -> None:
        """Takes them out again."""
        session.execute(text("DELETE FROM search_text WHERE rowid = :id"), {"id": -entry_id})

    def newest(
        self, session: Session, asked: list[Sought], kinds: tuple[str, ...], rough: bool
    ) -> list[int]:
        """Ids of the newest entries that hold all the words; `rough`: that may hold them."""
        parts = [_one(w, rough) for w in asked]
        if kinds:
            parts.append(" OR ".join(f'"{_KIND}{kind}"' for kind in kinds))
        query = " AND ".join(f"({part})" for part in parts)
        found = session.execute(
            text(
                "SELECT -rowid FROM search_text WHERE search_text MATCH :query"
                " ORDER BY rowid LIMIT :most"
            ),
            {"query": query, "most": self._most},
        )
        return list(found.scalars())


def row(entry: "Entry") -> dict[str, Any]:
    """The facts for `INSERT`."""
    found = stems(words_of(f"{entry.title} {entry.body}"), entry.language)
    return {
        "id": -entry.id,
        "title": entry.title,
        "body": entry.body,
        "stems": " ".join([_KIND + entry.kind, *sorted(found)]),
    }


def _one(sought: Sought, rough: bool) -> str:
    word = sought.word
    if rough and len(word) > PREFIXES[0]:
        word = word[: max(n for n in PREFIXES if n <= len(word))]
    begins = f'"{word}"' + ("*" if len(word) >= PREFIXES[0] else "")
    return " OR ".join([begins, *(f'"{s}"' for s in sorted(sought.stems))])

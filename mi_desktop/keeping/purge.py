"""Taking personal data out of the records: whatever hangs on an inquiry or a mail piece.

What hangs on what is read from the tables themselves, by their foreign keys and by columns named
after a record (`letter_id`), so that a room's new table is reached without a word here. Every
text is personal unless its column is declared plain, as for the audit trail (GD-05). Rows that
keep a number or a date stay and lose their personal columns; the others go.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, LargeBinary, String, inspect, select, text
from sqlalchemy.orm import Session

from mi_desktop.storage import Office, Table

# These keep numbers, dates, codes and the proof that safety was looked at.
STAY = frozenset(
    {
        "inquiry",
        "question",
        "filed_piece",
        "piece",
        "part",
        "custody",
        "assessment",
        "safety_answer",
        "handoff",
    }
)
# Users sign with their names; the trail forgets its words and the index its entries by themselves;
# reports and their reconciliation are kept by law; printers and products are nobody.
APART = frozenset(
    {"audit", "audit_words", "user", "signature", "document", "search_entry", "erasure",
     "legal_hold", "person_request", "backup_run", "sequence", "product", "standard",
     "print_batch", "reconciliation", "reconciliation_line",
     "office_review", "setting_change", "known_settings", "logbook_entry", "subject",
     "subject_record", "authorisation_end"}
)  # fmt: skip
# Told by code: what a column is called that holds a record's key, and of which table.
_NAMED = {
    f"{table}_id": table for table in ("inquiry", "piece", "part", "letter", "handoff", "question")
}
# An answer is a code ("yes", "no"); anything longer is free text.
_ANSWERS = {"yes", "no", "unknown"}
INDEXED = {"inquiry": "inquiry", "piece": "mail", "letter": "letter"}


@dataclass
class Reach:
    """What hangs on some inquiries and mail pieces.

    Attributes:
        rows: by table, then by key.
    """

    rows: dict[str, dict[tuple[Any, ...], Any]] = field(default_factory=lambda: defaultdict(dict))

    def ids(self, table: str) -> set[str]:
        """The keys of the rows of one table that has one key column."""
        return {str(key[0]) for key in self.rows.get(table, {})}


def kinds() -> dict[str, Any]:
    """Every table and its class."""
    return {m.class_.__tablename__: m.class_ for m in Table.registry.mappers}


def personal(kind: type[Table]) -> list[str]:
    """The columns of a table that may name somebody."""
    found = []
    for attribute in inspect(kind).column_attrs:
        column = attribute.columns[0]
        key = column.primary_key or column.foreign_keys or column.name.endswith("_id")
        plain = key or column.info.get("plain", False)
        if isinstance(column.type, String | JSON | LargeBinary) and not plain:
            found.append(attribute.key)
    return found


def links(kind: type[Table]) -> Iterator[tuple[str, str]]:
    """The columns of a table that lead to a record, and the table of it."""
    for attribute in inspect(kind).column_attrs:
        column = attribute.columns[0]
        target = _target(column)
        if target is not None and target != "document":
            yield attribute.key, target


def _target(column: Any) -> str | None:
    for key in column.foreign_keys:
        return str(key.column.table.name)
    return _NAMED.get(column.name)


def reach(session: Session, inquiries: Iterable[str], pieces: Iterable[str]) -> Reach:
    """Everything that hangs on these, whichever room keeps it."""
    found = Reach()
    every = kinds()
    _take(session, found, every["inquiry"], "id", set(inquiries))
    _take(session, found, every["piece"], "id", set(pieces))
    numbers = {row.number for row in found.rows["piece"].values()}
    _take(session, found, every["custody"], "piece_number", numbers)
    grown = True
    while grown:
        before = sum(map(len, found.rows.values()))
        for name, kind in every.items():
            if name in APART or name in ("inquiry", "piece"):
                continue
            for column, target in links(kind):
                _take(session, found, kind, column, found.ids(target))
        grown = sum(map(len, found.rows.values())) > before
    return found


def filed(session: Session, inquiries: Iterable[str]) -> list[str]:
    """The mail pieces that belong to some inquiries."""
    kind = kinds()["filed_piece"]
    wanted = list(inquiries)
    return list(session.scalars(select(kind.piece_id).where(kind.inquiry_id.in_(wanted))))


def _take(session: Session, found: Reach, kind: type[Table], column: str, keys: set[str]) -> None:
    ordered = sorted(keys)
    for start in range(0, len(ordered), 500):
        some = getattr(kind, column).in_(ordered[start : start + 500])
        for row in session.scalars(select(kind).where(some)):
            found.rows[kind.__tablename__][inspect(row).identity or ()] = row


def documents(session: Session, found: Reach) -> tuple[set[str], set[str]]:
    """Ids of the documents that only these rows name, and of those that others name too."""
    inside, outside = set(), set()
    for name, kind in kinds().items():
        for attribute in inspect(kind).column_attrs:
            column = attribute.columns[0]
            if not _names_document(column):
                continue
            mine = {getattr(row, attribute.key) for row in found.rows.get(name, {}).values()}
            inside |= {str(m) for m in mine if m}
            outside |= _others(session, kind, attribute.key, found.rows.get(name, {}))
    return inside - outside, inside & outside


def _names_document(column: Any) -> bool:
    return _target(column) == "document" or column.name == "document_id"


def _others(session: Session, kind: type[Table], column: str, mine: dict[Any, Any]) -> set[str]:
    keys = inspect(kind).primary_key
    query = select(getattr(kind, column), *keys).where(getattr(kind, column).is_not(None))
    return {str(row[0]) for row in session.execute(query) if tuple(row[1:]) not in mine}


def purge(office: Office, session: Session, found: Reach, pseudonym: str) -> list[str]:
    """Takes the personal data of these rows out, in the caller's transaction.

    The documents' keys are destroyed, the search entries go, the trail forgets the words.

    Returns:
        The sealed files to be discarded once this is committed.
    """
    gone = sorted(documents(session, found)[0])
    files = [office.vault.destroy(session, document) for document in gone]
    take_out(office, session, found, (pseudonym, gone))
    return files


def take_out(office: Office, session: Session, found: Reach, named: tuple[str, list[str]]) -> None:
    """Empties or deletes these rows, their entries of the search and their words of the trail.

    Args:
        office: the office.
        session: of a `Database.write`.
        found: the rows.
        named: the random name of the person ("" for none), and the documents that went.
    """
    pseudonym, gone = named
    for table, kind in INDEXED.items():
        for ref in found.ids(table):
            office.index.remove(session, kind, ref)
    records = trail_names(found)
    _blank_or_delete(session, found, pseudonym)
    office.database.chain.forget(session, [*records, *(("document", d) for d in gone)])
    _forget_words(session)


def trail_names(found: Reach) -> list[tuple[str, str]]:
    """Table and key of each row, as the trail names them."""
    return [(name, "/".join(map(str, key))) for name, rows in found.rows.items() for key in rows]


def emptied(kind: type[Table]) -> list[str]:
    """The columns that are emptied in rows that stay."""
    return [*personal(kind), *(["turned"] if kind.__tablename__ == "part" else [])]


def _blank_or_delete(session: Session, found: Reach, pseudonym: str) -> None:
    for name in found.rows.keys() & STAY:
        for row in found.rows[name].values():
            _blank(row, pseudonym)
    session.flush()
    for table in reversed(Table.metadata.sorted_tables):
        if table.name in found.rows.keys() - STAY:
            for row in found.rows[table.name].values():
                if personal(type(row)):
                    session.delete(row)
            session.flush()


def _blank(row: Any, pseudonym: str) -> None:
    table = row.__tablename__
    for name in personal(type(row)):
        value = getattr(row, name)
        if table == "safety_answer" and name == "value" and value in _ANSWERS:
            continue
        empty = _nothing(row, name, value)
        if empty != value:
            setattr(row, name, empty)
    if table == "inquiry":
        row.name = pseudonym
        if not pseudonym:
            row.country, row.type = "", "other"
    elif table == "part":
        row.turned = {}


def _nothing(row: Any, name: str, value: Any) -> Any:
    column = inspect(type(row)).column_attrs[name].columns[0]
    if value is None or column.nullable:
        return None
    return type(value)()


def _forget_words(session: Session) -> None:
    """Full-text tables keep the words of what was deleted until they are merged."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_text(search_text) VALUES ('optimize')"))

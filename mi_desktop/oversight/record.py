"""Everything that one inquiry's record is: rows, signatures, audit lines, documents.

What hangs on the inquiry is found as for erasure (`keeping.purge`), so that no room's new table
is forgotten in a copy.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import LargeBinary, inspect, select
from sqlalchemy.orm import Session

from mi_desktop.keeping import purge
from mi_desktop.oversight.parcel import FORMAT
from mi_desktop.storage import AuditLine, Wanted
from mi_desktop.storage.audit_reading import in_order

_UNFIT = re.compile(r"[^\w.()+ -]")
_MANY = 500


@dataclass(frozen=True)
class Enclosed:
    """A document of the record and its name in the copy."""

    name: str
    document_id: str
    sha256: str
    size: int


def gather(session: Session, inquiry_id: str) -> dict[str, Any]:
    """The record as it stands, fit for JSON; the same bytes for the same record.

    Times are ISO 8601 in UTC; the audit lines have their words as far as they are kept.
    """
    reached = purge.reach(session, [inquiry_id], purge.filed(session, [inquiry_id]))
    rows = {
        table: [_row(row) for _, row in sorted(found.items(), key=lambda item: str(item[0]))]
        for table, found in sorted(reached.rows.items())
        if found
    }
    keys = [
        (table, "/".join(map(str, key))) for table, found in reached.rows.items() for key in found
    ]
    enclosed = list(_enclosed(session, reached))
    return {
        "format": FORMAT,
        "number": rows["inquiry"][0]["number"],
        "records": rows,
        "signatures": _signatures(session, [f"{table}/{key}" for table, key in keys]),
        "audit": [_line(line) for line in _lines(session, keys)],
        "documents": [vars(e) for e in enclosed],
        "people": _people(session),
    }


def _lines(session: Session, keys: list[tuple[str, str]]) -> list[AuditLine]:
    found = (
        line for table, key in keys for line in in_order(session, Wanted(entity=table, key=key))
    )
    return sorted(found, key=lambda line: line.seq)


def _line(line: AuditLine) -> dict[str, Any]:
    return {**vars(line), "at": line.at.isoformat()}


def _signatures(session: Session, records: list[str]) -> list[dict[str, Any]]:
    kind = purge.kinds()["signature"]
    found: list[Any] = []
    for start in range(0, len(records), _MANY):
        some = kind.record.in_(records[start : start + _MANY])
        found += session.scalars(select(kind).where(some))
    return [_row(row) for row in sorted(found, key=lambda row: (row.at, row.id))]


def _people(session: Session) -> dict[str, str]:
    kind = purge.kinds()["user"]
    return {row.id: row.full_name for row in session.scalars(select(kind).order_by(kind.id))}


def _enclosed(session: Session, reached: purge.Reach) -> Iterator[Enclosed]:
    own, shared = purge.documents(session, reached)
    kind = purge.kinds()["document"]
    for name, document_id in _named(reached, own | shared):
        row = session.get(kind, document_id)
        if row is not None:
            yield Enclosed(name, document_id, row.sha256, row.size)


def _named(reached: purge.Reach, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Each document once, under a name that a person can read."""
    left, used = set(wanted), set()
    for name, document_id in (*_mail(reached), *_letters(reached), *_handed_over(reached)):
        if document_id in left:
            left.discard(document_id)
            single = name if name not in used else f"{name}-{document_id[-6:]}"
            used.add(single)
            yield single, document_id
    for document_id in sorted(left):
        yield f"other/{document_id}", document_id


def _mail(reached: purge.Reach) -> Iterator[tuple[str, str]]:
    numbers = {}
    for row in reached.rows.get("piece", {}).values():
        numbers[row.id] = row.number
        yield f"mail/{row.number}/{_fit(row.source)}", row.original_id
    for row in reached.rows.get("part", {}).values():
        number = numbers.get(row.piece_id, "other")
        name = f"mail/{number}/{row.position:02d}-{_fit(row.name)}"
        yield name, row.document_id
        if row.view_id:
            yield f"{name}.as-shown.pdf", row.view_id


def _letters(reached: purge.Reach) -> Iterator[tuple[str, str]]:
    references = {row.id: row.reference for row in reached.rows.get("letter", {}).values()}
    for row in reached.rows.get("signed_letter", {}).values():
        reference = _fit(references.get(row.letter_id, row.document_id).replace("/", "-"))
        yield f"letters/{reference}-{row.version}.pdf", row.document_id


def _handed_over(reached: purge.Reach) -> Iterator[tuple[str, str]]:
    numbers = {row.id: row.number for row in reached.rows.get("handoff", {}).values()}
    for row in reached.rows.get("handoff_file", {}).values():
        number = numbers.get(row.handoff_id, "other")
        yield f"handed-over/{number}-{row.version}/{_fit(row.name)}", row.document_id


def _fit(name: str) -> str:
    return _UNFIT.sub("_", name).lstrip(".") or "unnamed"


def _row(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute in inspect(type(row)).column_attrs:
        if isinstance(attribute.columns[0].type, LargeBinary):
            continue
        value = getattr(row, attribute.key)
        found[attribute.key] = value.isoformat() if isinstance(value, datetime | date) else value
    return found

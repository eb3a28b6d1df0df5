"""A record to read: its fields, verbatim questions, answers, letters, signatures, history."""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import pikepdf

from mi_desktop.archival import Facts, archive
from mi_desktop.keeping.receipt import Part, sheet
from mi_desktop.oversight.parcel import RECORD

_FIRST = ("inquiry", "question", "safety_answer", "assessment", "handoff", "letter", "piece")
# The words of a page stand here as text; where each one lies on the page is in record.json.
_TEXTS = {"page_text": "words"}
_LONGEST = 6000


def draw(record: Mapping[str, Any], office: str) -> bytes:
    """The record as a PDF/A-1b; times are UTC, signatures name their own zone."""
    at = datetime.fromisoformat(record["made_at"])
    title = f"Copy of record {record['number']}"
    foot = f"{office} · {title} · taken {at:%Y-%m-%d %H:%M} UTC by {record['made_by']}"
    return archived(title, office, at, sheet(title, _parts(record), foot))


def archived(title: str, author: str, at: datetime, pdf: bytes) -> bytes:
    """A PDF of ours as PDF/A-1b."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return archive(opened, Facts(title, author, at, "en"))


def _parts(record: Mapping[str, Any]) -> Iterator[Part]:
    rows: Mapping[str, Any] = record["records"]
    yield "Signatures", list(_signatures(record)) or ["none"]
    for table in (*_FIRST, *(t for t in rows if t not in _FIRST)):
        for row in rows.get(table, ()):
            yield _heading(table, row), list(_fields(table, row, record["people"]))
    yield (
        "Documents",
        [f"{d['name']} · {d['size']} bytes · SHA-256 {d['sha256']}" for d in record["documents"]]
        or ["none"],
    )
    yield "Audit trail of this record (times in UTC)", list(_history(record))


def _signatures(record: Mapping[str, Any]) -> Iterator[str]:
    for one in record["signatures"]:
        at = datetime.fromisoformat(one["at"])
        yield (
            f"{one['full_name']} · {one['meaning']} · {at:%Y-%m-%d %H:%M:%S} UTC, signer's zone "
            f"{one['zone']} · {one['record']} · SHA-256 {one['sha256']}"
        )


def _heading(table: str, row: Mapping[str, Any]) -> str:
    name = row.get("number") or row.get("reference") or row.get("position") or ""
    return f"{table.replace('_', ' ').capitalize()} {name}".strip()


def _fields(table: str, row: Mapping[str, Any], people: Mapping[str, str]) -> Iterator[str]:
    for name, value in row.items():
        if _TEXTS.get(table) == name:
            value = " ".join(str(word[0]) for word in value)  # noqa: PLW2901
        yield from _said(name.replace("_", " "), value, people, "")


def _said(name: str, value: Any, people: Mapping[str, str], inset: str) -> Iterator[str]:
    """A value under its name; what lies inside it is set in."""
    if value in (None, "", [], {}):
        return
    if isinstance(value, dict):
        yield f"{inset}{name}:"
        for inner, found in value.items():
            yield from _said(inner.replace("_", " "), found, people, f"{inset}    ")
    elif isinstance(value, list) and any(isinstance(v, dict | list) for v in value):
        for number, found in enumerate(value, 1):
            yield from _said(f"{name} {number}", found, people, inset)
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        first, *more = _plain(people.get(text, text)[:_LONGEST]).split("\n")
        yield f"{inset}{name}: {first}"
        yield from (f"{inset}{line}" for line in more)
        if len(text) > _LONGEST:
            yield f"{inset}… (the rest stands in {RECORD})"


def _history(record: Mapping[str, Any]) -> Iterator[str]:
    people = record["people"]
    for line in record["audit"]:
        at = datetime.fromisoformat(line["at"])
        by = people.get(line["by"], line["by"])
        yield f"{line['seq']} · {at:%Y-%m-%d %H:%M:%S} · {by} · {line['action']} · {line['entity']}"
        said = [*_changes(line["changes"]), *([f"why: {line['reason']}"] if line["reason"] else [])]
        yield _plain("    " + " · ".join(said))[:_LONGEST]


def _changes(changes: Mapping[str, Any]) -> Iterable[str]:
    for field, values in changes.items():
        old, new = values if isinstance(values, list) and len(values) == 2 else (None, values)
        yield f"{field}: {new}" if old is None else f"{field}: {old} → {new}"


def _plain(text: str) -> str:
    """Without signs that a font has no picture for."""
    return "".join(s if s == "\n" or s.isprintable() else " " for s in text)

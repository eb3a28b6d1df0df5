"""Laying a person's data apart under a key of their own, and bringing them back (GD-04).

What erasing would destroy is taken along instead: the personal columns of rows that stay, the
rows that go, the keys of the documents, what the search knew and the words of the trail. It lies
as one sealed box a subject; destroying the subject's key destroys all of it at once.
"""

import base64
import json
import secrets
import zlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from nacl.secret import SecretBox
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.keeping import purge, subject_store
from mi_desktop.keeping.model import Subject
from mi_desktop.storage import Office, Table

KEY_BYTES = 32
_TEXT, _BYTES, _DAY, _TIME = "j", "b", "d", "t"


def new_key(office: Office) -> bytes:
    """A key for one subject, sealed under the office's key for subjects."""
    return bytes(SecretBox(office.keys.subjects).encrypt(secrets.token_bytes(KEY_BYTES)))


def seal(office: Office, session: Session, found: purge.Reach, subject: Subject) -> None:
    """Takes what names the person out of these rows and lays it apart, in this transaction."""
    own, _ = purge.documents(session, found)
    named = [*purge.trail_names(found), *(("document", d) for d in sorted(own))]
    content: dict[str, Any] = {
        "rows": {name: [_plain(row) for row in rows.values()] for name, rows in found.rows.items()},
        "entries": list(_entries(office, session, found)),
        "words": [
            {**w, "salt": _b64(w["salt"])} for w in office.database.chain.words(session, named)
        ],
    }
    content["keys"] = {d: _b64(office.vault.seal_away(session, d)) for d in sorted(own)}
    box = _box(office, subject)
    packed = zlib.compress(json.dumps(content, ensure_ascii=False).encode())
    subject_store.add_record(session, new_id(), subject, bytes(box.encrypt(packed)))
    purge.take_out(office, session, found, (subject.id, sorted(own)))


def bring_back(office: Office, session: Session, subject: Subject) -> None:
    """Puts everything of a subject where it was, in this transaction."""
    for sealed in subject_store.take_records(session, subject.id):
        content = _opened(office, subject, sealed)
        _rows_back(session, content["rows"])
        for document, key in content["keys"].items():
            office.vault.bring_back(session, document, base64.b64decode(key))
        for kind, ref, title, body in content["entries"]:
            office.index.put(session, kind, ref, (title, body))
        words = [{**w, "salt": base64.b64decode(w["salt"])} for w in content["words"]]
        office.database.chain.tell_again(session, words)
        session.flush()


def documents_of(office: Office, session: Session, subject: Subject) -> list[str]:
    """The documents whose keys lie under a subject's key."""
    boxes = subject_store.records(session, subject.id)
    return [d for sealed in boxes for d in _opened(office, subject, sealed)["keys"]]


def _opened(office: Office, subject: Subject, sealed: bytes) -> dict[str, Any]:
    content = zlib.decompress(_box(office, subject).decrypt(sealed))
    found: dict[str, Any] = json.loads(content)
    return found


def _box(office: Office, subject: Subject) -> SecretBox:
    return SecretBox(SecretBox(office.keys.subjects).decrypt(subject.key))


def _entries(office: Office, session: Session, found: purge.Reach) -> Iterable[list[str]]:
    for table, kind in purge.INDEXED.items():
        for ref in sorted(found.ids(table)):
            content = office.index.content(session, kind, ref)
            if content is not None:
                yield [kind, ref, *content]


def _rows_back(session: Session, rows: dict[str, list[dict[str, Any]]]) -> None:
    """First the rows that others hang on; what stayed gets its personal columns alone."""
    every = purge.kinds()
    for table in Table.metadata.sorted_tables:
        for plain in rows.get(table.name, ()):
            kind = every[table.name]
            values = {name: _value(kept) for name, kept in plain.items()}
            key = tuple(values[c.key] for c in _key_columns(kind))
            row = session.get(kind, key if len(key) > 1 else key[0])
            if row is None:
                session.add(kind(**values))
            else:
                for name in purge.emptied(kind):
                    if getattr(row, name) != values[name]:
                        setattr(row, name, values[name])
        session.flush()


def _key_columns(kind: type[Table]) -> list[Any]:
    mapper = inspect(kind)
    return [mapper.get_property_by_column(c) for c in mapper.primary_key]


def _plain(row: Any) -> dict[str, list[Any]]:
    """A row as JSON: each value beside what it is."""
    return {a.key: _kept(getattr(row, a.key)) for a in inspect(type(row)).column_attrs}


def _kept(value: Any) -> list[Any]:
    if isinstance(value, bytes):
        return [_BYTES, _b64(value)]
    if isinstance(value, datetime):
        return [_TIME, value.isoformat()]
    if isinstance(value, date):
        return [_DAY, value.isoformat()]
    return [_TEXT, value]


def _value(kept: list[Any]) -> Any:
    kind, value = kept
    if kind == _BYTES:
        return base64.b64decode(value)
    if kind == _TIME:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind == _DAY else value


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode()

"""One person's data to hand over: a contents list, every record as JSON, files as they are (GD-02).

What hangs on the person's inquiries and mail is found as for erasure, so whatever would go is
also handed over. Documents that others' mail shares are left out and named.
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
from sqlalchemy import LargeBinary, inspect
from sqlalchemy.orm import Session

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.catalogue import masked_facts
from mi_desktop.keeping import purge
from mi_desktop.keeping.errors import ExportNotWritten
from mi_desktop.keeping.model import Footprint
from mi_desktop.keeping.purposes import purpose_of, purposes
from mi_desktop.keeping.receipt import sheet
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_RECORDS, _ABOUT, _CONTENTS = "records.json", "about.json", "contents.pdf"
_UNFIT = re.compile(r"[^\w.()+ -]")


@dataclass(frozen=True)
class _File:
    """One file of the export: its name there and the document it is."""

    name: str
    document_id: str


class Exporter:
    """Writes exports."""

    def __init__(self, office: Office, settings: OfficeSettings) -> None:
        self._office = office
        self._settings = settings

    def write(self, found: Footprint, to: tuple[Path, str | None], progress: Progress) -> Path:
        """Writes the export as a new file; nothing stays of it where that fails.

        Raises:
            ExportNotWritten: the file exists, full disk, no permission.
        """
        path, passphrase = to
        half = path.with_name(f".{path.name}.half")
        try:
            if path.exists():
                raise FileExistsError(0, "the file exists already")
            with half.open("xb") as out:
                half.chmod(0o600)
                with self._office.database.read() as session:
                    self._fill(session, found, (out, passphrase), progress)
                out.flush()
                os.fsync(out.fileno())
            half.replace(path)
        except OSError as e:
            raise ExportNotWritten(place=path, reason=e.strerror or "input/output error") from e
        finally:
            half.unlink(missing_ok=True)
        return path

    def _fill(
        self, session: Session, found: Footprint, to: tuple[Any, str | None], progress: Progress
    ) -> None:
        every = [*found.goes, *found.stays]
        inquiries = [s.id for s in every if s.kind == "inquiry"]
        pieces = [s.id for s in every if s.kind == "piece"] + purge.filed(session, inquiries)
        reached = purge.reach(session, inquiries, pieces)
        own, shared = purge.documents(session, reached)
        files = list(_files(reached, own))
        told = masked_facts(_records(reached))
        records = json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
        contents = self._contents(found, reached, ([f.name for f in files], len(shared)))
        sink = _Locked(to[0], to[1], contents) if to[1] else _Zip(to[0], contents)
        with sink:
            sink.add(_RECORDS, [records])
            sink.add(_ABOUT, [self._about(reached)])
            for done, file in enumerate(files):
                progress.step(done, len(files), words("Writing the export"))
                sink.add(file.name, self._office.vault.stream(session, file.document_id))

    def _about(self, reached: purge.Reach) -> bytes:
        """Purpose, legal basis, recipients and retention of each kind of record (GD-01, GD-02)."""
        keeping = self._settings.keeping
        kinds = {}
        for table in sorted(reached.rows):
            found = purpose_of(table, keeping)
            kinds[table] = {
                "purpose": found.name,
                "legal_basis": found.basis,
                "recipients": found.recipients,
                "retention": found.retention,
            }
        facts = {
            "controller": self._settings.letterhead.company or self._settings.name,
            "made_at": self._office.database.clock().isoformat(),
            "recipients": _recipients(reached),
            "records": kinds,
        }
        return json.dumps(facts, ensure_ascii=False, indent=1).encode()

    def _contents(
        self, found: Footprint, reached: purge.Reach, named: tuple[list[str], int]
    ) -> bytes:
        files, shared = named
        every = purposes(self._settings.keeping)
        left_out = (
            f"{shared} documents hold other people's mail as well and are left out. What is "
            "enclosed may name others: look it through before you hand it over, and hide them in "
            "a copy, which then goes in place of the original. Identity numbers are hidden in the "
            "records."
        )
        return sheet(
            "Your data",
            [
                ("Inquiries and mail", [s.number for s in (*found.goes, *found.stays)]),
                ("Files", [_RECORDS, _ABOUT, *files]),
                ("Why we keep them", [f"{p.name}: {p.basis}." for p in every]),
                ("How long", [f"{p.name}: {p.retention}." for p in every]),
                ("Who received them", _recipients(reached) or ["nobody outside this office"]),
                ("Left out", [left_out]),
            ],
            f"{self._settings.name} · {self._office.database.clock():%Y-%m-%d %H:%M} UTC",
        )


class _Zip:
    """A ZIP, written file by file."""

    def __init__(self, out: Any, contents: bytes) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self.add(_CONTENTS, [contents])

    def __enter__(self) -> "_Zip":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, chunks: Any) -> None:
        with self._zip.open(name, "w", force_zip64=True) as entry:
            for chunk in chunks:
                entry.write(chunk)


class _Locked:
    """A PDF of the contents that carries the files, locked with AES-256 under a passphrase."""

    def __init__(self, out: Any, passphrase: str, contents: bytes) -> None:
        self._out, self._passphrase = out, passphrase
        self._pdf = pikepdf.open(io.BytesIO(contents))

    def __enter__(self) -> "_Locked":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            lock = pikepdf.Encryption(owner=self._passphrase, user=self._passphrase, R=6)
            self._pdf.save(self._out, encryption=lock)
        self._pdf.close()

    def add(self, name: str, chunks: Any) -> None:
        data = b"".join(chunks)
        self._pdf.attachments[name] = pikepdf.AttachedFileSpec(
            self._pdf,
            data,
            description="",
            filename=name,
            mime_type="application/octet-stream",
            creation_date="",
            mod_date="",
        )


def _files(reached: purge.Reach, own: set[str]) -> Iterator[_File]:
    """The documents under names that a person can read, each once.

    Where parts of a piece were hidden for others' sake, the newest such copy goes in its place.
    """
    left = set(own)
    numbers = {row.id: row.number for row in reached.rows.get("piece", {}).values()}
    for piece, copy in _redacted(reached).items():
        yield _File(f"mail/{numbers.get(piece, 'other')}/redacted.pdf", copy.document_id)
    left -= _of_pieces(reached, _redacted(reached).keys())
    for row in reached.rows.get("piece", {}).values():
        if row.original_id in left:
            left.discard(row.original_id)
            yield _File(f"mail/{row.number}/{_fit(row.source)}", row.original_id)
    yield from _parts(reached, left, numbers)
    references = {row.id: row.reference for row in reached.rows.get("letter", {}).values()}
    for row in reached.rows.get("signed_letter", {}).values():
        if row.document_id in left:
            left.discard(row.document_id)
            reference = _fit(references.get(row.letter_id, row.document_id).replace("/", "-"))
            yield _File(f"letters/{reference}-{row.version}.pdf", row.document_id)
    for document in sorted(left):
        yield _File(f"other/{document}", document)


def _parts(reached: purge.Reach, left: set[str], numbers: dict[str, str]) -> Iterator[_File]:
    for row in reached.rows.get("part", {}).values():
        if row.document_id in left:
            left.discard(row.document_id)
            name = f"{row.position:02d}-{_fit(row.name)}"
            yield _File(f"mail/{numbers.get(row.piece_id, 'other')}/{name}", row.document_id)


def _redacted(reached: purge.Reach) -> dict[str, Any]:
    """The newest copy with parts hidden of each piece that has one."""
    rows = reached.rows.get("redacted_copy", {}).values()
    return {row.piece_id: row for row in sorted(rows, key=lambda r: r.at)}


def _recipients(reached: purge.Reach) -> list[str]:
    mails = reached.rows.get("email_queue", {}).values()
    handed = [f"{row.number}: {row.kind}" for row in reached.rows.get("handoff", {}).values()]
    return [*sorted({row.recipient for row in mails if row.recipient}), *handed]


def _of_pieces(reached: purge.Reach, pieces: Collection[str]) -> set[str]:
    """The documents of these pieces: originals, parts and copies."""
    return {
        document
        for table in ("piece", "part", "redacted_copy")
        for row in reached.rows.get(table, {}).values()
        if (row.id if table == "piece" else row.piece_id) in pieces
        for document in (row.original_id if table == "piece" else row.document_id,)
    }


def _fit(name: str) -> str:
    return _UNFIT.sub("_", name).lstrip(".") or "unnamed"


def _records(reached: purge.Reach) -> dict[str, list[dict[str, Any]]]:
    hidden = _redacted(reached).keys()
    parts = {row.id for row in reached.rows.get("part", {}).values() if row.piece_id in hidden}
    return {
        table: [
            _row(row)
            for row in rows.values()
            if not (table == "page_text" and row.part_id in parts)
        ]
        for table, rows in sorted(reached.rows.items())
    }


def _row(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute in inspect(type(row)).column_attrs:
        if isinstance(attribute.columns[0].type, LargeBinary):
            continue
        value = getattr(row, attribute.key)
        if row.__tablename__ == "page_text" and attribute.key == "words":
            value = " ".join(str(word[0]) for word in value)
        found[attribute.key] = value.isoformat() if isinstance(value, datetime) else value
    return found

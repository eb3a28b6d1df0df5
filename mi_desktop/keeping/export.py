"""One person's data to hand over: a contents list, every record as JSON, files as they are (GD-02).

What hangs on the person's inquiries and mail is found as for erasure, so whatever would go is
also handed over. Documents that others' mail shares are left out and named.
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
from sqlalchemy import LargeBinary, inspect
from sqlalchemy.orm import Session

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.keeping import purge
from mi_desktop.keeping.errors import ExportNotWritten
from mi_desktop.keeping.model import Footprint
from mi_desktop.keeping.receipt import sheet
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_RECORDS, _CONTENTS = "records.json", "contents.pdf"
_UNFIT = re.compile(r"[^\w.()+ -]")
_PURPOSES = (
    "To answer questions about medicines: our legitimate interest and that of who asked, "
    "Art. 6(1)(f) GDPR; to collect and report adverse events and complaints: legal obligation, "
    "Art. 6(1)(c) and 9(2)(i) GDPR.",
)


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
        records = json.dumps(_records(reached), ensure_ascii=False, indent=1).encode()
        contents = self._contents(found, reached, ([f.name for f in files], len(shared)))
        sink = _Locked(to[0], to[1], contents) if to[1] else _Zip(to[0], contents)
        with sink:
            sink.add(_RECORDS, [records])
            for done, file in enumerate(files):
                progress.step(done, len(files), words("Writing the export"))
                sink.add(file.name, self._office.vault.stream(session, file.document_id))

    def _contents(
        self, found: Footprint, reached: purge.Reach, named: tuple[list[str], int]
    ) -> bytes:
        files, shared = named
        keeping = self._settings.keeping
        mails = reached.rows.get("email_queue", {}).values()
        recipients = sorted({row.recipient for row in mails if row.recipient})
        handed = [f"{row.number}: {row.kind}" for row in reached.rows.get("handoff", {}).values()]
        left_out = (
            f"{shared} documents hold other people's mail as well and are left out. What is "
            "enclosed may name others: look it through before you hand it over."
        )
        return sheet(
            "Your data",
            [
                ("Inquiries and mail", [s.number for s in (*found.goes, *found.stays)]),
                ("Files", [_RECORDS, *files]),
                ("Why we keep them", _PURPOSES),
                (
                    "How long",
                    [
                        f"Inquiries: {keeping.inquiry_months} months after the answer; reports of "
                        f"adverse events and complaints: at least {keeping.report_years} years "
                        "after the marketing authorisation ends.",
                    ],
                ),
                ("Who received them", [*recipients, *handed] or ["nobody outside this office"]),
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
    """The documents under names that a person can read, each once."""
    left = set(own)
    numbers = {row.id: row.number for row in reached.rows.get("piece", {}).values()}
    for row in reached.rows.get("piece", {}).values():
        if row.original_id in left:
            left.discard(row.original_id)
            yield _File(f"mail/{row.number}/{_fit(row.source)}", row.original_id)
    for row in reached.rows.get("part", {}).values():
        if row.document_id in left:
            left.discard(row.document_id)
            name = f"{row.position:02d}-{_fit(row.name)}"
            yield _File(f"mail/{numbers.get(row.piece_id, 'other')}/{name}", row.document_id)
    references = {row.id: row.reference for row in reached.rows.get("letter", {}).values()}
    for row in reached.rows.get("signed_letter", {}).values():
        if row.document_id in left:
            left.discard(row.document_id)
            reference = _fit(references.get(row.letter_id, row.document_id).replace("/", "-"))
            yield _File(f"letters/{reference}-{row.version}.pdf", row.document_id)
    for document in sorted(left):
        yield _File(f"other/{document}", document)


def _fit(name: str) -> str:
    return _UNFIT.sub("_", name).lstrip(".") or "unnamed"


def _records(reached: purge.Reach) -> dict[str, list[dict[str, Any]]]:
    return {
        table: [_row(row) for row in rows.values()] for table, rows in sorted(reached.rows.items())
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

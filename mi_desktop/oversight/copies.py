"""Copies of a record that a person and a machine can read (21 CFR 11.10(b), P11-06)."""

import hashlib
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import words
from mi_desktop.inquiries import InquiryService
from mi_desktop.oversight import parcel
from mi_desktop.oversight.errors import CopyDiffers, CopyNotWritten
from mi_desktop.oversight.parcel import HASHED, MANIFEST, PRINTED, RECORD, CopyReport
from mi_desktop.oversight.printed import draw
from mi_desktop.oversight.record import gather
from mi_desktop.people import Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


class CopyDesk:
    """Taking copies, verifying them, comparing them with the record as it is now."""

    def __init__(self, office: Office, inquiries: InquiryService, settings: OfficeSettings) -> None:
        self._office, self._inquiries, self._settings = office, inquiries, settings

    def take(
        self, user: User, inquiry_id: str, path: Path, progress: Progress | None = None
    ) -> CopyReport:
        """Writes a ZIP with the whole record; it counts only after it was read back and is equal.

        That it was taken stands in the trail before anything is written (P11-02).

        Args:
            user: who takes it.
            inquiry_id: of the record.
            path: the new file.
            progress: may cancel.

        Raises:
            NotPermitted: the user's roles do not allow it.
            RecordMissing: no such inquiry.
            CopyNotWritten: the file exists, full disk, no permission; nothing stays of it.
            CopyDiffers: what was written does not read back; it was taken away.
        """
        user.must(Action.COPY_RECORDS)
        inquiry = self._inquiries.inquiry(inquiry_id)
        with self._office.database.write(user.id, "oversight.copy_record") as session:
            self._office.database.note(session, "inquiry", inquiry.id)
        half = path.with_name(f".{path.name}.half")
        try:
            if path.exists():
                raise FileExistsError(0, "the file exists already")
            report = self._written(half, user, inquiry.id, progress or Quiet())
            half.replace(path)
        except OSError as e:
            raise CopyNotWritten(place=path, reason=e.strerror or "input/output error") from e
        finally:
            half.unlink(missing_ok=True)
        return report

    def verify(self, path: Path) -> CopyReport:
        """Whether a copy is whole and this office's; nobody's data is shown.

        Raises:
            CopyUnreadable: no copy.
        """
        return parcel.verify(path, parcel.public_key(self._office.keys.copies))

    def changed_since(self, user: User, path: Path) -> list[str]:
        """What of the record is other than in the copy by now: tables, signatures, documents.

        The copy is read back into records and compared with the office's own, one by one. Of the
        audit trail the lines up to the copy's last are compared.

        Raises:
            NotPermitted: the user's roles do not allow it.
            CopyUnreadable: no copy.
            RecordMissing: no such inquiry here.
        """
        user.must(Action.COPY_RECORDS)
        copied = parcel.read_record(path)
        inquiry = self._inquiries.by_number(copied["number"])
        with self._office.database.read() as session:
            now = gather(session, inquiry.id)
        last = max((line["seq"] for line in copied["audit"]), default=0)
        now["audit"] = [line for line in now["audit"] if line["seq"] <= last]
        tables = sorted({*copied["records"], *now["records"]})
        found = [t for t in tables if copied["records"].get(t) != now["records"].get(t)]
        return found + [part for part in HASHED[1:] if copied[part] != now[part]]

    def _written(self, half: Path, user: User, inquiry_id: str, progress: Progress) -> CopyReport:
        with half.open("xb") as out:
            half.chmod(0o600)
            with self._office.database.read() as session:
                record = gather(session, inquiry_id)
                record["made_at"] = self._office.database.clock().isoformat()
                record["made_by"] = user.full_name
                record["office"] = self._settings.name
                files: list[tuple[str, Any]] = [(RECORD, [parcel.as_json(record)])]
                files.append((PRINTED, [draw(record, self._settings.name)]))
                vault = self._office.vault
                files += [
                    (d["name"], vault.stream(session, d["document_id"]))
                    for d in record["documents"]
                ]
                _fill(out, files, (record, self._office.keys.copies), progress)
            out.flush()
            os.fsync(out.fileno())
        report = self.verify(half)
        if not report.whole or report.record_sha256 != parcel.record_hash(record):
            raise CopyDiffers
        return report


def _fill(
    out: Any,
    files: list[tuple[str, Any]],
    signed: tuple[dict[str, Any], bytes],
    progress: Progress,
) -> None:
    listed = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for done, (name, chunks) in enumerate(files):
            progress.step(done, len(files), words("Writing the copy"))
            listed.append((name, *_add(made, name, chunks)))
        made.writestr(MANIFEST, parcel.manifest(signed[0], listed, signed[1]))


def _add(made: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> tuple[int, str]:
    size, total = 0, hashlib.sha256()
    with made.open(name, "w", force_zip64=True) as entry:
        for chunk in chunks:
            entry.write(chunk)
            total.update(chunk)
            size += len(chunk)
    return size, total.hexdigest()

"""Erasing and pseudonymising: once, in one transaction, and again after a restore (GD-03..06)."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import nacl.exceptions
import nacl.secret
from sqlalchemy.orm import Session

from mi_desktop.basics.paths import write_whole
from mi_desktop.keeping import finding, purge, store
from mi_desktop.keeping.errors import ListUnreadable
from mi_desktop.keeping.model import Erased, Request, Standing, Way
from mi_desktop.keeping.receipt import Part, sheet
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.errors import ChangedByColleague

LIST_FILE = "erasures.sealed"
_PRINTED, _BEFORE_UPGRADE = "printed", "before-upgrade"
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Eraser:
    """Takes personal data out of an office, and keeps the list of what went."""

    def __init__(self, office: Office, settings: OfficeSettings) -> None:
        self._office = office
        self._settings = settings.keeping

    def erase(
        self,
        by: str,
        request: Request,
        way: Way,
        chosen: tuple[Sequence[Standing], Sequence[Standing]],
    ) -> bytes:
        """Erases what may go, says in a receipt what stays and why, and closes the request.

        Args:
            by: id of the user.
            request: open already, or new.
            way: erased whole, or kept as figures under a random name.
            chosen: what goes and what stays, as `finding` says.

        Returns:
            The receipt, a PDF without personal data.

        Raises:
            ChangedByColleague: something that was to go must stay by now; nothing was done.
        """
        goes, stays = chosen
        pdf = self._receipt(request, way, goes, stays)
        sealed = self._office.vault.seal(pdf)
        pseudonym = _pseudonym() if way is Way.PSEUDONYMISED else ""
        with self._office.database.write(by, f"keeping.{request.kind.value}") as session:
            now = self._office.database.clock()
            again = finding.standing_of(
                session, [s.id for s in goes], self._settings.inquiry_months
            )
            if any(s.kept is not None for s in again):
                raise ChangedByColleague
            receipt_id = self._office.vault.record(session, sealed)
            session.flush()
            if request.open:
                store.finish_request(session, request.id, now, receipt_id, by)
            else:
                done = replace(request, done_at=now, receipt_id=receipt_id)
                store.add_request(session, done)
            gone = [Erased(s.id, s.kind, way, pseudonym, now, request.id) for s in goes]
            files, references = self._purge(session, gone)
        self._clear_away(files, references)
        self.write_list()
        return pdf

    def again(self, listed: Sequence[Erased], by: str) -> int:
        """Erases anew what a restored backup brought back; returns how many (GD-06)."""
        with self._office.database.read() as session:
            known = {e.subject_id for e in store.erasures(session)}
            there = {s.id for s in finding.standing_of(session, [e.subject_id for e in listed], 1)}
        missing = [e for e in listed if e.subject_id in there - known]
        if missing:
            with self._office.database.write(by, "keeping.erase_again") as session:
                files, references = self._purge(session, missing)
            self._clear_away(files, references)
        self.write_list()
        return len(missing)

    def write_list(self) -> None:
        """Writes the list of what was erased, sealed, beside the records and the backups."""
        with self._office.database.read() as session:
            every = store.erasures(session)
        if not every:
            return
        content = json.dumps([{**vars(e), "at": e.at.isoformat()} for e in every]).encode()
        sealed = nacl.secret.SecretBox(self._office.keys.backup).encrypt(content)
        folders = [self._office.folder]
        if self._settings.backup_folder:
            folders.append(Path(self._settings.backup_folder))
        for folder in folders:
            if folder.is_dir():
                write_whole(folder / LIST_FILE, sealed)

    def read_list(self, file: Path) -> list[Erased]:
        """The list that lies beside a backup.

        Raises:
            ListUnreadable: damaged, or of another office.
        """
        try:
            content = nacl.secret.SecretBox(self._office.keys.backup).decrypt(file.read_bytes())
            return [
                Erased(**{**e, "way": Way(e["way"]), "at": datetime.fromisoformat(e["at"])})
                for e in json.loads(content)
            ]
        except (OSError, ValueError, TypeError, nacl.exceptions.CryptoError) as e:
            raise ListUnreadable(file=file.name) from e

    def _purge(self, session: Session, gone: list[Erased]) -> tuple[list[str], list[str]]:
        # First the entry: the database lets an erased inquiry's words go, and no other's.
        for erased in gone:
            store.add_erasure(session, erased)
        session.flush()
        files: list[str] = []
        references: list[str] = []
        for pseudonym in sorted({e.pseudonym for e in gone}):
            some = [e for e in gone if e.pseudonym == pseudonym]
            found = purge.reach(
                session,
                [e.subject_id for e in some if e.kind == "inquiry"],
                [e.subject_id for e in some if e.kind == "piece"]
                + purge.filed(session, [e.subject_id for e in some]),
            )
            references += [row.reference for row in found.rows.get("letter", {}).values()]
            files += purge.purge(self._office, session, found, pseudonym)
            self._office.drafts.drop([str(key[0]) for rows in found.rows.values() for key in rows])
        return files, references

    def _clear_away(self, files: list[str], references: list[str]) -> None:
        """What lies outside the records: sealed files, printed letters, records of old versions."""
        self._office.vault.discard(files)
        for reference in references:
            for path in (self._office.folder / _PRINTED).glob(f"*/*{reference.replace('/', '-')}*"):
                path.unlink(missing_ok=True)
                (path.parent / "000-manifest.pdf").unlink(missing_ok=True)
        for path in (self._office.folder / _BEFORE_UPGRADE).glob("*"):
            path.unlink(missing_ok=True)
        if not self._office.database.on_server:
            with self._office.database.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _receipt(
        self, request: Request, way: Way, goes: Sequence[Standing], stays: Sequence[Standing]
    ) -> bytes:
        cycle = self._settings.backup_hours * self._settings.backup_keep
        parts: list[Part] = [
            (f"{way.value.capitalize()} in all records", [s.number for s in goes] or ["nothing"]),
            (
                "What went",
                [
                    "Name and addresses, the words of the questions, the mail and what was read of "
                    "it, letters, e-mails, entries of the search, values in the audit trail; "
                    "sealed documents by destroying their keys.",
                    "What stays of these: numbers, dates, product, topic and that the safety "
                    "questions were answered; they name nobody.",
                ],
            ),
            (
                "What stays, and why",
                [f"{s.number}: {s.kept.value if s.kept else ''}" for s in stays] or ["nothing"],
            ),
            (
                "The law behind it",
                [
                    "Reports to safety and quality stay by Art. 17(3)(b) and (c) GDPR: their data "
                    f"are kept for the life of the product and at least "
                    f"{self._settings.report_years} years after the marketing authorisation ends "
                    "(Implementing Regulation (EU) No 520/2012, Art. 12(2)).",
                ],
            ),
            (
                "Backups",
                [
                    f"Backups made before hold the data until they are overwritten: {cycle} hours "
                    "in the folder of scheduled backups, unless nothing is made. After a restore "
                    "the list of erasures is worked through again.",
                ],
            ),
        ]
        at = f"{self._office.database.clock():%Y-%m-%d %H:%M} UTC"
        return sheet(f"Receipt: {request.kind.value}", parts, f"Request {request.id} · {at}")


def _pseudonym() -> str:
    return "S-" + "".join(secrets.choice(_SIGNS) for _ in range(8))

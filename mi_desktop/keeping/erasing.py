"""Erasing and pseudonymising: once, in one transaction, and again after a restore (GD-03..06)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import nacl.exceptions
import nacl.secret
from sqlalchemy.orm import Session

from mi_desktop.basics.paths import write_whole
from mi_desktop.keeping import finding, naming, purge, sealing, store, subject_store
from mi_desktop.keeping.erasure_sheet import receipt
from mi_desktop.keeping.errors import ListUnreadable, SubjectMissing
from mi_desktop.keeping.model import Erased, Request, Standing, Way
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.errors import ChangedByColleague

LIST_FILE = "erasures.sealed"
_PRINTED, _BEFORE_UPGRADE = "printed", "before-upgrade"


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
        pdf = receipt(request, way, chosen, (self._settings, self._office.database.clock()))
        sealed = self._office.vault.seal(pdf)
        goes = chosen[0]
        with self._office.database.write(by, f"keeping.{request.kind.name.lower()}") as session:
            self._still_free(session, goes)
            receipt_id = self._office.vault.record(session, sealed)
            session.flush()
            store.close_request(session, request, receipt_id)
            gone = self._named(session, request, way, goes)
            files, references = self._take(session, gone)
        self._clear_away(files, references)
        self.write_list()
        return pdf

    def _still_free(self, session: Session, goes: Sequence[Standing]) -> None:
        now = finding.standing_of(session, [s.id for s in goes], self._terms())
        if any(s.kept is not None for s in now):
            raise ChangedByColleague

    def _named(
        self, session: Session, request: Request, way: Way, goes: Sequence[Standing]
    ) -> list[Erased]:
        """What goes, each under the random name of its person."""
        now = self._office.database.clock()
        kinds = {s.id: s.kind for s in goes}
        gone = []
        for ids, known in naming.people_of(self._office, session, [(s.kind, s.id) for s in goes]):
            name = ""
            if way is Way.SEALED:
                name = naming.subject_for(self._office, session, known).id
            elif way is Way.PSEUDONYMISED:
                name = naming.random_name()
            gone += [Erased(i, kinds[i], way, name, now, request.id) for i in ids]
        return gone

    def again(self, listed: Sequence[Erased], by: str) -> int:
        """Erases anew what a restored backup brought back; returns how many (GD-06)."""
        with self._office.database.read() as session:
            known = {e.subject_id: e.way for e in store.erasures(session)}
            found = finding.standing_of(session, [e.subject_id for e in listed], self._terms())
            there = {s.id for s in found}
        missing = [e for e in listed if e.subject_id in there - known.keys()]
        shredded = {
            e.pseudonym
            for e in listed
            if e.way is Way.PSEUDONYMISED and known.get(e.subject_id) is Way.SEALED
        }
        if missing or shredded:
            with self._office.database.write(by, "keeping.erase_again") as session:
                self._subjects_again(session, missing)
                files, references = self._take(session, missing)
                for name in sorted(shredded):
                    files += self.shred(session, name)
            self._clear_away(files, references)
        self.write_list()
        return len(missing)

    def _subjects_again(self, session: Session, missing: list[Erased]) -> None:
        """What was sealed apart since the backup gets a key again, under its random name."""
        sealed = [e for e in missing if e.way is Way.SEALED]
        for name in sorted({e.pseudonym for e in sealed}):
            ids = [(e.kind, e.subject_id) for e in sealed if e.pseudonym == name]
            people = naming.people_of(self._office, session, ids)
            known = frozenset[str]().union(*(marks for _, marks in people))
            naming.subject_for(self._office, session, known, name)

    def shred(self, session: Session, name: str) -> list[str]:
        """Destroys a subject's key in the caller's transaction: nobody brings the name back.

        Returns:
            The sealed files to be discarded once this is committed.
        """
        subject = next((s for s in subject_store.subjects(session) if s.id == name), None)
        if subject is None or not subject.key:
            raise SubjectMissing(name=name)
        documents = sealing.documents_of(self._office, session, subject)
        files = [self._office.vault.destroy(session, document) for document in documents]
        subject_store.take_records(session, name)
        now = self._office.database.clock()
        subject_store.put(session, replace(subject, key=b"", marks=(), destroyed_at=now))
        store.shred_erasures(session, name)
        self._office.database.chain.forget(session, [("subject", name)])
        return files

    def destroy_keys(self, by: str, names: Iterable[str], why: str = "") -> None:
        """Destroys the keys of subjects, for good.

        Raises:
            SubjectMissing: one was destroyed already; nothing was done.
        """
        with self._office.database.write(by, "keeping.destroy_key", why) as session:
            files = [file for name in names for file in self.shred(session, name)]
        self._clear_away(files, [])
        self.write_list()

    def _terms(self) -> finding.Terms:
        return finding.Terms(self._settings, self._office.database.clock().date())

    def write_list(self) -> None:
        """Writes the list of what was erased, sealed, beside the records and the backups."""
        with self._office.database.read() as session:
            every = store.erasures(session)
        if not every and not (self._office.folder / LIST_FILE).is_file():
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

    def _take(self, session: Session, gone: list[Erased]) -> tuple[list[str], list[str]]:
        # First the entry: the database lets an erased inquiry's words go, and no other's.
        for erased in gone:
            store.add_erasure(session, erased)
        session.flush()
        files: list[str] = []
        references: list[str] = []
        for way, pseudonym in sorted({(e.way, e.pseudonym) for e in gone}):
            some = [e for e in gone if (e.way, e.pseudonym) == (way, pseudonym)]
            found = purge.reach(
                session,
                [e.subject_id for e in some if e.kind == "inquiry"],
                [e.subject_id for e in some if e.kind == "piece"]
                + purge.filed(session, [e.subject_id for e in some]),
            )
            references += [row.reference for row in found.rows.get("letter", {}).values()]
            if way is Way.SEALED:
                self._seal(session, found, pseudonym)
            else:
                files += purge.purge(self._office, session, found, pseudonym)
            self._office.drafts.drop([str(key[0]) for rows in found.rows.values() for key in rows])
        return files, references

    def _seal(self, session: Session, found: purge.Reach, name: str) -> None:
        every = subject_store.subjects(session)
        subject = naming.with_patient(next(s for s in every if s.id == name), found)
        subject_store.put(session, subject)
        sealing.seal(self._office, session, found, subject)

    def _clear_away(self, files: list[str], references: list[str]) -> None:
        """What lies outside the records: sealed files, printed letters, records of old versions."""
        self._office.vault.discard(files)
        for reference in references:
            for path in (self._office.folder / _PRINTED).glob(f"*/*{reference.replace('/', '-')}*"):
                path.unlink(missing_ok=True)
                (path.parent / "000-manifest.pdf").unlink(missing_ok=True)
        for path in (self._office.folder / _BEFORE_UPGRADE).glob("*"):
            path.unlink(missing_ok=True)
        self._office.database.forget_past()

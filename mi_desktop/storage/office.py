"""An office folder, opened: keys, database, vault, index and secrets in one hand."""

from dataclasses import dataclass
from pathlib import Path

from keyring.errors import KeyringError

from mi_desktop.basics.clock import Clock, utc_now
from mi_desktop.basics.paths import private_folder
from mi_desktop.storage.audit import AuditLine, ChainReport
from mi_desktop.storage.audit_sheet import draw_trail
from mi_desktop.storage.database import Database, world_failures
from mi_desktop.storage.errors import Locked, RecordsDamaged
from mi_desktop.storage.index import SearchIndex
from mi_desktop.storage.keys import Cost, KeyFile, OfficeKeys
from mi_desktop.storage.migrate import bring_up_to_date
from mi_desktop.storage.secrets import KeyRing, SealedFile, Secrets
from mi_desktop.storage.vault import Vault

_MASTER = "master"
_DAY = 86_400.0
_RECORDS = "office.db"


@dataclass(frozen=True)
class AuditExport:
    """The whole trail, what walking its chain found, and a PDF of both."""

    lines: list[AuditLine]
    report: ChainReport
    pdf: bytes


@dataclass(frozen=True)
class Office:
    """What every room keeps things in.

    Attributes:
        keystore: folder of the signers' password-protected PKCS#12 files (SIG-4).
        opened_by: the id of the user whose passphrase or key ring opened it, None for a new one.
    """

    folder: Path
    keys: OfficeKeys
    key_file: KeyFile
    database: Database
    vault: Vault
    index: SearchIndex
    secrets: Secrets
    opened_by: str | None = None

    @property
    def keystore(self) -> Path:
        """The folder of signing keys."""
        return private_folder(self.folder / "keystore")

    def verify_audit(self) -> ChainReport:
        """Walks the audit chain (P11-03)."""
        with self.database.read() as session:
            return self.database.chain.verify(session)

    def audit_lines(self, key: str | None = None) -> list[AuditLine]:
        """The audit trail, or one record's part of it (P11-05)."""
        with self.database.read() as session:
            return list(self.database.chain.lines(session, key))

    def export_audit(self, user_id: str) -> AuditExport:
        """The audit trail to take away (P11-05); that it was taken stands in it (P11-02)."""
        with self.database.write(user_id, "audit.export") as session:
            self.database.note(session, "audit", self.key_file.office_id)
        with self.database.read() as session:
            lines = list(self.database.chain.lines(session))
            report = self.database.chain.verify(session)
        return AuditExport(lines, report, draw_trail(lines, report))

    def keep_secret(self, by: str, name: str, secret: str) -> None:
        """Keeps a secret (a mail password) and notes that, never what, it is."""
        with self.database.write(by, "office.keep_secret") as session:
            self.database.note(session, "secret", name)
        self.secrets.put(name, secret)

    def tidy(self) -> int:
        """Deletes sealed files of yesterday and before that no record names; returns how many."""
        with self.database.read() as session:
            return self.vault.sweep(session, older_than=_DAY)

    def close(self) -> None:
        """Lets go of the files."""
        self.database.close()


def create_office(folder: Path, clock: Clock = utc_now, cost: Cost | None = None) -> Office:
    """Makes the folder's keys, database and vault; the first user is added by the caller.

    Raises:
        OfficeThere: the folder holds an office.
        CannotWrite: disk full or read-only.
    """
    key_file = KeyFile(folder, cost)
    return _assemble(key_file, key_file.create(), clock, None)


def open_office(
    folder: Path, passphrase: str | None, clock: Clock = utc_now, name: str | None = None
) -> Office:
    """Opens an office by a user's passphrase, or by the system's key ring where None is given.

    Args:
        folder: the office folder.
        passphrase: a user's, or None for the key ring.
        clock: the time, UTC.
        name: the user's name; None tries everybody's slot.

    Raises:
        OfficeMissing: no office in the folder.
        RecordsDamaged: the database is missing, empty or no database of this office.
        WrongPassphrase: no slot opens.
        Locked: no passphrase, and the key ring holds no key.
        OfficeNewer: written by a newer version.
    """
    key_file = KeyFile(folder)
    if key_file.exists and not _filled(folder / _RECORDS):
        raise RecordsDamaged(file=_RECORDS)
    if passphrase is not None:
        owner, keys = key_file.unlock(passphrase, name=name)
        return _assemble(key_file, keys, clock, owner)
    ring = KeyRing(key_file.office_id)
    remembered = ring.get(_MASTER) if KeyRing.available() else None
    if remembered is None:
        raise Locked
    owner, _, master = remembered.partition(":")
    return _assemble(key_file, OfficeKeys(bytes.fromhex(master)), clock, owner)


def _filled(records: Path) -> bool:
    """An emptied file would pass for a new office; what was last written may lie in its journal."""
    journal = records.with_name(f"{records.name}-wal")
    return records.is_file() and any(p.is_file() and p.stat().st_size for p in (records, journal))


def remember_in_key_ring(office: Office, user_id: str) -> bool:
    """Puts the office's key into this user's system key ring; False where it cannot.

    Signing asks for the passphrase all the same (P11-13).
    """
    if not KeyRing.available():
        return False
    try:
        KeyRing(office.key_file.office_id).put(_MASTER, f"{user_id}:{office.keys.master.hex()}")
    except KeyringError:
        return False
    return True


def _assemble(key_file: KeyFile, keys: OfficeKeys, clock: Clock, owner: str | None) -> Office:
    folder = key_file.path.parent
    database = Database(folder / _RECORDS, keys, clock)
    with world_failures():
        bring_up_to_date(database.engine)
    secrets: Secrets = (
        KeyRing(key_file.office_id)
        if KeyRing.available()
        else SealedFile(folder / "secrets.sealed", keys.secrets)
    )
    return Office(
        folder, keys, key_file, database, Vault(folder / "vault"), SearchIndex(), secrets, owner
    )

"""An office folder, opened: keys, database, vault, index and secrets in one hand."""

import logging
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from keyring.errors import KeyringError
from sqlalchemy import URL, Connection

from mi_desktop.basics.clock import Clock, utc_now
from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.paths import private_folder, sweep_unfinished
from mi_desktop.settings import load_settings
from mi_desktop.storage import server
from mi_desktop.storage.audit_reading import AuditLine, Wanted
from mi_desktop.storage.audit_walk import ChainReport
from mi_desktop.storage.backup import backup_before_upgrade
from mi_desktop.storage.checkpoint import KeptCheckpoints, Seal
from mi_desktop.storage.database import Database, world_failures
from mi_desktop.storage.drafts import Drafts
from mi_desktop.storage.errors import Locked, RecordsDamaged
from mi_desktop.storage.index import SearchIndex
from mi_desktop.storage.key_file import KeyFile
from mi_desktop.storage.keys import Cost, OfficeKeys
from mi_desktop.storage.migrate import bring_up_to_date
from mi_desktop.storage.secrets import KeyRing, Secrets, sealed_in
from mi_desktop.storage.trail import Trail
from mi_desktop.storage.vault import Vault

log = logging.getLogger(__name__)

_MASTER = "master"
_DAY = 86_400.0
_RECORDS = "office.db"


@dataclass(frozen=True)
class Office:
    """What every room keeps things in.

    Attributes:
        keystore: folder of the signers' password-protected PKCS#12 files (SIG-4).
        opened_by: the id of the user whose passphrase or key ring opened it, None for a new one
            and for one that the recovery words opened.
        refused_before: how often that user's name was refused in a row before (P11-11).
    """

    folder: Path
    keys: OfficeKeys
    key_file: KeyFile
    database: Database
    vault: Vault
    index: SearchIndex
    secrets: Secrets
    trail: Trail
    opened_by: str | None = None
    refused_before: int = 0

    @property
    def keystore(self) -> Path:
        """The folder of signing keys."""
        return private_folder(self.folder / "keystore")

    @property
    def drafts(self) -> Drafts:
        """What people were typing and have not saved."""
        return Drafts(self.folder / "drafts", self.keys.drafts)

    def verify_audit(self) -> ChainReport:
        """Walks the audit chain (P11-03)."""
        return self.trail.verify()

    def audit_lines(self, key: str | None = None) -> list[AuditLine]:
        """The audit trail, or one record's part of it, as the chain holds it: without words."""
        return self.trail.lines(Wanted(key=key or ""), with_words=False)

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
        """Lets go of the files; a last checkpoint of the trail is kept where it can be."""
        try:
            self.trail.end()
        except WorldError as e:
            log.warning("no last checkpoint: %s", e.code)
        self.database.close()


def create_office(
    folder: Path,
    clock: Clock = utc_now,
    cost: Cost | None = None,
    database: str = "",
    password: str = "",
) -> Office:
    """Makes the folder's keys, database and vault; the first user is added by the caller.

    Args:
        folder: of the new office.
        clock: the time, UTC.
        cost: of a guess at a passphrase.
        database: an empty database on a server, as `settings.database`; "" for a file.
        password: of that database, kept sealed in the folder.

    Raises:
        OfficeThere: the folder holds an office.
        CannotWrite: disk full or read-only.
        ServerAway, ServerTaken, AddressUnfit, PasswordInSettings: the server's database.
    """
    key_file = KeyFile(folder, cost, clock)
    keys = key_file.create()
    if password:
        sealed_in(folder, keys.secrets).put(server.LOGIN, password)
    office = _assemble(key_file, keys, clock, database, new=True)
    if database:
        with office.database.engine.begin() as connection:
            server.mark(connection, key_file.office_id)
    return office


def keep_server_login(folder: Path, passphrase: str, password: str) -> None:
    """Seals a new password of the server's database in the office folder, for every desk.

    Raises:
        OfficeMissing, WrongPassphrase, TryLater: as `open_office`.
    """
    keys = KeyFile(folder).unlock(passphrase).keys
    sealed_in(folder, keys.secrets).put(server.LOGIN, password)


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
        TryLater: refused too often (P11-11).
        Locked: no passphrase, and the key ring holds no key.
        OfficeNewer: written by a newer version.
        ServerAway, ServerTaken: the server's database, where the settings name one.
    """
    key_file, address = _key_file(folder, clock)
    if passphrase is not None:
        found = key_file.unlock(passphrase, name=name)
        office = _assemble(key_file, found.keys, clock, address)
        return replace(office, opened_by=found.owner, refused_before=found.refused_before)
    ring = KeyRing(key_file.office_id)
    remembered = ring.get(_MASTER) if KeyRing.available() else None
    if remembered is None:
        raise Locked
    owner, _, master = remembered.partition(":")
    office = _assemble(key_file, OfficeKeys(bytes.fromhex(master)), clock, address)
    return replace(office, opened_by=owner)


def open_with_recovery_words(folder: Path, phrase: str, clock: Clock = utc_now) -> Office:
    """Opens an office, or any copy of its folder on any machine, by its printed recovery key.

    No key ring and no passphrase is asked. Nobody is signed in by it: `opened_by` is None, and
    `people.keys.recover` then gives a named user a new passphrase.

    Args:
        folder: the office folder, or a restored copy of it.
        phrase: the 24 words; spaces, line ends, capitals and printed numbers do not matter.
        clock: the time, UTC.

    Raises:
        OfficeMissing, RecordsDamaged, OfficeNewer: as `open_office`.
        NotRecoveryWords: mistyped.
        RecoveryRefused: not the words in force.
    """
    key_file, address = _key_file(folder, clock)
    return _assemble(key_file, key_file.unlock_by_words(phrase), clock, address)


def _key_file(folder: Path, clock: Clock) -> tuple[KeyFile, str]:
    """The keys of an office, and the address of its records; "" for the file beside them."""
    key_file = KeyFile(folder, clock=clock)
    address = load_settings(folder)[0].database
    if key_file.exists and not address and not _filled(folder / _RECORDS):
        raise RecordsDamaged(file=_RECORDS)
    return key_file, address


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


def forget_in_key_ring(office: Office) -> None:
    """Takes the office's key out of this user's system key ring."""
    KeyRing(office.key_file.office_id).forget(_MASTER)


def holder_in_key_ring(office: Office) -> str | None:
    """The id of the user for whom the key ring opens this office; None where it holds no key."""
    if not KeyRing.available():
        return None
    held = KeyRing(office.key_file.office_id).get(_MASTER)
    return held.partition(":")[0] if held else None


def _place(folder: Path, keys: OfficeKeys, address: str) -> Path | URL:
    if not address:
        return folder / _RECORDS
    return server.address_of(address, sealed_in(folder, keys.secrets).get(server.LOGIN))


def _assemble(
    key_file: KeyFile, keys: OfficeKeys, clock: Clock, address: str, new: bool = False
) -> Office:
    folder = key_file.path.parent
    database = Database(_place(folder, keys, address), keys, clock)
    with world_failures():
        if database.on_server:
            server.must_be_of(database.engine, key_file.office_id, new)
            bring_up_to_date(database.engine, server.keep_before)
        else:
            bring_up_to_date(database.engine, partial(_keep_before, folder, keys))
    sealed = sealed_in(folder, keys.secrets)
    secrets: Secrets = KeyRing(key_file.office_id) if KeyRing.available() else sealed
    _sweep(folder)
    trail = _trail(key_file, keys, database, secrets)
    # Beside a file's own encryption the keys of the documents need no other.
    vault = Vault(folder / "vault", keys.documents if database.on_server else None)
    return Office(folder, keys, key_file, database, vault, SearchIndex(), secrets, trail)


def _keep_before(folder: Path, keys: OfficeKeys, _: Connection, revision: str) -> None:
    backup_before_upgrade(folder, keys, revision)


def _sweep(folder: Path) -> None:
    """Deletes half-written files of a program that was killed; the vault's own lie sealed."""
    sweep_unfinished(folder)
    for place in folder.iterdir():
        if place.is_dir() and place.name != "vault":
            for inner in (place, *(p for p in place.rglob("*") if p.is_dir())):
                sweep_unfinished(inner)


def _trail(key_file: KeyFile, keys: OfficeKeys, database: Database, secrets: Secrets) -> Trail:
    seal = Seal(key_file.office_id, keys.checkpoint)
    ring = secrets if isinstance(secrets, KeyRing) else None
    trail = Trail(database, seal, KeptCheckpoints(key_file.path.parent, seal, ring))
    trail.begin()
    return trail

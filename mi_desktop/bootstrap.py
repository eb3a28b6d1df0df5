"""Builds everything once: which scanner, printers, mailbox and signer the rooms work with.

The window is found here by name when it is wanted: an office can be opened without it.
"""

import logging
import shutil
import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from mi_desktop.basics.log import log_folder
from mi_desktop.basics.progress import Progress
from mi_desktop.catalogue import CatalogueService
from mi_desktop.cli import Opened
from mi_desktop.demo import Demonstration, ShiftedClock, make_demonstration
from mi_desktop.dispatch import (
    Channels,
    CupsPrinters,
    DispatchService,
    PdfFolder,
    Rooms,
    SmtpMailer,
)
from mi_desktop.dispatch.errors import MAIL_WAITS
from mi_desktop.inquiries import InquiryService
from mi_desktop.intake import IntakeService, SaneScanners
from mi_desktop.keeping import Arrival, KeepingService, lists_beside, settle
from mi_desktop.keeping.errors import ListUnreadable
from mi_desktop.letters import LetterService, OfficeSigner
from mi_desktop.library import LibraryService
from mi_desktop.ocr import Means, OcrService, executor_of, make_sandbox
from mi_desktop.oversight import OversightService
from mi_desktop.people import PeopleService, Policy
from mi_desktop.safety import SafetyService, Ways
from mi_desktop.services import Services
from mi_desktop.settings import OfficeSettings, load_settings, save_settings
from mi_desktop.storage import (
    Office,
    create_office,
    open_office,
    open_with_recovery_words,
    remember_in_key_ring,
)
from mi_desktop.storage.backup import ServerPlace, by_passphrase, by_words, restore
from mi_desktop.storage.errors import Locked
from mi_desktop.storage.server import empty

log = logging.getLogger(__name__)


def assemble(office: Office, settings: OfficeSettings) -> Services:
    """The services over an open office, with this machine's real devices."""
    sandbox = make_sandbox()
    catalogue = CatalogueService(office)
    people = PeopleService(office, settings.zone, _policy(settings, catalogue))
    intake = IntakeService(office, sandbox, settings, SaneScanners())
    executor = executor_of(settings.reading, sandbox)
    means = Means(
        products=lambda: [product.brand for product in catalogue.products()], executor=executor
    )
    ocr = OcrService(office, intake, sandbox, settings, means)
    inquiries = InquiryService(office, intake, ocr, catalogue, settings)
    signer = OfficeSigner(office, settings.letterhead.company or settings.name)
    mailer = SmtpMailer(settings.mail, lambda: office.secrets.get("smtp"))
    ways = Ways(mailer, MAIL_WAITS, signer)
    safety = SafetyService(
        office, people, intake, ocr, inquiries, catalogue, settings, ways, sandbox
    )
    library = LibraryService(office, catalogue, settings.zone)
    letters = LetterService(office, people, inquiries, safety, library, catalogue, settings, signer)
    channels = Channels(CupsPrinters(), PdfFolder(office.folder / "printed"), mailer)
    dispatch = DispatchService(office, Rooms(letters, inquiries, safety), settings, channels)
    dispatch.recover()
    keeping = KeepingService(office, inquiries, settings)
    return Services(
        office=office,
        sandbox=sandbox,
        settings=settings,
        people=people,
        catalogue=catalogue,
        intake=intake,
        ocr=ocr,
        inquiries=inquiries,
        safety=safety,
        library=library,
        letters=letters,
        dispatch=dispatch,
        keeping=keeping,
        oversight=OversightService(office, settings, (people, inquiries, safety, keeping)),
    )


def _policy(settings: OfficeSettings, catalogue: CatalogueService) -> Policy:
    """What is asked of passphrases: nobody takes the office's name or a product's (P11-10)."""
    return Policy(
        lambda: [settings.name, *(p.brand for p in catalogue.products())],
        settings.passphrase_days,
    )


def open_services(folder: Path, passphrase: str | None, name: str | None = None) -> Services:
    """Opens an office that exists, for the user of this name or for whoever's passphrase fits.

    Raises:
        OfficeMissing, WrongPassphrase, Locked, OfficeNewer: see `storage.open_office`.
    """
    settings, aside = load_settings(folder)
    clock = ShiftedClock(timedelta(seconds=settings.clock_shift_s))
    services = assemble(open_office(folder, passphrase, clock, name), settings)
    services.oversight.settings.notice()
    if aside is not None:
        log.warning("%s", aside.words)
    return services


def create(
    folder: Path,
    settings: OfficeSettings,
    who: tuple[str, str],
    passphrase: str,
    database_password: str = "",
) -> Opened:
    """Makes an office with its first administrator (user name, full name); whole or not at all.

    Raises:
        OfficeThere, CannotWrite: see `storage.create_office`.
        PassphraseShort: what was made of the office is taken away again.
    """
    there = set(folder.iterdir()) if folder.is_dir() else set()
    try:
        office = create_office(folder, database=settings.database, password=database_password)
    except BaseException:
        _take_away(set(folder.iterdir()) - there if folder.is_dir() else set())
        raise
    try:
        save_settings(folder, settings)
        services = assemble(office, settings)
        user = services.people.add_first(*who, passphrase)
    except BaseException:
        office.close()
        _take_away(set(folder.iterdir()) - there)
        raise
    remember_in_key_ring(office, user.id)
    return Opened(services, user)


def _take_away(made: set[Path]) -> None:
    for path in made:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def enter(folder: Path, passphrase: str | None, name: str | None) -> Opened:
    """Opens an office for a verb of the command line.

    Raises:
        Locked: whoever the key belongs to works here no more.
        WorldError: see `open_services`.
    """
    services = open_services(folder, passphrase, name)
    user = services.people.opened_by()
    if user is None:
        services.close()
        raise Locked
    return Opened(services, user)


def restore_office(
    file: Path,
    folder: Path,
    key: tuple[str | None, str | None, list[Path]],
    progress: Progress,
    server: tuple[str, str] = ("", ""),
) -> Arrival:
    """Makes an office of a backup and settles it: secrets kept, erasures done again.

    Args:
        file: the backup.
        folder: of the office to be, empty or not there.
        key: a passphrase that opened the office then, or the words of its recovery key; lists of
            erasures beside those that lie by the backup.
        progress: may cancel.
        server: address and password of an empty database on a server; "" for records in a file.

    Raises:
        PlaceTaken, BackupNotOurs, BackupDamaged, BackupNewer, BackupFailed: nothing was restored.
        ServerTaken, ServerAway, AddressUnfit, PasswordInSettings: the server's database.
        WrongPassphrase, NotRecoveryWords, RecoveryRefused: the key does not open it.
        ListUnreadable: the office was taken away again: what was erased would be back in it.
    """
    passphrase, phrase, lists = key
    unlock = by_words(phrase) if phrase is not None else by_passphrase(passphrase or "")
    place = ServerPlace(*server) if server[0] else None
    found = restore(file, folder, unlock, progress, place)
    settings, _ = load_settings(folder)
    clock = ShiftedClock(timedelta(seconds=settings.clock_shift_s))
    if phrase is not None:
        office = open_with_recovery_words(folder, phrase, clock)
    else:
        office = open_office(folder, passphrase or "", clock)
    with ExitStack() as ending:
        ending.callback(office.close)
        try:
            return settle(office, settings, found, [*lists_beside(file), *lists])
        except ListUnreadable:
            ending.pop_all()
            _unmake(office)
            raise


def _unmake(office: Office) -> None:
    if office.database.on_server:
        empty(office.database.engine)
    office.database.close()
    shutil.rmtree(office.folder)


def recover(folder: Path, phrase: str, who: tuple[str, str]) -> Opened:
    """Opens an office, or a copy of one, by its recovery words, for a user and a new passphrase.

    Raises:
        NotRecoveryWords, RecoveryRefused: see `storage.open_with_recovery_words`.
        RecordMissing, UserGone, PassphraseShort: see `people.keys.recover`.
    """
    settings, _ = load_settings(folder)
    clock = ShiftedClock(timedelta(seconds=settings.clock_shift_s))
    services = assemble(open_with_recovery_words(folder, phrase, clock), settings)
    try:
        user = services.people.keys.recover(phrase, *who)
    except BaseException:
        services.close()
        raise
    return Opened(services, user)


def make_demo(folder: Path | None, passphrase: str | None) -> Demonstration:
    """A furnished demonstration office, in a fresh temporary folder where none is named."""
    where = folder or Path(tempfile.mkdtemp(prefix="mi-desktop-")) / "office"
    return make_demonstration(where, passphrase, assemble)


def watch(folder: Path | None, passphrase: str | None) -> int:
    """Opens the window on a demonstration office that works by itself; returns the exit code."""
    return int(_window().watch(make_demo(folder, passphrase), log_folder()))


def pictures(opened: Opened, folder: Path) -> list[Path]:
    """Pictures of every screen, made without a display."""
    taken: list[Path] = _window().pictures(opened.services, opened.user, folder)
    return taken


def _window() -> Any:
    return resolve_name("mi_desktop.ui.start")

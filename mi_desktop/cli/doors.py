"""What the verbs are given: how offices are made and opened, and machinery found when needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mi_desktop.settings import OfficeSettings

if TYPE_CHECKING:
    Key = tuple[str | None, str | None, list[Path]]

    from mi_desktop.basics.progress import Progress
    from mi_desktop.demo import Demonstration, Walked
    from mi_desktop.demo.installed import Check
    from mi_desktop.dispatch import Batch, Email, Printer
    from mi_desktop.intake import Scanner
    from mi_desktop.keeping import Arrival
    from mi_desktop.letters import Verdict
    from mi_desktop.ocr import PageText, Searchable
    from mi_desktop.people import User
    from mi_desktop.safety import Marked
    from mi_desktop.sandbox import Sandbox
    from mi_desktop.services import Services


@dataclass(frozen=True)
class Opened:
    """An open office and who opened it."""

    services: "Services"
    user: "User"


@dataclass(frozen=True)
class Doors:
    """Everything a verb may reach outside its own office.

    Attributes:
        create: folder, settings, (user name, full name), passphrase, password of the server's
            database or "" -> a new office, opened.
        keep_server_login: folder, a user's passphrase, the password -> sealed for every desk.
        open: folder, passphrase or None for the key ring, user name or None -> the office, opened.
        restore: a backup, the folder of the office to be, (passphrase or None, recovery words or
            None, lists of erasures), progress, (address of an empty database on a server or "", its
            password or "") -> what was restored.
        recover: folder, recovery words, (user name, new passphrase) -> the office, opened.
        sandbox: makes a sandbox for reading one document without an office.
        read: data, file name, language or None, sandbox -> its pages as they were read.
        verify: PDF bytes, trusted certificates -> what is true of its signatures.
        mark: a text -> the safety assistant's marks.
        pictures: open office, folder -> pictures of every screen.
        searchable: the document, its file name, its pages, sandbox -> a PDF that can be searched.
        trusted: office folder -> the certificates its letters are signed under.
        window: office folder or None, passphrase, demonstration -> exit code of the window.
        languages: installed OCR languages, and `osd` where pages can be turned upright.
        scanners: connected scanners.
        printers: print queues.
        key_ring: whether the system has a key ring.
        demo: office folder or None, passphrase or None -> a furnished demonstration office.
        walk: does the whole job there, step by step.
        send_out: prints and queues what was signed there.
        qualify: a demonstration to throw away, lock file or None, progress -> steps tried.
        qualified: the steps, who ran them, the demonstration -> the record as PDF and CSV.
    """

    create: "Callable[[Path, OfficeSettings, tuple[str, str], str, str], Opened]"
    keep_server_login: "Callable[[Path, str, str], None]"
    open: "Callable[[Path, str | None, str | None], Opened]"
    restore: "Callable[[Path, Path, Key, Progress, tuple[str, str]], Arrival]"
    recover: "Callable[[Path, str, tuple[str, str]], Opened]"
    sandbox: "Callable[[], Sandbox]"
    searchable: "Callable[[bytes, str, list[PageText], Sandbox], Searchable]"
    trusted: "Callable[[Path], list[bytes]]"
    read: "Callable[[bytes, str, str | None, Sandbox], list[PageText]]"
    verify: "Callable[[bytes, list[bytes]], Verdict]"
    mark: "Callable[[str], Marked]"
    pictures: "Callable[[Opened, Path], list[Path]]"
    window: "Callable[[Path | None, str | None, bool], int]"
    languages: "Callable[[], tuple[str, ...]]"
    scanners: "Callable[[], list[Scanner]]"
    printers: "Callable[[], list[Printer]]"
    key_ring: "Callable[[], bool]"
    demo: "Callable[[Path | None, str | None], Demonstration]"
    walk: "Callable[[Demonstration, Progress], Iterator[Walked]]"
    send_out: "Callable[[Demonstration], tuple[Batch, list[Email]]]"
    qualify: "Callable[[Demonstration, Path | None, Progress], Iterator[Check]]"
    qualified: "Callable[[list[Check], str, Demonstration], tuple[bytes, bytes]]"

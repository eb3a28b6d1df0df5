"""The way in: a verb of the command line, or the window. What a call needs is found by name.

So `check` loads no database, `verify` no reader of pages, and the window stands before the rooms.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from mi_desktop.basics.crash import write_report
from mi_desktop.basics.log import log_folder, start_log
from mi_desktop.cli import Doors, run
from mi_desktop.cli.errors import NoDisplay


def start(arguments: list[str]) -> int:
    """Runs the program as the command line says; returns the exit code."""
    folder = log_folder()
    # The work needs no log: a machine without a writable home does it all the same.
    with suppress(OSError):
        start_log(folder)
    return run(arguments, doors(), lambda e: write_report(e, folder))


def doors() -> Doors:
    """What the command line may reach."""
    return Doors(
        create=_late("mi_desktop.bootstrap:create"),
        keep_server_login=_late("mi_desktop.storage:keep_server_login"),
        open=_late("mi_desktop.bootstrap:enter"),
        restore=_late("mi_desktop.bootstrap:restore_office"),
        recover=_late("mi_desktop.bootstrap:recover"),
        sandbox=_late("mi_desktop.ocr:started_sandbox"),
        searchable=_late("mi_desktop.ocr:searchable_pdf"),
        trusted=_trusted,
        read=_late("mi_desktop.ocr:read_document"),
        verify=_late("mi_desktop.letters:verify"),
        mark=_late("mi_desktop.safety:mark_text"),
        pictures=_late("mi_desktop.bootstrap:pictures"),
        window=_window,
        languages=_late("mi_desktop.ocr:installed_data"),
        scanners=lambda: resolve_name("mi_desktop.intake:SaneScanners")().scanners(),
        printers=lambda: resolve_name("mi_desktop.dispatch:CupsPrinters")().printers(),
        key_ring=_late("mi_desktop.storage:KeyRing.available"),
        demo=_late("mi_desktop.bootstrap:make_demo"),
        walk=_late("mi_desktop.demo:walk"),
        send_out=_late("mi_desktop.demo:send_out"),
        qualify=_late("mi_desktop.demo.qualifying:qualify"),
        qualified=_late("mi_desktop.demo.qualifying:record"),
    )


def _late(place: str) -> Callable[..., Any]:
    """The function of this name, found when it is first called."""

    def call(*given: Any) -> Any:
        return resolve_name(place)(*given)

    return call


def _window(folder: Path | None, passphrase: str | None, demonstration: bool) -> int:
    """Opens the window on an office, or on a fresh demonstration office that works by itself.

    Raises:
        NoDisplay: there is none.
    """
    # Qt ends the whole program where it finds no display.
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(way) for way in ways):
        raise NoDisplay
    if demonstration:
        return int(resolve_name("mi_desktop.bootstrap:watch")(folder, passphrase))
    work = resolve_name("mi_desktop.ui.work:work")
    open_services = _late("mi_desktop.bootstrap:open_services")
    recover = _late("mi_desktop.bootstrap:recover")
    return int(work(folder, passphrase, open_services, recover, log_folder()))


def _trusted(folder: Path) -> list[bytes]:
    """The certificates that this office's letters are signed under; none where there is none."""
    return [p.read_bytes() for p in sorted((folder / "keystore" / "trusted").glob("*.cer"))]

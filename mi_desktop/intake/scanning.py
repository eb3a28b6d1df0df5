"""Scanning into one document, in a private folder that is gone afterwards."""

import tempfile
from pathlib import Path

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.intake.binding import bind
from mi_desktop.intake.scanners import ScanJob, Scanned, ScannerSource
from mi_desktop.sandbox import Sandbox

BIND_SECONDS = 600


class ScanDesk:
    """Scans, and binds the pages to one TIFF."""

    def __init__(self, scanners: ScannerSource, sandbox: Sandbox, folder: Path) -> None:
        """Page pictures lie under `folder`, the office's own, while a scan runs."""
        self._scanners = scanners
        self._sandbox = sandbox
        self._folder = folder

    def scan(self, scanner: tuple[str, str], progress: Progress) -> tuple[Scanned, bytes]:
        """The pages' names with what stopped them, and the bound document.

        Args:
            scanner: the device, and its paper source; an empty source is the device's own choice.
            progress: told after each page.

        Raises:
            Cancelled: by `progress`; nothing is left behind.
            WorldError: INT-101 to INT-109 where no page came.
        """

        def page_came(count: int) -> None:
            progress.step(count, 0, words("{count} pages scanned", count=count))

        with tempfile.TemporaryDirectory(prefix="scan-", dir=self._folder) as name:
            folder = Path(name)
            scanned = self._scanners.scan(ScanJob(*scanner, folder, page_came))
            bound = folder / "bound.tif"
            self._sandbox.run(bind, scanned.pages, bound, seconds=BIND_SECONDS)
            return scanned, bound.read_bytes()

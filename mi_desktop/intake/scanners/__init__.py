"""Where scanned pages come from; SANE's `scanimage` is the first source."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake.model import Scanner


@dataclass(frozen=True)
class ScanJob:
    """What to scan and where to.

    Attributes:
        device: the scanner's name.
        source: what the device calls its feeder or glass; empty for its own choice.
        folder: private folder for the page files; the caller deletes it.
        page_came: called with the count of pages so far; may raise `Cancelled`.
    """

    device: str
    source: str
    folder: Path
    page_came: Callable[[int], None]


@dataclass(frozen=True)
class Scanned:
    """The pages of a job in order, and what stopped it before the feeder was empty."""

    pages: tuple[Path, ...]
    trouble: WorldError | None = None


class ScannerSource(Protocol):
    """Finds scanners and scans."""

    def scanners(self) -> list[Scanner]:
        """The devices that answer now.

        Raises:
            ScanProgramMissing: this machine cannot scan.
        """

    def scan(self, job: ScanJob) -> Scanned:
        """Scans until the feeder is empty; one page from a glass.

        Raises:
            WorldError: INT-101 to INT-109 where no page came at all.
        """


__all__ = ["ScanJob", "Scanned", "ScannerSource"]

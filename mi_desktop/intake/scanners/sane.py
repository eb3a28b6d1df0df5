"""SANE scanners through the program `scanimage`; its exit code is the SANE status."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake.errors import (
    CoverOpen,
    FeederEmpty,
    NoScanner,
    PaperJam,
    ScannerBusy,
    ScannerFailed,
    ScannerStalled,
    ScanProgramMissing,
    ScanRefused,
)
from mi_desktop.intake.model import Scanner
from mi_desktop.intake.scanners import ScanJob, Scanned

PROGRAM = "scanimage"
LIST_SECONDS = 60
STALL_MINUTES = 3
_STOP_SECONDS = 5
_FEEDERS = ("feeder", "adf", "duplex")
_NO_DOCS = 7
# sane.h, SANE_Status; scanimage also ends with 1 where the device cannot be opened.
_STATUS: dict[int, Callable[[], WorldError]] = {
    1: NoScanner,
    3: ScannerBusy,
    6: PaperJam,
    8: CoverOpen,
    11: ScanRefused,
}


class SaneScanners:
    """The scanners that SANE finds, on the machine and in its network."""

    def __init__(
        self,
        options: tuple[str, ...] = ("--resolution", "300"),
        stall_minutes: float = STALL_MINUTES,
    ) -> None:
        """Options go to `scanimage` with every scan, e.g. `("--mode", "Gray")`.

        A scanner that says nothing for `stall_minutes` is stopped.
        """
        self._options = options
        self._stall_minutes = stall_minutes

    def scanners(self) -> list[Scanner]:
        """The devices that answer now; looking for them may take seconds."""
        try:
            listed = subprocess.run(
                [_program(), "--formatted-device-list", "%d\t%v %m%n"],
                capture_output=True,
                timeout=LIST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as e:
            raise ScannerStalled(minutes=LIST_SECONDS // 60) from e
        lines = listed.stdout.decode("utf-8", "replace").splitlines()
        rows = (line.partition("\t") for line in lines if "\t" in line)
        return [Scanner(device, " ".join(label.split())) for device, _, label in rows]

    def scan(self, job: ScanJob) -> Scanned:
        """Scans until the feeder is empty; a source that is no feeder gives one page."""
        with _Scanning(self._command(job), self._stall_minutes) as scanning:
            pages: list[Path] = []
            for line in scanning.lines():
                pages.append(Path(line))
                job.page_came(len(pages))
        trouble = scanning.trouble(bool(pages))
        if trouble and not pages:
            raise trouble
        return Scanned(tuple(pages), trouble)

    def _command(self, job: ScanJob) -> list[str]:
        feeder = any(word in job.source.casefold() for word in _FEEDERS)
        return [
            _program(),
            f"--device-name={job.device}",
            *((f"--source={job.source}",) if job.source else ()),
            *self._options,
            "--format=png",
            f"--batch={job.folder / 'page-%05d.png'}",
            "--batch-print",
            *(() if feeder else ("--batch-count=1",)),
        ]


class _Scanning:
    """One run of the program: names of finished pages, a watch for silence, its status."""

    def __init__(self, command: list[str], stall_minutes: float) -> None:
        self._stalled = False
        self._stall_minutes = stall_minutes
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> "_Scanning":
        return self

    def __exit__(self, *_: object) -> None:
        """Stops the program politely, so that it hands the paper out, then less so."""
        self._process.terminate()
        try:
            self._process.communicate(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def lines(self) -> Iterator[str]:
        """What it prints; ends with the program, which is stopped after minutes of silence."""
        out = self._process.stdout
        while out is not None:
            watch = Timer(self._stall_minutes * 60, self._stall)
            watch.start()
            line = out.readline()
            watch.cancel()
            if not line:
                self._process.wait()
                return
            yield line.rstrip("\n")

    def _stall(self) -> None:
        self._stalled = True
        self._process.kill()

    def trouble(self, pages_came: bool) -> WorldError | None:
        """Why it stopped, where that is not an empty feeder after some pages."""
        status = self._process.returncode
        if self._stalled:
            return ScannerStalled(minutes=round(self._stall_minutes))
        if status in (0, _NO_DOCS):
            return None if pages_came else FeederEmpty()
        return _STATUS[status]() if status in _STATUS else ScannerFailed(status=status)


def _program() -> str:
    found = shutil.which(PROGRAM)
    if found is None:
        raise ScanProgramMissing
    return found

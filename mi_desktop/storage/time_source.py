"""Whether this machine's clock is set by a time server (P11-04): asked, never guessed.

Times come from the machine's clock. On Linux `timedatectl` tells what the kernel knows, whichever
program keeps the clock; `/run/systemd/timesync/synchronized` is there where systemd's own does.
Elsewhere, or where neither answers, it is not known, and the trail says that.
"""

import shutil
import subprocess
import time
from pathlib import Path
from threading import Lock

SYNCHRONISED, UNSYNCHRONISED, NOT_KNOWN = "synchronised", "not synchronised", "not known"
_ASK = ("show", "--property=NTPSynchronized", "--value")
_SAYS = {"yes": SYNCHRONISED, "no": UNSYNCHRONISED}
_MARK = Path("/run/systemd/timesync/synchronized")
_SECONDS, _PATIENCE_S = 600.0, 2.0
_lock = Lock()
_last: list[tuple[float, str]] = []


def clock_state() -> str:
    """`synchronised`, `not synchronised` or `not known`; asked at most every ten minutes."""
    with _lock:
        if not _last or time.monotonic() - _last[0][0] > _SECONDS:
            _last[:] = [(time.monotonic(), ask())]
        return _last[0][1]


def ask(program: str = "timedatectl", mark: Path = _MARK) -> str:
    """What the machine says now.

    Args:
        program: that tells what the kernel knows.
        mark: the file that systemd's time service touches.
    """
    found = shutil.which(program)
    if found is not None:
        try:
            told = subprocess.run(
                (found, *_ASK), capture_output=True, text=True, timeout=_PATIENCE_S, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            told = None
        if told is not None and told.stdout.strip() in _SAYS:
            return _SAYS[told.stdout.strip()]
    return SYNCHRONISED if mark.exists() else NOT_KNOWN

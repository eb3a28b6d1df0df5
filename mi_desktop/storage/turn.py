"""One at a time, across the windows and commands that are open on the same office."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def turn(lock: Path) -> Iterator[bool]:
    """True for the one who has the turn; the system ends it when a program is killed.

    Whoever has the turn knows that nobody else is at it: what the records show as begun was left
    by a program that ended.
    """
    lock.touch(mode=0o600)
    with lock.open("r+b") as file:
        yield _taken(file.fileno())


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

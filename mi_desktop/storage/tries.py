"""Refused sign-ins and signatures, counted where no key is needed: after five comes a pause.

The count lies in `refused.json` beside the keys, so it survives a restart (P11-11) and works
before the records are open. A try is written down before the passphrase is looked at: ending the
program in between saves nobody a try. Names lie there as salted hashes, and a name that nobody has
is counted like any other.

What it does not stop: whoever can write to the office folder can take the file away, and whoever
can copy `office.json` can guess elsewhere. There only the cost of Argon2id stands in the way. A
likely name can be tried against its hash.
"""

import hashlib
import json
import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from mi_desktop.basics.clock import Clock
from mi_desktop.basics.paths import write_whole
from mi_desktop.storage.errors import CannotWrite, TryLater
from mi_desktop.storage.turn import turn

log = logging.getLogger(__name__)

FREE = 5
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
FORGOTTEN = timedelta(days=1)
MOST_NAMES = 200
_ONE_AT_A_TIME = Lock()


def pause_after(refused: int) -> timedelta:
    """How long nobody may try a name that was refused so often (P11-11): 30 s, doubled each time.

    At most an hour; nothing before the fifth.
    """
    if refused < FREE:
        return timedelta()
    doubled: int = 2 ** min(refused - FREE, 16)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


@dataclass
class _Refused:
    """What is known of one name: how often it was refused in a row, and when last."""

    count: int
    last: datetime

    def left(self, now: datetime) -> timedelta:
        """How long to wait still; a clock that was set back saves no time and costs one pause."""
        since = max(now - self.last, timedelta())
        return pause_after(self.count) - since


class Tries:
    """The counts of one office folder."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    @contextmanager
    def counted(self, name: str) -> Iterator[int]:
        """A try for this name ("" where none was said); whoever fails inside stays counted.

        Yields:
            How often the name was refused in a row before.

        Raises:
            TryLater: too soon after the last; this one is neither looked at nor counted.
            CannotWrite: it cannot be counted, so it is not looked at.
        """
        before = self._begin(name)
        yield before
        self._forget(name)

    def _begin(self, name: str) -> int:
        with self._open() as (salt, names):
            key, now = _key(salt, name), self._clock()
            found = names.get(key) or _Refused(0, now)
            left = found.left(now)
            if left > timedelta():
                found.last = min(found.last, now)
                names[key] = found
                raise TryLater(wait=_words(left))
            names[key] = _Refused(found.count + 1, now)
            if found.count + 1 == FREE:
                log.warning("sign-in paused after %d refusals in a row", found.count + 1)
            return found.count

    def _forget(self, name: str) -> None:
        with self._open() as (salt, names):
            names.pop(_key(salt, name), None)

    @contextmanager
    def _open(self) -> Iterator[tuple[str, dict[str, _Refused]]]:
        """Salt and counts, to be changed within; written where they were."""
        try:
            with _ONE_AT_A_TIME, _own_turn(self._path.with_suffix(".lock")):
                salt, names = self._read()
                before = _plain(names)
                try:
                    yield salt, names
                finally:
                    after = _plain(self._worth_keeping(names))
                    if after != before:
                        content = {"salt": salt, "names": after}
                        write_whole(self._path, json.dumps(content).encode())
        except OSError as e:
            raise CannotWrite(reason=e.strerror or str(e)) from e

    def _worth_keeping(self, names: dict[str, _Refused]) -> dict[str, _Refused]:
        """Without those of yesterday; where somebody tries many names, those tried most."""
        now = self._clock()
        fresh = {k: r for k, r in names.items() if now - r.last < FORGOTTEN}
        most = sorted(fresh, key=lambda k: (fresh[k].count, fresh[k].last), reverse=True)
        return {k: fresh[k] for k in most[:MOST_NAMES]}

    def _read(self) -> tuple[str, dict[str, _Refused]]:
        try:
            content: dict[str, Any] = json.loads(self._path.read_bytes())
            names = {
                key: _Refused(int(count), datetime.fromisoformat(last))
                for key, (count, last) in content["names"].items()
            }
            return str(content["salt"]), names
        except FileNotFoundError:
            return secrets.token_hex(16), {}
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("%s was unreadable and begins anew", self._path.name)
            return secrets.token_hex(16), {}


def _plain(names: dict[str, _Refused]) -> dict[str, tuple[int, str]]:
    return {key: (r.count, r.last.isoformat()) for key, r in names.items()}


def _key(salt: str, name: str) -> str:
    return hashlib.sha256(f"{salt}/{name.casefold()}".encode()).hexdigest()


def _words(left: timedelta) -> str:
    seconds = max(1, round(left.total_seconds()))
    return f"{seconds} s" if seconds < 100 else f"{round(seconds / 60)} min"


@contextmanager
def _own_turn(lock: Path) -> Iterator[None]:
    """Waits for the other windows' moment at the file, two seconds at most."""
    until = time.monotonic() + 2
    while True:
        with turn(lock) as mine:
            if mine or time.monotonic() > until:
                yield
                return
        time.sleep(0.005)

"""The audit trail's figures: walking it, and writing with a line against bare fsyncs.

Run by hand: `python -m tests.bench.audit [LINES]`. Rivals are measured beside: SHA-256 over the
same rows without any database, and a file on the same disk of which 4 KB are written in place
and synced, once a write. What the encrypted database's driver takes alone, without a line of
ours, stands beside. Of all of these processor time is told too, which other programs on the machine
and the disk leave as it is.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from mi_desktop.storage import Cost, Office, create_office
from mi_desktop.storage.audit import (
    SALT_BYTES,
    START,
    AuditRow,
    AuditWordsRow,
    digest,
    line_hash,
)
from mi_desktop.storage.sequence import next_number

LINES = 200_000
WRITES, ROUNDS = 400, 5
CHEAP = Cost(passes=1, memory=8192)


def main() -> None:
    """Prints the figures."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with tempfile.TemporaryDirectory() as folder:
        office = create_office(Path(folder) / "office", cost=CHEAP)
        verifying(office, lines)
        writing(office, Path(folder) / "bare")
        office.close()


def verifying(office: Office, lines: int) -> None:
    """Lines a second of `audit verify`, and of its hashes alone."""
    said = list(told(lines))
    rows = list(trail(said))
    with office.database.write("system", "bench") as session:
        connection = session.connection()
        for start in range(0, lines, 5000):
            connection.execute(insert(AuditRow), rows[start : start + 5000])
        for start in range(0, len(said), 5000):
            connection.execute(insert(AuditWordsRow), said[start : start + 5000])
    bare, _ = timed(lambda: hashes(rows))
    seconds, processor = timed(lambda: check(office, lines))
    print(f"verify: {lines / seconds:,.0f} lines/s over {lines:,} lines, {len(said):,} words"
          f" ({seconds / bare:.2f} x the hashes alone, {lines / bare:,.0f}/s);"
          f" {lines / processor:,.0f} in a second of the processor")  # fmt: skip


def check(office: Office, lines: int) -> None:
    report = office.trail.verify()
    if (report.entries, report.broken_at) != (lines, None):
        raise SystemExit(f"the trail is not whole: {report}")


def told(lines: int) -> Iterator[dict[str, object]]:
    """What the digests of the lines stand for: two a line, under a salt of its transaction."""
    for seq in range(1, lines + 1):
        salt = hashlib.sha256(str(seq).encode()).digest()[:SALT_BYTES]
        for words in (f"Karin Åkerström-Lindqvist {seq}", f"Storgatan {seq} B, 411 38 Göteborg"):
            yield {"digest": digest(salt, words), "seq": seq, "salt": salt, "words": words}


def trail(said: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Lines as an office writes them: ids, states, two digests, each at a time of its own."""
    head, begin = START, datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    for seq, (old, new) in enumerate(zip(said[::2], said[1::2], strict=True), start=1):
        at = begin + timedelta(seconds=seq, microseconds=seq)
        mark = hashlib.sha256(str(seq).encode()).hexdigest()[:32]
        facts = {
            "by": mark,
            "action": "inquiries.change_requester",
            "entity": "inquiry",
            "key": mark,
            "changes": f'{{"name": ["{old["digest"]}", "{new["digest"]}"], "version": [1, 2]}}',
            "reason": "",
        }
        head = line_hash(head, seq, at, facts.values())
        yield {"seq": seq, "at": at, **facts, "hash": head}


def hashes(rows: list[dict[str, object]]) -> None:
    previous = START
    for row in rows:
        facts = [str(row[name]) for name in ("by", "action", "entity", "key", "changes", "reason")]
        at = row["at"]
        if not isinstance(at, datetime):
            raise TypeError
        previous = line_hash(previous, int(str(row["seq"])), at, facts)


def writing(office: Office, bare: Path) -> None:
    """Writes a second with their lines, synchronous=FULL, in turns with bare fsyncs."""
    handle = os.open(bare, os.O_CREAT | os.O_WRONLY)
    works: dict[str, Callable[[int], None]] = {
        "bare fsyncs": partial(synced, handle),
        "the driver alone": driver_alone(office),
        "writes with a line": partial(noted, office, ""),
        "writes with a line and a reason": partial(noted, office, "a reason in words"),
        "writes of a changed row with its line": partial(changed, office),
    }
    took = dict.fromkeys(works, (float("inf"), float("inf")))
    for _ in range(ROUNDS):  # in turns: what else the machine does falls on all of them
        for name, work in works.items():
            wall, processor = clocked(work)
            took[name] = min(took[name][0], wall), min(took[name][1], processor)
    os.close(handle)
    syncs, _ = took["bare fsyncs"]
    for name, (wall, processor) in took.items():
        print(f"{name}: {WRITES / wall:,.0f}/s, {syncs / wall:.2f} x the bare fsyncs,"
              f" {processor / WRITES * 1e6:,.0f} us of the processor each")  # fmt: skip


def synced(handle: int, number: int) -> None:
    os.pwrite(handle, bytes(4096), number * 4096)
    os.fsync(handle)


def driver_alone(office: Office) -> Callable[[int], None]:
    """A row of a line's size and its two indexes, encrypted, by the driver's own calls."""
    raw = office.database.engine.raw_connection()
    run = raw.driver_connection.execute
    run("CREATE TABLE bare (seq INTEGER PRIMARY KEY, entity, key, changes)")
    for name in ("entity", "key"):
        run(f"CREATE INDEX bare_{name} ON bare ({name})")
    raw.detach()

    def write(number: int) -> None:
        run("BEGIN IMMEDIATE")
        run("INSERT INTO bare (entity, key, changes) VALUES ('thing', ?, ?)",
            (str(number), "x" * 250))  # fmt: skip
        run("COMMIT")

    return write


def noted(office: Office, reason: str, number: int) -> None:
    with office.database.write("anna", "bench.note", reason) as session:
        office.database.note(session, "thing", str(number))


def changed(office: Office, number: int) -> None:
    with office.database.write("anna", "bench.change") as session:
        next_number(session, f"bench {number % 10}")


def clocked(work: Callable[[int], None]) -> tuple[float, float]:
    """Seconds by the wall and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    for number in range(WRITES):
        work(number)
    return time.perf_counter() - wall, time.process_time() - processor


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds by the wall and of the processor, each of the best of three."""
    walls, processors = [], []
    for _ in range(3):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return min(walls), min(processors)


if __name__ == "__main__":
    main()

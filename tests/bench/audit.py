"""The audit trail's figures: walking it, and writing with a line against bare fsyncs.

Run by hand: `python -m tests.bench.audit [LINES]`. Rivals are measured beside: SHA-256 over the
same rows without any database, and a file that is written and synced, once a write.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from mi_desktop.storage import Cost, Office, create_office
from mi_desktop.storage.audit import START, AuditRow, line_hash

LINES = 200_000
WRITES = 400
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
    rows = list(trail(lines))
    with office.database.write("system", "bench") as session:
        connection = session.connection()
        for start in range(0, lines, 5000):
            connection.execute(insert(AuditRow), rows[start : start + 5000])
    bare = timed(lambda: hashes(rows))
    seconds = timed(lambda: check(office, lines))
    print(f"verify: {lines / seconds:,.0f} lines/s over {lines:,} lines"
          f" ({seconds / bare:.2f} x the hashes alone, {lines / bare:,.0f}/s)")  # fmt: skip


def check(office: Office, lines: int) -> None:
    report = office.trail.verify()
    if (report.entries, report.broken_at) != (lines, None):
        raise SystemExit(f"the trail is not whole: {report}")


def trail(lines: int) -> Iterator[dict[str, object]]:
    """Lines as an office writes them: ids, states, two digests."""
    head, at = START, datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    for seq in range(1, lines + 1):
        mark = hashlib.sha256(str(seq).encode()).hexdigest()[:32]
        facts = {
            "by": mark,
            "action": "inquiries.change_requester",
            "entity": "inquiry",
            "key": mark,
            "changes": f'{{"name": ["digest:{mark}", "digest:{mark}"], "version": [1, 2]}}',
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
    """Writes a second with their lines, synchronous=FULL, and bare fsyncs beside them."""
    handle = os.open(bare, os.O_CREAT | os.O_WRONLY)

    def synced() -> None:
        for number in range(WRITES):
            os.pwrite(handle, bytes(4096), number * 4096)
            os.fsync(handle)

    def noted() -> None:
        for number in range(WRITES):
            with office.database.write("anna", "bench.note") as session:
                office.database.note(session, "thing", str(number))

    def reasoned() -> None:
        for number in range(WRITES):
            with office.database.write("anna", "bench.note", "a reason in words") as session:
                office.database.note(session, "thing", str(number))

    syncs = timed(synced)
    os.close(handle)
    print(f"bare fsyncs: {WRITES / syncs:,.0f}/s")
    for name, work in (("a line", noted), ("a line and a reason", reasoned)):
        took = timed(work)
        print(f"writes with {name}: {WRITES / took:,.0f}/s, {syncs / took:.2f} x the bare fsyncs")


def timed(work: Callable[[], None]) -> float:
    """Seconds of the best of three."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


if __name__ == "__main__":
    main()

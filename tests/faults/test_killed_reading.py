"""The program killed with -9 in the middle of a pile: it goes on where it stopped."""

import os
import select
import subprocess
import sys
from collections import Counter
from pathlib import Path

from mi_desktop.intake import PageRef
from tests.faults.killed_reader import reading_room
from tests.unit.ocr.sheets import SWEDISH, drawn, png

ROOT = Path(__file__).parents[2]
PAGES = 16


def test_a_pile_is_read_on_after_the_program_was_killed(folder: Path, tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for n in range(PAGES):
        (pile / f"{n:02}.png").write_bytes(png(drawn((f"Brev {n}", *SWEDISH), dpi=60)))
    with reading_room(folder) as (_, ocr, intake, anna):
        every = {t.piece.pages[0].ref for t in intake.take(anna, [pile]) if t.piece}
        assert set(ocr.unread()) == every
    kept, helpers = read_until(folder, 5)
    assert_they_end(helpers)
    with reading_room(folder) as (office, ocr, intake, anna):
        there = {ref for ref in every if ocr.text(ref) is not None}
        assert set(kept) <= there, "a page that was kept is lost"
        assert 5 <= len(there) < PAGES, "killed in the middle"
        rest = [PageRef(p.part_id, p.number) for p in ocr.read(anna, ocr.unread_pieces())]
        assert Counter(rest) == Counter(every - there), "each page that was left, once"
        assert ocr.unread() == []
        written = Counter(ln.action for ln in office.audit_lines())["ocr.read"]
        assert written == PAGES, "no page was entered twice"
        with office.database.read() as session:
            found = office.index.find(session, "Zelvimar")
        pieces = {piece.id for piece in intake.tray()}
        assert pieces <= {hit.ref for hit in found}


def read_until(folder: Path, pages: int) -> tuple[list[PageRef], list[int]]:
    """Lets a reader keep so many pages, kills it; what it kept, and its processes' handles."""
    command = [sys.executable, "-m", "tests.faults.killed_reader", str(folder)]
    kept: list[PageRef] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        for line in reader.stdout:
            if line.startswith("kept "):
                _, part, number = line.split()
                kept.append(PageRef(part, int(number)))
            if len(kept) == pages:
                break
        helpers = [os.pidfd_open(pid) for pid in descendants(reader.pid)]
        reader.kill()
    assert len(kept) == pages
    return kept, helpers


def descendants(pid: int) -> list[int]:
    """Every process that a process started, and those started by them (Linux)."""
    tasks = Path(f"/proc/{pid}/task")
    found: list[int] = []
    for children in tasks.glob("*/children"):
        for child in map(int, children.read_text().split()):
            found += [child, *descendants(child)]
    return found


def assert_they_end(helpers: list[int]) -> None:
    """Nobody goes on reading for a program that is gone; `helpers` are handles of processes."""
    for handle in helpers:
        ended, _, _ = select.select([handle], [], [], 30)
        os.close(handle)
        assert ended, "a process of the killed program lives on"

"""The demonstration, then a search for what its mail says: nothing lies about (GD-06).

Five letters are answered by themselves; MI_DESKTOP_WHOLE_DEMONSTRATION=1 answers all.

Searched are the office's folder, the folder for temporary files (scratch of reading included) and
the log. Left out is what went out of the house: `printed/` is the printer's paper, made only where
somebody chose PDF files as the printer; `handed-over/` is the demonstration's share on which safety
and quality take their packages.
"""

import base64
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from mi_desktop.basics.log import start_log
from mi_desktop.bootstrap import assemble
from mi_desktop.demo import make_demonstration, send_out, walk
from mi_desktop.demo.maker import Piece, read_truth
from mi_desktop.people import Wanted

# Paper, and the share that stands in for the departments of the demonstration.
OUTSIDE = {"printed", "handed-over"}
# All mail is taken in; reading and answering the rest costs a minute, and runs by hand.
LETTERS = 10_000 if os.environ.get("MI_DESKTOP_WHOLE_DEMONSTRATION") else 5
LEAST = 8  # letters; shorter names come up by chance


def said(piece: Piece) -> list[str]:
    """Who wrote, where they live, what they ask, and the longest line they wrote."""
    found = [piece.question or ""]
    if piece.sender:
        who = piece.sender
        found += [who.name, who.street or "", who.email or ""]
    lines = [line for page in piece.pages for line in page.text]
    found.append(max(lines, key=len, default=""))
    return [text for text in found if len(text) >= LEAST]


def disguises(text: str) -> Iterator[bytes]:
    """The text as a file may hold it: in three encodings, and in base64 wherever it begins."""
    for encoding in ("utf-8", "utf-16-le", "latin-1"):
        yield text.encode(encoding, "replace")
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + text.encode())
        yield coded[4 * (shift > 0) : len(coded) - 4]


@dataclass(frozen=True)
class Places:
    """Where the program may write, and what it must never write there."""

    office: Path
    temporary: Path
    log: Path

    def files(self) -> list[Path]:
        every = (p for place in vars(self).values() for p in place.rglob("*") if p.is_file())
        return [p for p in every if not OUTSIDE & set(p.relative_to(self.office.parent).parts)]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """An office that did the whole demonstration; still open, as at four in the afternoon."""
    base = tmp_path_factory.mktemp("canaries")
    places = Places(base / "office", base / "temporary", base / "log")
    places.temporary.mkdir()
    get_temp_dir()  # the processes' sockets live as long as this one, longer than the test
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        patch.setenv("TMPDIR", str(places.temporary))
        patch.setattr(tempfile, "tempdir", None)
        start_log(places.log)
        made = make_demonstration(places.office, None, assemble)
        try:
            done = 0
            for step in walk(made):
                done += bool(step.letter)
                if done == LETTERS:
                    break
            assert done >= min(LETTERS, 20)  # whole: more than twenty
            send_out(made)
            made.services.people.trail.export(made.staff.maria, Wanted())
            made.services.inquiries.search("Zelvimar")
            yield places
        finally:
            made.services.close()


@pytest.mark.timeout(600)
def test_gd_06_after_the_demonstration_no_word_of_its_mail_lies_readable(
    worked: Places,
) -> None:
    """GD-06: neither records, nor index, nor scratch, nor log, while the office is open."""
    canaries = {text for piece in read_truth() for text in said(piece)}
    patterns = {data: text for text in canaries for data in disguises(text)}
    files = worked.files()
    size = 0
    found = set()
    for path in files:
        data = path.read_bytes()
        size += len(data)
        found |= {(path.name, text) for code, text in patterns.items() if code in data}
    print(
        f"{len(canaries)} canaries in {len(patterns)} disguises, {len(files)} files, "
        f"{size / 1e6:.0f} MB: {len(found)} found"
    )
    assert len(canaries) > 50
    assert not found


def test_the_search_would_find_them(worked: Places) -> None:
    """The same search over the paper finds the letters' own words, so it can see."""
    paper = list((worked.office / "printed").rglob("*.pdf"))
    assert paper
    left = worked.temporary / "left.txt"
    name = next(p.sender.name for p in read_truth() if p.sender)
    for data in disguises(name):
        left.write_bytes(b"before " + data + b" after")
        assert any(code in left.read_bytes() for code in disguises(name))
    left.unlink()


def test_no_scratch_is_left_once_the_work_is_done(worked: Places) -> None:
    """GD-06: the folder for temporary files is as it was."""
    assert [p.name for p in worked.temporary.rglob("*") if p.is_file()] == []


def test_no_name_of_a_file_says_whom_it_is_about(worked: Places) -> None:
    names = {w.casefold() for p in read_truth() if p.sender for w in p.sender.name.split()}
    long = {n for n in names if len(n) >= 5}
    for path in worked.files():
        assert not [n for n in long if n in path.name.casefold()], path.name

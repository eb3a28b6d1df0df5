"""What stands on standard output, and in which form."""

import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest

from mi_desktop.basics.words import words
from mi_desktop.cli.errors import FileUnreadable, FileUnwritable, ReaderGone
from mi_desktop.cli.terminal import Terminal, as_line


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Point:
    x: int
    at: datetime


def terminal(as_json: bool = False) -> tuple[Terminal, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Terminal(as_json, out=out, err=err), out, err


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Colour.RED, "red"),
        (datetime(2026, 11, 16, 8, tzinfo=UTC), "2026-11-16T08:00:00+00:00"),
        (date(2026, 11, 16), "2026-11-16"),
        (Path("a/b"), "a/b"),
        (words("{n} pages", n=2), "2 pages"),
        (frozenset({"b", "a"}), ["a", "b"]),
        (Point(1, datetime(2026, 1, 1, tzinfo=UTC)), {"x": 1, "at": "2026-01-01T00:00:00+00:00"}),
        ("å\nä\u2028ö", "å\nä\u2028ö"),
    ],
)
def test_values_have_a_plain_form(value: object, plain: object) -> None:
    line = as_line({"v": value})
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"v": plain}


def test_what_has_no_plain_form_is_a_bug_of_ours() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        as_line({"v": object()})


def test_facts_or_words_but_never_both() -> None:
    for as_json, expected in ((True, '{"a": 1}\n'), (False, "one\n")):
        speaker, out, err = terminal(as_json)
        speaker.give({"a": 1}, "one")
        speaker.say("beside")
        assert (out.getvalue(), err.getvalue()) == (expected, "beside\n")


def test_a_refused_input_is_counted_and_named_with_its_code() -> None:
    error = FileUnreadable(file="a.pdf", reason="Permission denied")
    speaker, out, err = terminal(as_json=True)
    speaker.refuse({"path": "a.pdf"}, error)
    assert json.loads(out.getvalue())["error"]["code"] == "CLI-001"
    assert (speaker.refused, err.getvalue()) == (1, "")
    speaker, out, err = terminal()
    speaker.refuse({"path": "a.pdf"}, error)
    assert (out.getvalue(), err.getvalue().split(":")[0]) == ("", "CLI-001")


def test_no_progress_bar_where_nobody_looks() -> None:
    speaker, _, err = terminal()
    speaker.step(1, 2, words("Reading"))
    assert err.getvalue() == ""


class Broken(io.StringIO):
    """Output that fails as the operating system makes it fail."""

    def __init__(self, error: OSError, fileno: int) -> None:
        super().__init__()
        self._error, self._fileno = error, fileno

    def flush(self) -> None:
        raise self._error

    def fileno(self) -> int:
        return self._fileno


def test_a_reader_who_left_and_a_full_disk_are_told_apart(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as file:
        gone = Terminal(out=Broken(BrokenPipeError(32, "Broken pipe"), file.fileno()))
        with pytest.raises(ReaderGone):
            gone.give({}, "x")
        full = Terminal(out=Broken(OSError(28, "No space left on device"), file.fileno()))
        with pytest.raises(FileUnwritable, match="No space left"):
            full.give({}, "x")

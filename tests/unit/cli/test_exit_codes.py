"""Whatever happens, a verb ends with words and an exit code."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, NoReturn

import pytest

from mi_desktop.basics.errors import Cancelled, NotAllowedHere, WorldError
from mi_desktop.cli import Doors, run
from mi_desktop.cli.errors import ReaderGone


class DiskFull(WorldError):
    code, says, hint = "TST-001", "The disk is full.", "Free some."


class RuleSaysNo(NotAllowedHere):
    code, says, hint = "TST-002", "Not by you.", "Ask a colleague."


def fails(error: BaseException) -> Callable[..., NoReturn]:
    def call(*_: Any) -> NoReturn:
        raise error

    return call


def doors(**given: Callable[..., Any]) -> Doors:
    """Doors of which only those given open."""
    shut = fails(AssertionError("this door was not to be opened"))
    return Doors(**{f.name: given.get(f.name, shut) for f in fields(Doors)})


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (DiskFull(), 4, "TST-001: The disk is full.\n  Free some.\n"),
        (RuleSaysNo(), 1, "TST-002: Not by you.\n  Ask a colleague.\n"),
        (OSError(28, "No space left on device", "x.pdf"), 4, "CLI-004: The machine refused: No"),
        (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"), 2, "A word of"),
        (ReaderGone(), 4, ""),
        (Cancelled(), 130, "Stopped. What was finished is kept.\n"),
        (KeyboardInterrupt(), 130, "Stopped. What was finished is kept.\n"),
        (ZeroDivisionError("a name"), 70, "This is a bug of ours. The report without"),
    ],
)
def test_each_kind_of_failure_has_its_exit_code(
    error: BaseException, code: int, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    seen = []

    def crashed(e: BaseException) -> Path:
        seen.append(e)
        return tmp_path / "crash.txt"

    assert run(["check", "x"], doors(mark=fails(error)), crashed) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert "Traceback" not in err
    assert "a name" not in err
    assert seen == ([error] if code == 70 else [])


def test_a_crash_report_that_cannot_be_written_is_no_second_crash(
    capfd: pytest.CaptureFixture[str],
) -> None:
    crashed = fails(PermissionError(13, "Permission denied"))
    assert run(["check", "x"], doors(mark=fails(ValueError())), crashed) == 70
    assert "could not be written: Permission denied" in capfd.readouterr().err


def test_standards_from_no_folder_are_no_success(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["load-standards", str(tmp_path / "gone")], doors(), fails(AssertionError())) == 4
    assert capfd.readouterr().err.startswith("CLI-001")


@pytest.mark.parametrize(
    "words",
    [
        ["nope"],
        ["check"],
        ["check", "x", "--lines", "y"],
        ["check", "--nope"],
        ["ocr"],
        ["ocr", "x", "--format", "nope"],
        ["search", "x", "--office"],
        ["audit"],
        ["init", "--country", "XX"],
        ["init", "--languages", ""],
        ["user", "add", "x", "--full-name", "X", "--roles", "king"],
    ],
)
def test_wrong_use_is_2_and_opens_no_door(
    words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(words, doors(), fails(AssertionError())) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "For help" in err
    assert "Traceback" not in err

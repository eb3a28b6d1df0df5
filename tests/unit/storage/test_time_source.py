"""Whether the machine's clock is set by a time server is asked of the machine (P11-04)."""

from pathlib import Path

import pytest

from mi_desktop.storage.time_source import ask


@pytest.mark.parametrize(
    ("says", "state"),
    [("yes", "synchronised"), ("no", "not synchronised"), ("n/a", "not known")],
)
def test_what_the_machine_says_is_passed_on_p11_04(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, state: str
) -> None:
    """P11-04: `timedatectl` is asked, here a program that answers like it."""
    program = tmp_path / "timedatectl"
    program.write_text(f'#!/bin/sh\n[ "$2" = --property=NTPSynchronized ] && echo {says}\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert ask(mark=tmp_path / "none") == state


def test_without_an_answer_it_is_not_known_p11_04(tmp_path: Path) -> None:
    """P11-04: nothing is guessed; systemd's own mark is believed."""
    assert ask("no-such-program", tmp_path / "none") == "not known"
    mark = tmp_path / "synchronized"
    mark.touch()
    assert ask("no-such-program", mark) == "synchronised"

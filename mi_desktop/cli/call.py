"""One call of the command line: its common options, its office, its terminal."""

import getpass
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import platformdirs
import typer

from mi_desktop.cli.doors import Doors, Opened
from mi_desktop.cli.errors import FileUnreadable, FileUnwritable, PassphraseMissing
from mi_desktop.cli.terminal import Terminal

EXIT_REFUSED = 3
DEFAULT_OFFICE = Path(platformdirs.user_data_dir("mi-desktop", appauthor=False)) / "office"
_INPUT = "-"


@dataclass
class Call:
    """What the common options said, and what was opened because of them."""

    doors: Doors
    version: str
    terminal: Terminal
    office: Path | None = None
    passphrase_file: str | None = None  # the name of a file, "-" for standard input
    user: str | None = None
    _opened: list[Opened] = field(default_factory=list)

    def folder(self) -> Path:
        """The office folder: said, or the machine's usual one."""
        return self.office or DEFAULT_OFFICE

    def passphrase(self) -> str | None:
        """The first line of the passphrase file; None where none was named.

        Raises:
            FileUnreadable: the file.
            PassphraseMissing: its first line is empty or no text.
        """
        return None if self.passphrase_file is None else first_line(self.passphrase_file)

    def opened(self) -> Opened:
        """The office, opened once."""
        if not self._opened:
            self.keep(self.doors.open(self.folder(), self.passphrase(), self.user))
            self._tell_doubts(self._opened[0])
        return self._opened[0]

    def _tell_doubts(self, opened: Opened) -> None:
        """Other records than the checkpoints know were put there (P11-03)."""
        doubted = opened.services.office.trail.doubted
        if doubted is not None:
            self.terminal.say(f"{doubted.code}: {doubted.words}")
            self.terminal.say(str(doubted.advice))

    def keep(self, opened: Opened) -> None:
        """Keeps an open office, to let go of it when the call ends."""
        self._opened.append(opened)

    def close(self) -> None:
        """Lets go of what was opened."""
        while self._opened:
            self._opened.pop().services.close()

    def finish(self) -> None:
        """Ends the verb; exit code 3 where some inputs were refused."""
        if self.terminal.refused:
            raise typer.Exit(EXIT_REFUSED)


def call_of(context: typer.Context) -> Call:
    """The call that a verb belongs to."""
    call = context.obj
    if not isinstance(call, Call):
        raise TypeError("a verb was started without its call")
    return call


def asked(prompt: str) -> str:
    """What the user types, unseen.

    Raises:
        PassphraseMissing: there is nobody at a terminal.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise PassphraseMissing(reason="there is no terminal to ask at")
    return getpass.getpass(prompt, sys.stderr)


def chosen_passphrase(file: str | None, name: str) -> str:
    """A user's new passphrase: the first line of a file, or typed twice, unseen.

    Raises:
        FileUnreadable: the file.
        PassphraseMissing: empty, nobody at a terminal, or typed differently the second time.
    """
    if file is not None:
        return first_line(file)
    once = asked(f"New passphrase of {name}: ")
    if asked("Once more: ") != once:
        raise PassphraseMissing(reason="the two differ")
    return once


def first_line(file: str) -> str:
    """The first line of a file (`-`: of standard input), without its end.

    Raises:
        FileUnreadable: the file.
        PassphraseMissing: the line is empty or no text.
    """
    data = _input_line() if file == _INPUT else bytes_of(Path(file))
    try:
        line = data.split(b"\n", maxsplit=1)[0].rstrip(b"\r").decode()
    except UnicodeDecodeError as e:
        raise PassphraseMissing(reason="it is not written in UTF-8") from e
    if not line:
        raise PassphraseMissing(reason="its first line is empty")
    return line


def _input_line() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.readline()


def bytes_of(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        FileUnreadable: missing, a folder, not allowed.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as e:
        raise FileUnreadable(file=path.name or path, reason=_reason(e)) from e


def write_out(path: Path, data: bytes) -> None:
    """Writes a file that the user asked for.

    Raises:
        FileUnwritable: missing folder, not allowed, disk full.
    """
    try:
        path.write_bytes(data)
    except (OSError, ValueError) as e:
        unwritable(path, e)


def beside(path: Path, ending: str) -> Path:
    """The file that is written beside another; never the same one."""
    other = path.with_suffix(ending)
    return other if other != path else path.with_name(f"{path.name}{ending}")


def unwritable(path: Path, error: Exception) -> NoReturn:
    """Raises the words for what could not be written."""
    raise FileUnwritable(file=path, reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or "not a file's name"

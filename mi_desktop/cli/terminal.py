"""What a verb says: objects on standard output, words and progress on standard error."""

import dataclasses
import io
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words
from mi_desktop.cli.errors import FileUnwritable, ReaderGone

BAR = 30
# Some readers take these for the end of a line; JSON leaves them as they are.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def _printable(stream: TextIO | None) -> TextIO:
    """The stream, fit for any text; a mute one where the caller closed it."""
    if isinstance(stream, io.TextIOWrapper):
        # A file's name may hold bytes that are no text, a screen may lack a letter.
        stream.reconfigure(errors="backslashreplace")
    return stream or Path(os.devnull).open("w")


@dataclass
class Terminal:
    """The terminal of one call.

    Attributes:
        as_json: one JSON object a line on standard output, nothing else there.
        refused: how many inputs were refused so far (exit code 3).
    """

    as_json: bool = False
    refused: int = 0
    out: TextIO = field(default_factory=lambda: _printable(sys.stdout))
    err: TextIO = field(default_factory=lambda: _printable(sys.stderr))
    _bar: bool = False

    @property
    def on_screen(self) -> bool:
        """True where results go to a person's screen."""
        return self.out.isatty()

    def give(self, facts: Mapping[str, Any], words: str) -> None:
        """Gives one result: its facts as JSON, or its words.

        Raises:
            ReaderGone: nobody reads any more.
            FileUnwritable: the output goes to a full disk.
        """
        self.give_text(as_line(facts) if self.as_json else words)

    def give_text(self, text: str) -> None:
        """Gives a line, or lines, as they are; raises as `give` does."""
        self._end_bar()
        try:
            print(text, file=self.out, flush=True)
        except OSError as e:
            raise self._unheard(e) from e

    def give_bytes(self, data: bytes) -> None:
        """Gives a document on standard output; raises as `give` does."""
        try:
            self.out.buffer.write(data)
            self.out.flush()
        except OSError as e:
            raise self._unheard(e) from e

    def _unheard(self, error: OSError) -> Exception:
        # Python writes what is left once more when it ends: to nowhere, then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.out.fileno())
        os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            return ReaderGone()
        return FileUnwritable(file="standard output", reason=error.strerror)

    def refuse(self, facts: Mapping[str, Any], error: WorldError) -> None:
        """Names one input that is refused, with its code; the rest goes on."""
        self.refused += 1
        shown = {**facts, "error": {"code": error.code, "text": str(error.words)}}
        if self.as_json:
            self.give(shown, "")
        else:
            self.tell(error)

    def say(self, what: str | Words) -> None:
        """Says something beside the results."""
        self._end_bar()
        print(what, file=self.err)

    def tell(self, error: WorldError) -> None:
        """Says what the world did and what to do about it."""
        self.say(f"{error.code}: {error.words}\n  {error.advice}")

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        """`Progress`: a bar where standard error is a terminal, silence where it is not."""
        if not self.err.isatty() or not total:
            return
        filled = BAR * done // total
        words = f" {what}" if what else ""
        print(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total}{words}\033[K", end="",
              file=self.err, flush=True)  # fmt: skip
        self._bar = True

    def _end_bar(self) -> None:
        if self._bar:
            print(file=self.err)
            self._bar = False


def as_line(facts: Mapping[str, Any]) -> str:
    """The facts as one line of JSON: dates in ISO 8601, enums by value, dataclasses as objects."""
    return json.dumps(facts, ensure_ascii=False, default=_plain).translate(_LINE_ENDS)


def _plain(value: Any) -> Any:
    if isinstance(value, Words | Path):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no plain form")

"""Reading programs that fail on purpose, and one that reads what it is told."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from mi_desktop.ocr import Box, Word
from mi_desktop.ocr.engines import Layout, Raster
from mi_desktop.ocr.errors import EngineCrashed

_LANGUAGES = (
    'case "$*" in *--list-langs*) printf "List of languages (2):\\neng\\nswe\\n"; exit 0;;'
    ' --version) printf "tesseract 5.3.0\\n"; exit 0;; esac'
)
NO_VERSION = 'case "$*" in *--list-langs*) printf "x\\neng\\nswe\\n"; exit 0;; esac; echo ?'
CRASHES = f"{_LANGUAGES}\necho 'Segmentation fault' >&2\nexit 139"
STALLS = f"{_LANGUAGES}\nexec tail -f /dev/null"
RUBBISH = f'{_LANGUAGES}\nprintf "\\377\\376 no table" > "$2.tsv"'
HALF_A_TABLE = f'{_LANGUAGES}\nprintf "level\\tpage_num\\n5\\t1\\n" > "$2.tsv"'
SAYS_NOTHING = _LANGUAGES
NO_LANGUAGES = 'printf "List of languages (0):\\n"'
NOT_EVEN_LANGUAGES = "exit 1"


def put_first(folder: Path, script: str) -> str:
    """Makes a program `tesseract` of a shell script; returns a PATH on which it comes first."""
    folder.mkdir(exist_ok=True)
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@dataclass(frozen=True)
class ToldEngine:
    """Reads the same words on every page; crashes on pages that are wider than high."""

    says: str = "Hej"

    def languages(self) -> tuple[str, ...]:
        return ("eng", "swe")

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        if layout is Layout.PAGE and raster.pixels.shape[1] > raster.pixels.shape[0]:
            raise EngineCrashed(status=139)
        return tuple(
            Word(text, Box(40 * place, 10, 40 * place + 30, 40), 95.0, 0, 0)
            for place, text in enumerate(self.says.split())
        )

    def turn(self, raster: Raster) -> int:
        return 0


@dataclass(frozen=True)
class GreedyEngine(ToldEngine):
    """Wants 2 GiB of memory for pages that are wider than high."""

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        if layout is Layout.PAGE and raster.pixels.shape[1] > raster.pixels.shape[0]:
            return ToldEngine(str(len(bytearray(2**31)))).read(raster, language, Layout.BLOCK)
        return super().read(raster, language, layout)


@dataclass(frozen=True)
class SlowEngine(ToldEngine):
    """Takes its time, and says as the last word which process read."""

    seconds: float = 0.3

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        time.sleep(self.seconds)
        return ToldEngine(f"{self.says} {os.getpid()}").read(raster, language, layout)

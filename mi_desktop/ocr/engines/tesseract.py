"""Tesseract, by pytesseract: one run of the program for one picture."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from shutil import which

import pytesseract
from PIL import Image

from mi_desktop.ocr.engines.engine import Layout, Raster
from mi_desktop.ocr.engines.own_words import words_file
from mi_desktop.ocr.engines.table import words_of
from mi_desktop.ocr.errors import EngineCrashed, EngineMissing, EngineRubbish, EngineStalled
from mi_desktop.ocr.model import Word

PROGRAM = "tesseract"
ORIENTATION = "osd"
_MODES = {Layout.PAGE: 3, Layout.BLOCK: 6}
SURE_OF_TURN = 2.0
_LANGUAGES_SECONDS = 10
_FOLDER = re.compile(r'"(.+)"')


@dataclass(frozen=True)
class Tesseract:
    """Tesseract 5.

    Attributes:
        seconds: wall time that one run may take.
        words: the office's own, beside those of each language.
    """

    seconds: int = 60
    words: tuple[str, ...] = ()

    def languages(self) -> tuple[str, ...]:
        """Installed languages, without the orientation data; asked for once a program."""
        return tuple(name for name in self._installed() if name != ORIENTATION)

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        """One run of the program; words, boxes and confidence come from its table (TSV)."""
        # Inverted text is not looked for: it costs a second reading of each doubtful line.
        config = f"--psm {_MODES[layout]} --dpi {raster.dpi} -c tessedit_do_invert=0"
        with self._guarded(), words_file(self.words) as own:
            if own is not None:
                config += f' --user-words "{own}"'
            table = pytesseract.image_to_data(
                _picture(raster), lang=language, config=config, timeout=self.seconds
            )
        return tuple(words_of(table))

    def turn(self, raster: Raster) -> int:
        """Orientation by Tesseract's own detector; 0 where it has too little to go by."""
        if ORIENTATION not in self._installed():
            return 0
        try:
            with self._guarded():
                found = pytesseract.image_to_osd(
                    _picture(raster),
                    config=f"--dpi {raster.dpi}",
                    timeout=self.seconds,
                    output_type=pytesseract.Output.DICT,
                )
        except (EngineCrashed, EngineRubbish):
            # The detector ends with an error where a page has few letters.
            return 0
        sure = found["orientation_conf"] >= SURE_OF_TURN
        return int(found["rotate"]) % 360 if sure else 0

    def data(self) -> tuple[str, ...]:
        """Everything there is data for; `osd` stands for turning pages upright."""
        return self._installed()

    def folder(self) -> Path | None:
        """Where the program keeps its languages' data; None where it does not tell."""
        told = _FOLDER.search(self._told_languages().split("\n", 1)[0])
        folder = Path(told[1]) if told else None
        return folder if folder is not None and folder.is_dir() else None

    def _installed(self) -> tuple[str, ...]:
        # A headline, then a name a line.
        return tuple(sorted(self._told_languages().split("\n", 1)[-1].split()))

    def _told_languages(self) -> str:
        program = which(PROGRAM)
        if program is None:
            raise EngineMissing
        return _ask_languages(program)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        # With threads of its own a page takes longer, and the other cores' pages wait (measured).
        os.environ["OMP_THREAD_LIMIT"] = "1"
        # pytesseract asks for the version without a time limit, and ends the process at rubbish.
        _ask_version(which(PROGRAM) or PROGRAM, self.seconds)
        try:
            yield
        except pytesseract.TesseractNotFoundError as e:
            raise EngineMissing from e
        except pytesseract.TesseractError as e:
            raise EngineCrashed(status=e.status) from e
        except (FileNotFoundError, ValueError, KeyError) as e:
            raise EngineRubbish from e
        except RuntimeError as e:
            # pytesseract's one other error: the time is up.
            raise EngineStalled(seconds=self.seconds) from e


@lru_cache(maxsize=8)
def _ask_version(program: str, seconds: int) -> str:
    told = _told([program, "--version"], seconds)
    if not told.startswith(PROGRAM):
        raise EngineRubbish
    return told.split("\n", maxsplit=1)[0]


@lru_cache(maxsize=8)
def _ask_languages(program: str) -> str:
    return _told([program, "--list-langs"], _LANGUAGES_SECONDS)


def _told(command: list[str], seconds: int) -> str:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=seconds, check=True
        ).stdout
    except FileNotFoundError as e:
        raise EngineMissing from e
    except subprocess.CalledProcessError as e:
        raise EngineCrashed(status=e.returncode) from e
    except subprocess.TimeoutExpired as e:
        raise EngineStalled(seconds=seconds) from e


def _picture(raster: Raster) -> Image.Image:
    picture = Image.fromarray(raster.pixels)
    # How pytesseract hands it over: as it is, instead of packing a PNG that is unpacked at once.
    picture.format = "PPM"
    return picture

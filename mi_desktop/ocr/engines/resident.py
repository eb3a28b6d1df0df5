"""Tesseract inside this process, by tesserocr: its models are loaded once and stay.

It reads with the data of the Tesseract that is installed; where tesserocr or that data is not to
be had, the program itself does the work (`engines/tesseract.py`).
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tesserocr

from mi_desktop.ocr.engines.engine import Layout, Raster
from mi_desktop.ocr.engines.own_words import words_file
from mi_desktop.ocr.engines.table import HEAD, words_of
from mi_desktop.ocr.engines.tesseract import ORIENTATION, SURE_OF_TURN
from mi_desktop.ocr.errors import EngineCrashed, EngineRubbish, EngineStalled
from mi_desktop.ocr.model import Word

_MODES = {Layout.PAGE: tesserocr.PSM.AUTO, Layout.BLOCK: tesserocr.PSM.SINGLE_BLOCK}
_KEPT = 3
_ENDING = ".traineddata"


@dataclass(frozen=True)
class Resident:
    """Tesseract 5 as a library.

    Attributes:
        data: the folder with the languages' data files.
        seconds: wall time that one page may take.
        words: the office's own, beside those of each language.
    """

    data: Path
    seconds: float = 60
    words: tuple[str, ...] = ()

    def languages(self) -> tuple[str, ...]:
        """Installed languages, without the orientation data."""
        return tuple(name for name in self._installed() if name != ORIENTATION)

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        """One recognition; words, boxes and confidence come from its table, as the program's."""
        api = _ready(self.data, language, self.words)
        try:
            api.SetPageSegMode(_MODES[layout])
            _show(api, raster)
            if not api.Recognize(max(1, round(self.seconds * 1000))):
                raise EngineStalled(seconds=self.seconds)
            return tuple(words_of(HEAD + api.GetTSVText(0)))
        finally:
            api.Clear()

    def turn(self, raster: Raster) -> int:
        """Orientation by Tesseract's own detector; 0 where it has too little to go by."""
        if ORIENTATION not in self._installed():
            return 0
        api = _ready(self.data, ORIENTATION)
        try:
            api.SetPageSegMode(tesserocr.PSM.OSD_ONLY)
            _show(api, raster)
            found = api.DetectOrientationScript()
        finally:
            api.Clear()
        if not found or found["orient_conf"] < SURE_OF_TURN:
            return 0
        return -int(found["orient_deg"]) % 360

    def _installed(self) -> tuple[str, ...]:
        return tuple(sorted(p.name.removesuffix(_ENDING) for p in self.data.glob(f"*{_ENDING}")))


def _show(api: tesserocr.PyTessBaseAPI, raster: Raster) -> None:
    height, width = raster.pixels.shape
    api.SetImageBytes(raster.pixels.tobytes(), width, height, 1, width)
    api.SetSourceResolution(raster.dpi)


@lru_cache(maxsize=_KEPT)
def _ready(data: Path, language: str, words: tuple[str, ...] = ()) -> tesserocr.PyTessBaseAPI:
    # With threads of its own a page takes longer, and the other cores' pages wait (measured).
    os.environ["OMP_THREAD_LIMIT"] = "1"
    mode = tesserocr.OEM.TESSERACT_ONLY if language == ORIENTATION else tesserocr.OEM.DEFAULT
    try:
        with words_file(words) as own:
            api = tesserocr.PyTessBaseAPI(
                path=str(data),
                lang=language,
                oem=mode,
                variables={"user_words_file": str(own)} if own else {},
            )
    except RuntimeError as e:
        raise EngineCrashed(status=1) from e
    # Inverted text is not looked for: it costs a second reading of each doubtful line.
    if not api.SetVariable("tessedit_do_invert", "0"):
        raise EngineRubbish
    return api

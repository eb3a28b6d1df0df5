"""Tesseract missing, crashing, stalling, talking rubbish, without languages."""

from pathlib import Path

import numpy as np
import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.ocr.engines import Layout, Raster, Tesseract
from mi_desktop.ocr.errors import (
    EngineCrashed,
    EngineMissing,
    EngineRubbish,
    EngineStalled,
    LanguageMissing,
)
from mi_desktop.ocr.page import PageJob, read_page
from tests.fakes.ocr_engines import (
    CRASHES,
    HALF_A_TABLE,
    NO_LANGUAGES,
    NO_VERSION,
    NOT_EVEN_LANGUAGES,
    RUBBISH,
    SAYS_NOTHING,
    STALLS,
    put_first,
)
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, digital, drawn, png

PAGE = Raster(np.asarray(drawn(SWEDISH, dpi=100)), 100)


def read(engine: Tesseract) -> None:
    data = png(drawn(SWEDISH, dpi=100))
    read_page(PageJob("p", 1, data, "image/png", 0, (583, 826), engine=engine))


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (CRASHES, EngineCrashed),
        (STALLS, EngineStalled),
        (RUBBISH, EngineRubbish),
        (HALF_A_TABLE, EngineRubbish),
        (SAYS_NOTHING, EngineRubbish),
        (NO_VERSION, EngineRubbish),
        (NO_LANGUAGES, LanguageMissing),
        (NOT_EVEN_LANGUAGES, EngineCrashed),
    ],
)
def test_a_failing_program_gives_a_code_and_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    error: type[WorldError],
) -> None:
    monkeypatch.setenv("PATH", put_first(tmp_path / "bin", script))
    with pytest.raises(error) as told:
        read(Tesseract(seconds=1))
    assert told.value.code.startswith("OCR-")
    assert str(told.value.words)
    assert str(told.value.advice)


def test_without_tesseract_scans_wait_and_born_digital_pages_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineMissing):
        read(Tesseract())
    page = read_page(PageJob("p", 1, digital(ENGLISH), "application/pdf", 0, (1167, 1653)))
    assert "May the tablet be crushed" in page.text


def test_an_unsure_orientation_detector_turns_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_osd = CRASHES.replace("(2)", "(3)").replace("eng\\n", "eng\\nosd\\n")
    monkeypatch.setenv("PATH", put_first(tmp_path / "bin", with_osd))
    assert "osd" not in Tesseract().languages()
    assert Tesseract().turn(PAGE) == 0


def test_no_picture_of_a_page_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    for script in (CRASHES, STALLS, RUBBISH, SAYS_NOTHING):
        monkeypatch.setenv("PATH", put_first(tmp_path / "bin", script))
        with pytest.raises(WorldError):
            Tesseract(seconds=1).read(PAGE, "swe", Layout.PAGE)
    assert list((tmp_path / "tmp").iterdir()) == []

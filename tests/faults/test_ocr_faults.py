"""Tesseract missing, crashing, stalling, talking rubbish, without languages."""

from pathlib import Path

import numpy as np
import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.ocr.engines import (
    Layout,
    Nearest,
    Quad,
    Raster,
    Second,
    SeenLine,
    Tesseract,
    rapid,
)
from mi_desktop.ocr.engines.resident import Resident
from mi_desktop.ocr.errors import (
    EngineCrashed,
    EngineMissing,
    EngineRubbish,
    EngineStalled,
    LanguageMissing,
    SecondReaderFailed,
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


class NoSecond:
    """A second reader whose models are gone."""

    def find(self, pixels: np.ndarray) -> list[Quad]:
        raise SecondReaderFailed

    def read(self, pixels: np.ndarray, quad: Quad) -> SeenLine:
        raise SecondReaderFailed


def test_without_the_second_reader_the_first_ones_words_stay_and_it_is_said() -> None:
    spoilt = drawn(SWEDISH, dpi=60).resize((1167, 1653))
    job = PageJob("p", 1, png(spoilt), "image/png", 0, spoilt.size, second=NoSecond())
    page = read_page(job)
    assert page.words
    assert any("second reader" in str(warning) for warning in page.warnings)


def test_models_that_cannot_be_loaded_are_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "model.onnx"
    bad.write_bytes(b"no model")
    for path in (bad, tmp_path / "gone.onnx"):
        rapid._reader.cache_clear()
        monkeypatch.setattr(rapid, "_READER", path)
        quad = np.array([(0, 0), (90, 0), (90, 20), (0, 20)], np.float32)
        with pytest.raises(SecondReaderFailed):
            Second().read(PAGE.pixels, quad)
    rapid._reader.cache_clear()


def test_the_resident_reader_reads_as_the_program_does() -> None:
    folder = Tesseract().folder()
    assert folder is not None
    resident, program = Resident(folder), Tesseract()
    assert resident.languages() == program.languages()
    page = Raster(np.asarray(drawn(SWEDISH)), 200)
    read = [
        [(w.text, w.line, w.block) for w in engine.read(page, "swe", Layout.PAGE)]
        for engine in (resident, program)
    ]
    assert read[0] == read[1]
    lying = Raster(np.ascontiguousarray(np.rot90(np.asarray(drawn(ENGLISH)))), 200)
    assert resident.turn(lying) == program.turn(lying) == 90


def test_a_resident_reader_that_stalls_or_lacks_its_data_says_so(tmp_path: Path) -> None:
    folder = Tesseract().folder()
    assert folder is not None
    with pytest.raises(EngineStalled):
        Resident(folder, seconds=0.001).read(PAGE, "swe", Layout.PAGE)
    with pytest.raises(EngineCrashed):
        Resident(tmp_path).read(PAGE, "swe", Layout.PAGE)


def test_a_program_that_hides_its_data_is_used_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", put_first(tmp_path / "bin", CRASHES))
    with pytest.raises(EngineCrashed):
        Nearest().read(PAGE, "swe", Layout.PAGE)

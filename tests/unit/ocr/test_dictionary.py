"""The word lists inside Tesseract's data files, and words of the office's own."""

from pathlib import Path

import pytest

from mi_desktop.ocr.dictionary import NONE, dictionary, words_known
from mi_desktop.ocr.engines import Tesseract


@pytest.fixture
def folder() -> Path:
    found = Tesseract().folder()
    assert found is not None
    return found


def test_swedish_knows_its_words_and_no_others(folder: Path) -> None:
    swedish = dictionary(folder / "swe.traineddata")
    assert all(map(swedish.knows, ("hälsning", "patienten", "LÄKARE", "Tabletten")))
    assert not any(map(swedish.knows, ("halsning", "möglich", "xqzf", "", "läkarex")))


def test_signs_around_a_word_do_not_matter_and_names_are_known_in_any_capitals() -> None:
    known = words_known(["swe", "eng"], ["Brontiqa"])
    assert known("(hälsning),")
    assert known("hospital.")
    assert known("BRONTIQA")
    assert not known("Brontiga")
    assert not known("5")


def test_a_language_without_data_knows_nothing() -> None:
    assert not words_known(["xxx"])("hospital")


@pytest.mark.parametrize("data", [b"", b"\1\2", b"\xff" * 400, b"\2\0\0\0" + b"\0" * 40])
def test_rubbish_is_an_empty_list(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.traineddata"
    path.write_bytes(data)
    assert dictionary(path) == NONE or not dictionary(path).knows("a")

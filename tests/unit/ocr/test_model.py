import pytest

from mi_desktop.ocr import Box, PageText, Source, Word
from mi_desktop.ocr.model import turned_size


def test_a_turned_box_is_where_the_turned_page_has_it() -> None:
    assert Box(10, 20, 30, 60).turned((100, 200), 90) == Box(140, 10, 180, 30)
    assert Box(10, 20, 30, 60).turned((100, 200), 180) == Box(70, 140, 90, 180)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turning_back_gives_the_box_again(degrees: int) -> None:
    box, size = Box(10, 20, 30, 60), (100, 200)
    assert box.turned(size, degrees).turned(turned_size(size, degrees), -degrees) == box


def test_text_has_a_line_a_line_and_a_gap_between_blocks() -> None:
    place = Box(0, 0, 1, 1)
    words = (
        Word("Hej", place, 90, 0, 0),
        Word("du", place, 90, 0, 0),
        Word("där", place, 90, 1, 0),
        Word("Anna", place, 90, 2, 1),
    )
    page = PageText("part", 1, "swe", 0, 0.0, 90, Source.OCR, words, 10, 10)
    assert page.text == "Hej du\ndär\n\nAnna"

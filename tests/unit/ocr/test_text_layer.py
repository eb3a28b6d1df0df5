import pytest

from mi_desktop.ocr import Box
from mi_desktop.ocr.engines import text_layer
from tests.unit.ocr.sheets import SWEDISH, digital, drawn, turned_pdf

SIZE = (1167, 1653)


def test_a_born_digital_page_gives_its_words_lines_and_places() -> None:
    words = text_layer(digital(SWEDISH), 0, SIZE)
    assert words is not None
    assert [w.text for w in words if w.line == 1] == SWEDISH[1].split()
    assert max(w.line for w in words) == len(SWEDISH) - 1
    first = words[0]
    assert first.text == "Hej!"
    assert first.confidence == 100
    assert first.box.left == pytest.approx(43 * SIZE[0] / 420, abs=3)
    assert first.box.bottom == pytest.approx(84 * SIZE[1] / 595, abs=12)


def test_a_page_turned_in_the_file_gives_places_as_it_is_seen() -> None:
    upright = text_layer(digital(SWEDISH), 0, SIZE)
    turned = text_layer(turned_pdf(digital(SWEDISH), 180), 0, SIZE)
    assert upright is not None
    assert turned is not None
    first = next(w for w in turned if w.text.strip("!") in ("Hej", "jeH"))
    expected = upright[0].box.turned(SIZE, 180)
    assert first.box.left == pytest.approx(expected.left, abs=12)
    assert first.box.top == pytest.approx(expected.top, abs=12)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(digital(()), id="no text"),
        pytest.param(digital(("Sida 1",)), id="hardly any words"),
        pytest.param(digital(SWEDISH, invisible=True), id="invisible text"),
        pytest.param(digital(SWEDISH, under=drawn(SWEDISH)), id="text over a scan"),
        pytest.param(digital(("\ue001\ue002\ue003 \ue004\ue005 \ue006",) * 4), id="no letters"),
        pytest.param(digital(SWEDISH)[:700], id="cut short"),
        pytest.param(b"%PDF-1.4\nnothing", id="rubbish"),
    ],
)
def test_what_is_no_text_layer_to_believe_is_read_from_the_picture(data: bytes) -> None:
    assert text_layer(data, 0, SIZE) is None


def test_boxes_lie_on_the_page() -> None:
    for word in text_layer(digital(SWEDISH), 0, SIZE) or ():
        assert word.box == Box(
            max(0, word.box.left), max(0, word.box.top),
            min(SIZE[0], word.box.right), min(SIZE[1], word.box.bottom),
        )  # fmt: skip

"""Where the second reader is asked, and what comes of it."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image, ImageDraw

from mi_desktop.ocr import Box, Word
from mi_desktop.ocr.engines import Quad, Second, Seen, SeenLine
from mi_desktop.ocr.preparation import prepare
from mi_desktop.ocr.second_look import LINES_AGAIN, PAGE_AGAIN, Look, is_unsure, second_look
from tests.unit.ocr.sheets import SWEDISH, drawn


@dataclass
class ToldSecond:
    """Finds the lines it is told, and reads what it is told on every one."""

    says: str = ""
    sure: float = 99.0
    lines: list[Box] = field(default_factory=list)
    asked: list[Quad] = field(default_factory=list)
    searched: int = 0

    def find(self, pixels: np.ndarray) -> list[Quad]:
        self.searched += 1
        return [_corners(box) for box in self.lines]

    def read(self, pixels: np.ndarray, quad: Quad) -> SeenLine:
        self.asked.append(quad)
        words = (
            Seen(t, 40.0 * n, 40.0 * n + 30, self.sure) for n, t in enumerate(self.says.split())
        )
        return SeenLine(quad, float(quad[1][0] - quad[0][0]), tuple(words))


def _corners(box: Box) -> Quad:
    return np.array(
        [
            (box.left, box.top),
            (box.right, box.top),
            (box.right, box.bottom),
            (box.left, box.bottom),
        ],
        np.float32,
    )


def bars(*boxes: Box) -> np.ndarray:
    """White paper with marks of a letter's size in each box."""
    page = Image.new("L", (900, 1200), 255)
    pen = ImageDraw.Draw(page)
    for box in boxes:
        for left in range(box.left, box.right - 10, 16):
            pen.rectangle((left, box.top, left + 9, box.bottom), fill=0)
    return np.asarray(page)


def known(word: str) -> bool:
    return word.isalpha() and word.islower()


def line(number: int, *words: tuple[str, float]) -> list[Word]:
    return [
        Word(
            text, Box(60 + 200 * n, 100 * number, 220 + 200 * n, 100 * number + 20), sure, number, 0
        )
        for n, (text, sure) in enumerate(words)
    ]


def look(page: np.ndarray, words: list[Word], second: ToldSecond) -> Look:
    return second_look(words, page, prepare(page), known, second)


def test_a_sure_page_is_not_read_twice() -> None:
    words = line(1, ("hej", 97), ("du", 96))
    second = ToldSecond("nej")
    done = look(bars(*(w.box for w in words)), words, second)
    assert [w.text for w in done.words] == ["hej", "du"]
    assert (second.asked, second.searched, done.steps) == ([], 0, ())


def test_only_the_doubtful_stretch_of_a_line_is_read_again() -> None:
    sure = [word for n in range(2, 9) for word in line(n, ("hej", 97), ("du", 97))]
    words = [*line(1, ("hej", 97), ("du", 97), ("dar", 97), ("x9", 60)), *sure]
    second = ToldSecond("dar xq")
    done = look(bars(*(w.box for w in words)), words, second)
    assert [w.text for w in done.words[:4]] == ["hej", "du", "dar", "xq"]
    (quad,) = second.asked
    assert 430 < quad[0][0] < 470
    assert (second.searched, done.steps) == (0, (LINES_AGAIN,))


def test_a_line_that_was_passed_over_is_read_where_it_stands() -> None:
    words = [word for n in range(2, 9) for word in line(n, ("hej", 97), ("du", 97))]
    second = ToldSecond("rubrik")
    heading = Box(300, 60, 420, 80)
    page = bars(*(w.box for w in words), heading).copy()
    # Letters have holes; bars of a code have none.
    for hole in range(3, 7):
        page[64:76, 300 + hole : 420 : 16] = 255
    done = look(page, words, second)
    assert done.words[0].text == "rubrik"
    assert done.words[0].doubtful
    assert len(done.words) == len(words) + 1
    (quad,) = second.asked
    assert quad[0][0] < heading.left
    assert quad[2][0] > heading.right - 20
    assert (second.searched, done.steps) == (0, (LINES_AGAIN,))


def test_a_name_that_no_list_knows_is_read_again_sooner_than_a_word() -> None:
    words = [*line(1, ("zelvimar", 91), ("Zelvimar", 91)), *line(2, ("hej", 97), ("du", 97))]
    assert [is_unsure(word, known) for word in words] == [False, True, False, False]


def test_letters_without_words_are_searched_for() -> None:
    words = [word for n in range(1, 5) for word in line(n, ("hej", 97), ("du", 97))]
    lost = Box(60, 800, 620, 820)
    second = ToldSecond("stämpel", lines=[Box(50, 795, 640, 830)])
    done = look(bars(*(w.box for w in words), lost), words, second)
    assert done.words[-1].text == "stämpel"
    assert done.words[-1].doubtful
    assert done.words[-1].line == 4
    assert done.steps == (PAGE_AGAIN,)


def test_writing_that_nobody_can_read_is_a_guess_and_no_text() -> None:
    words = [word for n in range(1, 5) for word in line(n, ("hej", 97), ("du", 97))]
    scrawl = Box(60, 800, 620, 820)
    second = ToldSecond("Wnil", sure=45.0, lines=[Box(50, 795, 640, 830)])
    done = look(bars(*(w.box for w in words), scrawl), words, second)
    assert "Wnil" not in [w.text for w in done.words]
    (guess,) = done.guesses
    assert guess.text == "Wnil"
    assert guess.box.top == pytest.approx(795, abs=3)


def test_the_real_second_reader_finds_and_reads_without_a_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    page, second = np.asarray(drawn(SWEDISH, lean=2.0)), Second()
    read = [second.read(page, quad) for quad in second.find(page)]
    text = "\n".join(" ".join(seen.text for seen in line.words) for line in read)
    assert "svårt att svälja hela" in text
    assert "25 °C" in text
    assert "eva.berg@sjukhus.example" in text

"""The second look at doubtful lines takes over signs and addresses, and nothing else."""

from dataclasses import dataclass

import numpy as np

from mi_desktop.ocr import Box, Word
from mi_desktop.ocr.engines import Layout, Raster
from mi_desktop.ocr.mending import mend

PAGE = Raster(np.full((400, 600), 255, np.uint8), 200)


def line(number: int, *words: tuple[str, float]) -> list[Word]:
    """Words of 60 px, 100 px apart, on a line of their own."""
    return [
        Word(text, Box(100 * n, 50 * number, 100 * n + 60, 50 * number + 30), sure, number, 0)
        for n, (text, sure) in enumerate(words)
    ]


@dataclass
class Second:
    """Reads on the strips of the doubtful lines what it is told, word for word."""

    says: tuple[Word, ...]
    asked: int = 0

    def read(self, raster: Raster, language: str, layout: Layout) -> tuple[Word, ...]:
        self.asked += 1
        return self.says


def on_strip(text: str, left: int, right: int) -> Word:
    return Word(text, Box(left, 8, right, 36), 90, 0, 0)


def texts(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


def test_a_percent_sign_takes_the_place_of_the_figures_it_was_taken_for() -> None:
    words = tuple(line(0, ("dosen", 97), ("60", 96), ("94", 81)))
    second = Second((on_strip("60", 6, 66), on_strip("%", 106, 166)))
    mended = mend(words, PAGE, second, "eng")
    assert texts(mended) == ["dosen", "60", "%"]
    assert mended[2].line == 0
    assert (mended[2].box.left, mended[2].box.right) == (200, 260)


def test_an_address_read_in_two_halves_becomes_one() -> None:
    words = tuple(line(0, ("Svar", 97), ("eva(Q", 87), ("apotek.example", 91)))
    second = Second((on_strip("eva@apotek.example", 106, 266),))
    assert texts(mend(words, PAGE, second, "eng")) == ["Svar", "eva@apotek.example"]


def test_words_in_the_pages_own_language_are_never_replaced() -> None:
    words = tuple(line(0, ("25", 60), ("mår", 97)))
    second = Second((on_strip("26", 0, 66), on_strip("mar", 106, 166)))
    assert mend(words, PAGE, second, "eng") == words


def test_doses_are_never_replaced_by_other_figures() -> None:
    words = tuple(line(0, ("5,0", 70), ("mg", 97)))
    second = Second((on_strip("50", 0, 66),))
    assert mend(words, PAGE, second, "eng") == words


def test_a_page_without_doubt_is_not_looked_at_twice() -> None:
    words = tuple(line(0, ("dosen", 97), ("är", 60), ("5", 96)))
    second = Second(())
    assert mend(words, PAGE, second, "eng") == words
    assert second.asked == 0

"""Two readings of a line become one; what nobody is sure of is marked, never made up."""

from dataclasses import replace

import numpy as np
import pytest

from mi_desktop.ocr import Box, Word
from mi_desktop.ocr.engines import Seen, SeenLine
from mi_desktop.ocr.fusion import alone, first_chance, fuse_line
from mi_desktop.ocr.model import Word as ReadWord

KNOWN = {"patienten", "tog", "tabletten", "hospital", "the", "of"}


def known(word: str) -> bool:
    return word.strip(".,").lower() in KNOWN


def read(*words: tuple[str, float]) -> list[Word]:
    """Words of the first reader, 60 px wide, 100 px apart."""
    return [
        Word(text, Box(100 * n, 0, 100 * n + 60, 30), sure, 4, 2)
        for n, (text, sure) in enumerate(words)
    ]


def seen(*words: tuple[str, float]) -> SeenLine:
    """The same line as the second reader sees it."""
    quad = np.array([(0, 0), (1000, 0), (1000, 30), (0, 30)], np.float32)
    stretches = (Seen(t, 100.0 * n, 100.0 * n + 60, sure) for n, (t, sure) in enumerate(words))
    return SeenLine(quad, 1000.0, tuple(stretches))


def told(words: list[ReadWord]) -> list[tuple[str, bool, str]]:
    return [(w.text, w.doubtful, w.other) for w in words]


def test_where_both_see_the_same_the_word_is_sure() -> None:
    words = list(fuse_line(read(("patienten", 60)), seen(("patienten", 97)), known))
    assert told(words) == [("patienten", False, "")]
    assert words[0].confidence > 90


def test_a_word_of_the_language_wins_over_none_and_the_other_is_kept() -> None:
    words = list(fuse_line(read(("pat1ent3n", 80)), seen(("patienten", 95)), known))
    assert told(words) == [("patienten", True, "pat1ent3n")]
    assert (words[0].line, words[0].block) == (4, 2)


def test_a_sure_first_reading_stands_against_a_poor_second() -> None:
    words = list(fuse_line(read(("Zelvimar", 97)), seen(("Zelvirnar", 88)), known))
    assert told(words) == [("Zelvimar", True, "Zelvirnar")]


def test_what_only_one_of_two_saw_of_a_line_is_not_lost() -> None:
    line = seen(("the", 99), ("hospital", 99), ("Zelvirnar", 88))
    (last,) = read(("Zelvimar", 97))
    words = list(fuse_line([replace(last, box=Box(200, 0, 260, 30))], line, known))
    assert [w.text for w in words] == ["the", "hospital", "Zelvimar"]
    assert all(w.doubtful for w in words)


def test_spaces_that_one_reader_dropped_come_from_the_other() -> None:
    line = seen(("patienten", 99), ("tog", 99), ("tabletten", 99))
    words = list(fuse_line(read(("patiententog", 70), ("tabletten", 96)), line, known))
    assert [w.text for w in words] == ["patienten", "tog", "tabletten"]
    back = list(fuse_line(read(("the", 96), ("hospital", 96)), seen(("thehospital", 99)), known))
    assert [w.text for w in back] == ["the", "hospital"]


def test_differing_doses_and_batches_are_marked_never_made_one_silently() -> None:
    words = list(fuse_line(read(("5,0", 90), ("mg", 96)), seen(("50", 99), ("mg", 99)), known))
    assert words[0].doubtful
    assert {words[0].text, words[0].other} == {"5,0", "50"}


def test_what_both_read_badly_is_no_text() -> None:
    assert list(fuse_line(read(("eeee", 12)), seen(("rriw", 40)), known)) == []


def test_a_word_that_the_second_does_not_see_needs_more_than_a_hint() -> None:
    words = list(fuse_line(read(("hospital", 96), ("QW", 21)), seen(("hospital", 99)), known))
    assert [w.text for w in words] == ["hospital"]


def test_places_of_the_second_reader_lie_on_the_leaning_line() -> None:
    quad = np.array([(0, 0), (1000, 100), (1000, 130), (0, 30)], np.float32)
    line = SeenLine(quad, 1005.0, (Seen("patienten", 502.5, 603.0, 99.0),))
    box = line.box(line.words[0])
    assert (box.left, box.right) == (pytest.approx(500, abs=2), pytest.approx(600, abs=2))
    assert (box.top, box.bottom) == (pytest.approx(55, abs=2), pytest.approx(85, abs=2))


def test_a_line_only_the_second_sees_is_believed_where_it_is_sure() -> None:
    assert alone(seen(("the", 97), ("hospital", 97)), known)
    assert not alone(seen(("wiii", 50)), known)
    assert not alone(seen(), known)


def test_confidence_counts_more_for_words_of_the_language() -> None:
    (word, other) = read(("hospital", 80), ("hospltal", 80))
    assert first_chance(word, known) > first_chance(other, known)

"""Lines that were found later go in where a person would read them."""

from mi_desktop.ocr import Box, Word
from mi_desktop.ocr.order import in_order


def word(text: str, left: int, top: int, line: int, block: int) -> Word:
    return Word(text, Box(left, top, left + 80, top + 20), 90, line, block)


def lines(words: list[Word]) -> list[str]:
    found: dict[int, list[str]] = {}
    for one in words:
        found.setdefault(one.line, []).append(one.text)
    assert list(found) == list(range(len(found)))
    return [" ".join(texts) for texts in found.values()]


def test_a_late_line_goes_in_under_the_line_above_it() -> None:
    early = [word("Hej", 0, 0, 0, 0), word("då", 0, 60, 1, 0)]
    late = [word("på", 0, 30, -1, -1), word("er", 90, 30, -1, -1)]
    words = in_order([*early, *late])
    assert lines(words) == ["Hej", "på er", "då"]
    assert {w.block for w in words} == {0}


def test_a_late_line_in_the_other_column_stays_in_it() -> None:
    left = [word("a", 0, 0, 0, 0), word("b", 0, 30, 1, 0), word("c", 0, 60, 2, 0)]
    right = [word("d", 400, 0, 3, 1), word("f", 400, 60, 4, 1)]
    assert lines(in_order([*left, *right, word("e", 400, 30, -1, -1)])) == list("abcdef")


def test_a_late_line_above_everything_comes_first_as_a_block_of_its_own() -> None:
    words = in_order([word("Hej", 0, 100, 0, 0), word("STAMP", 0, 0, -1, -1)])
    assert lines(words) == ["STAMP", "Hej"]
    assert [w.block for w in words] == [0, 1]


def test_late_lines_alone_are_read_from_top_to_foot() -> None:
    assert lines(in_order([word("b", 0, 50, -1, -1), word("a", 0, 0, -2, -2)])) == ["a", "b"]

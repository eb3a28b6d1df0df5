"""Tesseract's table of what it read (TSV): the same from the program and from the library."""

from collections.abc import Iterator
from itertools import count

from mi_desktop.ocr.errors import EngineRubbish
from mi_desktop.ocr.model import Box, Word

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num"
    "\tleft\ttop\twidth\theight\tconf\ttext\n"
)
_WORD_LEVEL = "5"
_COLUMNS = 12


def words_of(table: str) -> Iterator[Word]:
    """The words of a table (TSV), with lines and blocks counted from 0, in reading order.

    Raises:
        EngineRubbish: it is no such table.
    """
    head, _, rows = table.partition("\n")
    if head.count("\t") != _COLUMNS - 1 or not head.startswith("level\t"):
        raise EngineRubbish
    lines: dict[tuple[str, ...], int] = {}
    blocks: dict[str, int] = {}
    numbers, block_numbers = count(), count()
    for row in rows.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS:
            raise EngineRubbish
        level, block, text = cells[0], cells[2], cells[11].strip()
        if level != _WORD_LEVEL or not text:
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        line = tuple(cells[1:5])
        if line not in lines:
            lines[line] = next(numbers)
        if block not in blocks:
            blocks[block] = next(block_numbers)
        box = Box(left, top, left + width, top + height)
        yield Word(text, box, round(float(cells[10]), 1), lines[line], blocks[block])

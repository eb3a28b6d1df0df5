"""Reading order where lines were found after the others: each goes in below the line above it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from mi_desktop.ocr.model import Box, Word

_SAME_BLOCK_GAP = 1.0


def in_order(words: Sequence[Word]) -> list[Word]:
    """The words in reading order, lines and blocks counted from 0.

    Args:
        words: those of one line have one `line`; lines that were found later count down
            from -1, the others up from 0 in their order.
    """
    by_line = sorted(words, key=lambda w: (w.line, w.box.left))
    lines = [list(line) for _, line in groupby(by_line, key=lambda w: w.line)]
    order = [line for line in lines if line[0].line >= 0]
    late = [line for line in lines if line[0].line < 0]
    for line in sorted(late, key=lambda line: _about(line).top):
        _insert(order, line)
    return _numbered(order)


def _insert(order: list[list[Word]], line: list[Word]) -> None:
    place = _about(line)
    middle = (place.top + place.bottom) / 2
    above: list[tuple[Box, int]] = []
    below: list[tuple[Box, int]] = []
    for number, other in enumerate(order):
        box = _about(other)
        if box.left < place.right and place.left < box.right:
            (above if (box.top + box.bottom) / 2 <= middle else below).append((box, number))
    if above:
        box, number = max(above, key=lambda found: found[0].bottom)
        if place.top - box.bottom < _SAME_BLOCK_GAP * (place.bottom - place.top):
            line = [replace(w, block=order[number][0].block) for w in line]
        order.insert(number + 1, line)
    elif below:
        order.insert(min(below, key=lambda found: found[0].top)[1], line)
    else:
        tops = [number for number, other in enumerate(order) if _about(other).top > place.top]
        order.insert(tops[0] if tops else len(order), line)


def _about(line: Sequence[Word]) -> Box:
    """The rectangle about a line."""
    return Box(
        min(w.box.left for w in line),
        min(w.box.top for w in line),
        max(w.box.right for w in line),
        max(w.box.bottom for w in line),
    )


def _numbered(order: list[list[Word]]) -> list[Word]:
    numbered: list[Word] = []
    block, last = -1, None
    for number, line in enumerate(order):
        block += line[0].block != last
        last = line[0].block
        numbered += (replace(word, line=number, block=block) for word in line)
    return numbered

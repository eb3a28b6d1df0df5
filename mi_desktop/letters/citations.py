"""References of a letter: merged over its standard responses, numbered as they are cited."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from mi_desktop.letters.model import Block

_SPAN = r"\d{1,3}(?:[–-]\d{1,3})?"
_CITATION = re.compile(rf"\[({_SPAN}(?:,\s*{_SPAN})*)\]")


def cited(text: str) -> list[int]:
    """Every number that a text cites, in order: `[1,3–5]` is 1, 3, 4, 5."""
    return [n for found in _CITATION.finditer(text) for n in _numbers(found.group(1))]


def shifted(paragraphs: Sequence[str], numbers: dict[int, int]) -> tuple[str, ...]:
    """Paragraphs whose citations are renumbered; a number without a place stays."""
    return tuple(_rewrite(p, lambda n: numbers.get(n, n)) for p in paragraphs)


def merge(known: Sequence[str], new: dict[int, str]) -> tuple[tuple[str, ...], dict[int, int]]:
    """Adds references to a letter's list, each work once.

    Args:
        known: the letter's references.
        new: number in the incoming text to citation.

    Returns:
        The longer list, and incoming number to number in it (from 1).
    """
    merged = list(known)
    places = {}
    for number, citation in new.items():
        if citation not in merged:
            merged.append(citation)
        places[number] = merged.index(citation) + 1
    return tuple(merged), places


def renumber(
    blocks: Sequence[Block], references: Sequence[str]
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Numbers the references by first citation and drops those nobody cites any more.

    Returns:
        The blocks with new citations, and the list in its new order.
    """
    places: dict[int, int] = {}
    for block in blocks:
        for paragraph in block.paragraphs:
            for number in cited(paragraph):
                if 1 <= number <= len(references):
                    places.setdefault(number, len(places) + 1)
    ordered = tuple(references[old - 1] for old in places)
    return tuple(replace(b, paragraphs=shifted(b.paragraphs, places)) for b in blocks), ordered


def _rewrite(text: str, place: Callable[[int], int]) -> str:
    return _CITATION.sub(lambda m: f"[{_joined([place(n) for n in _numbers(m.group(1))])}]", text)


def _numbers(inside: str) -> list[int]:
    found: list[int] = []
    for part in inside.split(","):
        ends = [int(n) for n in re.split(r"[–-]", part)]
        found += range(ends[0], ends[-1] + 1)
    return found


def _joined(numbers: list[int]) -> str:
    """`1,3–5`: sorted, three or more in a row as a span."""
    spans: list[list[int]] = []
    for n in sorted(set(numbers)):
        if spans and n == spans[-1][-1] + 1:
            spans[-1].append(n)
        else:
            spans.append([n])
    return ",".join(f"{s[0]}–{s[-1]}" if len(s) > 2 else ",".join(map(str, s)) for s in spans)

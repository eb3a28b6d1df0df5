"""Which words a language knows: the word list inside Tesseract's own data file.

Such a file is a table of offsets and the parts it points to (tessdatamanager.cpp); the word list
is a graph of letters packed into 64-bit edges (dawg.h): the letter's number, three flags, the
edge where the next letters begin.
"""

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from mi_desktop.basics.errors import WorldError
from mi_desktop.ocr.engines import Tesseract

_WORD_LIST, _LETTERS = 19, 21
_MAGIC, _FLAGS = 42, 3
_LAST, _BACKWARD, _WORD_ENDS = 1, 2, 4
_LEAST = 2
_STRIPPED = ".,;:!?()[]{}\"'“”‘’„«»-–—"


@dataclass(frozen=True)
class Dictionary:
    """One language's words.

    Attributes:
        edges: the graph, as in the file; empty knows nothing.
        letters: each letter's number.
        shift: bits that hold a letter's number.
    """

    edges: np.ndarray[Any, np.dtype[np.uint64]]
    letters: dict[str, int]
    shift: int

    def knows(self, word: str) -> bool:
        """True for a word of the language, as written or without its capitals."""
        return any(map(self._walk, dict.fromkeys((word, word.lower(), word.capitalize()))))

    def _walk(self, word: str) -> bool:
        node, end = 0, False
        for letter in word:
            number = self.letters.get(letter)
            edge = None if number is None or (node == 0 and end) else self._edge(node, number)
            if edge is None:
                return False
            node = edge >> (self.shift + _FLAGS)
            end = bool(edge >> self.shift & _WORD_ENDS)
        return end

    def _edge(self, node: int, letter: int) -> int | None:
        mask = (1 << self.shift) - 1
        for place in range(node, len(self.edges)):
            edge = int(self.edges[place])
            flags = edge >> self.shift
            if edge & mask == letter and not flags & _BACKWARD:
                return edge
            if flags & _LAST:
                return None
        return None


NONE = Dictionary(np.zeros(0, np.uint64), {}, 1)


def words_known(languages: Iterable[str], names: Iterable[str] = ()) -> Callable[[str], bool]:
    """What tells whether a word, with signs around it or not, is one of these.

    Args:
        languages: as Tesseract names them; one without a word list knows nothing.
        names: more words, whole, in any capitals.
    """
    try:
        folder = Tesseract().folder()
    except WorldError:
        folder = None
    lists = [dictionary(folder / f"{name}.traineddata") for name in languages] if folder else []
    more = {name.casefold() for name in names}

    def known(word: str) -> bool:
        plain = word.strip(_STRIPPED)
        if len(plain) < _LEAST:
            return False
        return plain.casefold() in more or any(words.knows(plain) for words in lists)

    return known


@lru_cache(maxsize=4)
def dictionary(path: Path) -> Dictionary:
    """The word list of a data file; one that knows nothing where the file has none."""
    try:
        parts = _parts(path.read_bytes())
        return _read(parts[_WORD_LIST], parts[_LETTERS])
    except (OSError, ValueError, KeyError, struct.error):
        return NONE


def _parts(data: bytes) -> dict[int, bytes]:
    (count,) = struct.unpack_from("<i", data)
    if not 0 < count < 100:
        raise ValueError(count)
    offsets = struct.unpack_from(f"<{count}q", data, 4)
    starts = sorted(o for o in offsets if o >= 0)
    ends = dict(zip(starts, [*starts[1:], len(data)], strict=True))
    return {n: data[o : ends[o]] for n, o in enumerate(offsets) if o >= 0}


def _read(graph: bytes, letters: bytes) -> Dictionary:
    magic, size, count = struct.unpack_from("<hii", graph)
    if magic != _MAGIC:
        raise ValueError(magic)
    edges = np.frombuffer(graph, "<u8", count, 10)
    names = [line.split(" ", 1)[0] for line in letters.decode("utf-8").split("\n")[1:]]
    numbers = {name: n for n, name in enumerate(names) if name}
    # ceil(log2(size + 1)), as the file's maker counts them.
    return Dictionary(edges, numbers, int(size).bit_length())

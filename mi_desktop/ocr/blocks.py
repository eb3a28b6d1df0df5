"""A language for each block of a page: a letter in one that quotes a leaflet in another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import fmean

from mi_desktop.ocr.engines import Engine, Layout, Raster
from mi_desktop.ocr.language import guess
from mi_desktop.ocr.model import Box, Word, around

# Fewer letters tell no language for sure; more than so sure a reading is left alone.
LEAST_LETTERS = 60
_SURE_READING = 94.0
_PAD = 6


def read_in_their_own(
    found: tuple[Word, ...], page: Raster, engine: Engine, language: str
) -> tuple[Word, ...]:
    """The words, those of blocks in another language read again in theirs.

    A block is read again where its text is surely in an installed language that the page was not
    read in, and its words are not sure as they are; the surer of the two readings is kept.

    Args:
        found: in reading order, boxes in px of the picture.
        page: the picture.
        engine: what reads it.
        language: what the page was read in, joined with `+`.

    Raises:
        WorldError: the engine failed.
    """
    blocks = _blocks(found)
    taken: list[Word] = []
    for words, other in zip(blocks, _spoken(blocks, language, engine.languages()), strict=True):
        if other not in (language, *language.split("+")) and _confidence(words) < _SURE_READING:
            again = _again(words, page, engine, other)
            taken += again if _confidence(again) > _confidence(words) else words
        else:
            taken += words
    return tuple(_lines_counted(taken))


def languages_of(
    words: Sequence[Word], language: str, among: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The language of most letters of a page, and that of each block, by its number.

    Args:
        words: in reading order, blocks counted from 0.
        language: the page's, as far as is known.
        among: what may be said of a block.

    Returns:
        No languages of blocks where all are in the page's.
    """
    blocks = _blocks(words)
    spoken = _spoken(blocks, language, among)
    letters: Counter[str] = Counter()
    for block, name in zip(blocks, spoken, strict=True):
        letters[name] += sum(len(word.text) for word in block)
    most = max(letters, key=lambda name: letters[name], default=language)
    return (most, tuple(spoken)) if len(letters) > 1 else (most, ())


def _blocks(words: Sequence[Word]) -> list[list[Word]]:
    return [list(block) for _, block in groupby(words, key=lambda word: word.block)]


def _spoken(blocks: Sequence[Sequence[Word]], language: str, among: tuple[str, ...]) -> list[str]:
    """What each block is in; a few words can only be told apart among what is heard elsewhere."""
    texts = [" ".join(word.text for word in block) for block in blocks]
    long = [sum(map(str.isalpha, text)) >= LEAST_LETTERS for text in texts]
    heard = [
        _surely(text, among) if enough else "" for text, enough in zip(texts, long, strict=True)
    ]
    there = tuple({name for name in (*heard, *language.split("+")) if name})
    return [
        name or ((_surely(text, there) if len(there) > 1 else "") or language)
        for name, text in zip(heard, texts, strict=True)
    ]


def _surely(text: str, among: tuple[str, ...]) -> str:
    found = guess(text, among)
    return found.language if found.sure else ""


def _again(words: Sequence[Word], page: Raster, engine: Engine, language: str) -> list[Word]:
    height, width = page.pixels.shape
    box = around([word.box for word in words])
    left, top = max(0, box.left - _PAD), max(0, box.top - _PAD)
    right, foot = min(width, box.right + _PAD), min(height, box.bottom + _PAD)
    cut = Raster(page.pixels[top:foot, left:right].copy(), page.dpi)
    first = words[0]
    return [
        replace(
            word, box=_moved(word.box, left, top), line=first.line + word.line, block=first.block
        )
        for word in engine.read(cut, language, Layout.BLOCK)
    ]


def _moved(box: Box, across: int, down: int) -> Box:
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _confidence(words: Sequence[Word]) -> float:
    return fmean(word.confidence for word in words) if words else 0.0


def _lines_counted(words: Sequence[Word]) -> list[Word]:
    """Lines counted anew: a block that was read again may have more of them, or fewer."""
    counted: list[Word] = []
    lines = groupby(words, key=lambda word: (word.block, word.line))
    for number, (_, line) in enumerate(lines):
        counted += (replace(word, line=number) for word in line)
    return counted

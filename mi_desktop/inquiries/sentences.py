"""From words on pages to sentences, each with its place: what a question is cut from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mi_desktop.ocr import Box, PageText, Region, Word

_ENDS = (".", "?", "!")
_PARAGRAPH_GAP = 0.75
_QUOTED = (">", "|")
_THREAD = (" skrev:", " wrote:", " skrev ", " schrieb:", " kirjoitti:")


@dataclass(frozen=True)
class Sentence:
    """Words that belong together, in reading order.

    Attributes:
        paragraph: counts over all pages, so that neighbours are known.
    """

    part_id: str
    page: int
    paragraph: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces, as they stand on the page."""
        return " ".join(w.text for w in self.words)

    @property
    def asks(self) -> bool:
        """True where it ends with a question mark."""
        return self.text.rstrip("\"'”’)").endswith("?")


def sentences(pages: Iterable[PageText]) -> list[Sentence]:
    """All sentences of the pages; what is quoted from an earlier mail is left out."""
    found: list[Sentence] = []
    paragraph = 0
    for page in pages:
        for block in _paragraphs(page.words):
            paragraph += 1
            found += [
                Sentence(page.part_id, page.number, paragraph, words) for words in _split(block)
            ]
    return found


def lines(page: PageText) -> list[str]:
    """The page's lines as text."""
    return [" ".join(w.text for w in line) for line in _lines(page.words)]


def region(parts: list[Sentence]) -> Region:
    """The place of neighbouring sentences of one page."""
    words = [w for s in parts for w in s.words]
    box = Box(
        min(w.box.left for w in words),
        min(w.box.top for w in words),
        max(w.box.right for w in words),
        max(w.box.bottom for w in words),
    )
    return Region(parts[0].part_id, parts[0].page, " ".join(s.text for s in parts), box)


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    return [list(line) for _, line in groupby(words, key=lambda w: (w.block, w.line))]


def _paragraphs(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    current: list[Word] = []
    last: list[Word] = []
    for line in _lines(words):
        text = " ".join(w.text for w in line)
        if any(mark in f"{text} " for mark in _THREAD) and text.rstrip().endswith(":"):
            break
        if text.startswith(_QUOTED):
            continue
        if last and _apart(last, line) and current:
            yield current
            current = []
        current += line
        last = line
    if current:
        yield current


def _apart(above: list[Word], below: list[Word]) -> bool:
    if above[0].block != below[0].block and below[0].box.top < above[0].box.top:
        return True
    height = max(w.box.bottom - w.box.top for w in above)
    gap = min(w.box.top for w in below) - max(w.box.bottom for w in above)
    return gap > _PARAGRAPH_GAP * height


def _split(block: list[Word]) -> Iterator[tuple[Word, ...]]:
    current: list[Word] = []
    for word, following in zip(block, [*block[1:], None], strict=True):
        current.append(word)
        ends = word.text.rstrip("\"'”’)").endswith(_ENDS)
        if following is None or (ends and not following.text[:1].islower()):
            yield tuple(current)
            current = []

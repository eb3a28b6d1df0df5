"""The words of a page as something to point at: offsets, neighbours, ranges."""

from dataclasses import dataclass

from mi_desktop.ocr import Box, PageText, Word


@dataclass(frozen=True)
class PageWords:
    """A page's words with their places in `PageText.text`.

    Attributes:
        words: in reading order.
        spans: start and end offset of each word in the page's text, characters.
        text: the page's text.
    """

    words: tuple[Word, ...]
    spans: tuple[tuple[int, int], ...]
    text: str

    def touched(self, start: int, end: int) -> range:
        """Indexes of the words that overlap the offsets."""
        hit = [i for i, (a, b) in enumerate(self.spans) if a < end and start < b]
        return range(hit[0], hit[-1] + 1) if hit else range(0)

    def nearest(self, x: float, y: float) -> int | None:
        """The word nearest to a point in original px; words of the same height first."""
        if not self.words:
            return None
        return min(range(len(self.words)), key=lambda i: _distance(self.words[i].box, x, y))

    def moved(self, index: int, words: int, lines: int) -> int:
        """The word so many words on in reading order, or lines below; itself at the edge."""
        if lines:
            return self.beside(index, lines)
        return min(max(index + words, 0), len(self.words) - 1)

    def beside(self, index: int, lines: int) -> int:
        """The word `lines` below (or above, negative), nearest across; itself at the edge."""
        here = self.words[index]
        keys = list(dict.fromkeys((w.block, w.line) for w in self.words))
        wanted = keys.index((here.block, here.line)) + lines
        if not 0 <= wanted < len(keys):
            return index
        across = (here.box.left + here.box.right) / 2
        line = [i for i, w in enumerate(self.words) if (w.block, w.line) == keys[wanted]]
        return min(line, key=lambda i: abs(_middle(self.words[i].box) - across))

    def quote(self, among: range) -> str:
        """The text of a range of words, as it stands on the page."""
        return self.text[self.spans[among[0]][0] : self.spans[among[-1]][1]] if among else ""

    def around(self, among: range) -> Box | None:
        """The rectangle around a range of words, original px."""
        boxes = [self.words[i].box for i in among]
        if not boxes:
            return None
        return Box(
            min(b.left for b in boxes),
            min(b.top for b in boxes),
            max(b.right for b in boxes),
            max(b.bottom for b in boxes),
        )


def words_of(page: PageText) -> PageWords:
    """Finds each word's place in the page's text."""
    spans: list[tuple[int, int]] = []
    at = 0
    for i, word in enumerate(page.words):
        if i:
            # What `PageText.text` puts between two words: a space, a line end, an empty line.
            at += 2 if page.words[i - 1].block != word.block else 1
        spans.append((at, at + len(word.text)))
        at += len(word.text)
    return PageWords(page.words, tuple(spans), page.text)


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.left - x, 0, x - box.right)
    down = max(box.top - y, 0, y - box.bottom)
    return across + 4 * down

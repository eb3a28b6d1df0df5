"""What lies over a page's picture: its words, marks on them, and what else was found there."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mi_desktop.basics.words import words
from mi_desktop.catalogue import masked
from mi_desktop.ocr import Box, Kind, PageText, number_boxes
from mi_desktop.ui.page_words import PageWords, words_of
from mi_desktop.ui.words import say, tr

LOW_CONFIDENCE = 60.0
# A page stays paper-white in every theme, so what lies over it is drawn for light paper.
ON_PAPER = {"look": "#FFB300", "harm": "#D32F2F", "found": "#0B8A8A"}
_UNSURE, _HAND = "#B26A00", "#7B3FA0"
_MARK_ALPHA, _SELECTED_ALPHA = 80, 90
_KINDS = {Kind.HANDWRITING: words("handwriting"), Kind.CODE: words("barcode")}


class PageOverlay:
    """Knows where everything is on the picture and paints it. Rectangles are picture px.

    Attributes:
        words: of the page in front.
        marks: rectangles that are highlighted, each with its kind.
        everything: whether all words are drawn, and whatever else was found on the page.
    """

    def __init__(self) -> None:
        self.words = PageWords((), (), "")
        self.marks: list[tuple[QRectF, str]] = []
        self.everything = False
        self._text: PageText | None = None
        self._scale = (1.0, 1.0)
        self._spans: Sequence[tuple[int, int, str]] = ()
        self._whys: Sequence[str] = ()
        self._boxes: Sequence[tuple[Box, str]] = ()
        self._covers: Sequence[Box] = ()

    def scaled(self, across: float, down: float) -> None:
        """Takes picture px per original px."""
        self._scale = (across, down)
        self._place()

    def show_text(self, text: PageText | None) -> None:
        """Takes the words of a page; None for a page that is not read."""
        self._text = text
        self._covers = () if text is None else number_boxes(text)
        self.words = PageWords((), (), "") if text is None else words_of(text)
        self._place()

    def uncover(self) -> None:
        """The identity numbers of the page are seen, until it is shown anew."""
        self._covers = ()

    def fit(self, text: str) -> str:
        """What may be told or copied of a page whose identity numbers are covered."""
        return masked(text) if self._covers else text

    def clear(self) -> None:
        """Nothing is there."""
        self._spans, self._whys, self._boxes = (), (), ()
        self.show_text(None)

    def mark_spans(self, spans: Sequence[tuple[int, int, str]], whys: Sequence[str]) -> None:
        """Highlights (start, end, kind) of the text; `whys` as in `PageCanvas.mark_spans`."""
        self._spans, self._whys = tuple(spans), tuple(whys)
        self._place()

    def mark_boxes(self, boxes: Sequence[tuple[Box, str]]) -> None:
        """Highlights rectangles in original px."""
        self._boxes = tuple(boxes)
        self._place()

    def why(self, index: int) -> str:
        """Why a word is marked; "" where it is not, or nobody said."""
        told = (
            why
            for (start, end, _), why in zip(self._spans, self._whys, strict=False)
            if index in self.words.touched(start, end)
        )
        return "\n".join(dict.fromkeys(told))

    def told(self, at: QPointF) -> tuple[QRectF, str]:
        """What the pointer tells at a place, and of which rectangle; "" for nothing."""
        index = self.word_at(at)
        if index is not None:
            where = self.word_rect(index)
            if where.adjusted(-4, -4, 4, 4).contains(at):
                told = "\n".join(filter(None, (self.why(index), self._read_as(index))))
                return where, masked(told)
        for box, said in self._found():
            if self.rect(box).contains(at):
                return self.rect(box), masked(said)
        return QRectF(), ""

    def word_rect(self, index: int) -> QRectF:
        """Where a word stands."""
        return self.rect(self.words.words[index].box)

    def word_at(self, at: QPointF) -> int | None:
        """The word nearest to a point."""
        return self.words.nearest(at.x() / self._scale[0], at.y() / self._scale[1])

    def rect(self, box: Box) -> QRectF:
        """A rectangle of the original on the picture."""
        across, down = self._scale
        left, top = box.left * across, box.top * down
        return QRectF(left, top, box.right * across - left, box.bottom * down - top)

    def box(self, rect: QRectF) -> Box:
        """A rectangle of the picture on the original."""
        across, down = self._scale
        return Box(
            round(rect.left() / across),
            round(rect.top() / down),
            round(rect.right() / across),
            round(rect.bottom() / down),
        )

    def paint(self, painter: QPainter, selected: range) -> None:
        """Draws marks, words and the selection."""
        for where, kind in self.marks:
            painter.fillRect(where, _pale(ON_PAPER[kind], _MARK_ALPHA))
        if self.everything:
            self._paint_everything(painter)
        else:
            self._paint_unsure(painter)
        for box in self._covers:
            painter.fillRect(self.rect(box).adjusted(-2, -2, 2, 2), Qt.GlobalColor.black)
        for index in selected:
            where = self.word_rect(index).adjusted(-2, -2, 2, 2)
            painter.fillRect(where, _pale(ON_PAPER["found"], _SELECTED_ALPHA))

    def _paint_unsure(self, painter: QPainter) -> None:
        painter.setPen(_pen(_UNSURE, 1.5, Qt.PenStyle.DotLine))
        for word in self.words.words:
            if word.confidence < LOW_CONFIDENCE:
                where = self.rect(word.box)
                painter.drawLine(where.bottomLeft(), where.bottomRight())

    def _paint_everything(self, painter: QPainter) -> None:
        for word in self.words.words:
            where = self.rect(word.box)
            if word.doubtful or word.confidence < LOW_CONFIDENCE:
                painter.fillRect(where, _pale(ON_PAPER["look"], _MARK_ALPHA))
                painter.setPen(_pen(_UNSURE, 1.5))
            else:
                painter.setPen(_pen(ON_PAPER["found"], 1.0))
            painter.drawRect(where)
        for box, _ in self._found():
            painter.setPen(_pen(_HAND, 2.0, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect(box).adjusted(-3, -3, 3, 3))

    def _found(self) -> Iterator[tuple[Box, str]]:
        """What is no printed word: guesses first, as they lie inside of handwriting."""
        if self._text is None:
            return
        for guess in self._text.guesses:
            yield guess.box, tr("a guess, not read for sure: {text}", text=guess.text)
        for place in self._text.places:
            kind = say(_KINDS[place.kind])
            yield place.box, f"{kind}: {place.text}" if place.text else kind

    def _read_as(self, index: int) -> str:
        """What the other reader saw, where all words are shown."""
        other = self.words.words[index].other
        return tr("or: {other}", other=other) if self.everything and other else ""

    def _place(self) -> None:
        self.marks = [(self.rect(box), kind) for box, kind in self._boxes]
        for start, end, kind in self._spans:
            self.marks += [(self.word_rect(i), kind) for i in self.words.touched(start, end)]


def _pale(colour: str, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made


def _pen(colour: str, wide: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), wide, style)
    pen.setCosmetic(True)
    return pen

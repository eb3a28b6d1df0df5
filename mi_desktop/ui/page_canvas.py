"""One page: its picture, its words over it, selection by mouse and keyboard, marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QToolTip,
)

from mi_desktop.catalogue import masked
from mi_desktop.intake import PageImage
from mi_desktop.ocr import Box, PageText, number_boxes
from mi_desktop.ui.page_words import PageWords, words_of

LOW_CONFIDENCE = 60.0
LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.25, 8.0, 1.25
MARGIN = 8
# A page stays paper-white in every theme, so what lies over it is drawn for light paper.
_ON_PAPER = {"look": "#FFB300", "harm": "#D32F2F", "found": "#0B8A8A"}
_UNSURE = "#B26A00"


@dataclass(frozen=True)
class Picture:
    """A decoded page picture; made on a worker's thread.

    Attributes:
        scale_x: picture px per original px across.
        scale_y: picture px per original px down.
    """

    image: QImage
    scale_x: float
    scale_y: float


def picture(image: PageImage) -> Picture:
    """Decodes a page's PNG; safe on any thread."""
    decoded = QImage.fromData(image.png).convertToFormat(QImage.Format.Format_RGB32)
    return Picture(decoded, image.scale_x, image.scale_y)


def _steps(words: PageWords) -> dict[Qt.Key, Callable[[int], int]]:
    """The word that an arrow leads to from another."""
    last = len(words.words) - 1
    return {
        Qt.Key.Key_Right: lambda i: min(i + 1, last),
        Qt.Key.Key_Left: lambda i: max(i - 1, 0),
        Qt.Key.Key_Down: lambda i: words.beside(i, 1),
        Qt.Key.Key_Up: lambda i: words.beside(i, -1),
    }


def draw_unsure(painter: QPainter, places: Sequence[QRectF]) -> None:
    """Dots under the words that the readers were not sure of."""
    pen = QPen(QColor(_UNSURE), 1.5, Qt.PenStyle.DotLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    for where in places:
        painter.drawLine(where.bottomLeft(), where.bottomRight())


class PageCanvas(QGraphicsView):
    """A page that is looked at and pointed at. Scene coordinates are picture px.

    Attributes:
        chosen: quote (str) and `Box` (original px) or None: words selected, or, on a page that
            is not read, a rectangle drawn.
        zoomed: the zoom changed; 1.0 is as wide as the view.
    """

    chosen = Signal(str, object)
    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = QGraphicsScene(self)
        self.setScene(self._sheet)
        self._paper = QGraphicsPixmapItem()
        self._paper.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._paper.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._sheet.addItem(self._paper)
        self._scale = (1.0, 1.0)
        self._words = PageWords((), (), "")
        self._marks: list[tuple[QRectF, str]] = []
        self._spans: Sequence[tuple[int, int, str]] = ()
        self._whys: Sequence[str] = ()
        self._boxes: Sequence[tuple[Box, str]] = ()
        self._anchor: int | None = None
        self._caret: int | None = None
        self._band: QRectF | None = None
        self._covers: Sequence[Box] = ()
        self._zoom = 1.0
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def show_image(self, image: PageImage, name: str) -> None:
        """Shows a picture without words yet; `name` is read out by screen readers."""
        self.show_picture(picture(image), name)

    def show_picture(self, page: Picture, name: str, *, same_page: bool = False) -> None:
        """Shows a decoded picture; `same_page` keeps words, selection and place."""
        if not same_page:
            self.clear()
        self._paper.setPixmap(QPixmap.fromImage(page.image))
        self._scale = (page.scale_x, page.scale_y)
        edges = self._paper.boundingRect()
        self.setSceneRect(edges.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.setAccessibleName(name)
        self._place_marks()
        self._apply_zoom()
        if not same_page:
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def show_text(self, text: PageText) -> None:
        """Lays the words over the picture."""
        self._words = words_of(text)
        self._caret = self._anchor = None
        self._covers = number_boxes(text)
        self.setAccessibleDescription(masked(text.text))
        self._place_marks()

    def uncover(self) -> None:
        """Shows the identity numbers of the page in front, until another comes (GD-07)."""
        self._covers = ()
        self.setAccessibleDescription(self._words.text)
        self.viewport().update()

    def clear(self) -> None:
        """Shows nothing."""
        self._paper.setPixmap(QPixmap())
        self._words = PageWords((), (), "")
        self._spans, self._whys, self._boxes, self._covers = (), (), (), ()
        self._anchor = self._caret = self._band = None
        self.setAccessibleDescription("")
        self._place_marks()

    def mark_spans(self, spans: Sequence[tuple[int, int, str]], whys: Sequence[str] = ()) -> None:
        """Highlights (start, end, kind) of `PageText.text`; kind `look`, `harm` or `found`.

        Where there are `whys`, one for each span, the pointer and the keyboard's place tell them.
        """
        self._spans, self._whys = tuple(spans), tuple(whys)
        self._place_marks()

    def why(self, index: int) -> str:
        """Why a word is marked; "" where it is not, or nobody said."""
        told = (
            why
            for (start, end, _), why in zip(self._spans, self._whys, strict=False)
            if index in self._words.touched(start, end)
        )
        return "\n".join(dict.fromkeys(told))

    def mark_boxes(self, boxes: Sequence[tuple[Box, str]]) -> None:
        """Highlights rectangles in original px; kinds as above."""
        self._boxes = tuple(boxes)
        self._place_marks()

    def show_box(self, box: Box) -> None:
        """Scrolls until a rectangle, original px, is seen."""
        self.ensureVisible(self._rect(box), 24, 48)

    def select(self, start: int, end: int) -> bool:
        """Selects the words at these offsets of the text and scrolls there; False for none."""
        among = self._words.touched(start, end)
        if not among:
            return False
        self._anchor, self._caret = among[0], among[-1]
        self._show_caret()
        return True

    def selection(self) -> tuple[str, Box | None]:
        """The selected words and the rectangle around them, original px."""
        among = self._selected()
        return self._words.quote(among), self._words.around(among)

    def fit_width(self) -> None:
        """Makes the page as wide as the view, and keeps it so."""
        self.set_zoom(1.0)

    def zoom(self, factor: float) -> None:
        """Enlarges (above 1) or shrinks."""
        self.set_zoom(self._zoom * factor)

    def set_zoom(self, zoom: float) -> None:
        """Sets the zoom; 1.0 is as wide as the view."""
        self._zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self._apply_zoom()
        self.zoomed.emit(self._zoom)

    def word_rect(self, index: int) -> QRectF:
        """Where a word stands, scene coordinates."""
        return self._rect(self._words.words[index].box)

    # Painting

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        """Draws marks, unsure words, selection and the keyboard's place over the picture."""
        for where, kind in self._marks:
            colour = QColor(_ON_PAPER[kind])
            colour.setAlpha(80)
            painter.fillRect(where, colour)
        draw_unsure(painter, self._unsure())
        for box in self._covers:
            painter.fillRect(self._rect(box).adjusted(-2, -2, 2, 2), Qt.GlobalColor.black)
        accent = QColor(_ON_PAPER["found"])
        accent.setAlpha(90)
        for i in self._selected():
            painter.fillRect(self.word_rect(i).adjusted(-2, -2, 2, 2), accent)
        pen = QPen(QColor(_ON_PAPER["found"]), 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        if self._caret is not None and self.hasFocus():
            painter.drawRect(self.word_rect(self._caret).adjusted(-3, -3, 3, 3))
        if self._band is not None:
            painter.drawRect(self._band)

    def _unsure(self) -> list[QRectF]:
        words = self._words.words
        return [self._rect(word.box) for word in words if word.confidence < LOW_CONFIDENCE]

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection, or a rectangle where the page is not read."""
        if event.button() is not Qt.MouseButton.LeftButton or self._paper.pixmap().isNull():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        if self._words.words:
            self._anchor = self._word_at(at)
            self._caret = None
        else:
            self._band = QRectF(at, at)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extends it."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = self.mapToScene(event.position().toPoint())
        if self._band is not None:
            self._band.setBottomRight(at)
        elif self._anchor is not None:
            self._caret = self._word_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends it and says what was chosen; a click alone only sets the keyboard's place."""
        if self._band is not None:
            box = self._box(self._band.normalized() & self._paper.boundingRect())
            self._band = None
            if box.right - box.left > 2 and box.bottom - box.top > 2:
                self.chosen.emit("", box)
        elif self._anchor is not None and self._caret is not None:
            self.chosen.emit(*self.selection())
        else:
            self._caret = self._anchor
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Chooses one word."""
        word = self._word_at(self.mapToScene(event.position().toPoint()))
        if word is not None:
            self._anchor = self._caret = word
            self.chosen.emit(*self.selection())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            return
        super().wheelEvent(event)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a word, Shift selects, Return uses it, Ctrl+C copies, Esc lets go."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = _steps(self._words).get(Qt.Key(event.key()))
        if step is not None and self._words.words and not control:
            self._walk(step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif control and event.key() == Qt.Key.Key_A and self._words.words:
            self._anchor, self._caret = 0, len(self._words.words) - 1
        elif control and event.key() == Qt.Key.Key_C and self._selected():
            quote = self.selection()[0]
            QGuiApplication.clipboard().setText(masked(quote) if self._covers else quote)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected():
            self.chosen.emit(*self.selection())
        elif event.key() == Qt.Key.Key_Escape and self._caret is not None:
            self._caret = self._anchor = None
        else:
            super().keyPressEvent(event)
            return
        self.viewport().update()

    def _walk(self, step: Callable[[int], int], extend: bool) -> None:
        self._caret = 0 if self._caret is None else step(self._caret)
        if not extend or self._anchor is None:
            self._anchor = self._caret
        self._show_caret()

    def _show_caret(self) -> None:
        if self._caret is not None:
            self.ensureVisible(self.word_rect(self._caret), 24, 48)
            self._tell_why(self._caret)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer rests: a mark says why it is there."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.mapToScene(event.pos())
            word = self._word_at(at)
            over = word is not None and self.word_rect(word).adjusted(-4, -4, 4, 4).contains(at)
            self._tell_why(word if over else None)
            return True
        return super().viewportEvent(event)

    def _tell_why(self, word: int | None) -> None:
        why = self.why(word) if word is not None else ""
        if word is None or not why:
            QToolTip.hideText()
            return
        below = self.mapFromScene(self.word_rect(word).bottomLeft())
        QToolTip.showText(self.viewport().mapToGlobal(below), why, self.viewport())

    # Places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the zoom relative to the width."""
        super().resizeEvent(event)
        self._apply_zoom()

    def _apply_zoom(self) -> None:
        width = self.sceneRect().width()
        if width > 0 and not self._paper.pixmap().isNull():
            self.resetTransform()
            factor = self.viewport().width() / width * self._zoom
            self.scale(factor, factor)

    def _place_marks(self) -> None:
        self._marks = [(self._rect(box), kind) for box, kind in self._boxes]
        for start, end, kind in self._spans:
            self._marks += [(self.word_rect(i), kind) for i in self._words.touched(start, end)]
        self.viewport().update()

    def _selected(self) -> range:
        if self._anchor is None or self._caret is None:
            return range(0)
        first, last = sorted((self._anchor, self._caret))
        return range(first, last + 1)

    def _word_at(self, at: QPointF) -> int | None:
        return self._words.nearest(at.x() / self._scale[0], at.y() / self._scale[1])

    def _rect(self, box: Box) -> QRectF:
        across, down = self._scale
        left, top = box.left * across, box.top * down
        return QRectF(left, top, box.right * across - left, box.bottom * down - top)

    def _box(self, rect: QRectF) -> Box:
        across, down = self._scale
        return Box(
            round(rect.left() / across),
            round(rect.top() / down),
            round(rect.right() / across),
            round(rect.bottom() / down),
        )

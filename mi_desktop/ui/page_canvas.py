"""One page: its picture, its words over it, selection by mouse and keyboard, marks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
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
from mi_desktop.ocr import Box, PageText
from mi_desktop.ui.page_overlay import ON_PAPER, PageOverlay
from mi_desktop.ui.page_picture import Picture

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.25, 8.0, 1.25
MARGIN = 8
# Words across, lines down.
_STEPS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class PageCanvas(QGraphicsView):
    """A page that is looked at and pointed at. Scene coordinates are picture px.

    Attributes:
        chosen: quote (str) and `Box` (original px) or None: words selected, or, on a page that
            is not read, a rectangle drawn.
        zoomed: the zoom changed; 1.0 is as wide as the view.
        overlay: what lies over the picture.
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
        self.overlay = PageOverlay()
        self._anchor: int | None = None
        self._caret: int | None = None
        self._band: QRectF | None = None
        self._zoom = 1.0
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def show_picture(self, page: Picture, name: str, *, same_page: bool = False) -> None:
        """Shows a picture; `same_page` keeps words, selection and place.

        A screen reader says its `name`.
        """
        if not same_page:
            self.clear()
        self._paper.setPixmap(QPixmap.fromImage(page.image))
        self.overlay.scaled(page.scale_x, page.scale_y)
        edges = self._paper.boundingRect()
        self.setSceneRect(edges.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.setAccessibleName(name)
        self._apply_zoom()
        self.viewport().update()
        if not same_page:
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def show_text(self, text: PageText) -> None:
        """Lays the words over the picture."""
        self.overlay.show_text(text)
        self._caret = self._anchor = None
        self.setAccessibleDescription(masked(text.text))
        self.viewport().update()

    def uncover(self) -> None:
        """Shows the identity numbers of the page in front, until another comes (GD-07)."""
        self.overlay.uncover()
        self.setAccessibleDescription(self.overlay.words.text)
        self.viewport().update()

    def clear(self) -> None:
        """Shows nothing."""
        self._paper.setPixmap(QPixmap())
        self.overlay.clear()
        self._anchor = self._caret = self._band = None
        self.setAccessibleDescription("")
        self.viewport().update()

    def mark_spans(self, spans: Sequence[tuple[int, int, str]], whys: Sequence[str] = ()) -> None:
        """Highlights (start, end, kind) of `PageText.text`; kind `look`, `harm` or `found`.

        Where there are `whys`, one for each span, the pointer and the keyboard's place tell them.
        """
        self.overlay.mark_spans(spans, whys)
        self.viewport().update()

    def mark_boxes(self, boxes: Sequence[tuple[Box, str]]) -> None:
        """Highlights rectangles in original px; kinds as above."""
        self.overlay.mark_boxes(boxes)
        self.viewport().update()

    def show_everything(self, wanted: bool) -> None:
        """Draws all words with their boxes, the doubtful ones coloured, or only what is marked."""
        self.overlay.everything = wanted
        self.viewport().update()

    def show_box(self, box: Box) -> None:
        """Scrolls until a rectangle, original px, is seen."""
        self.ensureVisible(self.overlay.rect(box), 24, 48)

    def select(self, start: int, end: int) -> bool:
        """Selects the words at these offsets of the text and scrolls there; False for none."""
        among = self.overlay.words.touched(start, end)
        if not among:
            return False
        self._anchor, self._caret = among[0], among[-1]
        self._show_caret()
        return True

    def selection(self) -> tuple[str, Box | None]:
        """The selected words and the rectangle around them, original px."""
        among = self._selected()
        return self.overlay.words.quote(among), self.overlay.words.around(among)

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
        return self.overlay.word_rect(index)

    # Painting

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        """Draws marks, unsure words, selection and the keyboard's place over the picture."""
        self.overlay.paint(painter, self._selected())
        pen = QPen(QColor(ON_PAPER["found"]), 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        if self._caret is not None and self.hasFocus():
            painter.drawRect(self.word_rect(self._caret).adjusted(-3, -3, 3, 3))
        if self._band is not None:
            painter.drawRect(self._band)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection, or a rectangle where the page is not read."""
        if event.button() is not Qt.MouseButton.LeftButton or self._paper.pixmap().isNull():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        if self.overlay.words.words:
            self._anchor = self.overlay.word_at(at)
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
            self._caret = self.overlay.word_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends it and says what was chosen; a click alone only sets the keyboard's place."""
        if self._band is not None:
            box = self.overlay.box(self._band.normalized() & self._paper.boundingRect())
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
        word = self.overlay.word_at(self.mapToScene(event.position().toPoint()))
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
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.overlay.words.words and not control:
            self._walk(step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif control and event.key() == Qt.Key.Key_A and self.overlay.words.words:
            self._anchor, self._caret = 0, len(self.overlay.words.words) - 1
        elif control and event.key() == Qt.Key.Key_C and self._selected():
            QGuiApplication.clipboard().setText(self.overlay.fit(self.selection()[0]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected():
            self.chosen.emit(*self.selection())
        elif event.key() == Qt.Key.Key_Escape and self._caret is not None:
            self._caret = self._anchor = None
        else:
            super().keyPressEvent(event)
            return
        self.viewport().update()

    def _walk(self, step: tuple[int, int], extend: bool) -> None:
        at = self._caret
        self._caret = 0 if at is None else self.overlay.words.moved(at, *step)
        if not extend or self._anchor is None:
            self._anchor = self._caret
        self._show_caret()

    def _show_caret(self) -> None:
        if self._caret is not None:
            self.ensureVisible(self.word_rect(self._caret), 24, 48)
            self._tell(self.word_rect(self._caret), self.overlay.why(self._caret))
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer rests: a mark says why it is there."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(*self.overlay.told(self.mapToScene(event.pos())))
            return True
        return super().viewportEvent(event)

    def _tell(self, where: QRectF, what: str) -> None:
        if not what:
            QToolTip.hideText()
            return
        below = self.mapFromScene(where.bottomLeft())
        QToolTip.showText(self.viewport().mapToGlobal(below), what, self.viewport())

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

    def _selected(self) -> range:
        if self._anchor is None or self._caret is None:
            return range(0)
        first, last = sorted((self._anchor, self._caret))
        return range(first, last + 1)

"""The letter's exact pages, with the envelope's window drawn over the first."""

from threading import Lock

import pypdfium2
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mi_desktop.catalogue import Envelope
from mi_desktop.ui.words import tr

DPI = 110
MM_WIDE, MM_HIGH = 210.0, 297.0
GAP = 16
WIDEST = 900
_PDFIUM = Lock()  # PDFium serves one thread at a time


def pages_of(pdf: bytes, dpi: int = DPI) -> list[QImage]:
    """The pages of a PDF of our own as pictures, `dpi` dots per inch; not for the GUI thread."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(page, dpi / 72) for page in document]
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    wanted = (
        QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
    )
    data = bytes(bitmap.buffer)
    return QImage(data, bitmap.width, bitmap.height, bitmap.stride, wanted).copy()


class _Sheets(QWidget):
    """The sheets one below the other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[QImage] = []
        self.envelope: Envelope | None = None
        self.note = ""

    def sheet(self, number: int) -> QRectF:
        """Where sheet `number` (from 0) lies, px of this widget."""
        wide = min(self.width() - 2 * GAP, WIDEST)
        high = wide * MM_HIGH / MM_WIDE
        return QRectF((self.width() - wide) / 2, GAP + number * (high + GAP), wide, high)

    def fit(self) -> None:
        """Becomes as high as its sheets."""
        last = self.sheet(len(self.pages) - 1) if self.pages else QRectF(0, 0, 0, GAP)
        self.setMinimumHeight(round(last.bottom()) + GAP)
        self.update()

    def sizeHint(self) -> QSize:
        """A4, small."""
        return QSize(480, 680)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the sheets, and the window over the first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self.pages):
            place = self.sheet(number)
            painter.drawImage(place, page)
            painter.setPen(QColor(0, 0, 0, 60))
            painter.drawRect(place)
        if self.pages and self.envelope is not None:
            self._draw_window(painter, self.envelope)

    def _draw_window(self, painter: QPainter, envelope: Envelope) -> None:
        sheet = self.sheet(0)
        mm = sheet.width() / MM_WIDE
        window = QRectF(envelope.x, envelope.y, envelope.width, envelope.height)
        place = QRectF(window.topLeft() * mm + sheet.topLeft(), window.size() * mm)
        teal = QColor("#0b7a75")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(teal, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place, 4, 4)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(place.bottomRight() + QPointF(6, -2), self.note)
        painter.setPen(QPen(teal, 1))
        for fold in envelope.folds:
            at = sheet.top() + fold * mm
            painter.drawLine(QPointF(sheet.left() - 8, at), QPointF(sheet.left() - 2, at))


class LetterPaper(QScrollArea):
    """Shows the pages; arrow and page keys scroll."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self._sheets.note = tr("envelope window")
        self.setWidget(self._sheets)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("The letter's pages"))

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._sheets.pages)

    @property
    def envelope(self) -> Envelope | None:
        """The envelope whose window is drawn."""
        return self._sheets.envelope

    def show_pages(self, pages: list[QImage], envelope: Envelope | None) -> None:
        """Shows these pages and keeps the place that was scrolled to."""
        self._sheets.pages = pages
        self._sheets.envelope = envelope
        self._sheets.fit()
        self.setAccessibleDescription(tr("{count} pages", count=len(pages)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the sheets out again."""
        super().resizeEvent(event)
        self._sheets.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last line; the rest is the scroll area's."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

"""How a piece looks in the tray's list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mi_desktop.intake import Channel
from mi_desktop.ui.icons import icon
from mi_desktop.ui.theme import GRID, Colours, colours
from mi_desktop.ui.tray.model import ROW, THUMB, THUMB_SIZE
from mi_desktop.ui.tray.rows import TrayRow, chips, reading, sender
from mi_desktop.ui.words import moment

CHANNEL_ICONS = {
    Channel.POST: "envelope",
    Channel.FAX: "printer",
    Channel.EMAIL: "at",
    Channel.HAND: "hand",
}
LEAST_CHIP = 48  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrayDelegate(QStyledItemDelegate):
    """Three lines: who and when, what and how far it is read, hints."""

    def __init__(self) -> None:
        super().__init__()
        self._icons: dict[Channel, QIcon] = {c: icon(n) for c, n in CHANNEL_ICONS.items()}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Tall enough for the picture and for three lines in the user's font."""
        lines = 3 * (QFontMetrics(option.font).height() + 4)
        return QSize(320, max(THUMB_SIZE.height(), lines) + 2 * GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws one row."""
        row: TrayRow = index.data(ROW)
        c = colours()
        where: QRect = option.rect
        state = option.state
        painter.save()
        self._ground(painter, where, state, c)
        inside = where.adjusted(GRID * 2, GRID, -GRID * 2, -GRID)
        self._picture(painter, inside, index.data(THUMB), c)
        inside.setLeft(inside.left() + THUMB_SIZE.width() + GRID * 2)
        height = inside.height() // 3
        lines = [inside.adjusted(0, i * height, 0, (i - 2) * height) for i in range(3)]
        self._first_line(painter, lines[0], row, c)
        self._second_line(painter, lines[1], row, c)
        self._chips(painter, lines[2], row, c)
        painter.restore()

    def _ground(self, painter: QPainter, where: QRect, state: QStyle.StateFlag, c: Colours) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, QColor(c.accent_soft))
            bar = QRect(where.left(), where.top(), 4, where.height())
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.fillRect(bar, QColor(c.accent if focused else c.edge))
        painter.setPen(QColor(c.line))
        painter.drawLine(where.bottomLeft(), where.bottomRight())

    def _picture(self, painter: QPainter, inside: QRect, thumb: QPixmap | None, c: Colours) -> None:
        frame = QRect(inside.topLeft(), THUMB_SIZE)
        painter.fillRect(frame, QColor("#FFFFFF"))
        if thumb is not None:
            fitted = thumb.size().scaled(THUMB_SIZE, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            painter.save()
            painter.setClipRect(frame)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRect(frame.topLeft(), fitted), thumb)
            painter.restore()
        painter.setPen(QColor(c.edge))
        painter.drawRect(frame)

    def _first_line(self, painter: QPainter, line: QRect, row: TrayRow, c: Colours) -> None:
        when = moment(row.piece.received_at)
        painter.setPen(QColor(c.dim))
        painter.drawText(line, _RIGHT, when)
        side = line.height()
        self._icons[row.piece.channel].paint(painter, QRect(line.left(), line.top(), side, side))
        left = line.adjusted(side + GRID, 0, -painter.fontMetrics().horizontalAdvance(when) - 12, 0)
        painter.setPen(QColor(c.dim))  # grey: a guess until somebody confirms it
        self._text(painter, left, sender(row))

    def _second_line(self, painter: QPainter, line: QRect, row: TrayRow, c: Colours) -> None:
        how_far = reading(row)
        painter.setPen(QColor(c.dim))
        painter.drawText(line, _RIGHT, how_far)
        room = painter.fontMetrics().horizontalAdvance(how_far) + 12
        painter.setPen(QColor(c.text))
        text = row.piece.subject or row.piece.source
        self._text(painter, line.adjusted(0, 0, -room, 0), text)

    def _chips(self, painter: QPainter, line: QRect, row: TrayRow, c: Colours) -> None:
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.9)
        number, found = row.piece.number, chips(row)
        beside = painter.fontMetrics().horizontalAdvance(number) + 2 * GRID
        wanted = [QFontMetrics(small).horizontalAdvance(text) + 2 * GRID for text, _ in found]
        if sum(wanted) + GRID * len(wanted) + beside <= line.width():
            painter.setPen(QColor(c.dim))
            painter.drawText(line, _RIGHT, number)
        painter.setFont(small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = line.left()
        for (text, tone), width in zip(found, chip_widths(wanted, line.width()), strict=True):
            chip = QRect(left, line.top() + 1, width, line.height() - 2)
            self._chip(painter, chip, text, (c.look, c.look_soft) if tone == "look" else None)
            left += width + GRID

    def _chip(
        self, painter: QPainter, chip: QRect, text: str, colour: tuple[str, str] | None
    ) -> None:
        ink, ground = colour or (colours().accent, colours().accent_soft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(ink))
        room = chip.width() - 2 * GRID + 2
        middle = Qt.TextElideMode.ElideMiddle  # both ends of a number tell something
        words = painter.fontMetrics().elidedText(text, middle, room)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _text(self, painter: QPainter, where: QRect, text: str) -> None:
        fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, _LEFT, fits)


def chip_widths(wanted: Sequence[int], room: int) -> list[int]:
    """How wide each chip is drawn, px: none is left out, the last ones give way first."""
    widths = list(wanted)
    over = sum(widths) + GRID * (len(widths) - 1) - room
    for i in reversed(range(len(widths))):
        gives = max(0, min(over, widths[i] - LEAST_CHIP))
        widths[i] -= gives
        over -= gives
    return widths

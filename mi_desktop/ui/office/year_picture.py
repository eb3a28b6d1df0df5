"""A year at a glance: twelve months, weekends in grey, holidays in the accent."""

import calendar
from datetime import date

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mi_desktop.catalogue import BusinessCalendar
from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import tr

ACROSS, DOWN = 4, 3
GAP = 16
ROWS = 8  # the month's name, the days' names, six weeks
LEAST = (520, 360)


class YearPicture(QWidget):
    """Draws the business days of a year; the list beside it says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._calendar: BusinessCalendar | None = None
        self.year = 0
        self.setMinimumSize(*LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, shown: BusinessCalendar, year: int) -> None:
        """Draws this year of this calendar."""
        self._calendar, self.year = shown, year
        count = sum(day.year == year for day in shown.days)
        self.setAccessibleName(tr("{year}: {count} holidays", year=str(year), count=count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Twelve months, the first in the upper left corner."""
        super().paintEvent(event)
        if self._calendar is None:
            return
        painter = QPainter(self)
        width = (self.width() - GAP * (ACROSS - 1)) / ACROSS
        height = (self.height() - GAP * (DOWN - 1)) / DOWN
        for month in range(1, 13):
            down, across = divmod(month - 1, ACROSS)
            place = QRectF(across * (width + GAP), down * (height + GAP), width, height)
            self._month(painter, place, month)

    def _month(self, painter: QPainter, place: QRectF, month: int) -> None:
        cell_w, cell_h = place.width() / 7, place.height() / ROWS
        locale, plain = QLocale(), self.font()
        bold = QFont(plain)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(colours().text))
        title = QRectF(place.left(), place.top(), place.width(), cell_h)
        name = locale.standaloneMonthName(month)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, name[:1].upper() + name[1:])
        painter.setFont(plain)
        painter.setPen(QColor(colours().dim))
        for at in range(7):
            cell = _cell(place, (cell_w, cell_h), 1, at)
            narrow = QLocale.FormatType.NarrowFormat
            painter.drawText(cell, _MIDDLE, locale.standaloneDayName(at + 1, narrow))
        for row, week in enumerate(calendar.monthcalendar(self.year, month), start=2):
            for at, number in enumerate(week):
                if number:
                    cell = _cell(place, (cell_w, cell_h), row, at)
                    self._day(painter, cell, date(self.year, month, number))

    def _day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        now = colours()
        holiday = self._calendar is not None and day in self._calendar.days
        if holiday:
            painter.fillRect(cell.adjusted(1, 1, -1, -1), QColor(now.accent))
        ink = now.on_accent if holiday else now.dim if day.weekday() >= 5 else now.text
        painter.setPen(QColor(ink))
        painter.drawText(cell, _MIDDLE, str(day.day))


_MIDDLE = Qt.AlignmentFlag.AlignCenter


def _cell(place: QRectF, size: tuple[float, float], row: int, at: int) -> QRectF:
    return QRectF(place.left() + at * size[0], place.top() + row * size[1], *size)

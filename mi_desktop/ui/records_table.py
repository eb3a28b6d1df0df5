"""A table of records that keeps its place, its sort and its selection when it looks again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mi_desktop.ui.icons import icon
from mi_desktop.ui.theme import colours

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MARGIN = 7
PRECISION = 100  # rows that are measured for a column's width


@dataclass(frozen=True)
class Column:
    """One column: its title and what it shows of a record.

    Attributes:
        text: what is shown.
        order: what is sorted by; the text where left out.
        tone: `look`, `harm`, `dim` or "" for a record.
        icon: the name of an icon before the text, in the same tone.
        right: numbers and times stand at the right.
        stretch: takes the room that is left.
    """

    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    right: bool = False
    stretch: bool = False
    icon: Callable[[Any], str] | None = None

    def key(self, record: Any) -> Any:
        """What the record is sorted by here."""
        return self.order(record) if self.order else self.text(record).casefold()


class _Rows(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.records: list[Any] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, record = self.columns[index.column()], self.records[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            return _colour(column.tone(record))
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return icon(column.icon(record), (column.tone and column.tone(record)) or "text")
        return None


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(tone: str) -> QColor | None:
    return QColor(getattr(colours(), tone)) if tone else None


class _Tones(QStyledItemDelegate):
    """Keeps the tone of a cell where its row is chosen: it draws toned texts by itself."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The style draws everything but a toned text."""
        super().initStyleOption(option, index)
        if isinstance(index.data(Qt.ItemDataRole.ForegroundRole), QColor):
            option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the icon and the text, toned or not."""
        hint = super().sizeHint(option, index)
        if isinstance(index.data(Qt.ItemDataRole.ForegroundRole), QColor):
            width = option.fontMetrics.horizontalAdvance(str(index.data()))
            hint.setWidth(hint.width() + width + 2 * MARGIN)
        return hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the cell, then its toned text."""
        super().paint(painter, option, index)
        tone = index.data(Qt.ItemDataRole.ForegroundRole)
        if not isinstance(tone, QColor):
            return
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        before = option.decorationSize.width() + MARGIN if picture is not None else 0
        room = option.rect.adjusted(MARGIN + before, 0, -MARGIN, 0)
        right = Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(str(index.data()), right, room.width())
        painter.save()
        painter.setPen(tone)
        painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)
        painter.restore()


class RecordsTable(QTableView):
    """Rows of records; one or several may be chosen.

    Attributes:
        opened: the record that Return or a double click was given to.
        picked: the record in front, None where there is none.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        key: Callable[[Any], str],
    ) -> None:
        super().__init__()
        self._key = key
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._rows = _Rows(columns)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self._dress()
        self.doubleClicked.connect(lambda _: self._open())
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell())

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setItemDelegate(_Tones(self))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(PRECISION)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        for number, column in enumerate(self._rows.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                number, mode.Stretch if column.stretch else mode.ResizeToContents
            )

    def show_rows(self, records: Sequence[Any]) -> None:
        """Shows these records in the order asked for, with the same ones chosen as before."""
        chosen = {self._key(r) for r in self.chosen()}
        current = self.current()
        kept = self._key(current) if current is not None else None
        at, place = self.currentIndex().row(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._rows.beginResetModel()
        self._rows.records = self._ordered(records)
        self._rows.endResetModel()
        self.selectionModel().blockSignals(False)
        self._choose_again(kept, chosen, at)
        self.verticalScrollBar().setValue(place)
        self._tell()

    def records(self) -> list[Any]:
        """All records shown, in their order."""
        return list(self._rows.records)

    def current(self) -> Any:
        """The record in front, None where there is none."""
        row = self.currentIndex().row()
        return self._rows.records[row] if 0 <= row < len(self._rows.records) else None

    def chosen(self) -> list[Any]:
        """The records chosen, in the order shown."""
        rows = sorted({i.row() for i in self.selectionModel().selectedRows()})
        return [self._rows.records[r] for r in rows if r < len(self._rows.records)]

    def choose(self, key: str) -> bool:
        """Brings the record with this key to the front; False where it is not here."""
        for row, record in enumerate(self._rows.records):
            if self._key(record) == key:
                self.take_in_hand(row)
                return True
        return False

    def take_in_hand(self, row: int) -> None:
        """Chooses this row alone, whatever keys are held down."""
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def _ordered(self, records: Sequence[Any]) -> list[Any]:
        number, order = self._sorted
        if number < 0:
            return list(records)
        down = order is Qt.SortOrder.DescendingOrder
        return sorted(records, key=self._rows.columns[number].key, reverse=down)

    def _choose_again(self, kept: str | None, chosen: set[str], at: int) -> None:
        keys = [self._key(r) for r in self._rows.records]
        if not keys:
            return
        row = keys.index(kept) if kept in keys else max(0, min(at, len(keys) - 1))
        model = self.selectionModel()
        flags = model.SelectionFlag
        self.take_in_hand(row)
        for number, key in enumerate(keys):
            if key in chosen:
                model.select(self._rows.index(number, 0), flags.Select | flags.Rows)

    def _sort(self, number: int, order: Qt.SortOrder) -> None:
        self._sorted = (number, order)
        self.show_rows(self._rows.records)

    def _tell(self) -> None:
        self.picked.emit(self.current())

    def _open(self) -> None:
        record = self.current()
        if record is not None:
            self.opened.emit(record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; Tab leaves the table."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open()
            return
        super().keyPressEvent(event)

"""Everything that can be done here, found by typing a few of its letters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import tr

WIDTH, ROW, MOST_ROWS = 560, 34, 12


def fits(wanted: str, text: str) -> float | None:
    """How well typed letters fit a text: lower is better, None where they do not.

    The letters must come in the text in their order; near each other and at the beginnings of
    words is better.
    """
    if not wanted:
        return 0.0
    text = text.casefold()
    at, last, cost = 0, -1, 0.0
    for letter in wanted.casefold().replace(" ", ""):
        at = text.find(letter, last + 1)
        if at < 0:
            return None
        gap = at - last - 1
        starts_word = at == 0 or not text[at - 1].isalnum()
        cost += 0 if gap == 0 else (1 if starts_word else 2 + gap / 10)
        last = at
    return cost + len(text) / 1000


class CommandPalette(QFrame):
    """A field and a list over the window; Return does the first, Esc closes."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("popup", True)
        self.setAccessibleName(tr("Commands"))
        self._over = over
        self._actions: list[QAction] = []
        self._back_to: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("Commands"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Commands"))
        self.list.itemClicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.hide()

    def open(self, actions: Sequence[QAction]) -> None:
        """Shows what can be done now."""
        self._actions = [a for a in actions if a.isEnabled() and a.text()]
        self._back_to = self.window().focusWidget()
        self.field.clear()
        self._narrow("")
        over = self._over
        height = 64 + ROW * MOST_ROWS
        self.setGeometry((over.width() - WIDTH) // 2, 56, WIDTH, min(height, over.height() - 72))
        self.raise_()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hides it and gives the focus back."""
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that belong to the list."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return super().eventFilter(watched, event)
        return True

    def _step(self, by: int) -> None:
        rows = self.list.model()
        to = max(0, min(self.list.currentIndex().row() + by, rows.rowCount() - 1))
        self.list.setCurrentIndex(rows.index(to, 0))

    def _narrow(self, wanted: str) -> None:
        ranked = [(fits(wanted, a.text()), n) for n, a in enumerate(self._actions)]
        self.list.clear()
        for _, number in sorted((cost, n) for cost, n in ranked if cost is not None):
            action = self._actions[number]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([action.text(), keys])
            item.setForeground(1, QColor(colours().dim))
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _do(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(0, Qt.ItemDataRole.UserRole)]
        self.close_palette()
        action.trigger()

"""The tray's list widget: keeps its place, its order and its selection."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from mi_desktop.ui.tray.delegate import TrayDelegate
from mi_desktop.ui.tray.model import ROW, TrayModel
from mi_desktop.ui.tray.rows import TrayRow
from mi_desktop.ui.words import tr


class Pile(QListView):
    """The pieces that wait.

    Attributes:
        picked: the `TrayRow` that came to the front, None where the tray is empty.
        renewed: the `TrayRow` in front, which is the same piece as before, was looked at again.
    """

    picked = Signal(object)
    renewed = Signal(object)

    def __init__(self, model: TrayModel) -> None:
        super().__init__()
        self._rows = model
        self._told = ""
        self.setModel(model)
        self.setItemDelegate(TrayDelegate())
        self.setAccessibleName(tr("Mail that waits"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def current(self) -> TrayRow | None:
        """The piece in front."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def show_rows(self, rows: Sequence[TrayRow]) -> None:
        """Shows these; the same piece stays in front, else the one that took its place."""
        before = self.current()
        at, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._rows.show_rows(rows)
        self._stand(before, at, scrolled)

    def sort_by(self, order: str) -> None:
        """Another order, the same piece in front."""
        before = self.current()
        self._rows.sort_by(order)
        self._stand(before, 0, 0)

    def choose(self, piece_id: str) -> bool:
        """Brings a piece to the front; False where it does not wait."""
        at = self._rows.place_of(piece_id)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at))
        return at >= 0

    def _stand(self, before: TrayRow | None, at: int, scrolled: int) -> None:
        self.verticalScrollBar().setValue(scrolled)
        if before is None or not self.choose(before.piece.id):
            last = self._rows.rowCount() - 1
            to = min(max(at, 0), last)
            self.setCurrentIndex(self._rows.index(to) if to >= 0 else QModelIndex())
        self._tell()

    def _tell(self) -> None:
        """A list that is looked at again must not disturb what is being done with the piece."""
        row = self.current()
        now = row.piece.id if row else ""
        if now != self._told or row is None:
            self._told = now
            self.picked.emit(row)
        else:
            self.renewed.emit(row)

"""The tray's list as Qt sees it: rows in an order, and their small pictures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.tray.rows import TrayRow, chips, reading, sender
from mi_desktop.ui.words import moment, shown

ROW = Qt.ItemDataRole.UserRole
THUMB = Qt.ItemDataRole.UserRole + 1
THUMB_SIZE = QSize(40, 56)  # px on the screen; fetched at twice that for sharp displays
_SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
Index = QModelIndex | QPersistentModelIndex

ORDERS: dict[str, tuple[Words, Callable[[TrayRow], object], bool]] = {
    "oldest": (words("Oldest first"), lambda r: r.piece.received_at, False),
    "newest": (words("Newest first"), lambda r: r.piece.received_at, True),
    "suspected": (
        words("Suspected events first"),
        lambda r: (not r.suspected, r.piece.received_at),
        False,
    ),
    "sender": (words("By sender"), lambda r: sender(r).casefold(), False),
}


class TrayModel(QAbstractListModel):
    """Rows by piece.

    Asks for one small picture at a time, so that the page in front waits for none of them.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[TrayRow] = []
        self._order = "oldest"
        self._thumbs: dict[str, QPixmap | None] = {}
        self._wanted: list[str] = []
        self._fetching = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many pieces wait."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, its picture, or what a screen reader says of it."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == THUMB:
            return self._thumb(row)
        if role in _SPOKEN:
            return _spoken(row)
        return None

    def rows(self) -> list[TrayRow]:
        """All rows in their order."""
        return list(self._rows)

    def known(self) -> dict[str, TrayRow]:
        """Rows by the piece's id."""
        return {row.piece.id: row for row in self._rows}

    def place_of(self, piece_id: str) -> int:
        """The row's number, -1 where the piece does not wait."""
        ids = [row.piece.id for row in self._rows]
        return ids.index(piece_id) if piece_id in ids else -1

    def show_rows(self, rows: Sequence[TrayRow]) -> None:
        """Shows these instead."""
        self.beginResetModel()
        self._rows = self._sorted(rows)
        self.endResetModel()

    def put(self, row: TrayRow) -> None:
        """More is known of a row; it keeps its place until the list is looked at again."""
        at = self.place_of(row.piece.id)
        if at >= 0 and self._rows[at].piece == row.piece:
            self._rows[at] = row
            self._touched(at)

    def sort_by(self, order: str) -> None:
        """One of `ORDERS`."""
        self._order = order if order in ORDERS else "oldest"
        self.show_rows(self._rows)

    def forget_thumb(self, piece_id: str) -> None:
        """The first page was turned: its picture is fetched again."""
        self._thumbs.pop(piece_id, None)
        if (at := self.place_of(piece_id)) >= 0:
            self._touched(at)

    def _sorted(self, rows: Sequence[TrayRow]) -> list[TrayRow]:
        _, key, down = ORDERS[self._order]
        return sorted(rows, key=key, reverse=down)  # type: ignore[arg-type]

    def _touched(self, at: int) -> None:
        self.dataChanged.emit(self.index(at), self.index(at))

    def _thumb(self, row: TrayRow) -> QPixmap | None:
        piece_id = row.piece.id
        if piece_id not in self._thumbs and row.piece.pages:
            self._thumbs[piece_id] = None
            self._wanted.append(piece_id)
            self._fetch()
        return self._thumbs.get(piece_id)

    def _fetch(self) -> None:
        if self._fetching or not self._wanted:
            return
        piece_id = self._wanted.pop(0)
        at = self.place_of(piece_id)
        if at < 0:
            self._fetch()
            return
        self._fetching = True
        intake, ref = self._desk.services.intake, self._rows[at].piece.pages[0].ref
        width = THUMB_SIZE.width() * 2
        self._desk.tasks.slow(
            None,
            lambda _: QImage.fromData(intake.page_image(ref, width).png),
            lambda image: self._came(piece_id, image),
            failed=self._none_came,
        )

    def _came(self, piece_id: str, image: QImage) -> None:
        self._fetching = False
        self._thumbs[piece_id] = QPixmap.fromImage(image)
        if (at := self.place_of(piece_id)) >= 0:
            self._touched(at)
        self._fetch()

    def _none_came(self, _: WorldError) -> None:
        """A page without a picture keeps its blank sheet; the viewer says why when it opens."""
        self._fetching = False
        self._fetch()


def _spoken(row: TrayRow) -> str:
    piece = row.piece
    parts = [
        piece.number,
        shown(piece.channel),
        sender(row),
        piece.subject,
        moment(piece.received_at),
        reading(row),
        *(text for text, _ in chips(row)),
    ]
    return ", ".join(part for part in parts if part)

"""The strips under a page, of which one is open at most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, Hiding
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.page_canvas import PageCanvas
from mi_desktop.ui.reading.check_strip import CheckStrip
from mi_desktop.ui.reading.hide_strip import HideStrip
from mi_desktop.ui.reading.unmask_strip import UnmaskStrip


class PageStrips(QWidget):
    """Opens the strips and shows on the page what they speak of.

    Attributes:
        changed: a `PageText`: the page in front as it counts now.
        closed: a strip was closed; the page's own marks may come back.
        finished: the page in front is checked.
        uncovered: a reason was given: the `PageRef` whose identity numbers may be seen.
        permitted: the user may check and hide.
    """

    changed = Signal(object)
    closed = Signal()
    finished = Signal()
    uncovered = Signal(object)

    def __init__(self, desk: Desk, canvas: PageCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.permitted = desk.user.may(Action.CHECK_READING)
        self.check, self.hiding, self.unmask = CheckStrip(desk), HideStrip(desk), UnmaskStrip(desk)
        self._may_unmask = desk.user.may(Action.UNMASK)
        self.unmask.uncovered.connect(self._uncover)
        self.check.pointed.connect(self._point)
        self.check.changed.connect(self.changed)
        self.check.finished.connect(self.finished)
        self.hiding.shown.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for strip in (self.check, self.hiding):
            strip.closed.connect(self.closed)
            column.addWidget(strip)
        column.addWidget(self.unmask)
        canvas.chosen.connect(self._selected)

    def open_check(self, ref: PageRef | None) -> None:
        """Checks a page, or goes on with checking at the word in hand."""
        if ref is not None and self.permitted:
            self.hiding.close_strip()
            self.check.open(ref)

    def open_hiding(self, ref: PageRef | None) -> None:
        """Hides parts of the piece of a page."""
        if ref is not None and self.permitted:
            self.check.close_strip()
            self.hiding.open(ref)

    def open_unmask(self, ref: PageRef | None) -> None:
        """Asks what the identity numbers of a page are needed for."""
        if ref is not None and self._may_unmask:
            self.check.close_strip()
            self.hiding.close_strip()
            self.unmask.open(ref)

    def turned_to(self, ref: PageRef) -> None:
        """Another page came to the front: an open strip goes along."""
        if self.check.ref not in (None, ref):
            self.check.open(ref)
        self.hiding.turned_to(ref)
        if self.unmask.ref not in (None, ref):
            self.unmask.close_strip()

    def close_all(self) -> None:
        """No page is in front any more."""
        self.check.close_strip()
        self.hiding.close_strip()
        self.unmask.close_strip()

    def _uncover(self, ref: PageRef) -> None:
        self._canvas.uncover()
        self.uncovered.emit(ref)

    def _selected(self, quote: str, box: Box | None) -> None:
        self.check.set_place(box)
        self.hiding.set_place(quote, box)

    def _point(self, box: Box | None) -> None:
        self._canvas.mark_boxes([(box, "look")] if box is not None else [])
        if box is not None:
            self._canvas.show_box(box)

    def _mark(self, hidden: list[Hiding]) -> None:
        self._canvas.mark_boxes([(h.box, "harm") for h in hidden])

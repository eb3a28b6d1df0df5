"""Shows the identity numbers of a page to whoever says what they are needed for (GD-07)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from mi_desktop.intake import PageRef
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.reading.strip import Strip
from mi_desktop.ui.words import tr


class UnmaskStrip(Strip):
    """One field and a button; the reason stays in the audit trail.

    Attributes:
        uncovered: the reason was given: the `PageRef` whose numbers may be seen.
    """

    uncovered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        title = tr("Show identity numbers")
        super().__init__(desk, title)
        self.why = QLineEdit()
        asked = tr("What the number is needed for")
        self.why.setAccessibleName(asked)
        self.show_them = self.act(title, "Ctrl+Return", self._ask)
        self.leave = self.act(tr("Close"), "", self.close_strip)
        self.show_them.setEnabled(False)
        self.why.textChanged.connect(lambda text: self.show_them.setEnabled(bool(text.strip())))
        self.why.returnPressed.connect(self.show_them.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(label(asked))
        row.addWidget(self.why, 1)
        row.addWidget(self.button(self.show_them))
        row.addWidget(self.button(self.leave))
        self.setFocusProxy(self.why)

    def open(self, ref: PageRef) -> None:
        """Asks for the numbers of this page."""
        self.ref = ref
        self.why.clear()
        self.show()
        self.why.setFocus()

    def _ask(self) -> None:
        ref, why, by = self.ref, self.why.text(), self.desk.user
        if ref is None or not why.strip():
            return
        ocr = self.desk.services.ocr
        self.desk.tasks.records(lambda: ocr.unmask(by, ref, why), lambda _: self._may(ref))

    def _may(self, ref: PageRef) -> None:
        self.close_strip()
        self.uncovered.emit(ref)

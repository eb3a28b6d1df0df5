"""A quote that an answer rests on; a click shows its place on the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton

from mi_desktop.ocr import Region
from mi_desktop.ui.inquiry.use_as import short
from mi_desktop.ui.words import tr

LONGEST = 32


class EvidenceChip(QPushButton):
    """Return or a click shows the place, Delete takes the evidence away.

    Attributes:
        removed: it should go.
    """

    removed = Signal()

    def __init__(self, region: Region, waiting: bool) -> None:
        quote = short(region.quote, LONGEST) or tr("a rectangle")
        super().__init__(tr("p. {page} “{quote}”", page=region.page, quote=quote))
        self.setProperty("chip", "look" if waiting else "calm")
        self.setToolTip(tr("Kept with your answer") if waiting else short(region.quote))
        self.setAccessibleName(
            tr("Evidence on page {page}: {quote}", page=region.page, quote=quote)
        )
        remove = QAction(tr("Take the evidence away"), self)
        remove.triggered.connect(self.removed.emit)
        self.addAction(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

"""Why a letter does not go with its batch after all; it waits to be sent again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.dispatch import Batch, BatchItem
from mi_desktop.ui.labels import label
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import tr

WIDTH = 340


class TakeOutPanel(SidePanel):
    """Asks for the reason.

    Attributes:
        given: ids of the batch and the letter, and the reason.
    """

    given = Signal(str, str, str)

    def __init__(self) -> None:
        self.what = label()
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("For example: damaged, wrong address"))
        self.take_out = QPushButton(tr("Take out of the batch"))
        self.take_out.setProperty("main", True)
        self.take_out.setEnabled(False)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.what, self.reason, self.take_out):
            column.addWidget(part)
        column.addStretch(1)
        super().__init__(tr("Take out of the batch"), body)
        self._of = ("", "")
        self.setFixedWidth(WIDTH)
        self.reason.textChanged.connect(lambda text: self.take_out.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self.take_out.click)
        self.take_out.clicked.connect(self._give)

    def ask(self, batch: Batch, item: BatchItem) -> None:
        """Opens for this letter of this batch."""
        self._of = (batch.id, item.letter_id)
        self.what.setText(
            tr(
                "{reference} does not go with {number}. It waits to be sent again.",
                reference=item.reference,
                number=batch.number,
            )
        )
        self.reason.clear()
        self.open(self.reason)

    def _give(self) -> None:
        self.close_panel()
        self.given.emit(*self._of, self.reason.text().strip())

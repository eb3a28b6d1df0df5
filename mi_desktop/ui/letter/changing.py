"""Side panels that change a letter: its address, a paragraph of the author's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.letters import Block, Recipient
from mi_desktop.ui.labels import label
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import tr

WIDTH = 340


class AddressPanel(SidePanel):
    """The lines that show in the envelope's window.

    Attributes:
        wanted: a `Recipient`, and the one that stood there when typing began.
    """

    wanted = Signal(object, object)

    def __init__(self) -> None:
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName(tr("Address, line by line"))
        self.lines.setTabChangesFocus(True)
        self.country = QLineEdit()
        self.country.setMaxLength(2)
        self.email = QLineEdit()
        self.save = QPushButton(tr("Use this address"))
        self.save.setProperty("main", True)
        body = QWidget()
        form = QFormLayout(body)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Address, line by line"), self.lines)
        form.addRow(tr("Country code"), self.country)
        form.addRow(tr("E-mail"), self.email)
        form.addRow(self.save)
        for name, field in ((tr("Country code"), self.country), (tr("E-mail"), self.email)):
            field.setAccessibleName(name)
        super().__init__(tr("Recipient"), body)
        self._seen = Recipient((), "", "")
        self.setFixedWidth(WIDTH)
        self.save.clicked.connect(self._use)

    def ask(self, recipient: Recipient) -> None:
        """Opens with the recipient as it is."""
        self._seen = recipient
        self.lines.setPlainText("\n".join(recipient.lines))
        self.country.setText(recipient.country)
        self.email.setText(recipient.email)
        self.open(self.lines)

    def _use(self) -> None:
        lines = tuple(x.strip() for x in self.lines.toPlainText().splitlines() if x.strip())
        country = self.country.text().strip().upper()
        self.wanted.emit(Recipient(lines, country, self.email.text().strip()), self._seen)


class TextPanel(SidePanel):
    """One block of own text.

    Attributes:
        wanted: the block as it was when typing began, and its paragraphs now.
    """

    wanted = Signal(object, object)

    def __init__(self) -> None:
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the block"))
        self.text.setTabChangesFocus(True)
        self.save = QPushButton(tr("Use this text"))
        self.save.setProperty("main", True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(label(tr("An empty line begins a new paragraph. [1] cites."), "dim"))
        column.addWidget(self.save)
        super().__init__(tr("Own text"), body)
        self._block: Block | None = None
        self.setFixedWidth(WIDTH)
        self.save.clicked.connect(self._use)

    def ask(self, block: Block) -> None:
        """Opens with the block's text."""
        self._block = block
        self.text.setPlainText("\n\n".join(block.paragraphs))
        self.open(self.text)

    def _use(self) -> None:
        parts = (" ".join(p.split()) for p in self.text.toPlainText().split("\n\n"))
        self.wanted.emit(self._block, tuple(p for p in parts if p))


def address_text(recipient: Recipient) -> str:
    """A recipient as one reads it."""
    return "\n".join(filter(None, (*recipient.lines, recipient.country, recipient.email)))


def block_text(block: Block) -> str:
    """A block as one reads and types it."""
    return "\n\n".join(block.paragraphs)

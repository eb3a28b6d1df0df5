"""The tray's small side panels: why a piece is not ours, and what to scan from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.intake import Channel, Scanner
from mi_desktop.ui.tray.question_form import choose, chooser
from mi_desktop.ui.words import shown, tr


class DeclineForm(QWidget):
    """Asks for the reason.

    Attributes:
        given: the reason.
    """

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("For example: advertising, wrong company"))
        self.decline = QPushButton(tr("Set aside as not ours"))
        self.decline.setProperty("main", True)
        self.decline.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.decline.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self.decline.click)
        self.decline.clicked.connect(lambda *_: self.given.emit(self.reason.text().strip()))
        what = QLabel(tr("The piece leaves the tray and stays kept; Ctrl+Z brings it back."))
        what.setWordWrap(True)
        what.setProperty("tone", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (what, self.reason, self.decline):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self.reason)

    def begin(self) -> None:
        """Starts with an empty reason."""
        self.reason.clear()


class ScanForm(QWidget):
    """Asks which device, which feeder, and how the paper came.

    Attributes:
        wanted: device, source, `Channel`.
    """

    wanted = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.device = chooser(tr("Scanner"), ())
        self.source = chooser(
            tr("Paper lies"),
            (
                ("Automatic Document Feeder", tr("in the feeder")),
                ("Flatbed", tr("on the glass")),
            ),
        )
        self.channel = chooser(
            tr("It came by"),
            [(c.value, shown(c)) for c in (Channel.POST, Channel.FAX, Channel.HAND)],
        )
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.start = QPushButton(tr("Scan"))
        self.start.setToolTip(tr("Scan (Ctrl+Return)"))
        self.start.setProperty("main", True)
        self.start.clicked.connect(self._start)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.start.click)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Scanner"), self.device)
        form.addRow(tr("Paper lies"), self.source)
        form.addRow(tr("It came by"), self.channel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.state)
        column.addWidget(self.start)
        column.addStretch(1)
        self.setFocusProxy(self.device)

    def look(self) -> None:
        """Says that scanners are being looked for."""
        self.start.setEnabled(False)
        self.state.setText(tr("Looking for scanners."))

    def show_scanners(self, scanners: Sequence[Scanner], usual: str) -> None:
        """Shows what was found; `usual` is the device of the settings."""
        self.device.clear()
        for scanner in scanners:
            self.device.addItem(scanner.label, scanner.device)
        choose(self.device, usual)
        self.start.setEnabled(bool(scanners))
        self.state.setText(
            ""
            if scanners
            else tr("No scanner was found. Switch it on, connect it, and open this panel again.")
        )

    def failed(self, words: str) -> None:
        """Says why there are none."""
        self.state.setText(words)

    def _start(self) -> None:
        channel = Channel(self.channel.currentData())
        self.wanted.emit(self.device.currentData(), self.source.currentData(), channel)

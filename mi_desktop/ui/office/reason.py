"""A panel's form that asks for one sentence: why something is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.ui.labels import label
from mi_desktop.ui.words import tr


class ReasonForm(QWidget):
    """What is about to happen, why, and the button; nothing happens without a reason."""

    def __init__(self) -> None:
        super().__init__()
        self.what = label()
        self.title = label()
        self.why = QLineEdit()
        self.go = QPushButton()
        self.go.setProperty("main", True)
        self._call: Callable[[str], None] = lambda _: None
        self.why.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.why.returnPressed.connect(self.go.click)
        self.go.clicked.connect(lambda *_: self._call(self.why.text().strip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.what, self.title, self.why, self.go):
            column.addWidget(part)
        column.addWidget(label(tr("Esc goes back; nothing happens then."), "dim"))
        column.addStretch(1)
        self.setFocusProxy(self.why)

    def ask(self, what: str, titles: tuple[str, str], call: Callable[[str], None]) -> None:
        """Asks anew.

        Args:
            what: what will happen.
            titles: of the field and of the button.
            call: gets the reason.
        """
        self.what.setText(what)
        self.title.setText(titles[0])
        self.why.setAccessibleName(titles[0])
        self.go.setText(titles[1])
        self.go.setAccessibleName(titles[1])
        self.why.clear()
        self.go.setEnabled(False)
        self._call = call

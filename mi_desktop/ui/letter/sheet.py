"""A PDF of our own in a side panel: a hand-off's sheet, a batch's manifest, a signed letter."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mi_desktop.ui.desk import Desk
from mi_desktop.ui.letter.paper import LetterPaper, pages_of
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.take_away import take_away
from mi_desktop.ui.words import tr

WIDTH = 460


class SheetPanel(SidePanel):
    """Shows pages, and keeps them as a file where the user asks for it."""

    def __init__(self, desk: Desk) -> None:
        self.paper = LetterPaper()
        self.save = QPushButton(tr("Save as…"))
        close = QPushButton(tr("Close (Esc)"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        super().__init__(tr("Sheet"), body)
        self._desk = desk
        self._name = ""
        self._pdf = b""
        self.setFixedWidth(WIDTH)
        self.save.clicked.connect(self._save)
        close.clicked.connect(self.close_panel)

    def ask(self, name: str, make: Callable[[], bytes]) -> None:
        """Opens with the PDF that `make` gives; `name` becomes the file's."""
        self._name = name.replace("/", "-")
        self.setAccessibleName(name)
        self._title.setText(name)
        self.paper.show_pages([], None)

        def draw() -> tuple[bytes, list[QImage]]:
            pdf = make()
            return pdf, pages_of(pdf)

        self._desk.tasks.records(draw, self._show)

    def forget(self) -> None:
        """Lets go of the pages."""
        self._pdf = b""
        self.paper.show_pages([], None)

    def _show(self, drawn: tuple[bytes, list[QImage]]) -> None:
        self._pdf, pages = drawn
        self.paper.show_pages(pages, None)
        self.open(self.paper)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save as…"), f"{self._name}.pdf", "*.pdf")
        if name:
            pdf = self._pdf
            take_away(self._desk, Path(name), self._name, lambda: pdf)

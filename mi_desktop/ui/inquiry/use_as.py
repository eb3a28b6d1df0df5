"""What a person pointed at on a page, and what it may be used as. Not a dialog box: a strip."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from mi_desktop.ocr import Region
from mi_desktop.ui.labels import label
from mi_desktop.ui.words import tr

QUOTE_LONGEST = 160


def short(quote: str, longest: int = QUOTE_LONGEST) -> str:
    """A quote on one line, cut where it is long."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


class UseAs(QFrame):
    """The quote and one button for each use; hidden until something is pointed at."""

    def __init__(self, uses: Sequence[QAction]) -> None:
        super().__init__()
        self.setProperty("bar", "bottom")
        self.setAccessibleName(tr("Use as"))
        self.region: Region | None = None
        self._quote = label(size="")
        self._uses = tuple(uses)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setSpacing(8)
        grid.addWidget(self._quote, 0, 0, 1, 4)
        for number, use in enumerate(uses):
            grid.addWidget(_button(use), 1 + number // 4, number % 4)
        self.take(None)

    def take(self, region: Region | None) -> None:
        """Shows what was pointed at; None hides the strip."""
        self.region = region
        self.setVisible(region is not None)
        for use in self._uses:
            use.setEnabled(region is not None)
        if region is not None:
            quote = short(region.quote) or tr("A rectangle without text")
            self._quote.setText(tr("“{quote}” — use as:", quote=quote))


def _button(use: QAction) -> QWidget:
    button = QPushButton(use.text())
    button.setToolTip(use.toolTip())
    button.setAccessibleName(use.text())
    button.clicked.connect(use.trigger)
    return button

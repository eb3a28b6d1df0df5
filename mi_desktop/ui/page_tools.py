"""The row above a page: turning, zoom, checking, and how the page was read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from mi_desktop.basics.words import Words
from mi_desktop.ocr import Kind, PageText, Source
from mi_desktop.ui.icons import icon
from mi_desktop.ui.page_overlay import LOW_CONFIDENCE
from mi_desktop.ui.words import say, tr


class PageTools(QWidget):
    """Buttons with their shortcuts, which work anywhere in the view they belong to.

    Attributes:
        count: which page of how many.
        reading: how it was read.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = view
        self.count, self.reading = QLabel(), QLabel()
        self.reading.setProperty("tone", "dim")
        self.reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(4)

    def add(self, text: str, keys: str, picture: str, call: Callable[[], object]) -> QAction:
        """A button at the end of the row; its tooltip names its keys."""
        action = QAction(icon(picture), text, self._view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})")
        action.triggered.connect(lambda *_: call())
        self._view.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(text)
        self._row.addWidget(button)
        return action

    def add_labels(self) -> None:
        """The two labels, which take what room there is."""
        self._row.addWidget(self.count)
        self._row.addWidget(self.reading, 1)

    def tell(self, told: str) -> None:
        """Says how the page was read."""
        self.reading.setText(told)
        self.reading.setToolTip(told)


def reading_told(text: PageText | None, problem: Words | None, everything: bool) -> str:
    """How a page was read, in words.

    Args:
        text: None for a page that is not read yet.
        problem: why it could not be.
        everything: its words are drawn over it: says what their colours mean.
    """
    if problem is not None:
        return say(problem)
    if text is None:
        return tr("not read yet")
    if everything:
        return _counted(text)
    if text.warnings:
        return say(text.warnings[0])
    if text.source is Source.TEXT_LAYER:
        return tr("text of the document itself")
    by_hand = any(place.kind is Kind.HANDWRITING for place in text.places)
    told = tr("read, {sure} % sure", sure=round(text.confidence))
    return f"{told} · {tr('handwriting on it')}" if by_hand else told


def _counted(text: PageText) -> str:
    doubtful = sum(word.doubtful or word.confidence < LOW_CONFIDENCE for word in text.words)
    told = tr("{words} words, amber: {doubtful} in doubt", words=len(text.words), doubtful=doubtful)
    found = len(text.guesses) + len(text.places)
    dashed = tr("dashed: {found} other places", found=found)
    return f"{told}; {dashed}" if found else told

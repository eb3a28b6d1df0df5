"""Labels, links, chips and headings in the house's tones."""

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QWidget

from mi_desktop.inquiries import Pace
from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import LANGUAGES

PACE_TONES = {Pace.LATE: "harm", Pace.NEAR: "look", Pace.ON_TIME: "", Pace.DONE: "dim"}


def label(text: str = "", tone: str = "", size: str = "") -> QLabel:
    """Words that wrap and can be copied.

    Args:
        text: plain text.
        tone: `dim`, `accent`, `look`, `harm` or "".
        size: `large`, `title` or "".
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setProperty("tone", tone)
    made.setProperty("rank", size)
    return made


def language_name(code: str) -> str:
    """A language by its own name: `Svenska`, `English`; the code where Qt knows none."""
    return LANGUAGES.get(code) or (QLocale(code).nativeLanguageName() if code else "") or code


def heading(text: str) -> QLabel:
    """The name of a group."""
    made = label(text)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made


def chip(text: str, tone: str = "calm") -> QLabel:
    """A short state on a ground of its own: `calm`, `look` or `harm`."""
    made = QLabel(text)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Changes the tone of a widget that is already shown."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Links(QLabel):
    """A sentence of links: mouse, Tab and Return follow them.

    `follow` gets the target of the link that was followed.
    """

    def __init__(self, follow: Callable[[str], None]) -> None:
        self._shown: tuple[str, tuple[tuple[str, str], ...], str] = ("", (), "")
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(follow)

    def show_links(self, before: str, links: Iterable[tuple[str, str]], after: str = "") -> None:
        """Shows `before`, then the links (words, target) with commas, then `after`."""
        self._shown = (before, tuple(links), after)
        self._write()
        plain = ", ".join(words for words, _ in self._shown[1])
        self.setAccessibleName(f"{before} {plain}{after}".strip())

    def changeEvent(self, event: QEvent) -> None:
        """Other colours are in force: a text keeps the ink it was written with."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        before, links, after = self._shown
        ink = colours().accent
        joined = ", ".join(
            f'<a style="color: {ink}" href="{escape(target, quote=True)}">{escape(words)}</a>'
            for words, target in links
        )
        self.setText(f"{escape(before)} {joined}{escape(after)}".strip())


def line() -> QFrame:
    """A thin line between groups."""
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setProperty("line", True)
    return made


def empty_out(layout: QLayout) -> None:
    """Takes everything out of a layout; the widgets go when Qt has time."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty_out(inner)

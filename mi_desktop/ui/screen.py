"""What a screen is: a widget with actions, words for every state, and a place to open records.

The window makes a screen when it is first needed, puts its actions into the command palette and
calls `arrived` whenever it comes to the front. Each folder exports its screen from its
`__init__`: `tray.TrayScreen`, `inquiry.InquiryScreen`, `safety.SafetyScreen`,
`letter.LetterScreen`, `outbox.OutboxScreen`, `office.OfficeScreen`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from mi_desktop.basics.words import Words
from mi_desktop.ui.desk import Desk


class Screen(QWidget):
    """A screen of the window. Subclasses build their widgets in `__init__(desk)`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def arrived(self) -> None:
        """The screen came to the front: look again at the records, keep place and selection."""

    def refresh(self) -> None:
        """Records changed somewhere; called on the screen in front. By itself like `arrived`."""
        self.arrived()

    def show_record(self, ref: str) -> None:
        """Shows this record (an id: of a piece in the tray, an inquiry, a letter)."""

    def record(self) -> str:
        """The id of the record shown, "" for none; the window keeps it over a language switch."""
        return ""

    def doable(self) -> Sequence[QAction]:
        """What can be done here: the command palette shows it."""
        return self.findChildren(QAction)

    def act(self, text: str, shortcut: str, call: Callable[[], object]) -> QAction:
        """Adds an action: in the palette, on its keys anywhere in the screen.

        Args:
            text: translated, without `&`; also the tooltip, with the keys.
            shortcut: portable, e.g. `Ctrl+Return`, `N`; "" for the palette only. Typing in a
                field wins over single letters.
            call: what it does.
        """
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({keys})")
        action.triggered.connect(lambda *_: call())
        self.addAction(action)
        return action

    def button(self, action: QAction, *, main: bool = False) -> QPushButton:
        """A push button for an action, with its keys in the tooltip; `main` in the accent."""
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setProperty("main", main)
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button


@dataclass(frozen=True)
class ScreenKind:
    """How a screen is named, found and made.

    Attributes:
        key: `desk.open(key, ref)`.
        opens: kinds of records that it shows, as search and links name them.
        make: called when the screen is first needed.
    """

    key: str
    title: Words
    icon: str
    opens: tuple[str, ...]
    make: Callable[[Desk], Screen]

"""The locked window: nothing of the work can be seen, and nothing of it is lost (P11-12)."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mi_desktop.ui.sign_in import SignIn
from mi_desktop.ui.words import tr

_ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}
_LOOKS = 20  # in the time after which it locks
_SHORTEST_MS = 20


class LockScreen(SignIn):
    """Asks the user who is signed in for the passphrase; the work waits behind it.

    Attributes:
        leaving: somebody else wants to sign in; what was not saved goes.
    """

    leaving = Signal()

    def __init__(self, office: str, name: str, full_name: str) -> None:
        super().__init__(office, name)
        self.form.setRowVisible(self.name, False)
        self.hint.setText(tr("Locked. {name} can go on where the work was left.", name=full_name))
        self.button.setText(tr("Unlock"))
        self.leave = QPushButton(tr("Sign out"))
        self.leave.setProperty("flat", True)
        self.leave.setToolTip(tr("Lets somebody else sign in; what was not saved is lost"))
        self.leave.clicked.connect(self.leaving)
        self.card.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignHCenter)


class IdleWatch(QObject):
    """Notices that nobody touched keyboard or mouse for a while, sleep of the machine included.

    Attributes:
        idle: nobody was there for as long as was said.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._seconds = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self, window: QWindow | None, seconds: float) -> None:
        """Watches this window from now on; a dialog that opens or closes counts, too."""
        self.stop()
        self._window, self._seconds = window, seconds
        self._touch()
        if window is not None:
            window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._touch)
        self._timer.start(max(_SHORTEST_MS, round(1000 * seconds / _LOOKS)))

    def stop(self) -> None:
        """Watches no more."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._touch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes the time of what the user does; stops nothing."""
        if event.type() in _ACTIVITY:
            self._touch()
        return False

    def _touch(self, *_: object) -> None:
        self._last = time.time()

    def _look(self) -> None:
        # By the clock on the wall: a machine that slept comes back locked.
        if abs(time.time() - self._last) >= self._seconds:
            self.stop()
            self.idle.emit()


def put_away(keep: QWidget) -> None:
    """Hides everything that shows beside the window: menus, lists, dialogs; empties the clipboard.

    A dialog that is hidden counts as cancelled; the clipboard is emptied only where it holds
    something of ours (GD-06).
    """
    for widget in QApplication.topLevelWidgets():
        if widget is not keep and widget.isVisible():
            widget.hide()
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()

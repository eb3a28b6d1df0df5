"""What every screen is given: the counter, who sits here, the lanes, and the house telephone."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from mi_desktop.people import User
    from mi_desktop.services import Services


LOCK_AFTER = "lock-after"


@dataclass(frozen=True)
class Message:
    """Something said to the user.

    Attributes:
        words: what happened.
        advice: what to do about it, None for a plain message.
        grave: stays until it is closed; a plain one shows in the status line.
    """

    words: Words
    advice: Words | None = None
    grave: bool = False


class Telephone(QObject):
    """How screens reach the window without knowing it.

    Attributes:
        said: a `Message` for the user.
        asked: a kind (`mail`, `inquiry`, `safety`, `letter`, `standard`, or a screen's key) and
            the id of the record that should be shown.
        changed: records changed; lists and the rail's counts look again.
        page_read: a `PageText` that came out of reading just now.
        closing: the window goes in a moment: what is half typed is kept now, at once.
    """

    said = Signal(object)
    asked = Signal(str, str)
    changed = Signal()
    page_read = Signal(object)
    closing = Signal()


@dataclass
class Signing:
    """Whether this user signed something since they signed in or unlocked (P11-13)."""

    begun: bool = False


@dataclass(frozen=True)
class Desk:
    """One user's place in an open office.

    Attributes:
        language: of the window, `sv` or `en`.
    """

    services: "Services"
    user: "User"
    tasks: Tasks
    language: str
    preferences: Preferences = field(default_factory=Preferences)
    telephone: Telephone = field(default_factory=Telephone)
    signing: Signing = field(default_factory=Signing)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch the window locks (P11-12).

        What the user chose, unless the office fixed it.
        """
        settings = self.services.settings
        chosen = self.preferences.text(LOCK_AFTER)
        if settings.lock_after_fixed or not chosen.isdigit():
            return settings.lock_after_minutes
        return max(1, int(chosen))

    def tell(self, what: Words | WorldError) -> None:
        """Says something to the user: an error in the message bar, words in the status line."""
        if isinstance(what, WorldError):
            self.telephone.said.emit(Message(what.words, what.advice, grave=True))
        else:
            self.telephone.said.emit(Message(what))

    def open(self, kind: str, ref: str = "") -> None:
        """Goes to a record's screen: `desk.open("letter", letter.id)`."""
        self.telephone.asked.emit(kind, ref)

    def changed(self) -> None:
        """To be called after every verb that changed a record."""
        self.telephone.changed.emit()

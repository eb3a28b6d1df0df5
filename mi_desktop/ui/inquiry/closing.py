"""Closing an inquiry, or why it cannot be closed yet; opening it again."""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Closing, ClosingReason, Inquiry, Status
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.words import moment, say, shown, tr


@dataclass(frozen=True)
class _Standing:
    inquiry_id: str
    against: tuple[Words, ...]
    last: Closing | None
    by: str


class ClosingPanel(QFrame):
    """Below the path: a reason, words, one button; the same place opens a closed one again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._inquiry: Inquiry | None = None
        self._title = heading(tr("Closing"))
        self.says = label("", "dim")
        self.reason = QComboBox()
        self.reason.setAccessibleName(tr("Why it is closed"))
        for reason in ClosingReason:
            self.reason.addItem(shown(reason), reason)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Why, in words"))
        self.words.setAccessibleName(tr("Why, in words"))
        self.button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for widget in (self._title, self.says, self.reason, self.words, self.button):
            column.addWidget(widget)
        self.button.clicked.connect(self.turn)
        self.words.returnPressed.connect(self.turn)

    @property
    def is_closed(self) -> bool:
        """True where the inquiry shown is closed."""
        return self._inquiry is not None and self._inquiry.status is Status.CLOSED

    def show_inquiry(self, inquiry: Inquiry) -> None:
        """Shows how the inquiry stands; words half typed stay with the same inquiry."""
        if self._inquiry is None or self._inquiry.id != inquiry.id:
            self.words.clear()
        self._inquiry = inquiry
        services = self._desk.services

        def look() -> _Standing:
            history = services.inquiries.closings(inquiry.id)
            last = history[-1] if history else None
            names = {user.id: user.full_name for user in services.people.users()}
            by = names.get(last.by, last.by) if last else ""
            return _Standing(inquiry.id, services.safety.closing.why_not(inquiry.id), last, by)

        self._desk.tasks.records(look, self._show)

    def _show(self, standing: _Standing) -> None:
        if self._inquiry is None or self._inquiry.id != standing.inquiry_id:
            return
        shut = bool(standing.against) and not self.is_closed
        set_tone(self.says, "look" if shut else "dim")
        self.says.setText(self._said(standing))
        self.reason.setVisible(not self.is_closed)
        for widget in (self.reason, self.words, self.button):
            widget.setEnabled(not shut)
        self.button.setText(tr("Open again") if self.is_closed else tr("Close the inquiry"))

    def _said(self, standing: _Standing) -> str:
        if self.is_closed and standing.last is not None and standing.last.reason is not None:
            return tr(
                "Closed {at} by {name}: {reason}. {text}",
                at=moment(standing.last.at),
                name=standing.by,
                reason=shown(standing.last.reason),
                text=standing.last.text,
            )
        if standing.against:
            return " ".join(say(why) for why in standing.against)
        if standing.last is not None and standing.last.opened:
            return tr("Opened again {at} by {name}.", at=moment(standing.last.at), name=standing.by)
        return tr("Nothing speaks against closing it. It can be opened again.")

    def turn(self) -> None:
        """Closes the inquiry, or opens it again; why not is said below the title."""
        inquiry, user = self._inquiry, self._desk.user
        if inquiry is None or not self.button.isEnabled():
            return
        desk, text = self._desk.services.safety.closing, self.words.text()
        reason = ClosingReason(self.reason.currentData())
        shut = self.is_closed

        def verb() -> None:
            if shut:
                desk.reopen(user, inquiry.id, text)
            else:
                desk.close(user, inquiry.id, reason, text)

        def done(_: None) -> None:
            self.words.clear()
            told = words("{number} is open again", number=inquiry.number)
            self._desk.tell(told if shut else words("{number} closed", number=inquiry.number))
            self._desk.changed()

        self._desk.tasks.records(verb, done, self._refused)

    def _refused(self, error: WorldError) -> None:
        set_tone(self.says, "harm")
        self.says.setText(f"{say(error.words)} {say(error.advice)}")
        self.words.setFocus()

"""Keeps what is half typed, sealed in the office, until it is saved or thrown away."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk

Fields = Mapping[str, QLineEdit | QComboBox]
PAUSE_MS = 700  # after the last key; what a power cut may take


class Keeper(QObject):
    """Writes what `gather` gives, a moment after `later`, when its widget goes, and at closing."""

    def __init__(
        self, desk: Desk, widget: QWidget, gather: Callable[[], dict[str, Any]], name: str = ""
    ) -> None:
        super().__init__(widget)
        self._desk, self._gather = desk, gather
        self._drafts = desk.services.safety.drafts
        self.name = name
        self._may = desk.user.may(Action.ANSWER_SAFETY)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.now)
        widget.installEventFilter(self)
        desk.telephone.closing.connect(self._close)

    def later(self, *_: object) -> None:
        """Something was typed."""
        if self.name and self._may:
            self._timer.start()

    def now(self) -> None:
        """Keeps what was typed, where anything was since the last time."""
        keep = self._what()
        self._desk.tasks.records(keep)

    def done(self, *_: object) -> None:
        """It was saved, sent or thrown away: nothing is left to keep."""
        self._timer.stop()
        if self.name and self._may:
            user, name, drafts = self._desk.user, self.name, self._drafts
            self._desk.tasks.records(lambda: drafts.keep(user, name, {}))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget goes out of sight: what waits for its moment is kept now."""
        if event.type() == QEvent.Type.Hide and self._timer.isActive():
            self.now()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        """The lanes are shut in a moment: kept here and now."""
        if self._timer.isActive():
            try:
                self._what()()
            except WorldError as e:
                self._desk.tell(e)

    def _what(self) -> Callable[[], None]:
        self._timer.stop()
        user, name, facts, drafts = self._desk.user, self.name, self._gather(), self._drafts
        return lambda: drafts.keep(user, name, facts)


def keep_fields(desk: Desk, widget: QWidget, name: str, fields: Fields) -> Keeper:
    """Keeps the fields of a small form, and fills them with what was left in them before."""

    def gather() -> dict[str, Any]:
        texts = {key: field.text() for key, field in fields.items() if isinstance(field, QLineEdit)}
        if not any(texts.values()):
            return {}
        chosen = {k: f.currentIndex() for k, f in fields.items() if isinstance(f, QComboBox)}
        return {**texts, **chosen}

    keeper = Keeper(desk, widget, gather, name)
    for field in fields.values():
        if isinstance(field, QLineEdit):
            field.textEdited.connect(keeper.later)
        else:
            field.activated.connect(keeper.later)
    drafts, user = desk.services.safety.drafts, desk.user
    desk.tasks.records(lambda: drafts.find(user, name), _Filling(keeper, fields).fill)
    return keeper


class _Filling(QObject):
    """Puts a draft into its fields; gone with them."""

    def __init__(self, keeper: Keeper, fields: Fields) -> None:
        super().__init__(keeper)
        self._fields = fields

    def fill(self, draft: Any) -> None:
        """Fills what is still empty."""
        facts = draft.facts if draft is not None else {}
        for key, field in self._fields.items():
            if isinstance(field, QComboBox):
                field.setCurrentIndex(int(facts.get(key, field.currentIndex())))
            elif not field.text():
                field.setText(str(facts.get(key, "")))

"""One follow-up task: what is asked, who agreed to be asked, the attempts, what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.safety import Consent, ConsentState, FollowUp
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.safety.keeper import Fields, keep_fields
from mi_desktop.ui.words import moment, shown, tr


def criterion(code: str) -> str:
    """What a task made by a missing answer asks for; "" for any other code."""
    return {
        "AE-MIN-1": tr("Who reports it"),
        "AE-MIN-2": tr("Which patient: initials, age or sex"),
        "AE-MIN-3": tr("Which product"),
        "AE-MIN-4": tr("Which reaction"),
        "SS-PREG": tr("The pregnancy: expected birth, then its outcome"),
    }.get(code, "")


class FollowUpCard(QFrame):
    """Shows a task and what can be done with it.

    Attributes:
        wanted: a call that takes the safety service and the user.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, task: FollowUp, consents: Sequence[Consent]) -> None:
        super().__init__()
        self.task = task
        said = [c for c in consents if c.whom is task.whom]
        given = bool(said) and said[-1].state is ConsentState.GIVEN
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(6)
        self._column.addWidget(heading(criterion(task.code) or task.what))
        asks = tr("Ask the {whom} by {at} ({number})", whom=shown(task.whom), at=moment(task.due),
                  number=task.number)  # fmt: skip
        self._column.addWidget(label(asks))
        self._offer_consent(said[-1] if said else None)
        self._offer_attempt(given)
        self._offer_end()
        fields: Fields = {"consent": self.consent, "source": self.source, "channel": self.channel,
                  "outcome": self.outcome}  # fmt: skip
        self._drafts = keep_fields(desk, self, f"follow-up.{task.id}", fields)
        self.wanted.connect(self._drafts.done)

    def _offer_consent(self, last: Consent | None) -> None:
        self.consent = QComboBox()
        self.consent.setAccessibleName(tr("What they said about being contacted"))
        for state in ConsentState:
            self.consent.addItem(shown(state), state)
        self.source = _field(tr("Where they said it"))
        words = tr("Nobody asked whether they may be contacted.")
        if last is not None:
            words = tr("To be contacted: {state}, {at} ({source})", state=last.state,
                       at=moment(last.at), source=last.source)  # fmt: skip
        self._column.addWidget(label(words, "" if last else "look"))
        self._column.addWidget(self.consent)
        self._column.addWidget(self.source)
        self.note_consent = self._button(tr("Note the consent"), self._consented)

    def _offer_attempt(self, given: bool) -> None:
        task = self.task
        made = tr("{count} of {wanted} attempts", count=len(task.attempts),
                  wanted=task.attempts_wanted)  # fmt: skip
        self._column.addWidget(label(made))
        for attempt in task.attempts:
            self._column.addWidget(
                label(f"{moment(attempt.at)} · {attempt.channel} · {attempt.note}", "dim")
            )
        self.channel = _field(tr("How it was tried: telephone, post, e-mail"))
        self._column.addWidget(self.channel)
        self.try_it = self._button(tr("Note an attempt"), self._tried)
        self.channel.setEnabled(given)
        self.try_it.setEnabled(given)
        if not given:
            self.try_it.setToolTip(tr("Without consent nobody is contacted."))

    def _offer_end(self) -> None:
        self.outcome = _field(tr("What was answered"))
        self._column.addWidget(self.outcome)
        row = QHBoxLayout()
        self._column.addLayout(row)
        self.done = self._button(tr("Answered"), self._answered, row)
        self.give_up = self._button(tr("Give up"), self._given_up, row)
        self.give_up.setEnabled(len(self.task.attempts) >= self.task.attempts_wanted)
        row.addStretch(1)

    def _button(
        self, text: str, call: Callable[[], object], row: QHBoxLayout | None = None
    ) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda *_: call())
        if row is None:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self._column.addLayout(row)
        else:
            row.addWidget(button)
        return button

    def _consented(self) -> None:
        task, source = self.task, self.source.text()
        said = (task.whom, ConsentState(self.consent.currentData()))
        self.wanted.emit(lambda s, u: s.follow_ups.consent(u, task.inquiry_id, said, source))

    def _tried(self) -> None:
        task, channel = self.task, self.channel.text()
        self.wanted.emit(lambda s, u: s.follow_ups.attempt(u, task.id, channel))

    def _answered(self) -> None:
        task, outcome = self.task, self.outcome.text()
        self.wanted.emit(lambda s, u: s.follow_ups.answered(u, task.id, outcome))

    def _given_up(self) -> None:
        task = self.task
        self.wanted.emit(lambda s, u: s.follow_ups.give_up(u, task.id))


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field

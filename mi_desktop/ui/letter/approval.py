"""What stops approval, each line a link; and the step that comes next: submit, approve, send."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.letters import Draft, GateLine, LetterState, SignedLetter
from mi_desktop.people import Action, User
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import Links, empty_out, heading, label, set_tone
from mi_desktop.ui.signature import SignerName
from mi_desktop.ui.words import day, moment, say, shown, tr

WIDTH = 288


class ApprovalPanel(QFrame):
    """The right-hand column of a letter.

    Attributes:
        place_asked: where a gate line leads: a block's id, `address`, `safety`, `answer`.
        signature_wanted: the passphrase, to hand in or to approve.
        rejection_wanted: the comment.
    """

    place_asked = Signal(str)
    signature_wanted = Signal(str)
    rejection_wanted = Signal(str)

    def __init__(self, desk: Desk, next_step: QAction, outgoing: QAction) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setFixedWidth(WIDTH)
        self._user = desk.user
        self.name = SignerName(desk)
        self.state = label()
        self.stops_title = heading("")
        self._stops = QVBoxLayout()
        self._stops.setSpacing(4)
        self.lines: list[QLabel] = []
        self.who = label(tone="dim")
        self.comment_before = label(tone="look")
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Your passphrase"))
        self.passphrase.setAccessibleName(tr("Your passphrase, to sign the letter"))
        self.problem = label(tone="harm")
        self.next = QPushButton()
        self.next.setProperty("main", True)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(tr("What should be changed"))
        self.comment.setAccessibleName(tr("What should be changed"))
        self.reject = QPushButton(tr("Send back to the author"))
        self.outgoing = QPushButton()
        self._lay_out()
        self._next, self._outgoing = next_step, outgoing
        self.next.clicked.connect(next_step.trigger)
        self.outgoing.clicked.connect(outgoing.trigger)
        self.passphrase.returnPressed.connect(next_step.trigger)
        self.name.returnPressed.connect(next_step.trigger)
        self.comment.textChanged.connect(lambda text: self.reject.setEnabled(bool(text.strip())))
        self.comment.returnPressed.connect(self._reject)
        self.reject.clicked.connect(self._reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.comment_before)
        column.addSpacing(8)
        column.addWidget(self.stops_title)
        column.addLayout(self._stops)
        column.addStretch(1)
        for widget in (
            self.who,
            self.problem,
            self.name,
            self.passphrase,
            self.next,
            self.outgoing,
            self.comment,
            self.reject,
        ):
            column.addWidget(widget)

    def show_draft(self, draft: Draft, people: Sequence[User], signed: SignedLetter | None) -> None:
        """Shows where the letter is and who may do what is next."""
        names = {user.id: user.full_name for user in people}
        self.state.setText(_state_words(draft, signed))
        self.comment_before.setText(tr("Sent back: {comment}", comment=draft.comment))
        self.comment_before.setVisible(bool(draft.comment) and draft.state is LetterState.DRAFT)
        self.who.setText(self._who_words(draft, names, people))
        self.who.setVisible(signed is None)
        self._offer(draft)
        if signed is not None:
            self.passphrase.clear()
            self.problem.hide()

    def _offer(self, draft: Draft) -> None:
        reviewing = draft.state is LetterState.IN_REVIEW
        approves = reviewing and self._user.may(Action.APPROVE_LETTER)
        own = self._wrote(draft)
        submits = draft.state is LetterState.DRAFT and self._user.may(Action.WRITE_LETTER)
        rejects = reviewing and self._user.may(Action.REVIEW_LETTER)
        emails = draft.state is LetterState.SIGNED and draft.delivery == "e-mail"
        signs = submits or (approves and not own)
        self.name.offer(signs)
        self.passphrase.setVisible(signs)
        self.next.setVisible(signs)
        self.passphrase.setEnabled(True)
        self.next.setEnabled(True)
        self.next.setText(tr("Approve and sign") if approves else tr("Sign and hand in"))
        self.next.setAccessibleName(self.next.text())
        self._next.setText(self.next.text())
        self._next.setEnabled(signs)
        for widget in (self.comment, self.reject):
            widget.setVisible(rejects and not own)
        self.reject.setEnabled(bool(self.comment.text().strip()))
        self.problem.setVisible(bool(self.problem.text()) and self.passphrase.isVisibleTo(self))
        self.outgoing.setText(tr("Put into the e-mail queue") if emails else tr("To the outbox"))
        self.outgoing.setVisible(draft.state in {LetterState.SIGNED, LetterState.DISPATCHED})
        self._outgoing.setText(self.outgoing.text())
        self._outgoing.setEnabled(self.outgoing.isVisibleTo(self))

    def show_gates(self, gates: Sequence[GateLine], state: LetterState) -> None:
        """Shows what stops approval; advice that stops nothing comes after."""
        empty_out(self._stops)
        self.lines = []
        blocking = [g for g in gates if g.blocking]
        over = state in {LetterState.SIGNED, LetterState.DISPATCHED}
        if over:
            self.stops_title.setText("")
            return
        if blocking:
            self.stops_title.setText(tr("What stops approval"))
        else:
            self.stops_title.setText(tr("Nothing stops approval"))
        set_tone(self.stops_title, "look" if blocking else "accent")
        self.lines = [self._stop(line) for line in blocking]
        for widget in self.lines:
            self._stops.addWidget(widget)
        advice = [g for g in gates if not g.blocking]
        if advice:
            self._stops.addSpacing(8)
            self._stops.addWidget(label(tr("For your eye; it stops nothing"), "dim"))
        for line in advice:
            self._stops.addWidget(self._stop(line))

    def _stop(self, line: GateLine) -> QLabel:
        if line.place == "approval":
            return label(f"• {say(line.words)}")
        made = Links(self.place_asked.emit)
        made.show_links("•", [(say(line.words), line.place)])
        return made

    def say_problem(self, words: str) -> None:
        """Why it could not be approved, beside the field."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.passphrase.setEnabled(True)
        self._next.setEnabled(True)
        self.next.setEnabled(True)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def ask_to_sign(self) -> None:
        """Asks for the signature, or for the passphrase first."""
        if self.name.problem and (self.passphrase.text() or not self.name.text()):
            self.problem.setText(self.name.problem)
            self.problem.show()
            self.name.ask()
        elif self.passphrase.text():
            self.problem.setText("")
            self.problem.hide()
            self.passphrase.setEnabled(False)
            self._next.setEnabled(False)
            self.next.setEnabled(False)
            self.signature_wanted.emit(self.passphrase.text())
        else:
            self.passphrase.setFocus()

    def _reject(self) -> None:
        if self.comment.text().strip():
            self.rejection_wanted.emit(self.comment.text().strip())
            self.comment.clear()

    def _wrote(self, draft: Draft) -> bool:
        return self._user.id in _writers(draft)

    def _who_words(self, draft: Draft, names: dict[str, str], people: Sequence[User]) -> str:
        author = names.get(draft.author, draft.author)
        others = [
            u.full_name
            for u in people
            if u.may(Action.APPROVE_LETTER) and u.id not in _writers(draft)
        ]
        if self._wrote(draft) and draft.state is LetterState.IN_REVIEW:
            return tr(
                "You wrote this letter, so another person approves it: {names}. Any change takes "
                "it back to a draft.",
                names=", ".join(others) or tr("nobody here may"),
            )
        return tr(
            "Written by {author}; approved by another person: {names}.",
            author=author,
            names=", ".join(others) or tr("nobody here may"),
        )


def _writers(draft: Draft) -> set[str]:
    """Who changed the letter may not approve it."""
    return {draft.author, *draft.writers}


def _state_words(draft: Draft, signed: SignedLetter | None) -> str:
    if signed is not None:
        return tr(
            "Approved and signed by {name}, {at} ({zone}). Signature level {level}.",
            name=signed.approval.full_name,
            at=moment(signed.signed_at),
            zone=signed.approval.zone,
            level=signed.level,
        )
    if draft.state is LetterState.IN_REVIEW:
        return tr(
            "Waits for approval since {at}.", at=moment(draft.submitted_at) or day(draft.dated)
        )
    return tr("{state}, dated {day}", state=shown(draft.state).capitalize(), day=draft.dated)

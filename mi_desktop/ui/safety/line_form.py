"""One line of a reconciliation: both sides, who sees to it, why it differs; and the signature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.safety import Cause, Difference, Field, Line, Run
from mi_desktop.ui.labels import heading, label, line
from mi_desktop.ui.words import moment, say, shown, tr

WIDTH = 340


class LineForm(QFrame):
    """The line in hand, and signing off the whole.

    Attributes:
        settled: position, owner, cause, note.
        put_right: position.
        signed: the passphrase.
    """

    settled = Signal(int, str, object, str)
    put_right = Signal(int)
    signed = Signal(str)

    def __init__(self, may: bool) -> None:
        super().__init__()
        self._may, self._at = may, 0
        self.setProperty("panel", True)
        self.setFixedWidth(WIDTH)
        self.title = heading("")
        self.sides = label()
        self.owner, self.note, self.passphrase = QLineEdit(), QLineEdit(), QLineEdit()
        self.cause = QComboBox()
        self.cause.setAccessibleName(tr("Why it differs"))
        for cause in Cause:
            self.cause.addItem(shown(cause), cause)
        names = {self.owner: tr("Who sees to it"), self.note: tr("Note"),
                 self.passphrase: tr("Your passphrase")}  # fmt: skip
        for field, name in names.items():
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.save = QPushButton(tr("Save owner and cause"))
        self.right = QPushButton(tr("It was put right"))
        self.state = label(tone="dim")
        self.sign = QPushButton(tr("Sign the reconciliation"))
        self.sign.setProperty("main", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self.title, self.sides, self.owner, self.cause, self.note, self.save,
                     self.right):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(line())
        for end in (self.state, self.passphrase, self.sign):
            column.addWidget(end)
        self.save.clicked.connect(self._save)
        self.owner.returnPressed.connect(self.save.click)
        self.note.returnPressed.connect(self.save.click)
        self.right.clicked.connect(lambda: self.put_right.emit(self._at))
        self.sign.clicked.connect(lambda: self.signed.emit(self.passphrase.text()))
        self.passphrase.returnPressed.connect(self.sign.click)
        self.show_line(None, None)

    def show_line(self, run: Run | None, at: Line | None) -> None:
        """Shows the line in hand of this reconciliation."""
        self._at = at.position if at else 0
        self.title.setText(at.number or tr("row {row}", row=at.row) if at else "")
        self.sides.setText(_sides(at) if at else tr("Choose a line."))
        open_run = run is not None and run.signature is None and self._may
        settling = open_run and at is not None and at.open
        for part in (self.owner, self.cause, self.note, self.save, self.right):
            part.setVisible(settling)
        if at is not None and settling:
            self.owner.setText(at.owner)
            self.note.setText(at.note)
            self.cause.setCurrentIndex(max(0, self.cause.findData(at.cause)))
            self.right.setEnabled(at.settled)
        self._show_signing(run, open_run)

    def _show_signing(self, run: Run | None, open_run: bool) -> None:
        for part in (self.passphrase, self.sign):
            part.setVisible(open_run)
        if run is None:
            self.state.setText("")
            return
        if run.signature is not None:
            signed = run.signature
            self.state.setText(
                tr("Signed by {name}, {at}", name=signed.full_name, at=moment(signed.at))
            )
            return
        missing = sum(not found.settled for found in run.lines)
        self.sign.setEnabled(not missing)
        self.passphrase.setEnabled(not missing)
        self.state.setText(
            tr("{count} lines still need an owner and a cause.", count=missing)
            if missing
            else tr("Everything that differs has an owner and a cause.")
        )

    def _save(self) -> None:
        cause = Cause(self.cause.currentData())
        self.settled.emit(self._at, self.owner.text(), cause, self.note.text())


def _sides(at: Line) -> str:
    known = at.theirs or at.ours
    facts = [f"{shown_field(name)}: {said(value)}" for name, value in known.items() if value]
    told = [told_of(d) for d in at.differs]
    return "\n".join([*told, "", *facts] if told else facts)


def told_of(difference: Difference) -> str:
    """Both sides of a field, or what is wrong with it, in the window's language."""
    name = shown_field(difference.field)
    if difference.words is not None:
        return f"{name}: {say(difference.words)}"
    ours, theirs = said(difference.ours), said(difference.theirs)
    return tr("{field}: ours {ours}, theirs {theirs}", field=name, ours=ours, theirs=theirs)


def said(value: str) -> str:
    """A value of the list; yes and no in the window's language."""
    return {"yes": tr("Yes"), "no": tr("No")}.get(value, value or "–")


def shown_field(name: str) -> str:
    """A field of the list in the window's language; the row where it is none."""
    return shown(Field(name)) if name else tr("row")

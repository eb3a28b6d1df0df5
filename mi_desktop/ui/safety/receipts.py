"""E2B acknowledgements: files picked or dropped, and what became of every line in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import Words, words
from mi_desktop.people import Action, User
from mi_desktop.safety import HandOff
from mi_desktop.safety.e2b.acknowledgements import BATCH_CODES, Receipt
from mi_desktop.safety.e2b.checking import Checked
from mi_desktop.safety.e2b.errors import NotAMessage
from mi_desktop.safety.e2b.matching import Outcome
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.words import say, shown, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

_TONES = {Outcome.ACKNOWLEDGED: "", Outcome.ALREADY: "dim", Outcome.REJECTED: "look"}
_ICONS = {Outcome.ACKNOWLEDGED: "check-circle", Outcome.ALREADY: "check-circle",
          Outcome.REJECTED: "warning"}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One line of a file, or a file that could not be read.

    Attributes:
        key: file and line.
        outcome: None where the file could not be read.
        told: what became of it, in words.
        about: what was read of the whole file, in words; for an error what to do.
        handoff: ours as it stands now; None where the number is not ours.
    """

    key: str
    file: str
    outcome: Outcome | None
    theirs: str
    told: Words
    about: tuple[Words, ...]
    handoff: HandOff | None = None


def take_in(
    services: "Services", user: User, paths: Sequence[Path], progress: Progress
) -> Iterator[Answer]:
    """Does what each file says; nothing of it is dropped, and no file stops the others."""
    for number, path in enumerate(paths):
        progress.step(number, len(paths))
        try:
            data = path.read_bytes()
            checked = services.safety.e2b.check(data, path.name)
            yield from _answers(services, user, checked)
        except WorldError as e:
            yield Answer(path.name, path.name, None, "", e.words, (e.advice,))
        except OSError as e:
            why = words("{name} cannot be read: {why}", name=path.name, why=e.strerror or "")
            yield Answer(path.name, path.name, None, "", why, ())


def _answers(services: "Services", user: User, checked: Checked) -> Iterator[Answer]:
    receipt = checked.receipt
    if receipt is None:
        raise NotAMessage(name=checked.name, kind=words("a report, no acknowledgement"))
    matched = services.safety.e2b.take_receipt(user, checked)
    ours = {handoff.number: handoff for handoff in services.safety.handoffs()}
    about = (_read(receipt), *receipt.problems)
    for number, one in enumerate(matched):
        key, handoff = f"{checked.name}/{number}", ours.get(one.ours)
        yield Answer(key, checked.name, one.outcome, one.theirs, one.words, about, handoff)


def left_over(services: "Services") -> list[Answer]:
    """What came in earlier and no case took."""
    found = []
    for one in services.safety.e2b.incoming():
        about = words("Taken in {at}; the file is kept as it came.", at=one.taken_at)
        told = one.said or words("No case took it.")
        key = f"{one.file_id}/{one.line}"
        found.append(Answer(key, one.name, one.outcome, one.theirs, told, (about,)))
    return found


def _read(receipt: Receipt) -> Words:
    """What the whole file says."""
    return words(
        "Answer {number} of {sender} to the batch {batch}: {said}. {text}",
        number=receipt.number or "–",
        sender=receipt.sender or "–",
        batch=receipt.batch or "–",
        said=BATCH_CODES.get(receipt.code, Words(receipt.code, {})),
        text=receipt.text,
    )


class ReceiptsPanel(QWidget):
    """What was taken in since the window was opened; Return opens the checklist of a line's case.

    Attributes:
        opened: the id of an inquiry.
    """

    opened = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._desk = screen.desk
        self._may = screen.desk.user.may(Action.HAND_OFF)
        self._answers: list[Answer] = []
        self.setAcceptDrops(True)
        self.choose = screen.act(tr("Take in acknowledgements…"), "Ctrl+O", self._choose)
        self.table = RecordsTable(tr("Acknowledgements taken in"), _columns(), lambda a: a.key)
        self.states = States(self.table)
        self.counts = label(tone="dim")
        self.full = label()
        tools = QHBoxLayout()
        tools.addWidget(screen.button(self.choose, main=True))
        tools.addWidget(self.counts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.states, 1)
        column.addWidget(self.full)
        self.table.picked.connect(self._show_full)
        self.table.opened.connect(self._open)
        self.states.say(tr("Looking…"))

    def allow(self, front: bool) -> None:
        """Enables what may be done, where the panel is in front."""
        self.choose.setEnabled(front and self._may)

    def look_again(self) -> None:
        """Asks for what no case took, and shows it with what was taken in now."""
        services = self._desk.services
        self._desk.tasks.records(lambda: left_over(services), self._show)

    def _show(self, earlier: list[Answer]) -> None:
        known = {(a.file, a.theirs, a.outcome) for a in self._answers}
        rest = [a for a in earlier if (a.file, a.theirs, a.outcome) not in known]
        self.table.show_rows([*self._answers, *rest])
        if self.table.records():
            self.states.show_content()
        else:
            self.states.say(
                tr("No acknowledgement was taken in yet"),
                tr("Choose or drop the XML files that the receiver sent back."),
                self.choose,
            )

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files in, one after the other."""
        services, user = self._desk.services, self._desk.user
        self.states.say(tr("Reading acknowledgements…"))
        self._desk.tasks.slow(
            words("Reading acknowledgements"),
            lambda progress: take_in(services, user, paths, progress),
            self._taken,
            each=self._add,
            failed=self._failed,
        )

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.choose.text(), "", "E2B (*.xml)")
        if names:
            self.take([Path(name) for name in names])

    def _add(self, answer: Answer) -> None:
        self._answers = [a for a in self._answers if a.key != answer.key] + [answer]

    def _taken(self, found: list[Answer]) -> None:
        self.look_again()
        self._show([])
        if found:
            self.table.choose(found[0].key)
        done = sum(a.outcome in {Outcome.ACKNOWLEDGED, Outcome.ALREADY} for a in found)
        asked = sum(a.outcome is Outcome.REJECTED for a in found)
        self.counts.setText(
            tr("{all} answers: {done} acknowledged, {asked} rejected, {rest} to be looked at",
               all=len(found), done=done, asked=asked, rest=len(found) - done - asked)
        )  # fmt: skip
        self.table.setFocus()
        self._desk.changed()

    def _failed(self, error: WorldError) -> None:
        self.look_again()
        self._desk.tell(error)

    def _show_full(self, answer: Answer | None) -> None:
        if answer is None:
            self.full.setText("")
            return
        told = [say(answer.told), *map(say, answer.about)]
        self.full.setText("\n".join(told))

    def _open(self, answer: Answer) -> None:
        if answer.handoff is not None:
            self.opened.emit(answer.handoff.inquiry_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if self._may and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes them in."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            self.take(paths)


def _columns() -> list[Column]:
    return [
        Column(tr("Result"), _result, tone=_tone, icon=_icon),
        Column(tr("File"), lambda a: a.file),
        Column(tr("Their number"), lambda a: a.theirs or "–"),
        Column(tr("Our case"), lambda a: a.handoff.number if a.handoff else tr("none")),
        Column(tr("Now"), lambda a: shown(a.handoff.state) if a.handoff else "–"),
        Column(tr("What it says"), lambda a: say(a.told), stretch=True),
    ]


def _result(answer: Answer) -> str:
    return shown(answer.outcome) if answer.outcome else tr("not read")


def _tone(answer: Answer) -> str:
    return _TONES.get(answer.outcome, "harm") if answer.outcome else "harm"


def _icon(answer: Answer) -> str:
    found = _ICONS.get(answer.outcome) if answer.outcome else None
    return found or "warning-circle"

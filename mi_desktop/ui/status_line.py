"""The line at the bottom: online or not, what waits to be sent, what runs, what was said last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from mi_desktop.basics.words import Words
from mi_desktop.ui.icons import icon
from mi_desktop.ui.labels import set_tone
from mi_desktop.ui.tasks import Task, Tasks
from mi_desktop.ui.words import say, tr


class TaskLine(QWidget):
    """One piece of slow work: its words, a bar, and a button that stops it."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._title = say(task.title) if task.title else ""
        self.words = QLabel(self._title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(96)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._title)
        self.stop = QToolButton()
        self.stop.setIcon(icon("x"))
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.setToolTip(tr("Stop: {work}", work=self._title))
        self.stop.setAccessibleName(self.stop.toolTip())
        self.stop.clicked.connect(task.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        task.moved.connect(self.move_to)

    def move_to(self, done: int, total: int, what: object) -> None:
        """Shows how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        parts = [self._title]
        if isinstance(what, Words) and say(what) != self._title:
            parts.append(say(what))
        if total:
            parts.append(f"{done} / {total}")
        self.words.setText(" · ".join(parts))


class StatusLine(QFrame):
    """Facts at the left, running work at the right."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("bar", "bottom")
        self.setAccessibleName(tr("Status"))
        self.network = QLabel()
        self.waiting = QLabel()
        self.backup = QLabel()
        self.alarms = QLabel()
        self.alarms.setProperty("tone", "harm")
        self.message = QLabel()
        for label in (self.network, self.waiting, self.backup):
            label.setProperty("tone", "dim")
        self._lines: dict[int, TaskLine] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 8, 4)
        self._row.setSpacing(16)
        for label in (self.network, self.alarms, self.waiting, self.backup, self.message):
            self._row.addWidget(label)
        self._row.addStretch(1)
        self.setMinimumHeight(36)
        self.set_online(None)
        self.set_waiting(0)
        self.backup.hide()
        self.alarms.hide()
        tasks.started.connect(self._began)
        tasks.ended.connect(self._ended)

    def set_online(self, online: bool | None) -> None:
        """Says whether there is a network; None where the machine cannot tell."""
        texts = {True: tr("online"), False: tr("offline"), None: ""}
        self.network.setText(texts[online])
        self.network.setVisible(online is not None)

    def set_waiting(self, emails: int) -> None:
        """Says how much waits to be sent."""
        self.waiting.setText(tr("{count} waiting to be sent", count=emails))
        self.waiting.setVisible(emails > 0)

    def set_alarms(self, handoffs: int) -> None:
        """Says how many hand-offs nobody acknowledged in time (HO-2)."""
        self.alarms.setText(tr("{count} hand-offs without acknowledgement", count=handoffs))
        self.alarms.setVisible(handoffs > 0)

    def set_backup(self, what: Words, tone: str) -> None:
        """Says how old the last good backup is, or that there is none."""
        self.backup.setText(say(what))
        set_tone(self.backup, tone or "dim")
        self.backup.show()

    def say(self, text: str) -> None:
        """Shows the last message."""
        self.message.setText(text)
        self.message.setAccessibleName(text)

    def lines(self) -> list[TaskLine]:
        """What is shown of running work."""
        return list(self._lines.values())

    def _began(self, task: Task) -> None:
        line = TaskLine(task)
        self._lines[id(task)] = line
        self._row.addWidget(line)

    def _ended(self, task: Task) -> None:
        line = self._lines.pop(id(task), None)
        if line is not None:
            line.hide()
            line.deleteLater()

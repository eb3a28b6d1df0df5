"""One question of the checklist: its words, its answers, its evidence."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.ocr import Region
from mi_desktop.safety import Checklist, ChecklistQuestion, Given
from mi_desktop.ui.labels import empty_out, heading, label
from mi_desktop.ui.safety.chip import EvidenceChip
from mi_desktop.ui.safety.order import KEYS, words_of
from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import tr

INDENT = 24
ALONE = {"N": "SER-NONE", "U": "SER-UNKNOWN"}


class QuestionRow(QFrame):
    """A question that is answered by key, by button or by text.

    Attributes:
        entered: the focus came here.
        answered: code and value.
        withdrawn: code; the last choice was taken back.
        evidence_asked: a `Region` to be shown.
        evidence_removed: code and `Region`.
    """

    entered = Signal(str)
    answered = Signal(str, str)
    withdrawn = Signal(str)
    evidence_asked = Signal(object)
    evidence_removed = Signal(str, object)

    def __init__(self, checklist: Checklist, question: ChecklistQuestion, language: str) -> None:
        super().__init__()
        self.question = question
        self._checklist, self._language = checklist, language
        self._value = self._shown_text = ""
        self.deep = 0
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = self._make_buttons()
        self.text = QLineEdit()
        self._help = label(self._help_words(), "dim")
        self._help.hide()
        self._evidence = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._name()

    def _lay_out(self) -> None:
        self._column.setSpacing(6)
        title = heading(self.question.text[self._language])
        title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._help.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        code = label(self.question.code, "dim")
        code.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(code, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(self._help)
        if self.question.reasons:
            self.text.setAccessibleName(self.question.text[self._language])
            self.text.setPlaceholderText(tr("Type it, or select it on the page"))
            self.text.returnPressed.connect(self._take_text)
            self._column.addWidget(self.text)
        self._column.addLayout(self._answers())
        self._column.addLayout(self._evidence)
        self._evidence.setSpacing(4)

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        per_line = 1 if self.question.choices else len(KEYS)
        for number, button in enumerate(self.buttons.values()):
            grid.addWidget(button, number // per_line, number % per_line)
        if not self.question.choices and not self.question.reasons:
            grid.setColumnStretch(per_line, 1)
        return grid

    def _make_buttons(self) -> dict[str, QPushButton]:
        question = self.question
        made = {}
        for number, value in enumerate(question.answers or question.choices or question.reasons):
            key = KEYS[number] if question.answers else str(number + 1)
            words = words_of(self._checklist, value, self._language)
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("answer", True)
            button.setToolTip(f"{words} ({key})")
            button.setAccessibleName(f"{words}: {question.text[self._language]}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.press, value))
            made[value] = button
        return made

    def _help_words(self) -> str:
        found = (self.question.help, self.question.example)
        return " ".join(words.get(self._language, "") for words in found).strip()

    def show_given(
        self, given: Given | None, waiting: Sequence[Region], by: str, depth: int
    ) -> None:
        """Shows the answer, its evidence, and evidence that waits for an answer."""
        before, self._value = self._value, given.value if given else ""
        self.deep = depth
        chosen = set(self._value.split()) if self.question.choices else {self._value}
        for value, button in self.buttons.items():
            button.setChecked(value in chosen)
        if self._value != before or not self.half_typed:
            self._shown_text = "" if self._value in self.question.reasons else self._value
            self.text.setText(self._shown_text if self.question.reasons else "")
        self._column.setContentsMargins(16 + INDENT * depth, 10, 16, 10)
        self.setToolTip(tr("Answered by {name}", name=by) if given else "")
        self._show_evidence(given.evidence if given else (), waiting)
        self._name()

    @property
    def half_typed(self) -> str:
        """A text that stands in the line and was not given as the answer."""
        text = self.text.text().strip()
        return text if self.question.reasons and text != self._shown_text else ""

    @property
    def complete(self) -> bool:
        """Nothing more can be said here: False where more choices may follow."""
        return not self.question.choices or self._value in ALONE.values()

    def set_current(self, current: bool) -> None:
        """The row in hand shows its help and a bar at its side."""
        self._current = current
        self._help.setVisible(current and bool(self._help.text()))
        self.update()

    def press(self, value: str, *_: object) -> None:
        """Gives this answer; among several choices, gives or takes back this one."""
        if not self.question.choices:
            self.answered.emit(self.question.code, value)
            return
        chosen, alone = set(self._value.split()), set(ALONE.values())
        chosen = {value} - chosen if value in alone else (chosen ^ {value}) - alone
        in_order = " ".join(c for c in self.question.choices if c in chosen)
        if in_order:
            self.answered.emit(self.question.code, in_order)
        else:
            self.withdrawn.emit(self.question.code)

    def press_key(self, key: str) -> None:
        """Y, N, U: the three answers; N and U also say none and unknown of several choices."""
        if self.question.answers:
            self.press(self.question.answers[KEYS.index(key)])
        elif ALONE.get(key) in self.question.choices:
            self.press(ALONE[key])

    def take_quote(self, quote: str) -> bool:
        """Takes marked text as the answer, where a text is asked for."""
        if not self.question.reasons:
            return False
        self.text.setText(quote)
        return True

    def _take_text(self) -> None:
        if self.text.text().strip():
            self.answered.emit(self.question.code, self.text.text().strip())

    def _show_evidence(self, kept: Sequence[Region], waiting: Sequence[Region]) -> None:
        empty_out(self._evidence)
        for region in (*kept, *waiting):
            chip = EvidenceChip(region, waiting=region in waiting)
            chip.clicked.connect(partial(self._ask_evidence, region))
            chip.removed.connect(partial(self.evidence_removed.emit, self.question.code, region))
            self._evidence.addWidget(chip)
        self._evidence.addStretch(1)

    def _ask_evidence(self, region: Region, *_: object) -> None:
        self.evidence_asked.emit(region)

    def _name(self) -> None:
        answer = words_of(self._checklist, self._value, self._language) or tr("not answered")
        self.setAccessibleName(f"{self.question.text[self._language]} {answer}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row in hand is the one with the focus."""
        super().focusInEvent(event)
        self.entered.emit(self.question.code)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the row in hand."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose where more than three answers are offered."""
        number = event.key() - Qt.Key.Key_1
        if not self.question.answers and 0 <= number < len(self.buttons):
            self.press(list(self.buttons)[number])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row in hand has a ground and a bar of its own."""
        super().paintEvent(event)
        painter, now = QPainter(self), colours()
        if self._current:
            painter.fillRect(self.rect(), QColor(now.accent_soft))
            painter.fillRect(QRectF(0, 0, 3, self.height()), QColor(now.accent))
        painter.setPen(QColor(now.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

"""What may be added to a letter: a standard response after a look at it, or own text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.inquiries import Question
from mi_desktop.library import StandardResponse
from mi_desktop.ui.inquiry.use_as import short
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.library.text import as_html
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import day, tr

WIDTH = 380
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class OwnText:
    """Paragraphs of the author's own."""

    paragraphs: tuple[str, ...]
    question_id: str


class AddPanel(SidePanel):
    """Suggestions for the question chosen, with their text below; own text under them.

    Attributes:
        question_changed: a `Question` whose suggestions are wanted.
        standard_wanted: id of a standard response, id of the question.
        text_wanted: an `OwnText`.
    """

    question_changed = Signal(object)
    standard_wanted = Signal(str, str)
    text_wanted = Signal(object)

    def __init__(self) -> None:
        self.question = QComboBox()
        self.question.setAccessibleName(tr("The question it answers"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Standard responses that fit"))
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(tr("Text of the standard response"))
        self.insert = QPushButton(tr("Insert (Enter)"))
        self.own = QPlainTextEdit()
        self.own.setAccessibleName(tr("Own text"))
        self.own.setPlaceholderText(tr("An empty line begins a new paragraph. [1] cites."))
        self.add = QPushButton(tr("Add own text"))
        self._empty = label(tone="dim")
        self._found: dict[str, StandardResponse] = {}
        super().__init__(tr("Add to the letter"), self._body())
        self.setFixedWidth(WIDTH)
        self.question.currentIndexChanged.connect(self._ask)
        self.list.currentItemChanged.connect(self._show_text)
        self.list.itemActivated.connect(lambda _: self._insert())
        self.insert.clicked.connect(self._insert)
        self.add.clicked.connect(self._add)
        self.own.textChanged.connect(lambda: self.add.setEnabled(bool(self._paragraphs())))
        self.add.setEnabled(False)
        self.list.installEventFilter(self)
        self.own.setTabChangesFocus(True)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addWidget(heading(tr("Standard responses")))
        column.addWidget(self._empty)
        column.addWidget(self.list, 2)
        column.addWidget(self.preview, 3)
        column.addWidget(self.insert, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading(tr("Own text")))
        column.addWidget(self.own, 1)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        return body

    def offer_questions(self, questions: Sequence[Question]) -> None:
        """Takes the questions of the inquiry."""
        chosen = self.question.currentIndex()
        self.question.blockSignals(True)
        self.question.clear()
        for question in questions:
            words = f"{question.position}. {short(question.verbatim, 60)}"
            self.question.addItem(words, question)
        self.question.setCurrentIndex(min(max(0, chosen), len(questions) - 1))
        self.question.blockSignals(False)
        self._ask()

    def show_standards(self, standards: Sequence[StandardResponse]) -> None:
        """Shows what fits the question."""
        self._found = {s.id: s for s in standards}
        self.list.clear()
        for standard in standards:
            words = f"{standard.title}\n{standard.id} v{standard.version} · {standard.topic}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, standard.id)
            item.setToolTip(tr("Usable until {day}", day=day(standard.expires_on)))
            self.list.addItem(item)
        self._empty.setText(tr("None fits this product and language; write own text."))
        self._empty.setVisible(not standards)
        for widget in (self.list, self.preview, self.insert):
            widget.setVisible(bool(standards))
        if standards:
            self.list.setCurrentRow(0)

    def clear_text(self) -> None:
        """The own text is in the letter."""
        self.own.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return in the list inserts."""
        if watched is self.list and _is_enter(event):
            self._insert()
            return True
        return super().eventFilter(watched, event)

    def _question_id(self) -> str:
        question = self.question.currentData()
        return question.id if isinstance(question, Question) else ""

    def _ask(self, *_: object) -> None:
        question = self.question.currentData()
        if isinstance(question, Question):
            self.question_changed.emit(question)

    def _show_text(self, item: QListWidgetItem | None, _: object = None) -> None:
        standard = self._found.get(item.data(Qt.ItemDataRole.UserRole)) if item else None
        self.preview.setHtml(as_html(standard) if standard else "")

    def _insert(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.standard_wanted.emit(item.data(Qt.ItemDataRole.UserRole), self._question_id())

    def _paragraphs(self) -> tuple[str, ...]:
        found = (" ".join(p.split()) for p in self.own.toPlainText().split("\n\n"))
        return tuple(p for p in found if p)

    def _add(self, *_: object) -> None:
        if self._paragraphs():
            self.text_wanted.emit(OwnText(self._paragraphs(), self._question_id()))


def _is_enter(event: QEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() in ENTER

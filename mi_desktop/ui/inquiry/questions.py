"""The questions of an inquiry: in the asker's own words, coded by product and topic."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.catalogue import masked
from mi_desktop.inquiries import Question
from mi_desktop.ui.inquiry.use_as import short
from mi_desktop.ui.labels import empty_out, label
from mi_desktop.ui.words import tr


@dataclass(frozen=True)
class Coding:
    """How a question is coded."""

    question_id: str
    product_id: str | None
    topic: str


class QuestionsPanel(QWidget):
    """All questions, the words read-only.

    Attributes:
        coded: a `Coding` that the user chose.
        evidence_asked: the `Region` where a question stands.
    """

    coded = Signal(object)
    evidence_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._products: list[tuple[str, str]] = []
        self._topics: list[tuple[str, str]] = []
        self.cards: list[QuestionCard] = []
        self._questions: tuple[Question, ...] = ()
        self._open = False  # identity numbers may be seen
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def offer(self, products: Sequence[tuple[str, str]], topics: Sequence[tuple[str, str]]) -> None:
        """Takes the products and topics to choose from: id and name."""
        self._products, self._topics = list(products), list(topics)

    def uncover(self) -> None:
        """Shows the identity numbers in these questions (GD-07)."""
        self._open = True
        self.show_questions(self._questions)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Shows the questions in order."""
        same = [q.id for q in questions] == [q.id for q in self._questions]
        self._questions, self._open = tuple(questions), self._open and same
        empty_out(self._column)
        shown = [q if self._open else replace(q, verbatim=masked(q.verbatim)) for q in questions]
        self.cards = [QuestionCard(q, self._products, self._topics) for q in shown]
        for card in self.cards:
            card.coded.connect(self.coded)
            card.evidence_asked.connect(self.evidence_asked)
            self._column.addWidget(card)


class QuestionCard(QFrame):
    """One question.

    Attributes:
        coded: a `Coding`.
        evidence_asked: a `Region`.
    """

    coded = Signal(object)
    evidence_asked = Signal(object)

    def __init__(
        self,
        question: Question,
        products: Sequence[tuple[str, str]],
        topics: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._question = question
        self.verbatim = _verbatim(question)
        self.product = _choice(
            tr("Product of question {n}", n=question.position),
            [("", tr("No product")), *products],
            question.product_id or "",
        )
        self.topic = _choice(
            tr("Topic of question {n}", n=question.position),
            [("", tr("No topic yet")), *topics],
            question.topic,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.verbatim)
        coding = QHBoxLayout()
        coding.addWidget(self.product, 1)
        coding.addWidget(self.topic, 1)
        column.addLayout(coding)
        if question.evidence is not None:
            column.addWidget(self._evidence(), alignment=Qt.AlignmentFlag.AlignLeft)
        self.product.activated.connect(self._code)
        self.topic.activated.connect(self._code)

    def _evidence(self) -> QPushButton:
        where = self._question.evidence
        assert where is not None  # noqa: S101 - asked just before
        button = QPushButton(
            tr(
                "Stands on page {page}: “{quote}”",
                page=where.page,
                quote=short(masked(where.quote), 40),
            )
        )
        button.setProperty("chip", "calm")
        button.clicked.connect(lambda: self.evidence_asked.emit(where))
        return button

    def _code(self, *_: object) -> None:
        product = self.product.currentData() or None
        self.coded.emit(Coding(self._question.id, product, self.topic.currentData()))


def _verbatim(question: Question) -> QLabel:
    made = label(question.verbatim)
    made.setProperty("quote", True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setAccessibleName(
        tr(
            "Question {n}, in the asker's own words: {words}",
            n=question.position,
            words=question.verbatim,
        )
    )
    made.setToolTip(tr("In the asker's own words; nobody may change them."))
    return made


def _choice(name: str, options: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(10)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for key, words in options:
        made.addItem(words, key)
    at = made.findData(chosen)
    if at < 0:
        made.addItem(chosen, chosen)
        at = made.count() - 1
    made.setCurrentIndex(at)
    return made

"""One question of a new inquiry: the requester's own words, product, topic."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from mi_desktop.inquiries import NewQuestion
from mi_desktop.ocr import Region
from mi_desktop.ui.tray.choices import Choices
from mi_desktop.ui.words import tr

TEXT_HEIGHT = 112


class QuestionForm(QWidget):
    """The fields of one question. The text can be replaced by a selection on the page."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._language = ""
        self._evidence: Region | None = None
        self.verbatim = QPlainTextEdit()
        self.verbatim.setFixedHeight(TEXT_HEIGHT)
        self.verbatim.setTabChangesFocus(True)
        self.verbatim.setAccessibleName(tr("Question in the requester's own words"))
        self.verbatim.setPlaceholderText(tr("Type it as it stands, or select it on the page."))
        self.product = chooser(tr("Product"), [("", tr("none named")), *choices.products])
        self.topic = chooser(tr("Topic"), [("", tr("not coded yet")), *choices.topics])
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Question, word for word"), self.verbatim)
        form.addRow(tr("Product"), self.product)
        form.addRow(tr("Topic"), self.topic)

    def fill(self, question: NewQuestion) -> None:
        """Shows a question."""
        self._language, self._evidence = question.language, question.evidence
        self.verbatim.setPlainText(question.verbatim)
        choose(self.product, question.product_id or "")
        choose(self.topic, question.topic)

    def use(self, region: Region) -> None:
        """Takes the words selected on the page, and the place as evidence."""
        self._evidence = region
        if region.quote:
            self.verbatim.setPlainText(region.quote)

    def question(self) -> NewQuestion:
        """What is in the fields."""
        return NewQuestion(
            self.verbatim.toPlainText().strip(),
            self._language,
            self.product.currentData() or None,
            self.topic.currentData(),
            self._evidence,
        )


def chooser(name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    """A list to choose one from, by typing its first letters too."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for key, text in options:
        box.addItem(text, key)
    return box


def choose(box: QComboBox, key: str) -> None:
    """Chooses by key; an unknown key leaves the first."""
    box.setCurrentIndex(max(0, box.findData(key)))

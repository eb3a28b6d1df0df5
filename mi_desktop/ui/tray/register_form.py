"""Registering: who asks what. Prefilled from the page; a person confirms."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester, RequesterType
from mi_desktop.ocr import Region
from mi_desktop.ui.tray.choices import Choices
from mi_desktop.ui.tray.question_form import QuestionForm, choose, chooser
from mi_desktop.ui.words import shown, tr

_LINES = ("name", "organisation", "street", "postcode", "city", "email", "phone")


class RegisterForm(QWidget):
    """The side panel's body for a new inquiry.

    Attributes:
        filled: an `InquiryDraft` that should be registered.
    """

    filled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self._language = ""
        self.type = chooser(
            tr("Requester is"), [(kind.value, shown(kind)) for kind in RequesterType]
        )
        self.country = chooser(tr("Country"), ())
        self.fields = {name: QLineEdit() for name in _LINES}
        self.questions: list[QuestionForm] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.guess = QLabel(tr("Filled in from the page. Check it against the page."))
        self.guess.setProperty("tone", "dim")
        self.guess.setWordWrap(True)
        self.more = QPushButton(tr("Another question"))
        self.more.setToolTip(tr("Another question (Ctrl+Shift+Q)"))
        self.more.clicked.connect(lambda *_: self._add(NewQuestion("", self._language)))
        self.register = QPushButton(tr("Register"))
        self.register.setToolTip(tr("Register (Ctrl+Return)"))
        self.register.setProperty("main", True)
        self.register.clicked.connect(lambda *_: self.filled.emit(self.draft()))
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.register.click)
        QShortcut(QKeySequence("Ctrl+Shift+Q"), self, self.more.click)
        self.setFocusProxy(self.fields["name"])

    def fill(self, draft: InquiryDraft, choices: Choices) -> None:
        """Shows a draft, and what can be chosen instead."""
        if choices != self._choices:
            self._choices = choices
            self.country.clear()
            for key, name in choices.countries:
                self.country.addItem(name, key)
        self._language = draft.language
        for name, field in self.fields.items():
            field.setText(getattr(draft.requester, name))
            field.setCursorPosition(0)
        choose(self.type, draft.requester.type.value)
        choose(self.country, draft.requester.country)
        for form in self.questions:
            form.deleteLater()
        self.questions.clear()
        for question in draft.questions or (NewQuestion("", draft.language),):
            self._add(question)

    def draft(self) -> InquiryDraft:
        """What is in the fields."""
        requester = Requester(
            type=RequesterType(self.type.currentData()),
            country=self.country.currentData() or "",
            **{name: field.text().strip() for name, field in self.fields.items()},
        )
        return InquiryDraft(requester, tuple(q.question() for q in self.questions), self._language)

    def use(self, region: Region) -> None:
        """Puts words selected on the page into the field that has the focus."""
        for field in self.fields.values():
            if field.hasFocus() and region.quote:
                field.setText(" ".join(region.quote.split()))
                return
        wanted = (q for q in self.questions if q.isAncestorOf(self.focusWidget() or q))
        next(wanted, self.questions[0]).use(region)

    def _add(self, question: NewQuestion) -> None:
        form = QuestionForm(self._choices)
        form.fill(question)
        self.questions.append(form)
        self._rows.addWidget(form)
        if len(self.questions) > 1 and not question.verbatim:
            form.verbatim.setFocus()

    def _lay_out(self) -> None:
        labels = {
            "name": tr("Name"),
            "organisation": tr("Organisation"),
            "street": tr("Street"),
            "postcode": tr("Postcode"),
            "city": tr("City"),
            "email": tr("E-mail"),
            "phone": tr("Phone"),
        }
        for name, field in self.fields.items():
            field.setAccessibleName(labels[name])
        place = QHBoxLayout()
        self.fields["postcode"].setMaximumWidth(96)
        place.addWidget(self.fields["postcode"])
        place.addWidget(self.fields["city"], 1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        form.addRow(labels["name"], self.fields["name"])
        form.addRow(tr("Requester is"), self.type)
        form.addRow(labels["organisation"], self.fields["organisation"])
        form.addRow(labels["street"], self.fields["street"])
        form.addRow(tr("Post town"), place)
        form.addRow(tr("Country"), self.country)
        form.addRow(labels["email"], self.fields["email"])
        form.addRow(labels["phone"], self.fields["phone"])
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.guess)
        column.addLayout(form)
        column.addSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self.more)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.register)

"""Forms about one person: before something goes, correcting details, entering a request."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.inquiries import Requester
from mi_desktop.keeping import Footprint, RequestKind
from mi_desktop.ui.labels import label
from mi_desktop.ui.words import shown, tr

_DETAILS = ("name", "organisation", "street", "postcode", "city", "email", "phone")
# What a person asks for; the rest is the office's own.
_ASKED = (
    RequestKind.ACCESS,
    RequestKind.RECTIFICATION,
    RequestKind.ERASURE,
    RequestKind.RESTRICTION,
    RequestKind.OBJECTION,
    RequestKind.PSEUDONYMISATION,
)


class Confirm(QWidget):
    """Says what goes and what stays before anything does."""

    def __init__(self) -> None:
        super().__init__()
        self.what = label()
        self.go = QPushButton()
        self.go.setProperty("main", True)
        self._call: Callable[[], None] = lambda: None
        self.go.clicked.connect(lambda *_: self._call())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(self.go)
        column.addWidget(label(tr("Esc goes back; nothing happens then."), "dim"))
        column.addStretch(1)
        self.setFocusProxy(self.go)

    def show_question(self, title: str, found: Footprint, call: Callable[[], None]) -> None:
        """Asks before it goes for good; `call` is what the button does."""
        numbers = [s.number for s in found.goes] + [n for s in found.sealed for n in s.numbers]
        going = tr(
            "This goes for good: the words, names, addresses, mail and letters of {numbers}.",
            numbers=", ".join(numbers),
        )
        self._show(title, going, found, call)

    def show_sealing(self, title: str, found: Footprint, call: Callable[[], None]) -> None:
        """Asks before it is laid apart, from where it can be brought back."""
        going = tr(
            "This is sealed apart under a random name: the words, names, addresses, mail and "
            "letters of {numbers}. Whoever may bring a name back can undo it, with a reason.",
            numbers=", ".join(s.number for s in found.goes),
        )
        self._show(title, going, found, call)

    def _show(self, title: str, going: str, found: Footprint, call: Callable[[], None]) -> None:
        staying = "\n".join(f"{s.number}: {shown(s.kept)}" for s in found.stays)
        stays = tr("This stays:") + f"\n{staying}" if staying else tr("Nothing else stays.")
        self.what.setText(f"{going}\n\n{stays}")
        self.go.setText(title)
        self.go.setAccessibleName(title)
        self._call = call


class Correction(QWidget):
    """The details of a person, to be put right."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: QLineEdit() for name in _DETAILS}
        self.save = QPushButton(tr("Correct everywhere"))
        self.save.setProperty("main", True)
        self._before = Requester()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        titles = (
            tr("Name"), tr("Organisation"), tr("Street"), tr("Postcode"), tr("Town"),
            tr("E-mail"), tr("Telephone"),
        )  # fmt: skip
        for title, field in zip(titles, self.fields.values(), strict=True):
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow(self.save)
        self.setFocusProxy(self.fields["name"])

    def show_requester(self, requester: Requester) -> None:
        """Fills the fields."""
        self._before = requester
        for name, field in self.fields.items():
            field.setText(getattr(requester, name))

    def requester(self) -> Requester:
        """The details as they are typed."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return Requester(**{**vars(self._before), **typed})


class RequestForm(QWidget):
    """A request that came: what is asked for, and on which day."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        for kind in _ASKED:
            self.kind.addItem(shown(kind).capitalize(), kind)
        self.came = QDateEdit(QDate.currentDate())
        self.came.setCalendarPopup(True)
        self.came.setDisplayFormat("yyyy-MM-dd")
        self.enter = QPushButton(tr("Enter the request"))
        self.enter.setProperty("main", True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for title, field in ((tr("Asked for"), self.kind), (tr("Came on"), self.came)):
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow(label(tr("It is to be answered within one month of that day."), "dim"))
        form.addRow(self.enter)
        self.setFocusProxy(self.kind)

    def begin(self, today: date) -> None:
        """Starts anew; nothing comes after today."""
        day = QDate(today.year, today.month, today.day)
        self.came.setMaximumDate(day)
        self.came.setDate(day)

    def what(self) -> tuple[RequestKind, date]:
        """What is asked for, and the day it came."""
        day = self.came.date()
        return _ASKED[self.kind.currentIndex()], date(day.year(), day.month(), day.day())

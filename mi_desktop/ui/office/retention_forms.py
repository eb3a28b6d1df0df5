"""Forms of retention: what to hold and why, and when a product's authorisation ended."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from mi_desktop.catalogue import Product
from mi_desktop.keeping import Person
from mi_desktop.ui.labels import label
from mi_desktop.ui.words import tr


class HoldForm(QWidget):
    """What to hold, and why: an inquiry by its number, or a person."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.name, self.email, self.why = (QLineEdit() for _ in range(4))
        self.hold = QPushButton(tr("Hold"))
        self.hold.setProperty("main", True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for title, field in (
            (tr("Number of the inquiry"), self.number),
            (tr("Or a person's name"), self.name),
            (tr("Or e-mail address"), self.email),
            (tr("Why it is held"), self.why),
        ):
            field.setAccessibleName(title)
            field.textChanged.connect(self._allow)
            field.returnPressed.connect(self.hold.click)
            form.addRow(title, field)
        form.addRow(self.hold)
        self.setFocusProxy(self.number)
        self._allow()

    def person(self) -> Person:
        """Who was named."""
        return Person(name=self.name.text().strip(), email=self.email.text().strip())

    def begin(self, number: str = "") -> None:
        """Starts anew, with the inquiry in hand."""
        for field in (self.name, self.email, self.why):
            field.clear()
        self.number.setText(number)

    def _allow(self, *_: object) -> None:
        named = bool(self.number.text().strip()) or not self.person().empty
        self.hold.setEnabled(named and bool(self.why.text().strip()))


class EndForm(QWidget):
    """A product, and the day on which its marketing authorisation ended."""

    def __init__(self) -> None:
        super().__init__()
        self._ends: dict[str, date] = {}
        self.product = QComboBox()
        self.ended = QCheckBox(tr("The authorisation has ended"))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.save = QPushButton(tr("Enter"))
        self.save.setProperty("main", True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.product.setAccessibleName(tr("Product"))
        self.day.setAccessibleName(tr("Ended on"))
        form.addRow(tr("Product"), self.product)
        form.addRow(self.ended)
        form.addRow(tr("Ended on"), self.day)
        said = tr("Reports to safety about it fall due so many years later as the settings say.")
        form.addRow(label(said, "dim"))
        form.addRow(self.save)
        self.product.currentIndexChanged.connect(lambda *_: self._show())
        self.ended.toggled.connect(self.day.setEnabled)
        self.setFocusProxy(self.product)

    def begin(self, products: Sequence[Product], ends: Mapping[str, date]) -> None:
        """Starts anew with what is entered already."""
        self._ends = dict(ends)
        self.product.clear()
        for product in products:
            self.product.addItem(product.brand, product.id)
        self._show()

    def chosen(self) -> tuple[str, date | None]:
        """The product, and the day; None: it has not ended."""
        day = self.day.date()
        on = date(day.year(), day.month(), day.day()) if self.ended.isChecked() else None
        return str(self.product.currentData()), on

    def _show(self) -> None:
        on = self._ends.get(str(self.product.currentData()))
        self.ended.setChecked(on is not None)
        self.day.setEnabled(on is not None)
        if on is not None:
            self.day.setDate(QDate(on.year, on.month, on.day))

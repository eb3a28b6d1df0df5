"""The requester as a form: changed here, saved with one key."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from mi_desktop.inquiries import Requester, RequesterType
from mi_desktop.ui.both import Field
from mi_desktop.ui.labels import label
from mi_desktop.ui.words import shown, tr

TEXTS = ("name", "organisation", "street", "postcode", "city", "email", "phone")


class RequesterForm(QWidget):
    """The requester's fields.

    Attributes:
        edited: something differs from what is kept (True), or no longer (False).
    """

    edited = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._kept = Requester()
        self.fields = {name: QLineEdit() for name in TEXTS}
        self.type = QComboBox()
        self.country = QComboBox()
        for kind in RequesterType:
            self.type.addItem(shown(kind), kind)
        self._names = {
            "name": tr("Name"),
            "type": tr("Who asks"),
            "organisation": tr("Organisation"),
            "street": tr("Street"),
            "postcode": tr("Postcode"),
            "city": tr("City"),
            "country": tr("Country"),
            "email": tr("E-mail"),
            "phone": tr("Phone"),
        }
        self._class = label(tone="dim")
        self._lay_out()
        for field in self.fields.values():
            field.textChanged.connect(self._look)
        self.type.currentIndexChanged.connect(self._look)
        self.country.currentIndexChanged.connect(self._look)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(8)
        for key, name in self._names.items():
            field = self._field(key)
            field.setAccessibleName(name)
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._class)

    def offer_countries(self, countries: Sequence[tuple[str, str]]) -> None:
        """Takes the countries to choose from: code and name."""
        chosen = self.country.currentData()
        self.country.blockSignals(True)
        self.country.clear()
        for code, name in countries:
            self.country.addItem(name, code)
        self.country.setCurrentIndex(max(0, self.country.findData(chosen)))
        self.country.blockSignals(False)

    def show_requester(self, kept: Requester) -> None:
        """Shows what is kept; what was typed and not saved is given up."""
        self._kept = kept
        self.type_in(kept)

    def type_in(self, typed: Requester) -> None:
        """Fills the fields, without keeping it."""
        for name, field in self.fields.items():
            field.setText(getattr(typed, name))
        self.type.setCurrentIndex(self.type.findData(typed.type))
        if self.country.findData(typed.country) < 0:
            self.country.addItem(typed.country, typed.country)
        self.country.setCurrentIndex(self.country.findData(typed.country))
        self._look()

    def requester(self) -> Requester:
        """The requester as the form says."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        country = str(self.country.currentData() or self._kept.country)
        return Requester(type=RequesterType(self.type.currentData()), country=country, **texts)

    def differing(self, kept: Requester) -> list[Field]:
        """The fields that say something else than a requester does."""
        typed = self.requester()
        pairs = {key: (getattr(kept, key), getattr(typed, key)) for key in self._names}
        return [
            Field(self._names[key], shown(theirs), shown(mine))
            for key, (theirs, mine) in pairs.items()
            if theirs != mine
        ]

    def _field(self, key: str) -> QWidget:
        boxes: dict[str, QWidget] = {"type": self.type, "country": self.country}
        return boxes[key] if key in boxes else self.fields[key]

    @property
    def dirty(self) -> bool:
        """True where the form differs from what is kept."""
        return self.requester() != self._kept

    def _look(self, *_: object) -> None:
        who = RequesterType(self.type.currentData())
        self._class.setText(
            tr("Health professional: may get scientific detail.")
            if who.health_professional
            else tr("Not a health professional: approved information only.")
        )
        self.edited.emit(self.dirty)

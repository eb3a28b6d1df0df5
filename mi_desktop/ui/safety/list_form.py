"""Which column of the department's list holds what: shown, and confirmed by a person."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.words import Words
from mi_desktop.safety import Field, HandOffKind, Line, Order, Reading, Result
from mi_desktop.ui.labels import label
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import say, shown, tr

WIDTH = 400
_DAYS = {"2026-11-16": "", "16/11/2026": "%d/%m/%Y", "11/16/2026": "%m/%d/%Y",
         "16.11.2026": "%d.%m.%Y"}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A list that was chosen; `known` are the columns that are recognised."""

    name: str
    data: bytes
    how: Words
    headings: tuple[str, ...]
    known: dict[Field, str]


class ListForm(SidePanel):
    """Asks for columns, department, days and period.

    Attributes:
        checked: the source and the order, to be tried.
        confirmed: the source and the order, to be kept.
    """

    checked = Signal(object, object)
    confirmed = Signal(object, object)

    def __init__(self) -> None:
        self.how = label()
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Department"))
        for kind in HandOffKind:
            self.kind.addItem(shown(kind), kind)
        self.days = QComboBox()
        self.days.setAccessibleName(tr("How days are written"))
        for written, form in _DAYS.items():
            self.days.addItem(written, form)
        self.since, self.until = QLineEdit(), QLineEdit()
        for edit, name in ((self.since, tr("First day")), (self.until, tr("Last day"))):
            edit.setPlaceholderText("2026-11-16")
            edit.setAccessibleName(name)
        self.columns: dict[Field, QComboBox] = {}
        self.found = label()
        self.confirm = QPushButton(tr("The columns are right: compare"))
        self.confirm.setProperty("main", True)
        rows = QFormLayout()
        rows.addRow(tr("Department"), self.kind)
        rows.addRow(tr("Days"), self.days)
        rows.addRow(tr("First day"), self.since)
        rows.addRow(tr("Last day"), self.until)
        for field in Field:
            box = QComboBox()
            box.setAccessibleName(shown(field))
            box.currentIndexChanged.connect(self._check)
            self.columns[field] = box
            rows.addRow(shown(field), box)
        inner = QWidget()
        inner.setLayout(rows)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.how)
        column.addWidget(area, 1)
        column.addWidget(self.found)
        column.addWidget(self.confirm)
        super().__init__(tr("The department's list"), body)
        self.setFixedWidth(WIDTH)
        self._source: Source | None = None
        self._filling = False
        for box in (self.kind, self.days):
            box.currentIndexChanged.connect(self._check)
        for edit in (self.since, self.until):
            edit.editingFinished.connect(self._check)
        self.confirm.clicked.connect(self._confirmed)

    def ask(self, source: Source) -> None:
        """Opens for a list, its recognised columns chosen."""
        self._source, self._filling = source, True
        self.how.setText(f"{source.name}: {say(source.how)}")
        for field, box in self.columns.items():
            box.clear()
            box.addItem(tr("not in the list"), "")
            for heading in dict.fromkeys(source.headings):
                box.addItem(heading, heading)
            box.setCurrentIndex(max(0, box.findData(source.known.get(field, ""))))
        self._filling = False
        self.open(self.columns[Field.NUMBER])
        self._check()

    def order(self) -> Order:
        """What was said; a day that is none is left out and told by `problem`."""
        said = {f: box.currentData() for f, box in self.columns.items() if box.currentData()}
        return Order(
            HandOffKind(self.kind.currentData()),
            said,
            self.days.currentData(),
            _day(self.since.text()),
            _day(self.until.text()),
        )

    def say_found(self, reading: Reading, lines: list[Line]) -> None:
        """What the list would give."""
        bad = sum(line.result is Result.UNREADABLE for line in lines)
        match = sum(line.result is Result.MATCH for line in lines)
        self.found.setText(
            tr("{rows} rows: {match} match, {bad} cannot be read, {lines} lines in all",
               rows=len(reading.rows), match=match, bad=bad, lines=len(lines))
        )  # fmt: skip
        self.confirm.setEnabled(True)

    def say_problem(self, words: str) -> None:
        """Why it cannot be compared like this."""
        self.found.setText(words)
        self.confirm.setEnabled(False)

    def _check(self, *_: object) -> None:
        if self._source is None or self._filling:
            return
        for edit in (self.since, self.until):
            if edit.text().strip() and _day(edit.text()) is None:
                self.say_problem(tr("{text} is not a day; write 2026-11-16.", text=edit.text()))
                return
        self.confirm.setEnabled(False)
        self.checked.emit(self._source, self.order())

    def _confirmed(self) -> None:
        source, order = self._source, self.order()
        self.close_panel()
        self.confirmed.emit(source, order)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None

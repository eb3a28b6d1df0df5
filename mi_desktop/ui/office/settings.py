"""The office's settings: every field with its built-in value, changed under control."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.oversight import SettingChange
from mi_desktop.people import User
from mi_desktop.settings import Entry, OfficeSettings, groups, text_of, value_of
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import moment, say, shown, tr

SIDE, FIELD = 420, 320
_YES, _NO = "yes", "no"
# Kept settings, those that do not count yet, every change, everybody.
Found = tuple[OfficeSettings, frozenset[str], list[SettingChange], list[User]]


class SettingField(QWidget):
    """One setting: its name, a field of its kind, and under it what is to be said."""

    def __init__(self, entry: Entry, touched: Callable[[], None]) -> None:
        super().__init__()
        self.entry = entry
        self.input = _input(entry, touched)
        self.before = self.text()
        self.input.setAccessibleName(say(entry.title))
        self.input.setFixedWidth(FIELD)
        self.note = label(tone="dim")
        self.note.hide()
        title = label(say(entry.title))
        title.setMinimumWidth(200)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(title, 1)
        row.addWidget(self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self.note)
        self.note.setFixedWidth(FIELD)
        column.addLayout(under)
        self.setFocusProxy(self.input)

    def text(self) -> str:
        """What stands in the field."""
        match self.input:
            case QCheckBox():
                return _YES if self.input.isChecked() else _NO
            case QComboBox():
                return str(self.input.currentData())
            case _:
                return self.input.text().strip()

    @property
    def dirty(self) -> bool:
        """True where something else was typed."""
        return self.text() != self.before

    def show_value(self, text: str, waiting: bool) -> None:
        """Shows a value, and whether it counts yet."""
        self.before = text
        match self.input:
            case QCheckBox():
                self.input.setChecked(text == _YES)
            case QComboBox():
                self.input.setCurrentIndex(max(0, self.input.findData(text)))
            case _:
                self.input.setText(text)
        set_tone(self.note, "look" if waiting else "dim")
        self.note.setText(self._said(text, waiting))
        self.note.setVisible(bool(self.note.text()))

    def show_problem(self, problem: Words) -> None:
        """Says what is wrong, beside the field."""
        set_tone(self.note, "harm")
        self.note.setText(say(problem))
        self.note.show()

    def _said(self, text: str, waiting: bool) -> str:
        if waiting:
            return tr("Counts when the office is opened again.")
        default = self.entry.default
        if text == default or not default:
            return ""
        said = {_YES: tr("yes"), _NO: tr("no")}.get(default, default)
        return tr("Built in: {value}", value=said)


class SettingsTab(Screen):
    """Fields in groups at the left, what was changed at the right, why and saving below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._looked_at = OfficeSettings()
        self._names: dict[str, str] = {}
        self.save = self.act(tr("Save the settings"), "Ctrl+S", self._save)
        self.undo = self.act(tr("Take back what was typed"), "Ctrl+Shift+Z", self._undo)
        self.fields = {e.path: SettingField(e, self._touched) for g in groups() for e in g.entries}
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("Why it is changed; stands in the audit trail"))
        self.why.setAccessibleName(tr("Why the settings are changed"))
        self.problem = label(tone="harm")
        self.table = RecordsTable(
            tr("Changed settings"), self._columns(), lambda c: f"{c.at}{c.path}"
        )
        self.full = label()
        self._lay_out()
        self.table.picked.connect(lambda c: self.full.setText(self._said(c) if c else ""))
        self.why.textChanged.connect(self._touched)
        self.why.returnPressed.connect(self.save.trigger)
        self._touched()
        self.setFocusProxy(next(iter(self.fields.values())))

    def arrived(self) -> None:
        """Looks again, unless somebody is typing."""
        services, by = self.desk.services, self.desk.user
        desk = services.oversight.settings
        self.desk.tasks.records(
            lambda: (desk.kept(), desk.waiting(), desk.changes(by), services.people.users()),
            self._show,
        )

    # Verbs

    def typed(self) -> dict[str, str]:
        """Path to text of what was touched."""
        return {path: field.text() for path, field in self.fields.items() if field.dirty}

    def _save(self) -> None:
        desk, by = self.desk.services.oversight.settings, self.desk.user
        typed, before, why = self.typed(), self._looked_at, self.why.text()
        if typed:
            self.problem.hide()
            self.desk.tasks.records(
                lambda: desk.change(by, before, typed, why), self._saved, self._refused
            )

    def _saved(self, _: OfficeSettings) -> None:
        self.why.clear()
        for field in self.fields.values():
            field.before = field.text()
        self.desk.tell(words("Settings saved; they count when the office is opened again."))
        self.arrived()

    def _refused(self, error: WorldError) -> None:
        problems = error.facts.get("problems", {})
        for path, problem in problems.items():
            if path in self.fields:
                self.fields[path].show_problem(problem)
        first = next((self.fields[p] for p in self.fields if p in problems), None)
        (first or self.why).setFocus()
        if first is None:
            self.problem.setText(f"{say(error.words)} {say(error.advice)}")
            self.problem.show()

    def _undo(self) -> None:
        for field in self.fields.values():
            field.show_value(field.before, False)
        self.why.clear()
        self.arrived()

    def _touched(self) -> None:
        dirty = bool(self.typed())
        self.undo.setEnabled(dirty)
        self.save.setEnabled(dirty)

    # What is shown

    def _show(self, found: Found) -> None:
        kept, waiting, changes, users = found
        self._names = {u.id: u.name for u in users}
        self.table.show_rows(changes)
        if self.typed():
            return
        self._looked_at = kept
        for path, field in self.fields.items():
            field.show_value(text_of(value_of(kept, path)), path in waiting)
        self.problem.hide()
        self._touched()

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Time"), lambda c: moment(c.at), lambda c: c.at),
            Column(tr("Who"), lambda c: self._names.get(c.by, tr("outside the program"))),
            Column(tr("What"), self._said, stretch=True),
        ]

    def _said(self, change: SettingChange) -> str:
        field = self.fields.get(change.path)
        name = say(field.entry.title) if field else change.path
        why = f" ({change.why})" if change.why else ""
        return f"{name}: {change.old} → {change.new}{why}"

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(720)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(6)
        for group in groups():
            column.addSpacing(8)
            column.addWidget(heading(say(group.title)))
            for entry in group.entries:
                column.addWidget(self.fields[entry.path])
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(area, 1)
        left.addWidget(self._bar())
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(SIDE)
        under = QVBoxLayout(side)
        under.setContentsMargins(16, 16, 16, 16)
        under.setSpacing(8)
        under.addWidget(heading(tr("What was changed")))
        under.addWidget(self.table, 1)
        under.addWidget(self.full)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(side)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("bar", "bottom")
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 8, 16, 12)
        column.addWidget(self.problem)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.why, 1)
        row.addWidget(self.button(self.undo))
        row.addWidget(self.button(self.save, main=True))
        column.addLayout(row)
        return bar


def _input(entry: Entry, touched: Callable[[], None]) -> QLineEdit | QCheckBox | QComboBox:
    if entry.kind == "yes or no":
        box = QCheckBox(tr("yes"))
        box.toggled.connect(lambda *_: touched())
        return box
    if entry.choices:
        choice = QComboBox()
        for value in entry.choices:
            choice.addItem(_choice(value), value)
        choice.currentIndexChanged.connect(lambda *_: touched())
        return choice
    field = QLineEdit()
    field.textChanged.connect(lambda *_: touched())
    return field


def _choice(value: str) -> str:
    known = {
        "sheet": words("on paper"),
        "folder": words("into a folder"),
        "e-mail": words("by protected e-mail"),
        "office": words("this office"),
        "safety": words("the safety department"),
    }
    return say(known[value]) if value in known else shown(value)

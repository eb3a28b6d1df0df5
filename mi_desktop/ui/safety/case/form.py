"""The rows of a case in their order; what is typed goes into the case, not yet into the record."""

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases import Case, Given
from mi_desktop.safety.cases.begin import fresh_drug
from mi_desktop.safety.cases.checks import Problem, problems
from mi_desktop.safety.cases.packs import pack_fields
from mi_desktop.safety.cases.paths import add_item, at, put
from mi_desktop.safety.cases.suggest import Suggestion
from mi_desktop.safety.cases.values import NOT_ASKED
from mi_desktop.ui.labels import heading
from mi_desktop.ui.safety.case.layout import Adding, Field, Heading, Item, items
from mi_desktop.ui.safety.case.row import FieldRow
from mi_desktop.ui.words import say, tr


class CaseForm(QScrollArea):
    """Shows a case and takes what is typed.

    Attributes:
        edited: the case changed; nothing is saved yet.
        evidence_asked: the `Region` a suggestion comes from, to be shown.
        typing: a field is typed in; `half_typed` has more to tell.
    """

    edited = Signal()
    typing = Signal()
    evidence_asked = Signal(object)

    def __init__(self, quality: bool = False) -> None:
        """Takes whether the user may fill quality's own fields (PQC-C7)."""
        super().__init__()
        self._quality = quality
        self.case: Case | None = None
        self.rows: dict[str, FieldRow] = {}
        self.current = ""
        self._today = date.max
        self._everything = False
        self._offers: dict[str, Suggestion] = {}
        self._codes: dict[str, Words] = {}
        self._widgets: dict[str, QWidget] = {}
        self._order: list[str] = []
        self._shown: list[str] = []
        inner = QWidget()
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_case(self, case: Case, offers: tuple[Suggestion, ...], today: date) -> None:
        """Shows a case anew; `today` in the site's zone."""
        if self.case is None or self.case.head.handoff_id != case.head.handoff_id:
            self._forget()
        self.case, self._today = case, today
        self._offers = {offer.path: offer for offer in offers}
        self._draw()

    def show_everything(self, everything: bool) -> None:
        """Every field, or the usual ones and those that hold something."""
        self._everything = everything
        self._draw()

    def unread(self) -> list[str]:
        """The paths whose text could not be read; the field in hand is read first."""
        if self.current in self.rows:
            self.rows[self.current].commit()
        return [path for path in self._order if self.rows[path].wrong is not None]

    def half_typed(self) -> dict[str, str]:
        """Texts that stand in fields and are no values yet, by path."""
        found = ((path, self.rows[path].half) for path in self._order)
        return {path: text for path, text in found if text is not None}

    def type_again(self, texts: dict[str, str]) -> None:
        """Puts such texts back, and says anew what is wrong with them."""
        for path, text in texts.items():
            if path in self.rows:
                self.rows[path].set_text(text)
                self.rows[path].commit()

    def forget_texts(self) -> None:
        """What is half typed is taken out of its fields."""
        for row in self.rows.values():
            row.forget()

    def put(self, path: str, given: Given[Any]) -> None:
        """Puts a value into a field, as if it were typed."""
        self._change(path, given)

    def problems(self) -> tuple[Problem, ...]:
        """What does not fit together in the case as typed."""
        if self.case is None:
            return ()
        rows = ((path, self.rows[path].wrong) for path in self._order)
        unread = (Problem(path, told, stops=True) for path, told in rows if told is not None)
        codes = (Problem(path, told) for path, told in self._codes.items())
        return (*unread, *codes, *problems(self.case, self._today))

    def go_to(self, path: str) -> None:
        """Puts the focus into a field; one that is not shown yet is shown."""
        if path not in self.rows or path not in self._order:
            self.show_everything(True)
        if path in self.rows:
            row = self.rows[path]
            row.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(row, 0, 80)

    @property
    def order(self) -> tuple[str, ...]:
        """The paths of the fields shown, in their order."""
        return tuple(self._order)

    def first(self) -> str:
        """The path of the first field."""
        return self._order[0] if self._order else ""

    def take_quote(self, quote: str) -> None:
        """Puts text that was selected on the page into the field in hand."""
        row = self.rows.get(self.current)
        if row is not None:
            row.set_text(" ".join(quote.split()))
            row.commit()

    def add(self, owner: str, name: str) -> None:
        """One more item of a group, and the focus into its first field."""
        if self.case is None:
            return
        section = at(self.case, owner) if owner else self.case
        before = set(self._order)
        self.case = _with(self.case, owner, _one_more(section, name))
        self._draw()
        self.edited.emit()
        here = f"{owner}." if owner else ""
        number = len(getattr(section, name))
        fresh = (p for p in self._order if p not in before and f"{here}{name}.{number}." in p)
        self.go_to(next(fresh, self.current))

    def _forget(self) -> None:
        for widget in self._widgets.values():
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self.rows.clear()
        self._codes.clear()
        self._shown, self._order, self.current, self._everything = [], [], "", False

    def _draw(self) -> None:
        if self.case is None:
            return
        wanted = items(self.case, self._everything, frozenset(self._offers))
        keys = [item.key for item in wanted]
        if keys != self._shown:
            self._put_in_order(wanted, keys)
        self._show_values(wanted)

    def _put_in_order(self, wanted: list[Item], keys: list[str]) -> None:
        for key in set(self._widgets) - set(keys):
            self._widgets[key].hide()
        for number, item in enumerate(wanted):
            if item.key not in self._widgets:
                self._widgets[item.key] = self._make(item)
            widget = self._widgets[item.key]
            if self._column.indexOf(widget) != number:
                self._column.removeWidget(widget)
                self._column.insertWidget(number, widget)
            widget.show()
        self._shown = keys
        self._order = [item.key for item in wanted if isinstance(item, Field)]
        for before, after in pairwise(self._order):
            QWidget.setTabOrder(self.rows[before].editor, self.rows[after].editor)

    def _make(self, item: Item) -> QWidget:
        if isinstance(item, Heading):
            title = heading(say(item.title))
            title.setContentsMargins(16 + 8 * item.deep, 14, 16, 4)
            return title
        if isinstance(item, Adding):
            button = QPushButton(tr("Add: {what}", what=say(item.title)))
            button.clicked.connect(partial(self._add_clicked, item.owner, item.name))
            return button
        row = FieldRow(item.key, item.element)
        if item.element.quality and not self._quality:
            row.lock()
        row.changed.connect(self._change)
        row.entered.connect(self._enter)
        row.moved.connect(self._move)
        row.typed.connect(self.typing)
        self.rows[item.key] = row
        return row

    def _add_clicked(self, owner: str, name: str, *_: object) -> None:
        self.add(owner, name)

    def _show_values(self, wanted: list[Item]) -> None:
        told: dict[str, Words] = {}
        for problem in self.problems():
            told.setdefault(problem.path, problem.words)
        for item in wanted:
            if isinstance(item, Field):
                offer = self._offers.get(item.key)
                self.rows[item.key].show_given(item.given, offer, told.get(item.key))
            elif isinstance(item, Adding):
                button = self._widgets[item.key]
                if isinstance(button, QPushButton):
                    button.setText(tr("Add: {what}", what=say(item.title)))

    def _change(self, path: str, given: Given[Any]) -> None:
        if self.case is None:
            return
        self.case = put(self.case, path, given)
        if path.endswith(".code") and given.known:
            self._read_code(path.rpartition(".")[0], str(given.value))
        self._draw()
        self.edited.emit()

    def _read_code(self, section: str, raw: str) -> None:
        """A scanned code is offered to the fields beside it; one that cannot be read says why."""
        self._codes.pop(f"{section}.code", None)
        try:
            found = pack_fields(raw.replace("<GS>", "\x1d"))
        except WorldError as e:
            self._codes[f"{section}.code"] = e.words
            return
        why = words("the pack's code")
        for name, given in found.fields.items():
            path = f"{section}.{name}"
            if name != "code" and at(self.case, path) == NOT_ASKED:
                self._offers[path] = Suggestion(path, given, why)

    def _enter(self, path: str) -> None:
        self.current = path
        self.ensureWidgetVisible(self.rows[path], 0, 60)
        offer = self._offers.get(path)
        if offer is not None and offer.evidence is not None:
            self.evidence_asked.emit(offer.evidence)

    def _move(self, path: str, by: int) -> None:
        """To the field after or before; 0: to the next that has a suggestion, else the next."""
        here = self._order.index(path)
        if by:
            self.go_to(self._order[max(0, min(here + by, len(self._order) - 1))])
            return
        rest = self._order[here + 1 :]
        open_offers = (p for p in (*rest, *self._order[:here]) if self.rows[p].offered)
        self.go_to(next(open_offers, rest[0] if rest else path))


def _one_more(section: Any, name: str) -> Any:
    if name == "drugs":
        return replace(section, drugs=(*section.drugs, fresh_drug()))
    return add_item(section, name)


def _with(case: Case, owner: str, section: Any) -> Case:
    """The case with a section in place of the one at `owner`; "" for the case itself."""
    if not owner:
        made: Case = section
        return made
    parent, _, last = owner.rpartition(".")
    above = at(case, parent) if parent else case
    if isinstance(above, tuple):
        number = int(last)
        group = (*above[:number], section, *above[number + 1 :])
        grand, _, name = parent.rpartition(".")
        return _with(case, grand, replace(at(case, grand) if grand else case, **{name: group}))
    return _with(case, parent, replace(above, **{last: section}))

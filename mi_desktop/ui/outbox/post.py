"""Letters that go by post: ready, in a batch, into their envelopes, posted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.dispatch import PDF_FILES, Batch, BatchItem, BatchState, Printer
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.outbox.outgoing import Ready
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

TOOLS_A_LINE = 3  # so that a narrow window holds them


class PostPanel(QWidget):
    """Ready letters at the left, batches and one batch's letters at the right.

    Attributes:
        picked: another letter or batch is in hand.
    """

    picked = Signal()

    def __init__(self, make: QWidget, tools: Sequence[QWidget], stuck: Sequence[QWidget]) -> None:
        super().__init__()
        self.ready = RecordsTable(
            tr("Letters ready for post"), _ready_columns(), lambda s: s.letter.letter_id
        )
        self.ready.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.ready_states = States(self.ready)
        self.printer = QComboBox()
        self.printer.setAccessibleName(tr("Printer"))
        self.batches = RecordsTable(tr("Batches"), _batch_columns(), lambda b: b.id)
        self.batch_states = States(self.batches)
        self.items = RecordsTable(
            tr("Letters of the batch"), _item_columns(), lambda i: i.letter_id
        )
        self._of_batch = heading("")
        self._problem = label()
        self._next_batch = ""
        self._tools, self._stuck = tuple(tools), tuple(stuck)
        self._lay_out(make)
        self.batches.picked.connect(self._show_items)
        for table in (self.ready, self.items):
            table.picked.connect(lambda _: self.picked.emit())
        self.ready.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    def _lay_out(self, make: QWidget) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("Ready to print")))
        column.addWidget(self.ready_states, 1)
        printing = QHBoxLayout()
        printing.addWidget(self.printer, 1)
        printing.addWidget(make)
        column.addLayout(printing)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(16, 16, 16, 16)
        side.setSpacing(8)
        side.addWidget(heading(tr("Batches")))
        side.addWidget(self.batch_states, 2)
        side.addWidget(self._of_batch)
        side.addWidget(self._problem)
        side.addWidget(self.items, 3)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, tool in enumerate((*self._tools, *self._stuck)):
            grid.addWidget(tool, *divmod(number, TOOLS_A_LINE))
        grid.setColumnStretch(TOOLS_A_LINE, 1)
        side.addLayout(grid)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([480, 700])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def offer_menu(self, actions: Sequence[QAction]) -> None:
        """The right mouse button offers what the keys do."""
        for table in (self.items, self.batches):
            table.addActions(list(actions))
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_tools(self, stuck: bool) -> None:
        """Shows the buttons for a batch that is stuck, or those for its letters."""
        for tool in self._stuck:
            tool.setVisible(stuck)

    def chosen_printer(self) -> str:
        """The printer to use, `pdf` for files."""
        return str(self.printer.currentData() or PDF_FILES)

    def show_next(self, batch: Batch) -> None:
        """This batch comes to the front when the batches are shown again."""
        self._next_batch = batch.id

    def next_item(self) -> None:
        """Takes the letter below in hand."""
        row = self.items.currentIndex().row() + 1
        if row < len(self.items.records()):
            self.items.take_in_hand(row)

    def show_printers(self, printers: list[Printer]) -> None:
        """Offers the printers; the same one stays chosen."""
        chosen = self.printer.currentData()
        self.printer.clear()
        self.printer.addItem(tr("PDF files"), PDF_FILES)
        for printer in printers:
            if printer.name == PDF_FILES:
                continue
            words = printer.name if printer.ready else f"{printer.name}: {printer.words}"
            self.printer.addItem(words, printer.name)
        self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))

    def show_ready(self, ready: list[Ready]) -> None:
        """Shows the letters that wait; all of them chosen where none was."""
        none_before = not self.ready.records()
        self.ready.show_rows(ready)
        if ready:
            self.ready_states.show_content()
            if none_before:
                self.ready.selectAll()
        else:
            self.ready_states.say(
                tr("No letter waits for print"),
                tr("A letter lies here once it is approved and signed."),
            )

    def show_batches(self, batches: list[Batch]) -> None:
        """Shows the batches, the latest first."""
        self.batches.show_rows(sorted(batches, key=lambda b: b.number, reverse=True))
        if self._next_batch and self.batches.choose(self._next_batch):
            self._next_batch = ""
        if batches:
            self.batch_states.show_content()
        else:
            self.batch_states.say(tr("No batch was printed yet"))
        self._show_items(self.batches.current())

    def batch(self) -> Batch | None:
        """The batch in hand."""
        found = self.batches.current()
        return found if isinstance(found, Batch) else None

    def item(self) -> BatchItem | None:
        """The letter in hand of the batch in hand."""
        found = self.items.current()
        return found if isinstance(found, BatchItem) else None

    def _show_items(self, batch: Batch | None) -> None:
        self._of_batch.setText(_batch_words(batch) if batch else "")
        self._problem.setText(say(batch.why) if batch and batch.why else "")
        self._problem.setVisible(bool(batch and batch.why))
        stuck = batch is not None and batch.state is BatchState.FAILED
        set_tone(self._problem, "harm" if stuck else "look")
        self.items.setVisible(batch is not None)
        self.items.show_rows(batch.going if batch else ())
        self.picked.emit()


def _batch_words(batch: Batch) -> str:
    done = sum(item.done for item in batch.going)
    facts = {"number": batch.number, "done": done, "count": len(batch.going)}
    if batch.state in {BatchState.PRINTING, BatchState.FAILED}:
        return tr("{number}: {state}", number=batch.number, state=batch.state)
    if batch.state is BatchState.POSTED:
        return tr("{number}: posted, {count} letters", **facts)
    if done == len(batch.going):
        return tr("{number}: all {count} ticked off, ready to be posted", **facts)
    return tr("{number}: {done} of {count} in their envelopes", **facts)


def _ready_columns() -> list[Column]:
    return [
        Column(tr("Reference"), lambda r: r.letter.reference),
        Column(tr("To"), lambda r: next(iter(r.letter.recipient.lines), ""), stretch=True),
        Column(tr("Town"), lambda r: r.town),
        Column(tr("Pages"), lambda r: str(r.letter.pages), lambda r: r.letter.pages, right=True),
    ]


def _batch_columns() -> list[Column]:
    return [
        Column(tr("Batch"), lambda b: b.number),
        Column(
            tr("State"),
            lambda b: shown(b.state),
            tone=lambda b: "harm" if b.state is BatchState.FAILED else "",
        ),
        Column(
            tr("Printer"),
            lambda b: tr("PDF files") if b.printer == PDF_FILES else b.printer,
            stretch=True,
        ),
        Column(tr("Letters"), lambda b: str(len(b.going)), lambda b: len(b.going), right=True),
        Column(tr("Made"), lambda b: moment(b.made_at), lambda b: b.made_at, right=True),
    ]


def _item_columns() -> list[Column]:
    return [
        Column(
            tr("In its envelope"),
            lambda i: "✓" if i.done else tr("not yet"),
            lambda i: i.done,
            lambda i: "" if i.done else "dim",
        ),
        Column(tr("No."), lambda i: str(i.position), lambda i: i.position, right=True),
        Column(tr("Reference"), lambda i: i.reference),
        Column(tr("Town"), lambda i: f"{i.country} {i.postcode} {i.city}", stretch=True),
        Column(tr("Sheets"), lambda i: str(i.sheets), lambda i: i.sheets, right=True),
        Column(
            tr("Printed"),
            lambda i: tr("{n} times", n=i.prints) if i.prints > 1 else tr("once"),
            lambda i: i.prints,
            right=True,
        ),
    ]

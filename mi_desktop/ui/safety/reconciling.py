"""Reconciliation on the screen: lists, what differs, owners, causes, the signature."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.people import Action
from mi_desktop.safety import Cause, Line, Order, Result, Run
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.safety.line_form import LineForm, told_of
from mi_desktop.ui.safety.list_form import ListForm, Source
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.take_away import take_away
from mi_desktop.ui.words import day, moment, say, shown, tr

_TONES = {Result.MATCH: "dim", Result.DUPLICATE: "look", Result.DATE_MISMATCH: "look",
          Result.CONTENT_MISMATCH: "look"}  # fmt: skip


class ReconcilePanel(QWidget):
    """Lists of reconciliations and of their lines, and the forms at the side."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._desk: Desk = screen.desk
        self._safety = screen.desk.services.safety
        self._run: Run | None = None
        may = screen.desk.user.may(Action.HAND_OFF)
        self.compare = screen.act(tr("Compare a list…"), "Ctrl+O", self._choose)
        self.report = screen.act(tr("Show the report"), "Ctrl+P", self._show_report)
        self.table_out = screen.act(tr("Save the lines as CSV…"), "Ctrl+Shift+S", self._save_csv)
        self._may = may
        self.runs = RecordsTable(tr("Reconciliations"), _run_columns(), lambda r: r.id)
        self.lines = RecordsTable(tr("Lines"), _line_columns(), lambda x: str(x.position))
        self.states = States(self.lines)
        self.form = LineForm(may)
        self.asking = ListForm()
        self.sheet = SheetPanel(screen.desk)
        self.counts = label(tone="dim")
        self._lay_out(screen)
        self.runs.picked.connect(self._show_run)
        self.lines.picked.connect(lambda line: self.form.show_line(self._run, line))
        self.asking.checked.connect(self._check)
        self.asking.confirmed.connect(self._compare)
        self.form.settled.connect(self._settle)
        self.form.put_right.connect(self._put_right)
        self.form.signed.connect(self._sign)

    def _lay_out(self, screen: Screen) -> None:
        tools = QHBoxLayout()
        tools.addWidget(screen.button(self.compare, main=True))
        tools.addWidget(screen.button(self.report))
        tools.addWidget(screen.button(self.table_out))
        tools.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(tools)
        left.addWidget(self.runs, 2)
        left.addWidget(self.counts)
        left.addWidget(self.states, 5)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 0, 12)
        row.setSpacing(12)
        row.addLayout(left, 1)
        for side in (self.form, self.asking, self.sheet):
            row.addWidget(side)

    def allow(self, front: bool) -> None:
        """Enables what may be done, where the panel is in front."""
        self.compare.setEnabled(front and self._may)
        for action in (self.report, self.table_out):
            action.setEnabled(front and self._run is not None)

    def look_again(self) -> None:
        """Asks for the reconciliations."""
        desk = self._safety.reconciliation
        self._desk.tasks.slow(None, lambda _: desk.runs(), self._show)

    def _show(self, runs: list[Run]) -> None:
        self.runs.show_rows(runs)
        if not runs:
            self._show_run(None)
            self.states.say(
                tr("Nothing was reconciled yet"),
                tr("Compare our hand-offs with the department's own list, once a month."),
                self.compare,
            )

    def _show_run(self, run: Run | None) -> None:
        self._run = run
        for action in (self.report, self.table_out):
            action.setEnabled(run is not None)
        self.lines.show_rows(run.lines if run else [])
        found = run.counts if run else {}
        self.counts.setText(" · ".join(f"{shown(r)}: {n}" for r, n in found.items() if n))
        self.form.show_line(run, self.lines.current())
        if run is not None:
            self.states.show_content()

    # Comparing

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Compare a list…"), "", "CSV, XLSX (*.csv *.txt *.xlsx)"
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Reads a list and asks which column holds what."""
        desk = self._safety.reconciliation

        def read(_: object) -> Source:
            data = path.read_bytes()
            return Source(path.name, data, *desk.headings(path.name, data))

        self._desk.tasks.slow(words("Reading the list"), read, self._ask)

    def _ask(self, source: Source) -> None:
        self.form.hide()
        self.asking.ask(source)

    def _check(self, source: Source, order: Order) -> None:
        desk = self._safety.reconciliation
        self._desk.tasks.slow(
            None,
            lambda _: desk.preview(source.name, source.data, order),
            lambda found: self.asking.say_found(*found),
            failed=lambda e: self.asking.say_problem(f"{say(e.words)} {say(e.advice)}"),
        )

    def _compare(self, source: Source, order: Order) -> None:
        desk, user = self._safety.reconciliation, self._desk.user
        self.form.show()
        self._desk.tasks.slow(
            words("Comparing the lists"),
            lambda _: desk.compare(user, source.name, source.data, order),
            self._compared,
        )

    def _compared(self, run: Run) -> None:
        self._desk.tell(words("Compared as {number}", number=run.number))
        self._again(run.id)

    def _again(self, run_id: str) -> None:
        desk = self._safety.reconciliation

        def then(runs: list[Run]) -> None:
            self._show(runs)
            self.runs.choose(run_id)
            self._desk.changed()

        self._desk.tasks.slow(None, lambda _: desk.runs(), then)

    # The line in hand

    def _do(self, verb: Callable[[], Run]) -> None:
        def failed(error: WorldError) -> None:
            self._desk.tell(error)

        self._desk.tasks.records(verb, lambda run: self._again(run.id), failed)

    def _settle(self, at: int, owner: str, cause: Cause, note: str) -> None:
        run, desk, user = self._run, self._safety.reconciliation, self._desk.user
        if run is not None:
            self._do(lambda: desk.settle(user, (run.id, at), owner, cause, note))

    def _put_right(self, at: int) -> None:
        run, desk, user = self._run, self._safety.reconciliation, self._desk.user
        if run is not None:
            self._do(lambda: desk.close_line(user, (run.id, at)))

    def _sign(self, passphrase: str) -> None:
        run, desk, user = self._run, self._safety.reconciliation, self._desk.user
        self.form.passphrase.clear()
        if run is not None and passphrase:
            self._do(lambda: desk.sign(user, run.id, passphrase))

    def _show_report(self) -> None:
        run, desk = self._run, self._safety.reconciliation
        if run is not None:
            self.sheet.ask(run.number, lambda: desk.pdf(run.id))

    def _save_csv(self) -> None:
        run, desk = self._run, self._safety.reconciliation
        if run is None:
            return
        title = tr("Save the lines as CSV…")
        name, _ = QFileDialog.getSaveFileName(self, title, f"{run.number}.csv", "*.csv")
        if name:
            take_away(self._desk, Path(name), run.number, lambda: desk.csv(run.id))


def _run_columns() -> list[Column]:
    return [
        Column(tr("Number"), lambda r: r.number),
        Column(tr("Department"), lambda r: shown(r.kind)),
        Column(tr("List"), lambda r: r.source, stretch=True),
        Column(tr("Awareness from"), lambda r: day(r.since) if r.since else tr("the beginning")),
        Column(tr("Open"), lambda r: str(sum(x.open for x in r.lines)), right=True),
        Column(tr("Compared"), lambda r: moment(r.made_at), lambda r: r.made_at, right=True),
        Column(tr("Signed by"), lambda r: r.signature.full_name if r.signature else tr("nobody")),
    ]


def _line_columns() -> list[Column]:
    return [
        Column(tr("Result"), _result, tone=_tone, icon=_icon),
        Column(tr("Number"), lambda x: x.number or "–"),
        Column(tr("Row"), lambda x: str(x.row or "–"), lambda x: x.row, right=True),
        Column(tr("What differs"), _differs, stretch=True),
        Column(tr("Owner"), lambda x: x.owner),
        Column(tr("Cause"), lambda x: shown(Cause(x.cause)) if x.cause else ""),
    ]


def _result(line: Line) -> str:
    text = shown(line.result)
    if line.closed_at is not None:
        return tr("{result}, put right", result=text)
    if line.carried_from:
        return tr("{result}, since {number}", result=text, number=line.carried_from)
    return text


def _tone(line: Line) -> str:
    return "dim" if line.closed_at else _TONES.get(line.result, "harm")


def _icon(line: Line) -> str:
    if not line.open:
        return "check-circle"
    return "warning" if _tone(line) == "look" else "warning-circle"


def _differs(line: Line) -> str:
    return " · ".join(map(told_of, line.differs))

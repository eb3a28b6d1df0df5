"""Times and duties towards authorities: a table to be read, with sources; others keep them."""

from PySide6.QtWidgets import QVBoxLayout

from mi_desktop.safety.regulatory import Duty, duties
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import shown, tr


class DutiesTab(Screen):
    """What the hand-off sheet tells the departments (CLK-8, CLK-10..12); nothing here is due."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = RecordsTable(tr("Times towards authorities"), _columns(), _key)
        self.full = label()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(
            label(
                tr("For information on the hand-off sheet: safety and quality keep these times. "
                   "Nothing in this office is due by them."),
                "dim",
            )
        )  # fmt: skip
        column.addWidget(self.table, 1)
        column.addWidget(self.full)
        self.table.picked.connect(self._show_full)
        self.setFocusProxy(self.table)

    def arrived(self) -> None:
        """Reads the table."""
        self.desk.tasks.records(duties, self.table.show_rows)

    def _show_full(self, duty: Duty | None) -> None:
        self.full.setText(f"{duty.says} {duty.last}".strip() if duty else "")


def _key(duty: Duty) -> str:
    return f"{duty.rule} {duty.country} {duty.says}"


def _columns() -> list[Column]:
    return [
        Column(tr("Rule"), lambda d: d.rule),
        Column(tr("Country"), lambda d: d.country),
        Column(tr("Department"), lambda d: shown(d.kind) if d.kind else tr("both")),
        Column(tr("Applies to"), lambda d: d.says, stretch=True),
        Column(tr("Time"), lambda d: d.last),
        Column(tr("Source"), lambda d: d.source),
        Column(tr("Verified"), lambda d: d.verified or tr("no day noted"), tone=_unverified),
    ]


def _unverified(duty: Duty) -> str:
    return "dim" if duty.verified else "look"

"""Retention: what is due, what is held, and destruction by two people."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.words import words
from mi_desktop.catalogue import Product
from mi_desktop.keeping import Hold, Request, RequestKind, Standing
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.office.reason import ReasonForm
from mi_desktop.ui.office.retention_forms import EndForm, HoldForm
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, moment, shown, tr

PANEL = 340
Found = tuple[list[Standing], list[Hold], list[Request], dict[str, str]]


class RetentionTab(Screen):
    """Three lists: what is due, what waits for a second person, what is held."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self.due = RecordsTable(tr("Past its time"), _due_columns(), lambda s: s.id)
        self.due.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.due_states = States(self.due)
        self.proposed = RecordsTable(
            tr("Waiting for a second person"), self._proposed_columns(), lambda r: r.id
        )
        self.holds = RecordsTable(tr("Legal holds"), self._hold_columns(), lambda h: h.id)
        self.form = HoldForm()
        self.panel = SidePanel(tr("Legal hold"), self.form)
        self.panel.setFixedWidth(PANEL)
        self.lifting = ReasonForm()
        self.lift_panel = SidePanel(tr("Lift the hold"), self.lifting)
        self.lift_panel.setFixedWidth(PANEL)
        self.sheet = SheetPanel(desk)
        self.ends = EndForm()
        self.ends_panel = SidePanel(tr("End of an authorisation"), self.ends)
        self.ends_panel.setFixedWidth(PANEL)
        self.propose = self.act(
            tr("Propose to pseudonymise"), "P", partial(self._propose, RequestKind.AGEING)
        )
        self.destroy_all = self.act(
            tr("Propose to destroy"), "D", partial(self._propose, RequestKind.DESTRUCTION)
        )
        self.end = self.act(tr("End of an authorisation…"), "A", self._begin_end)
        self.confirm = self.act(tr("Confirm a colleague's proposal"), "C", self._confirm)
        self.hold = self.act(tr("Put under legal hold"), "H", self._begin)
        self.lift = self.act(tr("Lift the hold in hand"), "Shift+H", self._begin_lift)
        self._lay_out()
        self.form.hold.clicked.connect(self._hold)
        self.ends.save.clicked.connect(self._end_authorisation)
        for table in (self.due, self.proposed, self.holds):
            table.picked.connect(lambda *_: self._allow())
        self.setFocusProxy(self.due)
        self.due_states.say(tr("Looking…"))
        self._allow()

    def arrived(self) -> None:
        """Looks again at what is due and held."""
        services = self.desk.services
        desk = services.keeping.retention

        def look() -> Found:
            names = {u.id: u.full_name for u in services.people.users()}
            return desk.due(), desk.holds(), desk.proposed(), names

        self.desk.tasks.records(look, self._show)

    # Verbs

    def _propose(self, kind: RequestKind) -> None:
        desk, by = self.desk.services.keeping.retention, self.desk.user
        numbers = [s.number for s in self.due.chosen()]
        self.desk.tasks.records(lambda: desk.propose(by, numbers, kind), lambda _: self._proposed())

    def _proposed(self) -> None:
        self.desk.tell(words("Proposed. A second person confirms it before anything goes."))
        self.arrived()

    def _confirm(self) -> None:
        request = self.proposed.current()
        if request is None:
            return
        desk, by = self.desk.services.keeping.retention, self.desk.user
        self.desk.tasks.slow(
            words("Letting go what is due"),
            lambda _: desk.confirm(by, request.id),
            self._destroyed,
        )

    def _destroyed(self, receipt: bytes) -> None:
        self.desk.tell(words("Done; the receipt says what went and what stayed."))
        self.sheet.ask(tr("Receipt"), lambda: receipt)
        self.desk.changed()
        self.arrived()

    def _begin(self) -> None:
        standing = self.due.current()
        self.form.begin(standing.number if standing and standing.kind == "inquiry" else "")
        self.panel.open(self.form.why if standing else self.form)

    def _hold(self) -> None:
        services, by = self.desk.services, self.desk.user
        number, why = self.form.number.text().strip(), self.form.why.text()
        person = self.form.person()

        def hold() -> Hold:
            what = services.inquiries.by_number(number).id if number else person
            return services.keeping.retention.hold(by, what, why)

        self.desk.tasks.records(hold, lambda _: self._held())

    def _held(self) -> None:
        self.panel.close_panel()
        self.desk.tell(words("Held: nothing of it is erased until the hold is lifted."))
        self.arrived()

    def _begin_lift(self) -> None:
        hold = self.holds.current()
        if hold is not None:
            titles = (tr("Why it is lifted"), tr("Lift the hold"))
            self.lifting.ask(_held_what(hold), titles, partial(self._lift, hold))
            self.panel.close_panel()
            self.lift_panel.open(self.lifting)

    def _lift(self, hold: Hold, why: str) -> None:
        desk, by = self.desk.services.keeping.retention, self.desk.user
        self.desk.tasks.records(lambda: desk.lift(by, hold.id, why), lambda _: self._lifted())

    def _lifted(self) -> None:
        self.lift_panel.close_panel()
        self.desk.tell(words("The hold is lifted."))
        self.arrived()

    def _begin_end(self) -> None:
        services = self.desk.services

        def look() -> tuple[list[Product], dict[str, date]]:
            ends = services.keeping.retention.authorisation_ends()
            return services.catalogue.products(), ends

        self.desk.tasks.records(look, self._show_ends)

    def _show_ends(self, found: tuple[list[Product], dict[str, date]]) -> None:
        self.ends.begin(*found)
        self.ends_panel.open(self.ends)

    def _end_authorisation(self) -> None:
        desk, by = self.desk.services.keeping.retention, self.desk.user
        product, on = self.ends.chosen()
        self.desk.tasks.records(
            lambda: desk.authorisation_ended(by, product, on), lambda _: self._ended()
        )

    def _ended(self) -> None:
        self.ends_panel.close_panel()
        self.desk.tell(words("Entered: reports about the product fall due by it."))
        self.arrived()

    def _allow(self) -> None:
        chosen = self.due.chosen()
        fit = bool(chosen) and all(s.kept is None for s in chosen)
        self.propose.setEnabled(fit)
        self.destroy_all.setEnabled(fit)
        request = self.proposed.current()
        self.confirm.setEnabled(request is not None and request.by != self.desk.user.id)
        self.lift.setEnabled(self.holds.current() is not None)

    # What is shown

    def _show(self, found: Found) -> None:
        due, holds, proposed, self._names = found
        self.due.show_rows(due)
        self.holds.show_rows(holds)
        self.proposed.show_rows(proposed)
        if due:
            self.due_states.show_content()
        else:
            months = self.desk.services.settings.keeping.inquiry_months
            self.due_states.say(
                tr("Nothing is due"),
                tr(
                    "Inquiries without a report are due {months} months after the answer; reports "
                    "when the law lets them go.",
                    months=months,
                ),
            )
        self._allow()

    def _proposed_columns(self) -> list[Column]:
        return [
            Column(tr("Proposed"), lambda r: moment(r.asked_at), lambda r: r.asked_at),
            Column(tr("By"), lambda r: self._names.get(r.by, r.by)),
            Column(tr("Request"), lambda r: shown(r.kind)),
            Column(tr("What"), lambda r: ", ".join(r.subjects), stretch=True),
        ]

    def _hold_columns(self) -> list[Column]:
        return [
            Column(tr("Since"), lambda h: moment(h.at), lambda h: h.at),
            Column(tr("What"), _held_what),
            Column(tr("Why"), lambda h: h.why, stretch=True),
            Column(tr("By"), lambda h: self._names.get(h.by, h.by)),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        parts: tuple[tuple[str, QWidget, tuple[QPushButton, ...], int], ...] = (
            (
                tr("Past its time"),
                self.due_states,
                (
                    self.button(self.propose, main=True),
                    self.button(self.destroy_all),
                    self.button(self.hold),
                    self.button(self.end),
                ),
                3,
            ),
            (tr("Waiting for a second person"), self.proposed, (self.button(self.confirm),), 2),
            (tr("Legal holds"), self.holds, (self.button(self.lift),), 2),
        )
        for title, widget, buttons, share in parts:
            row = QHBoxLayout()
            row.addWidget(heading(title), 1)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
            column.addWidget(widget, share)
        column.addWidget(
            label(
                tr(
                    "What is pseudonymised lies sealed under a random name and can be brought "
                    "back; what is destroyed stays as figures alone."
                ),
                "dim",
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        row.addWidget(self.lift_panel)
        row.addWidget(self.ends_panel)
        row.addWidget(self.sheet)


def _due_columns() -> list[Column]:
    return [
        Column(tr("Number"), lambda s: s.number),
        Column(tr("Kind"), lambda s: shown(s.retention)),
        Column(tr("Due"), lambda s: day(s.due), lambda s: s.due, right=True),
        Column(tr("Ended"), lambda s: moment(s.ended), lambda s: s.ended, right=True),
        Column(tr("Of"), lambda s: s.who),
        Column(
            tr("Stays because"),
            lambda s: shown(s.kept) if s.kept else "",
            tone=lambda s: "look" if s.kept else "",
            stretch=True,
        ),
    ]


def _held_what(hold: Hold) -> str:
    person = hold.person
    if person is None:
        return hold.number
    return " · ".join(filter(None, (person.name, person.email, person.phone)))

"""The ledger of requests about personal data: what came, until when, what was done (GD-10)."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mi_desktop.basics.words import Words, words
from mi_desktop.keeping import Person, Request, RequestKind
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.office.personal_forms import RequestForm
from mi_desktop.ui.office.reason import ReasonForm
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import moment, shown, tr

SIDE = 320


class Ledger(Screen):
    """The requests, and the panels that belong to them.

    Attributes:
        panels: to be laid out beside whatever shows the ledger.
    """

    def __init__(self, desk: Desk, person: Callable[[], Person], identity: Callable[[], str]):
        super().__init__(desk)
        self._person, self._identity = person, identity
        self.table = RecordsTable(tr("Requests"), _columns(), lambda r: r.id)
        self.sheet = SheetPanel(desk)
        self.entering = RequestForm()
        self.new_request = SidePanel(tr("A request came"), self.entering)
        self.reason = ReasonForm()
        self.why = SidePanel(tr("Before it is done"), self.reason)
        for panel in (self.new_request, self.why):
            panel.setFixedWidth(SIDE)
        self.panels = (self.new_request, self.why, self.sheet)
        self.enter = self.act(tr("Enter a request…"), "N", self._begin_request)
        self.settle = self.act(tr("Close the request…"), "S", self._ask_settle)
        self.receipt = self.act(tr("Show the receipt"), "R", self._receipt)
        self._lay_out()
        self.table.picked.connect(lambda *_: self._allow())
        self.table.opened.connect(lambda *_: self._receipt())
        self.entering.enter.clicked.connect(self._enter_request)
        self._allow()

    def arrived(self) -> None:
        """Looks again."""
        desk = self.desk.services.keeping.requests
        self.desk.tasks.records(desk.requests, self._show)

    def _begin_request(self) -> None:
        self.entering.begin(self.desk.services.office.database.clock().date())
        self.new_request.open(self.entering)

    def _enter_request(self) -> None:
        desk, by, person = self.desk.services.keeping.requests, self.desk.user, self._person()
        what, identity = self.entering.what(), self._identity()
        self.desk.tasks.records(
            lambda: desk.enter(by, what, person, identity), lambda _: self._entered()
        )

    def _entered(self) -> None:
        self.new_request.close_panel()
        self._done(words("The request stands in the list with its day to answer."))

    def _ask_settle(self) -> None:
        request = self.table.current()
        if request is None:
            return
        desk, by = self.desk.services.keeping.requests, self.desk.user

        def go(outcome: str) -> None:
            self.why.close_panel()
            self.desk.tasks.records(
                lambda: desk.settle(by, request.id, outcome),
                lambda _: self._done(words("The request is closed.")),
            )

        what = tr("{kind}, asked {at}", kind=shown(request.kind), at=moment(request.asked_at))
        titles = (tr("What was done, or why not"), tr("Close the request"))
        self.reason.ask(what, titles, go)
        self.why.open(self.reason)

    def _receipt(self) -> None:
        request = self.table.current()
        if request is not None and request.receipt_id:
            desk = self.desk.services.keeping.requests
            self.sheet.ask(tr("Receipt"), lambda: desk.receipt(request))

    def _done(self, what: Words) -> None:
        self.desk.tell(what)
        self.arrived()

    def _show(self, found: list[Request]) -> None:
        self.table.show_rows(found)
        self._allow()

    def _allow(self) -> None:
        request = self.table.current()
        self.settle.setEnabled(request is not None and request.open and not _by_two(request))
        self.receipt.setEnabled(request is not None and request.receipt_id is not None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(heading(tr("Requests")), 1)
        for action in (self.enter, self.settle, self.receipt):
            row.addWidget(self.button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)


def _columns() -> list[Column]:
    return [
        Column(tr("Asked"), lambda r: moment(r.asked_at), lambda r: r.asked_at),
        Column(tr("Request"), lambda r: shown(r.kind)),
        Column(tr("About"), lambda r: ", ".join(r.subjects)),
        Column(tr("Identity"), lambda r: r.identity),
        Column(tr("Done"), _done_at, tone=lambda r: "look" if r.open else "dim"),
        Column(tr("What was done"), lambda r: r.outcome, stretch=True),
    ]


def _by_two(request: Request) -> bool:
    """A proposal of retention: a second person closes it."""
    return request.kind in {RequestKind.AGEING, RequestKind.DESTRUCTION}


def _done_at(request: Request) -> str:
    if request.open:
        return tr("due {at}", at=moment(request.due))
    return moment(request.done_at)

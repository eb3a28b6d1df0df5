"""What waits for safety, in tabs: checklists, the board, answers, reconciliation, rereading."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mi_desktop.basics.words import words
from mi_desktop.ui.labels import label
from mi_desktop.ui.safety.board import BoardPanel
from mi_desktop.ui.safety.handoff_card import Handing, HandOffCard
from mi_desktop.ui.safety.receipts import ReceiptsPanel
from mi_desktop.ui.safety.reconciling import ReconcilePanel
from mi_desktop.ui.safety.rereading import RereadPanel
from mi_desktop.ui.safety.worklist import Worklist
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr


class SafetyTabs(QWidget):
    """The tabs and their verbs.

    Attributes:
        opened: the id of an inquiry.
        case_asked: the id of the hand-off whose case should be filled in.
    """

    opened = Signal(str)
    case_asked = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._desk = screen, screen.desk
        self.list = Worklist(screen.desk)
        self.board = BoardPanel(screen.desk)
        self.receipts = ReceiptsPanel(screen)
        self.reconcile = ReconcilePanel(screen)
        self.reread = RereadPanel(screen)
        self.late = screen.act(tr("Board: late only"), "Ctrl+L", self.board.late_only)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(tr("Safety"))
        names = (tr("Checklists"), tr("Board"), tr("Reconciliation"), tr("Second reading"),
                 tr("Acknowledgements"))  # fmt: skip
        self._panels = (self.list, self.board, self.reconcile, self.reread, self.receipts)
        for n, (panel, name) in enumerate(zip(self._panels, names, strict=True)):
            self.tabs.addTab(panel, name)
            screen.act(tr("Safety: {name}", name=name), f"Ctrl+{n + 1}", partial(self.turn_to, n))
        title = label(tr("Safety"), size="title")
        title.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turned)
        self.list.opened.connect(self.opened)
        self.board.opened.connect(self.opened)
        self.receipts.opened.connect(self.opened)
        self.board.wanted.connect(self._do)
        self.board.card_made.connect(self._connect_card)
        self.allow(True)

    def turn_to(self, number: int) -> None:
        """Brings a tab to the front."""
        self.tabs.setCurrentIndex(number)
        self.table().setFocus()

    def table(self) -> QWidget:
        """What takes the focus in the tab in front."""
        tables = (self.list.table, self.board.table, self.reconcile.runs, self.reread.table,
                  self.receipts.table)  # fmt: skip
        return tables[self.tabs.currentIndex()]

    def look_again(self) -> None:
        """Asks again for what is in front."""
        self._panels[self.tabs.currentIndex()].look_again()

    def allow(self, front: bool) -> None:
        """Enables the actions of the tab in front, where the tabs are."""
        at = self.tabs.currentIndex()
        self.late.setEnabled(front and at == 1)
        for n, panel in ((2, self.reconcile), (3, self.reread), (4, self.receipts)):
            panel.allow(front and at == n)

    def _turned(self, *_: object) -> None:
        self.allow(True)
        self._screen.setFocusProxy(self.table())
        self.look_again()

    # The board's cards

    def _connect_card(self, card: HandOffCard) -> None:
        card.handed.connect(self._hand)
        card.acknowledged.connect(lambda i, who: self._do(lambda s, u: s.acknowledge(u, i, who)))
        card.case_asked.connect(self.case_asked)

    def _hand(self, handing: Handing) -> None:
        how = (handing.handoff_id, handing.reason, handing.code)
        self._do(lambda s, u: s.send_handoff(u, *how))

    def _do(self, call: Callable[..., object]) -> None:
        """Runs a verb of a card, on a lane for slow work: freezing draws the pages."""
        safety, user = self._desk.services.safety, self._desk.user
        self._desk.tasks.slow(words("Hand-off"), lambda _: call(safety, user), self._done)

    def _done(self, _: object) -> None:
        self.look_again()
        self._desk.changed()

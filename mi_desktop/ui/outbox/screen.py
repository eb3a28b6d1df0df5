"""The outbox: post, e-mail, hand-offs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from mi_desktop.basics.words import words
from mi_desktop.dispatch import Batch, EmailState
from mi_desktop.safety import HandOff
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.outbox.handoffs import HandOffPanel
from mi_desktop.ui.outbox.mail_verbs import MailVerbs
from mi_desktop.ui.outbox.outgoing import Outgoing, look_up
from mi_desktop.ui.outbox.post_verbs import PostVerbs
from mi_desktop.ui.safety.handoff_card import Handing, HandOffCard
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr

TABS = {"post": 0, "e-mail": 1, "hand-off": 2}


class OutboxScreen(Screen):
    """Three tabs; each keeps its verbs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._again = False
        self._looking = False
        self.post = PostVerbs(self)
        self.mail = MailVerbs(self)
        self.handoffs = HandOffPanel()
        self.sheet = SheetPanel(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(tr("Outbox"))
        self._names = (tr("Post"), tr("E-mail"), tr("Hand-offs"))
        panels = (self.post.panel, self.mail.panel, self.handoffs)
        for number, (panel, name) in enumerate(zip(panels, self._names, strict=True)):
            self.tabs.addTab(panel, name)
            go = tr("Outbox: {name}", name=name)
            self.act(go, f"Ctrl+{number + 1}", partial(self._turn_to, number))
        self._lay_out()
        self._connect()
        self._turned()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        title = label(tr("Outbox"), size="title")
        title.setContentsMargins(16, 0, 16, 0)
        column.addWidget(title)
        column.addWidget(self.tabs, 1)
        main = QWidget()
        main.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(main, 1)
        row.addWidget(self.post.taking_out)
        row.addWidget(self.sheet)

    def _connect(self) -> None:
        for verbs in (self.post, self.mail):
            verbs.panel.picked.connect(self._allow)
            verbs.done.connect(self._done)
        self.post.manifest_asked.connect(self._show_manifest)
        self.tabs.currentChanged.connect(self._turned)
        self.handoffs.opened.connect(partial(self.desk.open, "safety"))
        self.handoffs.made.connect(self._connect_card)

    def arrived(self) -> None:
        """Looks again at what is on its way out; one look at a time."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        services = self.desk.services
        self.desk.tasks.slow(
            None, lambda _: look_up(services), self._show, failed=self._cannot_look
        )

    def show_record(self, ref: str) -> None:
        """Brings a tab to the front: `post`, `e-mail`, `hand-off`."""
        if ref in TABS:
            self._turn_to(TABS[ref])

    def _turn_to(self, number: int) -> None:
        self.tabs.setCurrentIndex(number)
        self.setFocus()

    def _turned(self, *_: object) -> None:
        tables = (self.post.panel.ready, self.mail.panel.queued, self.handoffs.table)
        self.setFocusProxy(tables[self.tabs.currentIndex()])
        self._allow()

    def _show(self, out: Outgoing) -> None:
        self._looking = False
        self.post.show(out)
        self.mail.show(out)
        self.handoffs.show_handoffs(out.handoffs, out.now)
        waiting = sum(e.state is not EmailState.SENT for e in out.emails) + len(out.unqueued)
        for number, count in enumerate((len(out.ready), waiting, len(out.handoffs))):
            name = self._names[number]
            self.tabs.setTabText(number, f"{name} ({count})" if count else name)
        self._allow()
        if self._again:
            self._again = False
            self.arrived()

    def _cannot_look(self, error: Exception) -> None:
        self._looking = self._again = False
        self.desk.tasks.world_failed.emit(error)

    def _allow(self) -> None:
        self.post.allow(self.tabs.currentIndex() == TABS["post"])
        self.mail.allow(self.tabs.currentIndex() == TABS["e-mail"])

    def _done(self, _: object = None) -> None:
        self.arrived()
        self.desk.changed()

    def _show_manifest(self, batch: Batch) -> None:
        dispatch, name = self.desk.services.dispatch, tr("Manifest {number}", number=batch.number)
        self.sheet.ask(name, lambda: dispatch.manifest_pdf(batch.id))

    # Hand-offs

    def _connect_card(self, card: HandOffCard) -> None:
        card.handed.connect(self._hand)
        card.acknowledged.connect(self._acknowledge)
        card.sheet_asked.connect(self._show_sheet)
        card.wanted.connect(self._further)

    def _further(self, call: Callable[..., object]) -> None:
        safety, user = self.desk.services.safety, self.desk.user
        self.desk.tasks.records(lambda: call(safety, user), self._done)

    def _hand(self, handing: Handing) -> None:
        safety, user = self.desk.services.safety, self.desk.user
        how = (handing.handoff_id, handing.reason, handing.code)
        self.desk.tasks.slow(
            words("Hand-off"), lambda _: safety.send_handoff(user, *how), self._done
        )

    def _acknowledge(self, handoff_id: str, by_whom: str) -> None:
        safety, user = self.desk.services.safety, self.desk.user
        self.desk.tasks.records(lambda: safety.acknowledge(user, handoff_id, by_whom), self._done)

    def _show_sheet(self, handoff: HandOff) -> None:
        safety = self.desk.services.safety
        self.sheet.ask(handoff.number, lambda: safety.handoff_sheet(handoff.id))

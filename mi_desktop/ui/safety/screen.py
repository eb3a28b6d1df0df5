"""The safety screen: what waits, or one checklist."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.people import Action
from mi_desktop.safety import HandOff, HandOffState, Marked
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.safety.case import CasePage
from mi_desktop.ui.safety.handoff_card import Handing, HandOffCard
from mi_desktop.ui.safety.page import ChecklistPage, Standing, look_up
from mi_desktop.ui.safety.questions import Reply
from mi_desktop.ui.safety.tabs import SafetyTabs
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import say, tr

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class SafetyScreen(Screen):
    """Verbs of the checklist; the widgets are the page's and the worklist's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._take_focus = False
        self._may = desk.user.may(Action.ANSWER_SAFETY)
        self._case_id = ""
        self.back = self.act(tr("What waits for safety"), "Alt+Left", self._go_back)
        self.sign = self.act(tr("Sign"), "Ctrl+Return", self._sign_now)
        self.inquiry = self.act(
            tr("Open the inquiry"), "Alt+I", lambda: self.desk.open("inquiry", self._id)
        )
        self.page = ChecklistPage(desk, self.sign, self.button(self.back))
        self.keys = [
            self.act(tr("Yes"), "Y", partial(self.page.questions.press, "Y")),
            self.act(tr("No"), "N", partial(self.page.questions.press, "N")),
            self.act(tr("Unknown or not assessable"), "U", partial(self.page.questions.press, "U")),
        ]
        self.case = self.act(tr("Fill in the case"), "Ctrl+E", self._first_case)
        self.save = self.act(tr("Save the case"), "Ctrl+S", lambda: self.form.saver.save(None))
        self.all_fields = self.act(
            tr("All fields of the case"), "Ctrl+M", lambda: self.form.form.show_everything(True)
        )
        self.find_field = self.act(
            tr("Find a field"), "Ctrl+G", lambda: self.form.finder.setFocus(_BY_KEY)
        )
        self.checklist = self.act(tr("Back to the checklist"), "Ctrl+B", self._go_back)
        self.form = CasePage(desk, self.save, self.all_fields, self.button(self.checklist))
        self.tabs = SafetyTabs(self)
        self.list = self.tabs.list
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.tabs.table())
        self._page_actions(False)

    def _connect(self) -> None:
        page = self.page
        self.tabs.opened.connect(self.show_record)
        self.tabs.case_asked.connect(self.show_case)
        page.view.page_shown.connect(self._looked_at)
        page.view.text_shown.connect(self._ask_marks)
        page.view.region_chosen.connect(page.questions.point_at)
        page.questions.answered.connect(self._answer)
        page.questions.finished.connect(page.sign.sign)
        page.questions.withdrawn.connect(self._withdraw)
        page.sign.wanted.connect(self._sign)
        page.handoff_made.connect(self._connect_card)
        self.form.shown.connect(self._show_form)
        self.form.left.connect(lambda: self.show_record(self._id))

    def arrived(self) -> None:
        """Looks again, and takes the focus."""
        self._take_focus = True
        self.refresh()

    def refresh(self) -> None:
        """Looks again at what is shown."""
        if self._case_id:
            self.form.refresh()
        elif self._id:
            self._do(lambda: None, self._show)
        else:
            self.tabs.look_again()

    def show_record(self, ref: str) -> None:
        """Shows the checklist of this inquiry."""
        if not ref:
            self.show_list()
            return
        self._put_by()
        self._id, self._case_id = ref, ""
        self._take_focus = True
        self._do(lambda: None, self._show)

    def record(self) -> str:
        """The id of the inquiry shown."""
        return self._id

    def show_list(self) -> None:
        """Back to what waits, where it was left."""
        self._put_by()
        self._id = self._case_id = ""
        self._page_actions(False)
        self._stack.setCurrentWidget(self.tabs)
        self.setFocusProxy(self.tabs.table())
        self.tabs.look_again()
        self.tabs.table().setFocus()

    def _put_by(self) -> None:
        """Another record comes to the front: what is typed here is kept."""
        if self._case_id:
            self.form.put_by()
        elif self._id:
            self.page.put_by()

    def _do(
        self,
        verb: Callable[[], object],
        then: Callable[[Standing], None],
        failed: Callable[[WorldError], None] | None = None,
    ) -> None:
        """Does something to the inquiry shown, then looks at how it stands."""
        services, user, wanted = self.desk.services, self.desk.user, self._id

        def run() -> Standing:
            verb()
            return look_up(services, user, wanted)

        self.desk.tasks.records(run, then, failed)

    def _show(self, standing: Standing) -> None:
        if standing.inquiry.id != self._id or self._case_id:
            return
        self.page.show_standing(standing, self._may)
        self._stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page.questions)
        self._page_actions(True)
        if self._take_focus:
            self._take_focus = False
            self.page.questions.go_to(self.page.questions.current)

    def _page_actions(self, on: bool) -> None:
        self.tabs.allow(not on)
        for action in (self.back, self.inquiry, self.case):
            action.setEnabled(on)
        for action in (self.save, self.all_fields, self.find_field, self.checklist):
            action.setEnabled(False)
        for action in (self.sign, *self.keys):
            action.setEnabled(on and self._may)

    def _changed(self, standing: Standing) -> None:
        self._show(standing)
        self.desk.changed()

    def _looked_at(self, ref: PageRef) -> None:
        standing = self.page.standing
        if not self._may or standing is None or ref in standing.assessment.seen:
            return
        safety, user, wanted = self.desk.services.safety, self.desk.user, self._id
        if ref in standing.assessment.pages:
            self._do(lambda: safety.look_at(user, wanted, ref), self._changed)

    def _ask_marks(self, _: object) -> None:
        ref, safety = self.page.view.current(), self.desk.services.safety
        if ref is not None:
            self.desk.tasks.records(lambda: (ref, safety.marks(ref)), self._show_marks)

    def _show_marks(self, found: tuple[PageRef, Marked]) -> None:
        ref, marked = found
        if self.page.view.current() == ref:
            self.page.view.set_marks(marked.spans)

    def _answer(self, reply: Reply) -> None:
        safety, user, wanted = self.desk.services.safety, self.desk.user, self._id

        def verb() -> None:
            safety.answer(user, wanted, reply.code, reply.value, reply.evidence)

        def then(standing: Standing) -> None:
            self._changed(standing)
            self.page.questions.move_on(reply.code)

        self._do(verb, then)

    def _withdraw(self, code: str) -> None:
        safety, user, wanted = self.desk.services.safety, self.desk.user, self._id
        self._do(lambda: safety.withdraw_answer(user, wanted, code), self._changed)

    def _sign_now(self) -> None:
        self.page.sign.sign()

    def _sign(self, passphrase: str) -> None:
        safety, user, wanted = self.desk.services.safety, self.desk.user, self._id

        def failed(error: WorldError) -> None:
            self.page.sign.say_problem(f"{say(error.words)} {say(error.advice)}")

        self._do(lambda: safety.sign(user, wanted, passphrase), self._signed, failed)

    def _signed(self, standing: Standing) -> None:
        self.page.sign.name.accepted()
        self._changed(standing)
        self.desk.tell(words("Checklist of {number} signed", number=standing.inquiry.number))

    def _connect_card(self, card: HandOffCard) -> None:
        card.handed.connect(self._hand)
        card.acknowledged.connect(self._acknowledge)
        card.sheet_asked.connect(self._show_sheet)
        card.case_asked.connect(self.show_case)
        card.wanted.connect(self._further)

    def _further(self, call: Callable[..., object]) -> None:
        safety, user = self.desk.services.safety, self.desk.user
        self._do(lambda: call(safety, user), self._changed)

    def _hand(self, handing: Handing) -> None:
        services, user, wanted = self.desk.services, self.desk.user, self._id

        def run(_: object) -> Standing:
            how = (handing.handoff_id, handing.reason, handing.code)
            services.safety.send_handoff(user, *how)
            return look_up(services, user, wanted)

        # Freezing draws every page.
        self.desk.tasks.slow(words("Hand-off"), run, self._changed)

    def _acknowledge(self, handoff_id: str, by_whom: str) -> None:
        safety, user = self.desk.services.safety, self.desk.user
        self._do(lambda: safety.acknowledge(user, handoff_id, by_whom), self._changed)

    def _show_sheet(self, handoff: HandOff) -> None:
        safety = self.desk.services.safety
        self.page.sheet.ask(handoff.number, lambda: safety.handoff_sheet(handoff.id))

    def _first_case(self) -> None:
        """The case of the first hand-off that was not handed over, else of the first."""
        handoffs = self.page.standing.assessment.handoffs if self.page.standing else ()
        drafts = [h for h in handoffs if h.state is HandOffState.DRAFT]
        for handoff in (*drafts, *handoffs)[:1]:
            self.show_case(handoff.id)

    def show_case(self, handoff_id: str) -> None:
        """Shows the form of a hand-off's case."""
        self._case_id = handoff_id
        self.form.open(handoff_id)

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.setFocusProxy(self.form.form)
        for action in (self.sign, self.case, *self.keys):
            action.setEnabled(False)
        for action in (self.save, self.all_fields, self.checklist):
            action.setEnabled(self._may)
        for action in (self.find_field, self.checklist):
            action.setEnabled(True)

    def _go_back(self) -> None:
        """From the case to its checklist, saved first; from the checklist to what waits."""
        if self._case_id:
            self.form.leave()
        else:
            self.show_list()

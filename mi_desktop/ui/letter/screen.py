"""The letter screen: the list, or one letter from its first block to its signature."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.letters import BlockKind, LetterState
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.letter.approval import ApprovalPanel
from mi_desktop.ui.letter.listing import LetterList
from mi_desktop.ui.letter.page import Desktop, LetterPage, look_at, look_up
from mi_desktop.ui.letter.writing import Writing
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import say, tr


class LetterScreen(Screen):
    """Shows letters, submits, approves, sends out; `Writing` changes them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._take_focus = False
        self.back = self.act(tr("All letters"), "Alt+Left", self.show_list)
        self.inquiry = self.act(tr("Open the inquiry"), "Alt+I", self._open_inquiry)
        self.next = self.act(tr("Sign and hand in"), "Ctrl+Return", self._next)
        self.outgoing = self.act(tr("To the outbox"), "Alt+O", self._send_out)
        self.writing = Writing(self)
        approval = ApprovalPanel(desk, self.next, self.outgoing)
        tools: list[QWidget] = [self.button(a) for a in (self.back, *self.writing.actions)]
        self.page = LetterPage(approval, tools, self.writing.actions, desk.language)
        self.writing.take(self.page)
        self.list = LetterList(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opened.connect(self.show_record)
        self.writing.wanted.connect(self._change)
        approval.place_asked.connect(self._go_to)
        approval.signature_wanted.connect(self._sign)
        approval.rejection_wanted.connect(self._reject)
        self._list_in_front()

    def arrived(self) -> None:
        """Looks again, and takes the focus."""
        self._take_focus = True
        self.refresh()

    def refresh(self) -> None:
        """Looks again at what is shown."""
        if self._id:
            self._do(_nothing, self._show)
        else:
            self.list.look_again()

    def show_record(self, ref: str) -> None:
        """Shows this letter."""
        if not ref:
            self.show_list()
            return
        self._id = ref
        self._take_focus = True
        self._do(_nothing, self._show)

    def record(self) -> str:
        """The id of the letter shown."""
        return self._id

    def show_list(self) -> None:
        """Back to the list, where it was left."""
        self._id = ""
        self._list_in_front()
        self.list.look_again()
        self.list.table.setFocus()

    def _list_in_front(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list.table)
        own = (self.back, self.inquiry, self.next, self.outgoing, *self.writing.actions)
        for action in own:
            action.setEnabled(False)

    def _do(
        self,
        verb: Callable[[], object],
        then: Callable[[Desktop], None],
        failed: Callable[[WorldError], None] | None = None,
    ) -> None:
        """Does something to the letter shown, then looks at how it stands."""
        services, wanted, by = self.desk.services, self._id, self.desk.user

        def run() -> Desktop:
            verb()
            found = look_up(services, wanted)
            services.keeping.restrictions.see(by, found.draft.inquiry_id)
            return found

        self.desk.tasks.records(run, then, failed)

    def _show(self, desktop: Desktop) -> None:
        if desktop.draft.id != self._id:
            return
        self.page.show_desktop(desktop)
        self._stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page.blocks)
        self.back.setEnabled(True)
        self.inquiry.setEnabled(True)
        self.writing.allow(self.page.blocks.current())
        services, user, draft = self.desk.services, self.desk.user, desktop.draft
        self.desk.tasks.slow(
            None,
            lambda _: look_at(services, draft, user),
            self.page.show_look,
            failed=self._cannot_lay_out,
        )
        if self._take_focus:
            self._take_focus = False
            self.page.blocks.setFocus()

    def _cannot_lay_out(self, error: WorldError) -> None:
        self.page.papers.say(say(error.words), say(error.advice))

    def _change(self, verb: Callable[[], object]) -> None:
        self._do(verb, self._changed, self.writing.failed)

    def _changed(self, desktop: Desktop) -> None:
        self._show(desktop)
        self.desk.changed()

    def _next(self) -> None:
        if self.page.shown is not None:
            self.page.approval.ask_to_sign()

    def _sign(self, passphrase: str) -> None:
        """Hands the letter in, or approves it; either is an electronic signature."""
        shown, services, user = self.page.shown, self.desk.services, self.desk.user
        letter_id = self._id
        handing_in = shown is not None and shown.draft.state is LetterState.DRAFT

        def run(_: Progress) -> Desktop:
            step = services.letters.submit if handing_in else services.letters.approve
            step(user, letter_id, passphrase)
            return look_up(services, letter_id)

        title = words("Signing the letter")
        then = self._handed_in if handing_in else self._approved
        self.desk.tasks.slow(title, run, then, failed=self._not_signed)

    def _handed_in(self, desktop: Desktop) -> None:
        self.page.approval.passphrase.clear()
        self.page.approval.name.accepted()
        self.desk.tell(words("{reference} signed and handed in", reference=desktop.draft.reference))
        self._changed(desktop)

    def _not_signed(self, error: WorldError) -> None:
        self.page.approval.say_problem(f"{say(error.words)} {say(error.advice)}")

    def _approved(self, desktop: Desktop) -> None:
        self.page.approval.name.accepted()
        self.desk.tell(words("{reference} approved and signed", reference=desktop.draft.reference))
        self._changed(desktop)

    def _reject(self, comment: str) -> None:
        letters, user, letter_id = self.desk.services.letters, self.desk.user, self._id
        self._change(lambda: letters.reject(user, letter_id, comment))

    def _send_out(self) -> None:
        shown = self.page.shown
        if shown is None:
            return
        draft = shown.draft
        if draft.delivery != "e-mail":
            self.desk.open("outbox", "post")
        elif draft.state is LetterState.SIGNED:
            dispatch, user = self.desk.services.dispatch, self.desk.user
            self.desk.tasks.records(lambda: dispatch.queue_email(user, draft.id), self._queued)
        else:
            self.desk.open("outbox", "e-mail")

    def _queued(self, _: object) -> None:
        self.desk.changed()
        self.desk.open("outbox", "e-mail")

    def _open_inquiry(self) -> None:
        shown = self.page.shown
        if shown is not None:
            self.desk.open("inquiry", shown.draft.inquiry_id)

    def _go_to(self, place: str) -> None:
        """Follows a line of what stops approval."""
        shown = self.page.shown
        if shown is None:
            return
        if place == "safety":
            self.desk.open("safety", shown.draft.inquiry_id)
        elif place == "address" and self.writing.address.isEnabled():
            self.writing.open_address()
        elif place == "answer" and self.writing.add.isEnabled():
            self.writing.open_adding()
        else:
            known = self.page.blocks.choose(place)
            if place == "answer" and not known:
                self.page.blocks.choose_kind(BlockKind.ANSWER)
            self.page.blocks.setFocus()


def _nothing() -> None:
    """Only looks."""

"""What is done with letters that go by e-mail; the widgets are the panel's."""

from PySide6.QtCore import QObject, Signal

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.dispatch import Email, EmailState
from mi_desktop.people import Action
from mi_desktop.ui.outbox.mail import EmailPanel
from mi_desktop.ui.outbox.outgoing import Outgoing
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr


class MailVerbs(QObject):
    """Queueing, sending, trying again.

    Attributes:
        done: something changed.
    """

    done = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = screen.desk
        self._dispatch = screen.desk.services.dispatch
        self._may = screen.desk.user.may(Action.DISPATCH)
        self._busy = False
        self.send = screen.act(tr("Send now"), "Ctrl+S", self._send)
        self.retry = screen.act(tr("Try again"), "Ctrl+R", self._retry)
        self.queue = screen.act(tr("Put into the e-mail queue"), "Q", self._queue)
        tools = [screen.button(self.send, main=True), screen.button(self.retry)]
        self.panel = EmailPanel(tools, screen.button(self.queue), [self.retry, self.send])

    def show(self, out: Outgoing) -> None:
        """Shows the queue."""
        self.panel.show_queue(out.emails, out.unqueued, self._busy)

    def allow(self, front: bool) -> None:
        """Enables what may be done with what is in hand, where the panel is in front."""
        email = self.panel.email()
        refused = email is not None and email.state is EmailState.REFUSED
        self.send.setEnabled(front and self._may and not self._busy)
        self.retry.setEnabled(front and self._may and refused)
        self.queue.setEnabled(front and self._may and self.panel.draft() is not None)

    def _send(self) -> None:
        dispatch = self._dispatch
        self._busy = True
        self.done.emit()
        self._desk.tasks.slow(
            words("Sending e-mail"), dispatch.send_waiting, self._sent, failed=self._failed
        )

    def _sent(self, _: list[Email]) -> None:
        self._busy = False
        self.done.emit()

    def _failed(self, error: WorldError) -> None:
        self._busy = False
        self._desk.tell(error)
        self.done.emit()

    def _retry(self) -> None:
        email = self.panel.email()
        if email is not None:
            dispatch, user = self._dispatch, self._desk.user
            self._desk.tasks.records(lambda: dispatch.retry(user, email.id), self._changed)

    def _queue(self) -> None:
        draft = self.panel.draft()
        if draft is not None:
            dispatch, user = self._dispatch, self._desk.user
            self._desk.tasks.records(lambda: dispatch.queue_email(user, draft.id), self._changed)

    def _changed(self, _: object) -> None:
        self.done.emit()

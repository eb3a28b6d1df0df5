"""What is done with letters that go by post; the widgets are the panel's."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.dispatch import Batch, BatchState
from mi_desktop.people import Action
from mi_desktop.ui.outbox.outgoing import Outgoing
from mi_desktop.ui.outbox.post import PostPanel
from mi_desktop.ui.outbox.take_out import TakeOutPanel
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.take_away import take_away
from mi_desktop.ui.words import tr

STUCK = {BatchState.PRINTING, BatchState.FAILED}


class PostVerbs(QObject):
    """Printing, ticking off, posting.

    Attributes:
        done: something changed.
        manifest_asked: the batch whose manifest should be shown.
    """

    done = Signal()
    manifest_asked = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = screen.desk
        self._dispatch = screen.desk.services.dispatch
        self._may = screen.desk.user.may(Action.DISPATCH)
        self._busy = False
        self.print = screen.act(tr("Print a batch"), "Ctrl+P", self._print)
        self.tick = screen.act(tr("In its envelope"), "T", self._tick)
        self.reprint = screen.act(tr("Print this one again"), "R", self._reprint)
        self.manifest = screen.act(tr("Show the manifest"), "M", self._ask_manifest)
        self.take_out = screen.act(tr("Take out of the batch"), "Del", self._ask_why)
        self.manifest_file = screen.act(tr("Save the manifest as CSV…"), "", self._save_manifest)
        self.posted = screen.act(tr("Posted"), "Ctrl+Return", self._posted)
        self.again = screen.act(tr("Print the batch again"), "Ctrl+Shift+P", self._print_again)
        self.came_out = screen.act(tr("It came out of the printer"), "", self._came_out)
        of_item = [self.tick, self.reprint, self.take_out]
        of_batch = [*of_item, self.posted, self.manifest, self.manifest_file]
        stuck = [self.again, self.came_out]
        self.panel = PostPanel(
            screen.button(self.print, main=True),
            [screen.button(action) for action in of_batch],
            [screen.button(action) for action in stuck],
        )
        self.panel.offer_menu([*of_batch, *stuck])
        self.taking_out = TakeOutPanel()
        self.taking_out.given.connect(self._take_out)
        self.panel.items.opened.connect(lambda _: self.tick.trigger())

    def show(self, out: Outgoing) -> None:
        """Shows what is on its way by post."""
        self.panel.show_printers(out.printers)
        self.panel.show_ready(out.ready)
        self.panel.show_batches(out.batches)

    def allow(self, front: bool) -> None:
        """Enables what may be done with what is in hand, where the panel is in front."""
        batch, item = self.panel.batch(), self.panel.item()
        printed = batch is not None and batch.state is BatchState.PRINTED
        posted = batch is not None and batch.state is BatchState.POSTED
        stuck = batch is not None and batch.state in STUCK and batch.why is not None
        ticked = batch is not None and all(i.done for i in batch.going)
        usable = {
            self.print: bool(self.panel.ready.chosen()) and not self._busy,
            self.tick: printed and item is not None,
            self.reprint: printed and item is not None,
            self.take_out: item is not None and batch is not None and not posted,
            self.posted: printed and ticked,
            self.again: stuck and not self._busy,
            self.came_out: stuck,
        }
        for action, now in usable.items():
            action.setEnabled(front and self._may and now)
        for action in (self.manifest, self.manifest_file):
            action.setEnabled(front and batch is not None)
        self.panel.show_tools(stuck)

    def _print(self) -> None:
        ids = [ready.letter.letter_id for ready in self.panel.ready.chosen()]
        dispatch, user, printer = self._dispatch, self._desk.user, self.panel.chosen_printer()
        self._busy = True
        self.done.emit()
        self._desk.tasks.slow(
            words("Printing {count} letters", count=len(ids)),
            lambda progress: dispatch.print_batch(user, ids, printer, progress),
            self._printed,
            failed=self._failed,
        )

    def _print_again(self) -> None:
        batch = self.panel.batch()
        if batch is None:
            return
        dispatch, user, printer = self._dispatch, self._desk.user, self.panel.chosen_printer()
        self._busy = True
        self._desk.tasks.slow(
            words("Printing {number} again", number=batch.number),
            lambda progress: dispatch.print_again(user, batch.id, printer, progress),
            self._printed,
            failed=self._failed,
        )

    def _printed(self, batch: Batch) -> None:
        self._busy = False
        self._desk.tell(words("Batch {number}: {state}", number=batch.number, state=batch.state))
        self.panel.show_next(batch)
        self.done.emit()

    def _failed(self, error: WorldError) -> None:
        self._busy = False
        self._desk.tell(error)
        self.done.emit()

    def _tick(self) -> None:
        batch, item = self.panel.batch(), self.panel.item()
        if batch is not None and item is not None:
            dispatch, user, done = self._dispatch, self._desk.user, not item.done
            self._desk.tasks.records(
                lambda: dispatch.tick(user, batch.id, item.letter_id, done), self._ticked
            )

    def _ticked(self, _: Batch) -> None:
        self.panel.next_item()
        self._changed(None)

    def _reprint(self) -> None:
        batch, item = self.panel.batch(), self.panel.item()
        if batch is not None and item is not None:
            dispatch, user = self._dispatch, self._desk.user
            self._desk.tasks.slow(
                words("Printing {reference} again", reference=item.reference),
                lambda _: dispatch.reprint(user, batch.id, item.letter_id),
                self._changed,
            )

    def _ask_why(self) -> None:
        batch, item = self.panel.batch(), self.panel.item()
        if batch is not None and item is not None:
            self.taking_out.ask(batch, item)

    def _take_out(self, batch_id: str, letter_id: str, reason: str) -> None:
        dispatch, user = self._dispatch, self._desk.user
        self._desk.tasks.records(
            lambda: dispatch.take_out(user, batch_id, letter_id, reason), self._changed
        )

    def _save_manifest(self) -> None:
        batch = self.panel.batch()
        if batch is None:
            return
        title, dispatch = tr("Save the manifest as CSV…"), self._dispatch
        name, _ = QFileDialog.getSaveFileName(self.panel, title, f"{batch.number}.csv", "*.csv")
        if name:
            make = lambda: dispatch.manifest_csv(batch.id).encode()  # noqa: E731
            take_away(self._desk, Path(name), batch.number, make)

    def _posted(self) -> None:
        batch = self.panel.batch()
        if batch is not None:
            dispatch, user = self._dispatch, self._desk.user
            self._desk.tasks.records(lambda: dispatch.posted(user, batch.id), self._changed)

    def _came_out(self) -> None:
        batch = self.panel.batch()
        if batch is not None:
            dispatch, user = self._dispatch, self._desk.user
            self._desk.tasks.records(lambda: dispatch.came_out(user, batch.id), self._changed)

    def _changed(self, _: object) -> None:
        self.done.emit()

    def _ask_manifest(self) -> None:
        batch = self.panel.batch()
        if batch is not None:
            self.manifest_asked.emit(batch)

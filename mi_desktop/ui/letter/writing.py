"""What an author does to a letter: its blocks, its address, the way it goes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from mi_desktop.basics.errors import WorldError
from mi_desktop.inquiries import Question
from mi_desktop.letters import Block, BlockKind, Draft, LetterState, Recipient
from mi_desktop.people import Action, ChangedByColleague
from mi_desktop.ui.both import Field
from mi_desktop.ui.letter.adding import OwnText
from mi_desktop.ui.letter.changing import address_text, block_text
from mi_desktop.ui.letter.page import LetterPage
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr

CHANGEABLE = {LetterState.DRAFT, LetterState.IN_REVIEW}


@dataclass(frozen=True)
class Typed:
    """What was typed last, in case a colleague was quicker.

    Attributes:
        name: of the field.
        now: the same field of a letter, None where it is gone.
        mine: what was typed.
        words: what a person reads of it.
        again: saves it over what stands there by now.
    """

    name: str
    now: Callable[[Draft], Any]
    mine: Any
    words: Callable[[Any], str]
    again: Callable[[Any, Any], None]


class Writing(QObject):
    """Actions and verbs that change a draft; the widgets are the page's.

    Attributes:
        wanted: a call that changes the letter, to be made off the window's thread.
    """

    wanted = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = screen.desk
        self._letters = screen.desk.services.letters
        self._page: LetterPage | None = None
        self._typed: Typed | None = None
        self.add = screen.act(tr("Add…"), "Ctrl+N", self.open_adding)
        self.edit = screen.act(tr("Change text…"), "F2", self._open_text)
        self.up = screen.act(tr("Move up"), "Alt+Up", partial(self._move, -1))
        self.down = screen.act(tr("Move down"), "Alt+Down", partial(self._move, 1))
        self.remove = screen.act(tr("Remove"), "Ctrl+Delete", self._remove)
        self.off_label = screen.act(tr("Off-label"), "F6", self._mark_off_label)
        self.address = screen.act(tr("Recipient…"), "F4", self.open_address)
        self.of_block = [self.edit, self.up, self.down, self.remove, self.off_label]
        self.actions = [self.add, *self.of_block, self.address]

    def take(self, page: LetterPage) -> None:
        """Works with this page from now on."""
        self._page = page
        page.blocks.picked.connect(self.allow)
        page.delivery_chosen.connect(partial(self._change, self._letters.set_delivery))
        page.envelope_chosen.connect(partial(self._change, self._letters.set_envelope))
        page.add.question_changed.connect(self._suggest)
        page.add.standard_wanted.connect(self._insert)
        page.add.text_wanted.connect(self._add_text)
        page.address.wanted.connect(self._set_recipient)
        page.text.wanted.connect(self._change_text)

    @property
    def draft(self) -> Draft | None:
        """The letter shown."""
        return self._page.shown.draft if self._page and self._page.shown else None

    def allow(self, block: Block | None) -> None:
        """Enables what may be done with the block in hand: answers move, own words change."""
        draft = self.draft
        writing = draft is not None and draft.state in CHANGEABLE
        writing = writing and self._desk.user.may(Action.WRITE_LETTER)
        answer = writing and block is not None and block.kind is BlockKind.ANSWER
        own = answer and block is not None and not block.locked
        for action in (self.add, self.address):
            action.setEnabled(writing)
        for action in (self.up, self.down, self.remove):
            action.setEnabled(answer)
        for action in (self.edit, self.off_label):
            action.setEnabled(own)

    def open_adding(self) -> None:
        """Opens what may be added."""
        if self._page is not None and self._page.shown is not None:
            self._page.make_room()
            self._page.add.open(self._page.add.list)
            self._page.add.offer_questions(self._page.shown.inquiry.questions)

    def open_address(self) -> None:
        """Opens the address."""
        if self._page is not None and self._page.shown is not None:
            self._page.make_room()
            self._page.address.ask(self._page.shown.draft.recipient)

    def _open_text(self) -> None:
        block = self._block()
        if self._page is not None and block is not None and not block.locked:
            self._page.make_room()
            self._page.text.ask(block)

    def _block(self) -> Block | None:
        return self._page.blocks.current() if self._page else None

    def _change(self, verb: Callable[..., object], *how: object) -> None:
        draft, user = self.draft, self._desk.user
        if draft is None or self._page is None:
            return
        self._page.close_panels()
        letter_id = draft.id
        self.wanted.emit(lambda: verb(user, letter_id, *how))

    def _move(self, by: int) -> None:
        block = self._block()
        if block is not None:
            self._change(self._letters.move_block, block.id, by)

    def _remove(self) -> None:
        block = self._block()
        if block is not None:
            self._change(self._letters.remove_block, block.id)

    def _mark_off_label(self) -> None:
        block = self._block()
        if block is not None:
            self._change(self._letters.mark_off_label, block.id, not block.off_label)

    def _set_recipient(self, recipient: Recipient, seen: Recipient) -> None:
        self._typed = Typed(
            tr("Recipient"), lambda draft: draft.recipient, recipient, address_text,
            self._set_recipient,
        )  # fmt: skip
        self._change(self._letters.set_recipient, recipient, seen)

    def _insert(self, standard_id: str, question_id: str) -> None:
        self._change(self._letters.insert_standard, standard_id, question_id)

    def _add_text(self, own: OwnText) -> None:
        if self._page is not None:
            self._page.add.clear_text()
        self._change(self._letters.add_text, own.paragraphs, own.question_id)

    def _change_text(self, block: Block, paragraphs: tuple[str, ...]) -> None:
        def now(draft: Draft) -> Block | None:
            return next((b for b in draft.blocks if b.id == block.id), None)

        self._typed = Typed(
            tr("Text of the block"), now, replace(block, paragraphs=paragraphs), block_text,
            lambda mine, theirs: self._change_text(theirs, mine.paragraphs),
        )  # fmt: skip
        self._change(self._letters.change_text, block.id, paragraphs, block.paragraphs)

    def failed(self, error: WorldError) -> None:
        """A change was refused; where a colleague was quicker, both are shown."""
        draft, typed = self.draft, self._typed
        if draft is None or typed is None or not isinstance(error, ChangedByColleague):
            self._desk.tell(error)
            return
        letters, letter_id = self._letters, draft.id
        self._desk.tasks.records(
            lambda: letters.letter(letter_id), lambda now: self._see_both(error, typed, now)
        )

    def _see_both(self, error: ChangedByColleague, typed: Typed, now: Draft) -> None:
        page, theirs = self._page, typed.now(now)
        if page is None or page.shown is None or page.shown.draft.id != now.id:
            return
        if theirs is None:
            self._desk.tell(error)
            return
        page.make_room()
        field = Field(typed.name, typed.words(theirs), typed.words(typed.mine))
        page.both.ask(error, [field], lambda: typed.again(typed.mine, theirs), self._desk.changed)

    def _suggest(self, question: Question) -> None:
        draft, page, library = self.draft, self._page, self._desk.services.library
        if draft is None or page is None:
            return
        product = question.product_id or draft.product_id
        audience = "hcp" if draft.for_health_professional else "patient"
        how = (product, question.topic, draft.language, audience)
        self._desk.tasks.records(lambda: library.suggest(*how), page.add.show_standards)

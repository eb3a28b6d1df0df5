"""The inquiry screen: the list, or one inquiry."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.inquiries import Inquiry, NewQuestion
from mi_desktop.ocr import Region
from mi_desktop.people import Action, ChangedByColleague
from mi_desktop.safety import Answer
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry.copying import ask_copy
from mi_desktop.ui.inquiry.gather import Opened, look_up
from mi_desktop.ui.inquiry.listing import InquiryList
from mi_desktop.ui.inquiry.page import InquiryPage
from mi_desktop.ui.inquiry.questions import Coding
from mi_desktop.ui.labels import language_name
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr

EVENT, BATCH = "AE", "PQC-BATCH"


class InquiryScreen(Screen):
    """Verbs of the inquiry screen; the widgets are the list's and the page's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._take_focus = False
        self.back = self.act(tr("All inquiries"), "Alt+Left", self.show_list)
        self.save = self.act(tr("Save requester"), "Ctrl+S", self._save)
        self.checklist = self.act(tr("Safety checklist"), "Alt+C", partial(self._go, "safety"))
        self.letter = self.act(tr("Write or open the letter"), "Alt+L", partial(self._go, "letter"))
        self.new_letters = [
            self.act(
                tr("Write a new letter: {language}", language=language_name(code)),
                "",
                partial(self._write_letter, code),
            )
            for code in desk.services.settings.languages
        ]
        self.uses = self._use_actions()
        self.list = InquiryList(desk)
        head = [self.button(self.back), self.button(self.save, main=True)]
        self.page = InquiryPage(desk, self.uses, head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opened.connect(lambda line: self.show_record(line.id))
        self.page.unsaved.connect(self.save.setEnabled)
        self.page.path.asked.connect(self._go)
        self.page.questions.coded.connect(self._code)
        self.close_inquiry = self.act(
            tr("Close the inquiry, or open it again"), "Alt+X", self._go_to_closing
        )
        self.copy = self.act(tr("Take a copy of the record…"), "Alt+K", self._ask_copy)
        self.setFocusProxy(self.list.table)
        self._page_actions(False)

    def _ask_copy(self) -> None:
        ask_copy(self, self.desk, self.page.inquiry)

    def _go_to_closing(self) -> None:
        closing = self.page.closing
        (closing.words if closing.is_closed else closing.reason).setFocus()

    def _use_actions(self) -> list[QAction]:
        return [
            self.act(tr("New question"), "Q", self._use_as_question),
            self.act(tr("Requester's name"), "W", self._use_as_name),
            self.act(tr("Adverse event: yes"), "E", self._use_as_event),
            self.act(tr("Batch number"), "B", self._use_as_batch),
        ]

    def arrived(self) -> None:
        """Looks again, and takes the focus."""
        self._take_focus = True
        self.refresh()

    def refresh(self) -> None:
        """Looks again at what is shown."""
        if self._id:
            self._look()
        else:
            self.list.look_again()

    def show_record(self, ref: str) -> None:
        """Shows this inquiry."""
        self._id = ref
        self._take_focus = True
        if ref:
            self._look()
        else:
            self.show_list()

    def record(self) -> str:
        """The id of the inquiry shown."""
        return self._id

    def show_list(self) -> None:
        """Back to the list, where it was left."""
        self._id = ""
        self._page_actions(False)
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list.table)
        self.list.look_again()
        self.list.table.setFocus()

    def _look(self) -> None:
        services, wanted, language = self.desk.services, self._id, self.desk.language
        by, restrictions = self.desk.user, services.keeping.restrictions
        allowed = restrictions.look if self._take_focus else restrictions.see

        def look() -> Opened:
            allowed(by, wanted)
            return look_up(services, wanted, language)

        self.desk.tasks.records(look, self._show, self._not_shown)

    def _not_shown(self, error: WorldError) -> None:
        """It is gone, or not for this user: back to the list, with words."""
        self.desk.tell(error)
        self.show_list()

    def _show(self, opened: Opened) -> None:
        if opened.picture.inquiry.id != self._id:
            return
        self.page.show_opened(opened)
        self._stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page.view)
        self._page_actions(True)
        if self._take_focus:
            self._take_focus = False
            self.page.view.canvas.setFocus()

    def _page_actions(self, on: bool) -> None:
        ways = (self.checklist, self.letter, self.close_inquiry, *self.new_letters)
        for action in (self.back, *ways):
            action.setEnabled(on)
        self.copy.setEnabled(on and self.desk.user.may(Action.COPY_RECORDS))
        self.save.setEnabled(on and self.page.requester.dirty)

    def _go(self, place: str) -> None:
        opened = self.page.opened
        if opened is None:
            return
        if place == "safety":
            self.desk.open("safety", self._id)
        elif place == "outbox":
            self.desk.open("outbox", self._way_out(opened))
        elif opened.picture.letters:
            self.desk.open("letter", opened.picture.letters[-1].id)
        else:
            self._write_letter()

    def _way_out(self, opened: Opened) -> str:
        return opened.picture.letters[-1].delivery if opened.picture.letters else ""

    def _write_letter(self, language: str | None = None) -> None:
        services, user, wanted = self.desk.services, self.desk.user, self._id
        self.desk.tasks.records(
            lambda: services.letters.compose(user, wanted, language).id, self._letter_written
        )

    def _letter_written(self, letter_id: str) -> None:
        self.desk.changed()
        self.desk.open("letter", letter_id)

    def _save(self) -> None:
        over = self.page.typed_over
        if over is not None and self.page.requester.dirty:
            self._save_over(over)

    def _save_over(self, over: Inquiry) -> None:
        """Saves what was typed over the inquiry as it was then."""
        verbs, user = self.desk.services.inquiries, self.desk.user
        requester = self.page.requester.requester()
        self.desk.tasks.records(
            lambda: verbs.change_requester(user, over.id, over.version, requester),
            self._saved,
            partial(self._collided, over),
        )

    def _collided(self, over: Inquiry, error: WorldError) -> None:
        if not isinstance(error, ChangedByColleague):
            self.desk.tell(error)
            return
        verbs = self.desk.services.inquiries
        self.desk.tasks.records(
            lambda: verbs.inquiry(over.id), lambda now: self._see_both(error, over, now)
        )

    def _see_both(self, error: ChangedByColleague, over: Inquiry, now: Inquiry) -> None:
        """Asks whose requester stays; where the colleague changed something else, nobody is."""
        if now.id != self._id:
            return
        form = self.page.requester
        differing = form.differing(now.requester)
        if now.requester == over.requester or not differing:
            self._save_over(now)
            return
        self.page.path.hide()
        self.page.both.ask(
            error, differing, lambda: self._save_over(now), lambda: self._give_up(now)
        )

    def _give_up(self, now: Inquiry) -> None:
        self.page.saved(now)
        self.refresh()

    def _saved(self, inquiry: Inquiry) -> None:
        if inquiry.id == self._id:
            self.page.saved(inquiry)
        self.desk.tell(words("Requester of {number} saved", number=inquiry.number))
        self.desk.changed()

    def _code(self, coding: Coding) -> None:
        inquiry = self.page.inquiry
        if inquiry is None:
            return
        verbs, user = self.desk.services.inquiries, self.desk.user
        how = (coding.product_id, coding.topic)
        self.desk.tasks.records(
            lambda: verbs.code_question(user, inquiry.id, coding.question_id, how), self._changed
        )

    def _changed(self, _: object) -> None:
        self.page.use_as.take(None)
        self.desk.changed()

    def _use_as_question(self) -> None:
        inquiry, region = self.page.inquiry, self.page.use_as.region
        if inquiry is None or region is None:
            return
        verbs, user = self.desk.services.inquiries, self.desk.user
        new = NewQuestion(region.quote, inquiry.language, inquiry.product_id, "", region)
        self.desk.tasks.records(lambda: verbs.add_question(user, inquiry.id, new), self._changed)

    def _use_as_name(self) -> None:
        region = self.page.use_as.region
        if region is None:
            return
        name = " ".join(region.quote.split())
        form = self.page.requester
        form.type_in(replace(form.requester(), name=name))
        form.fields["name"].setFocus()
        self.page.use_as.take(None)

    def _use_as_event(self) -> None:
        self._answer(EVENT, Answer.YES)

    def _use_as_batch(self) -> None:
        region = self.page.use_as.region
        if region is not None:
            self._answer(BATCH, " ".join(region.quote.split()))

    def _answer(self, code: str, value: str) -> None:
        """Answers a question of the checklist with what was pointed at as its evidence."""
        opened, region = self.page.opened, self.page.use_as.region
        if opened is None or region is None:
            return
        safety, user, wanted = self.desk.services.safety, self.desk.user, self._id
        given = opened.picture.assessment.given.get(code)
        evidence: tuple[Region, ...] = (*(given.evidence if given else ()), region)
        self.desk.tasks.records(
            lambda: safety.answer(user, wanted, code, value, evidence), self._answered
        )

    def _answered(self, _: object) -> None:
        self.desk.tell(words("Kept in the safety checklist, with its place on the page"))
        self._changed(None)

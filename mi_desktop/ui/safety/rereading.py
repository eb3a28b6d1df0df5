"""The second reading: pages without the first reader's answers, and one question (REC-3)."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.inquiries import Inquiry
from mi_desktop.intake import PageRef
from mi_desktop.people import Action
from mi_desktop.safety import Reread, Rereading, Sample
from mi_desktop.safety.tracking import CaptureRate
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

_Pile = tuple[list[tuple[Rereading, str]], list[Sample], CaptureRate]


class RereadPanel(QWidget):
    """What waits to be read again, its pages, and the answer."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._desk: Desk = screen.desk
        self._safety = screen.desk.services.safety
        may = screen.desk.user.may(Action.ANSWER_SAFETY)
        self.agree = screen.act(tr("Nothing found"), "Alt+N", partial(self._judge, Reread.AGREED))
        self.missed = screen.act(tr("Event found"), "Alt+Y", partial(self._judge, Reread.MISSED))
        self.draw = screen.act(tr("Draw the sample"), "Ctrl+D", self._draw)
        self._may, self._may_draw = may, screen.desk.user.may(Action.HAND_OFF)
        self.month = QLineEdit()
        self.month.setAccessibleName(tr("Month of the sample"))
        self.month.setPlaceholderText("2026-11")
        self.month.setMaximumWidth(120)
        self.rate = label()
        self.drawn = label(tone="dim")
        self.table = RecordsTable(tr("To be read again"), _columns(), lambda x: x[0].inquiry_id)
        self.states = States(self.table)
        self.view = PageView(screen.desk)
        self.papers = States(self.view)
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("What was found, and on which page"))
        self.note.setAccessibleName(tr("What was found, and on which page"))
        self._lay_out(screen)
        self.table.picked.connect(self._show_item)

    def _lay_out(self, screen: Screen) -> None:
        top = QHBoxLayout()
        top.addWidget(self.month)
        top.addWidget(screen.button(self.draw))
        top.addWidget(self.drawn, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.rate)
        column.addWidget(self.states, 1)
        right = QWidget()
        pages = QVBoxLayout(right)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self.papers, 1)
        answer = QHBoxLayout()
        answer.addWidget(self.note, 1)
        answer.addWidget(screen.button(self.agree))
        answer.addWidget(screen.button(self.missed))
        pages.addLayout(answer)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([460, 660])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(split)

    def allow(self, front: bool) -> None:
        """Enables what may be done, where the panel is in front."""
        self.draw.setEnabled(front and self._may_draw)
        for action in (self.agree, self.missed):
            action.setEnabled(front and self._may and self.table.current() is not None)

    def look_again(self) -> None:
        """Asks what waits for this user."""
        services, user = self._desk.services, self._desk.user

        def ask(_: object) -> _Pile:
            desk = services.safety.rereading
            waiting = desk.waiting(user)
            numbers = [services.inquiries.inquiry(i.inquiry_id).number for i in waiting]
            today = services.office.database.clock().date()
            rate = desk.capture_rate(date(today.year, 1, 1), today)
            return list(zip(waiting, numbers, strict=True)), desk.samples(), rate

        self._desk.tasks.slow(None, ask, self._show)

    def _show(self, found: _Pile) -> None:
        waiting, samples, rate = found
        self.table.show_rows(waiting)
        self.rate.setText(_rate_words(rate))
        if not self.month.text():
            self.month.setText(f"{rate.until:%Y-%m}")
        if samples:
            read = sum(bool(i.result) for i in samples[0].items)
            self.drawn.setText(
                tr("{period}: {drawn} of {all} drawn, {read} read", period=samples[0].period,
                   drawn=len(samples[0].items), all=samples[0].population, read=read)
            )  # fmt: skip
        if waiting:
            self.states.show_content()
        else:
            self.states.say(
                tr("Nothing waits for you"),
                tr("Draw a month; what you answered yourself is left to a colleague."),
            )
            self._show_item(None)

    def _show_item(self, item: tuple[Rereading, str] | None) -> None:
        for action in (self.agree, self.missed):
            action.setEnabled(item is not None and self._may)
        if item is None:
            self.papers.say(tr("No page"))
            return
        services, wanted = self._desk.services, item[0].inquiry_id

        def then(found: tuple[tuple[PageRef, ...], Inquiry]) -> None:
            current = self.table.current()
            if current is not None and current[0].inquiry_id == wanted:
                self._show_pages(*found)

        self._desk.tasks.records(lambda: _papers(services, wanted), then)

    def _show_pages(self, pages: tuple[PageRef, ...], inquiry: Inquiry) -> None:
        if pages:
            self.view.show_pages(pages)
            self.papers.show_content()
        else:
            asked = "\n".join(q.verbatim for q in inquiry.questions)
            self.papers.say(tr("No mail belongs to this inquiry"), asked)

    def _judge(self, found: Reread) -> None:
        item = self.table.current()
        if item is None:
            return
        desk, user, note = self._safety.rereading, self._desk.user, self.note.text()

        def then(_: Rereading) -> None:
            self.note.clear()
            self._desk.tell(words("{number} read again: {result}", number=item[1], result=found))
            self.look_again()
            self._desk.changed()

        self._desk.tasks.records(lambda: desk.judge(user, item[0].inquiry_id, found, note), then,
                                 self._refused)  # fmt: skip

    def _refused(self, error: WorldError) -> None:
        self._desk.tell(error)
        self.note.setFocus()

    def _draw(self) -> None:
        desk, user, period = self._safety.rereading, self._desk.user, self.month.text().strip()
        self._desk.tasks.records(lambda: desk.draw(user, period), lambda _: self.look_again())


def _papers(services: "Services", inquiry_id: str) -> tuple[tuple[PageRef, ...], Inquiry]:
    pages = services.safety.assessment(inquiry_id).pages
    return pages, services.inquiries.inquiry(inquiry_id)


def _rate_words(rate: CaptureRate) -> str:
    every = rate.first_pass + rate.reread + rate.reconciled
    if rate.rate is None:
        return tr("Capture rate since {day}: not known, no event so far", day=day(rate.since))
    return tr(
        "Capture rate since {day}: {rate} % ({first} of {all})",
        day=day(rate.since),
        rate=round(rate.rate * 100, 1),
        first=rate.first_pass,
        all=every,
    )


def _columns() -> list[Column]:
    return [
        Column(tr("Inquiry"), lambda x: x[1], stretch=True),
        Column(tr("Month"), lambda x: x[0].period),
    ]

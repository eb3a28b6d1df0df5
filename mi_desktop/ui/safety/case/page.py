"""A case beside the pages it is filled from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.people import Action, User
from mi_desktop.safety.cases import Case, PqcCase
from mi_desktop.safety.cases.checks import Problem
from mi_desktop.safety.cases.suggest import Suggestion
from mi_desktop.safety.clocks import day_zero
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import Links, label
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.safety.case.e2b_bar import E2bBar
from mi_desktop.ui.safety.case.form import CaseForm
from mi_desktop.ui.states import States
from mi_desktop.ui.words import say, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

AT_MOST_LINKS = 5


@dataclass(frozen=True)
class OpenCase:
    """A case as it stands, what may be taken over, and the pages of its mail.

    Attributes:
        today: in the site's zone.
        signs: what speaks for a falsified product, in words.
    """

    case: Case
    offers: tuple[Suggestion, ...]
    pages: tuple[PageRef, ...]
    today: date
    signs: tuple[str, ...]


def look_up(services: "Services", user: User, handoff_id: str) -> OpenCase:
    """Everything the case's page shows; contacts for those who need them (FU-2)."""
    cases = services.safety.cases
    may = user.may(Action.KNOW_CONTACT)
    case = cases.whole(user, handoff_id) if may else cases.case(handoff_id)
    signs = cases.falsified_signs(case) if isinstance(case, PqcCase) else ()
    return OpenCase(
        case,
        cases.suggestions(case),
        services.safety.assessment(case.head.inquiry_id).pages,
        day_zero(services.office.database.clock(), services.settings.zone),
        tuple(say(sign) for sign in signs),
    )


class CasePage(QWidget):
    """The pages at the left, the form beside them, what is to be asked above it.

    Attributes:
        shown: a case came to be shown.
        left: the user goes back; everything is saved.
    """

    shown = Signal()
    left = Signal()

    def __init__(self, desk: Desk, save: QAction, everything: QAction, back: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ""
        self.view = PageView(desk)
        self.papers = States(self.view)
        self.form = CaseForm(desk.user.may(Action.CLASSIFY_DEFECT))
        self.e2b = E2bBar(desk, self.form)
        self.saved = True
        self._signs: tuple[str, ...] = ()
        self._title = label(size="title")
        self._title.setWordWrap(False)
        self.state = label("", "dim")
        self.open_points = Links(self.form.go_to)
        self.keep = QPushButton(tr("Save (Ctrl+S)"))
        self.keep.setProperty("main", True)
        self.keep.clicked.connect(save.trigger)
        more = QPushButton(tr("All fields (Ctrl+M)"))
        more.clicked.connect(everything.trigger)
        self._lay_out(more, back)
        self.form.edited.connect(self._edited)
        self.form.evidence_asked.connect(self._show_evidence)
        self.view.region_chosen.connect(lambda region: self.form.take_quote(region.quote))

    def _lay_out(self, more: QWidget, back: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self._title, 1)
        head.addWidget(back)
        keys = label(
            tr("Return: next field · F9: take the suggestion · F8: not asked, asked, not known…"),
            "dim",
        )
        keys.setContentsMargins(16, 0, 16, 4)
        self.open_points.setContentsMargins(16, 0, 16, 8)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.keep)
        foot.addWidget(more)
        for text, how in ((tr("Another patient"), "patient"), (tr("Her child"), "child")):
            button = QPushButton(text)
            button.setToolTip(tr("One more case of the same mail, linked with this one"))
            button.clicked.connect(partial(self._another_clicked, how))
            foot.addWidget(button)
        foot.addWidget(self.state, 1)
        side = QFrame()
        side.setProperty("panel", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(keys)
        column.addWidget(self.open_points)
        column.addWidget(self.form, 1)
        column.addWidget(self.e2b)
        column.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.papers)
        split.addWidget(side)
        split.setSizes([560, 600])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def open(self, handoff_id: str) -> None:
        """Looks a case up and shows it, the focus in its first field."""
        services, user, self._wanted = self._desk.services, self._desk.user, handoff_id

        def arrived(opened: OpenCase) -> None:
            if opened.case.head.handoff_id == self._wanted:
                self.show_case(opened)
                self.shown.emit()
                self.form.go_to(self.form.first())

        self._desk.tasks.records(lambda: look_up(services, user, handoff_id), arrived)

    def _another_clicked(self, how: str, *_: object) -> None:
        self.another(how)

    def refresh(self) -> None:
        """Looks again, where nothing typed would be lost."""
        services, user, wanted = self._desk.services, self._desk.user, self._wanted
        # Reading the field in hand may find that something was typed.
        if not self.form.unread() and self.saved:
            self._desk.tasks.records(lambda: look_up(services, user, wanted), self.show_case)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keeps the case as its next revision; a field that cannot be read stops it, in words."""
        unread, case = self.form.unread(), self.form.case
        if unread:
            self.form.go_to(unread[0])
            self._desk.tell(words("A field cannot be read yet; nothing was saved"))
        if unread or case is None:
            return
        services, user = self._desk.services, self._desk.user

        def run() -> OpenCase:
            services.safety.cases.save(user, case)
            return look_up(services, user, case.head.handoff_id)

        def done(opened: OpenCase) -> None:
            self.show_case(opened)
            self._desk.tell(words("Case {number} saved", number=case.head.number))
            self._desk.changed()
            if then is not None:
                then()

        self._desk.tasks.records(run, done)

    def another(self, how: str) -> None:
        """One more case of the same mail, linked with this one: `patient`, or `child` of her."""
        case, services, user = self.form.case, self._desk.services, self._desk.user
        if case is None:
            return
        first = case.head.handoff_id

        def run() -> str:
            made = services.safety.add_patient(user, first)
            services.safety.cases.link(user, first, made.id, how)
            return made.id

        def done(made: str) -> None:
            self._desk.changed()
            self.open(made)

        # What was typed here is saved before the other case is shown.
        self.save(lambda: self._desk.tasks.records(run, done))

    def leave(self) -> None:
        """Back to the checklist; what was typed is saved first."""
        if self.form.unread() or not self.saved:
            self.save(self.left.emit)
        else:
            self.left.emit()

    def show_case(self, opened: OpenCase) -> None:
        """Shows a case as it stands in the record."""
        head = opened.case.head
        self._title.setText(tr("Case {number}", number=head.number))
        self._signs = opened.signs
        self.form.show_case(opened.case, opened.offers, opened.today)
        self.e2b.show_case(opened.case)
        self.saved = True
        self._say_state()
        if opened.pages:
            self.view.show_pages(opened.pages)
            self.papers.show_content()
        else:
            self.papers.say(tr("No mail belongs to this inquiry"))

    def _edited(self) -> None:
        self.saved = False
        self._say_state()

    def _say_state(self) -> None:
        case = self.form.case
        if case is None:
            return
        revision = case.head.revision
        if not self.saved:
            self.state.setText(tr("Not saved yet"))
        elif revision:
            self.state.setText(tr("Saved, revision {number}", number=revision))
        else:
            self.state.setText(tr("Nothing saved yet"))
        self._say_open_points()

    def _say_open_points(self) -> None:
        told = self.form.problems()
        links = [(self._point(p), p.path) for p in told[:AT_MOST_LINKS]]
        before = tr("To look at again:") if links else ""
        if self._signs:
            before = (
                tr("It may be falsified: {signs}.", signs=", ".join(self._signs)) + " " + before
            )
        self.open_points.show_links(before, links, "." if links else "")
        self.open_points.setVisible(bool(links or self._signs))

    def _point(self, problem: Problem) -> str:
        row = self.form.rows.get(problem.path)
        said = say(problem.words)
        return f"{say(row.element.label)}: {said}" if row else said

    def _show_evidence(self, region: Region) -> None:
        self.view.show_page(PageRef(region.part_id, region.page))
        if region.box is not None:
            self.view.canvas.mark_boxes([(region.box, "found")])

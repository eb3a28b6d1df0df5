"""A case beside the pages it is filled from."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.people import Action
from mi_desktop.safety.cases import Coding, Given
from mi_desktop.safety.cases.checks import Problem
from mi_desktop.ui.both import BothPanel
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import Links, label
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.safety.case.e2b_bar import E2bBar
from mi_desktop.ui.safety.case.finding import coding_beside, field_named, words_to_code
from mi_desktop.ui.safety.case.form import CaseForm
from mi_desktop.ui.safety.case.opened import OpenCase, as_draft, draft_name, look_up
from mi_desktop.ui.safety.case.saving import Saver
from mi_desktop.ui.safety.case.terms import TermsPanel
from mi_desktop.ui.safety.keeper import Keeper
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, tr

AT_MOST_LINKS = 5
FINDER_WIDTH = 170


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
        self.wanted = ""
        self.view = PageView(desk)
        self.papers = States(self.view)
        self.form = CaseForm(desk.user.may(Action.CLASSIFY_DEFECT))
        self.e2b = E2bBar(desk, self.form)
        self.both = BothPanel()
        self.terms = TermsPanel(desk)
        self.saved = True
        self._signs: tuple[str, ...] = ()
        self._title = label(size="title")
        self._title.setWordWrap(False)
        self.state = label("", "dim")
        self.open_points = Links(self.form.go_to)
        self.discard = QPushButton(tr("Throw away what is not saved"))
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(tr("Find a field (Ctrl+G)"))
        self.finder.setAccessibleName(tr("Find a field by its name"))
        self.finder.setMaximumWidth(FINDER_WIDTH)
        self.finder.returnPressed.connect(self._find)
        self.drafts = Keeper(desk, self, self._typed)
        self.saver = Saver(desk, self)
        self.discard.clicked.connect(self.saver.throw_away)
        self._lay_out(save, everything, back)
        self.form.edited.connect(self._edited)
        self.form.typing.connect(self.drafts.later)
        self.form.evidence_asked.connect(self._show_evidence)
        self.view.region_chosen.connect(lambda region: self.form.take_quote(region.quote))
        self.e2b.term_wanted.connect(self._ask_term)
        self.terms.chosen.connect(self._take_term)

    def _lay_out(self, save: QAction, everything: QAction, back: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.finder)
        head.addWidget(back)
        keys = label(
            tr("Return: next field · F9: take the suggestion, or on to the next · F8: not known…"),
            "dim",
        )
        keys.setContentsMargins(16, 0, 16, 4)
        self.open_points.setContentsMargins(16, 0, 16, 8)
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
        column.addLayout(self._unsaved())
        column.addLayout(self._foot(save, everything))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.papers)
        split.addWidget(side)
        split.setSizes([560, 600])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.terms, split, self.both):
            row.addWidget(part)
        # Three beside each other are too wide for a small screen: a panel takes the pages' place.
        for panel in (self.terms, self.both):
            panel.opened.connect(self.papers.hide)
            panel.closed.connect(self.papers.show)

    def _unsaved(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.addWidget(self.state, 1)
        line.addWidget(self.discard)
        return line

    def _foot(self, save: QAction, everything: QAction) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        self.keep = QPushButton(tr("Save (Ctrl+S)"))
        self.keep.setProperty("main", True)
        self.keep.clicked.connect(save.trigger)
        more = QPushButton(tr("All fields (Ctrl+M)"))
        more.clicked.connect(everything.trigger)
        foot.addWidget(self.keep)
        foot.addWidget(more)
        for text, how in ((tr("Another patient"), "patient"), (tr("Her child"), "child")):
            button = QPushButton(text)
            button.setToolTip(tr("One more case of the same mail, linked with this one"))
            button.clicked.connect(partial(self._another_clicked, how))
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    def open(self, handoff_id: str) -> None:
        """Looks a case up and shows it, the focus in its first field."""
        services, user, self.wanted = self._desk.services, self._desk.user, handoff_id

        def arrived(opened: OpenCase) -> None:
            if opened.case.head.handoff_id == self.wanted:
                self.show_case(opened)
                self.shown.emit()
                self.form.go_to(self.form.first())

        self._desk.tasks.records(lambda: look_up(services, user, handoff_id), arrived)

    def _another_clicked(self, how: str, *_: object) -> None:
        self.saver.another(how)

    def refresh(self) -> None:
        """Looks again, where nothing typed would be lost."""
        services, user, wanted = self._desk.services, self._desk.user, self.wanted
        # Reading the field in hand may find that something was typed.
        if not self.form.unread() and self.saved:
            self._desk.tasks.records(lambda: look_up(services, user, wanted), self.show_case)

    def leave(self) -> None:
        """Back to the checklist; what was typed is saved first."""
        if self.form.unread() or not self.saved:
            self.saver.save(self.left.emit)
        else:
            self.left.emit()

    def show_case(self, opened: OpenCase) -> None:
        """Shows a case: as its user left it, else as it stands in the record."""
        head, left = opened.case.head, opened.left
        if self.drafts.name != draft_name(head.handoff_id):
            self.put_by()
            self.drafts.name = draft_name(head.handoff_id)
        self._title.setText(tr("Case {number}", number=head.number))
        self._signs = opened.signs
        self.form.show_case(left.case if left else opened.case, opened.offers, opened.today)
        self.form.type_again(left.texts if left else {})
        self.e2b.show_case(opened.case)
        self.saved = left is None
        self._say_state()
        if left is not None:
            self.state.setText(tr("Not saved yet: as you left it {at}", at=moment(left.at)))
        if opened.pages:
            self.view.show_pages(opened.pages)
            self.papers.show_content()
        else:
            self.papers.say(tr("No mail belongs to this inquiry"))

    def put_by(self) -> None:
        """Another record is shown in a moment: what is typed here is kept as a draft."""
        if not self.saved or self.form.half_typed():
            self.drafts.now()

    def _typed(self) -> dict[str, Any]:
        case, texts = self.form.case, self.form.half_typed()
        return as_draft(case, texts) if case is not None and (texts or not self.saved) else {}

    def _edited(self) -> None:
        self.saved = False
        self.drafts.later()
        self._say_state()

    def _say_state(self) -> None:
        case = self.form.case
        if case is None:
            return
        revision = case.head.revision
        if not self.saved:
            self.state.setText(tr("Not saved yet; kept as a draft that only you see"))
        elif revision:
            self.state.setText(tr("Saved, revision {number}", number=revision))
        else:
            self.state.setText(tr("Nothing saved yet"))
        self.discard.setVisible(not self.saved)
        self.say_open_points()

    def say_open_points(self) -> None:
        """What is to be looked at again, each a link to its field."""
        told = self.form.problems()
        links = [(self._point(p), p.path) for p in told[:AT_MOST_LINKS]]
        before = tr("To look at again:") if links else ""
        if self._signs:
            before = (
                tr("It may be falsified: {signs}.", signs=", ".join(self._signs)) + " " + before
            )
        self.open_points.show_links(before, links, "." if links else "")
        self.open_points.setVisible(bool(links or self._signs))

    def _find(self) -> None:
        case, form = self.form.case, self.form
        path = field_named(case, self.finder.text(), form.order, form.current) if case else ""
        if path:
            self.finder.clear()
            self.form.go_to(path)
        else:
            self.finder.selectAll()
            self._desk.tell(words("No field has “{text}” in its name", text=self.finder.text()))

    def _ask_term(self) -> None:
        case = self.form.case
        path = coding_beside(case, self.form.current) if case else ""
        if case and path:
            self.terms.ask(path, words_to_code(case, path))

    def _take_term(self, path: str, coding: Coding) -> None:
        self.form.go_to(path)
        self.form.put(path, Given(coding))

    def _point(self, problem: Problem) -> str:
        row = self.form.rows.get(problem.path)
        said = say(problem.words)
        return f"{say(row.element.label)}: {said}" if row else said

    def _show_evidence(self, region: Region) -> None:
        self.view.show_page(PageRef(region.part_id, region.page))
        if region.box is not None:
            self.view.canvas.mark_boxes([(region.box, "found")])

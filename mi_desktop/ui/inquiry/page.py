"""One inquiry: its mail at the left, the record in the middle, the path at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from mi_desktop.inquiries import Inquiry, Requester
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.safety import Marked
from mi_desktop.ui.both import BothPanel
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry.closing import ClosingPanel
from mi_desktop.ui.inquiry.gather import Opened
from mi_desktop.ui.inquiry.path import PathPanel
from mi_desktop.ui.inquiry.questions import QuestionsPanel
from mi_desktop.ui.inquiry.requester import RequesterForm
from mi_desktop.ui.inquiry.stages import stages
from mi_desktop.ui.inquiry.use_as import UseAs
from mi_desktop.ui.labels import heading, label, language_name
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, shown, tr


class InquiryPage(QWidget):
    """Shows an `Opened` inquiry; what was typed and not saved stays with its inquiry.

    Attributes:
        unsaved: the requester differs from what is kept.
    """

    unsaved = Signal(bool)

    def __init__(self, desk: Desk, uses: list[QAction], head: Sequence[QWidget]) -> None:
        super().__init__()
        self._desk = desk
        self.opened: Opened | None = None
        self._typed: dict[str, tuple[Requester, Inquiry]] = {}
        self._over: Inquiry | None = None
        self.view = PageView(desk)
        self.papers = States(self.view)
        self.use_as = UseAs(uses)
        self.requester = RequesterForm()
        self.questions = QuestionsPanel()
        self.closing = ClosingPanel(desk)
        self.path = PathPanel(self.closing)
        self.both = BothPanel()
        self._title = label(size="title")
        self._facts = label(tone="dim")
        self._lay_out(head)
        self.view.addActions(uses)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.region_chosen.connect(self.use_as.take)
        self.view.page_shown.connect(self._ask_marks)
        self.questions.evidence_asked.connect(self.show_evidence)
        self.view.strips.uncovered.connect(lambda _: self.questions.uncover())
        self.requester.edited.connect(self.unsaved)

    def _lay_out(self, head: Sequence[QWidget]) -> None:
        papers = QWidget()
        left = QVBoxLayout(papers)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.papers, 1)
        left.addWidget(self.use_as)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(papers)
        self.split.addWidget(self._record(head))
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([560, 420])
        self.split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.split, 1)
        row.addWidget(self.path)
        row.addWidget(self.both)
        self.both.closed.connect(self.path.show)

    def _record(self, head: Sequence[QWidget]) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        buttons = QHBoxLayout()
        for widget in head:
            buttons.addWidget(widget)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(heading(tr("Questions")))
        column.addWidget(self.questions)
        column.addSpacing(8)
        column.addWidget(heading(tr("Requester")))
        column.addWidget(self.requester)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(340)
        return area

    @property
    def inquiry(self) -> Inquiry | None:
        """The inquiry shown."""
        return self.opened.picture.inquiry if self.opened else None

    def show_opened(self, opened: Opened) -> None:
        """Shows the inquiry; the same one again keeps page, place and what was typed."""
        inquiry, before = opened.picture.inquiry, self.inquiry
        if before is not None and self.requester.dirty:
            self._typed[before.id] = self.requester.requester(), self._over or before
        self.opened = opened
        self._title.setText(inquiry.number)
        self._facts.setText(_facts(inquiry))
        self.requester.offer_countries(opened.choices.countries)
        self.questions.offer(opened.choices.products, opened.choices.topics)
        self.questions.show_questions(inquiry.questions)
        self._show_requester(inquiry)
        self.path.show_stages(stages(opened.picture))
        self.closing.show_inquiry(inquiry)
        if before is None or before.id != inquiry.id:
            self.use_as.take(None)
        self._show_pages(opened.pages)

    @property
    def typed_over(self) -> Inquiry | None:
        """The inquiry as it was when somebody began to type; colleagues may have changed it."""
        return self._over

    def saved(self, inquiry: Inquiry) -> None:
        """What was typed for this inquiry is kept now, or given up."""
        self._typed.pop(inquiry.id, None)
        self._over = inquiry
        self.requester.show_requester(inquiry.requester)

    def show_evidence(self, region: Region) -> None:
        """Turns to the page and shows the place."""
        ref = PageRef(region.part_id, region.page)
        self.view.show_page(ref)
        if region.box is not None:
            self.view.canvas.mark_boxes([(region.box, "found")])

    def _show_requester(self, inquiry: Inquiry) -> None:
        typed = self._typed.pop(inquiry.id, None)
        self.requester.show_requester(inquiry.requester)
        self._over = inquiry
        if typed is not None:
            requester, self._over = typed
            self.requester.type_in(requester)

    def _show_pages(self, pages: tuple[PageRef, ...]) -> None:
        if not pages:
            self.papers.say(tr("No mail belongs to this inquiry"), tr("It was registered by hand."))
            return
        self.view.show_pages(pages)
        self.papers.show_content()

    def _ask_marks(self, ref: PageRef) -> None:
        services = self._desk.services
        self._desk.tasks.records(lambda: (ref, services.safety.marks(ref)), self._show_marks)

    def _show_marks(self, found: tuple[PageRef, Marked]) -> None:
        ref, marked = found
        if self.view.current() == ref:
            self.view.set_marks(marked.spans)


def _facts(inquiry: Inquiry) -> str:
    return tr(
        "{status} · {channel} · received {received} · {language}",
        status=shown(inquiry.status).capitalize(),
        channel=inquiry.channel,
        received=moment(inquiry.received_at),
        language=language_name(inquiry.language),
    )

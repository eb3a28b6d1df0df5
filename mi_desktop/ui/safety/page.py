"""One checklist: the pages at the left, the questions beside them, the gate in one sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from mi_desktop.inquiries import Inquiry
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.people import User
from mi_desktop.safety import Assessment, Gate, HandOff
from mi_desktop.safety.drafts import Draft
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import Links, empty_out, label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.safety.handoff_card import HandOffCard
from mi_desktop.ui.safety.keeper import Keeper
from mi_desktop.ui.safety.questions import QuestionsPanel
from mi_desktop.ui.safety.sign import SignPanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import say, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

AT_MOST_LINKS = 6
CARD_HEIGHT = 220  # at most, for the first; a second is scrolled to


@dataclass(frozen=True)
class Standing:
    """A checklist as it stands; `names` are full names by user id, `now` is UTC.

    Attributes:
        draft: the answers that this user had half given.
    """

    inquiry: Inquiry
    assessment: Assessment
    gate: Gate
    names: dict[str, str]
    now: datetime
    draft: Draft | None


def look_up(services: "Services", user: User, inquiry_id: str) -> Standing:
    """Asks the rooms for everything the checklist's page shows."""
    return Standing(
        services.inquiries.inquiry(inquiry_id),
        services.safety.assessment(inquiry_id),
        services.safety.gate(inquiry_id),
        {user.id: user.full_name for user in services.people.users()},
        services.office.database.clock(),
        services.safety.drafts.find(user, draft_name(inquiry_id)),
    )


def draft_name(inquiry_id: str) -> str:
    """The name that a checklist's half given answers are kept under."""
    return f"checklist.{inquiry_id}"


class ChecklistPage(QWidget):
    """Shows a `Standing`.

    Attributes:
        handoff_made: a new card is there to be connected.
    """

    handoff_made = Signal(object)

    def __init__(self, desk: Desk, sign: QAction, back: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.standing: Standing | None = None
        self.view = PageView(desk)
        self.papers = States(self.view)
        self.questions = QuestionsPanel(desk.language)
        self.sign = SignPanel(desk, sign)
        self.sheet = SheetPanel(desk)
        self.missing = Links(self.go_to)
        self._title = label(size="title")
        self._title.setWordWrap(False)
        self._carded: tuple[tuple[HandOff, bool], ...] = ()
        self._cards: list[HandOffCard] = []
        cards = QWidget()
        self._handoffs = QVBoxLayout(cards)
        self._handoffs.setContentsMargins(0, 0, 0, 0)
        self._handoffs.setSpacing(0)
        self._handoffs.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._handoff_area = QScrollArea()
        self._handoff_area.setWidget(cards)
        self._handoff_area.setWidgetResizable(True)
        self._handoff_area.hide()
        self._lay_out(back)
        self.drafts = Keeper(desk, self, self.questions.half)
        self.questions.half_given.connect(self.drafts.later)
        self.questions.answered.connect(self.drafts.later)
        self.questions.evidence_asked.connect(self.show_evidence)
        self.questions.page_turned.connect(self._turn)

    def _lay_out(self, back: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self._title, 1)
        head.addWidget(back)
        side = QFrame()
        side.setProperty("panel", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.missing.setContentsMargins(16, 0, 16, 8)
        column.addWidget(self.missing)
        column.addWidget(self.questions, 1)
        column.addWidget(self._handoff_area)
        column.addWidget(self.sign)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.papers)
        self.split.addWidget(side)
        self.split.setSizes([640, 520])
        self.split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.split, 1)
        row.addWidget(self.sheet)

    def show_standing(self, standing: Standing, may_sign: bool) -> None:
        """Shows it; the same inquiry again keeps page, question and place."""
        assessment = standing.assessment
        another = self.standing is None or self.standing.inquiry.id != standing.inquiry.id
        if another:
            self.put_by()
            self.drafts.name = draft_name(standing.inquiry.id)
        self.standing = standing
        self._title.setText(standing.inquiry.number)
        self._say_missing(standing)
        self.questions.show_assessment(assessment, standing.names)
        if another and standing.draft is not None:
            self.questions.give_again(standing.draft.facts)
        self.sign.show_assessment(assessment, standing.gate, may_sign)
        self._show_handoffs(standing)
        if assessment.pages:
            self.view.show_pages(assessment.pages)
            self.papers.show_content()
        else:
            self.papers.say(
                tr("No mail belongs to this inquiry"), tr("The questions are about what was said.")
            )

    def put_by(self) -> None:
        """Another record comes to the front: what is half given here is kept."""
        if self.standing is not None and self.questions.half():
            self.drafts.now()

    def cards(self) -> list[HandOffCard]:
        """The hand-offs shown."""
        return list(self._cards)

    def _show_handoffs(self, standing: Standing) -> None:
        """Makes the cards anew where something changed: a reason half typed stays."""
        now = tuple((h, standing.now > h.due) for h in standing.assessment.handoffs)
        if now == self._carded:
            return
        self._carded = now
        empty_out(self._handoffs)
        self._cards = [HandOffCard(h, standing.now) for h in standing.assessment.handoffs]
        self._handoff_area.setVisible(bool(self._cards))
        height = self._cards[0].sizeHint().height() if self._cards else 0
        self._handoff_area.setFixedHeight(min(height + 4, CARD_HEIGHT))
        for card in self._cards:
            card.keep_half_typed(self._desk)
            self._handoffs.addWidget(card)
            self.handoff_made.emit(card)

    def _say_missing(self, standing: Standing) -> None:
        gate = standing.gate
        if gate.open:
            self.missing.show_links(say(gate.sentence), ())
            return
        links = [(say(m.words), m.place) for m in gate.missing]
        more = len(links) - AT_MOST_LINKS
        if more > 1:
            rest = tr("and {count} more", count=more)
            links = [*links[:AT_MOST_LINKS], (rest, links[AT_MOST_LINKS][1])]
        self.missing.show_links(tr("Missing:"), links, ".")

    def go_to(self, place: str) -> None:
        """Follows a link of what is missing."""
        kind, _, rest = place.partition(":")
        if kind == "page":
            part, _, number = rest.rpartition(":")
            self.view.show_page(PageRef(part, int(number)))
            self.view.canvas.setFocus()
        elif place == "sign":
            self.sign.sign()
        else:
            self.questions.go_to(place)

    def show_evidence(self, region: Region) -> None:
        """Turns to the page and shows the rectangle."""
        self.view.show_page(PageRef(region.part_id, region.page))
        if region.box is not None:
            self.view.canvas.mark_boxes([(region.box, "found")])

    def _turn(self, by: int) -> None:
        if by > 0:
            self.view.next_page()
        else:
            self.view.previous_page()

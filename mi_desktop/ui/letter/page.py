"""One letter: its blocks, the exact page in the middle, at the right what stops approval."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.catalogue import Envelope
from mi_desktop.inquiries import Inquiry
from mi_desktop.letters import Draft, GateLine, LetterState, SignedLetter
from mi_desktop.people import User
from mi_desktop.ui.both import BothPanel
from mi_desktop.ui.inquiry.gather import SIGNED
from mi_desktop.ui.labels import label, language_name
from mi_desktop.ui.letter.adding import AddPanel
from mi_desktop.ui.letter.approval import ApprovalPanel
from mi_desktop.ui.letter.blocks import BlockList
from mi_desktop.ui.letter.changing import AddressPanel, TextPanel
from mi_desktop.ui.letter.paper import LetterPaper, pages_of
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import shown, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

DELIVERIES = ("post", "e-mail")


@dataclass(frozen=True)
class Desktop:
    """A letter as it stands, and what may be chosen for it."""

    draft: Draft
    inquiry: Inquiry
    envelopes: list[Envelope]
    people: list[User]
    signed: SignedLetter | None


@dataclass(frozen=True)
class Looked:
    """How a version of a letter looks and what stops it."""

    letter_id: str
    version: int
    pages: list[QImage]
    envelope: Envelope | None
    gates: tuple[GateLine, ...]


def look_up(services: "Services", letter_id: str) -> Desktop:
    """The letter as it is now."""
    draft = services.letters.letter(letter_id)
    return Desktop(
        draft,
        services.inquiries.inquiry(draft.inquiry_id),
        list(services.catalogue.envelopes()),
        services.people.users(),
        services.letters.signed(letter_id) if draft.state in SIGNED else None,
    )


def look_at(services: "Services", draft: Draft, user: User) -> Looked:
    """Renders the letter: takes its time."""
    over = draft.state in SIGNED
    letters = services.letters
    pdf = letters.pdf(draft.id) if over else letters.preview(draft.id).pdf
    gates = () if over else letters.gates(draft.id, _approver(draft, user))
    posted = services.catalogue.envelope(draft.envelope) if draft.delivery == "post" else None
    return Looked(draft.id, draft.version, pages_of(pdf), posted, gates)


def _approver(draft: Draft, user: User) -> User | None:
    """The person whose approval is asked about: only a letter handed in has one."""
    return user if draft.state is LetterState.IN_REVIEW else None


class LetterPage(QWidget):
    """Shows a `Desktop`, then how it looks.

    Attributes:
        delivery_chosen: `post` or `e-mail`.
        envelope_chosen: id of an envelope.
    """

    delivery_chosen = Signal(str)
    envelope_chosen = Signal(str)

    def __init__(
        self, approval: ApprovalPanel, tools: list[QWidget], menu: list[QAction], language: str
    ) -> None:
        super().__init__()
        self.shown: Desktop | None = None
        self._language = language
        self.blocks = BlockList(menu)
        self.paper = LetterPaper()
        self.papers = States(self.paper)
        self.approval = approval
        self.add = AddPanel()
        self.address = AddressPanel()
        self.text = TextPanel()
        self.both = BothPanel()
        self.delivery = QComboBox()
        self.envelope = QComboBox()
        self._title = label(size="large")
        self._facts = label(tone="dim")
        self._lay_out(tools)
        self.delivery.activated.connect(
            lambda _: self.delivery_chosen.emit(self.delivery.currentData())
        )
        self.envelope.activated.connect(
            lambda _: self.envelope_chosen.emit(self.envelope.currentData())
        )

    def _lay_out(self, tools: list[QWidget]) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(tools[0], alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in ((tr("Goes by"), self.delivery), (tr("Envelope"), self.envelope)):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            form.addRow(QLabel(name), box)
        column.addLayout(form)
        column.addWidget(self.blocks, 1)
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, tool in enumerate(tools[1:]):
            grid.addWidget(tool, number // 2, number % 2)
        column.addLayout(grid)
        left.setMinimumWidth(280)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.papers)
        self.split.setSizes([300, 620])
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.split, 1)
        row.addWidget(self.approval)
        for panel in self.panels():
            row.addWidget(panel)
            panel.closed.connect(self.approval.show)

    def panels(self) -> tuple[SidePanel, ...]:
        """The side panels, of which one is open at most."""
        return self.add, self.address, self.text, self.both

    def close_panels(self) -> None:
        """Closes what is open."""
        for panel in self.panels():
            panel.close_panel()

    def make_room(self) -> None:
        """A side panel opens where the approval stood."""
        self.close_panels()
        self.approval.hide()

    def show_desktop(self, desktop: Desktop) -> None:
        """Shows the letter's record; its look follows."""
        draft = desktop.draft
        if self.shown is None or self.shown.draft.id != draft.id:
            self.papers.say(tr("The letter is being laid out…"))
            self.close_panels()
        self.shown = desktop
        self._title.setText(draft.reference)
        to = draft.recipient.lines[0] if draft.recipient.lines else tr("no recipient")
        language = language_name(draft.language)
        self._facts.setText(tr("To {name} · {language}", name=to, language=language))
        self._offer(desktop)
        self.blocks.show_blocks(draft.blocks)
        self.approval.show_draft(draft, desktop.people, desktop.signed)

    def _offer(self, desktop: Desktop) -> None:
        draft = desktop.draft
        deliveries = [(d, shown(d) if d == "e-mail" else tr("post")) for d in DELIVERIES]
        _fill(self.delivery, deliveries, draft.delivery)
        envelopes = [(e.id, _label(e, self._language)) for e in desktop.envelopes]
        _fill(self.envelope, envelopes, draft.envelope)
        writing = draft.state not in SIGNED
        self.delivery.setEnabled(writing)
        self.envelope.setEnabled(writing and draft.delivery == "post")

    def show_look(self, looked: Looked) -> None:
        """Shows the pages and what stops approval, unless the letter moved on meanwhile."""
        if self.shown is None:
            return
        draft = self.shown.draft
        if (looked.letter_id, looked.version) != (draft.id, draft.version):
            return
        self.paper.show_pages(looked.pages, looked.envelope)
        self.papers.show_content()
        self.approval.show_gates(looked.gates, draft.state)


def _fill(box: QComboBox, options: list[tuple[str, str]], chosen: str) -> None:
    box.blockSignals(True)
    box.clear()
    for key, words in options:
        box.addItem(words, key)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
    box.blockSignals(False)


def _label(envelope: Envelope, language: str) -> str:
    return envelope.label.get(language, envelope.id)

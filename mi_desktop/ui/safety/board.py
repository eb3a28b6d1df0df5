"""The board: everything with a clock, the earliest first, and the one in hand at its side."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mi_desktop.inquiries import Pace
from mi_desktop.safety import (
    BoardLine,
    Change,
    Consent,
    FollowUp,
    FollowUpState,
    HandOff,
    HandOffKind,
)
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import PACE_TONES, empty_out, heading, label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.safety.follow_up_card import FollowUpCard, criterion
from mi_desktop.ui.safety.handoff_card import HandOffCard
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

CARD_WIDTH = 380
MOST_CHANGES = 12
_ICONS = {Pace.LATE: "warning-circle", Pace.NEAR: "hourglass-medium", Pace.ON_TIME: "clock"}
_ALL = ""


@dataclass(frozen=True)
class Board:
    """What the board shows, at a moment (UTC)."""

    lines: list[BoardLine]
    handoffs: dict[str, HandOff]
    follow_ups: dict[str, FollowUp]
    now: datetime


def look_up(services: "Services") -> Board:
    """Asks safety for everything with a clock."""
    safety = services.safety
    return Board(
        safety.board(),
        {h.id: h for h in safety.handoffs()},
        {t.id: t for t in safety.follow_ups.tasks(state=FollowUpState.OPEN)},
        services.office.database.clock(),
    )


class BoardPanel(QWidget):
    """The list with its filters, and a card.

    Attributes:
        opened: the id of the inquiry whose checklist should be shown.
        card_made: a new `HandOffCard` is there to be connected.
        wanted: a call that takes the safety service and the user.
    """

    opened = Signal(str)
    card_made = Signal(object)
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._board: Board | None = None
        self._carded: object = None
        self.card: HandOffCard | FollowUpCard | None = None
        self.paces = _choice(
            tr("Clocks"),
            [(tr("Every clock"), _ALL), (tr("Near or late"), "near"), (tr("Late only"), "late")],
        )
        kinds = [(shown(kind), kind.value) for kind in HandOffKind]
        self.kinds = _choice(tr("Department"), [(tr("Every department"), _ALL), *kinds])
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Number or task"))
        self.search.setAccessibleName(tr("Number or task"))
        self.search.setClearButtonEnabled(True)
        self.table = RecordsTable(tr("Board"), self._columns(), lambda line: line.key)
        self.states = States(self.table)
        self.states.say(tr("Looking…"))
        self.count = label(tone="dim")
        self.sheet = SheetPanel(desk)
        self._lay_out()
        self.paces.currentIndexChanged.connect(self._filter)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.table.opened.connect(lambda line: self.opened.emit(line.inquiry_id))
        self.table.picked.connect(self._show_card)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        for part in (self.paces, self.kinds, self.search):
            filters.addWidget(part)
        filters.addWidget(self.count, 1)
        left = QVBoxLayout()
        left.addLayout(filters)
        left.addWidget(self.states, 1)
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(CARD_WIDTH)
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 8, 0, 8)
        self._side.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 0, 12)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(side)
        row.addWidget(self.sheet)

    def look_again(self) -> None:
        """Asks what has a clock."""
        services = self._desk.services
        self._desk.tasks.slow(None, lambda _: look_up(services), self.show_board)

    def show_board(self, board: Board) -> None:
        """Shows it; what is in hand stays."""
        self._board = board
        self._filter()

    def late_only(self) -> None:
        """Turns the list to what is late, and back."""
        self.paces.setCurrentIndex(0 if self.paces.currentIndex() == 2 else 2)
        self.table.setFocus()

    def _filter(self, *_: object) -> None:
        if self._board is None:
            return
        fitting = [line for line in self._board.lines if self._fits(line)]
        self.table.show_rows(fitting)
        late = sum(line.pace is Pace.LATE for line in self._board.lines)
        self.count.setText(
            tr("{shown} of {all}, {late} late", shown=len(fitting), all=len(self._board.lines),
               late=late)
        )  # fmt: skip
        if fitting:
            self.states.show_content()
        elif self._board.lines:
            self.states.say(tr("Nothing fits the filter"), tr("Other clocks are running."))
        else:
            self.states.say(tr("No clock is running"), tr("Everything is handed over and known."))

    def _fits(self, line: BoardLine) -> bool:
        wanted, kind = self.paces.currentData(), self.kinds.currentData()
        text = self.search.text().strip().casefold()
        near = line.pace is not Pace.ON_TIME
        return (
            (wanted == _ALL or (near if wanted == "near" else line.pace is Pace.LATE))
            and kind in {_ALL, line.kind.value}
            and (not text or text in _told(line))
        )

    def _columns(self) -> list[Column]:
        return [
            Column(
                tr("Clock"),
                lambda line: shown(line.pace),
                lambda line: line.due,
                tone=lambda line: PACE_TONES[line.pace],
                icon=lambda line: _ICONS[line.pace],
            ),
            Column(tr("Task"), lambda line: shown(line.task)),
            Column(tr("Number"), lambda line: line.number),
            Column(tr("What"), _what, stretch=True),
            Column(tr("To"), lambda line: shown(line.kind)),
            Column(tr("Due"), lambda line: moment(line.due), lambda line: line.due, right=True),
        ]

    # The card

    def _show_card(self, line: BoardLine | None) -> None:
        board = self._board
        shown_now = (line, board.handoffs.get(line.handoff_id) if line and board else None)
        if shown_now == self._carded or board is None:
            return
        self._carded = shown_now
        empty_out(self._side)
        self.card = None
        if line is None:
            return
        task, handoff = board.follow_ups.get(line.follow_up_id), shown_now[1]
        if task is not None:
            self._show_follow_up(task)
        elif handoff is not None:
            self._show_handoff(handoff, board.now)

    def _show_handoff(self, handoff: HandOff, now: datetime) -> None:
        card = HandOffCard(handoff, now)
        card.keep_half_typed(self._desk)
        self.card = card
        card.wanted.connect(self.wanted)
        card.sheet_asked.connect(self._show_sheet)
        self._side.addWidget(card)
        self.card_made.emit(card)
        if handoff.version > 1:
            desk = self._desk.services.safety.transmission
            self._desk.tasks.records(
                lambda: desk.changes(handoff.id), lambda found: self._show_changes(card, found)
            )

    def _show_sheet(self, handoff: HandOff) -> None:
        safety = self._desk.services.safety
        self.sheet.ask(handoff.number, lambda: safety.handoff_sheet(handoff.id))

    def _show_changes(self, card: HandOffCard, found: tuple[Change, ...]) -> None:
        if self.card is not card:
            return
        told = [heading(tr("Changed since the version before"))]
        for change in found[:MOST_CHANGES]:
            before, after = change.before or "–", change.after or "–"
            told.append(label(f"{change.field}: {before} → {after}"))
        if len(found) > MOST_CHANGES:
            told.append(label(tr("and {count} more", count=len(found) - MOST_CHANGES), "dim"))
        for words in told:
            words.setContentsMargins(16, 0, 16, 0)
            self._side.addWidget(words)

    def _show_follow_up(self, task: FollowUp) -> None:
        desk = self._desk.services.safety.follow_ups

        def then(consents: list[Consent]) -> None:
            line: Any = self.table.current()
            if line is not None and line.follow_up_id == task.id and self.card is None:
                card = FollowUpCard(self._desk, task, consents)
                self.card = card
                card.wanted.connect(self.wanted)
                self._side.addWidget(card)

        self._desk.tasks.records(lambda: desk.consents(task.inquiry_id), then)


def _told(line: BoardLine) -> str:
    return f"{line.number} {shown(line.task)} {_what(line)}".casefold()


def _what(line: BoardLine) -> str:
    what = line.what
    said = (criterion(what.facts.get("code", "")) or say(what)) if what is not None else ""
    return " · ".join(filter(None, (tr("urgent") if line.urgent else "", said)))


def _choice(name: str, choices: list[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for text, value in choices:
        made.addItem(text, value)
    return made

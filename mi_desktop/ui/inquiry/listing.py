"""All inquiries: filtered while typing, each with its status and its clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mi_desktop.inquiries import InquiryLine, Status
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, moment, shown, tr

AT_MOST = 200
TYPING_MS = 120
NEAR = timedelta(hours=24)
ANSWERED = {Status.DISPATCHED, Status.CLOSED}


@dataclass(frozen=True)
class _Found:
    asked: int
    lines: list[InquiryLine]
    brands: dict[str, str]
    now: datetime


class InquiryList(QWidget):
    """The list with its filter.

    Attributes:
        opened: an `InquiryLine` to be shown.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._brands: dict[str, str] = {}
        self._now = datetime.now(UTC)
        self._asked = 0
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Filter: number, name or words of the question"))
        self.words.setAccessibleName(tr("Filter inquiries"))
        self.words.setClearButtonEnabled(True)
        self.status = _status_choice()
        self.table = RecordsTable(tr("Inquiries"), self._columns(), lambda line: line.id)
        self.states = States(self.table)
        self._count = label(tone="dim")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._lay_out()
        self._typing.timeout.connect(self.look_again)
        self.words.textChanged.connect(lambda _: self._typing.start())
        self.words.returnPressed.connect(self.table.setFocus)
        self.status.currentIndexChanged.connect(lambda _: self.look_again())
        self.table.opened.connect(self.opened)
        self.states.say(tr("Looking…"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(tr("Inquiries"), size="title"))
        column.addLayout(top)
        column.addWidget(self.states, 1)
        column.addWidget(self._count)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Number"), lambda i: i.number),
            Column(tr("Status"), lambda i: shown(i.status), tone=_status_tone),
            Column(
                tr("Requester"),
                lambda i: tr("use restricted") if i.restricted else i.requester,
                tone=lambda i: "look" if i.restricted else "",
            ),
            Column(tr("Product"), lambda i: self._brands.get(i.product_id or "", "")),
            Column(tr("Question"), lambda i: " ".join(i.question.split()), stretch=True),
            Column(
                tr("Received"),
                lambda i: day(i.received_at.date()),
                lambda i: i.received_at,
                right=True,
            ),
            Column(
                tr("Answer due"),
                lambda i: due_words(i, self._now),
                lambda i: i.answer_due,
                lambda i: due_tone(i, self._now),
                right=True,
            ),
        ]

    def look_again(self) -> None:
        """Asks for the inquiries that fit the filter; the last question asked wins."""
        self._asked += 1
        asked, words, status = self._asked, self.words.text(), self.status.currentData()
        services = self._desk.services

        def look() -> _Found:
            brands = {p.id: p.brand for p in services.catalogue.products()}
            lines = services.inquiries.inquiries(words, status, AT_MOST)
            return _Found(asked, lines, brands, services.office.database.clock())

        self._desk.tasks.records(look, self._show)

    def _show(self, found: _Found) -> None:
        if found.asked != self._asked:
            return
        lines, self._brands, self._now = found.lines, found.brands, found.now
        self.table.show_rows(lines)
        if lines:
            self.states.show_content()
        elif self.words.text() or self.status.currentData() is not None:
            self.states.say(tr("No inquiry fits"), tr("Change the filter or take it away."))
        else:
            self.states.say(
                tr("No inquiries yet"), tr("Mail in the tray becomes an inquiry with N.")
            )
        full = len(lines) >= AT_MOST
        self._count.setText(
            tr("The first {count} are shown; type to find others.", count=AT_MOST)
            if full
            else tr("{count} shown", count=len(lines))
        )


def _status_choice() -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(tr("Status"))
    made.addItem(tr("All statuses"), None)
    for status in Status:
        made.addItem(shown(status), status)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _status_tone(line: InquiryLine) -> str:
    return "dim" if line.status in ANSWERED else ""


def due_words(line: InquiryLine, now: datetime) -> str:
    """When the answer is due, and plainly where it is late."""
    if line.status in ANSWERED:
        return tr("answered")
    if line.answer_due <= now:
        return tr("late since {at}", at=moment(line.answer_due))
    return moment(line.answer_due)


def due_tone(line: InquiryLine, now: datetime) -> str:
    """Red where late, amber in the last 24 hours, quiet where answered."""
    if line.status in ANSWERED:
        return "dim"
    left = line.answer_due - now
    if left <= timedelta():
        return "harm"
    return "look" if left <= NEAR else ""

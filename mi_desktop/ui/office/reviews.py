"""Periodic reviews: drawn up on screen, signed, kept; when the next one is due (P11-21)."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.words import Words, words
from mi_desktop.oversight import Cell, NextReview, Review, Section
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.signature import SignerName
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, moment, say, shown, tr

SIDE = 360
_LAST_DAYS = 182


class ReviewsTab(Screen):
    """Days to review above, what was found below by question, signed reviews at the side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.review: Review | None = None
        self.standing = label()
        self.since, self.until = _day(tr("First day")), _day(tr("Last day"))
        self.draw = self.act(tr("Draw the review up"), "Ctrl+Return", self._draw_up)
        self.sign = self.act(tr("Sign: reviewed"), "Ctrl+Shift+S", self._sign)
        self.show_pdf = self.act(tr("Show the signed review"), "P", self._show_pdf)
        self.save = self.act(tr("Save PDF and table…"), "X", self._ask_save)
        self.table = RecordsTable(tr("What was found"), _columns(), lambda s: s.key)
        self.states = States(self.table)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(tr("The lines of the question in hand"))
        self.name = SignerName(desk)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Your passphrase"))
        self.passphrase.setAccessibleName(tr("Your passphrase, to sign the review"))
        self.problem = label(tone="harm")
        self.kept = RecordsTable(tr("Signed reviews"), _kept_columns(), lambda r: r.id)
        self.sheet = SheetPanel(desk)
        self._lay_out()
        self.table.picked.connect(self._show_section)
        self.kept.opened.connect(lambda _: self._show_pdf())
        self.passphrase.returnPressed.connect(self.sign.trigger)
        self.setFocusProxy(self.since)
        self._offer_signature()
        self.states.say(
            tr("Nothing is drawn up yet"),
            tr("Choose the days, then draw the review up; nothing is kept before you sign."),
            self.draw,
        )

    def arrived(self) -> None:
        """Looks again at what was signed, and when the next one is due."""
        desk, by = self.desk.services.oversight.reviews, self.desk.user
        self.desk.tasks.records(lambda: (desk.standing(), desk.reviews(by)), self._show_kept)

    # Verbs

    def _draw_up(self) -> None:
        desk, by = self.desk.services.oversight.reviews, self.desk.user
        since, until = _moment(self.since.date()), _moment(self.until.date().addDays(1))
        self.desk.tasks.slow(
            words("Looking through the office"),
            lambda p: desk.draw_up(by, since, until, p),
            self._show,
        )

    def _sign(self) -> None:
        review, passphrase = self.review, self.passphrase.text()
        if review is None:
            return
        if self.name.problem:
            self._say(self.name.problem)
            self.name.ask()
        elif not passphrase:
            self.passphrase.setFocus()
        else:
            desk, by = self.desk.services.oversight.reviews, self.desk.user
            self.desk.tasks.slow(
                words("Signing the review"),
                lambda _: desk.sign(by, review, passphrase),
                self._signed,
                failed=self._refused,
            )

    def _signed(self, review: Review) -> None:
        self.name.accepted()
        self.passphrase.clear()
        self._say("")
        self.review = None
        self._offer_signature()
        self.desk.tell(words("{number} signed and kept", number=review.number))
        self.states.say(
            tr("{number} is signed", number=review.number),
            tr("It lies at the side, as PDF and as a table."),
        )
        self.detail.clear()
        self.arrived()

    def _refused(self, error: WorldError) -> None:
        self._say(f"{say(error.words)} {say(error.advice)}")
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _show_pdf(self) -> None:
        review = self.kept.current()
        desk, by = self.desk.services.oversight.reviews, self.desk.user
        if review is not None:
            self.sheet.ask(review.number, partial(lambda r: desk.kept(by, r)[0], review.id))

    def _ask_save(self) -> None:
        review = self.kept.current()
        if review is not None:
            start = f"{review.number}.pdf"
            name, _ = QFileDialog.getSaveFileName(self, self.save.text(), start, "*.pdf")
            if name:
                self.save_to(review, Path(name))

    def save_to(self, review: Review, file: Path) -> None:
        """Writes a signed review as PDF, and its table as CSV beside it."""
        desk, by = self.desk.services.oversight.reviews, self.desk.user

        def work() -> Path:
            pdf, table = desk.export(by, review.id)
            write_whole(file, pdf)
            write_whole(file.with_suffix(".csv"), table)
            return file

        self.desk.tasks.records(
            work, lambda written: self.desk.tell(words("{file} written", file=written.name))
        )

    # What is shown

    def _show(self, review: Review) -> None:
        self.review = review
        self.table.show_rows(review.sections)
        self.states.show_content()
        self.table.take_in_hand(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_signature()

    def _show_section(self, section: Section | None) -> None:
        self.detail.setPlainText("" if section is None else _in_full(section))

    def _show_kept(self, found: tuple[NextReview, list[Review]]) -> None:
        standing, reviews = found
        self.standing.setText(_due(standing))
        set_tone(self.standing, "look" if standing.late else "dim")
        self.kept.show_rows(reviews)
        self.show_pdf.setEnabled(bool(reviews))
        self.save.setEnabled(bool(reviews))
        if standing.last is not None and self.review is None:
            last = standing.last.until
            self.since.setDate(QDate(last.year, last.month, last.day))

    def _offer_signature(self) -> None:
        ready = self.review is not None
        self.name.offer(ready)
        self.passphrase.setEnabled(ready)
        self.sign.setEnabled(ready)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _lay_out(self) -> None:
        today = self.desk.services.office.database.clock()
        start = today - timedelta(days=_LAST_DAYS)
        self.until.setDate(QDate(today.year, today.month, today.day))
        self.since.setDate(QDate(start.year, start.month, start.day))
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.standing, 1)
        for date in (self.since, self.until):
            asked.addWidget(label(date.accessibleName(), "dim"))
            asked.addWidget(date)
        asked.addWidget(self.button(self.draw, main=True))
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(asked)
        column.addWidget(self.states, 3)
        column.addWidget(self.detail, 2)
        column.addWidget(self.problem)
        self.problem.hide()
        signing = QHBoxLayout()
        signing.setSpacing(8)
        signing.addWidget(label(tr("I reviewed this."), "dim"))
        signing.addWidget(self.name, 1)
        signing.addWidget(self.passphrase, 1)
        signing.addWidget(self.button(self.sign))
        column.addLayout(signing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self._side())
        row.addWidget(self.sheet)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(SIDE)
        under = QVBoxLayout(side)
        under.setContentsMargins(16, 16, 16, 16)
        under.setSpacing(8)
        under.addWidget(heading(tr("Signed reviews")))
        under.addWidget(self.kept, 1)
        under.addWidget(self.button(self.show_pdf))
        under.addWidget(self.button(self.save))
        return side


def _columns() -> list[Column]:
    return [
        Column(tr("Question"), lambda s: say(s.title), stretch=True),
        Column(tr("Lines"), lambda s: str(len(s.rows)), lambda s: len(s.rows), right=True),
        Column(
            tr("To look at"),
            lambda s: str(s.attention or ""),
            lambda s: s.attention,
            tone=lambda s: "harm" if s.attention else "",
            right=True,
        ),
    ]


def _kept_columns() -> list[Column]:
    return [
        Column(tr("Number"), lambda r: r.number),
        Column(tr("Until"), lambda r: day(r.until), lambda r: r.until),
        Column(
            tr("Signed by"), lambda r: r.signature.full_name if r.signature else "", stretch=True
        ),
    ]


def _in_full(section: Section) -> str:
    if not section.rows:
        return tr("Nothing in this time.")
    return "\n".join(_line(section.columns, row) for row in section.rows)


def _line(columns: tuple[Words, ...], row: tuple[Cell, ...]) -> str:
    told = zip(columns, row, strict=True)
    return " · ".join(f"{say(column)}: {_cell(cell)}" for column, cell in told if cell)


def _cell(cell: Cell) -> str:
    return "; ".join(map(shown, cell)) if isinstance(cell, tuple) else shown(cell)


def _due(standing: NextReview) -> str:
    if standing.due is None:
        return tr("No interval is set for reviews (Office, Settings).")
    if standing.late:
        return tr("The review is late: it was due {day}.", day=day(standing.due))
    if standing.last is None:
        return tr("The first review of the office is due {day}.", day=day(standing.due))
    return tr(
        "The last review reaches to {last}; the next is due {day}.",
        last=moment(standing.last.until),
        day=day(standing.due),
    )


def _day(name: str) -> QDateEdit:
    made = QDateEdit()
    made.setAccessibleName(name)
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    return made


def _moment(on: QDate) -> datetime:
    return datetime(on.year(), on.month(), on.day(), tzinfo=UTC)

"""All questions asked now; keys answer the one in hand and move on."""

from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mi_desktop.ocr import Box, Region
from mi_desktop.safety import Assessment
from mi_desktop.ui.safety.order import next_unanswered, rows
from mi_desktop.ui.safety.row import QuestionRow


@dataclass(frozen=True)
class Reply:
    """An answer about to be given."""

    code: str
    value: str
    evidence: tuple[Region, ...]


@dataclass
class _Shown:
    """What is on the screen now."""

    assessment: Assessment
    names: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)


class QuestionsPanel(QScrollArea):
    """The rows, in order.

    Attributes:
        answered: a `Reply`.
        withdrawn: a code whose answer is taken back.
        evidence_asked: a `Region` to be shown.
        page_turned: 1 or -1, where a page key was pressed among the questions.
        finished: Return was pressed among the questions: on to the signature.
        half_given: a text is typed, or evidence waits, that no answer has yet.
    """

    answered = Signal(object)
    withdrawn = Signal(str)
    evidence_asked = Signal(object)
    page_turned = Signal(int)
    half_given = Signal()
    finished = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shown: _Shown | None = None
        self._waiting: dict[str, list[Region]] = {}
        self.rows: dict[str, QuestionRow] = {}
        self.current = ""
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        # As wide as there is room: only up and down is scrolled.
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_assessment(self, assessment: Assessment, names: dict[str, str]) -> None:
        """Shows the open questions; `names` are full names by user id."""
        if self._shown is not None and self._shown.assessment.inquiry_id != assessment.inquiry_id:
            self._forget()
        order = rows(assessment.checklist, assessment.given)
        codes = [question.code for question, _ in order]
        if self._shown is None or self._shown.codes != codes:
            self._put_in_order(assessment, codes)
        self._shown = _Shown(assessment, names, codes)
        for question, depth in order:
            self._show_row(question.code, depth)
        if self.current not in codes:
            self.take_in_hand(codes[0])

    def _forget(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self._waiting.clear()
        self._shown = None
        self.current = ""

    def _put_in_order(self, assessment: Assessment, codes: list[str]) -> None:
        for code, row in self.rows.items():
            self._column.removeWidget(row)
            row.setVisible(code in codes)
        for number, code in enumerate(codes):
            if code not in self.rows:
                self.rows[code] = self._new_row(assessment, code)
            self._column.insertWidget(number, self.rows[code])
            self.rows[code].show()
        for before, after in pairwise(codes):
            QWidget.setTabOrder(self.rows[before], self.rows[after])

    def _new_row(self, assessment: Assessment, code: str) -> QuestionRow:
        row = QuestionRow(assessment.checklist, assessment.checklist.question(code), self._language)
        row.entered.connect(self.take_in_hand)
        row.answered.connect(self._answer)
        row.withdrawn.connect(self.withdrawn)
        row.evidence_asked.connect(self.evidence_asked)
        row.evidence_removed.connect(self._remove_evidence)
        row.text.textEdited.connect(self.half_given)
        return row

    def half(self) -> dict[str, Any]:
        """What is half given, as plain data: typed texts, and evidence without an answer."""
        texts = {code: text for code, row in self.rows.items() if (text := row.half_typed)}
        waiting = {code: [asdict(r) for r in kept] for code, kept in self._waiting.items() if kept}
        return {"texts": texts, "waiting": waiting} if texts or waiting else {}

    def give_again(self, half: dict[str, Any]) -> None:
        """Puts back what `half` gave."""
        for code, text in half.get("texts", {}).items():
            if code in self.rows:
                self.rows[code].text.setText(text)
        for code, kept in half.get("waiting", {}).items():
            if code in self.rows:
                self._waiting[code] = [_region(facts) for facts in kept]
                self._show_row(code, self.rows[code].deep)

    def _show_row(self, code: str, depth: int) -> None:
        shown = self._shown
        if shown is None:
            return
        given = shown.assessment.given.get(code)
        by = shown.names.get(given.by, given.by) if given else ""
        self.rows[code].show_given(given, self._waiting.get(code, []), by, depth)

    def take_in_hand(self, code: str) -> None:
        """Makes this the question that the keys answer."""
        for other, row in self.rows.items():
            row.set_current(other == code)
        self.current = code
        self.setFocusProxy(self.rows[code])
        self.ensureWidgetVisible(self.rows[code], 0, 60)

    def go_to(self, code: str) -> None:
        """Takes the question in hand and puts the focus there."""
        if code in self.rows:
            self.take_in_hand(code)
            self.rows[code].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, key: str) -> None:
        """Y, N or U: answers the question in hand."""
        row = self.rows.get(self.current)
        if row is not None:
            row.press_key(key)

    def step(self, by: int) -> None:
        """Takes the question before or after in hand."""
        codes = self._shown.codes if self._shown else []
        if self.current in codes:
            at = codes.index(self.current) + by
            self.go_to(codes[max(0, min(at, len(codes) - 1))])

    def move_on(self, answered: str) -> None:
        """Goes from the question just answered to the next that has no answer."""
        if self._shown is None or answered != self.current:
            return
        order = rows(self._shown.assessment.checklist, self._shown.assessment.given)
        if self.rows[answered].complete:
            self.go_to(next_unanswered(order, self._shown.assessment.given, answered))

    def point_at(self, region: Region) -> None:
        """What was marked on the page becomes evidence of the question in hand."""
        shown, code = self._shown, self.current
        if shown is None or not code:
            return
        given = shown.assessment.given.get(code)
        if given is not None:
            self.answered.emit(Reply(code, given.value, (*given.evidence, region)))
            return
        self._waiting.setdefault(code, []).append(region)
        self.half_given.emit()
        quote = " ".join(region.quote.split())
        if quote and self.rows[code].take_quote(quote):
            self._answer(code, quote)
            return
        self._show_row(code, self.rows[code].deep)

    def _answer(self, code: str, value: str) -> None:
        shown = self._shown
        if shown is None:
            return
        given = shown.assessment.given.get(code)
        kept = given.evidence if given else ()
        waiting = tuple(self._waiting.pop(code, ()))
        self.take_in_hand(code)
        self.answered.emit(Reply(code, value, (*kept, *waiting)))

    def _remove_evidence(self, code: str, region: Region) -> None:
        waiting = self._waiting.get(code, [])
        given = self._shown.assessment.given.get(code) if self._shown else None
        if region in waiting:
            waiting.remove(region)
            self._show_row(code, self.rows[code].deep)
        elif given is not None:
            left = tuple(r for r in given.evidence if r != region)
            self.answered.emit(Reply(code, given.value, left))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between questions, page keys turn the page beside them."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in moves:
            self.step(moves[key])
        elif key in turns:
            self.page_turned.emit(turns[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _region(facts: dict[str, Any]) -> Region:
    box = Box(**facts["box"]) if facts["box"] else None
    return Region(facts["part_id"], facts["page"], facts["quote"], box)

"""One doubtful word after another: its picture, what was read, a field to type over."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, CheckedPage, Doubt
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.page_picture import Picture, picture
from mi_desktop.ui.reading.strip import Strip
from mi_desktop.ui.reading.write_down import WriteDown
from mi_desktop.ui.words import say, tr

FINE_WIDTH = 2400  # px of the page's picture that words are cut from
HEIGHT, WIDTH = 44, 240  # px of a word's picture on the screen
AROUND = 0.4  # of the word's height, seen on each side


class CheckStrip(Strip):
    """Return keeps what stands in the field and goes on; typing replaces it.

    Alt+Down and Alt+Up go to another word without deciding, Alt+O takes what the other reader
    saw, Alt+Z takes the last answer back, Ctrl+T writes down what the machine could not read, Esc
    closes.

    Attributes:
        pointed: a `Box` (original px): the word in hand, None for no word.
        changed: a `PageText`: the page as it counts now.
        finished: nothing on this page is left; the next page may come.
    """

    pointed = Signal(object)
    changed = Signal(object)
    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Check the reading"))
        self._page: CheckedPage | None = None
        self._fine: Picture | None = None
        self._at = 0
        self._settled: list[int] = []
        self._box: Box | None = None
        self.cut = QLabel()
        self.cut.setFixedSize(WIDTH, HEIGHT)
        self.cut.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cut.setAccessibleName(tr("The word's picture"))
        self.why = QLabel()
        self.why.setProperty("chip", "look")
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("What stands there"))
        self.field.returnPressed.connect(self._keep)
        self.other = self.act(tr("Take the other reading"), "Alt+O", self._take_other)
        self.left = QLabel()
        self.left.setProperty("tone", "dim")
        save = self.act(tr("Save what you read"), "Ctrl+Return", self._save_script)
        self.script = WriteDown(self.button(save))
        self.write_down = self.act(tr("Write down"), "Ctrl+T", self.script.open)
        self.undo = self.act(tr("Take back"), "Alt+Z", self._undo)
        self.act(tr("Next word"), "Alt+Down", lambda: self._go(1))
        self.act(tr("Word before"), "Alt+Up", lambda: self._go(-1))
        self._lay_out()

    def open(self, ref: PageRef) -> None:
        """Takes a page in hand; the field has the focus when its first word is there."""
        self.ref, self._page, self._fine, self._at = ref, None, None, 0
        self._settled.clear()
        self._box = None
        self.script.close_empty()
        self.cut.clear()
        self.left.setText(tr("The page is being fetched."))
        self.field.clear()
        self.show()
        services = self.desk.services
        self.desk.tasks.records(
            lambda: services.ocr.checking.page(ref),
            lambda page: self._came(ref, page),
            failed=lambda error: self._say(say(error.words)),
        )
        self.desk.tasks.slow(
            None,
            lambda _: picture(services.intake.page_image(ref, FINE_WIDTH)),
            lambda fine: self._fine_came(ref, fine),
        )

    def let_go(self) -> None:
        """No word is pointed at any more."""
        self.pointed.emit(None)

    def set_place(self, box: Box | None) -> None:
        """Where on the page the user selected something: what is written down belongs there."""
        self._box = box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what was opened last."""
        if event.key() == Qt.Key.Key_Escape and self.script.isVisible():
            self.script.close_empty()
            return
        super().keyPressEvent(event)

    # Words

    def doubt(self) -> Doubt | None:
        """The word in hand."""
        if self._page is None or not self._page.doubts:
            return None
        return self._page.doubts[self._at % len(self._page.doubts)]

    def _came(self, ref: PageRef, page: CheckedPage) -> None:
        if ref == self.ref:
            self._page = page
            self._show()

    def _fine_came(self, ref: PageRef, fine: Picture) -> None:
        if ref == self.ref:
            self._fine = fine
            self._draw()

    def _show(self) -> None:
        doubt = self.doubt()
        self.undo.setEnabled(bool(self._settled or (self._page and self._page.transcripts)))
        if doubt is None:
            self._say(tr("Nothing on this page is left to check."))
            self.pointed.emit(None)
            return
        self.field.setEnabled(True)
        self.keep_button.setEnabled(True)
        self.field.setText(doubt.word.text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        other = doubt.word.other
        self.other.setText(tr("or: {other}", other=other) if other else "")
        self.other_button.setVisible(bool(other))
        self.other_button.setText(self.other.text())
        self.why.setText(say(words(doubt.why.value)))
        self.why.show()
        count = len(self._page.doubts) if self._page else 0
        self.left.setText(tr("{count} left on this page", count=count))
        self.pointed.emit(doubt.word.box)
        self._draw()

    def _say(self, text: str) -> None:
        self.cut.clear()
        self.why.hide()
        self.other_button.hide()
        self.field.clear()
        self.field.setEnabled(False)
        self.keep_button.setEnabled(False)
        self.left.setText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        doubt = self.doubt()
        if doubt is None or self._fine is None:
            return
        box, fine = doubt.word.box, self._fine
        margin = (box.bottom - box.top) * AROUND
        across, down = fine.scale_x, fine.scale_y
        where = QRect(
            round((box.left - 2 * margin) * across),
            round((box.top - margin) * down),
            round((box.right - box.left + 4 * margin) * across),
            round((box.bottom - box.top + 2 * margin) * down),
        )
        shown = QPixmap.fromImage(fine.image.copy(where & fine.image.rect()))
        self.cut.setPixmap(
            shown.scaled(
                WIDTH,
                HEIGHT,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _take_other(self) -> None:
        doubt = self.doubt()
        if doubt is not None and doubt.word.other:
            self.field.setText(doubt.word.other)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, step: int) -> None:
        if self._page and self._page.doubts:
            self._at = (self._at + step) % len(self._page.doubts)
            self._show()

    def _keep(self) -> None:
        doubt, ref = self.doubt(), self.ref
        if doubt is None or ref is None:
            return
        checking, user, text = self.desk.services.ocr.checking, self.desk.user, self.field.text()
        self.field.setEnabled(False)
        self._order(
            lambda: checking.settle(user, ref, doubt.place, text),
            lambda: self._settled.append(doubt.place),
        )

    def _undo(self) -> None:
        ref, page = self.ref, self._page
        if ref is None or page is None:
            return
        checking, user = self.desk.services.ocr.checking, self.desk.user
        if self._settled:
            place = self._settled.pop()
            self._order(lambda: checking.unsettle(user, ref, place))
        elif page.transcripts:
            last = page.transcripts[-1].id
            self._order(lambda: checking.forget(user, last))

    def _order(
        self, verb: Callable[[], CheckedPage], then: Callable[[], object] = lambda: None
    ) -> None:
        ref = self.ref

        def changed(page: CheckedPage) -> None:
            if ref is not None and ref == self.ref:
                then()
                self._changed(page)

        self.desk.tasks.records(verb, changed, self._refused)

    def _refused(self, error: WorldError) -> None:
        """What was typed stays to be mended, and nothing counts as answered."""
        self.desk.tell(error)
        self.field.setEnabled(self.doubt() is not None)
        if not self.script.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, page: CheckedPage) -> None:
        self._page = page
        self._at = self._at % max(1, len(page.doubts))
        self.changed.emit(page.text)
        self._show()
        if not page.doubts:
            self.finished.emit()

    def _save_script(self) -> None:
        ref, text, box = self.ref, self.script.text.toPlainText(), self._box
        if ref is None or not self.script.isVisible():
            return
        checking, user = self.desk.services.ocr.checking, self.desk.user
        self._order(lambda: checking.transcribe(user, ref, text, box), self.script.close_empty)

    # Widgets

    def _lay_out(self) -> None:
        self.keep_button = self.button(self.act(tr("Keep and go on"), "", self._keep))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.other_button = self.button(self.other)
        self.other_button.hide()
        for widget in (self.cut, self.why, self.field, self.other_button, self.keep_button):
            row.addWidget(widget, int(widget is self.field), Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.left, 1)
        close = self.act(tr("Close"), "", self.close_strip)
        for action in (self.write_down, self.undo, close):
            below.addWidget(self.button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.script)
        column.addLayout(below)

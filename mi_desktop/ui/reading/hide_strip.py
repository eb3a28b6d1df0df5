"""Hiding parts of a piece in a copy: a list of places, each with a reason, then the copy."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, Hiding
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.reading.strip import Strip
from mi_desktop.ui.words import tr

REASONS = (
    words("names the patient"),
    words("names the reporter"),
    words("address or telephone number"),
    words("concerns somebody else"),
)


class HideStrip(Strip):
    """Ctrl+H hides what is selected, Ctrl+Shift+A the same words everywhere in the piece.

    Attributes:
        shown: the `Hiding`s of the page in hand changed.
    """

    shown = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Hide in a copy"))
        self._quote = ""
        self._box: Box | None = None
        self.hidden: list[Hiding] = []
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setAccessibleName(tr("Why it is hidden"))
        self.reason.addItems([tr(r.template) for r in REASONS])
        self.count = QLabel()
        self.count.setProperty("tone", "dim")
        self.hide_it = self.act(tr("Hide the selection"), "Ctrl+H", self._hide)
        self.everywhere = self.act(tr("Hide everywhere"), "Ctrl+Shift+A", self._hide_everywhere)
        self.undo = self.act(tr("Take back"), "Alt+Z", self._undo)
        self.make = self.act(tr("Make the copy…"), "Ctrl+Return", self._make)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        for action in (self.hide_it, self.everywhere, self.undo, self.make):
            row.addWidget(self.button(action))
        row.addWidget(self.button(self.act(tr("Close"), "", self.close_strip)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.count)

    def open(self, ref: PageRef) -> None:
        """Takes the piece of this page in hand; places of an earlier page of it stay."""
        self.ref = ref
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def let_go(self) -> None:
        """Forgets the places."""
        self.hidden.clear()
        self.shown.emit([])

    def set_place(self, quote: str, box: Box | None) -> None:
        """What the user selected on the page."""
        self._quote, self._box = quote, box
        self._tell()

    def turned_to(self, ref: PageRef) -> None:
        """Another page came to the front."""
        if self.ref is not None:
            self.ref = ref
            self.set_place("", None)

    def _hide(self) -> None:
        if self.ref is not None and self._box is not None:
            self._add([Hiding(self.ref, self._box, self.reason.currentText().strip())])

    def _hide_everywhere(self) -> None:
        ref, quote, reason = self.ref, self._quote, self.reason.currentText().strip()
        redaction = self.desk.services.ocr.redaction
        if ref is not None and quote:
            self.desk.tasks.records(
                lambda: redaction.places(redaction.piece_at(ref).id, quote, reason), self._add
            )

    def _add(self, found: list[Hiding]) -> None:
        self.hidden += [h for h in found if h.box not in [k.box for k in self.hidden]]
        self._tell()

    def _undo(self) -> None:
        if self.hidden:
            self.hidden.pop()
        self._tell()

    def _tell(self) -> None:
        ref = self.ref
        self.hide_it.setEnabled(self._box is not None)
        self.everywhere.setEnabled(bool(self._quote))
        self.undo.setEnabled(bool(self.hidden))
        self.make.setEnabled(bool(self.hidden))
        pages = len({h.ref for h in self.hidden})
        self.count.setText(
            tr("{count} places on {pages} pages are hidden", count=len(self.hidden), pages=pages)
            if self.hidden
            else tr("Select words on the page, or draw a rectangle where none were read.")
        )
        self.shown.emit([h for h in self.hidden if h.ref == ref])

    def _make(self) -> None:
        ref = self.ref
        if ref is None or not self.hidden:
            return
        name, _ = QFileDialog.getSaveFileName(self, self.make.text(), "copy.pdf", "*.pdf")
        if not name:
            return
        services, user, hidden = self.desk.services, self.desk.user, list(self.hidden)

        def work(progress: Progress) -> str:
            piece = services.ocr.redaction.piece_at(ref)
            copy = services.ocr.redaction.make(user, piece.id, hidden, progress)
            write_whole(Path(name), services.ocr.redaction.pdf(user, copy.id))
            return name

        self.desk.tasks.slow(words("Making the copy"), work, self._made)

    def _made(self, name: str) -> None:
        self.desk.tell(words("The copy was saved as {name}", name=Path(name).name))
        self.close_strip()

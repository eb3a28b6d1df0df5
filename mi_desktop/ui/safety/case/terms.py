"""A MedDRA term found in the user's own licensed files, as one types (E2B-2)."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.safety.cases import Coding
from mi_desktop.safety.e2b.meddra import Meddra, Term
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import say, tr

WIDTH = 420
FOLDER = "meddra-folder"
PAUSE_MS = 120  # one search for several quick keys
Hit = tuple[Term, Coding]


class TermsPanel(SidePanel):
    """Search as one types; Down and Up choose, Return takes. Without a code nothing is guessed.

    Attributes:
        chosen: the field's path, and the `Coding`.
    """

    chosen = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        self._desk, self._path = desk, ""
        self._meddra: Meddra | None = None
        self._reading = False
        self.search = _Search()
        self.search.setPlaceholderText(tr("Part of a term, or a code"))
        self.search.setAccessibleName(tr("Part of a MedDRA term, or its code"))
        self.table = RecordsTable(tr("MedDRA terms"), _columns(), lambda hit: hit[0].code)
        self.table.horizontalHeader().setMinimumSectionSize(60)
        self.states = States(self.table)
        self.version = label(tone="dim")
        self.folder = QPushButton(tr("Folder of your MedDRA files…"))
        self.folder.clicked.connect(self._choose_folder)
        without = label(
            tr("Without a code the event stays in the reporter's words, and no E2B file is made."),
            "dim",
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.states, self.version, without, self.folder):
            column.addWidget(part)
        super().__init__(tr("MedDRA term"), body)
        self.setFixedWidth(WIDTH)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.search.textChanged.connect(self._pause.start)
        self.search.moved.connect(self._move)
        self.search.returnPressed.connect(lambda: self._take(self.table.current()))
        self.table.opened.connect(self._take)

    def ask(self, path: str, said: str) -> None:
        """Opens for a field; what the reporter said is sought first."""
        self._path = path
        self.search.setText(said)
        self.search.selectAll()
        self.open(self.search)
        if self._meddra is None and not self._reading:
            self._load(self._desk.preferences.text(FOLDER))

    def use(self, folder: str) -> None:
        """Reads the dictionary of a folder, and remembers it on this machine."""
        self._desk.preferences.keep(FOLDER, folder)
        self._load(folder)

    def _load(self, folder: str) -> None:
        desk = self._desk.services.safety.e2b

        def read(_: object) -> Meddra | None:
            desk.use_meddra(folder)
            return desk.meddra()

        self._reading = True
        self.states.say(tr("Reading MedDRA…"))
        self._desk.tasks.slow(words("Reading MedDRA"), read, self._loaded, failed=self._failed)

    def _loaded(self, found: Meddra | None) -> None:
        self._meddra, self._reading = found, False
        if found is None:
            self.version.setText("")
            self.states.say(
                tr("No MedDRA is here"),
                tr("It is licensed and never comes with this program: choose your own folder."),
            )
            self.folder.setFocus()
            return
        count = f"{len(found.terms):,}".replace(",", "\u00a0")
        self.version.setText(
            tr("MedDRA {version}, {count} terms", version=found.version, count=count)
        )
        self._find()

    def _failed(self, error: WorldError) -> None:
        self._reading = False
        self.states.say(say(error.words), say(error.advice))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.folder.text())
        if name:
            self.use(str(Path(name)))

    def _find(self) -> None:
        meddra, text = self._meddra, self.search.text()
        if meddra is None:
            return

        def show(found: list[Hit]) -> None:
            if text == self.search.text():
                self._show(found, text)

        self._desk.tasks.slow(None, lambda _: meddra.find(text), show)

    def _show(self, found: list[Hit], text: str) -> None:
        self.table.show_rows(found)
        if found:
            self.table.take_in_hand(0)
            self.states.show_content()
        elif text.strip():
            self.states.say(tr("No current term has these words"), tr("Try a part of the word."))
        else:
            self.states.say(tr("Type a part of the term"))

    def _move(self, by: int) -> None:
        rows = len(self.table.records())
        if rows:
            at = self.table.currentIndex().row() + by
            self.table.take_in_hand(max(0, min(at, rows - 1)))

    def _take(self, hit: Hit | None) -> None:
        if hit is not None:
            self.close_panel()
            self.chosen.emit(self._path, hit[1])


class _Search(QLineEdit):
    """A line whose arrows move in the list below it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up are the list's."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)


def _columns() -> list[Column]:
    return [
        Column(tr("Term"), _name, stretch=True),
        Column(tr("Code"), lambda hit: hit[0].code, right=True),
    ]


def _name(hit: Hit) -> str:
    """The term, and the preferred one above it where that is another."""
    term = hit[0]
    return f"{term.name} · {term.preferred}" if term.preferred != term.name else term.name

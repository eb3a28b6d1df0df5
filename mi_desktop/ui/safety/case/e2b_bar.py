"""What keeps a case from being an E2B(R3) message, each a link to its field; and the file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.words import words
from mi_desktop.people import Action
from mi_desktop.safety.cases import AeCase, Case
from mi_desktop.safety.e2b import SETTINGS, Finding
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import Links
from mi_desktop.ui.safety.case.form import CaseForm
from mi_desktop.ui.words import say, tr

AT_MOST_LINKS = 5


class E2bBar(QFrame):
    """Buttons and a line; hidden for a complaint, which no message tells of.

    Attributes:
        term_wanted: a MedDRA term is to be found for the field in hand.
    """

    term_wanted = Signal()

    def __init__(self, desk: Desk, form: CaseForm) -> None:
        super().__init__()
        self._desk, self._form = desk, form
        self.check = QPushButton(tr("Check as E2B (F7)"))
        self.check.setShortcut("F7")
        self.check.clicked.connect(self._check)
        self.export = QPushButton(tr("E2B file…"))
        self.export.setToolTip(tr("The case as it was saved, as an E2B(R3) file"))
        self.export.clicked.connect(self._export)
        self.term = QPushButton(tr("MedDRA term (F6)"))
        self.term.setShortcut("F6")
        self.term.setToolTip(tr("Finds a code in your own licensed MedDRA files"))
        self.term.clicked.connect(self.term_wanted)
        self.said = Links(self._go_to)
        self.said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.term)
        buttons.addWidget(self.check)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.addLayout(buttons)
        column.addWidget(self.said)
        # Not before it has its place: it would be a window of its own for a moment.
        self.export.setVisible(desk.user.may(Action.HAND_OFF))

    def show_case(self, case: Case) -> None:
        """Another case, or the same one saved: what was said is out of date."""
        self.setVisible(isinstance(case, AeCase))
        self.said.hide()

    def _check(self) -> None:
        case, desk = self._form.case, self._desk.services.safety.e2b
        # What is typed counts, saved or not; a field that cannot be read is said by the form.
        if isinstance(case, AeCase) and not self._form.unread():
            self._desk.tasks.records(lambda: desk.findings(case), self._show)

    def _show(self, found: tuple[Finding, ...]) -> None:
        wrong = [finding for finding in found if finding.stops]
        told = wrong or list(found)
        links = [(say(finding.words).rstrip("."), finding.path) for finding in told[:AT_MOST_LINKS]]
        if wrong:
            before = tr("Missing for E2B, {count} in all:", count=len(wrong))
        elif found:
            before = tr("Valid as E2B; to look at:")
        else:
            before = tr("Valid as E2B by our rules.")
        self.said.show_links(before, links, "." if links else "")
        self.said.show()

    def _go_to(self, path: str) -> None:
        """What the office's settings lack has no field here."""
        if path not in ("", SETTINGS):
            self._form.go_to(path)

    def _export(self) -> None:
        case = self._form.case
        if case is None:
            return
        number, desk, user = case.head.number, self._desk.services.safety.e2b, self._desk.user
        name, _ = QFileDialog.getSaveFileName(self, self.export.text(), f"{number}.xml", "*.xml")
        if name:
            path = Path(name)
            self._desk.tasks.records(
                lambda: write_whole(path, desk.export(user, number)),
                lambda _: self._desk.tell(words("{name} saved", name=path.name)),
            )

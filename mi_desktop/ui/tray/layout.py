"""The tray's widgets and where they stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.inquiries import InquiryDraft, Suggestion
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.tray.choices import Choices
from mi_desktop.ui.tray.link_form import LinkForm
from mi_desktop.ui.tray.model import ORDERS, TrayModel
from mi_desktop.ui.tray.pile import Pile
from mi_desktop.ui.tray.question_form import choose, chooser
from mi_desktop.ui.tray.register_form import RegisterForm
from mi_desktop.ui.tray.rows import TrayRow
from mi_desktop.ui.tray.small_forms import DeclineForm, ScanForm
from mi_desktop.ui.words import say, tr

if TYPE_CHECKING:
    from mi_desktop.ui.tray.screen import TrayScreen

LIST_WIDTH, PAGE_WIDTH, PANEL_WIDTH = 432, 600, 360
WIDE = 1100  # px; in a narrower window an open panel takes the place of the list
ORDER_KEY = "tray/order"


class TrayLayout:
    """Builds the tray and opens its panels; knows no verbs."""

    def __init__(self, screen: "TrayScreen") -> None:
        self._screen = screen
        desk = screen.desk
        self.model = TrayModel(desk)
        self.pile = Pile(self.model)
        self.pages = PageView(desk)
        self.order = chooser(tr("Order"), [(k, say(v[0])) for k, v in ORDERS.items()])
        self.best = QLabel()
        self.best.setProperty("tone", "accent")
        self.best.setMinimumHeight(32)
        self.best.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = QLabel()
        self.count.setProperty("tone", "dim")
        self.warnings = QLabel()
        self.warnings.setProperty("tone", "look")
        self.warnings.setWordWrap(True)
        self.register = RegisterForm()
        self.linking = LinkForm(desk)
        self.declining = DeclineForm()
        self.scanning = ScanForm()
        self._panels = {
            self.register: SidePanel(tr("New inquiry"), self.register),
            self.linking: SidePanel(tr("Link to an inquiry"), self.linking),
            self.declining: SidePanel(tr("Not ours"), self.declining),
            self.scanning: SidePanel(tr("Scan"), self.scanning),
        }
        self._actions()
        self.list_states = States(self.pile)
        self._lay_out()
        self.order.currentIndexChanged.connect(self._sort)
        choose(self.order, desk.preferences.text(ORDER_KEY, "oldest"))
        self.show_row(None)

    # What is shown

    def show_list(self, pieces: int) -> None:
        """The pile, or words that it is empty."""
        one = tr("1 piece waits")
        self.count.setText(one if pieces == 1 else tr("{count} pieces wait", count=pieces))
        self.count.setVisible(pieces > 0)
        if pieces:
            self.list_states.show_content()
        else:
            self.list_states.say(
                tr("The tray is empty."),
                tr("Drop files or folders here, import them with Ctrl+O, or scan."),
                self.importing,
            )

    def show_row(self, row: TrayRow | None) -> None:
        """What Return would do, and what is odd about the piece."""
        for action in self.triage:
            action.setEnabled(row is not None)
        if row is None:
            self.best.setText("")
            self.warnings.hide()
            return
        text = tr("Return: new inquiry")
        if row.best is not None:
            facts = {"number": row.best.number, "why": row.best.why}
            text = (
                tr("Return: file under {number} ({why})", **facts)
                if row.sure
                else tr("Return: new inquiry; L: perhaps {number} ({why})", **facts)
            )
        self.best.setText(text)
        self.best.setAccessibleName(text)
        odd = [say(warning) for warning in row.piece.warnings]
        self.warnings.setText("\n".join(odd))
        self.warnings.setVisible(bool(odd))
        self.pages.set_problems(row.problems)

    # Panels

    def open_register(self, draft: InquiryDraft, choices: Choices) -> None:
        """The form for a new inquiry."""
        self.register.fill(draft, choices)
        self._open(self.register)

    def open_link(self, suggested: Sequence[Suggestion]) -> None:
        """The list of inquiries."""
        self.linking.begin(suggested)
        self._open(self.linking)

    def open_decline(self) -> None:
        """The reason."""
        self.declining.begin()
        self._open(self.declining)

    def open_scan(self) -> ScanForm:
        """The scanners."""
        self.scanning.look()
        self._open(self.scanning)
        return self.scanning

    def close_panels(self) -> None:
        """Closes whatever is open."""
        for panel in self._panels.values():
            panel.close_panel()

    def _open(self, body: QWidget) -> None:
        for other, panel in self._panels.items():
            if other is not body:
                panel.close_panel()
        self._left_side.setVisible(self._screen.width() >= WIDE)
        self._split.refresh()
        self._right_side.show()
        self._panels[body].open()

    def _sort(self) -> None:
        order = self.order.currentData()
        self._screen.desk.preferences.keep(ORDER_KEY, order)
        self.pile.sort_by(order)

    # Building

    def _actions(self) -> None:
        act, screen = self._screen.act, self._screen
        self.importing = act(tr("Import files"), "Ctrl+O", screen.import_files)
        self.folder = act(tr("Import a folder"), "Ctrl+Shift+O", screen.import_folder)
        self.scan = act(tr("Scan"), "Ctrl+Shift+S", screen.scan)
        self.take = act(tr("Take the suggestion"), "", screen.take_best)
        self.new = act(tr("New inquiry"), "N", screen.new_inquiry)
        self.link = act(tr("Link"), "L", screen.link)
        self.split = act(tr("Split here"), "S", screen.split)
        self.rotate = act(tr("Rotate"), "R", screen.rotate)
        self.decline = act(tr("Not ours"), "D", screen.decline)
        self.back = act(tr("Take back"), "Ctrl+Z", screen.undo.take_back)
        self.last = act(tr("Open the last inquiry"), "O", screen.open_last)
        self.triage = (self.take, self.new, self.link, self.split, self.rotate, self.decline)
        self.pile.activated.connect(lambda _: self.take.trigger())

    def _lay_out(self) -> None:
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        self._left_side, self._right_side = self._left(), QWidget()
        split.addWidget(self._left_side)
        split.addWidget(self._middle())
        column = QVBoxLayout(self._right_side)
        column.setContentsMargins(0, 0, 0, 0)
        for panel in self._panels.values():
            panel.setMinimumWidth(PANEL_WIDTH)
            column.addWidget(panel)
            panel.closed.connect(self._panel_closed)
        self._right_side.hide()
        split.setSizes([LIST_WIDTH, PAGE_WIDTH])
        split.setStretchFactor(1, 1)
        row = QHBoxLayout(self._screen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(split, 1)
        row.addWidget(self._right_side)

    def _panel_closed(self) -> None:
        if all(panel.isHidden() for panel in self._panels.values()):
            self._right_side.hide()
            self._left_side.show()

    def _left(self) -> QWidget:
        title = QLabel(tr("Tray"))
        title.setProperty("rank", "title")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(title)
        first.addStretch(1)
        first.addWidget(self._screen.button(self.importing))
        first.addWidget(self._screen.button(self.scan))
        second.addWidget(self.count)
        second.addStretch(1)
        second.addWidget(self.order)
        return _column(_rows(first, second), self.list_states)

    def _middle(self) -> QWidget:
        row = QHBoxLayout()
        for action in (self.new, self.link, self.split, self.rotate, self.decline):
            row.addWidget(self._screen.button(action))
        row.addStretch(1)
        best = QHBoxLayout()
        best.addWidget(self.best, 1)
        return _column(_rows(row, best, self.warnings), self.pages)


def _rows(*parts: QHBoxLayout | QWidget) -> QVBoxLayout:
    """What stands over a list or a page, on the grid."""
    made = QVBoxLayout()
    made.setContentsMargins(16, 8, 16, 8)
    made.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            part.setSpacing(8)
            made.addLayout(part)
    return made


def _column(top: QVBoxLayout, below: QWidget) -> QWidget:
    made = QFrame()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(top)
    column.addWidget(below, 1)
    return made

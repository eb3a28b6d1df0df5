"""The user name beside the passphrase of an electronic signature (P11-13).

The first signature after signing in or unlocking takes both components, those after it the
passphrase alone (21 CFR 11.200(a)(1)(i)).
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mi_desktop.ui.desk import Desk
from mi_desktop.ui.words import tr


class SignerName(QLineEdit):
    """The field of the user name, there for the first signature only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setPlaceholderText(tr("Your user name"))
        self.setAccessibleName(tr("Your user name, for the first signature since you came"))
        self.hide()

    def offer(self, signs: bool) -> None:
        """Shows the field where a signature is offered and would be the first."""
        self.setVisible(signs and not self._desk.signing.begun)

    @property
    def problem(self) -> str:
        """Why nothing can be signed yet, in words; "" where the name is right or not wanted."""
        if self._desk.signing.begun:
            return ""
        typed = self.text().strip().casefold()
        if typed == self._desk.user.name.casefold():
            return ""
        if not typed:
            return tr("Your first signature since you came: type your user name, too.")
        return tr("This is not your user name; nothing was signed.")

    def ask(self) -> None:
        """Takes the focus."""
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def accepted(self) -> None:
        """A signature was made: the next asks for the passphrase alone."""
        self._desk.signing.begun = True
        self.clear()
        self.hide()

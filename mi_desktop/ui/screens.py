"""The screens there are, in the order of the rail."""

from mi_desktop.basics.words import words
from mi_desktop.ui.inquiry import InquiryScreen
from mi_desktop.ui.letter import LetterScreen
from mi_desktop.ui.library import LibraryScreen
from mi_desktop.ui.office import OfficeScreen
from mi_desktop.ui.outbox import OutboxScreen
from mi_desktop.ui.safety import SafetyScreen
from mi_desktop.ui.screen import ScreenKind
from mi_desktop.ui.tray import TrayScreen

SCREENS = (
    ScreenKind("tray", words("Tray"), "tray", ("mail",), TrayScreen),
    ScreenKind("inquiry", words("Inquiries"), "chat-text", ("inquiry",), InquiryScreen),
    ScreenKind("safety", words("Safety"), "shield-check", ("safety",), SafetyScreen),
    ScreenKind("letter", words("Letters"), "file-text", ("letter",), LetterScreen),
    ScreenKind("library", words("Library"), "books", ("standard",), LibraryScreen),
    ScreenKind("outbox", words("Outbox"), "paper-plane-tilt", ("outbox",), OutboxScreen),
    ScreenKind("office", words("Office"), "buildings", ("office",), OfficeScreen),
)

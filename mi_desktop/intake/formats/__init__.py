"""The kinds of document that can be opened; all of it runs in the sandbox."""

from mi_desktop.intake.formats.archive import Archive
from mi_desktop.intake.formats.form import (
    Child,
    Format,
    Leaf,
    Limits,
    MailHeader,
    Opened,
    Paged,
)
from mi_desktop.intake.formats.mail import Mail
from mi_desktop.intake.formats.open_text import OpenText
from mi_desktop.intake.formats.outlook import Outlook
from mi_desktop.intake.formats.pdf import Pdf
from mi_desktop.intake.formats.picture import Picture
from mi_desktop.intake.formats.rich import Rich
from mi_desktop.intake.formats.text import Html, PlainText
from mi_desktop.intake.formats.tiff import Tiff
from mi_desktop.intake.formats.winmail import Winmail
from mi_desktop.intake.formats.word import Word

PAGED: tuple[Paged, ...] = (Pdf(), Tiff(), Picture())
# The surest marks first; plain text is what is left.
FORMATS: tuple[Format, ...] = (
    *PAGED,
    Word(),
    OpenText(),
    Archive(),
    Outlook(),
    Winmail(),
    Rich(),
    Html(),
    Mail(),
    PlainText(),
)

__all__ = ["FORMATS", "PAGED", "Child", "Format", "Leaf", "Limits", "MailHeader", "Opened", "Paged"]

"""What an office may set: built-in values, the office's own file over them."""

from mi_desktop.settings.model import (
    Keeping,
    Letterhead,
    MailServer,
    OfficeSettings,
    Receiver,
    Receivers,
    load_settings,
    save_settings,
)

__all__ = [
    "Keeping",
    "Letterhead",
    "MailServer",
    "OfficeSettings",
    "Receiver",
    "Receivers",
    "load_settings",
    "save_settings",
]

"""What an office may set: built-in values, the office's own file over them."""

from mi_desktop.settings.model import (
    Letterhead,
    MailServer,
    OfficeSettings,
    load_settings,
    save_settings,
)

__all__ = ["Letterhead", "MailServer", "OfficeSettings", "load_settings", "save_settings"]

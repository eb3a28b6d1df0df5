"""What an office may set: built-in values, the office's own file over them."""

from mi_desktop.settings.entries import (
    Entry,
    Group,
    changed,
    compared,
    differing,
    facts_of,
    groups,
    text_of,
    value_of,
)
from mi_desktop.settings.model import (
    SETTINGS_FILE,
    E2b,
    Keeping,
    Letterhead,
    MailServer,
    OfficeSettings,
    ReadingCluster,
    Receiver,
    Receivers,
    load_settings,
    save_settings,
)

__all__ = [
    "SETTINGS_FILE",
    "E2b",
    "Entry",
    "Group",
    "Keeping",
    "Letterhead",
    "MailServer",
    "OfficeSettings",
    "ReadingCluster",
    "Receiver",
    "Receivers",
    "changed",
    "compared",
    "differing",
    "facts_of",
    "groups",
    "load_settings",
    "save_settings",
    "text_of",
    "value_of",
]

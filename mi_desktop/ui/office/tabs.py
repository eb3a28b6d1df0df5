"""The tabs of the office, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from mi_desktop.basics.words import Words, words
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.office.backups import BackupsTab
from mi_desktop.ui.office.calendars import CalendarsTab
from mi_desktop.ui.office.duties import DutiesTab
from mi_desktop.ui.office.keys import KeysTab
from mi_desktop.ui.office.logbook import LogbookTab
from mi_desktop.ui.office.other_names import OtherNamesTab
from mi_desktop.ui.office.people import PeopleTab
from mi_desktop.ui.office.personal_data import PersonalDataTab
from mi_desktop.ui.office.registers import RegistersTab
from mi_desktop.ui.office.retention import RetentionTab
from mi_desktop.ui.office.reviews import ReviewsTab
from mi_desktop.ui.office.settings import SettingsTab
from mi_desktop.ui.office.trail import TrailTab
from mi_desktop.ui.screen import Screen


@dataclass(frozen=True)
class OfficeTab:
    """How a tab is named, who sees it, and how it is made.

    Attributes:
        key: `desk.open("office", key)`.
        needs: without this permission the tab is not shown; None: everybody sees it.
        make: called when the tab is first looked at.
    """

    key: str
    title: Words
    needs: Action | None
    make: Callable[[Desk], Screen]


OFFICE_TABS = (
    OfficeTab("people", words("People"), Action.MANAGE_USERS, PeopleTab),
    OfficeTab("keys", words("Keys"), None, KeysTab),
    OfficeTab("trail", words("Audit trail"), Action.READ_AUDIT, TrailTab),
    OfficeTab("backups", words("Backups"), Action.KEEP_BACKUPS, BackupsTab),
    OfficeTab("retention", words("Retention"), Action.KEEP_RECORDS, RetentionTab),
    OfficeTab("personal", words("Personal data"), Action.KEEP_RECORDS, PersonalDataTab),
    OfficeTab("names", words("Other names"), Action.KEEP_RECORDS, OtherNamesTab),
    OfficeTab("registers", words("Registers"), Action.KEEP_RECORDS, RegistersTab),
    OfficeTab("reviews", words("Reviews"), Action.REVIEW_OFFICE, ReviewsTab),
    OfficeTab("logbook", words("Logbook"), None, LogbookTab),
    OfficeTab("settings", words("Settings"), Action.KEEP_CATALOGUE, SettingsTab),
    OfficeTab("calendars", words("Calendars"), None, CalendarsTab),
    OfficeTab("duties", words("Times of authorities"), None, DutiesTab),
)

"""What the office shows an inspector, and how it keeps watch over itself: four desks in a room."""

from mi_desktop.inquiries import InquiryService
from mi_desktop.keeping import KeepingService
from mi_desktop.oversight.copies import CopyDesk
from mi_desktop.oversight.findings import Rooms
from mi_desktop.oversight.logbook import LogbookDesk
from mi_desktop.oversight.reviews import ReviewDesk
from mi_desktop.oversight.settings_desk import SettingsDesk
from mi_desktop.people import PeopleService
from mi_desktop.safety import SafetyService
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


class OversightService:
    """The office's oversight.

    Attributes:
        copies: records to hand over, verified.
        reviews: periodic reviews, signed.
        logbook: incidents, trainings, procedures read.
        settings: changed under control.
    """

    def __init__(
        self,
        office: Office,
        settings: OfficeSettings,
        asked: tuple[PeopleService, InquiryService, SafetyService, KeepingService],
    ) -> None:
        people, inquiries, safety, keeping = asked
        self.copies = CopyDesk(office, inquiries, settings)
        self.reviews = ReviewDesk(Rooms(office, people, safety, keeping), settings)
        self.logbook = LogbookDesk(office)
        self.settings = SettingsDesk(office, settings)

"""Keeping what must be kept, and letting go of what must go: its desks."""

from mi_desktop.inquiries import InquiryService
from mi_desktop.keeping.backups import BackupDesk
from mi_desktop.keeping.erasing import Eraser
from mi_desktop.keeping.export import Exporter
from mi_desktop.keeping.registers import RegisterDesk
from mi_desktop.keeping.requests import RequestDesk
from mi_desktop.keeping.restricting import RestrictionDesk
from mi_desktop.keeping.retention import RetentionDesk
from mi_desktop.keeping.subjects import SubjectDesk
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


class KeepingService:
    """The office's keeping.

    Attributes:
        backups: making them, trying them out.
        retention: holds, what is due, destruction by two people.
        requests: what a person may ask about their own data.
        subjects: random names that stand for persons.
        restrictions: what may be kept and looked at, and no more.
        registers: what a supervisor asks for.
    """

    def __init__(self, office: Office, inquiries: InquiryService, settings: OfficeSettings) -> None:
        eraser = Eraser(office, settings)
        self.backups = BackupDesk(office, settings, eraser)
        self.retention = RetentionDesk(office, settings, eraser)
        self.subjects = SubjectDesk(office, eraser)
        self.restrictions = RestrictionDesk(office)
        self.registers = RegisterDesk(office, settings)
        tools = (eraser, Exporter(office, settings), self.restrictions)
        self.requests = RequestDesk(office, settings, inquiries, tools)

"""The counter: where ui and cli order work. One service a room."""

from dataclasses import dataclass

from mi_desktop.catalogue import CatalogueService
from mi_desktop.dispatch import DispatchService
from mi_desktop.inquiries import InquiryService
from mi_desktop.intake import IntakeService
from mi_desktop.keeping import KeepingService
from mi_desktop.letters import LetterService
from mi_desktop.library import LibraryService
from mi_desktop.ocr import OcrService
from mi_desktop.oversight import OversightService
from mi_desktop.people import PeopleService
from mi_desktop.safety import SafetyService
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


@dataclass(frozen=True)
class Services:
    """Everything an open office can do."""

    office: Office
    sandbox: Sandbox
    settings: OfficeSettings
    people: PeopleService
    catalogue: CatalogueService
    intake: IntakeService
    ocr: OcrService
    inquiries: InquiryService
    safety: SafetyService
    library: LibraryService
    letters: LetterService
    dispatch: DispatchService
    keeping: KeepingService
    oversight: OversightService

    def close(self) -> None:
        """Ends the workers and lets go of the office's files."""
        self.ocr.close()
        self.sandbox.close()
        self.office.close()

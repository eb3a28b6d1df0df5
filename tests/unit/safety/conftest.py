"""A safety room over one inquiry, and short ways to answer it."""

import pytest

from mi_desktop.intake.model import PageRef
from mi_desktop.safety import SafetyService
from mi_desktop.settings import OfficeSettings
from tests.conftest import PASSPHRASE, Staff
from tests.fakes.inquiry_desk import INQUIRY, InquiryDesk


@pytest.fixture
def desk() -> InquiryDesk:
    return InquiryDesk()


@pytest.fixture
def safety(office, people, desk) -> SafetyService:
    return SafetyService(office, people, desk, desk, desk, desk, OfficeSettings())


class Hand:
    """Anna at the safety screen."""

    def __init__(self, safety: SafetyService, staff: Staff) -> None:
        self.safety, self.anna = safety, staff.anna

    def look(self) -> None:
        for ref in self.safety.assessment(INQUIRY).pages:
            self.safety.look_at(self.anna, INQUIRY, ref)

    def say(self, **answers: str) -> None:
        for code, value in answers.items():
            self.safety.answer(self.anna, INQUIRY, code.replace("_", "-"), value)

    def clean(self) -> None:
        self.look()
        self.say(AE="no", SS="no", PQC="no")

    def sign(self):
        return self.safety.sign(self.anna, INQUIRY, PASSPHRASE)

    def missing(self) -> list[str]:
        return [m.place for m in self.safety.gate(INQUIRY).missing]


@pytest.fixture
def hand(safety, staff) -> Hand:
    return Hand(safety, staff)


@pytest.fixture
def page() -> PageRef:
    return PageRef("00001-part", 1)

"""A letter that can be drawn, and a letters room that works."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mi_desktop.catalogue import CatalogueService
from mi_desktop.letters import LetterService, OfficeSigner
from mi_desktop.letters.compose import Facts
from mi_desktop.letters.model import Draft, LetterState, Recipient
from mi_desktop.letters.stationery import Stationery
from mi_desktop.letters.texts import texts
from mi_desktop.library import LibraryService
from mi_desktop.people import PeopleService
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff
from tests.fakes.letter_world import (
    AUTHORITY,
    ENVELOPES,
    HEAD,
    INQUIRY,
    PRODUCT,
    STANDARD,
    SWEDEN,
    TODAY,
    InquiryShelf,
    SafetyAnswers,
    product_file,
)


@pytest.fixture
def facts() -> Facts:
    return Facts(
        inquiry=INQUIRY,
        received=date(2026, 11, 13),
        today=TODAY,
        products=(PRODUCT,),
        topic="Dosering",
        authority=AUTHORITY,
        there=SWEDEN,
        home=SWEDEN,
        letterhead=HEAD,
        complaint=False,
        texts=texts("sv"),
    )


@pytest.fixture
def empty() -> Draft:
    return Draft(
        id="l1",
        reference="MI-SE-2026-00012/L1",
        inquiry_id="i1",
        version=1,
        state=LetterState.DRAFT,
        language="sv",
        author="anna",
        dated=TODAY,
        recipient=Recipient(
            ("Karin Åström", "Björkens vårdcentral", "Provgatan 12", "753 20 UPPSALA"), "SE"
        ),
        envelope="DIN-B",
        delivery="post",
        product_id="provin",
        label_version="7",
        for_health_professional=True,
        blocks=(),
        references=(),
    )


@pytest.fixture
def stationery() -> Stationery:
    return Stationery(HEAD, ENVELOPES["DIN-B"], texts("sv"), "Europe/Stockholm")


@dataclass(frozen=True)
class Room:
    """The letters room with neighbours that a test can move."""

    letters: LetterService
    inquiries: InquiryShelf
    safety: SafetyAnswers
    library: LibraryService
    catalogue: CatalogueService
    signer: OfficeSigner

    def ready(self, staff: Staff) -> Draft:
        """A letter with an approved answer, handed in."""
        draft = self.letters.compose(staff.anna, "i1")
        self.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")
        return self.letters.submit(staff.anna, draft.id, PASSPHRASE)


@pytest.fixture
def room(office: Office, people: PeopleService, staff: Staff, tmp_path: Path) -> Room:
    catalogue, settings = CatalogueService(office), OfficeSettings(letterhead=HEAD)
    catalogue.load(staff.maria, product_file(tmp_path))
    library = LibraryService(office, catalogue)
    library.add_version(staff.erik, STANDARD)
    inquiries, safety = InquiryShelf(INQUIRY), SafetyAnswers()
    signer = OfficeSigner(office, HEAD.company)
    signer.make_identity(staff.maria, staff.erik)
    letters = LetterService(office, people, inquiries, safety, library, catalogue, settings, signer)  # type: ignore[arg-type]
    return Room(letters, inquiries, safety, library, catalogue, signer)


@pytest.fixture
def catalogue(office: Office) -> CatalogueService:
    return CatalogueService(office)

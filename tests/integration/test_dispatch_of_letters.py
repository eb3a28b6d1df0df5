"""Really signed letters on their way out: what is approved is what is printed and sent."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from mi_desktop.catalogue import CatalogueService
from mi_desktop.dispatch import (
    PDF_FILES,
    BatchState,
    Channels,
    DispatchService,
    EmailState,
    PdfFolder,
    Rooms,
)
from mi_desktop.dispatch.errors import NotSigned, SignedAnew
from mi_desktop.inquiries import Status
from mi_desktop.letters import LetterService, LetterState, OfficeSigner, SignedLetter
from mi_desktop.letters.errors import StoppedStandard
from mi_desktop.library import LibraryService
from mi_desktop.people import PeopleService
from mi_desktop.settings import MailServer, OfficeSettings
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff
from tests.fakes.letter_world import (
    HEAD,
    INQUIRY,
    STANDARD,
    InquiryShelf,
    SafetyAnswers,
    product_file,
)
from tests.fakes.printers import FakeMailer, FakePrinters

SETTINGS = OfficeSettings(letterhead=HEAD, mail=MailServer(sender=HEAD.email))


class Answered(SafetyAnswers):
    """Everything was answered with no; nothing was handed off."""

    def assessment(self, inquiry_id: str) -> SimpleNamespace:
        return SimpleNamespace(**vars(super().assessment(inquiry_id)), handoffs=())


@dataclass
class House:
    """Letters and dispatch, real; inquiries and safety as far as they are asked."""

    letters: LetterService
    library: LibraryService
    inquiries: InquiryShelf
    dispatch: DispatchService
    mailer: FakeMailer
    staff: Staff
    folder: Path

    def sign(self, delivery: str = "post") -> SignedLetter:
        draft = self.letters.compose(self.staff.anna, "i1")
        self.letters.insert_standard(self.staff.anna, draft.id, STANDARD.id, "q1")
        self.letters.set_delivery(self.staff.anna, draft.id, delivery)
        return self.approve(draft.id)

    def approve(self, letter_id: str) -> SignedLetter:
        self.letters.submit(self.staff.anna, letter_id, PASSPHRASE)
        return self.letters.approve(self.staff.erik, letter_id, PASSPHRASE)


@pytest.fixture
def house(office: Office, people: PeopleService, staff: Staff, tmp_path: Path) -> House:
    catalogue = CatalogueService(office)
    catalogue.load(staff.maria, product_file(tmp_path))
    library = LibraryService(office, catalogue)
    library.add_version(staff.erik, STANDARD)
    inquiries, safety = InquiryShelf(INQUIRY), Answered()
    signer = OfficeSigner(office, HEAD.company)
    signer.make_identity(staff.maria, staff.erik)
    letters = LetterService(office, people, inquiries, safety, library, catalogue, SETTINGS, signer)
    mailer = FakeMailer()
    channels = Channels(FakePrinters(), PdfFolder(tmp_path / "printed"), mailer)
    dispatch = DispatchService(office, Rooms(letters, inquiries, safety), SETTINGS, channels)
    return House(letters, library, inquiries, dispatch, mailer, staff, tmp_path / "printed")


def test_a_letter_is_printed_bit_for_bit_ticked_off_and_has_gone_out_sig_3(house, office):
    """SIG-3: approved bytes, printed bytes, one hash."""
    signed, anna = house.sign(), house.staff.anna
    assert [s.letter_id for s in house.dispatch.ready()] == [signed.letter_id]

    batch = house.dispatch.print_batch(anna, [signed.letter_id], PDF_FILES)
    [item] = batch.items
    assert (item.postcode, item.city, item.country) == ("753 20", "UPPSALA", "SE")
    assert (item.pages, item.sha256) == (signed.pages, signed.sha256)
    printed = house.folder / batch.number / "001-MI-SE-2026-00012-L1.pdf"
    assert printed.read_bytes() == house.letters.pdf(signed.letter_id)
    assert house.letters.letter(signed.letter_id).state is LetterState.SIGNED

    house.dispatch.tick(anna, batch.id, signed.letter_id)
    assert house.dispatch.posted(anna, batch.id).state is BatchState.POSTED
    assert house.letters.letter(signed.letter_id).state is LetterState.DISPATCHED
    assert house.inquiries.kept.status is Status.DISPATCHED
    assert house.dispatch.ready() == []
    assert office.verify_audit().broken_at is None


def test_a_letter_goes_by_email_once_and_has_gone_out(house):
    signed = house.sign("e-mail")
    assert house.dispatch.ready() == []
    house.dispatch.queue_email(house.staff.anna, signed.letter_id)
    assert [e.state for e in house.dispatch.send_waiting()] == [EmailState.SENT]
    [attached] = house.mailer.sent[0].iter_attachments()
    assert attached.get_content() == house.letters.pdf(signed.letter_id)
    assert house.letters.letter(signed.letter_id).state is LetterState.DISPATCHED


def test_a_letter_changed_after_printing_is_not_posted_sig_3(house):
    """SIG-3: neither as a draft nor signed anew; taken out, it is printed anew."""
    signed, anna = house.sign(), house.staff.anna
    batch = house.dispatch.print_batch(anna, [signed.letter_id], PDF_FILES)
    house.dispatch.tick(anna, batch.id, signed.letter_id)
    house.letters.add_text(anna, signed.letter_id, ("Ring oss gärna.",), "q1")
    with pytest.raises(NotSigned):
        house.dispatch.posted(anna, batch.id)
    house.approve(signed.letter_id)
    with pytest.raises(SignedAnew):
        house.dispatch.posted(anna, batch.id)

    house.dispatch.take_out(anna, batch.id, signed.letter_id, "changed after printing")
    anew = house.dispatch.print_batch(anna, [signed.letter_id], PDF_FILES)
    assert anew.items[0].sha256 != batch.items[0].sha256


def test_a_withdrawn_standard_response_stops_printing_and_email_srd_3(house):
    """SRD-3."""
    signed, anna = house.sign(), house.staff.anna
    house.library.withdraw(house.staff.erik, STANDARD.id, "sv", "wrong dose")
    with pytest.raises(StoppedStandard):
        house.dispatch.print_batch(anna, [signed.letter_id], PDF_FILES)
    with pytest.raises(StoppedStandard):
        house.dispatch.queue_email(anna, signed.letter_id)

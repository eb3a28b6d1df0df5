"""What a letter needs to know from the other rooms, looked up."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.catalogue import CatalogueService, Country
from mi_desktop.inquiries import Inquiry, Status
from mi_desktop.letters import geometry, store
from mi_desktop.letters.address import recipient
from mi_desktop.letters.compose import Facts, settle
from mi_desktop.letters.errors import ChangedMeanwhile, ProductUnknown
from mi_desktop.letters.gates import Standing
from mi_desktop.letters.keystore import OfficeSigner
from mi_desktop.letters.model import Draft, LetterState
from mi_desktop.letters.stationery import Stationery, printable, width
from mi_desktop.letters.texts import texts
from mi_desktop.library import LibraryService, StandardMissing, StandardResponse
from mi_desktop.people import PeopleService, User
from mi_desktop.safety import Answer, Assessment, Gate
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_COMPLAINT = "PQC"
_PATH = list(Status)
_ANSWERED = (Status.APPROVED, Status.DISPATCHED)


class Inquiries(Protocol):
    """What letters ask the inquiries room."""

    def inquiry(self, inquiry_id: str) -> Inquiry:
        """The inquiry."""

    def advance(self, session: Session, inquiry_id: str, status: Status) -> None:
        """Moves it along its path, in the caller's transaction."""


class Safety(Protocol):
    """What letters ask the safety room."""

    def gate(self, inquiry_id: str) -> Gate:
        """May a letter of this inquiry be approved?"""

    def assessment(self, inquiry_id: str) -> Assessment:
        """The inquiry's checklist as it stands."""

    def complaint_open(self, inquiry_id: str) -> bool:
        """True while a complaint of it is without quality's conclusion."""


@dataclass(frozen=True)
class Desk:
    """The rooms that a letter is made with."""

    office: Office
    people: PeopleService
    inquiries: Inquiries
    safety: Safety
    library: LibraryService
    catalogue: CatalogueService
    settings: OfficeSettings
    signer: OfficeSigner

    def facts(self, inquiry: Inquiry, language: str) -> Facts:
        """What the fixed blocks are made from, as it stands today.

        Raises:
            ProductUnknown: no question names a product.
            LanguageMissing: no standard texts in this language.
        """
        products = dict.fromkeys(q.product_id for q in inquiry.questions if q.product_id)
        if not products:
            raise ProductUnknown(inquiry=inquiry.number)
        # The broad topic: a subject line tells nothing of the patient (domain 4.1).
        topic = next((q.topic for q in inquiry.questions if q.topic), "").partition("-")[0]
        there, home = self.country_of(inquiry), self.catalogue.country(self.settings.country)
        complaint = self.safety.assessment(inquiry.id).given.get(_COMPLAINT)
        return Facts(
            inquiry=inquiry,
            received=self.local_day(inquiry.received_at),
            today=self.local_day(self.now()),
            products=tuple(map(self.catalogue.product, products)),
            topic=self.catalogue.topic_label(topic, language) if topic else "",
            authority=self.catalogue.authority(there.code) or self.catalogue.authority(home.code),
            there=there,
            home=home,
            letterhead=self.settings.letterhead,
            complaint=complaint is not None and complaint.value == Answer.YES,
            texts=texts(language),
        )

    def country_of(self, inquiry: Inquiry) -> Country:
        """The requester's country; the office's where none was written down."""
        return self.catalogue.country(inquiry.requester.country or self.settings.country)

    def stationery(self, draft: Draft) -> Stationery:
        """What the letter is printed on."""
        return Stationery(
            self.settings.letterhead,
            self.catalogue.envelope(draft.envelope),
            texts(draft.language),
            self.settings.zone,
            self.settings.demonstration,
        )

    def standing(self, draft: Draft, approver: User | None) -> Standing:
        """What the letter is measured against before an approval."""
        inquiry = self.inquiries.inquiry(draft.inquiry_id)
        facts = self.facts(inquiry, draft.language)
        standards = self.standards(draft)
        labels = {s.product_id for s in standards.values()} | {draft.product_id}
        return Standing(
            settled=settle(draft, facts),
            safety=self.safety.gate(draft.inquiry_id),
            standards=standards,
            labels={p: self.catalogue.product(p).label.version for p in labels},
            questions=tuple(q.id for q in inquiry.questions),
            authority=facts.authority,
            fits=self._fits(draft),
            today=facts.today,
            approver=approver.id if approver else None,
            complaint_open=self.safety.complaint_open(draft.inquiry_id),
        )

    def now(self) -> datetime:
        """The time in UTC."""
        return self.office.database.clock()

    def local_day(self, at: datetime) -> date:
        """The calendar day in the office's zone (CLK-3)."""
        return at.astimezone(ZoneInfo(self.settings.zone)).date()

    def standards(self, draft: Draft) -> dict[tuple[str, int], StandardResponse]:
        """The standard responses in the letter, as the library has them now."""
        found = {}
        for key in sorted({(b.srd_id, b.srd_version) for b in draft.blocks if b.srd_id}):
            try:
                found[key] = self.library.standard(key[0], draft.language, key[1])
            except StandardMissing:
                continue
        return found

    def empty_letter(self, user: User, inquiry: Inquiry, language: str) -> Draft:
        """A letter to the requester, without a block yet."""
        to = recipient(inquiry.requester, self.country_of(inquiry), self.settings.country)
        return Draft(
            id=new_id(),
            reference="",
            inquiry_id=inquiry.id,
            version=1,
            state=LetterState.DRAFT,
            language=language,
            author=user.id,
            dated=self.local_day(self.now()),
            recipient=to,
            envelope=self.settings.envelope,
            delivery="post" if to.lines or not to.email else "e-mail",
            product_id="",
            label_version="",
            for_health_professional=False,
            blocks=(),
            references=(),
            writers=(user.id,),
        )

    def language_for(self, inquiry: Inquiry) -> str:
        """The requester's language where the office writes it, else English, else its first."""
        offered = self.settings.languages
        return next((x for x in (inquiry.language, "en") if x in offered), offered[0])

    def must_be_same(self, session: Session, draft: Draft) -> None:
        """Raises `ChangedMeanwhile` where the letter is not what the caller saw."""
        now = store.letter(session, draft.id)
        if (now.version, now.state) != (draft.version, draft.state):
            raise ChangedMeanwhile

    def advance(self, session: Session, inquiry_id: str, to: Status) -> None:
        """Moves the inquiry on; back to work first where another letter had moved it further."""
        now = self.inquiries.inquiry(inquiry_id).status
        if _PATH.index(to) < _PATH.index(now):
            self.inquiries.advance(session, inquiry_id, Status.IN_PROGRESS)
        self.inquiries.advance(session, inquiry_id, to)

    def gone_out(self, session: Session, inquiry_id: str) -> None:
        """Notes on the inquiry that a letter of it went out.

        One that was opened again since the approval (a new page, another letter begun) is at
        work afterwards as before: nobody has answered what opened it.
        """
        answered = self.inquiries.inquiry(inquiry_id).status in _ANSWERED
        self.advance(session, inquiry_id, Status.DISPATCHED)
        if not answered:
            self.advance(session, inquiry_id, Status.IN_PROGRESS)

    def _fits(self, draft: Draft) -> bool:
        lines = tuple(map(printable, draft.recipient.lines))
        place = geometry.layout(self.catalogue.envelope(draft.envelope)).address
        return geometry.address_size(lines, tuple(map(width, lines)), place) is not None

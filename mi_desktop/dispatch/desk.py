"""What printing and e-mailing share: the rooms before, the ways out, the exact signed bytes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from mi_desktop.dispatch import store
from mi_desktop.dispatch.channels import Channels
from mi_desktop.dispatch.errors import (
    BytesChanged,
    NotSigned,
    OnItsWay,
    SafetyReopened,
    SignedAnew,
)
from mi_desktop.dispatch.model import BatchItem, EmailState
from mi_desktop.dispatch.postal import Town, town
from mi_desktop.inquiries import InquiryService
from mi_desktop.letters import LetterService, LetterState, SignedLetter
from mi_desktop.letters.errors import StoppedStandard
from mi_desktop.library import SrdState
from mi_desktop.safety import SafetyService
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


@dataclass(frozen=True)
class Rooms:
    """The rooms that dispatch asks."""

    letters: LetterService
    inquiries: InquiryService
    safety: SafetyService


@dataclass(frozen=True)
class Outgoing:
    """A letter and its exact signed bytes, compared with the signed hash (SIG-3)."""

    letter: SignedLetter
    pdf: bytes


class Desk:
    """The hands that hold a letter on its way out."""

    def __init__(
        self, office: Office, rooms: Rooms, settings: OfficeSettings, channels: Channels
    ) -> None:
        self._office = office
        self._rooms = rooms
        self._settings = settings
        self._channels = channels

    def town(self, letter: SignedLetter) -> Town:
        """Where a letter goes: what the post sorts by."""
        inquiry = self._rooms.inquiries.inquiry(letter.inquiry_id)
        return town(letter.recipient, inquiry.requester)

    def _fetch(self, letter_id: str) -> Outgoing:
        draft = self._rooms.letters.letter(letter_id)
        if draft.state is not LetterState.SIGNED:
            raise NotSigned(reference=draft.reference, state=draft.state.value)
        for srd in self._rooms.letters.standards(draft).values():
            if srd.state is SrdState.WITHDRAWN:
                raise StoppedStandard(letter=draft.reference, id=srd.id)
        letter = self._rooms.letters.signed(letter_id)
        if not self._rooms.safety.gate(letter.inquiry_id).open:
            raise SafetyReopened(reference=letter.reference)
        pdf = self._rooms.letters.pdf(letter_id)
        if hashlib.sha256(pdf).hexdigest() != letter.sha256:
            raise BytesChanged(reference=letter.reference)
        return Outgoing(letter, pdf)

    def _fetch_printed(self, item: BatchItem) -> Outgoing:
        """A letter of a batch, which must still be the one that was printed."""
        outgoing = self._fetch(item.letter_id)
        if outgoing.letter.sha256 != item.sha256:
            raise SignedAnew(reference=item.reference)
        return outgoing

    def _must_be_free(self, session: Session, letters: Iterable[SignedLetter]) -> None:
        by_id = {letter.letter_id: letter.reference for letter in letters}
        for letter_id, number in store.batches_holding(session, by_id).items():
            raise OnItsWay(reference=by_id[letter_id], where=number)
        for letter_id, email in store.emails_of(session, by_id).items():
            if email.state is not EmailState.REFUSED:
                raise OnItsWay(reference=by_id[letter_id], where="e-mail")

"""Signed letters that wait to go out, in memory: what dispatch asks of the rooms before it."""

import hashlib
import io
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import SimpleNamespace

from reportlab.pdfgen import canvas
from sqlalchemy import event
from sqlalchemy.orm import Session

from mi_desktop.inquiries import Requester, RequesterType
from mi_desktop.letters import LetterState, Recipient, SignedLetter
from mi_desktop.letters.errors import WrongState
from mi_desktop.library import SrdState
from mi_desktop.people import Meaning, Signature

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def pdf(text: str, pages: int = 1) -> bytes:
    """A4 pages with one line each."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=(595.28, 841.89), invariant=1)
    for n in range(pages):
        paper.drawString(72, 700, f"{text} {n + 1}")
        paper.showPage()
    paper.save()
    return out.getvalue()


@dataclass
class Written:
    """One letter, and what is known of who asked."""

    letter: SignedLetter
    pdf: bytes
    requester: RequesterType = RequesterType.PHYSICIAN
    postcode: str = ""
    city: str = ""
    handoffs: tuple[str, ...] = ()
    state: LetterState = LetterState.SIGNED
    standards: dict[tuple[str, int], SimpleNamespace] = field(default_factory=dict)

    def sign_anew(self) -> None:
        """Changed, approved and signed once more."""
        self.pdf += b"\n%changed\n"
        self.letter = replace(self.letter, sha256=hashlib.sha256(self.pdf).hexdigest())

    def withdraw_standard(self) -> None:
        """The library takes back a text that is in the letter."""
        self.standards["SRD-0001", 1] = SimpleNamespace(id="SRD-0001", state=SrdState.WITHDRAWN)


@dataclass
class Outbox:
    """Letters, inquiries and safety in one: `Rooms(outbox, outbox, outbox)`."""

    kept: dict[str, Written] = field(default_factory=dict)

    def add(self, n: int, *lines: str, **more: object) -> str:
        """A signed letter number `n`; `more` changes fields of the letter or of `Written`."""
        letter_id, reference = f"letter-{n}", f"MI-SE-2026-{n:05d}/L1"
        country = str(more.pop("country", "SE"))
        email = str(more.pop("email", ""))
        pages = int(str(more.pop("pages", 1)))
        data = pdf(reference, pages)
        about = {k: more.pop(k) for k in ("requester", "handoffs", "postcode", "city") if k in more}
        letter = SignedLetter(
            letter_id=letter_id,
            reference=reference,
            inquiry_id=letter_id,
            document_id=f"doc-{n}",
            sha256=hashlib.sha256(data).hexdigest(),
            level="B-B",
            pages=pages,
            delivery="e-mail" if email else "post",
            recipient=Recipient(("Vera Provsson", *lines), country, email),
            subject="Zelvimar: dosering",
            language="sv",
            signed_at=NOW,
            approval=Signature(
                "s", "u", "Erik Berg", Meaning.APPROVED, NOW, "Europe/Stockholm", "letter/1", "ab"
            ),
        )
        self.kept[letter_id] = Written(replace(letter, **more), data, **about)
        return letter_id

    def state(self, letter_id: str) -> LetterState:
        return self.kept[letter_id].state

    # letters
    def letter(self, letter_id: str) -> SimpleNamespace:
        kept = self.kept[letter_id]
        return SimpleNamespace(
            id=letter_id,
            reference=kept.letter.reference,
            state=kept.state,
            delivery=kept.letter.delivery,
        )

    def letters(self, state: LetterState) -> list[SimpleNamespace]:
        return [self.letter(i) for i, kept in self.kept.items() if kept.state is state]

    def standards(self, draft: SimpleNamespace) -> dict[tuple[str, int], SimpleNamespace]:
        return self.kept[draft.id].standards

    def signed(self, letter_id: str) -> SignedLetter:
        return self.kept[letter_id].letter

    def pdf(self, letter_id: str) -> bytes:
        return self.kept[letter_id].pdf

    def mark_dispatched(self, session: Session, letter_id: str) -> None:
        """Counts when the caller's transaction is kept, not before."""
        if self.kept[letter_id].state is not LetterState.SIGNED:
            raise WrongState(state=self.kept[letter_id].state.value)

        def kept(_: Session) -> None:
            self.kept[letter_id].state = LetterState.DISPATCHED

        event.listen(session, "after_commit", kept, once=True)

    # inquiries, safety
    def inquiry(self, inquiry_id: str) -> SimpleNamespace:
        kept = self.kept[inquiry_id]
        requester = Requester(type=kept.requester, postcode=kept.postcode, city=kept.city)
        return SimpleNamespace(requester=requester)

    def gate(self, inquiry_id: str) -> SimpleNamespace:
        return SimpleNamespace(open=True)

    def assessment(self, inquiry_id: str) -> SimpleNamespace:
        return SimpleNamespace(handoffs=self.kept[inquiry_id].handoffs)

"""Approving: gates, passphrase, final bytes, PAdES signature, read back, kept; or nothing of it."""

from dataclasses import replace

from mi_desktop.inquiries import Status
from mi_desktop.letters import store
from mi_desktop.letters.archive import FIELD, render
from mi_desktop.letters.desk import Desk
from mi_desktop.letters.errors import (
    ApprovalRefused,
    AuthorUnsigned,
    ChangedMeanwhile,
    SignatureNotConfirmed,
)
from mi_desktop.letters.gates import lines
from mi_desktop.letters.model import (
    ApprovedLetter,
    Draft,
    LetterState,
    RenderedLetter,
    SignedLetter,
    Verdict,
)
from mi_desktop.people import Meaning, Signature, User

_GOOD = {"valid", "valid-untrusted"}


def approve(desk: Desk, user: User, draft: Draft, passphrase: str) -> SignedLetter:
    """See `LetterService.approve`; the slow steps come before the transaction."""
    _refuse_if_shut(desk, draft, user)
    desk.people.check(user, passphrase)
    rendered = render(_approved(desk, draft, user), desk.stationery(draft))
    pdf, verdict = _signed(desk, rendered, user)
    return _keep(desk, user, rendered, (pdf, verdict))


def _refuse_if_shut(desk: Desk, draft: Draft, user: User) -> None:
    shut = [g for g in lines(draft, desk.standing(draft, user)) if g.blocking]
    if shut:
        raise ApprovalRefused(lines=" ".join(str(g.words) for g in shut), gates=tuple(shut))


def _authored(desk: Desk, draft: Draft) -> Signature:
    """The author's signature on the letter as it stands (P11-16)."""
    with desk.office.database.read() as session:
        signatures = desk.people.signatures(session, f"letter/{draft.id}")
    authored = [s for s in signatures if s.meaning is Meaning.AUTHORED]
    if not authored or authored[-1].sha256 != store.digest(draft):
        raise AuthorUnsigned
    return authored[-1]


def _approved(desk: Desk, draft: Draft, user: User) -> ApprovedLetter:
    authored, now = _authored(desk, draft), desk.now()
    return ApprovedLetter(
        draft=replace(draft, dated=desk.local_day(now)),
        author_name=authored.full_name,
        authored_at=authored.at,
        approver_id=user.id,
        approver_name=user.full_name,
        approved_at=now,
        zone=desk.settings.zone,
    )


def _signed(desk: Desk, rendered: RenderedLetter, user: User) -> tuple[bytes, Verdict]:
    """The signed file and what reading it back says: PAdES, whole, and this signer's."""
    place = (FIELD, Meaning.APPROVED.value, rendered.approved.approved_at)
    pdf = desk.signer.sign(rendered.pdf, user, place)
    verdict = desk.signer.verify(pdf)
    levels = [s.level for s in verdict.signatures if s.covers_whole_file]
    if verdict.verdict not in _GOOD or not all(x.startswith("B-") for x in levels):
        raise SignatureNotConfirmed(verdict=verdict.verdict)
    return pdf, verdict


def _keep(
    desk: Desk, user: User, rendered: RenderedLetter, signed_file: tuple[bytes, Verdict]
) -> SignedLetter:
    pdf, verdict = signed_file
    draft, sealed = rendered.approved.draft, desk.office.vault.seal(pdf)
    with desk.office.database.write(user.id, "letters.approve") as session:
        desk.must_be_same(session, draft)
        if not desk.safety.gate(draft.inquiry_id).open:
            raise ChangedMeanwhile
        to_sign = (f"letter/{draft.id}", rendered.sha256)
        approval = desk.people.sign(session, user, Meaning.APPROVED, to_sign)
        signed = SignedLetter(
            letter_id=draft.id,
            reference=draft.reference,
            inquiry_id=draft.inquiry_id,
            document_id=desk.office.vault.record(session, sealed),
            sha256=sealed.sha256,
            level=verdict.signatures[0].level,
            pages=rendered.pages,
            delivery=draft.delivery,
            recipient=draft.recipient,
            subject=draft.subject,
            language=draft.language,
            signed_at=rendered.approved.approved_at,
            approval=approval,
        )
        store.put(session, replace(draft, state=LetterState.SIGNED))
        store.put_signed(session, signed, draft.version, verdict)
        desk.advance(session, draft.inquiry_id, Status.APPROVED)
        body = "\n".join(p for b in draft.blocks for p in (b.heading, *b.paragraphs))
        title = f"{draft.reference} {draft.subject}"
        desk.office.index.put(session, "letter", draft.id, (title, body), draft.language)
    return signed

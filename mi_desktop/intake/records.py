"""From opened documents to mail pieces: sealing what lies inside, fixing the receipt time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from mi_desktop.basics.ids import new_id
from mi_desktop.intake.formats import Leaf
from mi_desktop.intake.model import (
    Arrival,
    Channel,
    MailPiece,
    Page,
    PageRef,
    Part,
    PieceStatus,
    codes_of,
)
from mi_desktop.intake.offers import Offer
from mi_desktop.intake.opening import OpenedDocument, OpenedPart
from mi_desktop.intake.piles import SEPARATOR_CODE, letters
from mi_desktop.storage import Sealed
from mi_desktop.storage.vault import Vault

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
# Clocks of mail servers differ by minutes; a mail from the future was got now.
_CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True)
class Prepared:
    """A document that is opened and sealed and waits for its record.

    Attributes:
        sealed: every document to be recorded, the original first.
        drafts: the pieces it becomes, still without number and duplicate.
    """

    sealed: tuple[Sealed, ...]
    drafts: tuple[MailPiece, ...]


@dataclass(frozen=True)
class _SealedPart:
    opened: OpenedPart
    document: Sealed
    view: Sealed | None


def prepare(
    offer: Offer, document: OpenedDocument, vault: Vault, when: tuple[Arrival, datetime]
) -> Prepared:
    """Seals what lies inside and drafts the pieces; slow, so before the transaction.

    Args:
        offer: the file, its original sealed.
        document: what opening it yielded.
        vault: where attachments and views are sealed.
        when: what is known about its arrival from outside, and the time now (UTC).

    Raises:
        CannotWrite: the office's disk is full.
        ValueError: the offer was refused.
    """
    arrival, now = when
    if offer.sealed is None:
        raise ValueError("nothing was sealed")
    parts = [
        _SealedPart(
            part,
            offer.sealed if part.data is None else vault.seal(part.data),
            vault.seal(part.view) if part.view is not None else None,
        )
        for part in document.parts
    ]
    whole = MailPiece(
        id="",
        number="",
        channel=arrival.channel or document.channel or Channel.POST,
        status=PieceStatus.WAITING,
        received_at=_received_at(document, arrival, now),
        taken_at=now,
        source=offer.name,
        sha256=offer.sealed.sha256,
        original_id=offer.sealed.id,
        subject=document.header.subject,
        sender=document.header.sender,
        duplicate_of=None,
        codes=(),
        warnings=document.warnings,
        parts=(),
    )
    documents = {s.id: s for p in parts for s in (p.document, p.view) if s}
    return Prepared(
        tuple({offer.sealed.id: offer.sealed, **documents}.values()), tuple(_drafts(whole, parts))
    )


def _received_at(document: OpenedDocument, arrival: Arrival, now: datetime) -> datetime:
    """When the company got it (CLK-1): as told, else as the mail's header says, else now."""
    if arrival.received_at is not None:
        return arrival.received_at
    said = document.header.sent_at
    return said if said is not None and _EARLIEST < said < now + _CLOCKS_DIFFER else now


def _drafts(whole: MailPiece, parts: Sequence[_SealedPart]) -> Iterator[MailPiece]:
    outermost, *inside = parts
    for position, span in enumerate(letters(outermost.opened.leaves)):
        piece_id = new_id()
        mine = [outermost, *(inside if position == 0 else ())]
        parts_of_piece = tuple(_part(p, piece_id, at, span) for at, p in enumerate(mine))
        yield replace(
            whole,
            id=piece_id,
            parts=parts_of_piece,
            codes=codes_of(parts_of_piece),
        )


def _leaves(part: _SealedPart, span: range) -> Sequence[Leaf]:
    leaves = part.opened.leaves
    return leaves if part.opened.depth else leaves[span.start : span.stop]


def _part(part: _SealedPart, piece_id: str, position: int, span: range) -> Part:
    part_id = new_id()
    return Part(
        id=part_id,
        piece_id=piece_id,
        document_id=part.document.id,
        name=part.opened.name,
        media_type=part.opened.media_type,
        sha256=part.document.sha256,
        depth=part.opened.depth,
        position=position,
        first_page=1 if part.opened.depth else span.start + 1,
        pages=tuple(
            Page(
                PageRef(part_id, number),
                leaf.width,
                leaf.height,
                leaf.dpi_x,
                leaf.dpi_y,
                blank=leaf.blank,
                codes=tuple(c for c in leaf.codes if c != SEPARATOR_CODE),
            )
            for number, leaf in enumerate(_leaves(part, span), 1)
        ),
        view_id=part.view.id if part.view else None,
        problem=part.opened.problem,
    )

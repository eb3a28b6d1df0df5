"""Cutting a piece in two where a person says that another letter begins."""

from dataclasses import dataclass, replace

from mi_desktop.basics.ids import new_id
from mi_desktop.intake.errors import CannotSplitHere
from mi_desktop.intake.model import MailPiece, PageRef, Part


@dataclass(frozen=True)
class Cut:
    """What changes hands.

    Attributes:
        piece_id: of the new piece.
        shortened: the part that is cut in two; None where the cut lies between parts.
        keeps: pages that stay in it.
        remainder: the new part with its other pages.
        moved: ids of the parts that go over whole.
    """

    piece_id: str
    shortened: Part | None
    keeps: int
    remainder: Part | None
    moved: tuple[str, ...]


def cut(piece: MailPiece, before: PageRef, new_piece_id: str) -> Cut:
    """Plans the cut before a page.

    Raises:
        CannotSplitHere: the page is the piece's first, or not one of its own.
    """
    at = next((n for n, part in enumerate(piece.parts) if part.id == before.part_id), None)
    if at is None or before not in [p.ref for p in piece.pages[1:]]:
        raise CannotSplitHere(number=piece.number)
    part, keeps = piece.parts[at], before.number - 1
    if keeps == 0:
        return Cut(new_piece_id, None, 0, None, tuple(p.id for p in piece.parts[at:]))
    return Cut(
        new_piece_id,
        part,
        keeps,
        _remainder(part, keeps, new_piece_id),
        tuple(p.id for p in piece.parts[at + 1 :]),
    )


def _remainder(part: Part, keeps: int, piece_id: str) -> Part:
    part_id = new_id()
    return replace(
        part,
        id=part_id,
        piece_id=piece_id,
        position=0,
        first_page=part.first_page + keeps,
        pages=tuple(
            replace(page, ref=PageRef(part_id, number))
            for number, page in enumerate(part.pages[keeps:], 1)
        ),
    )

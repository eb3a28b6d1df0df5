"""What the tray knows of a piece beyond its envelope: read pages, suspicion, suggestion."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mi_desktop.basics.words import Words
from mi_desktop.inquiries import Reason, Suggestion
from mi_desktop.intake import MailPiece, PageRef
from mi_desktop.services import Services
from mi_desktop.ui.words import tr

SURE = 0.8  # from this score on Return links, below it Return registers


@dataclass(frozen=True)
class TrayRow:
    """A piece that waits.

    Attributes:
        looked: the rest is known; before, only the envelope is.
        read: pages that were read.
        suspected: the safety assistant found marks that add up; it prompts, never decides.
        best: the strongest suggestion, None for none.
        problems: pages that could not be read.
    """

    piece: MailPiece
    looked: bool = False
    read: int = 0
    suspected: bool = False
    best: Suggestion | None = None
    problems: Mapping[PageRef, Words] = field(default_factory=dict)

    @property
    def sure(self) -> Suggestion | None:
        """The suggestion that Return takes."""
        return self.best if self.best is not None and self.best.score >= SURE else None


def gather(services: Services, known: Mapping[str, TrayRow]) -> list[TrayRow]:
    """The pieces that wait; what is known of an unchanged piece is kept. Records lane."""
    rows = []
    for piece in services.intake.tray():
        before = known.get(piece.id)
        rows.append(before if before and before.piece == piece else TrayRow(piece))
    return rows


def look_into(services: Services, piece: MailPiece) -> TrayRow:
    """Finds out the rest; takes a while, so on the pool."""
    texts = services.ocr.texts(piece.id)
    suspected = any(
        services.safety.marks(PageRef(text.part_id, text.number)).suspected for text in texts
    )
    suggestions = services.inquiries.suggest(piece.id) if texts or piece.codes else []
    problems = {p.ref: p.words for p in services.ocr.problems(piece.id)}
    best = suggestions[0] if suggestions else None
    return TrayRow(piece, True, len(texts), suspected, best, problems)


def sender(row: TrayRow) -> str:
    """Who seems to have sent it; a guess."""
    piece = row.piece
    return piece.sender.name or piece.sender.address or tr("sender not known yet")


def chips(row: TrayRow) -> list[tuple[str, str]]:
    """Short hints: words and tone (`look`, `calm`)."""
    piece = row.piece
    found = []
    if row.suspected:
        found.append((tr("AE?"), "look"))
    if row.best is not None:
        ours = row.best.reason is Reason.REFERENCE
        number = row.best.number
        says = tr("our ref {number}" if ours else "perhaps {number}", number=number)
        found.append((says, "calm"))
    if piece.duplicate_of:
        found.append((tr("duplicate of {number}", number=piece.duplicate_of), "look"))
    if row.problems:
        found.append((tr("unreadable page"), "look"))
    if piece.warnings:
        found.append((tr("look at the warnings"), "look"))
    return found


def reading(row: TrayRow) -> str:
    """How far it is read: `2 of 3 pages read`, or only the number of pages."""
    pages = len(row.piece.pages)
    wanted = sum(not page.blank for page in row.piece.pages)
    if row.looked and row.read + len(row.problems) < wanted:
        return tr("{read} of {pages} pages read", read=row.read, pages=wanted)
    return tr("1 page") if pages == 1 else tr("{pages} pages", pages=pages)

"""The nouns of arriving: mail pieces, their parts and pages."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from mi_desktop.basics.words import Words


class Channel(StrEnum):
    """How it came."""

    POST = "post"
    FAX = "fax"
    EMAIL = "e-mail"
    HAND = "in person"


class PieceStatus(StrEnum):
    """Where a piece is on its way."""

    WAITING = "waiting"
    FILED = "filed"
    DECLINED = "not ours"


@dataclass(frozen=True, order=True)
class PageRef:
    """One page of one part; `number` counts from 1."""

    part_id: str
    number: int


@dataclass(frozen=True)
class Page:
    """A page as it lies in its part, before anyone turned it.

    Attributes:
        width: px of the page as stored (or rendered at `dpi`), before rotation.
        height: px.
        dpi_x: dots per inch across; a fax has other dots down than across.
        dpi_y: dots per inch down.
        rotation: degrees clockwise that a person turned it: 0, 90, 180, 270.
        blank: nothing is on it.
        codes: barcode texts on it (GS shown as is, ASCII 29).
    """

    ref: PageRef
    width: int
    height: int
    dpi_x: float
    dpi_y: float
    rotation: int = 0
    blank: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One document of a piece: the letter, the mail's text, an attachment.

    Attributes:
        depth: 0 for the piece itself, 1 for an attachment, 2 for one inside a forwarded mail.
        document_id: the part's own bytes in the vault, as they came.
        media_type: what the bytes are, told by content.
        sha256: hex digest of the part's own bytes.
        first_page: number of this part's first page in the kept document (a pile is split
            into pieces that share one document), counted from 1.
        view_id: a PDF made of a part that has no pages of its own (mail, text, Word).
        problem: why the part is kept but cannot be shown; None for one that can.
    """

    id: str
    piece_id: str
    document_id: str
    name: str
    media_type: str
    sha256: str
    depth: int
    position: int
    first_page: int
    pages: tuple[Page, ...]
    view_id: str | None = None
    problem: "Refusal | None" = None


@dataclass(frozen=True)
class Sender:
    """Who sent it, as far as the envelope or header tells; a guess until confirmed."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True)
class MailPiece:
    """One thing that arrived.

    Attributes:
        number: `P-2026-00012`, gap-free in a year.
        received_at: UTC; when the company got it, fixed for good (CLK-1).
        taken_at: UTC; when it was taken in here.
        source: name of the file or device, without folders.
        sha256: hex digest of the untouched original.
        original_id: the untouched original in the vault.
        duplicate_of: number of the earlier piece with the same bytes.
        codes: barcode texts found on its pages (GS shown as is, ASCII 29).
    """

    id: str
    number: str
    channel: Channel
    status: PieceStatus
    received_at: datetime
    taken_at: datetime
    source: str
    sha256: str
    original_id: str
    subject: str
    sender: Sender
    duplicate_of: str | None
    codes: tuple[str, ...]
    warnings: tuple[Words, ...]
    parts: tuple[Part, ...]
    declined_because: str = ""

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages of all parts, in order."""
        return tuple(page for part in self.parts for page in part.pages)


@dataclass(frozen=True)
class Refusal:
    """Why something was not taken: an error's code and words."""

    code: str
    words: Words
    advice: Words


@dataclass(frozen=True)
class Taken:
    """What became of one file (or of one letter in a pile).

    Attributes:
        status: `taken`, `duplicate` (taken too, and said) or `refused` (kept aside).
    """

    path: Path
    status: str
    sha256: str
    piece: MailPiece | None = None
    refusal: Refusal | None = None
    warnings: tuple[Words, ...] = ()


@dataclass(frozen=True)
class PageImage:
    """A page as a picture: upright, with square dots.

    Attributes:
        png: the picture.
        width: px of the picture.
        height: px.
        scale_x: picture px per original px across (original = `Page.width`, after rotation).
        scale_y: picture px per original px down.
    """

    png: bytes
    width: int
    height: int
    scale_x: float
    scale_y: float


@dataclass(frozen=True)
class PageBytes:
    """What a reader needs for one page.

    Attributes:
        data: the kept document, or the view made of it.
        media_type: of `data`.
        index: the page in `data`, counted from 0.
        rotation: degrees clockwise that a person turned it.
    """

    data: bytes
    media_type: str
    index: int
    rotation: int


@dataclass(frozen=True)
class Scanner:
    """A device that scans: its SANE name and the words for people."""

    device: str
    label: str


@dataclass(frozen=True)
class LedgerLine:
    """The custody ledger: each thing that was offered, taken or not.

    Attributes:
        at: UTC.
        document_id: the untouched original in the vault, refused ones too.
    """

    at: datetime
    source: str
    sha256: str
    size: int
    status: str
    code: str
    document_id: str | None
    piece_number: str | None


@dataclass(frozen=True)
class Arrival:
    """What is known about a delivery before it is opened.

    Attributes:
        received_at: UTC; None where the files or the mail's own header must tell.
        channel: None where the file's form must tell.
    """

    received_at: datetime | None = None
    channel: Channel | None = None
    facts: dict[str, str] = field(default_factory=dict)


def codes_of(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """All barcode texts on the parts' pages, each once, in order."""
    return tuple(dict.fromkeys(c for part in parts for page in part.pages for c in page.codes))


def title_of(piece: MailPiece) -> str:
    """What a piece is called in lists and in the search index: number, subject, sender."""
    sender = piece.sender.name or piece.sender.address
    return " · ".join(filter(None, (piece.number, piece.subject or piece.source, sender)))

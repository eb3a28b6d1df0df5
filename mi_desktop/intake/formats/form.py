"""What every kind of document has in common: one small interface, and what opening yields.

All of it runs in the sandbox; everything that comes out of it pickles.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from PIL import Image

from mi_desktop.basics.words import Words
from mi_desktop.intake.model import Channel, Sender


@dataclass(frozen=True)
class Limits:
    """How much of a document is looked at.

    Attributes:
        megabytes: that packed content may unpack to.
        pages: of one document.
        dots: of one picture, as its header says; A0 at 300 dpi has 140 million.
        depth: mails inside mails.
        parts: attachments of one mail, all depths together.
    """

    megabytes: int = 200
    pages: int = 500
    dots: int = 150_000_000
    depth: int = 8
    parts: int = 200


@dataclass(frozen=True)
class Leaf:
    """A page as it lies in its document.

    Attributes:
        width: px as stored, or as rendered at `dpi_x`.
        height: px.
        codes: barcode texts.
        damaged: not all of it could be read.
    """

    width: int
    height: int
    dpi_x: float
    dpi_y: float
    blank: bool = False
    codes: tuple[str, ...] = ()
    damaged: bool = False


@dataclass(frozen=True)
class Child:
    """A document inside a document: an attachment, a forwarded mail, a picture in a text."""

    name: str
    data: bytes


@dataclass(frozen=True)
class MailHeader:
    """What a mail says of itself; a guess, as anybody can write it.

    Attributes:
        sent_at: UTC; when our own server got it, else when it was sent.
    """

    subject: str = ""
    sender: Sender = field(default_factory=Sender)
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Opened:
    """What opening a document yields.

    Attributes:
        view: a PDF made of a document that has no pages of its own.
        channel: how it came, where its form tells.
        cut_short: pages may be missing at the end.
    """

    media_type: str
    leaves: tuple[Leaf, ...] = ()
    view: bytes | None = None
    children: tuple[Child, ...] = ()
    header: MailHeader | None = None
    channel: Channel | None = None
    cut_short: bool = False
    warnings: tuple[Words, ...] = ()


class Format(Protocol):
    """A kind of document."""

    def recognises(self, data: bytes, name: str) -> bool:
        """True where the bytes are of this kind; the name may only help where bytes cannot."""

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Looks through the whole document.

        Raises:
            WorldError: INT-003 to INT-015: locked, broken, too much of it.
        """


class Paged(Format, Protocol):
    """A kind of document whose pages can be drawn."""

    media_types: tuple[str, ...]

    def measure(self, data: bytes, index: int) -> Leaf:
        """The size of a page, counted from 0.

        Raises:
            FileBroken: there is no such page, or it cannot be read.
        """

    def draw(self, data: bytes, index: int, dpi: float, colour: bool) -> Image.Image:
        """The page with square dots at `dpi` both ways; mode RGB, or L without colour.

        Raises:
            FileBroken: there is no such page, or it cannot be read.
        """

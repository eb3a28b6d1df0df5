"""What each piece of demonstration mail says, means and should become: `resources/demo/mail.json`.

The file is edited by hand. It holds the text of every page line by line, the hidden truth
(sender, product, question, safety) and the recipe by which the piece is made.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from mi_desktop.basics.paths import RESOURCES

MAIL_JSON = RESOURCES / "demo" / "mail.json"
MAIL_FOLDER = RESOURCES / "demo" / "mail"

Form = Literal[
    "scan",
    "pile",
    "fax",
    "e-mail",
    "outlook",
    "photo",
    "digital-pdf",
    "handwriting",
    "reply",
    "duplicate",
    "broken",
    "encrypted",
    "empty",
    "unknown",
]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Style(_Record):
    """How the lines of a page look.

    `head` lines at the top are the letterhead; `right` and `bold` are line indexes (from 0);
    `signature` is the index of the empty line where a signature is drawn; `size` is in points.
    """

    font: Literal["sans", "serif", "mono"] = "serif"
    size: float = 11.0
    head: int = 0
    right: tuple[int, ...] = ()
    bold: tuple[int, ...] = ()
    signature: int | None = None
    qr: str | None = None


class Page(_Record):
    """One page or body of text, as printed.

    `part` names where it sits in a mail ("body", an attachment's name, "forward",
    "forward/" and a name); `marks` are printed things beside the text: stamps, fax headers.
    """

    text: tuple[str, ...]
    part: str | None = None
    marks: tuple[str, ...] = ()
    style: Style = Style()

    @property
    def printed(self) -> str:
        """The exact text, one printed line a line."""
        return "\n".join(self.text)


class Sender(_Record):
    """Who wrote, as far as the piece itself tells."""

    name: str
    organisation: str | None
    street: str | None
    postcode: str | None
    city: str | None
    country: str
    email: str | None
    phone: str | None
    type: str


class Expect(_Record):
    """What the office makes of the piece: taken, known already, or refused and why."""

    result: Literal["taken", "duplicate", "refused"]
    reason: str | None = None


class Wear(_Record):
    """What happened to the paper: `skew` in degrees, `noise` and `shade` in grey levels of 255."""

    skew: float = 0.0
    folds: int = 0
    stamp: str | None = None
    coffee: bool = False
    noise: float = 2.0
    blur: float = 0.5
    shade: float = 4.0


class Envelope(_Record):
    """The lines around an e-mail, and the names of what hangs on it."""

    sender: str
    to: str
    subject: str
    date: datetime
    attachments: tuple[str, ...] = ()
    forward: "Envelope | None" = None


class Recipe(_Record):
    """How a piece is made. Only what its form needs is set.

    `dpi` is the scanner's resolution, `tone` the scanner's setting; `coding` and `lines_per_inch`
    are a fax's; `order` is what comes through the feeder in a pile (a piece id and page as
    "pile-1:0", "blank" or "separator"); `source` is the piece a copy is made from.
    """

    dpi: int = 200
    tone: Literal["colour", "grey", "bw"] = "grey"
    wear: Wear = Wear()
    coding: Literal["g3", "g3-2d", "g4"] | None = None
    lines_per_inch: Literal[98, 196] | None = None
    order: tuple[str, ...] = ()
    envelope: Envelope | None = None
    gs1: str | None = None
    carton: tuple[str, ...] = ()
    source: str | None = None


class Piece(_Record):
    """One piece of mail with its hidden truth. Pieces of one scan pile share `file`.

    `file_pages` are the pages (from 1) of the file that belong to the piece, when not all do.
    `needs_ocr` counts the pages that have no text layer. Fields of meaning are empty for pieces
    nobody can read (broken, encrypted, empty, unknown). `special` is a code of the safety
    checklist ("SS-PREG"); the two quotes are verbatim and may break over printed lines.
    """

    id: str
    file: str
    form: Form
    channel: Literal["post", "fax", "e-mail"]
    received: date
    language: str | None
    pages: tuple[Page, ...] = ()
    file_pages: tuple[int, ...] | None = None
    sender: Sender | None = None
    product: str | None = None
    question: str | None = None
    topic: str | None = None
    ae: bool = False
    ae_quote: str | None = None
    special: str | None = None
    special_quote: str | None = None
    pqc: bool = False
    batch: str | None = None
    reference: str | None = None
    needs_ocr: int = 0
    expect: Expect
    make: Recipe = Recipe()


def read_truth(path: Path = MAIL_JSON) -> tuple[Piece, ...]:
    """Reads all pieces, in the order of the file.

    Raises:
        pydantic.ValidationError: the file does not fit the form described here.
        OSError: the file cannot be read.
    """
    return _Mail.model_validate_json(path.read_bytes()).pieces


class _Mail(_Record):
    about: str
    pieces: tuple[Piece, ...]

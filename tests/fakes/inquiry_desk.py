"""An inquiry with its mail, held in memory: what the safety room asks of the rooms before it."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from mi_desktop.inquiries.model import (
    Inquiry,
    Question,
    Requester,
    RequesterType,
    Status,
)
from mi_desktop.intake.model import (
    Channel,
    MailPiece,
    Page,
    PageImage,
    PageRef,
    Part,
    PieceStatus,
    Sender,
)
from mi_desktop.ocr.model import Box, PageText, Source, Word

ARRIVED = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
INQUIRY = "inq-1"


def piece(piece_id: str, pages: int, received_at: datetime = ARRIVED) -> MailPiece:
    """A letter of so many pages, the last one blank."""
    refs = [PageRef(f"{piece_id}-part", n + 1) for n in range(pages)]
    shown = tuple(
        Page(ref, 1654, 2339, 200, 200, blank=pages > 1 and ref.number == pages) for ref in refs
    )
    part = Part(
        f"{piece_id}-part",
        piece_id,
        "doc",
        "letter.pdf",
        "application/pdf",
        "a" * 64,
        0,
        0,
        1,
        shown,
    )
    return MailPiece(
        piece_id,
        f"P-2026-{piece_id}",
        Channel.POST,
        PieceStatus.FILED,
        received_at,
        received_at,
        "letter.pdf",
        "a" * 64,
        "doc",
        "",
        Sender(),
        None,
        (),
        (),
        (part,),
    )


class InquiryDesk:
    """One inquiry (`INQUIRY`) with a letter of two pages; more mail can be linked."""

    def __init__(self) -> None:
        self._pieces = {"00001": piece("00001", pages=2)}
        self._texts: dict[PageRef, PageText] = {}
        self.copies: dict[str, bytes] = {}
        self._inquiry = Inquiry(
            id=INQUIRY,
            number="MI-SE-2026-00012",
            status=Status.REGISTERED,
            channel=Channel.POST,
            received_at=ARRIVED,
            first_aware_at=ARRIVED,
            registered_at=ARRIVED,
            owner="anna",
            language="sv",
            requester=Requester("Vera Provsson", RequesterType.PATIENT, city="Lillvik"),
            questions=(Question("q-1", 1, "Kan jag dela tabletten?", "sv", "zelvimar", "DOS"),),
            piece_ids=("00001",),
            version=1,
        )

    def inquiry(self, inquiry_id: str) -> Inquiry:
        return replace(self._inquiry, id=inquiry_id)

    def at_work(self, limit: int) -> list[Inquiry]:
        return [self._inquiry][:limit]

    def pieces(self, ids) -> list[MailPiece]:
        return [self._pieces[i] for i in ids]

    def page_image(self, ref: PageRef, width: int) -> PageImage:
        """A white page with its number as a grey."""
        out = BytesIO()
        Image.new("L", (60, 84), 255 - ref.number).save(out, "PNG")
        return PageImage(out.getvalue(), 60, 84, 1.0, 1.0)

    def text(self, ref: PageRef) -> PageText | None:
        return self._texts.get(ref)

    def redacted(self, piece_id: str) -> bytes | None:
        return self.copies.get(piece_id)

    def products(self) -> list:
        return []

    def link(self, another: MailPiece) -> None:
        """One more piece of mail belongs to the inquiry from now on."""
        self._pieces[another.id] = another
        ids = (*self._inquiry.piece_ids, another.id)
        self._inquiry = replace(self._inquiry, piece_ids=ids)

    def aware_since(self, at: datetime) -> None:
        """A colleague had it before the post came."""
        self._inquiry = replace(self._inquiry, first_aware_at=at)

    def read(self, ref: PageRef, text: str, language: str = "swe") -> PageText:
        """The page's words, each in a box 10 px a letter."""
        words = []
        for number, line in enumerate(text.splitlines()):
            left = 0
            for token in line.split():
                box = Box(left, number * 30, left + 10 * len(token), number * 30 + 20)
                words.append(Word(token, box, 95.0, number, 0))
                left = box.right + 10
        page = PageText(
            ref.part_id, ref.number, language, 0, 0.0, 95.0, Source.OCR, tuple(words), 1654, 2339
        )
        self._texts[ref] = page
        return page

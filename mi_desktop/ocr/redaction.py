"""The desk where parts of a piece are hidden in a copy: pixels and text gone, the original kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image

from mi_desktop.archival import Facts
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import words
from mi_desktop.intake import IntakeService, MailPiece, Page, PageRef
from mi_desktop.ocr import store
from mi_desktop.ocr.blackout import DrawnPage, black_out
from mi_desktop.ocr.checks import Hiding, RedactedCopy, typed
from mi_desktop.ocr.engines import Engine, SecondEngine
from mi_desktop.ocr.errors import NothingHidden, RedactionFailed
from mi_desktop.ocr.finding import texts_of
from mi_desktop.ocr.model import Box, PageText, Word, turned_size
from mi_desktop.ocr.page import PAGE_SECONDS
from mi_desktop.ocr.proof import (
    Copied,
    half_hidden,
    not_black,
    read_copy,
    said_too_often,
    still_read,
)
from mi_desktop.people import Action, User
from mi_desktop.sandbox import Sandbox
from mi_desktop.storage import Office

WRITE_SECONDS = 600
_POINTS, _DOUBLED = 72.0, 2


class RedactionDesk:
    """Makes copies in which parts cannot be read, and proves it before it hands them out."""

    def __init__(
        self,
        office: Office,
        intake: IntakeService,
        sandbox: Sandbox,
        readers: tuple[Engine, SecondEngine | None],
    ) -> None:
        """Takes both readers, who read the copy again."""
        self._office, self._intake, self._sandbox = office, intake, sandbox
        self._engine, self._second = readers

    def piece_at(self, ref: PageRef) -> MailPiece:
        """The piece that a page belongs to.

        Raises:
            RecordMissing: no such page.
        """
        with self._office.database.read() as session:
            return self._intake.piece_of(session, ref.part_id)

    def places(self, piece_id: str, text: str, reason: str) -> list[Hiding]:
        """Every place of a piece where these words stand, to be hidden for one reason.

        Raises:
            RecordMissing: no such piece.
        """
        sought = [_plain(word) for word in text.split()]
        return [
            Hiding(ref, word.box, reason)
            for ref, page in self._read(self._intake.piece(piece_id)).items()
            for word in _runs(page.words, sought)
        ]

    def make(
        self,
        user: User,
        piece_id: str,
        hidden: Sequence[Hiding],
        progress: Progress | None = None,
    ) -> RedactedCopy:
        """Makes a copy of a whole piece with these rectangles hidden, and keeps it.

        Each page becomes a picture; the rectangles are black in it and their words are in no
        text layer. Before it is kept the copy is read again by both readers, as large as the
        original and around the rectangles doubled; a rectangle that leaves the upper or lower
        part of a word to be seen makes no copy.

        Args:
            user: who hides.
            piece_id: the piece; its original is not touched.
            hidden: what to hide and why; at least one.
            progress: told before each page.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoSuchSign: a reason holds something that is no text.
            NothingHidden: no rectangle, one without a reason, or one that hides nothing of a page
                of the piece.
            RedactionFailed: something hidden could be read in the copy, which is thrown away.
            WorldError: a page cannot be drawn; CannotWrite: the disk is full.
        """
        user.must(Action.CHECK_READING)
        piece, progress = self._intake.piece(piece_id), progress or Quiet()
        hidden = _on_pages(hidden, piece)
        drawn, now = self._drawn(piece, hidden), self._office.database.clock()
        progress.step(0, len(drawn) + 1, words("Drawing the copy"))
        facts = Facts(piece.number, self._office.key_file.office_id, now)
        pdf = self._sandbox.run(black_out, drawn, facts, seconds=WRITE_SECONDS)
        self._prove(pdf, drawn, progress)
        return self._keep(
            user, pdf, RedactedCopy(new_id(), piece.id, "", "", tuple(hidden), user.id, now)
        )

    def copies(self, piece_id: str) -> list[RedactedCopy]:
        """The copies made of a piece, oldest first."""
        with self._office.database.read() as session:
            return store.copies(session, piece_id)

    def newest(self, piece_id: str) -> bytes | None:
        """The newest copy of a piece, for a hand-off's package; None where there is none.

        Raises:
            DocumentDamaged: its file was changed or is gone.
        """
        with self._office.database.read() as session:
            made = store.copies(session, piece_id)
            return self._office.vault.read(session, made[-1].document_id) if made else None

    def pdf(self, user: User, copy_id: str) -> bytes:
        """A copy's bytes, PDF/A-1b; that they were taken out is noted.

        Raises:
            NotPermitted: the user's roles do not allow it.
            RecordMissing: no such copy.
            DocumentDamaged: its file was changed or is gone.
        """
        user.must(Action.READ_MAIL)
        with self._office.database.write(user.id, "ocr.take_redacted") as session:
            copy = store.copy(session, copy_id)
            self._office.database.note(session, "redacted_copy", copy.id)
            return self._office.vault.read(session, copy.document_id)

    def _keep(self, user: User, pdf: bytes, made: RedactedCopy) -> RedactedCopy:
        sealed = self._office.vault.seal(pdf)
        copy = replace(made, document_id=sealed.id, sha256=sealed.sha256)
        with self._office.database.write(user.id, "ocr.redact") as session:
            self._office.vault.record(session, sealed)
            store.keep_copy(session, copy)
        return copy

    def _drawn(self, piece: MailPiece, hidden: Sequence[Hiding]) -> list[DrawnPage]:
        read = self._read(piece)
        return [
            self._drawn_page(page, read.get(page.ref), [h.box for h in hidden if h.ref == page.ref])
            for page in piece.pages
        ]

    def _read(self, piece: MailPiece) -> dict[PageRef, PageText]:
        """What stands on the pages, placed as they lie now: one may be turned since it was read."""
        with self._office.database.read() as session:
            found = {PageRef(t.part_id, t.number): t for t in texts_of(session, piece)}
            turned = store.turns(session, found)
        now = {page.ref: page.rotation for page in piece.pages}
        return {ref: read.turned(now[ref] - turned[ref]) for ref, read in found.items()}

    def _drawn_page(self, page: Page, read: PageText | None, boxes: list[Box]) -> DrawnPage:
        source = self._intake.page_bytes(page.ref)
        dpi = (page.dpi_x, page.dpi_y)
        width, height = turned_size((page.width, page.height), page.rotation)
        if page.rotation % 180:
            dpi = (dpi[1], dpi[0])
        return DrawnPage(
            data=source.data,
            media_type=source.media_type,
            index=source.index,
            turned=page.rotation,
            size=(width, height),
            points=(width / dpi[0] * _POINTS, height / dpi[1] * _POINTS),
            read=read,
            boxes=tuple(boxes),
        )

    def _prove(self, pdf: bytes, drawn: Sequence[DrawnPage], progress: Progress) -> None:
        """Looks for what should be gone: in the dots, in the text, and by reading again.

        Raises:
            RedactionFailed: it is there.
        """
        document = pdfium.PdfDocument(pdf)
        for n, page in enumerate(drawn):
            progress.step(n + 1, len(drawn) + 1, words("Reading the copy again"))
            left = next(self._left(document[n], page), "") if page.boxes else ""
            if left:
                raise RedactionFailed(what=left, page=n + 1)

    def _left(self, sheet: pdfium.PdfPage, page: DrawnPage) -> Iterator[str]:
        """What of a page's hidden parts can be seen or read in the copy, the quickest first."""
        scale = page.size[0] / page.points[0]
        picture = sheet.render(scale=scale).to_pil()
        yield from not_black(picture, page)
        yield from half_hidden(page)
        yield from said_too_often(sheet.get_textpage().get_text_range().split(), page)
        copy = Copied(
            picture=_png(picture),
            doubled=_png(sheet.render(scale=_DOUBLED * scale, grayscale=True).to_pil()),
            boxes=page.boxes,
            size=page.size,
            language=page.read.language if page.read else "",
        )
        means = self._engine, self._second
        again = self._sandbox.run(read_copy, copy, *means, seconds=2 * PAGE_SECONDS)
        yield from still_read(again, page)


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _on_pages(hidden: Sequence[Hiding], piece: MailPiece) -> list[Hiding]:
    """The hidings with what of each lies on its page, and reasons fit to be kept.

    Raises:
        NothingHidden, NoSuchSign: as `make` says.
    """
    pages = {page.ref: page for page in piece.pages}
    if not hidden or any(h.ref not in pages or not typed(h.reason) for h in hidden):
        raise NothingHidden
    return [replace(_on_page(h, pages[h.ref]), reason=typed(h.reason)) for h in hidden]


def _on_page(hiding: Hiding, page: Page) -> Hiding:
    """The hiding with what of its rectangle lies on the page.

    Raises:
        NothingHidden: none of it does, or it has no size.
    """
    width, height = turned_size((page.width, page.height), page.rotation)
    box = hiding.box
    seen = Box(max(box.left, 0), max(box.top, 0), min(box.right, width), min(box.bottom, height))
    if seen.left >= seen.right or seen.top >= seen.bottom:
        raise NothingHidden
    return replace(hiding, box=seen)


def _runs(found: Sequence[Word], sought: Sequence[str]) -> Iterator[Word]:
    """The words of every place where the sought words stand one after another."""
    plain = [_plain(word.text) for word in found]
    for start in range(len(plain) - len(sought) + 1) if sought else ():
        if plain[start : start + len(sought)] == list(sought):
            yield from found[start : start + len(sought)]


def _plain(word: str) -> str:
    return word.strip(".,;:()\"'!?»«”").casefold()

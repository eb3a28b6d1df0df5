"""The verbs of arriving: take in, scan, look at pages, turn, split, decline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.intake import store
from mi_desktop.intake.custody import Custody, Delivery
from mi_desktop.intake.errors import BadRotation, PieceNotWaiting, ReasonMissing
from mi_desktop.intake.model import (
    Arrival,
    LedgerLine,
    MailPiece,
    PageBytes,
    PageImage,
    PageRef,
    PieceStatus,
    Scanner,
    Taken,
)
from mi_desktop.intake.offers import files_of
from mi_desktop.intake.pages import ready, render_page
from mi_desktop.intake.scanners import ScannerSource
from mi_desktop.intake.scanning import ScanDesk
from mi_desktop.intake.shelf import Shelf
from mi_desktop.intake.splitting import Cut, cut
from mi_desktop.people import Action, User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.errors import RecordMissing

DRAW_SECONDS = 60
PICTURES_KEPT = 48
_PDF = "application/pdf"
_QUARTERS = (0, 90, 180, 270)


class IntakeService:
    """Everything that arrives, from the door to the tray."""

    def __init__(
        self, office: Office, sandbox: Sandbox, settings: OfficeSettings, scanners: ScannerSource
    ) -> None:
        self._office = office
        self._sandbox = sandbox
        self._scanners = scanners
        self._scan_desk = ScanDesk(scanners, sandbox, office.folder)
        self._custody = Custody(office, sandbox, settings)
        self._pictures: Shelf[tuple[PageRef, int, int], PageImage] = Shelf(PICTURES_KEPT)

    def take(
        self,
        user: User,
        paths: Iterable[Path],
        arrival: Arrival | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Taken]:
        """Takes files and folders in, one after the other; the files are not touched.

        Args:
            user: who takes them in.
            paths: files and folders.
            arrival: what is known about the delivery from outside.
            progress: told before each file; a cancel keeps what was taken.

        Returns:
            One `Taken` for each file, or for each letter of a pile, as soon as it is recorded.

        Raises:
            NotPermitted: the user's roles do not allow it.
            CannotWrite: the office's disk is full; what was taken before stays.
        """
        user.must(Action.TAKE_MAIL)
        delivery = Delivery(user, arrival or Arrival(), progress or Quiet())
        return self._custody.take_files(delivery, files_of(paths))

    def scanners(self) -> list[Scanner]:
        """The scanners that answer now; slow.

        Raises:
            ScanProgramMissing: this machine cannot scan.
        """
        return self._scanners.scanners()

    def scan(
        self,
        user: User,
        scanner: tuple[str, str],
        arrival: Arrival | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Taken]:
        """Scans what lies in the feeder (or on the glass) and takes it in as one document.

        Args:
            user: who scans.
            scanner: the device, and its paper source; an empty source is the device's own choice.
            arrival: what is known about the delivery from outside.
            progress: told after each page; a cancel drops the pages.

        Returns:
            One `Taken` for each letter between separator sheets.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WorldError: INT-101 to INT-109. Where pages came before the trouble, they are taken
                in first and the error is raised after them.
        """
        user.must(Action.TAKE_MAIL)
        delivery = Delivery(user, arrival or Arrival(), progress or Quiet())
        return self._scan(delivery, scanner)

    def _scan(self, delivery: Delivery, scanner: tuple[str, str]) -> Iterator[Taken]:
        scanned, data = self._scan_desk.scan(scanner, delivery.progress)
        at = self._office.database.clock()
        yield from self._custody.take_bytes(delivery, f"scan-{at:%Y%m%d-%H%M%S}.tif", data)
        if scanned.trouble:
            raise scanned.trouble

    def tray(self) -> list[MailPiece]:
        """The pieces that wait, oldest receipt first."""
        with self._office.database.read() as session:
            return store.pieces(session, PieceStatus.WAITING)

    def newest_filed(self, most: int) -> list[MailPiece]:
        """The newest pieces that were filed, so many at most, oldest receipt first."""
        with self._office.database.read() as session:
            return store.newest(session, PieceStatus.FILED, most)

    def piece(self, piece_id: str) -> MailPiece:
        """One piece.

        Raises:
            RecordMissing: no such piece.
        """
        with self._office.database.read() as session:
            return store.piece(session, piece_id)

    def piece_of(self, session: Session, part_id: str) -> MailPiece:
        """The piece a document lies in, seen from the caller's transaction.

        Raises:
            RecordMissing: no such document.
        """
        return store.piece(session, store.part(session, part_id).piece_id)

    def piece_by_number(self, number: str) -> MailPiece:
        """The piece with a number like `P-2026-00012`.

        Raises:
            RecordMissing: no such piece.
        """
        with self._office.database.read() as session:
            return store.piece_by_number(session, number)

    def pieces(self, ids: Sequence[str] | None = None) -> list[MailPiece]:
        """The pieces asked for, in that order; all of them where None is given."""
        with self._office.database.read() as session:
            return store.pieces(session) if ids is None else store.pieces_by_id(session, ids)

    def ledger(self) -> list[LedgerLine]:
        """The custody ledger: everything that was ever offered, oldest first."""
        with self._office.database.read() as session:
            return store.ledger(session)

    def original(self, piece_id: str) -> bytes:
        """The untouched original; raises as `part_bytes` does."""
        with self._office.database.read() as session:
            return self._office.vault.read(session, store.piece(session, piece_id).original_id)

    def part_bytes(self, part_id: str) -> bytes:
        """A part's own bytes as they came, also of one that cannot be shown.

        Raises:
            RecordMissing: no such part.
            DocumentDamaged: the vault's file is damaged.
        """
        with self._office.database.read() as session:
            return self._office.vault.read(session, store.part(session, part_id).document_id)

    def page_bytes(self, ref: PageRef) -> PageBytes:
        """What a reader needs for one page.

        Raises:
            RecordMissing: no such page.
            DocumentDamaged: the vault's file is damaged.
        """
        with self._office.database.read() as session:
            part = store.part(session, ref.part_id)
            page = next((p for p in part.pages if p.ref == ref), None)
            if page is None:
                raise RecordMissing(kind="page", key=f"{ref.part_id}/{ref.number}")
            return PageBytes(
                self._office.vault.read(session, part.view_id or part.document_id),
                _PDF if part.view_id else part.media_type,
                part.first_page + ref.number - 2,
                page.rotation,
            )

    def page_image(self, ref: PageRef, width: int) -> PageImage:
        """A page as a picture for a screen: upright, square dots, at most `width` px wide.

        Raises:
            RecordMissing: no such page.
            WorldError: the page cannot be drawn (INT-005, SBX-001 to SBX-003).
        """
        with self._office.database.read() as session:
            pages = store.part(session, ref.part_id).pages
        rotation = next((p.rotation for p in pages if p.ref == ref), 0)
        return self._pictures.get((ref, rotation, width), lambda: self._draw(ref, width))

    def warm_up(self) -> None:
        """Starts the process that draws pages, so that the first one shows at once."""
        self._sandbox.submit(ready, seconds=DRAW_SECONDS, urgent=True)

    def _draw(self, ref: PageRef, width: int) -> PageImage:
        page = self.page_bytes(ref)
        return self._sandbox.run(
            render_page,
            *(page.data, page.media_type, page.index, page.rotation, width),
            seconds=DRAW_SECONDS,
            urgent=True,
        )

    def rotate(self, user: User, ref: PageRef, degrees: int) -> None:
        """Turns a page to stand `degrees` clockwise of how it lies in its document.

        Raises:
            NotPermitted: the user's roles do not allow it.
            BadRotation: not 0, 90, 180 or 270.
            RecordMissing: no such page.
        """
        user.must(Action.TAKE_MAIL)
        if degrees not in _QUARTERS:
            raise BadRotation(degrees=degrees)
        with self._office.database.write(user.id, "intake.rotate") as session:
            store.set_rotation(session, ref, degrees)

    def split(self, user: User, piece_id: str, before: PageRef) -> tuple[MailPiece, MailPiece]:
        """Cuts a piece in two before a page; the original document stays whole with both.

        Raises:
            NotPermitted: the user's roles do not allow it.
            PieceNotWaiting: filed or declined already.
            CannotSplitHere: the page is the piece's first, or not one of its own.
        """
        user.must(Action.TAKE_MAIL)
        with self._office.database.write(user.id, "intake.split") as session:
            piece = _waiting(session, piece_id)
            plan = cut(piece, before, new_id())
            draft = replace(piece, id=plan.piece_id, parts=(), duplicate_of=None)
            self._custody.enter(session, draft)
            _carry_out(session, plan)
            session.flush()
            session.expire_all()
            return store.piece(session, piece_id), store.piece(session, plan.piece_id)

    def decline(self, user: User, piece_id: str, reason: str) -> None:
        """Puts a piece aside as not ours; it is kept.

        Raises:
            NotPermitted: the user's roles do not allow it.
            ReasonMissing: no words were given.
            PieceNotWaiting: filed or declined already.
        """
        user.must(Action.TAKE_MAIL)
        if not reason.strip():
            raise ReasonMissing
        with self._office.database.write(user.id, "intake.decline") as session:
            _waiting(session, piece_id)
            store.set_status(session, piece_id, PieceStatus.DECLINED, reason.strip())

    def restore(self, user: User, piece_id: str) -> None:
        """Puts a declined piece back into the tray; raises as `decline` does."""
        user.must(Action.TAKE_MAIL)
        with self._office.database.write(user.id, "intake.restore") as session:
            piece = store.piece(session, piece_id)
            if piece.status is PieceStatus.FILED:
                raise PieceNotWaiting(number=piece.number)
            store.set_status(session, piece_id, PieceStatus.WAITING)

    def file(self, session: Session, piece_id: str) -> None:
        """Marks a piece as filed, in the transaction that links it to its inquiry.

        Raises:
            PieceNotWaiting: it was declined.
        """
        piece = store.piece(session, piece_id)
        if piece.status is PieceStatus.DECLINED:
            raise PieceNotWaiting(number=piece.number)
        store.set_status(session, piece_id, PieceStatus.FILED)

    def unfile(self, session: Session, piece_id: str) -> None:
        """Puts a piece back into the tray, in the transaction that unlinks it."""
        store.set_status(session, piece_id, PieceStatus.WAITING)


def _waiting(session: Session, piece_id: str) -> MailPiece:
    piece = store.piece(session, piece_id)
    if piece.status is not PieceStatus.WAITING:
        raise PieceNotWaiting(number=piece.number)
    return piece


def _carry_out(session: Session, plan: Cut) -> None:
    if plan.shortened and plan.remainder:
        store.keep_first_pages(session, plan.shortened.id, plan.keeps)
        store.add_part(session, plan.remainder)
    store.move_parts(session, plan.moved, plan.piece_id, first=1 if plan.remainder else 0)

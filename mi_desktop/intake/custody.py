"""Taking things in: each is sealed, opened in the sandbox, and recorded, in the order it came.

Everything that is offered gets its line in the custody ledger, taken or not; what is refused is
sealed all the same.
"""

import logging
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.intake import store
from mi_desktop.intake.errors import FileUnreadable, ReaderFailed
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.model import Arrival, LedgerLine, MailPiece, Refusal, Taken, title_of
from mi_desktop.intake.offers import Offer, name_of, offer_of, read_offer
from mi_desktop.intake.opening import OpenedDocument, open_document
from mi_desktop.intake.records import Prepared, prepare
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office, Sealed

OPEN_SECONDS = 180
# Files opened ahead of the one that is being recorded; more would only fill the memory.
AHEAD = 2 * max(2, os.cpu_count() or 1)
TAKEN, DUPLICATE, REFUSED = "taken", "duplicate", "refused"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Delivery:
    """Who takes what in."""

    user: User
    arrival: Arrival
    progress: Progress


@dataclass(frozen=True)
class _Pending:
    offer: Offer
    opening: "Future[OpenedDocument] | None"


class Custody:
    """The door: nothing comes in without a line in the ledger."""

    def __init__(self, office: Office, sandbox: Sandbox, settings: OfficeSettings) -> None:
        self._office = office
        self._sandbox = sandbox
        self._zone = ZoneInfo(settings.zone)
        self._limits = Limits(megabytes=settings.largest_mb, pages=settings.largest_pages)

    def take_files(self, delivery: Delivery, files: Sequence[Path]) -> Iterator[Taken]:
        """Takes files in; several are opened at once, each is recorded in its turn."""
        waiting: deque[_Pending] = deque()
        try:
            for done, path in enumerate(files):
                delivery.progress.step(
                    done, len(files), words("Taking in {name}", name=name_of(path))
                )
                for ahead in files[done + len(waiting) : done + AHEAD]:
                    waiting.append(self._begin(ahead))
                yield from self._finish(delivery, waiting.popleft())
            delivery.progress.step(len(files), len(files))
        finally:
            for pending in waiting:
                if pending.opening:
                    pending.opening.cancel()

    def take_bytes(self, delivery: Delivery, name: str, data: bytes) -> list[Taken]:
        """Takes in what is no file yet: a scan."""
        offer = offer_of(Path(name), data, self._office.vault)
        return self._finish(delivery, _Pending(offer, self._opening(offer)))

    def _begin(self, path: Path) -> _Pending:
        offer = read_offer(path, self._office.vault, self._limits.megabytes)
        return _Pending(offer, None if offer.refused else self._opening(offer))

    def _opening(self, offer: Offer) -> "Future[OpenedDocument]":
        return self._sandbox.submit(
            open_document, offer.name, offer.data, self._limits, seconds=OPEN_SECONDS
        )

    def _finish(self, delivery: Delivery, pending: _Pending) -> list[Taken]:
        offer, opening = pending.offer, pending.opening
        trouble = _trouble(offer, opening)
        if trouble is not None or opening is None or offer.sealed is None:
            why = trouble or FileUnreadable(name=offer.name, reason="not a file")
            return [self._refuse(delivery, offer, why)]
        now = self._office.database.clock()
        prepared = prepare(offer, opening.result(), self._office.vault, (delivery.arrival, now))
        return self._record(delivery, offer, offer.sealed, prepared)

    def _record(
        self, delivery: Delivery, offer: Offer, sealed: Sealed, prepared: Prepared
    ) -> list[Taken]:
        office = self._office
        with office.database.write(delivery.user.id, "intake.take") as session:
            for document in prepared.sealed:
                office.vault.record(session, document)
            session.flush()
            earlier = store.earlier_numbers(session, sealed.sha256)
            taken = []
            for draft, original in zip(
                prepared.drafts, _padded(earlier, len(prepared.drafts)), strict=True
            ):
                piece = self.enter(session, replace(draft, duplicate_of=original))
                status = DUPLICATE if original else TAKEN
                _write_line(session, offer, (piece.taken_at, status, ""), piece.number)
                taken.append(
                    Taken(offer.path, status, piece.sha256, piece, warnings=piece.warnings)
                )
        return taken

    def enter(self, session: Session, draft: MailPiece) -> MailPiece:
        """Gives a piece its number and enters it, in the caller's transaction."""
        year = draft.taken_at.astimezone(self._zone).year
        number = store.number_of(year, store.next_serial(session, year))
        piece = replace(draft, number=number)
        store.add_piece(session, piece)
        self._office.index.put(session, "mail", piece.id, (title_of(piece), piece.source))
        return piece

    def _refuse(self, delivery: Delivery, offer: Offer, why: WorldError) -> Taken:
        now = self._office.database.clock()
        with self._office.database.write(delivery.user.id, "intake.refuse") as session:
            if offer.sealed:
                self._office.vault.record(session, offer.sealed)
                session.flush()
            _write_line(session, offer, (now, REFUSED, why.code), None)
        refusal = Refusal(why.code, why.words, why.advice)
        return Taken(
            offer.path, REFUSED, offer.sealed.sha256 if offer.sealed else "", None, refusal
        )


def _trouble(offer: Offer, opening: "Future[OpenedDocument] | None") -> WorldError | None:
    """Why it is refused. A reader that trips over hostile bytes must not stop the pile."""
    error = opening.exception() if opening else offer.refused
    if error is None or isinstance(error, WorldError):
        return error
    _log.error("a reader failed: %s", type(error).__name__)
    return ReaderFailed(kind=type(error).__name__)


def _padded(earlier: list[str], count: int) -> list[str | None]:
    """The earlier piece for each new one; the last one where there are fewer."""
    return [earlier[min(n, len(earlier) - 1)] if earlier else None for n in range(count)]


def _write_line(
    session: Session, offer: Offer, what: tuple[datetime, str, str], number: str | None
) -> None:
    at, status, code = what
    sealed = offer.sealed
    line = LedgerLine(
        at=at,
        source=offer.name,
        sha256=sealed.sha256 if sealed else "",
        size=sealed.size if sealed else 0,
        status=status,
        code=code,
        document_id=sealed.id if sealed else None,
        piece_number=number,
    )
    store.add_custody(session, new_id(), line)

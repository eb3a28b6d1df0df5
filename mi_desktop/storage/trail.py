"""An office's audit trail in one hand: read it, walk it, take it away, anchor it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.storage import audit_reading as reading
from mi_desktop.storage.audit import AuditRow, Head
from mi_desktop.storage.audit_reading import AuditLine, Wanted
from mi_desktop.storage.audit_sheet import draw_trail, trail_csv
from mi_desktop.storage.audit_walk import ChainReport, walk
from mi_desktop.storage.checkpoint import Checkpoint, KeptCheckpoints, Seal
from mi_desktop.storage.checkpoint_sheet import draw_checkpoint
from mi_desktop.storage.database import Database
from mi_desktop.storage.errors import AcceptanceUnexplained, TrailDoubted
from mi_desktop.storage.time_source import clock_state


@dataclass(frozen=True)
class AuditExport:
    """Lines of the trail, what walking its whole chain found, and a PDF and CSV of them."""

    lines: list[AuditLine]
    report: ChainReport
    pdf: bytes
    csv: bytes


class Trail:
    """What happened in an office.

    Attributes:
        doubted: found when the office was opened: a kept checkpoint knows another trail, so an
            older database, or another, was put in the place of this one; told to whoever comes in.
    """

    doubted: TrailDoubted | None = None

    def __init__(self, database: Database, seal: Seal, kept: KeptCheckpoints) -> None:
        self._database, self._seal, self._kept = database, seal, kept

    def begin(self) -> None:
        """Compares the kept checkpoints with the records, and keeps new ones from now on."""
        doubted = self.doubt()
        if doubted is None:
            self._kept.shorten()
        else:
            self.doubted = _said(doubted)
        self._database.passed = self._kept.passed

    def end(self) -> None:
        """Keeps a checkpoint of the last line, in the key ring too; the office closes."""
        head = self._head()
        known, _ = self._kept.known()
        if not head.seq or self.doubt() is not None:
            return
        if head.hash not in {c.head for c in known}:
            self._kept.keep(head)
        self._kept.keep_in_ring(head)

    def doubt(self) -> Checkpoint | None:
        """A kept checkpoint that the trail does not know: it was cut off, or replaced."""
        known, _ = self._kept.known()
        with self._database.read() as session:
            for made in known[-1:] + known[:-1]:
                line = select(AuditRow.hash).where(AuditRow.seq == made.seq)
                if session.scalar(line) != made.head:
                    return made
        return None

    def verify(
        self,
        files: Sequence[bytes] = (),
        codes: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> ChainReport:
        """Walks the whole chain (P11-03), against every checkpoint that is known.

        Args:
            files: checkpoints that were kept elsewhere, as files.
            codes: and as typed short codes.
            progress: told on the way; may cancel.

        Raises:
            CheckpointUnusable: one of those given cannot be read, or is not this office's.
        """
        given = [c.anchor for data in files for c in self._seal.read(data)]
        given += [self._seal.anchor(code) for code in codes]
        kept, bad = self._kept.known()
        with self._database.read() as session:
            anchors = [*given, *(c.anchor for c in kept)]
            report = walk(session.connection(), anchors, progress)
        warnings = []
        if bad:
            warnings.append(words("{count} kept checkpoints cannot be read.", count=bad))
        if not kept and report.entries:
            warnings.append(words("No checkpoint is kept beside the records."))
        return ChainReport(**{**vars(report), "warnings": tuple(warnings)})

    def newest(self, wanted: Wanted, before: int | None = None) -> list[AuditLine]:
        """A page of lines, newest first; `before` is the last number of the page before."""
        with self._database.read() as session:
            return reading.newest(session, wanted, before)

    def how_many(self, wanted: Wanted) -> int:
        """The number of lines that are wanted."""
        with self._database.read() as session:
            return reading.how_many(session, wanted)

    def actions(self) -> list[str]:
        """What was done lately, for a filter."""
        with self._database.read() as session:
            return reading.actions(session)

    def lines(self, wanted: Wanted, with_words: bool = True) -> list[AuditLine]:
        """All lines that are wanted, oldest first."""
        with self._database.read() as session:
            return list(reading.in_order(session, wanted, with_words))

    def export(
        self,
        by: str,
        wanted: Wanted,
        with_words: bool = True,
        progress: Progress | None = None,
    ) -> AuditExport:
        """The trail to take away (P11-05); that it was taken stands in it (P11-02).

        Args:
            by: user id.
            wanted: which lines; the chain is walked whole.
            with_words: False leaves personal values and reasons as digests.
            progress: told while the chain is walked; may cancel.
        """
        with self._database.write(by, "audit.export") as session:
            self._database.note(session, "audit", "trail", {"words": [None, with_words]})
        lines = self.lines(wanted, with_words)
        report = self.verify(progress=progress)
        return AuditExport(lines, report, draw_trail(lines, report), trail_csv(lines))

    def checkpoint(self, by: str) -> Checkpoint:
        """A checkpoint to keep outside; that it was taken is the last line it knows.

        Raises:
            TrailDoubted: a kept checkpoint is not on the trail; see `accept`.
        """
        self._must_agree()
        with self._database.write(by, "audit.checkpoint") as session:
            self._database.note(session, "audit", "trail", {"clock": [None, clock_state()]})
        head = self._head()
        self._kept.keep(head)
        return self._seal.make(head, self._database.clock())

    @staticmethod
    def sheet(checkpoint: Checkpoint, office_name: str) -> bytes:
        """The checkpoint on paper: a page of PDF with its code."""
        return draw_checkpoint(checkpoint, office_name)

    def accept(self, by: str, reason: str) -> None:
        """Goes on from records that a kept checkpoint does not know: a backup was restored.

        What the checkpoint knew stands in the trail, with the reason, and the kept ones begin
        again.

        Raises:
            AcceptanceUnexplained: no reason was given.
        """
        if not reason:
            raise AcceptanceUnexplained
        doubted = self.doubt()
        if doubted is None:
            return
        with self._database.write(by, "audit.accept", reason) as session:
            facts = {"seq": [doubted.seq, None], "head": [doubted.head, None]}
            self._database.note(session, "audit", "trail", facts)
        self._kept.begin_again(self._head())
        self.doubted = None

    def _must_agree(self) -> None:
        doubted = self.doubt()
        if doubted is not None:
            raise _said(doubted)

    def _head(self) -> Head:
        with self._database.read() as session:
            return self._database.chain.head(session.connection())


def _said(doubted: Checkpoint) -> TrailDoubted:
    return TrailDoubted(line=doubted.seq, at=doubted.anchor.when)

"""The desk where the audit trail is read, taken away and anchored; who may, its verbs ask."""

from collections.abc import Sequence

from mi_desktop.basics.progress import Progress
from mi_desktop.people.model import Action, User
from mi_desktop.storage import (
    AuditExport,
    AuditLine,
    ChainReport,
    Checkpoint,
    Office,
    Wanted,
)


class TrailDesk:
    """The office's audit trail for those who may read it."""

    def __init__(self, office: Office) -> None:
        self._trail, self._database = office.trail, office.database

    def newest(self, user: User, wanted: Wanted, before: int | None = None) -> list[AuditLine]:
        """A page of lines, newest first (P11-05).

        Args:
            user: who asks.
            wanted: which lines.
            before: number of the last line of the page before; None for the first page.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.READ_AUDIT)
        return self._trail.newest(wanted, before)

    def how_many(self, user: User, wanted: Wanted) -> int:
        """The number of lines that are wanted; raises as `newest`."""
        user.must(Action.READ_AUDIT)
        return self._trail.how_many(wanted)

    def actions(self, user: User) -> list[str]:
        """What was done lately, for a filter; raises as `newest`."""
        user.must(Action.READ_AUDIT)
        return self._trail.actions()

    def verify(
        self,
        files: Sequence[bytes] = (),
        codes: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> ChainReport:
        """Walks the whole chain (P11-03); everybody may, for it shows nobody's data.

        Args:
            files: checkpoints that were kept elsewhere, as files.
            codes: and as typed short codes.
            progress: told on the way; may cancel.

        Raises:
            CheckpointUnusable: one of those given cannot be compared.
        """
        return self._trail.verify(files, codes, progress)

    def export(
        self,
        user: User,
        wanted: Wanted,
        with_words: bool = True,
        progress: Progress | None = None,
    ) -> AuditExport:
        """The trail as PDF and CSV (P11-05); that it was taken stands in it (P11-02).

        Args:
            user: who takes it.
            wanted: which lines; the chain is walked whole.
            with_words: False leaves personal values and reasons as digests.
            progress: told on the way; may cancel.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.READ_AUDIT)
        return self._trail.export(user.id, wanted, with_words, progress)

    def took(self, user: User, what: str) -> None:
        """Notes that a user kept as a file what they may see: a letter, a sheet (P11-02).

        Args:
            user: who took it.
            what: number or name of the record, without personal data.
        """
        with self._database.write(user.id, "people.took_file") as session:
            self._database.note(session, "file", what)

    def checkpoint(self, user: User) -> Checkpoint:
        """A signed checkpoint to keep outside of this machine (P11-03).

        Raises:
            NotPermitted: the user's roles do not allow it.
            TrailDoubted: a kept checkpoint is not on the trail; see `accept`.
        """
        user.must(Action.READ_AUDIT)
        return self._trail.checkpoint(user.id)

    def sheet(self, checkpoint: Checkpoint, office_name: str) -> bytes:
        """A page of PDF with a checkpoint's code, to be printed and filed elsewhere."""
        return self._trail.sheet(checkpoint, office_name)

    def accept(self, user: User, reason: str) -> None:
        """Goes on from records that a kept checkpoint does not know: a backup was restored.

        Raises:
            NotPermitted: only an administrator may.
            AcceptanceUnexplained: no reason was given; it stands in the trail.
        """
        user.must(Action.MANAGE_USERS)
        self._trail.accept(user.id, reason.strip())

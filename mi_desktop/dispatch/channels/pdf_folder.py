"""PDF files in a folder, where there is no printer."""

from collections.abc import Sequence
from pathlib import Path

from mi_desktop.basics.paths import private_folder, write_whole
from mi_desktop.dispatch.errors import FilesNotWritten
from mi_desktop.dispatch.model import PDF_FILES, Document, JobState, Printer


class PdfFolder:
    """A folder of folders, one a batch; readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def printers(self) -> list[Printer]:
        """The one that is always there."""
        return [Printer(PDF_FILES, True, str(self.folder))]

    def send(self, printer: str, title: str, documents: Sequence[Document]) -> str:
        """Writes each document whole, with its exact bytes; an earlier one is replaced.

        Returns:
            The name of the batch's folder.

        Raises:
            FilesNotWritten: disk full, read-only folder.
        """
        try:
            folder = private_folder(private_folder(self.folder) / title)
            for document in documents:
                write_whole(folder / f"{document.name}.pdf", document.data)
        except OSError as e:
            raise FilesNotWritten(said=e.strerror or "input/output error") from e
        return title

    def settle(self, printer: str, job: str) -> JobState:
        """Files are there at once."""
        return JobState.OUT

    def state(self, printer: str, job: str) -> JobState:
        """Files are there at once."""
        return JobState.OUT

    def cancel(self, job: str) -> None:
        """Nothing waits."""

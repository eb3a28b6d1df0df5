"""The ways out of the house: printers, PDF files, the mail server."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from mi_desktop.dispatch.model import Document, JobState, Printer


class PrinterChannel(Protocol):
    """Something that puts documents on paper, or where paper would be."""

    def printers(self) -> list[Printer]:
        """The queues; empty where there is no print system."""

    def send(self, printer: str, title: str, documents: Sequence[Document]) -> str:
        """Hands over the exact bytes, in order: all of them or none.

        Returns:
            The print system's job ids, with blanks between; "" where it has none.

        Raises:
            WorldError: one of DIS-010 to DIS-014; nothing stays in the queue.
        """

    def settle(self, printer: str, job: str) -> JobState:
        """Waits a while for the jobs, and says where they are."""

    def state(self, printer: str, job: str) -> JobState:
        """Where the jobs are now."""

    def cancel(self, job: str) -> None:
        """Takes what still waits out of the queue.

        Raises:
            PrintFailed: the print system did not do it.
        """


class Mailer(Protocol):
    """Something that hands an e-mail to a server."""

    @property
    def protected(self) -> bool:
        """True where nothing is sent over an open connection (GD-08)."""

    def send(self, message: EmailMessage, to: str) -> str:
        """Sends one message; slow.

        Returns:
            The server's words when it took the message.

        Raises:
            WorldError: one of DIS-030 to DIS-036.
        """


@dataclass(frozen=True)
class Channels:
    """The ways out that this office has."""

    printers: PrinterChannel
    files: PrinterChannel
    mailer: Mailer

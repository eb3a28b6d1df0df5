"""Ways out of the house that do what they are told: printers that jam, servers that say no."""

from collections.abc import Callable, Sequence
from email.message import EmailMessage

from mi_desktop.basics.errors import WorldError
from mi_desktop.dispatch import Document, JobState, Printer
from mi_desktop.dispatch.errors import NoQueue, PrintFailed


class ProgramEnded(BaseException):
    """The program ends right here, as with kill -9: nothing after this line happens."""


class FakePrinters:
    """Queues in memory; `trouble` is raised instead of printing, `at_rest` is what jobs do."""

    def __init__(self, *names: str) -> None:
        self.queues = {name: Printer(name, True, "") for name in names}
        self.printed: list[tuple[str, str, tuple[Document, ...]]] = []
        self.cancelled: list[str] = []
        self.trouble: BaseException | None = None
        self.at_rest = JobState.OUT
        self.lets_go = True

    def printers(self) -> list[Printer]:
        return list(self.queues.values())

    def vanish(self, name: str) -> None:
        """Somebody pulls the plug and takes the queue away."""
        del self.queues[name]
        self.at_rest = JobState.LOST

    def send(self, printer: str, title: str, documents: Sequence[Document]) -> str:
        if self.trouble is not None:
            raise self.trouble
        if printer not in self.queues:
            raise NoQueue(printer=printer)
        self.printed.append((printer, title, tuple(documents)))
        return f"{printer}-{len(self.printed)}"

    def settle(self, printer: str, job: str) -> JobState:
        return self.at_rest

    def state(self, printer: str, job: str) -> JobState:
        return self.at_rest

    def cancel(self, job: str) -> None:
        if not self.lets_go:
            raise PrintFailed(printer=job, said="busy")
        self.cancelled.append(job)


class FakeMailer:
    """A mail server in memory; `answers` are raised in turn, after them it takes all;
    `meanwhile` happens here while it does."""

    def __init__(self) -> None:
        self.protected = True
        self.answers: list[WorldError | ProgramEnded] = []
        self.sent: list[EmailMessage] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def send(self, message: EmailMessage, to: str) -> str:
        if self.answers:
            raise self.answers.pop(0)
        self.sent.append(message)
        self.meanwhile()
        return "250 taken"

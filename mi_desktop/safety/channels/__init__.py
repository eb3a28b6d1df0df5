"""The ways of a hand-off out of the house: a folder on a share, protected e-mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import Protocol

from mi_desktop.basics.errors import WorldError
from mi_desktop.people import User


class Mailer(Protocol):
    """Something that hands an e-mail to a server; the room that has one gives it."""

    @property
    def protected(self) -> bool:
        """True where nothing is sent over an open connection (GD-08)."""

    def send(self, message: EmailMessage, to: str) -> str:
        """Sends one message; returns the server's words when it took it."""


class PdfSigner(Protocol):
    """Something that signs a PDF with a user's key (PAdES)."""

    def has_key(self, user: User) -> bool:
        """True where the user can sign."""

    def sign(self, pdf: bytes, user: User, place: tuple[str, str, datetime]) -> bytes:
        """The signed file; `place`: name of the empty field, what is said by it, when."""


@dataclass(frozen=True)
class Ways:
    """What the machine and the later rooms lend to hand-offs.

    Attributes:
        mailer: None where no e-mail is sent.
        tries_again: the mailer's errors after which a message waits for the next try.
        signer: None where PDFs are not signed.
    """

    mailer: Mailer | None = None
    tries_again: tuple[type[WorldError], ...] = ()
    signer: PdfSigner | None = None


NO_WAYS = Ways()


@dataclass(frozen=True)
class Parcel:
    """A package ready to go.

    Attributes:
        name: `AE-SE-2026-00003-v1`; the same at every attempt.
        files: name to content.
    """

    name: str
    files: Mapping[str, bytes]

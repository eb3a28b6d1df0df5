"""E-mail files (RFC 5322, MIME) with fixed dates, ids and boundaries."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import PurePath

import numpy as np

from mi_desktop.demo.maker.parts import MIME_TYPES, attachment, pages_of
from mi_desktop.demo.maker.truth import Envelope, Piece


def make_mail(piece: Piece, rng: np.random.Generator) -> bytes:
    """The whole message as bytes.

    Raises:
        ValueError: the piece has no envelope, or an attachment without pages.
    """
    if piece.make.envelope is None:
        raise ValueError(f"{piece.id} has no envelope")
    message = _message(piece, piece.make.envelope, "", rng)
    for number, part in enumerate(message.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_{piece.id}_{number}")
    return message.as_bytes(policy=SMTP)


def _message(
    piece: Piece, envelope: Envelope, prefix: str, rng: np.random.Generator
) -> EmailMessage:
    """One message; `prefix` is "forward/" for the one inside another."""
    message = EmailMessage(policy=SMTP)
    message["From"] = envelope.sender
    message["To"] = envelope.to
    message["Subject"] = envelope.subject
    message["Date"] = format_datetime(envelope.date)
    message["Message-ID"] = f"<{prefix.replace('/', '-')}{piece.id}@mail.example>"
    message["Content-Language"] = piece.language or "sv"
    body = pages_of(piece, "forward" if prefix else "body")[0]
    message.set_content(body.printed + "\n", cte="quoted-printable")
    for name in envelope.attachments:
        data = attachment(piece, prefix + name, rng)
        main, sub = MIME_TYPES[PurePath(name).suffix].split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if envelope.forward:
        message.add_attachment(_message(piece, envelope.forward, "forward/", rng))
    return message

"""Protected e-mail: everything about the report lies in one encrypted attachment (GD-08).

Where the mailbox's certificate is known, the attachments are an S/MIME message for it (RFC 8551,
AES-256); else they lie inside one PDF, encrypted with AES-256 under a passphrase that both sides
know (ISO 32000-2). Subject and body say our number and version, nothing else.
"""

import io
import secrets
from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options

from mi_desktop.safety.channels import Parcel
from mi_desktop.safety.errors import CertificateUnreadable

SHEET = "sheet.pdf"
_BODY = (
    "Överlämning {name}. Innehållet finns i den krypterade bilagan. "
    "Bekräfta mottagandet och ange numret.\n\n"
    "Hand-off {name}. The content is in the encrypted attachment. "
    "Please acknowledge receipt and quote the number.\n\n{sender}\n"
)


def compose(
    parcel: Parcel, who: tuple[str, str, str], sent: tuple[str, datetime], protected: EmailMessage
) -> EmailMessage:
    """The message around what is protected; the same Message-ID and date at every try.

    Args:
        parcel: what goes.
        who: name of the office, its address, the receiver's address.
        sent: Message-ID, and when it was queued.
        protected: what `enveloped` or `locked` made.
    """
    sender, address, to = who
    message = EmailMessage()
    message["From"] = Address(sender, addr_spec=address)
    message["To"] = to
    message["Subject"] = parcel.name
    message["Date"] = format_datetime(sent[1])
    message["Message-ID"] = sent[0]
    if protected.get_content_type() == "application/pkcs7-mime":
        message["MIME-Version"] = "1.0"
        for name in ("Content-Type", "Content-Transfer-Encoding", "Content-Disposition"):
            message[name] = protected[name]
        message.set_payload(protected.get_payload())
        return message
    message.set_content(_BODY.format(name=parcel.name, sender=sender))
    message.make_mixed()
    message.attach(protected)
    return message


def locked(parcel: Parcel, passphrase: str) -> bytes:
    """One PDF: the sheet, with every file of the package inside; AES-256."""
    with pikepdf.open(io.BytesIO(parcel.files[SHEET])) as pdf:
        for name, data in parcel.files.items():
            pdf.attachments[name] = data
        pdf.Root.PageMode = pikepdf.Name.UseAttachments
        out = io.BytesIO()
        # Another one for the owner, which nobody knows.
        lock = pikepdf.Encryption(
            user=passphrase, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True
        )
        pdf.save(out, encryption=lock)
    return out.getvalue()


def as_attachment(name: str, pdf: bytes) -> EmailMessage:
    """A locked PDF as a part of a message."""
    part = EmailMessage()
    part.set_content(pdf, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    del part["MIME-Version"]
    return part


def enveloped(files: Mapping[str, bytes], certificate: Path, now: datetime) -> EmailMessage:
    """The files as an S/MIME message that only the certificate's owner can open.

    Raises:
        CertificateUnreadable: no PEM certificate, no RSA key in it, or out of date.
    """
    inner = EmailMessage(policy=SMTP)
    inner.set_content("")
    for name, data in files.items():
        inner.add_attachment(data, maintype="application", subtype=_kind(name), filename=name)
    made = (
        PKCS7EnvelopeBuilder()
        .set_data(inner.as_bytes())
        .add_recipient(_certificate(certificate, now))
        .set_content_encryption_algorithm(algorithms.AES256)
        .encrypt(Encoding.DER, [PKCS7Options.Binary])
    )
    outer = EmailMessage()
    outer.set_content(made, maintype="application", subtype="pkcs7-mime", filename="smime.p7m")
    outer.set_param("smime-type", "enveloped-data")
    return outer


def _certificate(path: Path, now: datetime) -> x509.Certificate:
    try:
        found = x509.load_pem_x509_certificate(path.read_bytes())
        PKCS7EnvelopeBuilder().add_recipient(found)
    except OSError as e:
        raise CertificateUnreadable(reason=e.strerror or "not readable") from e
    except (ValueError, TypeError) as e:
        raise CertificateUnreadable(reason="no PEM certificate with an RSA key") from e
    if not found.not_valid_before_utc <= now <= found.not_valid_after_utc:
        raise CertificateUnreadable(reason="it is out of date")
    return found


def _kind(name: str) -> str:
    endings = {"pdf": "pdf", "json": "json", "xml": "xml"}
    return endings.get(name.rpartition(".")[2], "octet-stream")

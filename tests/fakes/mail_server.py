"""A real mail server on this machine: STARTTLS with a test certificate, AUTH, faults on demand."""

import asyncio
import datetime
import ipaddress
import ssl
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from mi_desktop.settings import MailServer

USER, PASSWORD = "medinfo", "hemligt losen"


def certificate(folder: Path, host: str = "127.0.0.1") -> Path:
    """A self-signed certificate and its key in one PEM file, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.exempelia.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "mail.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


class Box:
    """What the server got, and what it shall do wrong."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.refuse = ""
        self.drops = 0
        self.holds = False
        self.reached = threading.Event()

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for raw in self.got]

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.got.append(bytes(envelope.original_content or b""))
        if self.holds:
            self.reached.set()
            await asyncio.Event().wait()
        if self.drops:
            self.drops -= 1
            server.transport.abort()
        return "250 2.0.0 taken"


class Server:
    """The server at `port`; `start` and `stop` are the network coming and going."""

    def __init__(self, port: int, pem: Path | None) -> None:
        """Does not listen yet.

        Args:
            port: on 127.0.0.1.
            pem: certificate and key; None for a server that offers no STARTTLS.
        """
        self.box = Box()
        self.port = port
        self.password = PASSWORD
        more: dict[str, object] = {}
        if pem is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(pem)
            more = {"tls_context": context, "require_starttls": True, "auth_required": True}
        self._make = lambda: Controller(
            self.box, hostname="127.0.0.1", port=port, authenticator=self._authenticate, **more
        )
        self._running: Controller | None = None

    def settings(self, starttls: bool = True) -> MailServer:
        return MailServer(
            host="127.0.0.1",
            port=self.port,
            user=USER if starttls else "",
            starttls=starttls,
            sender="medinfo@exempelia.example",
        )

    def start(self) -> None:
        self._running = self._make()
        self._running.start()

    def stop(self) -> None:
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth: object
    ) -> AuthResult:
        fits = isinstance(auth, LoginPassword) and auth == LoginPassword(
            USER.encode(), self.password.encode()
        )
        return AuthResult(success=fits, handled=False)

"""Handing an e-mail to a mail server: SMTP submission over STARTTLS (RFC 6409, RFC 3207)."""

import base64
import contextlib
import smtplib
import ssl
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage

from mi_desktop.basics.errors import WorldError
from mi_desktop.dispatch.errors import (
    LoginRefused,
    MailNotSetUp,
    MailOffline,
    MailPutOff,
    MailRefused,
    MailUncertain,
    ServerNotTrusted,
)
from mi_desktop.settings import MailServer

TIME_LIMIT = 30.0
_TEMPORARY = range(400, 500)
_LOGGED_IN = 235


class SmtpMailer:
    """One connection a message; every step has a time limit."""

    def __init__(
        self,
        server: MailServer,
        password: Callable[[], str | None],
        trust: ssl.SSLContext | None = None,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        """Connects to nothing yet.

        Args:
            server: the office's settings.
            password: asked at each sending, so that it is held no longer than needed.
            trust: whose certificates hold; the system's authorities where None.
            time_limit: seconds for each answer of the server.
        """
        self._server = server
        self._password = password
        self._trust = trust
        self._time_limit = time_limit

    @property
    def protected(self) -> bool:
        """True where nothing is sent before STARTTLS (GD-08)."""
        return self._server.starttls

    def send(self, message: EmailMessage, to: str) -> str:
        """Sends one message to one recipient.

        Returns:
            The server's words when it took the message.

        Raises:
            MailNotSetUp: server, sender or password is missing.
            MailOffline: not reachable, or the line broke before DATA.
            ServerNotTrusted: no STARTTLS, or a certificate that does not hold.
            LoginRefused: name or password.
            MailRefused: refused for good (5xx).
            MailPutOff: refused this time (4xx).
            MailUncertain: the line broke after DATA.
        """
        password = self._set_up()
        with _failures_told(), self._connected() as line:
            if self._server.starttls:
                line.starttls(context=self._trust or ssl.create_default_context())
                line.ehlo_or_helo_if_needed()
            if self._server.user:
                _log_in(line, self._server.user, password)
            _accepted(*line.mail(self._server.sender))
            _accepted(*line.rcpt(to))
            return _hand_over(line, message.as_bytes(policy=policy.SMTP))

    def _set_up(self) -> str:
        password = (self._password() or "") if self._server.user else ""
        needed = {"host": self._server.host, "sender": self._server.sender}
        needed |= {"password": password} if self._server.user else {}
        missing = [name for name, value in needed.items() if not value]
        if missing:
            raise MailNotSetUp(missing=", ".join(missing))
        return password

    @contextlib.contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        line = smtplib.SMTP(self._server.host, self._server.port, timeout=self._time_limit)
        try:
            line.ehlo_or_helo_if_needed()
            yield line
        finally:
            # What the server answered is known by now; a goodbye that fails changes nothing.
            with contextlib.suppress(OSError):
                line.quit()
            line.close()


def _log_in(line: smtplib.SMTP, user: str, password: str) -> None:
    if f"{user}{password}".isascii():
        line.login(user, password)
        return
    # smtplib knows ASCII alone; SASL PLAIN carries UTF-8 (RFC 4616).
    token = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
    code, said = line.docmd("AUTH", f"PLAIN {token}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


def _hand_over(line: smtplib.SMTP, content: bytes) -> str:
    try:
        code, said = line.data(content)
    except smtplib.SMTPServerDisconnected as e:
        raise MailUncertain from e
    _accepted(code, said)
    return f"{code} {_words(said)}"


def _accepted(code: int, said: bytes) -> None:
    if code not in {250, 251}:
        raise _refusal(code, said)


def _refusal(code: int, said: bytes | str) -> WorldError:
    kind = MailPutOff if code in _TEMPORARY else MailRefused
    return kind(said=f"{code} {_words(said)}")


@contextlib.contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPAuthenticationError as e:
        raise LoginRefused(said=f"{e.smtp_code} {_words(e.smtp_error)}") from e
    except (ssl.SSLError, smtplib.SMTPNotSupportedError) as e:
        raise ServerNotTrusted(said=_reason(e)) from e
    except smtplib.SMTPResponseException as e:
        raise _refusal(e.smtp_code, e.smtp_error) from e
    except OSError as e:
        raise MailOffline(said=_reason(e)) from e


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())


def _reason(e: OSError) -> str:
    return getattr(e, "verify_message", "") or e.strerror or str(e) or type(e).__name__

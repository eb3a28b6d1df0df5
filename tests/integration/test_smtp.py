"""The e-mail queue against a real mail server: STARTTLS, AUTH, offline and online again."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.dispatch import (
    Channels,
    DispatchService,
    EmailState,
    PdfFolder,
    Rooms,
    SmtpMailer,
)
from mi_desktop.letters import LetterState
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.fakes.mail_server import PASSWORD, Server, certificate
from tests.fakes.outgoing import Outbox
from tests.fakes.printers import FakePrinters


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Server(port, certificate(tmp_path))
    yield made
    made.stop()


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def dispatch(office: Office, outbox: Outbox, server: Server, tmp_path: Path) -> DispatchService:
    office.secrets.put("smtp", PASSWORD)
    mailer = SmtpMailer(
        server.settings(),
        lambda: office.secrets.get("smtp"),
        ssl.create_default_context(cafile=tmp_path / "mail.pem"),
        time_limit=10,
    )
    channels = Channels(FakePrinters(), PdfFolder(tmp_path / "pdf"), mailer)
    settings = OfficeSettings(mail=server.settings())
    return DispatchService(office, Rooms(outbox, outbox, outbox), settings, channels)


def test_the_exact_signed_bytes_arrive_encrypted_and_signed_in_sig_3(
    dispatch, staff, outbox, server
):
    """SIG-3; the server takes nothing before STARTTLS and AUTH."""
    server.start()
    letter = outbox.add(12, "111 22 STOCKHOLM", email="vera@provby.example", pages=40)
    queued = dispatch.queue_email(staff.anna, letter)

    [sent] = dispatch.send_waiting()
    assert (sent.state, sent.receipt) == (EmailState.SENT, "250 2.0.0 taken")
    [message] = server.box.messages
    [attached] = message.iter_attachments()
    assert attached.get_content() == outbox.pdf(letter)
    assert message["Message-ID"] == queued.message_id
    assert message["Subject"] == "Svar på din fråga, MI-SE-2026-00012/L1"
    assert outbox.state(letter) is LetterState.DISPATCHED


def test_offline_it_waits_and_online_it_is_sent_once(dispatch, staff, outbox, server):
    letter = outbox.add(12, "111 22 STOCKHOLM", email="vera@provby.example")
    dispatch.queue_email(staff.anna, letter)
    for attempt in (1, 2):
        [email] = dispatch.send_waiting()
        assert (email.state, email.attempts) == (EmailState.WAITING, attempt)
        assert "cannot be reached" in email.problem
    assert outbox.state(letter) is LetterState.SIGNED

    server.start()
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.SENT]
    assert dispatch.send_waiting() == []
    assert len(server.box.got) == 1
    server.stop()


def test_a_password_may_be_swedish(dispatch, staff, outbox, server, office):
    server.password = "räksmörgås på Öland"
    office.secrets.put("smtp", server.password)
    server.start()
    dispatch.queue_email(staff.anna, outbox.add(12, "STAD", email="vera@provby.example"))
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.SENT]


def test_a_name_that_no_network_knows_is_offline_too(office, staff, outbox, server, tmp_path):
    settings = server.settings().model_copy(update={"host": "mail.exempelia.invalid"})
    channels = Channels(
        FakePrinters(), PdfFolder(tmp_path / "pdf"), SmtpMailer(settings, lambda: PASSWORD)
    )
    dispatch = DispatchService(
        office, Rooms(outbox, outbox, outbox), OfficeSettings(mail=settings), channels
    )
    letter = outbox.add(12, "111 22 STOCKHOLM", email="vera@provby.example")
    dispatch.queue_email(staff.anna, letter)
    [email] = dispatch.send_waiting()
    assert email.state is EmailState.WAITING
    assert "cannot be reached" in email.problem

"""A real mail server that refuses, drops the line, is not to be trusted; a sender killed."""

import os
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.dispatch import (
    Channels,
    DispatchService,
    Email,
    EmailState,
    PdfFolder,
    Rooms,
    SmtpMailer,
)
from mi_desktop.letters import LetterState
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff
from tests.fakes.mail_server import PASSWORD, Server, certificate
from tests.fakes.outgoing import Outbox
from tests.fakes.printers import FakePrinters

ADDRESS = "vera@provby.example"
ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Desk:
    """An office with one letter that goes by e-mail, and its mail server."""

    def __init__(self, office: Office, staff: Staff, folder: Path) -> None:
        self.office, self.staff, self.folder = office, staff, folder
        self.outbox = Outbox()
        self.letter = self.outbox.add(12, "111 22 STOCKHOLM", email=ADDRESS)
        self.server = Server(free_port(), certificate(folder))
        self.password = PASSWORD
        self.trust = ssl.create_default_context(cafile=folder / "mail.pem")

    @property
    def dispatch(self) -> DispatchService:
        mail = self.server.settings()
        mailer = SmtpMailer(mail, lambda: self.password, self.trust, time_limit=5)
        return DispatchService(
            self.office,
            Rooms(self.outbox, self.outbox, self.outbox),
            OfficeSettings(mail=mail),
            Channels(FakePrinters(), PdfFolder(self.folder / "pdf"), mailer),
        )

    def queue(self) -> Email:
        return self.dispatch.queue_email(self.staff.anna, self.letter)

    def send(self) -> Email:
        [email] = self.dispatch.send_waiting()
        return email


@pytest.fixture
def desk(office: Office, staff: Staff, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(office, staff, tmp_path)
    made.server.start()
    yield made
    made.server.stop()


def test_a_refused_recipient_is_refused_in_the_servers_words(desk):
    desk.queue()
    desk.server.box.refuse = "550 5.1.1 no such user here"
    email = desk.send()
    assert email.state is EmailState.REFUSED
    assert "550 5.1.1 no such user here" in email.problem
    assert desk.outbox.state(desk.letter) is LetterState.SIGNED


def test_a_server_that_asks_to_come_again_is_asked_again(desk):
    desk.queue()
    desk.server.box.refuse = "451 4.7.1 greylisted"
    email = desk.send()
    assert email.state is EmailState.WAITING
    assert "451 4.7.1 greylisted" in email.problem
    desk.server.box.refuse = ""
    assert desk.send().state is EmailState.SENT


def test_a_line_dropped_after_data_is_said_and_the_repeat_has_the_same_message_id(desk):
    queued = desk.queue()
    desk.server.box.drops = 1
    email = desk.send()
    assert email.state is EmailState.WAITING
    assert "not known whether it was taken" in email.problem
    assert desk.outbox.state(desk.letter) is LetterState.SIGNED

    assert desk.send().state is EmailState.SENT
    ids = [message["Message-ID"] for message in desk.server.box.messages]
    assert ids == [queued.message_id, queued.message_id]


def test_a_server_without_starttls_gets_nothing_gd_08(desk):
    """GD-08: not the address, not the letter."""
    desk.server.stop()
    desk.server = Server(free_port(), None)
    desk.server.start()
    desk.queue()
    email = desk.send()
    assert email.state is EmailState.WAITING
    assert "cannot be encrypted" in email.problem
    assert desk.server.box.got == []


def test_a_certificate_that_nobody_vouches_for_gets_nothing_gd_08(desk):
    """GD-08."""
    desk.trust = None
    desk.queue()
    email = desk.send()
    assert email.state is EmailState.WAITING
    assert "self-signed" in email.problem
    assert desk.server.box.got == []


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("wrong", "refused the office's name or password"),
        ("fel lösen", "refused the office's name or password"),
        (None, "password is missing"),
    ],
)
def test_a_wrong_or_missing_password_leaves_it_waiting(desk, password, said):
    desk.password = password
    desk.queue()
    email = desk.send()
    assert email.state is EmailState.WAITING
    assert said in email.problem
    assert desk.server.box.got == []


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(desk):
    desk.server.stop()
    desk.queue()
    with socket.create_server(("127.0.0.1", desk.server.port)):
        mailer = SmtpMailer(desk.server.settings(), lambda: PASSWORD, desk.trust, time_limit=0.3)
        dispatch = desk.dispatch
        dispatch._channels = Channels(FakePrinters(), PdfFolder(desk.folder), mailer)
        [email] = dispatch.send_waiting()
    assert email.state is EmailState.WAITING
    assert "timed out" in email.problem


SENDER = """
import ssl, sys
from pathlib import Path
from mi_desktop.storage import open_office
from tests.faults.test_mail_faults import Desk

folder, port, passphrase = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
trust = (folder / "mail.pem").read_bytes()
desk = Desk(open_office(folder / "office", passphrase), None, folder / "child")
desk.server.port = port
desk.trust = ssl.create_default_context(cadata=trust.decode())
desk.dispatch.send_waiting()
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a posix word")
def test_killed_in_the_middle_of_data_it_waits_again_under_the_same_message_id(desk, tmp_path):
    queued = desk.queue()
    desk.server.box.holds = True
    (tmp_path / "child").mkdir()
    child = subprocess.Popen(
        [sys.executable, "-c", SENDER, str(tmp_path), str(desk.server.port), PASSPHRASE], cwd=ROOT
    )
    try:
        assert desk.server.box.reached.wait(timeout=60)
        assert [e.state for e in desk.dispatch.emails()] == [EmailState.SENDING]
        desk.dispatch.recover()
        assert [e.state for e in desk.dispatch.emails()] == [EmailState.SENDING]
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=20)

    desk.dispatch.recover()
    [email] = desk.dispatch.emails()
    assert email.state is EmailState.WAITING
    assert "not known whether the server took it" in email.problem

    desk.server.box.holds = False
    assert desk.send().state is EmailState.SENT
    ids = [message["Message-ID"] for message in desk.server.box.messages]
    assert ids == [queued.message_id, queued.message_id]

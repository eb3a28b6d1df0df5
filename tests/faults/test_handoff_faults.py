"""Hand-offs by protected e-mail against a real server: locked, dropped after DATA, killed."""

import io
import os
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from cryptography.x509.oid import NameOID

from mi_desktop.dispatch import SmtpMailer
from mi_desktop.dispatch.errors import MAIL_WAITS
from mi_desktop.safety import HandOff, HandOffState, SafetyService, Trip, Ways
from mi_desktop.safety.errors import CertificateUnreadable, NotProtected
from mi_desktop.settings import OfficeSettings, Receiver, Receivers
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, HeldClock, Staff
from tests.fakes.inquiry_desk import INQUIRY, InquiryDesk
from tests.fakes.mail_server import PASSWORD, Server, certificate
from tests.faults.test_mail_faults import ROOT, free_port

LOCK = "nyckelord for sakerhet"
ADDRESS = "safety@exempelia.example"


class Desk:
    """An office with one event that goes to safety by e-mail, and the mail server."""

    def __init__(self, office: Office, people: object, staff: Staff, folder: Path) -> None:
        self.office, self.people, self.staff, self.folder = office, people, staff, folder
        self.mail = InquiryDesk()
        self.server = Server(free_port(), certificate(folder))
        self.trust = ssl.create_default_context(cafile=folder / "mail.pem")
        self.receiver = Receiver(way="e-mail", address=ADDRESS)
        office.secrets.put("handoff/safety", LOCK)

    @property
    def safety(self) -> SafetyService:
        settings = OfficeSettings(
            mail=self.server.settings(), receivers=Receivers(safety=self.receiver)
        )
        mailer = SmtpMailer(settings.mail, lambda: PASSWORD, self.trust, time_limit=5)
        rooms = (self.mail, self.mail, self.mail, self.mail)
        return SafetyService(
            self.office, self.people, *rooms, settings, ways=Ways(mailer, MAIL_WAITS)
        )

    def event(self) -> HandOff:
        safety, anna = self.safety, self.staff.anna
        for ref in safety.assessment(INQUIRY).pages:
            safety.look_at(anna, INQUIRY, ref)
        for code, value in {"AE": "not assessable", "SS": "no", "PQC": "no"}.items():
            safety.answer(anna, INQUIRY, code, value)
        return safety.sign(anna, INQUIRY, PASSPHRASE).handoffs[0]

    def queue(self) -> HandOff:
        return self.safety.send_handoff(self.staff.anna, self.event().id)

    def state(self, handoff: HandOff) -> HandOffState:
        return self.safety.transmission.handoff(handoff.id).state


@pytest.fixture
def desk(office, people, staff, tmp_path) -> Iterator[Desk]:
    made = Desk(office, people, staff, tmp_path)
    made.server.start()
    yield made
    made.server.stop()


def test_gd_08_the_package_arrives_locked_and_the_rest_says_nothing(desk):
    """GD-08: AES-256 under the passphrase of both sides; subject and body name our number."""
    handoff = desk.queue()
    [done] = desk.safety.transmission.send_waiting()
    assert (done.state, desk.state(handoff)) == (Trip.SENT, HandOffState.SENT)
    [raw], [message] = desk.server.box.got, desk.server.box.messages
    assert message["Subject"] == "AE-SE-2026-00001-v1"
    for secret in (b"Vera", b"Kan jag dela", b"MI-SE-2026-00012"):
        assert secret not in raw
    [attached] = message.iter_attachments()
    locked = attached.get_content()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pikepdf.open(io.BytesIO(locked), password=LOCK) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        inside = {n: f.get_file().read_bytes() for n, f in pdf.attachments.items()}
    assert inside == dict(desk.safety.transmission.package(handoff.id).files)
    assert b"Vera Provsson" in inside["contact.json"]
    assert b"Vera Provsson" not in inside["record.json"]


def mailbox(folder: Path, days: int = 1) -> tuple[Path, x509.Certificate, rsa.RSAPrivateKey]:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, ADDRESS)])
    now = HeldClock().now
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 7)
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    path = folder / "safety.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return path, made, key


def test_gd_08_with_the_mailboxs_certificate_it_goes_as_s_mime(desk, tmp_path):
    path, made, key = mailbox(tmp_path)
    desk.receiver = Receiver(way="e-mail", address=ADDRESS, certificate=str(path))
    handoff = desk.queue()
    desk.safety.transmission.send_waiting()
    [message] = desk.server.box.messages
    assert message.get_content_type() == "application/pkcs7-mime"
    assert message.get_param("smime-type") == "enveloped-data"
    plain = pkcs7_decrypt_der(message.get_content(), made, key, [])
    assert b"sheet.pdf" in plain
    assert b"hashes.json" in plain
    assert desk.state(handoff) is HandOffState.SENT


def test_a_certificate_out_of_date_stops_it_in_words(desk, tmp_path):
    path, _, _ = mailbox(tmp_path, days=-1)
    desk.receiver = Receiver(way="e-mail", address=ADDRESS, certificate=str(path))
    handoff = desk.queue()
    [refused] = desk.safety.transmission.send_waiting()
    assert "out of date" in str(refused.problem)
    assert desk.state(handoff) is HandOffState.SEND_FAILED
    assert desk.server.box.got == []
    assert CertificateUnreadable.code in (ROOT / "docs/errors.md").read_text()


def test_gd_08_without_protection_it_is_not_even_frozen(desk):
    desk.office.secrets.put("handoff/safety", "short")
    event = desk.event()
    with pytest.raises(NotProtected):
        desk.safety.send_handoff(desk.staff.anna, event.id)
    assert desk.state(event) is HandOffState.DRAFT


def test_offline_it_waits_and_goes_once_when_the_line_is_back(desk):
    desk.server.stop()
    handoff = desk.queue()
    for attempt in (1, 2):
        [waiting] = desk.safety.transmission.send_waiting()
        assert (waiting.state, waiting.attempts) == (Trip.WAITING, attempt)
        assert desk.state(handoff) is HandOffState.QUEUED
    desk.server.start()
    desk.safety.transmission.send_waiting()
    assert desk.safety.transmission.send_waiting() == []
    assert len(desk.server.box.got) == 1
    assert desk.state(handoff) is HandOffState.SENT


def test_dropped_after_data_it_goes_again_under_the_same_name(desk):
    """Nobody here knows whether the server took it: the Message-ID tells the receiver."""
    handoff = desk.queue()
    desk.server.box.drops = 1
    [waiting] = desk.safety.transmission.send_waiting()
    assert waiting.state is Trip.WAITING
    desk.safety.transmission.send_waiting()
    assert desk.safety.transmission.send_waiting() == []
    assert len(desk.server.box.got) == 2
    assert len({(m["Message-ID"], m["Subject"]) for m in desk.server.box.messages}) == 1
    assert desk.state(handoff) is HandOffState.SENT


def test_refused_for_good_it_fails_and_a_person_tries_again(desk):
    handoff = desk.queue()
    desk.server.box.refuse = "550 5.1.1 no such mailbox"
    desk.safety.transmission.send_waiting()
    failed = desk.safety.transmission.handoff(handoff.id)
    assert failed.state is HandOffState.SEND_FAILED
    assert "550 5.1.1 no such mailbox" in str(failed.problem)
    assert desk.safety.transmission.send_waiting() == []
    desk.server.box.refuse = ""
    desk.safety.transmission.retry(desk.staff.anna, handoff.id)
    desk.safety.transmission.send_waiting()
    assert desk.state(handoff) is HandOffState.SENT


SENDER = """
import sys, ssl
from pathlib import Path
from mi_desktop.bootstrap import open_services
from mi_desktop.settings import load_settings
folder = Path(sys.argv[1])
services = open_services(folder, sys.argv[2])
mailer = services.safety.ways.mailer
mailer._trust = ssl.create_default_context(cafile=sys.argv[3])
services.safety.transmission.send_waiting()
"""


def test_killed_while_sending_it_goes_again_under_the_same_name(
    desk, office, staff, tmp_path, monkeypatch
):
    """kill -9 between DATA and the answer: after the restart the same message, noted once."""
    handoff = desk.queue()
    desk.server.box.holds = True
    settings = OfficeSettings(
        mail=desk.server.settings(), receivers=Receivers(safety=desk.receiver)
    )
    (office.folder / "settings.json").write_text(settings.model_dump_json())
    office.secrets.put("smtp", PASSWORD)
    command = [sys.executable, "-c", SENDER, str(office.folder), PASSPHRASE]
    with subprocess.Popen([*command, str(tmp_path / "mail.pem")], cwd=ROOT) as sender:
        assert desk.server.box.reached.wait(60)
        os.kill(sender.pid, signal.SIGKILL)
    assert desk.state(handoff) is HandOffState.QUEUED
    assert [t.state for t in desk.safety.transmission.transmissions()] == [Trip.SENDING]
    desk.server.box.holds = False
    [done] = desk.safety.transmission.send_waiting()
    assert done.state is Trip.SENT
    assert len({m["Message-ID"] for m in desk.server.box.messages}) == 1
    assert desk.safety.transmission.send_waiting() == []

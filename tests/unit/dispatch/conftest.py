"""An outbox with letters, two printers, a folder and a mail server, all obedient."""

from pathlib import Path

import pytest

from mi_desktop.dispatch import Channels, DispatchService, PdfFolder, Rooms
from mi_desktop.settings import Letterhead, MailServer, OfficeSettings
from mi_desktop.storage import Office
from tests.fakes.outgoing import Outbox
from tests.fakes.printers import FakeMailer, FakePrinters

SETTINGS = OfficeSettings(
    printer="office",
    letterhead=Letterhead(company="Exempelia Pharma AB"),
    mail=MailServer(host="mail.exempelia.example", sender="medinfo@exempelia.example"),
)


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters("office", "cellar")


@pytest.fixture
def mailer() -> FakeMailer:
    return FakeMailer()


@pytest.fixture
def dispatch(
    office: Office, outbox: Outbox, printers: FakePrinters, mailer: FakeMailer, tmp_path: Path
) -> DispatchService:
    channels = Channels(printers, PdfFolder(tmp_path / "pdf"), mailer)
    return DispatchService(office, Rooms(outbox, outbox, outbox), SETTINGS, channels)

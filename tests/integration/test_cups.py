"""Printing through a real print system: a private cupsd with queues of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.dispatch import (
    BatchState,
    Channels,
    CupsPrinters,
    DispatchService,
    Document,
    JobState,
    PdfFolder,
    Rooms,
)
from mi_desktop.dispatch.errors import NoPrintProgram, NoQueue, PrintFailed, QueueStopped
from mi_desktop.settings import OfficeSettings
from tests.fakes.outgoing import Outbox, pdf
from tests.fakes.printers import FakeMailer

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CUPS_PDF = Path("/usr/lib/cups/backend/cups-pdf")
needs_cups = pytest.mark.skipif(
    not (CUPSD and shutil.which("lp")), reason="CUPS IS MISSING: install cups and cups-client"
)
pytestmark = needs_cups

SERVER = """
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
MaxJobTime 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
FILES = """
ServerBin {folder}/bin
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
SystemGroup root
"""
# A printer of the tests' own: keeps what it gets under the job's number; jams when told.
BACKEND = """#!/bin/sh
[ $# -eq 0 ] && exit 0
if [ -e {folder}/jam ]; then echo "ERROR: paper jam" >&2; exit 4; fi
cat "${{6:-/dev/stdin}}" > {folder}/paper/$1.pdf
"""
REAL = Path("/usr/lib/cups")


class PrintServer:
    """A cupsd in a folder; its printers put what they get into `paper`, a file a job."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paper = folder / "paper"
        for name in ("etc", "spool", "cache", "state", "log", "paper", "bin/backend"):
            (folder / name).mkdir(parents=True)
        for name in ("daemon", "filter", "notifier", "monitor"):
            (folder / "bin" / name).symlink_to(REAL / name)
        (folder / "bin/backend/cups-pdf").symlink_to(CUPS_PDF)
        backend = folder / "bin/backend/paper"
        backend.write_text(BACKEND.format(folder=folder))
        backend.chmod(0o700)
        # cupsd, started as root, spools as its own user.
        for name in ("spool", "cache", "state"):
            (folder / name).chmod(0o777)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        port = self.address.rpartition(":")[2]
        (folder / "etc/cupsd.conf").write_text(SERVER.format(port=port))
        (folder / "etc/cups-files.conf").write_text(FILES.format(folder=folder))
        self.process = subprocess.Popen(
            [
                str(CUPSD),
                "-f",
                "-c",
                str(folder / "etc/cupsd.conf"),
                "-s",
                str(folder / "etc/cups-files.conf"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *command: str) -> str:
        path = f"{os.environ.get('PATH', '')}:/usr/sbin"
        return subprocess.run(
            [shutil.which(command[0], path=path) or command[0], *command[1:]],
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        ).stdout

    def add(self, queue: str) -> None:
        self.run(
            "lpadmin", "-p", queue, "-E", "-v", "paper:/", "-o", "printer-error-policy=stop-printer"
        )

    def on_paper(self) -> list[bytes]:
        return [p.read_bytes() for p in sorted(self.paper.iterdir(), key=lambda p: int(p.stem))]

    def answers(self) -> bool:
        host, _, port = self.address.partition(":")
        with socket.socket() as line:
            line.settimeout(1)
            return line.connect_ex((host, int(port))) == 0

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    # pytest's own folders, one deeper with several workers, are closed to cupsd's user.
    temporary = Path(tempfile.gettempdir())
    for parent in [tmp_path, *tmp_path.parents]:
        if temporary in parent.parents:
            parent.chmod(parent.stat().st_mode | 0o011)
    (tmp_path / "cups").mkdir()
    made = PrintServer(tmp_path / "cups")
    while not made.answers():
        if made.process.poll() is not None:
            pytest.fail(f"cupsd ended with {made.process.returncode}")
    monkeypatch.setenv("CUPS_SERVER", made.address)
    made.add("Paper")
    yield made
    made.stop()


@pytest.fixture
def channel(server: PrintServer) -> CupsPrinters:
    return CupsPrinters(patience=30, pause=0.05)


LETTERS = [Document(f"{n:03d}-letter", pdf(f"letter {n}")) for n in (1, 2, 3)]


def test_the_printer_gets_the_exact_bytes_in_order_sig_3(server, channel):
    """SIG-3: a raw queue shows what reached the device."""
    job = channel.send("Paper", "B-2026-00001", LETTERS)
    assert [one.rpartition("-")[0] for one in job.split()] == ["Paper"] * 3
    assert channel.settle("Paper", job) is JobState.OUT
    assert server.on_paper() == [document.data for document in LETTERS]


def test_nothing_of_a_letter_is_left_in_the_temporary_folder(
    channel, server, tmp_path, monkeypatch
):
    """GD-06."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    channel.send("Paper", "B-2026-00001", LETTERS[:1])
    assert list(folder.iterdir()) == []


def test_queues_and_why_one_is_stopped(server, channel):
    server.add("Cellar")
    server.run("cupsdisable", "-r", "out of paper", "Cellar")
    cellar, paper = channel.printers()
    assert (cellar.name, cellar.ready, cellar.words) == ("Cellar", False, "out of paper")
    assert (paper.name, paper.ready) == ("Paper", True)
    with pytest.raises(QueueStopped) as stopped:
        channel.send("Cellar", "B-2026-00001", LETTERS)
    assert stopped.value.facts["said"] == "out of paper"
    assert server.run("lpstat", "-W", "all", "-o") == ""


def test_a_queue_that_takes_no_jobs_says_so(server, channel):
    server.run("cupsreject", "Paper")
    with pytest.raises(PrintFailed) as refused:
        channel.send("Paper", "B-2026-00001", LETTERS)
    assert "not accepting jobs" in refused.value.facts["said"]


def test_a_job_stuck_at_the_printer_waits_and_can_be_taken_away(server, channel):
    server.run("lpadmin", "-p", "Paper", "-o", "job-hold-until-default=indefinite")
    job = channel.send("Paper", "B-2026-00001", LETTERS)
    assert channel.state("Paper", job) is JobState.WAITING
    assert CupsPrinters(patience=0.1, pause=0.05).settle("Paper", job) is JobState.WAITING
    channel.cancel(job)
    assert channel.state("Paper", job) is JobState.OUT
    assert server.on_paper() == []


def test_a_queue_that_is_not_there_or_vanishes(server, channel):
    with pytest.raises(NoQueue):
        channel.send("Nowhere", "B-2026-00001", LETTERS)
    server.run("lpadmin", "-p", "Paper", "-o", "job-hold-until-default=indefinite")
    job = channel.send("Paper", "B-2026-00001", LETTERS)
    server.run("lpadmin", "-x", "Paper")
    assert channel.state("Paper", job) is JobState.LOST


def test_no_print_system_running(server, channel):
    server.stop()
    assert channel.printers() == []
    with pytest.raises(NoQueue):
        channel.send("Paper", "B-2026-00001", LETTERS)


def test_no_print_system_installed(channel, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert channel.printers() == []
    with pytest.raises(NoPrintProgram):
        channel.send("Paper", "B-2026-00001", LETTERS)


def test_a_batch_meets_a_stopped_printer_and_prints_when_it_goes_again(
    server, channel, office, staff, tmp_path
):
    outbox = Outbox()
    letters = [outbox.add(1, "903 27 UMEÅ"), outbox.add(2, "111 22 STOCKHOLM")]
    channels = Channels(channel, PdfFolder(tmp_path / "pdf"), FakeMailer())
    dispatch = DispatchService(
        office, Rooms(outbox, outbox, outbox), OfficeSettings(printer="Paper"), channels
    )
    server.run("cupsdisable", "-r", "jammed", "Paper")
    batch = dispatch.print_batch(staff.anna, letters)
    assert batch.state is BatchState.FAILED
    assert "jammed" in batch.problem

    server.run("cupsenable", "Paper")
    batch = dispatch.print_again(staff.anna, batch.id)
    assert batch.state is BatchState.PRINTED
    assert len(batch.job.split()) == 3
    assert server.on_paper()[1:] == [outbox.pdf(letters[1]), outbox.pdf(letters[0])]


def test_a_printer_that_jams_in_the_middle_keeps_the_batch_waiting_until_it_is_seen_to(
    server, office, staff, tmp_path
):
    outbox = Outbox()
    letters = [outbox.add(1, "903 27 UMEÅ")]
    hasty = CupsPrinters(patience=0.5, pause=0.05)
    channels = Channels(hasty, PdfFolder(tmp_path / "pdf"), FakeMailer())
    dispatch = DispatchService(
        office, Rooms(outbox, outbox, outbox), OfficeSettings(printer="Paper"), channels
    )
    (server.folder / "jam").touch()
    batch = dispatch.print_batch(staff.anna, letters)
    assert batch.state is BatchState.PRINTING
    assert "wait at the printer Paper" in batch.problem

    elsewhere = dispatch.print_again(staff.anna, batch.id, "pdf")
    assert elsewhere.state is BatchState.PRINTED
    (server.folder / "jam").unlink()
    server.run("cupsenable", "Paper")
    assert hasty.state("Paper", batch.job) is JobState.OUT
    assert server.on_paper() == []


@pytest.mark.skipif(
    not CUPS_PDF.exists() or os.geteuid() != 0,
    reason="CUPS-PDF IS MISSING, or its backend may not run: install printer-driver-cups-pdf",
)
def test_a_driver_makes_a_page_of_each_letter(server, channel):
    """Through CUPS's filters and cups-pdf, which puts its files into the user's own folder."""
    title = f"B-{server.process.pid}"
    # By its file: CUPS gives up listing its drivers where the machine is busy.
    driver = ("-v", "cups-pdf:/", "-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
    server.run("lpadmin", "-p", "Driver", "-E", *driver)
    assert "Driver" in server.run("lpstat", "-e").split()
    folder = Path("~/PDF").expanduser()
    there = folder.exists()
    job = channel.send("Driver", title, LETTERS)
    try:
        assert channel.settle("Driver", job) is JobState.OUT
        made = sorted(folder.glob(f"{title}*.pdf"))
        texts = [
            subprocess.run(["pdftotext", p, "-"], capture_output=True, text=True, check=True).stdout
            for p in made
        ]
        assert [t.split("\n")[0] for t in texts] == ["letter 1 1", "letter 2 1", "letter 3 1"]
    finally:
        for path in folder.glob(f"{title}*.pdf"):
            path.unlink()
        if not there:
            folder.rmdir()

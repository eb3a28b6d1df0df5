"""Scanning: through a readable fake, and through the real SANE with its test devices."""

import shutil
from pathlib import Path

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Cancelled
from mi_desktop.basics.words import Words
from mi_desktop.intake import IntakeService, SaneScanners, ScanJob
from mi_desktop.intake.errors import (
    CoverOpen,
    FeederEmpty,
    NoScanner,
    PaperJam,
    ScannerBusy,
    ScannerFailed,
    ScannerStalled,
    ScanProgramMissing,
    ScanRefused,
)
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.opening import open_document
from mi_desktop.intake.scanners import Scanned
from mi_desktop.people import User
from mi_desktop.storage import Office
from tests.fakes.scanner import FakeScanner
from tests.unit.intake.papers import letter, put, saved, separator

FEEDER = "Automatic Document Feeder"
needs_sane = pytest.mark.skipif(
    shutil.which("scanimage") is None, reason="scanimage is not installed: SANE NOT TESTED"
)


def test_a_scan_is_one_document_and_splits_as_a_pile(
    intake: IntakeService, office: Office, scanner: FakeScanner, anna: User
) -> None:
    scanner.pages = [letter("ett"), letter("sida två"), separator(), letter("två").convert("1")]
    taken = list(intake.scan(anna, ("fake:0", "ADF")))
    assert [len(t.piece.pages) for t in taken if t.piece] == [2, 1]
    assert [t.path.name for t in taken] == ["scan-20261116-080000.tif"] * 2
    original = intake.original(taken[0].piece.id if taken[0].piece else "")
    leaves = open_document("scan.tif", original, Limits()).parts[0].leaves
    assert [(leaf.width, leaf.dpi_x) for leaf in leaves] == [(827, 200)] * 4
    assert not scanner.jobs[0].folder.exists()
    assert list(office.folder.glob("scan-*")) == []


def test_pages_scanned_before_a_jam_are_taken_and_the_jam_is_told(
    intake: IntakeService, scanner: FakeScanner, anna: User
) -> None:
    scanner.pages, scanner.trouble = [letter("ett"), letter("två")], PaperJam()
    taken = []
    with pytest.raises(PaperJam):
        taken.extend(intake.scan(anna, ("fake:0", "ADF")))
    assert [len(p.pages) for p in intake.tray()] == [2]


def test_nothing_is_taken_from_an_empty_feeder(
    intake: IntakeService, scanner: FakeScanner, anna: User
) -> None:
    scanner.trouble = FeederEmpty()
    with pytest.raises(FeederEmpty):
        list(intake.scan(anna, ("fake:0", "ADF")))
    assert intake.ledger() == []


class Stopping:
    def step(self, done: int, total: int, what: Words | None = None) -> None:
        if done == 2:
            raise Cancelled


def test_a_cancelled_scan_leaves_nothing_behind(
    intake: IntakeService, office: Office, scanner: FakeScanner, anna: User
) -> None:
    scanner.pages = [letter(str(n)) for n in range(3)]
    with pytest.raises(Cancelled):
        list(intake.scan(anna, ("fake:0", "ADF"), progress=Stopping()))
    assert intake.ledger() == []
    assert list(office.folder.glob("scan-*")) == []


@pytest.fixture
def sane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """SANE with its two test devices only, and a folder for the pages."""
    put(tmp_path, "dll.conf", b"pnm\ntest\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder


def _scan(options: tuple[str, ...], job: ScanJob) -> Scanned:
    """Asks again where the test device hangs.

    About one run in a hundred it cancels its reader thread inside malloc and waits for the lock
    of that thread for ever; `SaneScanners` then stops it and says `ScannerStalled`.
    """
    for _ in range(4):
        try:
            scanned = SaneScanners(options, stall_minutes=1 / 6).scan(job)
        except ScannerStalled:
            continue
        if not isinstance(scanned.trouble, ScannerStalled):
            return scanned
    pytest.fail("the test device hung four times")


def _job(folder: Path, device: str = "test:0", source: str = FEEDER) -> ScanJob:
    return ScanJob(device, source, folder, lambda count: None)


@needs_sane
def test_sane_lists_its_devices(sane: Path) -> None:
    found = {s.device: s.label for s in SaneScanners().scanners()}
    assert found["test:0"] == "Noname frontend-tester"
    assert "pnm:0" in found


@needs_sane
def test_sane_empties_the_feeder_and_says_so_page_by_page(sane: Path) -> None:
    counts: list[int] = []
    job = ScanJob("test:0", FEEDER, sane, counts.append)
    scanned = _scan(("--resolution", "50"), job)
    assert scanned.trouble is None
    assert counts[-10:] == list(range(1, 11))
    assert [p.name for p in scanned.pages][::9] == ["page-00001.png", "page-00010.png"]
    assert all(p.stat().st_size for p in scanned.pages)


@needs_sane
def test_sane_takes_one_page_from_the_glass(sane: Path) -> None:
    scanned = _scan(("--resolution", "50"), _job(sane, source="Flatbed"))
    assert len(scanned.pages) == 1


@needs_sane
@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("JAMMED", PaperJam),
        ("COVER_OPEN", CoverOpen),
        ("NO_DOCS", FeederEmpty),
        ("DEVICE_BUSY", ScannerBusy),
        ("IO_ERROR", ScannerFailed),
        ("ACCESS_DENIED", ScanRefused),
    ],
)
def test_sane_trouble_has_a_code_and_a_hint(
    sane: Path, status: str, expected: type[WorldError]
) -> None:
    options = ("--resolution", "50", "--read-return-value", f"SANE_STATUS_{status}")
    with pytest.raises(expected) as caught:
        _scan(options, _job(sane))
    assert str(caught.value.advice)


@needs_sane
def test_a_device_that_is_not_there_is_no_scanner(sane: Path) -> None:
    with pytest.raises(NoScanner):
        SaneScanners().scan(_job(sane, device="nowhere:7"))


@needs_sane
def test_a_real_page_comes_through_sane_unharmed(
    sane: Path, intake: IntakeService, office: Office, anna: User, tmp_path: Path
) -> None:
    page = letter("genom SANE").convert("RGB")
    picture = put(tmp_path, "page.ppm", saved(page, "PPM"))
    scanned = _scan(("--filename", str(picture)), _job(sane, device="pnm:0", source=""))
    assert len(scanned.pages) == 1
    assert open_document("p.png", scanned.pages[0].read_bytes(), Limits()).parts[0].leaves[0].width


def test_without_the_program_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ScanProgramMissing):
        SaneScanners().scanners()

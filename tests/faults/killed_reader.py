"""Reads all mail of an office that is unread: `killed_reader OFFICE`; says each page it kept."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mi_desktop.demo import PASSPHRASE
from mi_desktop.intake import IntakeService
from mi_desktop.ocr import Means, OcrService
from mi_desktop.people import PeopleService, User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office, open_office
from tests.fakes.ocr_engines import SlowEngine
from tests.fakes.scanner import FakeScanner


@contextmanager
def reading_room(folder: Path) -> Iterator[tuple[Office, OcrService, IntakeService, User]]:
    """An office with two processes that read slowly, and who works there."""
    office, sandbox, settings = open_office(folder, PASSPHRASE), Sandbox(2), OfficeSettings()
    intake = IntakeService(office, sandbox, settings, FakeScanner([]))
    means = Means(SlowEngine("Zelvimar vid njursvikt", seconds=0.05), None)
    ocr = OcrService(office, intake, sandbox, settings, means)
    try:
        yield office, ocr, intake, PeopleService(office, settings.zone).by_name("anna")
    finally:
        ocr.close()
        sandbox.close()
        office.close()


def main(folder: Path) -> None:
    with reading_room(folder) as (_, ocr, _, anna):
        sys.stdout.write("open\n")
        for page in ocr.read(anna, ocr.unread_pieces()):
            sys.stdout.write(f"kept {page.part_id} {page.number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

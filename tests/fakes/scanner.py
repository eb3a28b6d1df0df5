"""A scanner that can be read: it delivers the pages it was given, or the trouble."""

from pathlib import Path

from PIL import Image

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake import ScanJob, Scanned, Scanner


class FakeScanner:
    """Puts its pictures into the job's folder, one a page, then stops for its reason."""

    def __init__(self, pages: list[Image.Image], trouble: WorldError | None = None) -> None:
        self.pages = pages
        self.trouble = trouble
        self.jobs: list[ScanJob] = []

    def scanners(self) -> list[Scanner]:
        return [Scanner("fake:0", "Fake scanner")]

    def scan(self, job: ScanJob) -> Scanned:
        self.jobs.append(job)
        paths: list[Path] = []
        for number, page in enumerate(self.pages, 1):
            path = job.folder / f"page-{number:05d}.png"
            page.save(path, dpi=(200, 200))
            paths.append(path)
            job.page_came(number)
        if self.trouble and not paths:
            raise self.trouble
        return Scanned(tuple(paths), self.trouble)

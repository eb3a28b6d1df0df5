"""Reading against plain Tesseract, page by page in turn, in one run: word F1 and seconds.

    python -m tests.bench.ocr [--every N] [--corpus FOLDER]

Sets: the demonstration mail's scans, faxes and photograph (plain: `-l swe+eng`), and pages
`typed__*` of a folder with a transcript beside each (plain: `-l eng`). `--every 3` takes each
third page. Figures hold for this machine as it is just now; the ratio is what counts.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.intake import open_document, raster
from mi_desktop.intake.formats import Limits
from mi_desktop.ocr.page import PageJob, read_page

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "ocr-inkbench-loc"
MAIL = RESOURCES / "demo" / "mail"
LANGUAGES = {"sv": "swe", "en": "eng", "da": "dan", "no": "nor", "fi": "fin", "de": "deu"}


@dataclass(frozen=True)
class Sample:
    """A page with its truth."""

    name: str
    job: PageJob
    truth: str
    language: str
    plain: str


def say(line: str) -> None:
    """A line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def word_f1(truth: str, got: str) -> float:
    """Order-free, case-folded."""
    want, have = (Counter(re.findall(r"\w+", text.lower())) for text in (truth, got))
    return 2 * (want & have).total() / max(1, want.total() + have.total())


def demonstration() -> Iterator[Sample]:
    """The pages of the demonstration mail that need reading."""
    for piece in json.loads((RESOURCES / "demo" / "mail.json").read_text())["pieces"]:
        if not piece["needs_ocr"] or piece["form"] in ("e-mail", "handwriting"):
            continue
        order = piece["make"].get("order")
        for number, page in enumerate(piece["pages"]):
            index = order.index(f"{piece['id']}:{number}") if order else number
            truth = "\n".join([*page["text"], *page.get("marks", ())])
            job = _job(MAIL / piece["file"], index)
            yield Sample(
                f"{piece['id']}:{number}", job, truth, LANGUAGES[piece["language"]], "swe+eng"
            )


def typed(folder: Path) -> Iterator[Sample]:
    """Typed pages of a folder with transcripts."""
    for path in sorted(folder.glob("typed__*.jpg")):
        truth = path.with_suffix(".txt").read_text()
        yield Sample(path.stem, _job(path, 0), truth, "eng", "eng")


def _job(path: Path, index: int) -> PageJob:
    data = path.read_bytes()
    part = open_document(path.name, data, Limits()).parts[0]
    leaf = part.leaves[index]
    size = (leaf.width, leaf.height)
    return PageJob(path.name, 1, data, part.media_type, index, size, own=("swe", "eng"))


def plain_tesseract(sample: Sample, folder: Path) -> tuple[str, float]:
    """What plain Tesseract reads, one thread, from the page's own dots; the seconds."""
    picture = folder / "page.png"
    if sample.job.media_type == "application/pdf":
        raster(sample.job.data, sample.job.media_type, sample.job.index).save(picture)
    else:
        with Image.open(BytesIO(sample.job.data)) as page:
            page.seek(sample.job.index)
            page.convert("L").save(picture, dpi=page.info.get("dpi", (0, 0)))
    start = time.monotonic()
    done = subprocess.run(
        ["tesseract", picture, "-", "-l", sample.plain],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, time.monotonic() - start


def measure(title: str, samples: list[Sample], folder: Path) -> None:
    """Reads each page both ways, in turn, and prints a line a page and the sums."""
    rows = []
    for sample in samples:
        text, plain_seconds = plain_tesseract(sample, folder)
        read = read_page(sample.job)
        ours, plain = word_f1(sample.truth, read.text), word_f1(sample.truth, text)
        rows.append((ours, plain, read.seconds, plain_seconds))
        told = "" if read.language == sample.language else f"  taken for {read.language!r}"
        say(
            f"{sample.name:28} F1 {ours:.3f} plain {plain:.3f}"
            f"  {read.seconds:5.2f} s plain {plain_seconds:5.2f} s{told}"
        )
    if not rows:
        return
    ours, plain, seconds, plain_seconds = (sum(column) for column in zip(*rows, strict=True))
    worse = sum(row[0] < row[1] - 0.02 for row in rows)
    say(
        f"{title}: {len(rows)} pages, F1 {ours / len(rows):.3f} plain {plain / len(rows):.3f},"
        f" time {seconds / plain_seconds:.2f} x plain, pages more than 0.02 worse: {worse}\n"
    )


def main() -> None:
    """Runs the sets that are here."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    asked = parser.parse_args()
    everything = list(demonstration())
    faxes = [s for s in everything if s.name.startswith("fax")]
    scans = [s for s in everything if not s.name.startswith("fax")]
    with tempfile.TemporaryDirectory() as name:
        measure("demonstration, scans", scans[:: asked.every], Path(name))
        measure("demonstration, faxes", faxes[:: asked.every], Path(name))
        if asked.corpus.is_dir():
            measure("typed pages", list(typed(asked.corpus))[:: asked.every], Path(name))
        else:
            say(f"NOT MEASURED: typed pages; {asked.corpus} is not here")


if __name__ == "__main__":
    main()

"""Reading against plain Tesseract and RapidOCR alone, in one run: word F1 and CPU seconds a page.

    python -m tests.bench.ocr [--sets typed,office,clean,…] [--every N] [--seed N] [--fresh]

Sets: real scans with transcripts, where they are (plain: `-l eng`), and letters of the
demonstration, each worn in its own way by a seed the tuning did not use (plain: `-l swe+eng`).
What the rivals read is kept by the page's digest; `--fresh` reads it all again, and only then
are seconds of one run compared. Figures hold for this machine as it is just now.
"""

import argparse
import hashlib
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from rapidocr import RapidOCR

from mi_desktop.intake import open_document, raster
from mi_desktop.intake.formats import Limits
from mi_desktop.ocr.page import PageJob, read_page
from tests.bench.ocr_pages import CORPORA, KINDS, Sample, office, swedish, typed

KEPT = Path(tempfile.gettempdir()) / "mi-desktop-bench-ocr"
NAMES = ("Brontiqa", "Zelvimar", "Kalmorin", "Quorvia", "Veraglyd")
LETTERS, SEED = 8, 4711
NAMED = ("ours", "plain", "rapid")
_ROW = "{:<12}{:>6}" + 8 * "{:>8}"


@dataclass(frozen=True)
class Outcome:
    """What one reader made of one page.

    Attributes:
        seconds: CPU time; None where an earlier run read it.
    """

    text: str
    seconds: float | None


def say(line: str) -> None:
    """A line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def word_f1(truth: str, got: str) -> float:
    """Order-free, case-folded, in NFC."""
    want, have = (
        Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))
        for text in (truth, got)
    )
    return 2 * (want & have).total() / max(1, want.total() + have.total())


def cpu_seconds() -> float:
    """Of this process and of the programs it ran."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def measured(reader: Callable[[Sample], str], sample: Sample) -> Outcome:
    """Reads a page now."""
    start = cpu_seconds()
    text = reader(sample)
    return Outcome(text, cpu_seconds() - start)


def kept(reader: Callable[[Sample], str], sample: Sample, fresh: bool) -> Outcome:
    """Reads a page, or gives what an earlier run read."""
    digest = hashlib.sha256(sample.data + sample.plain.encode()).hexdigest()
    place = KEPT / f"{reader.__name__}-{digest[:24]}.json"
    if place.exists() and not fresh:
        return Outcome(json.loads(place.read_text()), None)
    done = measured(reader, sample)
    place.write_text(json.dumps(done.text))
    return done


def ours(sample: Sample) -> str:
    """This project, one core, the language unknown."""
    part = open_document(sample.name, sample.data, Limits()).parts[0]
    leaf = part.leaves[0]
    job = PageJob(
        part_id=sample.name,
        number=1,
        data=part.view or sample.data,
        media_type=part.media_type,
        index=0,
        size=(leaf.width, leaf.height),
        own=("swe", "eng"),
        names=NAMES,
    )
    return read_page(job).text


def plain_tesseract(sample: Sample) -> str:
    """The program on the page's own dots, one thread."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / sample.name
        path.write_bytes(sample.data)
        if path.suffix == ".pdf":
            path = path.with_suffix(".png")
            raster(sample.data, "application/pdf", 0).save(path)
        done = subprocess.run(
            ["tesseract", path, "-", "-l", sample.plain],
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


def rapid_alone(sample: Sample) -> str:
    """RapidOCR with its own pipeline and settings."""
    part = open_document(sample.name, sample.data, Limits()).parts[0]
    page: Image.Image = raster(part.view or sample.data, part.media_type, 0).convert("RGB")
    found: Any = _rapid()(np.asarray(page)[:, :, ::-1])
    return "\n".join(found.txts or ())


@cache
def _rapid() -> RapidOCR:
    one = {"EngineConfig.onnxruntime.intra_op_num_threads": 1, "Global.log_level": "error"}
    return RapidOCR(params=one)


def measure(title: str, samples: list[Sample], asked: argparse.Namespace) -> None:
    """Reads each page with all three and prints a row; with `--pages`, a line a page as well."""
    rows = []
    for sample in samples:
        mine = measured(ours, sample)
        rivals = [kept(plain_tesseract, sample, asked.fresh)]
        if not asked.plain_only:
            rivals.append(kept(rapid_alone, sample, asked.fresh))
        scores = [word_f1(sample.truth, got.text) for got in (mine, *rivals)]
        rows.append((scores, [got.seconds for got in (mine, *rivals)]))
        if asked.pages:
            told = zip(NAMED, scores, strict=False)
            say(f"  {sample.name}: " + " ".join(f"{name} {score:.3f}" for name, score in told))
    if not rows:
        say(f"{title}: NOT MEASURED, nothing is here")
        return
    readers = range(len(rows[0][0]))
    means = [_three(statistics.mean(scores[n] for scores, _ in rows)) for n in readers]
    times = [_mean([seconds[n] for _, seconds in rows]) for n in readers]
    worse = sum(scores[0] < scores[1] - 0.02 for scores, _ in rows)
    ratio = times[0] / times[1] if times[0] and times[1] else None
    blank = ["-"] * (len(NAMED) - len(means))
    figures = [*means, *blank, *map(_two, times), *blank, _two(ratio)]
    say(_ROW.format(title, len(rows), *figures, worse))


def _mean(seconds: list[float | None]) -> float | None:
    known = [s for s in seconds if s is not None]
    return statistics.mean(known) if len(known) == len(seconds) else None


def _three(figure: float) -> str:
    return f"{figure:.3f}"


def _two(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2f}"


def main() -> None:
    """Runs the sets that are asked for and here."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default=",".join(("typed", "office", *KINDS)))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--plain-only", action="store_true", help="without RapidOCR alone")
    parser.add_argument("--pages", action="store_true", help="a line a page as well")
    asked = parser.parse_args()
    KEPT.mkdir(mode=0o700, exist_ok=True)
    say(_ROW.format("F1, then s", "pages", *NAMED, *NAMED, "x", "worse"))
    for name in asked.sets.split(","):
        real = {"typed": typed, "office": office}.get(name)
        found = real(asked.corpora) if real else swedish(name, asked.seed, LETTERS)
        measure(name, list(found)[:: asked.every], asked)


if __name__ == "__main__":
    main()

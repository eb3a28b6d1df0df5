"""Reading against its rivals, in one run: word F1, wall seconds a page, and their ratios.

    python -m tests.bench.ocr [--sets typed,office,clean,…] [--ocrmypdf PROGRAM] [--fresh]

Each page by `mi-desktop ocr`, plain Tesseract (OMP_THREAD_LIMIT=1), OCRmyPDF (`--deskew
--rotate-pages`; a program outside the project) and RapidOCR alone, in turn, so that a drifting
machine hits all alike. Sets: real scans with transcripts, where they are (rivals: `-l eng`);
letters of the demonstration, each worn in its own way by a seed the tuning did not use, and the
demonstration's own worn, faxed and photographed pages (rivals: `-l swe+eng`). `sure` is one page
at a time in a worker that stays, against one run of Tesseract, where the first reader was sure;
`pile` is 60 clean pages over all cores by our pipeline against one run of Tesseract a core.

What the rivals read is kept by the page's digest; `--fresh` reads it all again, and only then are
seconds of one run compared. Figures hold for this machine as it is just now.
"""

import argparse
import hashlib
import re
import statistics
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from tests.bench.ocr_pages import CORPORA, KINDS, Sample, demonstration, office, swedish, typed
from tests.bench.ocr_readers import Outcome, Reader, kept, ocrmypdf, ours, plain, rapid, timed
from tests.bench.ocr_speed import pile, sure

KEPT = Path(tempfile.gettempdir()) / "mi-desktop-bench-ocr"
LETTERS, SEED = 8, 4711
NAMED = ("ours", "plain", "ocrmypdf", "rapid")
_ROW = "{:<12}{:>6}" + 4 * "{:>9}" + " |" + 4 * "{:>9}" + " |{:>8}{:>8}{:>7}"


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


def readers_of(asked: argparse.Namespace) -> dict[str, Reader]:
    """Who is measured, by name."""
    readers: dict[str, Reader] = {"ours": ours, "plain": plain}
    if not asked.plain_only:
        if asked.ocrmypdf is not None:
            readers["ocrmypdf"] = ocrmypdf(asked.ocrmypdf)
        readers["rapid"] = rapid
    return readers


def read(name: str, reader: Reader, sample: Sample, asked: argparse.Namespace) -> Outcome:
    """One reader on one page; what is ours is always read now."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / sample.name
        page.write_bytes(sample.data)
        if name == "ours":
            return timed(reader, page, sample.plain)
        digest = hashlib.sha256(sample.data + sample.plain.encode()).hexdigest()
        place = KEPT / f"{name}-{digest[:24]}.json"
        if asked.fresh:
            place.unlink(missing_ok=True)
        return kept(reader, place, page, sample.plain)


def measure(title: str, samples: list[Sample], asked: argparse.Namespace) -> None:
    """Reads each page with everybody and prints a row; with `--pages`, a line a page as well."""
    readers = readers_of(asked)
    scores: dict[str, list[float]] = {name: [] for name in readers}
    times: dict[str, list[float | None]] = {name: [] for name in readers}
    for sample in samples:
        for name, reader in readers.items():
            done = read(name, reader, sample, asked)
            scores[name].append(word_f1(sample.truth, done.text))
            times[name].append(done.seconds)
        if asked.pages:
            told = " ".join(f"{name} {got[-1]:.3f}" for name, got in scores.items())
            say(f"  {sample.name}: {told}")
    if not samples:
        say(f"{title}: NOT MEASURED, nothing is here")
        return
    seconds = {name: _mean(times[name]) for name in readers}
    pairs = zip(scores["ours"], scores["plain"], strict=True)
    say(
        _ROW.format(
            title,
            len(samples),
            *(_told(statistics.mean(scores[n]) if n in scores else None, 3) for n in NAMED),
            *(_told(seconds.get(n), 2) for n in NAMED),
            *(_told(_ratio(seconds, n), 2) for n in ("plain", "ocrmypdf")),
            sum(mine < theirs - 0.02 for mine, theirs in pairs),
        )
    )


def _ratio(seconds: dict[str, float | None], rival: str) -> float | None:
    mine, theirs = seconds["ours"], seconds.get(rival)
    return mine / theirs if mine and theirs else None


def _mean(seconds: list[float | None]) -> float | None:
    known = [s for s in seconds if s is not None]
    return statistics.mean(known) if known and len(known) == len(seconds) else None


def _told(figure: float | None, places: int) -> str:
    return "-" if figure is None else f"{figure:.{places}f}"


def samples_of(name: str, asked: argparse.Namespace) -> list[Sample]:
    """The pages of a set."""
    if name in ("typed", "office"):
        found = {"typed": typed, "office": office}[name](asked.corpora)
    elif name == "demo":
        found = demonstration(asked.seed)
    else:
        found = swedish(name, asked.seed, asked.letters)
    return list(found)[:: asked.every]


def main() -> None:
    """Runs the sets that are asked for and here."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default=",".join(("typed", "office", *KINDS, "demo")))
    parser.add_argument("--speed", action="store_true", help="sure pages and a pile as well")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--ocrmypdf", type=Path, help="the program, from an environment of its own")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--plain-only", action="store_true", help="against plain Tesseract alone")
    parser.add_argument("--pages", action="store_true", help="a line a page as well")
    asked = parser.parse_args()
    KEPT.mkdir(mode=0o700, exist_ok=True)
    if asked.ocrmypdf is None and not asked.plain_only:
        say("OCRmyPDF IS NOT MEASURED: say where it is by --ocrmypdf")
    say(f"seed {asked.seed}; word F1 | wall seconds a page | ours against plain, OCRmyPDF; pages")
    say(_ROW.format("", "pages", *NAMED, *NAMED, "x plain", "x omp", "worse"))
    for name in filter(None, asked.sets.split(",")):
        measure(name, samples_of(name, asked), asked)
    if asked.speed:
        say(sure(list(swedish("clean", asked.seed, asked.letters))))
        say(pile(list(swedish("clean", asked.seed, asked.letters))))


if __name__ == "__main__":
    main()

"""How fast pages are read that are easily read: one at a time, and a pile over all cores."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from mi_desktop.intake import open_document
from mi_desktop.intake.formats import Limits
from mi_desktop.ocr.executor import Executor, Local
from mi_desktop.ocr.model import PageText
from mi_desktop.ocr.page import PageJob
from mi_desktop.ocr.second_look import LINES_AGAIN, PAGE_AGAIN
from mi_desktop.ocr.workers import make_sandbox
from tests.bench.ocr_pages import Sample
from tests.bench.ocr_readers import plain

PILE = 60
T = TypeVar("T")
OWN = ("swe", "eng")


def job_of(sample: Sample) -> PageJob:
    """A page as the office hands it out, its language unknown."""
    part = open_document(sample.name, sample.data, Limits()).parts[0]
    leaf = part.leaves[0]
    size = leaf.width, leaf.height
    return PageJob(sample.name, 1, part.view or sample.data, part.media_type, 0, size, own=OWN)


def sure(samples: list[Sample]) -> str:
    """Wall time a page in a worker that stays: words, text and PDF layer of one reading.

    Told over all pages, and over those where the first reader was sure of every word.

    Raises:
        WorldError: a page cannot be read.
    """
    rows: list[tuple[bool, float, float]] = []
    with _Worker() as executor, TemporaryDirectory() as folder:
        _read(executor, [job_of(samples[0])])
        for sample in samples:
            job = job_of(sample)
            page = Path(folder) / sample.name
            page.write_bytes(sample.data)
            mine, (text,) = _timed(partial(_read, executor, [job]))
            theirs, _ = _timed(partial(plain, page, sample.plain))
            rows.append((not {LINES_AGAIN, PAGE_AGAIN} & set(text.steps), mine, theirs))
    return "\n".join(
        (
            _against("clean pages", rows),
            _against("of them sure (at most 1.25)", [row for row in rows if row[0]]),
        )
    )


def _against(title: str, rows: list[tuple[bool, float, float]]) -> str:
    if not rows:
        return f"{title}: NOT MEASURED, there is none"
    mine, theirs = (sum(row[n] for row in rows) / len(rows) for n in (1, 2))
    return (
        f"{title}: {len(rows)}, ours {mine:.2f} s, plain {theirs:.2f} s a page,"
        f" {mine / theirs:.2f} x plain"
    )


def pile(samples: list[Sample]) -> str:
    """Wall time of a pile over all cores, against plain Tesseract, one run a core.

    Raises:
        WorldError: a page cannot be read.
    """
    chosen = list(islice(cycle(samples), PILE))
    cores = os.cpu_count() or 1
    with _Worker() as executor:
        _read(executor, [job_of(samples[0])] * cores)
        mine, _ = _timed(lambda: [f.result() for f in [executor.submit(job_of(s)) for s in chosen]])
    with TemporaryDirectory() as folder, ThreadPoolExecutor(cores) as pool:
        files = [Path(folder) / f"{n}-{sample.name}" for n, sample in enumerate(chosen)]
        for file, sample in zip(files, chosen, strict=True):
            file.write_bytes(sample.data)
        rival, _ = _timed(lambda: list(pool.map(lambda f: plain(f, chosen[0].plain), files)))
    return (
        f"pile: {PILE} clean pages, {cores} cores, ours {mine:.1f} s, plain {rival:.1f} s,"
        f" {rival / mine:.2f} x as fast (1.0 or more)"
    )


def _read(executor: Executor, jobs: Sequence[PageJob]) -> list[PageText]:
    return [future.result() for future in [executor.submit(job) for job in jobs]]


class _Worker:
    """The pipeline's own processes, ended when it is left."""

    def __enter__(self) -> Executor:
        self._sandbox = make_sandbox()
        return Local(self._sandbox)

    def __exit__(self, *_: object) -> None:
        self._sandbox.close()


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.monotonic()
    done = work()
    return time.monotonic() - began, done

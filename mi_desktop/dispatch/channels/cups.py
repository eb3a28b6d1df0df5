"""Printers through CUPS: the programs `lp`, `lpstat` and `cancel`."""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from mi_desktop.dispatch.errors import NoPrintProgram, NoQueue, PrintFailed, QueueStopped
from mi_desktop.dispatch.model import Document, JobState, Printer

TIME_LIMIT = 30.0
# One side a sheet, and not a hair smaller: the address must hit the window.
_AS_IT_IS = ("-o", "sides=one-sided", "-o", "print-scaling=none")
_QUEUE = re.compile(r"^printer (\S+) (.*)$")
_JOB = re.compile(r"^request id is (\S+-\d+) ", re.MULTILINE)


class CupsPrinters:
    """The queues of this machine (or of `CUPS_SERVER`)."""

    def __init__(self, patience: float = 20.0, pause: float = 0.3) -> None:
        """Looks at nothing yet.

        Args:
            patience: seconds that `settle` waits for a job.
            pause: seconds between two looks.
        """
        self._patience = patience
        self._pause = pause

    def printers(self) -> list[Printer]:
        """The queues and their state; none where there is no print system."""
        try:
            return _queues()
        except (NoPrintProgram, PrintFailed):
            return []

    def send(self, printer: str, title: str, documents: Sequence[Document]) -> str:
        """One job a document, so that each can be followed and printed again by itself.

        Raises:
            NoPrintProgram: `lp` is not installed.
            NoQueue: the printer is gone, or the print system does not run.
            QueueStopped: nothing was put in the queue.
            PrintFailed: `lp` said no; jobs it had taken were cancelled.
        """
        _must_take(printer)
        jobs: list[str] = []
        with tempfile.TemporaryDirectory(prefix="mi-print-") as folder:
            for document in documents:
                path = Path(folder, f"{document.name}.pdf")
                path.write_bytes(document.data)
                try:
                    jobs.append(_submit(printer, f"{title} {document.name}", path))
                except PrintFailed:
                    self.cancel(" ".join(jobs))
                    raise
        return " ".join(jobs)

    def settle(self, printer: str, job: str) -> JobState:
        """Waits until the queue holds none of the jobs, at most `patience` seconds.

        CUPS keeps no word on whether a job that left the queue came out on paper; that is what
        ticking off is for.
        """
        until = time.monotonic() + self._patience
        while self.state(printer, job) is JobState.WAITING and time.monotonic() < until:
            time.sleep(self._pause)
        return self.state(printer, job)

    def state(self, printer: str, job: str) -> JobState:
        """Where the jobs are now.

        Raises:
            PrintFailed: no answer.
        """
        done = _run("lpstat", "-W", "not-completed", "-o", printer)
        if done.returncode:
            return JobState.LOST
        waiting = {line.split()[0] for line in done.stdout.splitlines() if line.strip()}
        return JobState.WAITING if waiting & set(job.split()) else JobState.OUT

    def cancel(self, job: str) -> None:
        """Takes the jobs out of the queue, those that still wait there.

        Raises:
            PrintFailed: one is still in the queue.
        """
        for one in job.split():
            done = _run("cancel", one)
            printer = one.rpartition("-")[0]
            if self.state(printer, one) is JobState.WAITING:
                raise PrintFailed(printer=printer, said=done.stderr.strip())


def _must_take(printer: str) -> None:
    queue = next((p for p in _queues() if p.name == printer), None)
    if queue is None:
        raise NoQueue(printer=printer)
    if not queue.ready:
        raise QueueStopped(printer=printer, said=queue.words)


def _queues() -> list[Printer]:
    """Queues set up here, and those found on the network, ready as far as anybody knows."""
    known = {p.name: p for p in _set_up()}
    found = _run("lpstat", "-e").stdout.split()
    return [known.get(name, Printer(name, True, "")) for name in sorted({*known, *found})]


def _set_up() -> list[Printer]:
    """Queues set up here: a line for each, and under it the reason why it is stopped."""
    queues: list[Printer] = []
    for line in _run("lpstat", "-p").stdout.splitlines():
        head = _QUEUE.match(line)
        if head:
            queues.append(Printer(head[1], not head[2].startswith("disabled"), ""))
        elif queues and line.strip() and not queues[-1].ready:
            last = queues.pop()
            queues.append(Printer(last.name, False, f"{last.words} {line.strip()}".strip()))
    return queues


def _submit(printer: str, title: str, path: Path) -> str:
    done = _run("lp", "-d", printer, "-t", title, *_AS_IT_IS, str(path))
    job = _JOB.search(done.stdout)
    if done.returncode or not job:
        raise PrintFailed(printer=printer, said=done.stderr.strip().removeprefix("lp: "))
    return job[1]


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [program, *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIME_LIMIT,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as e:
        raise NoPrintProgram(program=program) from e
    except subprocess.TimeoutExpired as e:
        raise PrintFailed(printer=program, said=f"no answer within {TIME_LIMIT:.0f} s") from e

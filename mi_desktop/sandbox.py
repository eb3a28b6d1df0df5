"""Runs a reader of hostile bytes in its own process, with limits on time and memory.

The processes start at the first call, live long and work at low priority. One that dies
or hangs costs its own call only; the pool puts another in its place.
"""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from mi_desktop.basics.errors import WorldError

if sys.platform != "win32":
    import resource
    import signal

T = TypeVar("T")
NICE = 10


class SandboxTimeout(WorldError):
    """The call took longer than it may; its process was ended."""

    code = "SBX-001"
    says = "Opening it took longer than {seconds} s and was stopped."
    hint = "It may be damaged or made to do harm. Ask for it in another form; the rest goes on."


class SandboxCrash(WorldError):
    """The process of the call died."""

    code = "SBX-002"
    says = "The program that opens such documents crashed on it."
    hint = "It may be damaged or made to do harm. Ask for it in another form; the rest goes on."


class SandboxMemory(WorldError):
    """The call wanted more memory than it may have."""

    code = "SBX-003"
    says = "Opening it needs more memory than is allowed."
    hint = "It may be made to do harm. Ask for it in a smaller form; the rest goes on."


class Sandbox:
    """A pool of worker processes; making one costs nothing before the first call."""

    def __init__(self, workers: int, memory_mb: int = 1500, preload: tuple[str, ...] = ()) -> None:
        """Sets the limits.

        Args:
            workers: processes at most, at least 1; one more for what is urgent.
            memory_mb: address space of each, MiB; not enforced on Windows.
            preload: modules that every process has from its start.
        """
        context = _context(preload)
        self._pool, self._urgent = (
            ProcessPool(
                max_workers=count,
                initializer=_confine,
                initargs=(memory_mb * 2**20, nice),
                context=context,
            )
            for count, nice in ((max(1, workers), NICE), (1, 0))
        )
        self._open: set[_Answer[Any]] = set()

    def start(self) -> None:
        """Loads already what processes will need, while the caller does something else."""
        _start_server()

    def submit(
        self, call: Callable[..., T], *args: Any, seconds: float, urgent: bool = False
    ) -> "Future[T]":
        """Queues a call.

        Args:
            call: a function of a module; it, its arguments and its result must pickle.
            args: given to it.
            seconds: wall time it may take, counted from when a process starts on it.
            urgent: a person waits for it: not queued behind the others, at normal priority.

        Returns:
            A future; it raises what the call raised, `SandboxTimeout`, `SandboxCrash` or
            `SandboxMemory`.
        """
        _start_server()
        pool = self._urgent if urgent else self._pool
        inner = pool.schedule(call, args=args, timeout=seconds)
        outer = _Answer[T](inner, seconds)
        self._open.add(outer)
        outer.add_done_callback(self._open.discard)
        inner.add_done_callback(outer.pass_on)
        return outer

    def run(self, call: Callable[..., T], *args: Any, seconds: float, urgent: bool = False) -> T:
        """Calls and waits; see `submit`."""
        return self.submit(call, *args, seconds=seconds, urgent=urgent).result()

    def close(self) -> None:
        """Ends the processes, busy or not; their calls are cancelled."""
        # The pool forgets calls that are still open when it stops: nobody may wait for them.
        for answer in self._open.copy():
            answer.cancel()
        for pool in (self._pool, self._urgent):
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _context(preload: tuple[str, ...]) -> BaseContext:
    """Where there is `fork`: a server process that imports once and forks the workers."""
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


@cache
def _start_server() -> None:
    """Starts the server process, where there is one, deaf to Ctrl+C and mute, as its workers are.

    Its caller ends it; and a worker that is ended while it starts has nothing to tell a person.
    """
    if sys.platform != "linux":
        return
    # The server starts this one where it does not run, and hears Ctrl+C again after that.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _muted():
            forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _muted() -> Iterator[None]:
    """Whoever is started here has a standard error that leads nowhere."""
    try:
        kept = os.dup(2)
    except OSError:  # closed by whoever started the program
        yield
        return
    try:
        _mute()
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _mute() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)


class _Answer(Future[T]):
    """The future handed out: cancels the one inside, and speaks our errors."""

    def __init__(self, inner: "ProcessFuture[T]", seconds: float) -> None:
        super().__init__()
        self._inner, self._seconds = inner, seconds

    def cancel(self) -> bool:
        """Stops the call, also where it runs already."""
        return bool(self._inner.cancel())  # type: ignore[no-untyped-call]

    def running(self) -> bool:
        """True while a process is at it."""
        return not self.done() and bool(self._inner.running())

    def pass_on(self, inner: "Future[T]") -> None:
        """Takes over what the inner future ended with."""
        if inner.cancelled():
            super().cancel()
            self.set_running_or_notify_cancel()
            return
        error = inner.exception()
        if error is None:
            self.set_result(inner.result())
        else:
            self.set_exception(self._ours(error))

    def _ours(self, error: BaseException) -> BaseException:
        if isinstance(error, ProcessExpired):
            return SandboxCrash()
        if isinstance(error, MemoryError):
            return SandboxMemory()
        if isinstance(error, TimeoutError):
            return SandboxTimeout(seconds=f"{self._seconds:g}")
        return error


def _confine(memory: int, nice: int) -> None:
    """Runs first in each process: lower priority, less memory, deaf and mute at the terminal."""
    # Libraries print what they think of broken bytes, parts of those bytes included.
    _mute()
    if sys.platform == "win32":
        return
    os.nice(nice)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

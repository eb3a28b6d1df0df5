"""The only way a screen starts work: records on one thread, slow work on a few others.

Results come back on the window's thread. A `WorldError` becomes words in the message bar (or
goes to `failed`), anything else a crash report: this is one of the two places that catch
broadly. The other is the crash hook.
"""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, overload

import shiboken6
from PySide6.QtCore import QObject, Signal

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Cancelled, Progress
from mi_desktop.basics.words import Words

T = TypeVar("T")
SLOW_THREADS = 4
Failed = Callable[[WorldError], None]


class Task(QObject):
    """A piece of slow work as the status line shows it.

    Attributes:
        title: what is being done; None for quiet work that the status line leaves out.
        moved: done, total, what (`Words` or None).
    """

    moved = Signal(int, int, object)

    def __init__(self, title: Words | None) -> None:
        super().__init__()
        self.title = title
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next step; what is finished stays."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """True once somebody asked it to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        """`Progress` for the worker; raises `Cancelled` where the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.moved.emit(done, total, what)


class Tasks(QObject):
    """Starts work and brings results home.

    Attributes:
        started: a `Task` with a title began.
        ended: it is over, whatever came of it.
        world_failed: a `WorldError` nobody took; the message bar shows it.
        crashed: an exception that is a bug of ours.
        idle: nothing runs and nothing waits.
    """

    started = Signal(object)
    ended = Signal(object)
    world_failed = Signal(object)
    crashed = Signal(object)
    idle = Signal()
    _home = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._records = ThreadPoolExecutor(1, "records")
        self._slow = ThreadPoolExecutor(SLOW_THREADS, "slow")
        self._running: dict[int, Task] = {}
        self._open = True
        self._home.connect(self._deliver)

    def records(
        self,
        call: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs a quick verb or query; one after the other, in the order asked.

        Args:
            call: runs on the records thread; touches no widget.
            then: gets the result on the window's thread; left out where its widget is gone.
            failed: gets the `WorldError`; without it the message bar tells the user.
        """
        self._submit(self._records, Task(None), lambda _: call(), (then, failed))

    @overload
    def slow(
        self,
        title: Words | None,
        call: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        *,
        each: None = None,
        failed: Failed | None = None,
    ) -> Task: ...

    @overload
    def slow(
        self,
        title: Words | None,
        call: Callable[[Progress], Iterable[T]],
        then: Callable[[list[T]], None] | None = None,
        *,
        each: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Task: ...

    def slow(
        self,
        title: Words | None,
        call: Callable[[Progress], Any],
        then: Callable[[Any], None] | None = None,
        *,
        each: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
    ) -> Task:
        """Starts work that takes its time: reading, rendering, printing, the network.

        Args:
            title: for the status line, with bar and cancel; None for quiet work.
            call: runs on a pool thread with a progress that raises `Cancelled`.
            then: gets the result; with `each`, the list of all items. Not called when cancelled.
            each: where `call` gives an iterable: gets item after item as they come.
            failed: gets the `WorldError`; without it the message bar tells the user.

        Returns:
            The task, to watch or cancel.
        """
        task = Task(title)
        work = call if each is None else self._item_by_item(call, each, task)
        self._submit(self._slow, task, work, (then, failed))
        return task

    @property
    def busy(self) -> bool:
        """True while anything runs or waits."""
        return bool(self._running)

    @property
    def settled(self) -> bool:
        """True while nothing runs but work that the status line shows: what was asked is there."""
        return all(task.title is not None for task in self._running.values())

    def cancel_all(self) -> None:
        """Asks everything to stop."""
        for task in list(self._running.values()):
            task.cancel()

    def close(self) -> None:
        """Stops: cancels what runs, waits for it, brings nothing home and starts nothing more."""
        self._open = False
        self.cancel_all()
        for pool in (self._slow, self._records):
            pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
        self._home.disconnect(self._deliver)

    def _item_by_item(
        self, call: Callable[[Progress], Any], each: Callable[[Any], None], task: Task
    ) -> Callable[[Progress], list[Any]]:
        def run(progress: Progress) -> list[Any]:
            items = []
            iterable: Iterable[Any] = call(progress)
            for item in iterable:
                items.append(item)
                self._home.emit(lambda item=item: _hand(each, item))
                if task.cancelled:
                    raise Cancelled
            return items

        return run

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        task: Task,
        call: Callable[[Progress], Any],
        ends: tuple[Callable[[Any], None] | None, Failed | None],
    ) -> None:
        if not self._open:
            return
        self._running[id(task)] = task
        if task.title is not None:
            self.started.emit(task)
        pool.submit(self._run, task, call, ends)

    def _run(
        self,
        task: Task,
        call: Callable[[Progress], Any],
        ends: tuple[Callable[[Any], None] | None, Failed | None],
    ) -> None:
        """On the worker's thread: whatever happens is brought home, nothing is raised."""
        then, failed = ends
        outcome: Callable[[], None]
        try:
            result = call(task)
            outcome = lambda: _hand(then, result)  # noqa: E731
        except Cancelled:
            outcome = _nothing
        except WorldError as e:
            error = e
            outcome = lambda: _hand(failed or self.world_failed.emit, error)  # noqa: E731
        except Exception as e:  # noqa: BLE001 - a bug becomes a crash report, never a dead lane
            bug = e
            outcome = lambda: self.crashed.emit(bug)  # noqa: E731
        self._home.emit(lambda: self._finish(task, outcome))

    def _finish(self, task: Task, outcome: Callable[[], None]) -> None:
        self._running.pop(id(task), None)
        if task.title is not None:
            self.ended.emit(task)
        outcome()
        if not self._running:
            self.idle.emit()

    def _deliver(self, outcome: Callable[[], None]) -> None:
        outcome()


def _nothing() -> None:
    """Cancelled work has no result."""


def _hand(to: Callable[[Any], None] | None, result: Any) -> None:
    owner = getattr(to, "__self__", None)
    if to is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
        return
    to(result)

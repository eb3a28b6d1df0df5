"""The sandbox: limits hold, and one bad call costs itself only."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError
from time import monotonic

import pytest

from mi_desktop.sandbox import Sandbox, SandboxCrash, SandboxMemory, SandboxTimeout


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(workers=2, memory_mb=600)
    yield made
    made.close()


def double(number: int) -> int:
    return 2 * number


def refuse(why: str) -> None:
    raise ValueError(why)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(3)


def spin() -> None:
    while True:
        pass


def swell() -> int:
    return len(bytearray(2**30))


def priority() -> int:
    return os.nice(0)


def test_answers_come_back(sandbox: Sandbox) -> None:
    futures = [sandbox.submit(double, n, seconds=30) for n in range(5)]
    assert [f.result() for f in futures] == [0, 2, 4, 6, 8]


def test_what_the_call_raises_is_raised(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="so there"):
        sandbox.run(refuse, "so there", seconds=30)


@pytest.mark.parametrize("end", [die, leave])
def test_a_dead_worker_costs_its_call_only(sandbox: Sandbox, end: object) -> None:
    with pytest.raises(SandboxCrash):
        sandbox.run(end, seconds=30)  # type: ignore[arg-type]
    assert sandbox.run(double, 4, seconds=30) == 8


def test_a_call_that_hangs_is_stopped(sandbox: Sandbox) -> None:
    with pytest.raises(SandboxTimeout) as caught:
        sandbox.run(spin, seconds=0.5)
    assert "0.5 s" in str(caught.value.words)
    assert sandbox.run(double, 4, seconds=30) == 8


def test_memory_is_limited(sandbox: Sandbox) -> None:
    with pytest.raises(SandboxMemory):
        sandbox.run(swell, seconds=30)
    assert sandbox.run(double, 4, seconds=30) == 8


def test_workers_yield_to_the_window(sandbox: Sandbox) -> None:
    assert sandbox.run(priority, seconds=30) >= 10


def test_a_running_call_can_be_cancelled(sandbox: Sandbox) -> None:
    future = sandbox.submit(spin, seconds=60)
    assert future.cancel()
    with pytest.raises(CancelledError):
        future.result()


def test_closing_is_quick_even_when_busy() -> None:
    sandbox = Sandbox(workers=1)
    assert sandbox.run(double, 1, seconds=30) == 2
    future = sandbox.submit(spin, seconds=60)
    start = monotonic()
    sandbox.close()
    assert monotonic() - start < 5
    assert future.cancelled()


def test_an_unused_sandbox_starts_no_process() -> None:
    start = monotonic()
    Sandbox(workers=8).close()
    assert monotonic() - start < 0.5


def test_processes_that_were_started_early_answer_as_others() -> None:
    sandbox = Sandbox(1)
    sandbox.start()
    try:
        assert sandbox.run(abs, -3, seconds=30) == 3
    finally:
        sandbox.close()

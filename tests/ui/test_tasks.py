"""The two lanes: order, results home, words for the world's failures, reports for ours."""

import threading

from PySide6.QtWidgets import QLabel

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.ui.tasks import Tasks


class DiskFull(WorldError):
    code = "FAKE-201"
    says = "The disk is full."
    hint = "Free some space."


def test_records_run_one_after_the_other_on_another_thread(qtbot, tasks):
    seen, here = [], threading.get_ident()
    for n in range(20):
        tasks.records(lambda n=n: (n, threading.get_ident()), seen.append)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert [n for n, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen}) == 1
    assert here not in {thread for _, thread in seen}


def test_results_come_home_to_the_windows_thread(qtbot, tasks):
    threads = []
    with qtbot.waitSignal(tasks.idle):
        tasks.slow(None, lambda _: 1, lambda _: threads.append(threading.get_ident()))
    assert threads == [threading.get_ident()]


def test_items_come_one_by_one_and_then_all(qtbot, tasks):
    each, every = [], []
    with qtbot.waitSignal(tasks.idle):
        tasks.slow(None, lambda _: iter("abc"), every.extend, each=each.append)
    assert each == every == ["a", "b", "c"]


def test_a_world_failure_is_told_or_handed_to_who_asked(qtbot, tasks):
    def fail(_=None):
        raise DiskFull

    told, taken = [], []
    tasks.world_failed.connect(told.append)
    tasks.records(fail)
    with qtbot.waitSignal(tasks.idle):
        tasks.records(fail, failed=taken.append)
    assert [type(e) for e in told] == [DiskFull] == [type(e) for e in taken]


def test_a_bug_is_reported_and_the_lane_goes_on(qtbot, qapp):
    lanes, bugs, after = Tasks(), [], []
    lanes.crashed.connect(bugs.append)
    lanes.records(lambda: 1 / 0)
    with qtbot.waitSignal(lanes.idle):
        lanes.records(lambda: "still alive", after.append)
    assert isinstance(bugs[0], ZeroDivisionError)
    assert after == ["still alive"]
    lanes.close()


def test_cancel_stops_at_the_next_step_and_keeps_what_is_done(qtbot, tasks):
    done, ended, gate = [], [], threading.Event()

    def work(progress):
        for n in range(1000):
            progress.step(n, 1000)
            yield n
            gate.wait(1)

    tasks.ended.connect(ended.append)
    task = tasks.slow(words("Counting"), work, ended.append, each=done.append)
    qtbot.waitUntil(lambda: bool(done))
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ended == [task]
    assert 1 <= len(done) < 1000


def test_progress_reaches_the_window(qtbot, tasks):
    steps = []

    def work(progress):
        progress.step(1, 3, words("page {n}", n=1))

    tasks.started.connect(lambda task: task.moved.connect(lambda *step: steps.append(step)))
    with qtbot.waitSignal(tasks.idle):
        tasks.slow(words("Reading"), work)
    assert steps == [(1, 3, words("page {n}", n=1))]


def test_a_widget_that_is_gone_gets_no_result(qtbot, tasks):
    label, gate = QLabel(), threading.Event()
    tasks.slow(None, lambda _: (gate.wait(5), "late")[1], label.setText)
    label.deleteLater()
    with qtbot.waitSignal(label.destroyed):
        pass
    with qtbot.waitSignal(tasks.idle):
        gate.set()

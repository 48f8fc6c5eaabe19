import threading

import pytest
from PySide6.QtCore import QThread

from app.jobs import Progress
from ui.tasks import Task


def test_result_reaches_the_gui_thread(qtbot, runner):
    heard = []

    class Receiver(Task):
        def take(self, value):
            heard.append((value, QThread.currentThread() is self.thread()))

    owner = Receiver(lambda _job: None)
    task = Task(lambda _job: 7)
    task.succeeded.connect(owner.take)
    with qtbot.waitSignal(task.finished):
        runner.start(task)
    qtbot.waitUntil(lambda: not runner.running)
    assert heard == [(7, True)]


def test_error_is_handed_over(qtbot, runner):
    def fail(_job):
        raise ValueError("no")

    task = Task(fail)
    with qtbot.waitSignal(task.failed) as caught:
        runner.start(task)
    assert isinstance(caught.args[0], ValueError)


def test_cancel_stops_work_and_the_last_report_always_comes(qtbot, runner):
    begun = threading.Event()

    def work(job):
        for step in range(1, 4):
            job.report(Progress("attach", step, 3))
        begun.set()
        while True:
            job.check_cancelled()

    reports = []
    task = Task(work)
    task.progressed.connect(reports.append)
    with qtbot.waitSignal(task.cancelled):
        runner.start(task)
        assert begun.wait(10)
        task.cancel()
    assert reports[-1].done == 3


def test_one_worker_runs_one_after_another(qtbot):
    from ui.tasks import TaskRunner

    runner = TaskRunner(None, workers=1)
    order = []
    tasks = [Task(lambda _job, n=n: order.append(n)) for n in range(20)]
    with qtbot.waitSignals([t.finished for t in tasks]):
        for task in tasks:
            runner.start(task)
    assert order == list(range(20))
    assert runner.shutdown()


def test_what_is_over_is_no_longer_at_work_though_nobody_has_heard_of_it(qtbot):
    """A window that closes right then asks nobody whether to stop what has ended."""
    from ui.tasks import TaskRunner

    runner = TaskRunner(None, workers=1)
    go = threading.Event()
    runner.start(Task(lambda _job: go.wait(10)))
    assert len(runner.at_work) == 1
    go.set()
    assert runner.shutdown()  # waits for the thread; the loop has not turned since
    assert runner.at_work == ()
    assert len(runner.running) == 1
    qtbot.waitUntil(lambda: not runner.running)


def test_shutdown_cancels(qtbot):
    from ui.tasks import TaskRunner

    runner = TaskRunner(None, workers=1)
    begun = threading.Event()

    def work(job):
        begun.set()
        while True:
            job.check_cancelled()

    runner.start(Task(work))
    assert begun.wait(10)
    assert runner.shutdown()


@pytest.mark.parametrize("size", [2**31, 2**40])
def test_large_numbers_pass(qtbot, runner, size):
    task = Task(lambda _job: size)
    with qtbot.waitSignal(task.succeeded) as caught:
        runner.start(task)
    assert caught.args == [size]

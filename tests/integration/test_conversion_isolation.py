import os
import time

import psutil
import pytest

from app.isolation import Broken, Crashed, Done, IsolatedCall, Overdue, Workers
from app.jobs import Cancelled, CancelToken, SilentJob


def act(what: object) -> object:
    """Do in a worker what the argument says."""
    match what:
        case "hang":
            time.sleep(600)
        case "die":
            os._exit(3)
        case "raise":
            raise ValueError(what)
        case "pid":
            return os.getpid()
    return what


class CancelledSoon(SilentJob):
    """A job that is cancelled as soon as somebody has looked a few times."""

    def __init__(self) -> None:
        super().__init__(CancelToken())
        self.looks = 0

    def check_cancelled(self) -> None:
        self.looks += 1
        if self.looks > 2:
            self.token.cancel()
        super().check_cancelled()


def test_result_comes_back(workers):
    assert workers.run(act, 7, 30, SilentJob()) == Done(7)


def test_workers_are_reused(workers):
    pids = {workers.run(act, "pid", 30, SilentJob()) for _ in range(6)}
    assert len(pids) <= 2


def test_hang_and_crash_cost_only_themselves():
    with Workers(2) as workers:
        tasks = [IsolatedCall(what, 2.0) for what in (1, "hang", 2, "die", 3, "raise", 4)]
        results = dict(workers.run_each(act, tasks, SilentJob()))
        assert results["hang"] == Overdue(2.0)
        assert isinstance(results["die"], Crashed)
        assert results["raise"] == Broken("ValueError: raise")
        assert [results[n] for n in (1, 2, 3, 4)] == [Done(1), Done(2), Done(3), Done(4)]


def test_neighbours_in_a_chunk_are_run_again():
    with Workers(2) as workers:
        tasks = [IsolatedCall(what, 2.0) for what in (1, 2, "die", 3, 4)]
        results = dict(workers.run_each(act, tasks, SilentJob(), chunk=5))
        assert isinstance(results["die"], Crashed)
        assert [results[n] for n in (1, 2, 3, 4)] == [Done(1), Done(2), Done(3), Done(4)]


def test_cancelling_kills_the_running_task():
    with Workers(1) as workers:
        worker = psutil.Process(_pid_of(workers))
        with pytest.raises(Cancelled):
            workers.run(act, "hang", 600, CancelledSoon())
        worker.wait(timeout=10)


def _pid_of(workers: Workers) -> int:
    outcome = workers.run(act, "pid", 30, SilentJob())
    assert isinstance(outcome, Done)
    return outcome.value


def test_pool_starts_again_after_close():
    workers = Workers(1)
    assert workers.run(act, 1, 30, SilentJob()) == Done(1)
    workers.close()
    assert workers.run(act, 2, 30, SilentJob()) == Done(2)
    workers.close()

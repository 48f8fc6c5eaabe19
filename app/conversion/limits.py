"""How long a file may take, and what a failure in a worker means."""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.conversion.model import ConversionSettings, Made, Order, Source
from app.faults import problem_of_fault
from app.isolation import Broken, Crashed, Done, Fault, IsolatedCall, Workers
from app.jobs import JobContext
from app.problems import Problem

_log = logging.getLogger(__name__)

_MEGABYTE = 1024 * 1024


def seconds_for(size: int, settings: ConversionSettings) -> float:
    """Return the seconds that a file of ``size`` bytes may take."""
    return settings.base_seconds + settings.seconds_per_megabyte * size / _MEGABYTE


def problem_of(result: Fault, source: Source) -> Problem:
    """Turn a worker's failure into the problem that people see."""
    if isinstance(result, Broken | Crashed):
        _log.warning("conversion of %s failed: %s", source.sha256, result.detail)
    return problem_of_fault(result, source.file_type.label)


class OneByOne:
    """The part of a converter that has each order carried out in a worker, within its time."""

    def __init__(
        self,
        workers: Workers,
        settings: ConversionSettings,
        make: Callable[[Order], Made | Problem],
        *,
        chunk: int = 1,
    ) -> None:
        """Let ``make`` carry out an order; ``chunk`` orders travel to a worker together."""
        self._workers, self._settings = workers, settings
        self._make, self._chunk = make, chunk

    def variant(self, source: Source) -> str:
        """The bytes alone decide."""
        return ""

    def convert(
        self, orders: Sequence[Order], work: Path, job: JobContext
    ) -> Iterator[tuple[Order, Made | Problem]]:
        """Answer each order; one that fails its worker comes as a problem."""
        tasks = [IsolatedCall(o, seconds_for(o.source.size, self._settings)) for o in orders]
        for order, result in self._workers.run_each(self._make, tasks, job, chunk=self._chunk):
            if isinstance(result, Done):
                yield order, result.value
            else:
                yield order, problem_of(result, order.source)

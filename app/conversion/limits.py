"""How long a file may take, and what its failing in a worker means."""

import logging
from collections.abc import Callable, Iterator, Sequence

from app.conversion.model import ConversionSettings, Made, Order, Source
from app.isolation import Broken, Done, Overdue, Task, Workers
from app.jobs import JobContext
from app.problems import Problem, ProblemKind

_log = logging.getLogger(__name__)

_MEGABYTE = 1024 * 1024


def seconds_for(size: int, settings: ConversionSettings) -> float:
    """Return the seconds that a file of ``size`` bytes may take."""
    return settings.base_seconds + settings.seconds_per_megabyte * size / _MEGABYTE


def problem_of(result: Overdue | Broken, source: Source) -> Problem:
    """Turn a worker's failure into the problem that people see."""
    if isinstance(result, Overdue):
        return Problem(ProblemKind.TIMED_OUT, {"seconds": round(result.seconds)})
    _log.warning("conversion of %s failed: %s", source.sha256, result.detail)
    return Problem(ProblemKind.CONVERSION_FAILED, {"label": source.file_type.label})


def run_each_order(
    workers: Workers,
    settings: ConversionSettings,
    make: Callable[[Order], Made | Problem],
    orders: Sequence[Order],
    job: JobContext,
    *,
    chunk: int = 1,
) -> Iterator[tuple[Order, Made | Problem]]:
    """Let workers carry out each order within its time; one that fails them comes as a problem."""
    tasks = [Task(order, seconds_for(order.source.size, settings)) for order in orders]
    for order, result in workers.run_each(make, tasks, job, chunk=chunk):
        yield order, result.value if isinstance(result, Done) else problem_of(result, order.source)

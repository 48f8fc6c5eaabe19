"""How long a file may take, and what its failing in a worker means."""

import logging

from app.conversion.model import ConversionSettings, Source
from app.isolation import Broken, Overdue
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

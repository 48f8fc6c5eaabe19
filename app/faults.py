"""What a failure in a worker means for the person who handed the file in."""

import logging

from app.isolation import (
    Broken,
    Crashed,
    Fault,
    NotLoaded,
    OutOfMemory,
    Overdue,
    TooDeep,
    TooMuchOutput,
)
from app.problems import Problem, ProblemKind

_log = logging.getLogger(__name__)

_MEGABYTE = 1 << 20


def problem_of_fault(
    fault: Fault, label: str, broken: ProblemKind = ProblemKind.CONVERSION_FAILED
) -> Problem:
    """The problem of a file of the format ``label``; ``broken`` if its reader raised.

    What breaks a limit is named as that and never called damaged: the file may be sound.
    """
    match fault:
        case Overdue(seconds):
            return Problem(ProblemKind.TIMED_OUT, {"seconds": round(seconds)})
        case OutOfMemory(limit):
            return Problem(ProblemKind.MEMORY_EXCEEDED, {"megabytes": limit // _MEGABYTE})
        case TooMuchOutput(limit):
            return Problem(ProblemKind.OUTPUT_EXCEEDED, {"megabytes": limit // _MEGABYTE})
        case TooDeep():
            return Problem(ProblemKind.NESTED_TOO_DEEP, {"label": label})
        case Crashed():
            return Problem(ProblemKind.READER_CRASHED, {"label": label})
        case NotLoaded(detail):
            _log.error("what reads %s did not load: %s", label, detail)
            return Problem(ProblemKind.READER_MISSING, {"label": label})
        case Broken():
            return Problem(broken, {"label": label})

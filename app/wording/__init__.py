"""The one place that turns errors, problems and identifiers into Chinese sentences.

Every function takes ``translate``: the window tells the same in its own language. Each capability
has a module of its own; ``errors`` brings their sentences together.
"""

from app.wording.completeness import STATE_NAMES, STRAY_NAMES, describe_point
from app.wording.errors import describe_error
from app.wording.frameworks import describe_change, describe_finding
from app.wording.intake import describe_exclusion
from app.wording.jobs import stage_name
from app.wording.problems import describe_problem, problem_name
from app.wording.sentence import Sentence
from app.wording.workspace import defect_name

__all__ = [
    "STATE_NAMES",
    "STRAY_NAMES",
    "Sentence",
    "defect_name",
    "describe_change",
    "describe_error",
    "describe_exclusion",
    "describe_finding",
    "describe_point",
    "describe_problem",
    "problem_name",
    "stage_name",
]

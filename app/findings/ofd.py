"""What an OFD holds that its bound pages do not show."""

from pathlib import Path

from ofdkit import OFDError

from app.filekind import FileType
from app.findings.errors import NotLookedThrough
from app.ofd.losses import listed
from app.ofd.package import OfdReader
from app.ofd.survey import Survey, survey
from app.problems import Problem, ProblemKind


def find_in_ofd(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell of attachments, annotations that are not printed, and parts that cannot be drawn."""
    del file_type
    try:
        with OfdReader(path) as reader:
            return problems_of(survey(reader))
    except (OFDError, RecursionError) as error:
        raise NotLookedThrough from error


def problems_of(found: Survey) -> tuple[Problem, ...]:
    """Word a survey as problems."""
    problems = []
    if found.embedded:
        detail: dict[str, str | int | float | bool] = {
            "count": len(found.embedded),
            "names": listed(found.embedded),
        }
        problems.append(Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, detail))
    if found.annotations_unprinted:
        detail = {"count": found.annotations_unprinted}
        problems.append(Problem(ProblemKind.ANNOTATIONS_NOT_PRINTED, detail))
    return (*problems, *found.losses.problems())

"""What an OFD holds that its bound pages do not show."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ofdkit import OFDError

from app.filekind import FileType
from app.findings.embedded import EmbeddedFile, tidy_name
from app.findings.packages import embedded_problem
from app.ofd.package import OfdReader, kind_of_trouble
from app.ofd.survey import Survey, survey
from app.problems import Problem, ProblemKind


def find_in_ofd(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell of attachments, annotations that are not printed, and parts that cannot be drawn.

    A file that cannot be surveyed cannot be drawn either.
    """
    trouble = ProblemKind.DAMAGED
    try:
        with OfdReader(path) as reader:
            found = survey(reader)
    except OFDError as error:
        found, trouble = Survey(), kind_of_trouble(error, path)
    if not found.pages:
        return (Problem(trouble, {"label": file_type.label}),)
    return problems_of(found)


def files_in_ofd(path: Path) -> Iterator[EmbeddedFile]:
    """The files inside an OFD, one after another; what cannot be read has no content."""
    try:
        with OfdReader(path) as reader:
            for one in survey(reader).embedded:
                content = None
                if one.part is not None:
                    with suppress(OFDError):  # damaged, or larger than the package lets be read
                        content = reader.package.read(one.part)
                yield EmbeddedFile(tidy_name(one.name), content)
    except OFDError:
        return


def problems_of(found: Survey) -> tuple[Problem, ...]:
    """Word a survey as problems."""
    problems = [*embedded_problem(tidy_name(one.name) for one in found.embedded)]
    if found.annotations_unprinted:
        count = {"count": found.annotations_unprinted}
        problems.append(Problem(ProblemKind.NOT_PRINTED, count))
    return (*problems, *found.losses.problems())

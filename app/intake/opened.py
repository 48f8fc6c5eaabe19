"""The files out of an opened archive, as new input and as outcomes. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from app.archives import Expansion
from app.errors import JuanzongError
from app.evidence.descriptions import numbered
from app.intake.assignments import Assignment
from app.intake.errors import ClassifiedRefused, NotTakenIn
from app.intake.report import AttachOutcome, AttachState
from app.intake.sources import SourceFile
from app.leftovers import ExclusionReason, is_page_part, saved_page_folders

#: How deep archives inside archives are opened.
LEVELS = 3


def outcome_for(
    assignment: Assignment,
    state: AttachState,
    *,
    file: str | None = None,
    exclusion: ExclusionReason | None = None,
    error: JuanzongError | None = None,
) -> AttachOutcome:
    """What became of a file, or of a member of it, that was not entered."""
    return AttachOutcome(
        file or assignment.source.name,
        assignment.source.handed_in,
        state,
        problems=(error.problem,) if isinstance(error, NotTakenIn) else (),
        exclusion=exclusion,
        error=error,
        line=assignment.line,
    )


def members_of(assignment: Assignment, expansion: Expansion, level: int) -> list[Assignment]:
    """The members that are to be taken in where their archive was assigned to."""
    archive = assignment.source
    of_pages = saved_page_folders(member.name for member in expansion.members)
    wanted = [member for member in expansion.members if not is_page_part(member.name, of_pages)]
    return [
        replace(
            assignment,
            source=SourceFile(
                member.path, f"{archive.name}/{member.name}", archive.handed_in, from_archive=True
            ),
            stated=numbered(assignment.stated, n, len(wanted)),
            order=(*assignment.order, n),
            expand=level < LEVELS,
        )
        for n, member in enumerate(wanted, 1)
    ]


def others_of(assignment: Assignment, expansion: Expansion) -> Iterator[AttachOutcome]:
    """What became of the members that are not taken in."""
    archive = assignment.source.name
    of_pages = saved_page_folders(member.name for member in expansion.members)
    left_out = [(one.name, one.reason) for one in expansion.left_out]
    left_out += [
        (member.name, ExclusionReason.PAGE_PART)
        for member in expansion.members
        if is_page_part(member.name, of_pages)
    ]
    for name, reason in left_out:
        file = f"{archive}/{name}"
        yield outcome_for(assignment, AttachState.EXCLUDED, file=file, exclusion=reason)
    for failed in expansion.failed:
        file = f"{archive}/{failed.name}"
        error = NotTakenIn(file, failed.problem)
        yield outcome_for(assignment, AttachState.FAILED, file=file, error=error)
    for name, mark in expansion.classified:
        refused = ClassifiedRefused(f"{archive}/{name}", mark)
        yield outcome_for(assignment, AttachState.REFUSED, file=f"{archive}/{name}", error=refused)

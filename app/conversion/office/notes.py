"""What the end sheet says about an Office file: its findings, less what was printed."""

from app.conversion.model import BindingChoices, Changes
from app.problems import Problem, ProblemKind


def notes_of(
    found: tuple[Problem, ...],
    chunks_lost: int,
    choices: BindingChoices,
    *,
    settled: bool = True,
) -> tuple[Problem, ...]:
    """Return what there is to tell about the pages; each kind once.

    ``chunks_lost`` counts the parts of a text that came to nothing, those found before included;
    without ``settled`` the text was bound with its marks, and hidden words did not come.
    """
    marked = choices.changes is Changes.MARKED or not settled
    notes: list[Problem] = []
    if chunks_lost:
        others = sum(
            int(p.detail["count"]) for p in found if p.kind is ProblemKind.PARTS_NOT_CARRIED
        )
        count = max(chunks_lost, others)
        notes.append(Problem(ProblemKind.PARTS_NOT_CARRIED, {"count": count}))
    for problem in found:
        match problem.kind:
            case ProblemKind.PARTS_NOT_CARRIED if chunks_lost:
                continue
            case ProblemKind.TRACKED_CHANGES if marked:
                notes.append(Problem(ProblemKind.CHANGES_MARKED, problem.detail))
            case ProblemKind.COMMENTS if choices.comments:
                continue
            case kind if settled and choices.answers(kind):
                continue
            case _:
                notes.append(problem)
    return tuple(notes)


def remarks_left(found: tuple[Problem, ...], printed: int) -> tuple[Problem, ...]:
    """The finding about remarks that were to be printed and are not: not every kind comes over."""
    counts = (int(p.detail["count"]) for p in found if p.kind is ProblemKind.COMMENTS)
    left = sum(counts) - printed
    return (Problem(ProblemKind.COMMENTS, {"count": left}),) if left > 0 else ()

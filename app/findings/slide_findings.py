"""The findings about slides that are hidden, the same for every format."""

from collections.abc import Sequence

from app.problems import Problem, ProblemKind

_MOST_NUMBERS = 12


def slide_problems(shown: Sequence[bool]) -> tuple[Problem, ...]:
    """The finding about hidden slides; ``shown`` tells of each slide in its place."""
    hidden = [number for number, is_shown in enumerate(shown, 1) if not is_shown]
    if not hidden:
        return ()
    if len(hidden) == len(shown):
        return (Problem(ProblemKind.ALL_SLIDES_HIDDEN, {"count": len(hidden)}),)
    numbers = "、".join(map(str, hidden[:_MOST_NUMBERS]))
    detail: dict[str, str | int | float | bool] = {
        "count": len(hidden),
        "total": len(shown),
        "slides": numbers + (" 等" if len(hidden) > _MOST_NUMBERS else ""),
    }
    return (Problem(ProblemKind.HIDDEN_SLIDES, detail),)

"""Finding an indicator by what is typed, and the places that it offers. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.framework.schema import Framework, Indicator


@dataclass(frozen=True, slots=True)
class Spot:
    """A place under an indicator: a task, by code and name, and a point of it or none.

    ``text`` is what is asked for there; "" where no point is chosen among several.
    """

    task_code: str
    task: str
    point: int | None
    text: str


def found_indicators(
    framework: Framework, words: Mapping[str, str], text: str
) -> tuple[Indicator, ...]:
    """The indicators for which every typed word is found, in the set's order.

    A number is the beginning of an indicator's code; the indicator of just that code comes first.

    Args:
        framework: the indicator set.
        words: what a search looks through, in lower case, by indicator code.
        text: what was typed.
    """
    parts = text.lower().split()
    hits = [i for i in framework.indicators if _passes(i.code, words.get(i.code, ""), parts)]
    return tuple(sorted(hits, key=lambda i: i.code not in parts))


def _passes(code: str, words: str, parts: Iterable[str]) -> bool:
    return all(
        code.startswith(part) if part.isdecimal() else part in words or part == code
        for part in parts
    )


def spots_of(framework: Framework, indicator: Indicator) -> tuple[Spot, ...]:
    """Every place of an indicator; a task with several points also has one without a point."""
    spots = []
    for task in indicator.tasks:
        name = framework.task_name(indicator.code, task.code)
        if len(task.points) == 1:
            spots.append(Spot(task.code, name, None, task.points[0].text))
            continue
        spots.append(Spot(task.code, name, None, ""))
        spots += [Spot(task.code, name, p.number, p.text) for p in task.points]
    return tuple(spots)

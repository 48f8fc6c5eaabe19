"""How the finding changes when some embedded files are bound by themselves. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.findings.packages import embedded_problem
from app.findings.taking_out import TOLD_BY
from app.problems import Dismissal, Problem, some_names


class Bound(StrEnum):
    """How an embedded file is bound by itself."""

    NOT = "not"
    PART = "part"  # behind the item
    ITEM = "item"  # as an item at the same place


@dataclass(frozen=True, slots=True)
class Fate:
    """The name of an embedded file, and how it is bound."""

    name: str
    bound: Bound


#: Of more files than these only the first are named.
_ALL_NAMED = 5
_SAID = {Bound.PART: "已取出并随件装订：", Bound.ITEM: "已取出，另作一件："}


def reason_of(fates: Sequence[Fate]) -> str:
    """Why a finding needs no more care: which files are bound, and how."""
    parts = []
    for bound, said in _SAID.items():
        names = [fate.name for fate in fates if fate.bound is bound]
        shown = some_names(names)["names"]
        more = f"共 {len(names)} 个" if len(names) > _ALL_NAMED else ""
        parts += [f"{said}{shown}{more}"] if names else []
    return "；".join(parts)


def settled(problem: Problem, fates: Sequence[Fate], by: str, at: str) -> Problem:
    """The finding as it is now: dismissed if every file is bound, else it tells of the others.

    What a person has dismissed, and what is about something else, stays as it is.
    """
    if problem.kind not in TOLD_BY or problem.settled or not fates:
        return problem
    left = [fate.name for fate in fates if fate.bound is Bound.NOT]
    told = left or [fate.name for fate in fates]
    (finding,) = embedded_problem(told)
    dismissal = None if left else Dismissal(reason_of(fates), by, at)
    return replace(problem, detail=finding.detail, dismissal=dismissal)

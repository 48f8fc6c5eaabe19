"""Which years an item proves at a place, where a person says it: title and date may be silent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.evidence.errors import YearNotPossible
from app.evidence.placements import live_placement
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Placement, Unit

#: The years that packages take, and how many of them.
FIRST_YEAR, LAST_YEAR, MOST_YEARS = 1949, 2199, 100

#: By placement: the years that were chosen; None lets title, date and file name tell.
Chosen = Mapping[str, tuple[int, ...] | None]


@dataclass(frozen=True, slots=True)
class YearsChosen:
    """What was chosen before at the placements that changed; handed in again, it takes it back."""

    before: Chosen

    @property
    def count(self) -> int:
        """How many placements changed."""
        return len(self.before)


def choose_years(workspace: Workspace, chosen: Chosen) -> YearsChosen:
    """Say which years items prove at their places, all or none of them.

    Raises:
        PlacementUnknown: one of the placements does not exist.
        YearNotPossible: one of the years is none that anybody asks for.
        OwnedByUnit, OwnedByOffice: a placement is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    wanted = {key: _tidied(years) for key, years in chosen.items()}
    before: dict[str, tuple[int, ...] | None] = {}
    with workspace.database.writing() as work:
        for key, years in wanted.items():
            placement = live_placement(work.session, key)
            there = None if placement.years is None else tuple(placement.years)
            if there != years:
                before[key] = there
                _put(work, placement, years)
        if before:
            work.commit()
    return YearsChosen(before)


def _tidied(years: Iterable[int] | None) -> tuple[int, ...] | None:
    if years is None:
        return None
    found = tuple(sorted(set(years)))
    wrong = next((year for year in found if not FIRST_YEAR <= year <= LAST_YEAR), None)
    if wrong is not None or len(found) > MOST_YEARS:
        raise YearNotPossible(str(wrong if wrong is not None else len(found)))
    return found


def _put(work: UnitOfWork, placement: Placement, years: tuple[int, ...] | None) -> None:
    placement.years = None if years is None else list(years)
    placement.version += 1
    placement.changed_at = work.now
    work.session.flush()
    unit = work.session.get(Unit, placement.unit_id)
    work.record(
        "item.years_chosen",
        placement.item_id,
        placement=placement.id,
        indicator=placement.indicator_code,
        point=placement.point_number,
        unit=unit.name if unit is not None else "",
        year="、".join(map(str, years or ())),
    )

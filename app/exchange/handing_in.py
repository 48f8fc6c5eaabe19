"""What a unit is about to hand in (报送), looked over before: what goes, what is wrong, what lacks.

Nothing of it keeps anybody from handing in; it is said before instead of by the office after.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.completeness.checklists import load_expectations
from app.completeness.marks import read_marks
from app.completeness.reading import assess_filed, read_figures
from app.completeness.states import Completeness, PointState, SlotState
from app.evidence.concerns import Concern, concerns_of
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.keys import SlotKey, TaskKey
from app.framework.schema import Framework
from app.review.listing import returned_rows
from app.review.returns import Returns
from app.review.service import submittable
from app.verification.answers import read_held
from app.workspace.opening import Workspace
from app.workspace.registry import load_registry


@dataclass(frozen=True, slots=True)
class SlotOutlook:
    """A slot as it would be handed in.

    Attributes:
        task: the task's name.
        items: what lies there, in the order of binding.
        broken: items whose pages cannot be made.
        unnamed: items whose title is the name that a camera or a program gave the file.
        unconfirmed: the other items with something guessed that nobody has looked at.
        missing: the points that the unit owes and for which nothing is there yet.
        returned: what came back and nobody has worked on.
        exempt: the points that the unit says do not apply.
    """

    slot: SlotKey
    task: str
    items: tuple[FiledRow, ...]
    broken: tuple[FiledRow, ...]
    unnamed: tuple[FiledRow, ...]
    unconfirmed: tuple[FiledRow, ...]
    missing: tuple[PointState, ...]
    returned: int
    exempt: tuple[PointState, ...] = ()

    @property
    def sound(self) -> bool:
        """True if nothing is wrong with what goes; something may still be missing."""
        return not (self.broken or self.unnamed or self.unconfirmed or self.returned)

    @property
    def size(self) -> int:
        """The bytes of the main files."""
        return sum(row.size for row in self.items)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a unit owes and does not hand in now.

    Attributes:
        returned: what came back at other slots and nobody has worked on.
        points: the points at other slots for which nothing is there yet.
    """

    returned: int
    points: int

    def __bool__(self) -> bool:
        """True if there is anything."""
        return bool(self.returned or self.points)


def left_out(
    completeness: Completeness, returns: Returns, slots: Iterable[SlotKey], unit: str
) -> LeftOut:
    """What is owed beside the slots that are handed in. Pure."""
    tasks = {slot.task for slot in slots}
    others = (r for r in returns.rows if r.unit == unit and r.slot.task not in tasks)
    owed = (
        point
        for task, state in _slots(completeness, unit).items()
        if task not in tasks
        for point in state.owed
    )
    return LeftOut(
        sum(not row.reworked for row in others), sum(not point.covered for point in owed)
    )


def look_over(
    framework: Framework,
    filed: Iterable[FiledRow],
    completeness: Completeness,
    returns: Returns,
    slots: Iterable[SlotKey],
    unit: str,
) -> tuple[SlotOutlook, ...]:
    """Look over slots of one unit. Pure; in the order of the indicator set."""
    rows: dict[TaskKey, list[FiledRow]] = {}
    for row in filed:
        if row.unit == unit:
            rows.setdefault(row.task, []).append(row)
    states = _slots(completeness, unit)
    order = {
        TaskKey(indicator.code, task.code): place
        for place, (indicator, task) in enumerate(
            (indicator, task) for indicator in framework.indicators for task in indicator.tasks
        )
    }
    found = []
    for slot in sorted(slots, key=lambda s: order.get(s.task, len(order))):
        items = tuple(rows.get(slot.task, ()))
        unnamed = _with(items, Concern.NAMELESS)
        state = states.get(slot.task)
        found.append(
            SlotOutlook(
                slot,
                framework.task_name(*slot.task),
                items,
                _with(items, Concern.UNREADABLE),
                unnamed,
                tuple(r for r in _with(items, Concern.UNCONFIRMED) if r not in unnamed),
                tuple(p for p in state.owed if not p.covered) if state is not None else (),
                sum(not row.reworked for row in returns.of_task(slot.task, unit)),
                exempt_points(state),
            )
        )
    return tuple(found)


def exempt_points(state: SlotState | None) -> tuple[PointState, ...]:
    """The points of a slot that do not apply to its unit."""
    return () if state is None else tuple(p for p in state.filing.points if p.not_applicable)


def read_handing_in(
    workspace: Workspace, unit_id: str, last_year: int, codes: Collection[str] = ()
) -> tuple[tuple[SlotOutlook, ...], LeftOut]:
    """Look over what a unit could hand in now of some indicators, or of all, and what it owes."""
    framework = workspace.facts.framework
    with workspace.database.reading() as session:
        registry = load_registry(session)
        filed = list_filed(session, BindingOrder.of(framework, registry))
        completeness = assess_filed(
            framework,
            registry,
            last_year,
            filed,
            read_figures(session),
            read_marks(session),
            load_expectations(session),
            held=read_held(session, framework, registry, workspace.layout),
        )
        returns = Returns(returned_rows(session, framework, unit_id))
        slots = [s for s in submittable(session, unit_id) if not codes or s.indicator in codes]
    unit = next((u.name for u in registry.units if u.id == unit_id), "")
    return (
        look_over(framework, filed, completeness, returns, slots, unit),
        left_out(completeness, returns, slots, unit),
    )


def _with(rows: Iterable[FiledRow], concern: Concern) -> tuple[FiledRow, ...]:
    return tuple(row for row in rows if concern in concerns_of(row))


def _slots(completeness: Completeness, unit: str) -> Mapping[TaskKey, SlotState]:
    return {slot.task: slot for slot in completeness.slots(unit)}

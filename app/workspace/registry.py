"""The county's units, its groups, and who is responsible for which indicator, as stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.framework.expansion import ResponsibleUnit, default_members, each_once
from app.framework.keys import UnitId
from app.framework.lookup import match_name
from app.framework.schema import Framework
from app.framework.values import Responsibility as Part
from app.workspace.obligations import Obligations, Owing, owing
from app.workspace.obligations_store import load_obligations
from app.workspace.unit_ids import unit_id
from models import Responsibility, Unit, UnitAlias, UnitGroup, UnitGroupMember
from models.vocabulary import ResponsibilityRole


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A responsible unit."""

    id: UnitId
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of units with its present members, by name."""

    code: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """A snapshot of units, groups and responsibilities; every question is answered in memory.

    Retired units are in none of them.
    """

    units: tuple[UnitRow, ...]
    groups: tuple[GroupRow, ...]
    #: By indicator code: every unit that answers for some task of it.
    responsible: Mapping[str, tuple[ResponsibleUnit, ...]]
    #: By indicator code and task code, with None for the tasks that have no units of their own;
    #: only of indicators some task of which has them.
    by_task: Mapping[tuple[str, str | None], tuple[ResponsibleUnit, ...]] = field(
        default_factory=dict
    )
    #: Who of those that answer for a task owes its points.
    obligations: Obligations = field(default_factory=Obligations)

    def unit(self, name: str) -> UnitRow:
        """The unit of this name or alias. Raises ``UnitUnknown`` with the closest names."""
        names = {u.name: (u.name, *u.aliases) for u in self.units}
        found = match_name(name, names)
        return next(u for u in self.units if u.name == found)

    def named_for(self, indicator: str) -> tuple[ResponsibleUnit, ...]:
        """Who is named for the indicator as a whole; if nobody is, those of all its tasks."""
        return self.by_task.get((indicator, None)) or self.responsible.get(indicator, ())

    def answering(self, indicator: str, task: str) -> tuple[ResponsibleUnit, ...]:
        """Who answers for a task: the units of its own if it has any, else the indicator's."""
        for key in ((indicator, task), (indicator, None)):
            if key in self.by_task:
                return self.by_task[key]
        return self.responsible.get(indicator, ())

    def units_of(self, indicator: str, task: str) -> tuple[str, ...]:
        """The names of the units that answer for a task."""
        return tuple(part.unit for part in self.answering(indicator, task))

    def owing(self, indicator: str, task: str) -> Owing:
        """Who owes the points of a task."""
        return owing(self.obligations.of(indicator), self.answering(indicator, task))

    def leads(self, indicator: str, task: str) -> frozenset[str]:
        """The names of the units that lead a task."""
        return frozenset(
            part.unit
            for part in self.answering(indicator, task)
            if part.role is ResponsibilityRole.LEAD
        )

    def role_in(self, indicator: str, unit: str) -> ResponsibilityRole | None:
        """A unit's part in an indicator: it leads if it leads any task; None: it has none."""
        parts = self.responsible.get(indicator, ())
        return next((part.role for part in parts if part.unit == unit), None)

    def led_by(self, unit: str) -> frozenset[str]:
        """The codes of the indicators that a unit leads."""
        return frozenset(
            code for code in self.responsible if self.role_in(code, unit) is ResponsibilityRole.LEAD
        )

    def without_lead(self) -> frozenset[str]:
        """The codes of the indicators for which units answer and none of them leads."""
        return frozenset(
            code
            for code, parts in self.responsible.items()
            if parts and all(p.role is ResponsibilityRole.PARTICIPANT for p in parts)
        )

    def indicators_of(self, unit: str) -> frozenset[str]:
        """The codes of the indicators that a unit answers for."""
        return frozenset(
            code for code, parts in self.responsible.items() if any(p.unit == unit for p in parts)
        )


def seed_registry(session: Session, framework: Framework, county: str) -> None:
    """Take the units, groups and responsibilities of an indicator set into an empty registry."""
    add_missing_units(session, framework, county)
    for group, members in default_members(framework).items():
        set_group(session, group, [unit_id(county, name) for name in members])
    seed_responsibilities(session, framework, county)


def add_missing_units(session: Session, framework: Framework, county: str) -> None:
    """Register the units, aliases and groups of an indicator set that are not there yet."""
    # By id, because the county may have renamed a unit.
    units = set(session.scalars(select(Unit.id)))
    names = {*session.scalars(select(Unit.name)), *session.scalars(select(UnitAlias.name))}
    for unit in framework.units:
        if unit_id(county, unit.name) not in units:
            session.add(Unit(id=unit_id(county, unit.name), name=unit.name))
    session.flush()
    for unit in framework.units:
        for alias in unit.aliases:
            if alias not in names:
                session.add(UnitAlias(name=alias, unit_id=unit_id(county, unit.name)))
    groups = set(session.scalars(select(UnitGroup.code)))
    for group in framework.groups:
        if group.name not in groups:
            session.add(UnitGroup(code=group.name, name=group.name))
    session.flush()


def seed_responsibilities(session: Session, framework: Framework, county: str) -> None:
    """Add the responsibilities of an indicator set; its units and groups must be there."""
    for indicator in framework.indicators:
        parts: list[tuple[str | None, Part]] = [(None, p) for p in indicator.responsible]
        parts += [(task.code, p) for task in indicator.tasks for p in task.responsible]
        for position, (task_code, part) in enumerate(parts, 1):
            session.add(
                Responsibility(
                    indicator_code=indicator.code,
                    task_code=task_code,
                    position=position,
                    role=part.role,
                    unit_id=unit_id(county, framework.unit(part.unit).name) if part.unit else None,
                    group_code=framework.group(part.group).name if part.group else None,
                )
            )
    session.flush()


def set_group(session: Session, code: str, unit_ids: Sequence[str]) -> None:
    """Replace the members of a group, in the given order."""
    group = session.get_one(UnitGroup, code)
    group.members.clear()
    session.flush()
    group.members.extend(
        UnitGroupMember(unit_id=member, position=position)
        for position, member in enumerate(dict.fromkeys(unit_ids), 1)
    )
    session.flush()


def load_registry(session: Session) -> Registry:
    """Read everything in three queries."""
    units = session.scalars(select(Unit).options(selectinload(Unit.aliases))).all()
    names = {u.id: u.name for u in units if u.retired_at is None}
    groups = session.scalars(select(UnitGroup).options(selectinload(UnitGroup.members))).all()
    members = {
        g.code: tuple(names[m.unit_id] for m in g.members if m.unit_id in names) for g in groups
    }
    group_names = {g.code: g.name for g in groups}
    parts: dict[str, dict[str | None, list[ResponsibleUnit]]] = {}
    rows = session.scalars(
        select(Responsibility).order_by(Responsibility.indicator_code, Responsibility.position)
    )
    for row in rows:
        brought = parts.setdefault(row.indicator_code, {}).setdefault(row.task_code, [])
        if row.unit_id in names:
            brought.append(ResponsibleUnit(names[row.unit_id], row.role))
        elif row.group_code is not None:
            group = group_names[row.group_code]
            brought.extend(ResponsibleUnit(m, row.role, group) for m in members[row.group_code])
    return Registry(
        units=tuple(
            UnitRow(u.id, u.name, tuple(a.name for a in u.aliases)) for u in units if u.id in names
        ),
        groups=tuple(GroupRow(g.code, g.name, members[g.code]) for g in groups),
        responsible={code: each_once(chain(*found.values())) for code, found in parts.items()},
        by_task={
            (code, task): each_once(own)
            for code, found in parts.items()
            if any(found)
            for task, own in {None: [], **found}.items()
        },
        obligations=load_obligations(session),
    )

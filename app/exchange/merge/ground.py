"""Taking over what the office decides for all: its newest package replaces all of it."""

from dataclasses import dataclass, replace

from pydantic import ValidationError
from sqlalchemy import select

from app.completeness.checklists import load_checklists, save_checklists
from app.exchange.merge.rows import RowWriter
from app.exchange.payload.documents import BasePart
from app.exchange.payload.ground import (
    SHARED_SETTINGS,
    checklists_of,
    obligations_of,
    schedule_of,
    web_targets_of,
)
from app.framework.keys import UnitId
from app.framework.schema import Framework
from app.settings import (
    WorkspaceSettings,
    load_choice,
    office_name,
    save_choice,
    save_settings,
    set_by_people,
)
from app.stages.store import load_schedule, save_schedule
from app.unit_of_work import UnitOfWork
from app.verification.web_check.targets import keep_office_lines
from app.workspace.framework_move import adopt_framework
from app.workspace.obligations import Obligations
from app.workspace.obligations_store import load_obligations, save_obligations
from app.workspace.opening import Facts
from app.workspace.unit_state import GroupState, RegistryState, UnitState, changes_between
from app.workspace.unit_store import read_state, write_state
from models import Responsibility, ReturnReason, UnitGroup

#: Under which choice the office's instructions are kept.
INSTRUCTIONS = "instructions"


@dataclass(frozen=True, slots=True)
class GroundChange:
    """What became different.

    Attributes:
        framework: the indicator set that the workspace moved to, or "".
        homeless: items whose task the new set no longer has.
        units: how many changes the register of units saw.
        duties: how many responsibilities came or went.
        stages: numbers of the stages whose dates or names are new.
        instructions: the office's new words, or "".
        owing: who owes the points now, if that is new.
        checklists: how many points have another list of expected material.
        web_targets: how many lines of what to look up on the web came, went or say something else.
    """

    framework: str = ""
    homeless: int = 0
    units: int = 0
    duties: int = 0
    stages: tuple[int, ...] = ()
    instructions: str = ""
    owing: Obligations | None = None
    checklists: int = 0
    web_targets: int = 0


def lay_ground(
    work: UnitOfWork, facts: Facts, base: BasePart, framework: Framework
) -> GroundChange:
    """Replace units, indicator set, responsibilities, stages, reasons and settings."""
    units = _register(work, facts, base)
    moved, homeless = "", 0
    if framework.fingerprint != facts.framework.fingerprint:
        report = adopt_framework(work, facts, framework)
        moved, homeless = framework.reference, len(report.homeless)
    duties = _assign(work, base)
    _keep_reasons(work, base)
    stages = _keep_stages(work, framework, base)
    _keep_settings(work, facts, base)
    lists = _keep_checklists(work, base)
    owing = _keep_obligations(work, base)
    targets = keep_office_lines(work, web_targets_of(base))
    before = load_choice(work.session, INSTRUCTIONS) or ""
    if before != base.instructions:
        save_choice(work, INSTRUCTIONS, base.instructions)
    told = base.instructions if before != base.instructions else ""
    return GroundChange(moved, homeless, units, duties, stages, told, owing, lists, targets)


def _register(work: UnitOfWork, facts: Facts, base: BasePart) -> int:
    before = read_state(work.session)
    codes = {group.code for group in before.groups}
    work.session.add_all(
        UnitGroup(code=g.code, name=g.name) for g in base.groups if g.code not in codes
    )
    work.session.flush()
    after = _registered(before, facts, base, work)
    write_state(work, before, after)
    for group in base.groups:
        work.session.get_one(UnitGroup, group.code).name = group.name
    work.session.flush()
    return len(changes_between(before, after))


def _registered(
    before: RegistryState, facts: Facts, base: BasePart, work: UnitOfWork
) -> RegistryState:
    """The office's units; those that only this workspace knows go out of use."""
    known = {unit.id: unit for unit in before.units}
    units = [
        replace(
            known.get(UnitId(part.id)) or UnitState(UnitId(part.id), part.name),
            name=part.name,
            aliases=tuple(sorted(part.aliases)),
            # Whose workspace this is stays in use here: nothing can be shown or packed without it.
            retired_at=part.retired_at if part.id != facts.unit_id else None,
        )
        for part in base.units
    ]
    named = {unit.id for unit in units}
    for unit in before.units:
        if unit.id in named:
            continue
        alone = replace(unit, aliases=(), name=f"{unit.name}（{unit.id[:8]}）")
        if unit.id != facts.unit_id:
            alone = replace(alone, retired_at=unit.retired_at or work.now)
        units.append(unit if unit.retired_at and "（" in unit.name else alone)
    groups = [
        GroupState(part.code, part.name, tuple(map(UnitId, part.members))) for part in base.groups
    ]
    codes = {group.code for group in groups}
    groups += [replace(g, members=()) for g in before.groups if g.code not in codes]
    return RegistryState(tuple(units), tuple(groups))


def _assign(work: UnitOfWork, base: BasePart) -> int:
    writer = RowWriter(work.session)
    kept = {part.id for part in base.responsibilities}
    there = set(work.session.scalars(select(Responsibility.id)))
    writer.delete(Responsibility, [(key,) for key in there - kept])
    writer.put(Responsibility, [part.model_dump() for part in base.responsibilities])
    work.session.expire_all()
    return len(writer.touched())


def _keep_reasons(work: UnitOfWork, base: BasePart) -> None:
    writer = RowWriter(work.session)
    kept = {reason.code for reason in base.reasons}
    there = set(work.session.scalars(select(ReturnReason.code)))
    writer.delete(ReturnReason, [(key,) for key in there - kept])
    writer.put(ReturnReason, [reason.model_dump() for reason in base.reasons])
    work.session.expire_all()


def _keep_stages(work: UnitOfWork, framework: Framework, base: BasePart) -> tuple[int, ...]:
    before, after = load_schedule(work.session, framework), schedule_of(base)
    known = {stage.number: stage for stage in before.stages}
    changed = tuple(s.number for s in after.stages if known.get(s.number) != s)
    if changed:
        save_schedule(work, framework, after)
    return changed


def _keep_checklists(work: UnitOfWork, base: BasePart) -> int:
    """Take over what the office expects at each point; returns at how many points it is new."""
    before, after = dict(load_checklists(work.session)), checklists_of(base)
    changed = sum(before.get(key) != after.get(key) for key in {*before, *after})
    if changed:
        save_checklists(work, after)
    return changed


def _keep_obligations(work: UnitOfWork, base: BasePart) -> Obligations | None:
    after = obligations_of(base)
    if after == load_obligations(work.session):
        return None
    save_obligations(work, after)
    return after


def _keep_settings(work: UnitOfWork, facts: Facts, base: BasePart) -> None:
    before = set_by_people(work.session, facts.county, facts.framework.programme)
    told = {name: value for name, value in base.settings.items() if name in SHARED_SETTINGS}
    # Earlier programs told of the office's name where nobody had set a fonds.
    if told.get("fonds_name") == office_name(facts.county, facts.framework.programme):
        told["fonds_name"] = ""
    try:
        after = WorkspaceSettings.model_validate(before.model_dump() | told)
    except ValidationError:
        # A newer program may allow values that this one does not know; its own then stay.
        return
    if after != before:
        save_settings(work, after)

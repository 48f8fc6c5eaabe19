"""What the office decides for every unit: units, responsibilities, stages, reasons, settings."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.checklists import Checklists, load_checklists
from app.exchange.payload.documents import (
    BasePart,
    ChecklistPart,
    CountyFilePart,
    GroupPart,
    IndicatorRulePart,
    MilestonePart,
    ObligationsPart,
    ResponsibilityPart,
    StagePart,
    UnitPart,
    WebTargetPart,
)
from app.exchange.payload.records import ReasonRecord
from app.framework.keys import PointKey
from app.settings import set_by_people
from app.stages.schedule import Milestone, Schedule, StagePlan
from app.stages.store import load_schedule
from app.storage.county_files import CountyFile
from app.verification.web_check.targets import OfficeLine, load_office_lines
from app.workspace.obligations import BEFORE, Obligations
from app.workspace.obligations_store import load_obligations
from app.workspace.opening import Facts
from app.workspace.unit_store import read_state
from models import Responsibility, ReturnReason

#: The settings that must be the same in every workspace of a county.
SHARED_SETTINGS = (
    "fonds_name",
    "fonds_code",
    "category_name",
    "category_code",
    "retention",
    "filing_number_template",
    "archive_code_template",
    "last_year",
)


def read_ground(
    session: Session, facts: Facts, instructions: str = "", files: Iterable[CountyFile] = ()
) -> BasePart:
    """Read it all, with the county's data ``files``.

    Liaison officers' telephone numbers stay in the office.
    """
    state = read_state(session)
    parts = session.scalars(
        select(Responsibility).order_by(Responsibility.indicator_code, Responsibility.position)
    )
    reasons = session.scalars(select(ReturnReason).order_by(ReturnReason.code))
    settings = set_by_people(session, facts.county, facts.framework.programme).model_dump(
        mode="json"
    )
    return BasePart(
        framework_sha256=facts.framework.fingerprint,
        units=tuple(
            UnitPart(id=u.id, name=u.name, aliases=u.aliases, retired_at=u.retired_at)
            for u in sorted(state.units, key=lambda unit: unit.id)
        ),
        groups=tuple(
            GroupPart(code=g.code, name=g.name, members=g.members)
            for g in sorted(state.groups, key=lambda group: group.code)
        ),
        responsibilities=tuple(ResponsibilityPart.model_validate(row) for row in parts),
        stages=tuple(_stage(plan) for plan in load_schedule(session, facts.framework).stages),
        reasons=tuple(ReasonRecord.model_validate(row) for row in reasons),
        settings={name: settings[name] for name in SHARED_SETTINGS},
        checklists=_checklists(load_checklists(session), facts),
        instructions=instructions,
        obligations=_obligations(load_obligations(session), facts),
        web_targets=_web_targets(load_office_lines(session), facts),
        county_files=tuple(
            CountyFilePart(folder=file.folder, name=file.name, content=file.content)
            for file in files
        ),
    )


def schedule_of(base: BasePart) -> Schedule:
    """The stages as the county works by them."""
    return Schedule(
        stages=tuple(
            StagePlan(
                **part.model_dump(exclude={"milestones"}),
                milestones=tuple(Milestone(text=m.text, day=m.day) for m in part.milestones),
            )
            for part in base.stages
        )
    )


def checklists_of(base: BasePart) -> dict[str, tuple[str, ...]]:
    """The lists of points by the point's key."""
    return {str(part.key): part.entries for part in base.checklists}


def _checklists(present: Checklists, facts: Facts) -> tuple[ChecklistPart, ...]:
    """The lists of the set's points: a set adopted since may have others."""
    points = {PointKey.parse(key): entries for key, entries in present.items()}
    return tuple(
        ChecklistPart(
            indicator_code=point.indicator,
            task_code=point.task_code,
            point_number=point.number,
            entries=entries,
        )
        for point, entries in points.items()
        if facts.framework.has_point(point)
    )


def _web_targets(present: tuple[OfficeLine, ...], facts: Facts) -> tuple[WebTargetPart, ...]:
    """The lines that count, of the tasks that the set has."""
    return tuple(
        WebTargetPart(
            id=line.id,
            indicator_code=line.indicator,
            task_code=line.task_code,
            unit_id=line.unit_id or None,
            address=line.address,
            shows=line.shows,
        )
        for line in present
        if not line.removed and facts.framework.has_task(line.indicator, line.task_code)
    )


def web_targets_of(base: BasePart) -> tuple[OfficeLine, ...]:
    """The office's lines of what to look up."""
    return tuple(
        OfficeLine(
            part.id,
            part.indicator_code,
            part.task_code,
            part.unit_id or "",
            part.address,
            part.shows,
        )
        for part in base.web_targets
    )


def obligations_of(base: BasePart) -> Obligations:
    """Who owes what; an office that has not chosen goes on as before there was a choice."""
    if base.obligations is None:
        return BEFORE
    return Obligations(
        base.obligations.rule,
        {part.indicator_code: part.rule for part in base.obligations.indicator_rules},
    )


def _obligations(present: Obligations, facts: Facts) -> ObligationsPart | None:
    if not present.chosen:
        return None
    known = (i.code for i in facts.framework.indicators)
    return ObligationsPart(
        rule=present.rule,
        indicator_rules=tuple(
            IndicatorRulePart(indicator_code=code, rule=present.own[code])
            for code in known
            if code in present.own
        ),
    )


def _stage(plan: StagePlan) -> StagePart:
    return StagePart(
        **plan.model_dump(exclude={"milestones"}),
        milestones=tuple(MilestonePart(text=m.text, day=m.day) for m in plan.milestones),
    )

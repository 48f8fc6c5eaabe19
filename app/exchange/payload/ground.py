"""What the office decides for every unit: units, responsibilities, stages, reasons, settings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.payload.documents import (
    BasePart,
    GroupPart,
    MilestonePart,
    ResponsibilityPart,
    StagePart,
    UnitPart,
)
from app.exchange.payload.records import ReasonRecord
from app.settings import load_settings
from app.stages.schedule import Milestone, Schedule, StagePlan
from app.stages.store import load_schedule
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


def read_ground(session: Session, facts: Facts, instructions: str = "") -> BasePart:
    """Read it all. Liaison officers' telephone numbers stay in the office."""
    state = read_state(session)
    parts = session.scalars(
        select(Responsibility).order_by(Responsibility.indicator_code, Responsibility.position)
    )
    reasons = session.scalars(select(ReturnReason).order_by(ReturnReason.code))
    settings = load_settings(session, facts.county, facts.framework.programme).model_dump(
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
        instructions=instructions,
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


def _stage(plan: StagePlan) -> StagePart:
    return StagePart(
        **plan.model_dump(exclude={"milestones"}),
        milestones=tuple(MilestonePart(text=m.text, day=m.day) for m in plan.milestones),
    )

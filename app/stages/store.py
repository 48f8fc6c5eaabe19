"""Where the county's dates are stored: one setting of the workspace."""

from datetime import date

from sqlalchemy.orm import Session

from app.framework.schema import Framework
from app.settings import load_choice, save_choice
from app.stages.schedule import (
    Schedule,
    default_schedule,
    differing,
    inspected_in,
    overlaid,
)
from app.unit_of_work import UnitOfWork

_KEY = "stages"


def load_schedule(session: Session, framework: Framework) -> Schedule:
    """The stages as the county works by them; what nobody has changed is as the set has it."""
    kept = Schedule.model_validate(load_choice(session, _KEY) or {})
    return overlaid(default_schedule(framework), kept)


def load_last_year(session: Session, framework: Framework, chosen: int | None, today: date) -> int:
    """The last year that evidence is asked for: the one that was chosen, else by the stages."""
    schedule = load_schedule(session, framework)
    return chosen or inspected_in(schedule, framework.source.date, today)


def save_schedule(work: UnitOfWork, framework: Framework, schedule: Schedule) -> None:
    """Keep the stages that differ from the set's, with an entry in the log."""
    kept = differing(default_schedule(framework), schedule)
    save_choice(work, _KEY, kept.model_dump(mode="json"))
    work.record("stages.changed", _KEY, stages=[s.number for s in kept.stages])

"""What a merge changes in completeness and decisions: before and after, compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.completeness.reading import read_completeness
from app.completeness.states import Tally, total_of
from app.exchange.merge.incoming import Incoming
from app.review.reading import Selection, read_facts
from app.review.states import state_of
from app.review.vocabulary import SlotStage
from app.verification.answers import read_held
from app.workspace.opening import Facts
from app.workspace.registry import load_registry


@dataclass(frozen=True, slots=True)
class IndicatorEffect:
    """An indicator of the unit: points covered of those asked for, before and after."""

    indicator: str
    before: Tally
    after: Tally


@dataclass(frozen=True, slots=True)
class StageEffect:
    """A slot (its key as in log entries) whose stage becomes another."""

    slot: str
    before: SlotStage
    after: SlotStage


@dataclass(frozen=True, slots=True)
class Effects:
    """What changes for the unit that the package is about."""

    unit: str
    before: Tally
    after: Tally
    indicators: tuple[IndicatorEffect, ...]
    stages: tuple[StageEffect, ...]

    @property
    def stale(self) -> tuple[str, ...]:
        """The slots whose acceptance no longer holds (需复审)."""
        return tuple(effect.slot for effect in self.stages if effect.after is SlotStage.RECHECK)


@dataclass(frozen=True)
class UnitProgress:
    """How the unit stands at one moment."""

    unit: str
    tallies: Mapping[str, Tally]
    stages: Mapping[str, SlotStage]

    def compared(self, after: "UnitProgress") -> Effects:
        """What became different."""
        nothing = Tally()
        codes = dict.fromkeys([*self.tallies, *after.tallies])
        pairs = [(c, self.tallies.get(c, nothing), after.tallies.get(c, nothing)) for c in codes]
        slots = sorted({*self.stages, *after.stages})
        moves = [
            StageEffect(s, self.stages.get(s, SlotStage.NOT_STARTED), after.stages[s])
            for s in slots
            if s in after.stages
            and self.stages.get(s, SlotStage.NOT_STARTED) is not after.stages[s]
        ]
        return Effects(
            after.unit,
            total_of(self.tallies.values()),
            total_of(after.tallies.values()),
            tuple(IndicatorEffect(c, old, new) for c, old, new in pairs if old != new),
            tuple(moves),
        )


def read_effects(
    session: Session, facts: Facts, incoming: Incoming, last_year: int
) -> UnitProgress:
    """Read how the unit stands now, within whatever transaction the session is in."""
    session.flush()
    session.expire_all()
    unit_id = facts.unit_id or incoming.peer
    registry = load_registry(session)
    name = next((u.name for u in registry.units if u.id == unit_id), "")
    framework = facts.framework
    held = read_held(session, framework, registry)
    whole = read_completeness(session, framework, registry, last_year, held)
    tallies = {
        indicator.code: total_of(
            slot.tally for task in indicator.tasks for slot in task.slots if slot.unit == name
        )
        for indicator in whole.indicators
    }
    found = read_facts(session, Selection(units=frozenset({unit_id})))
    stages = {str(key): state_of(each).stage for key, each in found.items()}
    return UnitProgress(name, {c: t for c, t in tallies.items() if t.total}, stages)

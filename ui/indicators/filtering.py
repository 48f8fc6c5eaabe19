"""Which indicators a filter lets through. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.completeness.vocabulary import State
from ui.indicators.rows import IndicatorRow
from ui.shared.targets import Wanted
from ui.translation import QT_TR_NOOP
from ui.wording import STATE_NAMES, Names

WANTED_NAMES = Names(
    {
        Wanted.ANY: QT_TR_NOOP("全部状态"),
        Wanted.UNFINISHED: QT_TR_NOOP("还没齐备"),
        Wanted.EMPTY: STATE_NAMES[State.EMPTY],
        Wanted.PARTIAL: STATE_NAMES[State.PARTIAL],
        Wanted.PROBLEM: STATE_NAMES[State.PROBLEM],
        Wanted.COMPLETE: STATE_NAMES[State.COMPLETE],
        Wanted.NOT_APPLICABLE: STATE_NAMES[State.NOT_APPLICABLE],
        Wanted.YEARS: QT_TR_NOOP("缺年份"),
    }
)

_STATES = {
    Wanted.EMPTY: State.EMPTY,
    Wanted.PARTIAL: State.PARTIAL,
    Wanted.PROBLEM: State.PROBLEM,
    Wanted.COMPLETE: State.COMPLETE,
    Wanted.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the person asked for; the unit is applied before, when the rows are made."""

    text: str = ""
    method: str | None = None
    wanted: Wanted = Wanted.ANY
    category: str = ""
    kept: str = ""  # the indicator that is worked on, and shown whatever became of its state

    @property
    def is_empty(self) -> bool:
        """True if everything passes."""
        return replace(self, kept="") == Filter()

    def passes(self, row: IndicatorRow, words: Mapping[str, str]) -> bool:
        """True if the row is to be shown; ``words`` is what a search looks through."""
        if self.method is not None and self.method not in row.methods:
            return False
        if self.category and self.category not in row.categories:
            return False
        if row.code != self.kept and not self._state_passes(row):
            return False
        # Right after the start the words are still being gathered.
        return self._text_passes(row.code, words.get(row.code) or row.statement.lower())

    def _state_passes(self, row: IndicatorRow) -> bool:
        match self.wanted:
            case Wanted.ANY:
                return True
            case Wanted.UNFINISHED:
                return row.state not in {State.COMPLETE, State.NOT_APPLICABLE}
            case Wanted.YEARS:
                return row.years_missing
            case _:
                return row.state is _STATES[self.wanted]

    def _text_passes(self, code: str, words: str) -> bool:
        """Every word must be found; a number is an indicator's code and nothing else."""
        return all(
            part == code if part.isdecimal() else part in words
            for part in self.text.lower().split()
        )

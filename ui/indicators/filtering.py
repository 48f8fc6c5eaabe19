"""Which indicators a filter lets through. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.completeness.vocabulary import State
from app.vocabulary import ResponsibilityRole
from ui.indicators.rows import IndicatorTreeRow
from ui.shared.targets import PartFilter, ProgressFilter
from ui.translation import QT_TR_NOOP
from ui.wording import STATE_NAMES, Names

WANTED_NAMES = Names(
    {
        ProgressFilter.ANY: QT_TR_NOOP("全部状态"),
        ProgressFilter.UNFINISHED: QT_TR_NOOP("除齐备以外"),
        ProgressFilter.EMPTY: STATE_NAMES[State.EMPTY],
        ProgressFilter.PARTIAL: STATE_NAMES[State.PARTIAL],
        ProgressFilter.PROBLEM: STATE_NAMES[State.PROBLEM],
        ProgressFilter.COMPLETE: STATE_NAMES[State.COMPLETE],
        ProgressFilter.NOT_APPLICABLE: STATE_NAMES[State.NOT_APPLICABLE],
        ProgressFilter.YEARS: QT_TR_NOOP("缺年份"),
        ProgressFilter.RETURNED: QT_TR_NOOP("有退回"),
    }
)

PART_NAMES = Names(
    {
        PartFilter.ANY: QT_TR_NOOP("牵头和参与"),
        PartFilter.LEADS_FIRST: QT_TR_NOOP("牵头的排在前"),
        PartFilter.LEAD: QT_TR_NOOP("只看牵头的"),
        PartFilter.PARTICIPANT: QT_TR_NOOP("只看参与的"),
        PartFilter.OWED: QT_TR_NOOP("只看要交的"),
    }
)

_STATES = {
    ProgressFilter.EMPTY: State.EMPTY,
    ProgressFilter.PARTIAL: State.PARTIAL,
    ProgressFilter.PROBLEM: State.PROBLEM,
    ProgressFilter.COMPLETE: State.COMPLETE,
    ProgressFilter.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class IndicatorFilter:
    """The filter as the person set it; the unit is applied earlier, when the rows are made."""

    text: str = ""
    method: str | None = None
    wanted: ProgressFilter = ProgressFilter.ANY
    category: str = ""
    part: PartFilter = PartFilter.ANY
    kept: str = ""  # the indicator being worked on, which is shown whatever its state

    @property
    def is_empty(self) -> bool:
        """True if everything passes."""
        sorts = self.part is PartFilter.LEADS_FIRST
        part = PartFilter.ANY if sorts else self.part
        return replace(self, kept="", part=part) == IndicatorFilter()

    def passes(self, row: IndicatorTreeRow, words: Mapping[str, str]) -> bool:
        """True if the row is to be shown; ``words`` is what a search looks through."""
        if self.method is not None and self.method not in row.methods:
            return False
        if self.category and self.category not in row.categories:
            return False
        if not self._part_passes(row):
            return False
        if row.code != self.kept and not self._state_passes(row):
            return False
        # Right after the start the search words are not complete yet.
        return self._text_passes(row.code, words.get(row.code) or row.statement.lower())

    def _part_passes(self, row: IndicatorTreeRow) -> bool:
        if row.role is None:  # over all units there is no part to ask for
            return True
        match self.part:
            case PartFilter.LEAD:
                return row.role is ResponsibilityRole.LEAD
            case PartFilter.PARTICIPANT:
                return row.role is ResponsibilityRole.PARTICIPANT
            case PartFilter.OWED:
                return row.owes
            case _:
                return True

    def _state_passes(self, row: IndicatorTreeRow) -> bool:
        # Nothing is lacking where the unit owes nothing.
        if not row.owes and self.wanted in {ProgressFilter.UNFINISHED, ProgressFilter.EMPTY}:
            return False
        match self.wanted:
            case ProgressFilter.ANY:
                return True
            case ProgressFilter.UNFINISHED:
                return row.state not in {State.COMPLETE, State.NOT_APPLICABLE}
            case ProgressFilter.YEARS:
                return row.years_missing
            case ProgressFilter.RETURNED:
                return bool(row.returned or row.answered)
            case _:
                return row.state is _STATES[self.wanted]

    def _text_passes(self, code: str, words: str) -> bool:
        """Every word must be found; a number is an indicator's code and nothing else."""
        return all(
            part == code if part.isdecimal() else part in words
            for part in self.text.lower().split()
        )

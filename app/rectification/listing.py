"""Looking at the register: finding, filtering, counting, and rows for a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.rectification.errors import NoticeUnknown
from app.rectification.reading import RegisterRow
from app.rectification.vocabulary import NoticeState


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which lines of the register to show; None does not narrow."""

    unit: str | None = None
    indicator: str | None = None
    state: NoticeState | None = None
    overdue: bool = False

    def admits(self, row: RegisterRow) -> bool:
        """True if a line is to be shown."""
        return (
            self.unit in {None, row.notice.unit}
            and self.indicator in {None, row.notice.indicator}
            and self.state in {None, row.state}
            and (row.overdue or not self.overdue)
        )


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """The register counted; the states make up ``total``."""

    total: int
    open: int
    in_progress: int
    to_verify: int
    closed: int
    overdue: int

    @property
    def percent(self) -> int:
        """Closed problems in a hundred, rounded down."""
        return self.closed * 100 // self.total if self.total else 0


def counts_of(rows: Iterable[RegisterRow]) -> RegisterCounts:
    """Count the lines by state."""
    all_rows = tuple(rows)
    states = [row.state for row in all_rows]
    return RegisterCounts(
        len(all_rows),
        states.count(NoticeState.OPEN),
        states.count(NoticeState.IN_PROGRESS),
        states.count(NoticeState.TO_VERIFY),
        states.count(NoticeState.CLOSED),
        sum(row.overdue for row in all_rows),
    )


def find_notice(rows: Sequence[RegisterRow], named: str) -> RegisterRow:
    """The line of a running number ("3") or an id. Raises ``NoticeUnknown``."""
    for row in rows:
        if named in {str(row.notice.number), row.notice.id}:
            return row
    raise NoticeUnknown(named)


def due_first(rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
    """What is overdue longest, then by deadline; what is closed comes last."""
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                row.state is NoticeState.CLOSED,
                -row.days_overdue,
                row.notice.deadline or date.max,
                row.notice.number,
            ),
        )
    )

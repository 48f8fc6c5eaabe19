"""Looking at the register: finding a notice, narrowing, counting, and the rows for a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.framework.schema import Framework
from app.rectification.errors import NoticeUnknown
from app.rectification.reading import RegisterRow
from app.rectification.vocabulary import NoticeState
from app.terms import METHOD_NAMES
from app.wording.review import describe_notice_state

#: The columns of 整改台账, in the order of ``register_cells``.
COLUMNS = (
    "序号",
    "责任单位",
    "指标",
    "核验方式",
    "存在问题",
    "整改要求",
    "发现时间",
    "发现人",
    "整改措施",
    "责任人",
    "整改时限",
    "完成时间",
    "佐证材料",
    "状态",
    "验收意见",
    "验收人",
)


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


def register_cells(row: RegisterRow, framework: Framework) -> tuple[str, ...]:
    """A line as text, for a table in a window, in Word or in Excel."""
    notice, reply = row.notice, row.reply
    known = {i.code: i.heading for i in framework.indicators}
    return (
        str(notice.number),
        notice.unit,
        known.get(notice.indicator, notice.indicator),
        METHOD_NAMES[notice.method] if notice.method else "",
        notice.problem,
        notice.demand,
        notice.found_on.isoformat(),
        notice.found_by,
        reply.measure if reply else "",
        reply.person if reply else "",
        notice.deadline.isoformat() if notice.deadline else "",
        reply.done_on.isoformat() if reply and reply.done_on else "",
        "、".join(f"《{title}》" for title in row.evidence),
        describe_notice_state(row),
        notice.verdict_note,
        notice.verdict_by,
    )

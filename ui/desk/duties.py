"""What waits for somebody, the most pressing first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.completeness.states import Filing, IndicatorState, PointState
from app.completeness.vocabulary import State
from app.evidence.listing import FiledRow
from app.storage.defects import Doubts
from ui.desk.reading import NOTHING, Waiting
from ui.shared.filings import filings_of
from ui.shared.targets import FilterTarget, ItemTarget, TaskTarget, Wanted
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.wording import describe_doubts, describe_point, describe_problem, named

_MOST = 50
NO_DOUBTS = Doubts()


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A page other than 指标, by its key, and what it should turn to."""

    page: str
    part: str | None = None


Target = FilterTarget | ItemTarget | TaskTarget | PageTarget


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Something that waits for somebody: what, where (``about``), and where a click leads."""

    state: State
    text: str
    about: str
    target: Target


def duty_rows(
    snapshot: Snapshot, waiting: Waiting = NOTHING, doubts: Doubts = NO_DOUBTS
) -> tuple[DutyRow, ...]:
    """What waits, the most pressing first."""
    rows = [
        *_doubted(doubts),
        *_came_back(waiting),
        *_late(waiting),
        *_blocked(snapshot),
        *_to_decide(waiting),
        *_to_hand_in(waiting),
        *_loose(snapshot),
        *_doubtful(snapshot),
        *_short(snapshot),
        *_unconfirmed(snapshot),
    ]
    pressing = sorted(rows, key=lambda row: row.state is not State.PROBLEM)
    return tuple(pressing[:_MOST])


def _doubted(doubts: Doubts) -> Iterator[DutyRow]:
    """What the workspace itself suffers from."""
    for reason, remedy in describe_doubts(doubts):
        yield DutyRow(State.PROBLEM, reason, remedy, PageTarget("settings", "backups"))


def _came_back(waiting: Waiting) -> Iterator[DutyRow]:
    if waiting.returned:
        first = waiting.returned[0]
        yield DutyRow(
            State.PROBLEM,
            tr("{count} 处材料被退回，请按原因补正", count=len({r.slot for r in waiting.returned})),
            tr(
                "指标 {code}　{method}　{reasons}",
                code=first.slot.indicator,
                method=named(first.task),
                reasons=first.reasons,
            ),
            PageTarget("review"),
        )


def _late(waiting: Waiting) -> Iterator[DutyRow]:
    problems = waiting.problems
    if problems.overdue:
        yield DutyRow(
            State.PROBLEM,
            tr("{count} 个问题整改逾期", count=problems.overdue),
            tr("整改台账中未销号 {open} 个", open=problems.total - problems.closed),
            PageTarget("rectification"),
        )
    elif waiting.own and problems.open + problems.in_progress:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 个问题等着整改", count=problems.open + problems.in_progress),
            tr("填写整改情况，附上佐证"),
            PageTarget("rectification"),
        )


def _to_decide(waiting: Waiting) -> Iterator[DutyRow]:
    """What only the office can do."""
    if waiting.own:
        return
    if waiting.submitted:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 处报送等着审核", count=waiting.submitted),
            tr("按 J、K 逐处翻看，A 通过，R 退回"),
            PageTarget("review"),
        )
    if waiting.problems.to_verify:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 个问题等着验收", count=waiting.problems.to_verify),
            tr("核对佐证后销号，或退回再改"),
            PageTarget("rectification"),
        )


def _to_hand_in(waiting: Waiting) -> Iterator[DutyRow]:
    if waiting.own and waiting.prepared:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 处材料准备好了，还没有报送", count=waiting.prepared),
            tr("制作报送包，用 U 盘交给创建办"),
            PageTarget("exchange"),
        )


def _blocked(snapshot: Snapshot) -> Iterator[DutyRow]:
    for found in snapshot.filed.values():
        for row in found:
            if row.blocked:
                problem = next(p for p in row.problems if p.blocking)
                sentence = describe_problem(problem)
                yield DutyRow(
                    State.PROBLEM,
                    tr("{about}：{what}", about=row.title or row.file_name, what=sentence.reason),
                    tr(
                        "指标 {indicator}　{method}　{unit}",
                        indicator=row.indicator,
                        method=named(snapshot.framework.task_name(row.indicator, row.task_code)),
                        unit=row.unit,
                    ),
                    ItemTarget(row.item),
                )


def _loose(snapshot: Snapshot) -> Iterator[DutyRow]:
    for indicator, task_code, filing in _filings(snapshot):
        if filing.unassigned:
            yield DutyRow(
                State.PARTIAL,
                tr("{count} 件材料还没有归到要点", count=len(filing.unassigned)),
                tr(
                    "指标 {code}　{method}",
                    code=indicator.code,
                    method=named(snapshot.framework.task_name(indicator.code, task_code)),
                ),
                TaskTarget(indicator.code, task_code),
            )


def _doubtful(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found if row.open_findings]
    if rows:
        count = len({row.item for row in rows})
        text = tr("{count} 件材料存疑，装订页上看不到文件的全部内容", count=count)
        yield _from_the_first(State.PARTIAL, text, rows[0])


def _from_the_first(state: State, text: str, row: FiledRow) -> DutyRow:
    """Something about many items, which leads to the first of them."""
    title = row.title or row.file_name
    about = tr("从指标 {indicator} 的《{title}》开始", indicator=row.indicator, title=title)
    return DutyRow(state, text, about, ItemTarget(row.item))


def _short(snapshot: Snapshot) -> Iterator[DutyRow]:
    """Points that want something for each year, and figures that are lacking or short."""
    for indicator, task_code, filing in _filings(snapshot):
        for point in filing.points:
            if point.items and _presses(point):
                yield DutyRow(
                    State.PARTIAL,
                    describe_point(point),
                    tr(
                        "指标 {code}　{method}　要点 {number}",
                        code=indicator.code,
                        method=named(snapshot.framework.task_name(indicator.code, task_code)),
                        number=point.point.number,
                    ),
                    TaskTarget(indicator.code, task_code),
                )


def _unconfirmed(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found if row.guesses]
    if rows:
        count = len({row.item for row in rows})
        text = tr("{count} 件材料的题名、文号、责任者或日期是猜得的，请核对", count=count)
        yield _from_the_first(State.EMPTY, text, rows[0])
    empty = sum(
        all(f.state is State.EMPTY for f in filings_of(i, snapshot.facts.unit_name or "").values())
        for i in snapshot.completeness.indicators
        if filings_of(i, snapshot.facts.unit_name or "")
    )
    if empty:
        yield DutyRow(
            State.EMPTY,
            tr("{empty} 项指标还没有材料", empty=empty),
            tr("按指标逐项填报"),
            FilterTarget(wanted=Wanted.EMPTY),
        )


def _filings(
    snapshot: Snapshot,
) -> Iterator[tuple[IndicatorState, str, Filing]]:
    own = snapshot.facts.unit_name or ""
    for indicator in snapshot.completeness.indicators:
        for task_code, filing in filings_of(indicator, own).items():
            yield indicator, task_code, filing


def _presses(point: PointState) -> bool:
    figures = any(t.lacking or t.unmet for t in point.thresholds)
    return figures or (point.point.per_year and bool(point.years_missing))

"""``juanzong rectify …``: the register of problems (整改台账)."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.evidence.places import Target, place_of
from app.names.review import describe_notice_state
from app.rectification.listing import RegisterFilter, counts_of, due_first, find_notice
from app.rectification.reading import RegisterRow, read_register
from app.rectification.service import (
    NoticeDraft,
    NoticeEdit,
    ReplyEdit,
    close_notice,
    edit_notice,
    open_for_return,
    open_notice,
    remove_notice,
    reopen_notice,
    reply,
    restore_notice,
    send_back,
)
from app.rectification.vocabulary import NoticeState
from app.review.errors import SlotNotNamed
from app.workspace.opening import Workspace

Notice = Annotated[str, typer.Argument(metavar="序号", help="整改台账的序号，见 rectify list")]
Note = Annotated[str, typer.Option("--note", help="验收意见", show_default=False)]
Deadline = Annotated[
    str | None, typer.Option("--deadline", help="整改时限，如 2026-06-30", show_default=False)
]
Demand = Annotated[str | None, typer.Option("--demand", help="整改要求", show_default=False)]


def list_all(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    indicator: OnlyIndicator = None,
    state: Annotated[
        NoticeState | None,
        typer.Option(
            "--state",
            help="只看这种状态：open 待整改、in_progress 整改中、to_verify 待销号、closed 已销号",
            show_default=False,
        ),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="只看超期的")] = False,
    as_json: AsJson = False,
) -> None:
    """列出整改台账：问题、时限、措施、状态，超期的排在前面。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            named = unit or opened.facts.unit_name
            chosen = opened.registry().unit(named).name if named else None
            rows = _register(opened)
        code = opened.facts.framework.indicator(indicator).code if indicator else None
        wanted = RegisterFilter(chosen, code, state, overdue)
        shown = due_first(row for row in rows if wanted.admits(row))
        table = simple_table("序号", "责任单位", "指标", "问题", "时限", "措施", "责任人", "状态")
        for row in shown:
            style = "red" if row.overdue else ""
            table.add_row(
                str(row.notice.number),
                row.notice.unit,
                row.notice.indicator,
                row.notice.problem,
                row.notice.deadline.isoformat() if row.notice.deadline else "",
                row.reply.measure if row.reply else "",
                row.reply.person if row.reply else "",
                describe_notice_state(row),
                style=style,
            )
        output.table(table)
        counts = counts_of(shown)
        output.line(
            f"共 {counts.total} 条：待整改 {counts.open}，整改中 {counts.in_progress}，"
            f"待销号 {counts.to_verify}，已销号 {counts.closed}；超期 {counts.overdue}。",
            "bold",
        )
        output.document([_row_json(row) for row in shown])


def open_one(
    workspace: WorkspacePath,
    problem: Annotated[
        str | None, typer.Option("--problem", help="存在的问题", show_default=False)
    ] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    method: Annotated[
        str | None, typer.Option("--method", "--task", help="核验方式或任务", show_default=False)
    ] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点", show_default=False)
    ] = None,
    review: Annotated[
        str | None,
        typer.Option("--review", help="由这次退回转来，问题取退回的原因", show_default=False),
    ] = None,
    deadline: Deadline = None,
    demand: Demand = None,
    found_on: Annotated[
        str, typer.Option("--found-on", help="发现时间，不填则为今天", show_default=False)
    ] = "",
    found_by: Annotated[
        str, typer.Option("--found-by", help="发现人，不填则为本人", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """把一个问题列入整改台账，或由一次退回转入。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        if review is not None:
            made = open_for_return(opened, review, deadline=deadline or "", demand=demand or "")
        else:
            if not indicator:
                raise SlotNotNamed
            draft = _draft(opened, indicator, method, unit, point)
            made = open_notice(
                opened,
                NoticeDraft(
                    **draft,
                    problem=problem or "",
                    demand=demand or "",
                    deadline=deadline or "",
                    found_on=found_on,
                    found_by=found_by,
                ),
            )
        row = find_notice(_register(opened), made)
        output.line(f"已列入整改台账，序号 {row.notice.number}。")
        output.document(_row_json(row))


def edit(
    workspace: WorkspacePath,
    notice: Notice,
    problem: Annotated[
        str | None, typer.Option("--problem", help="存在的问题", show_default=False)
    ] = None,
    deadline: Deadline = None,
    demand: Demand = None,
    as_json: AsJson = False,
) -> None:
    """修改问题、整改要求、时限。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        edit_notice(opened, row.notice.id, NoticeEdit(problem, demand, deadline))
        output.line("已修改。")
        output.document(_row_json(find_notice(_register(opened), row.notice.id)))


def answer(
    workspace: WorkspacePath,
    notice: Notice,
    measure: Annotated[
        str | None, typer.Option("--measure", help="整改措施", show_default=False)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="责任人", show_default=False)
    ] = None,
    done_on: Annotated[
        str | None, typer.Option("--done-on", help="完成时间，如 2026-06-25", show_default=False)
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", help="佐证的材料编号，可重复", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """填写整改情况：措施、责任人、完成时间、佐证材料。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        proof = tuple(evidence) if evidence is not None else None
        reply(opened, row.notice.id, ReplyEdit(measure, person, done_on, proof))
        output.line("已填写整改情况。")
        output.document(_row_json(find_notice(_register(opened), row.notice.id)))


def close(
    workspace: WorkspacePath,
    notice: Notice,
    note: Note = "",
    force: Annotated[
        bool,
        typer.Option("--force", help="缺整改措施、责任人、佐证材料也销号，须用 --note 写明原因"),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """验收通过，销号。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        close_notice(opened, row.notice.id, note, despite=force)
        output.line(f"{row.notice.number} 号问题已销号。")
        output.document(_row_json(find_notice(_register(opened), row.notice.id)))


def back(
    workspace: WorkspacePath,
    notice: Notice,
    note: Annotated[str, typer.Option("--note", help="还差什么")],
    as_json: AsJson = False,
) -> None:
    """验收不通过，退回继续整改。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        send_back(opened, row.notice.id, note)
        output.line(f"{row.notice.number} 号问题已退回继续整改。")
        output.document(_row_json(find_notice(_register(opened), row.notice.id)))


def reopen(workspace: WorkspacePath, notice: Notice, as_json: AsJson = False) -> None:
    """撤销验收结论，恢复到验收之前。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        reopen_notice(opened, row.notice.id)
        output.line(f"{row.notice.number} 号问题已恢复。")
        output.document(_row_json(find_notice(_register(opened), row.notice.id)))


def remove(workspace: WorkspacePath, notice: Notice, as_json: AsJson = False) -> None:
    """从台账移去一条，序号不再用；可用编号恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        row = find_notice(_register(opened), notice)
        remove_notice(opened, row.notice.id)
        output.line(f"已移去 {row.notice.number} 号问题，恢复用 rectify restore {row.notice.id}")
        output.document(_row_json(row))


def restore(
    workspace: WorkspacePath,
    notice: Annotated[str, typer.Argument(metavar="编号", help="移去时给出的编号")],
    as_json: AsJson = False,
) -> None:
    """恢复移去的一条。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        restore_notice(opened, notice)
        row = find_notice(_register(opened), notice)
        output.line(f"{row.notice.number} 号问题已恢复。")
        output.document(_row_json(row))


def _draft(
    opened: Workspace, indicator: str, method: str | None, unit: str | None, point: int | None
) -> dict[str, Any]:
    if method is not None:
        place = place_of(opened, Target(indicator, method, unit, point))
        return {
            "unit_id": place.unit_id,
            "indicator": place.indicator,
            "task_code": place.task_code,
            "point": place.point,
        }
    found = opened.facts.framework.indicator(indicator)
    first = found.tasks[0].code
    place = place_of(opened, Target(found.code, first, unit))
    return {"unit_id": place.unit_id, "indicator": found.code}


def _register(opened: Workspace) -> tuple[RegisterRow, ...]:
    own = opened.facts.unit_id
    with opened.database.reading() as session:
        return read_register(session, opened.today(), own)


def _row_json(row: RegisterRow) -> dict[str, Any]:
    notice, answered = row.notice, row.reply
    return {
        "id": notice.id,
        "number": notice.number,
        "unit": notice.unit,
        "indicator": notice.indicator,
        "task": notice.task_code,
        "point": notice.point,
        "problem": notice.problem,
        "demand": notice.demand,
        "found_on": notice.found_on.isoformat(),
        "found_by": notice.found_by,
        "deadline": notice.deadline.isoformat() if notice.deadline else None,
        "state": row.state.value,
        "sent_back": row.sent_back,
        "days_overdue": row.days_overdue,
        "measure": answered.measure if answered else "",
        "person": answered.person if answered else "",
        "done_on": answered.done_on.isoformat() if answered and answered.done_on else None,
        "evidence": list(answered.evidence) if answered else [],
        "verdict_note": notice.verdict_note,
        "verdict_by": notice.verdict_by,
        "review": notice.review,
    }

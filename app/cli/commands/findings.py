"""``juanzong item findings …``: what the pages of a file do not show, and what to do about it."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.naming import named_item
from app.cli.opening import open_services, open_workspace
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.conversion.model import BindingChoices, Changes
from app.evidence.errors import FindingNameUnknown
from app.evidence.judging import FindingJudgement, judge_item
from app.evidence.listing import FiledRow, FileFinding, list_filed
from app.evidence.numbering import BindingOrder
from app.intake.inbox.looking_again import look_again
from app.names.problems import describe_problem, problem_name
from app.problems import FINDINGS, REMARKS, ProblemKind

ItemId = Annotated[
    str, typer.Argument(metavar="材料", help="材料的编号（如 60-20-3）或标识，见 item findings")
]


def findings(
    workspace: WorkspacePath,
    indicator: OnlyIndicator = None,
    unit: OnlyUnit = None,
    everything: Annotated[bool, typer.Option("--all", help="连同已核实的")] = False,
    again: Annotated[
        bool, typer.Option("--look-again", help="先把以前收取的文件再查看一遍，如升级以后")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """列出存疑：文件里有、装订页上看不到或不一样的内容。"""
    with command(as_json=as_json) as output:
        if again:
            with open_services(workspace) as services, watched_job(output) as job:
                looked = look_again(services.workspace, services.workers, job)
            output.line(f"查看了 {looked.originals} 份原件，{looked.items} 件有新的存疑。")
        with open_workspace(workspace, read_only=True) as opened:
            chosen = opened.registry().unit(unit).name if unit else None
            with opened.database.reading() as session:
                order = BindingOrder.of(opened.facts.framework, opened.registry())
                filed = list_filed(session, order)
        code = opened.facts.framework.indicator(indicator).code if indicator else None
        found = [
            (row, one)
            for row in {row.item: row for row in filed}.values()
            if code in {None, row.indicator} and chosen in {None, row.unit}
            for one in (
                (*row.findings, *row.remarks)
                if everything
                else (*row.open_findings, *row.open_remarks)
            )
        ]
        table = simple_table("编号", "文件", "存疑", "说明", whole=("编号",))
        for row, one in found:
            name = problem_name(one.problem.kind)
            table.add_row(row.number or row.item, one.file_name, name, _told(one))
        output.table(table)
        waiting = sum(not one.problem.settled for _, one in found)
        output.line(
            f"存疑 {waiting} 条。用 item dismiss 核实、item take-out 取出内嵌附件，或换一份文件。"
        )
        output.document([_document(row, one) for row, one in found])


def dismiss(
    workspace: WorkspacePath,
    item: ItemId,
    finding: Annotated[str, typer.Argument(metavar="存疑", help="名称，如 有隐藏工作表")],
    reason: Annotated[str, typer.Option("--reason", help="为什么不需要处理")] = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="撤回原来的核实")] = False,
    as_json: AsJson = False,
) -> None:
    """核实一条存疑：看过了，不需要处理，写明理由。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        kind, item = _kind(finding), named_item(opened, item)
        judge_item(opened, item, [FindingJudgement(kind, None if withdraw else reason)])
        said = "已撤回核实" if withdraw else "已核实"
        output.line(f"{said}：{problem_name(kind)}。")
        output.document({"item": item, "finding": kind.value, "dismissed": not withdraw})


def bind(
    workspace: WorkspacePath,
    item: ItemId,
    changes: Annotated[
        Changes, typer.Option("--changes", help="修订：accepted 接受后的样子，marked 带修订标记")
    ] = Changes.ACCEPTED,
    comments: Annotated[bool, typer.Option("--comments", help="批注印在页边")] = False,
    hidden: Annotated[
        bool, typer.Option("--hidden", help="隐藏的文字、工作表、行列、幻灯片也印出来")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """选择修订、批注和隐藏内容怎样装订；不写选项则恢复为通常的样子。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        item = named_item(opened, item)
        choices = BindingChoices(changes, comments, hidden)
        changed = judge_item(opened, item, binding=choices)
        output.line("已更新，下次编制时生效。" if changed else "原来就是这样，没有改动。")
        output.document({"item": item, "binding": choices.stored(), "changed": changed})


def _kind(named: str) -> ProblemKind:
    for kind in FINDINGS | REMARKS:
        if named in {kind.value, problem_name(kind)}:
            return kind
    raise FindingNameUnknown(named)


def _told(one: FileFinding) -> str:
    dismissal = one.problem.dismissal
    said = f"（{dismissal.by}已核实：{dismissal.reason}）" if dismissal else ""
    return describe_problem(one.problem).reason + said


def _document(row: FiledRow, one: FileFinding) -> dict[str, Any]:
    sentence = describe_problem(one.problem)
    dismissal = one.problem.dismissal
    return {
        "item": row.item,
        "indicator": row.indicator,
        "unit": row.unit,
        "title": row.title,
        "file": one.file_name,
        "sha256": one.sha256,
        "kind": one.problem.kind.value,
        "detail": dict(one.problem.detail),
        "reason": sentence.reason,
        "remedy": sentence.remedy,
        "dismissed": (
            {"reason": dismissal.reason, "by": dismissal.by, "at": dismissal.at}
            if dismissal
            else None
        ),
    }

"""``juanzong review …``: hand in, accept, return, and look at the progress."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.handing_in import DryRun, read_own
from app.cli.naming import named_item
from app.cli.opening import open_services, open_workspace
from app.cli.output.concerns import say_concerns
from app.cli.output.console import Output
from app.cli.output.handing_in import show_handing_in
from app.cli.output.review_report import (
    matrix_json,
    returned_json,
    row_json,
    show_rows,
    show_slot,
    told_of_end,
    tool_words,
    totals,
)
from app.cli.output.tables import simple_table
from app.evidence.places import Target, place_of
from app.framework.keys import SlotKey
from app.names.review import STAGE_NAMES, name_rows
from app.rectification.together import return_and_open
from app.review.basis import BasisEntry
from app.review.board import Board
from app.review.errors import ReasonUnknown, SlotNotNamed, UnitNotNamed
from app.review.listing import read_board, read_slot, read_stages, returned_rows
from app.review.reasons import add_reason, change_reason, read_reasons
from app.review.service import (
    Ruling,
    accept_slots,
    decide,
    reinstate,
    submit_slots,
    submit_unit,
    take_back,
    withdraw_submissions,
)
from app.review.tool_rows import reviewed_tables
from app.review.vocabulary import SlotStage
from app.workspace.access import demand_own
from app.workspace.opening import Workspace
from models.vocabulary import ReviewDecision

Indicator = Annotated[str | None, typer.Option("--indicator", help="指标编号", show_default=False)]
Method = Annotated[
    str | None, typer.Option("--method", "--task", help="核验方式或任务", show_default=False)
]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
Note = Annotated[str, typer.Option("--note", help="说明", show_default=False)]
StageOption = Annotated[
    SlotStage | None,
    typer.Option(
        "--state",
        help="只看这种状态：not_started 未开始、preparing 准备中、submitted 已报送、"
        "returned 退回、accepted 通过、recheck 需复审",
        show_default=False,
    ),
]
Decisions = Annotated[list[str], typer.Argument(metavar="审核记录", help="编号见 review show")]


def list_all(
    workspace: WorkspacePath,
    unit: UnitName = None,
    indicator: Indicator = None,
    state: StageOption = None,
    waiting: Annotated[bool, typer.Option("--waiting", help="只看待审的")] = False,
    as_json: AsJson = False,
) -> None:
    """列出各处材料的状态：谁的哪项材料报送了、退回了、通过了。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            board = _board(opened, unit)
            framework = opened.facts.framework
        code = framework.indicator(indicator).code if indicator else None
        rows = [
            row
            for row in board.rows
            if code in {None, row.slot.indicator}
            and state in {None, row.stage}
            and (row.waits or not waiting)
            and (row.stage is not SlotStage.NOT_STARTED or state is SlotStage.NOT_STARTED)
        ]
        show_rows(output, rows)
        output.line(totals(board), "bold")
        output.document([row_json(row) for row in rows])


def next_one(
    workspace: WorkspacePath,
    after: Annotated[
        str | None,
        typer.Option("--after", help="从这一处往后找，写成 指标/核验方式/单位", show_default=False),
    ] = None,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """下一处待审的材料，连同它的要点和材料。"""
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=True) as opened,
    ):
        board = _board(opened, None)
        start = _parse_slot(opened, after) if after else None
        named = opened.registry().unit(unit).name if unit else None
        row = board.next_waiting(start, named)
        if row is None:
            output.line("没有待审的材料。")
            output.document(None)
        else:
            _show_detail(output, opened, row.slot)


def show(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")],
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """查看一处材料：要点、材料、每件的审核结果、全部经过。"""
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=True) as opened,
    ):
        _show_detail(output, opened, _slot(opened, indicator, method, unit))


def submit(
    workspace: WorkspacePath,
    indicator: Indicator = None,
    method: Method = None,
    unit: UnitName = None,
    note: Note = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """报送：写明指标和核验方式则报送那一处，不写则报送本单位全部有更新的；创建办可代为报送。"""
    if dry_run:
        with command(as_json=as_json) as output, open_services(workspace, read_only=True) as ready:
            show_handing_in(output, *read_own(ready, unit, [indicator] if indicator else None))
        return
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        if indicator and method:
            slot = _slot(opened, indicator, method, unit)
            made = dict(zip([slot], submit_slots(opened, [slot], note), strict=True))
        else:
            named = unit or opened.facts.unit_name
            if not named or indicator or method:
                raise SlotNotNamed if indicator or method else UnitNotNamed
            chosen = opened.registry().unit(named)
            made = dict(submit_unit(opened, chosen.id, note))
        output.line(f"已报送 {len(made)} 处。")
        output.document([{"slot": str(slot), "submission": one} for slot, one in made.items()])


def withdraw(
    workspace: WorkspacePath,
    submissions: Annotated[
        list[str], typer.Argument(metavar="报送记录", help="编号见 review submit 的输出")
    ],
    as_json: AsJson = False,
) -> None:
    """撤回还没有审核的报送。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        withdraw_submissions(opened, submissions)
        output.line(f"已撤回 {len(submissions)} 处。")
        output.document({"withdrawn": submissions})


def accept(
    workspace: WorkspacePath,
    indicator: Indicator = None,
    method: Method = None,
    unit: UnitName = None,
    point: Annotated[
        int | None, typer.Option("--point", help="只通过这个材料要点", show_default=False)
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(
            "--item",
            help="只通过这件材料，写编号或标识；台账、检索记录、现场写名称",
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="所选范围内全部待审的一并通过")] = False,
    as_json: AsJson = False,
) -> None:
    """审核通过一处材料、一个要点或一件；加 --all 则成批通过。退回的材料不受影响。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        if item is not None:
            item = _part(opened, item)
        if every:
            slots = _waiting_slots(opened, indicator, method, unit)
            say_concerns(output, opened, slots)
            made = accept_slots(opened, slots) if slots else ()
        else:
            if not indicator or not method:
                raise SlotNotNamed
            slot = _slot(opened, indicator, method, unit)
            slots = [slot]
            say_concerns(output, opened, slots)
            made = decide(opened, [Ruling(slot, ReviewDecision.ACCEPTED, point, item)])
        stages = _stages(opened, slots)
        held = sum(stage is SlotStage.RETURNED for stage in stages.values())
        if item is not None or point is not None:
            more = told_of_end(stages[slot])
        else:
            more = f"其中 {held} 处有退回的材料，退回的不变，这一处为退回。" if held else ""
        output.line(f"已通过 {len(made)} 处。{more}")
        output.document(
            [
                {"slot": str(slot), "review": one, "state": stages[slot].value}
                for slot, one in zip(slots, made, strict=True)
            ]
        )


def give_back(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")],
    unit: UnitName = None,
    reason: Annotated[
        list[str] | None,
        typer.Option(
            "--reason", help="原因的序号或代码，可重复，见 review reasons", show_default=False
        ),
    ] = None,
    note: Note = "",
    point: Annotated[
        int | None, typer.Option("--point", help="针对这个材料要点", show_default=False)
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(
            "--item",
            help="针对这件材料，写编号或标识；台账、检索记录、现场写名称",
            show_default=False,
        ),
    ] = None,
    notice: Annotated[bool, typer.Option("--notice", help="同时列入整改台账")] = False,
    deadline: Annotated[
        str, typer.Option("--deadline", help="整改时限，如 2026-06-30", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """退回一处材料、一个要点或一件，写明原因。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        slot = _slot(opened, indicator, method, unit)
        item = _part(opened, item) if item else None
        codes = _reason_codes(opened, reason or [])
        ruling = Ruling(slot, ReviewDecision.RETURNED, point, item, codes, note)
        whole = point is None and item is None
        opened_notice = None
        if notice and whole:
            returned = return_and_open(opened, ruling, deadline=deadline)
            (made,), opened_notice = returned.decisions, returned.notice
        else:
            (made,) = decide(opened, [ruling])
        stages = _stages(opened, [slot])
        noted = "并已列入整改台账。" if opened_notice else ""
        output.line(f"已退回。{noted}{'' if whole else told_of_end(stages[slot])}")
        state = stages[slot].value
        output.document(
            {"slot": str(slot), "review": made, "notice": opened_notice, "state": state}
        )


def undo(workspace: WorkspacePath, decisions: Decisions, as_json: AsJson = False) -> None:
    """撤销审核决定，恢复到决定之前；经过照样留在操作记录里。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        take_back(opened, decisions)
        output.line(f"已撤销 {len(decisions)} 项。")
        output.document({"taken_back": decisions})


def redo(workspace: WorkspacePath, decisions: Decisions, as_json: AsJson = False) -> None:
    """恢复撤销了的审核决定。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        reinstate(opened, decisions)
        output.line(f"已恢复 {len(decisions)} 项。")
        output.document({"reinstated": decisions})


def matrix(workspace: WorkspacePath, unit: UnitName = None, as_json: AsJson = False) -> None:
    """指标 × 责任单位的审核进度；表格里每个单位一行，逐格的情况用 --json 取。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            board = _board(opened, unit)
        table = simple_table("责任单位", *STAGE_NAMES.values())
        for name in board.units:
            cells = [c for (_, of), c in board.cells.items() if of == name]
            counts = [sum(c.counts.get(stage, 0) for c in cells) for stage in STAGE_NAMES]
            table.add_row(name, *(str(count or "") for count in counts))
        output.table(table)
        output.line(totals(board), "bold")
        output.document(matrix_json(board))


def returned(workspace: WorkspacePath, unit: UnitName = None, as_json: AsJson = False) -> None:
    """列出退回的内容和原因；责任单位的工作区里就是本单位要改的。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            named = unit or opened.facts.unit_name
            unit_id = opened.registry().unit(named).id if named else None
            with opened.database.reading() as session:
                rows = returned_rows(session, opened.facts.framework, unit_id, _titles(opened))
        table = simple_table("责任单位", "指标", "核验方式", "退回的是", "原因", "已改动")
        for row in rows:
            named = f"不涉及：{row.title}" if row.mark else f"{row.number}《{row.title}》"
            named = tool_words(row.tool) if row.tool else named
            about = named if row.item else f"要点{row.point}" if row.point else "整体"
            table.add_row(
                row.unit,
                row.slot.indicator,
                row.task,
                about,
                row.reasons,
                "是" if row.reworked else "",
            )
        output.table(table)
        output.line(f"共 {len(rows)} 条。")
        output.document([returned_json(row) for row in rows])


def reasons(
    workspace: WorkspacePath,
    add: Annotated[
        str | None, typer.Option("--add", help="增加一条原因", show_default=False)
    ] = None,
    hide: Annotated[
        str | None, typer.Option("--hide", help="不再列出这条原因", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """退回原因：列出、增加、停用。"""
    with command(as_json=as_json) as output:
        if add is not None or hide is not None:
            with open_workspace(workspace) as opened:
                if add is not None:
                    add_reason(opened, add)
                if hide is not None:
                    (code,) = _reason_codes(opened, [hide])
                    change_reason(opened, code, text=None, offered=False)
        with (
            open_workspace(workspace, read_only=True) as opened,
            opened.database.reading() as session,
        ):
            offered = read_reasons(session)
        for number, reason in enumerate(offered, 1):
            output.line(f"{number:>3}  {reason.text}")
        output.document(
            [
                {"number": n, "code": r.code, "text": r.text, "built_in": r.built_in}
                for n, r in enumerate(offered, 1)
            ]
        )


def _board(opened: Workspace, unit: str | None) -> Board:
    named = unit or opened.facts.unit_name
    registry = opened.registry()
    chosen = registry.unit(named).name if named else None
    with opened.database.reading() as session:
        return read_board(session, opened.facts.framework, registry, chosen, _titles(opened))


def _stages(opened: Workspace, slots: Sequence[SlotKey]) -> Mapping[SlotKey, SlotStage]:
    with opened.database.reading() as session:
        return read_stages(session, slots)


def _slot(opened: Workspace, indicator: str, method: str, unit: str | None) -> SlotKey:
    place = place_of(opened, Target(indicator, method, unit))
    return SlotKey(place.indicator, place.task_code, place.unit_id)


def _parse_slot(opened: Workspace, text: str) -> SlotKey:
    indicator, _, rest = text.partition("/")
    method, _, unit = rest.partition("/")
    return _slot(opened, indicator, method, unit or None)


def _waiting_slots(
    opened: Workspace, indicator: str | None, method: str | None, unit: str | None
) -> list[SlotKey]:
    framework = opened.facts.framework
    code = framework.indicator(indicator).code if indicator else None
    wanted = None
    if method:
        wanted = (
            framework.find_task(code, method).code if code else framework.find_method(method).id
        )
    board = _board(opened, unit)
    return [
        row.slot
        for row in board.queue
        if code in {None, row.slot.indicator}
        and wanted in {None, row.slot.task_code, framework.method_of(*row.slot.task)}
    ]


def _reason_codes(opened: Workspace, named: Sequence[str]) -> tuple[str, ...]:
    with opened.database.reading() as session:
        offered = read_reasons(session)
    codes = []
    for name in named:
        if name.isdigit() and 0 < int(name) <= len(offered):
            codes.append(offered[int(name) - 1].code)
        elif any(reason.code == name for reason in offered):
            codes.append(name)
        else:
            raise ReasonUnknown(name)
    return tuple(codes)


def _show_detail(output: Output, opened: Workspace, slot: SlotKey) -> None:
    demand_own(opened, slot.unit_id)
    with opened.database.reading() as session:
        show_slot(output, read_slot(session, opened.facts.framework, slot, _titles(opened)))


def _titles(workspace: Workspace) -> Mapping[str, str]:
    """The titles of registers by their ids."""
    from app.verification.material_check.registers.files import RegisterTitles

    return RegisterTitles(workspace.layout.registers)


def _part(workspace: Workspace, named: str) -> str:
    """The item that is named, or what a tool holds: by its name, or the title of a register."""
    tables = {name_rows(table): table for table in reviewed_tables()}
    if named in tables:
        return tables[named]
    if named.partition(":")[0] in tables.values():
        return named
    registers = {title: id_ for id_, title in _titles(workspace).items()}
    if named in registers:
        return BasisEntry.name_of_rows("register_row", registers[named])
    return named_item(workspace, named)

"""``juanzong case-review …``: reviews of case files (案卷评查)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.names.verification.case_review import (
    ALGORITHM_WORDS,
    DIFFERENCES,
    GRADES,
    NOTICES,
    STATES,
    VALUES,
    VERDICTS,
)
from app.review.errors import UnitNotNamed
from app.shares import share_words
from app.verification.case_review.cases import (
    METHOD,
    Case,
    case_orders,
    case_register,
    find_case,
    notices_of,
    read_cases,
)
from app.verification.case_review.data_files import (
    ORDERS,
    SHEETS,
    lay_out_files,
    load_orders,
    load_sheets,
)
from app.verification.case_review.drawing import Wanted, repeats
from app.verification.case_review.draws import (
    Draw,
    DrawnCase,
    DrawRequest,
    draw_cases,
    find_draw,
    preview,
    read_draws,
    restore_draw,
    withdraw_draw,
)
from app.verification.case_review.errors import PointsNotPossible, StandardUnknown
from app.verification.case_review.results import Tally, results_of
from app.verification.case_review.scores import (
    CaseView,
    Comment,
    Reviewed,
    Saved,
    Score,
    SheetText,
    assign_reviewers,
    find_drawn,
    read_reviewed,
    reopen_sheet,
    save_sheet,
    view_case,
)
from app.verification.case_review.scores import arbitrate as save_verdict
from app.verification.case_review.scoring import Assessment, Mark, Outcome, Seat, Verdict
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.errors import ChoiceUnknown
from app.verification.slots import Slot, find_task
from app.workspace.opening import Workspace

CaseNumber = Annotated[str, typer.Argument(metavar="案号", help="案号或编号")]
DrawName = Annotated[
    str, typer.Option("--draw", help="哪次抽取的名称或编号；只有一次的可不填", show_default=False)
]
Person = Annotated[
    str, typer.Option("--reviewer", help="评查人的姓名；不填为当前使用人", show_default=False)
]
Marks = Annotated[
    list[str] | None,
    typer.Option(
        "--mark",
        help="序号=结论，结论写 符合、不符合、不涉及；扣分和说明接着写："
        "--mark 3=不符合:2:没有送达回证；可重复",
    ),
]
Comments = Annotated[
    list[str] | None,
    typer.Option("--comment", help="页码=批注，如 --comment 12=日期涂改；没有页码的写 0；可重复"),
]
Rest = Annotated[bool, typer.Option("--rest-met", help="其余没有评的都为符合")]
Conclude = Annotated[bool, typer.Option("--conclude", help="评完，不再改动")]
Summary = Annotated[str | None, typer.Option("--summary", help="总评", show_default=False)]
#: So many cases are printed on a terminal; all of them are in the JSON.
_SHOWN = 200


def cases(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    category: Annotated[
        str | None, typer.Option("--category", help="只看这个类别", show_default=False)
    ] = None,
    year: Annotated[int, typer.Option("--year", help="只看这一年结案的；0 为全部")] = 0,
    faulty: Annotated[bool, typer.Option("--faulty", help="只看待改、超期、未结案的")] = False,
    as_json: AsJson = False,
) -> None:
    """列出案卷：案号、类别、立案、结案，待改和超期的写明。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        orders = case_orders(opened)
        unit_id = opened.registry().unit(unit).id if unit else None
        with opened.database.reading() as session:
            every = read_cases(session, case_register(opened), unit_id)
        found = [
            (case, notices_of(case, orders))
            for case in every
            if category in {None, case.category} and year in {0, case.year}
        ]
        if faulty:
            found = [(case, notices) for case, notices in found if case.faulty or notices]
        table = simple_table(
            "案号",
            "单位",
            "类别",
            "当事人",
            "承办人",
            "立案",
            "结案",
            "注意",
            whole=("立案", "结案"),
        )
        for case, notices in found[:_SHOWN]:
            told = [*(["待改"] if case.faulty else []), *(NOTICES[one] for one in notices)]
            table.add_row(
                case.number,
                case.unit,
                case.category,
                case.party,
                case.handler,
                case.filed,
                case.closed,
                "、".join(told),
            )
        output.table(table)
        if len(found) > _SHOWN:
            output.line(f"只列出前 {_SHOWN} 件；全部用 --json。")
        wrong = sum(case.faulty for case, _ in found)
        output.line(f"共 {len(found)} 件，其中待改 {wrong} 件；待改的用 register edit 改正。")
        output.document(
            [
                {
                    "id": case.id,
                    "unit": case.unit,
                    "number": case.number,
                    "category": case.category,
                    "title": case.title,
                    "party": case.party,
                    "handler": case.handler,
                    "filed": case.filed,
                    "closed": case.closed,
                    "year": case.year or None,
                    "days": case.days,
                    "faulty": case.faulty,
                    "notices": [one.value for one in notices],
                }
                for case, notices in found
            ]
        )


def import_cases(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx 或 csv，第一行写列名")],
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """从 xlsx 或 csv 表格登记案卷，按表头对应各列。"""
    from app.verification.material_check.registers.importing import import_rows, read_file

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        register = case_register(opened)
        named = unit or opened.facts.unit_name
        if not named:
            raise UnitNotNamed
        table = read_file(opened, register, file)
        done = import_rows(opened, register, opened.registry().unit(named).name, table)
        output.line(f"登记案卷 {done.added} 件。")
        unit_id = opened.registry().unit(named).id
        with opened.database.reading() as session:
            faulty = sum(case.faulty for case in read_cases(session, register, unit_id))
        if faulty:
            output.line(f"台账里共有 {faulty} 件待改，用 case-review cases --faulty 查看。")
        if table.matching.unused:
            output.line(f"没有用上的列：{'、'.join(table.matching.unused)}")
        output.document(
            {"added": done.added, "faulty": faulty, "unused": list(table.matching.unused)}
        )


def draw(
    workspace: WorkspacePath,
    name: Annotated[str, typer.Option("--name", help="这次抽取的名称，如 2021年度案卷评查")],
    total: Annotated[int, typer.Option("--total", help="一共抽多少件，按各层件数分配", min=0)] = 0,
    each: Annotated[int, typer.Option("--each", help="或者每层抽多少件", min=0)] = 0,
    year: Annotated[int, typer.Option("--year", help="只抽这一年结案的；0 为全部")] = 0,
    units: Annotated[
        list[str] | None, typer.Option("--unit", help="只抽这个单位的，可重复")
    ] = None,
    categories: Annotated[
        list[str] | None, typer.Option("--category", help="只抽这个类别的，可重复")
    ] = None,
    seed: Annotated[
        str, typer.Option("--seed", help="抽签种子；不填由程序给出", show_default=False)
    ] = "",
    by: Annotated[str, typer.Option("--by", help="抽取人；不填为当前使用人")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看各层备抽和应抽的件数")] = False,
    as_json: AsJson = False,
) -> None:
    """按单位、类别、年度分层抽取案卷，记下种子，谁都能重抽核对。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=dry_run) as opened:
        registry = opened.registry()
        names = tuple(registry.unit(unit).name for unit in units or ())
        wanted = Wanted(total, each, year, names, tuple(categories or ()))
        if dry_run:
            population, strata = preview(opened, wanted)
            table = simple_table(
                "单位", "类别", "年度", "备抽", "应抽", whole=("年度", "备抽", "应抽")
            )
            for (unit, category, of_year), (size, count) in strata.items():
                table.add_row(unit, category, str(of_year), str(size), str(count))
            output.table(table)
            counts = [count for _, count in strata.values()]
            output.line(f"备抽 {len(population.cases)} 件，应抽 {sum(counts)} 件。")
            output.line(
                f"没有列入：待改 {population.faulty} 件，未结案 {population.not_closed} 件。"
            )
            output.document(
                {
                    "population": len(population.cases),
                    "faulty": population.faulty,
                    "not_closed": population.not_closed,
                    "strata": [
                        {
                            "unit": unit,
                            "category": category,
                            "year": of_year,
                            "population": size,
                            "wanted": count,
                        }
                        for (unit, category, of_year), (size, count) in strata.items()
                    ],
                }
            )
            return
        round_id = draw_cases(opened, DrawRequest(name, wanted, seed, by))
        found = _draw(opened, round_id)
        _tell_draw(found, output)
        output.document(_json_draw(found))


def draws(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出各次抽取，用同一种子重抽核对。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        with opened.database.reading() as session:
            found = read_draws(session)
        for one in found:
            _tell_draw(one, output)
        if not found:
            output.line("还没有抽取过。")
        output.document([_json_draw(one) for one in found])


def withdraw(
    workspace: WorkspacePath,
    number: Annotated[str, typer.Argument(metavar="编号", help="抽取的编号，用 draws 查看")],
    restore: Annotated[bool, typer.Option("--restore", help="恢复撤销的抽取")] = False,
    as_json: AsJson = False,
) -> None:
    """撤销一次还没有评查的抽取，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        if restore:
            restore_draw(opened, number)
        else:
            with opened.database.reading() as session:
                number = find_draw(read_draws(session), number).round_id
            withdraw_draw(opened, number)
        output.line(f"已{'恢复' if restore else '撤销'}这次抽取。")
        output.document({"id": number, "removed": not restore})


def sheets(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出评查表和卷内顺序，写明县里填了分值、等次没有。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        reviews = load_sheets(opened.layout.review_sheets)
        orders = load_orders(opened.layout.case_orders)
        table = simple_table("评查表", "标识", "类别", "基础", "一般", "计分", "等次", "来源")
        for one in reviews.all:
            table.add_row(
                one.title,
                one.id,
                one.category,
                str(len(one.basics)),
                str(len(one.generals)),
                "是" if one.scored else "没有填分值",
                f"优秀 {one.excellent:g}，合格 {one.passing:g}"
                if one.excellent is not None and one.passing is not None
                else "没有填",
                "县里的" if one.id in reviews.own else "自带",
            )
        output.table(table)
        table = simple_table("卷内顺序", "标识", "类别", "材料", "必有", "办案期限", "来源")
        for order in orders.all:
            table.add_row(
                order.title,
                order.id,
                order.category,
                str(len(order.pieces)),
                str(sum(piece.needed for piece in order.pieces)),
                f"{order.days} 天" if order.days else "没有填",
                "县里的" if order.id in orders.own else "自带",
            )
        output.table(table)
        for error in (*reviews.invalid, *orders.invalid):
            output.complain(error)
        output.document(
            {
                "sheets": [
                    {
                        "id": one.id,
                        "title": one.title,
                        "category": one.category,
                        "own": one.id in reviews.own,
                        "scored": one.scored,
                        "graded": one.graded,
                        "standards": [_json_standard(one, s.id) for s in one.standards],
                    }
                    for one in reviews.all
                ],
                "orders": [
                    {
                        "id": order.id,
                        "title": order.title,
                        "category": order.category,
                        "own": order.id in orders.own,
                        "days": order.days,
                        "pieces": [
                            {"id": piece.id, "title": piece.title, "needed": piece.needed}
                            for piece in order.pieces
                        ],
                    }
                    for order in orders.all
                ],
            }
        )


def files(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """把自带的评查表和卷内顺序放进工作区，供县里修改；已有的不动。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        layout = opened.layout
        written = [
            *lay_out_files(layout.review_sheets, SHEETS),
            *lay_out_files(layout.case_orders, ORDERS),
        ]
        output.line(f"已放入 {len(written)} 个文件：{layout.review_sheets}、{layout.case_orders}")
        output.line("改好后用 case-review sheets 检查；文件夹里的优先于自带的。")
        output.document({"files": [f"{path.parent.name}/{path.name}" for path in written]})


def assign(
    workspace: WorkspacePath,
    first: Annotated[str, typer.Argument(metavar="评查人一")],
    second: Annotated[str, typer.Argument(metavar="评查人二")],
    numbers: Annotated[
        list[str] | None, typer.Option("--case", help="只安排这个案号，可重复；不填为全部")
    ] = None,
    unit: OnlyUnit = None,
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """安排两名评查人，一案两人。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        found = _draw(opened, draw)
        name = opened.registry().unit(unit).name if unit else ""
        chosen = [find_drawn(found, number) for number in numbers or ()] or found.cases
        pairs = {case: (first, second) for case in chosen if name in {"", case.unit}}
        given = assign_reviewers(opened, found, pairs)
        output.line(f"已安排 {given} 席，案卷 {len(pairs)} 件。")
        output.document({"draw": found.round_id, "cases": len(pairs), "assigned": given})


def sheet(
    workspace: WorkspacePath,
    number: CaseNumber,
    reviewer: Person = "",
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """查看一份案卷的评查表；两人都评完以前，只给自己的那张。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        found = _draw(opened, draw)
        view = _view(opened, found, find_drawn(found, number), reviewer)
        _tell_view(view, output)
        output.document(_json_view(view))


def score(
    workspace: WorkspacePath,
    number: CaseNumber,
    reviewer: Person = "",
    marks: Marks = None,
    rest_met: Rest = False,
    comments: Comments = None,
    summary: Summary = None,
    conclude: Conclude = False,
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """填写评查表：逐条结论、扣分和批注；--conclude 为评完。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        found = _draw(opened, draw)
        case, name = find_drawn(found, number), _person(opened, reviewer)
        view = _view(opened, found, case, name)
        text = _text(view, _own(view), marks, comments, summary, rest_met, conclude)
        _tell_saved(save_sheet(opened, found, case, name, text), output)
        view = _view(opened, found, case, name)
        _tell_view(view, output)
        output.document(_json_view(view))


def reopen(
    workspace: WorkspacePath,
    number: CaseNumber,
    reviewer: Person = "",
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """重新打开自己评完的评查表；对方已评完的不行。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        found = _draw(opened, draw)
        case, name = find_drawn(found, number), _person(opened, reviewer)
        reopen_sheet(opened, found, case, name)
        output.line(f"已重新打开 {case.number} 的评查表。")
        output.document(_json_view(_view(opened, found, case, name)))


def arbitrate(
    workspace: WorkspacePath,
    number: CaseNumber,
    reviewer: Person = "",
    like: Annotated[
        str, typer.Option("--like", help="先照评查人一或评查人二的：first、second")
    ] = "",
    marks: Marks = None,
    rest_met: Rest = False,
    comments: Comments = None,
    summary: Summary = None,
    conclude: Conclude = False,
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """复核两人意见不同的案卷，以复核人的为准。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        found = _draw(opened, draw)
        case, name = find_drawn(found, number), _person(opened, reviewer)
        view = _view(opened, found, case, name)
        before = _own(view)
        if like:
            if like not in {Seat.FIRST, Seat.SECOND}:
                raise ChoiceUnknown(like, (Seat.FIRST.value, Seat.SECOND.value))
            taken = view.scores.get(Seat(like))
            before = SheetText(taken[0].text.marks) if taken is not None else before
        text = _text(view, before, marks, comments, summary, rest_met, conclude)
        _tell_saved(save_verdict(opened, found, case, name, text), output)
        view = _view(opened, found, case, name)
        _tell_view(view, output)
        output.document(_json_view(view))


def results(
    workspace: WorkspacePath,
    draw: DrawName = "",
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """查看评查结果：单位、类别、等次、排名和常见问题。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        reviewed = _reviewed(opened, draw)
        name = opened.registry().unit(unit).name if unit else ""
        found = results_of(reviewed, name)
        whole = found.whole
        output.line(f"{reviewed.draw.name}：已评定 {share_words(whole.decided, whole.cases)}")
        table = simple_table(
            "排名", "单位", "类别", "抽取", "已评定", "优秀", "合格", "不合格", "平均分"
        )
        lines = (*found.units, *found.parts, *found.categories)
        for line in lines:
            tally = line.tally
            table.add_row(
                str(line.rank or ""),
                line.unit or "全部单位",
                line.category or "全部",
                str(tally.cases),
                str(tally.decided),
                *(str(count) for count in tally.grades.values()),
                "—" if tally.mean is None else f"{tally.mean:f}",
            )
        output.table(table)
        if whole.disputed:
            output.line(f"待复核 {whole.disputed} 件。")
        for defect in found.defects:
            kind = "基础" if defect.basic else "一般"
            output.line(f"{share_words(defect.count, defect.of)}　{kind}　{defect.text}")
        output.document(
            {
                "draw": reviewed.draw.round_id,
                "whole": _json_tally(found.whole),
                "units": [
                    {"unit": one.unit, "rank": one.rank or None, **_json_tally(one.tally)}
                    for one in found.units
                ],
                "categories": [
                    {"category": one.category, **_json_tally(one.tally)} for one in found.categories
                ],
                "parts": [
                    {"unit": one.unit, "category": one.category, **_json_tally(one.tally)}
                    for one in found.parts
                ],
                "defects": [
                    {
                        "standard": defect.standard,
                        "category": defect.category,
                        "text": defect.text,
                        "basic": defect.basic,
                        "count": defect.count,
                        "of": defect.of,
                        "cases": list(defect.cases),
                        "units": defect.units,
                    }
                    for defect in found.defects
                ],
            }
        )


def export(
    workspace: WorkspacePath,
    output_file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="写到哪个文件；不填为 exports 文件夹"),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="写出人名，只供内部使用")] = False,
    draw: DrawName = "",
    as_json: AsJson = False,
) -> None:
    """评查结果另存为 xlsx：结果、案卷、问题、抽取记录。"""
    from app.verification.case_review.exporting import export_results

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        reviewed = _reviewed(opened, draw)
        target = (
            output_file or opened.layout.exports / f"案卷评查结果-{reviewed.draw.round_id}.xlsx"
        )
        count = export_results(reviewed, target, mask=not names)
        output.line(f"已写出 {count} 件：{target}")
        output.document({"file": str(target), "cases": count})


def file(
    workspace: WorkspacePath,
    number: CaseNumber,
    put: Annotated[
        list[str] | None,
        typer.Option("--put", help="材料编号=材料种类，如 --put 编号=立案审批表；可重复"),
    ] = None,
    take: Annotated[list[str] | None, typer.Option("--take", help="移出这件材料，可重复")] = None,
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """查看一份案卷的卷内材料和缺件，放入或移出材料（一案一卷）。"""
    from app.verification.case_review.pieces import (
        case_file,
        kind_named,
        piece_titles,
        put_pieces,
        read_pieces,
    )

    changing = bool(put or take)
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=not changing) as opened,
    ):
        case = _case(opened, number, unit)
        order = case_orders(opened).for_category(case.category)
        if changing:
            wanted = {}
            for given in put or ():
                item, _, words = given.partition("=")
                known = kind_named(order, words).id if order is not None and words else ""
                wanted[item.strip()] = known
            put_pieces(opened, case, wanted, take or ())
        with opened.database.reading() as session:
            found = case_file(case, order, read_pieces(session))
            titles = piece_titles(session, found)
        table = simple_table("序号", "材料种类", "必有", "材料", whole=("序号", "必有"))
        for n, line in enumerate(found.lines, 1):
            named = line.kind.title if line.kind is not None else "（没有归类）"
            needed = "必有" if line.kind is not None and line.kind.needed else ""
            said = "、".join(titles.get(item, item) for item in line.items)
            table.add_row(str(n), named, needed, said)
        output.table(table)
        for kind in found.missing:
            output.line(f"缺：{kind.title}", "yellow")
        output.document(
            {
                "case": case.id,
                "number": case.number,
                "order": order.id if order is not None else None,
                "pieces": [
                    {
                        "kind": line.kind.id if line.kind is not None else None,
                        "items": list(line.items),
                    }
                    for line in found.lines
                ],
                "missing": [kind.id for kind in found.missing],
            }
        )


def arrange(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Argument(metavar="指标", help="指标编号")],
    as_json: AsJson = False,
) -> None:
    """一案一卷：任务下的材料按案卷排列，卷内照卷内顺序；只有创建办能排。"""
    from app.verification.case_review.binding import arrange_by_case

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        task = find_task(opened, Slot("", indicator, METHOD), METHOD)
        arrange_by_case(opened, task)
        output.line(f"指标 {task.indicator} 的材料已按案卷排列；用 order 查看或改回。")
        output.document({"task": str(task)})


def rectify(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    demand: Annotated[str, typer.Option("--demand", help="整改要求")] = "",
    deadline: Annotated[str, typer.Option("--deadline", help="整改期限，如 2021-12-31")] = "",
    draw: DrawName = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会转出哪些问题")] = False,
    as_json: AsJson = False,
) -> None:
    """把评查发现的问题转为整改通知，注明来自哪次评查。"""
    from app.verification.case_review.rectifying import open_notices, problems_of

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=dry_run) as opened:
        reviewed = _reviewed(opened, draw)
        name = opened.registry().unit(unit).name if unit else ""
        problems = problems_of(reviewed, name)
        for problem in problems:
            output.line(f"{problem.case.unit}　{problem.problem}")
        told: dict[str, Any] = {"problems": len(problems), "notices": []}
        if not dry_run:
            done = open_notices(opened, reviewed, problems, demand=demand, deadline=deadline)
            output.line(f"已下达整改 {len(done.notices)} 项，先前已下达 {len(done.known)} 项。")
            for case in done.placeless:
                output.line(f"{case.number}：评查表没有写明服务的指标，或单位不负责，没有下达。")
            told |= {
                "notices": list(done.notices),
                "known": len(done.known),
                "placeless": [case.number for case in done.placeless],
            }
        output.document(told)


def _draw(opened: Workspace, words: str) -> Draw:
    with opened.database.reading() as session:
        return find_draw(read_draws(session), words)


def _reviewed(opened: Workspace, words: str) -> Reviewed:
    with opened.database.reading() as session:
        every = read_reviewed(session)
    wanted = find_draw([reviewed.draw for reviewed in every], words)
    return next(reviewed for reviewed in every if reviewed.draw is wanted)


def _case(opened: Workspace, number: str, unit: str | None) -> Case:
    with opened.database.reading() as session:
        every = read_cases(session, case_register(opened))
    return find_case(every, number, opened.registry().unit(unit).name if unit else "")


def _person(opened: Workspace, name: str) -> str:
    return name or opened.actor


def _view(opened: Workspace, draw: Draw, case: DrawnCase, reviewer: str) -> CaseView:
    with opened.database.reading() as session:
        return view_case(session, draw, case, _person(opened, reviewer))


def _own(view: CaseView) -> SheetText:
    found = view.scores.get(view.own) if view.own is not None else None
    return found[0].text if found is not None else SheetText()


def _text(
    view: CaseView,
    before: SheetText,
    marks: Sequence[str] | None,
    comments: Sequence[str] | None,
    summary: str | None,
    rest_met: bool,  # noqa: FBT001
    conclude: bool,  # noqa: FBT001
) -> SheetText:
    """What the options say, over what was there before."""
    found = {mark.standard: mark for mark in before.marks}
    for given in marks or ():
        mark = _mark(view.sheet, given)
        found[mark.standard] = mark
    if rest_met:
        for standard in view.sheet.standards:
            found.setdefault(standard.id, Mark(standard.id, Verdict.MET))
    more = [_comment(given) for given in comments or ()]
    return SheetText(
        tuple(found.values()),
        (*before.comments, *more),
        before.summary if summary is None else summary,
        conclude,
    )


def _mark(sheet: ReviewSheet, given: str) -> Mark:
    words, _, said = given.partition("=")
    verdict, lost, remark = (*said.split(":", 2), "", "")[:3]
    names = {name: Verdict(value) for value, name in VERDICTS.items()}
    if verdict.strip() not in names:
        raise ChoiceUnknown(verdict.strip(), tuple(names))
    standard = _standard(sheet, words.strip())
    points = None
    if lost.strip():
        try:
            points = Decimal(lost.strip())
        except InvalidOperation:
            raise PointsNotPossible(standard, "") from None
    return Mark(standard, names[verdict.strip()], points, remark)


def _standard(sheet: ReviewSheet, words: str) -> str:
    """The id of a standard, by its number from 1 or its id."""
    ids = [standard.id for standard in sheet.standards]
    if words in ids:
        return words
    if words.isascii() and words.isdigit() and 1 <= int(words) <= len(ids):
        return ids[int(words) - 1]
    raise StandardUnknown(words)


def _comment(given: str) -> Comment:
    page, _, text = given.partition("=")
    if page.strip().isascii() and page.strip().isdigit():
        return Comment(text, page=int(page))
    return Comment(given)


def _tell_saved(saved: Saved, output: Any) -> None:  # noqa: ANN401
    output.line(f"已保存，{VALUES['case_scores'][saved.seat]}。")


def _tell_draw(draw: Draw, output: Any) -> None:  # noqa: ANN401
    output.line(f"{draw.name}（编号 {draw.round_id}，种子 {draw.seed}，{draw.drawn_by}抽取）")
    words = ALGORITHM_WORDS.get(draw.algorithm)
    if words:
        output.line(words)
    table = simple_table("单位", "类别", "年度", "备抽", "抽取", "抽中的案号", whole=("年度",))
    for stratum in draw.strata:
        table.add_row(
            stratum.unit,
            stratum.category,
            str(stratum.year),
            str(len(stratum.population)),
            str(len(stratum.drawn)),
            "、".join(stratum.drawn),
        )
    output.table(table)
    counts = share_words(len(draw.cases), draw.population)
    output.line(f"抽取 {counts}；另有待改 {draw.left_out} 件没有列入。")
    if not all(repeats(draw.seed, stratum) for stratum in draw.strata):
        output.line("用记下的种子重抽，结果与记录不符。", "red")


def _tell_view(view: CaseView, output: Any) -> None:  # noqa: ANN401
    outcome = view.outcome
    output.line(f"{view.case.number}　{view.case.unit}　{STATES[outcome.state]}")
    for seat, place in view.places.items():
        done = "已评完" if place.concluded else "未评完"
        name = VALUES["case_scores"][seat]
        output.line(f"{name}：{place.reviewer}，已评 {place.judged}/{place.standards} 条，{done}")
    table = simple_table(
        "序号", "性质", "标准", "分值", *(VALUES["case_scores"][seat] for seat in view.scores)
    )
    basics = {standard.id for standard in view.sheet.basics}
    for n, standard in enumerate(view.sheet.standards, 1):
        points = getattr(standard, "points", None)
        said = [_said(score, standard.id) for score, _ in view.scores.values()]
        kind = "基础" if standard.id in basics else "一般"
        table.add_row(str(n), kind, standard.text, "" if points is None else f"{points:g}", *said)
    output.table(table)
    for seat, (_, found) in view.scores.items():
        output.line(f"{VALUES['case_scores'][seat]}：{_assessed(found)}")
    for difference in outcome.differences:
        output.line(f"要复核：{DIFFERENCES[difference]}", "yellow")


def _said(score: Score, standard: str) -> str:
    mark = next((mark for mark in score.text.marks if mark.standard == standard), None)
    if mark is None:
        return ""
    lost = f" -{mark.lost:f}" if mark.lost is not None else ""
    remark = f"（{mark.remark}）" if mark.remark else ""
    return f"{VERDICTS[mark.verdict]}{lost}{remark}"


def _assessed(found: Assessment) -> str:
    if not found.complete:
        return f"还有 {len(found.open)} 条没有评"
    score = "不计分" if found.score is None else f"{found.score:f} 分"
    grade = GRADES[found.grade or ""]
    return f"{score}，{grade}，不符合 {len(found.failed) + len(found.defects)} 条"


def _json_draw(draw: Draw) -> dict[str, Any]:
    return {
        "id": draw.round_id,
        "name": draw.name,
        "seed": draw.seed,
        "algorithm": draw.algorithm,
        "drawn_by": draw.drawn_by,
        "drawn_at": draw.drawn_at.isoformat(),
        "by_office": draw.by_office,
        "population": draw.population,
        "left_out": draw.left_out,
        "repeats": all(repeats(draw.seed, stratum) for stratum in draw.strata),
        "strata": [
            {
                "unit": stratum.unit,
                "category": stratum.category,
                "year": stratum.year,
                "population": len(stratum.population),
                "digest": stratum.digest,
                "drawn": list(stratum.drawn),
            }
            for stratum in draw.strata
        ],
        "cases": [
            {"id": case.case_id, "unit": case.unit, "number": case.number} for case in draw.cases
        ],
    }


def _json_view(view: CaseView) -> dict[str, Any]:
    return {
        "case": view.case.case_id,
        "number": view.case.number,
        "unit": view.case.unit,
        "sheet": view.sheet.id,
        "standards": [_json_standard(view.sheet, s.id) for s in view.sheet.standards],
        "seats": {
            seat.value: {
                "reviewer": place.reviewer,
                "judged": place.judged,
                "concluded": place.concluded,
            }
            for seat, place in view.places.items()
        },
        "scores": {
            seat.value: _json_score(score, found) for seat, (score, found) in view.scores.items()
        },
        "outcome": _json_outcome(view.outcome),
    }


def _json_standard(sheet: ReviewSheet, id_: str) -> dict[str, Any]:
    for number, standard in enumerate(sheet.standards, 1):
        if standard.id == id_:
            return {
                "number": number,
                "id": id_,
                "text": standard.text,
                "basic": standard in sheet.basics,
                "points": getattr(standard, "points", None),
            }
    raise StandardUnknown(id_)


def _json_score(score: Score, found: Assessment) -> dict[str, Any]:
    return {
        "reviewer": score.reviewer,
        "version": score.version,
        "concluded": score.text.concluded,
        "marks": [
            {
                "standard": mark.standard,
                "verdict": mark.verdict.value,
                "lost": None if mark.lost is None else float(mark.lost),
                "remark": mark.remark,
            }
            for mark in score.text.marks
        ],
        "comments": [
            {
                "item": comment.item,
                "page": comment.page,
                "standard": comment.standard,
                "text": comment.text,
            }
            for comment in score.text.comments
        ],
        "summary": score.text.summary,
        "score": _number(found.score),
        "grade": found.grade.value if found.grade is not None else None,
        "open": list(found.open),
    }


def _json_outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "state": outcome.state.value,
        "score": _number(outcome.score),
        "grade": outcome.grade.value if outcome.grade is not None else None,
        "failed": list(outcome.failed),
        "defects": list(outcome.defects),
        "differences": [one.value for one in outcome.differences],
        "arbitrated": outcome.arbitrated,
    }


def _json_tally(tally: Tally) -> Mapping[str, Any]:
    return {
        "cases": tally.cases,
        "decided": tally.decided,
        "disputed": tally.disputed,
        "grades": {grade.value: count for grade, count in tally.grades.items()},
        "ungraded": tally.ungraded,
        "basic": tally.basic,
        "defects": tally.defects,
        "mean": _number(tally.mean),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)

"""``juanzong interview …``: questionnaires, rounds, answers and results (随机访谈)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.note_rows import remove_row
from app.cli.opening import open_services, open_workspace
from app.cli.output.tables import simple_table
from app.names.verification.interview import (
    KINDS,
    MEASURES,
    group_words,
    row_fault_words,
)
from app.names.verification.registers import FILL_STATES
from app.paths import legal_name
from app.review.errors import UnitNotNamed
from app.shares import share_words
from app.verification.interview.answering import answer_words
from app.verification.interview.entering import (
    RoundSheets,
    alter_round,
    enter_again,
    enter_sheet,
    make_void,
    read_round,
    settle,
)
from app.verification.interview.errors import (
    FillUnknown,
    HeadingUnknown,
    NothingListed,
    QuestionUnknown,
)
from app.verification.interview.files import METHOD, Questionnaires, load_questionnaires
from app.verification.interview.paper import overview_of, result_rows
from app.verification.interview.results import Share, by_topic, cross_table, results_of
from app.verification.interview.rounds import ROUNDS, GroupPlan, Round, Topic, find_round
from app.verification.interview.schema import Question, Questionnaire
from app.verification.interview.sheets import AnswerSheet, next_number, read_sheets
from app.verification.notes import Note, add_note, read_notes
from app.verification.slots import Slot
from app.workspace.opening import Workspace

RoundName = Annotated[
    str, typer.Argument(metavar="活动", help="访谈活动的编号或名称，用 interview list 查看")
]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
Task = Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，不填则为随机访谈")]
Plan = Annotated[
    list[str] | None,
    typer.Option(
        "--group", help="组别=应访人数，可加总数：--group 一窗=30/200；可重复", show_default=False
    ),
]
#: So long is the name of a file that is written.
_LONGEST_NAME = 60
#: So many sheets are printed on a terminal; all of them are in the JSON.
_SHOWN = 200


def list_all(
    workspace: WorkspacePath,
    indicator: OnlyIndicator = None,
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """列出访谈活动：应访、收回、有效和满意度。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        code = opened.facts.framework.indicator(indicator).code if indicator else None
        named = opened.registry().unit(unit).name if unit else None
        table = simple_table(
            "编号", "单位", "指标", "活动", "应访", "收回", "有效", "满意度", whole=("指标",)
        )
        found = []
        for there in _rounds(opened):
            slot, said = there.round.slot, there.round.said
            if code not in {None, slot.indicator} or named not in {None, slot.unit}:
                continue
            results = results_of(said, there.numbered)
            response, overall = results.response, results.overall
            share = overall.satisfaction if overall is not None else None
            table.add_row(
                there.round.id,
                slot.unit,
                slot.indicator,
                said.name,
                str(response.asked or ""),
                str(response.returned),
                str(response.valid),
                _words(share),
            )
            found.append(_json_round(there.round, there.sheets))
        output.table(table)
        output.line(f"共 {len(found)} 次访谈活动。")
        output.document(found)


def questionnaires(
    workspace: WorkspacePath,
    questionnaire: Annotated[
        str, typer.Argument(metavar="[问卷]", help="只看这一份问卷的各题")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """列出问卷，或查看一份问卷的各题。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        known = _questionnaires(opened)
        if questionnaire:
            chosen = known.find(questionnaire)
            output.line(f"《{chosen.title}》第 {chosen.edition} 版　对象：{chosen.audience}")
            table = simple_table("题号", "题型", "题目", "选项", whole=("题号", "题型"))
            for number, question in enumerate(chosen.questions, 1):
                options = "　".join(f"{n} {text}" for n, text in enumerate(question.options, 1))
                table.add_row(str(number), KINDS[question.kind.value], question.text, options)
            output.table(table)
            output.document(chosen.model_dump(mode="json"))
            return
        table = simple_table(
            "问卷", "标识", "版次", "对象", "题数", "指标", "来源", whole=("标识",)
        )
        code = opened.facts.framework.code
        for one in known.all:
            table.add_row(
                one.title,
                one.id,
                str(one.edition),
                one.audience,
                str(len(one.questions)),
                "、".join(one.serves.get(code, ())),
                "县里的" if one.id in known.own else "自带",
            )
        output.table(table)
        for error in known.invalid:
            output.complain(error)
        output.document(
            [
                {
                    "id": one.id,
                    "title": one.title,
                    "edition": one.edition,
                    "audience": one.audience,
                    "questions": len(one.questions),
                    "indicators": list(one.serves.get(code, ())),
                    "own": one.id in known.own,
                }
                for one in known.all
            ]
        )


def files(
    workspace: WorkspacePath,
    questionnaire: Annotated[
        str | None, typer.Argument(metavar="问卷", help="只取这份问卷；不填为全部")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把自带的问卷放进工作区的 questionnaires 文件夹，供县里修改；已有的不动。"""
    from app.verification.interview.files import lay_out_files

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        folder = opened.layout.questionnaires
        wanted = _questionnaires(opened).find(questionnaire).id if questionnaire else None
        written = lay_out_files(folder, wanted)
        output.line(f"已放入 {len(written)} 个文件：{folder}")
        output.line("改好后用 interview questionnaires 检查；文件夹里的问卷优先于自带的。")
        output.document({"files": [path.name for path in written]})


def new(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    questionnaire: Annotated[str, typer.Option("--questionnaire", help="问卷的名称或标识")],
    name: Annotated[str, typer.Option("--name", help="活动名称，如 2026年3月办事群众访谈")],
    unit: UnitName = None,
    task: Task = METHOD,
    held_from: Annotated[str, typer.Option("--from", help="开始日期")] = "",
    held_to: Annotated[str, typer.Option("--to", help="结束日期")] = "",
    place: Annotated[str, typer.Option("--place", help="地点")] = "",
    group: Plan = None,
    note: Annotated[str, typer.Option("--note", help="备注")] = "",
    as_json: AsJson = False,
) -> None:
    """登记一次访谈活动：指标、问卷、名称、日期、地点、应访人数。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        said = Round(
            name=name,
            questionnaire=_questionnaires(opened).find(questionnaire),
            held_from=held_from,
            held_to=held_to,
            location=place,
            plan=_plan(group or []),
            note=note,
        )
        id_ = add_note(opened, ROUNDS, Slot(_unit(opened, unit), indicator, task), said)
        output.line(f"已登记，编号 {id_}。")
        output.document(_json_round(read_round(opened, id_).round, ()))


def edit(
    workspace: WorkspacePath,
    round_: RoundName,
    name: Annotated[str | None, typer.Option("--name", help="活动名称")] = None,
    questionnaire: Annotated[
        str | None, typer.Option("--questionnaire", help="改用这份问卷（还没有答卷时）")
    ] = None,
    held_from: Annotated[str | None, typer.Option("--from", help="开始日期")] = None,
    held_to: Annotated[str | None, typer.Option("--to", help="结束日期")] = None,
    place: Annotated[str | None, typer.Option("--place", help="地点")] = None,
    group: Plan = None,
    note: Annotated[str | None, typer.Option("--note", help="备注")] = None,
    as_json: AsJson = False,
) -> None:
    """修改一次访谈活动；只改写明的各项。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        there = _round(opened, round_)
        changes: dict[str, Any] = {
            "name": name,
            "held_from": held_from,
            "held_to": held_to,
            "location": place,
            "note": note,
            "plan": _plan(group) if group is not None else None,
        }
        if questionnaire is not None:
            changes["questionnaire"] = _questionnaires(opened).find(questionnaire)
        said = replace(
            there.round.said, **{field: v for field, v in changes.items() if v is not None}
        )
        alter_round(opened, there.round.id, said)
        after = read_round(opened, there.round.id)
        output.line("已修改。")
        output.document(_json_round(after.round, after.sheets))


def remove(
    workspace: WorkspacePath,
    round_: RoundName,
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的活动，写编号")] = False,
    as_json: AsJson = False,
) -> None:
    """移除一次访谈活动，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        id_ = round_ if restore else _round(opened, round_).round.id
        remove_row(output, opened, ROUNDS, id_, restore=restore)


def draw(
    workspace: WorkspacePath,
    round_: RoundName,
    file: Annotated[
        Path, typer.Argument(metavar="名单", help="xlsx、csv 或文本：姓名、组别、电话，一行一人")
    ],
    count: Annotated[
        int | None, typer.Option("--count", help="共抽几人，按各组人数分配", min=1)
    ] = None,
    group: Plan = None,
    seed: Annotated[str, typer.Option("--seed", help="抽签种子；不填则自动取一个并记下")] = "",
    reason: Annotated[str, typer.Option("--reason", help="重新抽取的原因")] = "",
    check: Annotated[
        bool, typer.Option("--check", help="只核对：这份名单和记下的种子抽得是否相同")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """从名单中分组抽取访谈对象：种子相同，抽取结果相同；以前的抽取保留。"""
    from app.verification.interview.drawing import (
        draw_people,
        listed_from,
        planned_of,
        proposed_plan,
        repeats,
    )
    from app.verification.material_check.registers.tables import read_table
    from app.verification.sampling import propose_seed

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=check) as opened:
        there = _round(opened, round_)
        people = listed_from(read_table(file))
        said = there.round.said
        if check:
            if said.draw is None:
                raise NothingListed
            same = repeats(said.draw, people)
            output.line(
                "名单和种子抽得的人与记录相同。" if same else "与记录不同：名单不是当时的。"
            )
            output.document({"same": same})
            return
        if count is not None:
            plan = proposed_plan(people, count)
        else:
            plan = planned_of(people, _plan(group) if group else said.plan)
        seed = seed or propose_seed(opened.now())
        draw_people(opened, there.round.id, people, seed, plan, reason=reason)
        record = read_round(opened, there.round.id).round.said.draws[-1]
        output.line(
            f"抽签种子 {record.seed}，名单 {len(people)} 人，抽取 {len(record.people)} 人。"
        )
        table = simple_table("名单序号", "组别", "姓名", "电话", whole=("名单序号",))
        for person in record.people:
            table.add_row(str(person.place), person.group, person.name, person.phone)
        output.table(table)
        output.document(
            {
                "seed": record.seed,
                "algorithm": record.algorithm,
                "digest": record.digest,
                "groups": [
                    {"group": g.group, "listed": g.listed, "drawn": g.drawn} for g in record.groups
                ],
                "people": [
                    {"place": p.place, "group": p.group, "name": p.name, "phone": p.phone}
                    for p in record.people
                ],
            }
        )


def sheets(workspace: WorkspacePath, round_: RoundName, as_json: AsJson = False) -> None:
    """列出一次活动的答卷，两次录入不一致的写明哪些题。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        there = _round(opened, round_)
        questionnaire = there.round.said.questionnaire
        table = simple_table("编号", "组别", "答案", "录入", "说明", whole=("编号",))
        for note in there.sheets[:_SHOWN]:
            sheet = note.said
            differing = "、".join(map(str, there.differing(sheet)))
            told = [f"作废：{sheet.void}"] if sheet.void else []
            told += [f"第 {differing} 题两次录入不一致"] if differing else []
            answers = "　".join(
                f"{number} {words}"
                for number, question in enumerate(questionnaire.questions, 1)
                if (words := answer_words(question, sheet.answers))
            )
            by = "、".join(filter(None, (sheet.entered_by, sheet.second_by)))
            table.add_row(str(sheet.number), sheet.group, answers, by, "；".join(told))
        output.table(table)
        if len(there.sheets) > _SHOWN:
            output.line(f"只列出前 {_SHOWN} 份；全部用 --json 或 interview export。")
        void = sum(bool(note.said.void) for note in there.sheets)
        output.line(
            f"共 {len(there.sheets)} 份，作废 {void} 份，两次录入不一致 {len(there.unsettled)} 份。"
        )
        output.document([_json_sheet(there, note) for note in there.sheets])


def enter(
    workspace: WorkspacePath,
    round_: RoundName,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answer", help="题号=答案：--answer 1=2 --answer 3=1,4；开放题写文字；可重复"
        ),
    ] = None,
    number: Annotated[
        int | None, typer.Option("--number", help="答卷编号；不填为下一个", min=0)
    ] = None,
    group: Annotated[str, typer.Option("--group", help="组别")] = "",
    by: Annotated[str, typer.Option("--by", help="录入人；不填为本机用户")] = "",
    settled: Annotated[
        bool, typer.Option("--settle", help="两次录入不一致的，以写明的答案为准，其余按第一次")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """录入一份答卷，编号已有的作为第二次录入；--settle 写定不一致的题。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        there = _round(opened, round_)
        said = _answers(there.round.said.questionnaire, answers or [])
        wanted = next_number(there.sheets) if number is None else number
        present = next((note for note in there.sheets if note.said.number == wanted), None)
        if settled:
            present = there.sheet(wanted)
            settle(opened, there.round.id, present.id, {**present.said.answers, **said})
            output.line(f"答卷 {wanted} 已写定。")
        elif present is None:
            sheet = AnswerSheet(there.round.id, wanted, group, said, entered_by=by)
            enter_sheet(opened, sheet)
            output.line(f"已录入答卷 {wanted}。")
        else:
            differing = enter_again(opened, there.round.id, present.id, said, by)
            output.line(f"答卷 {wanted} 第二次录入。")
            if differing:
                output.line(f"不一致的题：{'、'.join(map(str, differing))}", "yellow")
        after = read_round(opened, there.round.id)
        output.document(_json_sheet(after, after.sheet(wanted)))


def void(
    workspace: WorkspacePath,
    round_: RoundName,
    numbers: Annotated[list[int], typer.Argument(metavar="编号", help="答卷编号，可写几个")],
    reason: Annotated[str, typer.Option("--reason", help="作废的原因；留空为恢复有效")] = "",
    as_json: AsJson = False,
) -> None:
    """写明原因，作废几份答卷；原因留空为恢复有效。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        there = _round(opened, round_)
        ids = [there.sheet(number).id for number in numbers]
        make_void(opened, there.round.id, ids, reason)
        output.line(f"已{'作废' if reason.strip() else '恢复'} {len(ids)} 份。")
        output.document({"numbers": numbers, "void": reason})


def import_file(
    workspace: WorkspacePath,
    round_: RoundName,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx 或 csv，第一行写题目")],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            help="表头=题号，如 --column 满意度=3；序号、组别、作废原因也可；留空为不要；可重复",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看怎样对应，不导入")] = False,
    as_json: AsJson = False,
) -> None:
    """导入问卷星等导出的 xlsx 或 csv：按表头对应各题，对应关系记住下次再用。"""
    from app.verification.interview.importing import import_answers, read_answer_table, take
    from app.verification.interview.matching import target_named, targets_of

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=dry_run) as opened:
        there = _round(opened, round_)
        questionnaire = there.round.said.questionnaire
        table = read_answer_table(opened, there.round.said, file)
        matching = table.matching
        for given in columns or []:
            heading, _, wanted = given.rpartition("=")
            if heading.strip() not in matching.headings:
                raise HeadingUnknown(heading, tuple(h for h in matching.headings if h))
            target = target_named(questionnaire, wanted) if wanted.strip() else ""
            if target is None:
                raise QuestionUnknown(wanted, tuple(q.text for q in questionnaire.questions))
            targets = ["" if old == target else old for old in matching.targets]
            targets[matching.headings.index(heading.strip())] = target
            matching = replace(matching, targets=tuple(targets))
        table = replace(table, matching=matching)
        shown = targets_of(questionnaire)
        for heading, target in zip(matching.headings, matching.targets, strict=True):
            if heading:
                output.line(f"{heading} → {_target_words(shown.get(target, ''))}")
        for question in matching.unanswered(questionnaire):
            number = questionnaire.number_of(question.id)
            output.line(f"没有一列对应第 {number} 题：{question.text}", "yellow")
        if dry_run:
            found = take(there, table)
            added, faulty = len(found.sheets), found.faulty
            output.line(f"可导入 {added} 份。")
        else:
            done = import_answers(opened, there.round.id, table)
            added, faulty = done.added, done.faulty
            output.line(f"导入 {added} 份。")
        words = [row_fault_words(f.fault.value, f.line, f.question, f.text) for f in faulty]
        for told in words:
            output.line(f"没有导入：{told}", "yellow")
        output.document(
            {
                "columns": dict(zip(matching.headings, matching.targets, strict=True)),
                "unused": list(matching.unused),
                "added": 0 if dry_run else added,
                "usable": added,
                "faulty": [
                    {
                        "line": f.line,
                        "kind": f.fault.value,
                        "question": f.question or None,
                        "text": f.text,
                        "words": told,
                    }
                    for f, told in zip(faulty, words, strict=True)
                ],
            }
        )


def results(
    workspace: WorkspacePath,
    round_: RoundName,
    by: Annotated[
        str, typer.Option("--by", help="按哪一题的答案分组，写题号；不填为答卷的组别")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """查看统计：回收率、各题、满意度、分组和开放题。"""
    with command(as_json=as_json) as output, open_services(workspace, read_only=True) as services:
        opened = services.workspace
        there = _round(opened, round_)
        said = there.round.said
        found = results_of(said, there.numbered)
        for title, words in overview_of(there, found):
            output.line(f"{title}：{words}")
        table = simple_table("题号", "题目", "答案", "结果", whole=("题号", "结果"))
        for result in found.questions:
            for place, (answer, words) in enumerate(result_rows(result)):
                first = place == 0
                number = str(result.number) if first else ""
                table.add_row(number, result.question.text if first else "", answer, words)
        output.table(table)
        grouping = _asked(said.questionnaire, by).id if by else ""
        overall = found.overall
        groups = cross_table(said, there.numbered, overall.question.id, grouping) if overall else ()
        if len(groups) > 1:
            table = simple_table("组别", "有效答卷", "满意度", whole=("满意度",))
            for group in groups:
                valid = str(group.result.answered.of)
                table.add_row(group_words(group.group), valid, _words(group.result.satisfaction))
            output.table(table)
        open_ = [answer for result in found.questions for answer in result.words]
        topics = by_topic(said.topics, open_)
        for topic in topics:
            name = topic.topic.name if topic.topic is not None else "没有归类"
            output.line(f"{name}：{len(topic.answers)} 条")
            for one in topic.answers:
                output.line(f"　答卷 {one.number}：{one.words}")
        offered = _offered(opened, there, services.last_year())
        for proposal in offered:
            output.line(f"{_figure_words(proposal)}：{FILL_STATES[proposal.state.value]}")
        response = found.response
        output.document(
            {
                "round": there.round.id,
                "response": {
                    "total": response.total or None,
                    "asked": response.asked or None,
                    "returned": response.returned,
                    "valid": response.valid,
                    "void": response.void,
                    "return_rate": _json_share(response.return_rate),
                    "valid_rate": _json_share(response.valid_rate),
                    "interview_rate": _json_share(response.interview_rate),
                },
                "questions": [
                    {
                        "number": result.number,
                        "id": result.question.id,
                        "kind": result.question.kind.value,
                        "text": result.question.text,
                        "answered": result.answered.counted,
                        "options": [
                            {"text": o.text, **_json_share(o.share)} for o in result.options
                        ],
                        "satisfaction": _json_share(result.satisfaction)
                        if result.satisfaction is not None
                        else None,
                        "numbers": {
                            "count": result.numbers.count,
                            "mean": float(result.numbers.mean),
                            "median": float(result.numbers.median),
                            "least": float(result.numbers.least),
                            "most": float(result.numbers.most),
                        }
                        if result.numbers is not None
                        else None,
                        "words": [
                            {"sheet": one.number, "group": one.group, "words": one.words}
                            for one in result.words
                        ],
                    }
                    for result in found.questions
                ],
                "groups": [
                    {
                        "group": group.group,
                        "valid": group.result.answered.of,
                        "satisfaction": _json_share(group.result.satisfaction)
                        if group.result.satisfaction is not None
                        else None,
                    }
                    for group in groups
                ],
                "topics": [
                    {
                        "name": topic.topic.name if topic.topic is not None else None,
                        "sheets": [answer.number for answer in topic.answers],
                    }
                    for topic in topics
                ],
                "figures": [_json_figure(proposal) for proposal in offered],
            }
        )


def topics(
    workspace: WorkspacePath,
    round_: RoundName,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            help="名称=关键词、关键词：--topic 排队=排队、等候；关键词留空为去掉这一类；可重复",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """设定开放题的归类：名称和关键词。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        there = _round(opened, round_)
        known = {topic.name: topic for topic in there.round.said.topics}
        for one in given or []:
            name, _, words = one.partition("=")
            found = tuple(filter(None, words.replace("，", "、").replace(",", "、").split("、")))
            known.pop(name.strip(), None)
            if found:
                known[name.strip()] = Topic("", name.strip(), found)
        said = replace(there.round.said, topics=tuple(known.values()))
        alter_round(opened, there.round.id, said)
        for topic in known.values():
            output.line(f"{topic.name}：{'、'.join(topic.words)}")
        output.document([{"name": t.name, "words": list(t.words)} for t in known.values()])


def fill(
    workspace: WorkspacePath,
    round_: RoundName,
    measure: Annotated[
        str | None, typer.Option("--measure", help="只填这个：满意度、访谈率、回收率")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把满意度、访谈率填入指标的量化要求，连同依据；已填的不同时改为算出的。"""
    from app.verification.interview.filling import fill_figures
    from app.verification.material_check.registers.filling import FillState

    with command(as_json=as_json) as output, open_services(workspace) as services:
        opened = services.workspace
        there = _round(opened, round_)
        offered = _offered(opened, there, services.last_year())
        names = [MEASURES[p.fill.measure.value] for p in offered]
        if measure is not None and measure not in names:
            raise FillUnknown(measure, tuple(names))
        wanted = [
            proposal
            for proposal, name in zip(offered, names, strict=True)
            if proposal.state in {FillState.OPEN, FillState.DIFFERS} and measure in {None, name}
        ]
        fill_figures(opened, there.round.slot.unit, wanted)
        for proposal in wanted:
            verdict = "达到要求" if proposal.met else "未达到要求"
            output.line(f"已填：{_figure_words(proposal)}（{verdict}）")
            output.line(f"　依据：{proposal.basis}")
        if not wanted:
            output.line("没有要填的：都已填入，或没有可算的答卷。")
        output.document([_json_figure(proposal) for proposal in wanted])


def rectify(
    workspace: WorkspacePath,
    round_: RoundName,
    numbers: Annotated[
        list[int] | None, typer.Option("--sheet", help="哪几份答卷的意见，各开一条；可重复")
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", help="这一类的意见合开一条；不填则各类各一条")
    ] = None,
    demand: Annotated[str, typer.Option("--demand", help="整改要求")] = "",
    deadline: Annotated[str, typer.Option("--deadline", help="整改期限")] = "",
    as_json: AsJson = False,
) -> None:
    """把开放题里的意见建议转为整改，写明来自哪次访谈、哪份答卷。"""
    from app.verification.interview.rectifying import (
        one_by_one,
        open_notices,
        suggestions_of,
        together,
    )

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        there = _round(opened, round_)
        answers = suggestions_of(there)
        if numbers:
            chosen = one_by_one(there, (one for one in answers if one.number in numbers))
        else:
            chosen = together(there, answers, topic or "")
        done = open_notices(opened, there, chosen, demand=demand, deadline=deadline)
        output.line(f"已转整改 {len(done.notices)} 条。")
        for suggestion in done.known:
            output.line(f"已在整改台账里：{suggestion.problem}", "yellow")
        output.document({"notices": list(done.notices), "known": len(done.known)})


def export(
    workspace: WorkspacePath,
    round_: RoundName,
    output_file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="写到哪个文件；不填为 exports 文件夹"),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="写出完整的姓名、电话，只供本单位使用")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """另存为 xlsx：答卷和统计；姓名、电话默认隐去。"""
    from app.verification.interview.exporting import export_round

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        there = _round(opened, round_)
        suffix = "" if whole else "（脱敏）"
        name = f"{legal_name(there.round.said.name + suffix, _LONGEST_NAME)}.xlsx"
        target = output_file or opened.layout.exports / name
        count = export_round(there, target, mask=not whole)
        output.line(f"已写出 {count} 份答卷：{target}")
        output.document({"file": str(target), "sheets": count})


def _questionnaires(opened: Workspace) -> Questionnaires:
    return load_questionnaires(opened.layout.questionnaires)


def _unit(opened: Workspace, unit: str | None) -> str:
    named = unit or opened.facts.unit_name
    if not named:
        raise UnitNotNamed
    return opened.registry().unit(named).name


def _rounds(opened: Workspace) -> tuple[RoundSheets, ...]:
    with opened.database.reading() as session:
        rounds, found = read_notes(session, ROUNDS), read_sheets(session)
    by_round: dict[str, list[Note[AnswerSheet]]] = {}
    for sheet in found:
        by_round.setdefault(sheet.said.round, []).append(sheet)
    return tuple(RoundSheets(note, tuple(by_round.get(note.id, ()))) for note in rounds)


def _round(opened: Workspace, words: str) -> RoundSheets:
    with opened.database.reading() as session:
        id_ = find_round(session, words).id
    return read_round(opened, id_)


def _plan(given: Iterable[str]) -> tuple[GroupPlan, ...]:
    """组别=应访 or 组别=应访/总数."""
    found = []
    for one in given:
        name, _, numbers = one.rpartition("=")
        planned, _, total = numbers.partition("/")
        try:
            found.append(GroupPlan(name.strip(), int(total or 0), int(planned)))
        except ValueError:
            raise typer.BadParameter(f"{one}：请写成 组别=应访人数 或 组别=应访人数/总数") from None
    return tuple(found)


def _asked(questionnaire: Questionnaire, words: str) -> Question:
    """The question of this number or id. Raises ``QuestionUnknown``."""
    typed = words.strip()
    for number, question in enumerate(questionnaire.questions, 1):
        if typed in {str(number), question.id, question.text}:
            return question
    raise QuestionUnknown(words, tuple(question.text for question in questionnaire.questions))


def _answers(questionnaire: Questionnaire, given: Iterable[str]) -> dict[str, str]:
    found = {}
    for one in given:
        number, _, text = one.partition("=")
        question, separated, _ = number.partition(".")
        id_ = _asked(questionnaire, question).id
        found[id_ + (".other" if separated else "")] = text
    return found


def _offered(opened: Workspace, there: RoundSheets, last_year: int) -> Sequence[Any]:
    from app.verification.interview.filling import figure_proposals
    from app.verification.material_check.registers.filling import read_stated

    unit_id = opened.registry().unit(there.round.slot.unit).id
    with opened.database.reading() as session:
        stated = read_stated(session, unit_id)
    return figure_proposals(opened.facts.framework, there, stated, last_year)


def _words(share: Share | None) -> str:
    return share_words(share.counted, share.of) if share is not None else ""


def _target_words(shown: str) -> str:
    named = {"": "不导入", "number": "编号", "group": "组别", "void": "作废原因"}
    if shown in named:
        return named[shown]
    number, _, option = shown.partition("#")
    if option:
        return f"第 {number} 题第 {option} 项"
    return f"第 {number.removesuffix('.other')} 题" + ("的其他" if "." in number else "")


def _figure_words(proposal: Any) -> str:  # noqa: ANN401 (loaded only where it is used)
    of_year = f"{proposal.year}年 " if proposal.year else ""
    value = "—" if proposal.value is None else f"{proposal.value:g}"
    indicator = proposal.place.key.partition("/")[0]
    return f"指标 {indicator} “{proposal.threshold.text}” {of_year}{value}"


def _json_share(share: Share) -> dict[str, Any]:
    percent = share.percent
    return {
        "counted": share.counted,
        "of": share.of,
        "percent": float(percent) if percent is not None else None,
    }


def _json_figure(proposal: Any) -> dict[str, Any]:  # noqa: ANN401
    stated = proposal.stated
    return {
        "measure": proposal.fill.measure.value,
        "place": proposal.place.key,
        "threshold": proposal.threshold.text,
        "year": proposal.year or None,
        **_json_share(proposal.share),
        "value": proposal.value,
        "basis": proposal.basis,
        "met": proposal.met,
        "state": proposal.state.value,
        "stated": stated.value if stated is not None else None,
    }


def _json_round(note: Note[Round], sheets: Sequence[Note[AnswerSheet]]) -> dict[str, Any]:
    said = note.said
    found = results_of(said, [(sheet.id, sheet.said) for sheet in sheets])
    overall = found.overall
    return {
        "id": note.id,
        "unit": note.slot.unit,
        "indicator": note.slot.indicator,
        "task": note.slot.task_code,
        "by_office": note.by_office,
        "name": said.name,
        "questionnaire": said.questionnaire.id,
        "title": said.questionnaire.title,
        "edition": said.questionnaire.edition,
        "from": said.held_from,
        "to": said.held_to,
        "place": said.location,
        "plan": [
            {"group": line.group, "total": line.total, "planned": line.planned}
            for line in said.plan
        ],
        "draws": len(said.draws),
        "note": said.note,
        "returned": found.response.returned,
        "valid": found.response.valid,
        "satisfaction": _json_share(overall.satisfaction)
        if overall is not None and overall.satisfaction is not None
        else None,
    }


def _json_sheet(there: RoundSheets, note: Note[AnswerSheet]) -> dict[str, Any]:
    sheet = note.said
    return {
        "id": note.id,
        "number": sheet.number,
        "group": sheet.group,
        "answers": dict(sheet.answers),
        "entered_by": sheet.entered_by,
        "origin": sheet.origin.value,
        "second": dict(sheet.second),
        "second_by": sheet.second_by,
        "differing": list(there.differing(sheet)),
        "void": sheet.void,
        "scan": sheet.scan,
        "by_office": note.by_office,
    }

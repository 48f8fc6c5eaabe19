"""``juanzong exam …``: question bank, papers, candidates, answers and results (随机抽考)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.note_rows import chosen, read_row, remove_row
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.names.verification.exam import (
    ATTENDANCES,
    DIFFICULTIES,
    KINDS,
    points_words,
    version_name,
)
from app.review.errors import UnitNotNamed
from app.shares import share_words
from app.table_files.errors import TableUnreadable
from app.verification.exam.blueprints import load_blueprints
from app.verification.exam.exams import (
    EXAMS,
    FIRST,
    MAKEUP,
    Exam,
    add_exam,
    find_exam,
    read_exams,
)
from app.verification.exam.papers import Paper
from app.verification.exam.people import Attendance, Person, by_number, read_people
from app.verification.exam.questions import (
    CHOICES,
    QUESTIONS,
    Difficulty,
    Question,
    QuestionKind,
    change_bank,
    read_answers,
    read_bank,
)
from app.verification.exam.statistics import (
    Result,
    item_statistics,
    passed_in_all,
    results_of,
    spread_of,
    tally_of,
)
from app.verification.notes import Note, NoteChanges, alter_note
from app.workspace.opening import Workspace

Named = Annotated[str, typer.Argument(metavar="考试", help="考试的名称或编号，用 exam list 查看")]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
Seed = Annotated[
    str,
    typer.Option("--seed", help="抽取种子；不填由程序取一个，记在考试里", show_default=False),
]
Makeup = Annotated[bool, typer.Option("--makeup", help="补考")]
Output_ = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="写到哪个文件或文件夹；不填为 exports 文件夹"),
]
Number = Annotated[str, typer.Argument(metavar="编号", help="题目的编号，用 exam bank 查看")]
_KINDS = {kind: KINDS[kind.value] for kind in QuestionKind}
_DIFFICULTIES = {difficulty: DIFFICULTIES[difficulty.value] for difficulty in Difficulty}


def list_all(workspace: WorkspacePath, unit: OnlyUnit = None, as_json: AsJson = False) -> None:
    """列出考试：日期、试卷、应考、参考和合格人数。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        name = opened.registry().unit(unit).name if unit else None
        with opened.database.reading() as session:
            rows = read_exams(session, name)
            people = {row.id: _people(read_people(session, row.id)) for row in rows}
        table = simple_table(
            "考试", "单位", "指标", "日期", "应考", "参考", "合格", whole=("日期",)
        )
        for row in rows:
            drawn = present = passed = "—"
            if FIRST in row.said.papers:
                tally = tally_of(results_of(row.said, people[row.id]))
                drawn, present = str(tally.drawn), str(tally.present)
                passed = share_words(tally.passed, tally.scored)
            table.add_row(
                row.said.name,
                row.slot.unit,
                row.slot.indicator,
                row.said.held_on,
                drawn,
                present,
                passed,
            )
        output.table(table)
        output.document([_json(row, people[row.id]) for row in rows])


def add(
    workspace: WorkspacePath,
    name: Annotated[str, typer.Option("--name", help="考试名称")],
    day: Annotated[str, typer.Option("--day", help="考试日期")] = "",
    time: Annotated[str, typer.Option("--time", help="开始时间，如 9:00")] = "",
    room: Annotated[str, typer.Option("--room", help="考试地点")] = "",
    makeup_day: Annotated[str, typer.Option("--makeup-day", help="补考日期")] = "",
    indicator: Annotated[
        str | None,
        typer.Option("--indicator", help="为哪项指标；不填为本单位第一项随机抽考任务"),
    ] = None,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """登记一场考试：名称、日期、地点。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        said = Exam(name, day, time, room, makeup_day)
        number = add_exam(opened, _unit(opened, unit), said, indicator)
        output.line(f"已登记，编号 {number}。")
        output.document(_json(read_row(opened, EXAMS, number), ()))


def edit(
    workspace: WorkspacePath,
    exam: Named,
    name: Annotated[str | None, typer.Option("--name", help="名称", show_default=False)] = None,
    day: Annotated[str | None, typer.Option("--day", help="日期", show_default=False)] = None,
    time: Annotated[str | None, typer.Option("--time", help="时间", show_default=False)] = None,
    room: Annotated[str | None, typer.Option("--room", help="地点", show_default=False)] = None,
    makeup_day: Annotated[
        str | None, typer.Option("--makeup-day", help="补考日期", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """修改一场考试的名称、日期、地点；只改写明的各栏。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        note, people = _found(opened, exam)
        given = {
            "name": name,
            "held_on": day,
            "starts_at": time,
            "room": room,
            "makeup_on": makeup_day,
        }
        changes: dict[str, Any] = {field: new for field, new in given.items() if new is not None}
        alter_note(opened, EXAMS, note.id, replace(note.said, **changes))
        output.line("已修改。")
        output.document(_json(read_row(opened, EXAMS, note.id), people))


def remove(
    workspace: WorkspacePath,
    number: Annotated[str, typer.Argument(metavar="编号", help="考试的编号")],
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的考试")] = False,
    as_json: AsJson = False,
) -> None:
    """移除一场考试，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        remove_row(output, opened, EXAMS, number, restore=restore)


def bank(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    kind: Annotated[str | None, typer.Option("--kind", help="只看这种题型")] = None,
    chapter: Annotated[str | None, typer.Option("--chapter", help="只看这一章")] = None,
    day: Annotated[str, typer.Option("--day", help="只看这一天有效的题")] = "",
    as_json: AsJson = False,
) -> None:
    """列出题库：每道题的题型、章、难度、答案和依据，各章各题型有多少。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        name = opened.registry().unit(unit).name if unit else None
        wanted = _kind(kind) if kind else None
        with opened.database.reading() as session:
            rows = [
                row
                for row in read_bank(session, name)
                if wanted in {None, row.said.kind}
                and chapter in {None, row.said.chapter}
                and (not day or row.said.in_force(day))
            ]
        table = simple_table("编号", "题型", "章", "难度", "题干", "答案", "依据", whole=("编号",))
        for row in rows:
            said = row.said
            table.add_row(
                row.id,
                KINDS[said.kind.value],
                said.chapter,
                DIFFICULTIES[said.difficulty.value],
                said.stem,
                _answer_text(said),
                said.source,
            )
        output.table(table)
        counts: dict[tuple[str, str], int] = {}
        for row in rows:
            key = (row.said.chapter, KINDS[row.said.kind.value])
            counts[key] = counts.get(key, 0) + 1
        for (of_chapter, of_kind), count in sorted(counts.items()):
            output.line(f"{of_chapter}　{of_kind} {count} 题")
        output.line(f"共 {len(rows)} 题。")
        output.document([_question_json(row) for row in rows])


def bank_add(
    workspace: WorkspacePath,
    kind: Annotated[str, typer.Option("--kind", help="题型：单项选择题、多项选择题、判断题……")],
    stem: Annotated[str, typer.Option("--stem", help="题干；填空的空写 ____")],
    answer: Annotated[str, typer.Option("--answer", help="答案：B、ABD、对；几个空用分号隔开")],
    chapter: Annotated[str, typer.Option("--chapter", help="章")],
    option: Annotated[list[str] | None, typer.Option("--option", help="选项，按先后写几次")] = None,
    law: Annotated[str, typer.Option("--law", help="法律名称")] = "",
    article: Annotated[str, typer.Option("--article", help="条款")] = "",
    difficulty: Annotated[str, typer.Option("--difficulty", help="易、中、难")] = "中",
    valid_from: Annotated[str, typer.Option("--from", help="有效期起")] = "",
    valid_until: Annotated[str, typer.Option("--until", help="有效期止")] = "",
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """往题库里添加一道题。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named, of_kind = _unit(opened, unit), _kind(kind)
        with opened.database.reading() as session:
            last = max((row.said.position for row in read_bank(session, named)), default=0)
        question = Question(
            kind=of_kind,
            stem=stem,
            chapter=chapter,
            answers=read_answers(of_kind, answer),
            options=tuple(option or ()),
            law=law,
            article=article,
            difficulty=chosen(_DIFFICULTIES, difficulty),
            valid_from=valid_from,
            valid_until=valid_until,
            position=last + 1,
        )
        back = change_bank(opened, named, NoteChanges(added=[question]))
        (number,) = back.withdrawn
        output.line(f"已添加，编号 {number}。")
        output.document(_question_json(read_row(opened, QUESTIONS, number)))


def bank_edit(
    workspace: WorkspacePath,
    number: Number,
    stem: Annotated[str | None, typer.Option("--stem", help="题干", show_default=False)] = None,
    answer: Annotated[str | None, typer.Option("--answer", help="答案", show_default=False)] = None,
    chapter: Annotated[str | None, typer.Option("--chapter", help="章", show_default=False)] = None,
    option: Annotated[
        list[str] | None, typer.Option("--option", help="全部选项，按先后写几次")
    ] = None,
    law: Annotated[str | None, typer.Option("--law", help="法律", show_default=False)] = None,
    article: Annotated[
        str | None, typer.Option("--article", help="条款", show_default=False)
    ] = None,
    difficulty: Annotated[
        str | None, typer.Option("--difficulty", help="易、中、难", show_default=False)
    ] = None,
    valid_from: Annotated[
        str | None, typer.Option("--from", help="有效期起", show_default=False)
    ] = None,
    valid_until: Annotated[
        str | None, typer.Option("--until", help="有效期止", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """修改题库里的一道题；只改写明的各栏，已组好的试卷不变。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        before = read_row(opened, QUESTIONS, number).said
        given: dict[str, Any] = {
            "stem": stem,
            "chapter": chapter,
            "law": law,
            "article": article,
            "valid_from": valid_from,
            "valid_until": valid_until,
            "answers": read_answers(before.kind, answer) if answer is not None else None,
            "options": tuple(option) if option else None,
            "difficulty": chosen(_DIFFICULTIES, difficulty) if difficulty else None,
        }
        changes = {field: new for field, new in given.items() if new is not None}
        alter_note(opened, QUESTIONS, number, replace(before, **changes))
        output.line("已修改。")
        output.document(_question_json(read_row(opened, QUESTIONS, number)))


def bank_remove(
    workspace: WorkspacePath,
    number: Number,
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的题目")] = False,
    as_json: AsJson = False,
) -> None:
    """移除题库里的一道题，可用 --restore 恢复；已组好的试卷不变。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        remove_row(output, opened, QUESTIONS, number, restore=restore)


def bank_import(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx 或 csv，按模板的列")],
    skip_known: Annotated[
        bool, typer.Option("--skip-known", help="题库里已有的题跳过，不报错")
    ] = False,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """导入题目：xlsx 或 csv；有错的指出行，全部改好才收。"""
    from app.verification.exam.question_files import import_questions

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        done = import_questions(opened, _unit(opened, unit), file, skip_known=skip_known)
        output.line(f"导入 {done.added} 题，跳过题库里已有的 {done.known} 题。")
        output.document({"added": done.added, "known": done.known})


def bank_starter(workspace: WorkspacePath, unit: UnitName = None, as_json: AsJson = False) -> None:
    """把自带的例题放进题库；例题供参考，用前请由县里核对。"""
    from app.verification.exam.question_files import take_questions
    from app.verification.exam.starter import starter_questions

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = _unit(opened, unit)
        done = take_questions(opened, named, "题库示例", starter_questions(), skip_known=True)
        output.line(f"放入例题 {done.added} 题，已有 {done.known} 题。")
        output.line("例题不是上级规定的题库，请由法制机构逐题核对后再用。")
        output.document({"added": done.added, "known": done.known})


def bank_export(
    workspace: WorkspacePath,
    output_file: Output_ = None,
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """题库另存为 xlsx，改后可以再导入。"""
    from app.verification.exam.question_files import export_questions

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        name = opened.registry().unit(unit).name if unit else None
        target = output_file or opened.layout.exports / "题库.xlsx"
        with opened.database.reading() as session:
            rows = read_bank(session, name)
        count = export_questions(target, rows)
        output.line(f"已写出 {count} 题：{target}")
        output.document({"file": str(target), "questions": count})


def bank_template(
    target: Annotated[Path, typer.Argument(metavar="文件", help="写到哪个 xlsx 文件")],
    as_json: AsJson = False,
) -> None:
    """写出题库模板（xlsx）：列名、可选的题型和难度、每种题型一道例题。"""
    from app.verification.exam.question_files import write_template
    from app.verification.exam.starter import examples

    with command(as_json=as_json) as output:
        write_template(target, examples())
        output.line(f"已写出：{target}")
        output.document({"file": str(target)})


def blueprints(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出组卷方案；县里自己的方案有错的，指出行和字段。"""
    from app.wording.errors import describe_error

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        found = load_blueprints(opened.layout.exams)
        table = simple_table("标识", "方案", "题数", "满分", "合格线", "时间", whole=("标识",))
        for b in found.all:
            table.add_row(
                b.id,
                b.title,
                str(b.count),
                points_words(b.total),
                f"{points_words(b.pass_mark)} 分",
                f"{b.minutes} 分钟",
            )
        output.table(table)
        for error in found.invalid:
            output.line(str(describe_error(error)), "yellow")
        output.document(
            [
                {
                    "id": b.id,
                    "title": b.title,
                    "own": b.id in found.own,
                    "questions": b.count,
                    "total": b.total,
                    "pass_mark": b.pass_mark,
                    "minutes": b.minutes,
                }
                for b in found.all
            ]
        )


def files(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """把自带的组卷方案放进工作区的 exams 文件夹，供县里修改；已有的不动。"""
    from app.verification.exam.blueprints import lay_out_files

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        written = lay_out_files(opened.layout.exams)
        output.line(f"已放入 {len(written)} 个文件：{opened.layout.exams}")
        output.line("改好后用 exam blueprints 检查；文件夹里的方案优先于自带的。")
        output.document({"files": [path.name for path in written]})


def make(
    workspace: WorkspacePath,
    exam: Named,
    blueprint: Annotated[str, typer.Option("--blueprint", help="组卷方案的名称或标识")],
    seed: Seed = "",
    bank_of: Annotated[
        str | None,
        typer.Option("--bank", help="用哪个单位的题库；不填为本考试的单位", show_default=False),
    ] = None,
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """按组卷方案从题库抽题组卷，分 A、B 卷；题目不够时说明缺什么。"""
    from app.verification.exam.making import make_papers

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        note, _ = _found(opened, exam)
        wanted = load_blueprints(opened.layout.exams).find(blueprint)
        source = opened.registry().unit(bank_of).name if bank_of else None
        sitting = MAKEUP if makeup else FIRST
        used = seed or _new_seed()
        make_papers(opened, note.id, wanted, used, bank=source, sitting=sitting)
        paper = read_row(opened, EXAMS, note.id).said.paper(sitting)
        versions = "、".join(version_name(version.name) for version in paper.versions)
        total = points_words(paper.total)
        output.line(
            f"已组卷：{len(paper.questions)} 题，满分 {total} 分，{versions}，种子 {used}。"
        )
        before = note.said.papers.get(FIRST)
        if makeup and before is not None:
            same = {q.id for q in before.questions} & {q.id for q in paper.questions}
            if same:
                output.line(f"题库里的题不够换，有 {len(same)} 题与第一次考试相同。", "yellow")
        output.document(_paper_json(paper))


def people(
    workspace: WorkspacePath,
    exam: Named,
    file: Annotated[
        Path | None,
        typer.Option("--file", help="名单 xlsx 或 csv：姓名、单位、职务", show_default=False),
    ] = None,
    person: Annotated[
        list[str] | None, typer.Option("--person", help="一个人：姓名,单位,职务；可重复")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """考试名单：添上一批人，或只列出来。"""
    from app.verification.exam.people import add_people

    with command(as_json=as_json) as output:
        rows = _people_rows(file, person)
        with open_workspace(workspace, read_only=not rows) as opened:
            if rows:
                add_people(opened, exam, rows)
            _, found = _found(opened, exam)
        table = simple_table(
            "考号", "座位", "试卷", "姓名", "单位", "职务", "情况", whole=("考号",)
        )
        for one in found:
            table.add_row(
                one.number,
                one.seat,
                version_name(one.paper_version) if one.paper_version else "",
                one.name,
                one.department,
                one.post,
                ATTENDANCES[one.attendance.value] + ("（补考）" if one.sitting == MAKEUP else ""),
            )
        output.table(table)
        output.line(f"名单共 {sum(one.sitting == FIRST for one in found)} 人。")
        output.document([_person_json(one) for one in found])


def draw(
    workspace: WorkspacePath,
    exam: Named,
    count: Annotated[
        int | None, typer.Option("--count", help="抽几人；不填为全部参加", show_default=False)
    ] = None,
    seed: Seed = "",
    as_json: AsJson = False,
) -> None:
    """从名单里随机抽取考生，排考号、座位和试卷；同一名单、同一种子，抽出的人相同。"""
    from app.verification.exam.people import draw_people

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        note, _ = _found(opened, exam)
        used = seed or _new_seed()
        draw_people(opened, note.id, count, used)
        note, found = _found(opened, exam)
        drawn = [one for one in found if one.chosen and one.sitting == FIRST]
        listed = sum(one.sitting == FIRST for one in found)
        output.line(f"名单 {listed} 人，抽取 {len(drawn)} 人，种子 {used}。")
        output.document({"seed": used, "drawn": [_person_json(one) for one in drawn]})


def absent(
    workspace: WorkspacePath,
    exam: Named,
    number: Annotated[list[str], typer.Argument(metavar="考号", help="缺考的考号，可写几个")],
    undo: Annotated[bool, typer.Option("--undo", help="改回待考")] = False,
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """标明缺考的人，可用 --undo 改回。"""
    from app.verification.exam.people import mark_attendance

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        to = Attendance.DRAWN if undo else Attendance.ABSENT
        mark_attendance(opened, exam, number, to, MAKEUP if makeup else FIRST)
        output.line(f"已标明 {len(number)} 人{ATTENDANCES[to.value]}。")
        output.document({"numbers": number, "attendance": to.value})


def makeup(workspace: WorkspacePath, exam: Named, as_json: AsJson = False) -> None:
    """把缺考和不合格的人列入补考。"""
    from app.verification.exam.people import call_makeup

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        call_makeup(opened, exam)
        _, found = _found(opened, exam)
        due = [one for one in found if one.sitting == MAKEUP]
        output.line(f"补考名单共 {len(due)} 人。补考用的试卷用 exam make --makeup 组。")
        output.document([_person_json(one) for one in due])


def enter(
    workspace: WorkspacePath,
    exam: Named,
    number: Annotated[str, typer.Argument(metavar="考号")],
    answers: Annotated[
        list[str] | None,
        typer.Option("--answer", "-a", help="题号=答案，如 1=B、12=ACD、20=对；可重复"),
    ] = None,
    scores: Annotated[
        list[str] | None,
        typer.Option("--score", help="题号=得分，简答和填空由人评分；可重复"),
    ] = None,
    all_answers: Annotated[
        str, typer.Option("--all", help="从第 1 题起的全部答案，用空格隔开；没有答写 -")
    ] = "",
    version: Annotated[str, typer.Option("--version", help="试卷，如 A；不填为排好的")] = "",
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """录入一张答卷的答案和评分；立即算出得分。"""
    from app.verification.exam.answers import Entry
    from app.verification.exam.answers import enter as store

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        given = dict(_pair(text) for text in answers or ())
        for place, text in enumerate(all_answers.split(), 1):
            given.setdefault(str(place), "" if text == "-" else text)
        points = {key: _points(text) for key, text in map(_pair, scores or ())}
        sitting = MAKEUP if makeup else FIRST
        entry = Entry(number, given, points, paper_version=version.upper().removesuffix("卷"))
        store(opened, exam, [entry], sitting)
        note, found = _found(opened, exam)
        results = {r.person.number: r for r in results_of(note.said, found, sitting)}
        result = results[number]
        _tell(output, result)
        output.document(_result_json(result))


def import_file(
    workspace: WorkspacePath,
    exam: Named,
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="xlsx 或 csv：考号、1、2、3……，评分列写 21分")
    ],
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """导入答卷：一行一张，有错的指出考号和题号，全部改好才收。"""
    from app.verification.exam.answers import import_answers

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        count, _ = import_answers(opened, exam, file, MAKEUP if makeup else FIRST)
        output.line(f"已导入 {count} 张答卷。")
        output.document({"sheets": count})


def results(
    workspace: WorkspacePath,
    exam: Named,
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """查看成绩：每人得分、合格率、分布、补考。"""
    from app.verification.exam.sheet import outcome_words, summary

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        note, found = _found(opened, exam)
        sitting = MAKEUP if makeup else FIRST
        rows = results_of(note.said, found, sitting)
        table = simple_table("考号", "姓名", "单位", "得分", "结果", whole=("考号",))
        for result in rows:
            total = "—" if result.total is None else points_words(result.total)
            person = result.person
            table.add_row(
                person.number, person.name, person.department, total, outcome_words(result)
            )
        output.table(table)
        for item, words in summary(note.said, list(found)):
            output.line(f"{item}：{words}")
        tally, spread = tally_of(rows), spread_of(rows, note.said.paper(sitting).total)
        passed, of = passed_in_all(note.said, found)
        output.document(
            {
                "drawn": tally.drawn,
                "present": tally.present,
                "absent": tally.absent,
                "scored": tally.scored,
                "passed": tally.passed,
                "passed_with_makeup": passed,
                "of": of,
                "mean": spread.mean if spread else None,
                "median": spread.median if spread else None,
                "deviation": spread.deviation if spread else None,
                "bands": list(spread.bands) if spread else [],
                "results": [_result_json(result) for result in rows],
            }
        )


def items(workspace: WorkspacePath, exam: Named, as_json: AsJson = False) -> None:
    """查看试题分析：每题的难度、区分度和与总分的相关。"""
    from app.verification.exam.sheet import item_lines

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        note, found = _found(opened, exam)
        table = simple_table(
            "题号", "题型", "章", "答对", "难度P", "区分度D", "相关", whole=("题号",)
        )
        for cells in item_lines(note.said, list(found)):
            table.add_row(*cells)
        output.table(table)
        rows = item_statistics(results_of(note.said, found))
        if rows:
            output.line(f"题号按组卷顺序；高分组、低分组各 {rows[0].group} 人（27%）。")
        output.document(
            [
                {
                    "number": item.number,
                    "kind": item.kind.value,
                    "answered": item.answered,
                    "right": item.right,
                    "difficulty": item.difficulty,
                    "discrimination": item.discrimination,
                    "correlation": item.correlation,
                }
                for item in rows
            ]
        )


def papers(
    workspace: WorkspacePath,
    exam: Named,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            help="试卷、参考答案、签到表、抽取记录、成绩单、合格证明；可重复，不填为前两种",
        ),
    ] = None,
    out: Output_ = None,
    makeup: Makeup = False,
    names: Annotated[
        bool, typer.Option("--names", help="成绩单、抽取记录写全名；不写明时隐去一部分")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="替换已有的文件")] = False,
    as_json: AsJson = False,
) -> None:
    """生成考试的 Word 文书：试卷、参考答案、签到表、抽取记录、成绩单、合格证明。"""
    from app.reports.exam_papers import TITLES, ExamPaperKind, write_exam_papers

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        short = {
            kind: title.removeprefix("考试").removeprefix("考生") for kind, title in TITLES.items()
        }
        wanted = [chosen(short, text) for text in kind or ()]
        wanted = wanted or [ExamPaperKind.PAPER, ExamPaperKind.KEY]
        written: list[Path] = []
        with watched_job(output) as job:
            for each in wanted:
                written += write_exam_papers(
                    opened,
                    exam,
                    each,
                    job,
                    target=out,
                    sitting=MAKEUP if makeup else FIRST,
                    full_names=names,
                    overwrite=overwrite,
                )
        for path in written:
            output.line(f"已生成：{path}")
        output.document({"files": [str(path) for path in written]})


def templates(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """把考试文书的模板放进工作区的 templates 文件夹，可用 Word、WPS 修改；已有的不动。"""
    from app.reports.exam_papers import lay_out_exam_templates

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        written = lay_out_exam_templates(opened.layout.templates)
        output.line(f"已放入 {len(written)} 个文件：{opened.layout.templates}")
        output.document({"files": [path.name for path in written]})


def sheets(
    workspace: WorkspacePath,
    exam: Named,
    out: Output_ = None,
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """打印答题卡（PDF）：每名考生一张，带考号和二维码，扫描后自动读取。"""
    from app.paths import legal_name
    from app.verification.exam.answer_sheets import print_answer_sheets

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        note, _ = _found(opened, exam)
        again = "补考" if makeup else ""
        name = f"{legal_name(note.said.name)}{again}答题卡.pdf"
        target = out or opened.layout.exports / name
        with watched_job(output) as job:
            sitting = MAKEUP if makeup else FIRST
            count = print_answer_sheets(opened, note.id, target, job, sitting)
        output.line(f"已生成 {count} 张答题卡：{target}")
        output.document({"file": str(target), "sheets": count})


def scan(
    workspace: WorkspacePath,
    exam: Named,
    files: Annotated[
        list[Path], typer.Argument(metavar="文件", help="扫描的 PDF 或图片，可写几个")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看读出什么，不存")] = False,
    makeup: Makeup = False,
    as_json: AsJson = False,
) -> None:
    """读取扫描的答题卡：没有疑问的存下，有疑问的列出来由人录入。"""
    from app.verification.exam.answer_sheets import read_answer_sheets, sure_entries
    from app.verification.exam.answers import enter as store

    sitting = MAKEUP if makeup else FIRST
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=dry_run) as services,
    ):
        opened = services.workspace
        with watched_job(output) as job:
            scanned, ledger = read_answer_sheets(
                opened, exam, files, services.workers, job, sitting
            )
        with opened.database.reading() as session:
            note = find_exam(session, exam)
            people = by_number(read_people(session, note.id), sitting)
        sure, left = sure_entries(note.said, people, scanned, sitting)
        if sure and not dry_run:
            store(opened, note.id, sure, sitting)
        output.line(f"{ledger.pages} 页，读出 {len(scanned)} 张答题卡，存下 {len(sure)} 张。")
        for each in left:
            if not each.known:
                output.line(f"考号 {each.entry.number}：没有这名考生", "yellow")
            else:
                questions = "、".join(each.doubtful)
                output.line(f"考号 {each.entry.number}：第 {questions} 题要由人看", "yellow")
        if ledger.refused:
            output.line(f"另有 {len(ledger.refused)} 页没有读出。", "yellow")
        output.document(
            {
                "pages": ledger.pages,
                "stored": [] if dry_run else [entry.number for entry in sure],
                "sure": [{"number": e.number, "answers": dict(e.answers)} for e in sure],
                "left": [
                    {
                        "number": each.entry.number,
                        "known": each.known,
                        "doubtful": list(each.doubtful),
                        "answers": dict(each.entry.answers),
                    }
                    for each in left
                ],
                "refused": [
                    {"file": str(page.scan.path), "page": page.scan.place + 1, "why": page.reason}
                    for page in ledger.refused
                ],
            }
        )


def fill(workspace: WorkspacePath, exam: Named, as_json: AsJson = False) -> None:
    """把合格率填入组卷方案写明的量化要求，连同依据。"""
    from app.verification.exam.filling import fill as state

    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        done = state(opened, exam)
        for said in done:
            output.line(f"已填：“{said.text}” {said.value:g}，依据：{said.basis}")
        if not done:
            output.line("组卷方案没有写明要填的量化要求。")
        output.document(
            [
                {
                    "place": said.place.key,
                    "threshold": said.text,
                    "value": said.value,
                    "basis": said.basis,
                }
                for said in done
            ]
        )


def hours(
    workspace: WorkspacePath,
    unit: UnitName = None,
    need: Annotated[
        str, typer.Option("--need", help="每年要多少学时；不填按指标的要求", show_default=False)
    ] = "",
    missing: Annotated[bool, typer.Option("--missing", help="只列没有达到的")] = False,
    as_json: AsJson = False,
) -> None:
    """查看每人每年的学时，还差多少；学时登记在“个人学时台账”里。"""
    from app.verification.exam.hours import LEDGER, asked_hours, hours_of, years_of
    from app.verification.material_check.registers.files import load_registers
    from app.verification.material_check.registers.rows import read_books

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        register = load_registers(opened.layout.registers).known(LEDGER)
        framework = opened.facts.framework
        asked = [
            found
            for code in register.serves.get(framework.code, ())
            if (found := asked_hours(framework, code)) is not None
        ]
        needed = _hours(need) if need else max(asked, default=Decimal(40))
        unit_id = opened.registry().unit(unit).id if unit else None
        with opened.database.reading() as session:
            books = read_books(session, register, unit_id)
        rows = [row for book in books for row in book.judged]
        people = hours_of(rows, needed)
        shown = [person for person in people if person.missing or not missing]
        table = simple_table("年度", "姓名", "单位", "次数", "学时", "还差", whole=("年度",))
        for person in shown:
            lack = f"{person.missing:f}" if person.missing else ""
            table.add_row(
                str(person.year),
                person.name,
                person.department,
                str(person.trainings),
                f"{person.hours:f}",
                lack,
            )
        output.table(table)
        for year in years_of(people):
            rate = share_words(year.enough, year.people)
            output.line(f"{year.year}年：达到 {needed:f} 学时的 {rate}，最少 {year.least:f} 学时")
        left_out = sum(bool(row.faults) for row in rows)
        if left_out:
            output.line(f"另有 {left_out} 行待改，未计入。")
        output.document(
            {
                "needed": float(needed),
                "left_out": left_out,
                "people": [
                    {
                        "year": person.year,
                        "name": person.name,
                        "department": person.department,
                        "hours": float(person.hours),
                        "missing": float(person.missing),
                    }
                    for person in shown
                ],
            }
        )


def _unit(opened: Workspace, unit: str | None) -> str:
    named = unit or opened.facts.unit_name
    if not named:
        raise UnitNotNamed
    return opened.registry().unit(named).name


def _found(opened: Workspace, exam: str) -> tuple[Note[Exam], tuple[Person, ...]]:
    with opened.database.reading() as session:
        note = find_exam(session, exam)
        return note, _people(read_people(session, note.id))


def _people(rows: Sequence[Note[Person]]) -> tuple[Person, ...]:
    return tuple(row.said for row in rows)


def _people_rows(file: Path | None, people: list[str] | None) -> list[list[str]]:
    from app.verification.material_check.registers.tables import read_table

    rows = read_table(file) if file is not None else []
    return [*rows, *(text.replace("，", ",").split(",") for text in people or ())]


def _kind(text: str) -> QuestionKind:
    short = {kind: word.removesuffix("题") for kind, word in _KINDS.items()}
    return next((kind for kind, word in short.items() if text == word), None) or chosen(
        _KINDS, text
    )


def _pair(text: str) -> tuple[str, str]:
    question, _, said = text.partition("=")
    return question.strip(), said.strip()


def _points(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise TableUnreadable("--score", f"“{text}”不是得分") from None


def _hours(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal(-1)
    if not found.is_finite() or found <= 0:
        raise TableUnreadable("--need", f"“{text}”不是学时数")
    return found


def _new_seed() -> str:
    from app.verification.sampling import propose_seed

    return propose_seed(datetime.now().astimezone())


def _answer_text(question: Question) -> str:
    return ("" if question.kind in CHOICES else "；").join(question.answers)


def _tell(output: Output, result: Result) -> None:
    assert result.marked is not None
    waiting = result.marked.open
    output.line(f"考号 {result.person.number}：{points_words(result.marked.total)} 分")
    if waiting:
        output.line(f"待评分：第 {'、'.join(map(str, waiting))} 题", "yellow")


def _json(row: Note[Exam], people: Sequence[Person]) -> dict[str, Any]:
    said = row.said
    found: dict[str, Any] = {
        "id": row.id,
        "name": said.name,
        "unit": row.slot.unit,
        "indicator": row.slot.indicator,
        "by_office": row.by_office,
        "held_on": said.held_on,
        "starts_at": said.starts_at,
        "room": said.room,
        "makeup_on": said.makeup_on,
        "listed": sum(one.sitting == FIRST for one in people),
        "draw": None
        if said.draw is None
        else {"seed": said.draw.seed, "count": said.draw.count, "of": said.draw.of},
        "papers": {str(s): _paper_json(paper) for s, paper in said.papers.items()},
    }
    return found


def _paper_json(paper: Paper) -> dict[str, Any]:
    return {
        "seed": paper.seed,
        "made_for": paper.made_for,
        "total": paper.total,
        "questions": len(paper.questions),
        "versions": {
            version.name: [
                {"number": p.number, "kind": p.question.kind.value, "answers": list(p.answers)}
                for p in paper.printed(version.name)
            ]
            for version in paper.versions
        },
    }


def _question_json(row: Note[Question]) -> dict[str, Any]:
    said = row.said
    return {
        "id": row.id,
        "unit": row.slot.unit,
        "by_office": row.by_office,
        "kind": said.kind.value,
        "chapter": said.chapter,
        "difficulty": said.difficulty.value,
        "stem": said.stem,
        "options": list(said.options),
        "answers": list(said.answers),
        "law": said.law,
        "article": said.article,
        "valid_from": said.valid_from,
        "valid_until": said.valid_until,
    }


def _person_json(one: Person) -> dict[str, Any]:
    return {
        "number": one.number,
        "seat": one.seat,
        "version": one.paper_version,
        "name": one.name,
        "department": one.department,
        "post": one.post,
        "sitting": one.sitting,
        "attendance": one.attendance.value,
    }


def _result_json(result: Result) -> dict[str, Any]:
    marked = result.marked
    return {
        "number": result.person.number,
        "name": result.person.name,
        "attendance": result.person.attendance.value,
        "total": result.total,
        "passed": result.passed,
        "open": list(marked.open) if marked is not None else [],
    }

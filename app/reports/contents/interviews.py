"""Papers of 随机访谈: 抽取记录, 访谈名单 and 访谈情况报告, one for each round of a unit."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from app.reports.draft import (
    BLANK_DATE,
    Draft,
    NotNeeded,
    chinese_number,
    head_values,
    iso_in_words,
    sentence,
)
from app.reports.filling import INVISIBLE, LINE_BREAK, Filling, Picture, Table, Value
from app.reports.rows import InterviewLine, ReportRows
from app.shares import share_words
from app.sheets.charts import Bar, BarChart, ScaleRow, StackedBars, chart_png
from app.verification.interview.results import (
    QuestionResult,
    Results,
    by_topic,
    cross_table,
    results_of,
)
from app.verification.interview.rounds import DrawRecord
from app.verification.interview.schema import Question, QuestionKind
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import ColumnType

#: The width of a chart on the page, in millimetres.
_CHART = 150.0
_ALL = "全部"
_NO_GROUP, _NO_ANSWER, _BY_GROUP = "未分组", "没有回答", "访谈分组"
_ALGORITHMS = {
    "sha256-ticket-1": "种子、组别、名单行号和姓名连成文字，求 SHA-256 值，各组按值从小到大取人"
}
_KINDS = {
    QuestionKind.SINGLE: "单选",
    QuestionKind.MULTIPLE: "多选",
    QuestionKind.SCALE: "量表",
    QuestionKind.NUMBER: "填数",
    QuestionKind.OPEN: "开放题",
}

Drafts = Callable[[ReportRows, str | None], tuple[Draft, ...]]


def draw_records(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """抽取记录 of each round that was drawn."""
    return tuple(_draw_record(rows, line) for line in _held(rows, unit) if line.round.draw)


def draw_record(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first of them."""
    return _first(draw_records(rows, unit), "没有抽取过访谈对象")


def interview_lists(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """访谈名单 of each round that was drawn; who was drawn is named in full inside the unit."""
    return tuple(_list(rows, line) for line in _held(rows, unit) if line.round.draw)


def interview_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first of them."""
    return _first(interview_lists(rows, unit), "没有抽取过访谈对象")


def interview_reports(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """访谈情况报告 of each round with sheets."""
    return tuple(_report(rows, line) for line in _held(rows, unit) if line.sheets)


def interview_report(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first of them."""
    return _first(interview_reports(rows, unit), "没有录入访谈答卷")


def _held(rows: ReportRows, unit: str | None) -> Iterator[InterviewLine]:
    for line in rows.interviews:
        if unit in {None, line.unit} and (not rows.only or line.indicator in rows.only):
            yield line


def _first(drafts: tuple[Draft, ...], reason: str) -> Draft | NotNeeded:
    return drafts[0] if drafts else NotNeeded(reason)


def _named(line: InterviewLine, paper: str) -> str:
    return f"{line.unit}{line.round.name}{paper}"


# --- who was drawn -------------------------------------------------------------------------------

_GROUPS = ("组别", "名单人数", "抽取人数")
_PEOPLE = ("序号", "组别", "名单行号", "姓名", "电话", "结果")
_EARLIER = ("序", "时间", "种子", "人数", "原因")


def _draw_record(rows: ReportRows, line: InterviewLine) -> Draft:
    draw, round_ = line.round.draw, line.round
    assert draw is not None
    earlier = round_.draws[:-1]
    reasons = [later.reason for later in round_.draws[1:]]
    values: dict[str, Value] = {
        **_about(rows, line, "随机访谈抽取记录"),
        "抽取时间": _moment(draw.drawn_at),
        "操作人": draw.drawn_by,
        "种子": draw.seed,
        "方法": _ALGORITHMS.get(draw.algorithm, draw.algorithm),
        "名单摘要": draw.digest,
        "名单人数": sum(group.listed for group in draw.groups),
        "抽取人数": len(draw.people),
        "重抽说明": sentence(f"本次为第{len(round_.draws)}次抽取，重抽原因：{draw.reason}")
        if earlier
        else "",
        "以前标题": "以前的抽取" if earlier else "",
        "空白日期": BLANK_DATE,
    }
    tables = {
        "分组": Table(_GROUPS, _groups(draw)),
        "名单": Table(_PEOPLE, _people(draw, open_=False)),
        "以前": Table(
            _EARLIER,
            tuple(
                (number, _moment(each.drawn_at), each.seed, len(each.people), reason)
                for number, (each, reason) in enumerate(zip(earlier, reasons, strict=True), 1)
            ),
        ),
    }
    return Draft(Filling(values, tables), name=_named(line, "抽取记录"))


def _list(rows: ReportRows, line: InterviewLine) -> Draft:
    draw = line.round.draw
    assert draw is not None
    inside = rows.head.own_unit == line.unit
    note = "" if inside else "姓名、电话已隐去一部分；完整名单由访谈单位保管。"
    values: dict[str, Value] = {
        **_about(rows, line, "随机访谈名单"),
        "抽取人数": len(draw.people),
        "抽取时间": _moment(draw.drawn_at),
        "说明": note,
    }
    tables = {"名单": Table(_PEOPLE, _people(draw, open_=inside))}
    return Draft(Filling(values, tables), (note,) if note else (), name=_named(line, "访谈名单"))


def _groups(draw: DrawRecord) -> tuple[tuple[Value, ...], ...]:
    return tuple((g.group or _NO_GROUP, g.listed, g.drawn) for g in draw.groups)


def _people(draw: DrawRecord, *, open_: bool) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (
            number,
            person.group or INVISIBLE,
            person.place,
            person.name if open_ else masked(ColumnType.PERSON, person.name),
            (person.phone if open_ else masked(ColumnType.PHONE, person.phone)) or INVISIBLE,
            INVISIBLE,  # keeps the cell as high as the others
        )
        for number, person in enumerate(draw.people, 1)
    )


def _moment(text: str) -> str:
    """An ISO moment as papers write it, to the minute."""
    day, _, hour = text.partition("T")
    return f"{iso_in_words(day)}{hour[:5]}"


# --- the report ----------------------------------------------------------------------------------

_RESPONSE = ("组别", "对象", "应访", "收回", "有效", "回收率")
_SATISFIED = ("题", "题目", "满意", "回答", "满意度")
_ANSWERS = ("题", "题目", "回答")
_CROSSED = ("题目", "组别", "回答", "满意", "满意度")
_WORDS = ("序", "题目", "归类", "内容")
_CHARTS = ("图", "图名")


def _report(rows: ReportRows, line: InterviewLine) -> Draft:
    round_ = line.round
    results = results_of(round_, line.sheets)
    response, overall = results.response, results.overall
    asked = f"计划访谈{response.asked}人，" if response.asked else ""
    void = f"作废{response.void}份" if response.void else "没有作废的"
    back, kept = response.return_rate, response.valid_rate
    returned = f"，回收率{share_words(back.counted, back.of)}" if back.of else ""
    interviewed = response.interview_rate
    reached = (
        f"管理和服务对象共{response.total}人，访谈率"
        f"{share_words(interviewed.counted, interviewed.of)}。"
        if response.total
        else ""
    )
    values: dict[str, Value] = {
        **_about(rows, line, "随机访谈情况报告"),
        "回收情况": f"{asked}收回答卷{response.returned}份{returned}；有效答卷{response.valid}份，"
        f"有效率{share_words(kept.counted, kept.of)}，{void}。{reached}",
        "抽取情况": _drawn_in_words(line.round.draw),
        "满意度": _overall_in_words(overall),
        "开放题说明": _words_told(results),
        "意见建议说明": _suggestions_told(results),
        "整改说明": "对上述意见建议，将逐条核实，列入整改台账，明确责任人和时限，及时整改并反馈。"
        if _suggestions(results)
        else "本次访谈没有收到意见建议。",
    }
    tables = {
        "回收": Table(_RESPONSE, tuple(_response_rows(line, results))),
        "满意": Table(_SATISFIED, tuple(_satisfied_rows(results))),
        "答案": Table(_ANSWERS, tuple(_answer_rows(results))),
        "比较": Table(_CROSSED, tuple(_crossed_rows(line))),
        "意见": Table(_WORDS, tuple(_word_rows(line, results))),
        "图表": Table(_CHARTS, tuple(_charts(results))),
    }
    return Draft(Filling(values, tables), name=_named(line, "访谈情况报告"))


def _about(rows: ReportRows, line: InterviewLine, paper: str) -> dict[str, Value]:
    round_ = line.round
    asked = round_.questionnaire
    days = [iso_in_words(day) for day in (round_.held_from, round_.held_to) if day]
    return {
        **head_values(rows.head, f"{line.unit}{paper}"),
        "单位": line.unit,
        "指标": line.heading,
        "任务": line.task,
        "任务要求": line.requirement.strip().rstrip("。；;"),
        "活动": round_.name,
        "访谈时间": "至".join(dict.fromkeys(days)),
        "访谈地点": round_.location,
        "对象": asked.audience,
        "问卷": f"《{asked.title}》（第{asked.edition}版，共{len(asked.questions)}题）",
    }


def _drawn_in_words(draw: DrawRecord | None) -> str:
    if draw is None:
        return ""
    listed = sum(group.listed for group in draw.groups)
    groups = f"，分{len(draw.groups)}组" if len(draw.groups) > 1 else ""
    return (
        f"访谈对象从{listed}人的名单中随机抽取{len(draw.people)}人{groups}，"
        f"种子为“{draw.seed}”，抽取记录备查。"
    )


def _overall_in_words(overall: QuestionResult | None) -> str:
    if overall is None or overall.satisfaction is None:
        return "本次问卷没有问总体满意度。"
    share, question = overall.satisfaction, overall.question
    counted = "、".join(f"“{question.options[place - 1]}”" for place in question.satisfied)
    apart = "、".join(f"“{question.options[place - 1]}”" for place in question.apart)
    left = f"，答{apart}的不计入" if apart else ""
    return (
        f"总体满意度{share_words(share.counted, share.of)}（第{overall.number}题“{question.text}”，"
        f"以答{counted}的为满意{left}）。"
    )


def _response_rows(line: InterviewLine, results: Results) -> Iterator[tuple[Value, ...]]:
    planned = {plan.group: plan for plan in line.round.plan}
    back: dict[str, list[bool]] = {}
    for _, sheet in line.sheets:
        back.setdefault(sheet.group, []).append(not sheet.void)
    groups = list(dict.fromkeys((*planned, *sorted(back))))
    for group in groups if len(groups) > 1 else ():
        plan, sheets = planned.get(group), back.get(group, [])
        asked = plan.planned if plan else 0
        yield (
            group or _NO_GROUP,
            plan.total if plan and plan.total else INVISIBLE,
            asked or INVISIBLE,
            len(sheets),
            sum(sheets),
            share_words(len(sheets), asked) if asked else INVISIBLE,
        )
    whole = results.response
    yield (
        _ALL,
        whole.total or INVISIBLE,
        whole.asked or INVISIBLE,
        whole.returned,
        whole.valid,
        share_words(whole.returned, whole.asked) if whole.asked else INVISIBLE,
    )


def _satisfied_rows(results: Results) -> Iterator[tuple[Value, ...]]:
    for result in results.questions:
        share = result.satisfaction
        if share is not None:
            words = share_words(share.counted, share.of)
            yield result.number, result.question.text, share.counted, share.of, words


def _answer_rows(results: Results) -> Iterator[tuple[Value, ...]]:
    for result in results.questions:
        lines = LINE_BREAK.join(_lines_of(result))
        if lines:
            question = result.question
            about = f"{question.text}（{_KINDS[question.kind]}，{result.answered.counted}人回答）"
            yield result.number, about, lines


def _lines_of(result: QuestionResult) -> Iterator[str]:
    for option in result.options:
        share = option.share
        yield f"{option.text}　{share_words(share.counted, share.of)}"
    numbers, unit = result.numbers, result.question.unit
    if numbers is not None and result.question.kind is QuestionKind.NUMBER:
        yield f"平均　{decimal_words(numbers.mean)}{unit}（{numbers.count}人）"
        yield f"中位数　{decimal_words(numbers.median)}{unit}"
        yield f"最小　{numbers.least}{unit}，最大　{numbers.most}{unit}"


def decimal_words(value: Fraction) -> str:
    """A number rounded half up to one place, without a needless 0."""
    tenths = (2 * value.numerator * 10 + value.denominator) // (2 * value.denominator)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _crossed_rows(line: InterviewLine) -> Iterator[tuple[Value, ...]]:
    questionnaire = line.round.questionnaire
    groupings: list[Question | None] = [each for each in questionnaire.questions if each.group]
    if len({sheet.group for _, sheet in line.sheets if not sheet.void}) > 1:
        groupings.insert(0, None)
    asked = [q for q in questionnaire.questions if q.satisfied]
    overall = [q for q in asked if q.overall] or asked[:1]
    for grouping in groupings:
        for question in overall:
            by = grouping.id if grouping is not None else ""
            about = grouping.text if grouping is not None else _BY_GROUP
            for column in cross_table(line.round, line.sheets, question.id, by):
                share = column.result.satisfaction
                if share is not None:
                    group = column.group or (_NO_ANSWER if grouping else _NO_GROUP)
                    words = share_words(share.counted, share.of)
                    yield about, group, share.of, share.counted, words
                    about = INVISIBLE  # it stands once, beside its first group


def _word_rows(line: InterviewLine, results: Results) -> Iterator[tuple[Value, ...]]:
    number = 0
    for result in results.questions:
        if not result.words:
            continue
        for part in by_topic(line.round.topics, result.words):
            for answer in part.answers:
                number += 1
                topic = part.topic.name if part.topic is not None else INVISIBLE
                # People write of people and numbers: nobody is told from this paper.
                words = masked(ColumnType.TEXT, answer.words)
                yield number, f"第{result.number}题", topic, words


def _suggestions(results: Results) -> int:
    return sum(len(r.words) for r in results.questions if r.question.suggestion)


def _suggestions_told(results: Results) -> str:
    count = _suggestions(results)
    return f"共收到意见建议{count}条。" if count else ""


def _words_told(results: Results) -> str:
    count = sum(len(result.words) for result in results.questions)
    return f"书面回答共{count}条，逐条列在下表。" if count else "没有书面回答。"


def _charts(results: Results) -> Iterator[tuple[Value, ...]]:
    for number, (name, chart) in enumerate(_drawn_charts(results), 1):
        yield Picture(chart_png(chart), _CHART, name), f"图{chinese_number(number)}　{name}"


def _drawn_charts(results: Results) -> Iterator[tuple[str, BarChart | StackedBars]]:
    rated = [r for r in results.questions if r.satisfaction is not None and r.answered.counted]
    steps = {r.question.options[:5] for r in rated}
    for options in sorted(steps):
        rows = tuple(
            ScaleRow(r.question.text, tuple(o.share.counted for o in r.options[:5]))
            for r in rated
            if r.question.options[:5] == options
        )
        yield "满意程度", StackedBars("", options, rows)
    for result in results.questions:
        question = result.question
        if result.satisfaction is None and not question.group and result.answered.counted:
            bars = tuple(Bar(option.text, option.share.counted) for option in result.options)
            if bars:
                yield question.text, BarChart("", bars, result.answered.counted)

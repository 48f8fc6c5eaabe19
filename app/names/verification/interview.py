"""Words of what is kept for 随机访谈. See the package for what each table is."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from app.names.verification.sampling import METHOD_BY_GROUP
from app.translating import Translate, chinese

RECORDS: Mapping[str, tuple[str, str]] = {
    "interview_rounds": ("访谈活动", "包里访谈活动的个数"),
    "interview_answers": ("访谈答卷", "包里访谈答卷的份数"),
}
TABLES: Mapping[str, str] = {
    "interview_round": "访谈活动",
    "interview_answer": "访谈答卷",
}
FIELDS: Mapping[str, str] = {
    "about": "说明",
    "algorithm": "抽取办法",
    "answers": "答案",
    "apart": "不计入的选项",
    "audience": "访谈对象",
    "digest": "名单校验值",
    "drawn": "抽取人数",
    "drawn_at": "抽取时间",
    "drawn_by": "抽取人",
    "draws": "抽取记录",
    "edition": "版次",
    "entered_by": "录入人",
    "fills": "填入的量化要求",
    "framework": "指标体系",
    "group": "组别",
    "group_name": "组别",
    "held_from": "开始日期",
    "held_to": "结束日期",
    "high": "最大值",
    "indicator": "指标",
    "introduction": "开头的话",
    "listed": "名单人数",
    "low": "最小值",
    "measure": "数值",
    "options": "选项",
    "other": "可写字的选项",
    "overall": "总体满意度",
    "people": "抽取的人",
    "planned": "应访人数",
    "plan": "访谈计划",
    "point": "材料要点",
    "question": "题",
    "questionnaire": "问卷",
    "questions": "各题",
    "required": "必答",
    "round_id": "访谈活动",
    "satisfied": "满意的选项",
    "scan": "扫描件",
    "scores": "分值",
    "second": "第二次录入",
    "second_by": "第二次录入人",
    "seed": "抽签种子",
    "serves": "服务的指标",
    "suggestion": "意见建议",
    "task": "任务",
    "topics": "归类",
    "total": "对象总数",
    "void": "作废原因",
    "words": "关键词",
}
ACTIONS: Mapping[str, str] = {
    "noted.interview_round_added": "登记访谈活动",
    "noted.interview_round_altered": "修改访谈活动",
    "noted.interview_round_withdrawn": "移除访谈活动",
    "noted.interview_round_restored": "恢复访谈活动",
    "noted.interview_answer_added": "录入访谈答卷",
    "noted.interview_answer_altered": "修改访谈答卷",
    "noted.interview_answer_withdrawn": "移除访谈答卷",
    "noted.interview_answer_restored": "恢复访谈答卷",
    "noted.interview_answer_changed": "修改访谈答卷",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "interview_answers": {"typed": "录入", "imported": "导入", "scanned": "扫描"},
}

#: By the value of ``QuestionKind``.
KINDS: Mapping[str, str] = {
    "single": "单选",
    "multiple": "多选",
    "scale": "量表",
    "number": "填数",
    "open": "开放题",
}
#: By the value of ``Expected``: what a question takes for an answer.
EXPECTED: Mapping[str, str] = {
    "single": "请写一个选项的序号",
    "multiple": "请写选项的序号，几个的用逗号分开，如 1,3",
    "scale": "请写一档的序号",
    "number": "请写范围之内的数",
    "other": "没有选可以写字的那一项",
}
#: By the value of ``Measure``.
MEASURES: Mapping[str, str] = {
    "satisfaction": "满意度",
    "interviewed": "访谈率",
    "returned": "回收率",
}
#: By the value of ``RowFault``.
ROW_FAULTS: Mapping[str, str] = {
    "no_answer": "第 {question} 题的“{text}”对不上选项",
    "no_number": "编号“{text}”不是数字",
    "taken": "编号 {text} 已有答卷",
    "empty": "没有一题有答案",
}
#: What stands for a rate that nothing counts for.
_NO_GROUP = "未分组"
_BASES: Mapping[str, str] = {
    "satisfaction": "第 {number} 题：满意 {counted} 份 / 作答 {of} 份",
    "interviewed": "有效答卷 {counted} 份 / 对象总数 {of} 人",
    "returned": "收回 {counted} 份 / 应访 {of} 人",
}

QUESTIONNAIRE, AUDIENCE, HELD, DRAWN = "问卷", "访谈对象", "时间地点", "对象抽取"
TOTAL, ASKED, RETURNED, VALID_RATE = "对象总数（人）", "应访（人）", "答卷", "有效率"
VOID, UNSETTLED = "作废的答卷", "两次录入不一致的答卷"
MEAN, MEDIAN, BOUNDS, WORDS = "平均", "中位数", "最小至最大", "写了意见的"
SHEETS_TITLE, RESULTS_TITLE, DRAWS_TITLE = "答卷", "统计", "抽取记录"
#: So many numbers of sheets are listed in one cell.
_MOST_LISTED = 60


def edition_words(title: str, edition: int) -> str:
    """A questionnaire with its edition: 《办事服务问卷》第 2 版."""
    return f"《{title}》第 {edition} 版"


def draw_words(listed: int, drawn: int, seed: str, times: int) -> str:
    """How people were drawn, in one line."""
    again = f"，共抽取 {times} 次，以最后一次为准" if times > 1 else ""
    return f"名单 {listed} 人，抽取 {drawn} 人，抽签种子 {seed}{again}"


def draw_heading(
    name: str,
    number: int,
    drawn_at: str,
    drawn_by: str,
    seed: str,
    digest: str,
    reason: str,
    counts: Sequence[tuple[str, int, int]],
) -> str:
    """What stands above the people of one draw: all that is needed to draw them again."""
    parts = [
        f"{name}：第 {number} 次抽取",
        f"{drawn_at[:16].replace('T', ' ')}　抽取人 {drawn_by}",
        f"抽签种子 {seed}",
        f"名单校验值（SHA-256）{digest}",
        "、".join(f"{group} {listed} 人抽 {drawn} 人" for group, listed, drawn in counts),
        f"重新抽取的原因：{reason}" if reason else "",
        f"名单各项写成“序号 姓名”，{METHOD_BY_GROUP}".removesuffix("。"),
    ]
    return "；".join(filter(None, parts))


def returned_words(returned: int, valid: int) -> str:
    """How many sheets came back: 收回 58 份，有效 56 份，作废 2 份."""
    void = f"，作废 {returned - valid} 份" if returned > valid else ""
    return f"收回 {returned} 份，有效 {valid} 份{void}"


def overall_words(number: int) -> str:
    """The satisfaction as a whole, with the question that it is from."""
    return f"总体满意度（第 {number} 题）"


def listed_words(numbers: Sequence[int]) -> str:
    """Numbers of sheets: 3、7、9."""
    more = f"等 {len(numbers)} 份" if len(numbers) > _MOST_LISTED else ""
    return "、".join(map(str, numbers[:_MOST_LISTED])) + more


def sheets_words(numbers: Sequence[int]) -> str:
    """The sheets that say the same: 第 7 份, 共 3 份：1、4、9."""
    if len(numbers) == 1:
        return f"第 {numbers[0]} 份"
    return f"共 {len(numbers)} 份：{listed_words(numbers)}"


def void_words(reason: str, numbers: Sequence[int]) -> str:
    """Why sheets do not count."""
    return f"{listed_words(numbers)}：{reason}"


def number_words(value: Fraction | Decimal, unit: str = "") -> str:
    """A number with two decimals at most, and its unit: 4.35, 12 天."""
    hundredths = math.floor(Fraction(value) * 100 + Fraction(1, 2))
    text = format((Decimal(hundredths) / 100).normalize(), "f")
    return f"{text} {unit}".strip()


def counted_words(value: str, count: int) -> str:
    """A mean beside the number of answers: 4.35（46 份）."""
    return f"{value}（{count} 份）"


def figure_basis(
    measure: str,
    *,
    title: str,
    edition: int,
    name: str,
    counted: int,
    of: int,
    percent: str,
    number: int,
) -> str:
    """What a figure rests on: "访谈：…（《…》第1版）第 3 题：满意 42 份 / 作答 46 份 = 91.3%"."""
    reckoning = _BASES[measure].format(counted=counted, of=of, number=number)
    return f"访谈：{name}（《{title}》第{edition}版）{reckoning} = {percent}%"


def row_fault_words(
    fault: str, line: int, question: int, text: str, translate: Translate = chinese
) -> str:
    """Why a line of a table was not taken in: "第 7 行：编号 3 已有答卷"."""
    reason = translate(ROW_FAULTS[fault]).format(question=question, text=text)
    return translate("第 {line} 行：{reason}").format(line=line, reason=reason)


def group_words(group: str, translate: Translate = chinese) -> str:
    """The name of a group, or that there is none."""
    return group or translate(_NO_GROUP)


def suggestion_words(name: str, topic: str, answers: Sequence[tuple[int, int, str]]) -> str:
    """What was suggested, with where it comes from: round, sheet and question."""
    about = f"（{topic}）" if topic else ""
    told = "；".join(f"答卷 {sheet} 第 {number} 题：{words}" for sheet, number, words in answers)
    return f"随机访谈“{name}”{about}{told}"

"""自查报告: what a unit found in its self-check, to be sealed."""

from app.names.review import ASSESSMENT_NAMES
from app.reports.draft import Draft, NotNeeded, chinese_number, head_values, sentence
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows, SelfCheckLine
from app.stages.schedule import in_words
from models.vocabulary import SelfAssessment

_CHECKS = ("序", "指标", "指标内容", "自评", "自查情况", "材料情况", "问题", "措施")
_PROBLEMS = ("序", "指标", "问题", "措施")


def self_report(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """自查报告 of a unit: every indicator once that it leads, owes or has said something of."""
    name = unit or ""
    stated = {c.indicator: c for c in rows.self_checks if c.unit == name}
    slots = rows.slots_of(name)
    wanted = {s.indicator for s in slots if s.owing or s.lead or s.begun} | set(stated)
    lines = tuple(line for line in rows.indicators_of(name) if line.code in wanted)
    if not lines:
        return NotNeeded("没有承担指标" if not rows.slots_of(unit or "") else "没有必须交的材料")
    checks: list[tuple[Value, ...]] = []
    problems: list[tuple[Value, ...]] = []
    for number, line in enumerate(lines, 1):
        check = stated.get(line.code)
        own = [s for s in slots if s.indicator == line.code]
        items = len({i for s in own for i in s.filing.items})
        points = sum(s.tally.total for s in own)
        covered = sum(s.tally.covered for s in own)
        checks.append(
            (
                chinese_number(number),
                line.heading,
                sentence(line.statement),
                ASSESSMENT_NAMES[check.assessment] if check and check.assessment else "（未填写）",
                sentence(check.statement) if check and check.statement else "（未填写）",
                f"应提供材料要点{points}个，已有{covered}个，归集材料{items}件。"
                if points
                else f"补充材料{items}件。",
                sentence(check.problems) if check else "",
                sentence(check.measures) if check else "",
            )
        )
        if check and check.problems:
            problems.append(
                (
                    chinese_number(len(problems) + 1),
                    line.heading,
                    sentence(check.problems),
                    sentence(check.measures),
                )
            )
    tally = rows.units[name]
    count = {a: sum(_is(stated.get(i.code), a) for i in lines) for a in SelfAssessment}
    blank = [i.code for i in lines if not _written(stated.get(i.code))]
    values: dict[str, Value] = {
        **head_values(rows.head, f"{name}关于{rows.head.programme}工作的自查报告"),
        "单位": name,
        "主送机关": rows.head.issuer,
        "截至日期": in_words(rows.head.today),
        "指标数": len(lines),
        "牵头数": len({s.indicator for s in slots if s.lead}),
        "参与数": len(lines) - len({s.indicator for s in slots if s.lead}),
        "任务数": sum(s.indicator in wanted for s in slots),
        "要点数": tally.total,
        "已有数": tally.covered,
        "齐备率": f"{tally.percent}%",
        "完成数": count[SelfAssessment.ACHIEVED],
        "基本完成数": count[SelfAssessment.MOSTLY],
        "未完成数": count[SelfAssessment.NOT_YET],
        "未自评数": len(lines) - sum(count.values()),
        "自评小结": _summary(count, len(lines)),
        "问题数": len(problems),
        "问题小结": _found(len(problems)),
    }
    tables = {
        "自查": Table(_CHECKS, tuple(checks)),
        "问题": Table(_PROBLEMS, tuple(problems)),
    }
    notes = (f"有 {len(blank)} 项指标还没有填写自查情况：{'、'.join(blank)}",) if blank else ()
    return Draft(Filling(values, tables), notes)


def _is(check: SelfCheckLine | None, assessment: SelfAssessment) -> bool:
    return check is not None and check.assessment is assessment


def _written(check: SelfCheckLine | None) -> bool:
    return check is not None and bool(check.statement) and check.assessment is not None


def _summary(count: dict[SelfAssessment, int], total: int) -> str:
    parts = [f"{ASSESSMENT_NAMES[a]}{n}项" for a, n in count.items() if n]
    open_ = total - sum(count.values())
    if open_:
        parts.append(f"尚未自评{open_}项")
    return f"经自评，{'、'.join(parts)}。"


def _found(count: int) -> str:
    return f"自查发现问题{count}个。" if count else "（没有登记自查发现的问题）"

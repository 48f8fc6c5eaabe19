"""Papers of 案卷评查: the record of a draw, a sheet for each case, the bulletin, the defects."""

from collections.abc import Iterable, Iterator, Sequence

from app.reports.case_rows import (
    CaseCountLine,
    CaseDefectLine,
    CaseFormLine,
    CaseReviewLine,
    CaseStandardLine,
    DrawnCaseLine,
)
from app.reports.draft import BLANK_DATE, Draft, NotNeeded, head_values, iso_in_words, sentence
from app.reports.filling import LINE_BREAK, Filling, Table, Value
from app.reports.rows import ReportRows
from app.stages.schedule import in_words

NO_DRAW = NotNeeded("还没有抽取案卷")
_STRATA = ("序", "单位", "类别", "年度", "备抽", "抽取", "案号", "校验值")
_BASICS = ("序", "标准", "一", "二", "复核", "说明")
_GENERALS = ("序", "部分", "标准", "分值", "一", "二", "复核", "说明")
_COUNTS = ("名次", "单位", "类别", "抽取", "评定", "优秀", "合格", "不合格", "平均分", "不符合")
_PROBLEMS = ("序", "标准", "占比", "单位")
_DEFECTS = ("序", "单位", "类别", "标准", "案号", "件数")
#: So many defects stand in the text of a bulletin.
_TOLD = 12


def draw_record(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """案卷抽取记录, to be signed."""
    draw = _draw(rows)
    if draw is None:
        return NO_DRAW
    strata = tuple(one for one in draw.strata if unit in {None, one.unit})
    if not strata:
        return NotNeeded("这次没有抽取该单位的案卷")
    table = tuple(
        (
            number,
            one.unit,
            one.category,
            one.year,
            one.population,
            len(one.drawn),
            "、".join(one.drawn) or "—",
            one.digest,
        )
        for number, one in enumerate(strata, 1)
    )
    values: dict[str, Value] = {
        **head_values(rows.head, f"{draw.name}抽取记录"),
        **_draw_values(draw),
        "备抽数": sum(one.population for one in strata),
        "抽取数": sum(len(one.drawn) for one in strata),
        "空白日期": BLANK_DATE,
    }
    return Draft(Filling(values, {"抽取": Table(_STRATA, table)}))


def review_sheet(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The sheet of the first case, for those who want to see the form."""
    drafts = review_sheets(rows, unit)
    return drafts[0] if drafts else NO_DRAW


def review_sheets(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """案卷评查表, one for each case that was drawn; what is not decided stays to be written in."""
    draw = _draw(rows)
    if draw is None:
        return ()
    cases = [case for case in draw.cases if unit in {None, case.unit}]
    return tuple(_sheet_of(rows, draw, case, number) for number, case in enumerate(cases, 1))


def blank_sheet(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first blank form, for those who want to see it."""
    drafts = blank_sheets(rows, unit)
    return drafts[0] if drafts else NotNeeded("没有评查表")


def blank_sheets(rows: ReportRows, _unit: str | None) -> tuple[Draft, ...]:
    """空白案卷评查表, one for each category."""
    return tuple(_blank(rows, form) for form in rows.case_forms)


def review_bulletin(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """案卷评查通报: what a draw came to, by unit and category, with the commonest defects."""
    draw = _draw(rows)
    if draw is None:
        return NO_DRAW
    whole = draw.whole
    defects = draw.defects[:_TOLD]
    units = [line for line in draw.units if unit in {None, line.unit}]
    values: dict[str, Value] = {
        **head_values(rows.head, f"关于{draw.name}情况的通报"),
        **_draw_values(draw),
        "备抽数": draw.population,
        "抽取数": whole.cases,
        "单位数": len(draw.units),
        "类别数": len(draw.categories),
        "评定情况": whole.decided,
        "复核情况": f"两人意见不同、等待复核的{draw.disputed}件。" if draw.disputed else "",
        "等次情况": _grades(draw),
        "平均情况": f"平均得分{whole.mean}分。" if whole.mean != "—" else "",
        "问题情况": (
            f"已评定的案卷共发现不符合评查标准的情况{whole.defects}处，比较普遍的有："
            if defects
            else "已评定的案卷没有发现不符合评查标准的情况。"
        ),
        "附件名称": "各单位案卷评查结果",
    }
    tables = {
        "类别": Table(_COUNTS, tuple(map(_count, draw.categories))),
        "问题": Table(_PROBLEMS, tuple(_problems(defects))),
        "排名": Table(_COUNTS, tuple(map(_count, units))),
        "分类": Table(
            _COUNTS, tuple(_count(line) for line in draw.parts if unit in {None, line.unit})
        ),
    }
    notes = []
    if whole.cases and not all(case.decided for case in draw.cases):
        left = sum(not case.decided for case in draw.cases)
        notes.append(f"还有 {left} 件没有评定，通报只说已评定的")
    if draw.ungraded:
        notes.append(f"有 {draw.ungraded} 件未评等次：评查表的分值、分数线由县里填写以后才有")
    return Draft(Filling(values, tables), tuple(notes))


def defect_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """案卷评查整改清单: each unit's defects with the numbers of the cases."""
    draw = _draw(rows)
    if draw is None:
        return NO_DRAW
    found = [
        (owner, defect, cases)
        for defect in draw.defects
        for owner, cases in defect.units
        if unit in {None, owner}
    ]
    if not found:
        return NotNeeded("已评定的案卷没有不符合的")
    order = {name: number for number, name in enumerate(rows.units)}
    found.sort(key=lambda one: (order.get(one[0], len(order)), one[0], one[1].category))
    table = tuple(
        (
            number,
            owner,
            defect.category,
            f"{defect.text}（{defect.basis}）" if defect.basis else defect.text,
            "、".join(cases),
            len(cases),
        )
        for number, (owner, defect, cases) in enumerate(found, 1)
    )
    values: dict[str, Value] = {
        **head_values(rows.head, f"{draw.name}整改清单"),
        **_draw_values(draw),
        "问题数": len(found),
        "单位数": len({owner for owner, _, _ in found}),
    }
    return Draft(Filling(values, {"问题": Table(_DEFECTS, table)}))


def _draw(rows: ReportRows) -> CaseReviewLine | None:
    """The draw that papers speak of."""
    return rows.case_reviews[-1] if rows.case_reviews else None


def _draw_values(draw: CaseReviewLine) -> dict[str, Value]:
    return {
        "抽取名称": draw.name,
        "抽取日期": in_words(draw.drawn_on),
        "抽取人": draw.drawn_by,
        "种子": draw.seed,
        "办法": draw.algorithm,
        "未列入": (f"登记有误、没有参加抽取的{draw.left_out}件。" if draw.left_out else ""),
    }


def _sheet_of(rows: ReportRows, draw: CaseReviewLine, case: DrawnCaseLine, number: int) -> Draft:
    values: dict[str, Value] = {
        **head_values(rows.head, case.sheet),
        "抽取名称": draw.name,
        "案号": case.number,
        "单位": case.unit,
        "案由": case.title,
        "当事人": case.party,
        "承办人": case.handler,
        "立案日期": iso_in_words(case.filed),
        "结案日期": iso_in_words(case.closed),
        "状态": "" if case.decided else case.state,
        "得分": case.score,
        "等次": case.grade,
        "结论": _conclusion(case),
        "批注": "\n".join(f"{n}. {words}" for n, words in enumerate(case.comments, 1)),
        "总评": "\n".join(case.summaries),
        "规则": draw.rule,
        "空白日期": BLANK_DATE,
    }
    name = f"{number:03d} {case.number} {case.sheet}"
    return Draft(Filling(values, _standard_tables(case.standards)), name=name)


def _blank(rows: ReportRows, form: CaseFormLine) -> Draft:
    empty = ("抽取名称", "案号", "单位", "案由", "当事人", "承办人", "立案日期", "结案日期")
    values: dict[str, Value] = {
        **head_values(rows.head, form.title),
        **dict.fromkeys(empty, "　"),
        **dict.fromkeys(("状态", "得分", "等次", "结论", "批注", "总评"), ""),
        "规则": form.rule,
        "空白日期": BLANK_DATE,
    }
    tables = _standard_tables(form.standards)
    return Draft(Filling(values, tables), name=f"空白{form.title}")


def _standard_tables(standards: Iterable[CaseStandardLine]) -> dict[str, Table]:
    every = tuple(standards)
    basics = [one for one in every if one.basic]
    generals = [one for one in every if not one.basic]
    return {
        "基础": Table(
            _BASICS,
            tuple(
                (n, _text(one), one.first, one.second, one.arbiter, one.remark)
                for n, one in enumerate(basics, 1)
            ),
        ),
        "一般": Table(
            _GENERALS,
            tuple(
                (
                    n,
                    one.group,
                    _text(one),
                    one.points,
                    one.first,
                    one.second,
                    one.arbiter,
                    one.remark,
                )
                for n, one in enumerate(generals, 1)
            ),
        ),
    }


def _text(standard: CaseStandardLine) -> str:
    return f"{standard.text}（{standard.basis}）" if standard.basis else standard.text


def _conclusion(case: DrawnCaseLine) -> str:
    """What counts, in a sentence; nothing while the case is not decided."""
    if not case.decided:
        return ""
    basic = sum(one.met is False for one in case.standards if one.basic)
    general = sum(one.met is False for one in case.standards if not one.basic)
    told = [f"基础标准不符合{basic}条", f"一般标准不符合{general}条"]
    if case.score:
        told.append(f"得分{case.score}")
    told.append(f"等次为{case.grade}" if case.grade else "未评等次")
    return sentence("，".join(told) + ("，以复核人的意见为准" if case.arbitrated else ""))


def _grades(draw: CaseReviewLine) -> str:
    whole = draw.whole
    grades = (("优秀", whole.excellent), ("合格", whole.passed), ("不合格", whole.failed))
    told = [f"{name}{share}" for name, share in grades if share != "—"]
    if draw.ungraded:
        told.append(f"未评等次{draw.ungraded}件")
    return sentence("，".join(told))


def _problems(defects: Sequence[CaseDefectLine]) -> Iterator[tuple[Value, ...]]:
    for number, defect in enumerate(defects, 1):
        units = "、".join(f"{unit}{len(cases)}件" for unit, cases in defect.units)
        about = f"{defect.category}：{defect.text}"
        yield (number, about, defect.share, units)


def _count(line: CaseCountLine) -> tuple[Value, ...]:
    """A line of a table; each share stands above its counts."""
    shares = (line.decided, line.excellent, line.passed, line.failed)
    return (
        line.rank or "",
        line.unit,
        line.category,
        line.cases,
        *(share.replace("（", f"{LINE_BREAK}（") for share in shares),
        line.mean,
        line.defects,
    )

"""The Lushan set holds the official text, all of it and nothing else."""

import re
from collections import Counter

import pytest

from app.framework.catalogue import load_framework
from app.framework.schema import Framework
from models.vocabulary import ResponsibilityRole
from resources import resource_bytes


@pytest.fixture(scope="module")
def lushan() -> Framework:
    return load_framework("lushan-2021")


@pytest.fixture(scope="module")
def source(lushan: Framework) -> str:
    text = resource_bytes(f"frameworks/{lushan.source.file}").decode("utf-8")
    return bare(text)


def bare(text: str) -> str:
    return "".join(text.split())


def points(lushan: Framework):
    return {
        f"{i.code}/{t.code}/{p.number}": p
        for i in lushan.indicators
        for t in i.tasks
        for p in t.points
    }


def test_it_has_every_indicator_in_order(lushan):
    codes = [i.code for i in lushan.indicators]
    assert codes == [*map(str, range(1, 96)), "加1", "加2", "减1", "减2"]
    kinds = Counter(i.kind for i in lushan.indicators)
    assert kinds == {"creation": 95, "bonus": 2, "penalty": 2}


def test_it_has_the_153_tasks(lushan):
    methods = Counter(t.code for i in lushan.indicators for t in i.tasks)
    assert {lushan.method_name(m): n for m, n in methods.items()} == {
        "材料查证": 73,
        "网络检索": 38,
        "实地核验": 18,
        "随机访谈": 13,
        "案卷评查": 9,
        "随机抽考": 2,
    }


def test_the_section_is_reproduced_character_by_character(lushan, source):
    """Statements, requirements and unit lines, joined by fixed markup, are the whole section."""
    section = source[source.index("二、具体任务") : source.index("创建步骤")]
    parts = ["二、具体任务"]
    for indicator in lushan.indicators:
        parts += [indicator.heading, "：", indicator.statement, "工作任务："]
        for number, task in enumerate(indicator.tasks, 1):
            mark = f"（{number}）" if len(indicator.tasks) > 1 else ""
            parts += [mark, lushan.task_name(indicator.code, task.code), "：", task.requirement]
        parts += ["责任单位：", indicator.responsible_text]
    assert bare("".join(parts)) == section


def test_the_slips_of_the_original_are_kept(lushan):
    assert "紧类热线" in lushan.indicator("74").statement
    assert "县级地县" in lushan.indicator("87").statement
    assert lushan.stages[0].deadline_text == "2021年4月10前"


def test_every_point_is_a_verbatim_piece_of_its_requirement(lushan):
    for indicator in lushan.indicators:
        for task in indicator.tasks:
            place = 0
            for point in task.points:
                found = task.requirement.find(point.text, place)
                assert found >= 0, (indicator.code, task.code, point.text)
                place = found + len(point.text)


def test_what_the_points_leave_out_is_only_lead_in_and_closing_words(lushan):
    left = set()
    for indicator in lushan.indicators:
        for task in indicator.tasks:
            rest = task.requirement
            for point in task.points:
                rest = rest.replace(point.text, "", 1)
            rest = re.sub(r"[；。，、1-9.]|以上材料(汇总备查|网上公开)", "", bare(rest))
            left.add(rest)
    assert left == {
        "",
        "汇总备查",
        "汇总和备查",
        "汇总以及备查",
        "对照指标要求汇总备查备查",
        "提供完整的重大行政决策档案材料内容包括"
        "档案装订要求标准规范卷内材料必须齐全排列顺序准确目录页码填写正确",
    }


@pytest.mark.parametrize(
    ("code", "method", "texts"),
    [
        (
            "60",
            "material_check",
            [
                "行政执法日常检查监督的通知、实施方案、组织领导、工作报告",
                "开展案卷评查工作的相关通知、简报、报告",
                "重大行政处罚备案、行政执法举报投诉等其它行政执法监督检查的相关材料",
            ],
        ),
        (
            "53",
            "case_review",
            [
                "各单位开展案卷评查并整改到位",
                "案卷能通过文字、音像等记录形式，对行政执法启动、调查取证、审核决定、送达执行等实现全过程记录",
                "案卷实现全面系统归档保存，做到执法全过程留痕和可回溯管理",
            ],
        ),
    ],
)
def test_points_split_as_the_text_does(lushan, code, method, texts):
    assert [p.text for p in lushan.indicator(code).task(method).points] == texts


def test_counts_of_points(lushan):
    expected = {
        "85": [6, 4],
        "42": [6],
        "82": [7, 1],
        "79": [7],
        "69": [6],
        "90": [6],
        "55": [1, 3],
    }
    for code, counts in expected.items():
        assert [len(t.points) for t in lushan.indicator(code).tasks] == counts
    assert len(points(lushan)) == 289


def test_since_year_is_what_the_text_says(lushan):
    for key, point in points(lushan).items():
        named = re.findall(r"(20\d\d)年以来", point.text)
        if named:
            assert [str(point.since_year)] == named, key
        elif point.since_year is not None:
            indicator, method, _ = key.split("/")
            requirement = lushan.task(indicator, method).requirement
            assert f"{point.since_year}年以来" in requirement
    years = Counter(p.since_year for p in points(lushan).values() if p.since_year)
    assert years == {2016: 7, 2017: 4, 2018: 18, 2019: 12}


def test_per_year_points_say_so(lushan):
    chosen = {key: p.text for key, p in points(lushan).items() if p.per_year}
    assert len(chosen) == 9
    for key, text in chosen.items():
        assert re.search(r"分年度|每年|年度", text), key


def test_every_figure_with_a_bound_is_a_threshold(lushan):
    """No percentage, span or count with a bound is overlooked, in statements or in points."""
    bound = re.compile(
        r"\d+%|(?:不少于|不超过|不低于|至少\D{0,4})\d+|\d+(?:个工作日|小时|日|人|名|次)(?:之?内|以内|以上)"
    )
    for indicator in lushan.indicators:
        held = list(indicator.thresholds)
        held += [t for task in indicator.tasks for p in task.points for t in p.thresholds]
        figures = {f"{t.value:g}" for t in held}
        texts = [indicator.statement, *(t.requirement for t in indicator.tasks)]
        for found in (f for text in texts for f in bound.findall(text)):
            assert re.search(r"\d+", found)[0] in figures, (indicator.code, found)


def test_thresholds_quote_the_text_they_stand_at(lushan):
    for indicator in lushan.indicators:
        for threshold in indicator.thresholds:
            assert threshold.text in indicator.statement
        for task in indicator.tasks:
            for point in task.points:
                for threshold in point.thresholds:
                    assert threshold.text in point.text
                    digits = re.findall(r"\d+", threshold.text)
                    assert f"{threshold.value:g}" in digits or re.search("[一二]", threshold.text)


def test_unit_lines_are_read_whole(lushan):
    """The responsible units, joined as the line has them, are the line."""
    for indicator in lushan.indicators:
        rest = indicator.responsible_text
        for entry in indicator.responsible:
            if entry.group:
                spellings = (entry.group,)
            else:
                unit = lushan.unit(entry.unit)
                spellings = sorted((unit.name, *unit.aliases), key=len, reverse=True)
            written = next(s for s in spellings if rest.startswith(s))
            rest = rest.removeprefix(written).lstrip("，、。")
        assert rest == "", indicator.code


def test_roles(lushan):
    lead, participant = ResponsibilityRole.LEAD, ResponsibilityRole.PARTICIPANT
    shown = [(r.unit or r.group, r.role) for r in lushan.indicator("80").responsible]
    assert shown == [
        ("县司法局", lead),
        ("县财政局", lead),
        ("县政府相关部门", participant),
        ("各乡（镇、街道）", participant),
    ]
    assert all(
        (r.role is lead) == (r.unit is not None) for i in lushan.indicators for r in i.responsible
    )


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("县应急局", "县应急管理局"),
        ("县文广旅局", "县文广旅游局"),
        ("县生态环境分局", "市生态环境局鲁山分局"),
        ("县人大", "县人大办公室"),
    ],
)
def test_aliases_lead_to_one_unit(lushan, written, canonical):
    assert lushan.unit(written).name == canonical


def test_categories_are_suggested_and_in_the_measured_sizes(lushan):
    sizes = Counter(lushan.top_category(i.category) for i in lushan.indicators)
    first_level = lushan.categories_in(None)
    assert [sizes[c.code] for c in first_level] == [22, 8, 14, 22, 12, 9, 4, 4, 4]
    assert [c.suggested for c in first_level] == [True] * 8 + [False]
    order = [i.category for i in lushan.indicators]
    assert order == sorted(order, key=lambda g: [int(n) for n in g.split(".")])
    assert set(order) == {c.code for c in lushan.categories if c.parent is not None}


def test_stages_stand_in_the_source(lushan, source):
    assert [str(s.deadline or "") for s in lushan.stages] == [
        "2021-04-10",
        "2021-05-10",
        "2021-06-10",
        "2021-07-10",
        "",
        "2021-10-31",
    ]
    for numeral, stage in zip("一二三四五六", lushan.stages, strict=True):
        written = f"（{numeral}）{stage.name}（{stage.deadline_text}）。{stage.description}"
        assert bare(written) in source
    (report,) = [m for s in lushan.stages for m in s.milestones]
    assert (report.text in source, str(report.date)) == (True, "2021-05-20")


def test_the_source_is_cited(lushan, source):
    cited = lushan.source
    assert cited.number == "鲁法办〔2021〕1号"
    assert source.startswith(cited.number)
    assert bare(cited.issuer) in source
    assert bare(cited.title).removesuffix("的通知") in source
    assert str(cited.date) == "2021-04-09"

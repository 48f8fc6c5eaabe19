"""Two versions of a set are told apart, and evidence can follow its point."""

from hypothesis import given
from hypothesis import strategies as st

from app.framework.catalogue import load_framework
from app.framework.diff import ChangeKind, SetPart, compare
from app.framework.keys import PointKey
from app.framework.schema import Framework
from app.framework.values import EvidencePoint
from tests.support.frameworks import small_framework

P, C = SetPart, ChangeKind
SECOND = "          - number: 2\n            text: 办复率达100%\n"


def compared(*replacements):
    return compare(small_framework(), small_framework(('"1.0"', '"2.0"'), *replacements))


def shown(diff):
    return [(c.part, c.kind, c.key) for c in diff.changes]


def test_nothing_changed():
    diff = compared()
    assert diff.same
    assert (diff.old, diff.new) == ("small@1.0", "small@2.0")
    assert all(old == new for old, new in diff.moves.items())


def test_reworded_indicator_task_and_point():
    diff = compared(
        ("statement: 获得表彰", "statement: 获得奖励"),
        ("requirement: 汇总证书", "requirement: 整理证书"),
        ("text: 汇总证书", "text: 整理证书"),
    )
    assert shown(diff) == [
        (P.INDICATOR, C.REWORDED, "加1"),
        (P.TASK, C.REWORDED, "加1/material_check"),
        (P.POINT, C.REWORDED, "加1/material_check/1"),
    ]
    assert (diff.changes[0].before, diff.changes[0].after) == ("获得表彰。", "获得奖励。")
    assert diff.moves[PointKey.parse("加1/material_check/1")] == PointKey.parse(
        "加1/material_check/1"
    )


def test_a_point_that_moves_takes_its_evidence_along():
    diff = compared(
        (
            "- {number: 1, text: 2024年",
            "- {number: 1, text: 新要点}\n          - {number: 2, text: 2024年",
        ),
        ("- number: 2\n", "- number: 3\n"),
    )
    assert shown(diff) == [
        (P.POINT, C.MOVED, "1/material_check/1"),
        (P.POINT, C.MOVED, "1/material_check/2"),
        (P.POINT, C.ADDED, "1/material_check/1"),
    ]
    assert diff.moves[PointKey.parse("1/material_check/1")] == PointKey.parse("1/material_check/2")
    assert diff.moves[PointKey.parse("1/material_check/2")] == PointKey.parse("1/material_check/3")


def test_a_removed_point_leads_nowhere():
    line = "- {number: 1, text: 2024年以来案卷评查的通知、报告, since_year: 2024, per_year: true}\n"
    diff = compared(("          " + line, ""))
    assert shown(diff) == [(P.POINT, C.REMOVED, "1/material_check/1")]
    assert PointKey.parse("1/material_check/1") not in diff.moves
    assert diff.moves[PointKey.parse("1/material_check/2")] == PointKey.parse("1/material_check/2")


def test_altered_demands_roles_units_groups_and_stages():
    diff = compared(
        ("since_year: 2024", "since_year: 2023"),
        ("value: 100", "value: 98"),
        ("{unit: 县应急局, role: lead}", "{unit: 县公安局, role: lead}"),
        ("{name: 县公安局}", "{name: 县公安局, aliases: [公安局]}\n  - {name: 县财政局}"),
        ("{name: 各乡（镇、街道）}", "{name: 各乡（镇）政府}"),
        ("deadline: 2026-02-28", "deadline: 2026-02-27"),
    )
    assert set(shown(diff)) == {
        (P.POINT, C.ALTERED, "1/material_check/1"),
        (P.POINT, C.ALTERED, "1/material_check/2"),
        (P.RESPONSIBILITY, C.ALTERED, "1"),
        (P.UNIT, C.ALTERED, "县公安局"),
        (P.UNIT, C.ADDED, "县财政局"),
        (P.GROUP, C.REMOVED, "各乡（镇、街道）"),
        (P.GROUP, C.ADDED, "各乡（镇）政府"),
        (P.STAGE, C.ALTERED, "动员部署"),
    }
    assert [c.key for c in diff.of(P.UNIT, C.ADDED)] == ["县财政局"]
    assert len(diff.of(P.UNIT)) == 2


def test_a_whole_indicator_and_task_come_and_go():
    small = small_framework()
    less = small.model_copy(update={"indicators": small.indicators[:1]})
    gone = compare(small, less)
    assert shown(gone) == [
        (P.INDICATOR, C.REMOVED, "加1"),
        (P.TASK, C.REMOVED, "加1/material_check"),
        (P.POINT, C.REMOVED, "加1/material_check/1"),
    ]
    assert [c.kind for c in compare(less, small).changes] == [C.ADDED] * 3
    changed = compared(("method: site_check", "method: exam"))
    assert [(c.kind, c.key) for c in changed.of(P.TASK)] == [
        (C.REMOVED, "1/site_check"),
        (C.ADDED, "1/exam"),
    ]


texts = st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=6)


def with_points(names) -> Framework:
    small = small_framework()
    points = tuple(EvidencePoint(number=n, text=t) for n, t in enumerate(names, 1))
    task = small.indicators[1].tasks[0].model_copy(update={"points": points})
    indicator = small.indicators[1].model_copy(update={"tasks": (task,)})
    return small.model_copy(update={"indicators": (indicator,)})


@given(texts, texts)
def test_every_point_is_accounted_for_once(old_names, new_names):
    """Old points either live on or are removed; new ones are heirs or added; text wins."""
    old, new = with_points(old_names), with_points(new_names)
    diff = compare(old, new)
    removed = {c.key for c in diff.of(P.POINT, C.REMOVED)}
    added = {c.key for c in diff.of(P.POINT, C.ADDED)}
    keys = [f"加1/material_check/{n}" for n in range(1, 7)]
    assert {*map(str, diff.moves), *removed} == set(keys[: len(old_names)])
    assert not removed & set(map(str, diff.moves))
    heirs = list(map(str, diff.moves.values()))
    assert sorted([*heirs, *added]) == keys[: len(new_names)]
    text_matches = sum(
        old_names[o.number - 1] == new_names[n.number - 1] for o, n in diff.moves.items()
    )
    assert text_matches == sum(min(old_names.count(t), new_names.count(t)) for t in set(old_names))


def test_the_real_set_against_itself():
    lushan = load_framework("lushan-2021")
    diff = compare(lushan, lushan)
    assert diff.same
    assert len(diff.moves) == 289

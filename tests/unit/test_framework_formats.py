"""Format 2 says what was code before; packs of format 1 still load, and stay what they were."""

import json
from pathlib import Path

import pytest

from app.framework.diff import compare
from app.framework.errors import FrameworkInvalid, MethodUnknown, TaskAmbiguous
from app.framework.findings import FindingKind as K
from app.framework.loader import load_file, parse
from app.framework.stored import read_document, take_stored
from app.wording.errors import describe_error
from app.wording.frameworks import describe_finding
from tests.support.other_set import other_pack, other_set
from tests.support.workspaces import lushan

OLD = Path(__file__).parents[1] / "data" / "format_1" / "lushan-2021.yaml"
#: What the program said of this file when it was of the present format.
FINGERPRINT = "ca1a9bb354ffcc3b2ea61815cad35f0e4c9b7d91133907e147d203542327638a"


def faults_of(*replacements: tuple[str, str]) -> list[tuple[str, K]]:
    text = other_pack()
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(FrameworkInvalid) as caught:
        parse(text.encode(), Path("x.yaml"))
    assert all(describe_finding(found) and found.line for found in caught.value.findings)
    return [(found.field, found.kind) for found in caught.value.findings]


def test_the_lushan_set_moved_without_a_character_changed():
    old, new = load_file(OLD), lushan()
    assert compare(old, new).same
    one, other = old.model_dump(exclude={"version"}), new.model_dump(exclude={"version"})
    assert one == other
    assert (old.version, new.version) == ("1.0", "1.1")


def test_a_set_of_format_1_is_kept_as_the_document_it_was():
    old = load_file(OLD)
    assert old.fingerprint == FINGERPRINT
    document = json.loads(old.to_json())
    assert document["format"] == 1
    assert document["indicators"][0]["category_group"] == "1.1"
    taken = take_stored(old.to_json(), old.fingerprint)
    assert taken == old == read_document(old.to_json())
    assert taken.to_json() == old.to_json()
    assert read_document(old.to_json()).fingerprint == old.fingerprint


def test_a_set_of_format_2_is_kept_whole():
    made = other_set()
    assert take_stored(made.to_json(), made.fingerprint) == made == read_document(made.to_json())


@pytest.mark.parametrize(
    ("replacement", "field", "kind"),
    [
        (('parent: "1"}', 'parent: "9"}'), "categories[2].parent", K.UNKNOWN_PARENT),
        (("levels: [一级指标, 二级指标, 三级指标]", "levels: [一级指标, 二级指标]"),
         "categories[3].parent", K.NO_SUCH_LEVEL),
        (("{number}.{number}.{number}", "{zahl}"), "kinds[1].codes[1]", K.BAD_CODE_PATTERN),
        (('code: "1.1.2"', 'code: "1.1"'), "indicators[2].kind", K.KIND_MISMATCH),
        (('code: "1.1.2"', 'code: "1.1.1"'), "indicators[2].code", K.DUPLICATE_INDICATOR),
        (('code: "1.1.2"', 'code: "1/2"'), "indicators[2].code", K.BAD_PATTERN),
        (('code: "二次"', 'code: "台账"'), "indicators[1].tasks[3].code", K.DUPLICATE_TASK),
        (("kind: assessed", "kind: bonus"), "indicators[1].kind", K.NOT_A_CHOICE),
        (("id: online_query", "id: file_reading"), "methods[2].id", K.DUPLICATE_ID),
        (("name: 在线查询", "name: 查阅资料"), "methods[2].name", K.NAME_CLASH),
        (("{unit: 县财政局, role: lead}", "{unit: 县没有局, role: lead}"),
         "indicators[1].tasks[3].responsible[1].unit", K.UNKNOWN_UNIT),
        (("deadline: 2026-10-31", "deadline: 3026-10-31"),
         "indicators[1].tasks[3].deadline", K.OUT_OF_RANGE),
        (("programme: 依法行政考核\n", ""), "programme", K.MISSING),
    ],
)  # fmt: skip
def test_a_fault_of_the_new_parts_is_named(replacement, field, kind):
    assert (field, kind) in faults_of(replacement)


def test_a_task_of_a_method_that_the_set_does_not_have():
    assert [kind for _, kind in faults_of(("method: field_visit", "method: web_check"))] == [
        K.NOT_A_CHOICE
    ]


def test_an_indicator_for_which_nobody_answers():
    text = other_pack()
    line = next(x for x in text.splitlines() if x.startswith("    responsible: ["))
    assert faults_of((line + "\n", "")) == [("indicators[1]", K.NOBODY_RESPONSIBLE)]


def test_a_task_is_found_by_code_name_and_method():
    made = other_set()
    indicator = made.indicator("2.3.1")
    first = indicator.tasks[0]
    assert made.find_task("2.3.1", "台账").method is None
    assert made.find_task("2.3.1", "推进台账").code == "台账"
    assert made.find_task("2.3.1", first.code) is first
    assert made.find_task("2.3.1", "电话调查") is first
    with pytest.raises(MethodUnknown) as unknown:
        made.find_task("2.3.1", "材料查证")
    assert "查阅资料、在线查询" in describe_error(unknown.value).remedy


def test_tasks_of_one_method_that_have_no_names_are_told_apart():
    text = other_pack().replace("        name: 复核\n", "")
    made = parse(text.encode(), Path("x.yaml"))
    names = [made.task_name("2.3.1", task.code) for task in made.indicator("2.3.1").tasks]
    assert names == ["电话调查（phone_survey）", "电话调查（二次）", "推进台账"]
    with pytest.raises(TaskAmbiguous) as several:
        made.find_task("2.3.1", "电话调查")
    assert "电话调查（二次）" in describe_error(several.value).remedy
    assert made.find_task("2.3.1", "电话调查（二次）").code == "二次"


def test_units_of_one_task_and_what_it_demands():
    task = other_set().task("2.3.1", "台账")
    assert [(part.unit, part.role.value) for part in task.responsible] == [
        ("县财政局", "lead"),
        ("县信访局", "participant"),
    ]
    assert (task.deadline_text, str(task.deadline)) == ("2026年10月底前", "2026-10-31")
    assert [(theme.year, theme.text) for theme in task.themes] == [(2026, "建章立制年")]
    assert task.scoring.startswith("按期完成")

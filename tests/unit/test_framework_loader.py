"""Broken packs are refused with line and field; hostile ones do no harm."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FileUnreadable
from app.framework.errors import FrameworkInvalid
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, MAX_FINDINGS, load_file, parse
from app.framework.reading import MAX_VALUES
from app.framework.stored import read_document
from app.wording.errors import describe_error
from app.wording.frameworks import _FINDINGS, describe_finding
from tests.support.frameworks import SMALL_PACK, small_framework, small_pack

K = FindingKind
PACK = Path("pack.yaml")


def findings(text: str | bytes):
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    with pytest.raises(FrameworkInvalid) as caught:
        parse(data, PACK)
    return caught.value.findings


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_sound_pack_loads():
    framework = small_framework()
    assert [i.code for i in framework.indicators] == ["1", "加1"]
    assert framework.indicators[0].tasks[0].points[0].since_year == 2024
    assert framework.indicators[0].tasks[0].points[0].per_year
    assert framework.version == "1.0"


def test_unquoted_codes_and_versions_are_what_they_look_like():
    framework = small_framework(
        ('version: "1.0"', "version: 1.10"), ('code: "1"\n    kind', "code: 1\n    kind")
    )
    assert (framework.version, framework.indicators[0].code) == ("1.10", "1")


def test_json_round_trip():
    framework = small_framework()
    assert read_document(framework.to_json()) == framework


def test_fingerprint_ignores_layout_but_not_content():
    same = small_framework(("format: 1", "# a remark\nformat:   1"))
    other = small_framework(("获得表彰", "获得奖励"))
    assert small_framework().fingerprint == same.fingerprint != other.fingerprint


SINGLE_FAULTS = [
    ("kind: bonus", "kind: bonis", "indicators[2].kind", K.NOT_A_CHOICE),
    ("method: site_check", "method: 实地", "indicators[1].tasks[2].method", K.NOT_A_CHOICE),
    (
        "since_year: 2024",
        "since_year: 二〇二四",
        "indicators[1].tasks[1].points[1].since_year",
        K.NEEDS_NUMBER,
    ),
    (
        "since_year: 2024",
        "since_year: 24",
        "indicators[1].tasks[1].points[1].since_year",
        K.OUT_OF_RANGE,
    ),
    (
        "per_year: true",
        "per_year: 是",
        "indicators[1].tasks[1].points[1].per_year",
        K.NEEDS_BOOLEAN,
    ),
    ("date: 2026-01-15", "date: 2026-13-15", "source.date", K.NEEDS_DATE),
    (
        "value: 100",
        "value: .inf",
        "indicators[1].tasks[1].points[2].thresholds[1].value",
        K.NEEDS_NUMBER,
    ),
    (
        "value: 100",
        "value: nan",
        "indicators[1].tasks[1].points[2].thresholds[1].value",
        K.NEEDS_NUMBER,
    ),
    ("heading: 加分项1", "heding: 加分项1", "indicators[2].heading", K.MISSING),
    ("code: small", "code: ../evil", "code", K.BAD_PATTERN),
    ("format: 1", "format: 3", "format", K.OUT_OF_RANGE),
    ("title: 示例指标体系", "title:", "title", K.NEEDS_TEXT),
    ("title: 示例指标体系", 'title: "  "', "title", K.BLANK),
    ("title: 示例指标体系", 'title: "示例\\x07"', "title", K.CONTROL_CHARACTER),
    ("title: 示例指标体系", "title: [示例]", "title", K.NEEDS_TEXT),
    (
        "{unit: 县司法局, role: lead}",
        "{role: lead}",
        "indicators[2].responsible[1]",
        K.UNIT_OR_GROUP,
    ),
    ("{unit: 县司法局, role: lead}", "县司法局", "indicators[2].responsible[1]", K.NEEDS_MAPPING),
    ("aliases: [县应急局]", "aliases: 县应急局", "units[2].aliases", K.NEEDS_LIST),
    ("{unit: 县司法局", "{unit: 县司法厅", "indicators[2].responsible[1].unit", K.UNKNOWN_UNIT),
    (
        "{group: 县直各单位, role",
        "{group: 县直单位, role",
        "indicators[1].responsible[2].group",
        K.UNKNOWN_GROUP,
    ),
    ("code: 加1", "code: 减1", "indicators[2].kind", K.KIND_MISMATCH),
    (
        "- code: 加1\n    kind: bonus",
        '- code: "1"\n    kind: creation',
        "indicators[2].code",
        K.DUPLICATE_INDICATOR,
    ),
    ('category: "2"', 'category: "3"', "indicators[2].category", K.UNKNOWN_CATEGORY),
    (
        'category_group: "1.1"',
        'category_group: "2.1"',
        "indicators[1].category_group",
        K.UNKNOWN_CATEGORY_GROUP,
    ),
    (
        '{code: "2", name: 附加项}',
        '{code: "1.1", name: 附加项}',
        "categories[2].code",
        K.DUPLICATE_CATEGORY,
    ),
    (
        "method: site_check",
        "method: material_check",
        "indicators[1].tasks[2].method",
        K.DUPLICATE_METHOD,
    ),
    ("- number: 2\n", "- number: 1\n", "indicators[1].tasks[1].points[2].number", K.POINT_ORDER),
    ("{name: 县公安局}", "{name: 县应急局}", "units[3].name", K.NAME_CLASH),
    ("{name: 县公安局}", "{name: 县公安局, aliases: [县直各单位]}", "groups[1].name", K.NAME_CLASH),
    (
        "{group: 县直各单位, role",
        "{unit: 县应急管理局, role",
        "indicators[1].responsible[2].unit",
        K.DUPLICATE_RESPONSIBLE,
    ),
    ("default_from: registered", "members: [县税务局]", "groups[1].members[1]", K.UNKNOWN_UNIT),
]


@pytest.mark.parametrize(("old", "new", "field", "kind"), SINGLE_FAULTS)
def test_a_fault_is_named_with_line_and_field(old, new, field, kind):
    text = small_pack((old, new))
    found = findings(text)
    assert (field, kind) in [(f.field, f.kind) for f in found]
    finding = next(f for f in found if f.field == field and f.kind is kind)
    changed = line_of(SMALL_PACK, "- code: 加1" if kind is K.MISSING else old)
    if field not in {"groups[1].name", "indicators[2].kind"} or kind is K.NOT_A_CHOICE:
        assert finding.line == changed
    assert f"第 {finding.line} 行" in describe_finding(finding)


def test_all_faults_are_told_at_once():
    text = small_pack(
        ("kind: bonus", "kind: x"),
        ("date: 2026-01-15", "date: 昨天"),
        ("per_year: true", "per_yaer: true"),
    )
    found = findings(text)
    assert [f.kind for f in found] == [K.NEEDS_DATE, K.UNKNOWN_FIELD, K.NOT_A_CHOICE]
    assert [f.line for f in found] == sorted(f.line for f in found)


def test_a_field_given_twice_is_refused():
    text = small_pack(("code: small", "code: small\ncode: other"))
    (finding,) = findings(text)
    assert (finding.kind, finding.line, finding.field) == (K.DUPLICATE_KEY, 3, "code")


def test_stages_must_ascend():
    line = "  - {number: 1, name: 动员部署, deadline_text: 2026年2月底前, deadline: 2026-02-28}\n"
    (finding,) = findings(small_pack((line, line * 2)))
    assert (finding.field, finding.kind) == ("stages[2].number", K.STAGE_ORDER)


def test_threshold_given_twice():
    line = '              - {text: 办复率达100%, comparator: at_least, value: 100, unit: "%"}\n'
    (finding,) = findings(small_pack((line, line * 2)))
    assert finding.kind is K.DUPLICATE_THRESHOLD


SYNTAX = [
    ("a: [1,\nb: 2\n", None),
    ("format: 1\n\tcode: x\n", None),
    ("a: b: c\n", K.SYNTAX_COLON),
    ("a: 'open\n", K.SYNTAX_QUOTE),
    ("- a\n b\n- c: [x\n", None),
    ("a:\n  - x\n y: 1\n", None),
    ("", K.EMPTY),
    ("# nothing\n", K.EMPTY),
    ("null\n", K.EMPTY),
    ("a: &x 1\nb: *x\n", K.ALIAS),
    ("a: !!python/object/apply:os.system ['true']\n", K.TAG),
    ("a: !!binary aGk=\n", K.TAG),
    ("{[a]: 1}\n", K.COMPLEX_KEY),
    ("a: 1\n---\nb: 2\n", K.SEVERAL_DOCUMENTS),
    ("a: \x07\n", K.CONTROL_CHARACTER),
    ("[" * 5000, K.TOO_DEEP),
    ("just words\n", K.NEEDS_MAPPING),
    ("- a\n- b\n", K.NEEDS_MAPPING),
]


@pytest.mark.parametrize(("text", "kind"), SYNTAX)
def test_what_is_not_such_a_yaml_is_refused(text, kind):
    found = findings(text)
    assert found
    if kind is None:
        assert found[-1].kind.value.startswith("syntax")
        assert found[-1].line > 0
    else:
        assert found[-1].kind is kind


def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    (finding,) = findings(bomb)
    assert (finding.kind, finding.line, finding.field) == (K.ALIAS, 1, "a")


def test_other_encodings_and_sizes():
    assert findings(SMALL_PACK.encode("gb18030"))[0].kind is K.ENCODING
    assert findings(SMALL_PACK.encode("utf-16"))[0].kind is K.ENCODING
    assert findings(b"#" * (MAX_BYTES + 1))[0].kind is K.TOO_LARGE
    assert (
        parse(b"\xef\xbb\xbf" + SMALL_PACK.replace("\n", "\r\n").encode("utf-8"), PACK).code
        == "small"
    )


def test_an_unreadable_file_is_named(tmp_path):
    with pytest.raises(FileUnreadable) as caught:
        load_file(tmp_path / "没有.yaml")
    assert caught.value.path.name == "没有.yaml"


def test_every_finding_has_a_sentence():
    assert set(_FINDINGS) == set(FindingKind)


def test_the_error_lists_its_findings_in_chinese(tmp_path):
    path = tmp_path / "坏.yaml"
    path.write_text(small_pack(("kind: bonus", "kind: x")), encoding="utf-8")
    with pytest.raises(FrameworkInvalid) as caught:
        load_file(path)
    reason = describe_error(caught.value).reason
    assert "坏.yaml" in reason
    assert "（indicators[2].kind）：“x”不在可选范围内，可填：creation, bonus, penalty" in reason


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_damaged_pack_never_crashes(data):
    """Cut, doubled or altered anywhere, a pack loads or is refused with findings."""
    text = SMALL_PACK
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        middle = data.draw(st.text(max_size=12) | st.just(text[start:end] * 2))
        text = text[:start] + middle + text[end:]
    found: tuple[Finding, ...] = ()
    try:
        sound = parse(text.encode("utf-8", "surrogatepass"), PACK) is not None
    except FrameworkInvalid as error:
        sound, found = False, error.findings
    assert sound is not bool(found)
    assert all(describe_finding(f) for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n" + "- b\n" * (2 * MAX_VALUES),
        "a: [" + "b," * (2 * MAX_VALUES) + "]",
        "".join(f"k{n}: 1\n" for n in range(MAX_VALUES)),
    ],
    ids=["list", "flow", "keys"],
)
def test_millions_of_values_are_refused(text):
    assert findings(text)[-1].kind is K.TOO_MANY_VALUES


@pytest.mark.parametrize("line", ["a: 1\n", "- \u202e\n", "k{}: 1\n"])
def test_of_very_many_faults_the_first_are_told_and_the_others_counted(line):
    text = "".join(line.format(n) for n in range(20_000))
    found = findings(text)
    assert len(found) == MAX_FINDINGS + 1
    assert found[-1].kind is K.MORE
    assert int(found[-1].detail["count"]) >= 19_000

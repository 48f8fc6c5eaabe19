"""What a county, a unit or a person may be called."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.main import main
from app.errors import NamedThing, NameFault, NameUnfit
from app.framework.errors import FrameworkInvalid
from app.framework.findings import FindingKind
from app.framework.loader import parse
from app.identity.people import add_person, edit_person, list_people
from app.naming import LONGEST, demand_line, demand_name, least, name_fault
from app.paths import legal_name
from app.stages.schedule import StageChange, changed, default_schedule
from app.visible_text import visible
from app.wording.errors import describe_error
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from app.workspace.unit_lists import ListOrder, read_unit_text, state_of_framework
from app.workspace.unit_state import LineTrouble
from models import Person
from tests.support.frameworks import SMALL_PACK

THINGS = list(NamedThing)
NAMED = [t for t in THINGS if least(t)]
UNSEEN = [
    "\n",
    "\r",
    "\t",
    "\x00",
    "\x1b",
    "\x85",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u2028",
]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("character", list(UNSEEN))
def test_what_nobody_sees_is_in_no_name(thing, character):
    assert name_fault(f"示例{character}县", thing) is NameFault.UNSEEN
    with pytest.raises(NameUnfit) as caught:
        demand_name(f"示例{character}县", thing)
    sentence = describe_error(caught.value)
    assert "看不见" in sentence.reason
    assert str(LONGEST[thing]) in sentence.remedy
    assert visible(str(sentence)) == str(sentence)


@pytest.mark.parametrize("thing", NAMED)
def test_a_name_is_neither_empty_nor_endless(thing):
    assert name_fault(" \u3000", thing) is NameFault.EMPTY
    assert name_fault("甲" * LONGEST[thing], thing) is None
    with pytest.raises(NameUnfit) as caught:
        demand_name("甲" * 5000, thing)
    assert caught.value.fault is NameFault.LONG
    assert len(str(describe_error(caught.value))) < 200


@pytest.mark.parametrize(
    "name",
    [
        "示例县",
        "<img src=x>县",
        "A&B县",
        "县[*]",
        "CON",
        "示例 县",
        "示例\u3000县",
        "䶮县",
        "\ue863县",
        "𠮷田县",
        "葛\U000e0100城",
        "=1+1县",
        "示例县（试点）",
        "۞ ئۇيغۇر",
    ],
)
def test_harmless_names_are_names(name):
    assert name_fault(name, NamedThing.COUNTY) is None
    assert name_fault(name, NamedThing.PERSON) is None
    assert legal_name(name)


@given(st.text(max_size=130), st.sampled_from(THINGS))
def test_what_is_a_name_can_be_seen_and_stays_what_it_is(text, thing):
    if name_fault(text, thing) is None:
        name = demand_name(text, thing)
        assert name_fault(name, thing) is None
        assert demand_name(name, thing) == name
        assert len(name) <= LONGEST[thing]
        assert "\n" not in name
    else:
        with pytest.raises(NameUnfit):
            demand_name(text, thing)


def test_a_pasted_line_loses_what_nobody_sees():
    assert demand_line("办公室\r\n主任\u200b ", NamedThing.DUTY) == "办公室 主任"
    assert demand_line("", NamedThing.CONTACT) == ""
    with pytest.raises(NameUnfit):
        demand_line("1" * 101, NamedThing.CONTACT)


@pytest.mark.parametrize("county", ["示例\n县", "\u202e县例示", "县" * 101, " ", "示\x1b[31m县"])
def test_init_refuses_in_a_sentence_and_makes_nothing(tmp_path, capsys, county):
    target = tmp_path / "新的" / "工作区"
    with pytest.raises(SystemExit) as ended:
        main(["init", str(target), "--county", county])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "不能作县（市、区）名称" in told.replace("\n", "")
    assert "\x1b" not in told
    assert list(tmp_path.iterdir()) == []


def test_init_refuses_a_unit_that_is_no_name(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(
            [
                "init",
                str(tmp_path / "w"),
                "--county",
                "示例县",
                "--unit",
                "县\u202e局",
                "--unit-group",
                "县直有关部门",
            ]
        )
    assert ended.value.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_that_has_such_names_still_opens(tmp_path, framework):
    """An earlier version stored a county's name of any length, and a person's with marks."""
    office, long = tmp_path / "office", "很长的县名" * 30
    create_workspace(office, framework, long, county_given=True)
    with open_workspace(office) as opened:
        assert opened.facts.county == long
        with opened.database.writing() as work:
            work.session.add(Person(name="王\u202e芳", duty="", phone="", created_at=work.now))
            work.commit()
        with opened.database.writing() as work:
            (person,) = list_people(work.session)
            edit_person(work, person.id, person.name, "科长", "1")
            assert list_people(work.session)[0].duty == "科长"
            with pytest.raises(NameUnfit):
                edit_person(work, person.id, "王\u202e方", "", "")
            with pytest.raises(NameUnfit):
                add_person(work, "王芳", "长" * 101)


def test_a_stage_keeps_its_old_name_and_takes_no_impossible_one(framework):
    schedule = default_schedule(framework)
    stage = schedule.stages[0]
    odd = schedule.model_copy(
        update={"stages": (stage.model_copy(update={"name": "启\u202e动"}), *schedule.stages[1:])}
    )
    kept = changed(odd, stage.number, StageChange(name="启\u202e动", goal=7))
    assert kept.stages[0].goal == 7
    with pytest.raises(NameUnfit):
        changed(odd, stage.number, StageChange(name="启\n动"))


def test_a_list_names_the_line_whose_contact_is_endless(framework):
    text = f"城关镇\t\t\t张三\n河东乡\t\t\t{'李' * 200}\n"
    header = "名称\t简称\t集合\t联络人\n"
    entries = read_unit_text(header + text)
    merged = ListOrder(entries, "示例县").merged(state_of_framework(framework, "示例县"))
    assert [bad.trouble for bad in merged.bad] == [LineTrouble.CONTACT_TOO_LONG]
    assert merged.state.named("城关镇").contact == "张三"


@pytest.mark.parametrize("character", ["\u202e", "\u2067", "\x9b"])
def test_an_indicator_set_brings_no_name_that_turns_around(character):
    name = json.dumps(f"县公安局{character}")
    text = SMALL_PACK.replace("{name: 县公安局}", f"{{name: {name}}}")
    with pytest.raises(FrameworkInvalid) as caught:
        parse(text.encode(), Path("small.yaml"))
    (found,) = caught.value.findings
    assert found.kind is FindingKind.CONTROL_CHARACTER
    assert found.line > 1

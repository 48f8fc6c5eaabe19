import json

import pytest
from sqlalchemy import select

from app.checkup.checking import check_workspace
from app.cli.application import run_command_line
from app.errors import NameUnfit, UnitUnknown
from app.eventlog import find_chain_break
from app.jobs import SilentJob
from app.workspace.errors import OwnUnitRetired, UnitNameTaken
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from app.workspace.registry import add_missing_units
from app.workspace.unit_editing import change_units, redo_change, undo_change
from app.workspace.unit_lists import merge_list, read_unit_text
from app.workspace.unit_store import read_state
from models import Event, Unit
from tests.support.workspaces import COUNTY, add_item, make_workspace

TOWNS = "各乡（镇、街道）"


def state_of(workspace):
    with workspace.database.reading() as session:
        return read_state(session)


def take_in(workspace, text, *groups, whole=False):
    entries = read_unit_text(text)
    return change_units(
        workspace, lambda s: merge_list(s, entries, COUNTY, groups, whole=whole).state
    )


def members(workspace, group=TOWNS):
    return next(g.members for g in workspace.registry().groups if g.name == group)


def test_a_list_goes_in_whole_and_comes_out_whole(workspace):
    before = state_of(workspace)
    turn = take_in(workspace, "城关镇\t城关\t\t张三\t123\n河东乡", TOWNS)
    assert members(workspace) == ("城关镇", "河东乡")
    registry = workspace.registry()
    assert registry.unit("城关").name == "城关镇"
    assert registry.indicators_of("河东乡")
    assert state_of(workspace).named("城关镇").contact == "张三"
    undo_change(workspace, turn)
    assert members(workspace) == ()
    assert "城关镇" not in {u.name for u in workspace.registry().units}
    kept = {u.id for u in before.units}
    assert [u for u in state_of(workspace).units if u.id in kept] == list(before.units)
    redo_change(workspace, turn)
    assert members(workspace) == ("城关镇", "河东乡")
    assert check_workspace(workspace, SilentJob()).sound


def test_every_change_is_in_the_log(workspace):
    take_in(workspace, "城关镇\t城关", TOWNS)
    with workspace.database.reading() as session:
        events = session.scalars(select(Event).order_by(Event.sequence)).all()
        assert find_chain_break(events) is None
        assert [(e.action, e.subject, json.loads(e.data)["detail"]) for e in events[-3:]] == [
            ("unit.added", "城关镇", ""),
            ("unit.alias_added", "城关镇", "城关"),
            ("group.joined", "城关镇", TOWNS),
        ]


def test_names_may_change_hands_in_one_go(workspace):
    law, audit = (workspace.registry().unit(n).id for n in ("县司法局", "县审计局"))

    def swap(state):
        state = state.renaming(law, "暂用名").aliasing(law, ())
        state = state.renaming(audit, "县司法局").aliasing(audit, ())
        return state.renaming(law, "县审计局").aliasing(law, ())

    turn = change_units(workspace, swap)
    assert workspace.registry().unit("县司法局").id == audit
    undo_change(workspace, turn)
    assert workspace.registry().unit("县司法局").id == law


def test_a_failed_change_changes_nothing(workspace):
    before = state_of(workspace)
    with pytest.raises(UnitNameTaken):
        change_units(
            workspace,
            lambda s: merge_list(s, read_unit_text("新局"), COUNTY).state.renaming(
                s.named("县司法局").id, "县审计局"
            ),
        )
    assert state_of(workspace) == before


def test_retired_units_vanish_from_lists_and_keep_their_evidence(workspace, tmp_path, framework):
    file = tmp_path / "报告.txt"
    file.write_text("报告", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit="县司法局", indicator="60")
        work.commit()
    law = workspace.registry().unit("县司法局").id
    now = workspace.database.now()
    turn = change_units(workspace, lambda s: s.retiring(law, now))
    registry = workspace.registry()
    with pytest.raises(UnitUnknown):
        registry.unit("县司法局")
    assert all("县司法局" not in g.members for g in registry.groups)
    assert all(p.unit != "县司法局" for parts in registry.responsible.values() for p in parts)
    report = check_workspace(workspace, SilentJob())
    assert (report.sound, report.items) == (True, 1)
    undo_change(workspace, turn)
    assert workspace.registry().unit("县司法局").id == law
    assert item


def test_a_renamed_unit_is_not_registered_again(workspace, framework):
    law = workspace.registry().unit("县司法局").id
    change_units(workspace, lambda s: s.renaming(law, "县法治局"))
    with workspace.database.writing() as work:
        count = len(work.session.scalars(select(Unit.id)).all())
        add_missing_units(work.session, framework, COUNTY)
        assert len(work.session.scalars(select(Unit.id)).all()) == count


def test_a_township_makes_its_own_workspace(tmp_path, framework):
    groups = (TOWNS, "各乡（镇）政府")
    create_workspace(tmp_path / "ws", framework, COUNTY, "城关镇", unit_groups=groups)
    with open_workspace(tmp_path / "ws") as opened:
        assert opened.facts.unit_name == "城关镇"
        assert len(opened.registry().indicators_of("城关镇")) > 40
        own = opened.facts.unit_id
        with pytest.raises(OwnUnitRetired):
            change_units(opened, lambda s: s.retiring(own, opened.database.now()))
        change_units(opened, lambda s: s.renaming(own, "城关街道"))
        assert opened.facts.unit_name == "城关街道"
    with make_workspace(tmp_path / "office", framework) as office:
        take_in(office, "城关镇", *groups)
        assert office.registry().unit("城关镇").id == own


def test_an_impossible_unit_makes_no_folder(tmp_path, framework):
    with pytest.raises(NameUnfit):
        create_workspace(tmp_path / "ws", framework, COUNTY, "镇", unit_groups=(TOWNS,))
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_previews_and_imports(tmp_path, framework, capsys):
    create_workspace(tmp_path / "ws", framework, COUNTY)
    listed = tmp_path / "名单.csv"
    listed.write_text("单位名称,简称\n城关镇,城关\n河东乡,\n", encoding="gb18030")
    base = ["units", "import", str(tmp_path / "ws"), str(listed), "--group", TOWNS, "--json"]
    assert run_command_line([*base, "--preview"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["applied"], len(shown["changes"])) == (False, 5)
    assert run_command_line(base) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == shown["changes"]
    assert run_command_line(["units", "retire", str(tmp_path / "ws"), "河东乡"]) == 0
    capsys.readouterr()
    assert run_command_line(["units", "group", str(tmp_path / "ws"), TOWNS, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["members"] == ["城关镇"]
    assert run_command_line(["units", str(tmp_path / "ws"), "--json"]) == 0
    assert "城关镇" in {u["name"] for u in json.loads(capsys.readouterr().out)["units"]}

"""Who owes the points: chosen by the office, undone, told to the units, kept in old workspaces."""

from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.eventlog import LogFilter, read_log
from app.exchange.kinds import PackageKind
from app.stages.progress import overdue
from app.stages.service import view_stages
from app.workspace.errors import OfficeOnly
from app.workspace.obligations import BEFORE, Obligations, OwingRule
from app.workspace.obligations_editing import change_obligations
from app.workspace.obligations_store import load_obligations
from tests.support.cli import Cli
from tests.support.county import UNITS, copy_county, make_county, open_county
from tests.support.editions import DATA, unpacked
from tests.support.workspaces import make_workspace

LAW = UNITS[0]


def present(workspace) -> Obligations:
    with workspace.database.reading() as session:
        return load_obligations(session)


@pytest.fixture
def cli(capsys) -> Cli:
    return Cli(capsys)


@pytest.fixture
def root(tmp_path, framework) -> Path:
    make_workspace(tmp_path / "创建办", framework).close()
    return tmp_path / "创建办"


def test_in_a_new_workspace_only_leads_owe_and_the_units_differ(root):
    with open_services(root) as office:
        found = office.completeness()
        totals = {unit: tally.total for unit, tally in found.units.items()}
        assert present(office.workspace) == Obligations()
        # Where nobody leads, all who are named owe, so the units have these points in common.
        assert len(set(totals.values())) > 15
        assert totals["县司法局"] > 2 * totals["县税务分局"]
        change_obligations(office.workspace, lambda o: o.for_all(OwingRule.EVERYONE))
        everyone = {unit: tally.total for unit, tally in office.completeness().units.items()}
        assert min(everyone.values()) > max(totals.values())
        change_obligations(office.workspace, lambda o: o.for_all(OwingRule.HOLDERS))
        nobody = office.completeness()
        assert {t.total for t in nobody.units.values()} == {0}
        assert overdue(view_stages(office.workspace, nobody).rows) == ()
        assert nobody.whole == found.whole


def test_the_office_chooses_it_is_logged_and_taken_back(root, cli):
    shown = cli.json("owing", "set", root, "everyone", "--indicator", "60", "--indicator", "43")
    assert shown == {
        "rule": "leads",
        "indicators": {"43": "everyone", "60": "everyone"},
        "chosen": True,
    }
    assert "指标 60：牵头、参与单位都要交" in cli.text("owing", "show", root)
    with open_services(root) as office:
        before = change_obligations(office.workspace, lambda o: o.for_all(OwingRule.HOLDERS))
        assert present(office.workspace).rule is OwingRule.HOLDERS
        change_obligations(office.workspace, lambda _: before)
        assert present(office.workspace) == before
        with office.workspace.database.reading() as session:
            actions = [entry.action for entry in read_log(session, LogFilter())]
        assert actions.count("obligations.changed") == 3
        change_obligations(office.workspace, lambda o: o)  # nothing new is no entry
        with office.workspace.database.reading() as session:
            assert [entry.action for entry in read_log(session, LogFilter())] == actions
    cli.json("owing", "set", root, "same", "--indicator", "60", "--indicator", "43")
    assert cli.json("owing", "show", root)["indicators"] == {}


def test_a_unit_is_told_in_its_task_package_and_does_not_choose(tmp_path):
    make_county(tmp_path / "样", UNITS)
    copy_county(tmp_path / "样", tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as county:
        law = county.named(LAW)
        with pytest.raises(OfficeOnly):
            change_obligations(law.workspace, lambda o: o.for_all(OwingRule.EVERYONE))
        wanted = Obligations(OwingRule.EVERYONE, {"60": OwingRule.HOLDERS})
        change_obligations(county.office.workspace, lambda _: wanted)
        packed = county.office.pack(PackageKind.TASK, county.stick / "任务.zip", LAW)
        report = law.merge(packed.written.paths[0])
        assert report.applied.ground.owing == wanted
        assert present(law.workspace) == wanted
        # An office that has not chosen says nothing, and the unit goes on as it does.
        change_obligations(county.office.workspace, lambda _: BEFORE)
        packed = county.office.pack(PackageKind.TASK, county.stick / "任务2.zip", LAW)
        law.merge(packed.written.paths[0])
        assert present(law.workspace) == BEFORE


def test_an_earlier_workspace_goes_on_as_it_was_until_the_office_chooses(tmp_path, cli):
    root = unpacked(DATA / "edition_0005" / "office.zip", tmp_path / "创建办")
    with open_services(root) as office:
        assert present(office.workspace) == BEFORE
        before = {unit: tally.total for unit, tally in office.completeness().units.items()}
        registry = office.workspace.registry()
        for unit, total in before.items():
            asked = sum(
                len(task.points)
                for i in office.workspace.facts.framework.indicators
                for task in i.tasks
                if unit in registry.units_of(i.code, task.code)
            )
            assert total == asked
    assert "照以前的办法计算" in cli.text("owing", "show", root)
    cli.json("owing", "set", root, "leads")
    assert "照以前的办法计算" not in cli.text("owing", "show", root)
    with open_services(root) as office:
        after = {unit: tally.total for unit, tally in office.completeness().units.items()}
    assert all(after[unit] <= total for unit, total in before.items())
    assert sum(after.values()) < sum(before.values()) / 2


def test_a_unit_is_told_what_it_has_to_hand_in(root, cli):
    cli.json("stages", root, "set", "--year", "2090")
    told = cli.json("owing", "show", root, "--unit", "县司法局")
    assert (told["unit"], told["due"]["deadline"][:4]) == ("县司法局", "2090")
    assert told["owed"] == sum(task["owed"] for task in told["tasks"])
    assert told["lead"] + told["participant"] > told["lead"] > 0
    text = cli.text("owing", "show", root, "--unit", "县司法局")
    assert f"牵头 {told['lead']} 项，参与 {told['participant']} 项" in text
    assert "下一个期限 2090-" in text

"""检索清单: the office's lines go out, a unit adds its own, look-ups answer them, sheets tell."""

import json

import openpyxl
import pytest

from app.bootstrap import open_services
from app.dossier_options import DossierOptions, Edition, Scope
from app.errors import OwnedByOffice, OwnedByUnit
from app.evidence.places import Target
from app.exchange.merge.errors import RecordImpossible
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.verification.web_check import describe_standing
from app.review.service import accept_slots, submit_slots
from app.verification.errors import NoteIncomplete, NoteUnknown, ToolNotOffered
from app.verification.notes import add_note, read_notes, withdraw_note
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, Lookup, LookupResult
from app.verification.web_check.standing import Standing, bound_units, found_by, standing_of
from app.verification.web_check.target_file import write_targets
from app.verification.web_check.target_lists import read_file
from app.verification.web_check.targets import (
    TargetSaid,
    add_targets,
    alter_target,
    read_targets,
    restore_targets,
    withdraw_targets,
)
from app.workspace.errors import UnitOnly
from app.workspace.opening import Workspace
from tests.support.documents import text_pdf
from tests.support.forging import forged
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

PAGE = "www.example.gov.cn/zwgk"
TIDIED = f"http://{PAGE}"
FOR_ALL = Slot("", "6", "web_check")
LINES = [TargetSaid(PAGE, "高频事项清单"), TargetSaid("", "一网一门一次的文件")]


def lines(workspace: Workspace) -> list[tuple[str, str, str]]:
    with workspace.reading() as session:
        return [(t.slot.unit, t.said.address, t.said.shows) for t in read_targets(session)]


def looked_up(target: str, result: LookupResult, day: str = "2026-03-05") -> Lookup:
    return Lookup(PAGE, "高频事项清单", day, "张三", result, "", target)


def test_office_lists_go_out_and_results_come_back(county, unit):
    office = county.office
    slot = Slot(unit.name, "6", "网络检索")
    added = add_targets(office.workspace, FOR_ALL, [*LINES, LINES[0]])
    assert (len(added.ids), len(added.present)) == (2, 1)
    other = next(
        n for n in office.workspace.registry().units_of("6", "web_check") if n != unit.name
    )
    add_targets(office.workspace, Slot(other, "6", "web_check"), [TargetSaid("", "只给别人")])
    report = unit.merge(county.answer(unit.name, county.stick / "t.zip"))
    assert report.applied.ground.web_targets == 3
    laid = [("", TIDIED, "高频事项清单"), ("", "", "一网一门一次的文件"), (other, "", "只给别人")]
    assert lines(unit.workspace) == laid
    with pytest.raises(OwnedByOffice):
        alter_target(unit.workspace, added.ids[0], LINES[1])
    with pytest.raises(OwnedByOffice):
        withdraw_targets(unit.workspace, [added.ids[0]])
    again = add_targets(unit.workspace, slot, [TargetSaid(f"https://{PAGE}/", "高频事项清单")])
    assert (again.ids, len(again.present)) == ((), 1)
    own = add_targets(unit.workspace, slot, [TargetSaid("", "本单位专栏")]).ids[0]
    add_note(unit.workspace, LOOKUPS, slot, looked_up(added.ids[0], LookupResult.NOTHING))
    late = looked_up(added.ids[0], LookupResult.CONTRADICTED, "2026-03-06")
    newest = add_note(unit.workspace, LOOKUPS, slot, late)
    office.merge(unit.submit(county.stick / "1.zip"))
    assert lines(office.workspace) == [*laid, (unit.name, "", "本单位专栏")]
    with pytest.raises(OwnedByUnit):
        alter_target(office.workspace, own, LINES[0])

    def standing(workspace: Workspace) -> Standing:
        with workspace.reading() as session:
            found = found_by(read_notes(session, LOOKUPS))
            return standing_of(read_targets(session), found, [unit.name])

    assert standing(office.workspace) == standing(unit.workspace) == Standing(3, contradicted=1)
    assert (
        describe_standing(*standing(office.workspace).told) == "清单 3 条，已检索 1 条，不符合 1 条"
    )
    # Where several units look up the same lines, both numbers are told.
    several = "清单 3 条，各单位合计应检索 6 条，已检索 1 条"
    assert describe_standing(6, 1, 0, 0, lines=3) == several
    withdraw_note(unit.workspace, LOOKUPS, newest)
    assert standing(unit.workspace) == Standing(3, nothing=1)
    office.exchange.undo()
    assert lines(office.workspace) == laid
    withdraw_targets(office.workspace, added.ids)
    unit.merge(county.answer(unit.name, county.stick / "t2.zip"))
    assert lines(unit.workspace) == [laid[2], (unit.name, "", "本单位专栏")]


def test_lines_are_altered_taken_away_and_brought_back(workspace):
    one, two = add_targets(workspace, FOR_ALL, LINES).ids
    assert alter_target(workspace, one, TargetSaid(PAGE, "事项清单")).shows == "高频事项清单"
    withdraw_targets(workspace, [one, two])
    assert lines(workspace) == []
    restore_targets(workspace, [one, two])
    assert lines(workspace) == [("", TIDIED, "事项清单"), ("", "", "一网一门一次的文件")]
    with pytest.raises(NoteIncomplete):
        add_targets(workspace, FOR_ALL, [TargetSaid(PAGE, " ")])
    with pytest.raises(ToolNotOffered):
        add_targets(workspace, Slot("", "60", "材料查证"), LINES)
    for act in (withdraw_targets, restore_targets):
        with pytest.raises(NoteUnknown):
            act(workspace, ["nobody's"])


def test_a_unit_lists_for_itself_alone(county, unit):
    registry = unit.workspace.registry()
    other = next(n for n in registry.units_of("6", "web_check") if n != unit.name)
    with pytest.raises(UnitOnly):
        add_targets(unit.workspace, Slot(other, "6", "web_check"), LINES)


@pytest.mark.parametrize(
    "change", [{"task_code": "nothing"}, {"unit_id": "0" * 8 + "-0000" * 3 + "-" + "0" * 12}]
)
def test_lines_of_a_place_that_is_not_there_are_refused(county, change):
    unit = county.units[0]
    add_targets(county.office.workspace, FOR_ALL, LINES)
    package = county.answer(unit.name, county.stick / "ground.zip")
    bad = forged(
        county.office,
        package,
        county.stick / "bad.zip",
        lambda content: content["base"]["web_targets"][0].update(change),
    )
    with pytest.raises(RecordImpossible):
        unit.merge(bad)


def test_the_working_edition_tells_what_is_open(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as services:
        workspace = services.workspace
        leads = workspace.registry().owing("6", "web_check").units
        unit = leads[0]
        file = text_pdf(tmp_path / "截图.pdf", ["网页截图"])
        request = AttachRequest((file,), Target("6", "网络检索", unit))
        attach_files(workspace, services.workers, request, SilentJob())
        one, _ = add_targets(workspace, Slot(unit, "6", "web_check"), LINES).ids

        def sheets(edition: Edition) -> list[str]:
            options = DossierOptions(indicators=("6",), scope=Scope.INDICATOR, edition=edition)
            done = services.dossiers.compile(tmp_path / edition, options, SilentJob())
            texts = [text for each in done.dossiers for text in page_texts(each.path)]
            found = ["".join(text.split()) for text in texts]
            return [text for text in found if text.startswith("网络检索记录表")]

        (sheet,) = sheets(Edition.WORKING)
        assert sheet.count("未检索") == 2
        assert "一网一门一次的文件" in sheet
        slot = SlotKey("6", "web_check", workspace.registry().unit(unit).id)
        submit_slots(workspace, [slot])
        accept_slots(workspace, [slot])
        assert sheets(Edition.INSPECTION) == []
        said = looked_up(one, LookupResult.CONFIRMED)
        add_note(workspace, LOOKUPS, Slot(unit, "6", "web_check"), said)
        (sheet,) = sheets(Edition.WORKING)
        assert sheet.count("未检索") == 1
        (sheet,) = sheets(Edition.INSPECTION)
        assert "未检索" not in sheet
        assert "查到并符合" in sheet


def test_the_list_is_written_and_read_again(tmp_path, workspace):
    registry = workspace.registry()
    units = registry.units_of("6", "web_check")
    one, _ = add_targets(workspace, FOR_ALL, LINES).ids
    slot = Slot(units[0], "6", "web_check")
    add_note(workspace, LOOKUPS, slot, looked_up(one, LookupResult.CONTRADICTED))
    with workspace.reading() as session:
        found, every = found_by(read_notes(session, LOOKUPS)), read_targets(session)
    bound = bound_units(registry, every[0])
    write_targets(tmp_path / "清单.xlsx", every, found, registry)
    sheet = openpyxl.load_workbook(tmp_path / "清单.xlsx").active
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert len(rows) == 2 * len(bound)
    assert rows[0][1:] == ("6", bound[0], "高频事项清单", TIDIED, "查到但不符合")
    assert sheet["A2"].value == f"清单 {len(rows)} 条，已检索 1 条，不符合 1 条"
    again = read_file(tmp_path / "清单.xlsx").rows
    assert [row.said for row in again][:1] == [TargetSaid(TIDIED, "高频事项清单")]
    assert json.dumps([row.unit for row in again], ensure_ascii=False).count(bound[0]) == 2

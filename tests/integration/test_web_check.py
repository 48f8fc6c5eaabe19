"""网络检索记录: noted by their owner and bound in dossiers."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.changed import NOTED, Area, Changed, changed_by
from app.dossier_options import DossierOptions, Scope
from app.eventlog import LogEntry, LogFilter, read_log
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.verification.web_check import ACTIONS
from app.verification.errors import (
    DayNotPossible,
    NoteIncomplete,
    NoteTooLong,
    NoteUnknown,
    ToolNotOffered,
)
from app.verification.notes import add_note, alter_note, read_notes, restore_note, withdraw_note
from app.verification.site_check.sites import FORM as SITE_FORM
from app.verification.slots import Slot
from app.verification.web_check.lookups import (
    LOOKUPS,
    Lookup,
)
from app.verification.web_check.sheet import FORM as LOOKUP_FORM
from app.wording.log import action_name
from app.workspace.errors import NotResponsible, UnitOnly
from app.workspace.opening import Workspace, open_workspace
from models.verification import LookupResult
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
SLOT = Slot(UNIT, "6", "web_check")
SAID = Lookup(
    "www.example.gov.cn/zwgk", "行政执法公示", "2026-03-05", "张三", LookupResult.CONFIRMED
)


@pytest.fixture
def of_unit(tmp_path, unit_template):
    with open_workspace(copy_workspace(unit_template, tmp_path / "单位")) as opened:
        yield opened


def lookups(workspace: Workspace) -> list[tuple[Slot, Lookup]]:
    with workspace.database.reading() as session:
        return [(row.slot, row.said) for row in read_notes(session, LOOKUPS)]


def test_a_lookup_is_noted_altered_taken_back_and_logged(workspace):
    loose = replace(SAID, sought=" 行政执法\n公示\u202e ")
    number = add_note(workspace, LOOKUPS, Slot(UNIT, "第6项指标", "网络检索"), loose)
    assert lookups(workspace) == [(SLOT, replace(SAID, sought="行政执法 公示"))]
    other = replace(SAID, result=LookupResult.NOTHING, note="网站改版")
    assert alter_note(workspace, LOOKUPS, number, other).sought == "行政执法 公示"
    assert lookups(workspace) == [(SLOT, other)]
    withdraw_note(workspace, LOOKUPS, number)
    assert lookups(workspace) == []
    restore_note(workspace, LOOKUPS, number)
    assert lookups(workspace) == [(SLOT, other)]
    with workspace.database.reading() as session:
        actions = [entry.action for entry in read_log(session, LogFilter())]
    done = [action for action in actions if action.startswith(NOTED)]
    ours = {action for action in ACTIONS if action.startswith("noted.web_lookup_")}
    assert set(done) == ours
    assert len(done) == len(ours)
    assert [action for action in done if action_name(action) == action] == []


def test_what_is_noted_touches_nothing_else():
    for action in ACTIONS:
        entry = LogEntry(action, "6/web_check/x", {})
        assert changed_by([entry]) == Changed(frozenset({Area.NOTES}))


def test_what_is_refused(workspace, of_unit):
    for change in ({"address": " "}, {"sought": ""}, {"looked_up_by": "\n"}):
        with pytest.raises(NoteIncomplete):
            add_note(workspace, LOOKUPS, SLOT, replace(SAID, **change))
    with pytest.raises(NoteTooLong):
        add_note(workspace, LOOKUPS, SLOT, replace(SAID, address="长" * 1001))
    for day in ("", "3月5日", "2026-02-30", "0001-01-01"):
        with pytest.raises(DayNotPossible):
            add_note(workspace, LOOKUPS, SLOT, replace(SAID, looked_up_on=day))
    with pytest.raises(ToolNotOffered):
        add_note(workspace, LOOKUPS, replace(SLOT, indicator="60", task_code="材料查证"), SAID)
    with pytest.raises(NoteUnknown):
        withdraw_note(workspace, LOOKUPS, "nobody's")
    registry = workspace.registry()
    elsewhere = next(
        Slot(unit.name, indicator.code, task.code)
        for indicator in workspace.facts.framework.indicators
        for task in indicator.tasks
        for unit in registry.units
        if task.method == LOOKUPS.method
        and unit.name not in registry.units_of(indicator.code, task.code)
    )
    with pytest.raises(NotResponsible):
        add_note(workspace, LOOKUPS, elsewhere, SAID)
    partner = next(name for name in registry.units_of("6", "web_check") if name != UNIT)
    with pytest.raises(UnitOnly):
        add_note(of_unit, LOOKUPS, replace(SLOT, unit=partner), SAID)
    assert lookups(workspace) == lookups(of_unit) == []


@pytest.mark.parametrize("scope", [Scope.INDICATOR, Scope.UNIT, Scope.COMBINED])
def test_the_sheet_stands_before_the_items(tmp_path: Path, office_template: Path, scope: Scope):
    options = DossierOptions(indicators=("6",), scope=scope)
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as services:
        workspace, out = services.workspace, tmp_path / "卷"
        file = text_pdf(tmp_path / "截图.pdf", ["网页截图"])
        request = AttachRequest((file,), Target("6", "网络检索", UNIT))
        attach_files(workspace, services.workers, request, SilentJob())

        def pages() -> list[str]:
            (dossier,) = services.dossiers.compile(out, options, SilentJob()).dossiers
            return ["".join(text.split()) for text in page_texts(dossier.path)]

        before = pages()
        assert not any("网络检索记录表" in page for page in before)
        number = add_note(workspace, LOOKUPS, SLOT, SAID)
        after = pages()
        sheet = next(n for n, page in enumerate(after) if page.startswith("网络检索记录表"))
        assert SAID.address in after[sheet]
        assert "查到并符合" in after[sheet]
        assert "网页截图" in after[sheet + 1]
        assert after[:sheet] + after[sheet + 1 :] == before
        withdraw_note(workspace, LOOKUPS, number)
        assert pages() == before


def test_every_sheet_fills_the_width_of_the_page():
    assert [sum(c.width for c in form.columns) for form in (LOOKUP_FORM, SITE_FORM)] == [158] * 2

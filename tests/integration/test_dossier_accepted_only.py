"""Final dossiers hold what the office accepted; everything else is told of, with the reason."""

from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.completeness.figures import place_of, state_figure
from app.completeness.marks import MarkPlace, mark_not_applicable
from app.dossier.output.ledger import LedgerState
from app.dossier_options import DossierOptions, Scope
from app.evidence.items import ItemEdit, edit_item
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.review.service import Ruling, accept_slots, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
FINAL = DossierOptions(indicators=("60",), accepted_only=True)


@pytest.fixture
def services(tmp_path: Path, office_template: Path):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services: Services, file: Path) -> str:
    request = AttachRequest((file,), Target("60", "材料查证", UNIT))
    report = attach_files(services.workspace, services.workers, request, SilentJob())
    return report.outcomes[0].item_id


def states(result) -> dict[str, tuple[LedgerState, str]]:
    return {entry.file: (entry.state, entry.reason) for entry in result.ledger.entries}


def told_by(result) -> str:
    """All words of the only dossier, without spaces and line ends."""
    (dossier,) = result.dossiers
    return "".join("".join(page_texts(dossier.path)).split())


def test_only_accepted_items_are_bound(services: Services, tmp_path: Path):
    good = attach(services, text_pdf(tmp_path / "好.pdf", ["好的材料"]))
    bad = attach(services, text_pdf(tmp_path / "差.pdf", ["差的材料"]))
    workspace, out = services.workspace, tmp_path / "卷"
    unit_id = workspace.registry().unit(UNIT).id
    slot = SlotKey("60", "material_check", unit_id)

    def compile_final():
        return services.dossiers.compile(out, FINAL, SilentJob())

    nothing = compile_final()
    assert states(nothing) == {
        "好.pdf": (LedgerState.EXCLUDED, "尚未审核通过"),
        "差.pdf": (LedgerState.EXCLUDED, "尚未审核通过"),
    }
    submit_slots(workspace, [slot])
    decide(
        workspace,
        [
            Ruling(slot, ReviewDecision.ACCEPTED, item=good),
            Ruling(slot, ReviewDecision.RETURNED, item=bad, reasons=("illegible",)),
            Ruling(slot, ReviewDecision.RETURNED),
        ],
    )
    partly = compile_final()
    assert states(partly)["好.pdf"][0] is LedgerState.INCLUDED
    assert states(partly)["差.pdf"] == (LedgerState.EXCLUDED, "审核退回")
    (dossier,) = partly.dossiers
    text = "".join(page_texts(dossier.path))
    assert "好的材料" in text
    assert "差的材料" not in text
    assert "1份：审核退回" in text
    # Without the choice everything is bound.
    whole = services.dossiers.compile(
        tmp_path / "全", DossierOptions(indicators=("60",)), SilentJob()
    )
    assert whole.ledger.excluded == 0
    assert states(whole) == {
        "好.pdf": (LedgerState.INCLUDED, ""),
        "差.pdf": (LedgerState.INCLUDED, "审核退回未改，仍予装订"),
    }
    assert "本卷中1件审核退回未改，仍予装订：第2件。" in told_by(whole)
    edit_item(workspace, bad, ItemEdit(title="重新扫描"))
    assert states(compile_final())["差.pdf"][1] == "退回后已改，尚未审核通过"
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    full = compile_final()
    assert (full.ledger.included, full.ledger.excluded) == (2, 0)
    assert full.dossiers[0].fresh
    assert not compile_final().dossiers[0].fresh


def test_what_does_not_apply_is_told_and_makes_the_dossier_anew(services: Services, tmp_path: Path):
    attach(services, text_pdf(tmp_path / "甲.pdf", ["甲"]))
    workspace, task_code = services.workspace, "material_check"

    def compile_it(*, final: bool = False):
        options = DossierOptions(indicators=("60",), accepted_only=final)
        return services.dossiers.compile(tmp_path / "卷", options, SilentJob())

    assert compile_it().dossiers[0].fresh
    assert not compile_it().dossiers[0].fresh
    for unit in workspace.registry().units_of("60", task_code):
        mark_not_applicable(workspace, MarkPlace(unit, "60", task_code, 3), "本县没有这类事项")
    marked = compile_it()
    assert marked.dossiers[0].fresh
    assert "不涉及本县没有这类事项" in told_by(marked)
    assert "（本县没有这类事项）。" in told_by(marked)
    slot = SlotKey("60", task_code, workspace.registry().unit(UNIT).id)
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    final = told_by(compile_it(final=True))  # the other units' marks are not accepted
    assert f"{UNIT}（本县没有这类事项）。" in final
    assert f"{UNIT}不涉" in final
    assert f"{UNIT}不涉及（本县没有这类事项）" in final


def test_stated_figures_are_printed_with_unit_and_outcome(services: Services, tmp_path: Path):
    workspace = services.workspace
    attach(services, text_pdf(tmp_path / "甲.pdf", ["甲"]))
    options = DossierOptions(indicators=("60",))

    def compile_it():
        return services.dossiers.compile(tmp_path / "卷", options, SilentJob())

    assert "量化数据" not in told_by(compile_it())
    place = place_of(workspace.facts.framework, "60", None, None)
    with workspace.database.writing() as work:
        for unit, value in ((UNIT, 2), ("县公安局", 0)):
            state_figure(work, place, workspace.registry().unit(unit).id, value)
        work.commit()
    told = compile_it()
    assert told.dossiers[0].fresh
    measure = place.thresholds[0].unit
    words = told_by(told)
    assert f"{UNIT}2{measure}材料60-20-1达到" in words
    assert f"县公安局0{measure}由填报单位报送未达到" in words


def test_a_combined_edition_tells_of_marks_at_indicators_without_material(
    services: Services, tmp_path: Path
):
    workspace = services.workspace
    attach(services, text_pdf(tmp_path / "甲.pdf", ["甲"]))
    task_code = "material_check"
    mark_not_applicable(workspace, MarkPlace(UNIT, "63", task_code), "本单位没有执法人员")
    for scope in (Scope.COMBINED, Scope.UNIT):
        options = DossierOptions(scope=scope)
        words = told_by(services.dossiers.compile(tmp_path / scope, options, SilentJob()))
        assert f"指标63材料查证全部要点，{UNIT}（本单位没有执法人员）。" in words

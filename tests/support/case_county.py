"""A county with cases of two units, its own review sheet, a draw, and sheets of reviewers."""

from pathlib import Path

from app.bootstrap import Services
from app.evidence.arranging import read_order
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.verification.case_review.cases import (
    case_orders,
    case_register,
    find_case,
    read_cases,
)
from app.verification.case_review.drawing import Wanted
from app.verification.case_review.draws import Draw, DrawRequest, draw_cases, read_draws
from app.verification.case_review.pieces import proposed_kind, put_pieces
from app.verification.case_review.scores import SheetText, save_sheet
from app.verification.case_review.scoring import Mark, Verdict
from app.verification.material_check.registers.importing import import_rows, read_file
from app.workspace.opening import Workspace
from resources.demo.case_files import CASES, MARKET, OWN_SHEETS, WHOLE, list_name, make_case_lists
from tests.support.documents import text_pdf

FIRST, SECOND, THIRD = "黄某某", "林某某", "何某某"
PAPERS = ("立案审批表", "调查询问笔录", "行政处罚决定书")


def register_cases(workspace: Workspace, folder: Path) -> None:
    """Put the cases of the demonstration into the register, with the county's own sheets."""
    folder.mkdir()
    make_case_lists(folder)
    own = workspace.layout.review_sheets
    own.mkdir(exist_ok=True)
    for sheet in (folder / OWN_SHEETS).iterdir():
        (own / sheet.name).write_bytes(sheet.read_bytes())
    register = case_register(workspace)
    for unit in CASES:
        table = read_file(workspace, register, folder / list_name(unit))
        import_rows(workspace, register, unit, table)


def add_papers(services: Services, folder: Path) -> None:
    """Three papers of one case, put into its case file by their titles."""
    folder.mkdir()
    for name in PAPERS:
        text_pdf(folder / f"{name}.pdf", (f"{name}（演示）", f"{name} 第二页"))
    request = AttachRequest((folder,), Target("50", "case_review", MARKET))
    attach_files(services.workspace, services.workers, request, SilentJob())
    workspace = services.workspace
    with workspace.database.reading() as session:
        case = find_case(read_cases(session, case_register(workspace)), WHOLE)
        order = read_order(session, workspace.facts.framework, workspace.registry())
        items = {Path(row.file_name).stem: row.item for row in list_filed(session, order)}
    template = case_orders(workspace).for_category(case.category)
    assert template is not None
    kinds = {items[name]: proposed_kind(template, name) for name in PAPERS}
    put_pieces(workspace, case, {item: kind.id for item, kind in kinds.items() if kind})


def draw(workspace: Workspace, total: int = 10) -> Draw:
    """Draw as the demonstration does."""
    request = DrawRequest("2021年行政执法案卷评查", Wanted(total=total), "20210610-06", "张某某")
    round_id = draw_cases(workspace, request)
    with workspace.database.reading() as session:
        return next(one for one in read_draws(session) if one.round_id == round_id)


def score(workspace: Workspace, found: Draw, place: int, reviewer: str, *failed: str) -> None:
    """A sheet, concluded, on which everything but the named standards is met."""
    case = found.cases[place]
    marks = tuple(
        Mark(standard.id, Verdict.FAILED, None, "没有凭证")
        if standard.id in failed
        else Mark(standard.id, Verdict.MET)
        for standard in found.sheet_of(case).standards
    )
    save_sheet(workspace, found, case, reviewer, SheetText(marks, concluded=True))

"""Questionnaires of a round on paper: printed, filled in, scanned, entered, kept as evidence."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.answer_sheets.model import Doubt, Refusal
from app.evidence.library import list_library
from app.isolation import Workers
from app.jobs import SilentJob
from app.verification.interview.entering import alter_round, change_sheets, read_round
from app.verification.interview.errors import SheetNumberTaken
from app.verification.interview.rounds import ROUNDS
from app.verification.interview.scanning import (
    enter_scanned,
    layout_of,
    print_round,
    read_scanned,
)
from app.verification.interview.sheets import AnswerOrigin
from app.verification.notes import add_note
from app.verification.slots import Slot
from app.workspace.opening import open_workspace
from tests.support.cli import Cli
from tests.support.filled_sheets import Filled, Pen, Scanner, scanned_pages
from tests.support.interviews import INDICATOR, round_said
from tests.support.workspaces import copy_workspace

SLOT = Slot("县人大办公室", INDICATOR, "interview")
ANSWERS = (
    {"who": ("1",), "overall": ("1",), "ways": ("1", "3")},
    {"who": ("2",), "overall": ("2", "3"), "ways": ()},
    {"who": ("2",), "overall": ("5",), "ways": ("4",)},
)


def scans_of(workspace, round_id: str, folder: Path) -> list[Path]:
    """Three filled-in sheets with the numbers 11 to 13, each a scan of its own."""
    note = read_round(workspace, round_id).round
    printed = folder / "printed.pdf"
    print_round(note, 11, len(ANSWERS), printed, SilentJob())
    layout, found = layout_of(note), []
    for place, answers in enumerate(ANSWERS):
        filled = Filled(11 + place, Pen.TICK, answers, frozenset())
        pages = scanned_pages(printed, layout, filled, place, Random(place), Scanner())
        for page, image in enumerate(pages):
            found.append(folder / f"scan{place}-{page}.png")
            image.save(found[-1], dpi=(150, 150))
    return found


@pytest.fixture
def round_id(workspace) -> str:
    return add_note(workspace, ROUNDS, SLOT, round_said())


def test_scans_are_entered_with_what_a_person_decided(
    workspace, round_id, workers: Workers, tmp_path
):
    scans = scans_of(workspace, round_id, tmp_path)
    found = read_scanned(workspace, round_id, scans, workers, SilentJob())
    first, second, third = found.sheets
    assert first.answers == {"who": "1", "overall": "1", "ways": "1,3"}
    assert [one.question for one in first.to_decide] == ["days", "wish"]  # handwriting
    assert [(one.question, one.doubts) for one in second.doubtful] == [
        ("overall", (Doubt.SEVERAL,))
    ]
    # 其他 is ticked: what is written behind it is for a person too.
    assert [one.question for one in third.written] == ["ways", "days", "wish"]
    decided = {12: {"overall": "2", "days": "7"}, 13: {"ways.other": "微信"}}
    back = enter_scanned(workspace, round_id, found.sheets, decided, lambda path: path.stem)
    sheets = [note.said for note in read_round(workspace, round_id).sheets]
    assert [sheet.number for sheet in sheets] == [11, 12, 13]
    assert sheets[1].answers == {"who": "2", "overall": "2", "days": "7"}
    assert sheets[2].answers["ways.other"] == "微信"
    assert {sheet.origin for sheet in sheets} == {AnswerOrigin.SCANNED}
    assert [sheet.scan for sheet in sheets] == ["scan0-0", "scan1-0", "scan2-0"]
    assert all(
        s.known for s in read_scanned(workspace, round_id, scans, workers, SilentJob()).sheets
    )
    with pytest.raises(SheetNumberTaken):
        enter_scanned(workspace, round_id, found.sheets[:1], {}, str)
    change_sheets(workspace, round_id, back)
    assert read_round(workspace, round_id).sheets == ()


def test_sheets_printed_before_the_questions_changed_are_told_apart(
    workspace, round_id, workers: Workers, tmp_path
):
    scans = scans_of(workspace, round_id, tmp_path)
    said = round_said()
    shorter = said.questionnaire.questions[:2]
    changed = said.questionnaire.model_copy(update={"questions": shorter})
    alter_round(workspace, round_id, replace(said, questionnaire=changed))
    found = read_scanned(workspace, round_id, scans, workers, SilentJob())
    assert not found.sheets
    assert {page.reason for page in found.refused} == {Refusal.OTHER_SERIES}


def test_by_command_line(office_template, tmp_path, capsys):
    cli = Cli(capsys)
    root = copy_workspace(office_template, tmp_path / "工作区")
    with open_workspace(root) as opened:
        round_id = add_note(opened, ROUNDS, SLOT, round_said("春季"))
        scans = scans_of(opened, round_id, tmp_path)
    made = cli.json("interview", "print", root, "春季", "--count", "2")
    assert (made["first"], made["count"]) == (1, 2)
    assert Path(made["file"]).read_bytes().startswith(b"%PDF")
    tried = cli.json("interview", "scan", root, "春季", *scans, "--dry-run")
    assert (tried["stored"], tried["item"]) == ([], None)
    done = cli.json("interview", "scan", root, "春季", *scans, "--crops", tmp_path / "crops")
    assert done["stored"] == [11, 13]
    assert done["sheets"][1]["doubtful"] == [{"question": "overall", "doubts": ["several"]}]
    crops = {path.name for path in (tmp_path / "crops").iterdir()}
    assert {"00012-2.png", "00011-4.png"} <= crops
    shown = {one["number"]: one for one in cli.json("interview", "sheets", root, "春季")}
    assert set(shown) == {11, 13}
    assert {one["scan"] for one in shown.values()} == {done["item"]}
    with open_workspace(root, read_only=True) as opened, opened.database.reading() as session:
        titles = {row.item: row.title for row in list_library(session)}
    assert titles[done["item"]] == "春季答卷扫描件"
    told = cli.text("interview", "scan", root, "春季", *scans)
    assert "答卷 11 已经录入过" in told
    assert "答卷 12 第 2 题要由人看：只能选一项，却选了几项" in told
    assert "手写的" in told

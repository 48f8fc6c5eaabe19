"""案卷评查 in packages: cases, draws and sheets travel, and each side changes its own only."""

import pytest

from app.checkup.impossible import impossible_values
from app.errors import OwnedByOffice, OwnedByUnit
from app.verification.case_review.cases import Case, case_register, read_cases
from app.verification.case_review.drawing import Wanted, repeats
from app.verification.case_review.draws import (
    Draw,
    DrawRequest,
    draw_cases,
    read_draws,
    withdraw_draw,
)
from app.verification.case_review.pieces import put_pieces, read_pieces
from app.verification.case_review.scores import (
    Reviewed,
    SheetText,
    read_reviewed,
    save_sheet,
    view_case,
)
from app.verification.case_review.scoring import CaseState, Grade, Mark, Seat, Verdict
from app.verification.material_check.registers.rows import change_rows, lines_after
from app.verification.notes import NoteChanges
from app.workspace.opening import Workspace

FAILED = SheetText((Mark("subject", Verdict.FAILED), Mark("facts", Verdict.MET)))


def register(workspace: Workspace, unit: str, count: int = 4) -> None:
    chosen = case_register(workspace)
    cells = [
        {
            "number": f"罚〔2021〕{n}号",
            "category": "行政处罚",
            "party": "张三丰",
            "filed": "2021-01-04",
            "closed": "2021-03-01",
            "handler": "李四",
        }
        for n in range(count)
    ]
    added = lines_after(chosen, (), cells)
    change_rows(workspace, chosen, unit, NoteChanges(added=added))


def cases(workspace: Workspace) -> tuple[Case, ...]:
    with workspace.database.reading() as session:
        return read_cases(session, case_register(workspace))


def draws(workspace: Workspace) -> tuple[Draw, ...]:
    with workspace.database.reading() as session:
        return read_draws(session)


def reviewed(workspace: Workspace) -> Reviewed:
    with workspace.database.reading() as session:
        (found,) = read_reviewed(session)
    return found


def draw(workspace: Workspace) -> Draw:
    draw_cases(workspace, DrawRequest("评查", Wanted(2), "七", "赵六"))
    return draws(workspace)[-1]


def conclude(workspace: Workspace, made: Draw, reviewer: str) -> None:
    case = made.cases[0]
    every = (Mark(one.id, Verdict.MET) for one in made.sheet_of(case).standards)
    marks = (FAILED.marks[0], *(mark for mark in every if mark.standard != "subject"))
    save_sheet(workspace, made, case, reviewer, SheetText(marks, concluded=True))


def test_a_units_cases_and_reviews_reach_the_office_and_stay_the_units(county, unit):
    register(unit.workspace, unit.name)
    made = draw(unit.workspace)
    for reviewer in ("甲", "乙"):
        conclude(unit.workspace, made, reviewer)
    office = county.office
    office.merge(unit.submit(county.stick / "1.zip"))
    assert {case.party for case in cases(office.workspace)} == {"张某某"}
    (arrived,) = draws(office.workspace)
    assert arrived == made
    assert all(repeats(arrived.seed, stratum) for stratum in arrived.strata)
    first = arrived.cases[0]
    outcome = reviewed(office.workspace).outcomes[first.draw_id, first.case_id]
    assert (outcome.state, outcome.grade) == (CaseState.DECIDED, Grade.FAILED)
    with office.workspace.database.reading() as session:
        assert list(impossible_values(session)) == []
    with pytest.raises(OwnedByUnit):
        save_sheet(office.workspace, arrived, arrived.cases[1], "丙", FAILED)
    other = draw(unit.workspace)
    with pytest.raises(OwnedByUnit):
        withdraw_draw(office.workspace, arrived.round_id)
    withdraw_draw(unit.workspace, other.round_id)
    office.merge(unit.submit(county.stick / "2.zip"))
    assert draws(office.workspace) == (made,)


def test_what_came_is_taken_back_with_its_package(county, unit):
    register(unit.workspace, unit.name)
    conclude(unit.workspace, draw(unit.workspace), "甲")
    office = county.office
    office.merge(unit.submit(county.stick / "1.zip"))
    assert reviewed(office.workspace).places
    office.exchange.undo()
    assert draws(office.workspace) == ()
    assert cases(office.workspace) == ()


def test_the_offices_draw_comes_to_the_unit_blind_until_both_concluded(county, unit):
    office = county.office
    register(unit.workspace, unit.name)
    office.merge(unit.submit(county.stick / "1.zip"))
    made = draw(office.workspace)
    conclude(office.workspace, made, "甲")
    unit.merge(county.answer(unit.name, county.stick / "r1.zip"))
    (arrived,) = draws(unit.workspace)
    first = arrived.cases[0]
    assert reviewed(unit.workspace).scores[first.draw_id, first.case_id] == {}
    with unit.workspace.database.reading() as session:
        assert view_case(session, arrived, first, "主任").scores == {}
    conclude(office.workspace, made, "乙")
    unit.merge(county.answer(unit.name, county.stick / "r2.zip"))
    found = reviewed(unit.workspace)
    assert set(found.scores[first.draw_id, first.case_id]) == {Seat.FIRST, Seat.SECOND}
    assert found.outcomes[first.draw_id, first.case_id].failed == ("subject",)
    with pytest.raises(OwnedByOffice):
        save_sheet(unit.workspace, arrived, arrived.cases[1], "丙", FAILED)


def test_pieces_travel_with_their_case(county, unit):
    register(unit.workspace, unit.name)
    item = unit.attach("立案审批表", "甲")
    case = cases(unit.workspace)[0]
    put_pieces(unit.workspace, case, {item: "filing"})
    county.office.merge(unit.submit(county.stick / "1.zip"))
    with county.office.workspace.database.reading() as session:
        (kept,) = read_pieces(session)
    assert (kept.piece.case_id, kept.piece.item_id, kept.by_office) == (case.id, item, False)

"""台账 in packages: merged, undone, and changed by their owner only; figures keep their basis."""

from dataclasses import replace

import pytest

from app.completeness.reading import read_figures
from app.errors import OwnedByOffice, OwnedByUnit
from app.verification.material_check.registers.files import built_in
from app.verification.material_check.registers.filling import fill, proposals, read_stated
from app.verification.material_check.registers.rows import Line, change_rows, read_books
from app.verification.notes import NoteChanges
from app.workspace.opening import Workspace

CASES = next(register for register in built_in() if register.id == "litigation")


def line(number: int, **more: str) -> Line:
    cells = {"filed": "2021-03-05", "number": f"{number}号", "plaintiff": "张三"}
    cells |= {"defendant": "县公安局", "instance": "一审", "due": "是", "attended": "是"}
    return Line(CASES.id, number, cells | {"result": "维持原判"} | more)


def held(workspace: Workspace) -> list[tuple[str, str]]:
    with workspace.database.reading() as session:
        books = read_books(session, CASES)
    return [(book.unit, row.cells["number"]) for book in books for row in book.rows]


def test_rows_and_figures_travel_and_belong_to_the_unit(county, unit):
    office, name = county.office, unit.name
    lines = [line(n) for n in range(1, 301)]
    back = change_rows(unit.workspace, CASES, name, NoteChanges(added=lines))
    unit_id = unit.workspace.registry().unit(name).id
    with unit.workspace.database.reading() as session:
        (book,) = read_books(session, CASES)
        stated = read_stated(session, unit_id)
    fill(unit.workspace, name, proposals(unit.workspace.facts.framework, book, stated, 2021))
    office.merge(unit.submit(county.stick / "1.zip"))
    assert held(office.workspace) == [(name, f"{n}号") for n in range(1, 301)]
    with office.workspace.database.reading() as session:
        (figure,) = read_figures(session)
    assert figure.value == 100
    assert figure.basis == "台账：行政应诉案件台账 出庭 300 件 / 应诉 300 件 = 100%"
    first = back.withdrawn[0]
    with pytest.raises(OwnedByUnit):
        change_rows(office.workspace, CASES, name, NoteChanges(altered={first: line(7)}))
    change = NoteChanges(altered={first: replace(line(1), position=999)})
    change_rows(unit.workspace, CASES, name, change)
    change_rows(unit.workspace, CASES, name, NoteChanges(withdrawn=back.withdrawn[1:]))
    office.merge(unit.submit(county.stick / "2.zip"))
    assert held(office.workspace) == [(name, "1号")]
    office.exchange.undo()
    assert len(held(office.workspace)) == 300


def test_what_the_office_entered_comes_back_and_stays_the_offices(county, unit):
    office, name = county.office, unit.name
    back = change_rows(office.workspace, CASES, name, NoteChanges(added=[line(1)]))
    unit.merge(county.answer(name, county.stick / "r.zip"))
    assert held(unit.workspace) == [(name, "1号")]
    with pytest.raises(OwnedByOffice):
        change_rows(unit.workspace, CASES, name, NoteChanges(withdrawn=back.withdrawn))

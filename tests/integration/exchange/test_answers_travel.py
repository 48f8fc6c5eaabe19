"""A return is answered at the unit's computer, and the office lays both versions side by side."""

from app.evidence.arrangements import Arrangement, BindingMode
from app.evidence.arranging import arrange, read_arrangements, read_order
from app.evidence.items import ItemEdit, edit_item
from app.evidence.listing import list_filed
from app.framework.keys import SlotKey, TaskKey
from app.review.listing import read_slot, returned_rows
from app.review.service import Ruling, decide
from app.review.versions import Versions
from models.vocabulary import ReviewDecision
from tests.support.county import dump, own_work, seen_by_office

TASK = TaskKey("60", "material_check")


def line_of(partner, slot, item):
    framework = partner.workspace.facts.framework
    with partner.workspace.database.reading() as session:
        detail = read_slot(session, framework, slot)
    return next(line for line in detail.items if line.item == item)


def order_of(office):
    with office.workspace.database.reading() as session:
        order = read_order(session, office.workspace.facts.framework, office.workspace.registry())
        return [row for row in list_filed(session, order) if row.task == TASK]


def test_an_answer_travels_and_goes_with_the_merge_that_is_undone(county, unit):
    office, slot = county.office, SlotKey(*TASK, unit.unit_id)
    item = unit.attach("通知", "通知正文")
    office.merge(unit.submit(county.stick / "1.zip"))
    decide(office.workspace, [Ruling(slot, ReviewDecision.RETURNED, item=item, note="没有盖章")])
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    with unit.workspace.database.reading() as session:
        framework = unit.workspace.facts.framework
        (row,) = returned_rows(session, framework, unit.unit_id)
    told = line_of(office, slot, item)
    # Both say the same number on the telephone.
    assert (row.item, row.reasons, row.number) == (item, "没有盖章", told.number)
    edit_item(unit.workspace, item, ItemEdit(title="通知（盖章）", reason="已换盖章件"))
    path = unit.submit(county.stick / "2.zip")
    before = dump(office.path)
    office.merge(path)
    after = dump(office.path)
    line = line_of(office, slot, item)
    assert (line.title, line.answer) == ("通知（盖章）", "已换盖章件")
    assert line.versions == Versions(1, 2)
    assert seen_by_office(office, unit.unit_id) == own_work(unit)

    office.exchange.undo()
    assert dump(office.path) == before
    line = line_of(office, slot, item)
    assert (line.title, line.answer, line.versions) == ("通知", "", None)
    office.merge(path)
    assert dump(office.path) == after


def test_the_order_of_binding_stays_through_a_merge_and_its_undoing(county, unit):
    office = county.office
    for name in ("甲", "乙"):
        unit.attach(name, name)
    office.merge(unit.submit(county.stick / "1.zip"))
    first, second = order_of(office)
    by_hand = (second.placement, first.placement)
    arranged = Arrangement(BindingMode.HAND, (second.placement,), by_hand, locked=True)
    arrange(office.workspace, {TASK: arranged})
    unit.attach("丙", "丙")
    path = unit.submit(county.stick / "2.zip")
    office.merge(path)
    assert [row.title for row in order_of(office)] == ["乙", "甲", "丙"]
    office.exchange.undo()
    assert [row.title for row in order_of(office)] == ["乙", "甲"]
    with office.workspace.database.reading() as session:
        assert read_arrangements(session) == {TASK: arranged}
    office.merge(path)
    assert [row.title for row in order_of(office)] == ["乙", "甲", "丙"]
    # What the office binds is its own: the unit goes on with its order and its numbers.
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    with unit.workspace.database.reading() as session:
        assert read_arrangements(session) == {}
    own = {row.item: row.number for row in order_of(unit)}
    assert own == {row.item: row.number for row in order_of(office)}

"""Changes of many things at once: all of them or none, and each has a way back."""

from dataclasses import replace

import pytest

from app.completeness.figures import FigureSaid, place_of, put_figures
from app.errors import OwnedByUnit
from app.evidence.errors import ItemUnknown, PlacementUnknown
from app.evidence.items import ItemEdit, edit_item, put_entry, remove_items, restore_items
from app.evidence.moving import copy_each, move_each, put_back, take_away
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.evidence.presence import Presence, change_presence, remove_from
from app.framework.errors import ThresholdUnknown
from app.framework.keys import SlotKey
from app.rectification.errors import DayNotUnderstood
from app.rectification.together import return_and_open, set_return
from app.review.errors import ReviewUnknown
from app.review.service import Ruling, submit_slots
from models import EvidenceItem, Figure, ItemRevision, Placement, RectificationNotice, Review
from models.vocabulary import ReviewDecision
from tests.support.workspaces import add_item, rows

UNIT = "县司法局"
ELSEWHERE = Target("1", "材料查证", UNIT)


@pytest.fixture
def items(workspace, tmp_path):
    made = []
    for name in "甲乙丙":
        file = tmp_path / f"{name}.txt"
        file.write_text(name, encoding="utf-8")
        with workspace.database.writing() as work:
            made.append(add_item(work, workspace, file, unit=UNIT, indicator="60", point=1))
            work.commit()
    return made


@pytest.fixture
def foreign(workspace, items):
    """The second item and its place are the unit's; this is the office's workspace."""
    with workspace.database.writing() as work:
        connection = work.session.connection()
        for table, column in ((EvidenceItem, EvidenceItem.id), (Placement, Placement.item_id)):
            change = table.__table__.update().where(column == items[1]).values(by_office=False)
            connection.execute(change)
        work.commit()
    return items[1]


def standing(workspace):
    """Where everything lies, and what lies in the bin."""
    return (
        {i.id: (i.removed_at, i.version) for i in rows(workspace, EvidenceItem)},
        {
            p.id: (p.indicator_code, p.point_number, p.position, p.removed_at, p.version)
            for p in rows(workspace, Placement)
        },
    )


def places(workspace):
    return {p.item_id: p.id for p in rows(workspace, Placement)}


def test_one_that_is_the_other_sides_stops_all(workspace, items, foreign):
    at, before = places(workspace), standing(workspace)
    three = [at[item] for item in items]
    steps = (
        lambda: remove_items(workspace, items),
        lambda: remove_from(workspace, three),
        lambda: take_away(workspace, three),
        lambda: move_each(workspace, [(place, ELSEWHERE) for place in three]),
        lambda: change_presence(workspace, Presence(items_out=tuple(items))),
    )
    for step in steps:
        with pytest.raises(OwnedByUnit):
            step()
        assert standing(workspace) == before


def test_a_return_whose_notice_cannot_be_opened_returns_nothing(workspace, items):
    slot = SlotKey("60", "material_check", workspace.registry().unit(UNIT).id)
    submit_slots(workspace, [slot])
    ruling = Ruling(slot, ReviewDecision.RETURNED, note="缺通报")
    with pytest.raises(DayNotUnderstood):
        return_and_open(workspace, ruling, deadline="下个星期")
    assert rows(workspace, Review) == []
    returned = return_and_open(workspace, ruling, deadline="2026-06-30")
    nobody = replace(returned, decisions=("没有",))
    with pytest.raises(ReviewUnknown):
        set_return(workspace, nobody, removed=True)
    assert [notice.removed_at for notice in rows(workspace, RectificationNotice)] == [None]
    set_return(workspace, returned, removed=True)
    (notice,), (review,) = rows(workspace, RectificationNotice), rows(workspace, Review)
    assert notice.removed_at
    assert review.removed_at
    set_return(workspace, returned, removed=False)
    (notice,), (review,) = rows(workspace, RectificationNotice), rows(workspace, Review)
    assert not notice.removed_at
    assert not review.removed_at


def test_one_figure_that_cannot_be_stored_stops_all(workspace):
    framework = workspace.facts.framework
    code, method, point, text = next(
        (i.code, t.code, p.number, h.text)
        for i in framework.indicators
        for t in i.tasks
        for p in t.points
        for h in p.thresholds
    )
    place = place_of(framework, code, method, point)
    said = [FigureSaid(place, text, 90.0), FigureSaid(place, "没有这个要求", 1.0)]
    with pytest.raises(ThresholdUnknown):
        put_figures(workspace, UNIT, said)
    assert rows(workspace, Figure) == []
    put_figures(workspace, UNIT, [FigureSaid(place, text, 90.0)])
    assert [figure.value for figure in rows(workspace, Figure)] == [90.0]
    put_figures(workspace, UNIT, [FigureSaid(place, text, None)])
    assert [bool(figure.removed_at) for figure in rows(workspace, Figure)] == [True]


def test_one_that_does_not_exist_stops_all(workspace, items):
    at, before = places(workspace), standing(workspace)
    known, unknown = at[items[0]], "没有"
    steps = (
        (ItemUnknown, lambda: remove_items(workspace, [*items, unknown])),
        (PlacementUnknown, lambda: remove_from(workspace, [known, unknown])),
        (PlacementUnknown, lambda: take_away(workspace, [known, unknown])),
        (
            PlacementUnknown,
            lambda: move_each(workspace, [(known, ELSEWHERE), (unknown, ELSEWHERE)]),
        ),
        (ItemUnknown, lambda: copy_each(workspace, [(i, ELSEWHERE) for i in (items[0], unknown)])),
        (
            PlacementUnknown,
            lambda: change_presence(
                workspace, Presence(items_out=(items[0],), places_out=(unknown,))
            ),
        ),
    )
    for error, step in steps:
        with pytest.raises(error):
            step()
        assert standing(workspace) == before


def test_removing_from_places_bins_what_lies_nowhere_else(workspace, items):
    second = place_item(workspace, items[0], ELSEWHERE)
    first = [p.id for p in rows(workspace, Placement) if p.id != second]
    change = remove_from(workspace, first)
    assert set(change.items_out) == set(items[1:])
    assert len(change.places_out) == 1
    removed = {i.id for i in rows(workspace, EvidenceItem) if i.removed_at}
    assert removed == set(items[1:])
    change_presence(workspace, change.reverse)
    assert not any(i.removed_at for i in rows(workspace, EvidenceItem))
    assert not any(p.removed_at for p in rows(workspace, Placement))
    change_presence(workspace, change)
    assert {i.id for i in rows(workspace, EvidenceItem) if i.removed_at} == set(items[1:])


def test_items_of_several_places_move_each_to_its_own_and_back(workspace, items):
    at = places(workspace)
    before = {place: standing(workspace)[1][place][:3] for place in at.values()}
    moves = [
        (at[items[0]], ELSEWHERE),
        (at[items[1]], Target("60", "材料查证", UNIT, 2)),
        (at[items[2]], Target("60", "材料查证", UNIT, 1)),  # lies there already
    ]
    moved = move_each(workspace, moves)
    assert (len(moved.before), moved.already) == (2, ("丙",))
    put_back(workspace, moved.before)
    assert {place: standing(workspace)[1][place][:3] for place in at.values()} == before


def test_restoring_items_and_places_is_one_step(workspace, items):
    second = place_item(workspace, items[0], ELSEWHERE)
    take_away(workspace, [second])
    remove_items(workspace, items[1:])
    before = standing(workspace)
    with pytest.raises(PlacementUnknown):
        change_presence(workspace, Presence(items_in=tuple(items[1:]), places_in=("没有",)))
    assert standing(workspace) == before
    change_presence(workspace, Presence(items_in=tuple(items[1:]), places_in=(second,)))
    assert not any(p.removed_at for p in rows(workspace, Placement))
    restore_items(workspace, items)


def revision_of(workspace, item):
    return next(r for r in rows(workspace, ItemRevision) if r.item_id == item)


@pytest.mark.parametrize(
    "edit",
    [
        ItemEdit(confirm=True),
        ItemEdit(title="改过的题名"),
        ItemEdit(remark="原件在档案室"),
        ItemEdit(doc_date="2021年4月", copies=3, remark="备"),
    ],
)
def test_an_edit_is_taken_back_with_the_marks_of_guessing(workspace, items, edit):
    item = items[0]
    with workspace.database.writing() as work:
        row = work.session.query(ItemRevision).filter_by(item_id=item).one()
        row.guesses = {"title": "file_name", "issuer": "content"}
        row.issuer = "县司法局"
        work.commit()
    before = revision_of(workspace, item)
    kept = ("title", "doc_number", "issuer", "doc_date", "copies", "remark", "guesses")
    was = {name: getattr(before, name) for name in kept}
    edited = edit_item(workspace, item, edit)
    now = {name: getattr(revision_of(workspace, item), name) for name in kept}
    put_entry(workspace, item, edited.reverse)
    assert {name: getattr(revision_of(workspace, item), name) for name in kept} == was
    put_entry(workspace, item, edited)
    assert {name: getattr(revision_of(workspace, item), name) for name in kept} == now


def test_only_what_is_given_is_confirmed_and_later_edits_stay_when_one_is_taken_back(
    workspace, items
):
    item = items[0]
    with workspace.database.writing() as work:
        row = work.session.query(ItemRevision).filter_by(item_id=item).one()
        row.guesses = {"title": "file_name", "issuer": "content"}
        work.commit()
    first = edit_item(workspace, item, ItemEdit(remark="备注"))
    assert set(revision_of(workspace, item).guesses) == {"title", "issuer"}
    edit_item(workspace, item, ItemEdit(issuer="县政府"))
    put_entry(workspace, item, first.reverse)
    row = revision_of(workspace, item)
    assert (row.remark, row.issuer, set(row.guesses)) == ("", "县政府", {"title"})

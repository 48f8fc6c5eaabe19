from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.listing import list_filed
from app.evidence.moving import take_away
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.filekind import FileKind
from app.framework.keys import TaskKey
from tests.support.workspaces import add_item


def listed(workspace):
    with workspace.database.reading() as session:
        return list_filed(session)


def filed(workspace, tmp_path, name, **where):
    file = tmp_path / name
    file.write_text(name, encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit="县司法局", indicator="60", **where)
        work.commit()
    return item


def test_nothing_is_listed_at_first(workspace):
    assert listed(workspace) == ()


def test_a_row_holds_what_lists_show(workspace, tmp_path):
    item = filed(workspace, tmp_path, "通知.txt", point=2)
    edit_item(workspace, item, ItemEdit(title="关于评查的通知", doc_date="2021年4月", copies=3))
    (row,) = listed(workspace)
    assert row.task == TaskKey.parse("60/material_check")
    assert (row.item, row.point, row.unit) == (item, 2, "县司法局")
    assert (row.title, row.doc_date, row.copies) == ("关于评查的通知", "2021-04", 3)
    assert (row.file_name, row.kind, row.label) == ("通知.txt", FileKind.TEXT, "文本")
    assert row.size == len("通知.txt".encode())
    assert not row.blocked


def test_an_item_at_two_places_is_listed_twice(workspace, tmp_path):
    item = filed(workspace, tmp_path, "通知.txt")
    placement = place_item(workspace, item, Target("1", "材料查证", "县司法局"))
    assert [r.indicator for r in listed(workspace)] == ["1", "60"]
    take_away(workspace, [placement])
    assert [r.indicator for r in listed(workspace)] == ["60"]


def test_the_recycle_bin_is_not_listed(workspace, tmp_path):
    item = filed(workspace, tmp_path, "通知.txt")
    remove_items(workspace, [item])
    assert listed(workspace) == ()
    restore_items(workspace, [item])
    assert [r.task_code for r in listed(workspace)] == ["material_check"]

"""What would be handed in is looked over first, in words too."""

from app.completeness.checklists import ChecklistSaid, put_checklists, say_complete
from app.completeness.marks import MarkPlace
from app.evidence.items import ItemEdit, edit_item
from app.exchange.handing_in import read_handing_in
from app.framework.keys import PointKey
from app.review.service import Ruling, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.support.cli import Cli
from tests.support.workspaces import add_item

UNIT = "县司法局"
METHOD = "material_check"


def put(workspace, tmp_path, title, indicator="60", point=1):
    file = tmp_path / f"{title}.txt"
    file.write_text(title, encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator=indicator, point=point)
        work.commit()
    return item


def looked_over(workspace):
    lines, _ = read_handing_in(workspace, workspace.registry().unit(UNIT).id, 2026)
    return lines


def left_over(workspace, *codes):
    return read_handing_in(workspace, workspace.registry().unit(UNIT).id, 2026, codes)[1]


def test_everything_that_goes_is_told_with_what_is_wrong(workspace, tmp_path):
    good = put(workspace, tmp_path, "普法总结")
    named_by_a_camera = put(workspace, tmp_path, "IMG_0231")
    other = put(workspace, tmp_path, "通知", indicator="63")
    edit_item(workspace, good, ItemEdit(confirm=True))
    first, second = looked_over(workspace)
    assert [first.slot.indicator, second.slot.indicator] == ["60", "63"]
    assert {row.item for row in first.items} == {good, named_by_a_camera}
    assert [row.item for row in first.unnamed] == [named_by_a_camera]
    assert named_by_a_camera not in {row.item for row in first.unconfirmed}
    assert not first.sound
    assert first.missing
    assert 1 not in {point.point.number for point in first.missing}
    edit_item(workspace, named_by_a_camera, ItemEdit(title="现场照片", confirm=True))
    assert looked_over(workspace)[0].sound

    # What was handed in and not changed does not go again; a return that nobody touched is told.
    submit_slots(workspace, [first.slot, second.slot])
    assert looked_over(workspace) == ()
    returned = ReviewDecision.RETURNED
    decide(
        workspace,
        [
            Ruling(first.slot, returned, item=good, note="看不清"),
            Ruling(first.slot, returned, item=named_by_a_camera, note="看不清"),
        ],
    )
    edit_item(workspace, good, ItemEdit(reason="重扫了"))
    (again,) = looked_over(workspace)
    assert again.returned == 1
    assert left_over(workspace).returned == 0
    assert left_over(workspace, "63").returned == 1  # it lies at an indicator that is left out
    assert left_over(workspace, "63").points > left_over(workspace).points
    assert other not in {row.item for row in again.items}


def test_a_point_that_lacks_something_expected_is_still_missing(workspace, tmp_path):
    put(workspace, tmp_path, "普法照片")
    put_checklists(workspace, [ChecklistSaid(PointKey("60", METHOD, 1), ("通知", "照片"))])
    (slot,) = looked_over(workspace)
    first = slot.missing[0]
    assert (first.point.number, first.lacking_entries) == (1, ("通知",))
    say_complete(workspace, MarkPlace(UNIT, "60", METHOD, 1), complete=True)
    (slot,) = looked_over(workspace)
    assert 1 not in {point.point.number for point in slot.missing}


def test_the_command_line_tells_the_same_and_changes_nothing(workspace, tmp_path, capsys):
    put(workspace, tmp_path, "IMG_0231")
    root = workspace.layout.root
    workspace.close()
    cli = Cli(capsys)
    told = cli.text("review", "submit", root, "--unit", UNIT, "--dry-run")
    assert "题名还是文件名" in told
    assert "还缺　要点2" in told
    assert "不在这次报送里：还没有材料的要点 " in told
    assert "将报送 1 处、1 件，其中 1 处有问题，1 处还缺要点。没有报送。" in told
    (line,) = cli.json("review", "submit", root, "--unit", UNIT, "--dry-run")
    assert line["indicator"] == "60"
    assert line["file_name_for_title"] == line["items"]
    assert cli.json("review", "list", root, "--waiting") == []

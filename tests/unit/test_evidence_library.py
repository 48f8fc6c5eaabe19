import pytest

from app.checkup.checking import check_workspace
from app.evidence.duplicates import Likeness, same_content, similar_titles, title_key
from app.evidence.errors import AlreadyPlaced, ItemUnknown, PlacementUnknown, RevisionUnknown
from app.evidence.exporting import save_original, save_originals
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.library import list_library
from app.evidence.merging import keep_one
from app.evidence.moving import (
    copy_items,
    move_placements,
    put_back,
    restore_placements,
    take_away,
)
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.evidence.reverting import revert_item
from app.evidence.revisions import compare_fields, list_revisions, revision_of
from app.intake.parts.adding import add_attachment
from app.intake.parts.revising import revise_item
from app.jobs import Cancelled, CancelToken, SilentJob
from models import Event, EvidenceItem
from tests.support.workspaces import add_item

MATERIAL = "material_check"
OTHER = Target("1", "材料查证", "县司法局")


@pytest.fixture
def add(workspace, tmp_path):
    def run(name="通知.txt", text="", indicator="60", point=None, unit="县司法局"):
        file = tmp_path / "来件" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text or name, encoding="utf-8")
        with workspace.database.writing() as work:
            item = add_item(work, workspace, file, unit=unit, indicator=indicator, point=point)
            work.commit()
        return item

    return run


@pytest.fixture
def library(workspace):
    def read():
        with workspace.database.reading() as session:
            return {row.item: row for row in list_library(session)}

    return read


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, SilentJob()).sound


def where(row):
    return [(p.indicator, p.point, p.unit, p.position) for p in row.places]


def placements(library, *items):
    rows = library()
    return [p.placement for item in items for p in rows[item].places]


def version_of(workspace, item):
    with workspace.database.reading() as session:
        return session.get_one(EvidenceItem, item).version


def actions(workspace):
    with workspace.database.reading() as session:
        return [e.action for e in session.query(Event).order_by(Event.sequence)]


# --- the list ------------------------------------------------------------------------------------


def test_nothing_is_in_the_library_at_first(library):
    assert library() == {}


def test_an_item_at_two_places_is_one_row(workspace, add, library):
    item = add(point=2)
    place_item(workspace, item, OTHER)
    row = library()[item]
    assert where(row) == [("60", 2, "县司法局", 1), ("1", None, "县司法局", 1)]
    assert (row.title, row.unit, row.file_name, row.label) == (
        "通知",
        "县司法局",
        "通知.txt",
        "文本",
    )
    assert row.removed_at is None
    assert row.displaced == ()


def test_the_bin_is_listed_with_the_places_that_wait(workspace, add, library):
    item = add()
    remove_items(workspace, [item])
    row = library()[item]
    assert row.removed_at is not None
    assert [p.indicator for p in row.places] == ["60"]
    restore_items(workspace, [item])
    assert library()[item].removed_at is None


def test_a_place_that_was_left_is_told_until_the_item_is_back(workspace, add, library):
    item = add()
    placement = place_item(workspace, item, OTHER)
    take_away(workspace, [placement])
    (gone,) = library()[item].displaced
    assert (gone.placement, gone.indicator) == (placement, "1")
    place_item(workspace, item, OTHER)
    assert library()[item].displaced == ()


# --- moving and copying --------------------------------------------------------------------------


def test_moving_and_putting_back(workspace, add, library):
    first, second, third = add("甲.txt"), add("乙.txt"), add("丙.txt", indicator="1")
    version = version_of(workspace, first)
    moved = move_placements(workspace, placements(library, second, first), OTHER)
    rows = library()
    assert where(rows[third]) == [("1", None, "县司法局", 1)]
    assert where(rows[second]) == [("1", None, "县司法局", 2)]
    assert where(rows[first]) == [("1", None, "县司法局", 3)]
    assert moved.already == ()
    assert version_of(workspace, first) == version + 1
    put_back(workspace, moved.before)
    rows = library()
    assert where(rows[first]) == where(rows[second]) == [("60", None, "县司法局", 1)]
    assert actions(workspace)[-4:] == ["item.moved"] * 4


def test_what_lies_there_already_stays_where_it_was(workspace, add, library):
    item, other = add("甲.txt"), add("乙.txt")
    place_item(workspace, item, OTHER)
    here = [p.placement for p in library()[item].places if p.indicator == "60"]
    moved = move_placements(workspace, [*here, *placements(library, other)], OTHER)
    assert moved.already == ("甲",)
    assert [w.indicator for w in moved.before] == ["60"]
    assert len(library()[item].places) == 2


def test_a_move_to_nowhere_moves_nothing(workspace, add, library):
    first, second = add("甲.txt"), add("乙.txt")
    with pytest.raises(PlacementUnknown):
        move_placements(workspace, [*placements(library, first), "无"], OTHER)
    assert where(library()[first]) == [("60", None, "县司法局", 1)]
    assert second in library()


def test_copying_keeps_the_old_places(workspace, add, library):
    first, second = add("甲.txt"), add("乙.txt")
    place_item(workspace, second, OTHER)
    copied = copy_items(workspace, [first, second, first], OTHER)
    assert copied.already == ("乙",)
    assert len(copied.placements) == 1
    assert [w[0] for w in where(library()[first])] == ["60", "1"]
    take_away(workspace, copied.placements)
    assert [w[0] for w in where(library()[first])] == ["60"]
    restore_placements(workspace, copied.placements)
    assert [w[0] for w in where(library()[first])] == ["60", "1"]


def test_a_place_is_restored_where_it_was(workspace, add, library):
    item = add(point=2)
    placement = place_item(workspace, item, OTHER)
    (first,) = [p.placement for p in library()[item].places if p.indicator == "60"]
    take_away(workspace, [first])
    restore_placements(workspace, [first, placement])
    assert where(library()[item]) == [("60", 2, "县司法局", 1), ("1", None, "县司法局", 1)]


def test_a_taken_place_is_not_restored_twice(workspace, add):
    item = add()
    placement = place_item(workspace, item, OTHER)
    take_away(workspace, [placement])
    place_item(workspace, item, OTHER)
    with pytest.raises(AlreadyPlaced):
        restore_placements(workspace, [placement])


def test_a_place_of_an_item_in_the_bin_waits_for_the_item(workspace, add):
    item = add()
    placement = place_item(workspace, item, OTHER)
    take_away(workspace, [placement])
    remove_items(workspace, [item])
    with pytest.raises(ItemUnknown):
        restore_placements(workspace, [placement])


# --- duplicates ----------------------------------------------------------------------------------


def test_equal_content_is_found_outside_the_bin(workspace, add, library):
    same = [add("甲.txt", "一样"), add("乙.txt", "一样", indicator="1")]
    binned = add("丙.txt", "一样")
    add("丁.txt", "不一样")
    remove_items(workspace, [binned])
    (group,) = same_content(library().values())
    assert (group.likeness, list(group.items)) == (Likeness.CONTENT, same)


def test_similar_titles_are_found_unless_the_content_is_equal(add, library):
    add("2021年法治宣传工作总结.txt", "一样")
    add("2021年法治宣传工作总结（2）.txt", "一样", indicator="1")
    assert similar_titles(library().values()) == ()
    third = add("2021年法治宣传工作总结-定稿.txt", "又一稿", indicator="2")
    add("2020年法治宣传工作总结.txt", "去年的")
    (group,) = similar_titles(library().values())
    assert len(group.items) == 3
    assert group.items[-1] == third


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("关于印发方案的通知", "关于印发方案的通知 (1)", True),
        ("关于印发方案的通知", "关于印发《方案》的通知（定稿）", True),
        ("关于印发方案的通知v2", "关于印发方案的通知V3", True),
        ("2021年工作总结报告", "2022年工作总结报告", False),
    ],
)
def test_what_a_title_is_compared_by(left, right, same):
    assert (title_key(left) == title_key(right)) is same


def test_short_titles_are_never_similar():
    assert title_key("通知") == title_key("附件1") == ""


def test_the_one_that_is_kept_takes_over_the_places(workspace, add, library):
    kept, other = add("甲.txt", "一样"), add("乙.txt", "一样", indicator="1", unit="县民政局")
    third = add("丙.txt", "一样")  # at the very place of the one kept
    done = keep_one(workspace, kept, [other, third])
    rows = library()
    assert [w[:3] for w in where(rows[kept])] == [
        ("60", None, "县司法局"),
        ("1", None, "县民政局"),
    ]
    assert rows[other].removed_at is not None
    assert rows[third].removed_at is not None
    restore_items(workspace, done.removed)
    take_away(workspace, done.placements)
    rows = library()
    assert [w[0] for w in where(rows[kept])] == ["60"]
    assert [w[0] for w in where(rows[other])] == ["1"]


# --- revisions -----------------------------------------------------------------------------------


def test_revisions_and_what_they_differ_in(workspace, add, tmp_path, workers):
    item = add("通知.txt", "第一稿")
    edit_item(workspace, item, ItemEdit(title="关于评查的通知", confirm=True))
    newer = tmp_path / "通知二稿.txt"
    newer.write_text("第二稿，内容更多", encoding="utf-8")
    revise_item(workspace, workers, item, newer, SilentJob())
    with workspace.database.reading() as session:
        rows = list_revisions(session, item)
    assert [(r.number, r.current) for r in rows] == [(2, True), (1, False)]
    changes = {c.field: (c.before, c.after) for c in compare_fields(rows[1], rows[0])}
    assert set(changes) == {"file_name", "size", "sha256", "label"}
    assert changes["file_name"] == ("通知.txt", "通知二稿.txt")
    assert compare_fields(rows[0], rows[0]) == ()
    assert revision_of(rows, 1).file_name == "通知.txt"
    with pytest.raises(RevisionUnknown):
        revision_of(rows, 3)


def test_an_earlier_revision_comes_back_as_the_newest(workspace, add, tmp_path, workers):
    item = add("通知.txt", "第一稿")
    annex = tmp_path / "附表.txt"
    annex.write_text("附表", encoding="utf-8")
    add_attachment(workspace, workers, item, annex, SilentJob())
    newer = tmp_path / "通知二稿.txt"
    newer.write_text("第二稿", encoding="utf-8")
    revise_item(workspace, workers, item, newer, SilentJob())
    version = version_of(workspace, item)
    assert revert_item(workspace, item, 1) == 3
    assert revert_item(workspace, item, 2) == 4
    with workspace.database.reading() as session:
        rows = list_revisions(session, item)
    assert [(r.number, r.file_name, r.parts) for r in rows] == [
        (4, "通知二稿.txt", ("附表.txt",)),
        (3, "通知.txt", ("附表.txt",)),
        (2, "通知二稿.txt", ("附表.txt",)),
        (1, "通知.txt", ("附表.txt",)),
    ]
    assert rows[0].current
    assert compare_fields(rows[1], rows[3]) == ()
    assert version_of(workspace, item) == version + 2
    with pytest.raises(RevisionUnknown):
        revert_item(workspace, item, 9)


def test_revisions_of_no_item(workspace):
    with workspace.database.reading() as session, pytest.raises(ItemUnknown):
        list_revisions(session, "无")


# --- originals -----------------------------------------------------------------------------------


def test_originals_are_saved_under_their_names(workspace, add, tmp_path):
    first, second = add("通知.txt", "甲"), add("别的.txt", "乙")
    folder = tmp_path / "另存"
    folder.mkdir()
    (folder / "通知.txt").write_text("已有的", encoding="utf-8")
    done = save_originals(workspace, [first, second, first], folder, SilentJob())
    assert (done.saved, done.failed) == (2, ())
    assert (folder / "通知.txt").read_text(encoding="utf-8") == "已有的"
    assert (folder / "通知 (2).txt").read_text(encoding="utf-8") == "甲"
    assert (folder / "别的.txt").read_text(encoding="utf-8") == "乙"
    assert len(list(folder.iterdir())) == 3
    (folder / "别的.txt").write_text("可以改", encoding="utf-8")


def test_a_missing_original_does_not_stop_the_others(workspace, add, library, tmp_path):
    first, second = add("甲.txt"), add("乙.txt")
    place = workspace.originals.path(library()[first].sha256)
    kept = place.read_bytes()
    place.chmod(0o600)
    place.unlink()
    done = save_originals(workspace, [first, second], tmp_path / "另存", SilentJob())
    assert [f.file_name for f in done.failed] == ["甲.txt"]
    assert done.saved == 1
    place.write_bytes(kept)


def test_saving_can_be_stopped_and_leaves_no_halves(workspace, add, library, tmp_path):
    item = add()
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        save_original(
            workspace, library()[item].sha256, "通知.txt", tmp_path / "另存", SilentJob(token)
        )
    assert list((tmp_path / "另存").iterdir()) == []

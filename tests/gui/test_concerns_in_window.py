"""A file name for a title, and guesses nobody checked, are told before items are accepted."""

from PIL import Image
from PySide6.QtWidgets import QApplication

from app.completeness.figures import place_of, state_figure
from app.evidence.items import ItemEdit, edit_item
from app.framework.keys import SlotKey
from app.review.listing import ItemLine, PointLine
from app.review.service import Ruling, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.gui.conftest import page_of, reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from tests.gui.test_review_page import fill, opened_at, place_second, view  # noqa: F401  (fixture)
from tests.gui.test_review_page import slots as slots
from ui import dialogs
from ui.desk.duties import duty_rows
from ui.review.rows import note_of_line
from ui.shared.targets import TaskTarget
from ui.shared.trouble import trouble_of


def test_the_office_is_told_before_it_accepts(view, slots, qtbot, monkeypatch):  # noqa: F811
    window = view.window()
    workspace = window.context.session.services.workspace
    item = window.context.session.snapshot.filed[slots[0].task][0].item
    edit_item(workspace, item, ItemEdit(title="扫描件001"))
    reread(window, qtbot)
    opened_at(view, slots[0], qtbot)
    qtbot.waitUntil(lambda: "1 件的题名还是文件名" in view.panel.warning.text(), timeout=10_000)
    assert view.panel.warning.isVisible()
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda *words: bool(asked.append(words[2])))
    view.judging.bulk_action.trigger()
    assert "题名还是文件名" in asked[0]


def test_each_item_that_cannot_be_read_says_so_to_the_reviewer(opened, qtbot, make_file):
    broken = make_file("总结.docx", "PK\x03\x04 broken")
    attach(opened, [broken, make_file("通报.txt", "通报")], point=1)
    reread(opened, qtbot)
    session = opened.context.session
    (rows,) = session.snapshot.filed.values()
    unit = session.snapshot.registry.unit(rows[0].unit)
    slot = SlotKey("60", MATERIAL, unit.id)
    workspace = session.services.workspace
    with workspace.database.writing() as work:
        place = place_of(workspace.facts.framework, "60", None, None)
        state_figure(work, place, unit.id, 0, "", 2020)
        work.commit()
    submit_slots(workspace, [slot])
    opened.show_page("review", slot)
    page = opened.stack.currentWidget().view
    opened_at(page, slot, qtbot)
    notes = {line.title: note_of_line(line) for line in page.panel.lines.lines.rows[1:3]}
    assert "不能印成页面：文件已损坏" in notes["总结"]
    assert "不能印成页面" not in notes["通报"]
    points = [line for line in page.panel.lines.lines.rows if isinstance(line, PointLine)]
    assert [note_of_line(point) for point in points] == ["", "没有材料", "没有材料"]
    qtbot.waitUntil(lambda: "1 件不能印成页面" in page.panel.warning.text(), timeout=10_000)
    short = "2020年 0次/年（没有达到）"
    qtbot.waitUntil(lambda: short in page.panel.figures.text(), timeout=10_000)
    # What came back is not accepted with the rest, so nobody is warned of it any more.
    blocked = next(row.item for row in rows if row.blocked)
    ruling = Ruling(slot, ReviewDecision.RETURNED, item=blocked, reasons=("unreadable",))
    decide(workspace, [ruling])
    qtbot.waitUntil(lambda: "不能印成页面" not in page.panel.warning.text(), timeout=10_000)


def test_the_item_that_waits_is_chosen_not_the_first(view, slots, qtbot, tmp_path):  # noqa: F811
    place_second(view, qtbot, tmp_path, slots[0])
    first, second = (x for x in view.panel.lines.lines.rows if isinstance(x, ItemLine))
    workspace = view.window().context.session.services.workspace
    decide(workspace, [Ruling(slots[0], ReviewDecision.ACCEPTED, item=first.item)])
    qtbot.waitUntil(lambda: view.panel.detail.row.open == 1, timeout=20_000)
    view.turn_to(slots[1])
    opened_at(view, slots[1], qtbot)
    view.turn_to(slots[0])
    opened_at(view, slots[0], qtbot)
    assert view.panel.chosen_part().item == second.item


def test_a_file_name_is_marked_wherever_the_title_stands(opened, qtbot, make_file):
    photo = make_file("x.txt").with_name("微信图片_20210506143012.png")
    Image.new("RGB", (800, 600), "teal").save(photo)
    attach(opened, [photo], point=1)
    reread(opened, qtbot)
    page = page_of(opened, "indicators")
    page.arrive(TaskTarget("60", MATERIAL))
    panel, form = page.detail.panel, page.side.form
    panel.view.setCurrentIndex(panel.model.index(0))
    assert "题名还是文件名" in trouble_of(panel.model.rows[0])
    assert "请另起题名" in form.notes["title"].text()
    duties = duty_rows(opened.context.session.snapshot)
    assert any("1 件材料的题名还是文件名" in row.text for row in duties)
    # Confirming it does not make it a title.
    workspace = opened.context.session.services.workspace
    edit_item(workspace, panel.model.rows[0].item, ItemEdit(confirm=True))
    reread(opened, qtbot)
    assert not panel.model.rows[0].guesses
    assert "请另起题名" in form.notes["title"].text()
    edit_item(workspace, panel.model.rows[0].item, ItemEdit(title="案卷评查现场照片"))
    reread(opened, qtbot)
    assert trouble_of(panel.model.rows[0]) == ""
    assert form.notes["title"].isHidden()
    QApplication.processEvents()
    wait_idle(opened, qtbot)

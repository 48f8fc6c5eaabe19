import pikepdf
import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.completeness.vocabulary import State
from app.evidence.arrangements import BindingMode
from app.evidence.descriptions import Description
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.gui.conftest import open_in, reread
from ui import dialogs
from ui.indicators.evidence_model import EvidenceModel, reordered
from ui.indicators.filtering import IndicatorFilter
from ui.indicators.order_dialog import OrderDialog
from ui.indicators.points import PointsModel
from ui.indicators.rows import category_rows
from ui.indicators.tree_model import IndicatorTreeModel
from ui.shared.targets import FilterTarget, ItemTarget, ProgressFilter, TaskTarget

TASK = TaskKey.parse("60/material_check")

MATERIAL = "material_check"


@pytest.fixture
def page(opened):
    opened.show_page("indicators")
    return opened.stack.currentWidget()


def drop(view, paths, at=None):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    where = at or QPoint(20, 20)
    event = QDropEvent(
        where.toPointF(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)


def attach(opened, paths, point=None, unit="县司法局", **stated):
    """Put evidence in place beside the window, as another program would."""
    services = opened.context.session.services
    target = Target("60", MATERIAL, unit, point)
    request = AttachRequest(tuple(paths), target, Description(**stated))
    attach_files(services.workspace, services.workers, request, SilentJob())


def wait_idle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=30_000)


def titles(page):
    return [r.title for r in page.detail.panel.model.rows]


def test_models_keep_qts_rules(page, opened, qtbot):
    tree, points, evidence = IndicatorTreeModel(), PointsModel(), EvidenceModel()
    testers = [
        QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for m in (tree, points, evidence)
    ]
    snapshot = opened.context.session.snapshot
    tree.show(category_rows(snapshot), snapshot.words)
    tree.sift(IndicatorFilter("行政复议"))
    tree.sift(IndicatorFilter("没有这样的词"))
    tree.sift(IndicatorFilter())
    assert tree.total == len(tree.shown) == 99
    points.show(snapshot.completeness.task(TASK).filing.points)
    points.show(snapshot.completeness.task(TaskKey.parse("1/web_check")).filing.points)
    evidence.show(())
    assert len(testers) == 3


def test_all_indicators_with_their_statements(page):
    assert page.browse.model.total == 99
    assert page.detail.code == "1"
    assert page.detail.heading.text() == "第1项指标"
    assert "行政审批" in page.detail.statement.text()
    assert [page.detail.tabs.tabText(n) for n in range(3)] == [
        "网络检索 0/1",
        "材料查证 0/1",
        "随机访谈 0/1",
    ]


def test_search_by_pinyin_initials_number_and_words(page, qtbot):
    browse = page.browse

    def found(text):
        browse.search.setText(text)
        qtbot.waitUntil(lambda: browse.filter.text == text)
        return [row.code for row in browse.model.shown]

    named = found("sfj")
    assert "24" in named
    assert set(found("县司法局")) <= set(named)
    assert found("60") == ["60"]
    assert len(found("案卷评查")) < 20
    assert found("没有这样的词") == []
    assert "没有找到" in browse.count.text()
    assert len(found("")) == 99


def test_what_the_search_hides_does_not_stay_on_the_right(page, qtbot):
    assert page.detail.code == "1"
    qtbot.keyClicks(page.browse.search, "60")
    qtbot.waitUntil(lambda: page.detail.code == "60")


def test_filters_by_method_state_and_unit(page, qtbot):
    browse = page.browse
    page.arrive(FilterTarget(method="exam"))
    assert all("exam" in row.methods for row in browse.model.shown)
    assert len(browse.model.shown) == 2
    page.arrive(FilterTarget(unit="县司法局"))
    shown = {row.code for row in browse.model.shown}
    assert shown == page.window().context.session.snapshot.registry.indicators_of("县司法局")
    page.arrive(FilterTarget(wanted=ProgressFilter.COMPLETE))
    assert browse.model.shown == []
    browse.clear_filter()
    assert len(browse.model.shown) == 99


def test_what_is_worked_on_stays_in_the_tree(page, opened, qtbot, make_file):
    page.arrive(FilterTarget(wanted=ProgressFilter.EMPTY))
    page.turn_to("60", MATERIAL)
    attach(opened, [make_file("通知.txt")], point=2)
    reread(opened, qtbot)
    browse = page.browse
    assert browse.wanted.currentData() == ProgressFilter.EMPTY
    assert browse.model.index_of("60").isValid()
    browse.search.setText("没有这个词")
    qtbot.waitUntil(lambda: not browse.model.shown)
    assert browse.all_button.isVisible()
    browse.all_button.click()
    assert len(browse.model.shown) == 99
    assert not browse.all_button.isVisible()


def test_a_file_gets_a_new_version_where_it_lies(page, opened, qtbot, make_file, monkeypatch):
    attach(opened, [make_file("报告.txt", "旧")])
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    panel.view.setCurrentIndex(panel.model.index(0))
    newer = make_file("清楚的报告.txt", "新")
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: newer)
    panel.revise.trigger()
    qtbot.waitUntil(lambda: panel.model.rows[0].file_name == newer.name, timeout=20_000)
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: panel.model.rows[0].file_name == "报告.txt", timeout=10_000)
    wait_idle(opened, qtbot)


def test_moving_through_the_indicators(page):
    page.detail.step_wanted.emit(1)
    assert page.detail.code == "2"
    page.detail.step_wanted.emit(-1)
    page.detail.step_wanted.emit(-1)
    assert page.detail.code == "1"


def test_dropped_files_become_evidence_at_the_point(page, opened, qtbot, make_file):
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    panel.unit.choose("县司法局")
    files = [make_file(f"{n} 案卷评查通知.txt") for n in range(1, 4)]
    index = panel.points_model.index(1)
    drop(panel.points, files, panel.points.visualRect(index).center())
    qtbot.waitUntil(lambda: len(panel.model.rows) == 3, timeout=30_000)
    assert {(r.point, r.unit) for r in panel.model.rows} == {(2, "县司法局")}
    assert page.detail.tabs.tabText(0) == "材料查证 1/3"
    assert "收取 3 件" in opened.notice.text.text()
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: not panel.model.rows, timeout=10_000)
    opened.menus.redo_requested.emit()
    qtbot.waitUntil(lambda: len(panel.model.rows) == 3, timeout=10_000)
    wait_idle(opened, qtbot)


def test_files_that_lie_there_already_are_told_and_doubled_only_if_wanted(
    page, opened, qtbot, make_file
):
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    panel.unit.choose("县司法局")
    files = [make_file(f"{n} 案卷评查通知.txt", f"第{n}份") for n in range(1, 4)]
    attach(opened, files)
    reread(opened, qtbot)
    drop(panel.view, [*files, make_file("4 评查报告.txt", "报告")])
    show_results(opened, qtbot)
    dialog = page.controller.outcomes
    assert dialog.summary.text() == "收取 1 件，3 个已在此处，没有再加"
    lines = dialog.view.outcomes.lines
    assert [line.right for line in lines] == ["已在此处"] * 3 + ["已收取"]
    assert lines[1].note == "已在此处（60-20-2《案卷评查通知》），没有再加一件"
    wait_idle(opened, qtbot)
    assert len(panel.model.rows) == 4
    assert opened.menus.undo_action.text() == "撤销 收取 1 件"

    dialog.view.setCurrentIndex(dialog.view.outcomes.index(1))  # only the second
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 5, timeout=10_000)
    assert dialog.summary.text() == "收取 2 件，其中 1 件有提示，2 个已在此处，没有再加"
    dialog.view.clearSelection()
    qtbot.waitUntil(dialog.again.isEnabled)
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 7, timeout=10_000)
    assert not dialog.again.isVisible()
    wait_idle(opened, qtbot)
    assert opened.menus.undo_action.text() == "撤销 再添加 2 件"
    for left in (5, 4, 3):
        opened.menus.undo_requested.emit()
        qtbot.waitUntil(lambda left=left: len(panel.model.rows) == left, timeout=10_000)
    dialog.close()
    wait_idle(opened, qtbot)


def show_results(opened, qtbot):
    """Ask for the list of results; it does not open by itself."""
    session = opened.context.session
    qtbot.waitUntil(lambda: session.latest_results is not None, timeout=30_000)
    assert opened.notice.isVisible()
    opened.notice.button.click()


def test_trouble_is_shown_when_files_come_in(page, opened, qtbot, make_file, tmp_path):
    page.arrive(TaskTarget("60", MATERIAL))
    page.detail.panel.unit.choose("县司法局")
    empty = tmp_path / "空.pdf"
    empty.touch()
    secret = make_file("机密★讲话.txt", "机密★1年\n")
    drop(page.detail.panel.view, [empty, secret, make_file("通知.txt")])
    show_results(opened, qtbot)
    model = page.controller.outcomes.view.outcomes
    words = [model.index(n).data() for n in range(model.rowCount())]
    assert words[-1].startswith("通知.txt")
    notes = "".join(str(model.index(n).data(Qt.ItemDataRole.ToolTipRole)) for n in range(2))
    assert "空的" in notes
    assert "密级" in notes
    qtbot.waitUntil(lambda: len(page.detail.panel.model.rows) == 2, timeout=10_000)
    page.controller.outcomes.close()
    wait_idle(opened, qtbot)


def test_description_is_saved_confirmed_and_taken_back(page, opened, qtbot, make_file):
    attach(opened, [make_file("关于开展案卷评查的通知 2021-04-09.txt")], point=2)
    reread(opened, qtbot)
    page.arrive(ItemTarget(page.window().context.session.snapshot.filed[TASK][0].item))
    form = page.side.form
    assert page.detail.code == "60"
    assert form.title.property("guessed")
    assert form.save.text() == "核对无误"
    before = form.entered()
    form.title.setPlainText("新的题名")
    assert form.save.text() == "保存"
    form.issuer.setText("县司法局")
    form.save.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["新的题名"], timeout=10_000)
    assert not form.title.property("guessed")
    assert form.doc_date.property("guessed")  # only what was changed is confirmed
    assert form.save.text() == "核对无误"
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: titles(page) == [before["title"]], timeout=10_000)
    assert form.title.property("guessed")
    wait_idle(opened, qtbot)


def test_confirming_can_be_taken_back_with_every_mark(page, opened, qtbot, make_file):
    attach(opened, [make_file("关于开展案卷评查的通知 2021-04-09.txt")], point=2)
    reread(opened, qtbot)
    page.arrive(ItemTarget(page.window().context.session.snapshot.filed[TASK][0].item))
    form = page.side.form
    before = form.guessed
    assert len(before) == 2
    form.remark.setText("原件在档案室")
    form.save.trigger()
    qtbot.waitUntil(lambda: not form.dirty, timeout=10_000)
    wait_idle(opened, qtbot)
    assert form.guessed == before
    form.save.trigger()
    qtbot.waitUntil(lambda: form.guessed == (), timeout=10_000)
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: form.guessed == before, timeout=10_000)
    assert form.remark.text() == "原件在档案室"
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: form.remark.text() == "", timeout=10_000)
    assert form.guessed == before
    wait_idle(opened, qtbot)


def test_a_wrong_date_stays_with_the_reason_and_the_rest_is_stored(page, opened, qtbot, make_file):
    attach(opened, [make_file("通知.txt"), make_file("报告.txt")])
    reread(opened, qtbot)
    rows = page.window().context.session.snapshot.filed[TASK]
    page.arrive(ItemTarget(rows[0].item))
    form = page.side.form
    form.focus_title()
    form.doc_date.setFocus()
    form.doc_date.clear()
    qtbot.keyClicks(form.doc_date, "qiannian")
    qtbot.keyClicks(form.issuer, "xian sifaju")
    page.detail.panel.choose_item(rows[1].item)
    assert form.doc_date.text() != "qiannian"
    qtbot.waitUntil(lambda: "qiannian" in opened.notice.text.text(), timeout=10_000)
    wait_idle(opened, qtbot)
    issuers = {r.item: r.issuer for r in page.detail.panel.model.rows}
    assert issuers[rows[0].item] == "xian sifaju"
    opened.notice.button.click()  # 去改
    assert form.doc_date.text() == "qiannian"
    assert form.doc_date.property("wrong")
    assert "qiannian" in form.notes["doc_date"].text()
    form.doc_date.setText("2021年4月")
    assert not form.doc_date.property("wrong")
    form.save_now()
    qtbot.waitUntil(lambda: form.doc_date.text() == "2021-04", timeout=10_000)
    assert not form.dirty
    assert not page.window().context.drafts.waiting
    wait_idle(opened, qtbot)


def test_items_are_listed_and_numbered_as_they_are_bound(page, opened, qtbot, make_file):
    attach(opened, [make_file("丙.txt"), make_file("丁.txt")], point=2)
    attach(opened, [make_file("乙.txt")], point=1, unit="县公安局")
    attach(opened, [make_file("甲.txt")], point=1)
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    model = page.detail.panel.model
    qtbot.waitUntil(lambda: model.rowCount() == 4, timeout=20_000)
    names = ["甲.txt", "乙.txt", "丙.txt", "丁.txt"]
    assert [r.file_name for r in model.rows] == names
    assert [r.number for r in model.rows] == ["60-20-1", "60-32-1", "60-20-2", "60-20-3"]
    ids = [r.placement for r in model.rows]
    # Across points nothing can be moved, and that is said.
    model.order_wanted.emit([ids[2], ids[0], ids[1], ids[3]])
    assert "归到要点" in opened.notice.text.text()
    model.order_wanted.emit([ids[0], ids[3], ids[1], ids[2]])
    wait_idle(opened, qtbot)
    qtbot.waitUntil(
        lambda: [r.file_name for r in model.rows] == ["甲.txt", "乙.txt", "丁.txt", "丙.txt"],
        timeout=20_000,
    )


def test_removing_and_ordering_can_be_taken_back(page, opened, qtbot, make_file):
    attach(opened, [make_file(f"{n} 通知.txt") for n in "甲乙丙"])
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    first = titles(page)
    panel.view.setCurrentIndex(panel.model.index(2))
    panel.earlier.trigger()
    qtbot.waitUntil(lambda: titles(page) == [first[0], first[2], first[1]], timeout=10_000)
    wait_idle(opened, qtbot)
    assert [r.title for r in panel.chosen_rows] == [first[2]]
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: titles(page) == first, timeout=10_000)
    wait_idle(opened, qtbot)
    select = QItemSelectionModel.SelectionFlag.Select
    panel.view.clearSelection()
    for place in (0, 1):
        panel.view.selectionModel().select(panel.model.index(place), select)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == [first[2]], timeout=10_000)
    assert opened.menus.undo_action.text() == "撤销 移除 2 件"
    assert [r.title for r in panel.chosen_rows] == [first[2]]
    opened.notice.button.click()
    qtbot.waitUntil(lambda: titles(page) == first, timeout=10_000)
    wait_idle(opened, qtbot)


def test_another_point_by_the_form(page, opened, qtbot, make_file):
    attach(opened, [make_file("通知.txt")])
    reread(opened, qtbot)
    page.arrive(ItemTarget(page.window().context.session.snapshot.filed[TASK][0].item))
    panel = page.detail.panel
    assert page.side.form.point.currentText() == "未归要点"
    page.side.form.point.setCurrentIndex(3)
    page.side.form.point.activated.emit(3)
    qtbot.waitUntil(lambda: [r.point for r in panel.model.rows] == [3], timeout=10_000)
    state = opened.context.session.snapshot.completeness.task(TASK)
    assert state.filing.points[2].state is State.COMPLETE
    wait_idle(opened, qtbot)


@pytest.fixture
def clipboard(qapp):
    """The clipboard, emptied afterwards: Qt cannot destroy what Python made once Python is gone."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def test_pasted_files_are_taken_in(page, opened, clipboard, qtbot, make_file):
    page.arrive(TaskTarget("60", MATERIAL))
    page.detail.panel.unit.choose("县司法局")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_file("粘贴来的.txt")))])
    clipboard.setMimeData(mime)
    page.detail.panel.adding.paste.trigger()
    qtbot.waitUntil(lambda: len(page.detail.panel.model.rows) == 1, timeout=30_000)
    wait_idle(opened, qtbot)


def test_a_printed_pdf_stands_for_what_cannot_be_converted(
    page, opened, qtbot, tmp_path, monkeypatch
):
    page.turn_to("60", MATERIAL)
    panel = page.detail.panel
    (tmp_path / "台账.docx").write_bytes(b"PK\x03\x04 nothing more")
    attach(opened, [tmp_path / "台账.docx"])
    reread(opened, qtbot)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1)
    panel.view.selectionModel().select(
        panel.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    printed = tmp_path / "打印件.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(printed)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: printed)
    panel.companion.trigger()
    qtbot.waitUntil(lambda: "已附上 打印件.pdf" in opened.notice.text.text(), timeout=20_000)
    wait_idle(opened, qtbot)

    def blocked():
        with opened.context.session.services.workspace.database.reading() as session:
            (row,) = list_filed(session)
        return row.blocked

    assert not blocked()
    assert opened.menus.undo_action.text() == "撤销 附打印的 PDF"
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(blocked, timeout=10_000)
    wait_idle(opened, qtbot)
    opened.menus.redo_requested.emit()
    qtbot.waitUntil(lambda: not blocked(), timeout=10_000)
    wait_idle(opened, qtbot)


def test_choosing_a_point_shows_its_evidence_only(page, opened, qtbot, make_file):
    attach(opened, [make_file("一.txt")], point=1)
    attach(opened, [make_file("二.txt")], point=2)
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    assert len(panel.model.rows) == 2
    panel.points.setCurrentIndex(panel.points_model.index(1))
    assert [r.point for r in panel.model.rows] == [2]
    assert panel.limit.isVisible()
    panel.limit.trigger()
    assert len(panel.model.rows) == 2


def test_read_only_offers_no_change(window, office, qtbot, make_file, monkeypatch):
    from app.workspace.opening import open_workspace

    monkeypatch.setattr(dialogs, "ask", lambda *_a, **_k: True)
    with open_workspace(office):
        open_in(window, office, qtbot)
        page = window.stack.currentWidget()
        window.show_page("indicators")
        page = window.stack.currentWidget()
        panel = page.detail.panel
        assert not panel.adding.add_files.isEnabled()
        page.controller.attach([make_file("通知.txt")], None)
        assert not window.context.session.jobs_at_work()


@pytest.mark.parametrize(
    ("moved", "place", "wanted"),
    [(["c"], 0, "cabd"), (["a"], 4, "bcda"), (["a", "c"], 3, "bacd"), (["d", "b"], 1, "abdc")],
)
def test_reordered(moved, place, wanted):
    assert "".join(reordered("abcd", moved, place)) == wanted


def test_texts_fit_at_double_size(page, theme):
    """At 200 % the page scrolls instead of cutting off."""
    from ui.theme import Scheme

    theme.choose(Scheme.LIGHT, 200)
    assert page.window().width() <= 1366
    assert page.detail.area.horizontalScrollBar().maximum() == 0
    assert not page.grab().isNull()


def test_a_doubtful_file_is_taken_in_with_a_reason(page, opened, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "小说.txt"
    path.write_text("正文。\n" * 200 + "秘密\n" + "正文。\n" * 200, encoding="utf-8")
    certain = tmp_path / "方案.txt"
    certain.write_text("机密★1年\n方案\n", encoding="utf-8")
    page.arrive(TaskTarget("60", MATERIAL))
    page.controller.attach([path, certain], None)
    show_results(opened, qtbot)
    dialog = page.controller.outcomes
    assert dialog.clear.isVisible()
    monkeypatch.setattr("ui.dialogs.ask_text", lambda *_: "小说的章名")
    dialog.clear.click()
    services = opened.context.session.services

    def taken_in():
        with services.workspace.database.reading() as session:
            return [row.title for row in list_filed(session)]

    qtbot.waitUntil(lambda: taken_in() == ["小说"], timeout=30_000)
    wait_idle(opened, qtbot)


def test_the_office_orders_what_is_bound(page, opened, qtbot, make_file):
    attach(opened, [make_file("甲.txt"), make_file("乙.txt"), make_file("丙.txt")], point=1)
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    panel = page.detail.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3, timeout=20_000)
    names = [row.file_name for row in panel.model.rows]
    panel.binding.trigger()
    dialog = page.findChild(OrderDialog)
    qtbot.waitExposed(dialog)
    shown = dialog.list.visualItemRect(dialog.list.item(2))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=shown.center())
    assert [item.text() for item in dialog.list.selectedItems()] == [dialog.list.item(2).text()]
    dialog.earlier.trigger()
    dialog.earlier.trigger()
    assert dialog.radios[BindingMode.HAND].isChecked()
    dialog.lock.click()
    assert not dialog.earlier.isEnabled()
    dialog.lock.click()
    dialog.list.clearSelection()
    dialog.list.item(2).setSelected(True)
    dialog.key.trigger()
    assert dialog.list.item(0).text().startswith("★")
    dialog.accept()
    wanted = [names[1], names[2], names[0]]
    qtbot.waitUntil(lambda: [r.file_name for r in panel.model.rows] == wanted, timeout=20_000)
    panel.view.setCurrentIndex(panel.model.index(1))
    assert not panel.earlier.isEnabled()
    assert "装订顺序" in panel.earlier.toolTip()
    undo = page.window().context.undo
    assert undo.undo_text == "排定装订顺序"
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    qtbot.waitUntil(lambda: [r.file_name for r in panel.model.rows] == names, timeout=20_000)

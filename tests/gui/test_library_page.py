"""The 材料库 page: its table, its filters, moving, the recycle bin, revisions, duplicates."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.evidence.library import LibraryRow, PlaceRow
from app.evidence.places import Target
from app.filekind import FileKind
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import Problem, ProblemKind
from tests.gui.conftest import open_in, reread
from ui import dialogs
from ui.library.filtering import LibraryFilter, LibraryQuestion
from ui.library.lists import LinesModel, place_lines
from ui.library.rows import LEAST_OF_TITLE, LibraryColumn, LibraryScope, library_of
from ui.library.table_model import COLUMNS, LibraryModel
from ui.library.targets import LibraryTarget
from ui.theme import Scheme
from ui.widgets.indicator_dialog import IndicatorDialog

MATERIAL = "material_check"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def row(number, **changes):
    """A row as the service gives it."""
    item = f"item-{number:05}"
    given = {
        "item": item,
        "unit": "县司法局",
        "revision": 1,
        "title": f"第{number}份材料",
        "doc_number": "",
        "issuer": "",
        "doc_date": "2021-04-09",
        "copies": 1,
        "remark": "",
        "guesses": {},
        "problems": (),
        "blocked": False,
        "file_name": f"{number}.txt",
        "sha256": f"{number:064}",
        "size": number,
        "kind": FileKind.TEXT,
        "label": "文本",
        "created_at": NOON,
        "changed_at": NOON,
        "removed_at": None,
        "places": (PlaceRow(f"p-{number}", item, "60", MATERIAL, None, "县司法局", 1, None),),
        "displaced": (),
    }
    return LibraryRow(**{**given, **changes})


# --- models --------------------------------------------------------------------------------------


def shown(model, column=LibraryColumn.TITLE):
    place = COLUMNS.index(column)
    return [model.index(n, place).data() for n in range(model.rowCount())]


def test_models_keep_qts_rules(framework, qtbot):
    model, lines = LibraryModel(), LinesModel()
    testers = [
        QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for m in (model, lines)
    ]
    library = library_of([row(n) for n in range(30)], framework)
    entries = library.scopes[LibraryScope.ALL]
    model.show(entries, grouped=False)
    for place in range(len(COLUMNS)):
        model.sort(place, Qt.SortOrder.DescendingOrder)
    model.sift(LibraryFilter("第1"))
    model.sift(LibraryFilter("没有这样的词"))
    model.sift(LibraryFilter())
    model.show(entries[:3], grouped=True)
    model.show((), grouped=False)
    lines.show(place_lines(framework, entries[0].row.places, {}))
    lines.show([])
    assert len(testers) == 2


def test_chinese_is_sorted_by_pinyin_and_numbers_by_value(framework, qtbot):
    titles = ["重庆10号", "安全", "重庆9号", "", "北京"]
    rows = [row(n, title=t, file_name="") for n, t in enumerate(titles)]
    model = LibraryModel()
    model.show(library_of(rows, framework).scopes[LibraryScope.ALL], grouped=False)
    model.sort(COLUMNS.index(LibraryColumn.TITLE))
    assert shown(model) == ["安全", "北京", "重庆9号", "重庆10号", ""]
    model.sort(COLUMNS.index(LibraryColumn.TITLE), Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["重庆10号", "重庆9号", "北京", "安全", ""]


def test_items_are_shown_found_and_sorted_by_their_numbers(framework, qtbot):
    def numbered(number, *codes):
        places = tuple(
            PlaceRow(f"p{c}", f"i{number}", "60", MATERIAL, None, "县司法局", 1, None, number=c)
            for c in codes
        )
        return row(number, places=places)

    rows = [numbered(1, "60-20-10"), numbered(2, "60-20-9"), numbered(3, "60-20-11", "61-2-1")]
    model = LibraryModel()
    model.show(library_of(rows, framework).scopes[LibraryScope.ALL], grouped=False)
    model.sort(COLUMNS.index(LibraryColumn.NUMBER))
    assert shown(model, LibraryColumn.NUMBER) == ["60-20-9", "60-20-10", "60-20-11、61-2-1"]
    model.sift(LibraryFilter("61-2-1"))
    assert shown(model) == ["第3份材料"]


def test_places_are_sorted_as_the_indicator_set_has_them(framework, qtbot):
    def at(code, task_code=MATERIAL):
        return (PlaceRow(f"p{code}{task_code}", "i", code, task_code, None, "县司法局", 1, None),)

    places = [at("加1"), at("9"), at("60"), at("9", "web_check"), ()]
    rows = [row(n, places=p) for n, p in enumerate(places)]
    model = LibraryModel()
    model.show(library_of(rows, framework).scopes[LibraryScope.ALL], grouped=False)
    model.sort(COLUMNS.index(LibraryColumn.PLACES))
    assert shown(model, LibraryColumn.PLACES) == [
        "9 网络检索",
        "9 材料查证",
        "60 材料查证",
        "加1 材料查证",
        "没有归到指标",
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LibraryFilter(unit="县民政局"), {"民政"}),
        (LibraryFilter(kind="image"), {"照片"}),
        (LibraryFilter(wanted=LibraryQuestion.PROBLEM), {"坏的"}),
        (LibraryFilter(wanted=LibraryQuestion.GUESSED), {"猜的"}),
        (LibraryFilter(wanted=LibraryQuestion.NO_DATE), {"无日期"}),
        (LibraryFilter(wanted=LibraryQuestion.NO_NUMBER), {"无文号"}),
        (LibraryFilter(wanted=LibraryQuestion.NO_PLACE), {"无归位"}),
        (LibraryFilter("无 qi"), set()),
        (LibraryFilter("无 wrq"), {"无日期"}),
        (LibraryFilter("示法办"), {"民政", "照片", "坏的", "猜的", "无日期", "无归位"}),
    ],
)
def test_what_a_filter_lets_through(framework, wanted, found):
    number = {"doc_number": "示法办〔2021〕1号"}
    rows = [
        row(1, title="民政", unit="县民政局", **number),
        row(2, title="照片", kind=FileKind.IMAGE, **number),
        row(3, title="坏的", problems=(Problem(ProblemKind.DAMAGED),), **number),
        row(4, title="猜的", guesses={"title": "content"}, **number),
        row(5, title="无日期", doc_date="", **number),
        row(6, title="无文号"),
        row(7, title="无归位", places=(), **number),
    ]
    letters = {"item-00005": "wrq"}
    entries = library_of(rows, framework).scopes[LibraryScope.ALL]
    assert {e.row.title for e in entries if wanted.passes(e, letters)} == found


def test_the_bin_holds_items_and_places(framework):
    gone = PlaceRow("p-x", "item-00001", "1", MATERIAL, None, "县司法局", 1, NOON)
    library = library_of([row(1, displaced=(gone,)), row(2, removed_at=NOON)], framework)
    assert [e.key for e in library.scopes[LibraryScope.BIN]] == ["item-00002", "p-x"]
    assert [e.key for e in library.scopes[LibraryScope.ALL]] == ["item-00001"]


def test_duplicates_stand_together_whatever_the_order(framework, qtbot):
    rows = [row(n, sha256=f"{n % 2:064}", size=9 - n) for n in range(4)]
    model = LibraryModel()
    model.show(library_of(rows, framework).scopes[LibraryScope.SAME_CONTENT], grouped=True)
    model.sort(COLUMNS.index(LibraryColumn.SIZE))
    assert shown(model) == ["第2份材料", "第0份材料", "第3份材料", "第1份材料"]


def test_what_is_equal_in_a_column_stands_by_number(framework, qtbot):
    def numbered(number, item):
        place = PlaceRow(f"p-{item}", f"item-{item:05}", "60", MATERIAL, None, "县司法局", 1, None)
        return row(item, places=(replace(place, number=number),))

    model = LibraryModel()
    rows = [numbered("60-20-10", 1), numbered("60-20-9", 2), numbered("60-20-2", 3)]
    model.show(library_of(rows, framework).scopes[LibraryScope.ALL], grouped=False)
    for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(COLUMNS.index(LibraryColumn.PLACES), way)
        assert shown(model) == ["第3份材料", "第2份材料", "第1份材料"]


# --- the page ------------------------------------------------------------------------------------


@pytest.fixture
def page(opened, qtbot, make_file):
    """The page with three items of 指标60, two of them of equal content."""
    services = opened.context.session.services
    files = [
        make_file("甲 通知.txt", "一样"),
        make_file("乙 方案.txt"),
        make_file("丙.txt", "一样"),
    ]
    # Two are equal, which makes duplicates only where that is wanted.
    request = AttachRequest(tuple(files), Target("60", MATERIAL, "县司法局"), again=True)
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)
    opened.show_page("library")
    made = opened.stack.currentWidget()
    qtbot.waitUntil(lambda: made.browser.model.total == 3, timeout=20_000)
    yield made
    wait_idle(opened, qtbot)


def wait_idle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(
        lambda: session.is_quiet,
        timeout=30_000,
    )


def files(page):
    return sorted(entry.row.file_name for entry in page.browser.model.shown)


def choose(page, qtbot, *names):
    """Click rows by their file names, the later ones with Ctrl."""
    table, model = page.browser.table, page.browser.model
    modifier = Qt.KeyboardModifier.NoModifier
    for name in names:
        place = next(n for n, e in enumerate(model.shown) if e.row.file_name == name)
        at = table.visualRect(model.index(place, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        modifier = Qt.KeyboardModifier.ControlModifier


def test_typing_narrows_and_a_click_on_a_heading_sorts(page, qtbot):
    browser = page.browser
    qtbot.keyClicks(browser.filters.search, "fa")
    qtbot.waitUntil(lambda: files(page) == ["乙 方案.txt"])
    assert browser.count.text() == "找到 1 件，共 3 件"
    browser.filters.search.clear()
    qtbot.waitUntil(lambda: len(files(page)) == 3)
    header = browser.table.horizontalHeader()
    size = COLUMNS.index(LibraryColumn.PLACES)
    at = QPoint(header.sectionViewportPosition(size) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert header.sortIndicatorSection() == size


def test_chosen_rows_stay_chosen_when_sorted_and_the_form_follows(page, opened, qtbot):
    choose(page, qtbot, "乙 方案.txt")
    assert page.detail.form.title.toPlainText() == page.browser.chosen_entries[0].row.title
    page.browser.table.sortByColumn(
        COLUMNS.index(LibraryColumn.TITLE), Qt.SortOrder.DescendingOrder
    )
    assert [e.row.file_name for e in page.browser.chosen_entries] == ["乙 方案.txt"]
    choose(page, qtbot, "乙 方案.txt", "丙.txt")
    assert "选中了 2 件" in page.detail.form.blank.text()


def test_description_is_saved_and_taken_back(page, opened, qtbot):
    choose(page, qtbot, "乙 方案.txt")
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Return)
    form = page.detail.form
    before = form.entered()["title"]
    form.title.setPlainText("新的题名")
    form.save.trigger()
    model = page.browser.model
    qtbot.waitUntil(lambda: "新的题名" in shown(model), timeout=20_000)
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: before in shown(model), timeout=20_000)


def test_into_the_bin_out_of_it_and_all_taken_back(page, opened, qtbot):
    choose(page, qtbot, "甲 通知.txt", "丙.txt")
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: files(page) == ["乙 方案.txt"], timeout=20_000)
    wait_idle(opened, qtbot)
    page.arrive(LibraryTarget(LibraryScope.BIN))
    assert files(page) == ["丙.txt", "甲 通知.txt"]
    assert "不会被清除" in page.browser.count.text()
    choose(page, qtbot, "甲 通知.txt")
    assert not page.browser.remove.isEnabled()
    page.browser.buttons[page.browser.restore].click()
    qtbot.waitUntil(lambda: files(page) == ["丙.txt"], timeout=20_000)
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: len(files(page)) == 2, timeout=20_000)
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: files(page) == [], timeout=20_000)


def test_moved_by_the_picker_and_back(page, opened, qtbot):
    choose(page, qtbot, "乙 方案.txt")
    page.browser.move_on.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), IndicatorDialog))
    picker = QApplication.activeModalWidget().picker
    qtbot.keyClicks(picker.search, "63")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    qtbot.keyClick(picker.spots, Qt.Key.Key_Return)
    places = page.browser.model
    qtbot.waitUntil(lambda: "63 材料查证" in shown(places, LibraryColumn.PLACES), timeout=20_000)
    assert [e.row.file_name for e in page.browser.chosen_entries] == ["乙 方案.txt"]
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(
        lambda: shown(places, LibraryColumn.PLACES) == ["60 材料查证"] * 3, timeout=20_000
    )


def test_a_double_click_on_a_place_turns_to_it(page, opened, qtbot):
    choose(page, qtbot, "乙 方案.txt")
    page.detail.turn_to(2)
    view = page.detail.places
    at = view.visualRect(view.lines.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    there = opened.stack.currentWidget()
    assert there is not page
    assert there.detail.code == "60"
    assert [r.file_name for r in there.detail.panel.chosen_rows] == ["乙 方案.txt"]


def test_one_of_several_equal_items_is_kept(page, opened, qtbot):
    page.arrive(LibraryTarget(LibraryScope.SAME_CONTENT))
    assert files(page) == ["丙.txt", "甲 通知.txt"]
    choose(page, qtbot, "甲 通知.txt")
    page.browser.buttons[page.browser.keep].click()
    qtbot.waitUntil(lambda: files(page) == [], timeout=20_000)
    page.arrive(LibraryTarget(LibraryScope.ALL))
    assert files(page) == ["乙 方案.txt", "甲 通知.txt"]
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: len(files(page)) == 3, timeout=20_000)


def test_a_new_version_is_compared_and_the_old_one_comes_back(
    page, opened, qtbot, make_file, monkeypatch
):
    newer = make_file("乙 方案二稿.txt", "第一句不变。第二句改了。")
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: newer)
    choose(page, qtbot, "乙 方案.txt")
    page.detail.turn_to(3)
    page.detail.revise.trigger()
    qtbot.waitUntil(lambda: "乙 方案二稿.txt" in files(page), timeout=30_000)
    lines = page.detail.revisions.lines
    qtbot.waitUntil(lambda: len(lines.rows) == 2, timeout=20_000)
    wait_idle(opened, qtbot)
    page.detail.revisions.setCurrentIndex(lines.index(1))
    page.detail.compare.trigger()
    dialog = page.controller.comparing.dialog
    qtbot.waitUntil(lambda: "＋" in dialog.view.toPlainText(), timeout=30_000)
    assert "乙 方案二稿.txt" in dialog.view.toPlainText()
    dialog.close_button.click()
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: "乙 方案.txt" in files(page), timeout=20_000)
    qtbot.waitUntil(lambda: len(lines.rows) == 3, timeout=20_000)


def test_originals_are_saved_out(page, opened, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "另存"
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: folder)
    page.browser.table.selectAll()
    page.browser.save.trigger()
    qtbot.waitUntil(lambda: "已另存 3 个文件" in opened.notice.text.text(), timeout=20_000)
    assert {p.name for p in folder.iterdir()} == {"甲 通知.txt", "乙 方案.txt", "丙.txt"}


def test_columns_are_remembered(page, opened, theme, preferences, qtbot):
    table = page.browser.table
    remark = COLUMNS.index(LibraryColumn.REMARK)
    assert table.isColumnHidden(remark)
    actions = {a.text(): a for a in table.columns_menu().actions()}
    actions["备注"].trigger()
    table.horizontalHeader().moveSection(table.horizontalHeader().visualIndex(remark), 1)
    page.leave()
    from ui.library.browse import LibraryBrowser

    again = LibraryBrowser(theme, preferences)
    qtbot.addWidget(again)
    assert not again.table.isColumnHidden(remark)
    assert again.table.horizontalHeader().visualIndex(remark) == 1


@pytest.mark.parametrize("size", [100, 200])
def test_the_title_keeps_its_least_width(page, opened, theme, size):
    opened.resize(1366, 740)
    theme.choose(Scheme.LIGHT, size)
    table, title = page.browser.table, COLUMNS.index(LibraryColumn.TITLE)
    table.reset_columns()
    assert table.columnWidth(title) >= theme.space(LEAST_OF_TITLE)
    table.setColumnWidth(title, 40)
    assert table.columnWidth(title) == theme.space(LEAST_OF_TITLE)
    table.setColumnWidth(title, theme.space(500))
    assert table.columnWidth(title) == theme.space(500)


def test_who_issued_it_comes_last_of_the_first_columns(page):
    table = page.browser.table
    header = table.horizontalHeader()
    table.reset_columns()
    table.reset_columns()  # the same once more
    shown = [n for n in range(len(COLUMNS)) if not header.isSectionHidden(n)]
    in_order = [COLUMNS[n] for n in sorted(shown, key=header.visualIndex)]
    assert in_order[-2:] == [LibraryColumn.PROBLEMS, LibraryColumn.ISSUER]
    assert in_order[:3] == [LibraryColumn.NUMBER, LibraryColumn.TITLE, LibraryColumn.UNIT]


def test_read_only_offers_no_change(window, office, qtbot, make_file, monkeypatch):
    from app.isolation import Workers
    from app.workspace.opening import open_workspace

    monkeypatch.setattr(dialogs, "ask", lambda *_a, **_k: True)
    with open_workspace(office) as workspace, Workers() as workers:
        request = AttachRequest((make_file("甲.txt"),), Target("60", MATERIAL, "县司法局"))
        attach_files(workspace, workers, request, SilentJob())
        open_in(window, office, qtbot)
        window.show_page("library")
        page = window.stack.currentWidget()
        qtbot.waitUntil(lambda: page.browser.model.total == 1, timeout=20_000)
        page.browser.table.selectionModel().select(
            page.browser.model.index(0, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
        browser, detail = page.browser, page.detail
        for action in (browser.copy, browser.move_on, browser.remove, detail.revise, detail.copy):
            assert not action.isEnabled()
        assert browser.save.isEnabled()
        wait_idle(window, qtbot)

"""Where a page was seen: asked when a picture is pasted, shown and changed in forms."""

import pytest
from PySide6.QtTest import QTest

from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.web_origin import OriginEdit
from tests.gui.conftest import reread
from tests.gui.test_indicators import wait_idle
from tests.gui.test_pasting import screenshot
from ui.shared.targets import TaskTarget

CODE, TASK, UNIT = "1", "web_check", "县司法局"
ADDRESS = "https://www.shili.gov.cn/zwgk/1.html"


@pytest.fixture
def clipboard(qapp):
    yield qapp.clipboard()
    qapp.clipboard().clear()


@pytest.fixture
def web_page(opened, qtbot):
    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(TaskTarget(CODE, TASK))
    page.detail.panel.unit.choose(UNIT)
    yield page
    wait_idle(opened, qtbot)


def put(opened, qtbot, *paths, **origin):
    services = opened.context.session.services
    request = AttachRequest(
        paths, Target(CODE, TASK, UNIT), Description(origin=OriginEdit(**origin))
    )
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)


def kinds(row):
    return {problem.kind for problem in row.problems}


def test_a_pasted_picture_asks_once_and_offers_what_was_said_last(
    web_page, opened, clipboard, qtbot
):
    panel, controller = web_page.detail.panel, web_page.controller
    clipboard.setImage(screenshot())
    panel.adding.paste.trigger()
    dialog = controller.origin_dialog
    assert dialog.lines["address"].text() == ""
    assert dialog.lines["looked_up_at"].text()
    dialog.lines["address"].setText("县政府网")
    assert "不是网址" in dialog.wrong.text()
    assert not dialog.agree.isEnabled()
    for name, words in (("address", ADDRESS), ("site", "县政府网"), ("looked_up_by", "王某")):
        dialog.lines[name].setText(words)
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1, timeout=30_000)
    (row,) = panel.model.rows
    assert (row.origin.address, row.origin.site) == (ADDRESS, "县政府网")
    assert row.origin.looked_up_by == "王某"
    assert not kinds(row)
    wait_idle(opened, qtbot)

    clipboard.setImage(screenshot("darkred"))
    panel.adding.paste.trigger()
    dialog = controller.origin_dialog
    assert dialog.lines["address"].text() == ADDRESS
    assert dialog.lines["looked_up_by"].text() == "王某"
    # Of another site the name is not known; of the first one it is.
    dialog.lines["address"].clear()
    QTest.keyClicks(dialog.lines["address"], "www.b.gov.cn")
    assert dialog.lines["site"].text() == ""
    dialog.lines["address"].setText(ADDRESS)
    dialog.lines["address"].textEdited.emit(ADDRESS)
    assert dialog.lines["site"].text() == "县政府网"
    dialog.reject()  # the picture comes in all the same
    qtbot.waitUntil(lambda: len(panel.model.rows) == 2, timeout=30_000)
    second = next(r for r in panel.model.rows if r.item != row.item)
    # Its own name tells when it was pasted.
    assert kinds(second) == {ProblemKind.ADDRESS_MISSING}


def test_the_form_asks_only_where_it_belongs(web_page, opened, qtbot, make_file):
    put(opened, qtbot, make_file("公示.txt"))
    panel, form = web_page.detail.panel, web_page.side.form
    panel.choose_item(panel.model.rows[0].item, describe=True)
    assert form.form.isRowVisible(form.origin_rows["address"])
    assert not form.form.isRowVisible(form.origin_rows["final_address"])
    assert "没有写明网址" in form.problems.text()
    assert not form.notes["address"].isVisible()
    QTest.keyClicks(form.origin["looked_up_at"], "2021-04-09 25:00")
    form.save_now()
    assert "看不懂" in form.notes["looked_up_at"].text()
    form.origin["looked_up_at"].setText("2021-04-09 9:05")
    form.origin["address"].setText("www.shili.gov.cn/1.html")
    form.save_now()
    qtbot.waitUntil(lambda: bool(panel.model.rows[0].origin.address), timeout=10_000)
    row = panel.model.rows[0]
    assert (row.origin.address, row.origin.moment) == (
        "http://www.shili.gov.cn/1.html",
        "2021-04-09 09:05",
    )
    assert not kinds(row)
    assert form.origin["looked_up_at"].text() == "2021-04-09 09:05"
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.model.rows[0].origin, timeout=10_000)
    assert "没有写明网址" in form.problems.text()


def test_many_are_given_site_and_time_at_once(web_page, opened, qtbot, make_file):
    paths = [make_file(f"公示{n}.txt") for n in (1, 2)]
    put(opened, qtbot, *paths, address=ADDRESS, site="县政府网")
    panel = web_page.detail.panel
    panel.view.selectAll()
    web_page.side.form.bulk.trigger()
    dialog = web_page.side.saver.dialog
    assert dialog.origin["site"].text() == "县政府网"
    assert not dialog.ticks["site"].isChecked()
    QTest.keyClicks(dialog.origin["looked_up_at"], "2021-04-09 15:30")
    QTest.keyClicks(dialog.origin["looked_up_by"], "wang")
    assert dialog.ticks["looked_up_at"].isChecked()
    dialog.agree.click()
    qtbot.waitUntil(
        lambda: {r.origin.moment for r in panel.model.rows} == {"2021-04-09 15:30"}, timeout=10_000
    )
    assert {r.origin.address for r in panel.model.rows} == {ADDRESS}
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: {r.origin.moment for r in panel.model.rows} == {""}, timeout=10_000)


def test_other_tasks_are_not_bothered(opened, qtbot, clipboard, make_file):
    from tests.gui.test_indicators import MATERIAL

    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(TaskTarget("60", MATERIAL))
    page.detail.panel.unit.choose(UNIT)
    clipboard.setImage(screenshot())
    page.detail.panel.adding.paste.trigger()
    assert page.controller.origin_dialog is None
    panel = page.detail.panel
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1, timeout=30_000)
    panel.choose_item(panel.model.rows[0].item)
    form = page.side.form
    assert not form.form.isRowVisible(form.origin_rows["address"])
    wait_idle(opened, qtbot)

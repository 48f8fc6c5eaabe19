"""网页采集 in the window: asked, captured by the real browser, taken in, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.capture.hashes import check_sums
from app.capture.model import Capture, CapturedFile, FileRole
from app.capture.parcel import read_list, write_parcel
from app.evidence.places import Target
from app.intake.captures import Wanted, take_captures
from app.jobs import SilentJob
from app.verification.notes import add_note
from app.verification.slots import Slot
from app.verification.web_check import capturing
from app.verification.web_check.lookups import LOOKUPS, Lookup, LookupResult
from app.verification.web_check.orders import orders_of_text
from tests.support.browser import needs_browser
from tests.support.web_site import small_pdf, web_site
from ui import dialogs
from ui.shared.targets import TaskTarget
from ui.verification.web_check.capture_panel import CapturePanel

UNIT = "县司法局"


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget("6", "web_check"))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    found.tools.follow()
    return found


def panel_of(page, kind):
    return next(panel for panel in page.tools.shown if isinstance(panel, kind))


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=60_000)


def items(opened) -> list[str]:
    filed = opened.context.session.snapshot.filed.values()
    return [row.title for rows in filed for row in rows]


@needs_browser
def test_pages_are_captured_taken_in_and_taken_back(opened, page, qtbot):
    line = panel_of(page, CapturePanel)
    with web_site() as site:
        said = Lookup(site.url("/js"), "权责清单", "2026-03-01", "王某", LookupResult.CONFIRMED)
        workspace = opened.context.session.services.workspace
        add_note(workspace, LOOKUPS, Slot(UNIT, "6", "web_check"), said)
        line.read()
        settle(opened, qtbot)
        line.capture.trigger()
        dialog = line.dialog
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.text.toPlainText() == f"{site.url('/js')} 权责清单"
        # A line that may not be asked for keeps the button away, and says why.
        dialog.text.appendPlainText("file:///etc/passwd")
        assert not dialog.agree.isEnabled()
        assert "http" in dialog.state.text()
        dialog.text.setPlainText(f"{site.url('/js')}\n{site.url('/nowhere')}")
        assert [order.address for order in dialog.orders] == [
            site.url("/js"),
            site.url("/nowhere"),
        ]
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "行政执法公示平台" in items(opened), timeout=120_000)
        settle(opened, qtbot)
    opened.context.session.latest_results()
    outcomes = line.outcomes
    qtbot.waitUntil(outcomes.isVisible)
    lines = outcomes.view.model().lines
    assert [one.right for one in lines] == ["已收取", "没有收入"]
    assert "404" in lines[1].note
    outcomes.reject()
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: items(opened) == [], timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.redo()
    qtbot.waitUntil(lambda: items(opened) == ["行政执法公示平台"], timeout=20_000)
    settle(opened, qtbot)


@needs_browser
def test_kept_pages_are_looked_at_again(opened, page, qtbot, monkeypatch, tmp_path, workers):
    line = panel_of(page, CapturePanel)
    services = opened.context.session.services
    with web_site() as site:
        site.texts["/list"] = "<title>清单</title><p>共120项。</p>"
        orders = orders_of_text(site.url("/list"))
        captures = capturing.capture_orders(orders, tmp_path, SilentJob())
        wanted = [Wanted(captures[0], tmp_path, Target("6", "web_check", UNIT))]
        take_captures(services.workspace, workers, wanted, SilentJob())
        site.texts["/list"] = "<title>清单</title><p>共118项。</p>"
        line.again.trigger()
        qtbot.waitUntil(lambda: line.scope is not None and line.scope.isVisible(), timeout=20_000)
        assert line.scope.one.isChecked()
        QTest.mouseClick(line.scope.agree, Qt.MouseButton.LeftButton)
        said = lambda: opened.context.notice.text.text()  # noqa: E731
        qtbot.waitUntil(lambda: "受影响的指标：6" in said(), timeout=120_000)
        settle(opened, qtbot)
    opened.context.session.latest_results()
    dialog = line.rechecked
    qtbot.waitUntil(dialog.isVisible)
    (shown,) = dialog.view.model().lines
    assert (shown.text, shown.right) == ("清单", "内容有变")
    table = dialog.changes
    cells = [[table.item(n, m).text() for m in (0, 1)] for n in range(table.rowCount())]
    assert ["－共120项。", "＋共118项。"] in cells
    target = tmp_path / "复查.html"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_: target)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=20_000)
    settle(opened, qtbot)
    assert "共118项。" in target.read_text("utf-8")
    dialog.reject()


def test_a_courier_goes_out_and_its_results_come_in(opened, page, qtbot, monkeypatch, tmp_path):
    line = panel_of(page, CapturePanel)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: stick)
    line.send.trigger()
    dialog = line.dialog
    qtbot.waitUntil(dialog.isVisible)
    dialog.text.setPlainText("http://192.0.2.1/list.html 权责清单")
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(stick.glob("*/list.json")) != [], timeout=20_000)
    settle(opened, qtbot)
    (folder,) = stick.iterdir()
    made = read_list((folder / "list.json").read_bytes())
    # What the runner brings back: one page, and one that was not reached.
    (folder / "001_x.pdf").write_bytes(small_pdf())
    file = CapturedFile(
        FileRole.DOWNLOAD,
        "001_x.pdf",
        len(small_pdf()),
        *check_sums(folder / "001_x.pdf"),
    )
    (order,) = made.orders
    capture = Capture(
        order.address, order.key, status=200, captured_at="2026-03-01T09:30:00", files=(file,)
    )
    results = folder / "网检结果_1.zip"
    write_parcel(results, made, [capture], folder)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: results)
    line.take_back.trigger()
    qtbot.waitUntil(lambda: len(items(opened)) == 1, timeout=60_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: items(opened) == [], timeout=20_000)
    settle(opened, qtbot)
    # Changed on the way: refused, and said.
    said = []
    monkeypatch.setattr(dialogs, "tell", lambda _over, *words: said.append(words))
    results.write_bytes(results.read_bytes()[:-30])
    line.take_back.trigger()
    qtbot.waitUntil(lambda: said != [], timeout=60_000)
    assert "没有收" in said[0][0]
    settle(opened, qtbot)


def test_without_a_browser_the_window_says_what_to_do(opened, page, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(capturing, "find_browsers", lambda _chosen: ())
    monkeypatch.setattr(dialogs, "tell", lambda _over, *words: said.append(words))
    panel_of(page, CapturePanel).capture.trigger()
    assert "没有找到可用的浏览器" in said[0][0]
    settle(opened, qtbot)

"""检查组版 and 打印 in the window: what is handed over, and what is printed."""

import pytest
from PySide6.QtCore import Qt

from app.dossier_options import Edition
from app.names.printing import PrintState
from app.settings import load_settings
from tests.gui.conftest import page_of
from ui.dossiers.page import LEDGER


@pytest.fixture
def compiled(filled, qtbot):
    page = page_of(filled, "dossiers")
    page.compile_action.trigger()
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=60_000)
    page.tabs.setCurrentWidget(page.printing)
    return page


def listed(page) -> list[PrintState]:
    return [volume.state for volume in page.printing.table.lines.rows]


def plan(page, qtbot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not page.printing.busy, timeout=20_000)


def test_what_was_printed_is_remembered_and_can_be_taken_back(filled, compiled, qtbot):
    plan(compiled, qtbot)
    assert listed(compiled) == [PrintState.NEW]
    session = filled.context.session
    compiled.printing.done_action.trigger()
    qtbot.waitUntil(lambda: "没有改动" in compiled.printing.summary.text(), timeout=20_000)
    assert not compiled.printing.table.isVisible()
    assert not compiled.printing.done_action.isEnabled()
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    filled.context.undo.undo()
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    plan(compiled, qtbot)
    assert listed(compiled) == [PrintState.NEW]


def test_the_number_of_copies_is_kept(filled, compiled, qtbot):
    compiled.printing.copies.set_value(3)
    plan(compiled, qtbot)
    assert [volume.copies for volume in compiled.printing.table.lines.rows] == [3]
    session = filled.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    workspace = session.services.workspace
    facts = workspace.facts
    with workspace.reading() as reader:
        stored = load_settings(reader, facts.county, facts.framework.programme)
    assert stored.print_copies == 3


def test_the_inspection_edition_has_a_folder_of_its_own(filled, qtbot):
    page = page_of(filled, "dossiers")
    usual = page.folder.text()
    page.choices.draft.setChecked(True)
    page.choices.edition.setCurrentIndex(page.choices.edition.findData(Edition.INSPECTION))
    assert page.folder.text() != usual
    assert page.folder.text().endswith("检查组版")
    options = page.choices.options()
    assert (options.edition, options.watermark) == (Edition.INSPECTION, "")
    page.choices.edition.setCurrentIndex(page.choices.edition.findData(Edition.WORKING))
    assert page.folder.text() == usual
    assert page.choices.options().watermark


def test_each_edition_shows_its_own_dossiers_and_account(filled, qtbot):
    page = page_of(filled, "dossiers")
    page.compile_action.trigger()
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=60_000)
    assert page.model.rowCount() == 1
    assert page.tabs.isTabVisible(LEDGER)
    session = filled.context.session
    page.choices.edition.setCurrentIndex(page.choices.edition.findData(Edition.INSPECTION))
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    assert page.model.rowCount() == 0
    assert not page.tabs.isTabVisible(LEDGER)
    page.compile_action.trigger()
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=60_000)
    account = page.tabs.tabText(LEDGER)
    page.choices.edition.setCurrentIndex(page.choices.edition.findData(Edition.WORKING))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=20_000)
    assert page.tabs.tabText(LEDGER) != account
    page.choices.edition.setCurrentIndex(page.choices.edition.findData(Edition.INSPECTION))
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    assert page.model.rowCount() == 0

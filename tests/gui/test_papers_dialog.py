"""生成文书: which paper, for whom, where to, overwriting, outcomes; the templates."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.workspace.making import create_workspace
from tests.gui.conftest import open_in
from tests.support.workspaces import COUNTY
from ui import dialogs
from ui.papers.dialog import PapersDialog
from ui.papers.opening import open_papers

UNIT = "县司法局"


@pytest.fixture
def dialog(opened, qtbot):
    QTest.keyClick(opened, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    made = opened.findChild(PapersDialog)
    made.choices.folder.setText(
        str(opened.context.session.services.workspace.layout.exports / "出")
    )
    yield made
    made.reject()


def made_in(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.working.isHidden(), timeout=60_000)
    return dialog.outcomes.outcomes.lines


def test_what_is_asked_follows_the_paper(dialog):
    dialog.choose("progress-bulletin")
    assert dialog.choices.unit_part.isHidden()
    assert dialog.choices.use.text() == "全县进展，各单位排名。"
    assert dialog.choices.chosen.units == ()
    dialog.choose("reminder", (UNIT,))
    assert not dialog.choices.unit_part.isHidden()
    assert not dialog.choices.reply_by.isHidden()
    # Every stage of 2021 is past: a date is proposed, and may be left out.
    assert dialog.choices.chosen.reply_by is not None
    dialog.choices.answered.setChecked(False)
    assert dialog.choices.chosen.reply_by is None
    assert dialog.choices.chosen.units == (UNIT,)
    dialog.choose("master-ledger", (UNIT,))
    assert dialog.choices.chosen.units == (UNIT,)
    assert dialog.choices.chosen.reply_by is None
    dialog.choices.county.setChecked(True)
    assert dialog.choices.chosen.units == ()


def test_units_are_sifted_by_initials_and_ticked_together(dialog):
    dialog.choose("material-list")
    choices = dialog.choices
    QTest.mouseClick(choices.none, Qt.MouseButton.LeftButton)
    assert not dialog.make.isEnabled()
    QTest.keyClicks(choices.search, "xsfj")
    QTest.mouseClick(choices.all, Qt.MouseButton.LeftButton)
    assert UNIT in choices.chosen.units
    assert len(choices.chosen.units) < choices.units.count()
    assert dialog.make.isEnabled()


def test_a_paper_is_made_opened_and_not_overwritten_unasked(dialog, qtbot, monkeypatch):
    opened, asked = [], []
    monkeypatch.setattr(dialogs, "open_path", lambda path: opened.append(path) or True)
    dialog.choose("material-list", (UNIT,))
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    (line,) = made_in(dialog, qtbot)
    path = line.value.path
    assert path.is_file()
    assert UNIT in path.name
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    assert opened == [path, path.parent]
    before = path.stat().st_mtime_ns

    def refuse(*words):
        asked.append(words)
        return False

    monkeypatch.setattr(dialogs, "ask", refuse)
    dialog.start()
    qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    assert dialog.working.isHidden()
    assert path.stat().st_mtime_ns == before
    monkeypatch.setattr(dialogs, "ask", lambda *_words: True)
    dialog.start()
    qtbot.waitUntil(lambda: path.stat().st_mtime_ns != before, timeout=60_000)
    made_in(dialog, qtbot)


def test_what_is_not_needed_is_said_and_the_folder_is_remembered(dialog, qtbot):
    dialog.choose("rectification-notice", (UNIT,))
    dialog.start()
    (line,) = made_in(dialog, qtbot)
    assert line.right == "不需要"
    assert line.note
    assert not dialog.open_button.isEnabled()
    again = open_papers(dialog.parent().window().context, dialog, "nothing of the kind")
    assert again.choices.folder.text() == dialog.choices.folder.text()
    again.reject()


def test_stopping_leaves_what_is_finished(dialog, qtbot):
    dialog.choose("material-list")
    dialog.start()
    dialog.stop.click()
    made_in(dialog, qtbot)
    assert "停止" in dialog.summary.text()
    assert dialog.make.isEnabled()


def test_a_unit_makes_its_own_papers_only(window, tmp_path, framework, qtbot):
    path = tmp_path / "本单位"
    create_workspace(path, framework, COUNTY, UNIT)
    open_in(window, path, qtbot)
    dialog = open_papers(window.context, window, "self-report")
    names = {dialog.papers.item(n).text() for n in range(dialog.papers.count())}
    assert "自查报告" in names
    assert "催报通知" not in names
    assert UNIT in dialog.choices.whose.text()
    dialog.start()
    (line,) = made_in(dialog, qtbot)
    assert line.value.path.suffix == ".docx"
    dialog.reject()


def test_templates_are_laid_out_once_and_the_folder_is_opened(opened, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(dialogs, "open_path", lambda path: shown.append(path) or True)
    folder = opened.context.session.services.workspace.layout.templates
    opened.menus.templates_action.trigger()
    qtbot.waitUntil(lambda: shown == [folder], timeout=20_000)
    own = folder / "催报通知.docx"
    own.write_bytes(own.read_bytes() + b"\0")
    changed = own.read_bytes()
    opened.menus.templates_action.trigger()
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=20_000)
    assert own.read_bytes() == changed

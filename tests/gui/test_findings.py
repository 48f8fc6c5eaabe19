"""Findings beside the item: told, judged in one dialog, taken back, only read where not own."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.conversion.model import BindingChoices, Changes
from app.evidence.descriptions import Description
from app.evidence.filing import Filing, ReadyFile, file_items
from app.evidence.listing import list_filed
from app.evidence.places import Target, place_of
from app.filetypes import sniff
from app.guessing.guess import Guess
from app.problems import Problem, ProblemKind
from tests.gui.conftest import reread
from tests.gui.test_indicators import page, wait_idle  # noqa: F401  (fixture)
from tests.support import documents
from ui.findings.dialog import FindingsDialog
from ui.shared.targets import ItemTarget

PICTURES = Problem(ProblemKind.PICTURES_NOT_STORED, {"count": 3})
INSIDE = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 1, "names": "<b>台账</b>.xlsx"})


@pytest.fixture
def shown(page, opened, qtbot, tmp_path):  # noqa: F811
    """The page, with an item chosen that holds more than its pages show."""
    workspace = page.window().context.session.services.workspace
    path = documents.word(tmp_path / "评查报告.docx", ["评查报告"])
    ready = ReadyFile(
        workspace.originals.import_file(path),
        sniff(path, path.name),
        path.name,
        None,
        Guess(),
        (PICTURES, INSIDE),
    )
    target = Target("60", "材料查证", "县司法局", 2)
    with workspace.database.writing() as work:
        filing = Filing(ready, place_of(workspace, target), Description(title="评查报告"))
        (filed,) = file_items(work, workspace.facts.framework, [filing])
        work.commit()
    reread(opened, qtbot)
    page.arrive(ItemTarget(filed.item_id))
    yield page
    wait_idle(opened, qtbot)


def row_of(page):  # noqa: F811
    with page.window().context.session.services.workspace.database.reading() as session:
        (row,) = list_filed(session)
        return row


def in_dialog(act):
    """Do something in the dialog that opens next, as soon as it has opened."""

    def run():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindingsDialog)
        act(dialog)

    QTimer.singleShot(0, run)


def test_what_the_pages_do_not_show_is_told_beside_them(shown):
    card = shown.side.pane.findings
    assert card.isVisible()
    assert "3 张图片没有存在文件里" in card.said.text()
    assert "<b>台账</b>.xlsx" in card.said.text()


def test_a_reason_settles_a_finding_and_undo_opens_it_again(shown, opened, qtbot):
    def settle(dialog):
        assert [line.found.problem for line in dialog.lines] == [PICTURES, INSIDE]
        qtbot.keyClicks(dialog.lines[0].reason, "cover art")
        dialog.marked.click()
        dialog.agree.click()

    in_dialog(settle)
    shown.side.pane.findings.judge.trigger()
    qtbot.waitUntil(lambda: len(row_of(shown).open_findings) == 1, timeout=10_000)
    assert row_of(shown).binding == BindingChoices(Changes.MARKED)
    reread(opened, qtbot)
    assert "张图片" not in shown.side.pane.findings.said.text()
    shown.window().context.undo.undo()
    qtbot.waitUntil(lambda: len(row_of(shown).open_findings) == 2, timeout=10_000)
    assert row_of(shown).binding == BindingChoices()


def test_cancel_keeps_nothing(shown, qtbot):
    def leave(dialog):
        qtbot.keyClicks(dialog.lines[0].reason, "cover art")
        dialog.reject()

    in_dialog(leave)
    shown.side.pane.findings.judge.trigger()
    assert len(row_of(shown).open_findings) == 2
    assert not shown.window().context.undo.undo_text


def test_what_is_not_own_is_only_read(shown, qtbot):
    theme = shown.window().context.theme
    dialog = FindingsDialog(theme, row_of(shown), "这是县司法局填报的", shown)
    qtbot.addWidget(dialog)
    assert not dialog.agree.isEnabled()
    assert not any(line.reason.isEnabled() for line in dialog.lines)
    assert not dialog.marked.isEnabled()

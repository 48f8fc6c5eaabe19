"""Files inside a file: listed in the dialog of findings, bound by one press, taken back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.evidence.items import current
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.problems import describe_problem
from tests.gui.conftest import reread
from tests.gui.test_indicators import page, wait_idle  # noqa: F401  (fixture)
from tests.support import documents
from tests.support.documents.embedded import bare_word, ole_object
from tests.support.programs import windows_program
from ui.findings.dialog import FindingsDialog
from ui.shared.outcomes import OutcomeDialog
from ui.shared.targets import ItemTarget

LINK = "package"
TARGET = Target("60", "材料查证", "县司法局", 2)


@pytest.fixture
def filed(page, opened, qtbot, tmp_path):  # noqa: F811
    """Attach a letter with these files inside, and choose it."""
    services = page.window().context.session.services

    def attach(**files: bytes) -> str:
        names = [f"{name}.docx" for name in files]
        path = bare_word(
            tmp_path / "评查报告.docx",
            "".join(ole_object(f"r{n}", "Package") for n in range(len(files))),
            tuple((f"r{n}", LINK, f"embeddings/{name}", False) for n, name in enumerate(names)),
            {f"word/embeddings/{name}.docx": content for name, content in files.items()},
        )
        request = AttachRequest((path,), TARGET)
        report = attach_files(services.workspace, services.workers, request, SilentJob())
        (outcome,) = report.outcomes
        reread(opened, qtbot)
        page.arrive(ItemTarget(outcome.item_id))
        return outcome.item_id

    yield attach
    wait_idle(opened, qtbot)


def letter(tmp_path, *lines) -> bytes:
    return documents.word(tmp_path / "inner.docx", lines).read_bytes()


def rows(page):  # noqa: F811
    with page.window().context.session.services.workspace.database.reading() as session:
        return list_filed(session)


def parts(page, item):  # noqa: F811
    with page.window().context.session.services.workspace.database.reading() as session:
        _, revision = current(session, item)
        return [part.file_name for part in revision.attachments]


def in_dialog(qtbot, act):
    """Do something in the dialog that opens next, as soon as it lists the files."""

    def run():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindingsDialog)
        (box,) = dialog.boxes.values()
        try:
            qtbot.waitUntil(lambda: box.list.count() > 0, timeout=30_000)
            act(dialog, box)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, run)


def test_ticked_files_are_bound_behind_the_item_and_undo_takes_them_back(
    page,  # noqa: F811
    filed,
    qtbot,
    tmp_path,
):
    item = filed(甲=letter(tmp_path, "甲"), 乙=letter(tmp_path, "乙"))

    def take(_dialog, box):
        assert [box.list.item(n).text() for n in range(2)] == ["甲.docx", "乙.docx"]
        assert box.ticked == (1, 2)
        box.list.setFocus()
        box.list.setCurrentRow(1)
        QTest.keyClick(box.list, Qt.Key.Key_Space)
        assert box.ticked == (1,)
        QTest.mouseClick(box.attach_button, Qt.MouseButton.LeftButton)

    in_dialog(qtbot, take)
    page.side.pane.findings.judge.trigger()
    qtbot.waitUntil(lambda: parts(page, item) == ["甲.docx"], timeout=30_000)
    qtbot.waitUntil(lambda: page.window().context.undo.undo_text == "取出内嵌文件", timeout=10_000)
    (row,) = rows(page)
    assert "1 个附件（乙.docx）" in describe_problem(row.open_findings[0].problem).reason
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: parts(page, item) == [], timeout=10_000)
    (row,) = rows(page)
    assert "2 个附件" in describe_problem(row.open_findings[0].problem).reason
    page.window().context.undo.redo()
    qtbot.waitUntil(lambda: parts(page, item) == ["甲.docx"], timeout=10_000)


def test_files_become_items_and_a_refused_one_is_told(page, filed, qtbot, tmp_path):  # noqa: F811
    filed(程序=windows_program(), 乙=letter(tmp_path, "乙"))
    in_dialog(
        qtbot,
        lambda _dialog, box: QTest.mouseClick(box.separate_button, Qt.MouseButton.LeftButton),
    )
    page.side.pane.findings.judge.trigger()
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=30_000)

    def shown():
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, OutcomeDialog)]
        return [dialog for dialog in found if dialog.isVisible()]

    notice = page.window().notice
    qtbot.waitUntil(notice.isVisible, timeout=10_000)
    assert not shown()  # a list that opens by itself would take the keys
    notice.button.click()
    (dialog,) = shown()
    said = dialog.view.text()
    assert "程序.docx" in said
    assert "不收" in said
    assert not dialog.again.isVisible()
    dialog.close()
    assert {row.file_name for row in rows(page)} == {"评查报告.docx", "乙.docx"}


def test_nothing_ticked_is_nothing_to_do(page, filed, qtbot, tmp_path):  # noqa: F811
    item = filed(甲=letter(tmp_path, "甲"))

    def untick(_dialog, box):
        box.list.setCurrentRow(0)
        QTest.keyClick(box.list, Qt.Key.Key_Space)
        assert not box.attach_button.isEnabled()
        assert not box.separate_button.isEnabled()

    in_dialog(qtbot, untick)
    page.side.pane.findings.judge.trigger()
    assert parts(page, item) == []

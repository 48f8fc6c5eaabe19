"""设置 › 文书: what papers print is typed beside the page that it makes."""

from datetime import date
from itertools import pairwise

import docx
import pytest
from PySide6.QtCore import Qt

from app.jobs import SilentJob
from app.reports.papers import find_paper
from app.reports.service import make_papers
from tests.gui.test_settings_page import stored, wait_idle

LONG = "示例县全面依法治县委员会法治政府建设示范创建工作领导小组办公室"


@pytest.fixture
def section(opened, qtbot):
    opened.show_page("settings", "papers")
    shown = opened.stack.currentWidget().papers
    qtbot.waitUntil(shown.isVisible)
    return shown


def shown_text(section) -> str:
    return "\n".join(piece.text for piece in section.view.pieces())


def test_the_page_follows_every_key(section, qtbot):
    field = section.texts["issuer"]
    field.setFocus()
    qtbot.keyClicks(field, "AB")
    assert "AB文件" in shown_text(section)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert "A文件" in shown_text(section)


def test_what_is_typed_is_printed(opened, section, qtbot):
    typed = {
        "issuer": LONG,
        "issuer_code": "示创办",
        "contact": "王芳",
        "phone": "0375-1234567",
        "copy_to": "县委办公室，县政府办公室。",
        "printed_by": "示例县司法局办公室",
    }
    for name, text in typed.items():
        section.texts[name].setText(text)
    section.save()
    wait_idle(opened, qtbot)
    assert {name: getattr(stored(opened), name) for name in typed} == typed
    services = opened.context.session.services
    (paper,) = make_papers(
        services.workspace,
        services.settings,
        find_paper("进展通报"),
        (),
        SilentJob(),
        today=date(2026, 5, 10),
    ).written
    printed = "\n".join(p.text for p in docx.Document(str(paper.path)).paragraphs)
    for words in (
        f"{LONG}文件",
        "示创办〔2026〕",
        "（联系人：王芳，联系电话：0375-1234567）",
        "抄送：县委办公室，县政府办公室。",
        "示例县司法局办公室\t2026年5月10日印发",
    ):
        assert words in printed
    shown = shown_text(section)
    assert all(
        piece in shown for piece in (f"{LONG}文件", "示创办〔", "抄送：县委办公室，县政府办公室。")
    )
    assert "。。" not in shown + printed


def test_nothing_on_the_page_overlaps(section):
    for issuer in ("", "县司法局", LONG):
        section.texts["issuer"].setText(issuer)
        section.texts["copy_to"].setText("县委办公室，县人大常委会办公室，县政府办公室，" * 3)
        boxes = [piece.box for piece in section.view.pieces()]
        last = boxes[-2:]  # who prints it and when share their lines
        for first, second in pairwise(boxes[:-1]):
            assert first.bottom() <= second.top() + 0.1
        assert last[0].bottom() == last[1].bottom()


def test_the_part_that_is_written_is_marked(section):
    section.view.show_head(section.head(), "")
    before = section.view.grab().toImage()
    section.view.show_head(section.head(), "issuer_code")
    assert section.view.grab().toImage() != before

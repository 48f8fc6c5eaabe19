"""The window in English has no Chinese of its own, and in Chinese no English of Qt's."""

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QFileInfo, QLocale, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileIconProvider,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from app.problems import Problem, ProblemKind
from app.settings import office_name
from app.terms import USUAL_METHODS
from app.workspace.making import create_workspace
from tests.gui.conftest import open_in, reread
from tests.gui.test_indicators import attach
from tests.support.workspaces import COUNTY
from ui.language import Language, speak, spoken
from ui.pages import PAGES
from ui.settings.look import LookSection
from ui.settings.notice_view import NoticeView
from ui.translation import tr
from ui.wording import describe_problem, named

CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]+")
ENGLISH = re.compile(r"\b(Open|Cancel|Save|Yes|No|Cut|Copy|Paste|Undo|Redo|Select All|File|Name)\b")
#: Not words of the window: what is printed on Chinese papers, and a language's own name.
PRINTED = ("草稿", "永久", "30年", "10年", "中文")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
ROWS = 40


@pytest.fixture
def english(qapp, theme):
    speak(qapp, Language.ENGLISH)
    yield
    speak(qapp, Language.CHINESE)


def test_the_file_dialog_names_kinds_of_files_in_chinese(qapp, theme, tmp_path, english):
    """Where the system has no dialog of its own, Qt's is shown."""
    file = tmp_path / "未知.qqq"
    file.write_bytes(b"\x00\x01")
    speak(qapp, Language.CHINESE)
    kinds = [QFileIconProvider().type(QFileInfo(str(each))) for each in (tmp_path, file)]
    assert kinds[0] == "文件夹"
    assert not any(re.search("[Ff]ile|[Ff]older", kind) for kind in kinds)
    speak(qapp, Language.ENGLISH)
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Folder"


def words_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """What the window says anywhere, and where."""
    for action in window.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield f"action {action.text()}", text
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, NoticeView):
            continue  # a paper, which is Chinese
        where = f"{type(widget).__module__}.{type(widget).__name__} of {type(widget.parent())}"
        for text in _texts(widget):
            yield where, text


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
        yield widget.placeholderText()
    if isinstance(widget, QTabBar | QTabWidget):
        for n in range(widget.count()):
            yield from (widget.tabText(n), widget.tabToolTip(n))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    # A list has one column, and says so in private.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for role in ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(min(model.rowCount(parent), ROWS)):
            waiting.append(model.index(row, 0, parent))
            for column in range(columns):
                index = model.index(row, column, parent)
                for role in (*ROLES, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(index.data(role) or "")


def data_of(window) -> list[str]:
    """What is data: the indicator set, the units, the county, the files; longest first."""
    session = window.context.session
    snapshot = session.snapshot
    found = set(PRINTED)
    found |= set(_strings(snapshot.framework.model_dump()))
    found |= {unit.name for unit in snapshot.registry.units}
    found |= {group.name for group in snapshot.registry.groups}
    found |= {alias for unit in snapshot.registry.units for alias in unit.aliases}
    found |= {part.unit for parts in snapshot.registry.responsible.values() for part in parts}
    found |= {i.heading for i in snapshot.framework.indicators}
    for rows in snapshot.filed.values():
        found |= {text for row in rows for text in (row.title, row.file_name, row.issuer)}
    found |= {COUNTY, session.services.identity.owner}
    found.add(office_name(COUNTY, snapshot.framework.programme))
    found |= set(session.services.workspace.layout.root.parts)
    return sorted((text for text in found if CHINESE.search(text)), key=len, reverse=True)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def own_chinese(texts: Iterable[tuple[str, str]], data: list[str]) -> set[tuple[str, str]]:
    """What is Chinese once the data is taken out."""
    pieces = re.compile("|".join(map(re.escape, data)))
    found = {(where, pieces.sub("", text)) for where, text in set(texts) if CHINESE.search(text)}
    return {(where, rest) for where, rest in found if CHINESE.search(rest)}


@pytest.mark.parametrize("role", ["office", "unit"])
def test_the_window_in_english_has_no_chinese_of_its_own(
    english, window, office, framework, make_file, tmp_path, qtbot, role
):
    found = own_chinese(words_of(window), [COUNTY])
    if role == "unit":
        office = tmp_path / "示例县县司法局"
        create_workspace(office, framework, COUNTY, "县司法局")
    open_in(window, office, qtbot)
    attach(window, [make_file("关于开展案卷评查的通知 2021-04-09.txt")], point=2)
    attach(window, [make_file("没有要点.pdf")])
    reread(window, qtbot)
    data = data_of(window)
    for page in PAGES:
        window.show_page(page.entry.key)
        qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=20_000)
        found |= own_chinese(words_of(window.stack.currentWidget()), data)
    assert found | own_chinese(words_of(window), data) == set()


def test_sentences_of_the_app_layer_are_told_in_english(english):
    problem = Problem(ProblemKind.DAMAGED, {"label": "Word 文档"})
    assert str(describe_problem(problem)).startswith("The file is damaged and cannot be read (Word")
    assert not CHINESE.search("".join(named(name) for name in USUAL_METHODS.values()))


def test_one_is_not_many_in_english(english):
    assert tr("{count} 份原件", count=1) == "1 份原件"  # not in the window: as it is
    assert tr("移动 {count} 件", count=1) == "Move 1 item"
    assert tr("移动 {count} 件", count=2) == "Move 2 items"


def test_one_word_of_two_meanings(english):
    assert (tr("通过"), tr("通过", "to do")) == ("Accepted", "Accept")


def test_qts_own_words_are_chinese(theme, qtbot, tmp_path):
    line = QLineEdit("词")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert len(texts) > 5
    assert [text for text in texts if ENGLISH.search(text.replace("&", ""))] == []
    menu.deleteLater()

    box = QMessageBox()
    qtbot.addWidget(box)
    standard = QMessageBox.StandardButton
    box.setStandardButtons(standard.Ok | standard.Cancel | standard.Yes | standard.No)
    assert all(CHINESE.search(button.text()) for button in box.buttons())

    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(buttons)
    assert all(CHINESE.search(button.text()) for button in buttons.buttons())

    files = QFileDialog(None, "打开", str(tmp_path))
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(files)
    said = [text for _, text in words_of(files)]
    assert [text for text in said if ENGLISH.search(text.replace("&", ""))] == []


def test_the_system_decides_only_when_asked():
    german, british = QLocale("de_DE"), QLocale("en_GB")
    assert spoken(Language.SYSTEM, british) is Language.ENGLISH
    assert spoken(Language.SYSTEM, german) is Language.CHINESE
    assert spoken(Language.CHINESE, british) is Language.CHINESE


def test_the_choice_is_remembered_for_the_next_start(opened, preferences):
    assert preferences.language is Language.CHINESE
    opened.show_page("settings")
    section = opened.findChild(LookSection)
    section.language.setCurrentIndex(section.language.findData(Language.ENGLISH))
    section.language.activated.emit(section.language.currentIndex())
    assert preferences.language is Language.ENGLISH
    assert section.later.isVisibleTo(section)

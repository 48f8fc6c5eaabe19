"""No call in ``ui`` gives Qt words of files or people that it could take for HTML or a mnemonic.

Where a widget guesses whether a text is HTML (labels, tooltips), or reads "&" as a mnemonic
(buttons, menus, tabs), the words must be the program's own or go through ``ui.literal``.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"
MODULES = sorted(UI.rglob("*.py"))

#: Calls whose text Qt may take for HTML: these go through ``tip``.
TIPS = {"setToolTip", "setStatusTip", "setWhatsThis"}
#: Calls whose text Qt searches for mnemonics: foreign words go through ``no_mnemonic``.
MNEMONICS = {
    "addAction", "addMenu", "addTab", "insertTab", "setTabText", "QAction", "QPushButton",
    "QCheckBox", "QRadioButton", "QGroupBox", "QToolButton", "QCommandLinkButton", "setTitle",
}  # fmt: skip
#: Widgets and calls that show HTML, and the only modules that may use them, with care.
HTML = {
    "QLabel": {"actions.py", "new_workspace.py"},
    "QTextBrowser": {"compare_dialog.py", "manual_window.py"},
    "QTextEdit": set(),
    "setHtml": {"compare_dialog.py"},
    "insertHtml": set(),
    "appendHtml": set(),
    "setMarkdown": {"manual_window.py"},
    "showText": {"day_edit.py", "month_view.py", "plain_numbers.py"},
    "QErrorMessage": set(),
    "QProgressDialog": set(),
    "QWizardPage": set(),
    "QMessageBox": {"dialogs.py"},
    "QSplashScreen": set(),
    "showMessage": set(),
    "QSystemTrayIcon": set(),
}
#: Values in captions that are the program's own numbers and terms.
OWN_VALUES = {"DRAFT", "ledger.included", "ledger.inputs"}
#: Captions that are the program's own terms with a number behind.
OWN_CAPTIONS = {
    "f'{words[box]} {count}' if count else words[box]",
    "names[wanted]",
}
#: Makes foreign words harmless.
SAFE = {"tip", "as_tip", "no_mnemonic", "label"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield function.attr, node
            elif isinstance(function, ast.Name):
                yield function.id, node


def own_words(node: ast.expr) -> bool:
    """True for the program's own words, and for foreign ones that were made harmless."""
    if isinstance(node, ast.Constant) or ast.unparse(node) in OWN_CAPTIONS:
        return True
    if isinstance(node, ast.IfExp):
        return own_words(node.body) and own_words(node.orelse)
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "tr":
            return all(own_words(k.value) or _own_value(k.value) for k in node.keywords)
        return name in SAFE
    return False


def _own_value(node: ast.expr) -> bool:
    """True for numbers and for the program's own names."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in {"len", "sum"}
    return ast.unparse(node) in OWN_VALUES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_tooltips_and_captions_take_foreign_words_as_they_stand(path):
    wrong = []
    for name, call in calls(path):
        if name in TIPS and path.name != "actions.py" and not own_words(call.args[-1]):
            wrong.append(f"{call.lineno}: {ast.unparse(call)}")
        if name in MNEMONICS:
            texts = [a for a in call.args if not isinstance(a, ast.Name | ast.Attribute)]
            texts = [a for a in texts if not (isinstance(a, ast.Call) and _no_text(a))]
            wrong += [f"{call.lineno}: {ast.unparse(call)}" for t in texts if not own_words(t)]
    assert not wrong, "\n".join(wrong)


def _no_text(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return name not in {"format", "join", "text", "title", "name"} and name != "tr"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_what_shows_html_is_used_in_one_place(path):
    wrong = [
        f"{call.lineno}: {name}"
        for name, call in calls(path)
        if name in HTML and path.name not in HTML[name]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_item_models_take_their_words_literally(path):
    """Every ``data`` of a model that gives tooltips is wrapped in ``literal_words``."""
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name in {"data", "headerData"}:
            decorators = {ast.unparse(d) for d in node.decorator_list}
            if not decorators & {"literal_words", "literal_heads"}:
                wrong.append(f"{node.lineno}: {node.name}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_titles_of_windows_hold_no_placeholder(path):
    wrong = [
        f"{call.lineno}: {ast.unparse(call)}"
        for name, call in calls(path)
        if name == "setWindowTitle"
        and not own_words(call.args[0])
        and not ast.unparse(call.args[0]).startswith("window_title(")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_lines_of_lists_hold_nothing_unseen(path):
    """A ready-made list has no model of ours that would clean its words."""
    wrong = [
        f"{call.lineno}: {ast.unparse(call)}"
        for name, call in calls(path)
        if name == "QListWidgetItem" and call.args and not _cleaned(call.args[0])
    ]
    assert not wrong, "\n".join(wrong)


def _cleaned(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in {"visible", "tr"}
    return ast.unparse(node) == "names[key]"

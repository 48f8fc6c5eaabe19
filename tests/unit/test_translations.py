"""The English file: whole, of the sources as they are, with the fields of each text."""

import ast
import re
import string
from pathlib import Path

import pytest

from resources.i18n.make_translations import (
    NAME,
    ReleaseFailed,
    Text,
    main,
    release,
    texts_of,
    translations_in,
    written,
)

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "resources" / "i18n" / f"{NAME}.ts"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def texts() -> dict[Text, str]:
    return texts_of(ROOT)


def test_the_file_has_the_texts_of_the_sources_and_no_others(texts):
    kept = set(translations_in(KEPT))
    hint = "run `make translations` and translate what it lists"
    assert not set(texts) - kept, hint
    assert not kept - set(texts), hint
    assert KEPT.read_text(encoding="utf-8") == written(texts, translations_in(KEPT)), hint


def test_nothing_is_unfinished():
    assert [text.source for text, forms in translations_in(KEPT).items() if not forms] == []


def test_every_translation_fills_in_the_fields_of_its_text():
    wrong = []
    for text, forms in translations_in(KEPT).items():
        for number, form in enumerate(forms):
            wanted, found = fields(text.source), fields(form)
            if text.forms == 2 and number == 0:  # "one item" may leave the number out
                wanted, found = wanted - {"count"}, found - {"count"}
            if wanted != found:
                wrong.append((text.source, form))
    assert wrong == []


def test_mnemonics_are_translated_as_such():
    key = re.compile(r"&\w")
    for text, forms in translations_in(KEPT).items():
        wanted = len(key.findall(text.source))
        assert all(len(key.findall(form)) == wanted for form in forms), text.source


def test_english_keeps_chinese_only_for_what_is_called_so():
    """Names of folders and files, of bonus indicators, and what is typed into tables."""
    names = re.compile(
        "作废卷宗|模板说明|[加减][12]|网络检索|材料查证|随机访谈|实地核验|案卷评查|随机抽考|"
        "(基本|未)?完成|单项选择|多项选择|判断|填空|简答|[对错易中难]"
    )
    chinese = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
    found = [
        form
        for forms in translations_in(KEPT).values()
        for form in forms
        if chinese.search(names.sub("", form))
    ]
    assert found == []


def test_the_released_file_is_that_of_the_source(tmp_path):
    made = tmp_path / f"{NAME}.qm"
    try:
        release(KEPT, made)
    except ReleaseFailed as missing:
        pytest.skip(str(missing))
    assert made.read_bytes() == KEPT.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_a_new_text_comes_in_unfinished_and_an_old_one_goes(tmp_path, capsys):
    try:
        assert main([str(tmp_path)]) == 1
    except ReleaseFailed as missing:
        pytest.skip(str(missing))
    assert "'取消'" in capsys.readouterr().out
    made = tmp_path / f"{NAME}.ts"
    old, new = Text("取消"), Text("旧的")
    kept = translations_in(made) | {old: ("Cancel",), new: ("Old",)}
    made.write_text(written(texts_of(ROOT), kept), encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert translations_in(made)[old] == ("Cancel",)
    assert new not in translations_in(made)


def test_pages_take_names_and_sentences_only_where_they_are_translated():
    # A search finds the Chinese names whatever the window speaks.
    apart = {"wording.py", "search_words.py"}
    astray = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in modules()
        if path.name not in apart
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("app.names", "app.wording", "app.terms"))
    ]
    assert astray == [], "take them from ui.wording"


def test_nothing_is_translated_while_modules_load():
    early = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in modules()
        for node in outside_functions(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr"
    ]
    assert early == [], "mark it with QT_TR_NOOP and translate it where it is shown"


def modules():
    for path in sorted((ROOT / "ui").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def outside_functions(node: ast.AST):
    """What is evaluated when the module loads; defaults of functions are."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            yield from ast.walk(part)
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from outside_functions(child)

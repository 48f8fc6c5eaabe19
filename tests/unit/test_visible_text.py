import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ConversionFailed
from app.names.problems import describe_problem
from app.problems import Problem, ProblemKind
from app.reports.filling import INVISIBLE, LINE_BREAK, shown
from app.typesetting.text import printable
from app.visible_text import visible
from app.wording.errors import describe_error
from app.wording.log import describe_entry
from tests.support.frameworks import small_framework


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("通知\u202etxt.exe.txt", "通知txt.exe.txt"),
        ("通知\n第二行.txt", "通知 第二行.txt"),
        ("甲\u2066乙\u2069\u200e\u061c丙", "甲乙丙"),
        ("零\u200b宽\ufeff连\u200d字\u00ad", "零宽连字"),
        ("甲\x00\x1b[31m乙\x7f\x9b", "甲[31m乙"),
        ("行\u2028段\u2029页\f", "行 段 页 "),
        ("坏\udc80名", "坏\ufffd名"),
        ("空\u3164白\u2800字\uffa0", "空白字"),
        ("葛\U000e0100城　法治😀", "葛\U000e0100城　法治😀"),
        ("", ""),
    ],
)
def test_nothing_unseen_is_left(text, wanted):
    assert visible(text) == wanted


def test_lines_are_kept_where_asked():
    assert visible("一\r\n二\r三\u2028四\t五\u202e", keep_lines=True) == "一\n二\n三\n四 五"


@given(st.text())
def test_result_is_stable_and_holds_no_hidden_character(text):
    once = visible(text)
    assert visible(once) == once
    hidden = {c for c in once if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"}}
    assert not hidden
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(once)


def test_sheets_sentences_papers_and_log_show_no_hidden_characters():
    name = "通知\u202etxt.exe\n第二行.txt"
    problem = Problem(ProblemKind.DAMAGED, {"label": name})
    told = (
        str(describe_problem(problem)),
        str(describe_error(ConversionFailed(name, problem))),
        describe_entry("", {"file_name": name}, small_framework()),
        shown(name),
        printable(name),
    )
    assert not any("\u202e" in text for text in told)
    assert (
        describe_entry("", {"file_name": name}, small_framework()) == "文件 通知txt.exe 第二行.txt"
    )


def test_papers_keep_their_own_breaks():
    assert shown(f"甲{LINE_BREAK}乙\n丙\u202e") == f"甲{LINE_BREAK}乙\n丙"
    assert shown(INVISIBLE) == INVISIBLE

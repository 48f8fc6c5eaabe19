"""Lines do not end inside the words and terms of the field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.flow import Align, Style
from app.typesetting.fonts import FontRole
from app.typesetting.words import TERMS, WHOLE_WORDS, inside_terms, inside_words

COVER = Style(FontRole.TITLE, 28, 42, Align.CENTRE)
CELL = Style(FontRole.TABLE, 10, 15)


@pytest.mark.parametrize(
    "title",
    [
        "示例县法治政府建设示范创建迎检材料",
        "将法治政府建设纳入地县发展总体规划和年度工作计划",
        "县政府每年第一季度向同级党委报告上一年度法治政府建设情况",
        "中共示例县委全面依法治县委员会法治政府建设工作要点",
    ],
)
def test_a_title_keeps_its_terms_whole(title: str):
    for width in range(260, 440, 15):
        lines = [line.text for line in COVER.broken(title, width)]
        ends = {sum(map(len, lines[:n])) for n in range(1, len(lines))}
        whole = [place for place in ends if title[place - 2 : place + 2] == "法治政府"]
        assert not whole, lines


@given(
    st.lists(st.sampled_from(sorted(WHOLE_WORDS | TERMS)), min_size=1, max_size=12),
    st.integers(50, 300),
)
def test_a_cell_ends_no_line_inside_a_word(words: list[str], width: int):
    text = "".join(words)
    lines = [line.text for line in CELL.broken(text, width)]
    assert "".join(lines) == text
    ends = {sum(map(len, lines[:n])) for n in range(1, len(lines))}
    assert not ends & inside_words(text)


def test_the_longest_term_counts():
    assert inside_terms("重大行政决策") == {1, 2, 3, 4, 5}
    assert inside_words("重大行政决策") == {1, 3, 4, 5}
    assert inside_terms("的和与") == frozenset()

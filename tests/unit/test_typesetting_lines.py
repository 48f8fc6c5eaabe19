from hypothesis import given, settings
from hypothesis import strategies as st

from app.typesetting.fonts import FontRole, text_width
from app.typesetting.lines import (
    NEVER_FIRST,
    NEVER_LAST,
    break_lines,
    clusters,
    set_line,
)
from app.typesetting.text import one_line, printable
from app.typesetting.titles import break_title

MIXED = "行政执法（2021）〔15〕号，。、“”《》—… abcXYZ-/.0123456789镕喆𬭎"
texts = st.text(st.sampled_from(MIXED), max_size=120)
anything = st.text(max_size=120)


@given(texts, st.floats(40, 500))
@settings(max_examples=200, deadline=None)
def test_lines_fit_and_hold_the_whole_text(text, width):
    lines = break_lines(text, FontRole.BODY, 16, width)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= width + 0.001 for line in lines)
    assert all(abs(text_width(line.text, FontRole.BODY, 16) - line.width) < 1e-6 for line in lines)


@given(anything, st.floats(1, 60))
@settings(max_examples=200, deadline=None)
def test_any_text_in_any_width_keeps_its_printable_characters(text, width):
    lines = break_lines(text, FontRole.TABLE, 10.5, width)
    kept = "".join(line.text for line in lines)
    assert kept.replace(" ", "") == printable(text).replace("\n", "").replace(" ", "")
    assert all(line.width <= width + 0.001 or len(line.text) <= 1 for line in lines)


def wrap(text, characters, indent=0.0):
    lines = break_lines(text, FontRole.BODY, 10, characters * 10, indent)
    return [line.text for line in lines]


def test_closing_marks_never_begin_a_line_and_opening_ones_never_end_one():
    text = "县司法局，县公安局（含交警）、《条例》“三项”制度。" * 6
    for characters in range(6, 20):
        lines = wrap(text, characters)
        assert not any(line[0] in NEVER_FIRST for line in lines[1:])
        assert not any(line[-1] in NEVER_LAST for line in lines[:-1])


def test_words_numbers_and_their_units_stay_whole():
    assert wrap("执法人员共2021年", 7) == ["执法人员共", "2021年"]
    assert wrap("访问www.gov.cn查询", 7) == ["访问", "www.gov.cn查", "询"]
    assert clusters("用Word打开10.5MB的文件") == (
        "用",
        "Word",
        "打",
        "开",
        "10.5MB",
        "的",
        "文",
        "件",
    )


def test_a_word_wider_than_the_line_is_broken_after_a_joining_mark():
    lines = wrap("https://example.gov.cn/zfxxgk/fdzdgknr/index.html", 12)
    assert lines[0].endswith("/")
    assert "".join(lines) == "https://example.gov.cn/zfxxgk/fdzdgknr/index.html"


def test_dash_and_ellipsis_are_not_split():
    for characters in range(3, 9):
        for line in wrap("一二三四——五六七八……九十", characters)[:-1]:
            assert line.count("—") % 2 == 0
            assert line.count("…") % 2 == 0


def test_paragraphs_are_indented_and_marked():
    lines = break_lines("第一段文字\n第二段", FontRole.BODY, 10, 40, 20)
    assert [(line.text, line.indent, line.ends_paragraph) for line in lines] == [
        ("第一", 20, False),
        ("段文字", 0, True),
        ("第二", 20, False),
        ("段", 0, True),
    ]


def test_empty_text_has_no_lines():
    assert break_lines("", FontRole.BODY, 10, 100) == ()
    assert break_lines("\x00\u200b", FontRole.BODY, 10, 100) == ()
    assert break_title("  ", FontRole.TITLE, 22, 400) == ()


@given(st.text(st.sampled_from(MIXED), min_size=1, max_size=130))
@settings(max_examples=100, deadline=None)
def test_titles_fit_and_leave_no_single_character(text):
    lines = break_title(text, FontRole.TITLE, 20, 200)
    assert "".join(line.text for line in lines).replace(" ", "") == one_line(text).replace(" ", "")
    assert all(line.width <= 200.001 for line in lines)


def test_a_title_is_balanced():
    title = "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的通知"
    lines = break_title(title, FontRole.TITLE, 20, 400)
    assert len(lines) == 2
    assert max(line.width for line in lines) - min(line.width for line in lines) <= 60
    assert not lines[1].text.startswith("的")


def test_a_set_line_is_one_line():
    line = set_line("甲\n乙\t丙", FontRole.TABLE, 10)
    assert line.text == "甲 乙 丙"

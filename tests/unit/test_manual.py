"""The manual in parts: what the help of the window shows."""

from hypothesis import given
from hypothesis import strategies as st

from app.manual import ManualPart, find_parts, parts_of
from resources import manual_text
from ui.help.places import KEYS, START, heading_for
from ui.pages import PAGES

_TEXT = """# 卷宗使用手册

开头的话，见[常用的键](#常用的键)和[安装](../README.md)。

![开始页](a.png)

## 第一步：打开程序

打开它。

# 常用的键

| 键 | 做什么 |
| --- | --- |
| F1 | 手册 |
"""


def test_the_parts_follow_the_headings():
    assert [(p.level, p.title) for p in parts_of(_TEXT)] == [
        (1, "卷宗使用手册"),
        (2, "第一步：打开程序"),
        (1, "常用的键"),
    ]


def test_pictures_and_links_to_files_are_left_out_and_links_within_stay():
    first = parts_of(_TEXT)[0].text
    assert first == "开头的话，见[常用的键](#常用的键)和安装。"
    assert parts_of(_TEXT)[2].anchor == "常用的键"


def test_chinese_lines_go_on_without_a_blank():
    (part,) = parts_of("# 甲\n\n一行\n二行。\n\n- 三\n- 四\n  五\n\n| 六 |\n| 七 |\n")
    assert part.text == "一行二行。\n\n- 三\n- 四五\n\n| 六 |\n| 七 |"


def test_what_is_searched_for_stands_in_every_part_found_titles_first():
    parts = (
        ManualPart(1, "报送", "插上 U 盘"),
        ManualPart(1, "U 盘", "写坏了再来"),
        ManualPart(1, "退回", "看原因"),
    )
    assert [p.title for p in find_parts(parts, "u 盘")] == ["U 盘", "报送"]
    assert find_parts(parts, "u 打印") == ()


def test_every_page_has_its_part_in_the_manual():
    titles = {part.title for part in parts_of(manual_text())}
    assert {START, KEYS} <= titles
    for spec in PAGES:
        for office in (True, False):
            assert heading_for(spec.entry.key, office=office) in titles
            assert heading_for(spec.entry.key, office=office) != START


@given(st.text())
def test_no_word_is_lost_between_parts(text):
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    parts = parts_of(f"# 标题\n{kept}")
    assert [p.title for p in parts] == ["标题"]

"""Titles of many items by a pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.errors import PatternFieldUnknown
from app.evidence.title_patterns import Named, TitlePattern, titles_of

PHOTOS = [
    Named("IMG_0231", "IMG_0231.jpg", "县司法局", "2021-05-06"),
    Named("评查现场", "b.jpg", "", ""),
]


def test_a_pattern_numbers_the_items():
    assert titles_of(PHOTOS, TitlePattern("案卷评查照片（{序号}）")) == [
        "案卷评查照片（1）",
        "案卷评查照片（2）",
    ]
    many = titles_of([Named("x")] * 10, TitlePattern("{序号}"))
    assert many[0] == "01"
    assert many[-1] == "10"
    assert titles_of(PHOTOS, TitlePattern("照片{序号}", first=9)) == ["照片09", "照片10"]


def test_fields_take_what_the_item_has_and_leave_no_empty_brackets():
    assert titles_of(PHOTOS, TitlePattern("{责任者}评查照片（{ 日期 }）")) == [
        "县司法局评查照片（2021-05-06）",
        "评查照片",
    ]
    # A file name is no title, so it does not get into the new one.
    assert titles_of(PHOTOS, TitlePattern("{题名}照片｛年｝")) == ["照片2021", "评查现场照片"]
    assert titles_of(PHOTOS, TitlePattern("{文件名}")) == ["IMG_0231", "b"]


def test_words_are_replaced_and_no_title_is_lost():
    assert titles_of(PHOTOS, TitlePattern(find="评查", replacement="检查"))[1] == "检查现场"
    assert titles_of(PHOTOS, TitlePattern(find="评查现场"))[1] == "评查现场"


def test_an_unknown_field_is_refused():
    with pytest.raises(PatternFieldUnknown) as refused:
        titles_of(PHOTOS, TitlePattern("{标题}"))
    assert refused.value.text == "标题"


@given(
    st.lists(st.builds(Named, st.text(min_size=1).filter(str.strip)), max_size=8),
    st.text().filter(lambda text: not set(text) & set("{}｛｝")),
    st.text(),
    st.text(),
)
def test_every_item_keeps_a_title(items, text, find, replacement):
    made = titles_of(items, TitlePattern(text, find, replacement))
    assert len(made) == len(items)
    assert all(made)

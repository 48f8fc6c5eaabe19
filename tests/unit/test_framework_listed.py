"""Indicators as people list them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framework.catalogue import load_framework
from app.framework.errors import IndicatorUnknown
from app.framework.listed import listed_indicators

SET = load_framework("lushan-2021")
CODES = [indicator.code for indicator in SET.indicators]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["60"], ["60"]),
        (["3、5-7，加1"], ["3", "5", "6", "7", "加1"]),
        (["7", "3", "7"], ["3", "7"]),
        (["第3项至第5项"], ["3", "4", "5"]),
        (["３～５ 9"], ["3", "4", "5", "9"]),
        (["94 - 加1"], ["94", "95", "加1"]),
        (["", "、"], []),
    ],
)
def test_lists(texts, codes):
    assert list(listed_indicators(SET, texts)) == codes


@pytest.mark.parametrize("text", ["300", "7-3", "3-300", "三点五"])
def test_what_is_not_in_the_set_is_refused(text):
    with pytest.raises(IndicatorUnknown):
        listed_indicators(SET, [text])


@given(st.lists(st.sampled_from(CODES)), st.sampled_from("、,， ;"))
def test_any_list_gives_each_once_in_the_order_of_the_set(wanted, between):
    found = listed_indicators(SET, [between.join(wanted)])
    assert list(found) == [code for code in CODES if code in wanted]

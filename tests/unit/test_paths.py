import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import legal_name, readable_name


@given(st.text(max_size=200), st.integers(min_value=10, max_value=80))
def test_any_text_becomes_a_name_that_windows_takes(text: str, limit: int):
    name = legal_name(text, limit)
    assert 1 <= len(name) <= limit
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(c) >= 32 for c in name)
    assert name[-1] not in ". "
    assert legal_name(name, limit) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("通知/方案: 第1号?.pdf", "通知／方案： 第1号？.pdf"),
        ("CON.txt", "_CON.txt"),
        ("...", "_"),
        ("一" * 100 + ".docx", "一" * 75 + ".docx"),
    ],
)
def test_examples(text: str, name: str):
    assert legal_name(text, 80) == name


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_in_an_old_encoding_becomes_readable():
    assert readable_name(os.fsdecode("评查通知.txt".encode("gb18030"))) == "评查通知.txt"
    assert readable_name("评查通知😀.txt") == "评查通知😀.txt"
    readable_name(os.fsdecode(b"\xff\xfe")).encode("utf-8")

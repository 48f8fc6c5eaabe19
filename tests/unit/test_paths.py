import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import legal_name


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

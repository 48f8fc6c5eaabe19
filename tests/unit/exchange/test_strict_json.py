"""Documents are looked through before anything is built from them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.payload.strict_json import DocumentRefused, TooMany, look_through

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e15, 1e15) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), _VALUES, max_size=5))
def test_an_honest_document_passes_with_its_outermost_words(content):
    raw = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    kept = {k: v for k, v in content.items() if isinstance(v, str | int)}
    assert look_through(raw, {}, 10_000) == kept


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"a": 1, "a": 1}', "duplicate_key"),
        (b'{"a": {"b": [{"c": 1, "c": 2}]}}', "duplicate_key"),
        (b'{"a": NaN}', "not_finite"),
        (b'{"a": -Infinity}', "not_finite"),
        (b'{"a": 1e999}', "not_finite"),
        (b'{"a": ' + b"9" * 41 + b"}", "impossible_number"),
        (b'{"a": 1} x', "json"),
        (b'\xef\xbb\xbf{"a": 1}', "json"),
        (b'{"a": "\xff"}', "json"),
        (b"[" * 200_000, "json"),
        (b'{"a":' * 9_000, "json"),
        (b"[1]", "json"),
        (b"", "json"),
    ],
)
def test_what_has_no_single_meaning_is_refused(raw, reason):
    with pytest.raises(DocumentRefused) as refused:
        look_through(raw, {}, 10_000)
    assert refused.value.reason == reason


def test_lists_and_objects_are_counted():
    with pytest.raises(TooMany) as refused:
        look_through(b'{"items": [1, 2, 3]}', {"items": 2}, 100)
    assert (refused.value.name, refused.value.found, refused.value.limit) == ("items", 3, 2)
    with pytest.raises(TooMany):
        look_through(b"[" + b"{}," * 100 + b"{}]", {}, 100)

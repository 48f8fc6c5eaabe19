"""What was typed and is not stored: the file it waits in."""

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drafts import DraftFile, FormDraft

TEXTS = st.text(max_size=40)
DRAFTS = st.lists(
    st.builds(FormDraft, TEXTS, TEXTS, st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3)),
    unique_by=lambda draft: draft.key,
    max_size=4,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("drafts") / "juanzong.drafts.json"


@given(DRAFTS)
def test_drafts_come_back_as_they_were_written(path, drafts):
    DraftFile(path).write(drafts)
    assert DraftFile(path).read() == tuple(drafts)
    assert path.exists() == bool(drafts)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_reads_them(path):
    DraftFile(path).write([FormDraft("item/1", "《通知》的著录", {"title": "新"})])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"drafts": [1]}', b'{"drafts": [{"key": "a"}]}', b"\xff\xfe\x00"],
)
def test_a_file_that_cannot_be_read_is_put_aside_and_never_stops_the_program(path, content):
    path.write_bytes(content)
    assert DraftFile(path).read() == ()
    assert not path.exists()
    assert path.with_name(f"{path.name}.damaged").read_bytes() == content

"""Notes that a disk or a stranger has spoilt; also lists in lists without end."""

from pathlib import Path

import pytest

from app.drafts import DraftFile
from app.identity.errors import KeyFileInvalid
from app.identity.key_file import load_keys
from app.storage.backup_note import note_beside, read_note

SPOILT = ["", "{", "[]", "null", '"x"', "[" * 60_000, '{"a":' * 60_000]


@pytest.mark.parametrize("text", SPOILT, ids=range(len(SPOILT)))
def test_a_spoilt_note_is_none(tmp_path: Path, text: str):
    backup = tmp_path / "juanzong-20260101T000000-manual.db"
    note_beside(backup).write_text(text, encoding="utf-8")
    assert read_note(backup) is None
    drafts = tmp_path / "juanzong.drafts.json"
    drafts.write_text(text, encoding="utf-8")
    assert DraftFile(drafts).read() == ()
    keys = tmp_path / "密钥.json"
    keys.write_text(text, encoding="utf-8")
    with pytest.raises(KeyFileInvalid):
        load_keys(keys, "三只白色风筝2026")

"""Names that files bear in real life: all go in, and are shown letter by letter."""

import os
import unicodedata

import pytest

from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.leftovers import ExclusionReason
from app.visible_text import visible
from models import ItemRevision
from tests.support import documents
from tests.support.workspaces import rows

NAMES = [
    "-n通知.txt",
    "CON.txt",
    "nul",
    "通知 .txt",
    "通知。..txt",
    "尾空格 ",
    "末尾点.",
    "📌会议😀.txt",
    "カ\u3099イト\u3099.txt",
    "通知\u202etxt.exe.txt",
    "通知\u2066夹\u2069.txt",
    "通知\n第二行.txt",
    "制\t表\x1b[31m.txt",
    "通" * 80 + ".txt",
    "a" * 240 + ".txt",
    "通知.docx.txt",
    "#通知%20&amp;<b>.txt",
    "[附件]通知[draft].txt",
    "<img src=x>.txt",
    "无后缀",
]


@pytest.mark.skipif(os.name == "nt", reason="Windows does not keep such names")
def test_every_name_goes_in_and_is_kept_as_it_can_be_read(workspace, workers, tmp_path):
    folder = tmp_path / "材料"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        documents.text(folder / name, f"第 {number} 份内容")
    for name in (".隐藏.txt", "~$通知.docx", ".~lock.通知.docx#"):
        documents.text(folder / name, "x")
    request = AttachRequest((folder,), Target("60", "材料查证", "县司法局"))
    report = attach_files(workspace, workers, request, SilentJob())
    assert report.count(AttachState.ADDED) == len(NAMES)
    left_out = [o.exclusion for o in report.outcomes if o.state is AttachState.EXCLUDED]
    assert sorted(left_out) == [ExclusionReason.HIDDEN_FILE] + [ExclusionReason.TEMPORARY_FILE] * 2
    kept = {revision.file_name for revision in rows(workspace, ItemRevision)}
    assert kept == {unicodedata.normalize("NFC", visible(name)) for name in NAMES}
    for outcome in report.outcomes:
        assert visible(outcome.file) == outcome.file
    assert all(revision.title for revision in rows(workspace, ItemRevision))

"""Working copies: which save counts, and whether it is whole."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.copies.making import copy_name
from app.intake.copies.model import CopyState, SavedFile, judge
from app.intake.copies.wholeness import is_whole
from app.intake.stamps import FileStamp
from app.storage.layout import Layout
from app.workspace.copy_notes import CopyNote, CopyNotes, CopyNotesFile, made_by_editor
from tests.support import documents

BASE, NOW, NEW = "a" * 64, "b" * 64, "c" * 64


def saved(name="通知.docx", at=1, sha256=NEW, *, still=True, whole=True):
    return SavedFile(Path(name), FileStamp(10, at), still, sha256, whole)


@pytest.mark.parametrize(
    ("files", "put_off", "state"),
    [
        ([], "", CopyState.MISSING),
        ([saved(sha256=BASE)], "", CopyState.SAME),
        ([saved(sha256=NOW)], "", CopyState.SAME),
        ([saved()], "", CopyState.CHANGED),
        ([saved()], NEW, CopyState.PUT_OFF),
        ([saved()], NOW, CopyState.CHANGED),
        ([saved(whole=False)], "", CopyState.BROKEN),
        ([saved(still=False)], "", CopyState.SETTLING),
        ([saved(sha256="")], "", CopyState.SETTLING),
        # One that was saved under another name beside the copy.
        ([saved("a.doc", 1, BASE), saved("a.docx", 2)], "", CopyState.CHANGED),
        ([saved("a.doc", 1, BASE), saved("a.docx", 2, still=False)], "", CopyState.SETTLING),
    ],
)
def test_how_a_copy_stands(files, put_off, state):
    assert judge(files, (BASE, NOW), put_off).state is state


def test_the_newest_new_content_counts_and_first_digits_are_enough():
    files = [saved("旧.docx", 1), saved("新.docx", 5, "d" * 64), saved("原.docx", 9, BASE)]
    verdict = judge(files, (BASE[:16], ""), "")
    assert verdict.state is CopyState.CHANGED
    assert verdict.file is not None
    assert verdict.file.path.name == "新.docx"


def test_a_copy_of_which_nothing_is_known_counts_as_changed():
    assert judge([saved()], ("", ""), "").state is CopyState.CHANGED


@pytest.mark.parametrize(
    "name",
    [
        *(
            "~$通知.docx",
            ".~lock.通知.docx#",
            "~WRD0001.tmp",
            "~WRL3412.tmp",
            "4A7B21C0",
            ".~通知.wps",
        ),
        *(
            "lu1234abcd.tmp",
            "通知.asd",
            "备份属于 通知.wbk",
            "通知.docx~",
            ".DS_Store",
            "通知.docx.bak",
        ),
    ],
)
def test_what_editors_make_is_passed_over(name):
    assert made_by_editor(name)


@pytest.mark.parametrize("name", ["通知.docx", "通知（改）.docx", "2021.xlsx", "说明.txt", "1.wps"])
def test_what_people_save_is_not(name):
    assert not made_by_editor(name)


@pytest.mark.parametrize(
    ("file_name", "title", "expected"),
    [
        ("关于印发方案的通知.docx", "别的题名", "关于印发方案的通知.docx"),
        ("IMG_0231.jpg", "培训照片", "培训照片.jpg"),
        ("QQ截图20210409.png", "", "QQ截图20210409.png"),
        ("微信图片_2021.png", "会议/签到", "会议／签到.png"),
        ("新建 Microsoft Word 文档.docx", "总结", "总结.docx"),
    ],
)
def test_a_copy_has_a_name_that_people_know(file_name, title, expected):
    assert copy_name(file_name, title) == expected


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_name_gives_one_that_every_system_opens(stem, title):
    name = copy_name(f"{stem}.docx", title)
    assert 0 < len(name) <= 80
    assert not set(name) & set('<>:"/\\|?*\n')


# --- whole or not --------------------------------------------------------------------------------


def test_whole_documents_are_whole(tmp_path):
    made = [
        documents.word(tmp_path / "a.docx"),
        documents.encrypted_word(tmp_path / "b.docx"),
        documents.spreadsheet(tmp_path / "c.xlsx"),
        documents.open_document(tmp_path / "d.odt"),
        documents.text(tmp_path / "e.txt"),
        documents.rtf(tmp_path / "f.doc"),
        documents.text_pdf(tmp_path / "g.pdf"),
    ]
    assert [path.name for path in made if not is_whole(path)] == []


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_document_cut_anywhere_is_not(tmp_path, share):
    for path in (
        documents.word(tmp_path / "a.docx"),
        documents.spreadsheet(tmp_path / "c.xlsx"),
        documents.text_pdf(tmp_path / "p.pdf"),
    ):
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        assert not is_whole(path), path.name


def test_room_on_the_disk_and_other_content_under_the_suffix_is_not(tmp_path):
    empty, other = tmp_path / "a.doc", tmp_path / "b.docx"
    empty.write_bytes(b"\0" * 9000)
    other.write_bytes(b"half written and no archive at all")
    assert not is_whole(empty)
    assert not is_whole(other)
    with zipfile.ZipFile(tmp_path / "none.docx", "w"):
        pass
    assert not is_whole(tmp_path / "none.docx")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        is_whole(tmp_path / "weg.docx")


# --- notes ---------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
NOTES = st.builds(
    CopyNotes,
    st.lists(
        st.builds(CopyNote, st.integers(1, 99), TEXTS, TEXTS, TEXTS, TEXTS, TEXTS),
        unique_by=lambda note: note.number,
        max_size=4,
    ).map(tuple),
    st.dictionaries(TEXTS, TEXTS, max_size=3),
)


@given(NOTES)
def test_notes_come_back_as_they_were_written(tmp_path_factory, notes):
    layout = Layout(tmp_path_factory.mktemp("ws"))
    CopyNotesFile(layout).write(notes)
    assert CopyNotesFile(layout).read() == notes
    assert layout.copies_note.exists() == bool(notes.copies or notes.put_off)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"copies": [1], "put_off": {}}', b"\xff\xfe", b"[" * 20_000]
)
def test_notes_that_make_no_sense_are_put_aside_and_stop_nobody(tmp_path, content):
    layout = Layout(tmp_path)
    layout.copies_note.write_bytes(content)
    assert CopyNotesFile(layout).read() == CopyNotes()
    CopyNotesFile(layout).write(CopyNotes((CopyNote(1, "x", "a.docx", BASE),)))
    damaged = layout.copies_note.with_name(f"{layout.copies_note.name}.damaged")
    assert damaged.read_bytes() == content
    assert CopyNotesFile(layout).read().of_number(1) is not None

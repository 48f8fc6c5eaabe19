"""Programs are told by their name and by their content; documents are never taken for one."""

import struct
from pathlib import Path

import pytest

from app.filekind import FileKind, FileType
from app.filetypes import sniff
from app.filetypes.programs import Runnable, runnable, runnable_name
from app.findings.macros import find_macros, unpacked
from app.not_evidence import may_lie_beside, not_evidence
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.programs import CONTENTS, DISGUISES, SUFFIXES


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_name_makes_run_is_told_by_the_name(suffix: str, disguise: str) -> None:
    for written_so in (suffix, suffix.upper()):
        assert runnable_name(disguise.format(written_so)) is not None


@pytest.mark.parametrize("name", ["a.pdf", "通知.docx", "照片.jpg", "a.txt", "无后缀"])
@pytest.mark.parametrize("kind", CONTENTS)
def test_what_content_is_counts_under_any_name(tmp_path: Path, kind: str, name: str) -> None:
    path = written(tmp_path / name, CONTENTS[kind])
    assert not_evidence(path, name, sniff(path, name)) is not None


@pytest.mark.parametrize(
    "name",
    [
        "关于公布xx.com网站的通知.pdf",
        "1.exe程序说明.docx",
        "附件1.2021年台账.xlsx",
        "www.gov.cn",
        "v1.0",
        "报告.2021.12.31",
        ".隐藏",
        "。.txt",
        "比例1:2.5.pdf",
        "时间 10:30.jpg",
    ],
)
def test_harmless_names_pass(name: str) -> None:
    assert runnable_name(name) is None


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\xe6\x96\x87 a text that begins with these letters" + b" and goes on" * 20,
        b"#!AMR\n" + b"\0" * 90,
        b"#!SILK_V3" + b"\0" * 90,
        "#！关于脚本的说明".encode(),
        "@所有人 明天开会".encode(),
        b"EHFA_HEADER_TAG" + b"\0" * 90,
        b"%PDF-1.7\n<hta:application>",
        b"GIF89a/*" + b"\0" * 90 + b"*/=1;alert(1)",
    ],
)
def test_harmless_content_passes(tmp_path: Path, data: bytes) -> None:
    assert runnable(written(tmp_path / "a.img", data), "a.dat") is None


def test_a_program_that_is_a_pdf_as_well_is_a_program(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", CONTENTS["windows"] + b"%PDF-1.7\n")
    assert runnable(path, "a.pdf") is Runnable.PROGRAM


def test_samples_are_no_programs_and_have_no_macros(samples: Path) -> None:
    for path in (one for one in samples.rglob("*") if one.is_file()):
        file_type = sniff(path, path.name)
        assert not_evidence(path, path.name, file_type) is None, path
        if file_type.kind in {FileKind.WORD, FileKind.SHEET, FileKind.SLIDES}:
            assert find_macros(path, file_type) == (), path


WORD = FileType(FileKind.WORD, "application/msword", ".docx", "Word 文档")
EXCEL = FileType(FileKind.SHEET, "application/vnd.ms-excel", ".xlsx", "Excel 工作簿")
MACROS = (Problem(ProblemKind.MACROS),)


@pytest.mark.parametrize(
    "member",
    [
        "xl/macrosheets/sheet1.xml",
        "xl/macrosheets/intlsheet1.xml",
        "Basic/Standard/Module1.xml",
        "Scripts/python/a.py",
    ],
)
def test_macros_are_found_whatever_the_document_is_called(tmp_path: Path, member: str) -> None:
    path = documents.archive(tmp_path / "a.docx", {"[Content_Types].xml": b"", member: b"x"})
    assert find_macros(path, EXCEL) == MACROS
    assert not may_lie_beside(path, "a.vsdx", EXCEL)


def test_libraries_without_macros_are_none(tmp_path: Path) -> None:
    members = {"Basic/script-lc.xml": b"", "Basic/Standard/script-lb.xml": b""}
    assert find_macros(documents.archive(tmp_path / "a.odt", members), WORD) == ()


def test_macros_are_unpacked_as_the_specification_shows() -> None:
    """MS-OVBA 3.2.3: normal compression."""
    packed = bytes.fromhex(
        "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 30 6D"
        " 6E 6F 70 06 71 02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C"
    )
    assert unpacked(packed) == b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"


def test_a_sheet_of_old_macros_is_found(tmp_path: Path) -> None:
    from app.findings.macros import _has_macro_sheet

    def bound(kind: int) -> bytes:
        return struct.pack("<HHIBBBB", 0x85, 8, 0, 0, kind, 0, 0)

    assert _has_macro_sheet(bound(0) + bound(1))
    assert not _has_macro_sheet(bound(0) + bound(2))


def test_an_archive_with_programs_may_not_lie_beside(tmp_path: Path) -> None:
    clean = documents.archive(tmp_path / "a.zip", {"通知.txt": b"x"})
    bad = documents.archive(tmp_path / "b.zip", {"通知.txt": b"x", "安装.EXE": b"x"})
    assert may_lie_beside(clean, "a.zip", sniff(clean, "a.zip"))
    assert not may_lie_beside(bad, "b.zip", sniff(bad, "b.zip"))

"""Archives: every member in, left out or failed; nothing outside the folder, nothing endless."""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib

import py7zr
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.archives import ArchiveLimits, ExpandOrder, Expansion, can_expand, expand
from app.archives.names import decoded, is_unsafe, shown
from app.filetypes import sniff
from app.leftovers import ExclusionReason, exclusion_of
from app.problems import ProblemKind
from tests.support import documents
from tests.support.rar import stored_rar


@pytest.fixture
def work(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def expanded(path, work, limits=None):
    file_type = sniff(path, path.name)
    assert can_expand(file_type)
    order = ExpandOrder(path, path.name, file_type.media_type, work, limits or ArchiveLimits())
    return expand(order)


def contents(expansion):
    return {member.name: member.path.read_bytes() for member in expansion.members}


def zip_with(path, entries):
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in entries:
            archive.writestr(entry, data)
    return path


MEMBERS = {"法治/通知.txt": "内容".encode(), "法治/附件/表.csv": b"1,2", "空.txt": b""}


def make_archive(path):
    if path.suffix == ".zip":
        return documents.archive(path, MEMBERS)
    if path.suffix == ".7z":
        with py7zr.SevenZipFile(path, "w") as archive:
            for name, data in MEMBERS.items():
                archive.writestr(data, name)
        return path
    with tarfile.open(path, "w:gz" if path.suffix == ".tgz" else "w") as archive:
        for name, data in MEMBERS.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


@pytest.mark.parametrize("suffix", ["zip", "7z", "tar", "tgz"])
def test_members_come_out_whole(tmp_path, work, suffix):
    expansion = expanded(make_archive(tmp_path / f"材料.{suffix}"), work)
    assert contents(expansion) == MEMBERS
    assert expansion.failed == expansion.left_out == expansion.classified == ()
    assert {member.path.parent for member in expansion.members} == {work}


def test_rar_members_come_out_whole(tmp_path, work):
    expansion = expanded(stored_rar(tmp_path / "a.rar", {"a/b.txt": b"hello", "c.txt": b""}), work)
    assert contents(expansion) == {"a/b.txt": b"hello", "c.txt": b""}


def test_names_in_gbk_are_legible(tmp_path, work):
    path = documents.archive(tmp_path / "旧.zip", MEMBERS, "gbk")
    assert contents(expanded(path, work)) == MEMBERS


def test_names_in_unflagged_utf8_are_legible(tmp_path, work):
    path = documents.archive(tmp_path / "mac.zip", MEMBERS, "utf8")
    with zipfile.ZipFile(path) as archive:
        assert not archive.infolist()[0].flag_bits & 0x800
    assert contents(expanded(path, work)) == MEMBERS


def test_the_unicode_path_field_counts_only_while_it_is_true(tmp_path, work):
    def entry(raw, name, crc):
        info = zipfile.ZipInfo(raw)
        data = b"\x01" + struct.pack("<I", crc) + name.encode()
        info.extra = struct.pack("<HH", 0x7075, len(data)) + data
        return info

    path = zip_with(
        tmp_path / "a.zip",
        [
            (entry("tongzhi.txt", "通知.txt", zlib.crc32(b"tongzhi.txt")), b"1"),
            (entry("gaiguo.txt", "旧名.txt", 1), b"2"),
        ],
    )
    assert set(contents(expanded(path, work))) == {"通知.txt", "gaiguo.txt"}


@given(st.text("联通知公告总结报告法治政府（）", min_size=1))
@example("联通")
def test_gbk_names_are_read_back(name):
    assert decoded(name.encode("gb18030")) == name
    assert decoded(name.encode("utf-8")) == name


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "a/../../evil.txt", "/etc/passwd", "C:\\evil.txt", "c:evil", "..\\evil.txt"],
)
def test_names_that_lead_out_fail_and_stay_in(tmp_path, work, name):
    path = zip_with(tmp_path / "a.zip", [(name, b"x"), ("好.txt", b"y")])
    expansion = expanded(path, work)
    assert contents(expansion) == {"好.txt": b"y"}
    assert [f.problem.kind for f in expansion.failed] == [ProblemKind.ARCHIVE_MEMBER_UNSAFE]
    assert {p.name for p in tmp_path.iterdir()} == {"a.zip", "work"}


@given(st.text(max_size=60))
def test_shown_names_never_lead_out(name):
    assert not is_unsafe(shown(name)) or ":" in name
    assert shown(name)


def test_reserved_and_equal_names_do_no_harm(tmp_path, work):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zip_with(tmp_path / "a.zip", [("CON.txt", b"1"), ("aux", b"2"), ("aux", b"3")])
    assert [m.path.read_bytes() for m in expanded(path, work).members] == [b"1", b"2", b"3"]


def test_links_and_devices_are_not_followed(tmp_path, work):
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (
            ("链接", tarfile.SYMTYPE),
            ("硬", tarfile.LNKTYPE),
            ("设备", tarfile.CHRTYPE),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    link = zipfile.ZipInfo("链接")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    zipped = zip_with(tmp_path / "b.zip", [(link, "/etc/passwd"), ("a.txt", "甲")])
    expansion = expanded(path, work)
    assert expansion.members == ()
    assert {x.name for x in expansion.left_out} == {"链接", "硬"}
    assert [x.name for x in expansion.failed] == ["设备"]
    assert [x.reason for x in expanded(zipped, work).left_out] == [ExclusionReason.LINK]


def test_leftovers_are_listed_with_their_reason(tmp_path, work):
    path = documents.archive(
        tmp_path / "a.zip",
        {
            "__MACOSX/._a": b"",
            "Thumbs.db": b"",
            "~$通知.docx": b"",
            "通知.docx": b"x",
            ".git/c": b"",
        },
    )
    expansion = expanded(path, work)
    assert [m.name for m in expansion.members] == ["通知.docx"]
    assert {x.name: x.reason for x in expansion.left_out} == {
        "__MACOSX/._a": ExclusionReason.SYSTEM_FILE,
        "Thumbs.db": ExclusionReason.SYSTEM_FILE,
        "~$通知.docx": ExclusionReason.TEMPORARY_FILE,
        ".git/c": ExclusionReason.HIDDEN_FILE,
    }


def test_members_with_a_mark_of_secrecy_are_never_unpacked(tmp_path, work):
    path = documents.archive(tmp_path / "a.zip", {"机密★1年.docx": b"x", "绝密/a.txt": b"y"})
    expansion = expanded(path, work)
    assert {name for name, _ in expansion.classified} == {"机密★1年.docx", "绝密/a.txt"}
    assert list(work.iterdir()) == []


@pytest.mark.parametrize("suffix", ["zip", "7z", "tgz"])
@pytest.mark.parametrize(
    "limits",
    [ArchiveLimits(ratio_from=1 << 16), ArchiveLimits(total_bytes=1 << 20)],
    ids=["ratio", "total"],
)
def test_bombs_are_defused(tmp_path, work, suffix, limits):
    data = bytes(8 << 20)
    path = tmp_path / f"a.{suffix}"
    match suffix:
        case "zip":
            documents.archive(path, {"a": data})
        case "7z":
            with py7zr.SevenZipFile(path, "w") as archive:
                archive.writestr(data, "a")
        case _:
            with tarfile.open(path, "w:gz") as archive:
                entry = tarfile.TarInfo("a")
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
    trouble = expanded(path, work, limits)
    assert trouble.kind is ProblemKind.ARCHIVE_TOO_LARGE
    assert list(work.iterdir()) == []


def test_too_many_members(tmp_path, work):
    path = documents.archive(tmp_path / "a.zip", {f"{n}.txt": b"" for n in range(20)})
    assert expanded(path, work, ArchiveLimits(members=19)).kind is ProblemKind.ARCHIVE_TOO_LARGE


def test_what_came_out_of_the_archive_around_it_counts_too(tmp_path, work):
    path = documents.archive(tmp_path / "a.zip", {"1": b"x" * 10, "2": b"y" * 10})
    assert isinstance(expanded(path, work, ArchiveLimits(members=4, spent_members=2)), Expansion)
    for n, limits in enumerate(
        (
            ArchiveLimits(members=3).spent_on([1, 1]),
            ArchiveLimits(total_bytes=29).spent_on([10]),
        )
    ):
        (tmp_path / str(n)).mkdir()
        assert expanded(path, tmp_path / str(n), limits).kind is ProblemKind.ARCHIVE_TOO_LARGE


def test_a_zip_that_lies_about_its_sizes_is_defused_too(tmp_path, work):
    path = documents.archive(tmp_path / "a.zip", {"a": bytes(4 << 20)})
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 100)
    path.write_bytes(bytes(data))
    result = expanded(path, work, ArchiveLimits(total_bytes=1 << 20))
    assert isinstance(result, Expansion)
    assert sum(member.path.stat().st_size for member in result.members) <= 100


def test_locked_archives(tmp_path, work):
    path = tmp_path / "a.7z"
    with py7zr.SevenZipFile(path, "w", password="1") as archive:
        archive.writestr("x", "a.txt")
    assert expanded(path, work).kind is ProblemKind.PASSWORD_REQUIRED
    zipped = documents.archive(tmp_path / "b.zip", {"a.txt": b"x", "b.txt": b"y"})
    data = bytearray(zipped.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    zipped.write_bytes(bytes(data))
    assert expanded(zipped, work).kind is ProblemKind.PASSWORD_REQUIRED


@pytest.mark.parametrize("suffix", ["zip", "7z", "tar", "tgz"])
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_archives_cut_short(tmp_path, work, suffix, keep):
    path = make_archive(tmp_path / f"a.{suffix}")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    result = expanded(path, work)
    if isinstance(result, Expansion):  # a tar ends long before its file does
        assert suffix in {"tar", "tgz"}
        assert contents(result) == MEMBERS
    else:
        assert result.kind is ProblemKind.DAMAGED
        assert list(work.iterdir()) == []


def test_one_bad_member_costs_only_itself(tmp_path, work):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("坏.txt", b"abcdefgh")
        archive.writestr("好.txt", b"12345678")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"abcdefgh", b"abcdefgX"))
    expansion = expanded(path, work)
    assert contents(expansion) == {"好.txt": b"12345678"}
    assert [f.problem.kind for f in expansion.failed] == [ProblemKind.DAMAGED]


def test_a_lone_packed_file(tmp_path, work):
    path = tmp_path / "通知.txt.gz"
    path.write_bytes(gzip.compress("内容".encode()))
    assert contents(expanded(path, work)) == {"通知.txt": "内容".encode()}


def test_archives_inside_stay_files(tmp_path, work):
    inner = documents.archive(tmp_path / "inner.zip", {"a.txt": b"x"}).read_bytes()
    path = documents.archive(tmp_path / "a.zip", {"inner.zip": inner})
    assert contents(expanded(path, work)) == {"inner.zip": inner}


@pytest.mark.parametrize(
    "name",
    ["~$通知.docx", ".~lock.a.odt#", "a.crdownload", "a.part", "~WRL0001.tmp", "下载.tmp", "a.td"],
)
def test_temporary_files(name):
    assert exclusion_of(f"目录/{name}") is ExclusionReason.TEMPORARY_FILE


@pytest.mark.parametrize(
    "name", ["通知.docx", "~通知.docx", "临时.doc", "part.docx", "tmp/通知.pdf"]
)
def test_evidence_is_no_leftover(name):
    assert exclusion_of(name) is None


def test_a_window_that_wants_too_much_memory_is_no_damage(tmp_path):
    """What ``zstd --long=31`` writes of a large file, in the fewest bytes."""
    path = tmp_path / "备份.txt.zst"
    window, last_raw_block = bytes([21 << 3]), (1 | 3 << 3).to_bytes(3, "little")
    path.write_bytes(b"\x28\xb5\x2f\xfd" + b"\0" + window + last_raw_block + b"abc")
    with pytest.raises(MemoryError):
        expanded(path, tmp_path / "work")

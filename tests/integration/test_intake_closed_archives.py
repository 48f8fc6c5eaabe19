"""Every archive has an outcome: opened, or one file with a true sentence; split sets are joined."""

import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
from random import Random

import inflate64
import py7zr
import pyppmd
import pytest

from app.archives.zstandard import zstd
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.leftovers import ExclusionReason
from app.names.problems import describe_problem
from app.problems import ProblemKind
from models import EvidenceItem, ItemRevision
from tests.support import documents
from tests.support.rar import rar_volumes, stored_rar
from tests.support.workspaces import rows
from tests.support.zips import packed_zip, seven_zip_packed_by, spanned_zip

TEXT = "关于开展案卷评查的通知".encode() * 200


@pytest.fixture
def attach(workspace, workers):
    def run(*paths):
        request = AttachRequest(paths, Target("60", "材料查证", "县司法局"))
        return attach_files(workspace, workers, request, SilentJob()).outcomes

    return run


def deflate64(plain):
    deflater = inflate64.Deflater()
    return deflater.deflate(plain) + deflater.flush()


def ppmd(plain):
    encoder = pyppmd.Ppmd8Encoder(6, 16 << 20, 0)
    head = (5 | 15 << 4).to_bytes(2, "little")
    return head + encoder.encode(plain) + encoder.flush()


@pytest.mark.parametrize(
    ("method", "pack"),
    [(9, deflate64), (93, zstd.compress), (20, zstd.compress), (95, lzma.compress), (98, ppmd)],
)
def test_methods_that_python_does_not_know_are_unpacked(attach, tmp_path, method, pack):
    path = packed_zip(tmp_path / "案卷.zip", "通知.txt", method, pack(TEXT), TEXT)
    (outcome,) = attach(path)
    assert (outcome.state, outcome.problems) == (AttachState.ADDED, ())
    assert outcome.sha256 == hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize(("method", "pack"), [(9, deflate64), (93, zstd.compress), (98, ppmd)])
def test_broken_data_of_any_method_are_told(attach, tmp_path, method, pack):
    packed = bytearray(pack(Random(1).randbytes(4000)))
    packed[len(packed) // 2] ^= 0xFF
    path = packed_zip(tmp_path / "案卷.zip", "通知.txt", method, bytes(packed), TEXT)
    failed, kept = sorted(attach(path), key=lambda o: o.state.value, reverse=True)
    assert failed.problems[0].kind is ProblemKind.DAMAGED
    assert kept.problems[0].kind is ProblemKind.ARCHIVE_MEMBERS_LOST
    assert "通知.txt" in describe_problem(kept.problems[0]).reason


def test_a_method_that_nothing_unpacks_is_named(attach, tmp_path):
    path = packed_zip(tmp_path / "老.zip", "通知.txt", 6, b"xxx", b"abc")
    (outcome,) = attach(path)
    assert outcome.problems[0].kind is ProblemKind.ARCHIVE_METHOD_UNKNOWN
    assert "Implode" in describe_problem(outcome.problems[0]).reason


@pytest.mark.parametrize(
    ("method", "name"), [("0303011b", "BCJ2"), ("04f71104", "LZ4"), ("030101ff", "030101ff")]
)
def test_a_method_of_7z_that_nothing_unpacks_is_named(attach, tmp_path, method, name):
    path = seven_zip_packed_by(tmp_path / "新.7z", bytes.fromhex(method))
    (outcome,) = attach(path)
    assert outcome.problems[0].kind is ProblemKind.ARCHIVE_METHOD_UNKNOWN
    assert name in describe_problem(outcome.problems[0]).reason


def empty_tar(path):
    with tarfile.open(path, "w:gz"):
        return path


def seven(path, *folders):
    with py7zr.SevenZipFile(path, "w") as archive:
        for folder in folders:
            folder.mkdir()
            archive.write(folder, folder.name)
    return path


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda p: documents.archive(p / "空.zip", {}), ProblemKind.ARCHIVE_EMPTY),
        (lambda p: empty_tar(p / "空.tar.gz"), ProblemKind.ARCHIVE_EMPTY),
        (lambda p: seven(p / "空.7z"), ProblemKind.ARCHIVE_EMPTY),
        (lambda p: seven(p / "夹.7z", p / "局"), ProblemKind.ARCHIVE_ONLY_FOLDERS),
        (
            lambda p: documents.archive(p / "夹.zip", {"局/": b"", "局/科/": b""}),
            ProblemKind.ARCHIVE_ONLY_FOLDERS,
        ),
        (
            lambda p: documents.archive(p / "杂.zip", {"__MACOSX/._a": b"1", "Thumbs.db": b"2"}),
            ProblemKind.ARCHIVE_ONLY_LEFTOVERS,
        ),
        (lambda p: _bytes(p / "签名.rar", b"Rar!\x1a\x07\x01\x00"), ProblemKind.DAMAGED),
        (lambda p: _bytes(p / "头.rar", b"Rar!\x1a\x07\x00" + b"\0" * 90), ProblemKind.DAMAGED),
        (lambda p: _bytes(p / "坏.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 90), ProblemKind.DAMAGED),
        (
            lambda p: _bytes(p / "旧.lzh", b"\x20\x10-lh5-" + b"\0" * 60),
            ProblemKind.ARCHIVE_FORMAT_UNKNOWN,
        ),
        (
            lambda p: _bytes(p / "柜.cab", b"MSCF\0\0\0\0" + b"\0" * 60),
            ProblemKind.ARCHIVE_FORMAT_UNKNOWN,
        ),
    ],
)
def test_an_archive_that_gives_nothing_is_one_item_that_says_so(
    workspace, attach, tmp_path, make, kind
):
    path = make(tmp_path)
    (outcome,) = attach(path)
    assert (outcome.file, outcome.state) == (path.name, AttachState.ADDED)
    assert outcome.problems[0].kind is kind
    # Its register sheet is bound, so the dossier must tell that nothing of the content is.
    assert any(problem.finding for problem in outcome.problems)
    assert [r.file_name for r in rows(workspace, ItemRevision)] == [path.name]


def _bytes(path, data):
    path.write_bytes(data)
    return path


def test_a_rar_cut_between_its_members_is_damaged(attach, tmp_path):
    whole = stored_rar(tmp_path / "全.rar", {"a.txt": b"A" * 50, "b.txt": b"B" * 50}).read_bytes()
    cut = whole[: whole.rindex(b"b.txt") - 32]
    (outcome,) = attach(_bytes(tmp_path / "缺.rar", cut))
    assert outcome.problems[0].kind is ProblemKind.DAMAGED


def test_what_could_be_had_is_taken_and_the_archive_kept_for_the_rest(workspace, attach, tmp_path):
    path = tmp_path / "半.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("好.txt", "好")
        archive.writestr("坏.txt", "坏的内容")
    path.write_bytes(path.read_bytes().replace("坏的内容".encode(), "换了内容".encode(), 1))
    outcomes = {o.file: o for o in attach(path)}
    assert outcomes["半.zip/坏.txt"].state is AttachState.FAILED
    assert outcomes["半.zip/好.txt"].state is AttachState.ADDED
    (problem,) = outcomes["半.zip"].problems
    assert (problem.kind, problem.finding) == (ProblemKind.ARCHIVE_MEMBERS_LOST, True)
    assert len(rows(workspace, EvidenceItem)) == 2


def test_an_archive_with_something_classified_in_it_is_never_kept(workspace, attach, tmp_path):
    path = tmp_path / "半.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("人事.txt", "机密★1年\n正文")
        archive.writestr("坏.txt", "坏的内容")
    path.write_bytes(path.read_bytes().replace("坏的内容".encode(), "换了内容".encode(), 1))
    assert {o.state for o in attach(path)} == {AttachState.REFUSED, AttachState.FAILED}
    assert list(workspace.originals.stored()) == []


def test_a_damaged_archive_is_not_kept_if_a_name_in_it_is_classified(workspace, attach, tmp_path):
    path = tmp_path / "密.7z"
    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writestr(Random(2).randbytes(3000), "机密★1年.txt")
        archive.writestr(Random(3).randbytes(3000), "a.txt")
    data = bytearray(path.read_bytes())
    data[2000] ^= 0xFF  # the packed data, not the directory
    assert AttachState.REFUSED in {o.state for o in attach(_bytes(path, bytes(data)))}
    assert list(workspace.originals.stored()) == []


# --- split archives ------------------------------------------------------------------------------


def cut(path, sizes):
    data, parts = path.read_bytes(), []
    for number, size in enumerate(sizes, 1):
        piece, data = data[:size], data[size:]
        parts.append(_bytes(path.with_name(f"{path.name}.{number:03d}"), piece))
    path.unlink()
    return parts


def seven_parts(folder):
    path = folder / "评查.7z"
    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writestr(Random(4).randbytes(5000), "数据.bin")
        archive.writestr(TEXT, "通知.txt")
    return cut(path, (2000, 2000, 9000))


def zip_parts(folder):
    members = {"数据.bin": Random(5).randbytes(5000), "通知.txt": TEXT}
    return cut(documents.archive(folder / "评查.zip", members), (3000, 99999))


def spanned_parts(folder):
    return spanned_zip(folder, "评查", {"数据.bin": b"x" * 5000, "通知.txt": TEXT}, 3000)


def rar_parts(folder):
    return rar_volumes(folder, "评查", "report.txt", b"A" * 3000 + b"B" * 3000)


@pytest.mark.parametrize("make", [seven_parts, zip_parts, spanned_parts, rar_parts])
@pytest.mark.parametrize("all_of_them", [True, False])
def test_a_complete_set_is_opened_as_one(attach, tmp_path, make, all_of_them):
    parts = make(tmp_path)
    outcomes = attach(*(parts if all_of_them else parts[:1]))
    inside = [o for o in outcomes if o.state is AttachState.ADDED]
    others = [o for o in outcomes if o.state is AttachState.EXCLUDED]
    assert len(inside) == (1 if make is rar_parts else 2)
    assert not any(p.blocking for o in inside for p in o.problems)
    assert {o.exclusion for o in others} <= {ExclusionReason.ARCHIVE_PART}
    assert len(others) == (len(parts) - 1 if all_of_them else 0)


@pytest.mark.parametrize("make", [seven_parts, zip_parts, spanned_parts, rar_parts])
def test_of_an_incomplete_set_the_missing_part_is_named(workspace, attach, tmp_path, make):
    for number, gone in enumerate(make(tmp_path)):
        folder = tmp_path / f"缺{number}"
        folder.mkdir()
        there = [p for p in make(folder) if p.name != gone.name]
        (folder / gone.name).unlink()
        outcomes = attach(*there)
        assert [o.state for o in outcomes if o.state is AttachState.FAILED] == []
        told = [p for o in outcomes for p in o.problems]
        assert {p.kind for p in told if p.blocking} <= {ProblemKind.ARCHIVE_PART_MISSING}
        present = [o for o in outcomes if o.state is AttachState.PRESENT]
        assert len(told) + len(present) == len(there)
        assert all(p.detail["missing"] == gone.name for p in told if p.blocking)


def test_a_split_set_inside_an_archive_is_opened_too(attach, tmp_path):
    parts = spanned_parts(tmp_path)
    path = documents.archive(tmp_path / "外.zip", {p.name: p.read_bytes() for p in parts})
    outcomes = attach(path)
    added = {o.file for o in outcomes if o.state is AttachState.ADDED}
    assert added == {"外.zip/评查.zip/数据.bin", "外.zip/评查.zip/通知.txt"}


# --- archives in archives, junk, other packers ---------------------------------------------------


def nested(levels):
    data = b""
    for level in reversed(range(1, levels + 1)):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(f"第{level}层.txt", f"第{level}层的内容")
            if data:
                archive.writestr(f"内{level + 1}.zip", data)
        data = stream.getvalue()
    return data


def test_archives_in_archives_are_opened_three_levels_deep(attach, tmp_path):
    outcomes = {
        o.file.rpartition("/")[2]: o for o in attach(_bytes(tmp_path / "套.zip", nested(5)))
    }
    assert set(outcomes) == {"第1层.txt", "第2层.txt", "第3层.txt", "内4.zip"}
    assert outcomes["内4.zip"].problems[0].kind is ProblemKind.ARCHIVE_TOO_DEEP


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\r\n\r\n", b""),
        (b"HTTP/1.1 200 OK\r\n\r\n", b""),
        (b"", b"\0" * 5000),
        (b"\x00\xff" * 9, b"x"),
    ],
)
def test_bytes_around_a_zip_do_no_harm(attach, tmp_path, before, after):
    whole = documents.archive(tmp_path / "全.zip", {"通知.txt": TEXT}).read_bytes()
    outcomes = attach(_bytes(tmp_path / "下载.zip", before + whole + after))
    assert [o.file for o in outcomes] == ["下载.zip/通知.txt"]


def test_a_zip_cut_short_is_not_taken_for_the_zip_stored_in_it(attach, tmp_path):
    inner = documents.archive(tmp_path / "内.zip", {"内.txt": b"x"}).read_bytes()
    whole = documents.archive(tmp_path / "外.zip", {"甲.txt": b"y", "内.zip": inner}).read_bytes()
    (outcome,) = attach(_bytes(tmp_path / "缺.zip", whole[:-60]))
    assert (outcome.file, outcome.problems[0].kind) == ("缺.zip", ProblemKind.DAMAGED)


def test_zstandard_alone_and_around_a_tar(attach, tmp_path):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        entry = tarfile.TarInfo("局/通知.txt")
        entry.size = len(TEXT)
        tar.addfile(entry, io.BytesIO(TEXT))
    bundle = _bytes(tmp_path / "包.tar.zst", zstd.compress(stream.getvalue()))
    single = _bytes(tmp_path / "单.txt.zst", zstd.compress(b"abc"))
    zipped = _bytes(tmp_path / "空.txt.gz", gzip.compress(b""))
    assert [o.file for o in attach(bundle, single, zipped)] == [
        "包.tar.zst/局/通知.txt",
        "单.txt.zst/单.txt",
        "空.txt.gz/空.txt",
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_archives_of_one_name_are_both_opened(attach, tmp_path):
    inner = [documents.archive(tmp_path / f"{n}.zip", {f"{n}.txt": b"x" * n}) for n in (1, 2)]
    with zipfile.ZipFile(tmp_path / "外.zip", "w") as archive:
        for path in inner:
            archive.writestr("内.zip", path.read_bytes())
    outcomes = attach(tmp_path / "外.zip")
    assert {o.file for o in outcomes} == {"外.zip/内.zip/1.txt", "外.zip/内.zip/2.txt"}


# --- saved pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["_files", ".files"])
@pytest.mark.parametrize("zipped", [False, True])
def test_the_folder_of_a_saved_page_is_no_evidence(attach, tmp_path, ending, zipped):
    members = {
        "解读.html": "<html><title>政策解读</title><body>正文</body></html>".encode(),
        f"解读{ending}/a.js": b"x",
        f"解读{ending}/图/b.css": b"y",
        f"解读{ending}/附件.docx": b"z",
        "别的_files/c.js": b"w",
    }
    if zipped:
        path = documents.archive(tmp_path / "网页.zip", members)
    else:
        path = tmp_path / "网页"
        for name, data in members.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(data)
    left_out = {o.file.rpartition("/")[2]: o.exclusion for o in attach(path) if o.exclusion}
    assert left_out == {"a.js": ExclusionReason.PAGE_PART, "b.css": ExclusionReason.PAGE_PART}


def test_a_page_and_its_folder_may_be_handed_in_side_by_side(attach, tmp_path):
    page = documents.text(tmp_path / "解读.html", "<html><title>政策解读</title>正文</html>")
    folder = tmp_path / "解读_files"
    folder.mkdir()
    documents.text(folder / "a.js", "x")
    states = {o.file: o.exclusion for o in attach(page, folder)}
    assert states == {"解读.html": None, "解读_files/a.js": ExclusionReason.PAGE_PART}
    alone = {o.file: o.exclusion for o in attach(folder)}
    assert alone == {"解读_files/a.js": None}

"""Archives that are no sound package: each is refused for what it is, and nothing of it stays."""

import struct
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exchange.envelope import bag, container, naming
from app.exchange.envelope.container import CENTRAL, LOCAL, ContainerEntry
from app.exchange.errors import (
    NotAPackage,
    PackageDamaged,
    PackageError,
    PackageNotAFile,
    PackageTooLarge,
    PackageTruncated,
    PackageUnreadable,
    PackageUnsafe,
    SizeLimit,
    UnsafeReason,
)
from tests.support.packages import (
    PAYLOAD_MEMBER,
    contents_of,
    members_of,
    pack,
    patched,
    resigned,
    with_extra,
)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../escape.txt", UnsafeReason.ESCAPES),
        ("data/originals/../../../escape", UnsafeReason.ESCAPES),
        ("data/./documents/x.json", UnsafeReason.ESCAPES),
        ("..\\escape.txt", UnsafeReason.ESCAPES),
        ("/etc/passwd", UnsafeReason.ABSOLUTE),
        ("\\\\server\\share\\x", UnsafeReason.ABSOLUTE),
        ("C:\\Windows\\x.dll", UnsafeReason.ABSOLUTE),
        ("c:x", UnsafeReason.ABSOLUTE),
        ("data/documents/con.json", UnsafeReason.RESERVED),
        ("data/documents/lpt1.x.json", UnsafeReason.RESERVED),
        ("data/NUL", UnsafeReason.RESERVED),
        ("data/aux.txt", UnsafeReason.RESERVED),
        ("data/documents/x.json:stream", UnsafeReason.ILLEGAL),
        ("data/documents/x\n.json", UnsafeReason.ILLEGAL),
        ("data/documents/x\u202ejson", UnsafeReason.ILLEGAL),
        ("data/documents/x.json.", UnsafeReason.ILLEGAL),
        ("data/documents/x.json ", UnsafeReason.ILLEGAL),
        ("data//documents/x.json", UnsafeReason.ILLEGAL),
        ("data\\documents\\x.json", UnsafeReason.ILLEGAL),
        ("data/documents/", UnsafeReason.FOLDER),
        ("data/documents/" + "x" * 300 + ".json", UnsafeReason.TOO_LONG),
        ("DATA/documents/payload.json", UnsafeReason.CASE_CLASH),
        ("data/documents/Payload.JSON", UnsafeReason.CASE_CLASH),
        ("data/documents/" + unicodedata.normalize("NFD", "é") + ".json", UnsafeReason.NORMAL_FORM),
        ("data/documents/材料.json", UnsafeReason.FOREIGN),
        ("data/originals/ab/" + "c" * 64, UnsafeReason.FOREIGN),
        ("startup.bat", UnsafeReason.FOREIGN),
    ],
)
def test_a_dangerous_name(
    package: Path, refused: Callable[..., PackageError], name: str, reason: UnsafeReason
):
    error = refused(with_extra(package, name))
    assert isinstance(error, PackageUnsafe)
    assert (error.reason, error.member) == (reason, name)


def test_names_that_differ_in_normal_form_only(package: Path, refused: Callable[..., PackageError]):
    entries = contents_of(package)
    composed = "data/documents/é.json"
    both = {**entries, composed: b"1", unicodedata.normalize("NFD", composed): b"2"}
    error = refused(pack(package, resigned(both).items()))
    assert isinstance(error, PackageUnsafe)
    assert error.reason is UnsafeReason.NORMAL_FORM


def test_a_name_that_is_no_text(package: Path, refused: Callable[..., PackageError]):
    with_extra(package, "data/documents/ab.json")
    package.write_bytes(package.read_bytes().replace(b"ab.json", b"\xff\xfe.json"))
    error = refused(package)
    assert isinstance(error, PackageUnsafe)
    assert error.reason is UnsafeReason.ILLEGAL


def test_the_same_name_twice(package: Path, refused: Callable[..., PackageError]):
    entries = [*contents_of(package).items(), (PAYLOAD_MEMBER, b"another")]
    error = refused(pack(package, entries))
    assert isinstance(error, PackageUnsafe)
    assert (error.reason, error.member) == (UnsafeReason.DUPLICATE, PAYLOAD_MEMBER)


def test_a_name_in_the_directory_that_the_entry_itself_does_not_bear(
    package: Path, refused: Callable[..., PackageError]
):
    member = next(m for m in members_of(package) if m.name == PAYLOAD_MEMBER)
    patched(package, member.start + LOCAL.size, b"data/documents/PAYLOAD.JSON")
    error = refused(package)
    assert isinstance(error, PackageDamaged)
    assert error.member == PAYLOAD_MEMBER


def in_directory(package: Path, name: str, field: int, value: int) -> Path:
    """Change a field of an entry's line in the directory."""
    raw = package.read_bytes()
    place = raw.rindex(name.encode()) - CENTRAL.size
    fields = list(CENTRAL.unpack_from(raw, place))
    fields[field] = value
    return patched(package, place, CENTRAL.pack(*fields))


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        (15, 0o120777 << 16, UnsafeReason.LINK),
        (4, zipfile.ZIP_DEFLATED, UnsafeReason.COMPRESSED),
        (3, 0x0801, UnsafeReason.ENCRYPTED),
    ],
)
def test_a_dangerous_kind_of_entry(
    package: Path,
    refused: Callable[..., PackageError],
    field: int,
    value: int,
    reason: UnsafeReason,
):
    error = refused(in_directory(package, PAYLOAD_MEMBER, field, value))
    assert isinstance(error, PackageUnsafe)
    assert (error.reason, error.member) == (reason, PAYLOAD_MEMBER)


def test_a_bomb_of_deflated_zeros(package: Path, tmp_path: Path, refused: Callable[..., Any]):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        for name, content in contents_of(package).items():
            bomb.writestr(name, content)
        bomb.writestr("data/documents/bomb.json", bytes(20 << 20))
    error = refused(tmp_path / "bomb.zip")
    assert isinstance(error, PackageUnsafe)
    assert error.reason is UnsafeReason.COMPRESSED


def test_a_bomb_of_entries_that_share_their_bytes(
    package: Path, refused: Callable[..., PackageError]
):
    raw, members = package.read_bytes(), members_of(package)
    last = members[-1]
    twin = ContainerEntry("data/documents/twin.json", last.end, 0, 0)
    package.write_bytes(raw[: last.end] + container.directory([*members, twin]))
    error = refused(package)
    assert isinstance(error, PackageUnsafe | PackageTruncated)
    swapped = [*members[:-1], ContainerEntry(twin.name, twin.size, 0, 0), last]
    listing = b"".join(map(container.central_header, swapped))
    ending = container.ending(len(swapped), len(listing), last.end)
    package.write_bytes(raw[: last.end] + listing + ending)
    error = refused(package)
    assert isinstance(error, PackageUnsafe)
    assert error.reason is UnsafeReason.OVERLAPPING


def test_sizes_far_beyond_the_file(package: Path, refused: Callable[..., PackageError]):
    error = refused(in_directory(package, PAYLOAD_MEMBER, 9, 1 << 31))
    assert isinstance(error, PackageDamaged)
    assert error.member == PAYLOAD_MEMBER


def test_more_entries_than_any_package_has(tmp_path: Path, refused: Callable[..., PackageError]):
    target = tmp_path / "many.zip"
    count = container.MAX_ENTRIES + 1
    target.write_bytes(container.OPENING + bytes(64) + container.ending(count, 0, 68))
    error = refused(target)
    assert isinstance(error, PackageTooLarge)
    assert error.what is SizeLimit.ENTRIES


def test_a_directory_larger_than_its_entries_need(
    tmp_path: Path, refused: Callable[..., PackageError]
):
    target = tmp_path / "long.zip"
    target.write_bytes(container.OPENING + bytes(1 << 16) + container.ending(1, 1 << 16, 4))
    error = refused(target)
    assert isinstance(error, PackageTooLarge)
    assert error.what is SizeLimit.LISTS


@pytest.mark.parametrize("left", [0.01, 0.3, 0.7, 0.95, 0.999])
def test_a_package_cut_short(package: Path, refused: Callable[..., PackageError], left: float):
    raw = package.read_bytes()
    package.write_bytes(raw[: int(len(raw) * left)])
    assert isinstance(refused(package), PackageTruncated)


@pytest.mark.parametrize("more", [b"\0", b"a comment", bytes(100), b"PK\5\6" + bytes(18)])
def test_something_appended(package: Path, refused: Callable[..., PackageError], more: bytes):
    package.write_bytes(package.read_bytes() + more)
    assert isinstance(refused(package), PackageTruncated)


def test_a_comment_at_the_end(package: Path, refused: Callable[..., PackageError]):
    raw = package.read_bytes()
    package.write_bytes(raw[:-2] + struct.pack("<H", 5) + b"hello")
    assert isinstance(refused(package), PackageTruncated)


def test_bytes_hidden_between_the_entries(package: Path, refused: Callable[..., PackageError]):
    raw, members = package.read_bytes(), members_of(package)
    gap = members[3].start
    later = [ContainerEntry(m.name, m.size, m.crc, m.start + 7 * (m.start >= gap)) for m in members]
    body = raw[:gap] + b"hidden!" + raw[gap : members[-1].end]
    package.write_bytes(body + container.directory(later))
    error = refused(package)
    assert isinstance(error, PackageDamaged)
    assert error.member == members[3].name


def test_something_prepended(package: Path, refused: Callable[..., PackageError]):
    package.write_bytes(b"#!/bin/sh\n" + package.read_bytes())
    assert isinstance(refused(package), NotAPackage)


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"PK\3\4", b"%PDF-1.7\n" + bytes(500)])
def test_other_files(tmp_path: Path, refused: Callable[..., PackageError], content: bytes):
    (tmp_path / "x.zip").write_bytes(content)
    assert isinstance(refused(tmp_path / "x.zip"), NotAPackage | PackageTruncated)


def test_an_ordinary_archive(tmp_path: Path, refused: Callable[..., PackageError]):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("说明.txt", "材料")
    assert isinstance(refused(tmp_path / "x.zip"), NotAPackage)


def test_a_bag_of_somebody_else(tmp_path: Path, refused: Callable[..., PackageError]):
    target = pack(tmp_path / "x.zip", [(naming.BAGIT, bag.BAGIT_TEXT)])
    assert isinstance(refused(target), NotAPackage)


def test_a_folder_and_nothing_at_all(tmp_path: Path, refused: Callable[..., PackageError]):
    (tmp_path / "folder").mkdir()
    assert isinstance(refused(tmp_path / "folder"), PackageNotAFile)
    assert isinstance(refused(tmp_path / "nothing.zip"), PackageUnreadable)

"""Hostile packages: each one is refused for what it is, and nothing of it stays anywhere."""

import hashlib
import random
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exchange import bag, container, naming
from app.exchange.checking import MAX_DOCUMENTS, MAX_TAG
from app.exchange.container import CENTRAL, LOCAL, Member
from app.exchange.errors import (
    NotAPackage,
    PackageDamaged,
    PackageError,
    PackageMemberMissing,
    PackagePartsMissing,
    PackagePartsMixed,
    PackageSealed,
    PackageSealedForOthers,
    PackageTooLarge,
    PackageTooNew,
    PackageTruncated,
    PackageUnreadable,
    PackageUnsafe,
    SignatureInvalid,
    SizeLimit,
    UnsafeReason,
)
from app.exchange.header import PackageHeader
from app.exchange.reading import open_package
from app.exchange.sealing import Opener
from app.exchange.signing import Signer
from app.exchange.writing import write_package
from app.jobs import SilentJob
from tests.support.packages import (
    PAYLOAD,
    SIGNER,
    a_header,
    a_package,
    an_original,
    contents_of,
    members_of,
    pack,
    patched,
    resigned,
    signed_tags,
    with_header,
)

PAYLOAD_MEMBER = "data/documents/payload.json"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return a_package(tmp_path).paths[0]


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., PackageError]:
    """Open what must be refused; makes sure that nothing of it was left behind."""

    def attempt(*paths: Path, opener: Opener | None = None) -> PackageError:
        scratch = tmp_path / "scratch"
        before = {p for p in tmp_path.rglob("*") if scratch not in p.parents}
        with (
            pytest.raises(PackageError) as caught,
            open_package(
                paths, job=SilentJob(), opener=opener, scratch=scratch, unpack=lambda _: True
            ),
        ):
            pytest.fail("the package was opened")
        assert list(scratch.iterdir()) == []
        after = {p for p in tmp_path.rglob("*") if scratch not in p.parents}
        assert after - before <= {scratch}
        return caught.value

    return attempt


def with_extra(package: Path, name: str, content: bytes = b"x") -> Path:
    """An entry more, listed and signed for."""
    entries = resigned({**contents_of(package), name: content})
    return pack(package, entries.items())


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
    twin = Member("data/documents/twin.json", last.end, 0, 0)
    package.write_bytes(raw[: last.end] + container.directory([*members, twin]))
    error = refused(package)
    assert isinstance(error, PackageUnsafe | PackageTruncated)
    swapped = [*members[:-1], Member(twin.name, twin.size, 0, 0), last]
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
    later = [Member(m.name, m.size, m.crc, m.start + 7 * (m.start >= gap)) for m in members]
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
    assert isinstance(refused(tmp_path / "folder"), PackageUnreadable)
    assert isinstance(refused(tmp_path / "nothing.zip"), PackageUnreadable)


class TestContents:
    def test_content_that_is_not_what_was_signed(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        entries = contents_of(package) | {PAYLOAD_MEMBER: PAYLOAD[::-1]}
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageDamaged)
        assert error.member == PAYLOAD_MEMBER

    def test_a_list_that_fits_the_forged_content_but_not_the_signature(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        honest = contents_of(package)
        forged = resigned(honest | {PAYLOAD_MEMBER: b"forged"}, Signer.generate())
        forged[naming.SIGNATURE] = honest[naming.SIGNATURE]
        assert isinstance(refused(pack(package, forged.items())), SignatureInvalid)

    def test_a_signature_with_somebody_elses_name_on_it(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        honest = contents_of(package)
        other = resigned(honest, Signer.generate())
        mine, theirs = honest[naming.SIGNATURE], other[naming.SIGNATURE]
        mixed = mine.split(b"\n")[:3] + theirs.split(b"\n")[3:]
        entries = honest | {naming.SIGNATURE: b"\n".join(mixed)}
        assert isinstance(refused(pack(package, entries.items())), SignatureInvalid)

    @pytest.mark.parametrize(
        "raw", [b"", b"{}", b"[]", b"null", b'{"public_key": "zz"}', b"\xff", b'{"public_key": ""}']
    )
    def test_a_signature_that_is_none(
        self, package: Path, refused: Callable[..., PackageError], raw: bytes
    ):
        entries = contents_of(package) | {naming.SIGNATURE: raw}
        assert isinstance(refused(pack(package, entries.items())), SignatureInvalid)

    @pytest.mark.parametrize("name", [n for n in naming.TAGS if n != naming.MANIFEST])
    def test_a_tag_file_that_is_too_large(
        self, package: Path, refused: Callable[..., PackageError], name: str
    ):
        entries = contents_of(package)
        entries[name] += b" " * MAX_TAG
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageTooLarge)
        assert error.what is SizeLimit.LISTS

    def test_documents_that_no_memory_holds(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        entries = contents_of(package)
        name = "data/documents/huge.json"
        digests = bag.read_manifest(entries[naming.MANIFEST]) | {name: "0" * 64}
        header = PackageHeader.model_validate_json(entries[naming.HEADER])
        size = sum(len(c) for n, c in entries.items() if n not in naming.TAGS) + MAX_DOCUMENTS
        tags = {n: entries[n] for n in naming.TAGS} | {
            naming.MANIFEST: bag.manifest(digests),
            naming.BAG_INFO: bag.bag_info(header, size, len(digests)),
        }
        forged = entries | signed_tags(tags)
        pack(package, forged.items())
        members = members_of(package)
        huge = Member(name, MAX_DOCUMENTS, 0, members[-1].end)
        with package.open("r+b") as stream:
            stream.seek(huge.start)
            stream.write(container.local_header(huge))
            # The content is a hole in the file, so the test needs no room.
            stream.seek(huge.end)
            stream.write(container.directory([*members, huge]))
        error = refused(package)
        assert isinstance(error, PackageTooLarge)
        assert error.what is SizeLimit.DOCUMENTS

    @pytest.mark.parametrize("name", naming.TAGS)
    def test_a_tag_file_that_is_gone(
        self, package: Path, refused: Callable[..., PackageError], name: str
    ):
        entries = {n: c for n, c in contents_of(package).items() if n != name}
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageMemberMissing | NotAPackage)
        assert getattr(error, "member", name) == name

    def test_tag_files_in_another_order(self, package: Path, refused: Callable[..., PackageError]):
        entries = list(contents_of(package).items())
        entries[0], entries[1] = entries[1], entries[0]
        assert isinstance(refused(pack(package, entries)), PackageMemberMissing)

    def test_an_original_that_is_gone(self, package: Path, refused: Callable[..., PackageError]):
        entries = contents_of(package)
        gone = list(entries)[-1]
        del entries[gone]
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageMemberMissing)
        assert error.member == gone

    def test_an_entry_that_nobody_signed_for(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        entries = {**contents_of(package), "data/documents/more.json": b"{}"}
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageUnsafe)
        assert (error.reason, error.member) == (UnsafeReason.FOREIGN, "data/documents/more.json")

    def test_an_original_under_another_ones_name(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        name = naming.original_member(hashlib.sha256(b"promised").hexdigest(), ".pdf")
        error = refused(with_extra(package, name, b"delivered"))
        assert isinstance(error, PackageDamaged)
        assert error.member == name

    def test_more_content_than_the_header_tells_of(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        error = refused(with_extra(package, "data/documents/more.json"))
        assert isinstance(error, PackageDamaged)
        assert error.member == naming.HEADER

    @pytest.mark.parametrize(
        "listing",
        [
            b"",
            b"zz  data/documents/payload.json\n",
            b"\xff\xfe",
            b"\n",
            f"{'0' * 64} *data/documents/payload.json\n".encode(),
            f"{'0' * 64}  ../../escape\n".encode(),
            f"{'0' * 64}  bagit.txt\n".encode(),
        ],
    )
    def test_a_list_that_is_none(
        self, package: Path, refused: Callable[..., PackageError], listing: bytes
    ):
        entries = contents_of(package)
        tags = {n: entries[n] for n in naming.TAGS} | {naming.MANIFEST: listing}
        error = refused(pack(package, (entries | signed_tags(tags)).items()))
        assert isinstance(error, PackageDamaged | PackageMemberMissing | PackageUnsafe)

    def test_a_package_of_a_newer_program(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        entries = with_header(contents_of(package), version=2, signed_by_committee=True)
        error = refused(pack(package, entries.items()))
        assert isinstance(error, PackageTooNew)
        assert error.found == "2"

    @pytest.mark.parametrize("changes", [{"format": "other"}, {"format": None}])
    def test_a_header_of_something_else(
        self, package: Path, refused: Callable[..., PackageError], changes: dict[str, Any]
    ):
        entries = contents_of(package)
        header = entries[naming.HEADER].replace(
            b'"juanzong-package"', str(changes["format"]).encode().join((b'"', b'"'))
        )
        tags = {n: entries[n] for n in naming.TAGS} | {naming.HEADER: header}
        assert isinstance(
            refused(pack(package, (entries | signed_tags(tags)).items())), NotAPackage
        )

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (b'"sequence": 1', b'"sequence": 0'),
            (b'"sequence": 1', b'"sequence": "x"'),
            (b'"part": 1', b'"part": 7'),
            (b'"kind": "submission"', b'"kind": "present"'),
            ("示例县".encode(), b"a\\nb"),
            (b'"unit_id": "u-1"', b'"unit_id": null'),
            (b"T08:00:00Z", b"T08:00:00"),
            (b'"full": true', b'"full": true, "extra": 1'),
            (b"{", b""),
            (b"{", b"[["),
            (b"{", b"[" * 60_000),
        ],
    )
    def test_a_header_that_makes_no_sense(
        self, package: Path, refused: Callable[..., PackageError], old: bytes, new: bytes
    ):
        entries = contents_of(package)
        assert old in entries[naming.HEADER]
        header = entries[naming.HEADER].replace(old, new, 1)
        tags = {n: entries[n] for n in naming.TAGS} | {naming.HEADER: header}
        error = refused(pack(package, (entries | signed_tags(tags)).items()))
        assert isinstance(error, PackageDamaged)
        assert error.member == naming.HEADER

    def test_a_description_that_disagrees_with_the_header(
        self, package: Path, refused: Callable[..., PackageError]
    ):
        entries = contents_of(package)
        info = entries[naming.BAG_INFO].replace(b"Payload-Oxum: ", b"Payload-Oxum: 9")
        tags = {n: entries[n] for n in naming.TAGS} | {naming.BAG_INFO: info}
        error = refused(pack(package, (entries | signed_tags(tags)).items()))
        assert isinstance(error, PackageDamaged)
        assert error.member == naming.BAG_INFO


class TestParts:
    @pytest.fixture
    def parts(self, tmp_path: Path) -> tuple[Path, ...]:
        original = an_original(tmp_path, random.Random(1).randbytes(400_000))
        written = write_package(
            tmp_path / "大包.zip",
            a_header(),
            {"payload.json": PAYLOAD},
            [original],
            SIGNER,
            job=SilentJob(),
            part_size=200_000,
        )
        assert len(written.paths) == 3
        return written.paths

    def test_a_part_that_is_not_there(
        self, parts: tuple[Path, ...], refused: Callable[..., PackageError]
    ):
        error = refused(parts[0], parts[2])
        assert isinstance(error, PackagePartsMissing)
        assert (error.missing, error.parts) == ((2,), 3)

    def test_a_part_that_comes_twice(
        self, parts: tuple[Path, ...], refused: Callable[..., PackageError]
    ):
        assert isinstance(refused(*parts, parts[1]), PackagePartsMixed)

    def test_a_part_of_another_package(
        self, parts: tuple[Path, ...], package: Path, refused: Callable[..., PackageError]
    ):
        error = refused(*parts[:2], package)
        assert isinstance(error, PackagePartsMixed)
        assert error.other == package

    def test_a_part_signed_by_somebody_else(
        self, parts: tuple[Path, ...], refused: Callable[..., PackageError]
    ):
        pack(parts[1], resigned(contents_of(parts[1]), Signer.generate()).items())
        assert isinstance(refused(*parts), PackagePartsMixed)

    def test_a_piece_that_is_not_there(
        self, parts: tuple[Path, ...], refused: Callable[..., PackageError]
    ):
        entries = contents_of(parts[1])
        piece = next(n for n in entries if n.startswith(naming.ORIGINALS))
        del entries[piece]
        pack(parts[1], resigned(entries).items())
        error = refused(*parts)
        assert isinstance(error, PackageMemberMissing)
        assert error.member == piece

    def test_pieces_that_together_are_something_else(
        self, parts: tuple[Path, ...], refused: Callable[..., PackageError]
    ):
        entries = contents_of(parts[1])
        piece = next(n for n in entries if n.startswith(naming.ORIGINALS))
        entries[piece] = entries[piece][::-1]
        pack(parts[1], resigned(entries).items())
        assert isinstance(refused(*parts), PackageDamaged)


class TestSealed:
    @pytest.fixture
    def opener(self) -> Opener:
        return Opener.generate()

    @pytest.fixture
    def sealed(self, tmp_path: Path, opener: Opener) -> Path:
        return a_package(tmp_path, "密.zip", seal_for=opener.recipient).paths[0]

    def test_without_a_key(self, sealed: Path, refused: Callable[..., PackageError]):
        assert isinstance(refused(sealed), PackageSealed)

    def test_with_somebody_elses_key(self, sealed: Path, refused: Callable[..., PackageError]):
        assert isinstance(refused(sealed, opener=Opener.generate()), PackageSealedForOthers)

    def test_nothing_can_be_read_from_outside(self, sealed: Path):
        raw = sealed.read_bytes()
        for word in (b"juanzong", "司法局".encode(), PAYLOAD, b"%PDF"):
            assert word not in raw

    @pytest.mark.parametrize("change", [b"", b"x"])
    def test_cut_short_or_longer(
        self, sealed: Path, opener: Opener, refused: Callable[..., PackageError], change: bytes
    ):
        raw = sealed.read_bytes()
        sealed.write_bytes(raw + change if change else raw[:-1])
        error = refused(sealed, opener=opener)
        assert isinstance(error, PackageDamaged)
        assert error.path == sealed

    def test_every_region_of_it_is_covered(
        self, sealed: Path, opener: Opener, refused: Callable[..., PackageError]
    ):
        raw = sealed.read_bytes()
        for place in [*range(0, 300, 3), *range(300, len(raw), 97), len(raw) - 1]:
            patched(sealed, place, bytes([raw[place] ^ 1]))
            assert refused(sealed, opener=opener).path == sealed
            patched(sealed, place, raw[place : place + 1])


def test_every_single_byte_is_covered_and_its_entry_named(tmp_path: Path):
    package = a_package(tmp_path).paths[0]
    raw = package.read_bytes()
    members = members_of(package)
    chance = random.Random(20210409)
    for place in range(len(raw)):
        patched(package, place, bytes([raw[place] ^ (1 << chance.randrange(8))]))
        with (
            pytest.raises(PackageError) as caught,
            open_package([package], job=SilentJob(), scratch=tmp_path / "scratch"),
        ):
            pytest.fail(f"byte {place} of {len(raw)} was altered unnoticed")
        assert caught.value.path == package
        inside = next((m for m in members if m.offset <= place < m.end), None)
        if inside is not None and inside.name not in naming.TAGS:
            assert isinstance(caught.value, PackageDamaged)
            assert caught.value.member == inside.name
        package.write_bytes(raw)


def test_the_checks_above_start_from_a_sound_package(package: Path, tmp_path: Path):
    """The forging tools make a sound package as long as nothing is forged."""
    entries = contents_of(package)
    assert resigned(entries) == entries
    before = package.read_bytes()
    assert pack(package, entries.items()).read_bytes() == before
    with open_package([package], job=SilentJob(), scratch=tmp_path / "scratch") as opened:
        assert zlib.crc32(opened.document("payload.json")) == zlib.crc32(PAYLOAD)

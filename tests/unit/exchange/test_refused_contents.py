"""Packages whose content is not what was signed, or makes no sense."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exchange.envelope import bag, container, naming
from app.exchange.envelope.checking import MAX_DOCUMENTS, MAX_TAG
from app.exchange.envelope.container import ContainerEntry
from app.exchange.envelope.header import PackageHeader
from app.exchange.errors import (
    NotAPackage,
    PackageDamaged,
    PackageError,
    PackageMemberMissing,
    PackageTooLarge,
    PackageTooNew,
    PackageUnsafe,
    SignatureInvalid,
    SizeLimit,
    UnsafeReason,
)
from app.signatures.signing import Signer
from tests.support.packages import (
    PAYLOAD,
    PAYLOAD_MEMBER,
    contents_of,
    members_of,
    pack,
    resigned,
    signed_tags,
    with_extra,
    with_header,
)


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
        huge = ContainerEntry(name, MAX_DOCUMENTS, 0, members[-1].end)
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

"""Packages in parts and sealed ones that are not whole, not of one piece, or not for us."""

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.envelope import naming
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.writing import write_package
from app.exchange.errors import (
    PackageDamaged,
    PackageError,
    PackageMemberMissing,
    PackagePartsMissing,
    PackagePartsMixed,
    PackageSealed,
    PackageSealedForOthers,
)
from app.jobs import SilentJob
from app.signatures.sealing import Opener
from app.signatures.signing import Signer
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
)


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

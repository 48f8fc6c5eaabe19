"""Honest packages: what goes in comes out, and other programs can check them."""

import hashlib
import itertools
import random
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import OriginalDamaged, OriginalMissing
from app.exchange.envelope import container, naming
from app.exchange.envelope.checking import CHUNK
from app.exchange.envelope.container import ContainerEntry
from app.exchange.envelope.header import PackageHeader
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.parts import FAT32_PART, OriginalEntry, part_paths, plan_parts
from app.exchange.envelope.writing import write_package
from app.exchange.errors import PackageMemberMissing, PartTooSmall
from app.jobs import Cancelled, CancelToken, Progress, SilentJob
from app.originals import FolderStore, StoreOutcome
from app.signatures.sealing import Opener
from app.signatures.signing import Signer, fingerprint
from tests.support.packages import PAYLOAD, SIGNER, a_header, a_package, an_original

MINUTES = 300


def bagit_says(folder: Path) -> int:
    command = [sys.executable, "-W", "ignore", "-m", "bagit", "--validate", str(folder)]
    return subprocess.run(command, capture_output=True, timeout=MINUTES).returncode


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "originals")


def test_any_bagit_program_accepts_it(tmp_path: Path):
    package = a_package(tmp_path).paths[0]
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "bag")
    assert bagit_says(tmp_path / "bag") == 0
    payload = tmp_path / "bag" / "data" / "documents" / "payload.json"
    payload.write_bytes(PAYLOAD + b" ")
    assert bagit_says(tmp_path / "bag") != 0


def test_each_part_is_a_bag_of_its_own(tmp_path: Path):
    original = an_original(tmp_path, random.Random(7).randbytes(300_000))
    written = write_package(
        tmp_path / "包.zip",
        a_header(),
        {"payload.json": PAYLOAD},
        [original],
        SIGNER,
        job=SilentJob(),
        part_size=200_000,
    )
    assert [p.name for p in written.paths] == [
        f"包.{written.header.id[-6:]}.分卷{n}-2.zip" for n in (1, 2)
    ]
    for path in written.paths:
        assert path.stat().st_size <= 200_000
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / path.stem)
        assert bagit_says(tmp_path / path.stem) == 0


def test_the_signer_can_be_told(tmp_path: Path):
    package = a_package(tmp_path)
    with open_package(package.paths, job=SilentJob()) as opened:
        assert opened.signer == SIGNER.public_key
        assert opened.fingerprint == fingerprint(SIGNER.public_key)
        assert opened.header == package.header
        assert opened.header.originals == 2
    assert fingerprint(SIGNER.public_key) != fingerprint(Signer.generate().public_key)
    assert len(fingerprint(SIGNER.public_key).replace(" ", "")) == 30


NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,12}(\.[a-z0-9]{1,5}){1,2}", fullmatch=True).filter(
    lambda name: naming.unsafe_name(naming.DOCUMENTS + name) is None
)
SUFFIXES = st.sampled_from(["", ".pdf", ".PDF", ".docx", ".tar", ".材料", "..", "./x", ".a b"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    documents=st.dictionaries(NAMES, st.binary(max_size=300), max_size=4),
    originals=st.lists(st.tuples(st.binary(max_size=90_000), SUFFIXES), max_size=5),
    part_size=st.sampled_from([None, FAT32_PART, 110_000, 180_000]),
    sealed=st.booleans(),
    unpack=st.booleans(),
)
def test_what_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory,
    documents: dict[str, bytes],
    originals: list[tuple[bytes, str]],
    part_size: int | None,
    sealed: bool,
    unpack: bool,
):
    folder = tmp_path_factory.mktemp("package")
    opener = Opener.generate()
    entries = [an_original(folder, content, suffix) for content, suffix in originals]
    written = write_package(
        folder / "包.zip",
        a_header(),
        documents,
        entries,
        SIGNER,
        job=SilentJob(),
        part_size=part_size,
        seal_for=opener.recipient if sealed else None,
        scratch=folder,
    )
    if part_size:
        assert all(path.stat().st_size <= part_size for path in written.paths)
    store = FolderStore(folder / "originals")
    paths = random.Random(1).sample(written.paths, len(written.paths))
    with open_package(
        paths, job=SilentJob(), opener=opener, scratch=folder, unpack=lambda _: unpack
    ) as opened:
        assert opened.paths == written.paths
        assert {name: opened.document(name) for name in opened.documents} == documents
        contents = {hashlib.sha256(c).hexdigest(): c for c, _ in originals}
        assert {o.sha256: o.size for o in opened.originals} == {
            sha256: len(content) for sha256, content in contents.items()
        }
        for sha256 in contents:
            assert opened.copy_original(sha256, store) is StoreOutcome.NEW
            assert opened.copy_original(sha256, store) is StoreOutcome.PRESENT
    assert {s: store.path(s).read_bytes() for s in store.stored()} == contents
    for sha256 in contents:
        store.verify(sha256)


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 17])
def test_originals_about_as_large_as_the_buffer(tmp_path: Path, store: FolderStore, size: int):
    original = an_original(tmp_path, random.Random(size).randbytes(size))
    written = write_package(
        tmp_path / "包.zip", a_header(), {}, [original], SIGNER, job=SilentJob()
    )
    with zipfile.ZipFile(written.paths[0]) as archive:
        assert archive.testzip() is None
    with open_package(written.paths, job=SilentJob()) as opened:
        assert opened.copy_original(original.sha256, store) is StoreOutcome.NEW
    assert store.verify(original.sha256).size == size


def test_a_document_that_is_not_there(tmp_path: Path):
    with (
        open_package(a_package(tmp_path).paths, job=SilentJob()) as opened,
        pytest.raises(PackageMemberMissing),
    ):
        opened.document("other.json")


def test_an_original_that_is_not_there(tmp_path: Path, store: FolderStore):
    with (
        open_package(a_package(tmp_path).paths, job=SilentJob()) as opened,
        pytest.raises(PackageMemberMissing),
    ):
        opened.copy_original("0" * 64, store)


@pytest.mark.parametrize("name", ["", "x", "Payload.json", "材料.json", "../x.json", "con.json"])
def test_a_document_needs_a_name_that_every_system_takes(tmp_path: Path, name: str):
    with pytest.raises(ValueError, match="name"):
        write_package(tmp_path / "包.zip", a_header(), {name: b""}, [], SIGNER, job=SilentJob())


class TestSources:
    def test_a_damaged_original_is_named_and_nothing_is_written(self, tmp_path: Path):
        original = an_original(tmp_path, b"as it was")
        original.path.write_bytes(b"as it is!")
        with pytest.raises(OriginalDamaged) as caught:
            write_package(tmp_path / "包.zip", a_header(), {}, [original], SIGNER, job=SilentJob())
        assert caught.value.sha256 == original.sha256
        assert [p for p in tmp_path.iterdir() if p != original.path] == []

    def test_an_original_of_another_length(self, tmp_path: Path):
        original = an_original(tmp_path, b"as it was")
        original.path.write_bytes(b"shorter")
        with pytest.raises(OriginalDamaged):
            write_package(tmp_path / "包.zip", a_header(), {}, [original], SIGNER, job=SilentJob())

    def test_a_missing_original(self, tmp_path: Path):
        original = an_original(tmp_path, b"gone")
        original.path.unlink()
        with pytest.raises(OriginalMissing):
            write_package(tmp_path / "包.zip", a_header(), {}, [original], SIGNER, job=SilentJob())

    def test_the_same_original_twice_is_packed_once(self, tmp_path: Path):
        original = an_original(tmp_path, b"once")
        written = write_package(
            tmp_path / "包.zip", a_header(), {}, [original, original], SIGNER, job=SilentJob()
        )
        with open_package(written.paths, job=SilentJob()) as opened:
            assert [o.sha256 for o in opened.originals] == [original.sha256]


class TestJobs:
    @pytest.mark.parametrize(("size", "total"), [(100, 1), (5 << 20, 5), ((5 << 20) + 9, 5)])
    def test_progress_ends_at_the_end(self, tmp_path: Path, size: int, total: int):
        seen: list[Progress] = []

        class Watcher(SilentJob):
            def report(self, progress: Progress) -> None:
                seen.append(progress)

        original = an_original(tmp_path, bytes(size))
        written = write_package(
            tmp_path / "包.zip", a_header(), {}, [original], SIGNER, job=Watcher()
        )
        last = {p.stage: (p.done, p.total) for p in seen}
        assert last == {"pack": (total, total), "verify": (total, total)}
        seen.clear()
        with open_package(written.paths, job=Watcher()):
            pass
        assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("verify", total, total)

    def test_reading_can_be_cancelled(self, tmp_path: Path):
        token = CancelToken()
        token.cancel()
        package = a_package(tmp_path)
        with (
            pytest.raises(Cancelled),
            open_package(package.paths, job=SilentJob(token), scratch=tmp_path / "s"),
        ):
            pytest.fail("opened")
        assert list((tmp_path / "s").iterdir()) == []

    @pytest.mark.parametrize("sealed", [False, True])
    def test_writing_can_be_cancelled(self, tmp_path: Path, sealed: bool):
        opener = Opener.generate()
        old = a_package(tmp_path).paths[0]
        before = old.read_bytes()
        original = an_original(tmp_path / "原件", bytes(9 << 20))
        token = CancelToken()

        class Stopper(SilentJob):
            def report(self, progress: Progress) -> None:
                if progress.stage == ("seal" if sealed else "verify"):
                    token.cancel()

        with pytest.raises(Cancelled):
            write_package(
                old,
                a_header(),
                {},
                [original],
                SIGNER,
                job=Stopper(token),
                seal_for=opener.recipient if sealed else None,
            )
        assert old.read_bytes() == before
        assert {p.name for p in tmp_path.iterdir()} == {old.name, "原件"}


@settings(max_examples=200)
@given(
    sizes=st.lists(st.integers(0, 3_000_000), max_size=12),
    documents=st.integers(0, 200_000),
    part_size=st.integers(400_000, 5_000_000),
)
def test_parts_hold_everything_once_and_none_is_too_large(
    sizes: list[int], documents: int, part_size: int
):
    originals = [
        OriginalEntry(f"{n:064x}", Path(f"{n}"), size, ".pdf") for n, size in enumerate(sizes)
    ]
    parts = plan_parts(originals, documents, 3, part_size)
    got: dict[str, list[tuple[int, int, int]]] = {}
    for part in parts:
        for piece in part:
            got.setdefault(piece.original.sha256, []).append(
                (piece.number, piece.offset, piece.length)
            )
        assert sum(piece.length for piece in part) + documents * (part is parts[0]) < part_size
    assert list(got) == [o.sha256 for o in originals]
    for original in originals:
        pieces = got[original.sha256]
        if pieces[0][0] == 0:
            assert pieces == [(0, 0, original.size)]
            continue
        assert [number for number, _, _ in pieces] == list(range(1, len(pieces) + 1))
        assert sum(length for _, _, length in pieces) == original.size
        assert all(
            after[1] == before[1] + before[2] for before, after in itertools.pairwise(pieces)
        )


def test_parts_that_cannot_hold_the_documents(tmp_path: Path):
    with pytest.raises(PartTooSmall) as caught:
        plan_parts([], 500_000, 1, 200_000)
    plan_parts([], 500_000, 1, caught.value.needed)


def test_parts_of_different_packages_never_share_a_name(tmp_path: Path):
    first = part_paths(tmp_path / "包.zip", a_header().id, 2)
    second = part_paths(tmp_path / "包.zip", a_header().id, 2)
    assert not set(first) & set(second)


class TestLargeContainers:
    """Past 4 GiB and past 65535 entries, where the zip format needs its larger fields."""

    def test_a_file_past_four_gigabytes(self, tmp_path: Path):
        members = [
            ContainerEntry(naming.HEADER, 5, 0, 0),
            ContainerEntry("data/originals/ab/" + "ab" * 32, 5 << 30, 0, 0),
            ContainerEntry("data/documents/x.json", 7, zlib.crc32(bytes(7)), 0),
        ]
        placed: list[ContainerEntry] = []
        start = 0
        target = tmp_path / "large.zip"
        with target.open("wb") as stream:
            for member in members:
                here = ContainerEntry(member.name, member.size, member.crc, start)
                stream.seek(start)
                stream.write(container.local_header(here))
                placed.append(here)
                start = here.end
            # The contents are a hole in the file, so the test needs no room.
            stream.seek(start)
            stream.write(container.directory(placed))
        with target.open("rb") as stream:
            assert container.read_container(stream, target) == tuple(placed)
        sizes = ((m.name, m.size) for m in members)
        assert container.container_size(sizes) == target.stat().st_size
        with zipfile.ZipFile(target) as archive:
            assert {i.filename: (i.file_size, i.header_offset) for i in archive.infolist()} == {
                m.name: (m.size, m.start) for m in placed
            }
            with archive.open(placed[-1].name) as stream:
                assert stream.read(3) == bytes(3)

    def test_more_than_sixty_five_thousand_entries(self, tmp_path: Path):
        names = [naming.HEADER, *(f"data/documents/x{n}.json" for n in range(66_000))]
        start, placed = 0, []
        for name in names:
            placed.append(ContainerEntry(name, 0, 0, start))
            start = placed[-1].end
        target = tmp_path / "many.zip"
        body = b"".join(map(container.local_header, placed))
        target.write_bytes(body + container.directory(placed))
        with target.open("rb") as stream:
            assert container.read_container(stream, target) == tuple(placed)
        with zipfile.ZipFile(target) as archive:
            assert archive.namelist() == names


class TestHeader:
    def test_it_survives_its_byte_form(self):
        header = a_header(county="示例县", sequence=7)
        assert PackageHeader.model_validate_json(header.to_bytes()) == header

    def test_names_are_brought_to_one_form(self):
        header = a_header().model_dump()
        header["county"] = "e\u0301"
        assert PackageHeader.model_validate(header).county == "é"

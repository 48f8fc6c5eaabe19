import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SM3, Hash
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FileUnreadable, OriginalDamaged, OriginalMissing
from app.jobs import Cancelled
from app.originals import CHUNK, FolderStore, StoreOutcome, digest_file


def sm3_of(data: bytes) -> str:
    digest = Hash(SM3())
    digest.update(data)
    return digest.finalize().hex()


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "originals")


def test_sm3_follows_the_standards_example(tmp_path: Path):
    file = tmp_path / "abc"
    file.write_bytes(b"abc")
    expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest_file(file).sm3 == expected  # GB/T 32905-2016, appendix A.1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary(max_size=3000))
def test_content_comes_back_under_its_digest(tmp_path: Path, data: bytes):
    store = FolderStore(tmp_path / "originals")
    source = tmp_path / "原件.bin"
    source.write_bytes(data)
    stored = store.import_file(source)
    assert stored.sha256 == hashlib.sha256(data).hexdigest()
    assert stored.sm3 == sm3_of(data)
    assert store.path(stored.sha256).read_bytes() == data
    assert source.read_bytes() == data


def test_equal_content_is_stored_once(store: FolderStore, tmp_path: Path):
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text("同样的内容", encoding="utf-8")
    first = store.import_file(tmp_path / "甲.txt")
    second = store.import_file(tmp_path / "乙.txt")
    assert (first.outcome, second.outcome) == (StoreOutcome.NEW, StoreOutcome.PRESENT)
    assert list(store.stored()) == [first.sha256]


def test_a_stored_original_cannot_be_written_to(store: FolderStore, tmp_path: Path):
    (tmp_path / "a").write_bytes(b"a")
    kept = store.path(store.import_file(tmp_path / "a").sha256)
    assert not kept.stat().st_mode & 0o222


def alter(kept: Path, content: bytes) -> None:
    kept.chmod(0o600)
    kept.write_bytes(content)


def set_aside(store: FolderStore, root: Path) -> list[bytes]:
    return [file.read_bytes() for file in (root / "originals" / "damaged").iterdir()]


@pytest.mark.parametrize("altered", [b"abc", b"abcdeX", b"", b"abcdefgh"])
def test_an_altered_original_is_mended_by_the_same_file(store, tmp_path, altered: bytes):
    (tmp_path / "a").write_bytes(b"abcdef")
    stored = store.import_file(tmp_path / "a")
    kept = store.path(stored.sha256)
    alter(kept, altered)
    assert not store.intact(stored.sha256)
    assert store.import_file(tmp_path / "a").outcome is StoreOutcome.MENDED
    assert store.verify(stored.sha256).size == 6
    assert not kept.stat().st_mode & 0o222
    # The altered file is kept, and is no original.
    assert set_aside(store, tmp_path) == [altered]
    assert list(store.stored()) == [stored.sha256]
    assert store.import_file(tmp_path / "a").outcome is StoreOutcome.PRESENT
    alter(kept, b"again!")
    assert store.copy_in(tmp_path / "a").outcome is StoreOutcome.MENDED
    assert sorted(set_aside(store, tmp_path)) == sorted([altered, b"again!"])


def test_what_is_moved_in_mends_too(store: FolderStore, tmp_path: Path):
    (tmp_path / "a").write_bytes(b"abcdef")
    sha256 = store.import_file(tmp_path / "a").sha256
    for altered, outcome in ((None, StoreOutcome.PRESENT), (b"abcdeX", StoreOutcome.MENDED)):
        if altered is not None:
            alter(store.path(sha256), altered)
        (tmp_path / "again").write_bytes(b"abcdef")
        assert store.adopt(tmp_path / "again", sha256) is outcome
        assert not (tmp_path / "again").exists()
        assert store.verify(sha256).size == 6


def test_a_copy_that_is_no_longer_right_is_not_fetched(store: FolderStore, tmp_path: Path):
    sha256 = hashlib.sha256(b"abcdef").hexdigest()
    (tmp_path / "copy").write_bytes(b"abcdeX")
    with pytest.raises(OriginalDamaged):
        store.fetch(tmp_path / "copy", sha256)
    assert list(store.stored()) == []
    (tmp_path / "copy").write_bytes(b"abcdef")
    assert store.fetch(tmp_path / "copy", sha256) is StoreOutcome.NEW
    alter(store.path(sha256), b"abcdeX")
    assert store.fetch(tmp_path / "copy", sha256) is StoreOutcome.MENDED
    assert store.verify(sha256).size == 6
    assert list((tmp_path / "originals").rglob("*.part")) == []


def test_many_threads_mend_one_original(store: FolderStore, tmp_path: Path):
    (tmp_path / "a").write_bytes(bytes(4 * CHUNK))
    sha256 = store.import_file(tmp_path / "a").sha256
    alter(store.path(sha256), b"x")
    with ThreadPoolExecutor(4) as threads:
        for _ in threads.map(lambda _: store.import_file(tmp_path / "a"), range(8)):
            pass
    assert store.intact(sha256)
    assert b"x" in set_aside(store, tmp_path)


def test_an_altered_original_is_noticed(store: FolderStore, tmp_path: Path):
    (tmp_path / "a").write_bytes(b"abc")
    sha256 = store.import_file(tmp_path / "a").sha256
    kept = store.path(sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"abd")
    with pytest.raises(OriginalDamaged):
        store.verify(sha256)
    kept.unlink()
    with pytest.raises(OriginalMissing):
        store.verify(sha256)


def test_a_cancelled_import_leaves_nothing(store: FolderStore, tmp_path: Path):
    (tmp_path / "big").write_bytes(bytes(3 * CHUNK))
    seen = []

    def stop_at_second(count: int) -> None:
        seen.append(count)
        if len(seen) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.import_file(tmp_path / "big", stop_at_second)
    assert list((tmp_path / "originals").rglob("*.part")) == []
    assert list(store.stored()) == []


def test_a_file_that_grows_while_it_is_read_is_refused(store: FolderStore, tmp_path: Path):
    source = tmp_path / "growing"
    source.write_bytes(bytes(CHUNK))

    def grow(_count: int) -> None:
        with source.open("ab") as file:
            file.write(b"more")

    with pytest.raises(FileUnreadable):
        store.import_file(source, grow)
    assert list(store.stored()) == []


def test_what_is_not_there_is_unreadable(store: FolderStore, tmp_path: Path):
    with pytest.raises(FileUnreadable):
        store.import_file(tmp_path / "nothing")


def test_leftovers_of_a_killed_import_are_cleared(store: FolderStore, tmp_path: Path):
    incoming = tmp_path / "originals" / ".incoming"
    incoming.mkdir(parents=True)
    (incoming / "x.part").write_bytes(b"half")
    assert store.clear_incoming() == 1
    assert list(store.stored()) == []

"""A picture that needs more memory than there may be is not called damaged."""

import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from app.confinement.limits import Limits
from app.intake.inspection import InspectionOrder, inspect
from app.isolation import Broken, OutOfMemory, Result, Workers
from app.jobs import SilentJob
from app.pictures import memory_told
from tests.support.documents.pictures import noise

_LIMITS = Limits(memory=400 << 20, file_size=64 << 20)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, _LIMITS) as workers:
        yield workers


def _looked_at(workers: Workers, path: Path) -> Result[object]:
    return workers.run(inspect, InspectionOrder(path, path.name, date(2026, 1, 1)), 60, SilentJob())


def _png_with_words(size: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(size), 9))
        + chunk(b"IDAT", zlib.compress(bytes(25 * 8)))
        + chunk(b"IEND", b"")
    )


def _large_webp(path: Path) -> Path:
    Image.new("RGB", (16_000, 9_000), (1, 2, 3)).save(path, "WEBP", lossless=True, task_code=0)
    return path


def test_a_picture_whose_words_unpack_too_far_is_out_of_memory(
    workers: Workers, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(_png_with_words(64 << 20))
    assert isinstance(_looked_at(workers, path), OutOfMemory)


def test_a_webp_whose_canvas_is_refused_is_out_of_memory(workers: Workers, tmp_path: Path) -> None:
    assert isinstance(_looked_at(workers, _large_webp(tmp_path / "a.webp")), OutOfMemory)


@pytest.mark.parametrize("words", ["out of memory error when reading image file"])
def test_what_pillow_says_of_memory_is_told_as_memory(words: str, tmp_path: Path) -> None:
    with pytest.raises(MemoryError), memory_told(tmp_path / "a.tif"):
        raise OSError(words)


def test_a_webp_that_is_cut_short_stays_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    Image.new("RGB", (300, 200)).save(path, "WEBP", lossless=True)
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(OSError, match="could not create"), memory_told(path):
        Image.open(path).load()


def test_a_progressive_jpeg_that_does_not_fit_is_out_of_memory(
    workers: Workers, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (9_000, 9_000), (1, 2, 3)).save(path, "JPEG", progressive=True, quality=5)
    assert isinstance(workers.run(_decoded, path, 60, SilentJob()), OutOfMemory)


def test_a_jpeg_that_is_cut_short_stays_damaged(workers: Workers, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    noise((900, 900), 50).save(path, "JPEG", progressive=True)
    path.write_bytes(path.read_bytes()[:20_000])
    assert isinstance(workers.run(_decoded, path, 60, SilentJob()), Broken)


def _decoded(path: Path) -> None:
    with memory_told(path), Image.open(path) as image:
        image.load()

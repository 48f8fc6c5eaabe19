import os
import shutil
from pathlib import Path

import pytest

from app.conversion.cache import RenditionCache
from app.conversion.model import (
    Failure,
    Made,
    PdfFacts,
    Rendition,
    RenditionOrigin,
    Source,
    SourceBookmark,
)
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import source_of

NOTE = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 2})


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return source_of(documents.word(tmp_path / "通知.docx"))


@pytest.fixture
def made(tmp_path: Path) -> Made:
    target = documents.text_pdf(tmp_path / "made.pdf", ["一", "二"])
    return Made(target, RenditionOrigin.CONVERTED, notes=(NOTE,), copy_beside=True)


def opened(tmp_path: Path, version: str = "1") -> RenditionCache:
    return RenditionCache(tmp_path / "cache", "office", version)


def test_what_was_kept_is_found_by_the_next_run(tmp_path, source, made):
    facts = PdfFacts(2, (SourceBookmark("第一章", 0, 0),))
    kept = opened(tmp_path).keep(source, "word", made, facts)
    assert not made.target.exists()
    assert opened(tmp_path).find(source, "word") == kept
    assert kept.path == tmp_path / "cache/office-1" / source.sha256[:2] / kept.path.name
    assert (kept.page_count, kept.bookmarks, kept.notes, kept.copy_beside) == (
        2,
        facts.bookmarks,
        (NOTE,),
        True,
    )


def test_another_version_or_variant_is_another_thing(tmp_path, source, made):
    opened(tmp_path).keep(source, "text", made, PdfFacts(2))
    assert opened(tmp_path, "2").find(source, "text") is None
    assert opened(tmp_path).find(source, "csv") is None


def test_sound_original_is_not_copied(tmp_path):
    source = source_of(documents.text_pdf(tmp_path / "a.pdf"))
    made = Made(source.path, RenditionOrigin.ORIGINAL)
    opened(tmp_path).keep(source, "", made, PdfFacts(1))
    found = opened(tmp_path).find(source, "")
    assert isinstance(found, Rendition)
    assert found.path == source.path
    assert not list((tmp_path / "cache").rglob("*.pdf"))
    # Written to since, with as many bytes: it is to be looked at again.
    before = source.path.stat()
    source.path.write_bytes(source.path.read_bytes())
    os.utime(source.path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))
    assert opened(tmp_path).find(source, "") is None


def test_pdf_that_vanished_or_shrank_is_made_again(tmp_path, source, made):
    kept = opened(tmp_path).keep(source, "", made, PdfFacts(2))
    kept.path.write_bytes(kept.path.read_bytes()[:-10])
    assert opened(tmp_path).find(source, "") is None
    kept.path.unlink()
    assert opened(tmp_path).find(source, "") is None


def test_lasting_failures_are_remembered_and_passing_ones_are_not(tmp_path, source):
    locked = Problem(ProblemKind.PASSWORD_REQUIRED, {"label": "Word 文档"})
    opened(tmp_path).keep_failure(source, "", locked)
    assert opened(tmp_path).find(source, "") == Failure(source.sha256, locked)
    for kind in (ProblemKind.CONVERTER_MISSING, ProblemKind.TIMED_OUT):
        opened(tmp_path).keep_failure(source, kind.value, Problem(kind))
        assert opened(tmp_path).find(source, kind.value) is None


@pytest.mark.parametrize("torn", [b'{"key": "ab', b"\xff\xfe\x00", b"[]\n7\n", b""])
def test_torn_index_costs_only_its_torn_line(tmp_path, source, made, torn):
    opened(tmp_path).keep(source, "a", made, PdfFacts(2))
    index = tmp_path / "cache/office-1/index.jsonl"
    index.write_bytes(index.read_bytes() + torn)
    cache = opened(tmp_path)
    assert cache.find(source, "a") is not None
    cache.keep_failure(source, "b", Problem(ProblemKind.DAMAGED))
    again = opened(tmp_path)
    assert again.find(source, "a") is not None
    assert again.find(source, "b") is not None


def test_folder_may_be_deleted_at_any_time(tmp_path, source, made):
    cache = opened(tmp_path)
    cache.keep(source, "", made, PdfFacts(2))
    shutil.rmtree(tmp_path / "cache")
    assert cache.find(source, "") is None
    assert opened(tmp_path).find(source, "") is None

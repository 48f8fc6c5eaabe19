from pathlib import Path

import pytest

from app.conversion.model import ConversionSettings, Failure, Rendition
from app.conversion.service import STAGE, ConversionService
from app.filekind import FileKind
from app.isolation import Workers
from app.jobs import Cancelled, CancelToken, Progress, SilentJob
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import FakeConverter, source_of


class Recorder(SilentJob):
    """Keeps the reports; cancels itself after so many of them."""

    def __init__(self, cancel_after: int | None = None) -> None:
        super().__init__(CancelToken())
        self.reports: list[Progress] = []
        self.cancel_after = cancel_after

    def report(self, progress: Progress) -> None:
        self.reports.append(progress)
        if self.cancel_after == len(self.reports):
            self.token.cancel()


@pytest.fixture
def sources(tmp_path: Path):
    folder = tmp_path / "originals"
    folder.mkdir()
    return [
        source_of(documents.text(folder / f"{n}.txt", f"内容{n}"), f"材料{n}.txt") for n in range(8)
    ]


@pytest.fixture(scope="module")
def workers():
    with Workers(1) as workers:
        yield workers


@pytest.fixture
def service(workers):
    def made(tmp_path: Path, converter: FakeConverter) -> ConversionService:
        return ConversionService(tmp_path / "cache", [converter], ConversionSettings(), workers)

    return made


def test_every_source_has_an_outcome_and_files_go_in_batches(tmp_path, sources, service):
    converter = FakeConverter()
    report = service(tmp_path, converter).render(sources, SilentJob())
    assert set(report.outcomes) == {source.sha256 for source in sources}
    assert all(isinstance(one, Rendition) for one in report.outcomes.values())
    assert [len(batch) for batch in converter.batches] == [3, 3, 2]


def test_second_run_converts_only_what_is_new(tmp_path, sources, service):
    service(tmp_path, FakeConverter()).render(sources[:5], SilentJob())
    converter = FakeConverter()
    report = service(tmp_path, converter).render(sources, SilentJob())
    assert report.from_cache == 5
    assert converter.batches == [[source.name for source in sources[5:]]]


def test_same_content_is_converted_once(tmp_path, sources, service):
    twin = source_of(sources[0].path, "副本.txt")
    converter = FakeConverter()
    report = service(tmp_path, converter).render([sources[0], twin], SilentJob())
    assert len(report.outcomes) == 1
    assert converter.batches == [["材料0.txt"]]


def test_bad_file_does_not_stop_the_rest(tmp_path, sources, service):
    problem = Problem(ProblemKind.DAMAGED, {"label": "纯文本"})
    converter = FakeConverter({"材料3.txt": problem})
    report = service(tmp_path, converter).render(sources, SilentJob())
    failures = [one for one in report.outcomes.values() if isinstance(one, Failure)]
    assert failures == [Failure(sources[3].sha256, problem)]


def test_lost_page_is_noticed(tmp_path, sources, service):
    converter = FakeConverter(pages=2, claimed=3)
    outcome = service(tmp_path, converter).render(sources[:1], SilentJob()).outcomes
    assert outcome[sources[0].sha256] == Failure(
        sources[0].sha256, Problem(ProblemKind.PAGES_LOST, {"expected": 3, "found": 2})
    )
    assert not list((tmp_path / "cache" / "fake-1").rglob("*.pdf"))


def test_forgotten_file_becomes_a_failure_not_a_gap(tmp_path, sources, service):
    converter = FakeConverter(forgotten=frozenset({"材料2.txt"}))
    report = service(tmp_path, converter).render(sources, SilentJob())
    assert set(report.outcomes) == {source.sha256 for source in sources}
    assert isinstance(report.outcomes[sources[2].sha256], Failure)


def test_empty_and_missing_originals_have_their_own_reasons(tmp_path, sources, service):
    empty = source_of(documents.text(tmp_path / "空.txt", ""), file_type=sources[0].file_type)
    gone = source_of(documents.text(tmp_path / "gone.txt", "x"))
    gone.path.unlink()
    outcomes = service(tmp_path, FakeConverter()).render([empty, gone], SilentJob()).outcomes
    kinds = [outcomes[one.sha256].problem.kind for one in (empty, gone)]
    assert kinds == [ProblemKind.EMPTY_FILE, ProblemKind.ORIGINAL_MISSING]


def test_an_altered_original_gets_no_pages_and_spoils_no_cache(tmp_path, sources, service):
    source = sources[0]
    right = source.path.read_bytes()
    source.path.write_bytes(right[:-1] + b"!")
    converter = FakeConverter()
    outcomes = service(tmp_path, converter).render(sources[:2], SilentJob()).outcomes
    assert outcomes[source.sha256].problem == Problem(ProblemKind.ORIGINAL_ALTERED)
    assert isinstance(outcomes[sources[1].sha256], Rendition)
    source.path.write_bytes(right)
    outcomes = service(tmp_path, converter).render(sources[:2], SilentJob()).outcomes
    assert isinstance(outcomes[source.sha256], Rendition)


def test_kind_without_a_converter_fails_with_a_reason(tmp_path, sources, service):
    class PictureOnly(FakeConverter):
        kinds = frozenset({FileKind.IMAGE})

    outcomes = service(tmp_path, PictureOnly()).render(sources[:1], SilentJob()).outcomes
    assert outcomes[sources[0].sha256].problem.kind is ProblemKind.CONVERSION_FAILED


def test_progress_counts_up_to_the_total(tmp_path, sources, service):
    job = Recorder()
    service(tmp_path, FakeConverter()).render(sources, job)
    assert [report.done for report in job.reports] == list(range(1, 9))
    assert {(report.stage, report.total) for report in job.reports} == {(STAGE, 8)}


def test_cancelling_keeps_what_is_done_and_leaves_no_scratch(tmp_path, sources, service):
    with pytest.raises(Cancelled):
        service(tmp_path, FakeConverter()).render(sources, Recorder(cancel_after=4))
    assert not list((tmp_path / "cache" / "work").iterdir())
    report = service(tmp_path, FakeConverter()).render(sources, SilentJob())
    assert report.from_cache == 4


def test_room_of_a_dead_program_is_cleared(tmp_path, sources, service):
    left = tmp_path / "cache" / "work" / "juanzong-abc"
    (left / "work").mkdir(parents=True)
    (left / "in-use.lock").touch()
    (left / "work" / "half.pdf").write_bytes(b"%PDF")
    service(tmp_path, FakeConverter()).render(sources[:1], SilentJob())
    assert not left.exists()


def test_pages_that_cannot_be_searched_are_not_used(tmp_path, sources, service):
    outcomes = service(tmp_path, FakeConverter(content=b"no pages")).render(
        sources[:1], SilentJob()
    )
    (only,) = outcomes.outcomes.values()
    assert isinstance(only, Failure)

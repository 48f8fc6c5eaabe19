"""Originals in, PDF renditions out: looks up, batches, converts, checks, remembers."""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from app.conversion.cache import ADMISSION, INDEX, RenditionCache
from app.conversion.limits import problem_of, seconds_for
from app.conversion.model import (
    ConversionReport,
    ConversionSettings,
    Converter,
    Failure,
    Made,
    Order,
    Outcome,
    Rendition,
    RenditionOrigin,
    Source,
)
from app.conversion.page_check import PageOrder, PageVerdict, check_pages
from app.conversion.setting_up import as_set_up, set_up
from app.errors import DiskFull
from app.filekind import FileKind
from app.isolation import Done, Workers
from app.jobs import JobContext, Progress
from app.originals import has_content
from app.paths import extended, make_inside
from app.problems import Problem, ProblemKind
from app.workroom import workroom

#: Where in the cache converters work; each batch has a room there.
WORK_FOLDER = "work"

#: The stage that ``render`` reports; one step per original that is not in the cache.
STAGE = "convert"

#: Room that must be free besides that for the largest file at hand.
_LEAST_ROOM = 64 * 1024 * 1024


class ConversionService:
    """Gives every original its PDF pages, or the reason why it has none.

    Close it, or use it as a context, so that its worker processes end.
    """

    def __init__(
        self,
        cache_dir: Path,
        converters: Sequence[Converter],
        settings: ConversionSettings,
        workers: Workers | None = None,
        on_secret: Callable[[str], bool] | None = None,
    ) -> None:
        """Prepare; ``workers`` are shared with the converters where these need them too.

        ``on_secret`` is told the SHA-256 of an original whose pages bear a mark of state secrecy.
        It wipes the original, or returns False if somebody has declared it no secret.
        """
        self._on_secret = on_secret
        self._cache_dir = cache_dir
        self._settings = settings
        self._workers = workers or Workers()
        self._by_kind: dict[FileKind, Converter] = {}
        for converter in converters:
            for kind in converter.kinds:
                self._by_kind.setdefault(kind, converter)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the worker processes."""
        self._workers.close()

    def get_ready(self) -> None:
        """Start the workers now if nothing was ever converted here; returns at once.

        For callers that load and read much before they call ``render``.
        """
        if not any(self._cache_dir.glob(f"*/{INDEX}")):
            self._workers.load("app.conversion.pdf.examining")

    @property
    def kinds(self) -> frozenset[FileKind]:
        """The kinds of file that some converter takes."""
        return frozenset(self._by_kind)

    def known(self, sources: Sequence[Source]) -> dict[str, Rendition | None]:
        """What is in the cache already, by ``Source.key``; None for what is known to have no pages.

        A source that nobody has tried to convert is not in the answer.
        """
        found: dict[str, Rendition | None] = {}
        caches: dict[str, RenditionCache] = {}
        every = [source.plain for source in sources]
        for source in every:
            converter = self._by_kind.get(source.file_type.kind)
            if converter is None:
                found[source.key] = None
                continue
            if converter.name not in caches:
                caches[converter.name] = self._cache_of(converter)
            outcome = caches[converter.name].find(source, converter.variant(source))
            if outcome is not None:
                found[source.key] = outcome if isinstance(outcome, Rendition) else None
        for source in sources:
            if source.pages.arranges and source.plain.key in found:
                base = found[source.plain.key]
                found[source.key] = base and as_set_up(source, base, self._cache_dir)
        return found

    def render(
        self,
        sources: Sequence[Source],
        job: JobContext,
        meanwhile: Callable[[], None] | None = None,
    ) -> ConversionReport:
        """Give each source an outcome; what is wanted twice is converted once.

        What has been converted when somebody cancels stays in the cache. While the workers
        convert, if there is anything to convert, ``meanwhile`` is run in a thread.

        Raises:
            Cancelled: somebody pressed cancel; raised within a second.
            DiskFull: there is no room for the renditions.
        """
        report = self._render_plain([source.plain for source in sources], job, meanwhile)
        made = set_up(sources, report.outcomes, self._cache_dir, self._workers, self._settings, job)
        return ConversionReport(report.outcomes | made, report.from_cache)

    def _render_plain(
        self,
        sources: Sequence[Source],
        job: JobContext,
        meanwhile: Callable[[], None] | None,
    ) -> ConversionReport:
        """Give each source an outcome, its pages as they are made of the content."""
        outcomes: dict[str, Outcome] = {}
        unique = {source.key: source for source in reversed(sources)}
        groups: dict[str, list[Source]] = defaultdict(list)
        used: dict[str, tuple[Converter, RenditionCache]] = {}
        for source in reversed(unique.values()):
            converter = self._by_kind.get(source.file_type.kind)
            if converter is None:
                detail = {"label": source.file_type.label}
                problem = Problem(ProblemKind.CONVERSION_FAILED, detail)
                outcomes[source.key] = Failure(source.sha256, problem)
                continue
            if converter.name not in used:
                used[converter.name] = converter, self._cache_of(converter)
            known = used[converter.name][1].find(source, converter.variant(source))
            if known is not None:
                outcomes[source.key] = known
            else:
                groups[converter.name].append(source)
        from_cache = len(outcomes)
        waiting = sum(map(len, groups.values()))
        if waiting and meanwhile is not None:
            Thread(target=meanwhile, name="meanwhile", daemon=True).start()
        done = 0
        for name, group in groups.items():
            for source, outcome in self._convert(*used[name], group, job):
                done += 1
                outcomes[source.key] = outcome
                job.report(Progress(STAGE, done, waiting, source.name))
        return ConversionReport(outcomes, from_cache)

    def _cache_of(self, converter: Converter) -> RenditionCache:
        version = f"{converter.version}-{ADMISSION}"
        return RenditionCache(self._cache_dir, converter.name, version)

    def _convert(
        self, converter: Converter, cache: RenditionCache, sources: list[Source], job: JobContext
    ) -> Iterator[tuple[Source, Outcome]]:
        self._workers.warm_up(check_pages)  # they start while the first originals are compared
        # While a batch is converted, a thread compares the originals of the next ones.
        comparing = ThreadPoolExecutor(1, thread_name_prefix="compare")
        try:
            looks = [comparing.submit(_problem_at_first_sight, source, job) for source in sources]
            batch: list[Source] = []
            for source, look in zip(sources, looks, strict=True):
                problem = look.result()
                if problem is not None:
                    yield source, Failure(source.sha256, problem)
                    continue
                batch.append(source)
                if len(batch) == converter.batch_size:
                    yield from self._convert_batch(converter, cache, batch, job)
                    batch = []
            if batch:
                yield from self._convert_batch(converter, cache, batch, job)
        finally:
            comparing.shutdown(cancel_futures=True)

    def _check_room(self, batch: Sequence[Source]) -> None:
        """Stop before a full disk makes sound files look broken."""
        make_inside(self._cache_dir.parent, self._cache_dir)
        needed = _LEAST_ROOM + 2 * max(source.size for source in batch)
        free = shutil.disk_usage(self._cache_dir).free
        if free < needed:
            raise DiskFull(self._cache_dir, needed, free)

    def _convert_batch(
        self,
        converter: Converter,
        cache: RenditionCache,
        batch: list[Source],
        job: JobContext,
    ) -> Iterator[tuple[Source, Outcome]]:
        job.check_cancelled()
        self._check_room(batch)
        with workroom(self._cache_dir / WORK_FOLDER) as work:
            yield from self._convert_in(work, converter, cache, batch, job)

    def _convert_in(
        self,
        work: Path,
        converter: Converter,
        cache: RenditionCache,
        batch: list[Source],
        job: JobContext,
    ) -> Iterator[tuple[Source, Outcome]]:
        targets = work / "targets"
        targets.mkdir()
        orders = [Order(source, targets / f"{n}.pdf") for n, source in enumerate(batch)]
        unanswered = {order.target: order.source for order in orders}
        for order, result in converter.convert(orders, work, job):
            source = unanswered.pop(order.target)
            variant = converter.variant(source)
            if isinstance(result, Problem):
                yield source, cache.keep_failure(source, variant, result)
                continue
            verdict = self._look_at(source, result, job)
            if isinstance(verdict, Problem):
                yield source, cache.keep_failure(source, variant, verdict)
            elif verdict.secret and self._wiped(source):
                yield source, Failure(source.sha256, Problem(ProblemKind.SECRET_WIPED))
            else:
                yield source, cache.keep(source, variant, result, verdict.facts)
        for source in unanswered.values():
            # A converter that forgets a file must not make it vanish.
            problem = Problem(ProblemKind.CONVERSION_FAILED, {"label": source.file_type.label})
            yield source, Failure(source.sha256, problem)

    def _look_at(self, source: Source, made: Made, job: JobContext) -> PageVerdict | Problem:
        """Have the pages cut down, counted and searched: none may be lost, and none be secret.

        Converted pages may show words that no reader of ours has found. Originals that are bound
        as they are were looked at when they were taken in, and a picture has no words.
        """
        bound_as_it_is = made.origin is RenditionOrigin.ORIGINAL
        words = not bound_as_it_is and source.file_type.kind is not FileKind.IMAGE
        order = PageOrder(made.target, made.facts, words)
        if order.needless and made.facts is not None:
            verdict = PageVerdict(made.facts)
        else:
            seconds = seconds_for(source.size, self._settings)
            result = self._workers.run(check_pages, order, seconds, job)
            if not isinstance(result, Done):
                return problem_of(result, source)
            verdict = result.value
        expected, found = made.expected_pages, verdict.facts.page_count
        if found < 1 or (expected is not None and found != expected):
            return Problem(ProblemKind.PAGES_LOST, {"expected": expected or 1, "found": found})
        return verdict

    def _wiped(self, source: Source) -> bool:
        """Have a secret original wiped; False if somebody has declared it no secret."""
        return self._on_secret is None or self._on_secret(source.sha256)


def _problem_at_first_sight(source: Source, job: JobContext) -> Problem | None:
    """Compare the original, too: pages of an altered one would stay in the cache for good."""
    if not source.path.is_file():
        return Problem(ProblemKind.ORIGINAL_MISSING)
    if not has_content(source.path, source.sha256, lambda _: job.check_cancelled()):
        return Problem(ProblemKind.ORIGINAL_ALTERED)
    if source.path.stat().st_size == 0:
        return Problem(ProblemKind.EMPTY_FILE)
    # It knows every format of file, and a compile that finds all pages in the cache needs none.
    from app.not_evidence import not_evidence

    # Earlier versions and other units may have taken in what is no evidence.
    return not_evidence(extended(source.path), source.name, source.file_type, deep=False)

"""Renditions made fit for PDF/A, each judged once and remembered."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.conversion.model import Failure, Outcome, Rendition
from app.dossier.binding.pdfa import Conformed, ConformOrder, conform
from app.dossier.gathering.photos import PhotoSheets
from app.dossier.planning.naming import number_list
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.paths import make_inside
from app.problems import Problem, ProblemKind
from app.replacing import replace_with

#: The stage that is reported; one step per rendition that has not been judged before.
STAGE = "pdfa"

_VERSION = "pdfa-2"
_SECONDS = 60.0
_SECONDS_PER_PAGE = 6.0


class Conformer:
    """Judges renditions in worker processes; the verdicts lie in the cache."""

    def __init__(self, cache_dir: Path, workers: Workers) -> None:
        self._folder = cache_dir / _VERSION
        self._workers = workers

    def conform(self, outcomes: Mapping[str, Outcome], job: JobContext) -> dict[str, Outcome]:
        """Replace each rendition that is no PDF/A by one that is; tell which pages are pictures.

        A rendition for which neither can be had fails, and gets a placeholder sheet.

        Raises:
            Cancelled: what has been judged by then is remembered.
        """
        done: dict[str, Outcome] = {}
        due: list[tuple[str, Rendition]] = []
        for sha256, outcome in outcomes.items():
            if isinstance(outcome, Failure):
                done[sha256] = outcome
            elif (pictured := self._known(outcome)) is not None:
                done[sha256] = self._shown(outcome, pictured)
            else:
                due.append((sha256, outcome))
        done.update(self._judge(due, job))
        return {sha256: done[sha256] for sha256 in outcomes}

    def conform_photos(
        self, sheets: PhotoSheets, job: JobContext
    ) -> dict[tuple[str, ...], Rendition]:
        """Do the same for shared sheets; photos whose sheets cannot conform get a page each."""
        judged = self.conform({sheet.sha256: sheet for sheet in sheets.values()}, job)
        found = {key: judged[sheet.sha256] for key, sheet in sheets.items()}
        return {key: one for key, one in found.items() if isinstance(one, Rendition)}

    def _judge(self, due: list[tuple[str, Rendition]], job: JobContext) -> dict[str, Outcome]:
        judged: dict[str, Outcome] = {}
        by_key = dict(due)
        tasks = []
        for sha256, rendition in due:
            target = self._target(rendition)
            make_inside(self._folder.parent.parent, target.parent)
            seconds = _SECONDS + _SECONDS_PER_PAGE * rendition.page_count
            tasks.append(IsolatedCall(ConformOrder(sha256, rendition.path, target), seconds))
        for count, (order, result) in enumerate(self._workers.run_each(conform, tasks, job), 1):
            rendition = by_key[order.key]
            job.report(Progress(STAGE, count, len(tasks), order.source.name))
            if isinstance(result, Done):
                self._remember(rendition, result.value)
                judged[order.key] = self._shown(rendition, result.value.pictured)
            else:
                problem = Problem(ProblemKind.CONVERSION_FAILED, {"label": "PDF/A"})
                judged[order.key] = Failure(order.key, problem)
        return judged

    def _shown(self, rendition: Rendition, pictured: tuple[int, ...]) -> Rendition:
        if not pictured:
            return rendition
        note = Problem(ProblemKind.RASTERISED, {"pages": number_list(list(pictured))})
        return replace(rendition, path=self._target(rendition), notes=(*rendition.notes, note))

    def _known(self, rendition: Rendition) -> tuple[int, ...] | None:
        try:
            stored = json.loads(self._verdict(rendition).read_text(encoding="utf-8"))
            pictured = tuple(map(int, stored["pictured"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return None if pictured and not self._target(rendition).is_file() else pictured

    def _remember(self, rendition: Rendition, verdict: Conformed) -> None:
        text = json.dumps({"pictured": list(verdict.pictured)})
        replace_with(self._verdict(rendition), lambda part: part.write_text(text, encoding="utf-8"))

    def _target(self, rendition: Rendition) -> Path:
        name = f"{rendition.path.stem}-{rendition.converter}"
        return self._folder / rendition.sha256[:2] / f"{name}.pdf"

    def _verdict(self, rendition: Rendition) -> Path:
        return self._target(rendition).with_suffix(".json")

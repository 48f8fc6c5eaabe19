"""Print plans of a folder: pages are looked at once, and a print is remembered."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.dossier.compile import in_record_order
from app.dossier.errors import NothingToPrint
from app.dossier.output.produced import Produced
from app.dossier.output.record import BuildRecord
from app.dossier.printing.pages import PrintedPages, look_at_pages
from app.dossier.printing.plan import PrintPlan, PrintVolume, plan_printing
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.paths import make_inside
from app.replacing import replace_with
from app.settings import load_choice, save_choice
from app.workspace.opening import Workspace

#: The stage that is reported; a step for each volume that nobody has looked at before.
STAGE = "print"

_KEY = "printed"
_VERSION = "print-1"
_SECONDS, _SECONDS_PER_PAGE = 30.0, 1.0


def read_print_plan(
    workspace: Workspace,
    workers: Workers,
    cache: Path,
    folder: Path,
    job: JobContext,
    *,
    copies: int,
    duplex: bool,
    everything: bool = False,
) -> PrintPlan:
    """Plan the printing of the dossiers in ``folder``.

    Raises:
        Cancelled: what has been looked at by then is remembered.
        NothingToPrint: no dossier lies in the folder.
    """
    record = BuildRecord(folder)
    found = [
        made
        for made in in_record_order(record, workspace.facts.framework)
        if all((folder / volume.file.name).is_file() for volume in made.volumes)
    ]
    if not found:
        raise NothingToPrint(folder)
    looks = _Looks(cache / _VERSION, workers).of(found, folder, job)
    facts = workspace.facts
    return plan_printing(
        f"{facts.county}{facts.framework.programme}打印计划",
        found,
        looks,
        _printed(workspace, folder),
        copies=copies,
        duplex=duplex,
        everything=everything,
    )


def remember_print(workspace: Workspace, folder: Path, volumes: Iterable[PrintVolume]) -> object:
    """Note that the volumes were printed as they are; returns what was noted before."""
    with workspace.database.writing() as work:
        everything = dict(load_choice(work.session, _KEY) or {})
        before = everything.get(_name(workspace, folder), {})
        printed = {volume.file: volume.sha256 for volume in volumes}
        everything[_name(workspace, folder)] = before | printed
        save_choice(work, _KEY, everything)
        work.record("dossier.printed", folder.name, volumes=len(printed))
        work.commit()
    return before


def restore_print(workspace: Workspace, folder: Path, before: object) -> None:
    """Put back what ``remember_print`` returned."""
    with workspace.database.writing() as work:
        everything = dict(load_choice(work.session, _KEY) or {})
        everything[_name(workspace, folder)] = before
        save_choice(work, _KEY, everything)
        work.record("dossier.printed", folder.name, volumes=0)
        work.commit()


def _printed(workspace: Workspace, folder: Path) -> Mapping[str, str]:
    with workspace.reading() as session:
        stored = load_choice(session, _KEY) or {}
    found = stored.get(_name(workspace, folder), {})
    return {str(file): str(sha256) for file, sha256 in found.items()}


def _name(workspace: Workspace, folder: Path) -> str:
    """Folders in the workspace are named from there, so that it can be moved."""
    root = workspace.layout.root
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)


class _Looks:
    """Looks at pages in workers; what was seen lies in the cache."""

    def __init__(self, cache: Path, workers: Workers) -> None:
        self._cache, self._workers = cache, workers

    def of(
        self, dossiers: Iterable[Produced], folder: Path, job: JobContext
    ) -> dict[str, PrintedPages]:
        """The pages of every volume by its SHA-256."""
        looks: dict[str, PrintedPages] = {}
        due: dict[Path, tuple[str, int]] = {}
        for dossier in dossiers:
            for volume in dossier.volumes:
                known = self._known(volume.file.sha256)
                if known is None:
                    path = folder / volume.file.name
                    due[path] = volume.file.sha256, volume.physical_pages
                else:
                    looks[volume.file.sha256] = known
        tasks = [
            IsolatedCall(path, _SECONDS + _SECONDS_PER_PAGE * pages)
            for path, (_, pages) in due.items()
        ]
        for count, (path, result) in enumerate(
            self._workers.run_each(look_at_pages, tasks, job), 1
        ):
            job.report(Progress(STAGE, count, len(tasks), path.name))
            sha256, pages = due[path]
            if isinstance(result, Done):
                looks[sha256] = result.value
                self._remember(sha256, result.value)
            else:  # a page that cannot be drawn is printed all the same
                looks[sha256] = PrintedPages(pages, (), ())
        return looks

    def _known(self, sha256: str) -> PrintedPages | None:
        try:
            stored = json.loads(self._place(sha256).read_text(encoding="utf-8"))
            return PrintedPages(
                int(stored["count"]), tuple(stored["large"]), tuple(stored["coloured"])
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None  # the cache may go at any time

    def _remember(self, sha256: str, seen: PrintedPages) -> None:
        place = self._place(sha256)
        make_inside(self._cache.parent, place.parent)
        told = {"count": seen.count, "large": seen.large, "coloured": seen.coloured}
        text = json.dumps(told)
        replace_with(place, lambda part: part.write_text(text, encoding="utf-8"))

    def _place(self, sha256: str) -> Path:
        return self._cache / sha256[:2] / f"{sha256}.json"

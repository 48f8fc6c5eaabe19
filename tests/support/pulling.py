"""Jobs during which a disk is pulled out, and what writes to it meanwhile."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import select

from app.bootstrap import Services
from app.eventlog import LogFilter
from app.eventlog_export import export_log
from app.evidence.exporting import save_originals
from app.exchange.kinds import PackageKind
from app.exchange.payload.logins import log_for_export
from app.exchange.service import PackRequest
from app.jobs import JobContext, Progress
from app.reports.papers import find_paper
from app.reports.service import make_papers
from app.workspace.backups import make_backup
from models import EvidenceItem
from tests.attack.flips import UNIT


class Pulling:
    """A job that pulls the disk at a given one of its words."""

    def __init__(self, at: int, pull: Callable[[], object]) -> None:
        self._left, self._pull = at, pull
        self.pulled = False

    def report(self, progress: Progress) -> None:
        """Count."""
        self._count()

    def check_cancelled(self) -> None:
        """Count."""
        self._count()

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.pulled = True
            self._pull()


def _report(services: Services, out: Path, job: JobContext) -> None:
    make_papers(
        services.workspace, services.settings, find_paper("材料清单"), [UNIT], job, target=out
    )


def _log(services: Services, out: Path, job: JobContext) -> None:
    with services.workspace.database.reading() as session:
        export_log(out / "log.csv", log_for_export(session, LogFilter()), job)


def _pack(services: Services, out: Path, job: JobContext) -> None:
    services.exchange.pack(PackRequest(PackageKind.TASK, out, unit=UNIT), job)


def _originals(services: Services, out: Path, job: JobContext) -> None:
    with services.workspace.database.reading() as session:
        items = list(session.scalars(select(EvidenceItem.id)))
    save_originals(services.workspace, items, out, job)


def _backup(services: Services, out: Path, job: JobContext) -> None:
    make_backup(services.workspace, job, out)


WORKS: Mapping[str, Callable[[Services, Path, JobContext], None]] = {
    "report": _report,
    "log": _log,
    "pack": _pack,
    "originals": _originals,
    "backup": _backup,
}

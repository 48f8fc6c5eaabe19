"""The composition root: an open workspace with the services that work on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.completeness.reading import read_completeness
from app.completeness.states import Completeness
from app.conversion.registry import open_conversion
from app.conversion.service import ConversionService
from app.dossier.compile import DossierService
from app.isolation import Workers
from app.settings import WorkspaceSettings, load_settings
from app.unit_of_work import Clock
from app.workspace.opening import Workspace, open_workspace
from models.base import utc_now


@dataclass(frozen=True)
class Services:
    """What the command line and the window work with."""

    workspace: Workspace
    settings: WorkspaceSettings
    workers: Workers
    conversion: ConversionService
    dossiers: DossierService
    clock: Clock

    def completeness(self) -> Completeness:
        """Reckon the completeness of the workspace as it stands."""
        last_year = self.settings.last_year or local_year(self.clock())
        with self.workspace.database.reading() as session:
            return read_completeness(
                session, self.workspace.facts.framework, self.workspace.registry(), last_year
            )


@contextmanager
def open_services(
    path: Path, *, read_only: bool = False, clock: Clock = utc_now
) -> Iterator[Services]:
    """Open a workspace with its services, and close all of it afterwards.

    Raises:
        WorkspaceError: see ``open_workspace``.
    """
    with open_workspace(path, read_only=read_only, clock=clock) as workspace:
        with workspace.database.reading() as session:
            settings = load_settings(session, workspace.facts.county)
        workers = Workers()
        cache = workspace.layout.cache
        with open_conversion(cache, settings.conversion(), workers) as conversion:
            dossiers = DossierService(workspace, conversion, workers, clock)
            yield Services(workspace, settings, workers, conversion, dossiers, clock)


def local_year(moment: datetime) -> int:
    """The year that the calendar on the wall shows."""
    return moment.astimezone().year

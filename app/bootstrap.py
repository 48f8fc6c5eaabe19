"""The composition root: an open workspace with the services that work on it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import JuanzongError
from app.identity.people import PersonRow, resume_sitting, sit_down
from app.settings import WorkspaceSettings, change_settings, load_settings
from app.unit_of_work import Clock, Listener
from app.workroom import workroom
from app.workspace.left_behind import clear_left_behind
from app.workspace.opening import Workspace, open_workspace
from models.base import utc_now

if TYPE_CHECKING:
    from app.completeness.states import Completeness
    from app.conversion.service import ConversionService
    from app.dossier.compile import DossierService
    from app.exchange.service import ExchangeService
    from app.identity.service import Identity
    from app.intake.inbox.watch import Inbox, WatchSettings
    from app.isolation import Workers
    from app.names.sentence import Sentence


class Services:
    """What the command line and the window work with.

    Conversion and dossiers are made when first used: they bring the heavy libraries, and most
    commands need neither.
    """

    def __init__(self, workspace: Workspace, settings: WorkspaceSettings) -> None:
        self.workspace = workspace
        self.settings = settings
        self._rooms = ExitStack()
        #: Who sits here, if anybody said so; the log names this person.
        self.person: PersonRow | None = resume_sitting(workspace.database)

    def sit_down(self, name: str) -> PersonRow:
        """Let the log name this person (by name or id) from now on. Raises ``PersonUnknown``."""
        self.person = sit_down(self.workspace.database, name)
        return self.person

    @cached_property
    def workers(self) -> "Workers":
        """The processes in which hostile and heavy files are touched."""
        from app.isolation import Workers

        return Workers()

    @cached_property
    def identity(self) -> "Identity":
        """The workspace's own keys, and the pass-phrase before them."""
        from app.identity.service import Identity

        return Identity(self.workspace)

    @cached_property
    def cache(self) -> Path:
        """Where renditions are kept: in the workspace, or on a read-only disk in a room beside it.

        Such a room lies in the place for temporary files and goes when the services are closed.
        """
        cache = self.workspace.layout.cache
        if not self.workspace.database.read_only or os.access(cache, os.W_OK):
            return cache
        return self._rooms.enter_context(workroom())

    def close(self) -> None:
        """Stop the worker processes, and remove what was made beside the workspace."""
        if "workers" in self.__dict__:
            self.workers.close()
        self._rooms.close()

    @cached_property
    def conversion(self) -> "ConversionService":
        """Every original as PDF pages."""
        from app.conversion.registry import open_conversion

        settings = self.settings.conversion()
        return open_conversion(self.cache, settings, self.workers, self._on_secret)

    def _on_secret(self, sha256: str) -> bool:
        """Wipe an original whose pages have a mark; False if a person declared it no secret."""
        from app.intake.inbox.wiping import wipe

        if self.workspace.database.read_only:
            return True
        return bool(wipe(self.workspace, [sha256]))

    @cached_property
    def dossiers(self) -> "DossierService":
        """The compiling of dossiers."""
        from app.dossier.compile import DossierService

        return DossierService(
            self.workspace,
            self.conversion,
            self.workers,
            _describe,
            self.cache,
        )

    @cached_property
    def exchange(self) -> "ExchangeService":
        """Packages: made, looked at, merged, undone."""
        from app.exchange.service import ExchangeService

        return ExchangeService(self.workspace, self.workers, self.identity, self.last_year)

    def last_year(self) -> int:
        """The last year that evidence is asked for now; see ``load_last_year``."""
        from app.stages.store import load_last_year

        workspace = self.workspace
        with workspace.reading() as session:
            return load_last_year(
                session, workspace.facts.framework, self.settings.last_year, workspace.today()
            )

    def inbox(self, settings: "WatchSettings | None" = None) -> "Inbox":
        """The inbox, to be looked at or watched."""
        from app.intake.inbox.watch import Inbox

        return Inbox(self.workspace, self.workers, _describe, settings)

    def take_settings(self, settings: WorkspaceSettings) -> None:
        """Use other settings from now on; conversion starts again if it is affected."""
        if settings.conversion() != self.settings.conversion():
            for made in ("conversion", "dossiers"):
                self.__dict__.pop(made, None)
        self.settings = settings

    def change_settings(self, change: Callable[[WorkspaceSettings], WorkspaceSettings]) -> None:
        """Change the settings as they stand now. Raises ``WorkspaceReadOnly``."""
        facts = self.workspace.facts
        change_settings(self.workspace.database, facts.county, facts.framework.programme, change)

    def completeness(self) -> "Completeness":
        """Work out the completeness of the workspace now; see ``completeness_of``."""
        from app.completeness.reading import completeness_of
        from app.verification.answers import read_held

        workspace = self.workspace
        registry = workspace.registry()
        with workspace.reading() as session:
            held = read_held(session, workspace.facts.framework, registry, workspace.layout)
        return completeness_of(workspace, self.last_year(), registry, held)


def _describe(error: JuanzongError) -> "Sentence":
    """Give the sentence about an error; the words of all of them are loaded for the first one."""
    from app.wording.errors import describe_error

    return describe_error(error)


@contextmanager
def open_services(
    path: Path,
    *,
    read_only: bool = False,
    clock: Clock = utc_now,
    listeners: Sequence[Listener] = (),
) -> Iterator[Services]:
    """Open a workspace with its services, and close all of it afterwards.

    ``listeners`` hear of everything that is committed; see ``UnitOfWork``.

    Raises:
        WorkspaceError: see ``open_workspace``.
    """
    with open_workspace(path, read_only=read_only, clock=clock, listeners=listeners) as workspace:
        clear_left_behind(workspace.layout, alone=not read_only)
        with workspace.database.reading() as session:
            settings = load_settings(
                session, workspace.facts.county, workspace.facts.framework.programme
            )
        services = Services(workspace, settings)
        layout = workspace.layout
        if not read_only and (layout.wiping.exists() or layout.wiped.exists()):
            # It brings all that files are taken in with, and few workspaces need it.
            from app.intake.inbox.wiping import finish_wiping

            finish_wiping(workspace)
        try:
            yield services
        finally:
            services.close()

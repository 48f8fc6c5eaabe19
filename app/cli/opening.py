"""Opening a workspace for a command: if the clock is wrong, people are told first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output.console import Output
from app.workspace import opening
from app.workspace.left_behind import clear_left_behind
from app.workspace.opening import Workspace

if TYPE_CHECKING:
    from app.bootstrap import Services


@contextmanager
def open_workspace(path: Path, *, read_only: bool = False) -> Iterator[Workspace]:
    """As ``app.workspace.opening.open_workspace``; warns on stderr of a clock set back.

    What a killed program left behind is removed. The log names who works here now.
    """
    with opening.open_workspace(path, read_only=read_only) as workspace:
        # Whatever command comes first after a kill removes what was decrypted.
        clear_left_behind(workspace.layout, alone=not read_only)
        _warn(workspace)
        if not read_only:
            from app.identity.people import resume_sitting  # reading needs nobody's name

            resume_sitting(workspace.database)
        with workspace.database.explaining():
            yield workspace


@contextmanager
def open_services(path: Path, *, read_only: bool = False) -> "Iterator[Services]":
    """As ``app.bootstrap.open_services``; warns on stderr of a clock set back."""
    from app import bootstrap  # a command that asks for a workspace alone needs no services

    with bootstrap.open_services(path, read_only=read_only) as services:
        _warn(services.workspace)
        with services.workspace.database.explaining():
            yield services


def _warn(workspace: Workspace) -> None:
    """Only who writes enters a time that stays."""
    if workspace.database.read_only:
        return
    from app.wording.workspace import describe_clock
    from app.workspace.content import entry_of_the_future

    newest = entry_of_the_future(workspace)
    if newest is not None:
        Output().warn("。".join(describe_clock(newest)) + "。")

"""The lines that lists of commands show without loading the commands."""

from collections.abc import Iterator

import pytest
import typer

from app.cli.application import app
from app.cli.commands import COMMANDS, Command, Group


def every(group: Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    for name, member in group.members.items():
        match member:
            case Command():
                yield (*path, name), member
            case Group():
                yield from every(member, (*path, name))


@pytest.mark.parametrize(("path", "listed"), list(every(COMMANDS)), ids=str)
def test_a_list_says_what_the_command_says_of_itself(path, listed):
    command = typer.main.get_command(app)
    for name in path:
        command = command.get_command(None, name)
    assert command.help.split("\n\n")[0].replace("\n", "") == listed.words

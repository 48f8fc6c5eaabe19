"""The lines that lists of commands show without loading the commands."""

import pytest
import typer

from app.cli.application import app
from tests.support.every_command import every_command


@pytest.mark.parametrize(("name", "listed"), list(every_command()))
def test_a_list_says_what_the_command_says_of_itself(name, listed):
    command = typer.main.get_command(app)
    for step in name.split():
        command = command.get_command(None, step)
    assert command.help.split("\n\n")[0].replace("\n", "") == listed.words

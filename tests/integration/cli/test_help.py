"""What the commands say of themselves, and of wrong usage."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from app.cli.application import app
from tests.support.cli import HAN, Cli


class TestHelp:
    @pytest.mark.parametrize(
        "arguments",
        [["--help"], ["attach", "--help"], ["compile", "--help"], ["framework", "--help"]],
    )
    def test_help_is_chinese(self, cli: Cli, arguments: list[str]):
        code, out, _ = cli(*arguments)
        assert code == 0
        for english in (
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "Show this",
            "default",
            "required",
        ):
            assert english not in out

    @pytest.mark.parametrize(
        "arguments",
        [
            ["attach"],
            ["nonsense"],
            ["compile", "ws", "--nonsense"],
            ["init", "ws"],
            ["status", "a", "b"],
        ],
    )
    def test_wrong_usage_is_told_in_chinese(self, cli: Cli, arguments: list[str]):
        code, _, err = cli(*arguments)
        assert code == 2
        assert HAN.search(err)
        assert "Missing" not in err
        assert not re.search(r"No such|Got|unexpected|Error|Try", err)


def usages(command: Any) -> Iterator[str]:
    """The line of usage of every command below this one."""
    with command.make_context("", [], resilient_parsing=True) as context:
        inner = command.list_commands(context) if hasattr(command, "list_commands") else ()
        if not inner:
            yield command.get_usage(context)
        for name in inner:
            yield from usages(command.get_command(context, name))


def test_every_word_of_usage_is_chinese():
    found = list(usages(get_command(app)))
    assert len(found) > 100
    assert [line for line in found if re.search(r"[A-Za-z{}]", line)] == []

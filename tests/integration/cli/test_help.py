"""What the commands say of themselves, and of wrong usage."""

import re

import pytest

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

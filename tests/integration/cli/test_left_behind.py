"""Any command after a kill removes what the killed program had unpacked and decrypted."""

from pathlib import Path

import pytest

from app.storage.layout import Layout
from tests.support.cli import Cli


@pytest.mark.parametrize(
    "command", [["check"], ["item", "list"], ["units", "list"], ["status"], ["settings"]]
)
def test_the_next_command_clears(cli: Cli, ws: Path, command: list[str]):
    room = Layout(ws).unpacking / "juanzong-killed"
    (room / "work").mkdir(parents=True)
    (room / "in-use.lock").touch()
    (room / "work" / "decrypted").write_bytes(b"in clear")
    cli.text(*command, ws)
    assert not (room / "work").exists()

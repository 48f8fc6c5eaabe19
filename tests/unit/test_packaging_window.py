import sys
from pathlib import Path

import pytest

from tests.support.packaging_modules import packaging_module


@pytest.fixture
def window():
    with packaging_module("window") as module:
        yield module


class Checkout:
    """A checkout whose environment is the one that runs the tests."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.python = Path(sys.executable)
        self.called: list[tuple[str, ...]] = []

    def call(self, *arguments: str) -> int:
        self.called.append(arguments)
        return 0


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"DISPLAY": ":0", "CI": "true"}, "linux", False),
        ({"CI": "true"}, "win32", False),
    ],
)
def test_where_a_display_is(window, environment, platform, expected):
    assert window.has_display(environment, platform) is expected


def test_without_a_display_it_says_how(window, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    checkout = Checkout(tmp_path)
    assert window.open_window(checkout, tmp_path / "demo" / "示例县工作区") == 0
    assert not checkout.called
    assert "juanzong-gui demo/示例县工作区" in capsys.readouterr().out.replace("\\", "/")


@pytest.mark.parametrize(("plugin", "opened"), [("offscreen", True), ("nonsense", False)])
def test_window_opens_only_where_qt_starts(window, tmp_path, monkeypatch, capsys, plugin, opened):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", plugin)
    checkout = Checkout(tmp_path)
    workspace = tmp_path / "demo" / "示例县工作区"
    assert window.open_window(checkout, workspace) == 0
    assert checkout.called == ([("-m", "ui.main", str(workspace))] if opened else [])
    assert ("缺少系统库" in capsys.readouterr().out) is not opened

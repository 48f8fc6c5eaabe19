"""Pictures of every page, for the manual and for a check: ``python -m ui.screenshots WS OUT``.

Each page is painted light and dark in the two important sizes. The pictures show a copy of the
given workspace, in a folder whose path says nothing about this computer. In the copy an office and
a unit have sent each other packages. Needs no display.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from ui.application import make_application
from ui.inbox.page import InboxPage
from ui.indicators.page import IndicatorsPage
from ui.language import Language
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.review.office import OfficeReview
from ui.shared.targets import TaskTarget
from ui.staging import INDICATOR, UNIT, StagedCounty, lay_out
from ui.theme import Scheme, Theme
from ui.tool_scenes import tool_scenes
from ui.welcome.new_workspace import NewWorkspaceDialog

SIZES = ((1366, 768), (1920, 1080))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)

_SECONDS = 60
_COUNTY = "示例县"
#: An indicator with an item that has findings.
_DOUBTFUL = "63"
#: Timers of the window up to this length are waited for, in milliseconds.
_SOON = 1_000
_COLOURS = 256
#: Up to this mean difference of a channel, a picture with a palette counts as the same.
_SAME = 0.6


class NotReady(RuntimeError):
    """The window was still busy after the time limit."""


def main() -> int:
    """Paint everything; 1 if the window is busy for too long."""
    parser = argparse.ArgumentParser(description="各页面的截图")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=int, default=100, help="文字大小，百分数")
    parser.add_argument("--only", nargs="+", help="只画这些页面")
    parser.add_argument("--language", type=Language, default=Language.CHINESE, help="zh_CN 或 en")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options.folder.mkdir(parents=True, exist_ok=True)
    with _stage(options.workspace) as stage:
        store = QSettings(str(stage.office.parent / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(store)
        _application, theme = make_application(sys.argv[:1], preferences, options.language)
        window = MainWindow(preferences, theme)
        camera = _Camera(window, theme, options.folder.resolve(), options.scale)
        wanted = set(options.only or ())
        try:
            for name, steps in _scenes(window, stage):
                for step in steps:
                    step()
                    _settle(window)
                if not wanted or name in wanted:
                    camera.take(name, steps[-1])
        except NotReady as error:
            print(error, file=sys.stderr)  # noqa: T201  (a tool's own message)
            return 1
        finally:
            window.close()
    return 0


Step = Callable[[], object]


def _scenes(window: MainWindow, stage: StagedCounty) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The scenes one after the other: a name, and how to get there."""
    yield "welcome", (window.show,)
    yield "new-workspace", (window.ways_in.new_workspace, lambda: _answer(window))
    for dialog in window.findChildren(QDialog):
        dialog.close()
    for workspace, role, keys in (
        (stage.office, "", [spec.entry.key for spec in PAGES]),
        (stage.unit, "unit-", ["desk", "indicators", "review", "rectification", "exchange"]),
    ):
        _open(window, workspace)
        for key in keys:
            show = partial(window.show_page, key)
            turn = _LIVELY.get(key, lambda _window: None)
            yield f"{role}{key}", (show, partial(turn, window))
        if workspace is stage.office:
            yield "received", (lambda: window.show_page("exchange", (stage.package,)),)
            yield "findings", (partial(_show_finding, window),)
            yield from tool_scenes(window)


def _open(window: MainWindow, workspace: Path) -> None:
    window.open_workspace(workspace)
    _wait(lambda: window.is_complete and _root(window) == workspace)


def _root(window: MainWindow) -> Path | None:
    """The workspace that is open; another one may still be closing."""
    context = window.context
    return context.session.services.workspace.layout.root if context is not None else None


def _answer(window: MainWindow) -> None:
    dialog = window.findChild(NewWorkspaceDialog)
    assert dialog is not None
    _wait(dialog.framework.isEnabled)
    dialog.county.setText(_COUNTY)
    dialog.unit.choose(UNIT)


def _show_item(window: MainWindow) -> None:
    window.show_page("indicators", TaskTarget(INDICATOR, "material_check"))
    page = window.stack.currentWidget()
    assert isinstance(page, IndicatorsPage)
    panel = page.detail.panel
    panel.choose_item(panel.model.rows[0].item)


def _show_finding(window: MainWindow) -> None:
    """Show an item that contains more than its pages show; the demonstration has one there."""
    window.show_page("indicators", TaskTarget(_DOUBTFUL, "material_check"))
    page = window.stack.currentWidget()
    assert isinstance(page, IndicatorsPage)
    panel = page.detail.panel
    panel.choose_item(next(row.item for row in panel.model.rows if row.open_findings))


def _choose(window: MainWindow, row: int = 0) -> None:
    """Choose a row of the page's first table."""
    table = next(t for t in window.stack.findChildren(QTableView) if t.isVisible())
    table.setFocus()
    table.selectRow(row)


def _choose_waiting(window: MainWindow) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, InboxPage)
    _wait(lambda: page.view.model().rowCount() > 0)  # its watcher looks at times of its own
    page.view.setCurrentIndex(page.view.model().index(0, 0))


def _show_waiting(window: MainWindow) -> None:
    view = getattr(window.stack.currentWidget(), "view", None)
    if isinstance(view, OfficeReview):
        if view.slot is None:
            view.go_to_next()
        else:
            view.turn_to(view.slot)


#: What has to be chosen so that a page is not half empty.
_LIVELY: dict[str, Callable[[MainWindow], None]] = {
    "indicators": _show_item,
    "inbox": _choose_waiting,
    "library": _choose,
    "review": _show_waiting,
    "rectification": _choose,
    "stages": partial(_choose, row=2),
    "settings": lambda window: window.show_page("settings", "filing"),
}


class _Camera:
    def __init__(self, window: MainWindow, theme: Theme, folder: Path, scale: int) -> None:
        self._window, self._theme, self._folder, self._scale = window, theme, folder, scale

    def take(self, name: str, turn: Step) -> None:
        """Paint the window, or the dialog in front of it, in every look.

        ``turn`` scrolls back to the choice after the window was made smaller.
        """
        for scheme in SCHEMES:
            self._theme.choose(scheme, self._scale)
            dialog = next((d for d in self._window.findChildren(QDialog) if d.isVisible()), None)
            if dialog is not None:
                self._keep(dialog, f"{name}-{scheme.value}")
                continue
            for width, height in SIZES:
                self._window.resize(width, height)
                _settle(self._window)
                turn()
                self._keep(self._window, f"{name}-{scheme.value}-{width}x{height}")

    def _keep(self, widget: QWidget, name: str) -> None:
        _settle(self._window)
        target = self._folder / f"{name}.png"
        widget.grab().save(str(target))
        shrink(target)


def shrink(picture: Path) -> None:
    """Use a palette if the picture looks the same; most pictures then need a third of the space."""
    with Image.open(picture) as opened:
        whole = opened.convert("RGB")
    small = whole.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    difference = ImageStat.Stat(ImageChops.difference(whole, small.convert("RGB")))
    best = small if max(difference.mean) <= _SAME else whole
    best.save(picture, optimize=True)


@contextmanager
def _stage(workspace: Path) -> Iterator[StagedCounty]:
    """A copy of the workspace in a folder whose path says nothing about this computer."""
    home = Path(tempfile.gettempdir()) / _COUNTY
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    copy = home / f"{_COUNTY}创建"
    before = {name: os.environ.get(name) for name in ("HOME", "LOGNAME")}
    os.environ.update(HOME=str(home), LOGNAME="王芳")
    try:
        shutil.copytree(workspace.resolve(), copy)
        yield lay_out(copy, home)
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
        shutil.rmtree(home, ignore_errors=True)


def _settle(window: MainWindow) -> None:
    """Wait until nothing is being read, converted or laid out."""
    quiet_turns = 0

    def rest() -> bool:
        nonlocal quiet_turns
        context = window.context
        busy = (context is not None and not context.session.is_quiet) or any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON
            for timer in window.findChildren(QTimer)
        )
        quiet_turns = 0 if busy else quiet_turns + 1
        return quiet_turns > 2

    _wait(rest)


def _wait(ready: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_SECONDS * 1000)
    flags = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    waker = QTimer()
    waker.start(10)
    while not ready():
        if deadline.hasExpired():
            raise NotReady("窗口没有在一分钟内画好")
        QApplication.processEvents(flags)


if __name__ == "__main__":
    sys.exit(main())

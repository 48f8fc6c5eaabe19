"""Pictures of every page, for the manual and for looking at: ``python -m ui.screenshots WS OUT``.

Each page is painted light and dark in the two sizes that matter, from a copy of the workspace
given that lies where no picture shows whose machine it was. Needs no display.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.application import make_application
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.theme import Scheme, Theme

SIZES = ((1366, 768), (1920, 1080))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
#: What the indicator page turns to: an indicator with evidence of many kinds.
INDICATOR = "60"

_SECONDS = 60
_COUNTY = "示例县"
#: Waits of the window itself up to this long are waited for, in milliseconds.
_SOON = 1_000
_COLOURS = 256
#: The mean difference of a channel up to which a palette is taken for the same picture.
_SAME = 0.6


class NotReady(RuntimeError):
    """The window did not come to rest."""


def main() -> int:
    """Paint everything; 1 if the window does not come to rest in time."""
    parser = argparse.ArgumentParser(description="各页面的截图")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=int, default=100, help="文字大小，百分数")
    parser.add_argument("--only", nargs="+", help="只画这些页面")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options.folder.mkdir(parents=True, exist_ok=True)
    with _stage(options.workspace) as workspace:
        store = QSettings(str(workspace.parent / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(store)
        _application, theme = make_application(sys.argv[:1], preferences)
        window = MainWindow(preferences, theme)
        camera = _Camera(window, theme, options.folder.resolve(), options.scale)
        wanted = set(options.only or ())
        try:
            for name, turn in _scenes(window, workspace):
                turn()
                if not wanted or name in wanted:
                    camera.take(name)
        except NotReady as error:
            print(error, file=sys.stderr)  # noqa: T201  (a tool's own message)
            return 1
        finally:
            window.close()
    return 0


def _scenes(window: MainWindow, workspace: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is to be seen, one after the other: a name, and how the window gets there."""
    from app.vocabulary import VerificationMethod
    from ui.indicators.targets import TaskTarget

    yield "welcome", window.show
    yield "new-workspace", window.new_workspace
    for dialog in window.findChildren(QDialog):
        dialog.close()

    def opened() -> None:
        window.open_workspace(workspace)
        _wait(lambda: window.is_complete)

    targets = {"indicators": TaskTarget(INDICATOR, VerificationMethod.MATERIAL_CHECK)}
    for number, spec in enumerate(PAGES):
        key = spec.entry.key

        def turn(key: str = key, *, first: bool = number == 0) -> None:
            if first:
                opened()
            window.show_page(key, targets.get(key))

        yield key, turn


class _Camera:
    def __init__(self, window: MainWindow, theme: Theme, folder: Path, scale: int) -> None:
        self._window, self._theme, self._folder, self._scale = window, theme, folder, scale

    def take(self, name: str) -> None:
        """Paint the window, or the dialog that stands before it, in every look."""
        for scheme in SCHEMES:
            self._theme.choose(scheme, self._scale)
            dialog = next((d for d in self._window.findChildren(QDialog) if d.isVisible()), None)
            if dialog is not None:
                self._keep(dialog, f"{name}-{scheme.value}")
                continue
            for width, height in SIZES:
                self._window.resize(width, height)
                self._keep(self._window, f"{name}-{scheme.value}-{width}x{height}")

    def _keep(self, widget: QWidget, name: str) -> None:
        _settle(self._window)
        target = self._folder / f"{name}.png"
        widget.grab().save(str(target))
        shrink(target)


def shrink(picture: Path) -> None:
    """Give a picture a palette where that looks the same; most take a third of the room then."""
    with Image.open(picture) as opened:
        whole = opened.convert("RGB")
    small = whole.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    difference = ImageStat.Stat(ImageChops.difference(whole, small.convert("RGB")))
    best = small if max(difference.mean) <= _SAME else whole
    best.save(picture, optimize=True)


@contextmanager
def _stage(workspace: Path) -> Iterator[Path]:
    """A copy of the workspace at a place that says nothing of this machine."""
    home = Path(tempfile.gettempdir()) / _COUNTY
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    copy = home / f"{_COUNTY}创建"
    before = {name: os.environ.get(name) for name in ("HOME", "LOGNAME")}
    os.environ.update(HOME=str(home), LOGNAME="联络员")
    try:
        shutil.copytree(workspace.resolve(), copy)
        yield copy
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
        shutil.rmtree(home, ignore_errors=True)


def _settle(window: MainWindow) -> None:
    """Wait until nothing is read, converted or about to be laid out."""
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

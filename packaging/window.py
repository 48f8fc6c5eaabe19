"""Opening the window at the end of ``make run``, and painting its pages for the manual."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from setup_steps import Checkout

#: Starts Qt with its usual plug-in; where that cannot be loaded, Qt ends the process.
PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
_SECONDS = 60
SCREENSHOTS = "docs/screenshots"


def has_display(environment: dict[str, str], platform: str) -> bool:
    """Whether somebody sits before a screen, as far as the system tells."""
    if environment.get("CI"):
        return False
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_window(checkout: Checkout, workspace: Path) -> int:
    """Show the workspace in the window until it is closed; without a display say how."""
    command = f"juanzong-gui {workspace.relative_to(checkout.root)}"
    if not has_display(dict(os.environ), sys.platform):
        print(f"这里没有显示器，窗口没有打开。在有桌面的机器上运行：{command}")
        return 0
    if not _starts(checkout):
        print(f"Qt 在这里不能显示窗口（缺少系统库或连不上显示器）。处理后再运行：{command}")
        return 0
    print(f"$ {command}\n窗口已经打开；关闭窗口，本命令就结束。")
    return checkout.call("-m", "ui.main", str(workspace))


def paint_pages(checkout: Checkout, workspace: Path) -> int:
    """Paint every page of the window into the manual's folder."""
    return checkout.call("-m", "ui.screenshots", str(workspace), SCREENSHOTS)


def _starts(checkout: Checkout) -> bool:
    try:
        done = subprocess.run(
            [str(checkout.python), "-c", PROBE],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

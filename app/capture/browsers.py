"""Which browser of the Chromium family is installed, and where."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.capture.model import Installed

#: Names the browser to use, before every other one.
VARIABLE = "JUANZONG_BROWSER"

#: On Windows: name, the program's file, and where it lies below the usual folders. The newest
#: engines come first; others are often years behind.
_WINDOWS: Sequence[tuple[str, str, str]] = (
    ("Edge", "msedge.exe", r"Microsoft\Edge\Application"),
    ("Chrome", "chrome.exe", r"Google\Chrome\Application"),
    ("Chromium", "chromium.exe", r"Chromium\Application"),
    ("360安全浏览器", "360se.exe", r"360\360se6\Application"),
    ("360安全浏览器", "360se.exe", r"360se6\Application"),
    ("360极速浏览器", "360ChromeX.exe", r"360\360ChromeX\Chrome\Application"),
    ("360极速浏览器", "360chrome.exe", r"360\360Chrome\Chrome\Application"),
    ("360极速浏览器", "360ChromeX.exe", r"360ChromeX\Chrome\Application"),
    ("奇安信可信浏览器", "qaxbrowser.exe", r"Qianxin\QAXBrowser\Application"),
    ("奇安信可信浏览器", "qaxbrowser.exe", r"QAXBrowser\Application"),
    ("红莲花安全浏览器", "RedlotusBrowser.exe", r"Redlotus\Application"),
    ("QQ浏览器", "QQBrowser.exe", r"Tencent\QQBrowser"),
)
_FOLDERS = ("ProgramFiles(x86)", "ProgramFiles", "ProgramW6432", "LOCALAPPDATA", "APPDATA")

#: Elsewhere: name, commands on the path, and usual places.
_LINUX: Sequence[tuple[str, Sequence[str], Sequence[str]]] = (
    (
        "Edge",
        ("microsoft-edge", "microsoft-edge-stable"),
        ("/opt/microsoft/msedge/microsoft-edge", "/opt/apps/com.microsoft.edge/files/msedge"),
    ),
    (
        "Chrome",
        ("google-chrome", "google-chrome-stable"),
        ("/opt/google/chrome/google-chrome",),
    ),
    ("Chromium", ("chromium", "chromium-browser"), ("/usr/lib/chromium/chromium",)),
    (
        "UOS浏览器",
        ("uos-browser", "org.deepin.browser", "uos-browser-stable"),
        (
            "/opt/apps/org.deepin.browser/files/uos-browser",
            "/opt/apps/cn.uniontech.browser/files/uos-browser",
        ),
    ),
    (
        "奇安信可信浏览器",
        ("qaxbrowser-safe", "qaxbrowser-safe-stable"),
        ("/opt/qaxbrowser-safe/qaxbrowser-safe", "/opt/qianxin.com/qaxbrowser/qaxbrowser-safe"),
    ),
    (
        "360安全浏览器",
        ("browser360-cn", "browser360-cn-stable", "browser360"),
        ("/opt/browser360/browser360", "/opt/apps/com.360.browser-stable/files/browser360"),
    ),
    (
        "红莲花安全浏览器",
        ("redlotus-browser", "rlbrowser"),
        ("/opt/redlotus/redlotus-browser", "/opt/rongfu/redlotus/redlotus-browser"),
    ),
    ("QQ浏览器", ("qqbrowser",), ("/opt/qqbrowser/qqbrowser",)),
)


def find_browsers(
    chosen: str = "",
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> tuple[Installed, ...]:
    """The browsers of this computer, the best first.

    ``chosen`` or ``JUANZONG_BROWSER`` names one, by path or command, and no other is taken then.
    """
    wanted = chosen or environment.get(VARIABLE, "")
    if wanted:
        path = wanted if Path(wanted).is_file() else shutil.which(wanted)
        return (Installed(Path(path).stem, str(path)),) if path else ()
    search = _on_windows(environment) if platform == "win32" else _elsewhere(environment)
    found: dict[str, Installed] = {}
    for browser in search:
        found.setdefault(os.path.realpath(browser.path), browser)
    return tuple(found.values())


def _on_windows(environment: Mapping[str, str]) -> Iterator[Installed]:
    for name, file, below in _WINDOWS:
        if registered := _app_path(file):
            yield Installed(name, registered)
        for variable in _FOLDERS:
            if base := environment.get(variable):
                # Joined as text: tests look for Windows' places on other systems.
                path = Path(base, *below.split("\\"), file)
                if path.is_file():
                    yield Installed(name, str(path))


def _app_path(file: str) -> str:
    """Where the registry says a program is, "" if it says nothing or is wrong."""
    if sys.platform != "win32":
        return ""
    import winreg  # only Windows has it

    key = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{file}"
    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            path = winreg.QueryValue(root, key).strip('"')
        except OSError:
            continue  # not registered there
        if Path(path).is_file():
            return path
    return ""


def _elsewhere(environment: Mapping[str, str]) -> Iterator[Installed]:
    search = environment.get("PATH")
    for name, commands, places in _LINUX:
        for command in commands:
            if path := shutil.which(command, path=search):
                yield Installed(name, path)
        for place in places:
            if os.access(place, os.X_OK):
                yield Installed(name, place)

"""Where LibreOffice is on this machine."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

#: The console program comes first on Windows: it waits for its work to end and opens no window.
_NAMES_WINDOWS = ("soffice.com", "soffice.exe")
_NAMES_OTHERS = ("soffice", "libreoffice")

#: Where packages and installers put it; the newest of several versions is preferred.
_FOLDERS_LINUX = (
    "/usr/bin",
    "/usr/local/bin",
    "/opt/libreoffice*/program",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/snap/bin",
)
_FOLDERS_MAC = ("/Applications/LibreOffice*.app/Contents/MacOS",)
_VARIABLES_WINDOWS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
_FOLDERS_WINDOWS = ("LibreOffice*/program", "Programs/LibreOffice*/program")


def find_office(
    chosen: Path | None,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> Path | None:
    """Return the LibreOffice program: the chosen one, one on the PATH, or one in a usual place.

    A chosen program that is not there is not replaced by another one: the person meant that one.
    """
    names = _NAMES_WINDOWS if platform == "win32" else _NAMES_OTHERS
    if chosen is not None:
        return _within(chosen, names) if chosen.is_dir() else (chosen if chosen.is_file() else None)
    for name in names:
        found = shutil.which(name, path=environment.get("PATH"))
        if found is not None:
            return Path(found)
    for folder in _usual_folders(platform, environment):
        program = _within(folder, names)
        if program is not None:
            return program
    return None


def _within(folder: Path, names: Iterable[str]) -> Path | None:
    for name in names:
        for place in (folder / name, folder / "program" / name):
            if place.is_file():
                return place
    return None


def _usual_folders(platform: str, environment: Mapping[str, str]) -> Iterable[Path]:
    if platform == "win32":
        roots = [environment[name] for name in _VARIABLES_WINDOWS if environment.get(name)]
        for root in dict.fromkeys(roots):
            for pattern in _FOLDERS_WINDOWS:
                yield from sorted(Path(root).glob(pattern), reverse=True)
        return
    for pattern in _FOLDERS_MAC if platform == "darwin" else _FOLDERS_LINUX:
        relative = pattern.lstrip("/")
        yield from sorted(Path("/").glob(relative), reverse=True)

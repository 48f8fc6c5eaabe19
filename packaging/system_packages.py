"""Programs that pip cannot bring: looked for first, installed through apt where that is allowed."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

#: How long to wait for another apt or dpkg, in seconds.
LOCK_SECONDS = 300


@dataclass(frozen=True)
class SystemPackage:
    """A package of Debian and its relatives, and how to see that it is not needed.

    ``library`` is the file that the package brings if it brings no ``program``.
    """

    name: str
    program: str
    purpose: str
    library: str = ""


_TO_PAGES = "把 Word、Excel、PPT、WPS 等文件转成页面"
OFFICE = (
    SystemPackage("libreoffice-writer", "soffice", _TO_PAGES),
    SystemPackage("libreoffice-calc", "soffice", _TO_PAGES),
    SystemPackage("libreoffice-impress", "soffice", _TO_PAGES),
)
REFERENCES = tuple(
    SystemPackage(name, name, "速度测量时作对照") for name in ("qpdf", "zip", "unzip")
)
#: A display without a screen, and a hand for its mouse and keys: the test in a real window.
DISPLAY: tuple[SystemPackage, ...] = (
    (
        SystemPackage("xvfb", "Xvfb", "在没有显示器的机器上测试窗口"),
        SystemPackage("xdotool", "xdotool", "测试窗口时移动鼠标、按键"),
    )
    if sys.platform.startswith("linux")
    else ()
)
#: The program takes whichever browser is there; only its tests need one installed.
BROWSER: tuple[SystemPackage, ...] = (
    (SystemPackage("chromium", "chromium", "测试网页采集"),)
    if sys.platform.startswith("linux")
    else ()
)
#: What Qt loads from the system on Linux; other systems have it all built in.
WINDOW = tuple(
    SystemPackage(name, "", "显示窗口", library)
    for name, library in (
        ("libegl1", "libEGL.so.1"),
        ("libgl1", "libGL.so.1"),
        ("libglib2.0-0", "libglib-2.0.so.0"),
        ("libfontconfig1", "libfontconfig.so.1"),
        ("libdbus-1-3", "libdbus-1.so.3"),
        ("libxkbcommon0", "libxkbcommon.so.0"),
        ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
        ("libxcb-cursor0", "libxcb-cursor.so.0"),
        ("libxcb-icccm4", "libxcb-icccm.so.4"),
        ("libxcb-image0", "libxcb-image.so.0"),
        ("libxcb-keysyms1", "libxcb-keysyms.so.1"),
        ("libxcb-render-util0", "libxcb-render-util.so.0"),
        ("libxcb-shape0", "libxcb-shape.so.0"),
    )
)


def usual_places(program: str) -> list[Path]:
    """Where a program stands when it is installed but not on the path."""
    if program != "soffice":
        return []
    places = [
        Path("/usr/lib/libreoffice/program/soffice"),
        Path("/opt/libreoffice/program/soffice"),
    ]
    places += sorted(Path("/opt").glob("libreoffice*/program/soffice"))
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            places.append(Path(folder) / "LibreOffice" / "program" / "soffice.exe")
    return places


def missing(packages: tuple[SystemPackage, ...]) -> tuple[SystemPackage, ...]:
    """Return the packages that are not there.

    A program that did not come through apt (a vendor's package, Windows) counts as complete.
    """
    return tuple(package for package in packages if not _present(package))


def install_missing(packages: tuple[SystemPackage, ...]) -> None:
    """Install what is missing where that is allowed; otherwise say exactly what and how."""
    lacking = missing(packages)
    if not lacking:
        return
    print("系统还缺：" + "、".join(package.name for package in lacking))
    apt_install(tuple(package.name for package in lacking))
    lacking = missing(lacking)
    for program in dict.fromkeys(package.program for package in lacking):
        _say_how(program, lacking)


def apt_install(names: tuple[str, ...]) -> bool:
    """Install packages through apt if this user may; return whether apt said yes.

    Never asks anything when ``CI`` is set or nobody sits at the terminal.
    """
    prefix = _as_root()
    if prefix is None:
        return False
    print(f"通过 apt 安装 {' '.join(names)} ……（可能需要几分钟）")
    options = ["-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}", "-q", "-y"]
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    # A failed update may still leave lists that are good enough; the install decides.
    _quietly([*environment, "apt-get", *options, "update"])
    done = _quietly(
        [*environment, "apt-get", *options, "install", "--no-install-recommends", *names]
    )
    if done.returncode != 0:
        print("apt 没有装成，最后的输出：")
        for line in done.stdout.strip().splitlines()[-8:]:
            print(f"    {line}")
    return done.returncode == 0


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL if os.environ.get("CI") else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _as_root() -> list[str] | None:
    """Return what to put before a command to run it as root, or None if that is not allowed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    if os.environ.get("CI") or not sys.stdin.isatty():
        return None
    answer = input("安装它们需要管理员密码。现在安装吗？[Y/n] ").strip().lower()
    return ["sudo"] if answer in {"", "y", "yes", "是"} else None


def _present(package: SystemPackage) -> bool:
    if package.library:
        return not sys.platform.startswith("linux") or _loads(package.library)
    found = shutil.which(package.program) or any(
        place.exists() for place in usual_places(package.program)
    )
    if not found:
        return False
    from_apt = shutil.which("dpkg-query") and _owned_by_dpkg("libreoffice-core")
    if package.program == "soffice" and from_apt:
        return _owned_by_dpkg(package.name) or _owned_by_dpkg(f"{package.name}-nogui")
    return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _owned_by_dpkg(name: str) -> bool:
    done = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0 and done.stdout.strip() == "installed"


def _say_how(program: str, packages: tuple[SystemPackage, ...]) -> None:
    chosen = [package for package in packages if package.program == program]
    shown = {"soffice": "LibreOffice", "": "窗口所需的系统库"}.get(program, program)
    print(f"！没有装上 {shown}（用途：{chosen[0].purpose}）。其他功能照常可用。")
    if os.name == "nt":
        if program == "soffice":
            print("    请从 LibreOffice 官方网站（zh-cn.libreoffice.org）下载安装，再运行一次。")
    elif shutil.which("apt-get"):
        names = " ".join(package.name for package in chosen)
        print("    请管理员执行：")
        print(f"    sudo apt-get update && sudo apt-get install --no-install-recommends {names}")
    else:
        print(f"    请用本系统的软件商店或包管理器安装 {shown}，再运行一次。")

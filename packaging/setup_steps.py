"""The steps of the set-up: virtual environment, dependencies, programs of the system.

Each step looks first and acts only when something is missing, so that a second run takes no time.
Package indexes are none of this file's business: pip follows its own configuration, and addresses
never reach the screen or the log.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import venv
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from system_packages import (
    BROWSER,
    DISPLAY,
    OFFICE,
    REFERENCES,
    WINDOW,
    SystemPackage,
    apt_install,
    install_missing,
)

__all__ = [
    "BROWSER",
    "DISPLAY",
    "OFFICE",
    "REFERENCES",
    "WINDOW",
    "Checkout",
    "SetupFailed",
    "prepare",
]

#: ``pip install --group`` came with this version.
PIP_WITH_GROUPS = (25, 1)
TAIL_LINES = 25
#: The versions that were tried together; what a fresh machine installs does not change by itself.
VERSIONS = Path("packaging/versions.txt")
ADDRESS = re.compile(r"(?:https?|ftp|file|git\+\w+)://\S+", re.IGNORECASE)


class SetupFailed(Exception):
    """The set-up cannot go on; the message says in Chinese why and what to do."""


@dataclass(frozen=True)
class Checkout:
    """The project's folder together with its virtual environment."""

    root: Path

    @property
    def venv(self) -> Path:
        """The virtual environment's folder."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The virtual environment's interpreter."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Where the last finished set-up is noted."""
        return self.venv / "juanzong-setup.json"

    @property
    def log(self) -> Path:
        """What pip said last, without addresses."""
        return self.venv / "setup.log"

    def call(self, *arguments: str, quiet: bool = False) -> int:
        """Run the environment's Python in the project's folder; return the exit code.

        With ``quiet``, only what goes to the error stream is shown.
        """
        sys.stdout.flush()
        out = subprocess.DEVNULL if quiet else None
        return subprocess.call([str(self.python), *arguments], cwd=self.root, stdout=out)

    def ask(self, *arguments: str) -> str | None:
        """What the environment's Python prints, run as by ``call``; None if it fails."""
        sys.stdout.flush()
        done = subprocess.run(
            [str(self.python), *arguments],
            cwd=self.root,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONUTF8": "1"},
            encoding="utf-8",
            check=False,
        )
        return None if done.returncode else done.stdout


def prepare(
    root: Path,
    groups: tuple[str, ...] = (),
    system: tuple[SystemPackage, ...] = OFFICE + WINDOW,
) -> Checkout:
    """Bring the machine to where the program runs.

    Args:
        root: The project's folder.
        groups: Dependency groups that are wanted besides the program's own dependencies.
        system: Programs of the system that are wanted. One that cannot be installed is reported
            and does not stop the set-up.

    Raises:
        SetupFailed: The environment or the dependencies could not be made.
    """
    checkout = Checkout(root)
    _ensure_environment(checkout)
    _ensure_dependencies(checkout, groups)
    install_missing(system)
    return checkout


def renew_versions(checkout: Checkout, groups: tuple[str, ...]) -> None:
    """Install the newest versions that pyproject allows, and write them down.

    Raises:
        SetupFailed: They could not be installed.
    """
    asked = [part for group in groups for part in ("--group", group)]
    newest = ("--upgrade", "--upgrade-strategy", "eager")
    _pip(checkout, "安装各依赖的最新版本", "--editable", ".", *asked, *newest)
    command = [str(checkout.python), "-m", "pip", "freeze", "--exclude-editable"]
    found = subprocess.run(command, cwd=checkout.root, capture_output=True, text=True, check=True)
    lines = [line for line in found.stdout.splitlines() if "==" in line]
    (checkout.root / VERSIONS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def fingerprint(root: Path, version: str) -> str:
    """Name the state of the dependencies: what is asked for, in which versions, by which Python."""
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes())
    digest.update((root / VERSIONS).read_bytes())
    digest.update(version.encode())
    return digest.hexdigest()


def without_addresses(line: str) -> str:
    """Blank out every address in a line of pip's output."""
    return ADDRESS.sub("<地址>", line)


def _ensure_environment(checkout: Checkout) -> None:
    if _works(checkout):
        return
    if checkout.venv.exists():
        print("原有的 .venv 不能用了（Python 已更换或移动），重新建立。")
        shutil.rmtree(checkout.venv)
    _ensure_ensurepip()
    print("建立 Python 环境 .venv ……")
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(checkout.venv)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(checkout.venv, ignore_errors=True)
        raise SetupFailed(
            f"建立 .venv 失败：{error}\n请确认磁盘有 2 GB 以上空间、当前文件夹可写，再运行一次。"
        ) from error


def _works(checkout: Checkout) -> bool:
    """Whether the environment starts, is of this Python's version, and has pip."""
    if not checkout.python.exists():
        return False
    probe = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run(
            [str(checkout.python), "-c", probe], capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == _python_version()


def _python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _ensure_ensurepip() -> None:
    """Debian and Ubuntu split ``ensurepip`` off; get it, or say how."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = f"python{_python_version()}-venv"
    print(f"系统的 Python 缺少 {package}（用来建立独立环境）。")
    apt_install((package,))
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise SetupFailed(
            f"缺少 {package}，无法建立 Python 环境。请管理员执行：\n"
            f"    sudo apt-get install {package}\n然后再运行一次。"
        )


def _ensure_dependencies(checkout: Checkout, groups: tuple[str, ...]) -> None:
    wanted = fingerprint(checkout.root, sys.version)
    have, installed = _read_stamp(checkout)
    if have == wanted and set(groups) <= set(installed):
        return
    # Groups that were installed before stay wanted: they follow a change of pyproject too.
    groups = tuple(sorted({*groups, *installed}))
    checkout.stamp.unlink(missing_ok=True)
    checkout.log.write_text("", encoding="utf-8")
    if _pip_version(checkout) < PIP_WITH_GROUPS:
        least = ".".join(str(part) for part in PIP_WITH_GROUPS)
        _pip(checkout, "更新安装工具 pip", "--upgrade", f"pip>={least}")
    asked = ("--editable", ".", *(part for group in groups for part in ("--group", group)))
    try:
        tried = ("--constraint", VERSIONS.as_posix())
        _pip(checkout, "安装依赖（第一次需要几分钟）", *asked, *tried)
    except SetupFailed:
        # An older system, such as one with glibc 2.31, takes older wheels of some.
        print("这台机器装不上试过的那一组版本，改装适合它的版本。")
        _pip(checkout, "安装依赖", *asked)
    note = {"fingerprint": wanted, "groups": list(groups)}
    checkout.stamp.write_text(json.dumps(note), encoding="utf-8")


def _read_stamp(checkout: Checkout) -> tuple[str, tuple[str, ...]]:
    """Return the fingerprint and the groups of the last finished set-up."""
    try:
        note = json.loads(checkout.stamp.read_text(encoding="utf-8"))
        return str(note["fingerprint"]), tuple(str(group) for group in note["groups"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ()


def _pip_version(checkout: Checkout) -> tuple[int, ...]:
    probe = "import pip; print(pip.__version__)"
    done = subprocess.run([str(checkout.python), "-c", probe], capture_output=True, text=True)
    return tuple(int(part) for part in re.findall(r"\d+", done.stdout)[:2])


def _pip(checkout: Checkout, title: str, *arguments: str) -> None:
    """Run ``pip install``; its output goes to the log without addresses."""
    print(f"{title} ……")
    started = time.monotonic()
    tail: deque[str] = deque(maxlen=TAIL_LINES)
    command = [str(checkout.python), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=checkout.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    assert process.stdout is not None
    with checkout.log.open("a", encoding="utf-8") as log, process.stdout:
        for line in process.stdout:
            clean = without_addresses(line.rstrip())
            tail.append(clean)
            print(clean, file=log)
    if process.wait() != 0:
        said = "\n".join(f"    {line}" for line in tail)
        raise SetupFailed(
            f"{title}没有成功。pip 最后的输出：\n{said}\n"
            "请检查：① 能否连接到 pip 所配置的软件源（pip config list）；② 磁盘剩余空间；"
            "③ 断网的机器请先在 pip 配置中指定本地的 wheel 文件夹。\n"
            f"全部输出在 {checkout.log.relative_to(checkout.root)}。处理后再运行一次即可。"
        )
    print(f"    完成，用时 {time.monotonic() - started:.0f} 秒。")

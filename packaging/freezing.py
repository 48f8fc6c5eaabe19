"""The program as one folder that needs no Python: made, tried out, and packed.

On Linux it is packed as a .deb (Debian, Ubuntu, 麒麟, UOS) and a .tar.gz, on Windows as a .zip.
It runs on systems like the one that it was made on, or newer.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from setup_steps import Checkout, SetupFailed
from trial import NAME, WINDOW, works

DEB_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "loongarch64": "loong64"}
CONTROL = """\
Package: juanzong
Version: {version}
Architecture: {architecture}
Maintainer: Juanzong
Section: office
Priority: optional
Installed-Size: {size}
Depends: libegl1, libgl1, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1
Recommends: libreoffice-writer, libreoffice-calc, libreoffice-impress
Description: 法治政府建设示范创建迎检材料的整理与装订
"""
DESKTOP = """\
[Desktop Entry]
Type=Application
Name=卷宗
Comment=法治政府建设示范创建迎检材料的整理与装订
Exec=/opt/juanzong/juanzong-gui
Icon=juanzong
Terminal=false
Categories=Office;
StartupWMClass=juanzong
"""
#: A window that nobody sees.
UNSEEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True)
class Frozen:
    """The folder with the two programs."""

    folder: Path

    def program(self, name: str) -> str:
        """The path of one of the programs."""
        return str(self.folder / (f"{name}.exe" if os.name == "nt" else name))

    def call(self, name: str, *arguments: str | Path) -> int:
        """Run one of the programs; return its exit code."""
        command = [self.program(name), *map(str, arguments)]
        print(f"$ {name} {' '.join(map(str, arguments))}", flush=True)
        return subprocess.call(command, env=UNSEEN, stdout=subprocess.DEVNULL)


def build(checkout: Checkout) -> int:
    """Make the folder, play the demonstration with it, pack it; return 0 if all of it worked."""
    frozen = _freeze(checkout)
    if not _works(checkout, frozen):
        print("✗ 打包出来的程序不能用，原因见上。", file=sys.stderr)
        return 1
    for made in pack(checkout, frozen):
        print(f"✓ {made.relative_to(checkout.root)}（{made.stat().st_size / 1e6:.0f} MB）")
    return 0


def _freeze(checkout: Checkout) -> Frozen:
    print("打包程序，需要一两分钟 ……", flush=True)
    target, work = checkout.root / "dist", checkout.root / "build"
    spec = Path("packaging") / f"{NAME}.spec"
    options = ("--noconfirm", "--log-level", "ERROR", "--distpath", str(target))
    # -P: the folder ``packaging`` must not stand before the library of that name.
    code = checkout.call("-P", "-m", "PyInstaller", *options, "--workpath", str(work), str(spec))
    if code:
        raise SetupFailed("PyInstaller 没有成功，原因见上。")
    return Frozen(target / NAME)


def _works(checkout: Checkout, frozen: Frozen) -> bool:
    folder = checkout.root / "build" / "trial"
    _remove(folder)
    samples = folder / "样例材料"
    made = checkout.call("-m", "resources.demo.make_samples", str(samples)) == 0
    return made and works(folder, samples, frozen.call)


def _remove(folder: Path) -> None:
    """Remove a folder; originals are read-only, and Windows does not delete such files."""
    if folder.exists():
        for path in folder.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(folder)


def pack(checkout: Checkout, frozen: Frozen) -> list[Path]:
    """Pack the folder for this system, beside it; return the files that were made."""
    version = _version(checkout)
    machine = platform.machine().lower()
    name = f"{NAME}-{version}-{sys.platform}-{machine}"
    kind = "zip" if os.name == "nt" else "gztar"
    base = frozen.folder.parent
    packed = shutil.make_archive(str(base / name), kind, base, frozen.folder.name)
    made = [Path(packed)]
    if shutil.which("dpkg-deb") and machine in DEB_ARCHITECTURES:
        made.append(_deb(checkout, frozen, version, DEB_ARCHITECTURES[machine]))
    return made


def _deb(checkout: Checkout, frozen: Frozen, version: str, architecture: str) -> Path:
    tree = checkout.root / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen.folder, tree / "opt" / NAME, symlinks=True)
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    for program in (NAME, WINDOW):
        (commands / program).symlink_to(f"/opt/{NAME}/{program}")
    icons = tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps"
    icons.mkdir(parents=True)
    shutil.copyfile(checkout.root / "resources" / "icons" / f"{NAME}.svg", icons / f"{NAME}.svg")
    papers = tree / "usr" / "share" / "doc" / NAME
    papers.mkdir(parents=True)
    for paper in ("LICENSE", "NOTICE.md"):
        shutil.copyfile(checkout.root / paper, papers / paper)
    _write(tree / "usr" / "share" / "applications" / f"{NAME}.desktop", DESKTOP)
    size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
    facts = {"version": version, "architecture": architecture, "size": size}
    _write(tree / "DEBIAN" / "control", CONTROL.format(**facts))
    target = frozen.folder.parent / f"{NAME}_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(tree), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _version(checkout: Checkout) -> str:
    told = tomllib.loads((checkout.root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])

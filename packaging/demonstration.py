"""The demonstration: 示例县's workspace, made and compiled with the commands a user would type."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from setup_steps import Checkout

COUNTY = "示例县"
FRAMEWORK = "lushan-2021"
#: What the command line returns when it finished although something failed: here it is meant to.
FINISHED = (0, 1)
JUANZONG = ("-m", "app.cli.main")
_NAMES = ("演示城关镇", "演示东关乡")
TOWNS = (
    *(part for name in _NAMES for part in ("--add", name)),
    *("--group", "各乡（镇、街道）"),
    *(part for name in _NAMES for part in ("--member", name)),
)
FILING = (
    "fonds_name=示例县法治政府建设示范创建办公室",
    "fonds_code=Z001",
    "category_code=FZ",
    "filed_by=张某某",
    "checked_by=李某某",
    "last_year=2021",
)


def workspace_of(checkout: Checkout) -> Path:
    """Where the demonstration's workspace is."""
    return checkout.root / "demo" / "示例县工作区"


def show(checkout: Checkout) -> int:
    """Make what is not there yet, compile what changed, and say where the dossiers are."""
    started = time.monotonic()
    folder = checkout.root / "demo"
    samples, workspace, dossiers = folder / "样例材料", workspace_of(checkout), folder / "卷宗"
    folder.mkdir(exist_ok=True)
    note = folder / "演示.json"
    source = _fingerprint(checkout.root)
    if _read(note) != source:
        print("第一次运行（或演示材料有更新）：生成示例材料并建立工作区。")
        note.unlink(missing_ok=True)
        for old in (samples, workspace, dossiers):
            _remove(old)
        if not _build(checkout, samples, workspace):
            print("✗ 演示工作区没有建成，原因见上。")
            return 1
        note.write_text(json.dumps({"source": source}), encoding="utf-8")
    print(f"$ juanzong compile {workspace.name} --out {dossiers.name}")
    code = checkout.call(*JUANZONG, "compile", str(workspace), "--out", str(dossiers))
    if code not in FINISHED or not any(dossiers.rglob("*.pdf")):
        print("✗ 卷宗没有编成，原因见上。")
        return 1
    _tell(dossiers, workspace, samples, checkout.root, time.monotonic() - started)
    return 0


def _build(checkout: Checkout, samples: Path, workspace: Path) -> bool:
    """Make samples and workspace; return whether all of it worked."""
    if checkout.call("-m", "resources.demo.make_samples", str(samples)):
        return False
    for command, *arguments in (
        ("init", "--framework", FRAMEWORK, "--county", COUNTY),
        ("units", *TOWNS),
        ("settings", *FILING),
    ):
        print(f"$ juanzong {command} {workspace.name} {' '.join(arguments)}")
        if checkout.call(*JUANZONG, command, str(workspace), *arguments, quiet=True):
            return False
    manifest = samples / "清单.csv"
    print(f"$ juanzong attach {workspace.name} --manifest {samples.name}/{manifest.name}")
    code = checkout.call(*JUANZONG, "attach", str(workspace), "--manifest", str(manifest))
    return code in FINISHED


def _fingerprint(root: Path) -> str:
    """Name the state of what the demonstration is made from."""
    digest = hashlib.sha256()
    resources = root / "resources"
    sources = [
        *sorted((resources / "demo").rglob("*.py")),
        resources / "frameworks" / f"{FRAMEWORK}.yaml",
        *sorted((root / "models").rglob("*.py")),
    ]
    for source in sources:
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _read(note: Path) -> str | None:
    try:
        return str(json.loads(note.read_text(encoding="utf-8"))["source"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remove(folder: Path) -> None:
    """Remove a folder; originals are read-only, and Windows does not delete such files."""
    if folder.exists():
        for path in folder.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(folder)


def _tell(dossiers: Path, workspace: Path, samples: Path, root: Path, seconds: float) -> None:
    made = sorted(dossiers.rglob("*.pdf"))
    print(f"\n✓ 演示完成，用时 {seconds:.0f} 秒。")
    print(f"    卷宗 PDF（{len(made)} 个）：{dossiers.relative_to(root)}")
    print(f"    工作区：{workspace.relative_to(root)}")
    print(f"    样例材料：{samples.relative_to(root)}")
    print("样例材料里特意放了损坏、加密、空白等文件，卷宗里会看到占位页和处理办法。")

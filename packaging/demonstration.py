"""The demonstration: 示例县's workspace, made and compiled with the commands a user would type."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from datetime import date
from typing import TYPE_CHECKING

from demonstration_story import COUNTY, FINISHED, FRAMEWORK, JUANZONG, UNIT, Places, play

if TYPE_CHECKING:
    from pathlib import Path

    from setup_steps import Checkout

__all__ = ["COUNTY", "FRAMEWORK", "show", "workspace_of"]


def workspace_of(checkout: Checkout) -> Path:
    """Where the workspace of the demonstration's office is."""
    return _places(checkout).office


def show(checkout: Checkout) -> int:
    """Make what is not there yet, compile what changed, and say where the dossiers are."""
    started = time.monotonic()
    places = _places(checkout)
    places.folder.mkdir(exist_ok=True)
    note = places.folder / "演示.json"
    source = _fingerprint(checkout.root)
    if _read(note) != source:
        print("第一次运行（或演示材料有更新）：生成示例材料，建立创建办和一个单位的工作区。")
        note.unlink(missing_ok=True)
        for old in places.all_made:
            _remove(old)
        if not _build(checkout, places):
            print("✗ 演示工作区没有建成，原因见上。")
            return 1
        note.write_text(json.dumps({"source": source}), encoding="utf-8")
    for dossiers, options in ((places.dossiers, ()), (places.for_inspectors, ("--inspection",))):
        print(f"$ juanzong {' '.join(('compile', places.office.name, *options))}")
        code = checkout.call(*JUANZONG, "compile", str(places.office), *options)
        if code not in FINISHED or not any(dossiers.rglob("*.pdf")):
            print("✗ 卷宗没有编成，原因见上。")
            return 1
    _tell(places, checkout.root, time.monotonic() - started)
    return 0


def _places(checkout: Checkout) -> Places:
    return Places(checkout.root / "demo")


def _build(checkout: Checkout, places: Places) -> bool:
    """Make samples and workspaces; return whether all of it worked."""
    if checkout.call("-m", "resources.demo.make_samples", str(places.samples)):
        return False
    return play(checkout, places, date.today())


def _fingerprint(root: Path) -> str:
    """Name the state of what the demonstration is made from."""
    digest = hashlib.sha256()
    resources = root / "resources"
    sources = [
        *sorted((resources / "demo").rglob("*.py")),
        resources / "frameworks" / f"{FRAMEWORK}.yaml",
        *sorted((root / "models").rglob("*.py")),
        *sorted((root / "packaging").glob("demonstration*.py")),
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


def _tell(places: Places, root: Path, seconds: float) -> None:
    made = sorted(places.dossiers.glob("*.pdf"))
    print(f"\n✓ 演示完成，用时 {seconds:.0f} 秒。")
    print(f"    卷宗 PDF（{len(made)} 个）：{places.dossiers.relative_to(root)}")
    print(f"    检查组版：{places.for_inspectors.relative_to(root)}")
    print(f"    创建办的工作区：{places.office.relative_to(root)}")
    print(f"    {UNIT}的工作区：{places.unit.relative_to(root)}")
    print(f"    样例材料：{places.samples.relative_to(root)}")
    print("样例材料里特意放了损坏、加密、空白等文件，卷宗里会看到占位页和处理办法。")
    print("审核里有两件退回的材料：一件单位已重新报送，等着复审；一件还没有改。")

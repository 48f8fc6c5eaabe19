"""Everything that ``make test`` runs, in order: the quick checks first, pytest last."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setup_steps import Checkout

PACKAGING = tuple(f"packaging/{path.name}" for path in sorted(Path(__file__).parent.glob("*.py")))
QUICK = (
    ("代码检查", ("-m", "ruff", "check", ".")),
    ("代码格式", ("-m", "ruff", "format", "--check", ".")),
    ("类型检查", ("-m", "mypy")),
    # These modules find each other in their own folder.
    ("打包脚本类型检查", ("-m", "mypy", "--no-explicit-package-bases", *PACKAGING)),
    ("分层检查", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
)
PYTEST = ("-m", "pytest", "-n", "2", "--dist", "worksteal")
#: Measuring what the tests reach makes them a good third slower, so it is done when asked for.
COVERAGE = ("--cov", "--cov-report=term")


def run_all(checkout: Checkout, *, coverage: bool) -> int:
    """Run every check even after one failed; return 0 only if all passed."""
    failed = []
    for title, command in QUICK:
        print(f"== {title}")
        if checkout.call(*command) != 0:
            failed.append(title)
    print("== 测试")
    if checkout.call(*PYTEST, *(COVERAGE if coverage else ())) != 0:
        failed.append("测试")
    if failed:
        print(f"✗ 没有通过：{'、'.join(failed)}", file=sys.stderr)
    return 1 if failed else 0

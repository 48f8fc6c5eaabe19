"""What import-linter cannot see: the window asks use cases, and opens no transaction itself."""

import ast
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "ui"


def test_no_page_reaches_the_database():
    reached = {
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"database", "writing"}
    }
    assert reached == set()

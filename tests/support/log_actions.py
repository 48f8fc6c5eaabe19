"""Every action that the program writes into its log, found in its sources."""

import ast
import re
from pathlib import Path

import app

ROOT = Path(app.__file__).parent


def actions() -> set[str]:
    """Whatever looks like an event's action in a call that records one, or is kept for it."""
    logged = re.compile(r"^[a-z]+\.[a-z]+(_[a-z]+)*$")
    found: set[str] = set()
    for path in ROOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if ".record(" in text or "_ACTIONS" in text:
            found |= {
                node.value
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and logged.match(node.value)
            }
    return found - {"people.sitting"}  # a setting

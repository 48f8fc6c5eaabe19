"""The scripts in ``packaging/``, imported the way ``python packaging/x.py`` sees them."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

REPO = Path(__file__).resolve().parents[2]
SCRIPTS = (
    "bootstrap",
    "checks",
    "demonstration",
    "demonstration_story",
    "freezing",
    "notices",
    "setup_steps",
    "system_packages",
    "trial",
)


@contextmanager
def packaging_module(name: str) -> Iterator[ModuleType]:
    """Import a script with its folder first on the path, and forget it afterwards."""
    before = list(sys.path)
    sys.path.insert(0, str(REPO / "packaging"))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path[:] = before
        for script in SCRIPTS:
            sys.modules.pop(script, None)

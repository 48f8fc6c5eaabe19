"""What short commands load: nothing that they do not use, so that they answer at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOADED = """
import sys
from app.cli.main import main
try:
    main(sys.argv[1:])
finally:
    print("loaded", *sys.modules, file=sys.stderr)
"""
NEVER = {
    "PIL",
    "alembic",
    "app.conversion.service",
    "app.isolation",
    "app.secrecy.typed",
    "cryptography",
    "filelock",
    "lxml",
    "models.exchange",
    "openpyxl",
    "pikepdf",
    "psutil",
    "reportlab",
    "rich.markdown",
}
#: What a command that asks for units and the indicator set alone can do without, too.
NOT_FOR_INDICATORS = {"app.bootstrap", "models.evidence", "models.review", "rich"}


def loaded(folder: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        # Rooms that other programs left are looked at with what locks them.
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "TEMP": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return set(done.stderr.rpartition("loaded ")[2].split())


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_looking_at_a_workspace_loads_what_it_uses(ws, tmp_path, options):
    folder = tmp_path / "temporary"
    folder.mkdir()
    indicators = loaded(folder, "indicators", str(ws), *options)
    assert "sqlalchemy" in indicators
    assert indicators.isdisjoint(NEVER | NOT_FOR_INDICATORS)
    status = loaded(folder, "status", str(ws), *options)
    assert "models.evidence" in status
    assert status.isdisjoint(NEVER)


def test_the_base_of_all_tables_knows_them_all_whatever_was_loaded_before():
    program = (
        "from models import Unit; from models import Base; print(*sorted(Base.metadata.tables))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert {"unit", "evidence_item", "review", "person", "package"} <= set(done.stdout.split())

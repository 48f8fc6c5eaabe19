"""What short commands load: nothing that they do not use, so that they answer at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.documents.pdf import text_pdf

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


#: What converts and binds in the workers; the process that orders does without.
IN_WORKERS = {"PIL", "fontTools", "lxml", "openpyxl", "pikepdf", "puremagic"}
#: What a compile loads once there is something to do.
TO_COMPILE = {"app.dossier.binding.production", "reportlab"}


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


def test_a_compile_loads_what_there_is_to_do(ws, tmp_path):
    folder, out = tmp_path / "temporary", str(tmp_path / "out")
    folder.mkdir()
    source = text_pdf(tmp_path / "a.pdf", ["甲"])
    place = ("--indicator", "60", "--method", "材料查证", "--unit", "县司法局")
    loaded(folder, "attach", str(ws), str(source), *place)
    first = loaded(folder, "compile", str(ws), "--out", out)
    assert first >= TO_COMPILE
    assert first & IN_WORKERS <= {"PIL"}  # ReportLab looks for it
    again = loaded(folder, "compile", str(ws), "--out", out)
    assert again.isdisjoint(IN_WORKERS | TO_COMPILE)


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

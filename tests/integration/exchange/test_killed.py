"""A program that is killed while it merges."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.county import (
    Partner,
    dump,
    own_work,
    seen_by_office,
)

KILL = """
import os, sys
from pathlib import Path
from app.jobs import SilentJob
from tests.support.county import Partner
import app.exchange.receiving as receiving

class Deadly(SilentJob):
    calls = 0
    def check_cancelled(self):
        Deadly.calls += 1
        if Deadly.calls == int(sys.argv[3]):
            os._exit(9)

if __name__ == "__main__":
    office = Partner(Path(sys.argv[1]))
    if sys.argv[4] == "commit":
        database = office.workspace.database
        made = database.writing
        count = [0]
        def writing():
            work = made()
            commit = work.commit
            def deadly():
                count[0] += 1
                if count[0] == int(sys.argv[3]):
                    os._exit(9)
                commit()
                if count[0] == int(sys.argv[3]) - 1000:
                    os._exit(9)
            work.commit = deadly
            return work
        database.writing = writing
        office.merge(Path(sys.argv[2]))
    else:
        office.merge(Path(sys.argv[2]), Deadly())
    office.close()
"""


@pytest.mark.parametrize(
    ("how", "when"),
    [
        ("job", 2),
        ("job", 4),
        ("job", 6),
        ("job", 7),
        ("commit", 1),
        ("commit", 1001),
    ],
)
def test_a_kill_leaves_before_or_after_and_nothing_between(county, unit, tmp_path, how, when):
    for name in "甲乙丙":
        unit.attach(name, name)
    path = unit.submit(county.stick / "1.zip")
    office = county.office
    before = dump(office.path)
    office.workspace.close()
    script = tmp_path / "kill.py"
    script.write_text(KILL, encoding="utf-8")
    command = [sys.executable, str(script), str(office.path), str(path), str(when), how]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], env=environment(), timeout=120)
    assert done.returncode == 9
    county.office = reopened = Partner(office.path)
    between = dump(office.path)
    whole = seen_by_office(reopened, unit.unit_id) == own_work(unit)
    assert between == before or whole
    assert whole == (when > 1000)
    reopened.merge(path)
    assert seen_by_office(reopened, unit.unit_id) == own_work(unit)
    office.workspace = reopened.workspace


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}

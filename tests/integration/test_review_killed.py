"""A program that is killed while it orders what is bound, or stores the answer to a return."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.evidence.arranging import read_arrangements
from app.evidence.revisions import list_revisions
from app.framework.keys import SlotKey
from app.review.service import Ruling, decide, submit_slots
from app.workspace.opening import open_workspace
from models import Event
from models.vocabulary import ReviewDecision
from tests.support.workspaces import add_item

UNIT = "县司法局"
KILL = """
import os, sys
from pathlib import Path
from app.evidence.arrangements import Arrangement, BindingMode
from app.evidence.arranging import arrange
from app.evidence.items import ItemEdit, edit_item
from app.framework.keys import TaskKey
from app.workspace.opening import open_workspace

workspace = open_workspace(Path(sys.argv[1]))
made = workspace.database.writing

def writing():
    work = made()
    commit = work.commit
    def deadly():
        if sys.argv[3] == "after":
            commit()
        os._exit(9)
    work.commit = deadly
    return work

workspace.database.writing = writing
if sys.argv[2] == "order":
    arrange(workspace, {TaskKey("60", "material_check"): Arrangement(BindingMode.DATE)})
else:
    edit_item(workspace, sys.argv[4], ItemEdit(title="改好了", reason="补了公章"))
"""


def logged(workspace) -> int:
    with workspace.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Event)) or 0


@pytest.mark.parametrize("what", ["order", "answer"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_leaves_all_of_it_or_nothing(workspace, tmp_path, what, when):
    file = tmp_path / "通知.txt"
    file.write_text("通知", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator="60", point=1)
        work.commit()
    slot = SlotKey("60", "material_check", workspace.registry().unit(UNIT).id)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, ReviewDecision.RETURNED, item=item, note="没有盖章")])
    entries, root = logged(workspace), workspace.layout.root
    workspace.close()
    script = tmp_path / "kill.py"
    script.write_text(KILL, encoding="utf-8")
    repository = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(root), what, when, item],
        cwd=repository,
        env=os.environ | {"PYTHONPATH": str(repository)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 9
    with open_workspace(root) as again:
        with again.database.reading() as session:
            arranged = bool(read_arrangements(session))
            revisions = list_revisions(session, item)
        assert (logged(again) > entries) == (when == "after")
    assert arranged == (what == "order" and when == "after")
    told = [(r.title, r.reason) for r in revisions]
    answered = [("改好了", "补了公章")] if (what, when) == ("answer", "after") else []
    assert told == [*answered, ("通知", "")]

"""Keeping and changing the order of binding (装订顺序); only the office does."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.evidence.arrangements import USUAL, Arrangement, Arrangements
from app.evidence.errors import OrderLocked
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.settings import load_choice, save_choice
from app.workspace.access import demand_office
from app.workspace.opening import Workspace
from app.workspace.registry import Registry

_KEY = "binding-order"


def read_arrangements(session: Session) -> Arrangements:
    """Every task that is not bound as usual."""
    stored = load_choice(session, _KEY) or {}
    return {TaskKey.parse(key): Arrangement.of(value) for key, value in stored.items()}


def read_order(session: Session, framework: Framework, registry: Registry) -> BindingOrder:
    """The order in which everything is bound in this workspace."""
    return BindingOrder.of(framework, registry, read_arrangements(session))


def arrange(workspace: Workspace, wanted: Arrangements) -> Mapping[TaskKey, Arrangement]:
    """Order what is bound under some tasks; returns how they were ordered before.

    What is returned, given to ``arrange`` again, takes the change back.

    Raises:
        OfficeOnly: the workspace is a unit's.
        OrderLocked: a task is locked, and stays so.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    with workspace.database.writing() as work:
        present = read_arrangements(work.session)
        before = {task: present.get(task, USUAL) for task in wanted}
        framework = workspace.facts.framework
        for task, after in wanted.items():
            if before[task].locked and after.locked and after != before[task]:
                raise OrderLocked(task.indicator, framework.task_name(*task))
        kept = {**present, **wanted}
        stored = {str(task): each.stored() for task, each in sorted(kept.items()) if not each.usual}
        for task, after in wanted.items():
            if after != before[task]:
                work.record(
                    "binding.arranged",
                    str(task),
                    mode=after.mode.value,
                    locked=after.locked,
                    first=len(after.first),
                    before=before[task].mode.value,
                )
        save_choice(work, _KEY, stored)
        work.commit()
    return before

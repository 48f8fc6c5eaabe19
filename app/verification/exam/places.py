"""Where exams belong: the tasks of the method 随机抽考 that a unit answers for."""

from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.verification.exam.errors import NoExamTask
from app.verification.slots import Slot
from app.workspace.opening import Workspace

METHOD = "exam"


def exam_tasks(framework: Framework) -> tuple[TaskKey, ...]:
    """Every task of the method, in the order of the set."""
    return tuple(
        TaskKey(indicator.code, task.code)
        for indicator in framework.indicators
        for task in indicator.tasks
        if task.method == METHOD
    )


def home(workspace: Workspace, unit: str, indicator: str | None = None) -> Slot:
    """The first task of the method that a unit answers for, of one indicator if it is named.

    Raises:
        UnitUnknown, IndicatorUnknown: there is no such unit, or indicator.
        NoExamTask: the unit answers for none.
    """
    registry = workspace.registry()
    framework = workspace.facts.framework
    name = registry.unit(unit).name
    code = framework.indicator(indicator).code if indicator else None
    for task in exam_tasks(framework):
        if code in {None, task.indicator} and name in registry.units_of(*task):
            return Slot(name, *task)
    raise NoExamTask(name)

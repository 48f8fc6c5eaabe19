"""The one way to change something for a person, and the one way to start long work.

``run`` makes a change in the writing queue, notes how to take it back, and says what was done.
``start`` does work that takes long: it shows the progress and lets people cancel.
What goes wrong is shown by the window, through ``Session.troubled``, unless the caller shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import SignalInstance

from app.jobs import JobContext
from ui.page import PageContext
from ui.tasks import Task, TaskRunner
from ui.translation import tr
from ui.undo import Step

R = TypeVar("R")

#: Words, or what makes them of the result.
Words = str | Callable[[R], str]

#: Puts a change into the writing queue: what to do, and who hears of success.
Write = Callable[[Callable[[], Any], Callable[[Any], object]], object]


@dataclass(frozen=True, kw_only=True)
class Undoable(Generic[R]):
    """How a change is taken back, and what is said of it; each part is given the result.

    ``text`` names the change in the menu ("移除 2 件"). ``undo`` and ``redo`` run in the writing
    queue; without ``redo`` the change is made once more. ``said`` is told at once: "已" and the
    text if it is None, nothing if it is "". Words that depend on the result are functions of it.

    ``after_undo`` is told when it was taken back: what is left as it is, and why.
    If ``changed`` is given and says no, ``said`` is told and there is nothing to take back.
    ``then`` follows at the end.
    """

    text: Words[R]
    undo: Callable[[R], object]
    redo: Callable[[R], object] | None = None
    said: Words[R] | None = None
    after_undo: str = ""
    changed: Callable[[R], object] = lambda _result: True
    then: Callable[[R], object] = lambda _result: None


def run(
    context: PageContext,
    do: Callable[[], R],
    way: Undoable[R],
    *,
    write: Write | None = None,
) -> None:
    """Make a change by ``do`` in the writing queue.

    ``write`` puts it there in another way: ``partial(typing.store, key, fields)`` where the change
    stores what was typed.
    """
    if way.redo is None:
        way = replace(way, redo=lambda _result: do())
    (write or context.session.write)(do, partial(remember, context, way))


def remember(context: PageContext, way: Undoable[R], result: R) -> Step | None:
    """Note how to take back what was done, and say what it was; for the end of long work.

    Returns the step to take it back, if there is one.
    """
    step, said = None, way.said
    if way.changed(result):
        assert way.redo is not None
        text, undo, redo = _worded(way.text, result), way.undo, way.redo
        step = Step(text, partial(undo, result), partial(redo, result), way.after_undo)
        context.undo.push(step)
        said = tr("已{what}", what=text) if said is None else said
    if told := _worded(said or "", result):
        if step is not None:
            context.notice.say(told, tr("撤销"), context.undo.undo)
        else:
            context.notice.say(told)
    way.then(result)
    return step


def start(
    context: PageContext,
    title: str,
    job: Callable[[JobContext], R],
    done: Callable[[R], object] | SignalInstance,
    *,
    failed: Callable[[BaseException], object] | SignalInstance | None = None,
    cancelled: Callable[[], object] | None = None,
    finished: Callable[[], object] | SignalInstance | None = None,
    progressed: Callable[[Any], object] | None = None,
    brief: bool = False,
    queue: TaskRunner | None = None,
) -> Task:
    """Start ``job`` in a queue, that of long work unless another is named.

    ``title`` names the work in the strip and in questions. ``brief``: it is not worth the strip.
    One of ``done``, ``failed`` and ``cancelled`` is called, and ``finished`` after it.
    """
    session = context.session
    task = session.task(job, title=title)
    task.succeeded.connect(done)
    task.failed.connect(failed or session.troubled)
    for signal, heard in (
        (task.cancelled, cancelled),
        (task.finished, finished),
        (task.progressed, progressed),
    ):
        if heard is not None:
            signal.connect(heard)
    if not brief:
        context.strip.follow(task)
    (queue or session.files).start(task)
    return task


def _worded(words: Words[R], result: R) -> str:
    return words if isinstance(words, str) else words(result)

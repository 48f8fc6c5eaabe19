"""The one way to make a change that a person asked for, and the one way to start long work.

``run`` makes a change in the writing queue, stores how to undo it, and says what was done.
``start`` does work that takes long: it shows the progress and lets people cancel. The window shows
errors, through ``Session.troubled``, unless the caller shows them.
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

#: Text, or a function that makes it from the result.
Words = str | Callable[[R], str]

#: Puts a change into the writing queue: what to do, and what is called on success.
Write = Callable[[Callable[[], Any], Callable[[Any], object]], object]


@dataclass(frozen=True, kw_only=True)
class Undoable(Generic[R]):
    """How to undo a change, and what to say about it; every function is given the result.

    ``text`` names the change in the menu ("移除 2 件"). ``undo`` and ``redo`` run in the writing
    queue; without ``redo`` the change itself is made again. ``said`` is shown at once: "已" and the
    text if it is None, nothing if it is "". Texts that depend on the result are functions of it.

    ``after_undo`` is shown after the undo: what could not be undone, and why. If ``changed`` is
    given and returns False, ``said`` is shown and there is nothing to undo. ``then`` is called at
    the end.
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

    ``write`` puts it into the queue in another way: ``partial(typing.store, key, fields)`` where
    the change stores what was typed.
    """
    if way.redo is None:
        way = replace(way, redo=lambda _result: do())
    (write or context.session.write)(do, partial(remember, context, way))


def remember(context: PageContext, way: Undoable[R], result: R) -> Step | None:
    """Store how to undo what was done, and say what it was; for the end of long work.

    Returns the step to undo it, if there is one.
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
    """Start ``job`` in a queue: the one for long work unless another is given.

    ``title`` names the work in the job strip and in questions. ``brief``: too short for the strip.
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

"""Stores a self-check statement, with a step to take it back."""

from collections.abc import Callable

from app.selfcheck.service import state, withdraw_statement
from ui.page import PageContext
from ui.selfcheck.form import Entered, edit_of
from ui.translation import tr
from ui.undo import Step

Write = Callable[[Callable[[], object], Callable[[object], object]], object]


def store_statement(
    context: PageContext,
    unit: str,
    indicator: str,
    before: Entered | None,
    entered: Entered,
    write: Write | None = None,
) -> None:
    """Store what was entered; ``before`` is what this side had stated, None for nothing.

    ``write`` puts it into the writing queue, where that is not done directly.
    """
    workspace = context.session.services.workspace

    def put(what: Entered | None) -> None:
        if what is None:
            withdraw_statement(workspace, unit, indicator)
        else:
            state(workspace, unit, indicator, edit_of(what))

    def done(_made: object) -> None:
        text = tr("填写指标 {code} 的自查自评", code=indicator)
        context.undo.push(Step(text, lambda: put(before), lambda: put(entered)))
        context.notice.say(tr("已保存自查自评"), tr("撤销"), context.undo.undo)

    (write or context.session.write)(lambda: put(entered), done)

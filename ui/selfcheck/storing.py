"""Stores a self-check statement, with a step to take it back."""

from app.selfcheck.service import state, withdraw_statement
from ui.commands import Undoable, Write, run
from ui.page import PageContext
from ui.selfcheck.form import Entered, edit_of
from ui.translation import tr


def store_statement(
    context: PageContext,
    unit: str,
    indicator: str,
    before: Entered | None,
    entered: Entered,
    write: Write | None = None,
) -> None:
    """Store what was entered; ``before`` is what this side had stated, None for nothing.

    ``write`` as in ``ui.commands.run``.
    """
    workspace = context.session.services.workspace

    def put(what: Entered | None) -> None:
        if what is None:
            withdraw_statement(workspace, unit, indicator)
        else:
            state(workspace, unit, indicator, edit_of(what))

    way = Undoable[None](
        text=tr("填写指标 {code} 的自查自评", code=indicator),
        undo=lambda _made: put(before),
        said=tr("已保存自查自评"),
    )
    run(context, lambda: put(entered), way, write=write)

"""Stores a self-check statement; it can be undone."""

from app.selfcheck.service import state, withdraw_statement
from ui.commands import Undoable, Write, run
from ui.page import PageContext
from ui.selfcheck.form import EnteredStatement, edit_of
from ui.translation import tr


def store_statement(
    context: PageContext,
    unit: str,
    indicator: str,
    before: EnteredStatement | None,
    entered: EnteredStatement,
    write: Write | None = None,
) -> None:
    """Store what was entered; ``before`` is this side's earlier statement, or None.

    ``write`` as in ``ui.commands.run``.
    """
    workspace = context.session.services.workspace

    def put(what: EnteredStatement | None) -> None:
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

"""Shows what became of files, wherever they came in; what lay there can be added all the same."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.evidence.presence import Presence
from app.intake.again import add_again
from app.intake.report import AttachOutcome, AttachReport
from ui.evidence_actions import presence_step
from ui.indicators.outcomes import OutcomeDialog
from ui.page import PageContext
from ui.translation import tr


def show_outcomes(
    context: PageContext, report: AttachReport, over: QWidget, *, can_clear: bool = False
) -> OutcomeDialog:
    """Show the outcomes beside the window; the dialog is deleted when it is closed.

    With ``can_clear`` somebody takes up ``clearing_wanted``.
    """
    dialog = OutcomeDialog(report, context.theme, over.window(), can_clear=can_clear)
    workspace = context.session.services.workspace

    def add(asked: Sequence[AttachOutcome]) -> None:
        def done(added: AttachReport) -> None:
            items = tuple(o.item_id for o in added.added() if o.item_id)
            text = tr("再添加 {count} 件", count=len(items))
            context.undo.push(presence_step(workspace, text, Presence(items_in=items)))
            said = tr("又添加了 {count} 件", count=len(items))
            context.notice.say(said, tr("撤销"), context.undo.undo)

        task = context.session.write(lambda: add_again(workspace, asked), done)
        task.succeeded.connect(dialog.show_added)
        task.finished.connect(dialog.let_ask)

    dialog.again_wanted.connect(add)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    return dialog

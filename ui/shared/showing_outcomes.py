"""Shows the results of taking in files; files that were there already can be added anyway."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.evidence.presence import Presence
from app.intake.again import add_again
from app.intake.report import AttachReport
from ui.commands import run
from ui.page import PageContext
from ui.shared.evidence_actions import by_presence
from ui.shared.outcomes import OutcomeDialog, needs_care
from ui.tasks import Task
from ui.translation import tr

#: How long a message stays that nobody has to act on, in seconds.
_SECONDS = 8


def tell_outcomes(
    context: PageContext, said: str, report: AttachReport, show: Callable[[], object]
) -> None:
    """Say what came in; ``show`` opens the list, now and later from the menu.

    The list never opens by itself: it would take the keys of somebody who goes on typing. A message
    about files that need care stays until it is answered.
    """
    context.session.latest_results = show
    seconds = 0 if any(needs_care(o) for o in report.outcomes) else _SECONDS
    context.notice.say(said, tr("查看结果"), show, seconds=seconds)


def show_outcomes(
    context: PageContext, report: AttachReport, over: QWidget, *, can_clear: bool = False
) -> OutcomeDialog:
    """Show the outcomes in a dialog that is not modal; it is deleted when it is closed.

    With ``can_clear`` the caller handles ``clearing_wanted``.
    """
    dialog = OutcomeDialog(report, context.theme, over.window(), can_clear=can_clear)
    workspace = context.session.services.workspace

    way = by_presence(
        workspace,
        _added,
        text=lambda added: tr("再添加 {count} 件", count=len(_added(added).items_in)),
        said=lambda added: tr("又添加了 {count} 件", count=len(_added(added).items_in)),
    )

    def listen(task: Task) -> None:
        task.succeeded.connect(dialog.show_added)
        task.finished.connect(dialog.let_ask)

    write = partial(context.session.write, listen=listen)
    dialog.again_wanted.connect(
        lambda asked: run(context, lambda: add_again(workspace, asked), way, write=write)
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    return dialog


def _added(report: AttachReport) -> Presence:
    return Presence(items_in=tuple(o.item_id for o in report.added() if o.item_id))

"""Asks about the findings of an item and carries out what was decided, as one step."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.evidence.judging import judge_item
from app.evidence.listing import FiledRow
from ui.commands import Undoable, run
from ui.findings.dialog import FindingsDialog
from ui.findings.taking_out import Taker
from ui.page import PageContext
from ui.shared import whose
from ui.translation import tr


class FindingJudge(QObject):
    """One per page that shows findings."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._taker = Taker(context, window)

    @Slot(object)
    def ask(self, row: FiledRow) -> None:
        """Open the dialog for an item; what is decided there can be undone."""
        context = self._context
        read_only = tr("工作区以只读方式打开") if context.session.read_only else ""
        dialog = FindingsDialog(
            context.theme, row, read_only or whose.of_items([row]), self._window
        )
        if dialog.holds_files:
            self._taker.list_in(dialog, row)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        verdicts, before, binding = dialog.verdicts, dialog.before, dialog.binding
        taking = dialog.taking
        dialog.deleteLater()
        if not accepted:
            return
        if not verdicts and binding == row.binding:
            if taking is not None:
                self._taker.take_out(row, taking)
            return
        workspace = context.session.services.workspace

        def then(_result: object) -> None:
            if taking is not None:
                self._taker.take_out(row, taking)

        run(
            context,
            lambda: judge_item(workspace, row.item, verdicts, binding),
            Undoable[bool](
                text=tr("核实存疑"),
                undo=lambda _result: judge_item(workspace, row.item, before, row.binding),
                said=tr("已保存"),
                then=then,
            ),
        )

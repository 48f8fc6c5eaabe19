"""Asks about the findings of an item and carries out what was decided, as one step."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.evidence.judging import judge_item
from app.evidence.listing import FiledRow
from ui import whose
from ui.findings.dialog import FindingsDialog
from ui.findings.taking_out import Taker
from ui.page import PageContext
from ui.translation import tr
from ui.undo import Step


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

        def done(_result: object) -> None:
            context.undo.push(
                Step(
                    tr("核实存疑"),
                    lambda: judge_item(workspace, row.item, before, row.binding),
                    lambda: judge_item(workspace, row.item, verdicts, binding),
                )
            )
            context.notice.say(tr("已保存"), tr("撤销"), context.undo.undo)
            if taking is not None:
                self._taker.take_out(row, taking)

        context.session.write(lambda: judge_item(workspace, row.item, verdicts, binding), done)

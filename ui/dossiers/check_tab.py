"""体检: every original hashed again, every reference followed, and the result."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.checkup.checking import CheckReport, check_workspace
from app.jobs import JobContext
from app.replacing import replace_with
from app.storage.defects import DefectGroup, grouped
from ui import dialogs
from ui.actions import ActionButton, label, make_action
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import defect_name, defect_remedy, defect_subjects, system_words


class CheckTab(QWidget):
    """Runs a check and shows its result until the next one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.busy = False
        theme = context.theme
        self.check_action = make_action(
            self, tr("开始体检"), tr("核对每份原件和每条记录，不改动任何东西"), self.check, "F8"
        )
        self.copy_action = make_action(self, tr("复制"), tr("复制全部结果"), self._copy)
        self.save_action = make_action(self, tr("另存为文本"), tr("把结果存成文本文件"), self._save)
        self.summary = label(
            tr("重新计算每份原件的校验值，核对每条记录和操作记录的连续性。不改动任何东西。"),
            "muted",
            wrap=True,
        )
        self.list = OutcomeList(tr("体检结果"), theme)
        self.list.hide()
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(ActionButton(self.copy_action, theme, flat=True))
        head.addWidget(ActionButton(self.save_action, theme, flat=True))
        head.addWidget(ActionButton(self.check_action, theme, "check"))
        layout = vertical(self, 0, 8, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self._layout = layout
        self._enable()

    def check(self) -> None:
        """Start a check in the background."""
        if self.busy:
            return
        workspace = self._context.session.services.workspace

        def job(context: JobContext) -> CheckReport:
            return check_workspace(workspace, context)

        self.busy = True
        self._enable()
        start(
            self._context,
            tr("体检"),
            job,
            self._on_checked,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    @Slot(object)
    def _on_checked(self, report: CheckReport) -> None:
        found = tr(
            "核对原件 {originals} 份、材料 {items} 件、操作记录 {events} 条：",
            originals=report.originals,
            items=report.items,
            events=report.events,
        )
        if not report.defects:
            verdict = tr("全部完好。")
        elif report.sound:
            verdict = tr("完好，另有 {count} 处无害的提示。", count=len(report.defects))
        else:
            bad = sum(not defect.harmless for defect in report.defects)
            verdict = tr("有 {count} 处问题。", count=bad)
        self.summary.setText(found + verdict)
        self.list.show_lines([_line(group) for group in grouped(report.defects)])
        self.list.setVisible(bool(report.defects))
        self._rest()
        self._context.notice.say(tr("体检做完了：{verdict}", verdict=verdict))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        dialogs.show_error(self, error)

    @Slot()
    def _on_cancelled(self) -> None:
        self.summary.setText(tr("体检没有做完，没有结论。"))
        self.list.hide()
        self._rest()

    def _rest(self) -> None:
        """Enable the buttons again as soon as the result is shown."""
        self.busy = False
        self._enable()

    def _enable(self) -> None:
        shown = bool(self.list.outcomes.lines) and not self.busy
        self.check_action.setEnabled(not self.busy)
        self.check_action.setText(tr("正在体检……") if self.busy else tr("开始体检"))
        for action in (self.copy_action, self.save_action):
            action.setEnabled(shown)
            action.setVisible(shown)

    def text(self) -> str:
        """The result as it is copied and saved."""
        self.list.clearSelection()
        return f"{self.summary.text()}\n{self.list.text()}\n"

    def _copy(self) -> None:
        self.list.clearSelection()
        self.list.copy()
        self._context.notice.say(tr("已复制 {count} 条", count=len(self.list.outcomes.lines)))

    def _save(self) -> None:
        start = self._context.preferences.last_folder("exports")
        name = tr("体检结果") + ".txt"
        chosen = dialogs.choose_target(self, tr("另存体检结果"), str(Path(start) / name))
        if chosen is None:
            return
        try:
            # Notepad on an old Windows takes a file without this mark for GBK.
            replace_with(chosen, lambda part: part.write_text(self.text(), encoding="utf-8-sig"))
        except OSError as error:
            dialogs.tell(self, tr("没有存成"), system_words(error))
            return
        self._context.preferences.keep_folder("exports", str(chosen.parent))
        self._context.notice.say(tr("已存到 {path}", path=chosen))


def _line(group: DefectGroup) -> OutcomeLine:
    return OutcomeLine(
        Mark.HINT if group.harmless else Mark.BAD,
        defect_subjects(group),
        defect_name(group.kind),
        (defect_remedy(group.kind) + tr("。")).rstrip(),
        group,
    )

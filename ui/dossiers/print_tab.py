"""打印: which volumes to print, on what paper, how often; remembered when it is done."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.dossier.printing.plan import PrintPlan, PrintVolume
from app.dossier.printing.service import read_print_plan, remember_print, restore_print
from app.dossier.printing.writing import write_print_plan
from app.jobs import JobContext
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run, start
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.number_edit import NumberEdit
from ui.widgets.wrapping import WrappingRow
from ui.wording import PRINT_STATE_NAMES, system_words


class PrintTab(QWidget):
    """Plans the printing of the folder that the page shows."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = Path()
        self._plan: PrintPlan | None = None
        self.busy = False
        theme = context.theme
        self.plan_action = make_action(
            self,
            tr("列出打印计划"),
            tr("逐卷看页数、A3 和彩色页，与上次打印比较；不改动任何东西"),
            self.plan,
            "F9",
        )
        self.save_action = make_action(
            self, tr("另存…"), tr("存成表格（xlsx）或 PDF，交给打印的人"), self._save
        )
        self.done_action = make_action(
            self,
            tr("记为已打印"),
            tr("记下表里的卷已经打印，下次只列改动了的"),
            self._done,
        )
        mark_writing(self.done_action)
        self.copies = NumberEdit(1, 99)
        self.copies.setAccessibleName(tr("份数"))
        self.copies.setFixedWidth(theme.space(56))
        self.copies.set_value(context.session.services.settings.print_copies)
        self.everything = QCheckBox(tr("没有改动的也列入"))
        self.summary = label(
            tr("看哪些卷要打印：上次打印以来改动的卷、页数、A3 和彩色页、用纸。"),
            "muted",
            wrap=True,
        )
        columns = (
            Column(tr("卷宗"), 0, lambda v: Path(v.file).stem),
            Column(tr("情况"), 100, lambda v: PRINT_STATE_NAMES[v.state]),
            Column(tr("页数"), 56, lambda v: str(v.pages), order=lambda v: v.pages),
            Column(tr("用纸"), 56, lambda v: str(v.sheets), order=lambda v: v.sheets),
            Column(tr("A3 页"), 96, lambda v: v.large_words, order=lambda v: len(v.large)),
            Column(tr("彩色页"), 120, lambda v: v.coloured_words, order=lambda v: len(v.coloured)),
            Column(tr("份数"), 50, lambda v: str(v.copies), order=lambda v: v.copies),
        )
        model = LineModel(columns, lambda volume: volume.file, theme)
        self.table = LineTable(tr("打印计划"), model, theme)
        self.table.sort_by_header()
        self.table.hide()
        head = WrappingRow(
            self.summary,
            label(tr("份数"), "muted"),
            self.copies,
            self.everything,
            ActionButton(self.save_action, theme, flat=True),
            ActionButton(self.done_action, theme, flat=True),
            ActionButton(self.plan_action, theme, "file-pdf"),
        )
        column = vertical(self, 0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.table.activated.connect(lambda index: self._open(index.row()))
        self._enable()

    def show_folder(self, folder: Path) -> None:
        """Turn to the dossiers of another folder, or to others in the same one."""
        self._folder = folder
        self._plan = None
        self.table.hide()
        self._enable()

    def plan(self) -> None:
        """Look at the volumes in the background."""
        if self.busy:
            return
        services, folder = self._context.session.services, self._folder
        settings = services.settings
        copies, everything = self.copies.value, self.everything.isChecked()

        def job(context: JobContext) -> PrintPlan:
            return read_print_plan(
                services.workspace,
                services.workers,
                services.cache,
                folder,
                context,
                copies=copies,
                duplex=settings.numbering.duplex or settings.duplex_blanks,
                everything=everything,
            )

        self.busy = True
        self._enable()
        start(
            self._context,
            tr("列出打印计划"),
            job,
            self._show,
            failed=lambda error: dialogs.show_error(self, error),
            finished=self._rest,
        )

    def _remember(self, copies: int) -> None:
        """Keep how many copies are usual here."""
        session = self._context.session
        if copies != session.services.settings.print_copies and not session.read_only:
            services = session.services
            session.write(
                lambda: services.change_settings(
                    lambda present: present.model_copy(update={"print_copies": copies})
                )
            )

    @Slot(object)
    def _show(self, plan: PrintPlan) -> None:
        self._remember(self.copies.value)
        self._plan = plan
        self.table.show_rows(plan.due)
        self.table.setVisible(bool(plan.due))
        if not plan.due:
            self.summary.setText(tr("{count} 卷都打印过，没有改动。", count=len(plan.volumes)))
            return
        self.summary.setText(
            tr(
                "要打印 {due} 卷（共 {all} 卷）：{pages} 页、{sheets} 张纸，"
                "其中 A3 {large} 页、彩色 {coloured} 页",
                due=len(plan.due),
                all=len(plan.volumes),
                pages=plan.pages,
                sheets=plan.sheets,
                large=plan.large,
                coloured=plan.coloured,
            )
        )

    @Slot()
    def _rest(self) -> None:
        self.busy = False
        self._enable()

    def _enable(self) -> None:
        due = bool(self._plan and self._plan.due) and not self.busy
        self.plan_action.setEnabled(not self.busy)
        self.save_action.setEnabled(due)
        self.done_action.setEnabled(due and not self._context.session.read_only)

    def _open(self, row: int) -> None:
        volume: PrintVolume = self.table.lines.rows[row]
        dialogs.show_path(self, self._folder / volume.file)

    def _save(self) -> None:
        plan = self._plan
        assert plan is not None
        begin = self._context.preferences.last_folder("exports")
        name = tr("打印计划") + ".xlsx"
        chosen = dialogs.choose_target(self, tr("另存打印计划"), str(Path(begin) / name))
        if chosen is None:
            return
        try:
            write_print_plan(plan, chosen)
        except OSError as error:
            dialogs.tell(self, tr("没有存成"), system_words(error))
            return
        self._context.preferences.keep_folder("exports", str(chosen.parent))
        self._context.notice.say(
            tr("已存到 {path}", path=chosen),
            tr("打开"),
            lambda: dialogs.show_path(self, chosen),
        )

    def _done(self) -> None:
        plan, folder = self._plan, self._folder
        assert plan is not None
        workspace = self._context.session.services.workspace
        due = plan.due
        run(
            self._context,
            lambda: remember_print(workspace, folder, due),
            Undoable(
                text=tr("记下 {count} 卷已打印", count=len(due)),
                undo=lambda before: restore_print(workspace, folder, before),
                then=lambda _before: self.plan(),
            ),
        )

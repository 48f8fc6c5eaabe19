"""生成文书: the papers on the left, the choices for one on the right, results below."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from app.errors import TargetExists
from app.framework.keys import PointKey
from app.jobs import JobContext, Progress
from app.reports.certificates.files import load_kinds
from app.reports.certificates.papers import is_about_points, papers_in
from app.reports.papers import Paper, PaperScope
from app.reports.service import FOLDER, make_papers, needed_by
from app.reports.writing import PapersReport, WrittenPaper
from app.visible_text import visible
from app.vocabulary import WorkspaceRole
from ui import dialogs
from ui.actions import label
from ui.commands import start
from ui.literal import tip
from ui.page import PageContext
from ui.papers.choices import Chosen, PaperChoices, paper_title, paper_use
from ui.read_only import folder_outside
from ui.tasks import Task
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.fitting import Fitting
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import describe_error

_REMEMBERED = "papers"
_RESULT_HEIGHT = 150
#: The height of a window's title bar, in pixels.
_FRAME = 40
_PAPER = Qt.ItemDataRole.UserRole


class PapersDialog(QDialog):
    """Stays open after a paper was made, so that the next one can be made."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        session, theme = context.session, context.theme
        self._task: Task | None = None
        self._indicators: tuple[str, ...] = ()
        self._points: tuple[PointKey, ...] = ()
        self._usual = session.services.workspace.layout.exports / FOLDER
        self.setWindowTitle(tr("生成文书"))
        office = session.snapshot.facts.role is WorkspaceRole.OFFICE
        self.papers = QListWidget()
        self.papers.setProperty("side", True)  # noqa: FBT003  (Qt's own signature)
        self.papers.setAccessibleName(tr("文书"))
        for paper in papers_in(session.services.workspace.layout.root):
            if office or not paper.office_only:
                item = QListWidgetItem(visible(paper_title(paper)))
                item.setData(_PAPER, paper)
                item.setToolTip(tip(paper_use(paper)))
                self.papers.addItem(item)
        for error in load_kinds(session.services.workspace.layout.certificates).invalid:
            faulty = QListWidgetItem(tr("{name}（有错）", name=visible(error.path.name)))
            faulty.setToolTip(tip(str(describe_error(error))))
            faulty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.papers.addItem(faulty)
        self.papers.setSpacing(theme.space(2))
        self.papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        folder = context.preferences.last_folder(_REMEMBERED)
        start = Path(folder) if folder else self._usual
        self.choices = PaperChoices(session.snapshot, theme, start, self)
        self.outcomes = OutcomeList(tr("结果"), theme)
        self.summary = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("进度"))
        self.detail = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.detail.setProperty("muted", True)  # noqa: FBT003
        self.stop = QPushButton(tr("停止"))
        self.stop.setToolTip(tr("停下来；已经生成的保留"))
        self.open_button = QPushButton(tr("打开"))
        self.open_button.setToolTip(tr("打开选中的文书"))
        self.folder_button = QPushButton(tr("打开文件夹"))
        self.make = QPushButton(tr("生成"))
        self.make.setProperty("primary", True)  # noqa: FBT003
        self.make.setToolTip(tr("生成文书（Ctrl+回车）"))
        self.make.setShortcut("Ctrl+Return")
        self.close_button = QPushButton(tr("关闭"))
        self._build()
        self.papers.currentItemChanged.connect(self._on_paper)
        self.choices.changed.connect(self._follow)
        self.make.clicked.connect(self.start)
        self.stop.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(self._open_folder)
        self.outcomes.activated.connect(self._open_at)
        self.outcomes.selectionModel().selectionChanged.connect(self._follow)
        self.papers.setCurrentRow(0)
        self._follow()

    def _build(self) -> None:
        theme = self._context.theme
        top = QHBoxLayout()
        top.setSpacing(theme.space(12))
        top.addWidget(self.papers)
        top.addWidget(Fitting(self.choices), 1)
        self.working = QWidget()
        progress = horizontal(self.working)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.detail, 2)
        progress.addWidget(self.stop)
        self.working.hide()
        self.result_part = QWidget()
        results = vertical(self.result_part)
        results.addWidget(self.summary)
        results.addWidget(self.outcomes, 1)
        self.result_part.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        buttons.addWidget(self.close_button)
        layout = vertical(self, 16, 14, 16, 14, spacing=theme.space(10))
        layout.addLayout(top, 3)
        layout.addWidget(self.result_part, 2)
        layout.addWidget(self.working)
        layout.addLayout(buttons)
        theme.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Become as large as the text needs and the screen allows."""
        space = self._context.theme.space
        self.papers.setFixedWidth(space(150))
        self.outcomes.setMinimumHeight(space(90))
        self._resize(space(700), space(520))

    def _resize(self, width: int, height: int) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width()), min(height, room.height() - _FRAME))

    # --- choosing --------------------------------------------------------------------------------

    def choose(
        self,
        name: str,
        units: tuple[str, ...] = (),
        indicators: tuple[str, ...] = (),
        points: tuple[PointKey, ...] = (),
    ) -> None:
        """Turn to a paper, if it can be made here; tick these units, or all if none are given.

        ``indicators`` limit a paper about single tasks to some of them, ``points`` are those that
        certificates are wanted for.
        """
        self._indicators, self._points = indicators, points
        for row in range(self.papers.count()):
            paper = self.papers.item(row).data(_PAPER)
            if isinstance(paper, Paper) and paper.name == name:
                self.papers.setCurrentRow(row)
        self.choices.tick(units)

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        found = self.papers.currentItem().data(_PAPER)
        assert isinstance(found, Paper)
        return found

    @Slot()
    def _on_paper(self) -> None:
        paper = self.paper
        points = self._points_for(paper)
        self.choices.show_paper(paper, self._indicators if paper.each else (), points)
        session = self._context.session
        services = session.services
        if session.snapshot.facts.unit_name is None and paper.scope is not PaperScope.COUNTY:
            session.read(
                lambda: (paper, needed_by(services.workspace, services.settings, paper, points)),
                self._on_needed,
            )

    def _points_for(self, paper: Paper) -> tuple[PointKey, ...]:
        return self._points if is_about_points(paper) else ()

    @Slot(object)
    def _on_needed(self, found: tuple[Paper, tuple[str, ...]]) -> None:
        self.choices.offer(*found)

    @Slot()
    def _follow(self) -> None:
        busy = self._task is not None
        self.make.setEnabled(self.choices.ready and not busy)
        self.papers.setEnabled(not busy)
        self.choices.setEnabled(not busy)
        self.open_button.setEnabled(self._written_at() is not None)
        self.open_button.setVisible(not self.result_part.isHidden())
        self.folder_button.setVisible(not self.result_part.isHidden())

    # --- making ----------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Make the paper; asks before an existing file is replaced."""
        self._context.drafts.settle(tr("生成文书"), self._start)

    def _start(self) -> None:
        if not self.choices.ready or self._task is not None:
            return
        folder = folder_outside(self._context, self, self.choices.chosen.folder)
        if folder is not None:
            self.choices.folder.setText(str(folder))
            self._run(self.paper, self.choices.chosen, overwrite=False)

    def _run(self, paper: Paper, chosen: Chosen, *, overwrite: bool) -> None:
        services = self._context.session.services
        target = None if chosen.folder == self._usual else chosen.folder
        remembered = "" if target is None else str(target)
        self._context.preferences.keep_folder(_REMEMBERED, remembered)

        indicators = self._indicators if paper.each else ()
        points = self._points_for(paper)

        def job(context: JobContext) -> PapersReport:
            return make_papers(
                services.workspace,
                services.settings,
                paper,
                chosen.units,
                context,
                target=target,
                today=chosen.today,
                reply_by=chosen.reply_by,
                indicators=indicators,
                points=points,
                overwrite=overwrite,
            )

        self._task = start(
            self._context,
            tr("生成文书"),
            job,
            self._on_made,
            failed=lambda error: self._on_failed(error, paper, chosen),
            cancelled=self._on_cancelled,
            progressed=self._on_progress,
            brief=True,
        )
        self.bar.setRange(0, 0)
        self.detail.setText(tr("准备中"))
        self.stop.setEnabled(True)
        self.working.show()
        self._follow()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        self.detail.setText(f"{progress.done}/{progress.total}　{progress.subject}")

    @Slot(object)
    def _on_made(self, report: PapersReport) -> None:
        self._rest()
        self._show_result(_summary(report), lines_of(report))
        if report.written:
            self.outcomes.setCurrentIndex(self.outcomes.outcomes.index(0))
            self.outcomes.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def _on_failed(self, error: BaseException, paper: Paper, chosen: Chosen) -> None:
        self._rest()
        if not isinstance(error, TargetExists):
            dialogs.show_error(self, error)
            return
        question = tr("已有同名文件，要覆盖吗？")
        if dialogs.ask(self, question, str(error.path), tr("覆盖")):
            self._run(paper, chosen, overwrite=True)

    @Slot()
    def _on_cancelled(self) -> None:
        self._rest()
        self._show_result(tr("已停止；停止之前生成的文书都在"), ())
        self._follow()

    def _show_result(self, words: str, lines: tuple[OutcomeLine, ...]) -> None:
        self.summary.setText(words)
        self.outcomes.show_lines(lines)
        if self.result_part.isHidden():
            self.result_part.show()
            wanted = self.height() + self._context.theme.space(_RESULT_HEIGHT)
            self._resize(self.width(), wanted)

    def _rest(self) -> None:
        self._task = None
        self.working.hide()
        self._follow()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.detail.setText(tr("正在停下来"))

    @Slot()
    def reject(self) -> None:
        """Close; running work is stopped."""
        self._cancel()
        super().reject()

    # --- looking ---------------------------------------------------------------------------------

    def _written_at(self, index: QModelIndex | None = None) -> WrittenPaper | None:
        line = (index or self.outcomes.currentIndex()).data(ROW)
        value = line.value if isinstance(line, OutcomeLine) else None
        return value if isinstance(value, WrittenPaper) else None

    @Slot()
    def _open(self) -> None:
        written = self._written_at()
        if written is not None:
            dialogs.show_path(self, written.path)

    @Slot(QModelIndex)
    def _open_at(self, index: QModelIndex) -> None:
        written = self._written_at(index)
        if written is not None:
            dialogs.show_path(self, written.path)

    @Slot()
    def _open_folder(self) -> None:
        written = next(
            (o.value for o in self.outcomes.outcomes.lines if isinstance(o.value, WrittenPaper)),
            None,
        )
        dialogs.show_path(self, written.path.parent if written else self.choices.chosen.folder)


def lines_of(report: PapersReport) -> tuple[OutcomeLine, ...]:
    """Every paper that was written, and the units that needed none, in words."""
    written = [
        OutcomeLine(
            Mark.HINT if paper.notes else Mark.GOOD,
            paper.path.name,
            tr("已生成"),
            tr("；").join((*_attached(paper), *paper.notes)),
            paper,
        )
        for paper in report.written
    ]
    skipped = [
        OutcomeLine(Mark.NONE, unit or tr("全县"), tr("不需要"), reason)
        for unit, reason in report.skipped
    ]
    return (*written, *skipped)


def _attached(paper: WrittenPaper) -> tuple[str, ...]:
    beside = []
    if paper.attached is not None:
        beside.append(tr("附件：{name}", name=paper.attached.name))
    if paper.printed is not None:
        beside.append(tr("另有 PDF：{name}", name=paper.printed.name))
    return tuple(beside)


def _summary(report: PapersReport) -> str:
    words = tr("已生成 {count} 份", count=len(report.written))
    if report.skipped:
        words = tr("{words}，不需要 {count} 份", words=words, count=len(report.skipped))
    return words

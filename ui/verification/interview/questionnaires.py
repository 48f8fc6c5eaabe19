"""问卷 of a task: those that were written for it first, then all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Slot

from app.verification.interview.files import Questionnaires, lay_out_files, load_questionnaires
from app.verification.interview.schema import Questionnaire
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import start
from ui.page import PageContext
from ui.papers.opening import open_papers
from ui.translation import tr
from ui.verification.interview.questionnaire_dialog import QuestionnaireDialog
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.wrapping import WrappingRow
from ui.wording import describe_error

#: So many lines at most are in sight at once.
_LINES = 4


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """A questionnaire in the list."""

    said: Questionnaire
    serves: bool
    own: bool


class QuestionnairePanel(MethodPanel):
    """Shows what can be used; what is changed becomes the county's own, in its next edition."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("问卷"))
        theme = context.theme
        self._shown: Shown | None = None
        self._known = Questionnaires(())
        self.dialog: QuestionnaireDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.edit = make_action(
            self,
            tr("查看、修改…"),
            tr("修改选中的问卷，旁边有预览；存为新的一版"),
            self.open_editor,
        )
        self.print = make_action(
            self, tr("打印稿（Word）"), tr("生成问卷的 Word 文件，双面打印"), self.open_paper
        )
        self.copy_all = make_action(
            self,
            tr("放到工作区"),
            tr("把自带问卷的文件放进 questionnaires 文件夹，用记事本修改；已有的不动"),
            self.lay_out_files,
        )
        mark_writing(self.copy_all)
        columns = (
            Column(tr("问卷"), 0, lambda row: row.said.title),
            Column(tr("访谈对象"), 96, lambda row: row.said.audience),
            Column(tr("版次"), 54, lambda row: tr("第 {n} 版", n=row.said.edition)),
            Column(tr("题数"), 40, lambda row: str(len(row.said.questions))),
            Column(tr("用于本任务"), 76, lambda row: "✓" if row.serves else ""),
            Column(tr("来源"), 86, _origin),
        )
        model = LineModel(columns, lambda row: row.said.id, theme, tip=lambda row: row.said.about)
        self.table = LineTable(tr("问卷"), model, theme)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.edit.trigger())
        line = WrappingRow(fill=False)
        for action in (self.edit, self.print, self.copy_all):
            line.addWidget(ActionButton(action, theme, flat=True))
        column = vertical(self, spacing=4)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        self._enable()

    @property
    def lines(self) -> Sequence[QuestionnaireLine]:
        """What is in the list."""
        return self.table.lines.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            self._shown = shown
            self.read()

    @Slot()
    def read(self) -> None:
        """Read the questionnaires anew."""
        folder = self.context.session.services.workspace.layout.questionnaires
        self.context.session.read(lambda: load_questionnaires(folder), self._show)

    @Slot(object)
    def _show(self, known: Questionnaires) -> None:
        self._known = known
        shown = self._shown
        code = self.context.session.services.workspace.facts.framework.code
        indicator = shown.slot.indicator if shown is not None else ""
        rows = [
            QuestionnaireLine(each, indicator in each.serves.get(code, ()), each.id in known.own)
            for each in known.all
        ]
        rows.sort(key=lambda row: not row.serves)
        self.table.show_rows(rows)
        if rows and not self.table.chosen():
            self.table.selectRow(0)
        told = [tr("问卷 {count} 份，自带的是建议稿，请按实际修改", count=len(rows))]
        told += [describe_error(error).reason for error in known.invalid]
        self.head.setText(tr("；").join(told))
        self._fit()
        self._enable()

    @Slot()
    def _fit(self) -> None:
        lines = min(len(self.lines), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        chosen = bool(self.table.chosen())
        self.edit.setEnabled(chosen)
        self.print.setEnabled(self._shown is not None)
        self.copy_all.setEnabled(not self.context.session.read_only)

    @Slot()
    def open_editor(self) -> None:
        """Open the questionnaire that is selected."""
        for row in self.table.chosen()[:1]:
            dialog = self.dialog = QuestionnaireDialog(self.context, row.said, self._known, self)
            dialog.accepted.connect(self.read)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    @Slot()
    def open_paper(self) -> None:
        """Open the dialog of papers at the questionnaires of this indicator."""
        shown = self._shown
        if shown is not None:
            units = (shown.slot.unit,) if shown.slot.unit else ()
            open_papers(self.context, self, "questionnaire", units, (shown.slot.indicator,))

    @Slot()
    def lay_out_files(self) -> None:
        """Put the built-in files into the workspace."""
        folder = self.context.session.services.workspace.layout.questionnaires

        def job(_job: object) -> tuple[Path, ...]:
            return lay_out_files(folder)

        start(self.context, tr("放入问卷文件"), job, self._told_files, brief=True)

    @Slot(object)
    def _told_files(self, written: tuple[Path, ...]) -> None:
        self.context.notice.say(tr("已放入 {count} 个问卷文件", count=len(written)))
        self.read()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


def _origin(row: QuestionnaireLine) -> str:
    return tr("县里的") if row.own else tr("自带建议稿")

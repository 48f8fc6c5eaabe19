"""访谈活动 of a task: planned, drawn, entered, worked out."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QToolButton

from app.verification import slots
from app.verification.interview.entering import RoundSheets, alter_round, read_round
from app.verification.interview.files import load_questionnaires
from app.verification.interview.results import Results, results_of
from app.verification.interview.rounds import ROUNDS, Round
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import read_sheets
from app.verification.notes import KindStore, Note
from app.workspace.opening import Workspace
from ui import dialogs
from ui.actions import ActionButton, make_action, mark_writing, permit
from ui.literal import tip
from ui.page import PageContext
from ui.papers.opening import open_papers
from ui.translation import tr
from ui.verification.interview.draw_dialog import DrawDialog
from ui.verification.interview.entry_dialog import EntryDialog
from ui.verification.interview.import_dialog import ImportDialog
from ui.verification.interview.print_dialog import PrintDialog
from ui.verification.interview.results_dialog import ResultsDialog
from ui.verification.interview.round_dialog import RoundDialog
from ui.verification.interview.scan_dialog import ScanDialog
from ui.verification.note_panel import NotePanel, NoteWords
from ui.widgets.line_table import Column
from ui.widgets.wrapping import WrappingRow
from ui.wording import share_words

Read = tuple[tuple[Note[Round], ...], dict[str, Results], tuple[Questionnaire, ...]]


class _RoundStore(KindStore[Any, Round]):
    """A round with answers keeps its questions."""

    def alter(self, workspace: Workspace, note: str, said: Round) -> Round:
        """See ``alter_round``."""
        return alter_round(workspace, note, said)


class RoundPanel(NotePanel[Round]):
    """A line for each round with what came back; what is done with it has a button each."""

    def __init__(self, context: PageContext) -> None:
        self._results: dict[str, Results] = {}
        self._known: tuple[Questionnaire, ...] = ()
        self.opened: QDialog | None = None
        super().__init__(context, ROUNDS, _words(), self._columns(), store=_RoundStore(ROUNDS))

    def lay_out_head(self) -> None:
        """See ``NotePanel``: what is done often has a button, the rest is in a menu."""
        made: list[tuple[str, str, Callable[[], object]]] = [
            (tr("抽样…"), tr("粘贴名单，按种子随机抽取访谈对象"), self.open_draw),
            (tr("录入…"), tr("用键盘录入答卷，一键一题；可以第二人再录一遍"), self.open_entry),
            (tr("导入…"), tr("导入问卷星等导出的 xlsx 或 csv"), self.open_import),
            (tr("扫描…"), tr("读取扫描的纸质问卷，有疑问的看图选定"), self.open_scan),
            (tr("结果…"), tr("回收率、满意度、分组、开放题，填入量化要求"), self.open_results),
        ]
        self.draw, self.enter, self.load, self.scan, self.outcome = (
            make_action(self, text, words, slot) for text, words, slot in made
        )
        mark_writing(self.draw, self.load, self.scan)
        papers = (
            (tr("访谈问卷（Word）"), "questionnaire"),
            (tr("抽取记录"), "draw-record"),
            (tr("访谈名单"), "interview-list"),
            (tr("访谈情况报告"), "interview-report"),
        )
        self.papers: list[QAction] = [
            make_action(self, text, tr("生成这份文书"), partial(self.open_paper, name))
            for text, name in papers
        ]
        self.sheets = make_action(
            self,
            tr("可扫描的问卷（PDF）…"),
            tr("每份有编号和二维码，收回后可以扫描录入"),
            self.open_print,
        )
        theme, line = self.context.theme, WrappingRow(fill=False)
        for action in (self.add, self.draw, self.enter, self.load, self.scan, self.outcome):
            line.addWidget(ActionButton(action, theme, flat=True))
        self.menu = QMenu(self)
        self.menu.addActions([self.alter, self.remove])
        self.menu.addSeparator()
        self.menu.addActions([self.sheets, *self.papers])
        more = QToolButton()
        more.setText(tr("更多"))
        more.setToolTip(tip(tr("修改、移除选中的活动，生成文书")))
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(more)
        self.column.addWidget(self.head)
        self.column.addLayout(line)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("访谈活动"), 0, lambda row: row.said.name),
            Column(tr("收回/应访"), 104, self._returned),
            Column(tr("满意度"), 104, self._satisfied),
            Column(tr("时间"), 90, _days),
            Column(tr("问卷"), 110, lambda row: row.said.questionnaire.title),
            Column(tr("单位"), 90, lambda row: row.slot.unit),
        )

    def _returned(self, row: Note[Round]) -> str:
        found = self._results.get(row.id)
        if found is None:
            return ""
        rate = found.response.return_rate
        return share_words(rate.counted, rate.of) if rate.of else str(rate.counted or "")

    def _satisfied(self, row: Note[Round]) -> str:
        found = self._results.get(row.id)
        overall = found.overall if found is not None else None
        if overall is None or overall.satisfaction is None or not overall.satisfaction.of:
            return ""
        return share_words(overall.satisfaction.counted, overall.satisfaction.of)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the rounds with what their sheets come to."""
        workspace, store = self.context.session.services.workspace, self.store

        def job() -> Read:
            with workspace.reading() as session:
                rounds, sheets = store.read(session), read_sheets(session)
            results = {
                row.id: results_of(
                    row.said,
                    [(note.id, note.said) for note in sheets if note.said.round == row.id],
                )
                for row in rounds
            }
            known = load_questionnaires(workspace.layout.questionnaires).all
            return rounds, results, known

        self.context.session.read(job, self._take_all)

    @Slot(object)
    def _take_all(self, read: Read) -> None:
        rounds, self._results, self._known = read
        self.take(rounds)
        self.table.viewport().update()

    # --- what the panel says ---------------------------------------------------------------------

    def new(self, slot: slots.Slot) -> tuple[str, Round]:
        """See ``NotePanel``."""
        offered = self._offered(slot)
        return tr("{unit}：登记访谈活动", unit=slot.unit), Round("", offered[0])

    def dialog_for(self, title: str, said: Round) -> RoundDialog:
        """See ``NotePanel``."""
        row = self.chosen()
        same = row is not None and row.said == said
        answered = self._results[row.id].response.returned if row is not None and same else 0
        shown = self.shown
        offered = self._offered(shown.slot) if shown is not None else list(self._known)
        return RoundDialog(self.context.theme, title, said, offered, self, answered=answered)

    def name_of(self, said: Round) -> str:
        """See ``NotePanel``."""
        return said.name

    def _offered(self, slot: slots.Slot) -> list[Questionnaire]:
        """All questionnaires, those written for the indicator first."""
        code = self.context.session.services.workspace.facts.framework.code

        def foreign(each: Questionnaire) -> bool:
            return slot.indicator not in each.serves.get(code, ())

        return sorted(self._known, key=foreign)

    def enable(self) -> None:
        """See ``NotePanel``."""
        super().enable()
        row = self.chosen()
        writable = not self.context.session.read_only
        self.add.setEnabled(self.add.isEnabled() and bool(self._known))
        owned = self.alter.isEnabled()
        why = self.alter.toolTip() if row is not None and not owned else ""
        for action in (self.draw, self.load, self.scan):
            permit(action, writable and row is not None, why)
        self.enter.setEnabled(row is not None)
        self.outcome.setEnabled(row is not None)
        self.sheets.setEnabled(row is not None)
        for action in self.papers:
            action.setEnabled(self.shown is not None)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def open_draw(self) -> None:
        """Draw people for the round that is chosen."""
        self._open(lambda there: DrawDialog(self.context, there, self))

    @Slot()
    def open_entry(self) -> None:
        """Enter its sheets."""
        mine = self.alter.isEnabled()
        self._open(lambda there: EntryDialog(self.context, there, self, mine=mine))

    @Slot()
    def open_import(self) -> None:
        """Import a table of answers."""
        path = dialogs.choose_file(self, tr("导入答卷"), "")
        if path is not None:
            self._open(lambda there: ImportDialog(self.context, there, path, self))

    @Slot()
    def open_scan(self) -> None:
        """Read scans of its sheets."""
        folder = self.context.preferences.last_folder("attach")
        paths = dialogs.choose_files(self, tr("选择扫描件"), folder)
        if paths:
            self._open(lambda there: ScanDialog(self.context, there, paths, self))

    @Slot()
    def open_print(self) -> None:
        """Print sheets that can be read again from scans."""
        self._open(lambda there: PrintDialog(self.context, there, self))

    @Slot()
    def open_results(self) -> None:
        """Show what the sheets come to."""
        mine = self.alter.isEnabled()
        self._open(lambda there: ResultsDialog(self.context, there, self, mine=mine))

    def open_paper(self, name: str) -> None:
        """Open the dialog of papers at one of them."""
        shown = self.shown
        if shown is not None:
            units = (shown.slot.unit,) if shown.slot.unit else ()
            open_papers(self.context, self, name, units, (shown.slot.indicator,))

    def _open(self, make: Callable[[RoundSheets], QDialog]) -> None:
        row = self.chosen()
        if row is None:
            return
        workspace, round_id = self.context.session.services.workspace, row.id

        def show(there: RoundSheets) -> None:
            dialog = self.opened = make(there)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self.context.session.read(lambda: read_round(workspace, round_id), show)


def _days(row: Note[Round]) -> str:
    first, last = row.said.held_from, row.said.held_to
    days = [day for day in dict.fromkeys((first, last)) if day]
    return tr("至").join(days)


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("访谈活动"),
        none=tr("访谈活动：还没有登记"),
        count=lambda count: tr("访谈活动 {count} 次", count=count),
        add=(tr("登记活动…"), tr("登记一次访谈：用哪份问卷、何时、访谈多少人")),
        alter=(tr("修改…"), tr("修改选中的访谈活动")),
        remove=(tr("移除活动"), tr("移除选中的访谈活动，可以撤销")),
        added=tr("登记访谈活动"),
        altered=tr("修改访谈活动"),
        removed=tr("移除访谈活动"),
        draft="interview_round",
    )

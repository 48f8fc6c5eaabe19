"""Draws of cases, how far their reviews are, and the ways into sheets, results and papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction

from app.changed import Area, Changed
from app.verification.case_review.cases import Case, case_register, read_cases
from app.verification.case_review.data_files import Loaded, load_sheets
from app.verification.case_review.draws import draw_cases, restore_draw, withdraw_draw
from app.verification.case_review.results import Tally, tally_of
from app.verification.case_review.scores import Reviewed, read_reviewed
from app.verification.case_review.sheet_schema import ReviewSheet
from app.workspace.access import is_office
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.translation import tr
from ui.verification.case_review.draw_dialog import DrawDialog
from ui.verification.case_review.record_dialog import RecordDialog
from ui.verification.case_review.result_dialog import ResultDialog
from ui.verification.case_review.review_dialog import ReviewDialog
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import share_words

#: So many lines at most are in sight at once.
_LINES = 4


@dataclass(frozen=True, slots=True)
class DrawLine:
    """A draw and its cases, counted: all of them, or those of the unit shown."""

    reviewed: Reviewed
    tally: Tally

    @property
    def key(self) -> tuple[str, bool]:
        """What tells draws apart."""
        return self.reviewed.draw.round_id, self.reviewed.draw.by_office


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a new draw is made from."""

    cases: tuple[Case, ...]
    sheets: Loaded[ReviewSheet]


class DrawPanel(MethodPanel):
    """A line for each draw; the buttons lead to the sheets of reviewers and to what they say."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("抽取和评查"))
        theme = context.theme
        self._shown: Shown | None = None
        self._read: tuple[Reviewed, ...] = ()
        self.dialog: DrawDialog | RecordDialog | ReviewDialog | ResultDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.draw = make_action(
            self, tr("抽取…"), tr("按单位、类别、年度分层随机抽取案卷，种子记录在案"), self.ask_draw
        )
        self.record = make_action(
            self, tr("抽取记录…"), tr("每层抽了哪些，照种子核对，打印记录"), self.show_record
        )
        self.review = make_action(
            self, tr("评查…"), tr("照评查表逐条评查抽中的案卷，两人互不可见"), self.open_review
        )
        self.arbitrate = make_action(
            self, tr("复核…"), tr("两人意见不同的，由复核人并排对照后复核"), self.open_arbitration
        )
        self.results = make_action(
            self, tr("结果…"), tr("各单位、各类别的结果，共性问题，通报和整改"), self.show_results
        )
        self.remove = make_action(
            self, tr("撤销抽取"), tr("还没有人评查的，可以撤销"), self.remove_chosen
        )
        mark_writing(self.draw, self.review, self.arbitrate, self.remove)
        columns = (
            Column(tr("抽取"), 0, lambda line: line.reviewed.draw.name),
            Column(tr("日期"), 84, _day),
            Column(tr("抽取人"), 70, lambda line: line.reviewed.draw.drawn_by),
            Column(tr("抽中"), 110, _drawn),
            Column(tr("已评定"), 110, _decided),
            Column(tr("待复核"), 56, _disputed, ink=_disputed_ink),
        )
        model = LineModel(columns, lambda line: line.key, theme, tip=_tip)
        self.table = LineTable(tr("案卷抽取"), model, theme)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.review.trigger())
        line = horizontal()
        for action in self._actions:
            line.addWidget(ActionButton(action, theme, flat=True))
        line.addStretch(1)
        column = vertical(self, spacing=4)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.bus.changed.connect(self._on_changed)
        self._show()

    @property
    def _actions(self) -> tuple[QAction, ...]:
        return (
            self.draw, self.record, self.review, self.arbitrate, self.results, self.remove
        )  # fmt: skip

    @property
    def lines(self) -> Sequence[DrawLine]:
        """The draws in the table."""
        return self.table.lines.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            first, self._shown = self._shown is None, shown
            if first:
                self.read()
            self._show()

    def read(self) -> None:
        """Read the draws anew."""
        workspace = self.context.session.services.workspace

        def job() -> tuple[Reviewed, ...]:
            with workspace.reading() as session:
                return read_reviewed(session)

        self.context.session.read(job, self.take)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES, Area.UNITS):
            self.read()

    @Slot(object)
    def take(self, read: tuple[Reviewed, ...]) -> None:
        """Show the draws that were read."""
        self._read = read
        self._show()

    def _show(self) -> None:
        unit = self._shown.unit if self._shown is not None else ""
        lines = []
        for reviewed in reversed(self._read):
            outcomes = [
                reviewed.outcomes[case.draw_id, case.case_id]
                for case in reviewed.draw.cases
                if unit in {"", case.unit}
            ]
            if outcomes:
                lines.append(DrawLine(reviewed, tally_of(outcomes)))
        self.table.show_rows(lines)
        if lines and not self.table.chosen():
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.head.setText(_told(lines))
        self._fit()
        self._enable()

    @Slot()
    def _fit(self) -> None:
        lines = min(len(self.lines), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        writable = not self.context.session.read_only
        line = self.chosen()
        office = is_office(self.context.session.services.workspace)
        mine = line is not None and line.reviewed.draw.by_office is office
        self.draw.setEnabled(writable)
        self.record.setEnabled(line is not None)
        self.results.setEnabled(line is not None)
        foreign = "" if mine or line is None else tr("这次抽取由对方进行，评查也由对方做")
        permit(self.review, writable and line is not None, foreign)
        disputed = line is not None and line.tally.disputed > 0
        none = "" if disputed or line is None else tr("没有意见不同、待复核的案卷")
        permit(self.arbitrate, writable and line is not None, foreign or none)
        permit(self.remove, writable and line is not None, foreign)

    def chosen(self) -> DrawLine | None:
        """The draw that is selected."""
        return next(iter(self.table.chosen()), None)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def ask_draw(self) -> None:
        """Ask from which cases to draw, and how many."""
        workspace = self.context.session.services.workspace

        def job() -> _Ground:
            office = is_office(workspace)
            with workspace.reading() as session:
                unit = None if office else workspace.facts.unit_id
                cases = read_cases(session, case_register(workspace), unit)
            return _Ground(cases, load_sheets(workspace.layout.review_sheets))

        self.context.session.read(job, self._show_draw_dialog)

    @Slot(object)
    def _show_draw_dialog(self, ground: _Ground) -> None:
        context = self.context
        dialog = self.dialog = DrawDialog(
            context, ground.cases, ground.sheets, len(self._read) + 1, self
        )
        keep_text(context.drafts, dialog, "ask/indicators/case_draw", dialog.windowTitle())
        dialog.accepted.connect(lambda: self._draw(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _draw(self, dialog: DrawDialog) -> None:
        workspace, request = self.context.session.services.workspace, dialog.request
        way = Undoable[str](
            text=tr("抽取案卷"),
            undo=lambda round_id: withdraw_draw(workspace, round_id),
            redo=lambda round_id: restore_draw(workspace, round_id),
        )
        run(self.context, lambda: draw_cases(workspace, request), way)

    @Slot()
    def remove_chosen(self) -> None:
        """Take the draw back that is selected."""
        line = self.chosen()
        if line is None:
            return
        workspace, round_id = self.context.session.services.workspace, line.reviewed.draw.round_id
        way = Undoable[None](
            text=tr("撤销抽取"), undo=lambda _done: restore_draw(workspace, round_id)
        )
        run(self.context, lambda: withdraw_draw(workspace, round_id), way)

    @Slot()
    def show_record(self) -> None:
        """Show how the cases were drawn."""
        line = self.chosen()
        if line is not None:
            self._open(RecordDialog(self.context, line.reviewed.draw, self))

    @Slot()
    def open_review(self) -> None:
        """Open the sheets, for a reviewer."""
        self._open_sheets(arbitrating=False)

    @Slot()
    def open_arbitration(self) -> None:
        """Open the sheets on which two reviewers differ, for the arbiter."""
        self._open_sheets(arbitrating=True)

    def _open_sheets(self, *, arbitrating: bool) -> None:
        line, shown = self.chosen(), self._shown
        if line is not None and shown is not None:
            reviewed, unit = line.reviewed, shown.unit
            self._open(ReviewDialog(self.context, reviewed, unit, self, arbitrating=arbitrating))

    @Slot()
    def show_results(self) -> None:
        """Show what the draw came to."""
        line, shown = self.chosen(), self._shown
        if line is not None and shown is not None:
            self._open(ResultDialog(self.context, line.reviewed, shown, self))

    def _open(self, dialog: RecordDialog | ReviewDialog | ResultDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


def _told(lines: Sequence[DrawLine]) -> str:
    if not lines:
        return tr("案卷评查：还没有抽取。先登记案卷，再抽取")
    cases = sum(line.tally.cases for line in lines)
    decided = sum(line.tally.decided for line in lines)
    return tr(
        "抽取 {count} 次，已评定 {share}", count=len(lines), share=share_words(decided, cases)
    )


def _day(line: DrawLine) -> str:
    return line.reviewed.draw.drawn_at.astimezone().date().isoformat()


def _drawn(line: DrawLine) -> str:
    return share_words(len(line.reviewed.draw.cases), line.reviewed.draw.population)


def _decided(line: DrawLine) -> str:
    return share_words(line.tally.decided, line.tally.cases)


def _disputed(line: DrawLine) -> str:
    return str(line.tally.disputed or "")


def _disputed_ink(line: DrawLine, colours: Colours) -> str | None:
    return colours.problem if line.tally.disputed else None


def _tip(line: DrawLine) -> str:
    draw = line.reviewed.draw
    told = [tr("种子 {seed}", seed=draw.seed)]
    if draw.left_out:
        told.append(tr("登记有误、没有参加抽取的 {count} 件", count=draw.left_out))
    return "\n".join(told)

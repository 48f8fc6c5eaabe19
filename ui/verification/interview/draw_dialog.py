"""抽样: a list is pasted, and people are drawn by lot with a seed that is recorded.

Drawing is recording: nobody tries seeds until the people please.
"""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from app.errors import JuanzongError
from app.table_files.reading import Limits, read_list_file
from app.verification.interview.drawing import (
    Listed,
    draw_people,
    listed_from,
    proposed_plan,
    repeats,
)
from app.verification.interview.entering import RoundSheets, alter_round, read_round
from app.verification.interview.rounds import DrawnPerson, DrawRecord, GroupPlan, Round
from app.verification.material_check.registers.tables import demand_plain, split_cells
from app.verification.sampling import propose_seed
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run, start
from ui.dialog_drafts import keep_text
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.interview.plan_table import PlanTable
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.plain_numbers import WholeNumbers, plain, take_numbers
from ui.wording import describe_error, group_words

_LIMITS = Limits(100_001, 40, file_bytes=32 << 20, inside_bytes=256 << 20)


class DrawDialog(QDialog):
    """The list on the left, groups and seed on the right, the record of the last draw below."""

    def __init__(self, context: PageContext, there: RoundSheets, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.there = context, there
        self.people: tuple[Listed, ...] = ()
        self._closed = False
        theme, round_ = context.theme, there.round.said
        self.setWindowTitle(window_title(tr("抽样：{name}", name=round_.name)))
        self.list = QPlainTextEdit()
        self.list.setAccessibleName(tr("访谈对象名单"))
        self.list.setTabChangesFocus(True)
        self.list.setPlaceholderText(
            tr("从 Excel、WPS 粘贴名单：姓名（或单位名称）、组别、电话，一行一个；可以带表头")
        )
        self.load = make_action(
            self, tr("从表格读取…"), tr("读取 xlsx 或 csv 里的名单"), self.choose_list
        )
        mark_writing(self.load)
        self.told = label("", wrap=True)
        self.count = QLineEdit(str(round_.planned or ""))
        self.count.setAccessibleName(tr("一共抽取多少人"))
        self.count.setMaximumWidth(theme.space(90))
        take_numbers(self.count, WholeNumbers(0, 100_000, self.count))
        self.share = make_action(
            self,
            tr("按人数分到各组"),
            tr("各组按名单人数的比例分配，分配后可以改"),
            self.share_out,
        )
        self.plan = PlanTable(theme, fixed=True)
        self.seed = QLineEdit(propose_seed(context.session.services.workspace.now()))
        self.seed.setAccessibleName(tr("抽签种子"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("为什么重抽"))
        self.record = label("", wrap=True)
        self.drawn = LineTable(
            tr("抽中的人"), LineModel(_columns(), lambda row: (row.place, row.name), theme), theme
        )
        self.buttons, self.agree = agree_buttons(
            self,
            tr("抽取并记录"),
            tr("按种子抽取，连同记录存入（Ctrl+回车）"),
            shortcut="Ctrl+Return",
            refuse=tr("关闭"),
        )
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self.draw_now)
        self._lay_out()
        self.list.textChanged.connect(self._on_list)
        for edit in (self.seed, self.reason, self.count):
            edit.textChanged.connect(self._follow)
        self.plan.changed.connect(self._follow)
        keep_text(
            context.drafts,
            self,
            f"ask/interview/draw/{there.round.id}",
            self.windowTitle(),
            only=(self.list, self.count, self.reason),
        )
        self._show_record(round_)
        self._on_list()

    def _lay_out(self) -> None:
        theme = self.context.theme
        space = theme.space
        left, right = QWidget(), QWidget()
        side = vertical(left, spacing=space(6))
        head = horizontal(spacing=space(6))
        head.addWidget(label(tr("名单"), "subheading"), 1)
        head.addWidget(ActionButton(self.load, theme, flat=True))
        side.addLayout(head)
        side.addWidget(self.list, 1)
        side.addWidget(self.told)
        column = vertical(right, spacing=space(6))
        line = horizontal(spacing=space(6))
        line.addWidget(label(self.count.accessibleName()))
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(ActionButton(self.share, theme, flat=True))
        column.addLayout(line)
        column.addWidget(self.plan, 2)
        for edit in (self.seed, self.reason):
            row = horizontal(spacing=space(6))
            name = label(edit.accessibleName())
            row.addWidget(name)
            row.addWidget(edit, 1)
            column.addLayout(row)
            if edit is self.reason:
                self._reason_name = name
        column.addWidget(self.record)
        column.addWidget(self.drawn, 3)
        whole = vertical(self, *(space(14),) * 4, spacing=space(8))
        whole.addWidget(beside(left, right, sizes=(space(420), space(560))), 1)
        whole.addWidget(self.buttons)
        resize_within_window(self, space(1060), space(660))

    # --- the list --------------------------------------------------------------------------------

    @Slot()
    def _on_list(self) -> None:
        text = self.list.toPlainText()
        self.people, told = (), tr("还没有名单")
        if text.strip():
            try:
                rows = split_cells(text)
                demand_plain(rows)
                self.people = listed_from(rows)
                told = tr("名单 {count} 人", count=len(self.people))
            except JuanzongError as error:
                told = str(describe_error(error))
        self.told.setText(told)
        sizes: dict[str, int] = {}
        for person in self.people:
            sizes[person.group] = sizes.get(person.group, 0) + 1
        before = {line.group: line.planned for line in self.there.round.said.plan}
        plan = tuple(GroupPlan(g, size, min(before.get(g, 0), size)) for g, size in sizes.items())
        draw = self.there.round.said.draw
        if draw is not None and self.people and repeats(draw, self.people):
            self.told.setText(tr("{told}；用上次的种子抽出的人与记录一致", told=told))
        self.plan.show_plan(plan)
        if self.count.text() and not any(line.planned for line in plan):
            self.share_out()
        self._follow()

    @Slot()
    def choose_list(self) -> None:
        """Ask for a table."""
        path = dialogs.choose_file(self, tr("访谈对象名单"), "")
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Read the list of a table."""

        def job(_job: object) -> str:
            for lines in read_list_file(path, _LIMITS).sheets():
                if lines:
                    return "\n".join(
                        "\t".join(" ".join(cell.split()) for cell in line.cells) for line in lines
                    )
            return ""

        start(self.context, tr("读取名单"), job, self.list.setPlainText, brief=True)

    @Slot()
    def share_out(self) -> None:
        """Share the number of people among the groups."""
        wanted = min(int(plain(self.count.text()) or 0), len(self.people))
        if self.people:
            self.plan.show_plan(proposed_plan(self.people, wanted))

    # --- the draw --------------------------------------------------------------------------------

    @Slot()
    def draw_now(self) -> None:
        """Draw, and keep the record."""
        workspace, round_id = self.context.session.services.workspace, self.there.round.id
        people, seed, plan = self.people, self.seed.text(), self.plan.plan
        reason = self.reason.text()
        run(
            self.context,
            lambda: draw_people(workspace, round_id, people, seed, plan, reason=reason),
            Undoable[Round](
                text=tr("抽取 {count} 人", count=sum(line.planned for line in plan)),
                undo=lambda before: alter_round(workspace, round_id, before),
                then=lambda _before: self._read(),
            ),
        )

    def _read(self) -> None:
        workspace, round_id = self.context.session.services.workspace, self.there.round.id

        def show(there: RoundSheets) -> None:
            if self._closed:
                return
            self.there = there
            self.reason.clear()
            self.seed.setText(propose_seed(workspace.now()))
            self._show_record(there.round.said)
            self._follow()

        self.context.session.read(lambda: read_round(workspace, round_id), show)

    def done(self, result: int) -> None:
        """What is still being read is shown no more."""
        self._closed = True
        super().done(result)

    def _show_record(self, round_: Round) -> None:
        draw = round_.draw
        again = draw is not None
        self.reason.setVisible(again)
        self._reason_name.setVisible(again)
        self.drawn.setVisible(again)
        self.drawn.show_rows(draw.people if draw is not None else ())
        self.record.setText(
            _told(draw, len(round_.draws)) if draw is not None else tr("还没有抽取过")
        )

    @Slot()
    def _follow(self) -> None:
        wanted = sum(line.planned for line in self.plan.plan)
        fits = all(line.planned <= line.total for line in self.plan.plan)
        again = bool(self.there.round.said.draws)
        told = bool(self.reason.text().strip()) or not again
        self.share.setEnabled(bool(self.people) and bool(self.count.text()))
        self.agree.setEnabled(
            bool(self.people) and wanted > 0 and fits and told and bool(self.seed.text().strip())
        )


def _told(draw: DrawRecord, times: int) -> str:
    told = tr(
        "第 {times} 次抽取：{when}，{who}，种子 {seed}，从 {listed} 人中抽取 {count} 人",
        times=times,
        when=draw.drawn_at.replace("T", " ")[:16],
        who=draw.drawn_by,
        seed=draw.seed,
        listed=sum(group.listed for group in draw.groups),
        count=len(draw.people),
    )
    return tr("{told}；重抽原因：{reason}", told=told, reason=draw.reason) if draw.reason else told


def _columns() -> tuple[Column, ...]:
    def place(row: DrawnPerson) -> str:
        return str(row.place)

    return (
        Column(tr("名单行号"), 70, place),
        Column(tr("组别"), 130, lambda row: group_words(row.group)),
        Column(tr("姓名"), 0, lambda row: row.name),
        Column(tr("电话"), 110, lambda row: row.phone),
    )

"""要交什么: what the unit has to hand in, and by which day."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.stages.owed import OwedAnswer, OwedLine, owed_of_unit
from app.vocabulary import ResponsibilityRole
from ui.actions import ActionButton, label, make_action
from ui.colours import Colours
from ui.page import PageContext
from ui.papers.opening import open_papers
from ui.shared.targets import TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.row_list import ROW
from ui.wording import ROLE_NAMES, days_in_words, named

_PAPER = "owed-list"


class OwedPart(QWidget):
    """One line a task of which anything is missing; the nearest deadline first."""

    wanted = Signal(object)  # where a click leads

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._snapshot: Snapshot | None = None
        self.head = label("", "", wrap=True)
        self.due = label("", "muted", wrap=True)
        self.print_action = make_action(
            self,
            tr("打印一览…"),
            tr("要交材料一览，最多两页，另附尚缺材料清单"),
            self._print,
            "Ctrl+Shift+P",
        )
        columns = (
            Column(tr("指标"), 96, self._heading, order=self._place),
            Column(tr("还缺什么"), 0, self._lacking),
            Column(tr("职责"), 46, lambda line: ROLE_NAMES[line.role], _role_ink),
            Column(
                tr("还缺"),
                64,
                lambda line: f"{len(line.missing)}/{line.total}",
                order=lambda line: len(line.missing),
            ),
            Column(tr("期限"), 170, _day, _day_ink, order=lambda line: str(line.deadline or "~")),
        )
        model = LineModel(columns, lambda line: str(line.task), context.theme, tip=_missing)
        self.table = LineTable(tr("要交什么"), model, context.theme, height=28)
        self.table.sort_by_header()
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(ActionButton(self.print_action, context.theme))
        column = vertical(self, 10, 0, 10, 0, spacing=6)
        column.addLayout(head)
        column.addWidget(self.due)
        column.addWidget(self.table, 1)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the unit has to hand in now."""
        self._snapshot = snapshot
        answer = owed_of_unit(
            snapshot.facts.unit_name or "",
            snapshot.framework,
            snapshot.registry,
            snapshot.completeness,
            snapshot.schedule,
            snapshot.today,
        )
        self.head.setText(head_in_words(answer))
        self.due.setText(due_in_words(answer))
        self.table.show_rows(answer.open)

    def _heading(self, line: OwedLine) -> str:
        assert self._snapshot is not None
        return self._snapshot.framework.indicator(line.indicator).heading

    def _place(self, line: OwedLine) -> int:
        assert self._snapshot is not None
        codes = [indicator.code for indicator in self._snapshot.framework.indicators]
        return codes.index(line.indicator)

    def _lacking(self, line: OwedLine) -> str:
        assert self._snapshot is not None
        return tr(
            "{task}：{points}",
            task=named(self._snapshot.framework.task_name(*line.task)),
            points=tr("；").join(point.point.text for point in line.missing),
        )

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, OwedLine):
            self.wanted.emit(TaskTarget(line.indicator, line.task.task_code))

    @Slot()
    def _print(self) -> None:
        if self._snapshot is not None:
            open_papers(self._context, self, _PAPER, (self._snapshot.facts.unit_name or "",))


def head_in_words(answer: OwedAnswer) -> str:
    """The unit's part in the indicators, and what it still lacks."""
    lacking = answer.tally.total - answer.tally.covered
    told = tr(
        "本单位牵头 {leads} 项，参与 {part} 项；要交 {total} 个要点，还缺 {lacking} 个",
        leads=answer.leads,
        part=answer.participates,
        total=answer.tally.total,
        lacking=lacking,
    )
    return told if lacking or not answer.tally.total else tr("{told}，都齐了", told=told)


def due_in_words(answer: OwedAnswer) -> str:
    """The next deadline, and what may be added besides."""
    parts = []
    if answer.due is not None:
        due = answer.due
        asked = tr(
            "下一个期限 {day}（{stage}，{left}）：应齐 {needed} 个",
            day=due.deadline.isoformat(),
            stage=due.stage,
            left=days_in_words(due.days),
            needed=due.needed,
        )
        more = tr("还差 {count} 个", count=due.lacking) if due.lacking else tr("已经达到")
        parts.append(tr("，").join((asked, more)))
    elif answer.lines:
        parts.append(tr("各阶段的期限都已过去"))
    if answer.optional:
        parts.append(tr("另有 {count} 项可以补充，不补不欠", count=answer.optional))
    return tr("；").join(parts)


def _day(line: OwedLine) -> str:
    if line.deadline is None:
        return tr("日期另定")
    late = line.days is not None and line.days < 0
    left = tr("已过期限") if late else days_in_words(line.days)
    return tr("{day}　{left}", day=line.deadline.isoformat(), left=left)


def _missing(line: OwedLine) -> str:
    return "\n".join(f"{point.point.number}. {point.point.text}" for point in line.missing)


def _role_ink(line: OwedLine, colours: Colours) -> str | None:
    return colours.accent if line.role is ResponsibilityRole.LEAD else colours.muted


def _day_ink(line: OwedLine, colours: Colours) -> str | None:
    late = line.days is not None and line.days < 0
    return colours.problem if late else colours.muted

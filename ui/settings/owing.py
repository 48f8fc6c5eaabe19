"""由谁交材料: the rule for all indicators, and indicators that have a rule of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QRadioButton

from app.vocabulary import ResponsibilityRole
from app.workspace.obligations import Obligations, OwingRule
from app.workspace.obligations_editing import change_obligations
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run
from ui.literal import tip
from ui.page import PageContext
from ui.settings.sections import Card, Section
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.wrapping import WrappingRow
from ui.wording import RULE_MEANINGS, RULE_NAMES


class ShownIndicators(StrEnum):
    """Which indicators the table lists."""

    ALL = "all"
    OWN = "own"
    WITHOUT_LEAD = "without_lead"


@dataclass(frozen=True, slots=True)
class OwingLine:
    """An indicator, who answers for it, and its own rule, if it has one."""

    place: int
    code: str
    heading: str
    leads: str
    participants: str
    owed_by: int
    own: OwingRule | None


class OwingSection(Section):
    """A choice applies at once and can be undone; only the office makes it."""

    tall = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._snapshot: Snapshot | None = None
        self.rules = {rule: QRadioButton(name) for rule, name in RULE_NAMES.items()}
        self.told = label("", "wrong", wrap=True)
        self.count = label("", "muted", wrap=True)
        card = Card(tr("由谁交材料"), tr("决定齐备、逾期、排名和催报怎样计算；随任务包告诉各单位"))
        card.column.addWidget(self.told)
        for rule, button in self.rules.items():
            card.column.addWidget(button)
            meaning = label(RULE_MEANINGS[rule], "muted", wrap=True)
            meaning.setContentsMargins(context.theme.space(24), 0, 0, 0)
            card.column.addWidget(meaning)
            button.clicked.connect(partial(self._choose, rule))
        self.shown = QComboBox()
        self.shown.setAccessibleName(tr("列出哪些指标"))
        for wanted, name in (
            (ShownIndicators.ALL, tr("全部指标")),
            (ShownIndicators.OWN, tr("另有规定的")),
            (ShownIndicators.WITHOUT_LEAD, tr("没有牵头单位的")),
        ):
            self.shown.addItem(name, wanted)
        columns = (
            Column(tr("指标"), 110, lambda line: line.heading, order=lambda line: line.place),
            Column(tr("牵头单位"), 0, lambda line: line.leads or tr("（没有）")),
            Column(tr("参与单位"), 190, lambda line: line.participants),
            Column(
                tr("要交的单位"),
                84,
                lambda line: str(line.owed_by),
                order=lambda line: line.owed_by,
            ),
            Column(
                tr("由谁交"),
                170,
                lambda line: RULE_NAMES[line.own] if line.own else tr("与全部相同"),
                lambda line, colours: colours.accent if line.own else colours.muted,
            ),
        )
        model = LineModel(columns, lambda line: line.code, context.theme)
        self.table = LineTable(tr("各项指标由谁交材料"), model, context.theme, many=True)
        self.table.sort_by_header()
        self.rule_actions = {
            rule: make_action(
                self,
                name,
                tr("选中的指标：{rule}", rule=name),
                partial(self._choose_some, rule),
            )
            for rule, name in (*RULE_NAMES.items(), (None, tr("与全部相同")))
        }
        mark_writing(*self.rule_actions.values())
        self._buttons = [
            ActionButton(action, context.theme) for action in self.rule_actions.values()
        ]
        head = QHBoxLayout()
        head.addWidget(self.shown)
        head.addWidget(self.count, 1)
        foot = WrappingRow(label(tr("选中的指标："), "muted"), *self._buttons, fill=False)
        layout = vertical(self, spacing=10)
        layout.addWidget(card)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.shown.currentIndexChanged.connect(self._fill)
        self.table.selectionModel().selectionChanged.connect(self._enable)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show who owes what."""
        self._snapshot = snapshot
        present = snapshot.registry.obligations
        self.rules[present.rule].setChecked(True)
        reason = self._refused(snapshot)
        for button in self.rules.values():
            button.setEnabled(not reason)
            button.setToolTip(tip(reason))
        asked = not present.chosen and not reason
        self.told.setVisible(asked)
        self.told.setText(
            tr(
                "这个工作区建得早，还照以前的办法计算。请选一种（再点一下现在这种也算选定），"
                "各单位收到下一个任务包后照此计算。"
            )
        )
        self._fill()

    def _refused(self, snapshot: Snapshot) -> str:
        """Why nothing can be chosen here; "" if it can."""
        if snapshot.facts.unit_name is not None:
            return tr("由创建办决定，随任务包告诉本单位")
        if self.context.session.read_only:
            return tr("工作区是只读的")
        return ""

    @Slot()
    def _fill(self) -> None:
        if self._snapshot is None:
            return
        lines = owing_lines(self._snapshot)
        alone = self._snapshot.registry.without_lead()
        wanted = self.shown.currentData()
        if wanted == ShownIndicators.OWN:
            lines = tuple(line for line in lines if line.own)
        elif wanted == ShownIndicators.WITHOUT_LEAD:
            lines = tuple(line for line in lines if line.code in alone)
        self.table.show_rows(lines)
        own = len(self._snapshot.registry.obligations.own)
        self.count.setText(
            tr(
                "列出 {shown} 项；另有规定的 {own} 项，没有牵头单位的 {alone} 项",
                shown=len(lines),
                own=own,
                alone=len(alone),
            )
        )
        self._enable()

    @Slot()
    def _enable(self) -> None:
        reason = self._refused(self._snapshot) if self._snapshot is not None else ""
        chosen = bool(self.table.chosen())
        for action in self.rule_actions.values():
            action.setEnabled(chosen and not reason)

    def _choose(self, rule: OwingRule) -> None:
        self._change(
            lambda present: present.for_all(rule),
            tr("改为{rule}", rule=RULE_NAMES[rule]),
        )

    def _choose_some(self, rule: OwingRule | None) -> None:
        codes = [line.code for line in self.table.chosen()]
        if codes:
            name = RULE_NAMES[rule] if rule is not None else tr("与全部相同")
            self._change(
                lambda present: present.for_some(codes, rule),
                tr("把 {count} 项指标改为{rule}", count=len(codes), rule=name),
            )

    def _change(self, change: Callable[[Obligations], Obligations], text: str) -> None:
        workspace = self.context.session.services.workspace

        def restore(before: Obligations) -> None:
            change_obligations(workspace, lambda _: before)

        run(
            self.context,
            lambda: change_obligations(workspace, change),
            Undoable(text=text, undo=restore),
        )


def owing_lines(snapshot: Snapshot) -> tuple[OwingLine, ...]:
    """Every indicator with who answers for it, and how many of them owe anything."""
    registry = snapshot.registry
    owing: dict[str, set[str]] = {}
    for state in snapshot.completeness.indicators:
        slots = (slot for task in state.tasks for slot in task.slots)
        owing[state.code] = {slot.unit for slot in slots if slot.owing}
    found: list[OwingLine] = []
    for indicator in snapshot.framework.indicators:
        parts = registry.named_for(indicator.code)
        names = {
            role: tr("、").join(dict.fromkeys(p.group or p.unit for p in parts if p.role is role))
            for role in ResponsibilityRole
        }
        found.append(
            OwingLine(
                len(found),
                indicator.code,
                indicator.heading,
                names[ResponsibilityRole.LEAD],
                names[ResponsibilityRole.PARTICIPANT],
                len(owing.get(indicator.code, ())),
                registry.obligations.own.get(indicator.code),
            )
        )
    return tuple(found)

"""The middle of the page: the indicator's statement and a tab for each verification method."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from app.completeness.states import Filing, SlotState, Tally
from app.completeness.vocabulary import State
from app.framework.keys import TaskKey
from app.framework.schema import Indicator
from app.reports.contents.statements import asks_for_statement
from app.vocabulary import ResponsibilityRole
from app.workspace.registry import Registry
from ui import icons
from ui.actions import IconButton, label, make_action
from ui.indicators.figures import FigurePlace, figure_rows
from ui.indicators.task_panel import TaskPanel
from ui.literal import no_mnemonic, tip
from ui.preferences import Preferences
from ui.shared.filings import (
    filings_of,
    slots_of,
    state_of_indicator,
    tallies_of,
)
from ui.shared.returned import ICON, notes_at
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.fitting import PageStack
from ui.widgets.layouts import scrolled, vertical
from ui.wording import ROLE_NAMES, STATE_NAMES, named


class DetailPanel(QWidget):
    """Shows one indicator, for all units or for one."""

    step_wanted = Signal(int)
    task_chosen = Signal(object)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._indicator: Indicator | None = None
        self._unit = ""
        self._filings: dict[str, Filing] = {}
        self._tallies: dict[str, Tally] = {}
        self._slots: dict[str, SlotState] = {}
        self._tasks: list[str] = []
        self._read_only = False
        self._usual_units: dict[str, str] = {}
        self._offered: tuple[str, ...] = ()
        self._beside: list[QWidget] = []
        self._build(preferences)
        self.tabs.currentChanged.connect(self._on_tab)
        self.panel.unit.picked.connect(self._on_unit_picked)
        # Items are dragged onto points, which may have been scrolled out of sight.
        self.panel.view.drag_begun.connect(lambda: self.area.ensureWidgetVisible(self.panel.points))
        theme.changed.connect(self._refresh)

    def _build(self, preferences: Preferences) -> None:
        self.mark = label()
        self.heading = label("", "heading")
        self.state = ElidedLabel()
        self.state.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        self.state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.category = ElidedLabel()
        self.category.setProperty("muted", True)  # noqa: FBT003
        self.category.setAlignment(Qt.AlignmentFlag.AlignRight)
        earlier = make_action(
            self, tr("上一项"), tr("上一项指标"), lambda: self.step_wanted.emit(-1), "Alt+Up"
        )
        later = make_action(
            self, tr("下一项"), tr("下一项指标"), lambda: self.step_wanted.emit(1), "Alt+Down"
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.heading)
        head.addWidget(self.state)
        head.addSpacing(6)
        head.addWidget(self.category, 1)
        head.addWidget(IconButton(earlier, self._theme, "up"))
        head.addWidget(IconButton(later, self._theme, "down"))
        self.statement = label("", wrap=True)
        self.statement.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.statement.setAccessibleName(tr("指标原文"))
        self.units = ElidedLabel()
        self.units.setProperty("muted", True)  # noqa: FBT003
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("核验方式"))
        self.tabs.setToolTip(tr("核验方式（Ctrl+Tab 换下一个）"))
        make_action(self, tr("下一种核验方式"), tr("下一种核验方式"), self._next_tab, "Ctrl+Tab")
        self.panel = TaskPanel(self._theme, preferences)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(4, 12, 4, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.statement)
        whose = QHBoxLayout()
        whose.addWidget(self.units, 1)
        whose.addWidget(self.panel.expect_button)
        whose.addWidget(self.panel.mark_button)
        column.addLayout(whose)
        column.addSpacing(2)
        column.addWidget(self.tabs)
        column.addSpacing(2)
        self.parts = PageStack()
        self.parts.addWidget(self.panel)
        column.addWidget(self.parts, 1)
        # With large text or a small screen this side scrolls, so that nothing is cut off.
        self.area = scrolled(inside)
        layout = vertical(self)
        layout.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell the panel how much height is visible."""
        super().resizeEvent(event)
        self._fold()
        QTimer.singleShot(0, self, self._fit_tabs)  # once the tabs have their width

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Measure again: only now do the buttons have the size from the style sheet."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fold)

    def _fold(self) -> None:
        edges, room = self._column.contentsMargins(), self.area.viewport().size()
        self.panel.fold(room.shrunkBy(edges))

    def add_beside(self, part: QWidget) -> None:
        """Give every indicator one more tab, after those of its tasks."""
        self._beside.append(part)
        self.parts.addWidget(part)

    # --- content ---------------------------------------------------------------------------------

    def show_indicator(self, snapshot: Snapshot, code: str, unit: str, *, read_only: bool) -> None:
        """Show an indicator, or its newer state."""
        indicator = snapshot.framework.indicator(code)
        before, beside = self.task_code, self._shown_beside()
        other = self._indicator is None or self._indicator.code != code
        self._snapshot, self._indicator, self._unit = snapshot, indicator, unit
        self._read_only = read_only
        state = next(i for i in snapshot.completeness.indicators if i.code == code)
        shown = unit if filings_of(state, unit) else ""
        self._filings, self._tallies = filings_of(state, shown), tallies_of(state, shown)
        self._slots = slots_of(state, shown)
        self._show_head(snapshot, indicator)
        codes = [t.code for t in indicator.tasks]
        self.tabs.blockSignals(True)  # noqa: FBT003
        if other or codes != self._tasks:
            while self.tabs.count():
                self.tabs.removeTab(0)
            for _ in (*codes, *self._beside):
                self.tabs.addTab("")
            self._tasks = codes
            if beside is not None:
                self.tabs.setCurrentIndex(len(codes) + self._beside.index(beside))
            else:
                self.tabs.setCurrentIndex(codes.index(before) if before in codes else 0)
        self._fit_tabs()
        self.tabs.blockSignals(False)  # noqa: FBT003
        if other:
            self._offered = ()
        self._show_task()

    def choose_beside(self, part: QWidget) -> None:
        """Turn to a part that was added by ``add_beside``."""
        self.tabs.setCurrentIndex(len(self._tasks) + self._beside.index(part))

    def label_beside(self, part: QWidget, text: str, state: State) -> None:
        """Name the tab of a part, with the picture of a state."""
        place = len(self._tasks) + self._beside.index(part)
        self.tabs.setTabText(place, text)
        self.tabs.setTabIcon(
            place, icons.icon(icons.STATE_ICONS[state], self._theme.colours.state(state))
        )
        self._fit_tabs()

    def choose_task(self, task_code: str) -> None:
        """Turn to the tab of a task."""
        if task_code in self._tasks:
            self.tabs.setCurrentIndex(self._tasks.index(task_code))

    @property
    def code(self) -> str:
        """The code of the indicator that is shown; "" before the first."""
        return self._indicator.code if self._indicator else ""

    @property
    def unit(self) -> str:
        """The unit whose share is shown; "" for all."""
        return self._unit

    @property
    def task_code(self) -> str | None:
        """The code of the task whose tab is open."""
        index = self.tabs.currentIndex()
        return self._tasks[index] if 0 <= index < len(self._tasks) else None

    def _show_head(self, snapshot: Snapshot, indicator: Indicator) -> None:
        framework, registry = snapshot.framework, snapshot.registry
        tallies = self._tallies.values()
        state = _state_of(snapshot, indicator.code, self._unit)
        colour = self._theme.colours.state(state)
        self.mark.setPixmap(
            icons.pixmap(
                icons.STATE_ICONS[state],
                colour.name(),
                self._theme.space(20),
                self.devicePixelRatioF(),
            )
        )
        total = sum(t.total for t in tallies)
        covered = sum(t.covered for t in tallies)
        self.heading.setText(indicator.heading)
        exempt = sum(t.exempt for t in tallies)
        told = tr(
            "{state}　要点 {covered}/{total}",
            state=STATE_NAMES[state],
            covered=covered,
            total=total,
        )
        if self._slots and not total:
            told = tr("可以补充，不是必须交的")
        role = registry.role_in(indicator.code, self._unit) if self._unit else None
        part = ROLE_NAMES[role] if role else ""
        marked = tr("其中不涉及 {count} 个", count=exempt) if exempt else ""
        self.state.setText("　".join(filter(None, (part, told, marked))))
        path = framework.category_path(indicator.category)
        self.category.setText(" · ".join(category.name for category in path))
        self.statement.setText(indicator.statement)
        self.units.setText(responsible_text(registry, indicator.code))

    def _task_name(self, task_code: str) -> str:
        if self._snapshot is None:
            return ""
        return named(self._snapshot.framework.task_name(self.code, task_code))

    def _label_tabs(self) -> None:
        size = self._theme.space(16)
        self.tabs.setIconSize(QSize(size, size))
        for place, task_code in enumerate(self._tasks):
            filing = self._filings.get(task_code)
            if filing is None:
                continue
            tally = self._tallies[task_code]
            count = f"{tally.covered}/{tally.total}" if tally.total else ""
            whole = f"{self._task_name(task_code)} {count}".rstrip()
            self.tabs.setTabText(place, no_mnemonic(whole))
            self.tabs.setTabToolTip(place, tip(whole))
            colour, name = self._theme.colours.state(filing.state), icons.STATE_ICONS[filing.state]
            if self._snapshot is not None:
                key = TaskKey(self.code, task_code)
                back = self._snapshot.returns.of_task(key, self._unit)
                if any(not row.reworked for row in back):
                    colour, name = QColor(self._theme.colours.problem), ICON
            self.tabs.setTabIcon(place, icons.icon(name, colour))

    def _fit_tabs(self) -> None:
        """Without room for all tabs leave their counts out; no tab is cut off."""
        self._label_tabs()
        if self.tabs.sizeHint().width() > self.tabs.width():
            for place, task_code in enumerate(self._tasks):
                self.tabs.setTabText(place, no_mnemonic(self._task_name(task_code)))

    def _offer_units(self, snapshot: Snapshot, task_code: str) -> None:
        """Offer the units that answer for the task; the chosen one stays if it is among them."""
        own = self._unit or snapshot.facts.unit_name
        names = snapshot.registry.units_of(self.code, task_code) or tuple(
            unit.name for unit in snapshot.registry.units
        )
        offered = (own,) if own else names
        if offered == self._offered:
            return
        self._offered = offered
        usual = self._usual_units.get(self.code, "")
        self.panel.offer_units(list(offered), usual if usual in offered else offered[0])

    def _shown_beside(self) -> QWidget | None:
        place = self.tabs.currentIndex() - len(self._tasks)
        return self._beside[place] if 0 <= place < len(self._beside) else None

    def _show_task(self) -> None:
        self.parts.setCurrentWidget(self._shown_beside() or self.panel)
        for action in (self.panel.not_applicable, self.panel.expect):
            action.setVisible(self._shown_beside() is None)
        if self._snapshot is None or self._indicator is None or self.task_code is None:
            return
        task = self._snapshot.framework.task(self._indicator.code, self.task_code)
        key = TaskKey(self._indicator.code, self.task_code)
        rows = tuple(r for r in self._snapshot.filed.get(key, ()) if self._unit in {"", r.unit})
        filing = self._filings[self.task_code]
        self._offer_units(self._snapshot, self.task_code)
        self.panel.expect_many.setVisible(self._snapshot.facts.unit_name is None)
        wordings = (point.text for point in task.points)
        asked = asks_for_statement(self._indicator.statement, wordings)
        self.panel.statement.setVisible(asked)
        whole = not (self._unit or self._snapshot.facts.unit_name)
        self.panel.view.delegate.show_units = whole
        self.panel.arranged = (
            tr("创建办排定了这项任务的装订顺序，请在“装订顺序…”里改")
            if key in self._snapshot.arrangements
            else ""
        )
        self.panel.show_task(task, filing, rows, read_only=self._read_only)
        notes = notes_at(self._snapshot.returns, key, rows, self._unit, named=whole)
        self.panel.show_returned(notes)
        self._show_figures()

    @Slot()
    def _show_figures(self) -> None:
        if self._snapshot is None or self._indicator is None or self.task_code is None:
            return
        code, unit = self._indicator.code, self.panel.unit.name
        state = next(i for i in self._snapshot.completeness.indicators if i.code == code)
        filing = next(t.filing for t in state.tasks if t.task_code == self.task_code)
        rows = figure_rows(filing, state.thresholds, unit)
        place = FigurePlace(code, self.task_code, unit)
        self.panel.figures.show_rows(rows, place, read_only=self._read_only)

    # --- reactions -------------------------------------------------------------------------------

    @Slot(int)
    def _on_tab(self, _index: int) -> None:
        self._show_task()
        self.task_chosen.emit(self.task_code)

    @Slot(str)
    def _on_unit_picked(self, unit: str) -> None:
        self._usual_units[self.code] = unit
        self._show_figures()

    def _next_tab(self) -> None:
        if self._tasks:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    @Slot()
    def _refresh(self) -> None:
        if self._snapshot is not None and self._indicator is not None:
            self.show_indicator(
                self._snapshot, self._indicator.code, self._unit, read_only=self._read_only
            )


def _state_of(snapshot: Snapshot, code: str, unit: str) -> State:
    state = next(i for i in snapshot.completeness.indicators if i.code == code)
    return state_of_indicator(state, unit)


def responsible_text(registry: Registry, code: str) -> str:
    """Who answers for an indicator, in one line; a group counts as one."""
    parts = registry.named_for(code)
    texts = []
    for role in (ResponsibilityRole.LEAD, ResponsibilityRole.PARTICIPANT):
        names = [p.unit for p in parts if p.role is role and not p.group]
        groups = dict.fromkeys(p.group for p in parts if p.role is role and p.group)
        names += [
            tr("{group}（{count} 个）", group=group, count=sum(p.group == group for p in parts))
            for group in groups
        ]
        if names:
            texts.append(tr("{role}：{names}", role=ROLE_NAMES[role], names=tr("、").join(names)))
    return "　".join(texts) or tr("责任单位集合还没有填写成员")

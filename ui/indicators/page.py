"""指标: the tree on the left, the indicator on the right."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.evidence.listing import FiledRow
from app.preview.showing import NamedOriginal
from ui.indicators.browse import BrowsePanel
from ui.indicators.controller import IndicatorsController
from ui.indicators.detail import DetailPanel
from ui.indicators.item_side import ItemSide
from ui.indicators.parts_actions import PartsActions
from ui.indicators.tool_panels import ToolPanels
from ui.page import Page, PageContext
from ui.preview.thumbnails import Thumbnails
from ui.selfcheck.panel import SelfCheckPanel
from ui.shared.targets import FilterTarget, ItemTarget, SelfCheckTarget, TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import beside, horizontal

_LAYOUT = "indicators-preview"


class IndicatorsPage(Page):
    """Layout and wiring; the controller acts."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._at_item = False  # an item was opened; matters only without room beside the list
        self.browse = BrowsePanel(context.theme, context.preferences)
        self.detail = DetailPanel(context.theme, context.preferences)
        self.side = ItemSide(context, self)
        self.controller = IndicatorsController(context, self.detail, self)
        self.splitter = beside(
            self.browse, self.detail, self.side, sizes=[context.theme.space(310), 600, 400]
        )
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setStretchFactor(2, 2)
        context.theme.changed.connect(self._fit)
        self._fit()
        layout = horizontal(self)
        layout.addWidget(self.splitter)
        self.browse.indicator_chosen.connect(self._show)
        self.browse.indicator_chosen.connect(self._leave_item)
        self.browse.unit_chosen.connect(lambda _: self._show(self.detail.code))
        self.detail.step_wanted.connect(self.browse.step)
        self.controller.item_wanted.connect(self.turn_to_item)
        self.browse.items_dropped.connect(self.controller.drop)
        panel = self.detail.panel
        if context.session.snapshot.facts.unit_name is None:
            panel.head.add_tool(panel.binding, "dossier")
        else:
            panel.binding.setVisible(False)
        self.thumbnails = Thumbnails(context.session, self)
        self.thumbnails.ready.connect(panel.view.viewport().update)
        panel.use_pictures(self._picture_of)
        self.parts = PartsActions(context, panel)
        edit = self.side.pane.toolbar.edit
        panel.addAction(edit)  # its keys work in the list too
        panel.offered = (edit, self.side.form.bulk, *self.parts.actions)
        panel.head.add_tool(self.side.toggle, "preview")
        panel.preview_wanted.connect(self.side.toggle.trigger)
        panel.rows_chosen.connect(self._show_rows)
        panel.description_wanted.connect(self.side.describe)
        self.side.point_wanted.connect(panel.point_wanted)
        self.side.saver.confirmed.connect(self._go_on_checking)
        self.side.opened.connect(self._open_item)
        self.side.left.connect(self._leave_item)
        self.detail.task_chosen.connect(self._on_task)
        self.tools = ToolPanels(context, self.detail)
        self._restore()
        self.selfcheck: SelfCheckPanel | None = None
        unit = context.session.snapshot.facts.unit_name
        if unit:
            self.selfcheck = SelfCheckPanel(context, unit)
            self.selfcheck.counted.connect(self._label_selfcheck)
            self.selfcheck.indicator_wanted.connect(self.turn_to_selfcheck)
            self.detail.add_beside(self.selfcheck)
            context.theme.changed.connect(self._label_selfcheck)
            self.selfcheck.read()
        self.follow(context.session)

    def arrive(self, target: object) -> None:
        """Turn to a task, an item or a filter that another page names, and give it the focus."""
        at: QWidget = self.browse.tree
        match target:
            case FilterTarget(unit, method, wanted, category, part):
                self.browse.filter_by(
                    unit=unit, method=method, wanted=wanted, category=category, part=part
                )
                if self.browse.model.shown:
                    self.browse.choose(self.browse.model.shown[0].code)
            case TaskTarget(code, task_code, item):
                self.turn_to(code, task_code)
                if item:
                    self.detail.panel.choose_item(item)
                    at = self.detail.panel.view
            case ItemTarget(item, describe):
                self.turn_to_item(item)
                if describe:
                    self.side.describe()
                    return
                at = self.detail.panel.view
            case SelfCheckTarget(code):
                self.turn_to_selfcheck(code)
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Remember the width of the panes."""
        self._context.preferences.keep_layout(_LAYOUT, self.splitter.saveState())

    def _restore(self) -> None:
        state = self._context.preferences.layout(_LAYOUT)
        if state is not None:
            self.splitter.restoreState(state)

    def turn_to(self, code: str, task_code: str | None) -> None:
        """Show an indicator, and the tab of a task."""
        self.browse.choose(code)
        if task_code is not None:
            self.detail.choose_task(task_code)

    @Slot(str)
    def turn_to_selfcheck(self, code: str) -> None:
        """Show the unit's self-check under an indicator."""
        self.browse.choose(code)
        if self.selfcheck is not None:
            self.detail.choose_beside(self.selfcheck)

    @Slot()
    def _label_selfcheck(self) -> None:
        if self.selfcheck is not None and self.detail.code:
            self.detail.label_beside(self.selfcheck, tr("自查自评"), self.selfcheck.state)

    @Slot()
    def _fit(self) -> None:
        self.browse.setMinimumWidth(self._context.theme.space(205))
        self.detail.setMinimumWidth(self._context.theme.space(340))
        self._arrange()

    # --- room ------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Two parts must fit; the third replaces the second if there is no room."""
        least = super().minimumSizeHint()
        beside = max(self.detail.minimumWidth(), self.side.minimumSizeHint().width())
        two = self.browse.minimumWidth() + self.splitter.handleWidth() + beside
        return QSize(min(least.width(), two), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Show the parts for which there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        parts = self.browse.minimumWidth() + self.detail.minimumWidth()
        parts += self.side.minimumSizeHint().width() + 2 * self.splitter.handleWidth()
        alone = self.width() < parts
        self.side.setVisible(self._at_item or not alone)
        self.detail.setVisible(not (self._at_item and alone))
        self.side.stand_alone(alone=alone)

    @Slot()
    def _open_item(self) -> None:
        self._at_item = True
        self._arrange()

    @Slot()
    def _leave_item(self) -> None:
        if self._at_item:
            self._at_item = False
            self._arrange()
            self.detail.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_task(self, task_code: str | None) -> None:
        if task_code is None:
            self.side.put_down()

    def _picture_of(self, row: FiledRow) -> QPixmap | None:
        return self.thumbnails.of(
            NamedOriginal(row.sha256, row.kind, row.file_name, pages=row.pages)
        )

    @Slot(list)
    def _show_rows(self, rows: list[FiledRow]) -> None:
        panel = self.detail.panel
        self.side.show_rows(rows, panel.task_points, read_only=panel.read_only)

    @Slot(str)
    def _go_on_checking(self, item: str) -> None:
        """Turn to the next item with a guess, so that one button is enough for all."""
        panel = self.detail.panel
        rows = panel.model.rows
        place = next((n for n, row in enumerate(rows) if row.item == item), 0)
        order = [*rows[place + 1 :], *rows[:place]]
        following = next((row.item for row in order if row.guesses and row.item != item), None)
        if following is not None:
            panel.choose_item(following)
        else:
            panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def turn_to_item(self, item: str) -> None:
        """Show an item at the first of its places."""
        for rows in self._context.session.snapshot.filed.values():
            for row in rows:
                if row.item == item:
                    self.turn_to(row.indicator, row.task_code)
                    self.detail.panel.choose_item(item)
                    return

    @Slot(str)
    def _show(self, code: str) -> None:
        session = self._context.session
        if code:
            self.detail.show_indicator(
                session.snapshot, code, self.browse.chosen_unit, read_only=session.read_only
            )
            self.tools.follow()
            if self.selfcheck is not None:
                self.selfcheck.turn_to(code)
                self._label_selfcheck()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace; what was chosen stays chosen."""
        self.thumbnails.look_again()
        self.browse.show_snapshot(snapshot)
        self._show(self.detail.code)

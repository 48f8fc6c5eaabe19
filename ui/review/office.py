"""The office's review: matrix or list on the left, then one slot, then the pages of an item."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from app.framework.keys import SlotKey
from app.review.board import Board, Cell, SlotRow
from app.review.listing import ItemLine
from app.review.vocabulary import SlotStage
from ui.actions import ActionButton, label, make_action
from ui.page import PageContext
from ui.preview.side import PreviewSide, SideSplitter
from ui.review.dialogs_beside import enter_for_unit, open_opinion
from ui.review.filters import ReviewFilters, Shown
from ui.review.judging import Judging
from ui.review.legend import Legend
from ui.review.matrix import MatrixView
from ui.review.queue import QueueView
from ui.review.reading import ReviewReading, SlotReading, read_detail, read_held, read_review
from ui.review.rows import figure_lines, first_worth_a_look
from ui.review.slot_panel import SlotPanel
from ui.shared.targets import TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.wrapping import WrappingRow
from ui.wording import STAGE_NAMES


class OfficeReview(QWidget):
    """Works by keyboard: J and K step, A accepts, R returns, N goes to the next waiting slot."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: ReviewReading | None = None
        self._advance_from: SlotKey | None = None
        self._wants_waiting = False
        self._decisions = 0  # a reading that began before the last one knows nothing of it
        self.filters = ReviewFilters(context.theme)
        self.matrix = MatrixView(context.theme)
        self.queue = QueueView(context.theme)
        self.panel = SlotPanel(context.theme)
        self.judging = Judging(context, self.panel, self)
        self.judging.controller.decided.connect(self._on_decided)
        self.counts = label("", "muted")
        self.legend = Legend(context.theme)
        self.views = QTabBar()
        self.views.setExpanding(False)
        self.views.addTab(tr("矩阵"))
        self.views.addTab(tr("列表"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.matrix)
        self.stack.addWidget(self.queue)
        self.views.currentChanged.connect(self.stack.setCurrentIndex)
        self._make_actions()
        self._build()
        self.filters.changed.connect(self._fill)
        self.matrix.cell_chosen.connect(self._on_cell)
        self.matrix.slot_chosen.connect(self._on_tab)
        self.queue.selectionModel().currentChanged.connect(self._on_queue)
        self.panel.slot_chosen.connect(self._on_tab)
        self.panel.item_chosen.connect(self._on_item)
        self.panel.said.entry_wanted.connect(
            lambda: enter_for_unit(self._context, self, self.panel)
        )

    def _make_actions(self) -> None:
        def action(text: str, tip: str, slot: Callable[[], object], keys: str) -> QAction:
            return make_action(self, text, tip, slot, keys, within=True)

        self.next_action = action(
            tr("下一个待审"), tr("转到下一处待审的材料"), self.go_to_next, "N"
        )
        self.paper_action = action(
            tr("审核意见表…"), tr("给这个单位生成审核意见表"), self.open_paper, "Ctrl+Shift+P"
        )
        self.task_action = action(
            tr("到指标查看"), tr("转到这项任务，看它的材料、台账和记录"), self.go_to_task, "O"
        )
        action(tr("下一行"), tr("列表的下一行"), lambda: self.step(1), "J")
        action(tr("上一行"), tr("列表的上一行"), lambda: self.step(-1), "K")

    def _build(self) -> None:
        theme = self._context.theme
        left = QWidget()
        column = vertical(left, 12, 10, 4, 10, spacing=6)
        top = WrappingRow(
            self.views,
            ActionButton(self.paper_action, theme, flat=True),
            ActionButton(self.judging.bulk_action, theme),
            ActionButton(self.next_action, theme),
        )
        column.addLayout(top)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.counts)
        column.addLayout(foot)
        middle = QWidget()
        inner = vertical(middle, 4, 10, 4, 10)
        inner.addWidget(self.panel)
        for act, primary in (
            (self.judging.accept_action, True),
            (self.judging.return_action, False),
            (self.judging.accept_part, False),
            (self.judging.return_part, False),
            (self.judging.compare_action, False),
            (self.judging.submit_action, False),
            (self.task_action, False),
        ):
            self.panel.add_action(act, primary=primary)
        self.splitter = SideSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(middle)
        self.preview = PreviewSide(self._context, self.splitter, "review", self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setStretchFactor(2, 2)
        self.splitter.setSizes([theme.space(560), theme.space(370), theme.space(350)])
        self.preview.restore()
        layout = horizontal(self)
        layout.addWidget(self.splitter)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def board(self) -> Board | None:
        """The latest board."""
        return self._reading.board if self._reading else None

    @property
    def slot(self) -> SlotKey | None:
        """The slot that is open."""
        return self.judging.slot

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read the board again."""
        self.filters.offer(
            tuple(u.name for u in snapshot.registry.units),
            {c.code: c.name for c in snapshot.framework.categories_in(None)},
        )
        self._read()

    def _read(self) -> None:
        workspace = self._context.session.services.workspace
        asked = self._decisions
        self._context.session.read(
            lambda: read_review(workspace), lambda reading: self._on_read(reading, asked)
        )

    def _on_read(self, reading: ReviewReading, asked: int) -> None:
        first = self._reading is None
        wanted, self._wants_waiting = self._wants_waiting, False
        self._reading = reading
        self.judging.take_reading(reading)
        self._fill()
        if self._advance_from is not None and asked == self._decisions:
            start, self._advance_from = self._advance_from, None
            row = reading.board.next_waiting(start, self.filters.unit.name or None)
            if row is not None:
                self.turn_to(row.slot)
                return
        if first and self.slot is None and reading.board.queue:
            self.turn_to(reading.board.queue[0].slot)
        elif wanted and self._turned_to_waiting():
            return
        elif self.slot is not None:
            self._open(self.slot)

    @Slot()
    def _fill(self) -> None:
        if self._reading is None:
            return
        board, framework = self._reading.board, self._context.session.snapshot.framework
        category = self.filters.category.currentData()
        codes = tuple(
            i.code
            for i in framework.indicators
            if not category or framework.top_category(i.category) == category
        )
        headings = {i.code: f"{i.heading}　{i.statement}" for i in framework.indicators}
        units, admits = self.filters.units_of(board), self.filters.admits_cell
        self.matrix.matrix.show(board, headings, codes, units, admits)
        chosen = frozenset(codes)
        rows = [row for row in board.rows if self.filters.admits(row, chosen)]
        self.queue.queue.show(rows)
        waiting = len(board.queue)
        self.views.setTabText(1, tr("列表 {count}", count=len(rows)))
        counted = "　".join(
            f"{STAGE_NAMES[s]} {board.counts.get(s, 0)}"
            for s in (SlotStage.RETURNED, SlotStage.ACCEPTED)
        )
        self.counts.setText(tr("待审 {count}　{others}", count=waiting, others=counted))
        self.judging.take_list(rows)
        self.next_action.setEnabled(waiting > 0)

    # --- going about -----------------------------------------------------------------------------

    def turn_to(self, slot: SlotKey) -> None:
        """Open a slot, and show its place."""
        board = self.board
        row = board.row(slot) if board else None
        if board is None or row is None:
            return
        self.judging.slot = slot
        self.matrix.choose(slot.indicator, row.unit)
        self.queue.choose(slot)
        self._open(slot)

    @Slot()
    def go_to_next(self) -> None:
        """Open the next slot that waits, after the open one."""
        board = self.board
        if board is not None:
            row = board.next_waiting(self.slot, self.filters.unit.name or None)
            if row is not None:
                self.turn_to(row.slot)

    def look_for_waiting(self) -> None:
        """Open a slot that waits, unless the open one does; the board is read again first."""
        self._wants_waiting = True
        self._read()

    def _turned_to_waiting(self) -> bool:
        board = self.board
        row = board.row(self.slot) if board is not None and self.slot is not None else None
        if row is not None and row.waits:
            return False
        before = self.slot
        self.go_to_next()
        return self.slot != before

    def step(self, by: int) -> None:
        """Open the next or the previous slot of the list."""
        rows = self.queue.queue.rows
        if not rows:
            return
        place = self.queue.queue.place_of(self.slot) if self.slot else -1
        new = 0 if place < 0 else min(len(rows) - 1, max(0, place + by))
        self.turn_to(rows[new].slot)

    @Slot(object)
    def _on_cell(self, cell: Cell | None) -> None:
        if cell is None:
            return
        if self.slot is not None and any(row.slot == self.slot for row in cell.slots):
            self._open(self.slot)
            return
        self.turn_to(first_worth_a_look(cell.slots).slot)

    @Slot(QModelIndex, QModelIndex)
    def _on_queue(self, _current: QModelIndex, _before: QModelIndex) -> None:
        row = self.queue.chosen()
        if row is not None and row.slot != self.slot:
            self.turn_to(row.slot)

    @Slot(object)
    def _on_tab(self, row: SlotRow) -> None:
        self.turn_to(row.slot)

    def _open(self, slot: SlotKey) -> None:
        board = self.board
        row = board.row(slot) if board else None
        if board is None or row is None:
            return
        self.panel.show_rows(board.cells[slot.indicator, row.unit].slots, row)
        workspace = self._context.session.services.workspace
        self._context.session.read(lambda: read_detail(workspace, slot), self._on_detail)

    @Slot(object)
    def _on_detail(self, reading: SlotReading) -> None:
        detail = reading.detail
        if detail.row.slot == self.slot:
            snapshot = self._context.session.snapshot
            self.panel.show_detail(
                detail,
                snapshot.expectations,
                snapshot.filed.get(detail.row.slot.task, ()),
                figure_lines(snapshot.completeness, detail.row),
            )
            writable = not self._context.session.read_only
            self.panel.said.show_statement(reading.said, writable=writable)
            self.judging.follow(detail.row)

    @Slot(str)
    def _on_item(self, item: str) -> None:
        detail = self.panel.detail
        self.judging.follow_part()
        pane = self.preview.pane
        part = self.panel.chosen_part()
        if detail is not None and isinstance(part, ItemLine) and part.tool is not None:
            workspace, row = self._context.session.services.workspace, detail.row
            self._context.session.read(
                lambda: read_held(workspace, row), lambda text: self._on_held(row.slot, text)
            )
            return
        if detail is None or not item:
            pane.clear(tr("选一件材料，在这里看"))
            return
        slot = detail.row.slot
        rows = self._context.session.snapshot.filed.get(slot.task, ())
        found = next((r for r in rows if r.item == item and r.unit == detail.row.unit), None)
        if found is not None:
            pane.show_item(found)

    def _on_held(self, slot: SlotKey, text: str) -> None:
        part = self.panel.chosen_part()
        if slot == self.slot and isinstance(part, ItemLine) and part.tool is not None:
            self.preview.pane.show_words(text)

    @Slot()
    def go_to_task(self) -> None:
        """Turn to the task of the open slot, where its tools are."""
        if self.slot is not None:
            target = TaskTarget(self.slot.indicator, self.slot.task_code)
            self._context.go("indicators", target)

    # --- beside it -------------------------------------------------------------------------------

    @Slot()
    def open_paper(self) -> None:
        """Open the opinions on the unit of the filter, or of the open slot."""
        open_opinion(self._context, self, self.panel.detail, self.filters.unit.name)

    @Slot()
    def _on_decided(self) -> None:
        # The next board says what still waits.
        self._advance_from = self.slot
        self._decisions += 1
        self._read()

    def keep(self) -> None:
        """Remember the widths."""
        self.preview.keep()

    def start(self) -> None:
        """Take the keyboard."""
        shown = self.matrix if self.views.currentIndex() == 0 else self.queue
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.filters.stage.currentData() == Shown.WAITING and self.slot is None:
            self.go_to_next()

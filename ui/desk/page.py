"""工作台: deadlines, how much is there, what there is to do, what was done lately."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.changed import Area
from ui.actions import label
from ui.desk.duties import PageTarget, duty_rows
from ui.desk.lists import DeskLineDelegate, RowsModel, ShareDelegate
from ui.desk.owed import OwedPart
from ui.desk.reading import NOTHING, DeskReading, read_desk
from ui.desk.recent import recent_rows
from ui.desk.rows import blocked_items, share_rows, stage_rows, whole_of
from ui.desk.timeline import Timeline
from ui.page import Page, PageContext
from ui.panes import mark_pane
from ui.shared.copy_offers import CopyOffers
from ui.shared.targets import ItemTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.calm_rows import CalmRows
from ui.widgets.fitting import PageStack
from ui.widgets.layouts import vertical
from ui.widgets.row_list import ROW, RowListView

#: The page is painted before the rest is read; many changes in a row lead to one reading.
_PAUSE = 150


class DeskPage(Page):
    """Every row leads to the page where the work is done."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._reading: DeskReading | None = None
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(_PAUSE)
        self._look_soon.timeout.connect(self._look)
        theme = context.theme
        self.timeline = Timeline(theme)
        self.percent = label("", "display")
        self.tally = label("", "muted", wrap=True)
        self.tally.setTextFormat(Qt.TextFormat.RichText)
        self.shares = RowsModel(self)
        self.share_list = _list(tr("齐备情况"))
        self.share_list.setModel(self.shares)
        self.share_list.setItemDelegate(ShareDelegate(theme, self.share_list))
        self.duties = RowsModel(self)
        self.duty_list = _list(tr("等着处理的"))
        self.duty_list.setModel(self.duties)
        self.duty_list.setItemDelegate(DeskLineDelegate(theme, self.duty_list))
        self.recent = RowsModel(self)
        self.recent_list = _list(tr("最近变动"))
        self.recent_list.setModel(self.recent)
        self.recent_list.setItemDelegate(DeskLineDelegate(theme, self.recent_list))
        self._calm_duties = CalmRows(self.duty_list, self.duties)
        self._calm_recent = CalmRows(self.recent_list, self.recent)
        self.nothing = label(tr("没有等着处理的事。"), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)

        stages = _card()
        inside = vertical(stages, 18, 12, 18, 12)
        inside.addWidget(self.timeline)
        figures = QHBoxLayout()
        figures.setSpacing(14)
        figures.addWidget(self.percent)
        figures.addWidget(self.tally, 1)
        share = _card()
        inside = vertical(share, 8, 12, 6, 8)
        shares = QWidget()
        column = vertical(shares)
        column.addLayout(_margins(figures))
        column.addWidget(self.share_list, 1)
        self.owed = OwedPart(context)
        self.owed.wanted.connect(lambda target: context.go("indicators", target))
        self.parts = PageStack()
        self.turn = QTabBar()
        self.turn.setDrawBase(False)
        self.turn.setExpanding(False)
        self.turn.setAccessibleName(tr("要交什么，齐备情况"))
        self.turn.currentChanged.connect(self.parts.setCurrentIndex)
        for part, name in ((self.owed, tr("要交什么")), (shares, tr("齐备情况"))):
            self.parts.addWidget(part)
            self.turn.addTab(name)
        self.share_title = _indented(label(tr("齐备情况"), "subheading"))
        inside.addWidget(self.share_title)
        inside.addWidget(self.turn)
        inside.addWidget(self.parts, 1)
        self._show_parts(context.session.snapshot)
        duty = _card()
        inside = vertical(duty, 6, 12, 6, 8)
        inside.addWidget(_indented(label(tr("等着处理"), "subheading")))
        inside.addWidget(self.nothing, 1)
        inside.addWidget(self.duty_list, 1)
        self.offers = CopyOffers(context, everything=True)
        self.offers.item_wanted.connect(lambda item: context.go("indicators", ItemTarget(item)))
        inside.addWidget(self.offers)
        lately = _card()
        inside = vertical(lately, 6, 12, 6, 8)
        inside.addWidget(_indented(label(tr("最近变动"), "subheading")))
        inside.addWidget(self.recent_list, 1)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(duty, 3)
        right.addWidget(lately, 2)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(share, 5)
        row.addLayout(right, 4)
        layout = vertical(self, 16, 14, 16, 14, spacing=14)
        layout.addWidget(stages)
        layout.addLayout(row, 1)
        for view in self._lists:
            view.clicked.connect(self._go)
            view.activated.connect(self._go)
        theme.changed.connect(self._relayout)
        context.session.doubted.connect(lambda: self._show_duties(context.session.snapshot))
        self.follow(context.session, *Area)  # it shows what was logged

    @property
    def _lists(self) -> tuple[QListView, ...]:
        return self.share_list, self.duty_list, self.recent_list

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace."""
        if snapshot.facts.unit_name is not None:
            self.owed.show_snapshot(snapshot)
        stages = stage_rows(snapshot.schedule.stages, snapshot.today)
        self.timeline.show_rows(stages)
        self.timeline.setVisible(bool(stages))
        whole = whole_of(snapshot)
        self.percent.setText(f"{whole.percent}%")
        colours = self._context.theme.colours
        self.tally.setText(
            tr(
                '材料要点 {total} 个：<span style="color:{complete}">已有材料 {covered}</span>，'
                '<span style="color:{problem}">待处理 {waiting}</span>，缺 {missing}',
                total=whole.total,
                complete=colours.complete,
                covered=whole.proved,
                problem=colours.problem if whole.waiting else colours.muted,
                waiting=whole.waiting,
                missing=whole.missing,
            )
            + (tr("，不涉及 {exempt}", exempt=whole.exempt) if whole.exempt else "")
            + self._blocked_words(snapshot)
        )
        self.shares.show(share_rows(snapshot))
        self._show_duties(snapshot)
        self._look_soon.start()

    def _show_parts(self, snapshot: Snapshot) -> None:
        """A unit is told first what it has to hand in; the office has all units to look at."""
        unit = snapshot.facts.unit_name is not None
        self.turn.setVisible(unit)
        self.owed.print_action.setEnabled(unit)
        self.share_title.setVisible(not unit)
        self.turn.setCurrentIndex(0 if unit else 1)
        self.parts.setCurrentIndex(self.turn.currentIndex())

    def _blocked_words(self, snapshot: Snapshot) -> str:
        """The files that cannot be bound, also those whose points are covered by others."""
        count = blocked_items(snapshot)
        words = tr("文件要换或要处理的 {count} 件", count=count)
        colour = self._context.theme.colours.problem
        return f'<br><span style="color:{colour}">{words}</span>' if count else ""

    @Slot()
    def _look(self) -> None:
        session = self._context.session
        services = session.services
        session.read(lambda: read_desk(services), self._on_read)

    @Slot(object)
    def _on_read(self, reading: DeskReading) -> None:
        self._reading = reading
        snapshot = self._context.session.snapshot
        self._show_duties(snapshot)
        self._calm_recent.show(
            recent_rows(reading.entries, reading.titles, snapshot.framework, snapshot.today)
        )

    def _show_duties(self, snapshot: Snapshot) -> None:
        waiting = self._reading.waiting if self._reading else NOTHING
        duties = duty_rows(snapshot, waiting, self._context.session.doubts)
        self._calm_duties.show(duties)
        self.nothing.setVisible(not duties)
        self.duty_list.setVisible(bool(duties))

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        target = index.data(ROW).target
        if isinstance(target, PageTarget):
            self._context.go(target.page, target.part)
        elif target is not None:
            self._context.go("indicators", target)

    @Slot()
    def _relayout(self) -> None:
        self.show_snapshot(self._context.session.snapshot)
        for view in self._lists:
            view.doItemsLayout()


def _list(name: str) -> RowListView:
    view = RowListView()
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setProperty("bare", True)  # noqa: FBT003  (Qt's own signature)
    return view


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
    mark_pane(card)
    return card


def _indented(widget: QWidget) -> QWidget:
    widget.setContentsMargins(10, 0, 0, 0)
    return widget


def _margins(row: QHBoxLayout) -> QHBoxLayout:
    row.setContentsMargins(10, 0, 10, 0)
    return row

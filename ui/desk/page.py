"""工作台: deadlines, how much is there, what waits, what was done lately."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.changed import Area
from ui.actions import label
from ui.desk.duties import PageTarget, duty_rows
from ui.desk.lists import LineDelegate, RowsModel, ShareDelegate
from ui.desk.reading import NOTHING, DeskReading, read_desk
from ui.desk.recent import recent_rows
from ui.desk.rows import share_rows, stage_rows, whole_of
from ui.desk.timeline import Timeline
from ui.page import Page, PageContext
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.row_list import ROW, RowListView

#: The page is painted before what else it shows is read; many changes in a row are read once.
_PAUSE = 150


class DeskPage(Page):
    """Every row leads to where the work is done."""

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
        self.duty_list.setItemDelegate(LineDelegate(theme, self.duty_list))
        self.recent = RowsModel(self)
        self.recent_list = _list(tr("最近变动"))
        self.recent_list.setModel(self.recent)
        self.recent_list.setItemDelegate(LineDelegate(theme, self.recent_list))
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
        inside.addWidget(_indented(label(tr("齐备情况"), "subheading")))
        inside.addLayout(_margins(figures))
        inside.addWidget(self.share_list, 1)
        duty = _card()
        inside = vertical(duty, 6, 12, 6, 8)
        inside.addWidget(_indented(label(tr("等着处理"), "subheading")))
        inside.addWidget(self.nothing, 1)
        inside.addWidget(self.duty_list, 1)
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
                problem=colours.problem,
                waiting=whole.waiting,
                missing=whole.missing,
            )
            + (tr("，不涉及 {exempt}", exempt=whole.exempt) if whole.exempt else "")
        )
        self.shares.show(share_rows(snapshot))
        self._show_duties(snapshot)
        self._look_soon.start()

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
        self.recent.show(
            recent_rows(reading.entries, reading.titles, snapshot.framework, snapshot.today)
        )

    def _show_duties(self, snapshot: Snapshot) -> None:
        waiting = self._reading.waiting if self._reading else NOTHING
        duties = duty_rows(snapshot, waiting, self._context.session.doubts)
        self.duties.show(duties)
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
    return card


def _indented(widget: QWidget) -> QWidget:
    widget.setContentsMargins(10, 0, 0, 0)
    return widget


def _margins(row: QHBoxLayout) -> QHBoxLayout:
    row.setContentsMargins(10, 0, 10, 0)
    return row

"""The right side of the page: what an item looks like, and how it is described.

Where there is height for both, the preview stands above the description; elsewhere each has a tab,
and what was guessed of the item is told above the preview, where it can be checked at once. Where
there is no width for it beside the list, it stands in the list's place until it is left again.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabBar, QWidget

from app.evidence.listing import FiledRow
from app.framework.values import EvidencePoint
from ui.actions import ActionButton, label, make_action
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.shared.description_form import DescriptionForm
from ui.shared.description_saver import DescriptionSaver
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical

_OPEN, _CLOSED = "open", "closed"
_PREVIEW, _DESCRIPTION = 0, 1
_PREFERENCE = "preview/indicators"
#: From this height (at 100 %) on, preview and description stand under each other.
_TALL = 820
#: The height that the description has then, until somebody gives it another.
_FORM = 430


class ItemSide(QWidget):
    """Shows the item that is chosen. ``toggle`` is the action that shows the preview (F3)."""

    point_wanted = Signal(list, object)  # rows, point number or None
    opened = Signal()
    left = Signal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._preferences = context.theme, context.preferences
        self._read_only = context.session.read_only
        self._stacked = self._alone = False
        self._preview = self._preferences.recalled(_PREFERENCE) != _CLOSED
        self._guesses: tuple[str, ...] = ()
        self.pane = PreviewPane(context)
        self.form = DescriptionForm(context)
        self.form.point_wanted.connect(self.point_wanted)
        self.saver = DescriptionSaver(context, self.form)
        self.addAction(self.form.save)  # its keys work beside the preview too
        self.toggle = make_action(page, tr("预览"), tr("打开或收起预览"), None, "F3")
        self.toggle.setCheckable(True)
        self.back = make_action(self, tr("返回"), tr("回到材料列表（F3）"), self.left.emit)
        self._build()
        self.toggle.triggered.connect(self._on_toggle)
        self.tabs.currentChanged.connect(lambda at: self._turn(preview=at == _PREVIEW))
        context.theme.changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("材料的各个方面"))
        self.tabs.addTab(tr("预览"))
        self.tabs.addTab(tr("著录"))
        self.tabs.setTabToolTip(_PREVIEW, self.toggle.toolTip())
        self.tabs.setTabToolTip(_DESCRIPTION, tr("题名、文号、责任者和日期（在材料上按回车）"))
        self.guessed = label("", "guess", wrap=True)
        self.guessed.setTextFormat(Qt.TextFormat.PlainText)
        self.check = QFrame()
        self.check.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        line = horizontal(self.check, 12, 6, 6, 6)
        line.addWidget(self.guessed, 1)
        line.addWidget(
            ActionButton(self.form.save, self._theme, "check"), 0, Qt.AlignmentFlag.AlignTop
        )
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.form)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        column = vertical(self, 2, 8, 14, 12, spacing=8)
        head = QHBoxLayout()
        head.addWidget(self.tabs, 1)
        self.back_button = ActionButton(self.back, self._theme, flat=True)
        head.addWidget(self.back_button)
        column.addLayout(head)
        column.addWidget(self.check)
        column.addWidget(self.splitter, 1)

    @Slot()
    def _fit(self) -> None:
        self.form.setMinimumSize(self._theme.space(260), self._theme.space(300))
        self._arrange()

    # --- content ---------------------------------------------------------------------------------

    def show_rows(
        self, rows: list[FiledRow], points: tuple[EvidencePoint, ...], *, read_only: bool
    ) -> None:
        """Show one item of a task with these points, or for several how many they are."""
        row = rows[0] if len(rows) == 1 else None
        self._describe(rows, points, row.point if row else None, read_only=read_only)
        if row is not None:
            self.pane.show_item(row)
        else:
            self.pane.clear(tr("选中了 {count} 件", count=len(rows)) if rows else "")

    def put_down(self) -> None:
        """Leave only the preview: something else is being written, which has keys of its own."""
        self._describe([], (), None, read_only=self._read_only)

    def _describe(
        self,
        rows: list[FiledRow],
        points: tuple[EvidencePoint, ...],
        point: int | None,
        *,
        read_only: bool,
    ) -> None:
        self._read_only = read_only
        self.form.show_rows(rows, points, point, read_only=read_only)
        self._guesses = self.form.guessed if self.form.save.isEnabled() else ()
        self.guessed.setText(tr("猜得的，请核对：{guesses}", guesses=tr("；").join(self._guesses)))
        self._arrange()

    def describe(self) -> None:
        """Turn to the description, with the cursor where describing begins."""
        if not self._stacked:
            self._turn(preview=False)
        self.opened.emit()
        self.form.focus_title()

    # --- layout ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put preview and description under each other where there is height for both."""
        super().resizeEvent(event)
        self._arrange()

    def stand_alone(self, *, alone: bool) -> None:
        """Say whether this stands in the place of the list, or beside it."""
        self._alone = alone
        self._arrange()

    @Slot(bool)
    def _on_toggle(self, is_open: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        if not self._alone:
            self._turn(preview=is_open)
        elif is_open:
            self._turn(preview=True)
            self.opened.emit()
        else:
            self.left.emit()

    def _turn(self, *, preview: bool) -> None:
        self._preview = preview
        self._preferences.keep(_PREFERENCE, _OPEN if preview else _CLOSED)
        self._arrange()

    def _arrange(self) -> None:
        preview, stacked = self._preview, self.height() >= self._theme.space(_TALL)
        if stacked and not self._stacked:
            below = self._theme.space(_FORM)
            self.splitter.setSizes([max(1, self.height() - below), below])
        self._stacked = stacked
        self.toggle.setChecked(not self.isHidden() if self._alone else preview)
        self.tabs.blockSignals(True)  # noqa: FBT003
        self.tabs.setCurrentIndex(_PREVIEW if preview else _DESCRIPTION)
        self.tabs.blockSignals(False)  # noqa: FBT003
        self.tabs.setVisible(not stacked)
        self.back_button.setVisible(self._alone)
        self.check.setVisible(preview and not stacked and bool(self._guesses))
        self.pane.setVisible(preview)
        self.form.setVisible(stacked or not preview)

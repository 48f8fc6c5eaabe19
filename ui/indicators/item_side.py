"""The right side of the page: an item's preview and its description.

The preview is above the description, so that a scan's title is typed while it is seen. Where the
height is scarce, tabs show one of the two alone; where it does not do for both, they show one at a
time, and guesses about the item are shown above the preview, where they can be checked at once. If
there is not enough width beside the list, this side replaces the list until it is closed.
"""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabBar, QWidget

from app.evidence.listing import FiledRow
from app.framework.values import EvidencePoint
from ui.actions import ActionButton, label, make_action
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.shared.answer import AnswerStrip
from ui.shared.copy_offers import CopyOffers
from ui.shared.description_form import DescriptionForm
from ui.shared.description_saver import DescriptionSaver
from ui.shared.whose import of_items
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical


class Shown(StrEnum):
    """What somebody wants to see of an item; also the order of the tabs."""

    BOTH = "both"
    PREVIEW = "preview"
    DESCRIPTION = "description"


_TABS = tuple(Shown)
_PREFERENCE, _LAYOUT = "item-side", "item-side"
#: From this height (at 100 %) there is room for both, and from the second one no need to choose.
_BOTH, _TALL = 560, 820
#: The height of the description in these cases, until somebody changes it.
_LOW_FORM, _FORM = 304, 430


class ItemSide(QWidget):
    """Shows the item that is chosen. ``toggle`` is the action that shows the preview (F3)."""

    point_wanted = Signal(list, object)  # rows, point number or None
    opened = Signal()
    left = Signal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._theme, self._preferences = context.theme, context.preferences
        self._read_only = context.session.read_only
        self._alone = False
        self._wanted = _wanted(self._preferences.recalled(_PREFERENCE))
        self._describing = False  # matters only where there is no room for both
        self._split: tuple[bool, bool] | None = None  # stacked, tall: for which the sizes are
        self._guesses: tuple[str, ...] = ()
        self.pane = PreviewPane(context)
        self.form = DescriptionForm(context)
        self.form.point_wanted.connect(self.point_wanted)
        self.saver = DescriptionSaver(context, self.form)
        self.answer = AnswerStrip(context)
        self.offers = CopyOffers(context)
        self.pane.edit_wanted.connect(self.offers.actions_of.edit)
        for action in (self.form.save, self.form.bulk):
            self.addAction(action)  # their keys work while the preview is shown too
        self.toggle = make_action(page, tr("预览"), tr("打开或收起预览"), None, "F3")
        self.toggle.setCheckable(True)
        self.back = make_action(self, tr("返回"), tr("回到材料列表（F3）"), self.left.emit)
        self._build()
        self.toggle.triggered.connect(self._on_toggle)
        self.tabs.currentChanged.connect(self._on_tab)
        self.splitter.splitterMoved.connect(self._keep_sizes)
        context.theme.changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("材料的各个方面"))
        self.tabs.addTab(tr("预览和著录"))
        self.tabs.addTab(tr("预览"))
        self.tabs.addTab(tr("著录"))
        self.tabs.setTabToolTip(0, tr("看着材料著录；中间的分界可以拖动"))
        self.tabs.setTabToolTip(1, self.toggle.toolTip())
        self.tabs.setTabToolTip(2, tr("题名、文号、责任者和日期（在材料上按回车）"))
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
        column = vertical(self, 4, 8, 14, 12, spacing=8)
        head = QHBoxLayout()
        head.addWidget(self.tabs, 1)
        self.back_button = ActionButton(self.back, self._theme, flat=True)
        head.addWidget(self.back_button)
        column.addLayout(head)
        column.addWidget(self.answer)
        column.addWidget(self.check)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.offers)  # below, so that nothing under the mouse moves

    @Slot()
    def _fit(self) -> None:
        self.form.setMinimumSize(self._theme.space(260), self._theme.space(180))
        self._arrange()

    # --- content ---------------------------------------------------------------------------------

    def show_rows(
        self, rows: list[FiledRow], points: tuple[EvidencePoint, ...], *, read_only: bool
    ) -> None:
        """Show one item of a task with these points, or for several how many they are."""
        row = rows[0] if len(rows) == 1 else None
        self._describe(rows, points, row.point if row else None, read_only=read_only)
        returns = self._context.session.snapshot.returns
        back = returns.at(row.task, row.unit, row.item, row.point) if row is not None else None
        self.answer.show_row(row, back, read_only=read_only)
        may = row is not None and not self._context.session.read_only
        self.pane.offer_editing(row.item if row else "", fits=may, hindrance=of_items(rows))
        self.offers.show_item(row.item if row else "")
        if row is not None:
            self.pane.show_item(row)
        else:
            self.pane.clear(tr("选中了 {count} 件", count=len(rows)) if rows else "")

    def put_down(self) -> None:
        """Let no item be chosen: something else is being written, which has its own keys."""
        self.show_rows([], (), read_only=self._read_only)

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
        """Turn to the description, with the cursor in its first field."""
        if self._wanted is Shown.PREVIEW and self._room_for_both:
            self._turn(Shown.BOTH)
        self._describing = True
        self._arrange()
        self.opened.emit()
        self.form.focus_title()

    # --- layout ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put preview and description below each other if there is height for both."""
        super().resizeEvent(event)
        self._arrange()

    def stand_alone(self, *, alone: bool) -> None:
        """Set whether this side replaces the list or is beside it."""
        self._alone = alone
        self._arrange()

    @property
    def _room_for_both(self) -> bool:
        return self.height() >= self._theme.space(_BOTH)

    @Slot(bool)
    def _on_toggle(self, is_open: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        if self._alone and not is_open:
            self.left.emit()
            return
        if self._room_for_both:
            # Both, unless the preview is all that was wanted.
            wanted = Shown.BOTH if self._wanted is Shown.DESCRIPTION else self._wanted
            self._turn(wanted if is_open else Shown.DESCRIPTION)
        else:
            self._turn_one(describing=not is_open)
        if self._alone:
            self.opened.emit()

    @Slot(int)
    def _on_tab(self, at: int) -> None:
        if not 0 <= at < len(_TABS):
            return
        if self._room_for_both:
            self._turn(_TABS[at])
        else:
            self._turn_one(describing=_TABS[at] is Shown.DESCRIPTION)

    def _turn(self, wanted: Shown) -> None:
        self._wanted = wanted
        self._preferences.keep(_PREFERENCE, wanted.value)
        self._arrange()

    def _turn_one(self, *, describing: bool) -> None:
        """Turn to one of the two where there is no room for both."""
        self._describing = describing
        if self._wanted is not Shown.BOTH:
            self._turn(Shown.DESCRIPTION if describing else Shown.PREVIEW)
        self._arrange()

    def _arrange(self) -> None:
        both, tall = self._room_for_both, self.height() >= self._theme.space(_TALL)
        wanted = self._wanted
        if not both:
            alone = self._describing if wanted is Shown.BOTH else wanted is Shown.DESCRIPTION
            wanted = Shown.DESCRIPTION if alone else Shown.PREVIEW
        elif tall and wanted is Shown.PREVIEW:
            wanted = Shown.BOTH
        preview, form = wanted is not Shown.DESCRIPTION, wanted is not Shown.PREVIEW
        if (both, tall) != self._split:
            self._split = (both, tall)
            self._put_sizes()
        self.toggle.setChecked(not self.isHidden() if self._alone else preview)
        self.tabs.blockSignals(True)  # noqa: FBT003
        self.tabs.setTabVisible(0, both)
        self.tabs.setCurrentIndex(_TABS.index(wanted))
        self.tabs.blockSignals(False)  # noqa: FBT003
        self.tabs.setVisible(not tall)
        self.back_button.setVisible(self._alone)
        self.check.setVisible(not form and bool(self._guesses))
        self.pane.setVisible(preview)
        self.form.setVisible(form)

    # --- sizes -----------------------------------------------------------------------------------

    def _put_sizes(self) -> None:
        """Divide the height as somebody left it, or so that the first fields are in sight."""
        kept = self._preferences.layout(self._layout_name)
        if kept is not None:
            self.splitter.restoreState(kept)
            return
        tall = self._split is not None and self._split[1]
        below = self._theme.space(_FORM if tall else _LOW_FORM)
        self.splitter.setSizes([max(1, self.height() - below), below])

    @Slot()
    def _keep_sizes(self) -> None:
        self._preferences.keep_layout(self._layout_name, self.splitter.saveState())

    @property
    def _layout_name(self) -> str:
        tall = self._split is not None and self._split[1]
        return f"{_LAYOUT}-tall" if tall else _LAYOUT


def _wanted(kept: str) -> Shown:
    return Shown(kept) if kept in set(Shown) else Shown.BOTH

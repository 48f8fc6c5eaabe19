"""One slot: who submits what, its stage, its points and items, and what can be done."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QTabBar, QWidget

from app.completeness.expecting import NOTHING_EXPECTED, Expectations
from app.evidence.listing import FiledRow
from app.review.board import SlotRow
from app.review.listing import HistoryLine, ItemLine, PointLine, SlotDetail
from ui.actions import ActionButton, label
from ui.literal import no_mnemonic, tip
from ui.review.looks import stage_icon
from ui.review.rows import heading_of, held_words, lines_of, text_of
from ui.review.slot_lines import SlotLinesView
from ui.selfcheck.said import SaidPart
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow
from ui.wording import DECISION_NAMES, STAGE_NAMES, describe_difference, named


class SlotPanel(QFrame):
    """Emits ``slot_chosen`` for a slot of the cell, and ``item_chosen`` for an item."""

    slot_chosen = Signal(object)  # SlotRow
    item_chosen = Signal(str)  # item id, or "" for none

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[SlotRow, ...] = ()
        self._detail: SlotDetail | None = None
        self._showing = False
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.heading = label("", "subheading", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("核验方式"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.standing = label("", "muted", wrap=True)
        self.reasons = label("", "wrong", wrap=True)
        self.warning = label("", "guess", wrap=True)
        self.warning.setAccessibleName(tr("通过之前请看"))
        self.said = SaidPart(theme)
        self.figures = label("", "muted", wrap=True)
        self.figures.setAccessibleName(tr("填报的数据"))
        self.lines = SlotLinesView(theme)
        self.lines.setProperty("bare", True)  # noqa: FBT003
        self.lines.selectionModel().currentChanged.connect(self._on_line)
        self.history = label("", "muted", wrap=True)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = WrappingRow()
        layout = vertical(self, 12, 10, 12, 10, spacing=6)
        layout.addWidget(self.heading)
        layout.addWidget(self.tabs)
        layout.addWidget(self.standing)
        layout.addWidget(self.reasons)
        layout.addWidget(self.said)
        layout.addWidget(self.figures)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.history)
        layout.addWidget(self.warning)
        layout.addLayout(self._buttons)
        theme.changed.connect(self._fit)
        self._fit()
        self.show_rows(())

    @Slot()
    def _fit(self) -> None:
        self.setMinimumWidth(self._theme.space(230))

    def add_action(self, action: QAction, icon: str = "", *, primary: bool = False) -> None:
        """Add a button for an action at the foot."""
        self._buttons.addWidget(ActionButton(action, self._theme, icon, primary=primary))

    @property
    def detail(self) -> SlotDetail | None:
        """What is shown."""
        return self._detail

    def show_rows(self, rows: Sequence[SlotRow], current: SlotRow | None = None) -> None:
        """Offer the slots of a cell; the details are shown when they have been read."""
        self._rows = tuple(rows)
        chosen = next((n for n, r in enumerate(rows) if current and r.slot == current.slot), 0)
        self._showing = True
        while self.tabs.count():
            self.tabs.removeTab(0)
        size, ratio = self._theme.space(14), self.devicePixelRatioF()
        self.tabs.setIconSize(QSize(size, size))
        for row in self._rows:
            mark = stage_icon(row.stage, self._theme.colours, size, ratio)
            place = self.tabs.addTab(mark, no_mnemonic(named(row.task)))
            self.tabs.setTabToolTip(place, tip(f"{named(row.task)}　{STAGE_NAMES[row.stage]}"))
        self.tabs.setCurrentIndex(chosen)
        self._showing = False
        self.tabs.setVisible(len(self._rows) > 1)
        if not self._rows:
            self.show_detail(None)

    def show_detail(
        self,
        detail: SlotDetail | None,
        expectations: Expectations = NOTHING_EXPECTED,
        filed: Iterable[FiledRow] = (),
        figures: Sequence[str] = (),
    ) -> None:
        """Show a slot, or that none is chosen.

        ``filed`` says what is known of its items; ``figures`` are those that the unit states.
        """
        before = self.lines.chosen()
        moved = self._detail is None or detail is None or self._detail.row.slot != detail.row.slot
        self._detail = detail
        if detail is None:
            self.said.hide()
            self.heading.setText(tr("在左边选一格或一行"))
            for words in (self.standing, self.reasons, self.figures, self.history, self.warning):
                words.setText("")
                words.hide()
            self.lines.lines.show(())
            return
        row = detail.row
        self.heading.setText(heading_of(row))
        self._say(self.standing, _standing_of(row))
        self._say(
            self.reasons, tr("退回原因：{reasons}", reasons=row.reasons) if row.reasons else ""
        )
        self._say(self.history, "\n".join(_told(line, detail) for line in detail.history[-4:]))
        self._say(self.figures, "\n".join(figures))
        self.lines.lines.show(lines_of(detail, expectations, filed))
        if moved:
            place = self.lines.lines.first_to_look_at()
        else:
            item = before.item if isinstance(before, ItemLine) else ""
            place = self.lines.lines.place_of_item(item) if item else -1
        if place >= 0:
            self.lines.setCurrentIndex(self.lines.lines.index(place))
        if moved:
            self._on_line()

    def warn(self, text: str) -> None:
        """Say above the buttons what to know before the slot is accepted; "" for nothing."""
        self._say(self.warning, text)

    def chosen_part(self) -> PointLine | ItemLine | None:
        """The point or the item that is current."""
        line = self.lines.chosen()
        return line if isinstance(line, PointLine | ItemLine) else None

    @staticmethod
    def _say(words: QWidget, text: str) -> None:
        words.setText(text)  # type: ignore[attr-defined]
        words.setVisible(bool(text))

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        if not self._showing and 0 <= place < len(self._rows):
            self.slot_chosen.emit(self._rows[place])

    @Slot()
    def _on_line(self) -> None:
        line = self.lines.chosen()
        item = line.item if isinstance(line, ItemLine) and not line.mark else ""
        self.item_chosen.emit(item)


def _standing_of(row: SlotRow) -> str:
    parts = [STAGE_NAMES[row.stage], *held_words(row)]
    if row.marks:
        parts.append(tr("不涉及 {count} 处", count=row.marks))
    if row.round:
        parts.append(tr("第 {count} 次报送", count=row.round))
    if row.open and row.round:
        parts.append(tr("{count} 件待审", count=row.open))
    if changed := describe_difference(row.since):
        parts.append(tr("之后{changed}", changed=changed))
    return "　".join(parts)


def _told(line: HistoryLine, detail: SlotDetail) -> str:
    when = line.at.astimezone().strftime("%m-%d %H:%M")
    if line.decision is None:
        proxied = tr("代为报送") if line.by_office else tr("报送")
        what = tr("第 {count} 次{submitted}", count=line.round, submitted=proxied)
    else:
        what = tr("其余通过") if line.rest else DECISION_NAMES[line.decision]
        if line.point is not None:
            what = tr("要点 {number} {what}", number=line.point, what=what)
        elif line.item is not None:
            found = (
                each.number if each.tool is None else text_of(each)
                for each in detail.items
                if each.item == line.item
            )
            number = next(filter(None, found), "")
            if number:
                what = tr("{number} {what}", number=number, what=what)
            else:
                what = tr("一件材料{what}", what=what)
    return "　".join(filter(None, (when, line.by, what, line.reasons)))

"""改过的副本: offers what was saved in WPS or Word as the new version, in place and on the desk."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.intake.copies.model import CopyState, WorkingCopy
from ui.actions import ActionButton, label, make_action
from ui.page import PageContext
from ui.shared.moments import moment_in_words
from ui.shared.working_copies import WorkingCopies
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow
from ui.wording import describe_copy

#: On the desk so many are shown; the rest follows when they are dealt with.
_SHOWN = 2
#: What the desk tells of; the others are told at their items alone.
_ON_DESK = frozenset({CopyState.CHANGED, CopyState.BROKEN})


class CopyLine(QWidget):
    """One copy: how it stands, and what can be done with it."""

    take_wanted = Signal()
    open_wanted = Signal()
    away_wanted = Signal()
    later_wanted = Signal()
    item_wanted = Signal()

    def __init__(self, theme: Theme, copy: WorkingCopy, today: date, *, named: bool) -> None:
        super().__init__()
        self.copy = copy
        self.words = label(_words(copy, today, named=named), wrap=True)
        self.words.setProperty("muted", copy.state is CopyState.SAME)
        self.take = make_action(
            self,
            tr("作为新版本…"),
            tr("换上副本里保存的内容，旧版本保留"),
            self.take_wanted.emit,
        )
        self.go_on = make_action(self, tr("接着改"), tr("再打开这份副本"), self.open_wanted.emit)
        unchanged = copy.state in {CopyState.SAME, CopyState.MISSING}
        self.away = make_action(
            self,
            tr("收起副本") if unchanged else tr("丢弃"),
            tr("不再提示；文件移到 工作副本/已丢弃，可以撤销"),
            self.away_wanted.emit,
        )
        self.later = make_action(
            self, tr("再等等"), tr("留着副本，下次保存时再提示"), self.later_wanted.emit
        )
        self.show_item = make_action(self, tr("去看"), tr("转到这件材料"), self.item_wanted.emit)
        column = vertical(self, spacing=2)
        column.addWidget(self.words)
        row = WrappingRow(fill=False)
        offered = [
            (self.take, copy.offered),
            (self.go_on, copy.state is not CopyState.MISSING),
            (self.away, copy.state is not CopyState.SETTLING),
            (self.later, copy.offered and copy.state is CopyState.CHANGED),
            (self.show_item, named and bool(copy.item) and not copy.removed),
        ]
        for action, fits in offered:
            action.setEnabled(fits)
            if fits:
                row.addWidget(ActionButton(action, theme, flat=action is not self.take))
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep room for all lines: where there is little, the page scrolls."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))


class CopyOffers(QFrame):
    """The copies of one item, or all that wait for a decision; hidden while there are none."""

    item_wanted = Signal(str)

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, everything: bool = False
    ) -> None:
        super().__init__(parent)
        self._context, self._everything, self._item = context, everything, ""
        self._shown: tuple[WorkingCopy, ...] | None = None
        self.lines: list[CopyLine] = []
        self.actions_of = WorkingCopies(context, self)
        self.setAccessibleName(tr("改过的副本"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        margins = (10, 6, 6, 4) if everything else (12, 6, 6, 6)
        self.setProperty("card", not everything)
        self._column = vertical(self, *margins, spacing=6)
        self.heading = label(tr("改过的副本"), "subheading")
        self.more = label("", "muted")
        self._column.addWidget(self.heading)
        self._column.addWidget(self.more)
        self.heading.setVisible(everything)
        context.session.copies.changed.connect(self.look)
        self.look()

    def show_item(self, item: str) -> None:
        """Show the copy of an item; "" for none."""
        self._item = item
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what is known now; lines stay as they are while nothing about them changes."""
        keeper = self._context.session.copies
        if self._everything:
            waiting = tuple(copy for copy in keeper.copies if copy.state in _ON_DESK)
        else:
            found = keeper.of_item(self._item) if self._item else None
            waiting = (found,) if found is not None else ()
        if waiting == self._shown:
            return
        self._shown = waiting
        shown = waiting[:_SHOWN]
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(copy) for copy in shown]
        for at, line in enumerate(self.lines, 1):
            self._column.insertWidget(at, line)
            line.show()
        left = len(waiting) - len(shown)
        self.more.setText(tr("还有 {count} 份，处理完这些就列出", count=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(waiting))

    def _line(self, copy: WorkingCopy) -> CopyLine:
        today = self._context.session.snapshot.today
        line = CopyLine(self._context.theme, copy, today, named=self._everything)
        do = self.actions_of
        line.take_wanted.connect(lambda: do.ask_take(copy))
        line.open_wanted.connect(lambda: do.open(copy))
        line.away_wanted.connect(lambda: do.put_away(copy))
        line.later_wanted.connect(lambda: do.put_off(copy))
        line.item_wanted.connect(lambda: self.item_wanted.emit(copy.item))
        return line


def _words(copy: WorkingCopy, today: date, *, named: bool) -> str:
    said = describe_copy(copy)
    stands = tr("，").join(filter(None, (said.reason, said.remedy)))
    if copy.state not in {CopyState.SAME, CopyState.MISSING} and copy.saved_at is not None:
        when = moment_in_words(copy.saved_at, today)
        stands = tr("{state}（{when} 保存）", state=stands, when=when)
    if named:
        return tr("《{title}》：{state}", title=copy.title, state=stands)
    return tr("工作副本：{state}", state=stands)

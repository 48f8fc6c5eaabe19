"""The step before handing in: what goes, what is wrong with it, what is still missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.evidence.listing import FiledRow
from app.exchange.handing_in import LeftOut, SlotOutlook
from app.framework.keys import SlotKey
from app.visible_text import visible
from ui.actions import ActionButton, label, make_action
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import describe_point, describe_problem, field_name, task_heading

_SLOT = Qt.ItemDataRole.UserRole


class SubmitDialog(QDialog):
    """The slots with a box each, and beside them what is to be known of the one that is current.

    ``item_wanted`` leads to an item that is to be put right; the dialog is closed before.
    """

    item_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        slots: Sequence[SlotOutlook],
        left: LeftOut,
        where: str,
        parent: QWidget | None = None,
        *,
        draft: bool = False,
    ) -> None:
        """``left`` is owed beside the slots, ``where`` says where the package goes.

        A ``draft`` hands nothing in.
        """
        super().__init__(parent)
        self._slots = tuple(slots)
        self._draft = draft
        self.setWindowTitle(tr("报送前看一遍"))
        self.total = label("", "subheading", wrap=True)
        self.where = label(where, "muted", wrap=True)
        self.left = label(left_words(left), "guess", wrap=True)
        self.left.setVisible(bool(left) and not draft)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("这次报送的内容"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in self._slots:
            item = QListWidgetItem(visible(slot_words(line)))
            item.setToolTip(tip(slot_words(line)))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_SLOT, line)
            self.list.addItem(item)
        self.notes = OutcomeList(tr("要留意的"), theme)
        self.list.currentRowChanged.connect(self._on_slot)
        self.list.itemChanged.connect(self._follow)
        self.notes.activated.connect(lambda _: self._go())
        self.sound_action = make_action(
            self, tr("只选没有问题的"), tr("有问题的这次不算正式报送，以后补报"), self.choose_sound
        )
        self.all_action = make_action(self, tr("全选"), tr("全部报送"), self.choose_all)
        self.go_action = make_action(
            self, tr("去改正"), tr("先不报送，转到选中的材料"), self._go, "Ctrl+G"
        )
        agree = tr("制作报送包") if draft or not slots else tr("报送")
        self.buttons, self.agree = agree_buttons(
            self, agree, tr("写到上面的位置（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self._build(theme)
        self.list.setCurrentRow(self._first())
        self._follow()
        if self._slots:
            self.list.setFocus()
        else:
            self.go_action.setEnabled(False)
            self.agree.setFocus()

    def _build(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.total)
        layout.addWidget(self.where)
        layout.addWidget(self.left)
        foot = QHBoxLayout()
        if self._slots:
            sides = beside(self.list, self.notes, sizes=[theme.space(400), theme.space(520)])
            layout.addWidget(sides, 1)
            for action in (self.sound_action, self.all_action, self.go_action):
                foot.addWidget(ActionButton(action, theme, flat=True))
        else:
            self.list.setParent(self)
            self.notes.setParent(self)
            self.list.hide()
            self.notes.hide()
            layout.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        layout.addLayout(foot)
        wide, tall = (940, 560) if self._slots else (560, 180)
        resize_within_window(self, theme.space(wide), theme.space(tall))

    @property
    def chosen(self) -> frozenset[SlotKey]:
        """The slots that count as handed in."""
        return frozenset(line.slot for line in self._checked())

    @Slot()
    def choose_all(self) -> None:
        """Hand everything in."""
        self._choose(lambda _line: True)

    @Slot()
    def choose_sound(self) -> None:
        """Hand in only that with which nothing is wrong."""
        self._choose(lambda line: line.sound)

    def _choose(self, wanted: Callable[[SlotOutlook], bool]) -> None:
        for place, line in enumerate(self._slots):
            on = Qt.CheckState.Checked if wanted(line) else Qt.CheckState.Unchecked
            self.list.item(place).setCheckState(on)

    def _checked(self) -> list[SlotOutlook]:
        return [
            line
            for place, line in enumerate(self._slots)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _first(self) -> int:
        """Begin at the first slot with which something is wrong."""
        return next((n for n, line in enumerate(self._slots) if not line.sound), 0)

    @Slot(int)
    def _on_slot(self, place: int) -> None:
        lines = note_lines(self._slots[place]) if 0 <= place < len(self._slots) else []
        self.notes.show_lines(lines)
        self.go_action.setEnabled(any(line.value for line in lines))

    @Slot()
    def _go(self) -> None:
        line = self.notes.currentIndex().data(ROW)
        values = [each.value for each in self.notes.outcomes.lines if each.value]
        wanted = line.value if isinstance(line, OutcomeLine) else next(iter(values), None)
        if isinstance(wanted, str):
            self.reject()
            self.item_wanted.emit(wanted)

    @Slot()
    def _follow(self) -> None:
        lines = self._checked()
        items = len({row.item for line in lines for row in line.items})
        if self._draft:
            text = tr("只送去看看：不算正式报送")
        elif not self._slots:
            text = tr("没有新的内容要正式报送；材料记录和创建办还没有的原件会一并送去")
        else:
            text = tr("正式报送 {slots} 处，材料 {items} 件", slots=len(lines), items=items)
            wrong = sum(not line.sound for line in lines)
            lacking = sum(bool(line.missing) for line in lines)
            if wrong:
                text += tr("；{count} 处有问题", count=wrong)
            if lacking:
                text += tr("；{count} 处还缺要点", count=lacking)
        self.total.setText(text)
        self.sound_action.setEnabled(any(not line.sound for line in self._slots))
        self.all_action.setEnabled(len(lines) < len(self._slots))


def left_words(left: LeftOut) -> str:
    """What is owed and not handed in now; "" for nothing."""
    parts = []
    if left.returned:
        parts.append(tr("退回还没有改 {count} 处", count=left.returned))
    if left.points:
        parts.append(tr("还没有材料的要点 {count} 个", count=left.points))
    return tr("不在这次报送里：{what}", what=tr("，").join(parts)) if parts else ""


def slot_words(line: SlotOutlook) -> str:
    """A slot in one line, with what is wrong about it counted."""
    there = content_words(len(line.items), len(line.exempt))
    where = task_heading(line.slot.indicator, line.task, there)
    return "　".join(filter(None, (where, *flaw_counts(line))))


def content_words(items: int, exempt: int) -> str:
    """How many items a slot has, and how many of its points do not apply."""
    told = tr("不涉及 {count} 个要点", count=exempt) if exempt else ""
    there = tr("{count} 件", count=items) if items or not told else ""
    return "　".join(filter(None, (there, told)))


def flaw_counts(line: SlotOutlook) -> tuple[str, ...]:
    """What is wrong with a slot, and what it lacks, counted."""
    counts = (
        (tr("退回未改 {count} 处", count=line.returned), line.returned),
        (tr("不能印成页面 {count} 件", count=len(line.broken)), line.broken),
        (tr("题名还是文件名 {count} 件", count=len(line.unnamed)), line.unnamed),
        (tr("还没有核对 {count} 件", count=len(line.unconfirmed)), line.unconfirmed),
        (tr("还缺 {count} 个要点", count=len(line.missing)), line.missing),
    )
    return tuple(words for words, found in counts if found)


def note_lines(line: SlotOutlook) -> list[OutcomeLine]:
    """What is to be known of a slot, the worst first; then what goes."""
    notes = [_item_line(row, Mark.BAD, tr("不能印成页面"), _reason(row)) for row in line.broken]
    notes += [
        _item_line(row, Mark.PARTIAL, tr("题名还是文件名"), tr("请写上材料自己的题名"))
        for row in line.unnamed
    ]
    notes += [
        _item_line(row, Mark.PARTIAL, tr("还没有核对"), _guessed(row)) for row in line.unconfirmed
    ]
    notes += [
        OutcomeLine(
            Mark.NONE,
            tr("要点 {number}：{text}", number=point.point.number, text=point.point.text),
            tr("还缺"),
            describe_point(point),
        )
        for point in line.missing
    ]
    notes += [
        OutcomeLine(
            Mark.GOOD,
            tr("要点 {number}：{text}", number=point.point.number, text=point.point.text),
            "",
            describe_point(point),
        )
        for point in line.exempt
    ]
    told = {row.item for row in (*line.broken, *line.unnamed, *line.unconfirmed)}
    fine = [row for row in line.items if row.item not in told]
    return notes + [_item_line(row, Mark.GOOD, "", "") for row in fine]


def _item_line(row: FiledRow, mark: Mark, right: str, note: str) -> OutcomeLine:
    text = "　".join(filter(None, (row.number, row.title or row.file_name)))
    return OutcomeLine(mark, text, right, note, row.item)


def _guessed(row: FiledRow) -> str:
    names = tr("、").join(field_name(each) for each in row.guesses)
    return tr("{fields}是猜的，请核对", fields=names)


def _reason(row: FiledRow) -> str:
    problem = next((p for p in row.problems if p.blocking), None)
    return str(describe_problem(problem)) if problem is not None else ""

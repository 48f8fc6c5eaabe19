"""A case file is put in order: the unit's items on one side, the order template on the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from app.evidence.listing import FiledRow
from app.verification.case_review.order_schema import PieceKind
from app.verification.case_review.pieces import CaseFile, proposed_kind
from ui.actions import ActionButton, label, make_action
from ui.colours import Colours
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the case file: a kind of piece, and an item there or none."""

    number: int
    kind: PieceKind | None
    row: FiledRow | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells lines apart."""
        return self.kind.id if self.kind else "", self.row.item if self.row else ""


class PieceDialog(QDialog):
    """``placed`` and ``taken_out`` say what changes; nothing is stored before 保存."""

    def __init__(
        self, context: PageContext, file: CaseFile, items: Sequence[FiledRow], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context, self.file = context, file
        theme, space = context.theme, context.theme.space
        self._items: dict[str, FiledRow] = {row.item: row for row in items}
        self._before: Mapping[str, str] = {
            item: line.kind.id if line.kind is not None else ""
            for line in file.lines
            for item in line.items
        }
        self._now: dict[str, str] = dict(self._before)
        case = file.case
        self.setWindowTitle(
            window_title(tr("卷内材料：{number}　{unit}", number=case.number, unit=case.unit))
        )
        self.head = label("", "subheading", wrap=True)
        self.lines = LineTable(
            tr("卷内顺序"),
            LineModel(
                (
                    Column(tr("序"), 36, lambda line: str(line.number)),
                    Column(tr("应有材料"), 170, _kind_words),
                    Column(tr("卷内"), 0, _placed_words, ink=_placed_ink),
                ),
                lambda line: line.key,
                theme,
                tip=_kind_tip,
            ),
            theme,
        )
        self.offered = LineTable(
            tr("本单位的材料"),
            LineModel(
                (
                    Column(tr("材料"), 0, lambda row: row.title),
                    Column(tr("日期"), 84, lambda row: row.doc_date),
                    Column(tr("像是"), 120, self._proposal),
                ),
                lambda row: row.item,
                theme,
            ),
            theme,
            many=True,
        )
        self.put = make_action(
            self, tr("放入选中的一行"), tr("把右边选中的材料放到左边选中的一行（Alt+←）"),
            self.put_here, "Alt+Left",
        )  # fmt: skip
        self.propose = make_action(
            self, tr("照题名放入"), tr("题名里写明是什么材料的，放到那一行"), self.put_proposed
        )
        self.take = make_action(
            self, tr("移出"), tr("把左边选中的材料移出案卷（Del）"), self.take_out
        )
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+S）"), shortcut="Ctrl+S"
        )
        delete = QShortcut(QKeySequence("Del"), self.lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_out)
        keys = horizontal(spacing=space(6))
        for action in (self.put, self.propose, self.take):
            keys.addWidget(ActionButton(action, theme, flat=True))
        keys.addStretch(1)
        column = vertical(self, *(space(14),) * 4, spacing=space(8))
        column.addWidget(self.head)
        column.addLayout(keys)
        column.addWidget(beside(self.lines, self.offered, sizes=(space(600), space(480))), 1)
        column.addWidget(self.buttons)
        self.offered.activated.connect(lambda _: self.put_here())
        for table in (self.lines, self.offered):
            table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        writable = not context.session.read_only
        self._writable = writable
        self._show()
        self.lines.selectRow(0)
        resize_within_window(self, space(1140), space(640))

    @property
    def placed(self) -> Mapping[str, str]:
        """The kinds of the items that are new in the case file, or moved in it."""
        return {item: kind for item, kind in self._now.items() if self._before.get(item) != kind}

    @property
    def taken_out(self) -> tuple[str, ...]:
        """The items that leave the case file."""
        return tuple(item for item in self._before if item not in self._now)

    @Slot()
    def put_here(self) -> None:
        """Put the chosen items into the chosen line."""
        line = next(iter(self.lines.chosen()), None)
        kind = line.kind.id if line is not None and line.kind is not None else ""
        self._place({row.item: kind for row in self.offered.chosen()})

    @Slot()
    def put_proposed(self) -> None:
        """Put every item whose title says what it is into its line; the chosen ones if any are."""
        rows = self.offered.chosen() or list(self.offered.lines.rows)
        found = {row.item: self._kind_of(row) for row in rows}
        self._place({item: kind.id for item, kind in found.items() if kind is not None})

    @Slot()
    def take_out(self) -> None:
        """Take the item of the chosen line out."""
        line = next(iter(self.lines.chosen()), None)
        if line is not None and line.row is not None and self._writable:
            del self._now[line.row.item]
            self._show()

    def _place(self, items: Mapping[str, str]) -> None:
        if items and self._writable:
            self._now |= items
            self._show()

    def _kind_of(self, row: FiledRow) -> PieceKind | None:
        return proposed_kind(self.file.order, row.title) if self.file.order is not None else None

    def _proposal(self, row: FiledRow) -> str:
        kind = self._kind_of(row)
        return kind.title if kind is not None else ""

    def _show(self) -> None:
        order = self.file.order
        kinds = order.pieces if order is not None else ()
        known = {kind.id for kind in kinds}
        lines: list[PlacedLine] = []
        for kind in (*kinds, None):
            rows: list[FiledRow | None] = [
                row
                for item, placed in self._now.items()
                if (placed == kind.id if kind is not None else placed not in known)
                and (row := self._items.get(item)) is not None
            ]
            if kind is not None and not rows:
                rows = [None]
            lines += [PlacedLine(len(lines) + n, kind, row) for n, row in enumerate(rows, 1)]
        self.lines.show_rows(lines)
        self.offered.show_rows([row for row in self._items.values() if row.item not in self._now])
        missing = [
            line.kind.title
            for line in lines
            if line.row is None and line.kind is not None and line.kind.needed
        ]
        told = tr("卷内 {count} 件", count=len(self._now))
        if missing:
            told = tr("{told}；还缺 {names}", told=told, names=tr("、").join(missing))
        self.head.setText(told)
        self._enable()

    def _enable(self) -> None:
        line = next(iter(self.lines.chosen()), None)
        chosen = bool(self.offered.chosen())
        self.put.setEnabled(self._writable and chosen and line is not None)
        self.propose.setEnabled(self._writable and bool(self.offered.lines.rows))
        self.take.setEnabled(self._writable and line is not None and line.row is not None)
        self.agree.setEnabled(self._writable and bool(self.placed or self.taken_out))


def _kind_words(line: PlacedLine) -> str:
    return line.kind.title if line.kind is not None else tr("其他材料")


def _placed_words(line: PlacedLine) -> str:
    if line.row is not None:
        return line.row.title
    if line.kind is not None and line.kind.needed:
        return tr("缺")
    return ""


def _placed_ink(line: PlacedLine, colours: Colours) -> str | None:
    return colours.problem if line.row is None else None


def _kind_tip(line: PlacedLine) -> str:
    told = [_kind_words(line), line.row.title if line.row is not None else ""]
    if line.kind is not None and line.kind.needed_when:
        told.append(tr("有这种情况时要有：{when}", when=line.kind.needed_when))
    return "\n".join(filter(None, told))

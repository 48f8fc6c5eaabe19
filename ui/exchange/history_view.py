"""Every package that was sent or received, with filters; the latest merges can be undone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.exchange.history import PackageRow
from app.vocabulary import PackageState, WorkspaceRole
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.name_picker import NamePicker
from ui.wording import PACKAGE_KIND_NAMES, PACKAGE_STATE_NAMES

_SENT, _RECEIVED = "sent", "received"


class HistoryView(QWidget):
    """Emits ``undone`` after a merge was undone."""

    undone = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: Sequence[PackageRow] = ()
        office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self.peer = NamePicker(tr("单位名称或首字母"))
        self.peer.setAccessibleName(tr("对方"))
        if not office:
            self.peer.hide()
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("哪些包"))
        self.kind.addItem(tr("全部收发"), None)
        self.kind.addItem(tr("发出的"), _SENT)
        self.kind.addItem(tr("收到的"), _RECEIVED)
        for kind, name in PACKAGE_KIND_NAMES.items():
            self.kind.addItem(name, kind)
        self.undo_action = make_action(
            self,
            tr("撤销这次合并"),
            tr("撤销选中的合并，原件保留；之后有了审核或改动的不能撤销"),
            self.undo,
            "Ctrl+Backspace",
            within=True,
        )
        self.undo_action.setVisible(office)
        mark_writing(self.undo_action)
        columns = (
            Column(tr("时间"), 128, lambda r: f"{r.recorded_at.astimezone():%Y-%m-%d %H:%M}"),
            Column(tr("收发"), 52, lambda r: tr("发出") if r.sent else tr("收到")),
            Column(tr("种类"), 66, lambda r: PACKAGE_KIND_NAMES[r.kind]),
            Column(tr("对方"), 130, lambda r: r.peer_name),
            Column(tr("号"), 44, lambda r: str(r.sequence)),
            Column(tr("状态"), 150, _state_words, _state_ink),
            Column(tr("制作人"), 76, lambda r: r.made_by),
            Column(tr("文件"), 0, lambda r: r.file_name),
        )
        model = LineModel(columns, lambda r: r.id, context.theme)
        self.table = LineTable(tr("收发记录"), model, context.theme)
        self.empty = label(tr("还没有发出或收到过包。"), "muted")
        top = QHBoxLayout()
        top.addWidget(self.peer, 2)
        top.addWidget(self.kind, 1)
        top.addStretch(2)
        if office:
            top.addWidget(ActionButton(self.undo_action, context.theme, "undo"))
        layout = vertical(self)
        layout.addLayout(top)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        self.peer.picked.connect(self._fill)
        self.kind.currentIndexChanged.connect(self._fill)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self._follow()

    def show_rows(self, rows: Sequence[PackageRow]) -> None:
        """Take a new reading, the newest first."""
        self._rows = rows
        self.peer.offer(sorted({row.peer_name for row in rows}), tr("全部单位"))
        self._fill()

    @Slot()
    def undo(self) -> None:
        """Undo the chosen merge, after asking."""
        row = next(iter(self.table.chosen()), None)
        if row is None or not row.undoable:
            return
        question = tr(
            "撤销 {name} 第 {number} 号包的合并吗？", name=row.peer_name, number=row.sequence
        )
        detail = tr("材料记录回到合并以前的样子，原件保留；包还在的话可以再合并。")
        if dialogs.ask(self, question, detail, tr("撤销合并")):
            exchange, package = self._context.session.services.exchange, row.id
            self._context.session.write(lambda: exchange.undo(package), self._on_undone)

    @Slot(object)
    def _on_undone(self, _package: object) -> None:
        self._context.notice.say(tr("已撤销这次合并，原件保留"))
        self.undone.emit()

    @Slot()
    def _fill(self) -> None:
        wanted, name = self.kind.currentData(), self.peer.name
        rows = [
            row
            for row in self._rows
            if (not name or row.peer_name == name)
            and wanted in {None, row.kind, _SENT if row.sent else _RECEIVED}
        ]
        self.table.show_rows(rows)
        self.empty.setVisible(not self._rows)
        self.table.setVisible(bool(self._rows))
        self._follow()

    def _follow(self) -> None:
        chosen = self.table.chosen()
        may = bool(chosen) and chosen[0].undoable and not self._context.session.read_only
        self.undo_action.setEnabled(may)


def _state_words(row: PackageRow) -> str:
    name = PACKAGE_STATE_NAMES[row.state]
    if row.state is PackageState.WRITTEN:
        return (
            tr("{state}，对方已收到", state=name)
            if row.arrived
            else tr("{state}，未确认", state=name)
        )
    return name


def _state_ink(row: PackageRow, colours: Colours) -> str | None:
    if row.state in {PackageState.FAILED, PackageState.INTERRUPTED}:
        return colours.problem
    if row.state is PackageState.WRITTEN and not row.arrived:
        return colours.partial
    return colours.muted if row.state in {PackageState.UNDONE, PackageState.LATE} else None

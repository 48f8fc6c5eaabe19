"""The office's view: where each unit stands, packages for many at once, what was sent and came."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from app.errors import JuanzongError
from app.exchange.history import PackageRow
from app.exchange.kinds import PackageKind
from app.exchange.outlook import UnitStanding, read_standings
from ui.actions import ActionButton, label, make_action
from ui.change_bus import Changes
from ui.colours import Colours
from ui.exchange.history_view import HistoryView
from ui.exchange.make_dialog import MakeDialog
from ui.exchange.packing import Packing
from ui.exchange.result_card import ResultCard
from ui.page import PageContext
from ui.pinyin import initials
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.fitting import PageStack
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import PACKAGE_KIND_NAMES, describe_error


@dataclass(frozen=True, slots=True)
class _Reading:
    units: tuple[UnitStanding, ...]
    history: tuple[PackageRow, ...]


class OfficeExchange(QWidget):
    """``open_wanted`` asks to open what came; ``folder_wanted`` to open a whole folder of it."""

    open_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._units: tuple[UnitStanding, ...] = ()
        self.packing = Packing(context, self)
        self.result = ResultCard(context.theme)
        self.history = HistoryView(context)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("单位名称或拼音首字母"))
        self.search.setAccessibleName(tr("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.counts = label("", "muted", wrap=True)
        model = LineModel(_columns(), lambda s: s.unit.id, context.theme)
        self.table = LineTable(tr("各单位"), model, context.theme, many=True)
        self.table.sort_by_header()
        self._make_actions()
        self._build()
        self.search.textChanged.connect(self._fill)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.packing.begun.connect(self.result.begin)
        self.packing.made.connect(self.result.tell)
        self.packing.failed.connect(self._on_failed)
        self.packing.busy_changed.connect(self._follow)
        context.session.bus.changed.connect(self._on_changed)
        self._follow()

    def _make_actions(self) -> None:
        self.open_action = make_action(
            self,
            tr("接收报送包…"),
            tr("选一个或几个报送包；也可以把文件或文件夹拖到本页"),
            self.open_wanted.emit,
            "Ctrl+O",
            within=True,
        )
        self.folder_action = make_action(
            self,
            tr("接收文件夹…"),
            tr("接收一个文件夹（如 U 盘）里的全部包"),
            self.folder_wanted.emit,
            "Ctrl+Alt+O",
            within=True,
        )
        self.task_action = make_action(
            self,
            tr("任务包…"),
            tr("给选中的单位制作任务包；没有选就给全部单位"),
            lambda: self.ask(PackageKind.TASK),
            "Ctrl+T",
            within=True,
        )
        self.return_action = make_action(
            self,
            tr("退回包…"),
            tr("给选中的单位制作退回包；没有选就给有新结论的单位"),
            lambda: self.ask(PackageKind.RETURN),
            "Ctrl+R",
            within=True,
        )
        self.recovery_action = make_action(
            self,
            tr("恢复包…"),
            tr("单位的电脑丢了、坏了时，把已合并的材料和原件还给选中的单位"),
            lambda: self.ask(PackageKind.RECOVERY),
            "Ctrl+Shift+R",
            within=True,
        )
        self.news_action = make_action(
            self,
            tr("选有新结论的"),
            tr("选中上次退回包以后又有审核结论或整改通知的单位"),
            lambda: self.table.choose(lambda s: s.news > 0),
            "Ctrl+L",
            within=True,
        )

    def _build(self) -> None:
        theme = self._context.theme
        self.views = QTabBar()
        self.views.addTab(tr("各单位"))
        self.views.addTab(tr("收发记录"))
        self.views.setAccessibleName(tr("单位或记录"))
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        for action, icon, primary in (
            (self.task_action, "", False),
            (self.return_action, "", False),
            (self.recovery_action, "", False),
            (self.folder_action, "", False),
            (self.open_action, "open", True),
        ):
            top.addWidget(ActionButton(action, theme, icon, primary=primary))
        units = QWidget()
        column = QVBoxLayout(units)
        column.setContentsMargins(0, 0, 0, 0)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(ActionButton(self.news_action, theme, flat=True))
        filters.addWidget(self.counts, 2)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        self.stack = PageStack()
        self.stack.addWidget(units)
        self.stack.addWidget(self.history)
        self.views.currentChanged.connect(self.stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.result)
        layout.addWidget(self.stack, 1)

    # --- what is shown ---------------------------------------------------------------------------

    def start(self) -> None:
        """Take the keyboard."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, _snapshot: Snapshot) -> None:
        """Read anew where the units stand."""
        services = self._context.session.services

        def job() -> _Reading:
            return _Reading(read_standings(services.workspace), services.exchange.history())

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.reviews and not changes.evidence:
            self.show_snapshot(self._context.session.snapshot)

    @Slot(object)
    def _on_read(self, reading: _Reading) -> None:
        self._units = reading.units
        self._fill()
        self.history.show_rows(reading.history)

    @Slot()
    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        shown = [
            s
            for s in self._units
            if wanted in s.unit.name.lower() or wanted in initials(s.unit.name).lower()
        ]
        self.table.show_rows(shown)
        came = sum(s.received is not None for s in self._units)
        self.counts.setText(
            tr(
                "{total} 个单位，报来过 {came} 个，缺号 {gaps} 个，有新结论未下发 {news} 个",
                total=len(self._units),
                came=came,
                gaps=sum(bool(s.gaps) for s in self._units),
                news=sum(s.news > 0 for s in self._units),
            )
        )
        self._follow()

    def _follow(self) -> None:
        free = not self.packing.busy and not self._context.session.read_only
        self.open_action.setEnabled(not self._context.session.read_only)
        self.folder_action.setEnabled(not self._context.session.read_only)
        self.task_action.setEnabled(free and bool(self._units))
        self.return_action.setEnabled(free and bool(self._for(PackageKind.RETURN)))
        self.recovery_action.setEnabled(free and bool(self._for(PackageKind.RECOVERY)))
        self.news_action.setEnabled(any(s.news for s in self.table.lines.rows))

    # --- doing -----------------------------------------------------------------------------------

    def _for(self, kind: PackageKind) -> tuple[str, ...]:
        """The chosen units that such a package is for; without a choice all that it is for."""
        chosen = self.table.chosen()
        if kind is PackageKind.RECOVERY:
            chosen = [s for s in chosen if s.received is not None]
        elif not chosen:
            chosen = [s for s in self._units if kind is PackageKind.TASK or s.news]
        return tuple(s.unit.name for s in chosen)

    def ask(self, kind: PackageKind) -> None:
        """Ask how and where to, then make the packages."""
        units = self._for(kind)
        if not units:
            return
        dialog = MakeDialog(self._context, kind, units, self)
        dialog.accepted.connect(lambda: self.packing.start(dialog.request, dialog.units))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, JuanzongError):
            sentence = describe_error(error)
            self.result.fail(sentence.reason, sentence.remedy)
        else:
            self.result.hide()
            self._context.session.troubled.emit(error)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("单位"), 0, lambda s: s.unit.name, order=lambda s: initials(s.unit.name)),
        Column(tr("最近发出"), 170, _sent_words, _sent_ink, lambda s: _moment(s.sent)),
        Column(tr("最近收到"), 170, _received_words, order=lambda s: _moment(s.received)),
        Column(
            tr("缺号"),
            80,
            lambda s: tr("、").join(map(str, s.gaps)),
            lambda _s, colours: colours.problem,
            lambda s: len(s.gaps),
        ),
        Column(tr("待审"), 56, lambda s: str(s.waiting or ""), order=lambda s: s.waiting),
        Column(
            tr("未下发结论"),
            92,
            lambda s: str(s.news or ""),
            lambda _s, colours: colours.partial,
            lambda s: s.news,
        ),
        Column(tr("指纹"), 84, _key_words, _key_ink),
    )


def _moment(row: PackageRow | None) -> float:
    return row.recorded_at.timestamp() if row is not None else 0.0


def _package(row: PackageRow | None) -> str:
    if row is None:
        return ""
    return tr(
        "{kind} {number} 号 {day}",
        kind=PACKAGE_KIND_NAMES[row.kind],
        number=row.sequence,
        day=f"{row.recorded_at.astimezone():%m-%d}",
    )


def _sent_words(standing: UnitStanding) -> str:
    return _package(standing.sent)


def _sent_ink(standing: UnitStanding, colours: Colours) -> str | None:
    unconfirmed = standing.sent is not None and not standing.sent.arrived
    return colours.muted if unconfirmed else None


def _received_words(standing: UnitStanding) -> str:
    return _package(standing.received) or tr("没有")


def _key_words(standing: UnitStanding) -> str:
    return tr("已核对") if standing.key is not None else tr("未核对")


def _key_ink(standing: UnitStanding, colours: Colours) -> str | None:
    return colours.complete if standing.key is not None else colours.muted

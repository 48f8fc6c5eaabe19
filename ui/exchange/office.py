"""The office's view: the state of each unit, packages for many units at once, the history."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bootstrap import Services
from app.exchange.history import PackageRow
from app.exchange.kinds import PackageKind
from app.exchange.outlook import UnitStanding, read_standings
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.dialog_drafts import keep_text
from ui.exchange.make_dialog import MakeDialog
from ui.exchange.view import ExchangeView
from ui.page import PageContext
from ui.pinyin import initials
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.search_line import SearchLine
from ui.wording import PACKAGE_KIND_NAMES


class OfficeExchange(ExchangeView[tuple[UnitStanding, ...]]):
    """``open_wanted`` asks to open packages that came in, ``folder_wanted`` a folder of them."""

    folder_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.standings: tuple[UnitStanding, ...] = ()
        hint = tr("单位名称或拼音首字母（Ctrl+F）")
        self.search = SearchLine(context.theme, hint, tr("查找单位"))
        make_action(self, tr("查找单位"), tr("查找单位"), self._focus_search, "Ctrl+F", within=True)
        self.counts = label("", "muted", wrap=True)
        model = LineModel(_columns(), lambda s: s.unit.id, context.theme)
        self.table = LineTable(tr("各单位"), model, context.theme, many=True)
        self.table.sort_by_header()
        self._make_actions()
        self._build()
        self.search.textChanged.connect(self._fill)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.packing.busy_changed.connect(self._follow)
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
            "Alt+Shift+O",
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

        mark_writing(
            self.open_action,
            self.folder_action,
            self.task_action,
            self.return_action,
            self.recovery_action,
        )

    def _build(self) -> None:
        theme = self._context.theme
        units = QWidget()
        column = vertical(units)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(ActionButton(self.news_action, theme, flat=True))
        filters.addWidget(self.counts, 2)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        buttons = [
            ActionButton(action, theme)
            for action in (
                self.task_action,
                self.return_action,
                self.recovery_action,
                self.folder_action,
            )
        ]
        buttons.append(ActionButton(self.open_action, theme, "open", primary=True))
        layout = self.lay_out(tr("各单位"), units, buttons)
        layout.insertWidget(1, self.result)
        self.views.setAccessibleName(tr("单位或记录"))

    # --- what is shown ---------------------------------------------------------------------------

    def start(self) -> None:
        """Take the keyboard."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, services: Services) -> tuple[UnitStanding, ...]:
        """Read where the units stand."""
        return read_standings(services.workspace)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_standing(self, standing: tuple[UnitStanding, ...]) -> None:
        """Show where the units stand."""
        self.standings = standing
        self._fill()

    @Slot()
    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        shown = [
            s
            for s in self.standings
            if wanted in s.unit.name.lower() or wanted in initials(s.unit.name).lower()
        ]
        self.table.show_rows(sorted(shown, key=lambda s: not _has_something_new(s)))
        came = sum(s.received is not None for s in self.standings)
        self.counts.setText(
            tr(
                "{total} 个单位，报来过 {came} 个，缺号 {gaps} 个，有新结论未下发 {news} 个",
                total=len(self.standings),
                came=came,
                gaps=sum(bool(s.gaps) for s in self.standings),
                news=sum(s.news > 0 for s in self.standings),
            )
        )
        self._follow()

    def _follow(self) -> None:
        free = not self.packing.busy and not self._context.session.read_only
        self.open_action.setEnabled(not self._context.session.read_only)
        self.folder_action.setEnabled(not self._context.session.read_only)
        self.task_action.setEnabled(free and bool(self.standings))
        self.return_action.setEnabled(free and bool(self.units_for(PackageKind.RETURN)))
        self.recovery_action.setEnabled(free and bool(self.units_for(PackageKind.RECOVERY)))
        self.news_action.setEnabled(any(s.news for s in self.table.lines.rows))

    # --- doing -----------------------------------------------------------------------------------

    def units_for(self, kind: PackageKind) -> tuple[str, ...]:
        """The chosen units that can get such a package; all of them if nothing is chosen."""
        chosen = self.table.chosen()
        if kind is PackageKind.RECOVERY:
            chosen = [s for s in chosen if s.received is not None]
        elif not chosen:
            chosen = [s for s in self.standings if kind is PackageKind.TASK or s.news]
        return tuple(s.unit.name for s in chosen)

    def ask(self, kind: PackageKind) -> None:
        """Ask how and where to, then make the packages."""
        units = self.units_for(kind)
        if not units:
            return
        dialog = MakeDialog(self._context, kind, units, self)
        key = f"ask/exchange/{kind.value}"
        name = tr("{kind}的说明", kind=PACKAGE_KIND_NAMES[kind])
        keep_text(self._context.drafts, dialog, key, name, only=[dialog.form.instructions])
        dialog.accepted.connect(lambda: self.packing.start(dialog.request, dialog.units))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


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


def _has_something_new(standing: UnitStanding) -> bool:
    """True if something came in or is to be sent on; such units stand first."""
    return bool(standing.waiting or standing.news or standing.gaps)


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

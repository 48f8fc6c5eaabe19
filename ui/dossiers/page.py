"""卷宗: choose dossiers, build them, open them, read the ledger."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.dossier.estimate import estimate
from app.dossier.output.ledger import Ledger
from app.dossier.output.start_page import INDEX_HTML
from app.dossier.result import CompiledDossier, CompileResult
from app.dossier_options import DossierOptions, Edition, usual_folder
from ui import dialogs
from ui.actions import ActionButton, IconButton, label, make_action
from ui.dossiers.case_dialog import CaseDialog
from ui.dossiers.check_tab import CheckTab
from ui.dossiers.choices import Choices
from ui.dossiers.controller import DossiersController
from ui.dossiers.forecast import describe_estimate, forecast
from ui.dossiers.print_tab import PrintTab
from ui.dossiers.reading import (
    Earlier,
    PagesAndChanges,
    read_earlier,
    read_pages_and_changes,
)
from ui.dossiers.results import DossierDelegate, DossierModel
from ui.dossiers.rows import change_lines, ledger_lines, total_in, total_of
from ui.page import Page, PageContext
from ui.panes import mark_pane
from ui.read_only import folder_outside
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import horizontal, scrolled, vertical
from ui.widgets.outcome_list import OutcomeList
from ui.widgets.row_list import ROW, RowListView
from ui.widgets.wrapping import WrappingRow

CHANGED, LEDGER = 1, 2


class DossiersPage(Page):
    """Options on the left, results on the right."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.controller = DossiersController(context, self)
        session = context.session
        self.choices = Choices(session.services.settings.dossier_options())
        self._make_actions()
        self._build()
        self.controller.compiled.connect(self._on_compiled)
        self.controller.busy_changed.connect(self._on_busy)
        self.choices.changed.connect(self._follow)
        self.choices.edition.currentIndexChanged.connect(self._follow_edition)
        self.folder.textChanged.connect(self._follow)
        self.dossiers.activated.connect(self._open_at)
        self.dossiers.selectionModel().selectionChanged.connect(lambda *_: self._follow_choice())
        context.theme.changed.connect(self._relayout)
        self.follow(session)
        self._read_earlier()

    def _make_actions(self) -> None:
        self.compile_action = make_action(
            self, tr("编制卷宗"), tr("把材料装订成卷宗"), self.compile, "Ctrl+B"
        )
        self.open_action = make_action(
            self,
            tr("打开"),
            tr("用系统的 PDF 阅读器打开选中的卷宗"),
            self._open_chosen,
            "Ctrl+Return",
        )
        self.folder_action = make_action(
            self,
            tr("打开文件夹"),
            tr("在文件管理器里打开卷宗所在的文件夹"),
            self._open_folder,
            "Ctrl+E",
        )
        self.browse_action = make_action(
            self, tr("换文件夹"), tr("卷宗放在哪个文件夹"), self._choose_folder
        )

        self.index_action = make_action(
            self,
            tr("总索引"),
            tr("打开总索引：按指标、单位、文号、题名找到卷和页；和卷宗一起交出去也能用"),
            self._open_index,
            "Ctrl+Shift+I",
        )
        self.cases_action = make_action(
            self,
            tr("案卷题名"),
            tr("每项指标的案卷题名、文本出处和保管期限；先选中几个卷宗，可以一起改保管期限"),
            self._show_cases,
        )

    def _build(self) -> None:
        theme = self._context.theme
        self.folder = QLineEdit(str(self._context.session.services.workspace.layout.exports))
        self.folder.setAccessibleName(tr("卷宗放在"))
        self.folder.setToolTip(tr("编好的卷宗放在这个文件夹"))
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(IconButton(self.browse_action, theme, "workspace"))
        self.forecast = label("", "muted", wrap=True)
        self.compile_button = ActionButton(self.compile_action, theme, "dossier", primary=True)
        card = QFrame()
        card.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        left = vertical(card, 18, 16, 18, 16, spacing=10)
        left.addWidget(label(tr("编制"), "subheading"))
        left.addWidget(self.choices)
        left.addSpacing(4)
        left.addWidget(label(tr("卷宗放在"), "muted"))
        left.addLayout(place)
        left.addSpacing(4)
        left.addWidget(self.forecast)
        left.addStretch(1)
        left.addWidget(self.compile_button)
        scroll = scrolled(card)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left = scroll
        mark_pane(scroll)

        self.model = DossierModel(self)
        self.dossiers = _list(tr("编好的卷宗"))
        self.dossiers.setSelectionMode(RowListView.SelectionMode.ExtendedSelection)
        self.dossiers.setModel(self.model)
        self.dossiers.setItemDelegate(DossierDelegate(theme, self.dossiers))
        self.changed = OutcomeList(tr("编制以来的变化"), theme)
        self.printing = PrintTab(self._context)
        self.check = CheckTab(self._context)
        self.ledger = OutcomeList(tr("清点单"), theme)
        self.ledger_total = label("", "muted", wrap=True)
        self.empty = label(tr("还没有编过卷宗。左边选好范围，按“编制卷宗”。"), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dossiers = QWidget()
        inside = vertical(dossiers, 0, 8, 0, 0)
        inside.addWidget(self.empty, 1)
        inside.addWidget(self.dossiers, 1)
        ledger = QWidget()
        inside = vertical(ledger, 0, 8, 0, 0)
        inside.addWidget(self.ledger_total)
        inside.addWidget(self.ledger, 1)
        self.tabs = QTabWidget()
        mark_pane(self.tabs)
        self.tabs.addTab(dossiers, tr("卷宗"))
        self.tabs.addTab(_padded(self.changed), tr("编制以来的变化"))
        self.tabs.addTab(ledger, tr("清点单"))
        self.tabs.addTab(self.printing, tr("打印"))
        self.tabs.addTab(self.check, tr("体检"))
        self.tabs.setTabVisible(CHANGED, False)  # noqa: FBT003  (Qt's own signature)
        self.tabs.setTabVisible(LEDGER, False)  # noqa: FBT003
        self.summary = label("", "subheading", wrap=True)
        head = WrappingRow(
            self.summary,
            ActionButton(self.cases_action, theme, "file-text"),
            ActionButton(self.index_action, theme, "search"),
            ActionButton(self.folder_action, theme, "workspace"),
            ActionButton(self.open_action, theme, "open"),
        )
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.tabs, 1)
        row = horizontal(self, 16, 14, 16, 14, spacing=16)
        row.addWidget(scroll)
        row.addLayout(right, 1)
        self._relayout()

    # --- compiling -------------------------------------------------------------------------------

    def compile(self) -> None:
        """Build what was chosen in the background, after everything typed has been stored."""
        if self.controller.busy or not self._has_place():
            return
        self._context.drafts.settle(tr("编制卷宗"), self._compile)

    def _has_place(self) -> bool:
        """True once there is a folder; a workspace that is only read can hold no dossiers."""
        folder = folder_outside(self._context, self, Path(self.folder.text()))
        if folder is None:
            return False
        self.folder.setText(str(folder))
        return True

    def _compile(self) -> None:
        options, folder = self.choices.options(), self.folder.text().strip()
        if options is not None and folder:
            self.controller.compile(Path(folder), options)

    _read: PagesAndChanges | None = None

    @Slot(object)
    def _on_compiled(self, result: CompileResult) -> None:
        self._show(result.dossiers, after_compile=True)
        ledger = result.ledger
        self._show_ledger(ledger, total_of(result))
        new = sum(d.fresh for d in result.dossiers)
        self.summary.setText(
            tr(
                "{count} 个卷宗，本次编制 {new} 个，用时 {seconds:.0f} 秒",
                count=len(result.dossiers),
                new=new,
                seconds=result.seconds,
            )
        )
        if ledger.failed or result.unwritten:
            self._context.notice.say(
                tr("卷宗编好了，有 {failed} 份材料没有装入", failed=ledger.failed),
                tr("看清点单"),
                lambda: self.tabs.setCurrentIndex(LEDGER),
            )
        elif ledger.doubtful:
            self._context.notice.say(
                tr("卷宗编好了，有 {count} 份材料存疑", count=ledger.doubtful),
                tr("看清点单"),
                lambda: self.tabs.setCurrentIndex(LEDGER),
            )
        else:
            self._context.notice.say(
                tr("编好 {count} 个卷宗", count=len(result.dossiers)),
                tr("打开文件夹"),
                self._open_folder,
            )

    @Slot()
    def _on_busy(self) -> None:
        self._follow()
        if not self.controller.busy:
            self._read_pages_and_changes()

    # --- what lies there -------------------------------------------------------------------------

    def _read_earlier(self) -> None:
        """Show the dossiers that were built earlier."""
        folder = Path(self.folder.text())
        exports = self._context.session.services.workspace.layout.exports
        self._context.session.read(lambda: read_earlier(folder, exports), self._on_earlier)

    @Slot(object)
    def _on_earlier(self, found: Earlier) -> None:
        dossiers, ledger = found.dossiers, found.ledger
        if not self.model.rowCount() and found.folder == Path(self.folder.text()):
            if ledger is not None and dossiers:
                words = tr("上一次编制：{total}。", total=total_in(ledger))
                self._show_ledger(ledger, words)
            self._show(dossiers, after_compile=False)
            if dossiers:
                self.summary.setText(tr("以前编好的 {count} 个卷宗", count=len(dossiers)))
                self._read_pages_and_changes()

    def _show_ledger(self, ledger: Ledger, total: str) -> None:
        self.ledger.show_lines(ledger_lines(ledger.entries))
        self.tabs.setTabVisible(LEDGER, True)  # noqa: FBT003  (Qt's own signature)
        self.tabs.setTabText(
            LEDGER,
            tr("清点单 {included}/{inputs}", included=ledger.included, inputs=ledger.inputs),
        )
        self.ledger_total.setText(total)

    def _show(self, dossiers: tuple[CompiledDossier, ...], *, after_compile: bool) -> None:
        self.model.show(dossiers, after_compile=after_compile)
        if not dossiers and self.dossiers.hasFocus():  # it is about to be hidden
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty.setVisible(not dossiers)
        self.dossiers.setVisible(bool(dossiers))
        self.printing.show_folder(Path(self.folder.text()))
        self.folder_action.setEnabled(bool(dossiers))
        self.index_action.setEnabled((Path(self.folder.text()) / INDEX_HTML).is_file())
        self.tabs.setTabText(0, tr("卷宗 {count}", count=len(dossiers)) if dossiers else tr("卷宗"))
        if dossiers:
            self.dossiers.setCurrentIndex(self.model.index(0))
        self._follow_choice()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what there is now, and count again what a compile would take."""
        session = self._context.session
        self.choices.show_snapshot(snapshot)
        self.choices.take_usual(session.services.settings.dossier_options())
        self._follow()
        self._read_pages_and_changes()

    def _read_pages_and_changes(self) -> None:
        """Look up pages and changes in a thread; the snapshot does not have them."""
        services, folder = self._context.session.services, Path(self.folder.text())
        options = self.choices.options() or services.settings.dossier_options()
        shown = tuple(self.model.rows)
        self._context.session.read(
            lambda: read_pages_and_changes(services, folder, options, shown),
            self._show_pages_and_changes,
        )

    @Slot(object)
    def _show_pages_and_changes(self, found: PagesAndChanges) -> None:
        self._read = found
        self.model.show_changes(found.changes)
        lines = change_lines(self.model.rows, found.changes)
        self.changed.show_lines(lines)
        self.tabs.setTabVisible(CHANGED, bool(lines))
        self.tabs.setTabText(CHANGED, tr("编制以来的变化 {count}", count=len(lines)))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        options: DossierOptions | None = self.choices.options()
        ready = False
        if options is not None:
            found = forecast(self._context.session.snapshot, options)
            text = found.text
            if self._read is not None and found.items:
                text += describe_estimate(estimate(self._read.sized, options))
            self.forecast.setText(text)
            ready = found.items > 0
        self.compile_action.setEnabled(
            ready and not self.controller.busy and bool(self.folder.text().strip())
        )
        self.compile_action.setText(tr("正在编制……") if self.controller.busy else tr("编制卷宗"))

    @Slot()
    def _follow_edition(self) -> None:
        """Each edition has a folder of its own; one that a person chose stays."""
        exports = self._context.session.services.workspace.layout.exports
        folders = {edition: usual_folder(exports, edition) for edition in Edition}
        if Path(self.folder.text()) in folders.values():
            inspection = self.choices.for_inspection
            self.folder.setText(str(folders[Edition.INSPECTION if inspection else Edition.WORKING]))
            self._show((), after_compile=False)
            self.tabs.setTabVisible(LEDGER, False)  # noqa: FBT003  (Qt's own signature)
            self.summary.setText("")
            self._read_earlier()

    def _show_cases(self) -> None:
        dossiers = [index.data(ROW) for index in self.dossiers.selectedIndexes()]
        codes = [d.key.partition(":")[2] for d in dossiers if d.key.startswith("indicator:")]
        CaseDialog(self._context, self, codes).exec()

    def _follow_choice(self) -> None:
        self.open_action.setEnabled(self.dossiers.currentIndex().isValid())

    @Slot(QModelIndex)
    def _open_at(self, index: QModelIndex) -> None:
        dossier: CompiledDossier = index.data(ROW)
        dialogs.show_paths(self, dossier.files)

    def _open_chosen(self) -> None:
        index = self.dossiers.currentIndex()
        if index.isValid():
            self._open_at(index)

    def _open_folder(self) -> None:
        dialogs.show_path(self, Path(self.folder.text()))

    def _open_index(self) -> None:
        dialogs.show_path(self, Path(self.folder.text()) / INDEX_HTML)

    def _choose_folder(self) -> None:
        chosen = dialogs.choose_folder(self, tr("卷宗放在哪个文件夹"), self.folder.text())
        if chosen is not None:
            self.folder.setText(str(chosen))

    @Slot()
    def _relayout(self) -> None:
        self._left.setFixedWidth(self._context.theme.space(340))
        self.dossiers.doItemsLayout()


def _padded(view: QWidget) -> QWidget:
    inside = QWidget()
    column = vertical(inside, 0, 8, 0, 0)
    column.addWidget(view)
    return inside


def _list(name: str) -> RowListView:
    view = RowListView()
    view.setAccessibleName(name)
    return view

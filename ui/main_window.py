"""The window: the rail, the pages, the job strip at the foot, and the open workspace."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from app.errors import (
    DatabaseDamaged,
    JuanzongError,
    OriginalDamaged,
    OriginalMissing,
    WorkspaceNotWritable,
)
from app.storage.layout import Layout
from app.workspace.errors import WorkspaceLocked
from ui import dialogs
from ui.help.helping import Helping
from ui.literal import window_title
from ui.look import Look
from ui.menu_commands import MenuCommands
from ui.menus import Menus
from ui.opening import Opening
from ui.page import PageContext
from ui.page_shelf import PageShelf
from ui.pages import PAGES
from ui.panes import Panes
from ui.preferences import Preferences, RecentWorkspace
from ui.rail import Rail
from ui.read_only import ReadOnlyBar
from ui.sight import bring_into_sight
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.translation import tr
from ui.welcome.leaving_page import LeavingPage, Then
from ui.welcome.lock_page import LockPage
from ui.welcome.page import WelcomePage
from ui.welcome.ways_in import WaysIn
from ui.widgets.fitting import Fitting, FittingColumn, PageStack
from ui.widgets.foot import Foot
from ui.widgets.job_strip import JobStrip
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.notice import Notice
from ui.wording import describe_error

if TYPE_CHECKING:
    from app.workspace.restoring import RestoreReport
    from ui.left_drafts import LeftDrafts
    from ui.welcome.locking import Locking

#: The time to paint the first page before the rest is loaded, in milliseconds.
_BREATH = 100
#: How long a queue may take to stop before the window says that it is waiting, in milliseconds.
_AT_ONCE = 15


@dataclass
class _Desk:
    """The parts that belong to the open workspace."""

    context: PageContext
    locking: "Locking"


class MainWindow(QMainWindow):
    """One window, at most one open workspace."""

    workspace_opened = Signal()
    workspace_shown = Signal()  # its first page is in sight, after a pass-phrase if there is one
    pages_loaded = Signal()

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self._preferences, self._theme = preferences, theme
        self._desk: _Desk | None = None
        self._left: LeftDrafts | None = None
        self._look = Look(theme, preferences, self)
        self._opener = TaskRunner(self, workers=1)
        self._opening = Opening(self._opener, self)
        self._restored: list[RestoreReport] = []  # what the next opening tells
        self._unwritable: WorkspaceNotWritable | None = None  # likewise
        self._why_reading: JuanzongError | None = None  # why the next opening is for reading only
        self.setWindowTitle(tr("卷宗", "the program"))
        self.resize(1280, 720)
        self.rail = Rail(tuple(spec.entry for spec in PAGES), theme)
        self.rail.chosen.connect(self.show_page)
        self._rail_side = FittingColumn(self.rail)
        self.stack = PageStack()
        self._shelf = PageShelf(PAGES, self.stack, self._opener, self)
        self.ways_in = WaysIn(preferences, theme, self._opener, self)
        self.welcome = WelcomePage(theme)
        self.lock_page = LockPage(theme)
        self.leaving = LeavingPage()
        for page in (self.welcome, self.lock_page, self.leaving):
            self.stack.addWidget(page)
        self.notice = Notice()
        self.read_only_bar = ReadOnlyBar()
        self.strip = JobStrip()
        right = vertical(spacing=0)
        right.addWidget(self.read_only_bar)
        right.addWidget(Fitting(self.stack), 1)
        body = QWidget()
        self.foot = Foot(self.notice, self.strip, tr("F1 怎么用　F6 换到下一栏"), body)
        right.addWidget(self.foot)
        row = horizontal(body, spacing=0)
        row.addWidget(self._rail_side)
        row.addLayout(right, 1)
        self.setCentralWidget(body)
        self._page_key = ""
        self.helping = Helping(
            self,
            theme,
            self.rail,
            self.foot,
            lambda: self.context,
            lambda: (self._page_key, self.stack.currentWidget() or self.stack),
        )
        self.menus = Menus(self, theme)
        self._wire()
        self.panes = Panes(
            self,
            lambda: (
                (self.read_only_bar, self.rail),
                self.stack.currentWidget() or self.stack,
                self.notice,
            ),
        )
        self._dress()
        self._show_welcome()
        geometry = preferences.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
            bring_into_sight(self)

    def _wire(self) -> None:
        ways = self.ways_in
        ways.found.connect(self.open_workspace)
        self.welcome.new_requested.connect(ways.new_workspace)
        self.welcome.browse_requested.connect(ways.browse)
        self.welcome.open_requested.connect(self.open_workspace)
        self.welcome.task_requested.connect(ways.open_task_package)
        self.lock_page.close_wanted.connect(self.close_workspace)
        self.welcome.forget_requested.connect(self._forget)
        menus = self.menus
        menus.new_requested.connect(ways.new_workspace)
        menus.open_requested.connect(ways.browse)
        menus.task_requested.connect(ways.open_task_package)
        menus.recent_requested.connect(self.open_workspace)
        menus.recent_menu.aboutToShow.connect(self._list_recent)
        menus.reopen_action.setChecked(self._preferences.reopens)
        menus.reopen_chosen.connect(self._choose_reopening)
        menus.help_requested.connect(self.helping.show_page)
        menus.keys_requested.connect(self.helping.show_keys)
        menus.methods_requested.connect(self.helping.show_methods)
        menus.tour_requested.connect(self.helping.show_tour)
        menus.close_requested.connect(self._close_for_good)
        menus.quit_requested.connect(self.close)
        menus.lock_requested.connect(self._lock_now)
        MenuCommands(menus, lambda: self.context, self)
        menus.scheme_chosen.connect(self._look.choose_scheme)
        menus.scale_step.connect(self._look.step_scale)
        self._theme.changed.connect(self._dress)
        opening = self._opening
        opening.opened.connect(self._on_opened)
        opening.failed.connect(self._on_open_failed)
        opening.restoring.connect(self.strip.follow)
        opening.restored.connect(self._restored.append)
        opening.not_restored.connect(self._on_trouble)
        opening.restoring_over.connect(self.open_workspace)
        self._shelf.shown.connect(self._on_shown)
        self._shelf.failed.connect(self._on_trouble)
        self._shelf.complete.connect(self.pages_loaded)
        self.read_only_bar.again_wanted.connect(self._open_again)
        self.leaving.left.connect(self._on_left)

    # --- workspaces ------------------------------------------------------------------------------

    @property
    def context(self) -> PageContext | None:
        """What the pages of the open workspace work with; None on the welcome page."""
        return self._desk.context if self._desk else None

    @Slot(object)
    def open_workspace(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace in the background; the present one is closed first."""
        if not self.close_workspace(lambda: self.open_workspace(path, read_only=read_only)):
            return
        path = path.absolute()
        self.welcome.set_opening(path)
        self._opening.open(path, read_only=read_only)

    @Slot(object)
    def _on_opened(self, opened: object) -> None:
        from ui.inbox.announcing import InboxAnnouncer
        from ui.left_drafts import LeftDrafts
        from ui.review.announcing import ReturnAnnouncer
        from ui.session import Opened, Session
        from ui.shared.copy_announcing import CopyAnnouncer
        from ui.undo import UndoStack
        from ui.welcome.locking import Locking

        assert isinstance(opened, Opened)
        session = Session(opened, self)
        undo = UndoStack(session)
        context = PageContext(
            session,
            undo,
            self._theme,
            self._preferences,
            self.strip,
            self.notice,
            self.show_page,
            self.restore_workspace,
        )
        self._desk = _Desk(context, Locking(session, self.lock_page))
        self._shelf.begin(context, loaded=PAGES[0].entry.key)
        InboxAnnouncer(context, self.rail)
        CopyAnnouncer(context)
        session.troubled.connect(self._on_trouble)
        undo.changed.connect(self._follow_undo)
        undo.told.connect(self.notice.say)
        facts = session.snapshot.facts
        if facts.unit_name is None:
            self.rail.call("review", tr("审核"), tr("各单位报送的材料，通过或退回"))
        else:
            self.rail.call("review", tr("退回"), tr("创建办退回的材料和原因"))
        ReturnAnnouncer(context, self.rail)
        title = f"{facts.county} · {facts.unit_name or tr('创建办')}"
        only = tr("（只读）") if session.read_only else ""
        self.setWindowTitle(window_title(tr("{title}{only} — 卷宗", title=title, only=only)))
        root = str(session.services.workspace.layout.root)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._preferences.left_open = Path(root)
        self._preferences.remember(RecentWorkspace(root, facts.county, facts.unit_name or "", now))
        self._left = LeftDrafts(context, self)
        self.welcome.set_opening(None)
        session.locked.connect(self._lock)
        self._desk.locking.unlocked.connect(self._begin)
        if opened.locked:
            self._lock()
        else:
            self._begin()
        QTimer.singleShot(_BREATH, session, session.complete)
        QTimer.singleShot(_BREATH, self._shelf, self._shelf.load_all)
        self.workspace_opened.emit()

    @Slot()
    def _begin(self) -> None:
        """Show the workspace that was opened, or unlocked."""
        if self._desk is None:
            return
        self._rail_side.show()
        if self._desk.context.session.read_only:
            self.read_only_bar.tell(self._why_reading)
        self.menus.set_open(is_open=True)
        self._follow_undo()
        if self._restored:
            self.show_page("settings", "backups")
            from ui.settings.restored import tell_restored

            tell_restored(self, self.notice, self._restored.pop())
        else:
            self.show_page(PAGES[0].entry.key)
        if self._unwritable is not None:
            dialogs.tell(
                self,
                tr("这个工作区所在的位置不能写入，已用只读方式打开"),
                describe_error(self._unwritable).remedy,
            )
            self._unwritable = None
        from ui.settings.sitting import ask_who_sits

        if not self._desk.context.session.read_only:
            ask_who_sits(self._desk.context, self)
        if self._left is not None:
            self._left.offer()
        self.workspace_shown.emit()

    @Slot(object, object)
    def _on_open_failed(self, path: Path, error: BaseException) -> None:
        self.welcome.set_opening(None)
        if isinstance(error, WorkspaceLocked):
            question = tr("这个工作区正被另一个程序使用")
            detail = tr(
                "{holder} 正在使用。可以先以只读方式打开查看，不能修改。", holder=error.holder
            )
            if dialogs.ask(self, question, detail, tr("只读打开")):
                self._why_reading = error
                self.open_workspace(path, read_only=True)
            return
        if isinstance(error, WorkspaceNotWritable):
            # There is no choice: it can be opened for reading only, or not at all.
            self._unwritable = self._why_reading = error
            self.open_workspace(path, read_only=True)
            return
        if isinstance(error, DatabaseDamaged) and error.backup:
            self._offer_backup(path, error)
            return
        dialogs.show_error(self, error)

    def _offer_backup(self, path: Path, error: DatabaseDamaged) -> None:
        """Offer the newest intact backup: a workspace that does not open has no backup page."""
        sentence = describe_error(error)
        detail = tr(
            "{reason}。最近的完好备份是 {name}。恢复时现在的状态会另存，密钥和口令不变。",
            reason=sentence.reason,
            name=error.backup,
        )
        if dialogs.ask(self, tr("这个工作区的数据库损坏了"), detail, tr("恢复这份备份")):
            self._restore(path, Layout(path).backups / error.backup)

    @Slot()
    def _open_again(self) -> None:
        """Try again for writing: the other program may have been closed meanwhile."""
        if self._desk is not None:
            self.open_workspace(self._desk.context.session.services.workspace.layout.root)

    @Slot(object)
    def restore_workspace(self, backup: Path) -> None:
        """Close the workspace, restore a backup, and open it again, restored or not."""
        if self._desk is None:
            return
        root = self._desk.context.session.services.workspace.layout.root
        if self.close_workspace(lambda: self._restore(root, backup)):
            self._restore(root, backup)

    def _restore(self, root: Path, backup: Path) -> None:
        self.welcome.set_opening(root)
        self._opening.restore(root, backup)

    @Slot()
    def _close_for_good(self) -> None:
        """Close the workspace because the person is done with it: it is not opened again."""
        self._preferences.left_open = None
        self.close_workspace()

    @Slot()
    def close_workspace(self, then: Then | None = None) -> bool:
        """Close the open workspace, after asking if a job is running; True if it is closed.

        If work does not stop at once, the window waits for it and stays responsive. ``then`` is
        called afterwards, but not if the person wants to wait for the work.
        """
        if self._desk is None:
            return True
        if self.leaving.active:
            self.leaving.then = then or self.leaving.then
            return False
        session = self._desk.context.session
        jobs = [task.title for task in session.jobs_at_work()]
        if jobs and not dialogs.ask(
            self,
            tr("还有工作没有做完，要停下来关闭吗？"),
            tr(
                "正在进行：{names}。已经做完的部分会保留。",
                names=tr("、").join(dict.fromkeys(jobs)),
            ),
            tr("停下来并关闭"),
            tr("继续等待"),
        ):
            return False
        session.drafts.flush()
        self._shelf.leave()
        if not session.close(_AT_ONCE):
            self.notice.hide()
            self._rail_side.hide()
            self.read_only_bar.hide()
            self.menus.set_open(is_open=False)
            self.stack.setCurrentWidget(self.leaving)
            self.leaving.begin(session, then)
            return False
        self._let_go()
        return True

    def _let_go(self) -> None:
        """Remove the parts of the workspace that was closed."""
        if self._desk is not None:
            self._shelf.end()
            self._desk.context.session.deleteLater()
        self._desk = None
        self.notice.hide()
        self._show_welcome()

    @Slot()
    def _on_left(self) -> None:
        self._let_go()
        if self.leaving.then is not None:
            self.leaving.then()

    def _show_welcome(self) -> None:
        self.setWindowTitle(tr("卷宗", "the program"))
        self._rail_side.hide()
        self.read_only_bar.hide()
        self.menus.set_open(is_open=False)
        self.welcome.show_recent(self._preferences.recent())
        self.stack.setCurrentWidget(self.welcome)

    @Slot()
    def _list_recent(self) -> None:
        self.menus.show_recent(self._preferences.recent())

    @Slot(bool)
    def _choose_reopening(self, wanted: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._preferences.reopens = wanted

    def reopen_last(self) -> bool:
        """Open the workspace that was open at the end of the last time, if that is wanted."""
        path = self._preferences.left_open if self._preferences.reopens else None
        if path is not None:
            self.open_workspace(path)
        return path is not None

    @Slot(str)
    def _forget(self, path: str) -> None:
        self._preferences.forget(path)
        self.welcome.show_recent(self._preferences.recent())

    # --- pages -----------------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """True if a workspace is open and every page can be shown at once."""
        return self._shelf.is_complete

    @Slot(str)
    def show_page(self, key: str, target: object = None) -> None:
        """Show a page; ``target`` is what it should turn to.

        Right after the start a page may still have to be loaded; it is shown when that is done.
        """
        if self._desk is not None and not self._desk.locking.active and not self.leaving.active:
            self._desk.context.drafts.flush()
            self.rail.light(key)
            self._shelf.show(key, target)

    def build_ahead(self) -> bool:
        """Build one page that nobody has opened yet; False if there is none."""
        return self._shelf.build_ahead()

    @Slot(str)
    def _on_shown(self, key: str) -> None:
        self._page_key = key
        self._rail_side.ensureWidgetVisible(self.rail.button(key))

    # --- the pass-phrase -------------------------------------------------------------------------

    @Slot()
    def _lock_now(self) -> None:
        if self._desk is None:
            return
        session = self._desk.context.session
        session.lock()
        if not self._desk.locking.active:
            go = self.show_page
            self.notice.say(
                tr("还没有设口令，锁不上"), tr("去设置"), lambda: go("settings", "identity")
            )

    @Slot()
    def _lock(self) -> None:
        """Show nothing of the workspace until its pass-phrase has been given."""
        if self._desk is None:
            return
        self._desk.context.drafts.flush()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.notice.hide()
        self._rail_side.hide()
        self.read_only_bar.hide()
        self.menus.set_open(is_open=False)
        self.stack.setCurrentWidget(self.lock_page)
        self._desk.locking.begin(self.windowTitle())

    # --- undo, look ------------------------------------------------------------------------------

    @Slot()
    def _follow_undo(self) -> None:
        if self._desk is not None and not self._desk.locking.active:
            undo = self._desk.context.undo
            self.menus.set_undo(undo.undo_text, undo.redo_text)

    @Slot(object)
    def _on_trouble(self, error: BaseException) -> None:
        if isinstance(error, OriginalMissing | OriginalDamaged) and self._desk is not None:
            # People know documents by their titles, not by the digests of their files.
            filed = self._desk.context.session.snapshot.filed.values()
            rows = (row for rows in filed for row in rows if row.sha256 == error.sha256)
            if (row := next(rows, None)) is not None:
                words = tr(
                    "《{title}》的原件（{file}）不见了，或内容被改动",
                    title=row.title or row.file_name,
                    file=row.file_name,
                )
                dialogs.tell(self, words, describe_error(error).remedy)
                return
        dialogs.show_error(self, error)

    @Slot()
    def _dress(self) -> None:
        self.setStyleSheet(self._theme.sheet)

    # --- Qt --------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Ask before a running job is stopped; close after all writing has ended."""
        self._preferences.keep_layout("window", self.saveGeometry())
        if self.close_workspace(self.close) and self._opener.shutdown():
            event.accept()
        else:
            event.ignore()

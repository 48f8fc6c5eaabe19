"""The menu bar: every action of the window by name, with its keys."""

import platform
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMessageBox

from ui.actions import explain
from ui.crash import program_version
from ui.literal import no_mnemonic
from ui.literal import tip as as_tip
from ui.preferences import RecentWorkspace
from ui.theme import Scheme, Theme
from ui.translation import QT_TR_NOOP, tr

_SCHEMES = (
    (Scheme.SYSTEM, QT_TR_NOOP("跟随系统")),
    (Scheme.LIGHT, QT_TR_NOOP("浅色")),
    (Scheme.DARK, QT_TR_NOOP("深色")),
)


class Menus(QObject):
    """Emits what was chosen; does not know how it is done."""

    new_requested = Signal()
    open_requested = Signal()
    task_requested = Signal()
    recent_requested = Signal(object)  # Path
    reopen_chosen = Signal(bool)
    help_requested = Signal()
    keys_requested = Signal()
    methods_requested = Signal()
    tour_requested = Signal()
    close_requested = Signal()
    quit_requested = Signal()
    lock_requested = Signal()
    log_requested = Signal()
    years_requested = Signal()
    results_requested = Signal()
    papers_requested = Signal()
    templates_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    scheme_chosen = Signal(object)  # Scheme
    scale_step = Signal(int)  # 1 larger, -1 smaller, 0 as it was

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        file = bar.addMenu(tr("文件(&F)"))
        self._add(
            file,
            tr("新建工作区…"),
            tr("为一个县或一个单位新建工作区"),
            self.new_requested,
            "Ctrl+N",
        )
        self._add(
            file,
            tr("打开工作区…"),
            tr("打开已有的工作区文件夹"),
            self.open_requested,
            "Ctrl+Shift+O",
        )
        self._add(
            file,
            tr("打开任务包…"),
            tr("用创建办发来的任务包或恢复包建立本单位的工作区"),
            self.task_requested,
            "",
        )
        self.recent_menu = file.addMenu(tr("最近打开"))
        self.recent_menu.setToolTipsVisible(True)
        self.reopen_action = QAction(tr("启动时打开上次的工作区"), window)
        self.reopen_action.setCheckable(True)
        explain(self.reopen_action, tr("下次启动程序，接着打开退出时开着的工作区"))
        self.reopen_action.toggled.connect(self.reopen_chosen)
        file.addAction(self.reopen_action)
        file.addSeparator()
        self.close_action = self._add(
            file, tr("关闭工作区"), tr("关闭工作区，回到开始页"), self.close_requested, "Ctrl+W"
        )
        self.lock_action = self._add(
            file,
            tr("锁定"),
            tr("马上锁定窗口，再用要输口令"),
            self.lock_requested,
            "Ctrl+Shift+L",
        )
        file.addSeparator()
        self.papers_action = self._add(
            file,
            tr("生成文书…"),
            tr("生成材料清单、催报通知、进展通报等文书"),
            self.papers_requested,
            "Ctrl+P",
        )
        self.templates_action = self._add(
            file,
            tr("文书模板…"),
            tr("把文书的模板放到文件夹里，供修改"),
            self.templates_requested,
            "",
        )
        file.addSeparator()
        self._add(file, tr("退出"), tr("关闭程序"), self.quit_requested, "Ctrl+Q")
        edit = bar.addMenu(tr("编辑(&E)"))
        self.undo_action = self._add(
            edit, tr("撤销"), tr("撤销上一步"), self.undo_requested, QKeySequence.StandardKey.Undo
        )
        self.redo_action = self._add(
            edit, tr("重做"), tr("重做撤销的一步"), self.redo_requested, "Ctrl+Y"
        )
        # DingTalk and input methods may take the second one; some people know no other.
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        view = bar.addMenu(tr("查看(&V)"))
        schemes = QActionGroup(self)
        for scheme, text in _SCHEMES:
            action = QAction(tr(text), window)
            action.setCheckable(True)
            action.setChecked(scheme is theme.scheme)
            action.triggered.connect(lambda _=False, s=scheme: self.scheme_chosen.emit(s))
            schemes.addAction(action)
            view.addAction(action)
        view.addSeparator()
        for text, tip, step, keys in (
            (tr("放大文字"), tr("文字大一级"), 1, "Ctrl+="),
            (tr("缩小文字"), tr("文字小一级"), -1, "Ctrl+-"),
            (tr("恢复文字大小"), tr("文字恢复为 100%"), 0, "Ctrl+0"),
        ):
            action = self._add(view, text, tip, None, keys)
            action.triggered.connect(lambda _=False, s=step: self.scale_step.emit(s))
        view.addSeparator()
        self.log_action = self._add(
            view, tr("操作记录…"), tr("看谁在什么时候做了什么"), self.log_requested, "Ctrl+H"
        )
        self.years_action = self._add(
            view,
            tr("按年份查看…"),
            tr("看每个要点每年有几件材料、缺哪年"),
            self.years_requested,
            "Ctrl+Shift+Y",
        )
        self.results_action = self._add(
            view,
            tr("收取结果…"),
            tr("上一次收取的每个文件怎样了"),
            self.results_requested,
            "Ctrl+Shift+H",
        )
        help_menu = bar.addMenu(tr("帮助(&H)"))
        self._add(
            help_menu, tr("这一页怎么用"), tr("打开手册里讲这一页的部分"), self.help_requested, "F1"
        )
        self._add(help_menu, tr("快捷键"), tr("这一页能用的键"), self.keys_requested, "Ctrl+F1")
        self.methods_action = self._add(
            help_menu,
            tr("核验方式要什么"),
            tr("每种核验方式查什么，有多少条任务"),
            self.methods_requested,
            "",
        )
        self.tour_action = self._add(
            help_menu, tr("带我看一遍"), tr("把窗口的各部分看一遍"), self.tour_requested, ""
        )
        help_menu.addSeparator()
        about = self._add(help_menu, tr("关于卷宗"), tr("版本和许可"), None, "")
        about.triggered.connect(self._about)

    def set_open(self, *, is_open: bool) -> None:
        """Enable what makes sense with a workspace, or without one."""
        for action in (
            self.close_action,
            self.lock_action,
            self.log_action,
            self.years_action,
            self.results_action,
            self.methods_action,
            self.tour_action,
            self.papers_action,
            self.templates_action,
        ):
            action.setEnabled(is_open)
        if not is_open:
            self.set_undo("", "")

    def show_recent(self, rows: Sequence[RecentWorkspace]) -> None:
        """Offer the workspaces that were open lately; those whose folder is gone are grey."""
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(rows))
        for row in rows:
            action = self.recent_menu.addAction(no_mnemonic(row.title))
            action.setToolTip(as_tip(row.path))
            action.setEnabled(row.present)
            path = Path(row.path)
            action.triggered.connect(lambda _=False, p=path: self.recent_requested.emit(p))

    def set_undo(self, undo: str, redo: str) -> None:
        """Name the steps that can be undone and redone; "" for none."""
        for action, verb, text in (
            (self.undo_action, tr("撤销"), undo),
            (self.redo_action, tr("重做"), redo),
        ):
            action.setText(f"{verb} {text}" if text else verb)
            action.setEnabled(bool(text))

    def _add(
        self,
        menu: object,
        text: str,
        tip: str,
        signal: object,
        keys: str | QKeySequence.StandardKey,
    ) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(keys))
        explain(action, tip)
        action.setStatusTip(as_tip(tip))
        if signal is not None:
            action.triggered.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        menu.addAction(action)  # type: ignore[attr-defined]
        return action

    def _about(self) -> None:
        QMessageBox.about(
            self._window,
            tr("关于卷宗"),
            tr(
                "<b>卷宗</b> {version}<br>示范创建和考核迎检材料整理与装订软件<br><br>"
                "开放源代码，Apache-2.0 许可。界面使用 Qt {qt}（LGPL-3.0），Python {python}。<br>"
                "本软件为非涉密软件，严禁存储、处理涉密信息。",
                version=program_version(),
                qt=qVersion(),
                python=platform.python_version(),
            ),
        )

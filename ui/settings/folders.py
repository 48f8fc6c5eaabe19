"""文件夹: the folders of the workspace, and a button to open each."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout

from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.page import PageContext
from ui.settings.sections import Card, Section
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.layouts import vertical


class FoldersSection(Section):
    """The folders of the open workspace."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        layout = context.session.services.workspace.layout
        card = Card(tr("文件夹"), tr("整个工作区文件夹可以复制、搬走；各部分都在里面"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        self.open_actions = []
        for row, (name, hint, folder) in enumerate(
            (
                (tr("工作区"), tr("全部内容"), layout.root),
                (tr("收件箱"), tr("放进这里的文件等着收取"), layout.inbox),
                (tr("卷宗和导出"), tr("编好的卷宗、报告"), layout.exports),
                (tr("备份"), tr("数据库的备份"), layout.backups),
            )
        ):
            action = make_action(self, tr("打开"), tr("在文件管理器里打开"))
            action.triggered.connect(lambda _=False, path=folder: self._open(path))
            self.open_actions.append(action)
            path = ElidedLabel(Qt.TextElideMode.ElideMiddle)
            path.setText(str(folder))
            path.setAccessibleName(tr("{about}：{what}", about=name, what=folder))
            button = ActionButton(action, context.theme, "workspace")
            button.setAccessibleName(tr("打开 {name}", name=name))
            grid.addWidget(label(name), row * 2, 0)
            grid.addWidget(path, row * 2, 1)
            grid.addWidget(button, row * 2, 2)
            grid.addWidget(label(hint, "muted"), row * 2 + 1, 1)
        card.column.addLayout(grid)
        self.watch = QCheckBox(tr("打开工作区时自动收取收件箱里的文件（下次打开时生效）"))
        mark_writing(self.watch)
        self.watch.clicked.connect(self._keep_watch)
        card.column.addWidget(self.watch)
        self._fill()
        whole = vertical(self)
        whole.addWidget(card)
        whole.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was changed elsewhere."""
        self._fill()

    def _fill(self) -> None:
        self.watch.setChecked(self.context.session.services.settings.watch_inbox)

    @Slot(bool)
    def _keep_watch(self, on: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        self.store(lambda s: s.model_copy(update={"watch_inbox": on}))

    def _open(self, folder: Path) -> None:
        dialogs.show_path(self, folder)

"""备份: what there is, a new one, and the way back to one of them."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.jobs import JobContext
from app.workspace.backups import Backup, BackupReport, list_backups, make_backup, second_place
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import start
from ui.page import PageContext
from ui.settings.sections import Card, Section
from ui.translation import QT_TR_NOOP, tr
from ui.widgets.files import size_text
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import backup_reason


class BackupsSection(Section):
    """Emits ``restore_wanted`` once the person has agreed."""

    restore_wanted = Signal(object)  # Path of the backup
    tall = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._busy = False
        theme = context.theme
        self.make_action = make_action(
            self, tr("立即备份"), tr("备份数据库，核对原件"), self.make_backup, "F11", within=True
        )
        self.restore_action = make_action(
            self, tr("恢复到这一份…"), tr("把工作区恢复到选中的备份"), self._ask_restore
        )
        self.browse_action = make_action(
            self, tr("浏览…"), tr("选择另一个磁盘上的文件夹"), self._browse
        )
        self.clear_action = make_action(
            self, tr("不用"), tr("不再备份到另一个磁盘"), lambda: self._keep(None)
        )
        mark_writing(self.make_action, self.restore_action, self.browse_action, self.clear_action)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(tr("没有设置；建议放在移动硬盘或另一个分区"))
        self.folder.setAccessibleName(tr("另一个磁盘上的备份文件夹"))
        self.result = label("", "muted", wrap=True)
        self.result.hide()
        self.list = OutcomeList(tr("现有的备份"), theme)
        self.list.setSelectionMode(OutcomeList.SelectionMode.SingleSelection)
        card = Card(tr("备份"), tr("每天打开时自动备份一次数据库，留最近 14 份"))
        hint = label(tr("另一个磁盘（连同原件一起备份，只复制还没有的）"), wrap=True)
        card.column.addWidget(hint)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(ActionButton(self.browse_action, theme))
        place.addWidget(ActionButton(self.clear_action, theme, flat=True))
        card.column.addLayout(place)
        card.column.addWidget(self.list, 1)
        card.column.addWidget(self.result)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(ActionButton(self.restore_action, theme, "undo"))
        foot.addWidget(ActionButton(self.make_action, theme, "save-copy", primary=True))
        card.column.addLayout(foot)
        layout = vertical(self)
        layout.addWidget(card, 1)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._enable()

    def arrive(self) -> None:
        """Look what there is."""
        self._read()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        indexes = self.list.selectionModel().selectedIndexes()
        value = indexes[0].data(ROW).value if indexes else None
        return value if isinstance(value, Backup) else None

    def make_backup(self) -> None:
        """Make a backup in the background, on the second disk too if one is set."""
        if self._busy or self.context.session.read_only:
            return
        services = self.context.session.services
        second = services.settings.backup_folder

        def job(context: JobContext) -> BackupReport:
            return make_backup(services.workspace, context, second)

        self._busy = True
        self._enable()
        start(
            self.context,
            tr("备份"),
            job,
            self._on_made,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )

    @Slot(object)
    def _on_made(self, report: BackupReport) -> None:
        text = tr("备份好了，列有原件 {count} 份", count=report.originals)
        if self.context.session.services.settings.backup_folder:
            text += tr("，新复制 {count} 份到另一个磁盘", count=report.copied)
        for names, sentence in (
            (report.missing, QT_TR_NOOP("；缺失 {count} 份：")),
            (report.damaged, QT_TR_NOOP("；被改动 {count} 份：")),
            (report.renewed, QT_TR_NOOP("；另一个磁盘上损坏、已重新复制 {count} 份：")),
            (report.returned, QT_TR_NOOP("；从另一个磁盘找回 {count} 份：")),
            (report.lost, QT_TR_NOOP("；两处都已损坏 {count} 份：")),
        ):
            if names:
                text += tr(sentence, count=len(names)) + names_of(names)
        if report.defects:
            text += tr("；数据库有 {count} 处问题，请运行体检", count=len(report.defects))
        self._tell(text + tr("。"))
        self.context.notice.say(tr("备份好了"))

    def _tell(self, text: str) -> None:
        self.result.setText(text)
        self.result.setVisible(bool(text))

    @Slot()
    def _on_cancelled(self) -> None:
        self._tell(tr("备份停下了；已经复制的原件留着，下次接着复制。"))

    @Slot()
    def _on_finished(self) -> None:
        self._busy = False
        self._enable()
        self._read()

    def _read(self) -> None:
        services = self.context.session.services
        folder = services.settings.backup_folder
        self.folder.setText(str(folder) if folder else "")
        self._enable()
        workspace = services.workspace
        second = second_place(folder, workspace.facts) if folder else None
        self.context.session.read(lambda: list_backups(workspace.layout, second), self._on_read)

    @Slot(object)
    def _on_read(self, backups: tuple[Backup, ...]) -> None:
        self.list.show_lines([_line(backup) for backup in backups])
        self._enable()

    def _enable(self) -> None:
        free = not self._busy and not self.context.session.read_only
        self.make_action.setEnabled(free)
        self.restore_action.setEnabled(free and self.chosen is not None)
        self.browse_action.setEnabled(free)
        self.clear_action.setEnabled(free and bool(self.folder.text()))

    def _ask_restore(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        when = _when(backup)
        if dialogs.ask(
            self,
            tr("恢复到 {when} 的备份吗？", when=when),
            tr(
                "在那以后的改动会从工作区里撤掉。现在的状态会先自动备份，可以再恢复回来；"
                "原件都不会删除。恢复时工作区会关闭再打开。"
            ),
            tr("恢复"),
        ):
            self.restore_wanted.emit(backup.path)

    def _browse(self) -> None:
        chosen = dialogs.choose_folder(self, tr("另一个磁盘上的备份文件夹"), self.folder.text())
        if chosen is not None:
            self._keep(chosen)

    def _keep(self, folder: Path | None) -> None:
        self.store(lambda s: s.model_copy(update={"backup_folder": folder}), lambda _: self._read())
        self.folder.setText(str(folder) if folder else "")


def _line(backup: Backup) -> OutcomeLine:
    size = size_text(backup.size)
    where = tr("另一个磁盘，连同原件") if backup.elsewhere else tr("工作区的 backups 文件夹")
    if not backup.sound:
        where = tr("{where}；备份时数据库已有问题，请选更早的一份", where=where)
    good = Mark.GOOD if backup.elsewhere else Mark.NONE
    return OutcomeLine(
        good if backup.sound else Mark.BAD,
        f"{_when(backup)}　{backup_reason(backup.reason)}",
        size,
        where,
        backup,
    )


def _when(backup: Backup) -> str:
    return f"{backup.made_at.astimezone():%Y-%m-%d %H:%M:%S}"


def names_of(names: tuple[str, ...]) -> str:
    """The first few names, and a sign that there are more."""
    return tr("、").join(names[:5]) + ("……" if len(names) > 5 else "")

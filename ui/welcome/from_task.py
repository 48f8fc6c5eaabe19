"""Making a unit's workspace from the office's task or recovery package."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.receiving import Inspected, MergeReport, inspect_package
from app.exchange.service import group_parts
from app.jobs import JobContext
from app.paths import legal_name
from ui import dialogs
from ui.actions import label
from ui.tasks import Task, TaskRunner
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.job_strip import JobStrip
from ui.widgets.layouts import scrolled, vertical
from ui.wording import PACKAGE_KIND_NAMES


class FromTaskDialog(QDialog):
    """Emits ``created`` with the folder when the workspace has been made."""

    created = Signal(object)  # Path

    def __init__(
        self, runner: TaskRunner, theme: Theme, paths: Sequence[Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._paths = group_parts(paths)[0]
        self._found: Inspected | None = None
        self._task: Task | None = None
        self.setWindowTitle(tr("打开任务包"))
        self.about = label(tr("正在核对任务包……"), wrap=True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint = label("", "subheading", wrap=True)
        self.fingerprint.setAccessibleName(tr("创建办的指纹"))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advice = label(
            tr("指纹像创建办电脑的印鉴。请打电话或当面请创建办念出来，逐段对照；只需这一次。"),
            "muted",
            wrap=True,
        )
        self.box = QCheckBox(tr("已经与创建办核对，指纹一致"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(tr("保存位置"))
        self.browse = QPushButton(tr("浏览…"))
        self.browse.setToolTip(tr("选择放在哪个文件夹里"))
        self.strip = JobStrip()
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("指纹"), self.fingerprint)
        form.addRow("", self.advice)
        form.addRow("", self.box)
        form.addRow(tr("保存位置"), place)
        self.buttons = QDialogButtonBox()
        self.create_button = QPushButton(tr("建立工作区"))
        self.create_button.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.create_button.setToolTip(tr("建立本单位的工作区并打开（回车）"))
        self.buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        inside = QWidget()
        column = vertical(inside, spacing=14)
        column.addWidget(self.about)
        column.addLayout(form)
        column.addStretch(1)
        scroll = scrolled(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = vertical(self, 28, 22, 28, 18, spacing=14)
        layout.addWidget(label(tr("打开任务包"), "heading"))
        layout.addWidget(scroll, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.buttons)
        self.resize(min(theme.space(580), 1200), min(theme.space(420), 690))
        self.box.toggled.connect(self._follow)
        self.folder.textChanged.connect(self._follow)
        self.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)
        self._follow()
        paths_ = self._paths
        self._start(lambda job: inspect_package(paths_, job), tr("核对任务包"), self._on_inspected)

    def reject(self) -> None:
        """Stop running work and close."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    @Slot(object)
    def _on_inspected(self, found: Inspected) -> None:
        header = found.header
        if header.kind not in {PackageKind.TASK, PackageKind.RECOVERY}:
            self.about.setText(
                tr(
                    "这是{sender}的{kind}，不是任务包或恢复包。"
                    "请先打开工作区，再在 报送 页打开它。",
                    sender=header.sender.name,
                    kind=PACKAGE_KIND_NAMES[header.kind],
                )
            )
            return
        self._found = found
        self.about.setText(
            tr(
                "{county}创建办给 {unit} 的{kind}，第 {number} 号，{when} 制作，内容完好。"
                "会建立 {unit} 的工作区。",
                county=header.county,
                unit=header.recipient.name,
                kind=PACKAGE_KIND_NAMES[header.kind],
                number=header.sequence,
                when=f"{header.created_at.astimezone():%Y-%m-%d %H:%M}",
            )
        )
        if header.kind is PackageKind.RECOVERY:
            more = tr("里面有创建办已合并的材料，带原件 {count} 份。", count=found.originals)
            self.about.setText(self.about.text() + more)
        self.fingerprint.setText(found.fingerprint)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        home = Path(QStandardPaths.writableLocation(documents) or Path.home())
        name = legal_name(f"{header.county}-{header.recipient.name}")
        self.folder.setText(str(home / name))
        self._follow()

    @Slot()
    def _browse(self) -> None:
        present = Path(self.folder.text())
        chosen = dialogs.choose_folder(self, tr("放在哪个文件夹里"), str(present.parent))
        if chosen is not None:
            self.folder.setText(str(chosen / present.name))

    @Slot()
    def _create(self) -> None:
        found, folder = self._found, Path(self.folder.text().strip())
        if found is None or not self.create_button.isEnabled():
            return

        def job(context: JobContext) -> MergeReport:
            return create_from_task_package(folder, found.paths, context, trust=found.fingerprint)

        def done(_report: MergeReport) -> None:
            self.accept()
            self.created.emit(folder)

        self._start(job, tr("建立工作区"), done)

    def _start(self, job: object, title: str, done: object) -> None:
        self._task = Task(job, title=title)  # type: ignore[arg-type]
        self._task.succeeded.connect(done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self.strip.follow(self._task)
        self._follow()
        self._runner.start(self._task)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        dialogs.show_error(self, error)
        if self._found is None:
            self.reject()

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self._follow()

    @Slot()
    def _follow(self) -> None:
        ready = self._found is not None and self.box.isChecked() and self.folder.text().strip()
        self.create_button.setEnabled(bool(ready) and self._task is None)

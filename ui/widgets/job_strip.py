"""The job strip at the foot of the window: the progress of long work, and a button to stop it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from app.jobs import Progress
from ui.actions import label
from ui.tasks import Task
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.layouts import horizontal
from ui.wording import stage_name


class JobStrip(QFrame):
    """Shows one task at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._waiting: list[Task] = []
        self.title = label()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.detail = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.detail.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(tr("进度"))
        self.stop = QPushButton(tr("取消"))
        self.stop.setProperty("flat", True)  # noqa: FBT003
        self.stop.setToolTip(tr("停下来；已经做完的保留"))
        self.stop.clicked.connect(self._cancel)
        layout = horizontal(self, 14, 2, 8, 2, spacing=12)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.detail, 1)
        layout.addWidget(self.stop)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show this task now, or after the running one."""
        if self._task is not None:
            self._waiting.append(task)
            return
        self._task = task
        task.progressed.connect(self._on_progress)
        task.finished.connect(self._on_finished)
        self.title.setText(task.title)
        self.detail.setText(tr("准备中"))
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        count = f"{stage_name(progress.stage)} {progress.done}/{progress.total}"
        self.detail.setText(f"{count}　{progress.subject}")

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self.hide()
        if self._waiting:
            self.follow(self._waiting.pop(0))

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.detail.setText(tr("正在停下来"))
            self.stop.setEnabled(False)

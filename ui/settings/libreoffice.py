"""文件转换: where LibreOffice is, and whether it works."""

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.conversion.office.batch import OfficeFault
from app.conversion.office.trial import OfficeTrial, try_office
from app.jobs import JobContext
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import start
from ui.drafts import Typing
from ui.page import PageContext
from ui.settings.sections import Card, Section
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical

_PATH = "path"


class OfficeSection(Section):
    """The path is kept as soon as it was tried, or chosen."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._busy = False
        theme = context.theme
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("LibreOffice 位置"))
        self.path.setPlaceholderText(tr("不填就在常见的位置找"))
        self.path.setToolTip(tr("LibreOffice 的安装文件夹，或 soffice 程序本身"))
        self.browse_action = make_action(
            self, tr("浏览…"), tr("选择 LibreOffice 的安装文件夹"), self._browse
        )
        self.test_action = make_action(
            self, tr("测试"), tr("转换一份小文件，看能不能用"), self.test, "F10", within=True
        )
        mark_writing(self.path, self.browse_action)
        self.result = label("", "muted", wrap=True)
        self.result.hide()
        self.result.setTextInteractionFlags(
            self.result.textInteractionFlags().TextSelectableByMouse
        )
        card = Card(tr("文件转换"), tr("Word、Excel、WPS、网页等靠 LibreOffice 转成页面，不联网"))
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(ActionButton(self.browse_action, theme))
        row.addWidget(ActionButton(self.test_action, theme, "check", primary=True))
        card.column.addLayout(row)
        card.column.addWidget(self.result)
        layout = vertical(self)
        layout.addWidget(card)
        layout.addStretch(1)
        self.typing = Typing(context.drafts, self)
        self.typing.save_wanted.connect(self._store)
        self.path.textEdited.connect(lambda text: self.typing.note({_PATH: text.strip()}))
        self.path.editingFinished.connect(self.typing.save)
        self._fill()

    @property
    def chosen(self) -> Path | None:
        """What stands in the line."""
        text = self.path.text().strip()
        return Path(text) if text else None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take what was changed elsewhere."""
        if not self.path.hasFocus():
            self._fill()

    def test(self) -> None:
        """Convert a small document in the background."""
        if self._busy:
            return
        self._keep()
        chosen = self.chosen

        def job(context: JobContext) -> OfficeTrial:
            # LibreOffice may be slow to let go of its files; what it keeps is left to the system.
            with tempfile.TemporaryDirectory(
                prefix="juanzong-", ignore_cleanup_errors=True
            ) as work:
                return try_office(chosen, Path(work), context)

        self._busy = True
        self.test_action.setEnabled(False)
        self._tell(tr("正在测试，第一次启动要十几秒……"))
        start(
            self.context,
            tr("测试 LibreOffice"),
            job,
            self._on_tested,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )

    @Slot(object)
    def _on_tested(self, trial: OfficeTrial) -> None:
        self._tell(describe_trial(trial))

    def _tell(self, text: str) -> None:
        self.result.setText(text)
        self.result.setVisible(bool(text))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._tell("")
        dialogs.show_error(self, error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._tell(tr("测试没有做完。"))

    @Slot()
    def _on_finished(self) -> None:
        self._busy = False
        self.test_action.setEnabled(True)

    def _browse(self) -> None:
        chosen = dialogs.choose_folder(self, tr("LibreOffice 的安装文件夹"), self.path.text())
        if chosen is not None:
            self.path.setText(str(chosen))
            self._keep()

    @Slot()
    def _keep(self) -> None:
        self.typing.note({_PATH: self.path.text().strip()})
        self.typing.save()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        chosen = Path(fields[_PATH]) if fields[_PATH] else None
        self.store(
            lambda s: s.model_copy(update={"office_program": chosen}),
            None,
            partial(self.typing.store, key, fields),
        )

    def _fill(self) -> None:
        session = self.context.session
        chosen = session.services.settings.office_program
        shown = self.typing.turn_to(
            "settings/office",
            tr("LibreOffice 位置"),
            {_PATH: str(chosen) if chosen else ""},
            writable=not session.read_only,
        )
        self.path.setText(shown[_PATH])


def describe_trial(trial: OfficeTrial) -> str:
    """What a test showed, and what to do about it."""
    if trial.program is None:
        return tr(
            "没有找到 LibreOffice。请安装它，或在上面指定它的位置；"
            "在此之前，Word 等文件可以另附打印的 PDF。"
        )
    where = tr("{version}（{program}）", version=trial.version or "?", program=trial.program)
    if trial.works:
        return tr(
            "可以用：{where}，转换一份小文件用了 {seconds} 秒。",
            where=where,
            seconds=f"{trial.seconds:.1f}",
        )
    if trial.fault is OfficeFault.OVERDUE:
        return tr(
            "{where} 没有在限定的时间里转出来，请关闭正在运行的 LibreOffice 再试。", where=where
        )
    return tr("{where} 转换失败，请重新安装，或指定另一个位置。", where=where)

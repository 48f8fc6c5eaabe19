"""The log in its own window: filtered by person, kind, item and time, and exported."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.eventlog import LogFilter, LoggedEntry, log_actions, log_people
from app.eventlog_export import export_log
from app.jobs import JobContext
from app.visible_text import visible
from ui import dialogs
from ui.actions import ActionButton, label, make_action
from ui.commands import start
from ui.literal import tip
from ui.log.model import LogModel
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.day_edit import DayEdit
from ui.widgets.layouts import vertical
from ui.widgets.line_table import LineTable
from ui.wording import action_name

_PURPOSE = "log"
_OWN = -1


@dataclass(frozen=True, slots=True)
class _Choices:
    people: tuple[str, ...]
    actions: tuple[str, ...]


class LogDialog(QDialog):
    """Not modal, so that one can go on working."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.setWindowTitle(tr("操作记录"))
        self.person = _combo(tr("人员"))
        self.action = _combo(tr("操作"))
        self.item = QLineEdit()
        self.item.setPlaceholderText(tr("材料题名或编号"))
        self.item.setAccessibleName(tr("材料"))
        self.item.setClearButtonEnabled(True)
        self._ids = {
            row.title: row.item for rows in context.session.snapshot.filed.values() for row in rows
        }
        completer = QCompleter(sorted(self._ids), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _: self.seek())
        self.item.setCompleter(completer)
        self.period = _combo(tr("时间"))
        today = context.session.snapshot.today
        self.since, self.until = DayEdit(today - timedelta(30), tr("从")), DayEdit(today, tr("到"))
        self.counts = label("", "muted")
        self.model = LogModel(context.session, theme)
        self.table = LineTable(tr("操作记录"), self.model, theme)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(tr("这一条的全部内容"))
        theme.changed.connect(self._fit)
        self._fit()
        self.export_action = make_action(
            self,
            tr("导出…"),
            tr("把筛选出的记录导出为表格（.csv）或 JSON"),
            self.export,
            "Ctrl+E",
        )
        self.refresh_action = make_action(self, tr("刷新"), tr("读取最新的记录"), self.seek, "F5")
        self._build()
        self._fill()
        context.session.read(self._read_choices, self._offer)
        for box in (self.person, self.action, self.period):
            box.currentIndexChanged.connect(self.seek)
        for day in (self.since, self.until):
            day.dateChanged.connect(self.seek)
        self.item.editingFinished.connect(self._on_item)
        self.model.counted.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.seek()

    def _build(self) -> None:
        theme = self._context.theme
        filters = QHBoxLayout()
        filters.addWidget(self.person, 1)
        filters.addWidget(self.action, 1)
        filters.addWidget(self.item, 2)
        filters.addWidget(self.period, 1)
        filters.addWidget(self.since)
        filters.addWidget(self.until)
        foot = QHBoxLayout()
        foot.addWidget(self.counts, 1)
        foot.addWidget(ActionButton(self.refresh_action, theme, flat=True))
        foot.addWidget(ActionButton(self.export_action, theme, primary=True))
        layout = vertical(self, 16, 14, 16, 14, spacing=8)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addLayout(foot)
        self.resize(min(theme.space(940), 1300), min(theme.space(600), 680))

    def _fill(self) -> None:
        self.person.addItem(tr("所有人员"), "")
        self.action.addItem(tr("所有操作"), "")
        for text, days in (
            (tr("全部时间"), 0),
            (tr("今天"), 1),
            (tr("近 7 天"), 7),
            (tr("近 30 天"), 30),
            (tr("自定时间"), _OWN),
        ):
            self.period.addItem(text, days)
        self._follow()

    def _fit(self) -> None:
        self.detail.setFixedHeight(self._context.theme.space(84))

    def _read_choices(self) -> _Choices:
        with self._context.session.services.workspace.reading() as session:
            return _Choices(log_people(session), log_actions(session))

    @Slot(object)
    def _offer(self, choices: _Choices) -> None:
        for person in choices.people:
            self.person.addItem(visible(person), person)
        for action in sorted(choices.actions, key=action_name):
            self.action.addItem(visible(action_name(action)), action)

    # --- sifting ---------------------------------------------------------------------------------

    @property
    def wanted(self) -> LogFilter:
        """The query that the filters describe."""
        days, text = int(self.period.currentData() or 0), self.item.text().strip()
        today = self._context.session.snapshot.today
        since = until = None
        if days > 0:
            since = _moment(today - timedelta(days - 1))
        elif days == _OWN:
            since = _moment(self.since.day)
            until = _moment(self.until.day + timedelta(1))
        return LogFilter(
            self.person.currentData() or "",
            self.action.currentData() or "",
            self._ids.get(text, text),
            since,
            until,
        )

    @Slot()
    def seek(self) -> None:
        """Show the entries that match the filters, the newest first."""
        self._follow()
        self.counts.setText(tr("正在读取……"))
        self.detail.clear()
        self.model.seek(self.wanted)

    @Slot()
    def _on_item(self) -> None:
        if self.wanted != self.model.wanted:
            self.seek()

    def _follow(self) -> None:
        own = self.period.currentData() == _OWN
        self.since.setVisible(own)
        self.until.setVisible(own)

    @Slot()
    def _count(self) -> None:
        count = len(self.model.rows)
        self.counts.setText(
            tr("共 {count} 条", count=count)
            if self.model.complete
            else tr("最新的 {count} 条，往下滚动继续读取", count=count)
        )
        self.export_action.setEnabled(count > 0)

    @Slot()
    def _show_chosen(self) -> None:
        entry = next(iter(self.table.chosen()), None)
        if isinstance(entry, LoggedEntry):
            self.detail.setPlainText(
                tr(
                    "{action}　对象 {subject}\n内容 {data}\n校验值 {hash}",
                    action=entry.action,
                    subject=entry.subject,
                    data=entry.data,
                    hash=entry.hash,
                )
            )

    # --- exporting -------------------------------------------------------------------------------

    @Slot()
    def export(self) -> None:
        """Write all entries that match to a file."""
        start = self._context.preferences.last_folder(_PURPOSE)
        name = tr("操作记录.csv")
        target = dialogs.choose_target(
            self, tr("导出操作记录（.csv 表格，或 .jsonl）"), f"{start}/{name}" if start else name
        )
        if target is not None:
            self._context.preferences.keep_folder(_PURPOSE, str(target.parent))
            self._export(target)

    def _export(self, target: Path) -> None:
        workspace, wanted = self._context.session.services.workspace, self.wanted

        def job(context: JobContext) -> int:
            # This imports SQLAlchemy, for which the window should not wait at the start.
            from app.exchange.payload.logins import log_for_export

            with workspace.reading() as session:
                return export_log(target, log_for_export(session, wanted), context)

        self._exported = target.name
        start(self._context, tr("导出操作记录"), job, self._on_exported)

    @Slot(object)
    def _on_exported(self, count: int) -> None:
        self.counts.setText(tr("已导出 {count} 条：{name}", count=count, name=self._exported))


def show_log(context: PageContext, parent: QWidget) -> LogDialog:
    """Open the log."""
    dialog = LogDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(tip(name))
    made.setMinimumContentsLength(6)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _moment(day: date) -> datetime:
    """The first moment of a day in local time."""
    return datetime.combine(day, time()).astimezone()

"""网络检索记录: the look-ups of a task, and the dialog that asks what was looked up."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.verification import slots
from app.verification.web_check.lookups import LOOKUPS, Lookup, LookupResult
from ui.literal import window_title
from ui.page import PageContext
from ui.theme import Theme
from ui.translation import tr
from ui.verification.note_panel import NoteDialog, NotePanel, NoteWords
from ui.widgets.agreeing import agree_buttons
from ui.widgets.day_edit import DayEdit
from ui.widgets.fitting import resize_within_window
from ui.widgets.line_table import Column
from ui.wording import TOOL_VALUES

_RESULTS = TOOL_VALUES["web_lookups"]


class LookupPanel(NotePanel[Lookup]):
    """What was looked up for a task."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, LOOKUPS, _words(), _columns())

    def new(self, slot: slots.Slot) -> tuple[str, Lookup]:
        """See ``NotePanel``."""
        session = self.context.session
        actor = session.services.workspace.actor
        today = session.snapshot.today.isoformat()
        said = Lookup("", "", today, actor, LookupResult.CONFIRMED)
        return tr("{unit}：记一条网络检索", unit=slot.unit), said

    def dialog_for(self, title: str, said: Lookup) -> "LookupDialog":
        """See ``NotePanel``."""
        return LookupDialog(self.context.theme, title, said, self)

    def name_of(self, said: Lookup) -> str:
        """See ``NotePanel``."""
        return said.sought


class LookupDialog(NoteDialog[Lookup]):
    """``said`` is what was entered; the button waits until what must be said stands."""

    def __init__(self, theme: Theme, title: str, said: Lookup, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self._target = said.target
        self.address = _line(tr("网址"), said.address)
        self.sought = _line(tr("检索内容"), said.sought)
        self.sought.setPlaceholderText(tr("查什么，用的关键词"))
        self.day = DayEdit(date.fromisoformat(said.looked_up_on), tr("检索日期"))
        self.person = _line(tr("检索人"), said.looked_up_by)
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(tr("检索结果"))
        for result in LookupResult:
            self.outcome.addItem(_RESULTS[result], result)
        self.outcome.setCurrentIndex(list(LookupResult).index(said.result))
        self.note = _line(tr("说明"), said.note)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self.address, self.sought, self.day, self.person, self.outcome, self.note)
        for field in fields:
            form.addRow(field.accessibleName(), field)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(480), theme.space(300))
        for line in (self.address, self.sought, self.person):
            line.textChanged.connect(self._follow)
        self._follow()

    @property
    def said(self) -> Lookup:
        """What was entered."""
        return Lookup(
            self.address.text(),
            self.sought.text(),
            self.day.day.isoformat(),
            self.person.text(),
            LookupResult(self.outcome.currentData()),
            self.note.text(),
            self._target,
        )

    @Slot()
    def _follow(self) -> None:
        needed = (self.address, self.sought, self.person)
        self.agree.setEnabled(all(line.text().strip() for line in needed))


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("网络检索记录"),
        none=tr("网络检索记录：还没有"),
        count=lambda count: tr("网络检索记录 {count} 条", count=count),
        add=(tr("记一条…"), tr("记下在网上查了什么、结果如何")),
        alter=(tr("修改…"), tr("修改选中的网络检索记录")),
        remove=(tr("移除记录"), tr("移除选中的网络检索记录，可以撤销")),
        added=tr("记下网络检索"),
        altered=tr("修改网络检索记录"),
        removed=tr("移除网络检索记录"),
        draft="web_check",
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("检索内容"), 0, lambda row: row.said.sought),
        Column(tr("检索结果"), 96, lambda row: _RESULTS[row.said.result]),
        Column(tr("检索日期"), 88, lambda row: row.said.looked_up_on),
        Column(tr("网址"), 130, lambda row: row.said.address),
        Column(tr("检索人"), 64, lambda row: row.said.looked_up_by),
        Column(tr("单位"), 90, lambda row: row.slot.unit),
        Column(tr("说明"), 110, lambda row: row.said.note),
    )


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made

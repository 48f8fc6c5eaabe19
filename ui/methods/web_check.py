"""网络检索记录: the look-ups of a task in a table, with buttons to note, alter and remove them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.changed import Area, Changed
from app.methods.web_check import (
    Lookup,
    LookupResult,
    LookupRow,
    add_lookup,
    alter_lookup,
    read_lookups,
    restore_lookup,
    withdraw_lookup,
)
from app.ownership import refusal, whose
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.literal import window_title
from ui.methods.panels import MethodPanel, Shown
from ui.page import PageContext
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import TOOL_VALUES, describe_error

_RESULTS = TOOL_VALUES["web_lookups"]
#: So many lines at most are in sight at once.
_LINES = 4


class LookupPanel(MethodPanel):
    """The table is there once something was noted; one line says so before."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._shown: Shown | None = None
        self._rows: tuple[LookupRow, ...] = ()
        self.dialog: LookupDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.add = make_action(
            self, tr("记一条…"), tr("记下在网上查了什么、结果如何；本软件不联网"), self.ask_new
        )
        self.alter = make_action(self, tr("修改…"), tr("修改选中的网络检索记录"), self.ask_change)
        self.remove = make_action(
            self, tr("移除记录"), tr("移除选中的网络检索记录，可以撤销"), self.remove_chosen
        )
        mark_writing(self.add, self.alter, self.remove)
        self.table = LineTable(
            tr("网络检索记录"), LineModel(_columns(), lambda row: row.id, theme), theme
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.alter.trigger())
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.trigger)
        line = horizontal()
        line.addWidget(self.head, 1)
        for action in (self.add, self.alter, self.remove):
            line.addWidget(ActionButton(action, theme, flat=True))
        column = vertical(self, spacing=4)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.bus.changed.connect(self._on_changed)
        self._show()
        self.read()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[LookupRow]:
        """The look-ups in the table."""
        return self.table.lines.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            self._shown = shown
            self._show()

    def read(self) -> None:
        """Read the look-ups anew."""
        workspace = self.context.session.services.workspace

        def job() -> tuple[LookupRow, ...]:
            with workspace.reading() as session:
                return read_lookups(session)

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES):
            self.read()

    @Slot(object)
    def _on_read(self, rows: tuple[LookupRow, ...]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        shown = self._shown
        rows = [row for row in self._rows if shown is not None and shown.has(row.slot)]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._fit()
        count = tr("网络检索记录 {count} 条", count=len(rows))
        self.head.setText(count if rows else tr("网络检索记录：还没有"))
        self._enable()

    @Slot()
    def _fit(self) -> None:
        # Its head, and room for the bar below that scrolls what is too wide.
        lines = min(len(self.rows), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        writable = not self.context.session.read_only and self._shown is not None
        self.add.setEnabled(writable)
        row = self._chosen()
        error = None
        if row is not None:
            office = self.context.session.snapshot.facts.unit_name is None
            error = refusal(whose(by_office=row.by_office, office=office))
        why = str(describe_error(error(row.said.sought))) if error and row is not None else ""
        for action in (self.alter, self.remove):
            permit(action, writable and row is not None, why)

    def _chosen(self) -> LookupRow | None:
        return next(iter(self.table.chosen()), None)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def ask_new(self) -> None:
        """Ask what was looked up, and note it."""
        context, shown = self.context, self._shown
        if shown is None:
            return
        slot, workspace = shown.slot, context.session.services.workspace
        if not slot.unit:
            dialogs.tell(self, tr("请先选择记录归哪个单位"), tr("单位在材料列表的上方选择。"))
            return
        way = Undoable[str](
            text=tr("记下网络检索"),
            undo=lambda lookup: withdraw_lookup(workspace, lookup),
            redo=lambda lookup: restore_lookup(workspace, lookup),
        )
        today = context.session.snapshot.today.isoformat()
        said = Lookup("", "", today, workspace.actor, LookupResult.CONFIRMED)
        key = f"ask/web_check/{slot.indicator}/{slot.task_code}/{slot.unit}"
        title = tr("{unit}：记一条网络检索", unit=slot.unit)
        self._ask(
            title,
            key,
            said,
            lambda entered: run(context, lambda: add_lookup(workspace, slot, entered), way),
        )

    @Slot()
    def ask_change(self) -> None:
        """Ask what else is to be said of the look-up that is chosen."""
        context, row = self.context, self._chosen()
        if row is None:
            return
        workspace, lookup = context.session.services.workspace, row.id
        way = Undoable[Lookup](
            text=tr("修改网络检索记录"),
            undo=lambda before: alter_lookup(workspace, lookup, before),
        )
        self._ask(
            tr("修改网络检索记录"),
            f"ask/web_check/{lookup}",
            row.said,
            lambda entered: run(context, lambda: alter_lookup(workspace, lookup, entered), way),
        )

    @Slot()
    def remove_chosen(self) -> None:
        """Take the look-up back that is chosen."""
        context, row = self.context, self._chosen()
        if row is None:
            return
        workspace, lookup = context.session.services.workspace, row.id
        way = Undoable[None](
            text=tr("移除网络检索记录"),
            undo=lambda _done: restore_lookup(workspace, lookup),
        )
        run(context, lambda: withdraw_lookup(workspace, lookup), way)

    def _ask(self, title: str, key: str, said: Lookup, agreed: Callable[[Lookup], object]) -> None:
        dialog = self.dialog = LookupDialog(self.context.theme, title, said, self)
        keep_text(self.context.drafts, dialog, key, title)
        dialog.accepted.connect(lambda: agreed(dialog.said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


class LookupDialog(QDialog):
    """``said`` is what was entered; the button waits until what must be said stands."""

    def __init__(self, theme: Theme, title: str, said: Lookup, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.address = _line(tr("网址"), said.address)
        self.sought = _line(tr("检索内容"), said.sought)
        self.sought.setPlaceholderText(tr("查什么，用的关键词"))
        self.day = QDateEdit(QDate.fromString(said.looked_up_on, Qt.DateFormat.ISODate))
        self.day.setAccessibleName(tr("检索日期"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
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
            self.day.date().toString(Qt.DateFormat.ISODate),
            self.person.text(),
            LookupResult(self.outcome.currentData()),
            self.note.text(),
        )

    @Slot()
    def _follow(self) -> None:
        needed = (self.address, self.sought, self.person)
        self.agree.setEnabled(all(line.text().strip() for line in needed))


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

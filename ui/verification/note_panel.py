"""The panel of a tool that keeps rows: a table with buttons to note, alter and remove them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from app.changed import Area, Changed
from app.ownership import refusal, whose
from app.verification import slots
from app.verification.notes import KindStore, Note, NoteKind, NoteStore
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.translation import tr
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import describe_error

Said = TypeVar("Said")
#: So many lines at most are in sight at once.
_LINES = 4


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a panel calls its rows and what it does with them.

    Attributes:
        rows: what the rows are called.
        none: what stands there before there is one.
        count: from the number of rows to what stands above the table.
        add, alter, remove: what the buttons say, and what they are for.
        added, altered, removed: what was done, for 撤销.
        draft: what the text that was typed is kept under.
    """

    rows: str
    none: str
    count: Callable[[int], str]
    add: tuple[str, str]
    alter: tuple[str, str]
    remove: tuple[str, str]
    added: str
    altered: str
    removed: str
    draft: str


class NoteDialog(QDialog, Generic[Said]):
    """Asks what a row says."""

    @property
    def said(self) -> Said:
        """What was entered."""
        raise NotImplementedError


class NotePanel(MethodPanel, Generic[Said]):
    """The table is there once something was noted; one line says so before."""

    def __init__(
        self,
        context: PageContext,
        kind: NoteKind[Any, Said],
        words: NoteWords,
        columns: tuple[Column, ...],
        *,
        store: NoteStore[Said] | None = None,
    ) -> None:
        """``store``: where rows are that are not all of the kind's own table."""
        super().__init__(context, words.rows)
        theme = context.theme
        self._words = words
        self.store: NoteStore[Said] = store or KindStore(kind)
        self._shown: Shown | None = None
        self._rows: tuple[Note[Said], ...] = ()
        self.dialog: NoteDialog[Said] | None = None
        self.head = label("", "subheading", wrap=True)
        self.add = make_action(self, *words.add, self.ask_new)
        self.alter = make_action(self, *words.alter, self.ask_change)
        self.remove = make_action(self, *words.remove, self.remove_chosen)
        mark_writing(self.add, self.alter, self.remove)
        self.table = LineTable(words.rows, LineModel(columns, lambda row: row.id, theme), theme)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.alter.trigger())
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.trigger)
        self.column = vertical(self, spacing=4)
        self.lay_out_head()
        self.column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.bus.changed.connect(self._on_changed)
        self._show()
        self.read()

    # --- what each tool says ---------------------------------------------------------------------

    def new(self, slot: slots.Slot) -> tuple[str, Said]:
        """The title of the dialog for a new row at this place, and what it begins with."""
        raise NotImplementedError

    def dialog_for(self, title: str, said: Said) -> NoteDialog[Said]:
        """A dialog that asks what a row says."""
        raise NotImplementedError

    def name_of(self, said: Said) -> str:
        """What people know a row by."""
        raise NotImplementedError

    def belongs(self, row: Note[Said], shown: Shown) -> bool:
        """True if a row is shown there."""
        return shown.has(row.slot)

    def sorted(self, rows: Sequence[Note[Said]]) -> Sequence[Note[Said]]:
        """The rows in the order in which they are shown."""
        return rows

    def told(self, rows: Sequence[Note[Said]]) -> str:
        """What stands above the table."""
        return self._words.count(len(rows))

    def lay_out_head(self) -> None:
        """Put words and buttons into the column, above the table."""
        line = horizontal()
        line.addWidget(self.head, 1)
        for action in (self.add, self.alter, self.remove):
            line.addWidget(ActionButton(action, self.context.theme, flat=True))
        self.column.addLayout(line)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Note[Said]]:
        """The rows in the table."""
        return self.table.lines.rows

    @property
    def all_rows(self) -> tuple[Note[Said], ...]:
        """The rows of all tasks and units."""
        return self._rows

    @property
    def shown(self) -> Shown | None:
        """What the panel shows."""
        return self._shown

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            self._shown = shown
            self._show()

    def read(self) -> None:
        """Read the rows anew."""
        workspace, store = self.context.session.services.workspace, self.store

        def job() -> tuple[Note[Said], ...]:
            with workspace.reading() as session:
                return store.read(session)

        self.context.session.read(job, self.take)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES):
            self.read()

    @Slot(object)
    def take(self, rows: tuple[Note[Said], ...]) -> None:
        """Show the rows that were read."""
        self._rows = rows
        self._show()

    def _show(self) -> None:
        shown = self._shown
        rows = [row for row in self._rows if shown is not None and self.belongs(row, shown)]
        rows = list(self.sorted(rows))
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._fit()
        self.head.setText(self.told(rows) if rows else self._words.none)
        self._enable()

    @Slot()
    def _fit(self) -> None:
        # Its head, and room for the bar below that scrolls what is too wide.
        lines = min(len(self.rows), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        self.enable()

    def enable(self) -> None:
        """Let only be done what fits."""
        writable = not self.context.session.read_only and self._shown is not None
        self.add.setEnabled(writable)
        row = self.chosen()
        error = None
        if row is not None:
            office = self.context.session.snapshot.facts.unit_name is None
            error = refusal(whose(by_office=row.by_office, office=office))
        why = str(describe_error(error(self.name_of(row.said)))) if error and row else ""
        for action in (self.alter, self.remove):
            permit(action, writable and row is not None, why)

    def chosen(self) -> Note[Said] | None:
        """The row that is selected."""
        return next(iter(self.table.chosen()), None)

    # --- doing -----------------------------------------------------------------------------------

    def slot_of_new(self) -> slots.Slot | None:
        """Where a new row goes; people are told if they have to choose the unit first."""
        slot = self._shown.slot if self._shown is not None else None
        if slot is not None and not slot.unit:
            dialogs.tell(self, tr("请先选择记录归哪个单位"), tr("单位在材料列表的上方选择。"))
            return None
        return slot

    @Slot()
    def ask_new(self) -> None:
        """Ask what is to be said, and note it."""
        slot = self.slot_of_new()
        if slot is None:
            return
        context, store = self.context, self.store
        workspace = context.session.services.workspace
        way = Undoable[str](
            text=self._words.added,
            undo=lambda note: store.withdraw(workspace, [note]),
            redo=lambda note: store.restore(workspace, [note]),
        )
        title, said = self.new(slot)
        self.ask(
            title,
            f"ask/{self._words.draft}/{slot.indicator}/{slot.task_code}/{slot.unit}",
            said,
            lambda entered: run(context, lambda: store.add(workspace, slot, entered), way),
        )

    @Slot()
    def ask_change(self) -> None:
        """Ask what else is to be said in the row that is chosen."""
        context, store, row = self.context, self.store, self.chosen()
        if row is None:
            return
        workspace, note = context.session.services.workspace, row.id
        way = Undoable[Said](
            text=self._words.altered,
            undo=lambda before: store.alter(workspace, note, before),
        )
        self.ask(
            self._words.altered,
            f"ask/{self._words.draft}/{note}",
            row.said,
            lambda entered: run(context, lambda: store.alter(workspace, note, entered), way),
        )

    @Slot()
    def remove_chosen(self) -> None:
        """Take the row back that is chosen."""
        context, store, row = self.context, self.store, self.chosen()
        if row is None:
            return
        workspace, note = context.session.services.workspace, row.id
        way = Undoable[None](
            text=self._words.removed, undo=lambda _done: store.restore(workspace, [note])
        )
        run(context, lambda: store.withdraw(workspace, [note]), way)

    def ask(self, title: str, key: str, said: Said, agreed: Callable[[Said], object]) -> None:
        """Ask what a row says; ``key`` is what the text is kept under until then."""
        dialog = self.dialog = self.dialog_for(title, said)
        keep_text(self.context.drafts, dialog, key, title)
        dialog.accepted.connect(lambda: agreed(dialog.said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()

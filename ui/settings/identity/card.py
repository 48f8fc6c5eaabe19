"""What the cards of 身份与口令 have in common."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from app.unit_of_work import UnitOfWork
from ui.actions import ActionButton, make_action
from ui.page import PageContext
from ui.settings.identity.reading import IdentityReading
from ui.settings.sections import Card
from ui.widgets.line_table import Column, LineModel, LineTable

_ROWS = 4


class IdentityCard(Card):
    """Shows a part of how things stand, and asks for a new reading after each change."""

    changed = Signal()

    def __init__(self, context: PageContext, title: str, hint: str) -> None:
        super().__init__(title, hint)
        self.context = context
        self.reading: IdentityReading | None = None
        self._tables: list[LineTable] = []
        context.theme.changed.connect(self._fit)

    def show_reading(self, reading: IdentityReading) -> None:
        """Show how things stand now."""
        self.reading = reading

    def make_action(
        self, text: str, tip: str, slot: Callable[[], object], keys: str | None = None
    ) -> QAction:
        """An action of this card."""
        return make_action(self, text, tip, slot, keys, within=True)

    def add_buttons(self, *actions: QAction) -> None:
        """Put buttons below what is there, at the right."""
        row = QHBoxLayout()
        row.addStretch(1)
        for action in actions:
            row.addWidget(ActionButton(action, self.context.theme))
        self.column.addLayout(row)

    def add_table(
        self, name: str, columns: Sequence[Column], key: Callable[[Any], str]
    ) -> LineTable:
        """Put a table of a few lines below what is there."""
        theme = self.context.theme
        table = LineTable(name, LineModel(columns, key, theme), theme)
        self._tables.append(table)
        self._fit()
        self.column.addWidget(table)
        return table

    def write(self, change: Callable[[UnitOfWork], object]) -> None:
        """Change something in one transaction, in the writing queue."""
        database = self.context.session.services.workspace.database

        def job() -> None:
            with database.writing() as work:
                change(work)
                work.commit()

        # What is known of partners also stands on the exchange page.
        self.context.session.write(job, lambda _: self.changed.emit())

    @Slot()
    def _fit(self) -> None:
        for table in self._tables:
            table.setFixedHeight(self.context.theme.space(30 * _ROWS + 6))

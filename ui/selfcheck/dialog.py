"""The office enters a self-check for a unit (代为填报)."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.selfcheck.checks import StatementRow
from ui.actions import label
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.selfcheck.form import EnteredStatement, StatementForm, entered_of
from ui.selfcheck.storing import store_statement
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.wording import indicator_heading


class StatementDialog(QDialog):
    """``form.entered`` is what was entered."""

    def __init__(self, theme: Theme, about: str, known: EnteredStatement, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("代填自查自评"))
        self.form = StatementForm(theme)
        self.form.show_entered(known, writable=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addWidget(label(about, "subheading", wrap=True))
        layout.addWidget(self.form, 1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(480), theme.space(420))


def enter_statement(
    context: PageContext, parent: QWidget, unit: str, indicator: str, row: StatementRow | None
) -> StatementDialog:
    """Ask for a statement, and store it as the office's."""
    before = entered_of(row) if row is not None and row.by_office else None
    about = f"{unit}　{indicator_heading(indicator)}"
    dialog = StatementDialog(context.theme, about, before or EnteredStatement(), parent)

    key = f"ask/review/selfcheck/{indicator}/{unit}"
    keep_text(context.drafts, dialog, key, tr("{about} 的自查自评", about=about))

    def agreed() -> None:
        entered = dialog.form.entered
        if entered != (before or EnteredStatement()):
            store_statement(context, unit, indicator, before, entered)

    dialog.accepted.connect(agreed)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

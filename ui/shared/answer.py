"""The return of an item, shown beside it until it is answered, and the answer."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.evidence.items import Edited, ItemEdit, edit_item, put_entry
from app.evidence.listing import FiledRow
from app.review.listing import ReturnedRow
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.shared.returned import words_of
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical


class AnswerStrip(QFrame):
    """Why an item came back, by whom, what was answered; a button writes the answer."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FiledRow | None = None
        self._returned: ReturnedRow | None = None
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.reason = label("", "wrong", wrap=True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answered = label("", "muted", wrap=True)
        self.answer = make_action(
            self,
            tr("写改动说明…"),
            tr("答复退回：写明怎样改的，创建办审核时与新旧版本一起看到"),
            self._ask,
            "Alt+Shift+E",
        )
        mark_writing(self.answer)
        self.answers = Answering(context, self)
        layout = vertical(self, 12, 8, 8, 8, spacing=4)
        layout.addWidget(self.reason)
        layout.addWidget(self.answered)
        button = ActionButton(self.answer, context.theme)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_row(None, None, read_only=True)

    def show_row(
        self, row: FiledRow | None, returned: ReturnedRow | None, *, read_only: bool
    ) -> None:
        """Show the return of an item; hidden if there is none."""
        self._row, self._returned = row, returned
        shown = row is not None and returned is not None
        self.setVisible(shown)
        may = shown and not read_only and row is not None and row.whose.mine
        self.answer.setEnabled(may)
        if returned is None:
            return
        when = returned.decided_at.astimezone().strftime("%Y-%m-%d")
        self.reason.setText(f"{words_of(returned)}　{returned.decided_by} {when}")
        self.reason.setProperty("wrong", not returned.reworked)
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)
        self.answered.setText(tr("改动说明：{answer}", answer=returned.answer))
        self.answered.setVisible(bool(returned.answer))

    @Slot()
    def _ask(self) -> None:
        if self._row is not None and self._returned is not None:
            self.answers.ask(self._row, self._returned)


class Answering(QObject):
    """Asks for the answer to a return and stores it; it can be undone."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over

    def ask(self, row: FiledRow, returned: ReturnedRow) -> None:
        """Ask what was changed, or why nothing was."""
        dialog = AnswerDialog(self._context.theme, row, returned, self._over)
        name = tr("{title} 的改动说明", title=row.title)
        keep_text(self._context.drafts, dialog, f"answer/{row.item}", name)
        dialog.accepted.connect(lambda: self._store(row.item, dialog.words))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store(self, item: str, words: str) -> None:
        workspace = self._context.session.services.workspace

        def changed(edited: Edited) -> bool:
            return edited.before != edited.after

        way = Undoable[Edited](
            text=tr("写改动说明"),
            undo=lambda edited: put_entry(workspace, item, edited.reverse),
            redo=lambda edited: put_entry(workspace, item, edited),
            said=lambda edited: tr("改动说明已保存，随下次报送送审") if changed(edited) else "",
            changed=changed,
        )
        run(self._context, lambda: edit_item(workspace, item, ItemEdit(reason=words)), way)


class AnswerDialog(QDialog):
    """One text, below what was said when the item came back."""

    def __init__(
        self, theme: Theme, row: FiledRow, returned: ReturnedRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("改动说明"))
        self.text = QPlainTextEdit(returned.answer)
        self.text.setAccessibleName(tr("改动说明"))
        self.text.setPlaceholderText(tr("如：已换成盖章扫描件；2021 年总结见第 3 页"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.space(88))
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        title = tr("，").join(filter(None, (row.number, tr("《{title}》", title=row.title))))
        layout.addWidget(label(title, "subheading", wrap=True))
        layout.addWidget(label(words_of(returned), "wrong", wrap=True))
        layout.addWidget(self.text)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(460), theme.space(250))
        self.text.setFocus()

    @property
    def words(self) -> str:
        """What was typed, on one line."""
        return " ".join(self.text.toPlainText().split())

"""Stores what was typed into a description form, with a step to take it back."""

from PySide6.QtCore import QObject, Signal, Slot

from app.intake.items import edit_item
from ui.page import PageContext
from ui.translation import tr
from ui.undo import Step
from ui.widgets.description_form import Described, DescriptionForm, Entered, edit_of, entered_of


class DescriptionSaver(QObject):
    """Listens to one form. ``confirmed`` follows when guesses were found right as they were."""

    confirmed = Signal(str)  # the item

    def __init__(self, context: PageContext, form: DescriptionForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        form.save_wanted.connect(self.save)

    @Slot(object, object)
    def save(self, row: Described, entered: Entered) -> None:
        """Save an item's description; what was guessed is thereby confirmed."""
        context = self._context
        workspace, before = context.session.services.workspace, entered_of(row)
        edit = edit_of(entered)

        def done(_result: object) -> None:
            self._form.take_as_stored(entered)
            if entered == before:
                context.notice.say(tr("已核对：{title}", title=row.title or row.file_name))
                self.confirmed.emit(row.item)
                return
            context.undo.push(
                Step(
                    tr("修改著录"),
                    lambda: edit_item(workspace, row.item, edit_of(before)),
                    lambda: edit_item(workspace, row.item, edit),
                )
            )
            context.notice.say(tr("已保存"), tr("撤销"), context.undo.undo)

        context.session.write(lambda: edit_item(workspace, row.item, edit), done)

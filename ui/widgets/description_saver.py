"""Stores what was typed into a description form, with a step to take it back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from app.evidence.items import Edited, ItemEdit, edit_item, put_entry
from ui.page import PageContext
from ui.translation import tr
from ui.undo import Step
from ui.widgets.described import Described
from ui.widgets.description_form import DescriptionForm


def edit_of(fields: Mapping[str, str]) -> ItemEdit:
    """The change that stores these fields and thereby confirms them; {} confirms every guess."""
    if not fields:
        return ItemEdit(confirm=True)
    copies = fields.get("copies")
    return ItemEdit(
        fields.get("title"),
        fields.get("doc_number"),
        fields.get("issuer"),
        fields.get("doc_date"),
        int(copies) if copies is not None else None,
        fields.get("remark"),
    )


class DescriptionSaver(QObject):
    """Listens to one form. ``confirmed`` follows when guesses were found right as they were."""

    confirmed = Signal(str)  # the item

    def __init__(self, context: PageContext, form: DescriptionForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        form.save_wanted.connect(self.save)

    @Slot(object, object)
    def save(self, row: Described, fields: Mapping[str, str]) -> None:
        """Save what was changed of an item's description; with {} confirm what was guessed."""
        context, item = self._context, row.item
        workspace, edit = context.session.services.workspace, edit_of(fields)

        def store() -> Edited:
            return edit_item(workspace, item, edit)

        def done(edited: Edited) -> None:
            if edited.before == edited.after:
                return
            text = tr("修改著录") if fields else tr("核对著录")
            context.undo.push(
                Step(
                    text,
                    lambda: put_entry(workspace, item, edited.reverse),
                    lambda: put_entry(workspace, item, edited),
                )
            )
            said = tr("已核对：{title}", title=row.title or row.file_name)
            context.notice.say(tr("已保存") if fields else said, tr("撤销"), context.undo.undo)
            if not fields:
                self.confirmed.emit(item)

        if fields:
            self._form.typing.store(f"item/{item}", fields, store, done)
        else:
            context.session.write(store, done)

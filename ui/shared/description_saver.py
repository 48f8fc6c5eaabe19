"""Stores what was typed into a description form, with a step to take it back."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.evidence.items import Edited, ItemEdit, edit_item, put_entry
from ui.commands import Undoable, run
from ui.page import PageContext
from ui.shared.described import Described
from ui.shared.description_form import DescriptionForm
from ui.translation import tr


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

        done = tr("已保存") if fields else tr("已核对：{title}", title=row.title or row.file_name)

        def then(edited: Edited) -> None:
            if _changed(edited) and not fields:
                self.confirmed.emit(item)

        run(
            context,
            lambda: edit_item(workspace, item, edit),
            Undoable(
                text=tr("修改著录") if fields else tr("核对著录"),
                undo=lambda edited: put_entry(workspace, item, edited.reverse),
                redo=lambda edited: put_entry(workspace, item, edited),
                said=lambda edited: done if _changed(edited) else "",
                changed=_changed,
                then=then,
            ),
            write=partial(self._form.typing.store, f"item/{item}", fields) if fields else None,
        )


def _changed(edited: Edited) -> bool:
    return edited.before != edited.after

"""Stores what was typed into a description form; it can be undone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, Signal, Slot

from app.evidence.bulk import (
    BulkDone,
    BulkEdit,
    change_many,
    edits_of,
    make_again,
    take_back,
)
from app.evidence.items import Edited, ItemEdit, edit_item, put_entry
from app.evidence.library import LibraryRow, PlaceRow
from app.evidence.listing import FiledRow
from app.evidence.origins import asks_origin, recent_origins
from app.evidence.places import Target
from app.framework.values import EvidencePoint
from app.guessing.titles import is_described
from ui.commands import Undoable, run
from ui.page import PageContext
from ui.shared.bulk_dialog import BulkDialog
from ui.shared.described import Described, origin_edit
from ui.shared.description_form import DescriptionForm
from ui.translation import tr


def edit_of(fields: Mapping[str, str]) -> ItemEdit:
    """The change that stores and so confirms these fields; {} confirms every guess."""
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
        origin=origin_edit(fields),
    )


class DescriptionSaver(QObject):
    """Listens to one form. ``confirmed`` is emitted when guesses were confirmed unchanged."""

    confirmed = Signal(str)  # the item

    def __init__(self, context: PageContext, form: DescriptionForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        self.dialog: BulkDialog | None = None
        form.save_wanted.connect(self.save)
        form.bulk_wanted.connect(self.ask_many)
        form.confirm_wanted.connect(lambda rows: self.change_many(rows, BulkEdit(confirm=True)))

    @Slot(object, object)
    def save(self, row: Described, fields: Mapping[str, str]) -> None:
        """Save the changed fields of an item's description; with {} confirm the guesses."""
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

    # --- many at once ----------------------------------------------------------------------------

    @Slot(list, object)
    def ask_many(self, rows: Sequence[Described], points: Sequence[EvidencePoint]) -> None:
        """Ask what many items are to be given."""
        snapshot = self._context.session.snapshot
        asked = any(asks_origin(row, snapshot.framework) for row in rows)
        filed = chain.from_iterable(snapshot.filed.values())
        recent = recent_origins(filed) if asked else None
        dialog = BulkDialog(
            rows, points, snapshot.today, self._context.theme, self._form.window(), recent=recent
        )
        self.dialog = dialog
        dialog.accepted.connect(lambda: self.change_many(rows, dialog.wanted, dialog.chosen_point))
        dialog.finished.connect(self._forget)
        dialog.open()

    def change_many(
        self, rows: Sequence[Described], wanted: BulkEdit, point: int | None = None
    ) -> None:
        """Give many items what is wanted, and put them at a point of their task if one is named."""
        workspace, edits = self._context.session.services.workspace, edits_of(rows, wanted)
        moves = () if point is None else tuple(_moves(rows, point))
        only_checked = wanted == BulkEdit(confirm=True) and point is None
        way = Undoable[BulkDone](
            text=lambda done: (
                tr("核对 {count} 件", count=done.count)
                if only_checked
                else tr("成批修改 {count} 件", count=done.count)
            ),
            undo=lambda done: take_back(workspace, done),
            redo=lambda done: make_again(workspace, done),
            said=lambda done: _told(done, wanted, rows),
            changed=lambda done: done.count,
        )
        run(self._context, lambda: change_many(workspace, edits, moves), way)

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _moves(rows: Sequence[Described], point: int) -> Iterator[tuple[str, Target]]:
    for row in rows:
        places = row.places if isinstance(row, LibraryRow) else (row,)
        for place in places:
            if isinstance(place, FiledRow | PlaceRow):
                yield (
                    place.placement,
                    Target(place.indicator, place.task_code, place.unit, point),
                )


def _told(done: BulkDone, wanted: BulkEdit, rows: Sequence[Described]) -> str:
    """What was changed, and what stays to be done by hand."""
    parts = [
        tr("已改 {count} 件", count=done.count)
        if done.count
        else tr("没有要改的，内容本来就是这样")
    ]
    unsure = {row.item for row in rows if "title" in row.guesses and not is_described(row.title)}
    if wanted.confirm and unsure and wanted.title is None:
        parts.append(tr("{count} 件的题名还是文件名，请另外起题名", count=len(unsure)))
    return tr("；").join(parts)


def _changed(edited: Edited) -> bool:
    return edited.before != edited.after

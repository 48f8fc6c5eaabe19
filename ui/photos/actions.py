"""Asks what photos show, and stores it as one step."""

import hashlib
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.evidence.listing import FiledRow
from app.evidence.photos import (
    PhotoRow,
    PhotosChanged,
    describe_photos,
    list_photos,
    put_photos,
)
from app.filekind import FileKind
from ui import dialogs
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.photos.dialog import PhotosDialog
from ui.shared import whose
from ui.translation import tr

#: Under which name it is kept who took the last photos.
_TAKEN_BY = "photos/taken_by"


def may_have_photos(rows: Sequence[FiledRow]) -> bool:
    """True if some of the items are photos, or have parts that may be some."""
    return any(row.kind is FileKind.IMAGE or row.parts for row in rows)


class PhotoDescriber(QObject):
    """One per page that offers 照片说明; ``over`` is what the dialog stands over."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self.dialog: PhotosDialog | None = None

    def ask(self, rows: Sequence[FiledRow]) -> None:
        """Open the dialog for the photos of items."""
        services = self._context.session.services
        workspace = services.workspace
        items = list(dict.fromkeys(row.item for row in rows))

        def read() -> tuple[tuple[PhotoRow, ...], int]:
            with workspace.reading() as session:
                return list_photos(session, items), services.settings.photos_per_page

        self._context.session.read(read, partial(self._open, tuple(rows)))

    def _open(self, items: Sequence[FiledRow], found: tuple[tuple[PhotoRow, ...], int]) -> None:
        rows, per_page = found
        if not rows:
            dialogs.tell(self._over.window(), tr("这里没有照片"))
            return
        context = self._context
        read_only = tr("工作区以只读方式打开") if context.session.read_only else ""
        dialog = PhotosDialog(
            context,
            rows,
            self._over.window(),
            suggested=context.preferences.recalled(_TAKEN_BY),
            per_page=per_page,
            hindrance=read_only or whose.of_items(list(items)),
        )
        self.dialog = dialog
        if not dialog.model.read_only:
            # One draft for just these items; their ids together would make too long a key.
            ids = "/".join(sorted({row.item for row in rows}))
            key = f"ask/photos/{hashlib.sha256(ids.encode()).hexdigest()[:16]}"
            keep_text(context.drafts, dialog, key, tr("照片说明"), only=(dialog.grid,))
            dialog.discarded.connect(lambda: context.drafts.drop(key))
        dialog.accepted.connect(partial(self._agreed, dialog))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _agreed(self, dialog: PhotosDialog) -> None:
        if not dialog.changed:
            return
        workspace = self._context.session.services.workspace
        draft = dialog.draft
        edits, layouts, orders = draft.edits, dialog.layouts, draft.orders
        taken_by = [edit.note.taken_by for edit in edits if edit.note.taken_by]
        if taken_by:
            self._context.preferences.keep(_TAKEN_BY, taken_by[-1])
        run(
            self._context,
            lambda: describe_photos(workspace, edits, layouts, orders),
            Undoable[tuple[PhotosChanged, ...]](
                text=tr("填写照片说明"),
                undo=lambda done: put_photos(workspace, done, back=True),
                redo=lambda done: put_photos(workspace, done),
                changed=bool,
                said=lambda done: tr("已保存照片说明") if done else tr("照片说明没有改动"),
            ),
        )

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.pane.clear()
            self.dialog.deleteLater()
            self.dialog = None

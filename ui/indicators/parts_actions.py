"""The files of an item in the window: attachments, captions, items joined and split again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.evidence.listing import FiledRow
from app.evidence.parts import (
    Arranged,
    Parted,
    PartRow,
    PutTogether,
    arrange_parts,
    join_again,
    list_parts,
    part_again,
    part_item,
    put_parts,
    put_together,
    put_together_again,
    read_parts,
    take_apart,
)
from app.guessing.titles import is_described, stem_of
from app.intake.parts.adding import add_attachment
from app.jobs import JobContext
from ui import dialogs
from ui.actions import make_action, mark_writing, permit
from ui.commands import Undoable, remember, run, start
from ui.indicators.parts_dialog import PartsDialog
from ui.indicators.task_panel import TaskPanel
from ui.page import PageContext
from ui.photos.actions import PhotoDescriber, may_have_photos
from ui.shared.whose import of_items
from ui.translation import tr

_PURPOSE = "attach"


class PartsActions(QObject):
    """``actions`` are offered in the menu of the list."""

    def __init__(self, context: PageContext, panel: TaskPanel) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel
        self._rows: list[FiledRow] = []
        self.dialog: PartsDialog | None = None
        self.add = make_action(
            panel,
            tr("添加附件…"),
            tr("给这一件添加附件：装订时跟在正文之后，同为一件"),
            self._choose_files,
            "Alt+Shift+T",
        )
        self.arrange = make_action(
            panel,
            tr("附件和图注…"),
            tr("看这一件的各个文件，改次序和图注，去掉附件"),
            self._ask_arranging,
            "Alt+Shift+U",
        )
        self.join = make_action(
            panel,
            tr("合为一件…"),
            tr("把选中的几件（如一组照片）合为一件，各写图注；可以拆开"),
            self._ask_joining,
            "Alt+Shift+J",
        )
        self.split = make_action(
            panel,
            tr("拆开，各成一件"),
            tr("这一件的附件各成一件，放在同一位置；合并以前的著录随之恢复"),
            self._split,
            "Alt+Shift+K",
        )
        self.describer = PhotoDescriber(context, panel)
        self.photos = make_action(
            panel,
            tr("照片说明…"),
            tr("填写选中各件照片的题名、时间、地点、人物、摄影者、文字说明，选每页排几张"),
            self._describe_photos,
            "Alt+Shift+H",
        )
        self.actions: tuple[QAction, ...] = (
            self.photos,
            self.add,
            self.arrange,
            self.join,
            self.split,
        )
        mark_writing(self.add, self.join, self.split)
        panel.rows_chosen.connect(self._follow)
        self._follow([])

    @Slot(list)
    def _follow(self, rows: list[FiledRow]) -> None:
        self._rows = rows
        writable = not self._context.session.read_only
        single = rows[0] if len(rows) == 1 else None
        hindrance = of_items(rows)
        permit(self.add, writable and single is not None, hindrance)
        self.arrange.setEnabled(single is not None)
        self.photos.setEnabled(may_have_photos(rows))
        items = {row.item for row in rows}
        one_unit = len({row.unit for row in rows}) == 1
        permit(self.join, writable and len(items) > 1 and one_unit, hindrance)
        permit(self.split, writable and single is not None and single.parts > 0, hindrance)

    @Slot()
    def _describe_photos(self) -> None:
        self.describer.ask(self._rows)

    # --- attachments -----------------------------------------------------------------------------

    def _choose_files(self) -> None:
        preferences = self._context.preferences
        paths = dialogs.choose_files(self._panel, tr("添加附件"), preferences.last_folder(_PURPOSE))
        if paths:
            preferences.keep_folder(_PURPOSE, str(paths[0].parent))
            self.attach(self._rows[0], paths)

    def attach(self, row: FiledRow, paths: Sequence[Path]) -> None:
        """Add files to an item, as attachments."""
        services = self._context.session.services
        workspace, item = services.workspace, row.item

        def job(job: JobContext) -> Arranged:
            before = read_parts(workspace, item)
            try:
                for path in paths:
                    add_attachment(workspace, services.workers, item, path, job)
            finally:
                after = read_parts(workspace, item)
            return Arranged(item, before, after)

        title = tr("添加附件 {count} 个", count=len(paths))
        start(self._context, title, job, partial(remember, self._context, self._way(title)))

    def _way(self, title: str) -> Undoable[Arranged]:
        workspace = self._context.session.services.workspace
        return Undoable[Arranged](
            text=title,
            undo=lambda done: put_parts(workspace, done.item, done.before),
            redo=lambda done: put_parts(workspace, done.item, done.after),
            changed=lambda done: done.before != done.after,
        )

    # --- captions and order ----------------------------------------------------------------------

    def _ask_arranging(self) -> None:
        row = self._rows[0]
        workspace = self._context.session.services.workspace

        def read() -> tuple[PartRow, ...]:
            with workspace.reading() as session:
                return list_parts(session, row.item)

        self._context.session.read(read, partial(self._open_arranging, row))

    def _open_arranging(self, row: FiledRow, parts: tuple[PartRow, ...]) -> None:
        dialog = PartsDialog(self._context, parts, row.title, self._panel.window())
        dialog.agree.setEnabled(not self._context.session.read_only and not of_items([row]))
        workspace = self._context.session.services.workspace

        def agreed() -> None:
            order, captions = dialog.order, dialog.captions
            run(
                self._context,
                lambda: arrange_parts(workspace, row.item, order, captions),
                self._way(tr("整理附件")),
            )

        self._open(dialog, agreed)

    # --- joining and splitting -------------------------------------------------------------------

    def _ask_joining(self) -> None:
        rows = list({row.item: row for row in self._rows}.values())
        parts = [
            PartRow(_name_of(row), row.sha256, row.kind, row.label, row.size, not at, row.pages)
            for at, row in enumerate(rows)
        ]
        title = rows[0].title if is_described(rows[0].title) else ""
        dialog = PartsDialog(self._context, parts, title, self._panel.window(), joining=True)
        workspace = self._context.session.services.workspace

        def agreed() -> None:
            items = [rows[number].item for number in dialog.order]
            captions: dict[str, str] = dict(zip(items, dialog.captions, strict=True))
            name = dialog.title
            way = Undoable[PutTogether](
                text=tr("{count} 件合为一件", count=len(items)),
                undo=lambda done: take_apart(workspace, done),
                redo=lambda done: put_together_again(workspace, done),
                said=tr("已把 {count} 件合为一件", count=len(items)),
                then=lambda done: self._panel.choose_item(done.arranged.item),
            )
            run(self._context, lambda: put_together(workspace, items, name, captions), way)

        self._open(dialog, agreed)

    def _split(self) -> None:
        item = self._rows[0].item
        workspace = self._context.session.services.workspace
        way = Undoable[Parted](
            text=lambda done: tr("拆开附件，另成 {count} 件", count=len(done.items)),
            undo=lambda done: join_again(workspace, done),
            redo=lambda done: part_again(workspace, done),
            said=lambda done: tr("已拆开，另成 {count} 件", count=len(done.items)),
        )
        run(self._context, lambda: part_item(workspace, item), way)

    def _open(self, dialog: PartsDialog, agreed: object) -> None:
        self.dialog = dialog
        dialog.accepted.connect(agreed)
        dialog.finished.connect(self._forget)
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.pane.clear()
            self.dialog.deleteLater()
            self.dialog = None


def _name_of(row: FiledRow) -> str:
    """A file's name with the title for a caption, if that says something."""
    if not is_described(row.title):
        return row.file_name
    return f"{row.title}{row.file_name[len(stem_of(row.file_name)) :]}"

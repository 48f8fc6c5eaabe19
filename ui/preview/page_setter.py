"""Turns pages of an item from the preview, and opens the dialog for all that can be set."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.conversion.model import CHOOSABLE, USUAL
from app.errors import ConversionFailed
from app.evidence.listing import FiledRow
from app.evidence.page_setups import PagesTurned, set_pages, turn_pages
from app.evidence.parts import PartRow, list_parts
from app.jobs import SilentJob
from app.page_setup import AS_THEY_ARE, PageSetup, told_pages
from app.preview.showing import NamedOriginal, own_rendition
from app.problems import Problem
from ui.commands import Undoable, run
from ui.page import PageContext
from ui.preview.pages_dialog import PagesDialog
from ui.shared import whose
from ui.translation import tr


class PageSetter(QObject):
    """One per preview."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self.dialog: PagesDialog | None = None

    def hindrance(self, row: FiledRow) -> str:
        """Why the pages of an item cannot be set up here; "" if they can."""
        if self._context.session.read_only:
            return tr("工作区以只读方式打开")
        return whose.of_items([row])

    def turn(self, row: FiledRow, shown: int, of_shown: int, by: int) -> None:
        """Turn a page of an item's main file further, by degrees clockwise.

        ``shown`` is its place among the ``of_shown`` pages of the preview, counted from 0.
        """
        services = self._context.session.services
        workspace, kept = services.workspace, row.pages
        choices = row.binding if row.kind in CHOOSABLE else USUAL
        original = NamedOriginal(row.sha256, row.kind, row.file_name, choices, kept)
        # Where the file has other pages than are shown, as a long picture has, all are turned.
        wanted = kept.shown[shown] if shown < len(kept.shown) else shown + 1

        def do() -> PagesTurned:
            found = own_rendition(workspace, services.conversion, original, SilentJob())
            if isinstance(found, Problem):
                raise ConversionFailed(row.file_name, found)
            count = found.page_count
            same = len(kept.shown) == of_shown if kept.of == count else count == of_shown
            pages = [wanted] if same else list(range(1, count + 1))
            return turn_pages(workspace, row.item, row.sha256, count, pages, by)

        run(
            self._context,
            do,
            Undoable[PagesTurned](
                text=tr("转页"),
                undo=lambda done: set_pages(workspace, row.item, {row.sha256: done.before}),
                redo=lambda done: set_pages(workspace, row.item, {row.sha256: done.after}),
                said=_turned_words,
            ),
        )

    def ask(self, row: FiledRow, page: int = 1) -> None:
        """Open the dialog for the files of an item, at a page of the main one."""
        workspace = self._context.session.services.workspace

        def read() -> tuple[PartRow, ...]:
            with workspace.reading() as session:
                return list_parts(session, row.item)

        self._context.session.read(read, partial(self._open, row, page))

    def _open(self, row: FiledRow, page: int, parts: tuple[PartRow, ...]) -> None:
        self.dialog = PagesDialog(
            self._context,
            parts,
            row.setups,
            row.binding,
            self._over.window(),
            page=page,
            hindrance=self.hindrance(row),
        )
        self.dialog.accepted.connect(partial(self._agreed, self.dialog, row))
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _agreed(self, dialog: PagesDialog, row: FiledRow) -> None:
        workspace = self._context.session.services.workspace
        after = dialog.setups
        before = {sha256: row.setups.get(sha256, AS_THEY_ARE) for sha256 in after}
        if after == before:
            return

        def put(setups: Mapping[str, PageSetup]) -> bool:
            return set_pages(workspace, row.item, setups)

        run(
            self._context,
            lambda: put(after),
            Undoable[bool](
                text=tr("页面设置"),
                undo=lambda _done: put(before),
                redo=lambda _done: put(after),
                said=tr("已设置页面，下次编制时生效；原件不变"),
            ),
        )

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _turned_words(done: PagesTurned) -> str:
    was, now = dict(done.before.turns), dict(done.after.turns)
    pages = sorted(page for page in {*was, *now} if was.get(page) != now.get(page))
    return tr("已转第 {pages} 页，装订时也这样；原件不变", pages=told_pages(pages))

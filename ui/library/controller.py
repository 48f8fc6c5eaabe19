"""Does what the 材料库 page asks for, through the services, and stores how to undo it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.evidence.exporting import SavedOriginals, save_original, save_originals
from app.evidence.library import PlaceRow
from app.evidence.reverting import revert_item
from app.evidence.revisions import RevisionRow, list_revisions
from app.jobs import JobContext
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import Undoable, run, start
from ui.comparing.comparing import Comparing
from ui.library.browse import LibraryBrowser
from ui.library.detail import LibraryDetail
from ui.library.rows import TableEntry
from ui.page import PageContext
from ui.shared.description_saver import DescriptionSaver
from ui.shared.evidence_actions import EvidenceActions
from ui.translation import tr
from ui.wording import describe_error

_FOLDER = "originals"


class LibraryController(QObject):
    """One per page."""

    place_wanted = Signal(object)  # PlaceRow

    def __init__(
        self,
        context: PageContext,
        browser: LibraryBrowser,
        detail: LibraryDetail,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent
        self._browser, self._detail = browser, detail
        self.comparing = Comparing(context, parent)
        self.actions = EvidenceActions(context, parent)
        self.saver = DescriptionSaver(context, detail.form)
        browser.copy_wanted.connect(self.copy)
        browser.move_wanted.connect(self.move)
        browser.remove_wanted.connect(lambda es: self.actions.remove([e.row.item for e in es]))
        browser.restore_wanted.connect(self.restore)
        browser.keep_wanted.connect(self.keep)
        browser.save_wanted.connect(self.save_entries)
        browser.opened.connect(detail.focus_form)
        detail.copy_wanted.connect(lambda items: self.actions.ask_copy(items, self._unit()))
        detail.move_wanted.connect(self.move_places)
        detail.take_away_wanted.connect(
            lambda places: self.actions.take_away([p.placement for p in places])
        )
        detail.revise_wanted.connect(self.revise)
        detail.revert_wanted.connect(self.revert)
        detail.compare_wanted.connect(self.compare)
        detail.save_wanted.connect(self.save_revision)
        detail.place_wanted.connect(self.place_wanted)

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    def _unit(self) -> str:
        units = {entry.row.unit for entry in self._browser.chosen_entries}
        return units.pop() if len(units) == 1 else ""

    # --- places ----------------------------------------------------------------------------------

    @Slot(list)
    def copy(self, entries: Sequence[TableEntry]) -> None:
        """Use items at one more place."""
        self.actions.ask_copy([e.row.item for e in entries], self._unit())

    @Slot(list)
    def move(self, entries: Sequence[TableEntry]) -> None:
        """Move items that have one place each."""
        self.move_places([place for e in entries for place in e.row.places])

    @Slot(list)
    def move_places(self, places: Sequence[PlaceRow]) -> None:
        """Move items away from these places to another one."""
        units = {place.unit for place in places}
        unit = units.pop() if len(units) == 1 else ""
        self.actions.ask_move([p.placement for p in places], unit)

    @Slot(list)
    def restore(self, entries: Sequence[TableEntry]) -> None:
        """Restore items and places from the recycle bin."""
        items = [e.row.item for e in entries if e.place is None]
        self.actions.restore(items, [e.place.placement for e in entries if e.place is not None])

    @Slot(object, list)
    def keep(self, entry: TableEntry, others: Sequence[TableEntry]) -> None:
        """Keep one of several equal items."""
        self.actions.keep_one(entry.row.item, [e.row.item for e in others])

    # --- revisions -------------------------------------------------------------------------------

    def read_revisions(self, item: str) -> None:
        """Read the revisions of an item, and show them."""
        workspace = self._workspace

        def job() -> tuple[RevisionRow, ...]:
            with workspace.reading() as session:
                return list_revisions(session, item)

        self._context.session.read(job, self._detail.show_revisions)

    @Slot(str)
    def revise(self, item: str) -> None:
        """Give an item a new version of its file."""
        self.actions.ask_revise(item, self._revision(item))

    def _revision(self, item: str) -> int:
        rows = (e.row for e in self._browser.chosen_entries if e.row.item == item)
        return next((row.revision for row in rows), 1)

    @Slot(object)
    def revert(self, revision: RevisionRow) -> None:
        """Go back to an earlier revision of an item."""
        workspace, item, number = self._workspace, revision.item, revision.number
        rows = [e.row for e in self._browser.chosen_entries if e.row.item == item]
        before = rows[0].revision if rows else number

        run(
            self._context,
            lambda: revert_item(workspace, item, number),
            Undoable(
                text=tr("恢复为第 {number} 版", number=number),
                undo=lambda _new: revert_item(workspace, item, before),
                said=tr("已按第 {number} 版恢复，各版本都保留", number=number),
            ),
        )

    @Slot(object, object)
    def compare(self, older: RevisionRow, newer: RevisionRow) -> None:
        """Show the differences of two revisions."""
        self.comparing.show(older, newer)

    # --- originals -------------------------------------------------------------------------------

    @Slot(list)
    def save_entries(self, entries: Sequence[TableEntry]) -> None:
        """Copy the files of items into a folder that the person chooses."""
        folder = self._ask_folder()
        if folder is None:
            return
        workspace, items = self._workspace, [e.row.item for e in entries]
        self._save(lambda job: save_originals(workspace, items, folder, job))

    @Slot(object)
    def save_revision(self, revision: RevisionRow) -> None:
        """Copy the file of one revision into a folder that the person chooses."""
        folder = self._ask_folder()
        if folder is None:
            return
        workspace, sha256, name = self._workspace, revision.sha256, revision.file_name
        self._save(lambda job: save_original(workspace, sha256, name, folder, job))

    def _ask_folder(self) -> Path | None:
        preferences = self._context.preferences
        start = preferences.last_folder(_FOLDER)
        folder = dialogs.choose_folder(self._over, tr("另存到哪个文件夹"), start)
        if folder is not None:
            preferences.keep_folder(_FOLDER, str(folder))
        return folder

    def _save(self, job: Callable[[JobContext], SavedOriginals | Path]) -> None:
        start(self._context, tr("另存原件"), job, self._on_saved)

    @Slot(object)
    def _on_saved(self, result: SavedOriginals | Path) -> None:
        if isinstance(result, Path):
            self._context.notice.say(tr("已另存为 {name}", name=result.name))
            return
        self._context.notice.say(tr("已另存 {count} 个文件", count=result.saved))
        if result.failed:
            lines = [
                tr("{about}：{what}", about=f.file_name, what=describe_error(f.error))
                for f in result.failed
                if f.error
            ]
            text = tr("有 {count} 个文件没有另存", count=len(result.failed))
            dialogs.tell(self._over, text, "\n".join(lines))

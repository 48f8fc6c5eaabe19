"""What several pages do with evidence: move, use elsewhere, remove, restore; all can be undone."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.evidence.merging import KeptOne, keep_one
from app.evidence.moving import Copied, Moved, copy_items, move_placements, put_back
from app.evidence.places import Target
from app.evidence.presence import Presence, change_presence
from app.evidence.reverting import revert_item
from app.intake.parts.revising import revise_item
from app.jobs import JobContext
from app.problems import Problem
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import R, Undoable, Words, remember, run, start
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.indicator_dialog import IndicatorDialog, ask_place
from ui.widgets.indicator_picker import target_text
from ui.wording import describe_problem


class EvidenceActions(QObject):
    """One per page; changes go through the serial queue, and each can be undone."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    # --- elsewhere -------------------------------------------------------------------------------

    def ask_move(
        self, placements: Sequence[str], unit: str = "", start: Target | None = None
    ) -> None:
        """Ask for the new place of items, and move them there."""
        if placements:
            title = tr("把 {count} 件材料移到", count=len(placements))
            self._ask(title, tr("移到这里"), unit, start, lambda t: self.move(placements, t))

    def ask_copy(self, items: Sequence[str], unit: str = "", start: Target | None = None) -> None:
        """Ask where items should also be used, and file them there too."""
        if items:
            title = tr("把 {count} 件材料同时用于", count=len(items))
            self._ask(title, tr("用于这里"), unit, start, lambda t: self.copy(items, t))

    def _ask(
        self,
        title: str,
        verb: str,
        unit: str,
        start: Target | None,
        then: Callable[[Target], object],
    ) -> None:
        context = self._context
        if context.session.read_only:
            return
        dialog = IndicatorDialog(
            context.session.snapshot,
            context.theme,
            context.preferences,
            title=title,
            verb=verb,
            unit=unit,
            start=start,
            parent=self._over.window(),
        )
        ask_place(dialog, then)

    def move(self, placements: Sequence[str], target: Target) -> None:
        """Move items to a place."""
        workspace = self._workspace
        where = self._named(target)

        way = Undoable[Moved](
            text=lambda moved: tr("移动 {count} 件", count=len(moved.before)),
            undo=lambda moved: put_back(workspace, moved.before),
            said=lambda moved: _told(
                tr("已把 {count} 件移到 {where}", count=len(moved.before), where=where),
                len(moved.before),
                len(moved.already),
                moved.without_years,
            ),
            changed=lambda moved: moved.before,
        )
        run(self._context, lambda: move_placements(workspace, placements, target), way)

    def copy(self, items: Sequence[str], target: Target) -> None:
        """Use items at one more place."""
        workspace = self._workspace
        where = self._named(target)

        way: Undoable[Copied] = by_presence(
            workspace,
            lambda copied: Presence(places_in=copied.placements),
            text=lambda copied: tr("用于其他指标 {count} 件", count=len(copied.placements)),
            said=lambda copied: _told(
                tr("{count} 件已同时用于 {where}", count=len(copied.placements), where=where),
                len(copied.placements),
                len(copied.already),
            ),
            changed=lambda copied: copied.placements,
        )
        run(self._context, lambda: copy_items(workspace, items, target), way)

    def _named(self, target: Target) -> str:
        return target_text(self._context.session.snapshot.framework, target)

    # --- versions --------------------------------------------------------------------------------

    def ask_revise(self, item: str, revision: int) -> None:
        """Let the person pick an item's next version; ``revision`` is the present one."""
        preferences = self._context.preferences
        start = preferences.last_folder("attach")
        path = dialogs.choose_file(self._over, tr("选择新版本的文件"), start)
        if path is not None:
            preferences.keep_folder("attach", str(path.parent))
            self.revise(item, revision, path)

    def revise(self, item: str, revision: int, path: Path) -> None:
        """Take a file in as the new version of an item."""
        services, title = self._context.session.services, tr("换新版本")
        workspace = services.workspace

        def job(job: JobContext) -> tuple[Problem, ...]:
            return revise_item(workspace, services.workers, item, path, job)

        way = Undoable[tuple[Problem, ...]](
            text=title,
            undo=lambda _problems: revert_item(workspace, item, revision),
            redo=lambda _problems: revert_item(workspace, item, revision + 1),
            said=lambda problems: tr("；").join(
                (tr("已换上新版本，旧版本保留"), *(describe_problem(p).reason for p in problems))
            ),
        )
        start(self._context, title, job, partial(remember, self._context, way))

    # --- the recycle bin -------------------------------------------------------------------------

    def remove(self, items: Sequence[str]) -> None:
        """Put items into the recycle bin."""
        count = len(items)
        self._change(
            tr("移到回收站 {count} 件", count=count),
            tr("已移到回收站 {count} 件", count=count),
            Presence(items_out=tuple(items)),
        )

    def restore(self, items: Sequence[str], placements: Sequence[str] = ()) -> None:
        """Restore items, and removed places of items, from the recycle bin."""
        count = len(items) + len(placements)
        self._change(
            tr("恢复 {count} 件", count=count),
            tr("已恢复 {count} 件", count=count),
            Presence(items_in=tuple(items), places_in=tuple(placements)),
        )

    def take_away(self, placements: Sequence[str]) -> None:
        """Remove an item from some of its places; it stays at the others."""
        count = len(placements)
        self._change(
            tr("从 {count} 处移除", count=count),
            tr("已从 {count} 处移除，其他位置不变", count=count),
            Presence(places_out=tuple(placements)),
        )

    def keep_one(self, kept: str, others: Sequence[str]) -> None:
        """Keep one of several equal items; it gets the others' places, and they go into the bin."""
        workspace = self._workspace

        way: Undoable[KeptOne] = by_presence(
            workspace,
            lambda done: Presence(items_out=done.removed, places_in=done.placements),
            text=lambda done: tr("保留一件，移除 {count} 件", count=len(done.removed)),
            said=lambda done: tr(
                "已保留一件，另 {count} 件移到回收站，位置由保留的一件接替", count=len(done.removed)
            ),
        )
        run(self._context, lambda: keep_one(workspace, kept, others), way)

    def _change(self, name: str, said: str, change: Presence) -> None:
        workspace = self._workspace

        way: Undoable[None] = by_presence(workspace, lambda _result: change, text=name, said=said)
        run(self._context, lambda: change_presence(workspace, change), way)


def by_presence(
    workspace: Workspace,
    change_of: Callable[[R], Presence],
    *,
    text: Words[R],
    said: Words[R],
    changed: Callable[[R], object] = lambda _result: True,
) -> Undoable[R]:
    """The undo step for items that appear or disappear; each direction is one transaction."""
    return Undoable(
        text=text,
        undo=lambda result: change_presence(workspace, change_of(result).reverse),
        redo=lambda result: change_presence(workspace, change_of(result)),
        said=said,
        changed=changed,
    )


def _told(text: str, count: int, already: int, without_years: int = 0) -> str:
    """What was done, which items were there already, and how many lost chosen years."""
    stayed = tr("{count} 件已经在那里，没有变动", count=already)
    if not count:
        return stayed
    parts = [text]
    if without_years:
        parts.append(tr("{count} 件选定的年度新要点不要求，已去掉", count=without_years))
    if already:
        parts.append(stayed)
    return tr("；").join(parts)

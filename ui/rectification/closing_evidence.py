"""Adds and removes the evidence that a problem is solved; both can be undone."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.evidence.places import Target
from app.evidence.presence import Presence
from app.framework.schema import Indicator
from app.intake.attach import attach_files
from app.intake.report import AttachReport
from app.intake.requests import AttachRequest
from app.jobs import JobContext
from app.rectification.reading import RegisterRow
from app.rectification.service import ReplyEdit, reply
from app.rectification.together import change_evidence
from ui import dialogs
from ui.commands import Undoable, remember, run, start
from ui.page import PageContext
from ui.rectification.choose_items import ChooseItemsDialog
from ui.rectification.evidence_part import EvidencePart, Proof
from ui.rectification.rows import offered
from ui.shared.outcomes import OutcomeDialog, needs_care, summary_of
from ui.shared.showing_outcomes import tell_outcomes
from ui.shared.targets import ItemTarget
from ui.translation import tr

_FOLDER = "attach"


class ClosingEvidence(QObject):
    """One per form; ``turn_to`` says which problem is shown."""

    def __init__(self, context: PageContext, part: EvidencePart) -> None:
        super().__init__(part)
        self._context, self._part = context, part
        self._row: RegisterRow | None = None
        part.choose_wanted.connect(self.choose)
        part.browse_wanted.connect(self._browse)
        part.files_given.connect(self.take_in)
        part.nothing_pasted.connect(context.notice.say)
        part.remove_wanted.connect(self.take_away)
        part.item_wanted.connect(lambda item: context.go("indicators", ItemTarget(item)))

    def turn_to(self, row: RegisterRow | None, *, office: bool, writable: bool) -> None:
        """Show a problem's evidence; the office can only read what a unit has entered itself."""
        self._row = row
        units_own = row is not None and row.reply is not None and not row.reply.by_office
        may = writable and row is not None and not (office and units_own)
        titles: dict[str, str] = {
            r.item: r.title or r.file_name
            for rows in self._context.session.snapshot.filed.values()
            for r in rows
        }
        gone = tr("已不在材料库的材料")
        proofs = [Proof(item, titles.get(item, gone)) for item in self._items]
        self._part.show_proofs(proofs, writable=may)

    @property
    def _items(self) -> tuple[str, ...]:
        row = self._row
        return row.reply.evidence if row is not None and row.reply is not None else ()

    @Slot()
    def choose(self) -> None:
        """Let the person tick the items that are evidence."""
        row = self._row
        if row is None:
            return
        filed = self._context.session.snapshot.filed.values()
        rows = offered((r for found in filed for r in found), row.notice.unit, row.notice.indicator)
        before = self._items
        dialog = ChooseItemsDialog(rows, before, self._context.theme, self._part)

        def agreed() -> None:
            ticked, known = set(dialog.chosen), {r.item for r in rows}
            # Items that stay keep their order, and items that are not in the list are kept.
            kept = [i for i in before if i in ticked or i not in known]
            self._put(row, (*kept, *(i for i in dialog.chosen if i not in kept)))

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def take_away(self, items: Sequence[str]) -> None:
        """Remove items from the evidence; they stay in the library."""
        if self._row is not None:
            self._put(self._row, tuple(i for i in self._items if i not in items))

    @Slot(list)
    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files under the problem's indicator, and add them to the evidence."""
        row, session = self._row, self._context.session
        if row is None or session.read_only:
            return
        services, before = session.services, self._items
        notice = row.notice
        task_code = notice.task_code or _usual_task(
            session.snapshot.framework.indicator(notice.indicator)
        )
        target = Target(notice.indicator, task_code, notice.unit, notice.point)

        def job(context: JobContext) -> AttachReport:
            request = AttachRequest(tuple(paths), target)
            report = attach_files(services.workspace, services.workers, request, context)
            after = _with(before, report)
            if after != before:
                reply(services.workspace, notice.id, ReplyEdit(evidence=after))
            return report

        start(
            self._context,
            tr("收取佐证材料"),
            job,
            lambda report: self._on_taken_in(notice.id, before, report),
        )

    def _on_taken_in(self, notice: str, before: tuple[str, ...], report: AttachReport) -> None:
        workspace = self._context.session.services.workspace
        added = tuple(o.item_id for o in report.added() if o.item_id)
        after = _with(before, report)
        came = Presence(items_in=added)
        way = Undoable[AttachReport](
            text=tr("添加佐证材料 {count} 件", count=len(after) - len(before)),
            undo=lambda _report: change_evidence(workspace, notice, before, came.reverse),
            redo=lambda _report: change_evidence(workspace, notice, after, came),
        )
        if after != before:
            remember(self._context, way, report)
        if any(needs_care(o) for o in report.outcomes):
            tell_outcomes(self._context, summary_of(report), report, partial(self._show, report))

    def _show(self, report: AttachReport) -> None:
        window = self._part.window()
        dialog = OutcomeDialog(report, self._context.theme, window, can_add=False)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def _browse(self) -> None:
        preferences = self._context.preferences
        paths = dialogs.choose_files(
            self._part, tr("添加佐证材料"), preferences.last_folder(_FOLDER)
        )
        if paths:
            preferences.keep_folder(_FOLDER, str(paths[0].parent))
            self.take_in(paths)

    def _put(self, row: RegisterRow, items: tuple[str, ...]) -> None:
        workspace, before = self._context.session.services.workspace, self._items
        if items == before:
            return

        def put(what: tuple[str, ...]) -> None:
            reply(workspace, row.notice.id, ReplyEdit(evidence=what))

        way = Undoable[None](text=tr("修改佐证材料"), undo=lambda _made: put(before))
        run(self._context, lambda: put(items), way)


def _with(before: tuple[str, ...], report: AttachReport) -> tuple[str, ...]:
    """The evidence with the new files; a file that was there already is not added a second time."""
    found = (o.item_id for o in (*report.added(), *report.present()) if o.item_id)
    return tuple(dict.fromkeys((*before, *found)))


def _usual_task(indicator: Indicator) -> str:
    """The task where an indicator's papers are filed, if the problem names no task."""
    papers = [task.code for task in indicator.tasks if task.method == "material_check"]
    return papers[0] if papers else indicator.tasks[0].code

"""Does what the 指标 page asks for, through the services, and notes how to take it back."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.completeness.figures import place_of, put_figures
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.evidence.listing import FiledRow
from app.evidence.moving import Moved, move_each, put_back
from app.evidence.placements import reorder
from app.evidence.places import Target
from app.evidence.presence import Presence, remove_from
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.parts.adding import Companions, add_companion_pdf, put_companion
from app.intake.report import AttachReport
from app.intake.requests import AttachRequest
from app.jobs import JobContext
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import Undoable, remember, run, start
from ui.dialog_drafts import keep_text
from ui.indicators.detail import DetailPanel
from ui.indicators.evidence_model import within_groups
from ui.indicators.figures import FigurePlace, value_of
from ui.indicators.marks import MarkDialog, mark_at
from ui.page import PageContext
from ui.shared.evidence_actions import EvidenceActions, by_presence
from ui.shared.outcomes import OutcomeDialog, needs_care, summary_of
from ui.shared.showing_outcomes import show_outcomes
from ui.translation import tr
from ui.wording import named


class IndicatorsController(QObject):
    """One per page."""

    item_wanted = Signal(str)

    def __init__(self, context: PageContext, detail: DetailPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._detail = context, detail
        self._loose = False  # what comes in goes to no point yet, and there are several
        self.outcomes: OutcomeDialog | None = None
        self._target: Target | None = None  # of what was taken in last
        panel = detail.panel
        panel.attach_wanted.connect(self.attach)
        panel.companion_wanted.connect(self.attach_companion)
        panel.revise_wanted.connect(self.revise)
        panel.remove_wanted.connect(self.remove)
        panel.order_wanted.connect(self.reorder)
        panel.point_wanted.connect(self.assign_point)
        panel.figures.use(context.drafts)
        panel.figures.stated.connect(self.state_figures)
        panel.mark_wanted.connect(self.ask_mark)
        panel.copy_wanted.connect(self.copy)
        panel.move_wanted.connect(self.move)
        self.actions = EvidenceActions(context, detail)

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    # --- taking in -------------------------------------------------------------------------------

    @Slot(list, object)
    def attach(self, paths: Sequence[Path], point: int | None) -> None:
        """Take files and folders in for the task that is open."""
        task_code, code = self._detail.task_code, self._detail.code
        unit = self._detail.panel.unit.name
        if task_code is None or not code or self._context.session.read_only:
            return
        if not unit:
            dialogs.tell(
                self._detail, tr("请先选择材料归在哪个单位名下"), tr("单位在材料列表的上方选择。")
            )
            return
        request = AttachRequest(tuple(paths), Target(code, task_code, unit, point))
        points = self._context.session.snapshot.framework.task(code, task_code).points
        self._loose = point is None and len(points) > 1
        self._take_in(request)

    def _take_in(self, request: AttachRequest) -> None:
        services = self._context.session.services
        self._target = request.target

        def job(context: JobContext) -> AttachReport:
            return attach_files(services.workspace, services.workers, request, context)

        start(
            self._context,
            tr("收取文件"),
            job,
            self._on_attached,
            cancelled=self._on_cancelled,
        )

    @Slot(object)
    def attach_companion(self, row: FiledRow) -> None:
        """Let the person pick the PDF printed from an item, whose pages stand for it."""
        context, services = self._context, self._context.session.services
        folder = context.preferences.last_folder("attach")
        path = dialogs.choose_file(self._detail, tr("选择打印成的 PDF"), folder)
        if path is None:
            return

        workspace, item = services.workspace, row.item

        def job(job: JobContext) -> Companions:
            return add_companion_pdf(workspace, services.workers, item, path, job)

        title = tr("附打印的 PDF")
        way = Undoable[Companions](
            text=title,
            undo=lambda change: put_companion(workspace, item, change.before),
            redo=lambda change: put_companion(workspace, item, change.now),
            said=tr("已附上 {name}，装订时用它的页面", name=path.name),
        )
        start(context, title, job, partial(remember, context, way))

    @Slot(object)
    def revise(self, row: FiledRow) -> None:
        """Let the person pick the file that takes the place of an item's."""
        self.actions.ask_revise(row.item, row.revision)

    @Slot(object)
    def _on_attached(self, report: AttachReport) -> None:
        added = tuple(o.item_id for o in report.added() if o.item_id)
        way: Undoable[AttachReport] = by_presence(
            self._workspace,
            lambda _report: Presence(items_in=added),
            text=tr("收取 {count} 件", count=len(added)),
            said="",
        )
        if added:
            remember(self._context, way, report)
            self._detail.panel.choose_item(added[0])  # its guesses are to be looked at
        said = summary_of(report)
        if added and self._loose:
            said = tr("{said}。还没有归到要点：选中后按右键，点“归到要点”", said=said)
        self._context.notice.say(said, tr("查看结果"), lambda: self._show_outcomes(report))
        if any(needs_care(o) for o in report.outcomes):
            self._show_outcomes(report)

    @Slot()
    def _on_cancelled(self) -> None:
        self._context.notice.say(tr("已停止收取；停止之前收取的文件都在"))

    def _show_outcomes(self, report: AttachReport) -> None:
        if self.outcomes is not None:
            self.outcomes.close()
        target = self._target
        can_clear = target is not None and not self._context.session.read_only
        self.outcomes = show_outcomes(self._context, report, self._detail, can_clear=can_clear)
        if target is not None:
            self.outcomes.clearing_wanted.connect(
                lambda paths, reason: self._clear(paths, reason, target)
            )
        self.outcomes.item_wanted.connect(self.item_wanted)
        self.outcomes.finished.connect(self._forget_outcomes)

    def _clear(self, paths: Sequence[Path], reason: str, target: Target) -> None:
        """Take in what a person declared no secret; a certain mark is refused all the same."""
        if self.outcomes is not None:
            self.outcomes.close()
        self._take_in(AttachRequest(tuple(paths), target, cleared=reason))

    @Slot()
    def _forget_outcomes(self) -> None:
        self.outcomes = None

    # --- changing --------------------------------------------------------------------------------

    @Slot(list)
    def remove(self, rows: Sequence[FiledRow]) -> None:
        """Take items away from here: into the recycle bin, unless they lie elsewhere too."""
        workspace, placements = self._workspace, [row.placement for row in rows]
        way: Undoable[Presence] = by_presence(
            workspace,
            lambda change: change,
            text=tr("移除 {count} 件", count=len(rows)),
            said=tr("已移除 {count} 件", count=len(rows)),
        )
        run(self._context, lambda: remove_from(workspace, placements), way)

    @Slot(list)
    def reorder(self, ids: Sequence[str]) -> None:
        """Let the items of the task follow each other in this order, within point and unit."""
        workspace = self._workspace
        rows = self._detail.panel.model.rows
        before = [row.placement for row in rows]
        after = within_groups(rows, ids)
        if after == before:
            self._context.notice.say(tr("材料按要点、责任单位排列；换要点请用“归到要点”"))
            return

        way = Undoable[None](
            text=tr("调整顺序"), undo=lambda _result: reorder(workspace, before), said=""
        )
        run(self._context, lambda: reorder(workspace, after), way)

    @Slot(list, object)
    def assign_point(self, rows: Sequence[FiledRow], point: int | None) -> None:
        """Move items to another point of the same task."""
        workspace = self._workspace
        moves = [(row.placement, _target(row, point)) for row in rows]

        def said(moved: Moved) -> str:
            if not moved.before:
                return tr("{count} 件已经在那里，没有变动", count=len(moved.already))
            return (
                tr("已归到要点 {point}", point=point) if point is not None else tr("已改为未归要点")
            )

        way = Undoable[Moved](
            text=tr("换要点"),
            undo=lambda moved: put_back(workspace, moved.before),
            said=said,
            changed=lambda moved: moved.before,
        )
        run(self._context, lambda: move_each(workspace, moves), way)

    # --- elsewhere -------------------------------------------------------------------------------

    @Slot(list)
    def copy(self, rows: Sequence[FiledRow], start: Target | None = None) -> None:
        """Ask at which other indicator items shall be used too."""
        self.actions.ask_copy([r.item for r in rows], _only_unit(rows), start)

    @Slot(list)
    def move(self, rows: Sequence[FiledRow], start: Target | None = None) -> None:
        """Ask to which other indicator items shall move."""
        self.actions.ask_move([r.placement for r in rows], _only_unit(rows), start)

    @Slot(list, str, bool)
    def drop(self, placements: Sequence[str], code: str, copied: bool) -> None:  # noqa: FBT001
        """Items were dropped on an indicator: where it has their method, that is where they go."""
        session = self._context.session
        filed = session.snapshot.filed.values()
        rows = [r for found in filed for r in found if r.placement in set(placements)]
        if session.read_only or not rows or {r.indicator for r in rows} == {code}:
            return
        methods = [t.code for t in session.snapshot.framework.indicator(code).tasks]
        task_code, unit = rows[0].task_code, _only_unit(rows)
        if task_code in methods and unit:
            target = Target(code, task_code, unit)
            if copied:
                self.actions.copy([r.item for r in rows], target)
            else:
                self.actions.move([r.placement for r in rows], target)
            return
        ask = self.copy if copied else self.move
        ask(rows, Target(code, methods[0], unit or None))

    @Slot(str, object)
    def state_figures(self, key: str, fields: Mapping[str, str]) -> None:
        """Store a unit's figures for thresholds, or take them back."""
        workspace, where = self._workspace, FigurePlace.of(key)
        framework = workspace.facts.framework
        places = {}
        for field in fields:
            number, _, text = field.partition("/")
            point = int(number) if number else None
            task_code = where.task_code if point is not None else None
            places[field] = place_of(framework, where.code, task_code, point), text

        def put(values: Mapping[str, float | None]) -> None:
            put_figures(workspace, where.unit, [(*places[f], v) for f, v in values.items()])

        after = {field: value_of(text) for field, text in fields.items()}
        before = {field: self._detail.panel.figures.stored(field) for field in fields}

        names = tr("、").join(text for _, text in places.values())
        stated = any(value is not None for value in after.values())
        way = Undoable[None](
            text=tr("填写数值“{text}”", text=names),
            undo=lambda _result: put(before),
            said=tr("已记下数值") if stated else tr("已取消数值"),
        )
        write = partial(self._detail.panel.figures.typing.store, key, fields)
        run(self._context, lambda: put(after), way, write=write)

    @Slot(object)
    def ask_mark(self, point: int | None) -> None:
        """Ask why a point, or the task as a whole, does not apply to the unit."""
        session, task_code = self._context.session, self._detail.task_code
        unit = self._detail.panel.unit.name
        if task_code is None or session.read_only:
            return
        if not unit:
            dialogs.tell(
                self._detail, tr("请先选择哪个单位不涉及"), tr("单位在材料列表的上方选择。")
            )
            return
        code = self._detail.code
        task = session.snapshot.completeness.task(TaskKey(code, task_code))
        filing = next((s.filing for s in task.slots if s.unit == unit), None) if task else None
        mark = mark_at(filing, unit, point) if filing else None
        if mark is None and filing and (whole := mark_at(filing, unit, None)):
            point, mark = None, whole
        reason = mark.reason if mark else ""
        where = tr("全部要点") if point is None else tr("要点 {number}", number=point)
        method_name = named(session.snapshot.framework.task_name(code, task_code))
        about = "　".join((unit, tr("指标 {code}", code=code), method_name, where))
        dialog = MarkDialog(self._context.theme, about, reason, self._detail)
        key = f"ask/indicators/mark/{code}/{task_code}/{point}/{unit}"
        keep_text(self._context.drafts, dialog, key, tr("{about} 不涉及的原因", about=about))
        place = MarkPlace(unit, code, task_code, point)
        office = session.snapshot.facts.unit_name is None
        before = reason if mark and mark.by_office is office else ""  # nobody undoes the other's
        dialog.accepted.connect(lambda: self.mark(place, before, dialog.words))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def mark(self, place: MarkPlace, before: str, after: str) -> None:
        """Say why a place does not apply to a unit; with "" take the mark back."""
        if before == after:
            return
        workspace = self._workspace

        def put(reason: str) -> None:
            if reason:
                mark_not_applicable(workspace, place, reason)
            else:
                withdraw_mark(workspace, place)

        way = Undoable[None](
            text=tr("标为不涉及", "to do") if after else tr("取消不涉及", "to do"),
            undo=lambda _result: put(before),
            said=tr("已标为不涉及") if after else tr("已取消不涉及"),
        )
        run(self._context, lambda: put(after), way)


def _only_unit(rows: Sequence[FiledRow]) -> str:
    units = {row.unit for row in rows}
    return units.pop() if len(units) == 1 else ""


def _target(row: FiledRow, point: int | None) -> Target:
    return Target(row.indicator, row.task_code, row.unit, point)

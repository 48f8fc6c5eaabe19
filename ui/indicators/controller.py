"""Does what the 指标 page asks for, through the services, and stores how to undo it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.completeness.checklists import (
    ChecklistSaid,
    PointSaid,
    put_checklists,
    put_expected,
)
from app.completeness.figures import FigureSaid, place_of, put_figures
from app.completeness.marks import MarkPlace, MarkSaid, put_marks, read_reasons
from app.evidence.arrangements import USUAL, Arrangement, Arrangements
from app.evidence.arranging import arrange
from app.evidence.descriptions import NOTHING_STATED, Description
from app.evidence.listing import FiledRow
from app.evidence.moving import Moved, move_each, put_back
from app.evidence.numbering import BindingOrder
from app.evidence.origins import is_checked_on_the_web, recent_origins
from app.evidence.placements import reorder
from app.evidence.places import Target
from app.evidence.points import PointsChosen, choose_points, points_back
from app.evidence.presence import Presence, remove_from
from app.framework.keys import PointKey, TaskKey
from app.intake.attach import attach_files
from app.intake.parts.adding import Companions, add_companion_pdf, put_companion
from app.intake.report import AttachReport
from app.intake.requests import AttachRequest
from app.jobs import JobContext
from app.web_origin import UNCHANGED, OriginEdit
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import Undoable, remember, run, start
from ui.dialog_drafts import keep_text
from ui.indicators.checklists import ChecklistDialog
from ui.indicators.detail import DetailPanel
from ui.indicators.evidence_model import within_groups
from ui.indicators.expect_many import ExpectManyDialog, expect_lines
from ui.indicators.figures import FigurePlace, read_field, value_of
from ui.indicators.mark_many import MarkManyDialog, place_lines
from ui.indicators.marks import MarkDialog, ReasonEdit, mark_at
from ui.indicators.order_dialog import OrderDialog
from ui.indicators.origin_dialog import OriginDialog
from ui.indicators.point_choice import PointsDialog, points_of
from ui.page import PageContext
from ui.papers.opening import NO_CASE, certificate_for, open_papers
from ui.shared.evidence_actions import EvidenceActions, by_presence
from ui.shared.outcomes import OutcomeDialog, summary_of
from ui.shared.showing_outcomes import show_outcomes, tell_outcomes
from ui.translation import tr
from ui.wording import task_heading


class IndicatorsController(QObject):
    """One per page."""

    item_wanted = Signal(str)

    def __init__(self, context: PageContext, detail: DetailPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._detail = context, detail
        self._loose = False  # files come in without a point, and there are several points
        self._nameless = False  # a picture comes in that nobody has named yet
        self.points_dialog: PointsDialog | None = None
        self.origin_dialog: OriginDialog | None = None
        self.outcomes: OutcomeDialog | None = None
        self._request: AttachRequest | None = None  # for the files taken in last
        panel = detail.panel
        panel.attach_wanted.connect(self.attach)
        panel.pictures_pasted.connect(self.attach_pictures)
        panel.adding.nothing_pasted.connect(context.notice.say)
        panel.companion_wanted.connect(self.attach_companion)
        panel.revise_wanted.connect(self.revise)
        panel.remove_wanted.connect(self.remove)
        panel.order_wanted.connect(self.reorder)
        panel.binding_wanted.connect(self.ask_order)
        panel.point_wanted.connect(self.assign_point)
        panel.points_wanted.connect(self.ask_points)
        panel.point_added.connect(self.add_point)
        panel.figures.use(context.drafts)
        panel.figures.stated.connect(self.state_figures)
        panel.mark_wanted.connect(self.ask_mark)
        panel.expect_wanted.connect(self.ask_expected)
        panel.expect_many_wanted.connect(self.ask_expected_many)
        panel.mark_many_wanted.connect(self.ask_mark_many)
        panel.statement_wanted.connect(self.ask_statement)
        panel.certificate_wanted.connect(self.ask_certificate)
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
        self._nameless = False
        self._attach(paths, point)

    @Slot(list, object)
    def attach_pictures(self, paths: Sequence[Path], point: int | None) -> None:
        """Take pasted pictures in; the title of a single one is asked for at once."""
        code, task_code = self._detail.code, self._detail.task_code
        snapshot = self._context.session.snapshot
        single = len(paths) == 1

        def go(origin: OriginEdit) -> None:
            self._nameless = single
            self._attach(paths, point, Description(origin=origin))

        asked = task_code is not None and is_checked_on_the_web(
            snapshot.framework, TaskKey(code, task_code)
        )
        if asked and self._detail.panel.unit.name and not self._context.session.read_only:
            self._ask_origin(go)
        else:
            go(UNCHANGED)

    def _ask_origin(self, then: Callable[[OriginEdit], None]) -> None:
        """Ask where a pasted picture was taken; whoever skips it can say so later."""
        session = self._context.session
        recent = recent_origins(chain.from_iterable(session.snapshot.filed.values()))
        now = self._workspace.now().astimezone()
        dialog = OriginDialog(self._context.theme, recent, now, self._detail.window())
        self.origin_dialog = dialog
        dialog.accepted.connect(lambda: then(dialog.said))
        dialog.rejected.connect(lambda: then(UNCHANGED))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _attach(
        self,
        paths: Sequence[Path],
        point: int | None,
        description: Description = NOTHING_STATED,
    ) -> None:
        task_code, code = self._detail.task_code, self._detail.code
        unit = self._detail.panel.unit.name
        if task_code is None or not code or self._context.session.read_only:
            return
        if not unit:
            dialogs.tell(
                self._detail, tr("请先选择材料归在哪个单位名下"), tr("单位在材料列表的上方选择。")
            )
            return
        target = Target(code, task_code, unit, point)
        request = AttachRequest(tuple(paths), target, description)
        points = self._context.session.snapshot.framework.task(code, task_code).points
        self._loose = point is None and len(points) > 1
        self._take_in(request)

    def _take_in(self, request: AttachRequest) -> None:
        services = self._context.session.services
        self._request = request

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
        """Let the person pick the file that replaces an item's file."""
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
            # Somebody has to check its guesses.
            self._detail.panel.choose_item(added[0], describe=self._nameless)
        said = summary_of(report)
        if added and self._loose:
            said = tr("{said}。还没有归到要点：选中后按右键，点“归到要点”", said=said)
        show = partial(self._show_outcomes, report, self._request)
        tell_outcomes(self._context, said, report, show)

    @Slot()
    def _on_cancelled(self) -> None:
        self._context.notice.say(tr("已停止收取；停止之前收取的文件都在"))

    def _show_outcomes(self, report: AttachReport, request: AttachRequest | None) -> None:
        if self.outcomes is not None:
            self.outcomes.close()
        can_clear = request is not None and not self._context.session.read_only
        self.outcomes = show_outcomes(self._context, report, self._detail, can_clear=can_clear)
        if request is not None:
            self.outcomes.clearing_wanted.connect(
                lambda paths, reason: self._clear(paths, reason, request)
            )
        self.outcomes.item_wanted.connect(self.item_wanted)
        self.outcomes.finished.connect(self._forget_outcomes)

    def _clear(self, paths: Sequence[Path], reason: str, request: AttachRequest) -> None:
        """Take in what a person declared no secret; a certain mark is still refused."""
        if self.outcomes is not None:
            self.outcomes.close()
        self._take_in(replace(request, paths=tuple(paths), cleared=reason))

    @Slot()
    def _forget_outcomes(self) -> None:
        self.outcomes = None

    # --- changing --------------------------------------------------------------------------------

    @Slot(list)
    def remove(self, rows: Sequence[FiledRow]) -> None:
        """Remove items from here: into the recycle bin, unless they are also filed elsewhere."""
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
        """Put the items of the task into this order, within point and unit."""
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

    @Slot()
    def ask_order(self) -> None:
        """Ask in which order the material of the open task is bound."""
        code, task_code = self._detail.code, self._detail.task_code
        if task_code is None:
            return
        snapshot, task = self._context.session.snapshot, TaskKey(code, task_code)
        order = BindingOrder.of(snapshot.framework, snapshot.registry, snapshot.arrangements)
        about = task_heading(code, snapshot.framework.task_name(*task))
        rows = snapshot.filed.get(task, ())
        dialog = OrderDialog(self._context.theme, about, rows, order, task, self._detail)
        before = order.arrangements.get(task, USUAL)

        def agreed() -> None:
            if dialog.arrangement != before:
                self.arrange(task, dialog.arrangement)

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def arrange(self, task: TaskKey, arrangement: Arrangement) -> None:
        """Let a task be bound in an order."""
        workspace = self._workspace
        way = Undoable[Arrangements](
            text=tr("排定装订顺序"), undo=lambda before: arrange(workspace, before)
        )
        run(self._context, lambda: arrange(workspace, {task: arrangement}), way)

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

    @Slot(list)
    def ask_points(self, rows: Sequence[FiledRow]) -> None:
        """Ask which points of the task items prove."""
        panel = self._detail.panel
        ticked = points_of(rows, panel.every_row)
        dialog = PointsDialog(panel.task_points, ticked, self._context.theme, self._detail.window())
        self.points_dialog = dialog
        dialog.accepted.connect(lambda: self.choose_points(rows, dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list, int)
    def add_point(self, rows: Sequence[FiledRow], point: int) -> None:
        """Let items prove one more point; where they lie now they stay."""
        self.actions.copy([row.item for row in rows], _target(rows[0], point))

    def choose_points(self, rows: Sequence[FiledRow], points: Collection[int]) -> None:
        """Let items lie at exactly these points of their task."""
        workspace, placements = self._workspace, [row.placement for row in rows]
        wanted = tr("、").join(str(number) for number in sorted(points))
        way = Undoable[PointsChosen](
            text=tr("换要点"),
            undo=lambda done: points_back(workspace, done),
            said=lambda done: (
                tr("没有变动")
                if not done.count
                else tr("已归到要点 {point}", point=wanted)
                if points
                else tr("已改为未归要点")
            ),
            changed=lambda done: done.count,
        )
        run(self._context, lambda: choose_points(workspace, placements, points), way)

    # --- elsewhere -------------------------------------------------------------------------------

    @Slot(list)
    def copy(self, rows: Sequence[FiledRow], start: Target | None = None) -> None:
        """Ask at which other indicator items should be used too."""
        self.actions.ask_copy([r.item for r in rows], _only_unit(rows), start)

    @Slot(list)
    def move(self, rows: Sequence[FiledRow], start: Target | None = None) -> None:
        """Ask to which other indicator items should be moved."""
        self.actions.ask_move([r.placement for r in rows], _only_unit(rows), start)

    @Slot(list, str, bool)
    def drop(self, placements: Sequence[str], code: str, copied: bool) -> None:  # noqa: FBT001
        """Items were dropped on an indicator: they go to its task with the same method, if any."""
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
        """Store a unit's figures for thresholds, or withdraw them."""
        workspace, where = self._workspace, FigurePlace.of(key)
        framework = workspace.facts.framework
        places = {}
        for field in fields:
            point, year, text = read_field(field)
            task_code = where.task_code if point is not None else None
            places[field] = place_of(framework, where.code, task_code, point), text, year

        def put(values: Mapping[str, float | None]) -> None:
            said = [FigureSaid(*places[f][:2], v, places[f][2]) for f, v in values.items()]
            put_figures(workspace, where.unit, said)

        after = {field: value_of(text) for field, text in fields.items()}
        before = {field: self._detail.panel.figures.stored(field) for field in fields}

        names = tr("、").join(dict.fromkeys(text for _, text, _ in places.values()))
        stated = any(value is not None for value in after.values())
        way = Undoable[None](
            text=tr("填写数值“{text}”", text=names),
            undo=lambda _result: put(before),
            said=tr("已记下数值") if stated else tr("已取消数值"),
        )
        write = partial(self._detail.panel.figures.typing.store, key, fields)
        run(self._context, lambda: put(after), way, write=write)

    @Slot(object)
    def ask_mark(self, points: Sequence[int]) -> None:
        """Ask why points, or the task as a whole, do not apply to the unit."""
        session, task_code = self._context.session, self._detail.task_code
        unit = self._unit_of_marks()
        if task_code is None or not unit:
            return
        code = self._detail.code
        task = session.snapshot.completeness.task(TaskKey(code, task_code))
        filing = next((s.filing for s in task.slots if s.unit == unit), None) if task else None
        numbers: Sequence[int | None] = points or (None,)
        marks = [mark_at(filing, unit, point) if filing else None for point in numbers]
        if not any(marks) and filing and (whole := mark_at(filing, unit, None)):
            points, numbers, marks = (), (None,), [whole]
        reasons = {mark.reason if mark else "" for mark in marks}
        reason = reasons.pop() if len(reasons) == 1 else ""
        where = tr("要点 {number}", number=tr("、").join(map(str, points)))
        task_name = session.snapshot.framework.task_name(code, task_code)
        place = task_heading(code, task_name, where if points else tr("全部要点"))
        about = f"{unit}　{place}"
        dialog = MarkDialog(self._context.theme, about, reason, self._detail)
        key = f"ask/indicators/mark/{code}/{task_code}/{points[0] if points else None}/{unit}"
        keep_text(self._context.drafts, dialog, key, tr("{about} 不涉及的原因", about=about))
        places = tuple(MarkPlace(unit, code, task_code, point) for point in numbers)
        dialog.accepted.connect(lambda: self.mark(places, dialog.words))
        dialog.more_wanted.connect(lambda words: self._ask_mark_many(unit, places, words))
        self._offer_reasons(dialog.entry)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def ask_statement(self) -> None:
        """Offer the statement that something has not happened, for this indicator and unit."""
        unit = self._detail.panel.unit.name
        units, codes = (unit,) if unit else (), (self._detail.code,)
        self.papers = open_papers(self._context, self._detail, NO_CASE, units, codes)

    @Slot(object)
    def ask_certificate(self, points: Sequence[int]) -> None:
        """Offer the certificate that the chosen points ask for; of all, if none is chosen."""
        detail, task_code = self._detail, self._detail.task_code
        if task_code is None:
            return
        task = self._context.session.snapshot.framework.task(detail.code, task_code)
        wanted = [point for point in task.points if point.number in points] or list(task.points)
        keys = tuple(PointKey(detail.code, task_code, point.number) for point in wanted)
        paper = certificate_for(self._context, wanted[0].text if wanted else "")
        unit = detail.panel.unit.name
        units, codes = (unit,) if unit else (), (detail.code,)
        self.papers = open_papers(self._context, detail, paper, units, codes, keys)

    @Slot(object)
    def ask_mark_many(self, points: Sequence[int]) -> None:
        """Let the person tick places of the unit that do not apply, and say why, once for all."""
        unit, task_code = self._unit_of_marks(), self._detail.task_code
        if unit and task_code is not None:
            places = [MarkPlace(unit, self._detail.code, task_code, point) for point in points]
            self._ask_mark_many(unit, places, "")

    def _ask_mark_many(self, unit: str, places: Sequence[MarkPlace], words: str) -> None:
        snapshot = self._context.session.snapshot
        lines = place_lines(snapshot.completeness, snapshot.framework, unit)
        dialog = MarkManyDialog(self._context.theme, lines, unit, self._detail)
        dialog.tick(places)
        dialog.reason.text.setPlainText(words)
        dialog.agreed.connect(self.mark)
        self._offer_reasons(dialog.reason)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def ask_expected(self) -> None:
        """Show what is expected at the points of the task; the office may change it."""
        session, task_code = self._context.session, self._detail.task_code
        if task_code is None or session.read_only:
            return
        snapshot, code, unit = session.snapshot, self._detail.code, self._detail.panel.unit.name
        task = snapshot.completeness.task(TaskKey(code, task_code))
        if task is None:
            return
        slot = next((s for s in task.slots if s.unit == unit), None)
        name = snapshot.framework.task_name(code, task_code)
        about = task_heading(code, name, unit if slot is not None else "")
        states = (slot or task).filing.points
        dialog = ChecklistDialog(
            self._context.theme,
            about,
            states,
            unit if slot is not None else "",
            office=snapshot.facts.unit_name is None,
            parent=self._detail,
        )
        key = f"ask/indicators/expected/{code}/{task_code}/{unit}"
        keep_text(self._context.drafts, dialog, key, tr("{about} 的应有材料", about=about))
        before = {state.key: state for state in states}

        def changed() -> list[PointSaid]:
            return [
                said
                for said in dialog.said
                if said.entries != before[said.point].expected
                or said.complete != before[said.point].said_complete
            ]

        dialog.accepted.connect(lambda: self.expect(unit, changed()))
        dialog.many_wanted.connect(self.ask_expected_many)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def expect(self, unit: str, points: Sequence[PointSaid]) -> None:
        """Store the lists of points, and for which of them a unit's material is complete."""
        if not points:
            return
        workspace, office = self._workspace, self._workspace.facts.unit_name is None

        def put(points: Sequence[PointSaid]) -> tuple[PointSaid, ...]:
            return put_expected(workspace, unit, points)

        way = Undoable[tuple[PointSaid, ...]](
            text=tr("修改应有材料") if office else tr("说明材料已齐"),
            undo=put,
            said=tr("已记下"),
            changed=bool,
        )
        run(self._context, lambda: put(points), way)

    @Slot()
    def ask_expected_many(self) -> None:
        """Let the office set what it expects at many points at once."""
        session = self._context.session
        snapshot = session.snapshot
        if session.read_only or snapshot.facts.unit_name is not None:
            return
        lines = expect_lines(snapshot.framework, snapshot.expectations.lists)
        dialog = ExpectManyDialog(self._context.theme, lines, self._detail)
        dialog.agreed.connect(self.expect_many)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def expect_many(self, lists: Sequence[ChecklistSaid]) -> None:
        """Store the lists of points, all at once."""
        workspace = self._workspace
        way = Undoable[tuple[ChecklistSaid, ...]](
            text=tr("修改应有材料"),
            undo=lambda before: put_checklists(workspace, before),
            said=lambda before: tr("已定 {count} 个要点的应有材料", count=len(before)),
            changed=bool,
        )
        run(self._context, lambda: put_checklists(workspace, lists), way)

    def _offer_reasons(self, entry: ReasonEdit) -> None:
        workspace = self._workspace

        def read() -> Sequence[str]:
            with workspace.reading() as session:
                return read_reasons(session)

        self._context.session.read(read, entry.offer)

    def _unit_of_marks(self) -> str:
        """The unit whose places are marked; "" if nothing can be marked now."""
        if self._context.session.read_only:
            return ""
        unit = self._detail.panel.unit.name
        if not unit:
            dialogs.tell(
                self._detail, tr("请先选择哪个单位不涉及"), tr("单位在材料列表的上方选择。")
            )
        return unit

    def _points_of(self, places: Sequence[MarkPlace]) -> int:
        """How many points some places are: a whole task is all of its points."""
        framework = self._context.session.snapshot.framework
        whole = (framework.task(p.indicator, p.task_code) for p in places if p.point is None)
        return sum(p.point is not None for p in places) + sum(len(task.points) for task in whole)

    @Slot(object, str)
    def mark(self, places: Sequence[MarkPlace], reason: str) -> None:
        """Store why places do not apply to a unit; with "" remove their marks. One step to undo."""
        workspace = self._workspace
        marks = [MarkSaid(place, reason) for place in places]
        count = self._points_of(places)
        name = tr("标为不涉及", "to do") if reason else tr("取消不涉及", "to do")
        if count > 1:
            name = tr("{name} {count} 个要点", name=name, count=count)

        def said(before: Sequence[MarkSaid]) -> str:
            if not before:
                return tr("没有变动：已经是这样")
            if count == 1:
                return tr("已标为不涉及") if reason else tr("已取消不涉及")
            changed = self._points_of([mark.place for mark in before])
            if reason:
                return tr("已把 {count} 个要点标为不涉及", count=changed)
            return tr("已取消 {count} 个要点的不涉及", count=changed)

        way = Undoable[Sequence[MarkSaid]](
            text=name,
            undo=lambda before: put_marks(workspace, before),
            said=said,
            changed=bool,
        )
        run(self._context, lambda: put_marks(workspace, marks), way)


def _only_unit(rows: Sequence[FiledRow]) -> str:
    units = {row.unit for row in rows}
    return units.pop() if len(units) == 1 else ""


def _target(row: FiledRow, point: int | None) -> Target:
    return Target(row.indicator, row.task_code, row.unit, point)

"""现场: the places that inspectors visit for a task, with how far their check lists are."""

from collections.abc import Sequence

from app.framework.keys import TaskKey
from app.verification import slots
from app.verification.notes import Note
from app.verification.site_check.proposing import proposed_checks, proposed_places
from app.verification.site_check.sites import SITES, Site, SiteTask, on_route, tally_of
from ui.page import PageContext
from ui.translation import tr
from ui.verification.note_panel import NotePanel, NoteWords
from ui.verification.panels import Shown
from ui.verification.site_check.dialog import OfferedTask, OtherSite, SiteDialog
from ui.widgets.line_table import Column


class SitePanel(NotePanel[Site]):
    """The sites of a task; one that serves several tasks is shown at each of them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, SITES, _words(), self._columns())

    def belongs(self, row: Note[Site], shown: Shown) -> bool:
        """See ``NotePanel``."""
        ours = shown.unit in {"", row.slot.unit}
        return ours and row.said.serves(_task_of(shown.slot))

    def told(self, rows: Sequence[Note[Site]]) -> str:
        """See ``NotePanel``."""
        task = _task_of(self.shown.slot) if self.shown is not None else None
        tally = tally_of((row.said for row in rows), task)
        words = [tr("现场 {count} 处", count=tally.sites)]
        if tally.checks:
            words.append(tr("清单 {count} 项", count=tally.checks))
            words.append(tr("已准备 {count} 项", count=tally.ready))
        return tr("，").join(words)

    def sorted(self, rows: Sequence[Note[Site]]) -> Sequence[Note[Site]]:
        """See ``NotePanel``."""
        return on_route(rows, self.context.session.snapshot.registry)

    def new(self, slot: slots.Slot) -> tuple[str, Site]:
        """See ``NotePanel``."""
        said = Site("", tasks=(SiteTask(_task_of(slot)),))
        return tr("{unit}：添加现场", unit=slot.unit), said

    def dialog_for(self, title: str, said: Site) -> SiteDialog:
        """See ``NotePanel``."""
        shown = self.shown
        assert shown is not None
        chosen = self.chosen()
        unit = chosen.slot.unit if chosen is not None and chosen.said is said else shown.slot.unit
        snapshot = self.context.session.snapshot
        framework, registry = snapshot.framework, snapshot.registry
        here = _task_of(shown.slot)
        statement = framework.indicator(here.indicator).statement
        names = proposed_places(framework.task(*here).requirement, statement)
        others = tuple(
            OtherSite(row.slot.unit, row.said)
            for row in on_route(self.all_rows, registry)
            if row.said is not said and row.said.checks_of()
        )
        kept = {each.task for each in said.tasks}
        offered = tuple(
            OfferedTask(
                TaskKey(indicator.code, task.code),
                indicator.heading,
                indicator.statement,
                proposed_checks(task.requirement, indicator.statement),
            )
            for indicator in framework.indicators
            for task in indicator.tasks
            if task.method == SITES.method
            and (
                unit in registry.units_of(indicator.code, task.code)
                or TaskKey(indicator.code, task.code) in kept
            )
        )
        theme = self.context.theme
        return SiteDialog(
            theme, title, said, offered, here=here, names=names, others=others, parent=self
        )

    def name_of(self, said: Site) -> str:
        """See ``NotePanel``."""
        return said.name

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("路线"), 44, lambda row: str(row.said.route or "")),
            Column(tr("现场"), 0, lambda row: row.said.name),
            Column(tr("已准备"), 64, self._readiness),
            Column(tr("负责人"), 72, lambda row: row.said.in_charge),
            Column(tr("电话"), 104, lambda row: row.said.phone),
            Column(tr("地址"), 130, lambda row: row.said.location),
            Column(tr("开放时间"), 110, lambda row: row.said.hours),
            Column(tr("单位"), 90, lambda row: row.slot.unit),
        )

    def _readiness(self, row: Note[Site]) -> str:
        task = _task_of(self.shown.slot) if self.shown is not None else None
        tally = tally_of([row.said], task)
        return f"{tally.ready}/{tally.checks}" if tally.checks else tr("无清单")


def _task_of(slot: slots.Slot) -> TaskKey:
    return TaskKey(slot.indicator, slot.task_code)


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("核验现场"),
        none=tr("核验现场：还没有登记"),
        count=lambda count: tr("现场 {count} 处", count=count),
        add=(tr("添加现场…"), tr("登记检查组要去的地方，拟定检查清单")),
        alter=(tr("现场和清单…"), tr("修改选中的现场，填写检查清单的准备情况")),
        remove=(tr("移除现场"), tr("移除选中的现场和它的检查清单，可以撤销")),
        added=tr("登记核验现场"),
        altered=tr("修改核验现场"),
        removed=tr("移除核验现场"),
        draft=SITES.method,
    )

"""Does what the 进度 page asks for, through the services, and stores how to undo it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.paths import legal_name
from app.rectification.days import stated_day
from app.stages.schedule import Schedule, StageChange
from app.stages.service import (
    change_stage,
    export_calendar,
    put_schedule,
    reset_stage,
    reset_stages,
    shift_stages,
)
from app.stages.store import load_schedule
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import Undoable, Write, run, start
from ui.page import PageContext
from ui.stages.stage_form import StageForm
from ui.translation import tr


class StagesController(QObject):
    """One per page."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    def change(self, form: StageForm, number: int, key: str, fields: Mapping[str, str]) -> None:
        """Store fields that were typed for a stage; an empty date is removed."""
        workspace, change = self._workspace, change_of(fields)
        self._do(
            lambda: change_stage(workspace, number, change),
            tr("修改创建步骤"),
            partial(form.typing.store, key, fields),
        )

    def shift(self, year: int) -> None:
        """Move all stages so that the first deadline lies in a year."""
        workspace = self._workspace
        self._do(lambda: shift_stages(workspace, year), tr("把各阶段移到 {year} 年", year=year))

    def reset_one(self, number: int, name: str) -> None:
        """Restore the document's dates of one stage."""
        workspace = self._workspace
        self._do(lambda: reset_stage(workspace, number), tr("恢复{stage}的日期", stage=name))

    def reset(self) -> None:
        """Restore the document's dates."""
        workspace = self._workspace
        self._do(lambda: reset_stages(workspace), tr("恢复文件规定的日期"))

    def export(self, parent: QWidget) -> None:
        """Ask for a file and write the calendar to it; the file dialog asks before overwriting."""
        session, preferences = self._context.session, self._context.preferences
        facts = session.snapshot.facts
        name = legal_name(f"{facts.county}{facts.framework.programme}日历.ics")
        exports = session.services.workspace.layout.exports
        usual = "" if session.read_only else str(exports)
        folder = preferences.last_folder("calendar") or usual
        target = dialogs.choose_target(parent, tr("导出日历"), str(Path(folder) / name))
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".ics")
        preferences.keep_folder("calendar", str(target.parent))
        services = session.services
        start(
            self._context,
            tr("导出日历"),
            lambda _job: export_calendar(
                services.workspace, services.completeness(), target, overwrite=True
            ),
            partial(self._on_exported, target),
            brief=True,
        )

    def _on_exported(self, target: Path, count: int) -> None:
        self._context.notice.say(
            tr("已导出 {count} 项到 {name}，可导入手机或电脑的日历", count=count, name=target.name),
            tr("打开文件夹"),
            partial(dialogs.show_path, self._context.notice.window(), target.parent),
        )

    def _do(self, change: Callable[[], Schedule], text: str, write: Write | None = None) -> None:
        workspace = self._workspace

        def job() -> tuple[Schedule, Schedule]:
            with workspace.reading() as session:
                before = load_schedule(session, workspace.facts.framework)
            return before, change()

        way = Undoable[tuple[Schedule, Schedule]](
            text=text,
            undo=lambda found: put_schedule(workspace, found[0]),
            redo=lambda found: put_schedule(workspace, found[1]),
        )
        run(self._context, job, way, write=write)


def change_of(fields: Mapping[str, str]) -> StageChange:
    """The change that stores fields of a stage; an empty date is removed."""
    start, deadline, goal = fields.get("start"), fields.get("deadline"), fields.get("goal")
    return StageChange(
        name=fields.get("name"),
        start=_day(start or ""),
        deadline=_day(deadline or ""),
        goal=int(goal) if goal is not None else None,
        no_start=start == "",
        no_deadline=deadline == "",
    )


def _day(text: str) -> date | None:
    stated = stated_day(text)
    return date.fromisoformat(stated) if stated else None

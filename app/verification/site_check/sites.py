"""现场和检查清单: the places that inspectors visit, and what is looked at there for each task."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from app.framework.keys import TaskKey
from app.names.verification import VALUES
from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.storage.layout import Layout
from app.verification import typed
from app.verification.errors import NoteField, NoteIncomplete
from app.verification.notes import Note, NoteKind, read_notes
from app.verification.site_check.errors import TooManyChecks
from app.workspace.registry import Registry
from models.verification import Readiness as Readiness
from models.verification import Site as SiteRow

#: The states by their words.
READINESS_NAMES = {state: VALUES["sites"][state] for state in Readiness}
#: What packages take of one site.
MOST_TASKS, MOST_CHECKS, LAST_ON_ROUTE = 100, 200, 9999
#: What stands in lists for a site whose list is still empty.
UNLISTED = "实地查看"
FORM = NoteForm(
    "实地核验现场和检查清单",
    (
        NoteColumn("检查项目", 32),
        NoteColumn("看什么", 56),
        NoteColumn("责任人", 20, centred=True),
        NoteColumn("准备情况", 22, centred=True, internal=True),
        NoteColumn("备注", 28, internal=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a check list: what inspectors look at, and how far it is."""

    item: str
    look_for: str = ""
    state: Readiness = Readiness.NOT_YET
    person: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SiteTask:
    """A task that a site serves, with its check list."""

    task: TaskKey
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What a person says of a site; ``route`` is its place in the order of visits, 0 for none."""

    name: str
    location: str = ""
    in_charge: str = ""
    phone: str = ""
    hours: str = ""
    route: int = 0
    tasks: tuple[SiteTask, ...] = ()

    def serves(self, task: TaskKey) -> bool:
        """True if it is visited for this task."""
        return any(each.task == task for each in self.tasks)

    def checks_of(self, task: TaskKey | None = None) -> tuple[Check, ...]:
        """The check list for a task, or all of them."""
        return tuple(c for each in self.tasks if task in {None, each.task} for c in each.checks)

    def with_checks(self, task: TaskKey, checks: Iterable[Check]) -> "Site":
        """The same site with another check list for a task, which it then serves."""
        tasks = {each.task: each for each in self.tasks}
        tasks[task] = SiteTask(task, tuple(checks))
        return replace(self, tasks=tuple(tasks.values()))


@dataclass(frozen=True, slots=True)
class SiteTally:
    """How many sites and lines of check lists there are, and how many of these are ready."""

    sites: int = 0
    checks: int = 0
    ready: int = 0


def tally_of(sites: Iterable[Site], task: TaskKey | None = None) -> SiteTally:
    """Count what some sites have for a task, or for all."""
    found = tuple(sites)
    checks = [check for site in found for check in site.checks_of(task)]
    ready = sum(check.state is Readiness.READY for check in checks)
    return SiteTally(len(found), len(checks), ready)


def on_route(sites: Iterable[Note[Site]], registry: Registry) -> tuple[Note[Site], ...]:
    """Sites in the order of visits; those without a place come last.

    Where two units count alike, each has counted for itself: the units then follow each other.
    """
    rows = tuple(sites)
    order = {unit.name: number for number, unit in enumerate(registry.units)}
    counted = {(row.said.route, row.slot.unit) for row in rows if row.said.route}
    by_unit = len({route for route, _ in counted}) < len(counted)

    def place(row: Note[Site]) -> tuple[int, bool, int, int, str]:
        unit = order.get(row.slot.unit, len(order))
        first = unit if by_unit else 0
        return first, row.said.route == 0, row.said.route, unit, row.said.name

    return tuple(sorted(rows, key=place))


def copied(checks: Iterable[Check], present: Iterable[Check]) -> tuple[Check, ...]:
    """The lines of another list that this one lacks, with nothing done about them yet."""
    there = {check.item for check in present}
    return tuple(Check(c.item, c.look_for) for c in checks if c.item not in there)


def about(site: Site) -> str:
    """A site in one line, with where it is and who answers."""
    person = f"负责人 {site.in_charge}" if site.in_charge else ""
    hours = f"开放时间 {site.hours}" if site.hours else ""
    parts = (site.name, site.location, "　".join(filter(None, (person, site.phone))), hours)
    return "；".join(filter(None, parts))


def sheet_lines(session: Session, _layout: Layout | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """The check lists as a dossier's sheet has them, the sites in the order of visits."""
    rows = sorted(read_notes(session, SITES), key=lambda row: row.said.route or LAST_ON_ROUTE + 1)
    for row in rows:
        for served in row.said.tasks:
            for check in served.checks or (Check(UNLISTED, state=Readiness.READY),):
                cells = (
                    check.item,
                    check.look_for,
                    check.person,
                    READINESS_NAMES[check.state] if served.checks else "",
                    check.remark,
                )
                yield FORM, NoteLine(*served.task, row.slot.unit, cells, about(row.said))


def _cleaned(said: Site) -> Site:
    """What was said, in single lines; a site has a name and serves a task."""
    if not said.tasks:
        raise NoteIncomplete(NoteField("tasks"))
    if len(said.tasks) > MOST_TASKS:
        raise TooManyChecks(MOST_TASKS)
    return Site(
        name=typed.line("name", said.name, needed=True),
        location=typed.line("location", said.location),
        in_charge=typed.line("in_charge", said.in_charge),
        phone=typed.line("phone", said.phone),
        hours=typed.line("hours", said.hours),
        route=typed.number("route", said.route, LAST_ON_ROUTE),
        tasks=tuple(_cleaned_task(each) for each in said.tasks),
    )


def _cleaned_task(said: SiteTask) -> SiteTask:
    if len(said.checks) > MOST_CHECKS:
        raise TooManyChecks(MOST_CHECKS)
    return SiteTask(
        said.task,
        tuple(
            Check(
                item=typed.line("item", check.item, needed=True),
                look_for=typed.line("look_for", check.look_for),
                state=check.state,
                person=typed.line("person", check.person),
                remark=typed.line("remark", check.remark),
            )
            for check in said.checks
        ),
    )


def _said(row: SiteRow) -> Site:
    return Site(
        row.name,
        row.location,
        row.in_charge,
        row.phone,
        row.hours,
        row.route,
        tuple(_task_of(each) for each in row.tasks),
    )


def _task_of(stored: Mapping[str, Any]) -> SiteTask:
    checks = (
        Check(
            check["item"],
            check["look_for"],
            Readiness(check["state"]),
            check["person"],
            check["remark"],
        )
        for check in stored["checks"]
    )
    return SiteTask(TaskKey(stored["indicator_code"], stored["task_code"]), tuple(checks))


def _put(row: SiteRow, said: Site) -> None:
    row.name, row.location, row.in_charge = said.name, said.location, said.in_charge
    row.phone, row.hours, row.route = said.phone, said.hours, said.route
    row.tasks = [
        {
            "indicator_code": each.task.indicator,
            "task_code": each.task.task_code,
            "checks": [
                {
                    "item": check.item,
                    "look_for": check.look_for,
                    "state": check.state.value,
                    "person": check.person,
                    "remark": check.remark,
                }
                for check in each.checks
            ],
        }
        for each in said.tasks
    ]


def _told(said: Site) -> Mapping[str, Any]:
    tally = tally_of([said])
    return {
        "note": said.name,
        "tasks": [str(each.task) for each in said.tasks],
        "checks": tally.checks,
        "ready": tally.ready,
    }


#: The sites of units, in the order of visits.
SITES = NoteKind(
    method="site_check",
    table=SiteRow,
    action="site",
    order=("route",),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    tasks=lambda said: tuple(each.task for each in said.tasks),
)

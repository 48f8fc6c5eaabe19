"""Which points sites answer."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.completeness.rows import HeldRow
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.storage.layout import Layout
from app.verification.notes import read_notes
from app.verification.site_check.sites import SITES, Site, is_ready
from app.verification.slots import only_points
from app.workspace.registry import Registry
from models.verification import Site as SiteRow


def held_rows(
    session: Session, framework: Framework, _registry: Registry, _layout: Layout | None
) -> Iterator[HeldRow]:
    """The sites of a unit answer the only point of a task if all of them are ready for it.

    Each has a check list for the task, and every line of it is ready. A site without a list says
    nothing of how far it is.
    """
    points = only_points(framework)
    served: dict[tuple[str, TaskKey], list[Site]] = defaultdict(list)
    for row in read_notes(session, SITES):
        for each in row.said.tasks:
            served[row.slot.unit, each.task].append(row.said)
    for (unit, task), sites in served.items():
        if all(is_ready(site, task) for site in sites) and task in points:
            table = SiteRow.__tablename__
            yield HeldRow(*task, points[task], unit, table, len(sites), home=task)

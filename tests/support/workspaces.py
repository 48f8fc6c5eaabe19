"""Workspaces for tests, and a few rows to put into them."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.checkup.checking import CheckReport, check_workspace
from app.framework.catalogue import load_framework
from app.framework.schema import Framework
from app.jobs import SilentJob
from app.unit_of_work import UnitOfWork
from app.workspace.making import create_workspace
from app.workspace.opening import Workspace, open_workspace
from models import Blob, EvidenceItem, ItemRevision, Placement
from models.base import Base

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
COUNTY = "示例县"


@cache
def lushan() -> Framework:
    """The built-in indicator set."""
    return load_framework("lushan-2021")


def make_workspace(path: Path, framework: Framework, unit: str | None = None) -> Workspace:
    """Make and open a workspace."""
    create_workspace(path, framework, COUNTY, unit)
    return open_workspace(path)


def copy_workspace(template: Path, path: Path) -> Path:
    """A workspace just as the template is: making one anew takes fifty times as long."""
    return Path(shutil.copytree(template, path))


def add_item(
    work: UnitOfWork,
    workspace: Workspace,
    file: Path,
    *,
    unit: str,
    indicator: str,
    method: str = "material_check",
    point: int | None = None,
) -> str:
    """Store ``file`` as an item under a task; returns the item's id."""
    stored = workspace.originals.import_file(file)
    if work.session.get(Blob, stored.sha256) is None:
        work.session.add(
            Blob(
                sha256=stored.sha256,
                sm3=stored.sm3,
                size=stored.size,
                kind="text",
                media_type="text/plain",
                suffix=".txt",
                label="文本",
                stored_at=work.now,
            )
        )
    unit_id = workspace.registry().unit(unit).id
    item = EvidenceItem(unit_id=unit_id, created_at=work.now, changed_at=work.now)
    work.session.add(item)
    work.session.flush()
    work.session.add(
        ItemRevision(
            item_id=item.id,
            number=1,
            blob_sha256=stored.sha256,
            file_name=file.name,
            title=file.stem,
            created_at=work.now,
            created_by=work.actor,
        )
    )
    work.session.add(
        Placement(
            item_id=item.id,
            indicator_code=indicator,
            task_code=method,
            point_number=point,
            unit_id=unit_id,
            position=1,
            created_at=work.now,
            changed_at=work.now,
        )
    )
    work.session.flush()
    work.record("item.attached", item.id)
    return item.id


def rows(workspace: Workspace, model: type[Base]) -> Sequence[Any]:
    """Every row of a table."""
    with workspace.database.reading() as session:
        return session.scalars(select(model)).all()


def demand_sound(workspace: Workspace) -> CheckReport:
    """Look the workspace through; what is wrong with it fails the test."""
    report = check_workspace(workspace, SilentJob())
    assert report.sound, report.defects
    return report

"""A county's workspace with thousands of items, entered without any file behind them.

Lists, filters and the window's start never open an original, so that rows are all they need.
"""

import hashlib
import random
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from app.bootstrap import open_services
from app.evidence.descriptions import Description
from app.evidence.filing import Filing, ReadyFile, file_items
from app.evidence.places import Target, resolve
from app.filekind import FileKind, FileType
from app.framework.catalogue import load_framework
from app.guessing.guess import Guess, Guessed, GuessSource
from app.originals import StoredOriginal, StoreOutcome
from app.workspace.making import create_workspace
from app.workspace.opening import Workspace
from benchmarks.corpus import SEED, WORDS

COUNTY = "测速县"
FRAMEWORK = "lushan-2021"
#: Items of one transaction, as many as attaching enters at a time.
_BATCH = 200
_PDF = FileType(FileKind.PDF, "application/pdf", ".pdf", "PDF")


def build_county(folder: Path, items: int) -> Path:
    """Make a workspace with so many items in ``folder``, spread over every task, or take it."""
    workspace = folder / f"county-{items}"
    if not workspace.exists():
        building = folder / f"county-{items}.new"
        create_workspace(building, load_framework(FRAMEWORK), COUNTY)
        with open_services(building) as services:
            _enter(services.workspace, items)
        building.rename(workspace)
    return workspace


def _enter(workspace: Workspace, items: int) -> None:
    registry, framework = workspace.registry(), workspace.facts.framework
    targets = [
        Target(indicator.code, task.code, part.unit, point.number)
        for indicator in framework.indicators
        for task in indicator.tasks
        for part in registry.responsible.get(indicator.code, ())[:5]
        for point in task.points
    ]
    places = cycle([resolve(target, framework, registry, None) for target in targets])
    numbers = iter(range(items))
    while batch := list(islice(numbers, _BATCH)):
        filings = [Filing(_file(number), next(places), _stated(number)) for number in batch]
        with workspace.database.writing() as work:
            file_items(work, workspace.facts.framework, filings)
            work.commit()


def _file(number: int) -> ReadyFile:
    name = f"{_title(number)}.pdf"
    digest = hashlib.sha256(f"{SEED}{number}".encode()).hexdigest()
    issuer = Guessed("测速县司法局", GuessSource.CONTENT)
    return ReadyFile(
        original=StoredOriginal(digest, digest, 100_000 + number, StoreOutcome.NEW),
        file_type=_PDF,
        file_name=name,
        modified_at=datetime(2021, 4, 9, tzinfo=UTC),
        guess=Guess(issuer=issuer),
        problems=(),
    )


def _stated(number: int) -> Description:
    return Description(
        title=_title(number),
        doc_number=f"测司〔{2018 + number % 4}〕{number}号",
        doc_date=f"{2018 + number % 4}-{number % 12 + 1:02}-{number % 28 + 1:02}",
    )


def _title(number: int) -> str:
    rng = random.Random(f"{SEED}item{number}")
    return f"关于{''.join(rng.choices(WORDS, k=3))}情况的报告（{number:05d}）"

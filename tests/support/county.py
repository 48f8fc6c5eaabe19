"""A county in small: an office and units, each with its own workspace, and packages on a stick."""

import atexit
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.evidence.descriptions import Description
from app.evidence.filing import ItemToFile, ReadyFile, file_items
from app.evidence.listing import list_filed
from app.evidence.places import Target, place_of
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.payload.ground import read_ground
from app.exchange.payload.slicing import office_records, unit_records
from app.exchange.receiving import MergeReport, inspect_package
from app.exchange.sending import Packed
from app.exchange.service import ExchangeService, PackRequest
from app.filekind import FileKind, FileType
from app.guessing.guess import Guess
from app.identity.service import Identity
from app.isolation import Workers
from app.jobs import JobContext, SilentJob
from app.workspace.making import create_workspace
from app.workspace.opening import Workspace, open_workspace
from tests.support.workspaces import COUNTY, lushan

JOB = SilentJob()
LAST_YEAR = 2026
UNITS = ("县司法局", "县财政局")
_TEXT = FileType(FileKind.TEXT, "text/plain", ".txt", "文本")


@cache
def workers_of_all() -> Workers:
    """One worker for all partners of all tests: starting one takes longer than most merges."""
    workers = Workers(1)
    atexit.register(workers.close)
    return workers


class Partner:
    """The office or a unit at its own computer."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.workspace: Workspace = open_workspace(path)
        self.identity = Identity(self.workspace)
        workers = workers_of_all()
        self.exchange = ExchangeService(self.workspace, workers, self.identity, lambda: LAST_YEAR)

    @property
    def name(self) -> str:
        return self.workspace.facts.unit_name or "创建办"

    @property
    def unit_id(self) -> str:
        return self.workspace.facts.unit_id or ""

    @property
    def titles(self) -> set[str]:
        """The titles of what is filed."""
        with self.workspace.database.reading() as session:
            return {row.title for row in list_filed(session)}

    def attach(
        self, name: str, content: str, indicator: str = "60", *, unit: str | None = None
    ) -> str:
        """File a text at the first point of a task; returns the item's id."""
        folder = self.path / "cache"
        file = folder / f"{name}.txt"
        file.write_text(content, encoding="utf-8")
        original = self.workspace.originals.import_file(file)
        file.unlink()
        ready = ReadyFile(original, _TEXT, file.name, None, Guess(), ())
        target = Target(indicator, "材料查证", unit, 1)
        filing = ItemToFile(ready, place_of(self.workspace, target), Description(title=name))
        with self.workspace.database.writing() as work:
            filed = file_items(work, self.workspace.facts.framework, [filing])
            work.commit()
        return filed[0].item_id

    def pack(self, kind: PackageKind, target: Path, unit: str | None = None, **more) -> Packed:
        """Make a package, unsealed unless ``seal`` says else: tests look into it."""
        asked = PackRequest(kind, target, unit, **{"seal": False, **more})
        return self.exchange.pack(asked, JOB)

    def submit(self, target: Path, **more) -> Path:
        return self.pack(PackageKind.SUBMISSION, target, **more).written.paths[0]

    def merge(self, path: Path, job: JobContext = JOB) -> MergeReport:
        """Take a package over; its sender's key was compared by telephone."""
        trust = inspect_package([path], JOB, self.identity).fingerprint
        return self.exchange.merge([path], job, trust=trust)

    def close(self) -> None:
        self.workspace.close()


@dataclass
class County:
    """The office and its units, and the folder in which packages travel."""

    root: Path
    office: Partner
    units: list[Partner]

    @property
    def stick(self) -> Path:
        return self.root / "U盘"

    def named(self, name: str) -> Partner:
        return next(unit for unit in self.units if unit.name == name)

    def answer(self, unit: str, target: Path, **more) -> Path:
        return self.office.pack(PackageKind.RETURN, target, unit, **more).written.paths[0]


def make_county(root: Path, units: Sequence[str]) -> None:
    """Make the office's workspace, and of its task packages the units'."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "U盘").mkdir()
    create_workspace(root / "创建办", lushan(), COUNTY)
    office = Partner(root / "创建办")
    for unit in units:
        task = office.pack(PackageKind.TASK, root / "U盘" / f"任务-{unit}.zip", unit)
        fingerprint = office.identity.keys().public.fingerprint
        create_from_task_package(root / unit, task.written.paths, JOB, trust=fingerprint)
    office.close()


@contextmanager
def open_county(root: Path, units: Sequence[str]) -> Iterator[County]:
    """Sit down at every computer of the county."""
    with ExitStack() as stack:
        partners = [Partner(root / name) for name in ("创建办", *units)]
        for partner in partners:
            stack.callback(partner.close)
        yield County(root, partners[0], partners[1:])


def copy_county(template: Path, root: Path) -> None:
    """A county just as another one was."""
    shutil.copytree(template, root)


def counties(template: Path, folder: Path, units: Sequence[str], times: int) -> Iterator[County]:
    """So many copies of a county, one after the other; each goes once it was played with."""
    for number in range(times):
        root = folder / f"case-{number}"
        copy_county(template, root)
        with open_county(root, units) as county:
            yield county
        shutil.rmtree(root)


def seen_by_office(office: Partner, unit_id: str) -> dict:
    """A unit's work as the office has it."""
    with office.workspace.database.reading() as session:
        return unit_records(session, unit_id, by_office=False).model_dump(mode="json")


def own_work(unit: Partner) -> dict:
    """A unit's work as it stands at home."""
    with unit.workspace.database.reading() as session:
        return unit_records(session, unit.unit_id, by_office=False).model_dump(mode="json")


def office_word(partner: Partner, unit_id: str) -> dict:
    """What the office says about a unit, as it stands at a partner's."""
    with partner.workspace.database.reading() as session:
        return office_records(session, unit_id).model_dump(mode="json")


def ground(partner: Partner) -> dict:
    """What the office lays down for all, as it stands at a partner's."""
    with partner.workspace.database.reading() as session:
        base = read_ground(session, partner.workspace.facts).model_dump(mode="json")
    return base | {"settings": None}


def dump(path: Path) -> dict[str, list]:
    """Every row of the tables that a merge writes; when an original was stored does not matter.

    What a partner has brought stays known after its merge is undone.
    """
    skipped = {"event", "package", "merge_snapshot", "sqlite_sequence", "trusted_key", "setting"}
    skipped |= {"content_seal", "brought_original", "withheld_original"}
    with closing(sqlite3.connect(path / "juanzong.db")) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {row[0] for row in tables} - skipped
        columns = dict.fromkeys(names, "*") | {"blob": "sha256"}
        return {
            name: sorted(map(repr, connection.execute(f"SELECT {columns[name]} FROM {name}")))
            for name in names
        }

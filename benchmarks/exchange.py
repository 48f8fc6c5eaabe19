"""A whole county's play with packages: tasks, work, submissions, returns, acceptance, dossiers.

    python -m benchmarks.exchange [--units 80] [--items 10000] [--work FOLDER]

Every unit has a workspace of its own and real files; packages are lost, come twice and in any
order. Prints what each act took. The tests play the same in small.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from app.bootstrap import Services, open_services
from app.dossier.result import CompileResult
from app.dossier_options import DossierOptions
from app.evidence.descriptions import Description
from app.evidence.filing import ItemToFile, ReadyFile, file_items
from app.evidence.places import Target, resolve
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.filekind import FileKind, FileType
from app.framework.catalogue import load_framework
from app.framework.keys import SlotKey
from app.guessing.guess import Guess
from app.jobs import SilentJob
from app.review.board import Board
from app.review.listing import read_board
from app.review.service import Ruling, accept_slots, decide
from app.review.vocabulary import SlotStage
from app.workspace.making import create_workspace
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import RegistryState, UnitState
from benchmarks.corpus import letter
from models import EvidenceItem, Placement
from models.vocabulary import ReviewDecision
from resources.demo.prints import letter_pdf

COUNTY = "测速县"
OFFICE = "创建办"
FRAMEWORK = "lushan-2021"
_JOB = SilentJob()
_TEXT = FileType(FileKind.TEXT, "text/plain", ".txt", "文本")
_PDF = FileType(FileKind.PDF, "application/pdf", ".pdf", "PDF")
#: Which share of the first submissions is lost, and which comes twice.
_LOST, _TWICE = 0.2, 0.3
#: Every tenth file is a plain text, which must become pages first; the others are PDFs.
_TEXT_EACH = 10
_LINES = 60
#: How many pages the PDFs have, one after the other.
_PAGES = (1, 2, 3)


@dataclass
class Script:
    """The play; ``seconds`` holds what each act took, ``bound`` what the dossiers became."""

    root: Path
    units: int
    items: int
    seed: int = 1
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Draw lots with a seed of our own."""
        self._random = random.Random(self.seed)
        self._stick = self.root / "U盘"
        self._trust: dict[str, str] = {}
        self._letters: tuple[bytes, ...] = ()
        self.names: tuple[str, ...] = ()
        self.bound: CompileResult | None = None

    def play(self) -> None:
        """From the first task package to the final dossiers."""
        self._letters = tuple(self._letter(pages) for pages in _PAGES)
        with self._act("发任务包，建单位工作区"):
            self._hand_out()
        with self._act("各单位填报"):
            self._each_unit(self._work)
        with self._act("制作报送包"):
            self._each_unit(lambda unit: self._submit(unit, "第一轮"))
        with self._act("合并报送包"):
            self._merge("第一轮", lost=_LOST, twice=_TWICE)
        with self._act("审核"):
            self._review()
        with self._act("退回包"):
            self._give_back()
        with self._act("补充后重新报送"):
            self._each_unit(self._rework)
            self._each_unit(lambda unit: self._submit(unit, "第二轮"))
        with self._act("再次合并"):
            self._merge("第二轮", lost=0, twice=_TWICE)
            self._merge("第一轮", lost=0, twice=0)  # the lost sticks turn up
        with self._act("通过"), self.partner(OFFICE) as office:
            accept_slots(office.workspace, _waiting(office))
        with self._act("编制卷宗"), self.partner(OFFICE) as office:
            self.bound = office.dossiers.compile(self.root / "卷宗", DossierOptions(), _JOB)

    @contextmanager
    def partner(self, name: str) -> Iterator[Services]:
        """Sit down at a computer and leave it again."""
        with open_services(self.root / name) as services:
            yield services

    def _hand_out(self) -> None:
        """The office makes its workspace; every unit makes its own of its task package."""
        self._stick.mkdir(parents=True)
        framework = load_framework(FRAMEWORK)
        create_workspace(self.root / OFFICE, framework, COUNTY, register=self._registered)
        with self.partner(OFFICE) as office:
            registry = office.workspace.registry()
            busy = [u.name for u in registry.units if registry.indicators_of(u.name)]
            self.names = tuple(busy[-self.units :])
            self._trust[OFFICE] = office.identity.keys().public.fingerprint
            for name in self.names:
                request = PackRequest(PackageKind.TASK, self._stick / f"任务-{name}.zip", name)
                office.exchange.pack(request, _JOB)
        for name in self.names:
            task = [self._stick / f"任务-{name}.zip"]
            create_from_task_package(self.root / name, task, _JOB, trust=self._trust[OFFICE])

    def _registered(self, state: RegistryState) -> RegistryState:
        """As many towns as the county needs beside the units that the set names."""
        towns = next(g.name for g in state.groups if "乡" in g.name)
        for number in range(1, max(0, self.units - len(state.units)) + 1):
            name = f"第{number}乡人民政府"
            identifier = unit_id(COUNTY, name)
            state = state.adding(UnitState(identifier, name)).joining(identifier, towns)
        return state

    def _work(self, unit: Services) -> None:
        """File the unit's share of the items at the points of its own indicators."""
        workspace = unit.workspace
        own = workspace.registry().indicators_of(_name(unit))
        targets = [
            Target(indicator.code, task.code, None, point.number)
            for indicator in workspace.facts.framework.indicators
            if indicator.code in own
            for task in indicator.tasks
            for point in task.points
        ]
        share, begin = self.items // self.units, self._random.randrange(len(targets))
        wanted = [(f"材料{n}", targets[(begin + n) % len(targets)]) for n in range(share)]
        self._file(unit, wanted)
        self._trust[_name(unit)] = unit.identity.keys().public.fingerprint

    def _file(self, unit: Services, wanted: list[tuple[str, Target]]) -> None:
        workspace, facts = unit.workspace, unit.workspace.facts
        registry = workspace.registry()
        filings = []
        for number, (title, target) in enumerate(wanted):
            kind = _PDF if number % _TEXT_EACH else _TEXT
            file = workspace.layout.cache / f"{title}{kind.suffix}"
            self._write(file, f"{_name(unit)}{title}", number, kind)
            original = workspace.originals.copy_in(file)
            file.unlink()
            ready = ReadyFile(original, kind, file.name, None, Guess(), ())
            place = resolve(target, facts.framework, registry, facts.unit_name)
            filings.append(ItemToFile(ready, place, Description(title=title)))
        workspace.originals.settle(f.ready.original.sha256 for f in filings)
        with workspace.database.writing() as work:
            file_items(work, workspace.facts.framework, filings)
            work.commit()

    def _letter(self, pages: int) -> bytes:
        """A letter of about this many pages, which every PDF is made of."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "letter.pdf"
            letter_pdf(file, letter(self._random, pages, pages))
            return file.read_bytes()

    def _write(self, file: Path, title: str, number: int, kind: FileType) -> None:
        """Write a file; a comment at a PDF's end makes its bytes its own."""
        if kind is _TEXT:
            file.write_text(f"{title}\n" * _LINES, encoding="utf-8")
        else:
            whole = self._letters[number % len(self._letters)]
            file.write_bytes(whole + f"\n% {title}\n".encode())

    def _submit(self, unit: Services, turn: str) -> None:
        """Carry what there is to the stick."""
        target = self._stick / f"{turn}-{_name(unit)}.zip"
        unit.exchange.pack(PackRequest(PackageKind.SUBMISSION, target), _JOB)

    def _merge(self, turn: str, *, lost: float, twice: float) -> None:
        """Merge packages in any order; some are not there, some come twice."""
        names = [name for name in self.names if self._random.random() >= lost]
        names += [name for name in names if self._random.random() < twice]
        self._random.shuffle(names)
        with self.partner(OFFICE) as office:
            for name in names:
                path = self._stick / f"{turn}-{name}.zip"
                office.exchange.merge([path], _JOB, trust=self._trust[name])

    def _review(self) -> None:
        """Return every third slot that waits, accept the others."""
        with self.partner(OFFICE) as office:
            waiting = _waiting(office)
            back = waiting[::3]
            rulings = [Ruling(s, ReviewDecision.RETURNED, reasons=("missing",)) for s in back]
            decide(office.workspace, rulings)
            kept = set(back)
            accept_slots(office.workspace, [s for s in waiting if s not in kept])

    def _give_back(self) -> None:
        """Every unit gets its decisions and receipts."""
        with self.partner(OFFICE) as office:
            for name in self.names:
                request = PackRequest(PackageKind.RETURN, self._stick / f"退回-{name}.zip", name)
                office.exchange.pack(request, _JOB)
        self._each_unit(
            lambda unit: unit.exchange.merge([self._stick / f"退回-{_name(unit)}.zip"], _JOB)
        )

    def _rework(self, unit: Services) -> None:
        """Put one more item into every slot that came back."""
        returned = [row.slot for row in board_of(unit).rows if row.stage is SlotStage.RETURNED]
        wanted = [
            (f"补充{n}", Target(slot.indicator, slot.task_code, None, 1))
            for n, slot in enumerate(returned)
        ]
        if wanted:
            self._file(unit, wanted)

    def _each_unit(self, act: Callable[[Services], object]) -> None:
        for name in self.names:
            with self.partner(name) as unit:
                act(unit)

    @contextmanager
    def _act(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - started


def board_of(partner: Services) -> Board:
    """Every slot with its stage."""
    workspace = partner.workspace
    with workspace.database.reading() as session:
        return read_board(session, workspace.facts.framework, workspace.registry())


def _waiting(office: Services) -> list[SlotKey]:
    return [row.slot for row in board_of(office).rows if row.waits]


def _name(partner: Services) -> str:
    return partner.workspace.facts.unit_name or OFFICE


def placed(office: Services) -> int:
    """How many files the dossiers have to account for: each item at each of its places."""
    query = (
        select(func.count())
        .select_from(Placement)
        .join(EvidenceItem)
        .where(Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
    )
    with office.workspace.database.reading() as session:
        return session.scalar(query) or 0


def play_county(folder: Path, units: int, items: int) -> bool:
    """Play the county once and print what each act took; True if it ends complete.

    Every slot is then accepted, every dossier complete, and every file in one of them.
    """
    script = Script(folder / "县", units, items)
    script.play()
    with script.partner(OFFICE) as office:
        rows = [row for row in board_of(office).rows if row.items]
        files = placed(office)
    accepted = sum(row.stage is SlotStage.ACCEPTED for row in rows)
    for name, seconds in script.seconds.items():
        print(f"{name}：{seconds:.1f} 秒")
    print(f"合计 {sum(script.seconds.values()):.1f} 秒；填报位 {len(rows)} 个，通过 {accepted} 个")
    if script.bound is None:
        return False
    ledger, dossiers = script.bound.ledger, script.bound.dossiers
    left = ledger.excluded + ledger.failed
    whole = sum(dossier.complete for dossier in dossiers)
    pages = sum(dossier.pages for dossier in dossiers)
    print(
        f"卷宗 {len(dossiers)} 部，完整 {whole} 部，共 {pages} 页；"
        f"清点单：应有 {files} 份，装入 {ledger.included} 份，未装入 {left} 份"
    )
    return accepted == len(rows) and whole == len(dossiers) and ledger.included == files


def main(arguments: list[str] | None = None) -> int:
    """Play it in a folder of its own."""
    parser = argparse.ArgumentParser(description="一个县从任务包到编成卷宗的往来")
    parser.add_argument("--units", type=int, default=80)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--work", type=Path, default=None)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=chosen.work, prefix="juanzong-county-") as folder:
        return 0 if play_county(Path(folder), chosen.units, chosen.items) else 1


if __name__ == "__main__":
    sys.exit(main())

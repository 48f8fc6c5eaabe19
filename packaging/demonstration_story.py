"""What office and unit do in the demonstration, with the commands they would type.

The unit gets its task package, files and describes its material and hands it in; the office merges
it, accepts most of it and returns two items; the unit answers for one of them.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from setup_steps import Checkout

COUNTY = "示例县"
FRAMEWORK = "lushan-2021"
UNIT = "县司法局"
#: What the command line returns when it finished although something failed: here it is meant to.
FINISHED = (0, 1)
JUANZONG = ("-m", "app.cli.main")
#: The units whose material the office enters in their stead.
ENTERED_BY_OFFICE = ("县市场监管局", "县政务服务和大数据服务中心", "县政府办公室")
_NAMES = ("演示城关镇", "演示东关乡")
TOWNS = (
    *(part for name in _NAMES for part in ("--add", name)),
    *("--group", "各乡（镇、街道）"),
    *(part for name in _NAMES for part in ("--member", name)),
)
FILING = (
    "fonds_name=示例县法治政府建设示范创建办公室",
    "fonds_code=Z001",
    "category_code=FZ",
    "filed_by=张某某",
    "checked_by=李某某",
    "photos_per_page=2",
    "last_year=2021",
)

#: Where inspectors are led, as the office and the unit enter it.
HALL = (
    *("--name", "政务服务大厅", "--unit", "县政务服务和大数据服务中心"),
    *("--indicator", "5", "--indicator", "6", "--address", "人民路1号政务服务中心一楼"),
    *("--person", "王某某", "--phone", "0000-12345"),
    *("--hours", "工作日 9:00—17:00", "--route", "1", "--propose"),
)
CENTRE = (
    *("--name", "公共法律服务中心", "--indicator", "21", "--indicator", "80"),
    *("--address", "法治路8号", "--person", "赵某某", "--phone", "0000-12348"),
    *("--hours", "工作日 8:30—18:00", "--route", "2", "--propose"),
)
ROOM = (
    *("--name", "行政调解室", "--indicator", "80", "--indicator", "81"),
    *("--address", "法治路8号二楼", "--person", "孙某某", "--phone", "0000-12349"),
    *("--hours", "工作日 8:30—18:00", "--route", "3", "--propose"),
)
HELD = (
    *("--questionnaire", "service_progress", "--from", "2021-05-10", "--to", "2021-05-14"),
    *("--place", "公共法律服务中心"),
)
#: What the unit found on the web of what the office asked for; the rest is not looked up yet.
FOUND = (
    ("城区停车场建设管理办法", "查到并符合", ""),
    ("停车场管理办法的专家论证情况", "查到但不符合", "只公开了通知，没有公开论证结论"),
)


#: The review of case files: the seed is public, and with it what is drawn.
SEED, DRAWS = "20210610-06", 10
FIRST, SECOND, ARBITER = "黄某某", "林某某", "何某某"
#: What the two reviewers find, by the place of the case in the draw and the number of the standard.
FOUND_BY_FIRST = {
    2: ("15=不符合:2:报告没有写裁量",),
    3: ("15=不符合:2", "28=不符合::送达回证没有签收时间"),
    4: ("14=不符合::两张照片没有注明取得人", "26=不符合::决定书与告知书的金额不一致"),
    6: ("28=不符合:3:送达回证没有签收时间",),
    8: ("16=不符合",),
}
FOUND_BY_SECOND = {
    **FOUND_BY_FIRST,
    3: ("15=不符合:3:报告没有写裁量", "28=不符合::送达回证没有签收时间"),
    5: ("6=不符合::没有告知陈述、申辩权利的凭证",),
}
#: The case on which they differ.
DISPUTED = 5


@dataclass(frozen=True)
class Places:
    """Where everything of the demonstration lies."""

    folder: Path

    @property
    def samples(self) -> Path:
        """The files that people would have brought."""
        return self.folder / "样例材料"

    @property
    def office(self) -> Path:
        """The workspace of the county's office."""
        return self.folder / f"{COUNTY}工作区"

    @property
    def unit(self) -> Path:
        """The workspace of one unit."""
        return self.folder / f"{UNIT}工作区"

    @property
    def packages(self) -> Path:
        """What went to and fro between them."""
        return self.folder / "数据包"

    @property
    def dossiers(self) -> Path:
        """The working edition, where the window looks for it."""
        return self.office / "exports"

    @property
    def for_inspectors(self) -> Path:
        """The inspection edition, where the window looks for it."""
        return self.dossiers / "检查组版"

    @property
    def all_made(self) -> tuple[Path, ...]:
        """Every folder that the demonstration makes, and the one that earlier versions made."""
        return self.samples, self.office, self.unit, self.packages, self.folder / "卷宗"


@dataclass(frozen=True)
class Row:
    """The id of the row that a command lists with these words."""

    listing: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Drawn:
    """The number of a case by its place in the latest draw, from 0."""

    workspace: str
    place: int


Part = str | Row | Drawn


@dataclass(frozen=True)
class Step:
    """A command; ``sender`` is the workspace whose fingerprint the recipient has checked.

    ``copied`` are files that people put somewhere before it.
    """

    command: tuple[Part, ...]
    allowed: tuple[int, ...] = (0,)
    quiet: bool = True
    sender: Path | None = None
    copied: tuple[tuple[Path, Path], ...] = ()


def play(checkout: Checkout, places: Places, today: date) -> bool:
    """Do every step; return whether all of them worked. Stops at the first one that does not."""
    places.packages.mkdir(parents=True, exist_ok=True)
    for step in steps(places, working_year(today)):
        for source, target in step.copied:
            shutil.copytree(source, target, dirs_exist_ok=True)
        command = _resolved(checkout, step.command)
        if command is None:
            return False
        print(f"$ juanzong {' '.join(_told(part, places) for part in command)}")
        if step.sender is not None:
            fingerprint = _fingerprint(checkout, step.sender)
            if fingerprint is None:
                return False
            command = (*command, "--trust", fingerprint)
        if checkout.call(*JUANZONG, *command, quiet=step.quiet) not in step.allowed:
            return False
    return True


def working_year(today: date) -> int:
    """The year into which the stages are moved, so that the units' self-check lies ahead."""
    return today.year if today < date(today.year, 5, 1) else today.year + 1


def steps(places: Places, year: int) -> Iterator[Step]:
    """The whole story in its order."""
    yield from _prepare(places, year)
    yield from _hand_in(places)
    yield from _review(places, year)
    yield from _answer(places)
    yield from _review_cases(places)


def _prepare(places: Places, year: int) -> Iterator[Step]:
    """The office makes its workspace and enters what units without a computer gave it."""
    office = str(places.office)
    yield Step(("init", office, "--framework", FRAMEWORK, "--county", COUNTY))
    yield Step(("identity", "people", office, *_person("张某某", "审核人")))
    yield Step(("units", office, *TOWNS))
    yield Step(("settings", office, *FILING))
    yield Step(("stages", office, "set", "--year", str(year)))
    manifest = places.samples / "清单（其他单位）.csv"
    yield Step(("attach", office, "--manifest", str(manifest)), FINISHED, quiet=False)
    yield Step(("site", "add", office, *HALL))
    yield Step(("targets", "import", office, str(places.samples / "检索清单.csv")))
    for name in ("县市场监管局", "县政务服务和大数据服务中心"):
        cases = str(places.samples / f"案卷台账（{name}）.csv")
        yield Step(("case-review", "import", office, cases, "--unit", name))


def _hand_in(places: Places) -> Iterator[Step]:
    """The unit files its material, puts photos together, marks what does not apply, hands in."""
    office, unit = str(places.office), str(places.unit)
    task, first = (str(places.packages / name) for name in ("1 任务包.zip", "2 报送包.zip"))
    yield Step(("pack", "task", office, "--unit", UNIT, "--out", task))
    yield Step(("merge", unit, task), sender=places.office)
    yield Step(("identity", "people", unit, *_person("赵某某", "联络员")))
    manifest = places.samples / f"清单（{UNIT}）.csv"
    yield Step(("attach", unit, "--manifest", str(manifest)), FINISHED, quiet=False)
    yield from _describe(places)
    reason = "本局不直接实施行政处罚、行政强制，没有执法案卷和音像设备"
    yield Step(("mark", unit, "--indicator", "55-56", "--reason", reason))
    yield from _verify(places)
    yield Step(("pack", "submission", unit, "--out", first))
    yield Step(("merge", office, first), sender=places.unit)


def _describe(places: Places) -> Iterator[Step]:
    """The unit describes four photos and makes them one item; it says of which years a table is."""
    unit = str(places.unit)
    photos = tuple(f"63-20-{number}" for number in (3, 4, 5, 6))
    described = ("--from", str(places.samples / "照片说明.csv"), "--per-page", "4")
    yield Step(("item", "photos", unit, *photos, *described))
    title = "行政执法人员专题培训班现场照片"
    yield Step(("item", "join", unit, *photos, "--title", title))
    yield Step(("years", unit, "--item", "69-20-4", "--set", "2017、2018、2019、2020、2021"))


def _verify(places: Places) -> Iterator[Step]:
    """The unit looks things up on the web, prepares its sites, and keeps its register of cases."""
    unit = str(places.unit)
    for words, result, note in FOUND:
        line = Row(("targets", "list", unit, "--indicator", "24"), words)
        said = ("--target", line, "--result", result, "--note", note, "--day", "2021-05-10")
        yield Step(("webcheck", "add", unit, "--indicator", "24", *said))
    yield Step(("site", "add", unit, *CENTRE))
    yield Step(("site", "add", unit, *ROOM))
    room = Row(("site", "list", unit), "行政调解室")
    ready = ("--line", "1", "--state", "已准备", "--person", "孙某某")
    yield Step(("site", "check", unit, room, "--indicator", "80", *ready))
    cases = str(places.samples / "行政应诉案件登记.csv")
    yield Step(("register", "import", unit, "行政应诉", cases))
    yield Step(("register", "fill", unit, "行政应诉"))
    files = str(places.samples / f"案卷台账（{UNIT}）.csv")
    yield Step(("case-review", "import", unit, files))
    yield Step(("report", unit, "未发生情形说明", "--unit", UNIT, "--indicator", "27"))
    yield from _examine(places)
    yield from _interview(places)


def _examine(places: Places) -> Iterator[Step]:
    """The unit examines twenty people in law: bank, paper, draw, answer sheets."""
    unit, exam = str(places.unit), "2021年机关工作人员法律知识考试"
    yield Step(("exam", "bank-starter", unit))
    held = ("--day", "2021-07-20", "--time", "9:00", "--room", "局机关会议室")
    yield Step(("exam", "add", unit, "--name", exam, "--indicator", "91", *held))
    yield Step(("exam", "make", unit, exam, "--blueprint", "staff", "--seed", "20210720"))
    yield Step(("exam", "people", unit, exam, "--file", str(places.samples / "考试名单.csv")))
    yield Step(("exam", "draw", unit, exam, "--count", "20", "--seed", "20210719"))
    yield Step(("exam", "import", unit, exam, str(places.samples / "考试答卷.csv")))


def _interview(places: Places) -> Iterator[Step]:
    """The unit draws fifty people at two windows and takes in what 46 of them answered."""
    unit, name = str(places.unit), "2021年办事群众访谈"
    yield Step(("interview", "new", unit, "--indicator", "1", "--name", name, *HELD))
    people = str(places.samples / "访谈对象名单.csv")
    yield Step(("interview", "draw", unit, name, people, "--count", "50", "--seed", "2021-05"))
    yield Step(("interview", "import", unit, name, str(places.samples / "访谈答卷.csv")))
    topics = ("--topic", "窗口时间=中午、周末", "--topic", "一次告知=一次、材料清单")
    yield Step(("interview", "topics", unit, name, *topics))
    yield Step(("report", unit, "访谈情况报告", "--unit", UNIT))


def _review(places: Places, year: int) -> Iterator[Step]:
    """The office returns two items and accepts the rest."""
    office, unit = str(places.office), str(places.unit)
    for name in ENTERED_BY_OFFICE:
        yield Step(("review", "submit", office, "--unit", name))
    slot = ("--method", "材料查证", "--unit", UNIT)
    back = ("review", "return", office, *slot)
    note = ("--note", "公章看不清，请用扫描仪重新扫描", "--deadline", f"{year}-05-10")
    unclear = ("--indicator", "69", "--item", "69-20-2", "--reason", "4")
    yield Step((*back, *unclear, *note))
    double = ("--indicator", "60", "--item", "60-20-2", "--reason", "11")
    yield Step((*back, *double, "--note", "与要点2的评查通知是同一份，请换成实施方案的印发通知"))
    yield Step(("review", "accept", office, "--all"))
    returned = str(places.packages / "3 退回包.zip")
    yield Step(("pack", "return", office, "--unit", UNIT, "--out", returned))
    yield Step(("merge", unit, returned))


def _answer(places: Places) -> Iterator[Step]:
    """The unit answers for one of the two; the office has the answer before it."""
    office, unit = str(places.office), str(places.unit)
    scan = places.samples / "重新报送" / "法院出具的说明（重新扫描）.pdf"
    yield Step(("item", "revise", unit, "69-20-2", str(scan)))
    yield Step(("item", "edit", unit, "69-20-2", "--reason", "已用扫描仪重新扫描，公章清楚"))
    second = str(places.packages / "4 报送包.zip")
    yield Step(("pack", "submission", unit, "--out", second))
    yield Step(("merge", office, second))


def _person(name: str, duty: str) -> tuple[str, ...]:
    return "--add", name, "--duty", duty, "--use", name


def _review_cases(places: Places) -> Iterator[Step]:
    """The office draws ten case files; two people review each, and one case goes to a third."""
    office = str(places.office)
    own = places.samples / "评查表（县里填了分值）"
    yield Step(("case-review", "sheets", office), copied=((own, places.office / "review-sheets"),))
    drawn = ("--name", "2021年行政执法案卷评查", "--total", str(DRAWS), "--seed", SEED)
    yield Step(("case-review", "draw", office, *drawn, "--by", "张某某"))
    for name, found in ((FIRST, FOUND_BY_FIRST), (SECOND, FOUND_BY_SECOND)):
        for place in range(DRAWS):
            last = place == DRAWS - 1 and name == SECOND
            marks = tuple(part for mark in found.get(place, ()) for part in ("--mark", mark))
            said = ("--mark", "1=符合", "--mark", "2=符合") if last else (*marks, "--rest-met")
            done = () if last else ("--conclude",)
            who = ("--reviewer", name)
            yield Step(("case-review", "score", office, Drawn(office, place), *who, *said, *done))
    like = ("--reviewer", ARBITER, "--like", "second", "--conclude")
    yield Step(("case-review", "arbitrate", office, Drawn(office, DISPUTED), *like))


def _resolved(checkout: Checkout, command: tuple[Part, ...]) -> tuple[str, ...] | None:
    """The command with the ids of its rows; nothing if a row is not there."""
    parts = [part if isinstance(part, str) else _find(checkout, part) for part in command]
    known = [part for part in parts if part is not None]
    return tuple(known) if len(known) == len(parts) else None


def _find(checkout: Checkout, row: Row | Drawn) -> str | None:
    if isinstance(row, Drawn):
        told = checkout.ask(*JUANZONG, "case-review", "draws", row.workspace, "--json")
        return None if told is None else str(json.loads(told)[-1]["cases"][row.place]["number"])
    told = checkout.ask(*JUANZONG, *row.listing, "--json")
    if told is None:
        return None
    listed = json.loads(told)
    rows = listed["lines"] if isinstance(listed, dict) else listed
    found = (each["id"] for each in rows if row.words in each.values())
    return next(found, None)


def _fingerprint(checkout: Checkout, workspace: Path) -> str | None:
    """The fingerprint that people would read to each other on the telephone."""
    told = checkout.ask(*JUANZONG, "identity", "show", str(workspace), "--json")
    return None if told is None else str(json.loads(told)["fingerprint"])


def _told(part: str, places: Places) -> str:
    """A part of a command as it is shown: paths are short, blanks are quoted."""
    short = part.removeprefix(f"{places.folder}").lstrip("/\\")
    return f'"{short}"' if " " in short else short

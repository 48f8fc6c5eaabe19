"""A hostile unit sends packages in any order: old ones, forks, leaps, replays after undo."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from app.checkup.checking import check_workspace
from app.errors import JuanzongError
from app.exchange.kinds import PackageKind
from app.exchange.merge.undo import undo_merge
from models.base import new_id
from tests.attack.playing import Attack, Outcome
from tests.support.county import (
    JOB,
    UNITS,
    County,
    Partner,
    counties,
    make_county,
    open_county,
    seen_by_office,
)
from tests.support.forging import forged

_STEPS = (3, 7)


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Merge, undo and answer in a random order, and look at everything after each step."""
    template = folder / "template"
    make_county(template, UNITS)
    with open_county(template, UNITS) as county:
        thief, victim = county.units
        for number, name in enumerate("甲乙丙"):
            thief.attach(name, name)
            thief.submit(county.stick / f"thief-{number}.zip")
        for number, name in enumerate(("财一", "财二")):
            victim.attach(name, name)
            victim.submit(county.stick / f"victim-{number}.zip")
        county.office.merge(county.stick / "victim-0.zip")
        county.office.merge(county.stick / "thief-0.zip")
    for number, county in enumerate(counties(template, folder, UNITS, cases)):
        yield _case(random, number, county)


def _case(random: Random, number: int, county: County) -> Outcome:
    told: list[str] = []
    for step in range(random.randint(*_STEPS)):
        name = random.choice(["old", "forged", "forged", "victim", "undo", "answer"])
        try:
            fault = _step(random, name, step, county, told)
        except Exception as error:
            fault = f"ended in {error!r}"[:200]
        if fault:
            return Outcome(f"{number}: {' → '.join(told)}", held=False, detail=fault)
    return _afterwards(f"{number}: {' → '.join(told)}", county)


def _step(random: Random, name: str, step: int, county: County, told: list[str]) -> str:
    """Do one thing at the office; returns what is wrong afterwards, or ""."""
    office, (thief, victim) = county.office, county.units
    before, of_victim = _state(office), seen_by_office(office, victim.unit_id)
    try:
        match name:
            case "undo":
                told.append("undo")
                undo_merge(office.workspace)
            case "answer":
                told.append("answer")
                unit = random.choice(county.units)
                target = county.stick / f"answer-{step}.zip"
                supersede = random.random() < 0.3
                made = office.pack(PackageKind.RETURN, target, unit.name, supersede=supersede)
                unit.merge(made.written.paths[0])
            case "victim":
                told.append("victim")
                victim.attach(f"财{step}", f"财{step}")
                office.merge(victim.submit(county.stick / f"victim-new-{step}.zip"))
            case _:
                old = county.stick / f"thief-{random.randrange(3)}.zip"
                told.append(old.stem)
                package = old if name == "old" else _forged(random, old, step, thief, told)
                office.merge(package)
    except JuanzongError as error:
        told[-1] += f" ({type(error).__name__})"
        if name in {"answer", "victim"}:
            return f"an honest step was refused: {type(error).__name__}"
        return "" if _state(office) == before else "refused, and changed"
    if name in {"old", "forged"} and seen_by_office(office, victim.unit_id) != of_victim:
        return "another unit's records changed"
    return ""


def _forged(random: Random, old: Path, step: int, thief: Partner, told: list[str]) -> Path:
    package, leap = new_id(), random.choice([1, 2, 9_000, 9_999, 10**6, 10**9])
    kinds: dict[str, Any] = {
        "title": lambda c: c["records"]["items"][0]["revisions"][0].update(title="改"),
        "version": lambda c: [item.update(version=item["version"] + 1) for item in _items(c)],
        "generation": lambda c: c["lineage"].update(generation=leap),
        "no history": lambda c: c["lineage"].update(sent=[]),
        "false history": lambda c: [
            sent.update(digest="0" * 64, written=False) for sent in c["lineage"]["sent"]
        ],
        "receipt": lambda c: c.update(
            receipt={"generation": leap, "sequences": [leap], "held": ["0" * 64]}
        ),
        "removed": lambda c: [
            item.update(removed_at="2026-03-01T12:00:00Z", version=item["version"] + 1)
            for item in _items(c)
        ],
        "another id": lambda c: c.update(package_id=package),
        "another number": lambda c: None,
        "another workspace": lambda c: None,
    }
    chosen = random.sample(sorted(kinds), random.randint(1, 3))
    told[-1] += f" with {', '.join(chosen)}"

    def header(content: dict[str, Any]) -> None:
        if "another id" in chosen:
            content["id"] = package
        if "another number" in chosen:
            content["sequence"] = leap
        if "another workspace" in chosen:
            content["sender"]["workspace_id"] = package

    return forged(
        thief,
        old,
        old.with_name(f"forged-{step}.zip"),
        lambda content: [kinds[kind](content) for kind in chosen],
        check=False,
        header=header,
    )


def _items(content: dict[str, Any]) -> list[dict[str, Any]]:
    return content["records"]["items"]


def _afterwards(case: str, county: County) -> Outcome:
    """Whatever was merged: the office works on, and so does the other unit."""
    office, (_, victim) = county.office, county.units
    try:
        office.merge(victim.submit(county.stick / "last.zip", full=True))
        for unit in county.units:
            unit.merge(county.answer(unit.name, county.stick / f"last-{unit.name}.zip"))
    except Exception as error:
        return Outcome(case, held=False, detail=f"work does not go on: {error!r}"[:300])
    faults = []
    if not victim.titles <= office.titles:
        faults.append("the other unit's work is not there")
    sound = {p.name: check_workspace(p.workspace, JOB).sound for p in (office, *county.units)}
    faults += [f"{name} is not sound" for name, held in sound.items() if not held]
    return Outcome(case, not faults, "; ".join(faults))


def _state(partner: Partner) -> tuple[str, ...]:
    with closing(sqlite3.connect(partner.path / "juanzong.db")) as connection:
        rows = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    return (rows, *sorted(partner.workspace.originals.stored()))


ATTACK = Attack(
    name="hostile-sequences",
    promise="Packages of one unit in any order never touch another's work, nor stop the office.",
    cases=20,
    play=play,
)

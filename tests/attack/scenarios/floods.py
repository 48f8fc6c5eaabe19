"""Partners with a valid key send more than any honest one: records, texts, lists, originals."""

import copy
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from app.errors import JuanzongError
from app.exchange.envelope import bounds
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.envelope.writing import write_package
from app.exchange.errors import PackageFloods
from app.exchange.payload.documents import MAIN
from app.wording.errors import describe_error
from models.base import new_id
from tests.attack.playing import Attack, Outcome
from tests.support.county import JOB, Partner, copy_county, make_county, open_county

_UNIT = "县司法局"
_NOON = "2026-03-01T12:00:00Z"
_Content = dict[str, Any]
_Flood = Callable[[Random, _Content], object]


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    template = folder / "县"
    make_county(template, (_UNIT,))
    with open_county(template, (_UNIT,)) as county:
        county.units[0].attach("甲", "甲")
        county.office.merge(county.units[0].submit(county.stick / "1.zip"))
        county.units[0].attach("乙", "乙")
        county.units[0].submit(county.stick / "2.zip")
        county.answer(_UNIT, county.stick / "退.zip")
    for number in range(cases):
        root = folder / f"case-{number}"
        copy_county(template, root)
        with open_county(root, (_UNIT,)) as county:
            office, unit, stick = county.office, county.units[0], county.stick
            if random.random() < 0.1:
                yield _brought(office, stick / "2.zip")
            elif random.random() < 0.5:
                name = random.choice(sorted(_BY_UNIT))
                path = _flooded(random, unit, stick / "2.zip", stick / "x.zip", _BY_UNIT[name])
                yield _judge(office, path, f"unit: {name}")
            else:
                name = random.choice(sorted(_BY_OFFICE))
                path = _flooded(random, office, stick / "退.zip", stick / "x.zip", _BY_OFFICE[name])
                yield _judge(unit, path, f"office: {name}")
        shutil.rmtree(root)


def _flooded(random: Random, sender: Partner, package: Path, target: Path, flood: _Flood) -> Path:
    """The package with more in it, signed by its sender."""
    with open_package([package], job=JOB) as opened:
        documents = {name: opened.document(name) for name in opened.documents}
        header, packed = opened.header, opened.originals
    content = json.loads(documents[MAIN])
    flood(random, content)
    documents[MAIN] = json.dumps(content, ensure_ascii=False).encode()
    store = sender.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    signer = sender.identity.keys().signer
    return write_package(target, header, documents, entries, signer, job=JOB).paths[0]


def _brought(office: Partner, package: Path) -> Outcome:
    """Many packages before this one brought all that a unit may bring."""
    with office.workspace.database.writing() as work:
        work.session.execute(text("UPDATE blob SET size = :size"), {"size": bounds.SENDER_BYTES})
        work.commit()
    return _judge(office, package, "unit: bytes in many packages")


def _judge(partner: Partner, package: Path, case: str) -> Outcome:
    before = _state(partner)
    try:
        partner.merge(package)
    except PackageFloods as error:
        told = str(describe_error(error))
        held = _state(partner) == before and str(error.limit) in told.replace(",", "")
        return Outcome(case, held, told if held else f"changed, or not told: {told}")
    except JuanzongError as error:
        return Outcome(case, held=False, detail=f"refused as something else: {error!r:.200}")
    except Exception as error:
        return Outcome(case, held=False, detail=f"ended in {error!r:.200}")
    return Outcome(case, held=False, detail="merged")


def _state(partner: Partner) -> tuple[object, ...]:
    with closing(sqlite3.connect(partner.path / "juanzong.db")) as connection:
        rows = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    return (rows, *sorted(partner.workspace.originals.stored()))


def _over(random: Random, limit: int) -> int:
    return limit + random.choice((1, 1, 7, limit))


def _records(kind: str, fields: dict[str, Any]) -> _Flood:
    """More records of a kind than are allowed; every one could be stored by itself."""

    def flood(random: Random, content: _Content) -> None:
        unit_id = content["records"]["items"][0]["unit_id"]
        row = {"version": 1, "unit_id": unit_id, "by_office": False, "changed_at": _NOON, **fields}
        content["records"][kind] = [
            {"id": new_id(), "removed_at": None, **row}
            for _ in range(_over(random, bounds.LISTS[kind]))
        ]

    return flood


def _revisions(random: Random, content: _Content) -> None:
    """Few items, each of which is within its bounds, and together more than can be."""
    revision = content["records"]["items"][0]["revisions"][0]
    revision["problems"] = [{"kind": "comments", "detail": {"count": 1}, "dismissed": None}]
    revision["problems"] *= bounds.PAYLOAD_OBJECTS // 2 + random.randint(1, 9)


def _ground(*path: str | int, row: object = None) -> _Flood:
    """A list of the ground with more rows than are allowed."""

    def flood(random: Random, content: _Content) -> None:
        holder: Any = content["base"]
        for key in path[:-1]:
            holder = holder[key]
        name = str(path[-1])
        said = row if row is not None else holder[name][0]
        holder[name] = [copy.copy(said) for _ in range(_over(random, bounds.LISTS[name]))]

    return flood


def _settings(random: Random, content: _Content) -> None:
    wanted = _over(random, bounds.SETTINGS)
    content["base"]["settings"] |= {f"设置{number}": "x" for number in range(wanted)}


_PLACE = {"indicator_code": "60", "method": "material_check"}
_BY_UNIT: dict[str, _Flood] = {
    "figures": _records("figures", {"place": "60", "threshold": "x", "value": 1.0}),
    "marks": _records(
        "not_applicable", {**_PLACE, "point_number": 1, "reason": "x", "marked_by": "x"}
    ),
    "self-checks": _records(
        "self_checks",
        {
            "indicator_code": "60",
            "assessment": None,
            "statement": "",
            "problems": "",
            "score": None,
            "stated_by": "",
        },
    ),
    "problems of one revision": _revisions,
    "held": lambda random, content: content.update(
        receipt={
            "generation": 1,
            "sequences": [1],
            "held": ["0" * 64] * _over(random, bounds.LISTS["held"]),
        }
    ),
    "earlier packages": lambda random, content: content["lineage"].update(
        sent=[{"sequence": 1, "digest": "0" * 64, "written": True}]
        * _over(random, bounds.LISTS["sent"])
    ),
}
_BY_OFFICE: dict[str, _Flood] = {
    "units": _ground("units"),
    "aliases": _ground("units", 0, "aliases", row="别名"),
    "members": _ground("groups", 0, "members", row="0" * 36),
    "groups": _ground("groups"),
    "responsibilities": _ground("responsibilities"),
    "stages": _ground("stages"),
    "milestones": _ground("stages", 0, "milestones", row={"text": "x", "day": "2026-01-01"}),
    "reasons": _ground("reasons", row={"code": "x"}),
    "settings": _settings,
}

ATTACK = Attack(
    name="floods",
    promise="A package, or a sender in all, that brings more than any honest one is refused with "
    "the bound and the number, before anything is stored.",
    cases=30,
    play=_play,
)

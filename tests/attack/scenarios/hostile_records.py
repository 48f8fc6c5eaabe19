"""Packages of a registered unit with fields that were changed, signed with its valid key."""

import contextlib
import copy
import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from app.cli.application import app
from app.cli.localise import run
from app.errors import JuanzongError
from app.exchange.kinds import PackageKind
from app.wording.errors import describe_error
from tests.attack.playing import Attack, Outcome
from tests.support.county import Partner, dump, make_county, open_county
from tests.support.forging import add_every_record, forged, places

_UNIT = "县司法局"

#: What is said instead of a text, a number, a time, a list; every kind may stand anywhere.
_TEXTS: tuple[Any, ...] = (
    "\x00",
    "甲\x1b[2J",
    "\x9b31m",
    "\u202efdp.exe",
    "\u2066x",
    "e\u0301",
    "x" * 1001,
    "x" * 100_001,
    "",
    "never",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "2026-3-1",
    "999",
    "60/../61",
    "{count} %s {0}",
    "<img src=//x/y>",
    "[/附件]关于通知",
    "=cmd|'/c calc'!A1",
    "\t\r\n",
    "👩‍👩‍👧‍👦\ue863",
    "../../x",
)
_NUMBERS: tuple[Any, ...] = (
    -1,
    0,
    1,
    1.5,
    (1 << 31) - 1,
    1 << 31,
    1 << 53,
    1 << 63,
    -(1 << 63) - 1,
    10**39,
    1e308,
    float("nan"),
    float("inf"),
    -0.0,
    True,
    "7",
)
_TIMES: tuple[Any, ...] = (
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "2026-03-01T12:00:00",
    "1970-01-01T00:00:00Z",
    "2199-12-31T23:59:59Z",
    "2026-03-01T12:00:00+23:59",
    -1,
    1e18,
    "never",
)

#: Commands that show what is stored; all must end as they do for honest records.
_SHOWING = (
    ("status",),
    ("item", "list"),
    ("item", "bin"),
    ("item", "findings"),
    ("item", "duplicates"),
    ("review", "list"),
    ("review", "matrix"),
    ("review", "returned"),
    ("rectify", "list"),
    ("selfcheck", "list"),
    ("selfcheck", "show", "--unit", _UNIT),
    ("packages",),
    ("log",),
    ("units", "list"),
    ("report", "材料清单"),
)


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    make_county(folder / "县", (_UNIT,))
    with open_county(folder / "县", (_UNIT,)) as county:
        unit = county.units[0]
        unit.attach("甲", "甲")
        unit.attach("乙", "乙")
        package = unit.submit(county.stick / "1.zip")
    pristine = folder / "办-原样"
    shutil.copytree(folder / "县" / "创建办", pristine)
    with closing(Partner(folder / "县" / _UNIT)) as unit:
        for number in range(cases):
            office = folder / "办"
            shutil.rmtree(office, ignore_errors=True)
            shutil.copytree(pristine, office)
            told: list[str] = []
            change = partial(_changed, random, unit.unit_id, told)
            target = folder / f"{number}.zip"
            yield _judge(office, forged(unit, package, target, change, check=False), told)
            target.unlink(missing_ok=True)


def _changed(random: Random, unit_id: str, told: list[str], content: dict[str, Any]) -> None:
    """Change some places of a payload that has records of every kind; ``told`` says which."""
    add_every_record(content, unit_id)
    told += [_mutate(random, content) for _ in range(random.choice((1, 1, 1, 2, 3)))]


def _mutate(random: Random, content: dict[str, Any]) -> str:
    """Change one place of the content; says what was done."""
    holder, key, path = random.choice(list(places(content)))
    before = holder[key]
    if isinstance(before, list) and before and random.random() < 0.5:
        holder[key] = [*before, copy.deepcopy(random.choice(before))]
        return f"{path} doubled"
    if isinstance(holder, dict) and random.random() < 0.05:
        del holder[key]
        return f"{path} left out"
    holder[key] = _other(random, before, str(key))
    return f"{path} = {holder[key]!r:.40}"


def _other(random: Random, before: Any, key: str) -> Any:
    choices: list[tuple[Any, ...]] = [(None, [], {}, False, [[[]]])]
    likely: tuple[Any, ...] = _TEXTS
    if key.endswith("_at") or key == "at":
        likely = _TIMES
    elif isinstance(before, int | float):
        likely = _NUMBERS
    choices += [_TEXTS, _NUMBERS, _TIMES]
    return random.choice(likely if random.random() < 0.92 else random.choice(choices))


def _judge(path: Path, package: Path, told: Sequence[str]) -> Outcome:
    case = "; ".join(told)
    before = dump(path)
    try:
        office = Partner(path)
        try:
            office.merge(package)
        except JuanzongError as error:
            sentence = str(describe_error(error))
            changed = dump(path) != before
            detail = f"{type(error).__name__}: {sentence}"
            return Outcome(case, held=not changed, detail="changed; " * changed + detail)
        finally:
            office.close()
        return _shown(path, case)
    except Exception as error:
        return Outcome(case, held=False, detail=f"{type(error).__name__}: {error!s:.200}")


def _shown(path: Path, case: str) -> Outcome:
    """Everything that was stored is listed, printed, checked and packed again."""
    for words in _SHOWING:
        command = (words[0], *words[1:2], str(path), *words[2:])
        if words[0] in {"status", "packages", "log", "report"}:
            command = (words[0], str(path), *words[1:])
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code, complaint = run(app, list(command), "juanzong")
        # 1 tells that something is lacking; all else is a failure of the command.
        if code not in {0, 1}:
            return Outcome(case, held=False, detail=f"{' '.join(words)}: {complaint:.200}")
        if set(printed.getvalue()) & set("\x00\x1b\x9b\u202e"):
            return Outcome(case, held=False, detail=f"{' '.join(words)}: raw control character")
    office = Partner(path)
    try:
        for kind in (PackageKind.RETURN, PackageKind.RECOVERY):
            office.pack(kind, path / f"{kind.value}.zip", _UNIT)
    finally:
        office.close()
    return Outcome(case, held=True, detail="stored and shown")


ATTACK = Attack(
    "hostile-records",
    "A package whose records cannot be is refused by name and changes nothing; "
    "all that is stored can be listed, printed and packed again.",
    40,
    _play,
)

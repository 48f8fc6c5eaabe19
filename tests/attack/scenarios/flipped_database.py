"""Bytes of the database change on the disk."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.attack.flips import content_of, copies, flip, make_office, run
from tests.attack.playing import Attack, Outcome

#: Beside ``check``, each case plays one of these.
_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("item", "list"),
    ("status",),
    ("indicators",),
    ("units",),
    ("log",),
    ("packages",),
    ("settings",),
    ("report", "材料清单"),
    ("review", "matrix"),
    ("backup", "list"),
    ("selfcheck", "list"),
    ("settings", "contact=李四"),
    ("backup", "make"),
)


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    template = folder / "office"
    make_office(template)
    before = content_of(template / "juanzong.db")
    for number, copy in enumerate(copies(folder, template, cases)):
        where = flip(random, copy / "juanzong.db")
        changed = content_of(copy / "juanzong.db") != before
        code, words, trace = run("check", copy, "--json")
        if trace:
            yield Outcome(where, held=False, detail=f"check: {trace}")
            continue
        if changed and code == 0:
            yield Outcome(where, held=False, detail="content changed, and check finds all sound")
            continue
        name, *more = _COMMANDS[number % len(_COMMANDS)]
        group = more[:1] if name in {"item", "review", "backup", "selfcheck"} else []
        arguments = [name, *group, copy, *more[len(group) :]]
        _, _, trace = run(*arguments)
        if trace:
            yield Outcome(where, held=False, detail=f"{name}: {trace}")
            continue
        yield Outcome(where, held=True, detail=_told(code, words, changed=changed))


def _told(code: int, words: str, *, changed: bool) -> str:
    if code == 0:
        return "unharmed place" if not changed else "unseen"
    try:
        document = json.loads(words[words.index("{") : words.rindex("}") + 1])
    except ValueError:
        return f"refused with {code}"
    defects = document.get("defects")
    return defects[0]["kind"] if defects else document["error"]["kind"]


ATTACK = Attack(
    name="flipped-database",
    promise="A database that changed on the disk is told of by check; nothing ends in a traceback.",
    cases=300,
    play=_play,
)

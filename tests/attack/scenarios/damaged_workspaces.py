"""Whole blocks of a workspace are lost, swapped or cut off, or something lies in their place."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from tests.attack.flips import content_of, copies, make_office, run
from tests.attack.playing import Attack, Outcome

_SECTORS = (512, 4096)
#: Beside ``check``, each case plays one of these.
_COMMANDS = ("status", "settings", "packages", "log", "units")
#: Names in a workspace that something else may take.
_PLACES = (
    *("originals", "inbox", "cache", "exports", "backups", "cache/opened", "cache/work"),
    *("juanzong.lock", "juanzong.holder.json", "juanzong.drafts.json"),
    *("juanzong.db", "juanzong.db-wal", "juanzong.db-shm", "juanzong.db-journal"),
)


def _zeroed(random: Random, content: bytearray) -> str:
    size = random.choice(_SECTORS)
    place = random.randrange(len(content) // size) * size
    content[place : place + size] = bytes(size)
    return f"{size} bytes of zeros at {place}"


def _swapped(random: Random, content: bytearray) -> str:
    size = random.choice(_SECTORS)
    one, two = (n * size for n in random.sample(range(len(content) // size), 2))
    kept = content[one : one + size]
    content[one : one + size] = content[two : two + size]
    content[two : two + size] = kept
    return f"{size} bytes swapped at {one} and {two}"


def _cut_off(random: Random, content: bytearray) -> str:
    left = random.choice((0, 1, 100, 4096, random.randrange(len(content))))
    del content[left:]
    return f"cut off after {left} bytes"


def _two_bytes(random: Random, content: bytearray) -> str:
    places = sorted(random.sample(range(len(content)), 2))
    for place in places:
        content[place] ^= random.randrange(1, 256)
    return f"two bytes changed at {places}"


def _of_database(change: Callable[[Random, bytearray], str]) -> Callable[[Random, Path], str]:
    def damage(random: Random, root: Path) -> str:
        database = root / "juanzong.db"
        content = bytearray(database.read_bytes())
        where = change(random, content)
        database.write_bytes(content)
        return where

    return damage


def _left_behind(random: Random, root: Path) -> str:
    side = random.choice(("-wal", "-journal", "-shm"))
    beginning = bytes.fromhex("d9d505f920a163d7") if random.random() < 0.5 else b""
    (root / f"juanzong.db{side}").write_bytes(beginning + random.randbytes(9000))
    return f"garbage in {side}"


def _in_the_way(random: Random, root: Path) -> str:
    name = random.choice(_PLACES)
    path, folder = root / name, "." not in name
    what = random.choice(("link", "file" if folder else "folder", *_PIPES))
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    match what:
        case "link":
            path.symlink_to(root.parent / "nowhere")
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case _:
            path.write_text("x", encoding="utf-8")
    return f"{what} in the place of {name}"


_PIPES = ("pipe",) if hasattr(os, "mkfifo") else ()
_DAMAGES = (
    *(_of_database(change) for change in (_zeroed, _swapped, _cut_off, _two_bytes)),
    *(_left_behind, _in_the_way),
)


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    template = folder / "office"
    make_office(template, 3)
    before = content_of(template / "juanzong.db")
    backup = next((template / "backups").glob("*-manual.db"))
    for number, copy in enumerate(copies(folder, template, cases)):
        damage = _DAMAGES[number % len(_DAMAGES)]
        where = damage(random, copy)
        blocked = damage is _in_the_way
        # What SQLite left of a change that was broken off is no change of the content.
        changed = damage is not _left_behind and content_of(copy / "juanzong.db") != before
        complaint = _complaint(random, copy, backup, changed=changed or blocked, blocked=blocked)
        yield Outcome(where, held=not complaint, detail=complaint)


def _complaint(random: Random, root: Path, backup: Path, *, changed: bool, blocked: bool) -> str:
    for command in ("check", random.choice(_COMMANDS)):
        code, words, trace = run(command, root)
        if trace or (code and not words):
            return f"{command}: {trace or 'no word'}"
        if command == "check" and changed and code == 0:
            return "check finds all sound"
    code, words, trace = run("backup", "restore", root, backup)
    if blocked:
        return trace or ("" if code and words else "restored over what lies in the way")
    if trace or code:
        return f"not restored: {trace or words}"
    code, words, trace = run("check", root)
    return trace or ("" if code == 0 else f"not sound after restoring: {words}")


ATTACK = Attack(
    name="damaged-workspaces",
    promise="Lost blocks, and whatever lies in the way, are named by check; restoring heals.",
    cases=60,
    play=_play,
)

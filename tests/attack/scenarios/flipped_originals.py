"""Originals rot in the workspace, on the second disk, or in both."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from app.checkup.checking import check_workspace
from app.jobs import SilentJob
from app.storage.defects import DefectKind
from app.workspace.backups import list_backups, make_backup, second_place
from app.workspace.opening import open_workspace
from app.workspace.rereading import ROUNDS
from app.workspace.restoring import restore_backup
from tests.attack.flips import flip, make_office
from tests.attack.playing import Attack, Outcome


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    office, disk = folder / "office", folder / "disk"
    disk.mkdir()
    make_office(office)
    with open_workspace(office) as workspace:
        make_backup(workspace, SilentJob(), disk)
        there = second_place(disk, workspace.facts).originals
        names = sorted(workspace.originals.stored())
    for _ in range(cases):
        name = random.choice(names)
        here, copy = office / "originals" / name[:2] / name, there / name[:2] / name
        sound = here.read_bytes()
        way = random.choice((_rotten_here, _rotten_there, _rotten_in_both))
        where = f"{way.__name__.strip('_')}, {name[:8]}"
        yield Outcome(where, *way(random, office, disk, here, copy))
        for file in (here, copy):
            file.chmod(0o600)
            file.write_bytes(sound)


def _rotten_here(
    random: Random, office: Path, disk: Path, here: Path, copy: Path
) -> tuple[bool, str]:
    flip(random, here)
    with open_workspace(office, read_only=True) as workspace:
        report = check_workspace(workspace, SilentJob())
        place = second_place(disk, workspace.facts)
    if [d.kind for d in report.defects] != [DefectKind.ORIGINAL_DAMAGED]:
        return False, f"check finds {report.defects}"
    backup = next(b for b in list_backups(place) if b.reason == "manual")
    restored = restore_backup(office, backup.path, SilentJob())
    with open_workspace(office, read_only=True) as workspace:
        sound = check_workspace(workspace, SilentJob()).sound
    return restored.mended == 1 and sound, "found by check, mended from the second disk"


def _rotten_there(
    random: Random, office: Path, disk: Path, here: Path, copy: Path
) -> tuple[bool, str]:
    flip(random, copy)
    with open_workspace(office) as workspace:
        reports = [make_backup(workspace, SilentJob(), disk) for _ in range(ROUNDS)]
    renewed = sum(len(report.renewed) for report in reports)
    mended = copy.read_bytes() == here.read_bytes()
    return renewed == 1 and mended, "read again and copied anew"


def _rotten_in_both(
    random: Random, office: Path, disk: Path, here: Path, copy: Path
) -> tuple[bool, str]:
    flip(random, here)
    flip(random, copy)
    with open_workspace(office) as workspace:
        reports = [make_backup(workspace, SilentJob(), disk) for _ in range(ROUNDS)]
    return any(report.lost for report in reports), "told as lost in both places"


ATTACK = Attack(
    name="flipped-originals",
    promise="An original that rotted is found, and mended wherever a sound copy is left.",
    cases=40,
    play=_play,
)

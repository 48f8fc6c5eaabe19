"""Bytes of a backup, or of the note beside it, change on the disk; then it is restored."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from app.checkup.checking import check_workspace
from app.errors import JuanzongError
from app.jobs import SilentJob
from app.storage.backup_note import note_beside
from app.workspace.opening import open_workspace
from app.workspace.restoring import restore_backup
from tests.attack.flips import content_of, flip, make_office
from tests.attack.playing import Attack, Outcome

#: One case in so many damages the note instead of the backup.
_NOTES = 10
#: What restoring changes itself.
_OWN = {"event"}


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    office = folder / "office"
    make_office(office)
    backup = next((office / "backups").glob("*-manual.db"))
    wanted, content = content_of(backup), backup.read_bytes()
    note = note_beside(backup).read_bytes()
    for number in range(cases):
        of_note = number % _NOTES == _NOTES - 1
        where = flip(random, note_beside(backup) if of_note else backup)
        before = content_of(office / "juanzong.db")
        try:
            report = restore_backup(office, backup, SilentJob())
        except JuanzongError as error:
            untouched = content_of(office / "juanzong.db") == before
            detail = type(error).__name__ if untouched else "refused, but the workspace changed"
            yield Outcome(where, held=untouched, detail=detail)
        except Exception as error:
            yield Outcome(where, held=False, detail=repr(error))
        else:
            now = content_of(office / "juanzong.db")
            same = now is not None and wanted is not None and _without(now) == _without(wanted)
            with open_workspace(office, read_only=True) as workspace:
                sound = check_workspace(workspace, SilentJob()).sound
            told = "" if report.verified else ", told as not verified"
            yield Outcome(where, held=same and sound, detail=f"restored unharmed{told}")
        for saved in (office / "backups").glob("*-before-restore.*"):
            saved.unlink()
        backup.write_bytes(content)
        note_beside(backup).write_bytes(note)
    shutil.rmtree(office)


def _without(content: dict[str, object]) -> dict[str, object]:
    return {name: seal for name, seal in content.items() if name not in _OWN}


ATTACK = Attack(
    name="flipped-backups",
    promise="A backup that changed on the disk is never restored unseen.",
    cases=300,
    play=_play,
)

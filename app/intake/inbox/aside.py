"""Moving files of the inbox aside and back; no file is ever overwritten."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from app.leftovers import saved_page_folders
from app.paths import extended, legal_name


def move_within(inbox: Path, path: Path, wanted: Path) -> Path:
    """Move a file of the inbox to another place in it, or beside that if a file lies there.

    All paths are relative to the inbox; the new one is returned.

    Raises:
        OSError: another program holds the file open, or it is gone.
    """
    target = free_place(inbox, wanted)
    extended(inbox / target.parent).mkdir(parents=True, exist_ok=True)
    extended(inbox / path).rename(extended(inbox / target))
    return target


def page_folders(inbox: Path, page: Path) -> list[Path]:
    """The folders, relative to the inbox, that a browser saved beside a web page."""
    names = saved_page_folders([page.name])
    if not names:
        return []
    with suppress(OSError):
        beside = extended(inbox / page.parent).iterdir()
        return [page.parent / p.name for p in beside if p.name.lower() in names and p.is_dir()]
    return []


def free_place(inbox: Path, wanted: Path) -> Path:
    """The path itself, or one beside it with a number behind the name, where nothing lies yet."""
    target, number = wanted, 2
    while extended(inbox / target).exists():
        name = legal_name(f"{wanted.stem}（{number}）{wanted.suffix}", limit=200)
        target = wanted.with_name(name)
        number += 1
    return target


def folder_of_day(folder: str, day: date) -> Path:
    """Where files that are moved aside on a day go, relative to the inbox."""
    return Path(folder) / day.isoformat()


def note_of(path: Path) -> Path:
    """Where the note lies that says why a file was moved aside."""
    return path.with_name(f"{path.name}.说明.txt")


def write_note(inbox: Path, path: Path, text: str) -> None:
    """Put a note beside a file (relative to the inbox), for people who look into the folder."""
    note = extended(inbox / note_of(path))
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(f"{text}\n", encoding="utf-8-sig", newline="\r\n")

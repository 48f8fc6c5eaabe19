"""Files of earlier compiles that no longer belong: moved aside, and people are told."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from app.dossier.output.files import WrittenFile, is_as_written
from app.dossier.output.produced import Produced
from app.paths import extended, make_inside

#: Where such files go, beside the dossiers.
RETIRED_FOLDER = "作废卷宗"


def retire(
    folder: Path,
    superseded: Iterable[tuple[Produced, Produced | None]],
    aside: Path | None = None,
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Move the files that the new state of a dossier no longer has into ``作废卷宗``.

    That folder is made in ``aside``, in ``folder`` without one.
    An inspector must not meet a second volume that has become part of the first. A file that
    somebody has changed since, or that a viewer holds open, stays where it is and is named.

    Returns:
        The moved files at their new place, and the files that stayed.
    """
    moved: list[Path] = []
    stayed: list[Path] = []
    for old, new in superseded:
        kept = {file.name for file in new.files} if new else set()
        for file in old.files:
            if file.name in kept or not extended(folder / file.name).exists():
                continue
            target = _move(folder, aside or folder, file)
            if target is None:
                stayed.append(folder / file.name)
            else:
                moved.append(target)
    return tuple(moved), tuple(stayed)


def _move(folder: Path, aside: Path, file: WrittenFile) -> Path | None:
    if not is_as_written(file, folder):
        return None
    source, target = folder / file.name, aside / RETIRED_FOLDER / file.name
    try:
        make_inside(aside, target.parent)
        shutil.move(extended(source), extended(target))  # it may be on another disk
    except OSError:
        return None
    return target

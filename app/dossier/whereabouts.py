"""Where an item was bound, as people say it: 第60项 卷一 第26页."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.dossier.output.record import BuildRecord
from app.dossier.planning.naming import place_words
from app.framework.schema import Framework
from app.settings import load_choice, save_choice
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace

_KEY = "dossier_folder"


@dataclass(frozen=True, slots=True)
class BoundPlace:
    """A place in a finished volume; ``page`` counts all its pages from 1."""

    words: str
    file: Path
    page: int


def keep_folder(work: UnitOfWork, root: Path, folder: Path) -> None:
    """Remember where the last dossiers are; in the workspace relative, so that it can be moved."""
    inside = folder.is_relative_to(root)
    save_choice(work, _KEY, folder.relative_to(root).as_posix() if inside else str(folder))


def read_bound_places(workspace: Workspace) -> Mapping[str, BoundPlace]:
    """Where everything is that the last compile found or made in its folder, by placement.

    Dossiers that are gone from there are left out.
    """
    with workspace.reading() as session:
        stored = load_choice(session, _KEY)
    if not isinstance(stored, str):
        return {}
    folder = workspace.layout.root / stored
    try:
        record = BuildRecord(folder)
    except OSError:
        return {}  # the disk with the dossiers is elsewhere
    found: dict[str, BoundPlace] = {}
    for key in record.keys:
        made = record.produced(key)
        if made is None or not made.volumes:
            continue
        name = dossier_words(key, workspace.facts.framework)
        for number, volume in enumerate(made.volumes, 1):
            path = folder / volume.file.name
            if not path.is_file():
                continue
            for file in volume.contents:
                if file.page and file.placement:
                    words = f"{name} {place_words(number, file.first_number)}"
                    found.setdefault(file.placement, BoundPlace(words, path, file.page))
    return found


def dossier_words(key: str, framework: Framework) -> str:
    """What people call a dossier: 第60项, 县司法局, 材料查证, 合订本."""
    scope, _, name = key.partition(":")
    match scope:
        case "indicator":
            heading = next((i.heading for i in framework.indicators if i.code == name), name)
            return heading.removesuffix("指标")
        case "method":
            return framework.method_name(name or None)
        case "combined":
            return "合订本"
        case _:
            return name

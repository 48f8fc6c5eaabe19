"""收件箱: where files in the watched folder belong, and which of them are ready.

``inbox/<indicator>/<method>/`` files itself, with the point or the unit as a further folder if
need be; folders are named the way people name them. What lies elsewhere waits for a human.
"""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.archives.splits import sets_in
from app.errors import UnitUnknown, UsageError
from app.evidence.places import Place, Target, resolve
from app.framework.errors import IndicatorUnknown, MethodUnknown
from app.framework.schema import Framework
from app.intake.errors import ArchiveIncomplete
from app.intake.sources import natural_order
from app.intake.stamps import FileStamp
from app.leftovers import exclusion_of, is_page_part, saved_page_folders
from app.paths import extended, readable_name
from app.workspace.registry import Registry

#: Where files go once they are stored, those that could not be, and those that somebody moved out
#: because they are no evidence; all three are passed over.
FILED, NOT_FILED, MOVED_OUT = "已归档", "未能归档", "已移出"

_POINT = re.compile(
    r"(?:材料)?(?:要点|第)?\s*(\d{1,3})(?:个|条|项)?(?:材料)?(?:要点)?(?:[\s_.、:：-].*)?"
)
_BETWEEN = " \t_.、:：（）()—–-"
_NUMERALS = "零〇一二三四五六七八九十百"
_BRACKETS = str.maketrans(dict.fromkeys("()（）[]［］【】〔〕", " "))
_CODE_AND_WORDS = re.compile(
    rf"\s*(?:指标|第)?\s*(?P<code>[^\W\d_]?\d{{1,3}}|[{_NUMERALS}]+)\s*(?:项|号)?(?:指标)?"
    rf"[{re.escape(_BETWEEN)}]*(?P<words>\D.*)"
)
_FIRST_WORD = re.compile(r"[\s_.、:：（(—–-]+")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A file that waits for a human; ``error`` says what is wrong with its folder, if anything."""

    path: Path
    error: UsageError | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that lies still and has a place. ``name`` is its path below that place's folder."""

    path: Path
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was when last looked at, and since when it has been so (seconds)."""

    stamp: FileStamp
    since: float


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What one look at the inbox says; every file is in exactly one of the three lists."""

    ready: tuple[Ready, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    settling: tuple[Path, ...] = ()
    seen: Mapping[Path, SeenFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is needed to understand folder names."""

    framework: Framework
    registry: Registry
    own_unit: str | None


def list_inbox(inbox: Path) -> dict[Path, FileStamp]:
    """Every file that may be evidence, by its path below the inbox. Links are not followed.

    What lies in the folder of a saved web page is moved with the page and not listed.
    """
    found: dict[Path, FileStamp] = {}
    waiting = [Path()]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(extended(inbox / folder)) as listing:
                for entry in listing:
                    path = folder / entry.name
                    if path.parts[0] in {FILED, NOT_FILED, MOVED_OUT} or entry.is_symlink():
                        continue
                    if exclusion_of(path.as_posix()):
                        continue
                    if entry.is_dir():
                        waiting.append(path)
                    elif entry.is_file():
                        status = entry.stat()
                        found[path] = FileStamp(status.st_size, status.st_mtime_ns)
        except OSError:
            # A folder or file that vanished meanwhile is looked at again next time.
            continue
    of_pages = saved_page_folders(path.as_posix() for path in found)
    return {p: stamp for p, stamp in found.items() if not is_page_part(p.as_posix(), of_pages)}


def scan(
    listed: Mapping[Path, FileStamp],
    seen: Mapping[Path, SeenFile],
    now: float,
    stable_seconds: float,
    rules: Rules,
) -> Arrivals:
    """Decide what to do with each file of the inbox. Pure.

    Args:
        listed: the files that are there now, by their path below the inbox.
        seen: what the last decision remembered.
        now: seconds on a clock that never goes back.
        stable_seconds: how long size and time must stay the same before a file is touched; a
            file that is still being copied grows.
        rules: by what folder names are understood.
    """
    remembered: dict[Path, SeenFile] = {}
    ready: list[Ready] = []
    unplaced: list[Unplaced] = []
    settling: list[Path] = []
    for path in sorted(listed, key=lambda p: [natural_order(part) for part in p.parts]):
        before = seen.get(path)
        same = before is not None and before.stamp == listed[path]
        remembered[path] = before if before and same else SeenFile(listed[path], now)
        if now - remembered[path].since < stable_seconds:
            settling.append(path)
            continue
        found = place_for(path, rules)
        if isinstance(found, Ready):
            ready.append(found)
        else:
            unplaced.append(found)
    ready, incomplete, held_back = _whole_archives(ready, settling, listed)
    return Arrivals(tuple(ready), (*unplaced, *incomplete), (*settling, *held_back), remembered)


def _whole_archives(
    ready: Iterable[Ready], settling: Collection[Path], listed: Iterable[Path]
) -> tuple[list[Ready], list[Unplaced], list[Path]]:
    """Let parts of a split archive wait until all are there and lie still."""
    kept: list[Ready] = []
    incomplete: list[Unplaced] = []
    held_back: list[Path] = []
    sets = {
        folder / name: (folder, found)
        for folder, names in _by_folder(listed).items()
        for found in sets_in(names)
        for name in found.names
    }
    for one in ready:
        folder, found = sets.get(one.path, (Path(), None))
        if found is None:
            kept.append(one)
        elif any(folder / name in settling for name in found.names):
            held_back.append(one.path)
        elif found.missing:
            incomplete.append(Unplaced(one.path, ArchiveIncomplete(one.path.name, found.missing)))
        else:
            kept.append(one)
    return kept, incomplete, held_back


def with_other_parts(paths: Iterable[Path], listed: Iterable[Path]) -> list[Path]:
    """Files of the inbox, with the other parts of the split archives among them."""
    wanted = dict.fromkeys(paths)
    for folder, names in _by_folder(listed).items():
        for found in sets_in(names):
            parts = [folder / name for name in found.names]
            if any(part in wanted for part in parts):
                wanted |= dict.fromkeys(parts)
    return list(wanted)


def _by_folder(listed: Iterable[Path]) -> dict[Path, list[str]]:
    folders: dict[Path, list[str]] = {}
    for path in listed:
        folders.setdefault(path.parent, []).append(path.name)
    return folders


def place_for(path: Path, rules: Rules) -> Ready | Unplaced:
    """The place that a file's folders name. Pure; ``path`` is relative to the inbox."""
    folders = list(path.parent.parts)
    unit = _take_unit(folders, rules)
    if not folders:
        return Unplaced(path)
    try:
        first = folders.pop(0)
        code, rest = _indicator_and_rest(first, rules.framework)
        unit = unit or _take_unit(folders, rules)
        if rest and not (folders and _names_task(folders[0], code, rules.framework)):
            # "21实地核验" is both folders in one; "60 执法监督检查" is an indicator with words.
            folders[:0] = _task_in(rest, code, rules.framework)
        if not folders:
            return Unplaced(path)
        task = task_of(folders.pop(0), code, rules.framework)
        unit = unit or _take_unit(folders, rules)
        point = _take_point(folders)
        target = Target(code, task, unit, point)
        place = resolve(target, rules.framework, rules.registry, rules.own_unit)
    except UsageError as error:
        return Unplaced(path, error)
    return Ready(path, "/".join(map(readable_name, (*folders, path.name))), place)


def indicator_of(name: str, framework: Framework) -> str:
    """The code of the indicator that a folder is named after: 60, 第60项, 指标60 执法监督检查.

    Raises:
        IndicatorUnknown: it is named after none.
    """
    bare = re.sub(r"^\s*指标\s*", "", name.strip())
    # The longest beginning first: a code may hold what parts words elsewhere (2.3.1).
    beginnings = [bare[: end.start()] for end in _FIRST_WORD.finditer(bare)][::-1]
    for candidate in (name, bare, *beginnings):
        try:
            return framework.indicator(candidate).code
        except IndicatorUnknown:
            continue
    raise IndicatorUnknown(name, framework.code_ranges())


def _indicator_and_rest(name: str, framework: Framework) -> tuple[str, str]:
    """The code of a folder's indicator, and the words behind it: ("21", "实地核验").

    Raises:
        IndicatorUnknown: it is named after none.
    """
    bare = name.translate(_BRACKETS).strip()  # "【21】实地核验"
    found = _CODE_AND_WORDS.match(bare)
    try:
        code = indicator_of(name if name.startswith(bare) else bare, framework)
    except IndicatorUnknown:
        if found is None or not _begins_with_task(found, framework):
            raise
        code = framework.indicator(found["code"]).code
    return code, found["words"] if found is not None else ""


def _begins_with_task(found: re.Match[str], framework: Framework) -> bool:
    try:
        code = framework.indicator(found["code"]).code
    except IndicatorUnknown:
        return False
    return bool(_task_in(found["words"], code, framework))


def _task_in(words: str, indicator: str, framework: Framework) -> list[str]:
    """A task's name at the beginning of these words, and the point behind it, as folders."""
    for task in framework.indicator(indicator).tasks:
        name = framework.task_name(indicator, task.code)
        if words.startswith(name):
            point = words[len(name) :].strip(_BETWEEN)
            return [name, point] if _POINT.fullmatch(point) else [name]
    return []


def _names_task(name: str, indicator: str, framework: Framework) -> bool:
    try:
        task_of(name, indicator, framework)
    except UsageError:
        return False
    return True


def task_of(name: str, indicator: str, framework: Framework) -> str:
    """The code of the task that a folder inside an indicator's is named after.

    Raises:
        MethodUnknown: it is named after no method and no task of the set.
        MethodNotRequired, TaskAmbiguous: see ``Framework.find_task``.
    """
    words = [word for word in _FIRST_WORD.split(name.translate(_BRACKETS)) if word]
    # "实地核验材料" begins with the name of a task.
    for candidate in (name, *words, *_task_in("".join(words), indicator, framework)[:1]):
        try:
            return framework.find_task(indicator, candidate).code
        except MethodUnknown:
            continue
    raise MethodUnknown(name, tuple(method.name for method in framework.methods))


def _take_unit(folders: list[str], rules: Rules) -> str | None:
    """The unit that the first folder is named after; such a folder is taken off."""
    if not folders:
        return None
    try:
        unit = rules.registry.unit(folders[0]).name
    except UnitUnknown:
        return None
    folders.pop(0)
    return unit


def _take_point(folders: list[str]) -> int | None:
    """The point that the first folder is named after; such a folder is taken off."""
    found = _POINT.fullmatch(folders[0]) if folders else None
    if found is None:
        return None
    folders.pop(0)
    return int(found.group(1))


def without(seen: Mapping[Path, SeenFile], paths: Iterable[Path]) -> dict[Path, SeenFile]:
    """What was seen, but for some files, which are thereby looked at afresh."""
    gone = set(paths)
    return {path: state for path, state in seen.items() if path not in gone}

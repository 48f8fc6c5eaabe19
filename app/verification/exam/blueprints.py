"""The data files of blueprints: the county's own in the workspace replace or add to ours."""

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from app.errors import FolderNotWritable
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, parse_document
from app.paths import extended
from app.plain_files import NotPlain, read_plain
from app.replacing import replace_with
from app.verification.exam.errors import BlueprintInvalid, BlueprintUnknown
from app.verification.exam.schema import Blueprint, checked
from resources import resource, resource_bytes

FOLDER = "exams"
_GUIDE = "说明.md"
_SUFFIXES = frozenset({".yaml", ".yml"})
_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Blueprints:
    """The blueprints that can be used, and what is wrong with the county's own files."""

    all: tuple[Blueprint, ...]
    own: frozenset[str] = frozenset()
    invalid: tuple[BlueprintInvalid, ...] = ()

    def find(self, words: str) -> Blueprint:
        """The one of this id or title, or of a title with these words.

        Raises ``BlueprintUnknown`` if there is none, or if several fit.
        """
        wanted = words.strip()
        exact = [b for b in self.all if wanted in {b.id, b.title}]
        fitting = exact or [b for b in self.all if wanted and wanted in b.title]
        if len(fitting) != 1:
            raise BlueprintUnknown(words, tuple(b.title for b in fitting or self.all))
        return fitting[0]


def load_blueprints(folder: Path) -> Blueprints:
    """Every blueprint: the built-in ones, and those of the county's own ``folder``."""
    found = {blueprint.id: blueprint for blueprint in built_in()}
    own: set[str] = set()
    invalid: list[BlueprintInvalid] = []
    for path in _own_files(folder):
        try:
            blueprint = read_blueprint(path)
        except BlueprintInvalid as error:
            invalid.append(error)
            continue
        found[blueprint.id] = blueprint
        own.add(blueprint.id)
    return Blueprints(tuple(found.values()), frozenset(own), tuple(invalid))


def read_blueprint(path: Path) -> Blueprint:
    """Read a data file. Raises ``BlueprintInvalid`` with every fault and its line."""
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except (NotPlain, OSError) as error:
        unreadable = (Finding(0, "", FindingKind.UNREADABLE),)
        raise BlueprintInvalid(path, unreadable) from error
    return parse_blueprint(path, data)


def parse_blueprint(path: Path, data: bytes) -> Blueprint:
    """Check the content of a data file. Raises ``BlueprintInvalid``."""
    return parse_document(data, path, checked, BlueprintInvalid)


@lru_cache(maxsize=1)
def built_in() -> tuple[Blueprint, ...]:
    """The blueprints that come with the program, in the order of their files."""
    return tuple(
        parse_document(content, Path(name), checked, BlueprintInvalid)
        for name, content in built_in_files()
    )


def built_in_files() -> tuple[tuple[str, bytes], ...]:
    """The data files that come with the program, by name."""
    files = (file for file in resource(FOLDER).iterdir() if file.name.endswith(".yaml"))
    return tuple((file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def lay_out_files(folder: Path) -> tuple[Path, ...]:
    """Put the built-in files into a folder, for a county to change; returns the new ones.

    Raises ``FolderNotWritable``. A file that is there stays as it is.
    """
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        guide = resource_bytes(f"{FOLDER}/README.md")
        for name, content in (*built_in_files(), (_GUIDE, guide)):
            target = folder / name
            if not extended(target).exists():
                replace_with(target, partial(_write, content))
                written.append(target)
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def _own_files(folder: Path) -> tuple[Path, ...]:
    try:
        names = sorted(extended(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    found = [path for path in names if path.suffix.lower() in _SUFFIXES]
    return tuple(folder / path.name for path in found[:_MOST_FILES])


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)

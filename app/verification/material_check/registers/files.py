"""The data files of registers: the county's own in the workspace replace or add to the built-in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path

from app.errors import FolderNotWritable
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, parse_document
from app.framework.schema import Framework
from app.paths import extended
from app.plain_files import NotPlain, read_plain
from app.replacing import replace_with
from app.verification.material_check.errors import RegisterFileInvalid, RegisterUnknown
from app.verification.material_check.registers.schema import (
    Column,
    Register,
    checked,
)
from app.verification.slots import Slot
from app.workspace.registry import Registry
from resources import resource, resource_bytes

METHOD = "material_check"
FOLDER = "registers"
#: What explains the files to a county.
_GUIDE = "说明.md"
_SUFFIXES = frozenset({".yaml", ".yml"})
#: So long is the name of a column at most.
_LONGEST_NAME = 100
#: More files than a county has registers are somebody's folder.
_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers that can be kept, in order, and what is wrong with the county's own files."""

    all: tuple[Register, ...]
    own: frozenset[str] = frozenset()
    invalid: tuple[RegisterFileInvalid, ...] = ()

    def find(self, words: str) -> Register:
        """The register of this id or title, or of a title with these words.

        Raises ``RegisterUnknown`` if there is none, or if several fit.
        """
        wanted = words.strip()
        exact = [r for r in self.all if wanted in {r.id, r.title}]
        fitting = exact or [r for r in self.all if wanted and wanted in r.title]
        if len(fitting) != 1:
            raise RegisterUnknown(words, tuple(r.title for r in fitting or self.all))
        return fitting[0]

    def known(self, id_: str) -> Register:
        """The register of this id; one that no file describes has a column for each cell."""
        return next((r for r in self.all if r.id == id_), None) or _undescribed(id_)

    def serving(self, framework: Framework, indicator: str) -> tuple[Register, ...]:
        """The registers that an indicator asks for."""
        return tuple(r for r in self.all if indicator in r.serves.get(framework.code, ()))


def load_registers(folder: Path) -> Registers:
    """Every register: the built-in ones, and those of the county's own ``folder``."""
    found = {register.id: register for register in built_in()}
    own: set[str] = set()
    invalid: list[RegisterFileInvalid] = []
    for path in _own_files(folder):
        try:
            register = read_register(path)
        except RegisterFileInvalid as error:
            invalid.append(error)
            continue
        found[register.id] = register
        own.add(register.id)
    return Registers(tuple(found.values()), frozenset(own), tuple(invalid))


class RegisterTitles(Mapping[str, str]):
    """The titles of all registers by their ids; the data files are read when one is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {register.id: register.title for register in load_registers(self._folder).all}

    def __getitem__(self, register: str) -> str:
        return self._titles[register]

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


def read_register(path: Path) -> Register:
    """Read a data file. Raises ``RegisterFileInvalid`` with every fault and its line."""
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except (NotPlain, OSError) as error:
        unreadable = (Finding(0, "", FindingKind.UNREADABLE),)
        raise RegisterFileInvalid(path, unreadable) from error
    return parse_register(path, data)


def parse_register(path: Path, data: bytes) -> Register:
    """Check the content of a data file. Raises ``RegisterFileInvalid``."""
    return parse_document(data, path, checked, RegisterFileInvalid)


@lru_cache(maxsize=1)
def built_in() -> tuple[Register, ...]:
    """The registers that come with the program, in the order of their files."""
    return tuple(
        parse_document(content, Path(name), checked, RegisterFileInvalid)
        for name, content in built_in_files()
    )


def built_in_files() -> tuple[tuple[str, bytes], ...]:
    """The data files that come with the program, by name."""
    files = (file for file in resource(FOLDER).iterdir() if file.name.endswith(".yaml"))
    return tuple((file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def home_of(register: Register, framework: Framework, registry: Registry, unit: str) -> Slot | None:
    """Where a unit keeps the rows of a register: the first task served that it answers for."""
    return next(
        (slot for slot in served_by(register, framework) if _answers(registry, slot, unit)), None
    )


def served_by(register: Register, framework: Framework) -> tuple[Slot, ...]:
    """The tasks that a register serves, of no unit."""
    return tuple(
        Slot("", indicator.code, task.code)
        for code in register.serves.get(framework.code, ())
        for indicator in framework.indicators
        if indicator.code == code
        for task in indicator.tasks
        if task.method == METHOD
    )


def as_known(register: Register, ids: set[str]) -> Register:
    """The register with a column for each of the cells that it does not describe."""
    unknown = sorted(ids - {column.id for column in register.columns})
    if not unknown:
        return register
    more = tuple(Column.model_construct(**_PLAIN, id=i, name=i[:_LONGEST_NAME]) for i in unknown)
    return register.model_copy(update={"columns": (*register.columns, *more)})


#: What a column of which only the id is known has beside.
_PLAIN = {
    name: field.default for name, field in Column.model_fields.items() if name not in {"id", "name"}
}


def _answers(registry: Registry, slot: Slot, unit: str) -> bool:
    return unit in registry.units_of(slot.indicator, slot.task_code)


def _undescribed(id_: str) -> Register:
    return Register.model_construct(
        format=1,
        id=id_,
        title=id_,
        about="",
        serves={},
        columns=(),
        year=None,
        orders=(),
        rates=(),
    )


def _own_files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(extended(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    found = [path for path in names if path.suffix.lower() in _SUFFIXES]
    yield from (folder / path.name for path in found[:_MOST_FILES])


def lay_out_files(folder: Path, only: str | None = None) -> tuple[Path, ...]:
    """Put the built-in data files into a folder, for a county to change; returns the new ones.

    How they are written lies beside them. A file that is there stays as it is. ``only`` is the id
    of the one that is wanted.

    Raises:
        FolderNotWritable: the folder cannot be written to.
    """
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        for (name, content), register in zip(built_in_files(), built_in(), strict=True):
            if only in {None, register.id} and _put(folder / name, content):
                written.append(folder / name)
        _put(folder / _GUIDE, resource_bytes(f"{FOLDER}/README.md"))
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def _put(target: Path, content: bytes) -> bool:
    """Write a file unless it is there; says if it was written."""
    if extended(target).exists():
        return False
    replace_with(target, partial(_write, content))
    return True


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)

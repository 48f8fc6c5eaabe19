"""Review sheets and order templates: the county's own replace or add to the built-in ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from app.errors import FolderNotWritable, UsageError
from app.framework.checks import Fault
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, parse_document
from app.paths import extended
from app.plain_files import NotPlain, read_plain
from app.replacing import replace_with
from app.verification.case_review import order_schema, sheet_schema
from app.verification.case_review.errors import (
    CaseOrderInvalid,
    CategoryWithoutSheet,
    ReviewSheetInvalid,
    ReviewSheetUnknown,
)
from app.verification.case_review.order_schema import CaseOrder
from app.verification.case_review.sheet_schema import ReviewSheet
from resources import resource

#: Folders of the program's resources; a county's own have the same names in its workspace.
SHEETS, ORDERS = "review-sheets", "case-orders"
_SUFFIXES = frozenset({".yaml", ".yml"})
_GUIDE, _GUIDE_HERE = "README.md", "说明.md"
#: More files than a county has sheets are somebody's folder.
_MOST_FILES = 200


class _Described(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def category(self) -> str: ...


Kind = TypeVar("Kind", bound=_Described)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Kind]):
    """What can be used, in order, and what is wrong with the county's own files."""

    all: tuple[Kind, ...]
    own: frozenset[str] = frozenset()
    invalid: tuple[UsageError, ...] = ()

    def for_category(self, category: str) -> Kind | None:
        """The one for a category, the county's own first; None if there is none."""
        fitting = [one for one in self.all if one.category == category]
        return next((one for one in fitting if one.id in self.own), next(iter(fitting), None))

    def find(self, words: str) -> Kind:
        """The one of this id, title or category.

        Raises ``ReviewSheetUnknown`` if there is none, or if several fit.
        """
        wanted = words.strip()
        exact = [one for one in self.all if wanted in {one.id, one.title, one.category}]
        fitting = exact or [one for one in self.all if wanted and wanted in one.title]
        if len(fitting) != 1:
            raise ReviewSheetUnknown(words, tuple(one.title for one in fitting or self.all))
        return fitting[0]


def load_sheets(folder: Path) -> Loaded[ReviewSheet]:
    """Every review sheet: the built-in ones, and those of the county's own ``folder``."""
    return _load(built_in_sheets(), folder, sheet_schema.checked, ReviewSheetInvalid)


def load_orders(folder: Path) -> Loaded[CaseOrder]:
    """Every order template: the built-in ones, and those of the county's own ``folder``."""
    return _load(built_in_orders(), folder, order_schema.checked, CaseOrderInvalid)


def sheet_for(sheets: Loaded[ReviewSheet], category: str) -> ReviewSheet:
    """The review sheet for a category. Raises ``CategoryWithoutSheet``."""
    found = sheets.for_category(category)
    if found is None:
        raise CategoryWithoutSheet(category)
    return found


def parse_sheet(path: Path, data: bytes) -> ReviewSheet:
    """Check the content of a review sheet. Raises ``ReviewSheetInvalid``."""
    return parse_document(data, path, sheet_schema.checked, ReviewSheetInvalid)


def parse_order(path: Path, data: bytes) -> CaseOrder:
    """Check the content of an order template. Raises ``CaseOrderInvalid``."""
    return parse_document(data, path, order_schema.checked, CaseOrderInvalid)


@lru_cache(maxsize=1)
def built_in_sheets() -> tuple[ReviewSheet, ...]:
    """The review sheets that come with the program, in the order of their files."""
    return tuple(
        parse_document(content, Path(name), sheet_schema.checked, ReviewSheetInvalid)
        for name, content in built_in_files(SHEETS)
    )


@lru_cache(maxsize=1)
def built_in_orders() -> tuple[CaseOrder, ...]:
    """The order templates that come with the program, in the order of their files."""
    return tuple(
        parse_document(content, Path(name), order_schema.checked, CaseOrderInvalid)
        for name, content in built_in_files(ORDERS)
    )


def built_in_files(folder: str) -> tuple[tuple[str, bytes], ...]:
    """The data files of a folder that come with the program, by name."""
    files = (file for file in resource(folder).iterdir() if file.name.endswith(".yaml"))
    return tuple((file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def lay_out_files(folder: Path, kind: str) -> tuple[Path, ...]:
    """Put the built-in data files into a folder, for a county to change; returns the new ones.

    How they are written lies beside them. A file that is there stays as it is. ``kind`` is
    ``SHEETS`` or ``ORDERS``.

    Raises:
        FolderNotWritable: the folder cannot be written to.
    """
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        for name, content in built_in_files(kind):
            if _put(folder / name, content):
                written.append(folder / name)
        guide = resource(kind).joinpath(_GUIDE)
        if guide.is_file():
            _put(folder / _GUIDE_HERE, guide.read_bytes())
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def _load(
    built_in: tuple[Kind, ...],
    folder: Path,
    check: Callable[[object], tuple[Kind, list[Fault]]],
    invalid: Callable[[Path, tuple[Finding, ...]], UsageError],
) -> Loaded[Kind]:
    found = {one.id: one for one in built_in}
    own: set[str] = set()
    wrong: list[UsageError] = []
    for path in _own_files(folder):
        try:
            one = _read(path, check, invalid)
        except (ReviewSheetInvalid, CaseOrderInvalid) as error:
            wrong.append(error)
            continue
        found[one.id] = one
        own.add(one.id)
    return Loaded(tuple(found.values()), frozenset(own), tuple(wrong))


def _read(
    path: Path,
    check: Callable[[object], tuple[Kind, list[Fault]]],
    invalid: Callable[[Path, tuple[Finding, ...]], UsageError],
) -> Kind:
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except (NotPlain, OSError) as error:
        raise invalid(path, (Finding(0, "", FindingKind.UNREADABLE),)) from error
    return parse_document(data, path, check, invalid)


def _own_files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(extended(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    found = [path for path in names if path.suffix.lower() in _SUFFIXES]
    yield from (folder / path.name for path in found[:_MOST_FILES])


def _put(target: Path, content: bytes) -> bool:
    """Write a file unless it is there; says if it was written."""
    if extended(target).exists():
        return False
    replace_with(target, partial(_write, content))
    return True


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)

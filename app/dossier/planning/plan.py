"""The plan of a compile: every sheet of every volume, decided before a file is touched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.dossier.gathering.rows import Piece, PlanItem
from app.sheets.content import MasterRow, NoteSheet, SheetContent, Spine

#: How many pages a sheet will take; ``app.sheets`` measures by laying it out.
Measure = Callable[[SheetContent], int]


class SheetKind(StrEnum):
    """What a run of pages in a volume is."""

    COVER = "cover"
    INDICATOR = "indicator"
    CATALOGUE = "catalogue"
    DIVIDER = "divider"
    NOTES = "notes"  # what a method's tool has noted
    PAGES = "pages"  # pages of an original
    PLACEHOLDER = "placeholder"  # the sheet where such pages should be
    END = "end"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run of pages that belong together.

    Attributes:
        kind: what it is.
        first_page: the physical page it begins on, 0 being the volume's first.
        page_count: how many pages it has; none if it stands on the page of the item before it.
        first_number: the running number of its first page; None if it is not numbered.
        content: what is printed, for generated sheets; exactly one of this and ``piece`` is set.
        piece: whose pages these are.
        key: the catalogue row it belongs to; "" if to none.
    """

    kind: SheetKind
    first_page: int
    page_count: int
    first_number: int | None = None
    content: SheetContent | None = None
    piece: Piece | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item in its volume.

    Attributes:
        key: what catalogue links name it by, unique in the volume.
        sequence: 顺序号, from 1 in each volume.
        item: the evidence.
        first_number: running number of its first page; 0 if it is bound elsewhere.
        last_number: running number of its last page.
        same_as: 顺序号 of the same evidence, bound once, earlier in this volume.
        bound_in: (volume, page) of the same evidence in an earlier volume.
    """

    key: str
    sequence: int
    item: PlanItem
    first_number: int
    last_number: int
    same_as: int | None = None
    bound_in: tuple[int, int] | None = None

    @property
    def repeated(self) -> bool:
        """True if its pages stand with an earlier item."""
        return self.same_as is not None or self.bound_in is not None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A sheet of a method's tool (台账, 检索记录) in its volume, with its running numbers.

    ``key`` is what catalogue links name it by.
    """

    key: str
    content: NoteSheet
    first_number: int
    last_number: int

    @property
    def title(self) -> str:
        """What it is called in the catalogue."""
        return self.content.form.title


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: physical page, depth from 0, shown unfolded or not."""

    title: str
    page: int
    level: int
    unfolded: bool = False


@dataclass(frozen=True, slots=True)
class LabelRange:
    """Page labels from ``first_page`` on: ``style`` "D", "r" or "" and the first number."""

    first_page: int
    style: str
    prefix: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class VolumePlan:
    """One volume, ready to be rendered and bound.

    Attributes:
        number: 1 for the first.
        file_name: of the PDF.
        title: 案卷题名.
        sheets: every page of the volume, in order, without gaps.
        items: the catalogue's rows of items.
        tables: its rows of tools' sheets.
        page_count: numbered pages.
        physical_pages: all pages.
        bookmarks: the outline.
        labels: the page labels.
        fingerprint: SHA-256 over the content in order, as printed on the end sheet.
        master: its row of the master catalogue.
        spine: its spine label.
    """

    number: int
    file_name: str
    title: str
    sheets: tuple[Sheet, ...]
    items: tuple[PlacedItem, ...]
    tables: tuple[PlacedTable, ...]
    page_count: int
    physical_pages: int
    bookmarks: tuple[Bookmark, ...]
    labels: tuple[LabelRange, ...]
    fingerprint: str
    master: MasterRow
    spine: Spine


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """One dossier: ``key`` names it from compile to compile ("indicator:60", "unit:县司法局")."""

    key: str
    title: str
    indicators: tuple[str, ...]
    volumes: tuple[VolumePlan, ...]
    complete: bool

    @property
    def page_count(self) -> int:
        """Numbered pages of all volumes."""
        return sum(volume.page_count for volume in self.volumes)


def number_sheets(sheets: Sequence[Sheet]) -> int:
    """How many numbered pages the sheets have."""
    return sum(sheet.page_count for sheet in sheets if sheet.first_number is not None)

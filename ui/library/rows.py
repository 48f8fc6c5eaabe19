"""The rows of the table, with every text made in advance. Pure; made in a thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.evidence.duplicates import same_content, similar_titles
from app.evidence.library import LibraryRow, PlaceRow
from app.framework.keys import ItemId, TaskKey
from app.framework.schema import Framework
from ui.translation import tr
from ui.widgets.files import size_text
from ui.wording import named, problem_name


class LibraryColumn(StrEnum):
    """The columns of the table, in their first order."""

    TITLE = "title"
    DOC_NUMBER = "doc_number"
    ISSUER = "issuer"
    DOC_DATE = "doc_date"
    PLACES = "places"
    TYPE = "type"
    PROBLEMS = "problems"
    UNIT = "unit"
    FILE_NAME = "file_name"
    SIZE = "size"
    COPIES = "copies"
    REVISION = "revision"
    REMARK = "remark"
    CHANGED = "changed"
    ADDED = "added"


#: The columns shown until somebody changes that, with their widths at 100 %.
FIRST_WIDTHS = {
    LibraryColumn.TITLE: 220,
    LibraryColumn.DOC_NUMBER: 136,
    LibraryColumn.ISSUER: 108,
    LibraryColumn.DOC_DATE: 90,
    LibraryColumn.PLACES: 104,
    LibraryColumn.TYPE: 88,
    LibraryColumn.PROBLEMS: 86,
}


def column_name(column: LibraryColumn) -> str:
    """The heading of a column."""
    return {
        LibraryColumn.TITLE: tr("题名"),
        LibraryColumn.DOC_NUMBER: tr("文号"),
        LibraryColumn.ISSUER: tr("责任者"),
        LibraryColumn.DOC_DATE: tr("日期"),
        LibraryColumn.PLACES: tr("归在"),
        LibraryColumn.TYPE: tr("类型"),
        LibraryColumn.PROBLEMS: tr("问题"),
        LibraryColumn.UNIT: tr("责任单位"),
        LibraryColumn.FILE_NAME: tr("文件名"),
        LibraryColumn.SIZE: tr("大小"),
        LibraryColumn.COPIES: tr("份数"),
        LibraryColumn.REVISION: tr("版本"),
        LibraryColumn.REMARK: tr("备注"),
        LibraryColumn.CHANGED: tr("更改时间"),
        LibraryColumn.ADDED: tr("添加时间"),
    }[column]


class LibraryScope(StrEnum):
    """Which of the items the table is about."""

    ALL = "all"
    SAME_CONTENT = "same_content"
    SIMILAR_TITLES = "similar_titles"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A row of the table.

    Attributes:
        row: the item.
        place: in the bin, the place that was removed while the item is still filed elsewhere.
        group: among duplicates, the number of its group; 0 elsewhere.
        texts: the text of each column.
        order: the sort key of each column where it is not the text; None comes last.
        words: what a search looks through, in lower case.
    """

    row: LibraryRow
    place: PlaceRow | None
    group: int
    texts: Mapping[LibraryColumn, str]
    order: Mapping[LibraryColumn, object]
    words: str

    @property
    def key(self) -> str:
        """The key of the row; no other row has it."""
        return self.place.placement if self.place is not None else self.row.item


@dataclass(frozen=True)
class Library:
    """Everything that the page shows, by scope."""

    scopes: Mapping[LibraryScope, tuple[TableEntry, ...]]

    def entry_of(self, item: str) -> TableEntry | None:
        """The entry of an item that is not in the bin."""
        return next((e for e in self.scopes[LibraryScope.ALL] if e.row.item == item), None)


def library_of(rows: Iterable[LibraryRow], framework: Framework) -> Library:
    """Compute what each scope shows."""
    places = _Places.of(framework)
    rows = tuple(rows)
    here = {row.item: _entry(row, places) for row in rows if row.removed_at is None}
    gone = [_entry(row, places) for row in rows if row.removed_at is not None]
    gone += [
        _entry(row, places, place)
        for row in rows
        if row.removed_at is None
        for place in row.displaced
    ]

    def grouped(groups: Iterable[tuple[ItemId, ...]]) -> tuple[TableEntry, ...]:
        return tuple(
            _with_group(here[item], number)
            for number, items in enumerate(groups, 1)
            for item in items
        )

    return Library(
        {
            LibraryScope.ALL: tuple(here.values()),
            LibraryScope.SAME_CONTENT: grouped(g.items for g in same_content(rows)),
            LibraryScope.SIMILAR_TITLES: grouped(g.items for g in similar_titles(rows)),
            LibraryScope.BIN: tuple(gone),
        }
    )


@dataclass(frozen=True)
class _Places:
    """The places of an indicator set: their order and their names."""

    ranks: Mapping[TaskKey, int]
    framework: Framework

    @classmethod
    def of(cls, framework: Framework) -> "_Places":
        keys = (TaskKey(i.code, task.code) for i in framework.indicators for task in i.tasks)
        return cls({key: rank for rank, key in enumerate(keys)}, framework)

    def rank(self, place: PlaceRow) -> int:
        """The sort key of a place; places that the set does not have come last."""
        return self.ranks.get(TaskKey(place.indicator, place.task_code), len(self.ranks))

    def text(self, place: PlaceRow) -> str:
        """A place in short: 60 材料查证."""
        name = self.framework.task_name(place.indicator, place.task_code)
        return f"{place.indicator} {named(name)}"


def in_order(framework: Framework, places: Iterable[PlaceRow]) -> list[PlaceRow]:
    """Places in the indicator set's order."""
    return sorted(places, key=_Places.of(framework).rank)


def moment_text(at: datetime) -> str:
    """A moment in local time."""
    return at.astimezone().isoformat(" ", "minutes")[:16]  # ten times as quick as strftime


def _entry(row: LibraryRow, known: _Places, place: PlaceRow | None = None) -> TableEntry:
    places = (place,) if place is not None else row.places
    ordered = sorted(places, key=known.rank)
    removed = place.removed_at if place is not None else row.removed_at
    texts = {
        LibraryColumn.TITLE: row.title or row.file_name,
        LibraryColumn.DOC_NUMBER: row.doc_number,
        LibraryColumn.ISSUER: row.issuer,
        LibraryColumn.DOC_DATE: row.doc_date,
        LibraryColumn.PLACES: tr("、").join(map(known.text, ordered)) or tr("没有归位"),
        LibraryColumn.TYPE: tr(row.label),
        LibraryColumn.PROBLEMS: tr("、").join(
            problem_name(p.kind.value) for p in row.problems if not p.settled
        ),
        LibraryColumn.UNIT: row.unit,
        LibraryColumn.FILE_NAME: row.file_name,
        LibraryColumn.SIZE: size_text(row.size),
        LibraryColumn.COPIES: str(row.copies),
        LibraryColumn.REVISION: str(row.revision),
        LibraryColumn.REMARK: row.remark,
        LibraryColumn.CHANGED: moment_text(removed or row.changed_at),
        LibraryColumn.ADDED: moment_text(row.created_at),
    }
    order: dict[LibraryColumn, object] = {
        LibraryColumn.SIZE: row.size,
        LibraryColumn.COPIES: row.copies,
        LibraryColumn.REVISION: row.revision,
        LibraryColumn.PLACES: [known.rank(p) for p in ordered] or None,
    }
    searched = (row.title, row.doc_number, row.issuer, row.file_name, row.unit, row.remark)
    words = "\n".join((*searched, texts[LibraryColumn.PLACES])).lower()
    return TableEntry(row, place, 0, texts, order, words)


def _with_group(entry: TableEntry, group: int) -> TableEntry:
    return TableEntry(entry.row, entry.place, group, entry.texts, entry.order, entry.words)

"""The rows of the table, with every text made in advance. Pure; made in a thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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

    NUMBER = "number"
    TITLE = "title"
    DOC_NUMBER = "doc_number"
    ISSUER = "issuer"
    DOC_DATE = "doc_date"
    PLACES = "places"
    BOUND = "bound"
    TYPE = "type"
    PROBLEMS = "problems"
    UNIT = "unit"
    FILE_NAME = "file_name"
    SIZE = "size"
    COPIES = "copies"
    REVISION = "revision"
    REMARK = "remark"
    ADDRESS = "address"
    LOOKED_UP = "looked_up"
    CHANGED = "changed"
    ADDED = "added"


#: The columns shown until somebody changes that, with their widths at 100 %.
FIRST_WIDTHS = {
    LibraryColumn.NUMBER: 72,
    LibraryColumn.TITLE: 240,
    LibraryColumn.DOC_NUMBER: 136,
    LibraryColumn.ISSUER: 116,
    LibraryColumn.DOC_DATE: 104,
    LibraryColumn.PLACES: 104,
    LibraryColumn.BOUND: 132,
    LibraryColumn.TYPE: 96,
    LibraryColumn.PROBLEMS: 86,
}
#: The title is never narrower, or the items of one series look alike.
LEAST_OF_TITLE = 220


#: The office has the material of many units; it sees whose each item is.
FIRST_OF_OFFICE = {**FIRST_WIDTHS, LibraryColumn.UNIT: 108}
#: The widths at 100 % up to which these columns grow where their words need it and there is room,
#: in this order.
ROOMY_WIDTHS = {
    LibraryColumn.TITLE: 340,
    LibraryColumn.ISSUER: 236,
    LibraryColumn.UNIT: 236,
    LibraryColumn.DOC_NUMBER: 172,
    LibraryColumn.PLACES: 150,
    LibraryColumn.BOUND: 172,
    LibraryColumn.TYPE: 112,
    LibraryColumn.PROBLEMS: 150,
}


def column_name(column: LibraryColumn) -> str:
    """The heading of a column."""
    return {
        LibraryColumn.NUMBER: tr("编号"),
        LibraryColumn.TITLE: tr("题名"),
        LibraryColumn.DOC_NUMBER: tr("文号"),
        LibraryColumn.ISSUER: tr("责任者"),
        LibraryColumn.DOC_DATE: tr("日期"),
        LibraryColumn.PLACES: tr("归在"),
        LibraryColumn.BOUND: tr("装订在"),
        LibraryColumn.TYPE: tr("类型"),
        LibraryColumn.PROBLEMS: tr("问题"),
        LibraryColumn.UNIT: tr("责任单位"),
        LibraryColumn.FILE_NAME: tr("文件名"),
        LibraryColumn.SIZE: tr("大小"),
        LibraryColumn.COPIES: tr("份数"),
        LibraryColumn.REVISION: tr("版本"),
        LibraryColumn.REMARK: tr("备注"),
        LibraryColumn.ADDRESS: tr("网址"),
        LibraryColumn.LOOKED_UP: tr("检索时间"),
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
        bound: where it is in the dossiers, by placement: 第60项 卷一 第26页.
    """

    row: LibraryRow
    place: PlaceRow | None
    group: int
    texts: Mapping[LibraryColumn, str]
    order: Mapping[LibraryColumn, object]
    words: str
    bound: Mapping[str, str]

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


def library_of(
    rows: Iterable[LibraryRow], framework: Framework, bound: Mapping[str, str] | None = None
) -> Library:
    """Compute what each scope shows; ``bound`` says where things are bound, by placement."""
    places = _Places.of(framework, bound or {})
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
    bound: Mapping[str, str]

    @classmethod
    def of(cls, framework: Framework, bound: Mapping[str, str]) -> "_Places":
        keys = (TaskKey(i.code, task.code) for i in framework.indicators for task in i.tasks)
        return cls({key: rank for rank, key in enumerate(keys)}, framework, bound)

    def rank(self, place: PlaceRow) -> int:
        """The sort key of a place; places that the set does not have come last."""
        return self.ranks.get(TaskKey(place.indicator, place.task_code), len(self.ranks))

    def text(self, place: PlaceRow) -> str:
        """A place in short: 60 材料查证."""
        name = self.framework.task_name(place.indicator, place.task_code)
        return f"{place.indicator} {named(name)}"


def in_order(framework: Framework, places: Iterable[PlaceRow]) -> list[PlaceRow]:
    """Places in the indicator set's order."""
    return sorted(places, key=_Places.of(framework, {}).rank)


def moment_text(at: datetime) -> str:
    """A moment in local time."""
    return at.astimezone().isoformat(" ", "minutes")[:16]  # ten times as quick as strftime


def _entry(row: LibraryRow, known: _Places, place: PlaceRow | None = None) -> TableEntry:
    places = (place,) if place is not None else row.places
    ordered = sorted(places, key=known.rank)
    bound: dict[str, str] = {
        p.placement: known.bound[p.placement] for p in ordered if p.placement in known.bound
    }
    removed = place.removed_at if place is not None else row.removed_at
    texts = {
        LibraryColumn.NUMBER: tr("、").join(filter(None, (p.number for p in ordered))),
        LibraryColumn.TITLE: row.title or row.file_name,
        LibraryColumn.DOC_NUMBER: row.doc_number,
        LibraryColumn.ISSUER: row.issuer,
        LibraryColumn.DOC_DATE: row.doc_date,
        LibraryColumn.PLACES: tr("、").join(map(known.text, ordered)) or tr("没有归到指标"),
        LibraryColumn.BOUND: tr("、").join(dict.fromkeys(bound.values())),
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
        LibraryColumn.ADDRESS: row.origin.address,
        LibraryColumn.LOOKED_UP: row.origin.moment,
        LibraryColumn.CHANGED: moment_text(removed or row.changed_at),
        LibraryColumn.ADDED: moment_text(row.created_at),
    }
    order: dict[LibraryColumn, object] = {
        LibraryColumn.SIZE: row.size,
        LibraryColumn.COPIES: row.copies,
        LibraryColumn.REVISION: row.revision,
        LibraryColumn.PLACES: [known.rank(p) for p in ordered] or None,
    }
    searched = (
        *(row.title, row.doc_number, row.issuer, row.file_name, row.unit, row.remark),
        *(row.origin.address, row.origin.site, row.origin.section),
    )
    columns = (LibraryColumn.NUMBER, LibraryColumn.PLACES, LibraryColumn.BOUND)
    shown = (texts[column] for column in columns)
    words = "\n".join((*searched, *shown)).lower()
    return TableEntry(row, place, 0, texts, order, words, bound)


def _with_group(entry: TableEntry, group: int) -> TableEntry:
    return replace(entry, group=group)

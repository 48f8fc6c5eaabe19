"""The rows of the table, with every text reckoned beforehand. Pure; made in a thread."""

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


class Column(StrEnum):
    """What the table can show, in the order in which it does at first."""

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


#: Shown until somebody chooses otherwise, with their widths at 100 %.
FIRST_WIDTHS = {
    Column.TITLE: 220,
    Column.DOC_NUMBER: 136,
    Column.ISSUER: 108,
    Column.DOC_DATE: 90,
    Column.PLACES: 104,
    Column.TYPE: 88,
    Column.PROBLEMS: 86,
}


def column_name(column: Column) -> str:
    """The heading of a column."""
    return {
        Column.TITLE: tr("题名"),
        Column.DOC_NUMBER: tr("文号"),
        Column.ISSUER: tr("责任者"),
        Column.DOC_DATE: tr("日期"),
        Column.PLACES: tr("归在"),
        Column.TYPE: tr("类型"),
        Column.PROBLEMS: tr("问题"),
        Column.UNIT: tr("责任单位"),
        Column.FILE_NAME: tr("文件名"),
        Column.SIZE: tr("大小"),
        Column.COPIES: tr("份数"),
        Column.REVISION: tr("版本"),
        Column.REMARK: tr("备注"),
        Column.CHANGED: tr("更改时间"),
        Column.ADDED: tr("添加时间"),
    }[column]


class Scope(StrEnum):
    """Which of the items the table is about."""

    ALL = "all"
    SAME_CONTENT = "same_content"
    SIMILAR_TITLES = "similar_titles"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table.

    Attributes:
        row: the item.
        place: in the bin, the place that the item was taken away from while it stays elsewhere.
        group: among duplicates, the number of its group; 0 elsewhere.
        texts: what stands in each column.
        order: by what each column sorts where that is not its text; None stands last.
        words: what a search looks through, in lower case.
    """

    row: LibraryRow
    place: PlaceRow | None
    group: int
    texts: Mapping[Column, str]
    order: Mapping[Column, object]
    words: str

    @property
    def key(self) -> str:
        """What tells this row from all others."""
        return self.place.placement if self.place is not None else self.row.item


@dataclass(frozen=True)
class Library:
    """Everything that the page shows, by scope."""

    scopes: Mapping[Scope, tuple[Entry, ...]]

    def entry_of(self, item: str) -> Entry | None:
        """The entry of an item that is not in the bin."""
        return next((e for e in self.scopes[Scope.ALL] if e.row.item == item), None)


def library_of(rows: Iterable[LibraryRow], framework: Framework) -> Library:
    """Reckon what each scope shows."""
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

    def grouped(groups: Iterable[tuple[ItemId, ...]]) -> tuple[Entry, ...]:
        return tuple(
            _with_group(here[item], number)
            for number, items in enumerate(groups, 1)
            for item in items
        )

    return Library(
        {
            Scope.ALL: tuple(here.values()),
            Scope.SAME_CONTENT: grouped(g.items for g in same_content(rows)),
            Scope.SIMILAR_TITLES: grouped(g.items for g in similar_titles(rows)),
            Scope.BIN: tuple(gone),
        }
    )


@dataclass(frozen=True)
class _Places:
    """The places of an indicator set: their order, and what they are called."""

    ranks: Mapping[TaskKey, int]
    framework: Framework

    @classmethod
    def of(cls, framework: Framework) -> "_Places":
        keys = (TaskKey(i.code, task.code) for i in framework.indicators for task in i.tasks)
        return cls({key: rank for rank, key in enumerate(keys)}, framework)

    def rank(self, place: PlaceRow) -> int:
        """By what places are sorted; those that the set does not have come last."""
        return self.ranks.get(TaskKey(place.indicator, place.task_code), len(self.ranks))

    def text(self, place: PlaceRow) -> str:
        """A place in few words: 60 材料查证."""
        name = self.framework.task_name(place.indicator, place.task_code)
        return f"{place.indicator} {named(name)}"


def in_order(framework: Framework, places: Iterable[PlaceRow]) -> list[PlaceRow]:
    """Places in the indicator set's order."""
    return sorted(places, key=_Places.of(framework).rank)


def moment_text(at: datetime) -> str:
    """A moment by the clock on the wall."""
    return at.astimezone().isoformat(" ", "minutes")[:16]  # ten times as quick as strftime


def _entry(row: LibraryRow, known: _Places, place: PlaceRow | None = None) -> Entry:
    places = (place,) if place is not None else row.places
    ordered = sorted(places, key=known.rank)
    removed = place.removed_at if place is not None else row.removed_at
    texts = {
        Column.TITLE: row.title or row.file_name,
        Column.DOC_NUMBER: row.doc_number,
        Column.ISSUER: row.issuer,
        Column.DOC_DATE: row.doc_date,
        Column.PLACES: tr("、").join(map(known.text, ordered)) or tr("没有归位"),
        Column.TYPE: tr(row.label),
        Column.PROBLEMS: tr("、").join(
            problem_name(p.kind.value) for p in row.problems if not p.settled
        ),
        Column.UNIT: row.unit,
        Column.FILE_NAME: row.file_name,
        Column.SIZE: size_text(row.size),
        Column.COPIES: str(row.copies),
        Column.REVISION: str(row.revision),
        Column.REMARK: row.remark,
        Column.CHANGED: moment_text(removed or row.changed_at),
        Column.ADDED: moment_text(row.created_at),
    }
    order: dict[Column, object] = {
        Column.SIZE: row.size,
        Column.COPIES: row.copies,
        Column.REVISION: row.revision,
        Column.PLACES: [known.rank(p) for p in ordered] or None,
    }
    searched = (row.title, row.doc_number, row.issuer, row.file_name, row.unit, row.remark)
    words = "\n".join((*searched, texts[Column.PLACES])).lower()
    return Entry(row, place, 0, texts, order, words)


def _with_group(entry: Entry, group: int) -> Entry:
    return Entry(entry.row, entry.place, group, entry.texts, entry.order, entry.words)

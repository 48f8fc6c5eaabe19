"""The outline and the page labels of a volume."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.dossier.planning.plan import Bookmark, LabelRange, PlacedItem, Sheet, SheetKind
from app.dossier.planning.volumes import PlacedSection
from app.dossier_options import Scope
from app.framework.keys import TaskKey

_SHEET_TITLES = {
    SheetKind.COVER: "封面",
    SheetKind.INDICATOR: "指标说明",
    SheetKind.CATALOGUE: "卷内文件目录",
    SheetKind.END: "卷内备考表",
}

#: Labels of unnumbered sheets behind page 1; the viewer's page box then says what they are.
_LABELS = {
    SheetKind.INDICATOR: "指标说明",
    SheetKind.DIVIDER: "隔页",
    SheetKind.NOTES: "记录表",
    SheetKind.END: "备考表",
    SheetKind.BLANK: "空白",
}


def bookmarks_of(
    sheets: Sequence[Sheet], sections: Sequence[PlacedSection], scope: Scope
) -> tuple[Bookmark, ...]:
    """The outline: front matter, then methods with their items, then the end sheet.

    Methods lie open in an indicator's dossier; larger ones open at the indicators. Items are
    folded over their attachments and the file's own bookmarks.
    """
    marks = [
        Bookmark(_SHEET_TITLES[sheet.kind], sheet.first_page, 0)
        for sheet in sheets
        if sheet.kind in _SHEET_TITLES and not sheet.key and sheet.kind is not SheetKind.END
    ]
    items: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        if sheet.first_number is not None:
            items[sheet.key].append(sheet)
    own = {sheet.key: sheet.first_page for sheet in sheets if sheet.kind is SheetKind.DIVIDER}
    about = {sheet.key: sheet.first_page for sheet in sheets if sheet.kind is SheetKind.INDICATOR}
    sequences = {placed.sequence: placed.key for part in sections for placed in part.items}
    nested = scope in {Scope.UNIT, Scope.COMBINED}
    last_indicator = ""
    for part in sections:
        indicator, task = part.section.indicator, part.section.task
        level = 2 if nested else 1
        entries = [
            Bookmark(table.title, sheet.first_page, level)
            for table in part.tables
            for sheet in items[table.key]
        ]
        entries += _items(part.items, items, sequences, level)
        if not entries:
            continue
        page = own.get(str(TaskKey(indicator.code, task.code)), entries[0].page)
        if nested and indicator.code != last_indicator:
            last_indicator = indicator.code
            marks.append(Bookmark(indicator.heading, about.get(indicator.code, page), 0))
        name = indicator.heading if scope is Scope.METHOD else task.name
        level = 1 if nested else 0
        marks.append(Bookmark(name, page, level, unfolded=scope is Scope.INDICATOR))
        marks += entries
    marks += [
        Bookmark(_SHEET_TITLES[sheet.kind], sheet.first_page, 0)
        for sheet in sheets
        if sheet.kind is SheetKind.END
    ]
    return tuple(marks)


def _items(
    placed: Sequence[PlacedItem],
    sheets: dict[str, list[Sheet]],
    sequences: dict[int, str],
    level: int,
) -> Iterator[Bookmark]:
    for row in placed:
        if row.bound_in is not None:
            continue  # its pages are in another file
        if row.same_as is not None:
            page = sheets[sequences[row.same_as]][0].first_page
            yield Bookmark(f"{row.sequence}　{row.item.title}", page, level)
            continue
        runs = sheets[row.key]
        yield Bookmark(f"{row.sequence}　{row.item.title}", runs[0].first_page, level)
        for position, (sheet, piece) in enumerate(zip(runs, row.item.pieces, strict=True)):
            below = level + 1
            if position:
                yield Bookmark(f"附件：{piece.files[0].name}", sheet.first_page, below)
                below += 1
            for mark in piece.bookmarks if sheet.piece is not None else ():
                page = sheet.first_page + min(mark.page, sheet.page_count - 1)
                yield Bookmark(mark.title, page, below + mark.level)


def labels_of(sheets: Sequence[Sheet]) -> tuple[LabelRange, ...]:
    """Page labels: i, ii… in front of page 1, then the running numbers as printed."""
    labels = [LabelRange(0, "r")]
    counts: dict[SheetKind, int] = {}
    numbering = False
    for sheet in sheets:
        if sheet.first_number is not None:
            last = labels[-1]
            due = last.start + sheet.first_page - last.first_page
            if last.style != "D" or last.prefix or due != sheet.first_number:
                labels.append(LabelRange(sheet.first_page, "D", start=sheet.first_number))
            numbering = True
        elif numbering:
            start = counts.get(sheet.kind, 0) + 1
            counts[sheet.kind] = start + sheet.page_count - 1
            labels.append(LabelRange(sheet.first_page, "D", _LABELS[sheet.kind], start))
    return tuple(labels)

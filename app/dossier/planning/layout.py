"""The order of sheets in one volume: blanks, running numbers, and what is printed on each."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.dossier.planning.grouping import DossierDraft
from app.dossier.planning.naming import compact_date, period_of, volume_file_name, years_of
from app.dossier.planning.navigation import bookmarks_of, labels_of
from app.dossier.planning.notes import end_notes
from app.dossier.planning.plan import (
    Measure,
    PlacedItem,
    Sheet,
    SheetKind,
    VolumePlan,
    number_sheets,
)
from app.dossier.planning.volumes import PlacedSection, placeholder_for
from app.dossier_options import DossierOptions, Scope
from app.framework.keys import TaskKey
from app.sheets.content import (
    Blank,
    Catalogue,
    CatalogueHeading,
    CatalogueRow,
    Cover,
    Divider,
    EndSheet,
    IndicatorSheet,
    MasterRow,
    NoteSheet,
    SheetContent,
    Spine,
    TaskBlock,
)
from app.web_addresses import host_of

_LEAVES_PER_SPINE = ((100, 10), (150, 15))  # 80 g paper: 0.1 mm a leaf, and air
_THICKEST_SPINE = 20


@dataclass(frozen=True, slots=True)
class VolumeFrame:
    """What a volume must know of its dossier."""

    draft: DossierDraft
    options: DossierOptions
    year: int
    number: int
    volumes: int
    failing: tuple[int, ...]  # volumes of the dossier in which pages are missing


class _Pages:
    """Sheets put one after the other, on the front of a leaf where asked."""

    def __init__(self, options: DossierOptions, measure: Measure) -> None:
        self.sheets: list[Sheet] = []
        self._options = options
        self._measure = measure
        self._page = 0
        self._number = 1

    def to_recto(self) -> None:
        if self._page % 2:
            self._add(Sheet(SheetKind.BLANK, self._page, 1, content=Blank()))

    def unnumbered(self, kind: SheetKind, content: SheetContent, key: str = "") -> None:
        if self._options.duplex_blanks:
            self.to_recto()
        self._add(Sheet(kind, self._page, self._measure(content), content=content, key=key))

    def before_items(self) -> None:
        """Page 1 is a recto in a duplex volume; with blanks, so is whatever follows a divider."""
        first = self._number == 1 and self._options.numbering.duplex
        if first or self._options.duplex_blanks:
            self.to_recto()

    def numbered(self, placed: PlacedItem) -> None:
        for piece in placed.item.pieces:
            if piece.problem is not None:
                content = placeholder_for(placed.item, piece)
                sheet = Sheet(
                    SheetKind.PLACEHOLDER,
                    self._page,
                    self._measure(content),
                    self._number,
                    content=content,
                    key=placed.key,
                )
            else:
                back = int(piece.follows)
                sheet = Sheet(
                    SheetKind.PAGES,
                    self._page - back,
                    piece.page_count,
                    self._number - back,
                    piece=piece,
                    key=placed.key,
                )
            self._number += sheet.page_count
            self._add(sheet)

    def _add(self, sheet: Sheet) -> None:
        self.sheets.append(sheet)
        self._page += sheet.page_count


def lay_out(frame: VolumeFrame, sections: Sequence[PlacedSection], measure: Measure) -> VolumePlan:
    """Put the sheets of one volume in order."""
    items = tuple(placed for section in sections for placed in section.items)
    own = [placed for placed in items if not placed.repeated]
    page_count = own[-1].last_number if own else 0
    fingerprint = fingerprint_of(items)
    draft, options = frame.draft, frame.options
    codes = options.archive.code_values(draft.ordinal, frame.number, frame.volumes, frame.year)
    archive_code = options.archive.archive_code(codes)
    filing_number = options.archive.filing_number(codes)
    period = period_of([placed.item.date for placed in own])

    pages = _Pages(options, measure)
    pages.unnumbered(
        SheetKind.COVER,
        Cover(
            fonds_name=options.archive.fonds_name,
            category_name=options.archive.category_name,
            title=draft.title,
            period=period,
            retention=options.archive.retention,
            item_count=len(own),
            page_count=page_count,
            filing_number=filing_number,
            archive_code=archive_code,
            volume=frame.number,
            volumes=frame.volumes,
            incomplete=bool(frame.failing),
        ),
    )
    if options.scope is Scope.INDICATOR and frame.number == 1:
        sheet = _indicator_sheet(sections[0], options)
        pages.unnumbered(SheetKind.INDICATOR, sheet)
    lines = tuple(_catalogue_lines(sections, options.scope, own[-1] if own else None))
    pages.unnumbered(SheetKind.CATALOGUE, Catalogue(archive_code, draft.title, lines))
    for section in sections:
        _add_section(pages, section, options)
    end = EndSheet(
        archive_code=archive_code,
        item_count=len(own),
        page_count=page_count,
        included=_files(items, failed=False),
        doubtful=_doubtful(items),
        excluded=len(draft.left_out) if frame.number == frame.volumes else 0,
        failed=_files(items, failed=True),
        notes=end_notes(
            frame.number,
            frame.failing,
            items,
            draft.left_out if frame.number == frame.volumes else (),
            options.volume_limit,
            draft.marks if frame.number == frame.volumes else (),
            for_inspection=options.for_inspection,
        ),
        with_account=not options.for_inspection,
        fingerprint=fingerprint,
        filed_by=options.archive.filed_by,
        checked_by=options.archive.checked_by,
        filed_on=options.archive.filed_on,
    )
    pages.unnumbered(SheetKind.END, end)
    sheets = tuple(pages.sheets)
    physical = sum(sheet.page_count for sheet in sheets)
    if number_sheets(sheets) != page_count:
        raise AssertionError(f"{number_sheets(sheets)} numbered pages laid out, {page_count} due")
    return VolumePlan(
        number=frame.number,
        file_name=volume_file_name(draft.file_stem, frame.number, frame.volumes),
        title=draft.title,
        sheets=sheets,
        items=items,
        page_count=page_count,
        physical_pages=physical,
        bookmarks=bookmarks_of(sheets, sections, options.scope),
        labels=labels_of(sheets),
        fingerprint=fingerprint,
        master=MasterRow(
            sequence=0,
            archive_code=archive_code,
            title=draft.title + (f"（第{frame.number}卷）" if frame.volumes > 1 else ""),
            period=period,
            items=len(own),
            pages=page_count,
            retention=options.archive.retention,
            remark="不完整" if frame.number in frame.failing else "",
        ),
        spine=Spine(
            fonds_code=options.archive.fonds_code,
            catalogue_code=options.archive.category_code,
            year=years_of([placed.item.date for placed in own]),
            volume_code=codes["volume_code"],
            filing_number=filing_number,
            title=draft.title,
            thickness_mm=_thickness(physical, options),
        ),
    )


def fingerprint_of(items: Sequence[PlacedItem]) -> str:
    """SHA-256 over what the volume holds, in order: the rows as printed and every original."""
    digest = hashlib.sha256()
    for placed in items:
        item = placed.item
        line = [placed.sequence, item.title, item.doc_number, item.issuer, item.date]
        line += [placed.first_number, placed.last_number]
        if item.origin:
            line.append(item.origin.stored())
        line += [[file.sha256 for file in piece.files] for piece in item.pieces]
        digest.update(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
    return digest.hexdigest()


def _files(items: Sequence[PlacedItem], *, failed: bool) -> int:
    return sum(
        len(piece.files) + (piece.replaced is not None)
        for placed in items
        for piece in placed.item.pieces
        if (piece.problem is not None) is failed
    )


def _doubtful(items: Sequence[PlacedItem]) -> int:
    """Files that are bound and hold what their pages do not show."""
    return sum(
        len(piece.files)
        for placed in items
        for piece in placed.item.pieces
        if piece.problem is None and any(note.open_finding for note in piece.notes)
    )


def _indicator_sheet(section: PlacedSection, options: DossierOptions) -> IndicatorSheet:
    indicator = section.section.indicator
    return IndicatorSheet(
        heading=indicator.heading,
        category=indicator.category,
        statement=indicator.statement,
        tasks=tuple(
            TaskBlock(task.name, task.requirement, task.points, task.figures, task.terms)
            for task in indicator.tasks
        ),
        units=indicator.units,
        source=indicator.source,
        figures=indicator.figures,
        share=indicator.share,
        for_inspection=options.for_inspection,
    )


def _add_section(pages: _Pages, placed: PlacedSection, options: DossierOptions) -> None:
    scope = options.scope
    own = [item for item in placed.items if not item.repeated]
    has_notes = bool(placed.section.notes) and not placed.continued
    if not own and not has_notes:
        return  # nothing is bound here; the catalogue says where it is
    indicator, task = placed.section.indicator, placed.section.task
    key = str(TaskKey(indicator.code, task.code))
    if scope in {Scope.UNIT, Scope.COMBINED} and not placed.continued:
        told = any(
            sheet.kind is SheetKind.INDICATOR and sheet.key == indicator.code
            for sheet in pages.sheets
        )
        if not told:
            sheet = _indicator_sheet(placed, options)
            pages.unnumbered(SheetKind.INDICATOR, sheet, indicator.code)
    title, subtitle = task.name, indicator.heading
    if scope is Scope.METHOD:
        title, subtitle = subtitle, title
    divider = Divider(
        title=title + ("（续）" if placed.continued else ""),
        subtitle=subtitle,
        requirement=task.requirement,
        item_count=len(own),
        page_range=_span_of(own),
    )
    pages.unnumbered(SheetKind.DIVIDER, divider, key)
    _add_notes(pages, placed, key)
    pages.before_items()
    for item in own:
        pages.numbered(item)


def _span_of(own: Sequence[PlacedItem]) -> str:
    """The pages of items, in words; "" for none."""
    if not own:
        return ""
    first, last = own[0].first_number, own[-1].last_number
    return f"第 {first} 页" if first == last else f"第 {first}—{last} 页"


def _add_notes(pages: _Pages, placed: PlacedSection, key: str) -> None:
    """The sheets of the method's tools, once for each task, before its items."""
    if placed.continued:
        return
    section = placed.section
    for form in dict.fromkeys(form for form, _ in section.notes):
        lines = tuple(line for each, line in section.notes if each == form)
        sheet = NoteSheet(form, section.indicator.heading, section.task.name, lines)
        pages.unnumbered(SheetKind.NOTES, sheet, key)


#: Stands above what belongs to no case file, where case files were before.
_NO_CASE = "其他材料"


def _catalogue_lines(
    sections: Sequence[PlacedSection], scope: Scope, last: PlacedItem | None
) -> Iterator[CatalogueHeading | CatalogueRow]:
    for placed in sections:
        indicator, task = placed.section.indicator, placed.section.task
        if scope is Scope.INDICATOR:
            heading = task.name
        elif scope is Scope.METHOD:
            heading = indicator.heading
        else:
            heading = f"{indicator.heading}　{task.name}"
        yield CatalogueHeading(heading + ("（续）" if placed.continued else ""))
        case = ""
        for item in placed.items:
            if item.item.case != case:
                case = item.item.case
                yield CatalogueHeading(case or _NO_CASE)
            yield _catalogue_row(item, is_last=item is last)


def _catalogue_row(placed: PlacedItem, *, is_last: bool) -> CatalogueRow:
    item = placed.item
    page = str(placed.first_number) if placed.first_number else ""
    if is_last and placed.last_number > placed.first_number:
        page = f"{placed.first_number}—{placed.last_number}"
    remarks = [item.remark] if item.remark else []
    if item.number and item.number != f"{item.indicator}-{placed.sequence}":
        remarks.insert(0, item.number)
    if placed.same_as is not None:
        remarks.append(f"同序号{placed.same_as}")
    elif placed.bound_in is not None:
        remarks.append(f"见第{placed.bound_in[0]}卷第{placed.bound_in[1]}页")
    elif any(piece.problem is not None for piece in item.pieces):
        remarks.append("缺页，见占位页")
    if site := item.origin.site or host_of(item.origin.address):
        remarks.append(f"来自{site}")
    if item.copies > 1:
        remarks.append(f"{item.copies}份")
    return CatalogueRow(
        key=placed.key,
        sequence=placed.sequence,
        doc_number=item.doc_number,
        issuer=item.issuer,
        title=item.title,
        date=compact_date(item.date),
        page=page,
        remark="；".join(remarks),
    )


def _thickness(physical_pages: int, options: DossierOptions) -> int:
    duplex = options.duplex_blanks or options.numbering.duplex
    leaves = (physical_pages + 1) // 2 if duplex else physical_pages
    return next((mm for most, mm in _LEAVES_PER_SPINE if leaves <= most), _THICKEST_SPINE)

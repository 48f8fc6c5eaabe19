"""Binding: one streaming pass per volume, from renditions and sheets to the finished PDF.

The pages are put together by qpdf's own job, which reads each stream from its file when it
writes it; a volume of any size takes little memory. What is written on the pages afterwards
(numbers, links) touches dictionaries only; a page's content is shut into a form as it lies.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pikepdf
from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Page,
    Pdf,
    StreamDecodeLevel,
)

from app.dossier.binding.document import (
    identifier_of,
    view_of,
    write_info,
    write_labels,
    write_outline,
)
from app.dossier.binding.orders import Binding
from app.dossier.binding.origin_heads import NAME as HEAD_NAME
from app.dossier.binding.origin_heads import add_web_link, make_heads, strips_of
from app.dossier.binding.source_links import elements, has_internal_links, restore_links
from app.dossier.binding.stamp import (
    FONT_NAME,
    Box,
    PageShape,
    shape_of,
    stamp,
)
from app.dossier.errors import ActiveContentLeft, BindingFailed
from app.paths import extended
from app.pdf.inert import acting_parts
from app.pdf.isolating import Isolation
from app.pdf.packing import name_single_filters
from app.pdf.restricting import restrict
from app.typesetting.number_font import number_font

_A4: Box = (0.0, 0.0, 595.276, 841.89)


def bind_volume(binding: Binding, part: Path) -> None:
    """Write the volume to ``part`` and check it; nothing is left there if it is not right.

    Raises:
        BindingFailed: the result does not agree with the plan.
        ActiveContentLeft: something in the result acts, or brings a file along.
        OSError: the folder cannot be written.
    """
    finished = False
    try:
        _write(binding, part)
        _check(part, binding)
        finished = True
    finally:
        if not finished:
            extended(part).unlink(missing_ok=True)


def _write(binding: Binding, part: Path) -> None:
    """Bind and save. All of the volume's objects are gone afterwards, not only its files closed."""
    save = save_plain
    if binding.options.pdfa:
        # Its validator takes memory that a plain compile should not.
        from app.dossier.binding.pdfa import save_pdfa as save
    with _assemble(binding) as pdf:
        _finish(pdf, binding)
        save(pdf, extended(part))


def save_plain(pdf: Pdf, path: Path) -> None:
    """Write packed streams as they are: the fastest way, as nearly all sources are packed."""
    name_single_filters(pdf)
    pdf.save(
        path,
        min_version="1.7",
        compress_streams=True,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
    )


def _assemble(binding: Binding) -> Pdf:
    pages: list[dict[str, str]] = []
    generated = 0
    for sheet in binding.volume.sheets:
        if sheet.piece is None:
            first, generated = generated + 1, generated + sheet.page_count
            pages.append({"file": _name(binding.sheets), "range": f"{first}-{generated}"})
        elif sheet.page_count:
            path = binding.renditions[sheet.piece.key]
            pages.append({"file": _name(path), "range": f"1-{sheet.page_count}"})
    job = pikepdf.Job(
        {
            "empty": "",
            "outputFile": "unused.pdf",
            "removeUnreferencedResources": "no",  # would parse every page's content
            "pages": pages,
        }
    )
    try:
        pdf: Pdf = job.create_pdf()
    except (pikepdf.JobUsageError, pikepdf.PdfError, RuntimeError) as error:
        raise BindingFailed(binding.volume.file_name, str(error)) from error
    if len(pdf.pages) != binding.volume.physical_pages:
        found = f"{len(pdf.pages)} pages for {binding.volume.physical_pages}"
        raise BindingFailed(binding.volume.file_name, found)
    return pdf


def _name(path: Path) -> str:
    return str(extended(path.absolute()))


def _finish(pdf: Pdf, binding: Binding) -> None:
    volume = binding.volume
    pages = list(pdf.pages)
    objects = [page.obj for page in pages]
    shapes = [_shape(obj) for obj in objects]
    clips = _put_small_pages_on_paper(objects, shapes)

    @cache
    def view(page: int) -> Object:
        return view_of(objects[page], shapes[page].top_left)

    for sheet in volume.sheets:
        if sheet.piece is not None:
            copies = pages[sheet.first_page : sheet.first_page + sheet.page_count]
            if any(has_internal_links(copy.obj) for copy in copies):
                restore_links(binding.renditions[sheet.piece.key], copies, pdf)
    restrict(pdf)  # the renditions were cut down already; whatever made them, nothing else gets in
    areas = _stamp_numbers(pdf, binding, pages, shapes, clips)
    _link(pdf, binding, objects, shapes, view, areas)
    write_outline(pdf, volume.bookmarks, view)
    write_labels(pdf, volume.labels)
    write_info(pdf, binding.info)


def _shape(page: Object) -> PageShape:
    media, crop = page.get(Name.MediaBox), page.get(Name.CropBox)
    rotate, unit = page.get(Name.Rotate), page.get(Name.UserUnit)
    return shape_of(
        _box(media) or _A4,
        _box(crop),
        int(_as_number(rotate, 0)),
        _as_number(unit, 1),
    )


def _box(value: Object | None) -> Box | None:
    sides = elements(value)
    if len(sides) != 4:
        return None
    x0, y0, x1, y1 = (_as_number(side, 0) for side in sides)
    return (x0, y0, x1, y1) if x0 != x1 and y0 != y1 else None


def _as_number(value: object, default: float) -> float:
    return float(value) if isinstance(value, (int, float, Decimal)) else default


def _put_small_pages_on_paper(objects: Sequence[Object], shapes: list[PageShape]) -> dict[int, Box]:
    """Give A4 to pages on which no number could be read; return what was visible of each."""
    clips: dict[int, Box] = {}
    for number, shape in enumerate(shapes):
        if shape.too_small:
            clips[number] = shape.box
            shapes[number] = shape.on_paper()
            page = objects[number]
            page.MediaBox = [round(side, 3) for side in shapes[number].box]
            for key in (Name.CropBox, Name.BleedBox, Name.TrimBox, Name.ArtBox):
                if key in page:
                    del page[key]
    return clips


def _stamp_numbers(
    pdf: Pdf,
    binding: Binding,
    pages: Sequence[Page],
    shapes: Sequence[PageShape],
    clips: Mapping[int, Box],
) -> dict[int, Box]:
    """Write the numbers, and strips above pages of the web; return the area of each number."""
    font = number_font(pdf)
    isolation = Isolation(pdf)
    at_top = binding.options.numbering.at_top
    heads = make_heads(pdf, strips_of(binding.volume), shapes, at_top=at_top)
    areas: dict[int, Box] = {}
    for sheet in binding.volume.sheets:
        if sheet.first_number is None:
            continue
        for offset in range(sheet.page_count):
            physical = sheet.first_page + offset
            page, shape = pages[physical], shapes[physical]
            on_right = binding.options.number_on_right(physical)
            number = sheet.first_number + offset
            mark = stamp(number, shape.as_bound(), on_right=on_right, at_top=at_top)
            below = isolation.isolate(page, clips.get(physical) or _around(shape.box))
            head = heads.get(physical)
            if head is not None:
                below = head.moved(below) + head.content
                page.obj.Resources.XObject[f"/{HEAD_NAME}"] = head.form
                head.move_annotations(page.obj)
                head.add_links(pdf, page.obj)
            page.obj.Contents = pdf.make_stream(below + mark.content)
            page.obj.Resources.Font = Dictionary({f"/{FONT_NAME}": font})
            areas[physical] = mark.area
    return areas


def _around(box: Box) -> Box:
    """A little more than the visible page, which viewers cut off by themselves."""
    return (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)


def _link(
    pdf: Pdf,
    binding: Binding,
    objects: Sequence[Object],
    shapes: Sequence[PageShape],
    view: Callable[[int], Object],
    areas: Mapping[int, Box],
) -> None:
    """Lead each catalogue row to its first page, and each first page's number to its row.

    Rows that name an address lead to the web.
    """
    volume = binding.volume
    physical_of = [
        sheet.first_page + offset
        for sheet in volume.sheets
        if sheet.piece is None
        for offset in range(sheet.page_count)
    ]
    pages = {sheet.first_number: sheet.first_page for sheet in volume.sheets}
    first_pages = {row.key: pages[row.first_number] for row in volume.items if row.first_number}
    first_pages |= {table.key: pages[table.first_number] for table in volume.tables}
    returning: set[int] = set()
    own = {row.key for row in volume.items if not row.repeated}
    own |= {table.key for table in volume.tables}
    for area in binding.links:
        if area.address:
            add_web_link(pdf, objects[physical_of[area.page]], area.rect, area.address)
        if area.key not in first_pages:
            continue  # bound in another volume
        there, here = first_pages[area.key], physical_of[area.page]
        _add_link(pdf, objects[here], area.rect, view(there))
        if area.key in own and there not in returning:
            returning.add(there)
            left, _ = shapes[here].top_left
            row = Array([objects[here], Name.XYZ, left, round(area.rect[3] + 36, 2), None])
            _add_link(pdf, objects[there], areas[there], row)


def _add_link(pdf: Pdf, page: Object, rect: Box, target: Object) -> None:
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[round(side, 2) for side in rect],
            Border=[0, 0, 0],
            F=4,
            Dest=target,
        )
    )
    page.Annots = Array([*elements(page.get(Name.Annots)), link])


def _check(part: Path, binding: Binding) -> None:
    volume = binding.volume
    try:
        with pikepdf.open(extended(part)) as pdf:
            pages = len(pdf.pages)
            metadata = pdf.Root.Metadata.read_bytes()
            acting = acting_parts(pdf)
    except (pikepdf.PdfError, AttributeError) as error:
        raise BindingFailed(volume.file_name, str(error)) from error
    if pages != volume.physical_pages:
        raise BindingFailed(volume.file_name, f"{pages} pages for {volume.physical_pages}")
    if acting:
        raise ActiveContentLeft(volume.file_name, "、".join(sorted(set(acting))))
    if identifier_of(volume.fingerprint).encode("ascii") not in metadata:
        raise BindingFailed(volume.file_name, "fingerprint")

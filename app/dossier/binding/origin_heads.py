"""Strips above pages that were seen on the web. The page gets a little smaller and hides nothing.

The strips of a volume are drawn into one small PDF, so that they share their fonts, and each comes
into the volume as a form.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.dossier.binding.source_links import elements
from app.dossier.binding.stamp import Box, PageShape
from app.dossier.planning.plan import VolumePlan
from app.sheets.origin_strip import LaidOutStrip, OriginStrip, lay_out_origin_strip
from app.sheets.painting import paint
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name
from app.workroom import workroom

#: The name of the strip in the resources of its page.
NAME = "JZOrigin"
_A4_SHORT = 595.0
#: Pages whose short side is larger than this multiple of A4's get larger strips.
_LARGEST = 1.6
#: What a number at the top of a page takes.
_NUMBER = 30.0
#: A page keeps at least this part of its size.
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class OriginHead:
    """The strip of one page, and how the page makes room for it."""

    form: Object | None
    content: bytes
    before: bytes
    scale: float
    fixed: tuple[float, float]
    links: tuple[tuple[Box, str], ...]

    def moved(self, painting: bytes) -> bytes:
        """The operators that paint the page below its strip."""
        return b"q " + self.before + b" cm\n" + painting + b"Q\n"

    def move_annotations(self, page: Object) -> None:
        """Let the links of the page follow its content."""
        for one in elements(page.get(Name.Annots)):
            if isinstance(one, Dictionary):
                for key in (Name.Rect, Name.QuadPoints):
                    if isinstance(one.get(key), Array):
                        one[key] = Array([round(v, 3) for v in self._moved(one.get(key))])

    def _moved(self, points: Object | None) -> Iterator[float]:
        for index, value in enumerate(elements(points)):
            still = self.fixed[index % 2]
            yield still + self.scale * (float(value) - still)

    def add_links(self, pdf: Pdf, page: Object) -> None:
        """Lead the lines of the address to the web."""
        for box, address in self.links:
            add_web_link(pdf, page, box, address)


def add_web_link(pdf: Pdf, page: Object, box: Box, address: str) -> None:
    """Lead an area of a page to the web; an address in a PDF is plain ASCII."""
    plain = quote(address, safe="!#$%&'()*+,/:;=?@[]~")
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[round(side, 2) for side in box],
            Border=[0, 0, 0],
            F=4,
            A=Dictionary(S=Name.URI, URI=String(plain)),
        )
    )
    page.Annots = Array([*elements(page.get(Name.Annots)), link])


def strips_of(volume: VolumePlan) -> dict[int, OriginStrip]:
    """The strips of a volume by its physical pages."""
    items = {row.key: row.item for row in volume.items if not row.repeated}
    totals: dict[str, int] = {}
    for sheet in volume.sheets:
        if sheet.piece is not None:
            totals[sheet.key] = totals.get(sheet.key, 0) + sheet.page_count
    strips: dict[int, OriginStrip] = {}
    done: dict[str, int] = {}
    for sheet in volume.sheets:
        item = items.get(sheet.key)
        if sheet.piece is None or item is None or not item.origin:
            continue
        for offset in range(sheet.page_count):
            done[sheet.key] = page = done.get(sheet.key, 0) + 1
            sha256 = sheet.piece.files[0].sha256 if offset == 0 else ""
            strips[sheet.first_page + offset] = OriginStrip(
                item.origin, item.title, sha256, page, totals[sheet.key]
            )
    return strips


def make_heads(
    pdf: Pdf, strips: Mapping[int, OriginStrip], shapes: Sequence[PageShape], *, at_top: bool
) -> dict[int, OriginHead]:
    """The heads of pages by their places; ``at_top``: their numbers stand at the top."""
    if not strips:
        return {}
    laid_out: list[tuple[int, float, LaidOutStrip]] = []
    for physical, strip in strips.items():
        shape = shapes[physical]
        unit = max(min(shape.width, shape.height) / (_A4_SHORT * _LARGEST), 1.0)
        # On a lying page the number stands at the side that is the upper one in the volume.
        above = _NUMBER if at_top and shape.as_bound() == shape else 0.0
        laid_out.append((physical, unit, lay_out_origin_strip(strip, shape.width / unit, above)))
    drawn = _drawn([found for _, _, found in laid_out])
    heads: dict[int, OriginHead] = {}
    for number, (physical, unit, found) in enumerate(laid_out):
        form = pdf.copy_foreign(drawn.pages[number].as_form_xobject())
        heads[physical] = head_of(form, shapes[physical], unit, found)
    return heads


def _drawn(strips: Sequence[LaidOutStrip]) -> Pdf:
    """The strips as pages of one PDF in memory. It stays open as long as what is copied from it."""
    with workroom() as room:
        path = room / "strips.pdf"
        first = strips[0].page
        canvas = PlainCanvas(path, (first.width, first.height), base_font_name(FontRole.TABLE))
        paint(canvas, [found.page for found in strips])
        canvas.save()
        return pikepdf.open(io.BytesIO(path.read_bytes()))


def head_of(form: Object | None, shape: PageShape, unit: float, found: LaidOutStrip) -> OriginHead:
    """How a page of this shape makes room for its strip, which is ``unit`` times as large."""
    height = found.page.height * unit
    scale = max((shape.height - height) / shape.height, _LEAST)
    # The middle of the lower edge stays where it is.
    a, b, c, d, e, f = shape.matrix
    fixed = (a * shape.width / 2 + e, b * shape.width / 2 + f)
    before = (scale, 0.0, 0.0, scale, fixed[0] * (1 - scale), fixed[1] * (1 - scale))
    y = shape.height - height
    content = (
        f"q {_numbers(a, b, c, d, e, f)} cm {_numbers(unit, 0, 0, unit, 0, y)} cm /{NAME} Do Q\n"
    )
    links = tuple(
        (shape.to_user_space(_up(box, unit, shape.height)), to) for box, to in found.links
    )
    return OriginHead(
        form, content.encode("ascii"), _numbers(*before).encode("ascii"), scale, fixed, links
    )


def _up(box: Box, unit: float, height: float) -> Box:
    """A box of a strip, whose y runs downward, on the visible page."""
    left, top, right, bottom = (side * unit for side in box)
    return left, height - bottom, right, height - top


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") or "0" for value in values)

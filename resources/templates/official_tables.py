"""Tables of official papers: ruled ones that go on over pages, and blocks to be signed."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from resources.templates.official import TEXT_WIDTH_MM
from resources.templates.official_parts import keep_last


def grid(
    document: Document,
    columns: Sequence[tuple[str, float, str, bool]],
    *,
    size: float = 12,
) -> Table:
    """A ruled table: heads that stand again on each page, and one row to be repeated.

    ``columns`` are head, width in mm, what stands below it, and whether that is centred.
    """
    table: Table = document.add_table(rows=2, cols=len(columns))
    _frame_off(table)
    _widths(table, [width for _, width, _, _ in columns], above_and_below=40)
    for place, (head, _, text, centred) in enumerate(columns):
        _write(table.cell(0, place), head, "表头", size)
        _write(table.cell(1, place), text, "表中" if centred else "表文", size)
    _repeat_head(table)
    _borders(table, outer=("top", "left", "bottom", "right", "insideH", "insideV"))
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), "480")
        height.set(qn("w:hRule"), "atLeast")
        row._tr.get_or_add_trPr().append(height)  # noqa: SLF001
    return table


def signatures(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """A block of lines side by side to be signed, kept on one page."""
    keep_last(document)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    _frame_off(table)
    _widths(table, [TEXT_WIDTH_MM / len(rows[0])] * len(rows[0]))
    for number, texts in enumerate(rows):
        for place, text in enumerate(texts):
            _write(table.cell(number, place), text, "签字")
            if number < len(rows) - 1:
                table.cell(number, place).paragraphs[0].paragraph_format.keep_with_next = True
        row = table.rows[number]._tr.get_or_add_trPr()  # noqa: SLF001
        row.append(OxmlElement("w:cantSplit"))


def _write(cell: _Cell, text: str, style: str, size: float | None = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run = paragraph.add_run(text)
    if size is not None and size != 12:
        run.font.size = Pt(size)
        paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
    vertical = OxmlElement("w:vAlign")
    vertical.set(qn("w:val"), "center")
    cell._tc.get_or_add_tcPr().append(vertical)  # noqa: SLF001


def _widths(table: Table, widths: Sequence[float], above_and_below: int = 0) -> None:
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001
    whole = properties.find(qn("w:tblW"))
    if whole is None:
        whole = OxmlElement("w:tblW")
        properties.append(whole)
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(round(sum(widths) / 25.4 * 1440)))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    room = {"top": above_and_below, "left": 60, "bottom": above_and_below, "right": 60}
    for side, twips in room.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook")


def _frame_off(table: Table) -> None:
    style = table._tbl.tblPr.find(qn("w:tblStyle"))  # noqa: SLF001
    if style is not None:
        table._tbl.tblPr.remove(style)  # noqa: SLF001


def _borders(table: Table, outer: Sequence[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in outer:
            line = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
                line.set(qn(f"w:{key}"), value)
            borders.append(line)
    table._tbl.tblPr.insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _repeat_head(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001
